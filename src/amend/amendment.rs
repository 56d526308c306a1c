//! What every command that edits a plan is: a request, its edits, its effect.

use super::carried::{carried, titled};
use super::impact::{Impact, KnownBy};
use super::past::{self, PastEffect};
use super::{AmendError, Snapshot};
use crate::finding::{Edit, Finding, Level};
use crate::plan::{Plan, Reading, read};
use crate::roster::Roster;
use crate::source::{Document, apply};

/// A command that edits a plan: its names found, its dates read.
pub trait Request {
    /// What it does, as data to be shown.
    type Effect<'a>;

    /// Whether everything keeps its place in the plan, so that what has another name afterwards can be known again.
    const KEEPS_PLACES: bool = false;

    /// The edits that carry it out.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError>;

    /// What these edits do.
    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Self::Effect<'a>, AmendError>;
}

/// A request carried out on a plan: the edits, and the plan after them. Nothing has been written yet.
#[derive(Debug)]
pub struct Amendment<'a, R> {
    /// What is asked for.
    pub request: R,
    before: Snapshot<'a>,
    /// The edits; none where the plan says it already.
    pub edits: Vec<Edit>,
    /// The text of the plan after them.
    pub text: String,
    /// What it does to entries before today; the roster of the plan after it holds what was.
    pub past: PastEffect,
    reading: Reading,
}

/// Carries out a request; one that would bring a mistake into the file is refused.
pub fn amend<'a, R: Request>(before: Snapshot<'a>, request: R) -> Result<Amendment<'a, R>, AmendError> {
    let edits = request.edits(&before)?;
    let text = apply(before.text, &edits).map_err(AmendError::Edit)?;
    let mut reading = {
        let mut buffer = String::new();
        read(&Document::parse(&text, &mut buffer), before.library)
    };
    let (next_roster, known) = match R::KEEPS_PLACES {
        true => (carried as fn(&Roster, &Plan, &Plan) -> Roster, KnownBy::Place),
        false => (titled as _, KnownBy::Uid),
    };
    let with_new_names = |roster: &Roster, plan: &Plan| next_roster(roster, before.plan(), plan);
    reading.index.roster = next_roster(&before.reading.index.roster, before.plan(), &reading.plan);
    reading.index.readings = before.reading.index.readings.clone();
    reading.index.holiday_files = before.reading.index.holiday_files.clone();
    // bytes and indices may have moved: the route and the message say what is meant
    let key = |error: &Finding| (error.place.path.clone(), error.message(before.plan().language()));
    let old: Vec<_> = errors(before.reading).map(key).collect();
    if let Some(error) = errors(&reading).find(|error| !old.contains(&key(error))) {
        return Err(AmendError::Unsound(Box::new(error.clone())));
    }
    let past = past::hold(&before, (&text, &mut reading), known, with_new_names);
    Ok(Amendment { request, before, edits, text, past, reading })
}

fn errors(reading: &Reading) -> impl Iterator<Item = &Finding> {
    reading.findings.iter().filter(|finding| finding.level == Level::Error)
}

impl<R: Request> Amendment<'_, R> {
    /// The plan before the edits.
    pub const fn before(&self) -> Snapshot<'_> {
        self.before
    }

    /// The plan after the edits.
    pub fn after(&self) -> Snapshot<'_> {
        Snapshot { text: &self.text, reading: &self.reading, ..self.before }
    }

    /// How the two calendars differ, whatever the edit is about.
    pub fn difference(&self) -> Impact<'_> {
        let known = if R::KEEPS_PLACES { KnownBy::Place } else { KnownBy::Uid };
        Impact::between(&self.before, &self.after(), known, self.before.today)
    }

    /// What the edits do.
    pub fn effect(&self) -> Result<R::Effect<'_>, AmendError> {
        self.request.effect(&self.before, &self.after())
    }
}
