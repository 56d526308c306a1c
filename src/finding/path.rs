//! The place of something in a plan: a route of keys and indices, made into bytes once, at the edge.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Range;

/// One step of a route.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A key of a table.
    Key(Cow<'static, str>),
    /// An element of an array, from 0.
    Index(usize),
}

/// A route from the root of a plan: `activities[1].when`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct KeyPath(pub Vec<Segment>);

impl Borrow<[Segment]> for KeyPath {
    fn borrow(&self) -> &[Segment] {
        &self.0
    }
}

impl KeyPath {
    /// The root of the plan.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// A route of keys only.
    pub fn of(keys: &[&'static str]) -> Self {
        Self(keys.iter().map(|key| Segment::Key(Cow::Borrowed(key))).collect())
    }

    /// This route and one key more.
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.push(Segment::Key(Cow::Borrowed(key)));
        self
    }

    /// This route and one index more.
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Segment::Index(index));
        self
    }

    /// Whether this route starts with `other`.
    pub fn starts_with(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The route without its indices, for looking up the description of a key: `activities.when`.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|segment| match segment {
            Segment::Key(key) => Some(key.as_ref()),
            Segment::Index(_) => None,
        })
    }
}

/// Whether a key needs no quotes in TOML.
fn is_bare(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) => {
                    if at > 0 {
                        f.write_str(".")?;
                    }
                    if is_bare(key) { f.write_str(key)? } else { write!(f, "{key:?}")? }
                }
            }
        }
        Ok(())
    }
}

/// Which part of the thing at a route is meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum PlacePart {
    /// The value; of a table its header. Of what does not exist, the nearest that does.
    #[default]
    Value,
    /// The key itself.
    Key,
    /// Bytes within the (decoded) string that is the value.
    Inside(Range<usize>),
    /// Bytes of the file, for what has no route.
    Bytes(Range<usize>),
}

/// A place in a plan. Which file it is says the report that holds the finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// The route.
    pub path: KeyPath,
    /// The part of what is there.
    pub part: PlacePart,
}

impl Place {
    /// The key at a route, not its value.
    pub const fn key(path: KeyPath) -> Self {
        Self { path, part: PlacePart::Key }
    }
}

impl From<KeyPath> for Place {
    fn from(path: KeyPath) -> Self {
        Self { path, part: PlacePart::Value }
    }
}

/// A route while a tree is walked: lives on the stack and becomes a [`KeyPath`] only when it is needed.
#[derive(Debug, Clone, Copy)]
pub enum Trail<'a> {
    /// The root.
    Root,
    /// A key below.
    Key(&'a Self, &'a str),
    /// A key of the vocabulary below.
    Known(&'a Self, &'static str),
    /// An element below.
    Index(&'a Self, usize),
}

impl<'a> Trail<'a> {
    /// One key further.
    pub const fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    /// One key of the vocabulary further.
    pub const fn known(&'a self, key: &'static str) -> Self {
        Self::Known(self, key)
    }

    /// One element further.
    pub const fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// The key at the root under which it leads.
    pub fn table(&self) -> Option<&str> {
        match self {
            Self::Root => None,
            Self::Key(Self::Root, key) | Self::Known(Self::Root, key) => Some(key),
            Self::Key(up, _) | Self::Known(up, _) | Self::Index(up, _) => up.table(),
        }
    }

    /// The key with which it ends, without indices.
    pub fn last_key(&self) -> Option<&str> {
        match self {
            Self::Root => None,
            Self::Key(_, key) | Self::Known(_, key) => Some(key),
            Self::Index(up, _) => up.last_key(),
        }
    }

    /// How many steps it has.
    fn depth(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Key(up, _) | Self::Known(up, _) | Self::Index(up, _) => up.depth() + 1,
        }
    }

    /// The route as a value.
    pub fn path(&self) -> KeyPath {
        // as long as it is: of a large plan thousands are kept
        let mut segments = Vec::with_capacity(self.depth());
        let mut at = self;
        loop {
            match at {
                Self::Root => break,
                Self::Key(up, key) => {
                    segments.push(Segment::Key(Cow::Owned((*key).to_owned())));
                    at = up;
                }
                Self::Known(up, key) => {
                    segments.push(Segment::Key(Cow::Borrowed(key)));
                    at = up;
                }
                Self::Index(up, index) => {
                    segments.push(Segment::Index(*index));
                    at = up;
                }
            }
        }
        segments.reverse();
        KeyPath(segments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trails_become_routes() {
        let root = Trail::Root;
        let list = root.key("activities");
        let item = list.index(1);
        let path = item.key("何时").path();
        assert_eq!(path.to_string(), "activities[1].\"何时\"");
        assert_eq!((item.key("何时").table(), root.table()), (Some("activities"), None));
        assert_eq!((item.last_key(), root.last_key()), (Some("activities"), None));
        assert_eq!(KeyPath::of(&["a", "b"]).index(0).key("c").to_string(), "a.b[0].c");
        assert_eq!(path.keys().collect::<Vec<_>>(), ["activities", "何时"]);
    }
}
