//! What in a plan refers to a thing of it.

use super::Snapshot;
use crate::finding::{KeyPath, Segment, Trail};
use crate::language::Text;
use crate::plan::{Index, Plan, Thing};
use crate::source::{Shape, Table, Visit};

/// A place in which a plan refers to something.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Where.
    pub path: KeyPath,
    /// The kind of thing that it wants.
    pub kind: &'static str,
    /// What such a thing is called.
    pub want: Text,
}

impl Reference {
    /// What goes when the reference goes: the key, or the element that would say nothing without it.
    pub(super) fn whole(&self, plan: &Snapshot<'_>) -> KeyPath {
        let [.., Segment::Index(_), Segment::Key(key)] = self.path.0.as_slice() else { return self.path.clone() };
        let element = KeyPath(self.path.0[..self.path.0.len() - 1].to_vec());
        let table = Plan::TABLE.shape(&element).and_then(|(shape, _)| shape.table());
        let is_first = table.and_then(|table| table.keys.first()).is_some_and(|first| first.key == key.as_ref());
        // a change that says nothing but who does it
        let is_all = match element.0.as_slice() {
            [Segment::Key(list), Segment::Index(at)] if list == "changes" => plan
                .plan()
                .changes
                .get(*at)
                .is_some_and(|change| change.move_to.is_none() && change.cancel != Some(true)),
            _ => false,
        };
        if is_first || is_all { element } else { self.path.clone() }
    }

    /// Whether it is one of several in a list of names.
    pub(super) fn is_in_list(&self) -> bool {
        matches!(self.path.0.last(), Some(Segment::Index(_)))
    }

    /// The shape of what it holds.
    pub(super) const fn shape(&self) -> Shape {
        Shape::Reference(self.kind, self.want)
    }
}

/// Everything that refers to a thing, in the order of the vocabulary.
pub(super) fn references(plan: &Snapshot<'_>, thing: Thing) -> Vec<Reference> {
    let mut found = Found { index: &plan.reading.index, thing, references: Vec::new() };
    plan.plan().show(&Trail::Root, &mut found);
    found.references
}

struct Found<'i> {
    index: &'i Index,
    thing: Thing,
    references: Vec<Reference>,
}

impl Visit for Found<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, want: Text, name: &str) {
        if self.index.find(kind, name) == Some(self.thing) {
            self.references.push(Reference { path: at.path(), kind, want });
        }
    }
}
