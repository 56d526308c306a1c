//! A route as people type it → a route of the tree.

use std::borrow::Cow;

use toml::de::DeValue;

use super::document::{Document, value_at};
use crate::finding::{KeyPath, Segment};

/// The route that a person means: keys joined by dots, elements by `[n]` or by their id or name
/// (`activities.salon.when`, `people.小雨.hours_per_week`). The last key need not exist yet.
pub fn resolve(document: &Document<'_>, text: &str) -> Option<KeyPath> {
    let mut path = KeyPath::root();
    for name in text.split('.').map(str::trim) {
        let (name, indices) = name.split_once('[').map_or((name, ""), |(name, rest)| (name, rest));
        if name.is_empty() {
            return None;
        }
        match value_at(document, &path) {
            Some(DeValue::Array(array)) => {
                let is_it = |element: &DeValue<'_>| {
                    let table = element.as_table();
                    ["id", "name", "title", "item"]
                        .iter()
                        .any(|key| table.and_then(|t| t.get(*key)?.get_ref().as_str()) == Some(name))
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
        assert_eq!(found("people[0].x").as_deref(), Some("people[0].x"));
        assert_eq!(found("people.nobody.x"), None);
        assert_eq!(found("community.size.now").as_deref(), Some("community.size.now"));
        assert_eq!(found("a..b"), None);
    }
}
