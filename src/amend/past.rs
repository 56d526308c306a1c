//! The past that was not published: an edit takes effect from today, so what it would change before today is written to
//! the roster as it was, and what it would add there is left out.
//!
//! Days are held from that on which the plan was made (`made`), or the first one that the roster knows: before, nobody could
//! work by it, even if its community had begun years ago. A plan that was written by hand may not say when it was made. It
//! is held from its first day, and for a year at most: too much history does less harm than a changed past, can be undone,
//! and how to avoid it is said.

use std::collections::{HashMap, HashSet};

use super::Snapshot;
use super::impact::{EntryChange, KnownBy, Named, differing};
use crate::calendar::{Calendar, Entry, Identity, Milestone, Origin, published_as};
use crate::plan::settings::Change;
use crate::plan::{Plan, Reading};
use crate::roster::{KeptDays, PublishedOccurrence, Roster};
use crate::value::Day;

/// Months that are looked back on at most where nothing says when a plan was made.
const BACK: i32 = 12;

/// Days before the first day of a plan on which its first events are prepared.
const PREPARED: i32 = 90;

/// What an edit does to entries before today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PastEffect {
    /// How many it would change; they are kept as they were.
    pub kept: usize,
    /// How many dates it would add to what was there before; they are left out.
    pub left_out: usize,
    /// How many are new all the same: they come with something new.
    pub added: usize,
    /// Whether nothing says since when the plan is used, so that it was assumed.
    pub is_assumed: bool,
}

impl PastEffect {
    /// Whether the roster is written for it.
    pub const fn is_held(self) -> bool {
        self.kept > 0 || self.left_out > 0
    }
}

/// What an edit does to the past; the roster of the plan after it, which `carried` gives the names that hold there, gets
/// what was. What is held takes part in the rota as it was, so others of the same time may change only then: they are held
/// as well, until nothing before today is different.
pub(super) fn hold(
    before: &Snapshot<'_>,
    (text, reading): (&str, &mut Reading),
    known: KnownBy,
    carried: impl Fn(&Roster, &Plan) -> Roster,
) -> PastEffect {
    let mut effect = PastEffect::default();
    let mut roster = before.reading.index.roster.clone();
    loop {
        let after = Snapshot { text, reading, ..*before };
        let Some((calendars, days)) = calendars(before, &after) else { return effect };
        let edit = PastEdit::new((before, &after), (&calendars.0, &calendars.1), known, days);
        let new = edit.added.iter().filter(|at| edit.item_before(**at).is_none()).count();
        let next = match edit.changed.len() + edit.steps.len() + edit.added.len() - new {
            0 => None,
            _ => Some(edit.roster(&roster)).filter(|next| *next != roster),
        };
        effect.added = new;
        let Some(next) = next else { return effect };
        effect.kept += edit.changed.len() + edit.steps.len();
        effect.left_out += edit.added.len() - new;
        effect.is_assumed = before.plan().made.is_none() && before.reading.index.roster.is_empty();
        reading.index.roster = carried(&next, &reading.plan);
        roster = next;
    }
}

/// The days before today that are compared.
#[derive(Clone, Copy)]
struct PastDays {
    first: Day,
    last: Day,
    /// The first day of the later of the two plans, where they differ: one that begins later now has not begun before.
    begun: Day,
}

/// The past by the plan before an edit, and by the one after it.
fn calendars<'a>(before: &Snapshot<'a>, after: &Snapshot<'a>) -> Option<((Calendar<'a>, Calendar<'a>), PastDays)> {
    if !before.reading.is_sound() || !after.reading.is_sound() {
        return None;
    }
    let starts = [before, after].map(|plan| plan.plan().lifecycle.starts);
    let made = before.plan().made.unwrap_or_else(|| {
        let back = before.today.plus_months(-BACK);
        starts.into_iter().flatten().min().map_or(back, |starts| starts.plus(-PREPARED).max(back))
    });
    let first = before.reading.index.roster.known_from().map_or(made, |known| known.min(made));
    let begun = if starts[0] == starts[1] { None } else { starts.into_iter().max().flatten() };
    let days = PastDays { first, last: before.today.plus(-1), begun: begun.unwrap_or(first) };
    if days.first > days.last {
        return None;
    }
    let range = (days.first, days.last);
    Some(((before.calendar(range).ok()?, after.calendar(range).ok()?), days))
}

/// An edit, seen from the days before it.
struct PastEdit<'s, 'a> {
    before: &'s Snapshot<'a>,
    after: &'s Snapshot<'a>,
    old: &'s Calendar<'a>,
    new: &'s Calendar<'a>,
    names: (Identity<'a>, Identity<'a>),
    known: KnownBy,
    days: PastDays,
    /// The entries of the old calendar that the new one has otherwise.
    changed: Vec<usize>,
    /// Steps that were done for something still to come, which others would have done by the new calendar.
    steps: Vec<usize>,
    /// The entries of the new calendar that the old one lacks.
    added: Vec<usize>,
}

impl<'s, 'a> PastEdit<'s, 'a> {
    fn new(
        (before, after): (&'s Snapshot<'a>, &'s Snapshot<'a>),
        (old, new): (&'s Calendar<'a>, &'s Calendar<'a>),
        known: KnownBy,
        days: PastDays,
    ) -> Self {
        let named = (Named::of(before.plan(), old, known), Named::of(after.plan(), new, known));
        let names = (Identity::of(before.plan(), old), Identity::of(after.plan(), new));
        let mut edit =
            Self { before, after, old, new, names, known, days, changed: vec![], steps: vec![], added: vec![] };
        let cancelled = |calendar: &Calendar<'_>, named: &Named<'_>| -> HashSet<String> {
            calendar.entries.iter().filter(|entry| entry.cancelled).map(|entry| named.entry(entry)).collect()
        };
        let (was_cancelled, is_cancelled) = (cancelled(old, &named.0), cancelled(new, &named.1));
        for change in differing((&named.0, old), (&named.1, new)) {
            match change {
                EntryChange::Added(at) if was_cancelled.contains(&named.1.entry(&new.entries[at])) => {}
                EntryChange::Added(at) if edit.is_past(&new.entries[at], &edit.names.1) => edit.added.push(at),
                EntryChange::Removed(at) | EntryChange::Moved(at, _) | EntryChange::Reassigned(at, _)
                    if edit.has_been(at) =>
                {
                    edit.changed.push(at);
                }
                EntryChange::Reassigned(at, _) if matches!(old.entries[at].origin, Origin::Task(..)) => {
                    edit.steps.push(at);
                }
                _ => {}
            }
        }
        // what was cancelled stays so
        let is_revived = |at: &usize| {
            let entry = &old.entries[*at];
            entry.cancelled && !is_cancelled.contains(&named.0.entry(entry)) && edit.has_been(*at)
        };
        let revived: Vec<usize> = (0..old.entries.len()).filter(is_revived).collect();
        edit.changed.extend(revived);
        edit
    }

    /// Whether an entry of the old calendar lies in the past, and the edit is not about it.
    fn has_been(&self, at: usize) -> bool {
        let entry = &self.old.entries[at];
        entry.at.day >= self.days.begun && self.is_past(entry, &self.names.0)
    }

    fn is_past(&self, entry: &Entry, names: &Identity<'_>) -> bool {
        let item = names.item(entry);
        let changes = |plan: &'s Snapshot<'a>| changes_of(plan.plan(), &item, entry.original.day);
        self.is_over(entry) && changes(self.before) == changes(self.after)
    }

    /// Whether an entry is something that took place.
    fn is_over(&self, entry: &Entry) -> bool {
        // what prepares something that is still to come moves with it
        let is_ahead = matches!(entry.origin, Origin::Task(..)) && entry.original.day > self.days.last;
        // that a phase begins is nothing that takes place
        !is_ahead && !matches!(entry.origin, Origin::Life(Milestone::Phase(_)))
    }

    /// The item of something that is new in the past, by its name before the edit; none where that is new too, or is not
    /// found by its cadence.
    fn item_before(&self, at: usize) -> Option<&str> {
        let (before, after) = (&self.names.0, &self.names.1);
        match self.known {
            KnownBy::Place => before.recurring_item(&self.new.entries[at]),
            KnownBy::Uid => after.recurring_item(&self.new.entries[at]).filter(|name| before.has_item(name)),
        }
    }

    /// The items whose past is held as a whole, by their names before the edit.
    fn whole_items(&self) -> HashSet<&str> {
        let changed = self.changed.iter().filter_map(|at| self.names.0.recurring_item(&self.old.entries[*at]));
        changed.chain(self.added.iter().filter_map(|at| self.item_before(*at))).collect()
    }

    /// What was published, with the past.
    fn roster(&self, published: &Roster) -> Roster {
        let today = self.before.today;
        let items = self.whole_items();
        let is_due = |at: &usize| {
            let entry = &self.old.entries[*at];
            let name = self.names.0.recurring_item(entry);
            let is_whole = name.is_some_and(|name| items.contains(name));
            self.changed.contains(at) || is_whole && entry.at.day >= self.days.begun && self.is_over(entry)
        };
        let row = |at| published_as(&self.old.entries[at], (self.before.plan(), self.old), &self.names.0, today);
        let is_new = |row: &PublishedOccurrence| published.of_uid(&row.uid).is_none();
        let rows = (0..self.old.entries.len()).filter(is_due).map(row).filter(is_new);
        // what was done is past from now on, also where it had been published
        let done = self.steps.iter().map(|at| PublishedOccurrence { published: today, ..row(*at) });
        let done: HashMap<String, PublishedOccurrence> = done.map(|row| (row.uid.clone(), row)).collect();
        let last = self.days.last;
        let days = (Some(published.through.map_or(last, |day| day.max(last))), published.published.or(Some(today)));
        let others = published.rows().iter().cloned().chain(rows).filter(|row| !done.contains_key(&row.uid));
        let rows = others.chain(done.values().cloned()).collect();
        let (known, mut kept_days): (Vec<_>, Vec<_>) = (published.kept_days.iter().cloned())
            .partition(|kept| items.contains(kept.item.as_str()) && kept.through < today);
        kept_days.extend(items.into_iter().map(|item| {
            let known = known.iter().filter(|past| past.item == item).map(|past| past.from);
            KeptDays { from: known.fold(self.days.first, Day::min), through: last, item: item.to_owned() }
        }));
        kept_days.sort_by(|one, other| (&one.item, one.from).cmp(&(&other.item, other.from)));
        Roster::new(days, published.first_sequence, rows).with_kept_days(kept_days)
    }
}

fn changes_of<'p>(plan: &'p Plan, item: &str, original: Day) -> Vec<&'p Change> {
    let names = |change: &&Change| {
        change.item.as_ref().is_some_and(|name| name.as_str() == item) && change.on.is_some_and(|on| on.day == original)
    };
    plan.changes.iter().filter(names).collect()
}
