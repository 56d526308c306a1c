//! What an edit of a plan does: a request on a plan as it is now → the edits, the plan after them, and their effect.
//!
//! | file | holds |
//! |---|---|
//! | `snapshot.rs` | a plan at one moment, with all that decides its calendar and its findings |
//! | `change.rs`, `away.rs`, `add/`, `set.rs`, `copy.rs` | a command each: its request, its edits, its effect |
//! | `occurrence.rs` | which occurrence a date of the command line means |
//! | `findings.rs` | the errors and warnings that an edit brings |
//! | `fix.rs` | the fixes that are safe, applied |
//! | `error.rs` | why an edit is refused, in both languages |
//!
//! To add a command, write one file with a request (its names found, its dates read), an effect (data only), and the
//! [`Request`] that joins them; then the words of the effect in `render/effect/`, and parse, call, show in `cli`.
//!
//! Must not touch files, the terminal or the clock, choose a language, or lay out text.

mod add;
mod away;
mod change;
mod error;
mod findings;
mod fix;
mod occurrence;
mod set;
mod snapshot;

pub use add::{ADDABLE, Add, Addable, Added, WrongValue, value};
pub use away::{Absence, Away, absence};
pub use change::{Change, Changed, NewDate};
pub use error::AmendError;
pub use fix::fixed;
pub use occurrence::Occurrence;
pub use set::{NamesLeft, Set};
pub use snapshot::Snapshot;

use crate::finding::{Edit, Finding, Level};
use crate::plan::{Reading, read};
use crate::source::{Document, apply};

/// A command that edits a plan: its names found, its dates read.
pub trait Request {
    /// What it does, as data to be shown.
    type Effect<'a>;

    /// The edits that carry it out.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError>;

    /// What these edits do.
    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Self::Effect<'a>, AmendError>;
}

/// A request carried out on a plan: the edits, and the plan after them. Nothing has been written yet.
#[derive(Debug)]
pub struct Amendment<'a, R> {
    request: R,
    before: Snapshot<'a>,
    /// The edits; none where the plan says it already.
    pub edits: Vec<Edit>,
    /// The text of the plan after them.
    pub text: String,
    reading: Reading,
}

/// Carries out a request; one that would bring a mistake into the file is refused.
pub fn amend<'a, R: Request>(before: Snapshot<'a>, request: R) -> Result<Amendment<'a, R>, AmendError> {
    let edits = request.edits(&before)?;
    let text = apply(before.text, &edits).map_err(AmendError::Edit)?;
    let reading = {
        let mut buffer = String::new();
        read(&Document::parse(&text, &mut buffer), before.library)
    };
    // bytes and indices may have moved: the route and the message say what is meant
    let key = |error: &Finding| (error.place.path.clone(), error.message(before.plan().language()));
    let old: Vec<_> = errors(before.reading).map(key).collect();
    if let Some(error) = errors(&reading).find(|error| !old.contains(&key(error))) {
        return Err(AmendError::Unsound(Box::new(error.clone())));
    }
    Ok(Amendment { request, before, edits, text, reading })
}

fn errors(reading: &Reading) -> impl Iterator<Item = &Finding> {
    reading.findings.iter().filter(|finding| finding.level == Level::Error)
}

impl<R: Request> Amendment<'_, R> {
    /// The plan after the edits.
    pub fn after(&self) -> Snapshot<'_> {
        Snapshot { text: &self.text, reading: &self.reading, ..self.before }
    }

    /// What the edits do.
    pub fn effect(&self) -> Result<R::Effect<'_>, AmendError> {
        self.request.effect(&self.before, &self.after())
    }
}
