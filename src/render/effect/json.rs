//! The difference that an edit makes to the calendar, for programs. Version 1 is frozen: fields may be added, none is
//! renamed, removed or changed in type.

use serde::Serialize;

use crate::amend::{EntryChange, Impact, PastEffect};
use crate::calendar::Calendar;
use crate::language::Language;
use crate::plan::Reading;
use crate::render::calendar::{Row, View, ZonedStart};

/// The whole.
#[derive(Debug, Serialize)]
struct CalendarDifference {
    /// Always 1.
    version: u32,
    /// Whether the edit was written.
    written: bool,
    /// The first day that was compared; `null` where the plan has errors.
    from: Option<String>,
    /// The last day, included.
    to: Option<String>,
    /// How many entries before today the edit would have changed; they are kept in the roster.
    kept_past: usize,
    /// How many dates before today the edit would have added; they are left out.
    left_out_past: usize,
    /// How many entries before today are new.
    added_past: usize,
    /// In order of time.
    changes: Vec<ChangedEntry>,
}

/// An entry that is different, as it was and as it will be.
#[derive(Debug, Serialize)]
struct ChangedEntry {
    /// The UID that it has now, or had.
    uid: String,
    /// `added`, `removed` (or cancelled), `moved` or `reassigned`.
    change: &'static str,
    before: Option<EntryState>,
    after: Option<EntryState>,
}

#[derive(Debug, Serialize)]
struct EntryState {
    item: String,
    title: String,
    /// A moment of RFC 3339, or a date.
    start: String,
    end: Option<String>,
    person: Option<String>,
    /// Who helps, a place for each seat.
    staff: Vec<Option<String>>,
}

/// The entries that an edit changes, whichever they are.
pub fn impact_json(
    (before, after): (&Reading, &Reading),
    impact: &Impact<'_>,
    (written, past): (bool, PastEffect),
    language: Language,
) -> String {
    let rows = impact.before.as_ref().zip(impact.after.as_ref()).map(|(old, new)| {
        let rows = |reading: &Reading, calendar: &Calendar<'_>| {
            View { language, ..View::new(&reading.plan, &reading.index, calendar) }.rows()
        };
        (rows(before, old), rows(after, new))
    });
    let (old, new) = rows.unwrap_or_default();
    let changed = |change: &EntryChange| {
        let (word, old, new) = match *change {
            EntryChange::Added(at) => ("added", None, Some(&new[at])),
            EntryChange::Removed(at) => ("removed", Some(&old[at]), None),
            EntryChange::Moved(a, b) => ("moved", Some(&old[a]), Some(&new[b])),
            EntryChange::Reassigned(a, b) => ("reassigned", Some(&old[a]), Some(&new[b])),
        };
        let uid = new.or(old).map(|row| row.uid.clone()).unwrap_or_default();
        ChangedEntry { uid, change: word, before: old.map(state), after: new.map(state) }
    };
    let range = impact.after.as_ref();
    let json = CalendarDifference {
        version: 1,
        written,
        from: range.map(|calendar| calendar.from.to_string()),
        to: range.map(|calendar| calendar.to.to_string()),
        kept_past: past.kept,
        left_out_past: past.left_out,
        added_past: past.added,
        changes: impact.entries.iter().map(changed).collect(),
    };
    let mut text = serde_json::to_string_pretty(&json).expect("texts and numbers can always be written");
    text.push('\n');
    text
}

fn state(row: &Row) -> EntryState {
    EntryState {
        item: row.item.clone(),
        title: row.title.clone(),
        start: row.start.rfc3339(),
        end: row.end.map(ZonedStart::rfc3339),
        person: row.person.clone(),
        staff: row.staff.iter().map(|helper| helper.person.clone()).collect(),
    }
}
