//! A plan without what is still a starter's: only what its people wrote or confirmed can be posted.

use toml::{Table, Value};

use crate::finding::{KeyPath, Segment};
use crate::library::Library;
use crate::plan::ownership::{Ownership, Whose};
use crate::plan::{Reading, read};
use crate::source::Document;

/// Reads a plan again without its borrowed values, and without the tables in which nothing is its own; also the tree that is
/// left. A plan that began with no starter stays as it is.
pub fn own_plan(text: &str, ownership: &Ownership, library: &Library) -> (Reading, Table) {
    let mut tree: Table = text.trim_start_matches('\u{feff}').parse().unwrap_or_default();
    let mut borrowed: Vec<KeyPath> = ownership.borrowed().map(|value| value.path.clone()).collect();
    borrowed.extend(unowned_elements(&tree, ownership));
    // from the end, so that what is taken out of a list does not move what is still to be taken out
    borrowed.sort_unstable();
    for path in borrowed.iter().rev() {
        take_out(&mut tree, &path.0);
    }
    drop_unowned(&mut tree, "", ownership);
    let own = toml::to_string(&tree).unwrap_or_default();
    let mut buffer = String::new();
    (read(&Document::parse(&own, &mut buffer), library), tree)
}

fn take_out(tree: &mut Table, path: &[Segment]) {
    let Some((Segment::Key(first), rest)) = path.split_first() else { return };
    let Some((last, between)) = rest.split_last() else {
        tree.remove(first.as_ref());
        return;
    };
    let start = tree.get_mut(first.as_ref());
    let holder = between.iter().fold(start, |value, step| match (value?, step) {
        (Value::Table(table), Segment::Key(key)) => table.get_mut(key.as_ref()),
        (Value::Array(array), Segment::Index(index)) => array.get_mut(*index),
        _ => None,
    });
    match (holder, last) {
        (Some(Value::Table(table)), Segment::Key(key)) => drop(table.remove(key.as_ref())),
        (Some(Value::Array(array)), Segment::Index(index)) if *index < array.len() => drop(array.remove(*index)),
        _ => {}
    }
}

/// The elements of lists in which nothing is own, and the people, places and partners whose name is a starter's. Channels and
/// roles stay, because others refer to them.
fn unowned_elements(tree: &Table, ownership: &Ownership) -> Vec<KeyPath> {
    let lists = tree.iter().filter_map(|(key, value)| Some((key, value.as_array()?.len())));
    let lists = lists.filter(|(key, _)| !["channels", "roles"].contains(&key.as_str()));
    let elements = lists.flat_map(|(key, length)| {
        let list = KeyPath(vec![Segment::Key(key.clone().into())]);
        (0..length).map(move |index| list.clone().index(index))
    });
    let is_borrowed = |element: &KeyPath| {
        let mut values = ownership.below(element).peekable();
        let is_all = values.peek().is_some() && values.all(|value| value.whose == Whose::Borrowed);
        is_all || ownership.is_borrowed(&element.clone().key("name"))
    };
    elements.filter(is_borrowed).collect()
}

/// Takes out the tables in which only choices are left: those were the starter's too.
fn drop_unowned(table: &mut Table, route: &str, ownership: &Ownership) {
    let at = |key: &str| if route.is_empty() { key.to_owned() } else { format!("{route}.{key}") };
    table.retain(|key, value| !value.is_table() || ownership.holds(&at(key)));
    for (key, value) in table.iter_mut() {
        if let Value::Table(inner) = value {
            drop_unowned(inner, &at(key), ownership);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::library::TemplateKind;

    fn own(text: &str) -> Reading {
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        own_plan(text, &reading.index.ownership, &library).0
    }

    #[test]
    fn a_plan_of_its_own_stays_as_it_is() {
        let text = include_str!("../../examples/chenguang.toml");
        let mut buffer = String::new();
        let before = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        assert_eq!(own(text).plan, before);
    }

    #[test]
    fn nothing_of_a_starter_is_left_until_it_is_replaced_or_confirmed() {
        let file = TemplateKind::Plans.files().iter().find(|file| file.name == "paid-membership").expect("a starter");
        let starter = file.text(Language::En);
        let (head, tail) = starter.split_once("[template]").expect("a table");
        let (_, tail) = tail.split_once("\n[").expect("the next table");
        let copy = |confirmed: &str| {
            let template = format!("[template]\nfrom = \"paid-membership\"\nconfirmed = [{confirmed}]\n[");
            own(&format!("{head}{template}{tail}")).plan
        };
        let plan = copy("");
        assert!(plan.community.name.is_none() && plan.people.is_empty() && plan.activities.is_empty());
        assert!(!plan.channels.is_empty() && plan.channels.iter().all(|channel| channel.title.is_none()));
        assert!(plan.rules.conduct.iter().all(|rule| rule.text.is_none()) && plan.rules.admission.by.is_none());
        assert!(plan.support.keywords.iter().all(|keyword| keyword.reply.is_none()));
        let plan = copy("\"rules.conduct\", \"monetisation\"");
        assert!(plan.rules.conduct.iter().all(|rule| rule.text.is_some()) && plan.rules.admission.by.is_none());
        assert!(
            plan.monetisation.iter().all(|way| way.price.is_none() && way.refund.is_none()),
            "money is never taken over"
        );
        let changed = starter
            .replace("[template]", "[template]\nfrom = \"paid-membership\"")
            .lines()
            .filter(|line| !line.starts_with("title = \"Paid") && !line.starts_with("description = \"Peers"))
            .map(|line| if line.starts_with("complaints =") { "complaints = \"Write to us\"" } else { line })
            .collect::<Vec<_>>()
            .join("\n");
        let support = own(&changed).plan.support;
        assert_eq!((support.complaints.as_deref(), support.faq), (Some("Write to us"), None));
        assert!(support.channel.is_some(), "a choice in a table that is touched is its own");
    }
}
