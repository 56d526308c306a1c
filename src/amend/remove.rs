//! An element is taken out, and what refers to it is taken out too or given to another; or someone leaves on a day.

use std::collections::BTreeMap;

use super::allowances;
use super::impact::{Consequences, KnownBy};
use super::references::references;
use super::{AmendError, EditSet, Element, Reference, Request, Snapshot};
use crate::finding::{Edit, KeyPath, Literal};
use crate::plan::Thing;
use crate::source::{Document, values};
use crate::value::Day;

/// What becomes of the references to an element that is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Referring {
    /// There may be none.
    Refused,
    /// They go with it.
    Removed,
    /// They refer to what is called so instead.
    To(String),
}

/// An element that is taken out.
#[derive(Debug, Clone)]
pub struct Removal {
    /// The element.
    pub element: Element,
    /// What becomes of the references to it.
    pub referring: Referring,
}

impl Removal {
    /// What refers to the element from elsewhere in the plan.
    pub fn references(&self, plan: &Snapshot<'_>) -> Vec<Reference> {
        let all = self.element.thing.map(|thing| references(plan, thing)).unwrap_or_default();
        all.into_iter().filter(|reference| !reference.path.starts_with(&self.element.path)).collect()
    }
}

impl Request for Removal {
    type Effect<'a> = Consequences<'a>;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let mut buffer = String::new();
        let values = values(&Document::parse(before.text, &mut buffer));
        let mut edits = EditSet::default();
        let references = self.references(before);
        let mut gone: Vec<KeyPath> = Vec::new();
        match &self.referring {
            Referring::Refused if !references.is_empty() => {
                return Err(AmendError::StillReferredTo(self.element.label.clone(), references.len()));
            }
            Referring::Refused => {}
            Referring::Removed => gone = references.iter().map(|reference| reference.whole(before)).collect(),
            Referring::To(name) => {
                self.refuse_itself(name, &references, before)?;
                for reference in &references {
                    let other = super::value(&reference.shape(), name, before)
                        .map_err(|wrong| AmendError::WrongValue(reference.path.to_string(), wrong))?;
                    if is_there(reference, &other, &values) || self.is_own(reference, &other, before) {
                        gone.push(reference.whole(before));
                    } else {
                        edits.set(reference.path.clone(), other);
                    }
                }
            }
        }
        gone.push(self.element.path.clone());
        let gone = emptied(gone, &values);
        allowances::shift(before.plan(), &gone, &mut edits);
        gone.into_iter().for_each(|path| edits.remove(path));
        Ok(edits.into_edits(|path| values.at(path)))
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Uid, after.today))
    }
}

impl Removal {
    /// What is taken out cannot be given what referred to it.
    fn refuse_itself(&self, name: &str, references: &[Reference], plan: &Snapshot<'_>) -> Result<(), AmendError> {
        let is_itself = |reference: &Reference| match super::value(&reference.shape(), name, plan) {
            Ok(Literal::Text(id)) => plan.reading.index.find(reference.kind, &id) == self.element.thing,
            _ => false,
        };
        match references.iter().any(is_itself) {
            true => Err(AmendError::ToItself(self.element.label.clone())),
            false => Ok(()),
        }
    }

    /// Whether something would refer to itself: a backup who stands in for themselves.
    fn is_own(&self, reference: &Reference, other: &Literal, plan: &Snapshot<'_>) -> bool {
        let Literal::Text(name) = other else { return false };
        let thing = plan.reading.index.find(reference.kind, name);
        thing.is_some_and(|thing| reference.path.starts_with(&thing.path()))
    }
}

/// Whether a list of names has the other name already.
fn is_there(reference: &Reference, other: &Literal, values: &Literal) -> bool {
    let list = KeyPath(reference.path.0[..reference.path.0.len() - 1].to_vec());
    match values.at(&list) {
        Some(Literal::List(names)) if reference.is_in_list() => names.contains(other),
        _ => false,
    }
}

/// The paths with each list of which all elements go as a whole.
pub(super) fn emptied(gone: Vec<KeyPath>, values: &Literal) -> Vec<KeyPath> {
    let mut lists: BTreeMap<KeyPath, Vec<KeyPath>> = BTreeMap::new();
    for path in gone {
        let parent = KeyPath(path.0[..path.0.len().saturating_sub(1)].to_vec());
        let all = lists.entry(parent).or_default();
        if !all.contains(&path) {
            all.push(path);
        }
    }
    let whole = |(list, paths): (KeyPath, Vec<KeyPath>)| match values.at(&list) {
        Some(Literal::List(elements)) if elements.len() == paths.len() => vec![list],
        _ => paths,
    };
    lists.into_iter().flat_map(whole).collect()
}

/// Someone who leaves: what they did until then stays in the plan.
#[derive(Debug, Clone, Copy)]
pub struct Leave {
    /// Who leaves: an index into `people`.
    pub person: usize,
    /// The first day on which they are gone.
    pub from: Day,
}

impl Leave {
    /// A person of the team leaves, and is gone from a day on.
    pub fn new(element: &Element, from: Day) -> Result<Self, AmendError> {
        match element.thing {
            Some(Thing::Person(person)) => Ok(Self { person, from }),
            _ => Err(AmendError::OnlyPeopleLeave),
        }
    }
}

impl Request for Leave {
    type Effect<'a> = Consequences<'a>;

    fn edits(&self, _: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let last = self.from.plus(-1);
        Ok(vec![Edit::set(KeyPath::of(&["people"]).index(self.person).key("until"), Literal::Day(last))])
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Uid, self.from.max(after.today)))
    }
}

#[cfg(test)]
mod tests;
