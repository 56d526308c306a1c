//! What is looked up in a plan: what each name refers to, and whose the values are.

use std::collections::BTreeMap;

use super::Plan;
use super::ownership::Ownership;
use crate::finding::{DUPLICATE_ID, Finding, KeyPath};
use crate::language::Text;

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

/// What is looked up in a plan: all its names, and whose its values are.
#[derive(Debug, Clone, Default)]
pub struct Index {
    spaces: [BTreeMap<String, Thing>; 8],
    /// Whose the values are.
    pub ownership: Ownership,
}

impl Index {
    /// Gathers the names of a plan; a name that is taken is a finding, and stays with the first.
    pub fn build(plan: &Plan, findings: &mut Vec<Finding>) -> Self {
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
        index
    }

    fn add(&mut self, name: &str, thing: Thing, key: &'static str, findings: &mut Vec<Finding>) {
        let space = &mut self.spaces[thing.space() as usize];
        match space.get(name) {
            Some(first) => findings.push(
                Finding::new(&DUPLICATE_ID, thing.path().key(key))
                    .with("value", name)
                    .related(first.path().key("id"), Text::new("第一次用在这里", "first used here")),
            ),
            None => {
                space.insert(name.to_owned(), thing);
            }
        }
    }

    /// What a name refers to: `kind` is one of the kinds of references.
    pub fn find(&self, kind: &str, name: &str) -> Option<Thing> {
        let thing = *self.spaces[NameSpace::of(kind)? as usize].get(name)?;
        match (kind, thing) {
            ("role", Thing::Role(_)) | ("person", Thing::Person(_)) | ("programme", Thing::Programme(_)) => Some(thing),
            ("role" | "person" | "programme", _) => None,
            _ => Some(thing),
        }
    }

    /// The names that a kind of reference may use, sorted.
    pub fn names(&self, kind: &str) -> Vec<&str> {
        let Some(space) = NameSpace::of(kind) else { return Vec::new() };
        let names = self.spaces[space as usize].keys().map(String::as_str);
        names.filter(|name| self.find(kind, name).is_some()).collect()
    }

    /// A name that a new thing of this kind may have: the one wanted, else with the first number that is free.
    pub fn free(&self, kind: &str, wanted: &str) -> String {
        let Some(space) = NameSpace::of(kind) else { return wanted.to_owned() };
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        names.find(|name| !self.spaces[space as usize].contains_key(name)).unwrap_or_default()
    }

    /// The index of a role or person, split by which it is.
    pub fn holder(&self, name: &str) -> Option<Thing> {
        self.find("holder", name)
    }
}
