//! What it earns with: the products that were not chosen go, and with them what refers to them.

use super::Changes;
use crate::finding::{KeyPath, Literal, Trail};
use crate::interview::setting::{Setting, word_of};
use crate::language::Text;
use crate::plan::money::Model;
use crate::source::{Table, Visit};

pub(super) fn choose(setting: &Setting<'_>, changes: &mut Changes) {
    let plan = &setting.starter.plan;
    let funded_by = setting.answers.get("funded_by");
    let none = setting.earning().as_deref() == Some("none");
    let chosen = setting.element("monetisation", "earning");
    if let (true, Some(funded_by)) = (none && chosen < plan.monetisation.len(), funded_by) {
        changes.set(KeyPath::of(&["monetisation"]).index(chosen).key("funded_by"), funded_by.clone());
    }
    let Some(word) = setting.answers.text("earning").filter(|word| *word != "all") else { return };
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
    let mut references = References { names: &names, changes };
    plan.show(&Trail::Root, &mut references);
}

/// Removes what refers to a product that is gone.
struct References<'a> {
    names: &'a [&'a str],
    changes: &'a mut Changes,
}

impl Visit for References<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind == "product" && self.names.contains(&name) {
            self.changes.remove(at.path());
        }
    }
}
