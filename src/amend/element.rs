//! The elements of a plan that people name: an activity, a person, an honour, by id, title or name.

use super::{AmendError, Snapshot};
use crate::finding::{KeyPath, Literal, Segment};
use crate::language::Text;
use crate::plan::{ELEMENT_KINDS, ElementKind, Plan, Thing};
use crate::source::{ChoiceInfo, Document, Shape, Suggestion, Table, resolve, typed_route, values};
use crate::value::{canonical_name, name_key};

/// One element of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Where it is.
    pub path: KeyPath,
    /// What others refer to it as, where they can.
    pub thing: Option<Thing>,
    /// What kind of element it is.
    pub kind: Text,
    /// What people call it.
    pub label: String,
}

impl ElementKind {
    /// The element of this kind with a name.
    pub fn find(&self, name: &str, plan: &Snapshot<'_>) -> Result<Element, AmendError> {
        let at = || Element::at(name, plan).filter(|element| element.path.keys().eq(self.list.iter().copied()));
        Element::only(self.named(name, plan), name, plan)?.or_else(at).ok_or_else(|| {
            let all = self.all(plan);
            let known = all.iter().map(|(element, names)| (Some(&*element.label), names.first().map(String::as_str)));
            AmendError::NoSuchElement(Some(self.name), name.to_owned(), Suggestion::of_named(name, known))
        })
    }

    /// The elements with a name: those whose id it is, else those that people call so.
    fn named(&self, name: &str, plan: &Snapshot<'_>) -> Vec<Element> {
        let all = self.all(plan);
        let (name, key) = (canonical_name(name), name_key(name));
        let id = |element: &Element| element.thing.and_then(|thing| thing.id(plan.plan()));
        let is_id = |element: &Element| id(element).is_some_and(|id| canonical_name(id) == name);
        let is_called = |names: &[String]| names.iter().any(|called| name_key(called) == key);
        match all.iter().find(|(element, _)| is_id(element)) {
            Some((element, _)) => vec![element.clone()],
            None => all.into_iter().filter(|(_, names)| is_called(names)).map(|(element, _)| element).collect(),
        }
    }

    /// All elements of this kind, each with the names by which it may be meant: its id first, if it has one.
    pub(super) fn all(&self, plan: &Snapshot<'_>) -> Vec<(Element, Vec<String>)> {
        let mut buffer = String::new();
        let values = values(&Document::parse(plan.text, &mut buffer));
        let count = |list: &KeyPath| match values.at(list) {
            Some(Literal::List(elements)) => elements.len(),
            _ => 0,
        };
        let lists = match (self.within().map(|list| KeyPath::of(&[list])), self.list.last()) {
            (Some(list), Some(key)) => (0..count(&list)).map(|at| list.clone().index(at).key(key)).collect(),
            _ => vec![KeyPath::of(self.list)],
        };
        let paths = lists.iter().flat_map(|list| (0..count(list)).map(|at| list.clone().index(at)));
        let keys =
            Plan::TABLE.shape(&self.path()).and_then(|(shape, _)| shape.table()).map_or(&[][..], |table| table.keys);
        let shape_of = |key: &str| keys.iter().find(|info| info.key == key).map(|info| &info.shape);
        // its first key says what it is where nothing names it
        let first = keys.first().map(|info| info.key);
        let element = |path: KeyPath| {
            let Some((value, Segment::Index(at))) = values.at(&path).zip(path.0.last()) else { return None };
            let thing = Thing::of(self.list.first().copied().filter(|_| self.list.len() == 1).unwrap_or_default(), *at);
            let text = |key: &str| match value.at(&KeyPath(vec![Segment::Key(key.to_owned().into())])) {
                Some(Literal::Text(text)) => Some((text.clone(), shape_of(key))),
                _ => None,
            };
            let own = ["id", "name", "title", "handle"].into_iter().chain(first).filter_map(text);
            let mut names: Vec<String> = own.flat_map(|(text, shape)| said(&text, shape)).collect();
            names.extend(thing.into_iter().flat_map(|thing| thing.names(plan.plan())));
            let label = match thing {
                Some(thing) => thing.label(plan.plan(), plan.plan().language()),
                None => {
                    let title = text("title").map(|(title, _)| title);
                    title.or_else(|| names.last().cloned()).unwrap_or_else(|| (at + 1).to_string())
                }
            };
            Some((Element { path, thing, kind: self.name, label }, names))
        };
        paths.filter_map(element).collect()
    }

    /// What those of this kind are called.
    pub fn labels(&self, plan: &Snapshot<'_>) -> Vec<String> {
        self.all(plan).into_iter().map(|(element, _)| element.label).collect()
    }
}

/// A text of a plan as people say it: a word of the vocabulary by its names too.
fn said(text: &str, shape: Option<&Shape>) -> Vec<String> {
    let choice = match shape {
        Some(Shape::Choice(choices)) => ChoiceInfo::meant(choices, text),
        _ => None,
    };
    let names = choice.into_iter().flat_map(|choice| [choice.name.zh, choice.name.en]).map(str::to_owned);
    std::iter::once(text.to_owned()).chain(names).collect()
}

impl Element {
    /// The element with a name, of whatever kind it is, or at a route: `places.hengshan`.
    pub fn find(name: &str, plan: &Snapshot<'_>) -> Result<Self, AmendError> {
        if let Some(element) = Self::at(name, plan) {
            return Ok(element);
        }
        let mut found: Vec<Self> = ELEMENT_KINDS.iter().flat_map(|kind| kind.named(name, plan)).collect();
        // what has a name of its own goes before what names it
        if found.iter().any(|element| element.thing.is_some()) {
            found.retain(|element| element.thing.is_some());
        }
        let step = || Self::of_step(name, plan);
        Self::only(found, name, plan)?.or_else(step).ok_or_else(|| {
            let all: Vec<_> = ELEMENT_KINDS.iter().flat_map(|kind| kind.all(plan)).collect();
            let known = all.iter().map(|(element, names)| (Some(&*element.label), names.first().map(String::as_str)));
            let near = match Suggestion::of_named(name, known) {
                // there are too many of them
                Suggestion::All(_) => Suggestion::Near(Vec::new()),
                near => near,
            };
            AmendError::NoSuchElement(None, name.to_owned(), near)
        })
    }

    /// The element at a route as people type it.
    fn at(route: &str, plan: &Snapshot<'_>) -> Option<Self> {
        let mut buffer = String::new();
        let path = resolve(&Document::parse(plan.text, &mut buffer), route)?;
        let kind = ELEMENT_KINDS.iter().find(|kind| path.keys().eq(kind.list.iter().copied()))?;
        kind.all(plan).into_iter().map(|(element, _)| element).find(|element| element.path == path)
    }

    /// The only one of those found; none of none.
    fn only(mut found: Vec<Self>, name: &str, plan: &Snapshot<'_>) -> Result<Option<Self>, AmendError> {
        if found.len() < 2 {
            return Ok(found.pop());
        }
        let mut buffer = String::new();
        let document = Document::parse(plan.text, &mut buffer);
        let routes = found.iter().map(|element| typed_route(&document, &element.path)).collect();
        Err(AmendError::SeveralElements(name.to_owned(), routes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::Fixture;

    const PLAN: &str = "language = \"zh-CN\"\n[culture]\nhonours = [{ name = \"读满十本\" }]\n[[people]]\nid = \"lin\"\nname = \"林夏\"\n\
        [[roles]]\nid = \"host\"\n[[activities]]\nid = \"salon\"\ntitle = \"共桌日\"\n[[activities]]\ntitle = \"共桌日\"\n\
        [[channels]]\nplatform = \"wechat-group\"\n[[partners]]\nkind = \"kol\"\n";

    #[test]
    fn elements_are_found_by_id_title_and_names_in_both_languages() {
        let fixture = Fixture::any(PLAN);
        for (kind, name, path) in [
            ("人", "林夏", "people[0]"),
            ("person", "lin", "people[0]"),
            ("角色", "主持", "roles[0]"),
            ("role", "Host", "roles[0]"),
            ("activity", "salon", "activities[0]"),
            ("群", "wechat group", "channels[0]"),
            ("荣誉", "读满十本", "culture.honours[0]"),
        ] {
            let kind = ElementKind::meant(kind).expect("a kind");
            assert_eq!(
                kind.find(name, &fixture.now()).map(|element| element.path.to_string()),
                Ok(path.to_owned()),
                "{name}"
            );
        }
        assert_eq!(Element::find("林夏", &fixture.now()).map(|element| element.kind.en), Ok("person"));
        for route in ["activities[1]", "activities.salon", "culture.honours.读满十本", "people.lin"] {
            assert!(Element::find(route, &fixture.now()).is_ok(), "{route}");
        }
        assert!(
            Element::find("activities", &fixture.now()).is_err() && Element::find("culture", &fixture.now()).is_err()
        );
    }

    #[test]
    fn several_of_one_name_and_none_are_refused() {
        let fixture = Fixture::any(PLAN);
        let kind = ElementKind::meant("活动").expect("a kind");
        let routes = vec!["activities.salon".to_owned(), "activities[1]".to_owned()];
        assert_eq!(kind.find("共桌日", &fixture.now()), Err(AmendError::SeveralElements("共桌日".to_owned(), routes)));
        let near = kind.find("salom", &fixture.now()).expect_err("no such activity");
        assert!(near.hint(crate::language::Language::En).is_some_and(|hint| hint.contains("salon")), "{near}");
    }

    #[test]
    fn every_list_of_tables_has_a_kind() {
        for info in Plan::TABLE.keys {
            let nested = match info.shape {
                Shape::Table(table) => {
                    table.keys.iter().map(|inner| (vec![info.key, inner.key], &inner.shape)).collect()
                }
                _ => vec![(vec![info.key], &info.shape)],
            };
            for (list, shape) in nested {
                if matches!(shape, Shape::List(Shape::Table(_))) {
                    assert!(ELEMENT_KINDS.iter().any(|kind| kind.list == list), "{list:?}");
                }
            }
        }
    }

    #[test]
    fn no_word_means_two_kinds() {
        let mut words: Vec<String> = Vec::new();
        for kind in ELEMENT_KINDS {
            let mut own: Vec<String> = [kind.word, kind.name.zh, kind.name.en]
                .iter()
                .chain(kind.also)
                .map(|word| word.to_lowercase())
                .collect();
            own.sort();
            own.dedup();
            words.extend(own);
        }
        let all = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
