//! A route as people type it → a route of the tree.

use std::borrow::Cow;

use toml::de::DeValue;

use super::document::{Document, value_at};
use crate::finding::{KeyPath, Segment};

/// The route that a person means: keys joined by dots, elements by `[n]` or by their id or name
/// (`activities.salon.when`, `people.小雨.hours_per_week`). The last key need not exist yet.
pub fn resolve(document: &Document<'_>, text: &str) -> Option<KeyPath> {
    resolve_below(document, &KeyPath::root(), text)
}

/// The same of a route that begins at an element.
pub fn resolve_below(document: &Document<'_>, from: &KeyPath, text: &str) -> Option<KeyPath> {
    let mut path = from.clone();
    for name in text.split('.').map(str::trim) {
        let (name, indices) = name.split_once('[').map_or((name, ""), |(name, rest)| (name, rest));
        if name.is_empty() {
            return None;
        }
        match value_at(document, &path) {
            Some(DeValue::Array(array)) => {
                let name = name.trim_matches('"');
                let is_it = |element: &DeValue<'_>| {
                    let table = element.as_table();
                    NAMES.iter().any(|key| table.and_then(|t| t.get(*key)?.get_ref().as_str()) == Some(name))
                };
                path = path.index(array.iter().position(|element| is_it(element.get_ref()))?);
            }
            _ => path.0.push(Segment::Key(Cow::Owned(name.trim_matches('"').to_owned()))),
        }
        for index in indices.split('[').filter(|part| !part.is_empty()) {
            path = path.index(index.strip_suffix(']')?.parse().ok()?);
        }
    }
    Some(path)
}

/// The keys by whose texts an element is named, the surest first.
const NAMES: [&str; 4] = ["id", "name", "title", "item"];

/// Elements of longer lists are called by their numbers: to find out whether a name is the only one of its kind takes a
/// look at all of them, for every route.
const NAMED: usize = 500;

/// A route as a person would type it: an element by its name where that is the only one, else by its number.
pub fn typed_route(document: &Document<'_>, path: &KeyPath) -> String {
    let mut typed = KeyPath::root().to_string();
    for (at, segment) in path.0.iter().enumerate() {
        let here = KeyPath(path.0[..=at].to_vec());
        match segment {
            Segment::Key(_) => {
                let key = KeyPath(vec![segment.clone()]).to_string();
                typed = if typed.is_empty() { key } else { format!("{typed}.{key}") };
            }
            Segment::Index(index) => {
                let list = value_at(document, &KeyPath(path.0[..at].to_vec())).and_then(DeValue::as_array);
                let list = list.filter(|list| list.len() <= NAMED);
                let table = list.and_then(|list| list.get(*index)?.get_ref().as_table());
                let name = |key: &&str| table.and_then(|table| table.get(*key)?.get_ref().as_str());
                let is_ours = |name: &&str| {
                    let can_be_typed = !name.contains(['.', '[', ']', '"']) && name.trim() == *name;
                    can_be_typed && resolve(document, &format!("{typed}.{name}")) == Some(here.clone())
                };
                typed = match NAMES.iter().filter_map(name).find(is_ours) {
                    Some(name) => format!("{typed}.{name}"),
                    None => format!("{typed}[{index}]"),
                };
            }
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_routes_by_name() {
        let mut buffer = String::new();
        let document = Document::parse("[[people]]\nname = \"小雨\"\n[[people]]\nid = \"lin\"\n", &mut buffer);
        let found = |text: &str| resolve(&document, text).map(|path| path.to_string());
        assert_eq!(found("people.lin.hours").as_deref(), Some("people[1].hours"));
        assert_eq!(found("people.小雨.hours").as_deref(), Some("people[0].hours"));
        assert_eq!(found("people.\"小雨\".hours").as_deref(), Some("people[0].hours"));
        assert_eq!(found("people[0].x").as_deref(), Some("people[0].x"));
        assert_eq!(found("people.nobody.x"), None);
        assert_eq!(found("community.size.now").as_deref(), Some("community.size.now"));
        assert_eq!(found("a..b"), None);
    }

    #[test]
    fn routes_are_typed_by_name_where_that_is_enough() {
        let mut buffer = String::new();
        let text = "[[a]]\nid = \"x\"\n[[a]]\nid = \"x\"\nn = [{ m = 1 }]\n[[a]]\ntitle = \"v1.2\"\n";
        let document = Document::parse(text, &mut buffer);
        for (path, typed) in [
            (KeyPath::of(&["a"]).index(0).key("n"), "a.x.n"),
            (KeyPath::of(&["a"]).index(1).key("n").index(0).key("m"), "a[1].n[0].m"),
            (KeyPath::of(&["a"]).index(2), "a[2]"),
        ] {
            assert_eq!(typed_route(&document, &path), typed);
            assert_eq!(resolve(&document, typed), Some(path));
        }
        let long: String = (0..=NAMED).map(|n| format!("[[a]]\nid = \"x{n}\"\n")).collect();
        let mut buffer = String::new();
        let document = Document::parse(&long, &mut buffer);
        assert_eq!(typed_route(&document, &KeyPath::of(&["a"]).index(7)), "a[7]");
    }
}
