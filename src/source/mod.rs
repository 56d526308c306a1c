//! One file's text: bytes → text → tree, routes → places, edits → text; and the means to declare a vocabulary.
//!
//! Must not know what any key means.

mod cadence;
mod containers;
mod document;
mod edit;
#[cfg(test)]
mod edit_laws;
mod encoding;
mod field;
mod fix;
mod literal;
mod position;
mod problems;
mod read;
mod recover;
mod reference;
mod replacement;
mod resolve;
mod shape;
mod statement;
mod suggestion;
mod syntax;
mod values;
mod version;
mod vocabulary;

pub use containers::{Map, Unchecked};
pub use document::Document;
pub use edit::{EditError, apply};
pub use encoding::{EncodingError, MAX_BYTES, decode};
pub(crate) use field::split;
pub use field::{Field, FieldValue, KnownNames, Visit};
pub use literal::literal;
pub use position::{Position, Positions};
pub use problems::Problems;
pub(crate) use problems::unknown_key;
pub use read::Moment;
pub(crate) use read::forms;
pub use reference::{
    ChannelName, GoalName, Holder, ItemName, PartnerName, PersonName, PlaceName, ProductName, ProgrammeName, Ref,
    ReferenceKind, RoleName, SegmentName, SopName,
};
pub use replacement::replacement;
pub use resolve::{resolve, resolve_below, typed_route};
pub use shape::{ChoiceInfo, KeyInfo, Shape, TableInfo};
pub use suggestion::{Suggestion, closest, nearest};
pub(crate) use values::value_of;
pub use values::values;
pub use version::newer_forms;
pub use vocabulary::Table;
pub(crate) use vocabulary::{choices, table};
