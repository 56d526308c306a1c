//! What an edit of a plan does: a request on a plan as it is now → the edits, the plan after them, and their effect.
//!
//! | file | holds |
//! |---|---|
//! | `amendment.rs` | what every command is: a request, its edits, its effect |
//! | `snapshot.rs` | a plan at one moment, with all that decides its calendar and its findings |
//! | `change.rs`, `swap.rs`, `away.rs`, `add/`, `set.rs`, `remove.rs`, `rename.rs`, `confirm.rs`, `without.rs`, `copy.rs` | a command each: its request, its edits, its effect |
//! | `import/` | items of tables and calendars of other programs |
//! | `edit_set.rs` | many edits of one plan, gathered and put in order |
//! | `publish.rs`, `carried.rs` | the calendar fixed as the roster, and the roster after names change |
//! | `past.rs` | the past that was never published, written to the roster as it was before an edit |
//! | `names.rs`, `date_shift.rs` | names in texts replaced; all dates moved with the first day |
//! | `occurrence.rs` | which occurrence a date of the command line means |
//! | `orphans.rs` | the changes that an edit leaves without their date |
//! | `typed_key.rs`, `plain_keys.rs`, `key_suggestions.rs` | the route that a key as it is typed means, or what was probably meant |
//! | `element.rs`, `references.rs` | the elements that people name, and what refers to them |
//! | `step.rs` | the steps of an activity and of its SOP, by name |
//! | `impact.rs`, `findings.rs` | what an edit does to the calendar and to the findings |
//! | `merge.rs` | two edits of one text, joined |
//! | `fix.rs` | the fixes that are safe, applied |
//! | `error.rs` | why an edit is refused, in both languages |
//!
//! To add a command, write one file with a request (its names found, its dates read), an effect (data only), and the
//! [`Request`] that joins them; then the words of the effect in `render/effect/`, and parse, call, show in `cli`.
//!
//! Must not touch files, the terminal or the clock, choose a language, or lay out text.

mod add;
mod against_roster;
mod allowances;
mod amendment;
mod away;
mod carried;
mod change;
mod confirm;
mod copy;
mod date_shift;
mod edit_set;
mod element;
mod error;
mod findings;
mod fix;
#[cfg(test)]
mod fixture;
mod impact;
mod import;
mod key_suggestions;
mod merge;
mod names;
mod occurrence;
mod orphans;
mod past;
mod plain_keys;
mod publish;
mod references;
mod remove;
mod rename;
mod set;
mod snapshot;
mod step;
mod swap;
mod typed_key;
mod without;

pub(crate) use add::CALLED;
pub use add::{Add, Added, value};
pub use against_roster::Outdated;
pub use amendment::{Amendment, Request, amend};
pub use away::{Absence, Away, absence};
pub use carried::carried;
pub use change::{AwayPerson, Change, Changed, NewDate};
pub use confirm::{Confirmation, Confirmed};
pub use copy::{Copied, Gate, NewCommunity};
pub(crate) use date_shift::DateShift;
pub(crate) use edit_set::EditSet;
pub use element::Element;
pub use error::{AmendError, WrongValue};
pub use findings::FindingsChange;
pub use fix::fixed;
pub use impact::{AgainstPublished, Consequences, EntryChange, Impact, StaleNames};
pub use import::{Import, ImportEffect, MissingName, NameDecision, NameDecisions, NameUse};
pub(crate) use key_suggestions::keys_meant;
pub use merge::merged;
pub(crate) use names::replace_names;
pub(crate) use names::with_names;
pub use occurrence::Occurrence;
pub use orphans::OrphanedChange;
pub use past::PastEffect;
pub(crate) use plain_keys::plain_key;
pub use publish::{IfChanged, Publication, Republished, publish, withdraw};
pub use references::Reference;
pub use remove::{Leave, Referring, Removal};
pub use rename::NewName;
pub use set::{Set, SetAll, Unset};
pub use snapshot::Snapshot;
pub use step::{DropStep, Step};
pub use swap::Swap;
pub use typed_key::{typed_key, typed_key_of_plans};
pub use without::Without;
pub(crate) use without::having;
