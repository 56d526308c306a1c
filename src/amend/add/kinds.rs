//! The kinds of things that can be added, and the keys that each can have.

use super::value;
use crate::language::Text;
use crate::plan::Plan;
use crate::source::{KeyInfo, Shape, Table};

/// A kind of thing that can be added.
#[derive(Debug)]
pub struct Addable {
    /// Its word.
    pub word: &'static str,
    /// What people call it.
    pub name: Text,
    /// The list of the plan.
    pub table: &'static str,
    /// The kind of reference under which its name is looked up.
    pub kind: &'static str,
    /// The keys from which its id is made: the first with a letter of English in it, else the first. Empty where the
    /// name is the id.
    pub named_by: &'static [&'static str],
}

/// Everything that can be added.
pub static ADDABLE: [Addable; 8] = [
    Addable {
        word: "activity",
        name: Text::new("活动", "activity"),
        table: "activities",
        kind: "item",
        named_by: &["title", "form"],
    },
    Addable {
        word: "content",
        name: Text::new("内容", "piece of content"),
        table: "content",
        kind: "item",
        named_by: &["title", "kind"],
    },
    Addable { word: "person", name: Text::new("成员", "person"), table: "people", kind: "holder", named_by: &[] },
    Addable {
        word: "cohort",
        name: Text::new("一期", "cohort"),
        table: "cohorts",
        kind: "item",
        named_by: &["title", "programme"],
    },
    Addable {
        word: "channel",
        name: Text::new("渠道", "channel"),
        table: "channels",
        kind: "channel",
        named_by: &["title", "platform"],
    },
    Addable { word: "place", name: Text::new("地点", "place"), table: "places", kind: "place", named_by: &["name"] },
    Addable {
        word: "partner",
        name: Text::new("合作方", "partner"),
        table: "partners",
        kind: "partner",
        named_by: &["name", "kind"],
    },
    Addable {
        word: "goal",
        name: Text::new("目标", "goal"),
        table: "goals",
        kind: "goal",
        named_by: &["metric", "objective"],
    },
];

impl Addable {
    /// The keys that hold a single value, or several of one kind.
    pub fn keys(&self) -> impl Iterator<Item = &'static KeyInfo> {
        let table = Plan::TABLE.key(self.table).and_then(|info| info.shape.table());
        table.into_iter().flat_map(|table| table.keys).filter(|info| fits_one_value(&info.shape))
    }
}

/// Whether a value of this shape fits in a few words.
fn fits_one_value(shape: &Shape) -> bool {
    match shape {
        Shape::List(Shape::Table(_)) => value::reference_of(shape).is_some(),
        Shape::List(inner) => fits_one_value(inner),
        Shape::Table(_) | Shape::Map(_) | Shape::Either(_) | Shape::Any => false,
        _ => true,
    }
}
