//! A key as people type it → its route: by keys, or beginning with what an element is called (`答疑夜.when`).

use super::{AmendError, Element, Snapshot, plain_key};
use crate::finding::KeyPath;
use crate::language::Text;
use crate::plan::{ELEMENT_KINDS, ElementKind, Plan};
use crate::source::{Document, Shape, Table, resolve, resolve_below};

/// The route that a key means, which need not exist yet. Keys go before names.
pub fn typed_key(plan: &Snapshot<'_>, key: &str) -> Result<KeyPath, AmendError> {
    let mut buffer = String::new();
    let document = Document::parse(plan.text, &mut buffer);
    let by_keys = resolve(&document, key);
    let is_known =
        |path: &KeyPath| path.keys().next().is_some_and(|first| Plan::TABLE.keys.iter().any(|info| info.key == first));
    if let Some(path) = by_keys.clone().filter(is_known) {
        return Ok(path);
    }
    // a name may have dots of its own: the longest that is one
    for (at, _) in key.rmatch_indices('.') {
        match named(plan, &key[..at]) {
            Ok(element) => {
                let path = resolve_below(&document, &element.path, &key[at + 1..]);
                return path.ok_or_else(|| AmendError::no_thing(plan, key));
            }
            Err(several @ AmendError::SeveralElements(..)) => return Err(several),
            Err(_) => {}
        }
    }
    let whole = named(plan, key).ok().map(|element| element.path);
    let plain = || plain_key(key).and_then(|key| resolve(&document, key));
    whole.or_else(plain).or(by_keys).ok_or_else(|| AmendError::no_thing(plan, key))
}

/// The same, with the shape of its values and what it is about.
pub fn typed_key_of_plans(plan: &Snapshot<'_>, key: &str) -> Result<(KeyPath, &'static Shape, Text), AmendError> {
    let path = typed_key(plan, key)?;
    let (shape, about) = Plan::TABLE.shape(&path).ok_or_else(|| AmendError::no_key(plan, key))?;
    Ok((path, shape, about))
}

/// The element of a name, with or without its kind or its list in front: `people.敏姐`, `活动.答疑夜`.
fn named(plan: &Snapshot<'_>, name: &str) -> Result<Element, AmendError> {
    let bare = name.trim().trim_matches('"');
    Element::find(bare, plan).or_else(|error| match name.split_once('.') {
        Some((kind, rest)) => match kind_of(kind) {
            Some(kind) => kind.find(rest.trim().trim_matches('"'), plan),
            None => Err(error),
        },
        None => Err(error),
    })
}

fn kind_of(word: &str) -> Option<&'static ElementKind> {
    ELEMENT_KINDS.iter().find(|kind| kind.list == [word.trim()]).or_else(|| ElementKind::meant(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::Fixture;

    const PLAN: &str = "[[people]]\nid = \"anke\"\nname = \"Anke B\"\n[[roles]]\nid = \"host\"\ntitle = \"Night host\"\n\
        [[channels]]\ntitle = \"1群\"\n[[activities]]\ntitle = \"答疑夜\"\n[[activities]]\nid = \"demo\"\ntitle = \"v1.2 night\"\n\
        [[activities]]\ntitle = \"Twice\"\n[[activities]]\ntitle = \"Twice\"\n[[topics]]\ntitle = \"rules\"\n";

    #[test]
    fn a_key_may_begin_with_what_an_element_is_called() {
        let fixture = Fixture::any(PLAN);
        for (key, route) in [
            ("答疑夜.when", "activities[0].when"),
            ("v1.2 night.steps[0].at", "activities[1].steps[0].at"),
            ("demo.when", "activities[1].when"),
            ("anke b.hours_per_week", "people[0].hours_per_week"),
            ("\"Night host\".duties", "roles[0].duties"),
            ("1群.size", "channels[0].size"),
            ("people.ANKE B.name", "people[0].name"),
            ("activities.\"v1.2 night\".when", "activities[1].when"),
            ("活动.答疑夜.when", "activities[0].when"),
            // keys go before names
            ("rules.conduct", "rules.conduct"),
        ] {
            let path = typed_key(&fixture.now(), key).map(|path| path.to_string());
            assert_eq!(path, Ok(route.to_owned()), "{key}");
        }
        let several = typed_key(&fixture.now(), "twice.when");
        assert!(matches!(several, Err(AmendError::SeveralElements(..))), "{several:?}");
    }

    #[test]
    fn a_key_of_no_element_is_answered_with_the_names_of_this_plan() {
        let fixture = Fixture::any(PLAN);
        for (key, near) in [
            ("答疑也.when", "答疑夜.when"),
            ("答疑夜.wheen", "答疑夜.when"),
            ("when", "答疑夜.when"),
            ("Night hots.duties", "Night host.duties"),
        ] {
            let wrong = typed_key_of_plans(&fixture.now(), key).map(|(path, ..)| path).expect_err(key);
            let hint = wrong.hint(crate::language::Language::En).unwrap_or_default();
            assert!(hint.contains(near), "{key}: {hint}");
        }
    }
}
