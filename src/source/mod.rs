//! One file's text: bytes → text → tree, routes → places, edits → text; and the means to declare a vocabulary.
//!
//! May not: know what any key means.

mod cadence;
mod document;
mod edit;
#[cfg(test)]
mod edit_laws;
mod encoding;
mod fix;
mod literal;
mod position;
mod read;
mod recover;
mod reference;
mod replacement;
mod shape;
mod statement;
mod suggestion;
mod syntax;
mod version;
mod vocabulary;

pub use document::Document;
pub use edit::{EditError, apply, resolve};
pub use encoding::{EncodingError, MAX_BYTES, decode};
pub use literal::literal;
pub use position::{Position, Positions};
pub use read::{FieldValue, Map, Moment, Problems, Unchecked};
pub(crate) use read::{forms, unknown_key};
pub use reference::{
    ChannelName, GoalName, Holder, ItemName, PartnerName, PersonName, PlaceName, ProductName, ProgrammeName, Ref,
    ReferenceKind, RoleName, SegmentName, SopName,
};
pub use replacement::replacement;
pub use shape::{ChoiceInfo, KeyInfo, Shape, TableInfo};
pub use suggestion::{Suggestion, closest, nearest};
pub use version::newer_forms;
pub use vocabulary::{Field, Table, Visit};
pub(crate) use vocabulary::{choices, split, table};
