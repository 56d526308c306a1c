//! Reading what holds values: keys that may be absent, lists, tables with free keys.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use super::field::{Field, FieldValue, KnownNames, Visit, split};
use super::problems::Problems;
use super::shape::Shape;
use crate::finding::Trail;

impl<T: FieldValue> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;

    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) {
        *self = T::read(value, at, problems);
    }

    fn has(&self, rest: &str) -> bool {
        self.as_ref().is_some_and(|value| value.has(rest))
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        if let Some(value) = self {
            value.visit(at, visitor);
        }
    }

    fn link(&mut self, names: &dyn KnownNames) {
        self.iter_mut().for_each(|value| value.link(names));
    }
}

impl<T: FieldValue> Field for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    /// What is read keeps the index that it has in the file: a table that cannot be read leaves its defaults, and of other
    /// values those before the first that cannot be read are kept.
    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) {
        match value.get_ref() {
            DeValue::Array(array) => {
                self.reserve(array.len());
                let mut earlier = BTreeSet::new();
                for (index, element) in array.iter().enumerate() {
                    let here = at.index(index);
                    let value = T::read(element, &here, problems);
                    if self.len() == index {
                        self.extend(value);
                    }
                    // names and choices are there or not; texts may come back on purpose
                    if let (Shape::Reference(..) | Shape::Choice(_), DeValue::String(text)) =
                        (T::SHAPE, element.get_ref())
                        && !earlier.insert(text.as_ref())
                    {
                        problems.repeated(&here, at, text);
                    }
                }
            }
            other => problems.wrong_type(at, &<Self as Field>::SHAPE, other),
        }
    }

    fn has(&self, rest: &str) -> bool {
        self.iter().any(|value| value.has(rest))
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        for (index, value) in self.iter().enumerate() {
            value.visit(&at.index(index), visitor);
        }
    }

    fn link(&mut self, names: &dyn KnownNames) {
        self.iter_mut().for_each(|value| value.link(names));
    }
}

/// A table whose keys are free: pairs in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<T>(pub Vec<(String, T)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Map<T> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

impl<T: FieldValue> Field for Map<T> {
    const SHAPE: Shape = Shape::Map(&T::SHAPE);

    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) {
        match value.get_ref() {
            DeValue::Table(table) => {
                for (key, value) in table {
                    let key = key.get_ref().as_ref();
                    if key == "note" {
                        continue;
                    }
                    if let Some(value) = T::read(value, &at.key(key), problems) {
                        self.0.push((key.to_owned(), value));
                    }
                }
            }
            other => problems.wrong_type(at, &<Self as Field>::SHAPE, other),
        }
    }

    fn has(&self, rest: &str) -> bool {
        match split(rest) {
            None => !self.0.is_empty(),
            Some((key, rest)) => self.get(key).is_some_and(|value| value.has(rest)),
        }
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        for (key, value) in &self.0 {
            value.visit(&at.key(key), visitor);
        }
    }

    fn link(&mut self, names: &dyn KnownNames) {
        self.0.iter_mut().for_each(|(_, value)| value.link(names));
    }
}

/// A value that is never looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unchecked;

impl Field for Unchecked {
    const SHAPE: Shape = Shape::Any;
    fn fill(&mut self, _: &Spanned<DeValue<'_>>, _: &Trail<'_>, _: &mut Problems) {}
    fn has(&self, _: &str) -> bool {
        false
    }
    fn visit(&self, _: &Trail<'_>, _: &mut dyn Visit) {}
    fn link(&mut self, _: &dyn KnownNames) {}
}
