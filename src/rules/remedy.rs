//! Which commands fix what a rule finds, as data.

use super::suggest::Suggester;
use crate::finding::{Finding, SuggestedCommand};

/// Which commands fix what a rule finds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Remedy {
    /// Those that follow from its keys, its place or its fixes.
    Derived,
    /// Another element of a kind: the keys that it must have, with their values where they are certain.
    Add(&'static str, &'static [(&'static str, Option<&'static str>)]),
    /// Another element of a kind that names, at this key, the one that was found.
    AddFor(&'static str, &'static str),
    /// Keys of the table or element that was found, where they are missing.
    Keys(&'static [&'static str]),
    /// A key of the element that was found, whatever it holds.
    Change(&'static str),
    /// A key of the element in which the key was found.
    Beside(&'static str),
    /// A key elsewhere, as dotted keys.
    Set(&'static str),
    /// A key of each element of a list that lacks it; where there is none, one is added.
    Each(&'static str, &'static str),
    /// What was found goes.
    Unset,
    /// Those of several remedies.
    All(&'static [Self]),
    /// Others.
    Made(fn(Suggester<'_>, &Finding) -> Vec<SuggestedCommand>),
    /// None: the reason is in the list of the tests.
    None,
}
