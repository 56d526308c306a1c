//! Every value of a plan's tree that could come from a starter, with its place by name instead of by number.

use std::fmt::Write;

use toml::de::{DeTable, DeValue};

use super::digest::Hash;
use crate::finding::{KeyPath, Segment};
use crate::source::{Shape, TableInfo};
use crate::value::Day;

/// Tables that say how the file is treated, not what the community is.
pub(super) const UNCOMPARED: [&str; 5] = ["template", "lint", "extra", "limits", "changes"];
/// The columns from which a text is long enough to be nobody's by chance: wherever it is, it is the starter's.
const PROSE: usize = 12;

/// What a value can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// A text, an amount, a count or a cadence.
    Written,
    /// A date, or a cadence of one date: it moves with the first day of the plan.
    Dated,
    /// A choice, a switch, a reference or an id: chosen, so never borrowed.
    Chosen,
}

/// A place in the tree: on the stack, made into words only where they are wanted.
pub(super) struct Spot<'a> {
    up: Option<&'a Self>,
    step: PathStep<'a>,
    /// Of the keys above.
    route: Hash,
    /// Of the keys and the elements above.
    identity: Hash,
}

enum PathStep<'a> {
    Root,
    Key(&'static str),
    /// An element by its index and its name, if it has one.
    Element(usize, Option<&'a str>),
}

impl<'a> Spot<'a> {
    pub(super) const fn root() -> Self {
        Self { up: None, step: PathStep::Root, route: Hash::NEW, identity: Hash::NEW }
    }

    fn key(&'a self, key: &'static str) -> Self {
        let (route, identity) = (self.route.with(key), self.identity.with(key));
        Self { up: Some(self), step: PathStep::Key(key), route, identity }
    }

    fn element(&'a self, index: usize, id: Option<&'a str>, name: Option<&'a str>) -> Self {
        let mut identity = self.identity.with(id.or(name).unwrap_or_default());
        // who has another name is another person, whatever the id
        if let (Some(_), Some(name), PathStep::Key("people")) = (id, name, &self.step) {
            identity = identity.with(name);
        }
        Self { up: Some(self), step: PathStep::Element(index, id.or(name)), route: self.route, identity }
    }

    /// The digest of a value here: of prose and of its keys; of anything shorter with the element that holds it.
    pub(super) fn digest(&self, value: &str) -> u32 {
        let is_prose = unicode_width::UnicodeWidthStr::width(value) >= PROSE;
        if is_prose { self.route.with(value) } else { self.identity.with(value) }.short()
    }

    /// Whether this is the first day, from which all others are counted.
    fn is_first_day(&self) -> bool {
        matches!(self.step, PathStep::Key("starts")) && self.table() == "lifecycle"
    }

    /// The table at the top.
    pub(super) fn table(&self) -> &'static str {
        match (self.up, &self.step) {
            (Some(Spot { step: PathStep::Root, .. }), PathStep::Key(key)) => key,
            (Some(up), _) => up.table(),
            (None, _) => "",
        }
    }

    /// The route with indices.
    pub(super) fn path(&self) -> KeyPath {
        let mut path = self.up.map(Self::path).unwrap_or_default();
        match self.step {
            PathStep::Root => {}
            PathStep::Key(key) => path.0.push(Segment::Key(key.into())),
            PathStep::Element(index, _) => path.0.push(Segment::Index(index)),
        }
        path
    }

    /// The keys alone: `rules.conduct.text`.
    pub(super) fn route(&self) -> String {
        let mut route = self.up.map(Self::route).unwrap_or_default();
        if let PathStep::Key(key) = self.step {
            let dot = if route.is_empty() { "" } else { "." };
            let _ = write!(route, "{dot}{key}");
        }
        route
    }

    /// The keys, and each element by its name, so that its place in the list does not matter: `activities`, `.salon`,
    /// `.title`.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = self.up.map(Self::names).unwrap_or_default();
        match self.step {
            PathStep::Root => {}
            PathStep::Key(key) if names.is_empty() => names.push(key.to_owned()),
            PathStep::Key(key) => names.push(format!(".{key}")),
            PathStep::Element(_, Some(own)) => names.push(step(own)),
            PathStep::Element(index, None) => names.push(format!("[{index}]")),
        }
        names
    }
}

/// The step to an element of this name.
pub fn step(name: &str) -> String {
    if is_plain(name) { format!(".{name}") } else { format!(".{name:?}") }
}

/// Whether a name can be part of a route without quotes.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// What happens with the values.
pub(super) trait Visitor {
    /// A value as it is written, its digest, and of a date that of its distance from the first day.
    fn value(&mut self, spot: &Spot<'_>, value: &str, digests: [u32; 2], kind: ValueKind);
    /// A table begins.
    fn enter(&mut self);
    /// The last table that began ends.
    fn leave(&mut self);
}

/// Walks a plan.
pub(super) fn walk(tree: &DeTable<'_>, info: &'static TableInfo, visitor: &mut dyn Visitor) {
    let root = Spot::root();
    let starts = tree.get("lifecycle").and_then(|table| table.get_ref().as_table()?.get("starts"));
    let walk = Walk { starts: starts.and_then(|day| written(day.get_ref())?.parse().ok()) };
    for key in info.keys.iter().filter(|key| key.shape.table().is_some() && !UNCOMPARED.contains(&key.key)) {
        if let Some(value) = tree.get(key.key) {
            walk.visit(value.get_ref(), &key.shape, &root.key(key.key), visitor);
        }
    }
}

/// What is known of the plan that is walked.
struct Walk {
    starts: Option<Day>,
}

impl Walk {
    fn visit(&self, value: &DeValue<'_>, shape: &'static Shape, spot: &Spot<'_>, visitor: &mut dyn Visitor) {
        match (value, shape) {
            (DeValue::Table(table), Shape::Table(info)) => {
                visitor.enter();
                for key in info.keys {
                    if let Some(value) = table.get(key.key) {
                        self.visit(value.get_ref(), &key.shape, &spot.key(key.key), visitor);
                    }
                }
                visitor.leave();
            }
            (DeValue::Array(array), Shape::List(inner)) => {
                for (index, element) in array.iter().enumerate() {
                    let element = element.get_ref();
                    let (id, name) = match element {
                        DeValue::Table(table) => named(table, inner),
                        other => (None, other.as_str()),
                    };
                    self.visit(element, inner, &spot.element(index, id, name), visitor);
                }
            }
            (value, Shape::Either(shapes)) => {
                let is_list = value.is_array();
                let fits = |shape: &&'static Shape| matches!(shape, Shape::List(_)) == is_list;
                if let Some(shape) = shapes.iter().find(fits) {
                    self.visit(value, shape, spot, visitor);
                }
            }
            (value, shape) => {
                let Some(written) = written(value) else { return };
                let written = written.trim();
                let digest = spot.digest(written);
                match (kind(spot, shape), self.moved(written).filter(|_| !spot.is_first_day())) {
                    (ValueKind::Written, Some(moved)) => {
                        visitor.value(spot, written, [digest, spot.digest(&moved)], ValueKind::Dated);
                    }
                    (kind, _) => visitor.value(spot, written, [digest; 2], kind),
                }
            }
        }
    }

    /// A date as its distance from the first day, so that it stays the same when all dates move by whole weeks, as they do
    /// when a plan is made from a starter; the first day itself moves freely.
    fn moved(&self, written: &str) -> Option<String> {
        let (day, rest) = written.split_at_checked(10)?;
        let (day, starts): (Day, Day) = (day.parse().ok()?, self.starts?);
        if day == starts {
            return Some(format!("first day{rest}"));
        }
        // the first Tuesday from the first day on: starters begin on one
        let tuesday = starts.plus(5).monday().plus(1);
        Some(format!("{}{rest}", day.0 - tuesday.0))
    }
}

/// What identifies an element: its id, and the first text of its table.
fn named<'t>(table: &'t DeTable<'_>, shape: &Shape) -> (Option<&'t str>, Option<&'t str>) {
    let text = |key: &str| table.get(key)?.get_ref().as_str();
    let texts = |info: &'static TableInfo| {
        info.keys.iter().filter(|key| key.key != "id" && matches!(key.shape, Shape::Text)).find_map(|key| text(key.key))
    };
    (text("id"), shape.table().and_then(texts))
}

/// A value that is not a list or a table, as it is written.
fn written<'v>(value: &'v DeValue<'_>) -> Option<std::borrow::Cow<'v, str>> {
    Some(match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => number.as_str().into(),
        DeValue::Float(number) => number.as_str().into(),
        DeValue::Boolean(value) => value.to_string().into(),
        DeValue::Datetime(date) => date.to_string().into(),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}

/// Ids, time zones and countries are texts of a form, but chosen.
fn kind(spot: &Spot<'_>, shape: &Shape) -> ValueKind {
    let mut at = spot;
    while let (PathStep::Element(..), Some(up)) = (&at.step, at.up) {
        at = up;
    }
    let is_id = matches!(at.step, PathStep::Key("id" | "time_zone" | "jurisdiction" | "account"));
    match shape {
        Shape::Text | Shape::Integer { .. } | Shape::Number | Shape::Date | Shape::Moment | Shape::Form(..)
            if !is_id =>
        {
            ValueKind::Written
        }
        _ => ValueKind::Chosen,
    }
}
