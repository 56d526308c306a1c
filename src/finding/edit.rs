//! Changes to a plan as data. Only `source` applies them.

use std::ops::Range;

use super::path::{KeyPath, Segment};
use crate::value::{Clock, Day};

/// A value to be written into a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A number with decimals.
    Float(f64),
    /// A boolean.
    Boolean(bool),
    /// A date.
    Day(Day),
    /// A date and time without zone.
    Moment(Day, Clock),
    /// An array, written on one line.
    List(Vec<Self>),
    /// An inline table.
    Table(Vec<(String, Self)>),
}

impl Literal {
    /// The value at a route below this one.
    pub fn at(&self, path: &KeyPath) -> Option<&Self> {
        path.0.iter().try_fold(self, |value, segment| match (segment, value) {
            (Segment::Key(key), Self::Table(pairs)) => pairs.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            (Segment::Index(index), Self::List(values)) => values.get(*index),
            _ => None,
        })
    }
}

impl From<f64> for Literal {
    /// Without a point where it is whole.
    fn from(number: f64) -> Self {
        if number.fract() == 0.0 && number.abs() < 1e15 { Self::Integer(number as i64) } else { Self::Float(number) }
    }
}

impl From<&str> for Literal {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Literal {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// One change to a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Sets the value at a route; what leads there is made where it is missing.
    Set {
        /// Where; its last segment is a key, or an index of an existing element.
        path: KeyPath,
        /// What.
        value: Literal,
        /// A comment above the key, for a key that is new; without `#`.
        comment: Option<String>,
    },
    /// Adds one element (`[[path]]`) behind the last.
    Append {
        /// The array of tables.
        path: KeyPath,
        /// The keys of the element, in order.
        table: Vec<(String, Literal)>,
        /// A comment above the header; without `#`.
        comment: Option<String>,
    },
    /// Removes the key, the table or the element at a route; what is not there stays not there.
    Remove {
        /// Where.
        path: KeyPath,
    },
    /// Gives the key at a route another name.
    Rename {
        /// Where.
        path: KeyPath,
        /// The new key.
        to: String,
    },
    /// Puts a text in the place of some bytes, for what no route leads to: the file need not be sound. Of several in
    /// one list those further down come first, so that the bytes are true of the text as it was.
    Replace {
        /// The bytes.
        bytes: Range<usize>,
        /// The new text.
        text: String,
    },
}

impl Edit {
    /// Sets a value without a comment.
    pub fn set(path: KeyPath, value: impl Into<Literal>) -> Self {
        Self::Set { path, value: value.into(), comment: None }
    }

    /// Sets a list of one inline table.
    pub fn set_list(path: KeyPath, table: Vec<(String, Literal)>) -> Self {
        Self::Set { path, value: Literal::List(vec![Literal::Table(table)]), comment: None }
    }

    /// The route that it changes; bytes have none.
    pub const fn path(&self) -> &KeyPath {
        static NONE: KeyPath = KeyPath::root();
        match self {
            Self::Set { path, .. } | Self::Append { path, .. } | Self::Remove { path } | Self::Rename { path, .. } => {
                path
            }
            Self::Replace { .. } => &NONE,
        }
    }
}
