//! Writes a plan that `qun lint --fix` has fixed, with the care of every edit: the past stays as it was.

use std::path::Path;

use super::failure::Failure;
use super::session::Session;
use super::{edit, plans, roster_file, write};
use crate::amend::{PastEffect, Snapshot, kept_past};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Reading, read};
use crate::roster::Roster;
use crate::source::Document;

/// Writes the fixed text in the place of the one it comes from: what that does to entries before today; none where another
/// program wrote the plan meanwhile.
pub(crate) fn write_fixed(
    path: &Path,
    (before, after): (&str, &str),
    library: &Library,
    session: &Session,
) -> Result<Option<PastEffect>, Failure> {
    let old = read_plan(before, library, Roster::default());
    let mut past = PastEffect::default();
    if old.is_sound() {
        let roster = roster_file::open(path, session.language_of(&old.plan))?;
        let (old, new) = [before, after].map(|text| read_plan(text, library, roster.clone())).into();
        let own = plans::holidays(&old.plan, path, session.language_of(&old.plan));
        let holidays = own.as_deref().unwrap_or(Holidays::none());
        let today = session.today(&old.plan);
        let at = |text, reading| Snapshot { text, reading, library, holidays, today };
        let (effect, kept) = kept_past(&at(before, &old), &at(after, &new));
        past = effect;
        if let Some((path_of_roster, kept)) = roster_file::path_of(path).zip(kept)
            && !edit::write_roster(&path_of_roster, (&roster, &kept), (path, before), session)?
        {
            return Ok(None);
        }
    }
    Ok(write::replace(path, before, after, session)?.then_some(past))
}

fn read_plan(text: &str, library: &Library, roster: Roster) -> Reading {
    let mut buffer = String::new();
    let mut reading = read(&Document::parse(text, &mut buffer), library);
    reading.index.roster = roster;
    reading
}
