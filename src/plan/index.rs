//! What is looked up in a plan: what each name refers to, and whose the values are.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::ownership::Ownership;
use super::{HolidayFiles, Plan};
use crate::finding::{DUPLICATE_ID, Finding, FindingList, KeyPath, SIMILAR_NAMES};
use crate::language::Text;
use crate::records::CurrentReadings;
use crate::roster::Roster;
use crate::source::KnownNames;
use crate::value::{canonical_name, name_key, name_looks};

/// What a name refers to: the kind of thing and its index in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// `roles[i]`
    Role(usize),
    /// `people[i]`
    Person(usize),
    /// `activities[i]`
    Activity(usize),
    /// `content[i]`
    Content(usize),
    /// `programmes[i]`
    Programme(usize),
    /// `cohorts[i]`
    Cohort(usize),
    /// `reviews[i]`
    Review(usize),
    /// `channels[i]`
    Channel(usize),
    /// `places[i]`
    Place(usize),
    /// `goals[i]`
    Goal(usize),
    /// `partners[i]`
    Partner(usize),
    /// `segments[i]`
    Segment(usize),
    /// `monetisation[i]`
    Product(usize),
}

impl Thing {
    /// Everything of a plan that others can refer to, kind by kind in the order of the plan.
    pub fn all(plan: &Plan) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        all.extend((0..plan.roles.len()).map(Self::Role));
        all.extend((0..plan.people.len()).map(Self::Person));
        all.extend((0..plan.activities.len()).map(Self::Activity));
        all.extend((0..plan.content.len()).map(Self::Content));
        all.extend((0..plan.programmes.len()).map(Self::Programme));
        all.extend((0..plan.cohorts.len()).map(Self::Cohort));
        all.extend((0..plan.reviews.len()).map(Self::Review));
        all.extend((0..plan.channels.len()).map(Self::Channel));
        all.extend((0..plan.places.len()).map(Self::Place));
        all.extend((0..plan.goals.len()).map(Self::Goal));
        all.extend((0..plan.partners.len()).map(Self::Partner));
        all.extend((0..plan.segments.len()).map(Self::Segment));
        all.extend((0..plan.monetisation.len()).map(Self::Product));
        all
    }

    /// Its route.
    pub fn path(self) -> KeyPath {
        let (table, index) = match self {
            Self::Role(i) => ("roles", i),
            Self::Person(i) => ("people", i),
            Self::Activity(i) => ("activities", i),
            Self::Content(i) => ("content", i),
            Self::Programme(i) => ("programmes", i),
            Self::Cohort(i) => ("cohorts", i),
            Self::Review(i) => ("reviews", i),
            Self::Channel(i) => ("channels", i),
            Self::Place(i) => ("places", i),
            Self::Goal(i) => ("goals", i),
            Self::Partner(i) => ("partners", i),
            Self::Segment(i) => ("segments", i),
            Self::Product(i) => ("monetisation", i),
        };
        KeyPath::of(&[table]).index(index)
    }

    /// The element of a table with this index, where others can refer to it.
    pub fn of(table: &str, index: usize) -> Option<Self> {
        Some(match table {
            "roles" => Self::Role(index),
            "people" => Self::Person(index),
            "activities" => Self::Activity(index),
            "content" => Self::Content(index),
            "programmes" => Self::Programme(index),
            "cohorts" => Self::Cohort(index),
            "reviews" => Self::Review(index),
            "channels" => Self::Channel(index),
            "places" => Self::Place(index),
            "goals" => Self::Goal(index),
            "partners" => Self::Partner(index),
            "segments" => Self::Segment(index),
            "monetisation" => Self::Product(index),
            _ => return None,
        })
    }

    /// Where its name is looked up.
    const fn space(self) -> NameSpace {
        match self {
            Self::Role(_) | Self::Person(_) => NameSpace::Holder,
            Self::Activity(_) | Self::Content(_) | Self::Programme(_) | Self::Cohort(_) | Self::Review(_) => {
                NameSpace::Item
            }
            Self::Channel(_) => NameSpace::Channel,
            Self::Place(_) => NameSpace::Place,
            Self::Goal(_) => NameSpace::Goal,
            Self::Partner(_) => NameSpace::Partner,
            Self::Segment(_) => NameSpace::Segment,
            Self::Product(_) => NameSpace::Product,
        }
    }
}

/// Names that may not be given twice: roles and people share them, and so do items of the calendar.
#[derive(Debug, Clone, Copy)]
enum NameSpace {
    Holder,
    Item,
    Channel,
    Place,
    Goal,
    Partner,
    Segment,
    Product,
}

impl NameSpace {
    /// Where a kind of reference looks.
    fn of(kind: &str) -> Option<Self> {
        Some(match kind {
            "role" | "person" | "holder" => Self::Holder,
            "programme" | "item" => Self::Item,
            "channel" => Self::Channel,
            "place" => Self::Place,
            "goal" => Self::Goal,
            "partner" => Self::Partner,
            "segment" => Self::Segment,
            "product" => Self::Product,
            _ => return None,
        })
    }
}

/// The things of one namespace: by their names, each in one spelling.
#[derive(Debug, Clone, Default)]
struct Names {
    things: BTreeMap<String, KnownThing>,
    /// The spellings by their key; none where several names have it. Made when a name is first written otherwise.
    by_key: OnceLock<HashMap<String, Option<String>>>,
}

/// A thing, and its name where that is spelled otherwise than the names are kept.
#[derive(Debug, Clone)]
struct KnownThing {
    thing: Thing,
    /// The key that gives the name.
    key: &'static str,
    written: Option<String>,
}

impl Names {
    /// The name of the thing that is meant as it is written in the plan, and the thing.
    fn find(&self, name: &str) -> Option<(&str, Thing)> {
        let exact = self.things.get_key_value(canonical_name(name).as_ref());
        let (spelling, named) = exact.or_else(|| {
            let by_key = self.by_key.get_or_init(|| {
                let mut keys = HashMap::new();
                for spelling in self.things.keys() {
                    let one = keys.entry(name_key(spelling));
                    one.and_modify(|one| *one = None).or_insert_with(|| Some(spelling.clone()));
                }
                keys
            });
            self.things.get_key_value(by_key.get(&name_key(name))?.as_ref()?)
        })?;
        Some((named.written.as_ref().unwrap_or(spelling), named.thing))
    }

    fn contains(&self, name: &str) -> bool {
        self.things.contains_key(canonical_name(name).as_ref())
    }

    /// Findings of names that are hard to tell apart.
    fn compare(&self, findings: &mut FindingList) {
        let mut looks = HashMap::new();
        let mut things: Vec<(&String, &KnownThing)> = self.things.iter().collect();
        things.sort_by_key(|(_, named)| named.thing);
        for (spelling, named) in things {
            let name = named.written.as_ref().unwrap_or(spelling);
            let shown = name_looks(spelling);
            if let Some((other, thing)) = shown.iter().find_map(|look| looks.get(look)).copied() {
                let (name, other): (&str, &str) = (name, other);
                let finding = Finding::new(&SIMILAR_NAMES, named.thing.path().key(named.key))
                    .with("value", name)
                    .with("other", other);
                findings.push(finding.related(Thing::path(thing), Text::new("另一个在这里", "the other one is here")));
            }
            looks.extend(shown.map(|look| (look, (name.as_str(), named.thing))));
        }
    }
}

/// What is looked up in a plan: all its names, and whose its values are.
#[derive(Debug, Clone, Default)]
pub struct Index {
    spaces: [Names; 8],
    /// Whose the values are.
    pub ownership: Ownership,
    /// What has been published of it, which its calendar holds on to.
    pub roster: Roster,
    /// What was recorded about it.
    pub readings: CurrentReadings,
    /// The holiday files of its people, places and activities.
    pub holiday_files: HolidayFiles,
}

impl Index {
    /// The same names, with another roster.
    pub fn with_roster(&self, roster: Roster) -> Self {
        Self { roster, ..self.clone() }
    }

    /// Gathers the names of a plan; a name that is taken is a finding, and stays with the first.
    pub fn build(plan: &Plan, findings: &mut FindingList) -> Self {
        let mut index = Self::default();
        macro_rules! gather {
            ($($table:ident as $thing:ident),*) => {$(
                for (at, item) in plan.$table.iter().enumerate() {
                    if let Some(id) = &item.id {
                        index.add(id.as_str(), Thing::$thing(at), "id", findings);
                    }
                }
            )*};
        }
        gather!(roles as Role);
        for (at, person) in plan.people.iter().enumerate() {
            if let Some(name) = person.key().filter(|name| !name.is_empty()) {
                index.add(name, Thing::Person(at), if person.id.is_some() { "id" } else { "name" }, findings);
            }
        }
        gather!(activities as Activity, content as Content, programmes as Programme, cohorts as Cohort);
        gather!(reviews as Review, channels as Channel, places as Place, goals as Goal);
        gather!(partners as Partner, segments as Segment, monetisation as Product);
        index.spaces.iter().for_each(|names| names.compare(findings));
        index
    }

    fn add(&mut self, name: &str, thing: Thing, key: &'static str, findings: &mut FindingList) {
        let names = &mut self.spaces[thing.space() as usize].things;
        let spelling = canonical_name(name);
        match names.get(spelling.as_ref()) {
            Some(first) => findings.push(
                Finding::new(&DUPLICATE_ID, thing.path().key(key))
                    .with("value", name)
                    .related(first.thing.path().key("id"), Text::new("第一次用在这里", "first used here")),
            ),
            None => {
                let written = matches!(&spelling, Cow::Owned(spelling) if spelling != name).then(|| name.to_owned());
                names.insert(spelling.into_owned(), KnownThing { thing, key, written });
            }
        }
    }

    /// What a name refers to: `kind` is one of the kinds of references. Case, width and encoding of the letters do not
    /// count where only one thing can be meant.
    pub fn find(&self, kind: &str, name: &str) -> Option<Thing> {
        self.find_named(kind, name).map(|(_, thing)| thing)
    }

    fn find_named(&self, kind: &str, name: &str) -> Option<(&str, Thing)> {
        let (name, thing) = self.spaces[NameSpace::of(kind)? as usize].find(name)?;
        match (kind, thing) {
            ("role", Thing::Role(_)) | ("person", Thing::Person(_)) | ("programme", Thing::Programme(_)) => {}
            ("role" | "person" | "programme", _) => return None,
            _ => {}
        }
        Some((name, thing))
    }

    /// The names that a kind of reference may use, sorted.
    pub fn names(&self, kind: &str) -> Vec<&str> {
        let Some(space) = NameSpace::of(kind) else { return Vec::new() };
        let names = self.spaces[space as usize].things.iter();
        let names = names.map(|(spelling, named)| named.written.as_ref().unwrap_or(spelling).as_str());
        names.filter(|name| self.find(kind, name).is_some()).collect()
    }

    /// A name that a new thing of this kind may have: the one wanted, else with the first number that is free.
    pub fn free(&self, kind: &str, wanted: &str) -> String {
        let Some(space) = NameSpace::of(kind) else { return wanted.to_owned() };
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        names.find(|name| !self.spaces[space as usize].contains(name)).unwrap_or_default()
    }

    /// The index of a role or person, split by which it is.
    pub fn holder(&self, name: &str) -> Option<Thing> {
        self.find("holder", name)
    }
}

impl KnownNames for Index {
    fn known_name(&self, kind: &'static str, written: &str) -> Option<String> {
        self.find_named(kind, written).map(|(name, _)| name).filter(|name| *name != written).map(str::to_owned)
    }
}
