//! What a key of a table can be read into, and how its values are visited.

use toml::Spanned;
use toml::de::DeValue;

use super::problems::Problems;
use super::shape::Shape;
use crate::finding::Trail;
use crate::language::{Language, Text};

/// What the value of a key is read into.
pub trait Field: Default {
    /// What the key may hold.
    const SHAPE: Shape;
    /// Reads the value of the key; what cannot be read is reported and left out.
    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems);
    /// Whether there is something at the dotted route below; an empty route asks for the value itself.
    fn has(&self, rest: &str) -> bool;
    /// Shows every value below to a visitor.
    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit);
    /// Gives every reference below the name that it is known by.
    fn link(&mut self, names: &dyn KnownNames);
}

/// One value: what an optional key holds, or an element of a list.
pub trait FieldValue: Sized {
    /// What it looks like.
    const SHAPE: Shape;
    /// Reads it; what cannot be read is reported and is nothing.
    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self>;
    /// Whether there is something at the dotted route below.
    fn has(&self, rest: &str) -> bool {
        rest.is_empty()
    }
    /// Shows the values within.
    fn visit(&self, _at: &Trail<'_>, _visitor: &mut dyn Visit) {}
    /// Gives the references within the names that they are known by.
    fn link(&mut self, _names: &dyn KnownNames) {}
}

/// A visitor of all values of a plan.
pub trait Visit {
    /// Any other value: a choice, a number, a date, an amount; and how people read it.
    fn value(&mut self, _at: &Trail<'_>, _shown: &dyn Fn(Language) -> String) {}
    /// A text, as written.
    fn text(&mut self, _at: &Trail<'_>, _text: &str) {}
    /// A reference: the kind of thing wanted, and the name given.
    fn reference(&mut self, _at: &Trail<'_>, _kind: &'static str, _want: Text, _name: &str) {}
}

/// What the things of a plan are called.
pub trait KnownNames {
    /// The name of the thing of a kind that is meant, where it is written otherwise.
    fn known_name(&self, kind: &'static str, written: &str) -> Option<String>;
}

/// The first key of a dotted route, and the route below it; none of the empty route.
pub(crate) fn split(path: &str) -> Option<(&str, &str)> {
    // keys are short: byte by byte is faster than a search
    match path.bytes().position(|byte| byte == b'.') {
        Some(at) => Some((&path[..at], &path[at + 1..])),
        None => Some((path, "")).filter(|_| !path.is_empty()),
    }
}
