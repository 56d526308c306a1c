//! Removes the products that were not chosen, and what refers to them.

use crate::amend::EditSet;
use crate::finding::{KeyPath, Literal, Trail};
use crate::interview::context::{InterviewContext, word_of};
use crate::language::Text;
use crate::plan::money::Model;
use crate::source::{Table, Visit};

pub(super) fn choose(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let plan = &context.starter.plan;
    let funded_by = context.answers.get("funded_by");
    let none = context.earning().as_deref() == Some("none");
    let chosen = context.element("monetisation", "earning");
    if let (true, Some(funded_by)) = (none && chosen < plan.monetisation.len(), funded_by) {
        changes.set(KeyPath::of(&["monetisation"]).index(chosen).key("funded_by"), funded_by.clone());
    }
    let Some(word) = context.answers.text("earning").filter(|word| *word != "all") else { return };
    if none && chosen >= plan.monetisation.len() {
        let mut table = vec![("model".to_owned(), Literal::from(Model::None.word()))];
        table.extend(funded_by.map(|funded_by| ("funded_by".to_owned(), funded_by.clone())));
        changes.append(KeyPath::of(&["monetisation"]), table);
    }
    let is_gone = |index: &usize| match none {
        true => plan.monetisation[*index].model != Some(Model::None),
        false => word_of(&plan.monetisation[*index]) != Some(word),
    };
    let gone: Vec<usize> = (0..plan.monetisation.len()).filter(is_gone).collect();
    let names: Vec<&str> =
        gone.iter().filter_map(|index| plan.monetisation[*index].id.as_ref()).map(|id| id.as_str()).collect();
    for index in &gone {
        changes.remove(KeyPath::of(&["monetisation"]).index(*index));
    }
    let mut references = ProductReferences { names: &names, changes };
    plan.show(&Trail::Root, &mut references);
}

/// Removes what refers to a removed product.
struct ProductReferences<'a> {
    names: &'a [&'a str],
    changes: &'a mut EditSet,
}

impl Visit for ProductReferences<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind == "product" && self.names.contains(&name) {
            self.changes.remove(at.path());
        }
    }
}
