//! What is sold: the rows of a plan that earn money.

use crate::finding::KeyPath;
use crate::plan::Plan;
use crate::plan::money::{Model, Monetisation};

/// Ways of earning: not those that say they do not earn.
pub(in crate::rules) fn earns(row: &Monetisation) -> bool {
    row.model.is_some_and(|model| model != Model::None) || row.model.is_none() && row.price.is_some()
}

/// The ways of earning, with their index.
pub(super) fn earning(plan: &Plan) -> impl Iterator<Item = (usize, &Monetisation)> {
    plan.monetisation.iter().enumerate().filter(|(_, row)| earns(row))
}

/// Where a product is.
pub(super) fn path(at: usize) -> KeyPath {
    KeyPath::of(&["monetisation"]).index(at)
}
