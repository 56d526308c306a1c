//! Something gets another name: its title, or the id by which others refer to it, everywhere.

use super::confirm::renamed_entries;
use super::impact::{Consequences, KnownBy};
use super::references::references;
use super::{AmendError, Element, Request, Snapshot};
use crate::finding::{Edit, KeyPath, Literal, Segment};
use crate::plan::{Item, Plan, Thing, cohort_id, item_id};
use crate::source::{Document, Suggestion, Table, values};
use crate::value::{Slug, name_key};

/// A new name for something that has one.
#[derive(Debug, Clone, PartialEq)]
pub struct NewName {
    /// The key that holds the old name.
    pub path: KeyPath,
    /// The new name.
    pub to: String,
    /// Another key with the same old name: a title that is the id as well.
    also: Option<KeyPath>,
    /// What kind of thing it is.
    pub element: Option<Element>,
}

impl NewName {
    /// What is called `from`, by id, title or name, is called `to`. An id stays what others refer to it by, unless it is the
    /// id that is named; one for which the new name is no id gets it as its title.
    pub fn new(from: &str, to: &str, plan: &Snapshot<'_>) -> Result<Self, AmendError> {
        let (from, to) = (from.trim(), to.trim().to_owned());
        if to.is_empty() {
            return Err(AmendError::NoNewName);
        }
        let community = plan.plan().community.name.as_deref();
        let of_community = |to| Self { path: KeyPath::of(&["community", "name"]), to, also: None, element: None };
        if community == Some(from) {
            return Ok(of_community(to));
        }
        let element = match Element::find(from, plan) {
            Err(_) if community.is_some_and(|name| name_key(name) == name_key(from)) => {
                return Ok(of_community(to));
            }
            element => element?,
        };
        let (key, also) = element.keys_of(from, &to, plan);
        let path = |key: &'static str| element.path.clone().key(key);
        Ok(Self { path: path(key), to, also: also.map(path), element: Some(element) })
    }
}

impl Element {
    /// The key that holds a name of it, or that is to hold its new one; and another that holds the same name.
    fn keys_of(&self, name: &str, to: &str, plan: &Snapshot<'_>) -> (&'static str, Option<&'static str>) {
        let mut buffer = String::new();
        let values = values(&Document::parse(plan.text, &mut buffer));
        let keys =
            Plan::TABLE.shape(&self.path).and_then(|(shape, _)| shape.table()).map_or(&[][..], |table| table.keys);
        let text = |key: &'static str| match values.at(&self.path.clone().key(key)) {
            Some(Literal::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let known = |key: &&'static str| keys.iter().any(|info| info.key == *key);
        let title = ["name", "title", "objective", "product", "who"].into_iter().find(known);
        let is_slug = matches!(self.thing, Some(Thing::Person(_))) || to.parse::<Slug>().is_ok();
        match title {
            _ if text("id") == Some(name) && (is_slug || title.is_none()) => {
                ("id", title.filter(|title| text(title) == Some(name)))
            }
            Some(title) => (title, None),
            None => (keys.first().map_or("title", |info| info.key), None),
        }
    }
}

/// The edits that a new value of a key brings with it: what refers to an id refers to the new one, and an id that was made
/// of a title is written down before the title changes, so that lists and calendars know the thing again.
pub(super) fn following(plan: &Snapshot<'_>, path: &KeyPath, value: &Literal) -> Vec<Edit> {
    let Literal::Text(new) = value else { return Vec::new() };
    let mut edits = match path.0.as_slice() {
        [Segment::Key(table), Segment::Key(name)] if table == "community" && name == "name" => {
            let community = &plan.plan().community;
            let is_made = community.id.is_none() && community.name.as_ref().is_some_and(|old| old != new);
            let id = is_made.then(|| plan.plan().id().to_string());
            id.map(|id| Edit::set(KeyPath::of(&["community", "id"]), id)).into_iter().collect()
        }
        [Segment::Key(table), Segment::Index(at), Segment::Key(key)] => match Thing::of(table, *at) {
            Some(thing) => of_thing(plan, thing, key, new),
            None => Vec::new(),
        },
        _ => Vec::new(),
    };
    edits.extend(renamed_entries(plan, path, value));
    edits
}

fn of_thing(plan: &Snapshot<'_>, thing: Thing, key: &str, new: &str) -> Vec<Edit> {
    let old = thing.id(plan.plan());
    let is_name = match thing {
        Thing::Person(person) => key == "name" && plan.plan().people[person].id.is_none(),
        _ => false,
    };
    if (key == "id" || is_name) && old.is_some_and(|old| old != new) {
        let found = references(plan, thing).into_iter();
        return found.map(|reference| Edit::set(reference.path, new)).collect();
    }
    let id = match thing {
        Thing::Activity(at) => item_id(plan.plan(), Item::Activity(at)),
        Thing::Content(at) => item_id(plan.plan(), Item::Content(at)),
        Thing::Review(at) => item_id(plan.plan(), Item::Review(at)),
        Thing::Cohort(at) => cohort_id(plan.plan(), at),
        _ => return Vec::new(),
    };
    let has_title = thing.title(plan.plan()).is_some_and(|title| title != new);
    if key != "title" || old.is_some() || !has_title {
        return Vec::new();
    }
    match plan.reading.index.find("item", &id) {
        // of two that share a title only one can have its id
        Some(_) => Vec::new(),
        None => vec![Edit::set(thing.path().key("id"), id)],
    }
}

impl Request for NewName {
    type Effect<'a> = Consequences<'a>;
    const KEEPS_PLACES: bool = true;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let (shape, _) = Plan::TABLE
            .shape(&self.path)
            .ok_or_else(|| AmendError::NoSuchKey(self.path.to_string(), Suggestion::NONE))?;
        let value = super::value(shape, &self.to, before)
            .map_err(|wrong| AmendError::WrongValue(self.path.to_string(), wrong))?;
        let mut edits = following(before, &self.path, &value);
        edits.push(Edit::set(self.path.clone(), value));
        edits.extend(self.also.clone().map(|also| Edit::set(also, self.to.as_str())));
        Ok(edits)
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Place, after.today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::Fixture;
    use crate::language::Language;
    use crate::library::Library;

    const PLAN: &str = "language = \"en\"\n[community]\nname = \"Club\"\n[[roles]]\nid = \"host\"\n[[people]]\nname = \"Ann\"\nroles = [\"host\"]\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nowner = \"Ann\" # for now\nstaff = [{ role = \"host\" }]\n\
        [[activities]]\ntitle = \"Book table\"\n[[changes]]\nitem = \"talk\"\non = 2026-12-02\n[support]\ncomplaints = \"ask Ann\"\n";

    fn renamed(text: &str, from: &str, to: &str) -> Result<String, AmendError> {
        let fixture = Fixture::any(text);
        let rename = NewName::new(from, to, &fixture.now())?;
        Ok(fixture.amend(rename)?.text.clone())
    }

    #[test]
    fn ids_and_names_that_serve_as_ids_change_everywhere() {
        let text = renamed(PLAN, "host", "guide").expect("a role");
        assert_eq!(text, PLAN.replace("\"host\"", "\"guide\""));
        let text = renamed(PLAN, "talk", "lecture").expect("an activity");
        assert_eq!(text, PLAN.replace("\"talk\"", "\"lecture\""));
        let text = renamed(PLAN, "Ann", "Bea").expect("a person");
        assert_eq!(text, PLAN.replace("\"Ann\"", "\"Bea\""), "texts are left to people");
    }

    #[test]
    fn a_title_that_is_the_id_as_well_changes_with_it() {
        let plan = PLAN.replace("name = \"Ann\"", "id = \"Ann\"\nname = \"Ann\"");
        assert_eq!(renamed(&plan, "Ann", "Bea").expect("a person"), plan.replace("\"Ann\"", "\"Bea\""));
    }

    #[test]
    fn an_empty_name_is_refused_and_capitals_of_the_community_do_not_matter() {
        for from in ["talk", "Club"] {
            assert!(matches!(renamed(PLAN, from, " "), Err(AmendError::NoNewName)));
        }
        assert!(renamed(PLAN, "club", "Circle").expect("the community").contains("name = \"Circle\""));
    }

    #[test]
    fn a_title_that_serves_as_id_writes_it_down() {
        let text = renamed(PLAN, "Book table", "Book evening").expect("an activity");
        assert_eq!(text, PLAN.replace("title = \"Book table\"\n", "title = \"Book evening\"\nid = \"book-table\"\n"));
        let text = renamed(PLAN, "Club", "Circle").expect("the community");
        assert_eq!(text, PLAN.replace("name = \"Club\"\n", "name = \"Circle\"\nid = \"club\"\n"));
        assert_eq!(renamed(PLAN, "Talk", "Lecture"), Ok(PLAN.replace("\"Talk\"", "\"Lecture\"")), "it has an id");
    }

    #[test]
    fn a_name_that_is_no_id_becomes_the_title() {
        let text = renamed(PLAN, "host", "Table host").expect("a role");
        assert_eq!(text, PLAN.replace("id = \"host\"\n", "id = \"host\"\ntitle = \"Table host\"\n"));
    }

    #[test]
    fn a_name_that_is_taken_and_one_that_nothing_has_are_refused() {
        assert!(renamed(PLAN, "host", "Ann").is_ok(), "a title may be as a name");
        let text = format!("{PLAN}[[roles]]\nid = \"guide\"\n");
        assert!(matches!(renamed(&text, "host", "guide"), Err(AmendError::Unsound(_))));
        assert!(matches!(renamed(PLAN, "nobody", "x"), Err(AmendError::NoSuchElement(..))));
    }

    /// There and back, every starter has its bytes again, and on the way no name refers to nothing.
    #[test]
    fn renaming_there_and_back_gives_the_bytes_back() {
        let library = Library::default();
        let mut renamed_things = 0;
        for (name, language) in library.starter_names().into_iter().flat_map(|name| Language::ALL.map(|l| (name, l))) {
            let text = library.starter(name, language).expect("built in");
            let fixture = Fixture::any(text);
            let plan = &fixture.reading.plan;
            // each of them takes a while: every sixth, another one in each starter
            for thing in Thing::all(plan).into_iter().skip(renamed_things % 6).step_by(6) {
                let Some(id) = thing.id(plan) else { continue };
                // a person and a role may have ids of one text in different spaces
                let path = thing.path().key(if matches!(thing, Thing::Person(at) if plan.people[at].id.is_none()) {
                    "name"
                } else {
                    "id"
                });
                let there = fixture.amend(NewName {
                    path: path.clone(),
                    to: "zz-new-name".to_owned(),
                    also: None,
                    element: None,
                });
                let there = there.unwrap_or_else(|error| panic!("{name} {id}: {error}"));
                // making calendars and findings of all of them takes minutes
                if renamed_things.is_multiple_of(40) {
                    let effect = there.effect().expect("a calendar");
                    assert_eq!(effect.impact.entries, [], "{name} {id}: the calendar is the same");
                }
                let away = Fixture::any(&there.text);
                assert_eq!(away.reading.findings.len(), fixture.reading.findings.len(), "{name} {id}");
                let back =
                    away.amend(NewName { path, to: id.to_owned(), also: None, element: None }).expect("it is free");
                assert_eq!(back.text, text, "{name} {id}");
                renamed_things += 1;
            }
        }
        assert!(renamed_things > 50, "{renamed_things}");
    }
}
