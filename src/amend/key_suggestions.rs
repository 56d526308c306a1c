//! What was probably meant by a key, or a name within a key, that a plan does not have.

use crate::finding::{KeyPath, Literal};
use crate::plan::Plan;
use crate::source::{Document, Shape, Suggestion, Table, TableInfo, resolve, values};

/// The keys nearest to one that plans do not have: misspelt, without the tables around it, or by what it is about.
pub(super) fn near_keys(document: &Document<'_>, key: &str) -> Suggestion {
    let (parent, last) = key.rsplit_once('.').map_or((None, key), |(parent, last)| (Some(parent), last));
    let path = parent.map_or(Some(KeyPath::root()), |parent| resolve(document, parent));
    let table = path.and_then(|path| match path.0.is_empty() {
        true => Some(Plan::TABLE),
        false => Plan::TABLE.shape(&path)?.0.table(),
    });
    let keys = table.into_iter().flat_map(|table| table.keys).map(|info| info.key);
    let misspelt = match Suggestion::new(last, keys) {
        Suggestion::Near(keys) => keys,
        Suggestion::All(_) => Vec::new(),
    };
    let whole = |key: String| parent.map_or(key.clone(), |parent| format!("{parent}.{key}"));
    let mut found: Vec<String> = misspelt.into_iter().map(whole).collect();
    let mut all = Vec::new();
    routes(Plan::TABLE, "", &mut all);
    let tail = format!(".{key}");
    let within = all.iter().filter(|(route, _)| route.ends_with(&tail) || route.contains(&format!("{tail}.")));
    found.extend(within.map(|(route, _)| route.clone()));
    if found.is_empty() && parent.is_some() {
        let tail = format!(".{last}");
        found.extend(all.iter().filter(|(route, _)| route.ends_with(&tail)).map(|(route, _)| route.clone()));
    }
    if found.is_empty() {
        let is_about = |about: &str| key.chars().count() > 1 && about.to_lowercase().contains(&key.to_lowercase());
        found.extend(all.iter().filter(|(_, about)| is_about(about)).map(|(route, _)| route.clone()));
    }
    found.dedup();
    found.truncate(3);
    Suggestion::Near(found)
}

/// The elements of a list nearest to one that a key names: `people.zoe.name`.
pub(super) fn near_elements(document: &Document<'_>, key: &str) -> Suggestion {
    let mut words = key.split('.').map(str::trim);
    let (Some(list), Some(word)) = (words.next(), words.next()) else { return Suggestion::NONE };
    let plan = values(document);
    let Some(Literal::List(elements)) = plan.at(&resolve(document, list).unwrap_or_else(KeyPath::root)) else {
        return Suggestion::NONE;
    };
    let text = |element: &Literal, wanted: &str| match element {
        Literal::Table(keys) => keys.iter().find_map(|(key, value)| match value {
            Literal::Text(text) if key == wanted => Some(text.clone()),
            _ => None,
        }),
        _ => None,
    };
    let title = |element: &Literal| ["title", "name", "item"].iter().find_map(|key| text(element, key));
    let named: Vec<_> = elements.iter().map(|element| (title(element), text(element, "id"))).collect();
    let suggestion = Suggestion::of_named(word, named.iter().map(|(title, id)| (title.as_deref(), id.as_deref())));
    let rest: String = words.map(|word| format!(".{word}")).collect();
    let whole = |name: String| format!("{list}.{name}{rest}");
    match suggestion {
        Suggestion::Near(names) => Suggestion::Near(names.into_iter().map(whole).collect()),
        Suggestion::All(names) => Suggestion::All(names.into_iter().map(whole).collect()),
    }
}

/// Every key that holds a value, in lists of the first element, and what it is about in both languages.
fn routes(table: &TableInfo, before: &str, out: &mut Vec<(String, String)>) {
    for info in table.keys {
        let route = if before.is_empty() { info.key.to_owned() } else { format!("{before}.{}", info.key) };
        match info.shape {
            Shape::Table(table) => routes(table, &route, out),
            Shape::List(Shape::Table(table)) => routes(table, &format!("{route}[0]"), out),
            _ => out.push((route, format!("{} / {}", info.about.zh, info.about.en))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_by_spelling_place_and_meaning() {
        let mut buffer = String::new();
        let document = Document::parse("[[people]]\nid = \"anke\"\nname = \"Anke\"\n", &mut buffer);
        for (key, expected) in [
            ("community.nmae", "community.name"),
            ("size.now", "community.size.now"),
            ("people.anke.hous_per_week", "people.anke.hours_per_week"),
            ("tmie_zone", "time_zone"),
            ("人数", "community.size.now"),
            ("positioning.promise", "positioning.values[0].promise"),
        ] {
            let Suggestion::Near(near) = near_keys(&document, key) else { panic!("{key}") };
            assert!(near.iter().any(|near| near == expected), "{key}: {near:?}");
        }
        assert_eq!(near_keys(&document, "xyzzy"), Suggestion::NONE);
        let both = ["people.Anke.name", "people.anke.name"].map(str::to_owned).to_vec();
        assert_eq!(near_elements(&document, "people.ank.name"), Suggestion::Near(both));
    }
}
