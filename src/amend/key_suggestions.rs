//! What was probably meant by a key, or a name within a key, that a plan does not have.

use super::{AmendError, Element, Snapshot, plain_key, typed_key};
use crate::finding::{KeyPath, Literal};
use crate::plan::{ELEMENT_KINDS, Plan};
use crate::source::{Document, Shape, Suggestion, Table, TableInfo, resolve, typed_route, values};

impl AmendError {
    /// A key that plans do not have.
    pub(crate) fn no_key(plan: &Snapshot<'_>, key: &str) -> Self {
        Self::NoSuchKey(key.to_owned(), near_keys(plan, key))
    }

    /// A key of which something on the way does not exist.
    pub(super) fn no_thing(plan: &Snapshot<'_>, key: &str) -> Self {
        Self::NoSuchThing(key.to_owned(), near_elements(plan, key))
    }
}

/// The keys that a word means: its route, what people call it, or the end of its route, where few keys have it.
pub(crate) fn keys_meant(word: &str) -> Vec<String> {
    const FEW: usize = 6;
    let route = word.trim().trim_matches(['[', ']']);
    if Plan::TABLE.at(route.split('.')).is_some() {
        return vec![route.to_owned()];
    }
    if let Some(key) = plain_key(word) {
        return vec![key.to_owned()];
    }
    let (mut all, tail) = (Vec::new(), format!(".{route}"));
    routes(Plan::TABLE, "", &mut all);
    let keys = all.into_iter().map(|(route, _)| route.replace("[0]", ""));
    let found: Vec<String> = keys.filter(|key| key.ends_with(&tail)).collect();
    if found.len() > FEW { Vec::new() } else { found }
}

/// The keys nearest to one that plans do not have: misspelt, without the tables around it, or by what it is about.
fn near_keys(plan: &Snapshot<'_>, key: &str) -> Suggestion {
    let (parent, last) = key.rsplit_once('.').map_or((None, key), |(parent, last)| (Some(parent), last));
    let path = parent.map_or(Some(KeyPath::root()), |parent| typed_key(plan, parent).ok());
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
    let is_about =
        |about: &str, word: &str| word.chars().count() > 1 && about.to_lowercase().contains(&word.to_lowercase());
    if let Some(table) = table.filter(|_| found.is_empty() && parent.is_some()) {
        let meant = table.keys.iter().filter(|info| is_about(info.about.zh, last) || is_about(info.about.en, last));
        found.extend(meant.map(|info| whole(info.key.to_owned())));
    }
    if let Some(parent) = parent.filter(|_| table.is_none())
        && let Err(AmendError::NoSuchElement(_, _, Suggestion::Near(names))) = Element::find(parent, plan)
    {
        let routes = names.into_iter().map(|name| format!("{name}.{last}"));
        found.extend(routes.filter(|route| is_key(plan, route)));
    }
    let mut all = Vec::new();
    routes(Plan::TABLE, "", &mut all);
    let tail = format!(".{key}");
    let within = all.iter().filter(|(route, _)| route.ends_with(&tail) || route.contains(&format!("{tail}.")));
    let mut others: Vec<String> = within.map(|(route, _)| route.clone()).collect();
    if found.is_empty() && others.is_empty() && parent.is_some() {
        let tail = format!(".{last}");
        others.extend(all.iter().filter(|(route, _)| route.ends_with(&tail)).map(|(route, _)| route.clone()));
    }
    if found.is_empty() && others.is_empty() {
        others.extend(all.iter().filter(|(_, about)| is_about(about, key)).map(|(route, _)| route.clone()));
    }
    found.extend(others.into_iter().flat_map(|route| of_this_plan(plan, route)));
    if let Some(table) = table.filter(|_| found.is_empty() && parent.is_some()) {
        return Suggestion::All(table.keys.iter().map(|info| whole(info.key.to_owned())).collect());
    }
    found.dedup();
    // what the plan has goes before what it could have
    if found.iter().any(|route| !route.contains("[0]")) {
        found.retain(|route| !route.contains("[0]"));
    }
    found.truncate(3);
    Suggestion::Near(found)
}

/// Whether a key as it is typed means a value that plans can have.
fn is_key(plan: &Snapshot<'_>, key: &str) -> bool {
    typed_key(plan, key).is_ok_and(|path| Plan::TABLE.shape(&path).is_some())
}

/// A route through the first element of a list, through each that the plan has, by what it is called.
fn of_this_plan(plan: &Snapshot<'_>, route: String) -> Vec<String> {
    let Some((list, rest)) = route.split_once("[0].") else { return vec![route] };
    let kind = ELEMENT_KINDS.iter().find(|kind| kind.list.join(".") == list);
    let elements = kind.map(|kind| kind.all(plan)).unwrap_or_default();
    let mut buffer = String::new();
    let document = Document::parse(plan.text, &mut buffer);
    let typed = |element: &Element| {
        let by_name = format!("{}.{rest}", element.label);
        let is_it = typed_key(plan, &by_name).is_ok_and(|path| path.starts_with(&element.path));
        if is_it { by_name } else { format!("{}.{rest}", typed_route(&document, &element.path)) }
    };
    match elements.is_empty() {
        true => vec![route],
        false => elements.iter().map(|(element, _)| typed(element)).collect(),
    }
}

/// The elements of a list nearest to one that a key names: `people.zoe.name`.
fn near_elements(plan: &Snapshot<'_>, key: &str) -> Suggestion {
    let mut words = key.split('.').map(str::trim);
    let (Some(list), Some(word)) = (words.next(), words.next()) else { return Suggestion::NONE };
    let mut buffer = String::new();
    let document = Document::parse(plan.text, &mut buffer);
    let list_path = resolve(&document, list).unwrap_or_else(KeyPath::root);
    let plan = values(&document);
    let Some(Literal::List(elements)) = plan.at(&list_path) else { return Suggestion::NONE };
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
    use crate::amend::fixture::Fixture;

    #[test]
    fn a_word_means_the_keys_that_end_in_it() {
        for (word, keys) in [
            ("enforcer", &["rules.conduct.enforcer"] as &[_]),
            ("renewal.remind", &["monetisation.renewal.remind"]),
            ("人数", &["community.size.now"]),
            ("[[channels]]", &["channels"]),
            ("title", &[]),
            ("nothing", &[]),
        ] {
            assert_eq!(keys_meant(word), keys, "{word}");
        }
    }

    #[test]
    fn keys_are_found_by_spelling_place_and_meaning() {
        let fixture = Fixture::any("[[people]]\nid = \"anke\"\nname = \"Anke\"\n");
        let plan = &fixture.now();
        for (key, expected) in [
            ("community.nmae", "community.name"),
            ("size.now", "community.size.now"),
            ("people.anke.hous_per_week", "people.anke.hours_per_week"),
            ("tmie_zone", "time_zone"),
            ("people.anke.每周", "people.anke.hours_per_week"),
            ("hours_per_week", "Anke.hours_per_week"),
            ("人数", "community.size.now"),
            ("positioning.promise", "positioning.values[0].promise"),
        ] {
            let Suggestion::Near(near) = near_keys(plan, key) else { panic!("{key}") };
            assert!(near.iter().any(|near| near == expected), "{key}: {near:?}");
        }
        assert_eq!(near_keys(plan, "xyzzy"), Suggestion::NONE);
        let both = ["people.Anke.name", "people.anke.name"].map(str::to_owned).to_vec();
        assert_eq!(near_elements(plan, "people.ank.name"), Suggestion::Near(both));
    }
}
