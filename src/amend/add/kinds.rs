//! The keys that something to be added can be given.

use super::value;
use crate::plan::{ElementKind, Plan};
use crate::source::{KeyInfo, Shape, Table};

impl ElementKind {
    /// The keys that hold a single value, or several of one kind.
    pub fn keys(&self) -> impl Iterator<Item = &'static KeyInfo> {
        let shape = Plan::TABLE.shape(&self.path()).map(|(shape, _)| shape);
        let table = shape.and_then(Shape::table);
        table.into_iter().flat_map(|table| table.keys).filter(|info| fits_one_value(&info.shape))
    }

    /// Whether it has an id that is made from what it is called.
    pub(super) fn has_id(&self) -> bool {
        !self.named_by.is_empty()
    }
}

/// Whether a value of this shape fits in a few words.
fn fits_one_value(shape: &Shape) -> bool {
    match shape {
        Shape::List(Shape::Table(_)) => value::reference_of(shape).is_some(),
        Shape::List(inner) => fits_one_value(inner),
        Shape::Either(shapes) => shapes.iter().any(fits_one_value),
        Shape::Table(_) | Shape::Map(_) | Shape::Any => false,
        _ => true,
    }
}
