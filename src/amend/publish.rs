//! What people are told is fixed: the calendar up to a day becomes the roster, and what changed since is known.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::against_roster::{AgainstRoster, Outdated, Successor, says};
use super::{AmendError, Snapshot};
use crate::calendar::{Entry, Identity, published_as};
use crate::plan::settings::Change;
use crate::plan::{Plan, Thing};
use crate::roster::{KeptDays, PlanSays, PublishedOccurrence, PublishedSeat, Roster};
use crate::value::Day;

/// What becomes of published dates whose item has another time or other days now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IfChanged {
    /// They move to what the plan says now.
    Move,
    /// They are cancelled.
    Cancel,
    /// They stay as they were published.
    Keep,
}

/// How an occurrence differs from what was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Republished {
    /// As it was; none: it is new among days that were published before.
    pub before: Option<PublishedOccurrence>,
    /// As it is now.
    pub after: PublishedOccurrence,
}

/// What is to be published.
#[derive(Debug)]
pub struct Publication {
    /// The roster.
    pub roster: Roster,
    /// What is different from what was published before, by time.
    pub changes: Vec<Republished>,
    /// How many occurrences are published for the first time, on days that were not.
    pub added: usize,
    /// The published dates that the plan has otherwise now, about which nobody has decided.
    pub outdated: Vec<Outdated>,
    /// How many new dates of published items lie among what is published; without an answer they are left out.
    pub left_out: usize,
    /// Rows into which people were written by hand who cannot do it, as they are published instead.
    pub refused: Vec<PublishedOccurrence>,
    /// Rows that were edited by hand although a change of the plan says when they are, as they are published instead.
    pub overruled: Vec<PublishedOccurrence>,
}

/// The calendar up to a day, as it is published, where what the plan has otherwise now is as answered; without an answer it
/// stays, and is asked about again. `announced` is what was published before someone edited the roster by hand, where that
/// is known: such an edit is a change like any other.
pub fn publish(
    plan: &Snapshot<'_>,
    through: Day,
    answer: Option<IfChanged>,
    announced: Option<&Roster>,
) -> Result<Publication, AmendError> {
    let old = &plan.reading.index.roster;
    let before: HashMap<&str, &PublishedOccurrence> = old
        .rows()
        .iter()
        .chain(announced.into_iter().flat_map(Roster::rows))
        .map(|row| (row.uid.as_str(), row))
        .collect();
    let is_by_hand =
        |row: &PublishedOccurrence| before.get(row.uid.as_str()).is_some_and(|before| !before.is_held_as(row));
    let mut against = AgainstRoster::of(plan, through, &is_by_hand)?;
    // a row that was deleted by hand is cancelled
    let is_known = |row: &PublishedOccurrence| before.contains_key(row.uid.as_str());
    against.new.retain(|row| !is_known(row));
    let listed: HashSet<&str> = old.rows().iter().map(|row| row.uid.as_str()).collect();
    let is_deleted = |row: &&&PublishedOccurrence| row.start.day >= plan.today && !listed.contains(row.uid.as_str());
    let deleted = before.values().filter(is_deleted).map(|row| {
        let instead_of = Some(PlanSays::At(row.start, row.end));
        let sequence = row.sequence.max(old.first_sequence);
        PublishedOccurrence { is_cancelled: true, instead_of, sequence, ..(*row).clone() }
    });
    let base = base(&against, plan, answer, &is_by_hand)?;
    let base = base.with_rows(base.rows().iter().cloned().chain(deleted).collect());
    let refused = match announced {
        Some(_) => refused(&against, plan, &base, &before)?,
        None => HashSet::new(),
    };
    // who was written by hand and cannot do it leaves it to those who were published
    let with_hands = |row: &PublishedOccurrence| match before.get(row.uid.as_str()) {
        Some(before) if refused.contains(&row.uid) => {
            PublishedOccurrence { lead: before.lead.clone(), staff: before.staff.clone(), ..row.clone() }
        }
        _ => row.clone(),
    };
    let base = base.with_rows(base.rows().iter().map(with_hands).collect());
    let (mut rows, mut seen, mut added) = (Vec::new(), HashSet::new(), 0);
    let index = plan.reading.index.with_roster(base.clone());
    let made = against.calendar(&index)?;
    let identity = Identity::of(plan.plan(), &made);
    for entry in &made.entries {
        let is_due = plan.today <= entry.at.day && entry.at.day <= through;
        if !is_due && entry.published.is_none() {
            continue;
        }
        let mut row = published_as(entry, (plan.plan(), &made), &identity, plan.today);
        // the row may have been changed to what the plan says; what counts is what was published
        match before.get(row.uid.as_str()) {
            Some(before) => {
                let at_least = entry.published.map_or(0, |at| made.roster.rows()[at].sequence);
                row = row.after(before);
                let known = before.sequence.max(at_least);
                (row.sequence, row.published) = match before.says_the_same(&row) {
                    // its UID names a day that it has no more: it has changed, though nobody needs to hear of it
                    true => (known + u32::from(row.original != before.original), before.published),
                    false => (known + 1, plan.today),
                };
            }
            None => added += usize::from(old.through.is_none_or(|last| entry.at.day > last)),
        }
        seen.insert(row.uid.clone());
        rows.push(row);
    }
    let left = before.values().filter(|row| !seen.contains(&row.uid));
    rows.extend(left.map(|row| left_over(row, plan.today)));
    let first = old.first_sequence;
    let through = old.through.map_or(through, |last| last.max(through));
    let days = (Some(through), Some(plan.today));
    let roster = Roster::new(days, first, rows).with_kept_days(base.kept_days);
    let changes = changes((old.through, &before), &roster, plan.today);
    let refused = roster.rows().iter().filter(|row| refused.contains(&row.uid)).cloned().collect();
    let is_overruled = |row: &&PublishedOccurrence| {
        let edited = old.of_uid(&row.uid).filter(|edited| is_by_hand(edited) && !edited.is_held_as(row));
        let is_back = is_known(row) && !listed.contains(row.uid.as_str()) && !row.is_cancelled;
        let is_ahead = row.start.day >= plan.today;
        is_ahead && (is_back || edited.is_some()) && change_of(plan.plan(), row).is_some()
    };
    let overruled = roster.rows().iter().filter(is_overruled).cloned().collect();
    let left_out = against.new.len();
    Ok(Publication { roster, changes, added, outdated: against.outdated, left_out, refused, overruled })
}

/// The UIDs of the rows into which people were written by hand who cannot do it.
fn refused(
    against: &AgainstRoster<'_, '_>,
    plan: &Snapshot<'_>,
    base: &Roster,
    before: &HashMap<&str, &PublishedOccurrence>,
) -> Result<HashSet<String>, AmendError> {
    let index = plan.reading.index.with_roster(base.clone());
    let made = against.calendar(&index)?;
    let identity = Identity::of(plan.plan(), &made);
    let key = |name: &String| match plan.reading.index.find("person", name) {
        Some(Thing::Person(person)) => plan.plan().people[person].key().map_or_else(|| name.clone(), str::to_owned),
        _ => name.clone(),
    };
    let by_key = |row: &PublishedOccurrence| PublishedOccurrence {
        lead: row.lead.as_ref().map(key),
        staff: row.staff.iter().map(|seat| PublishedSeat { person: key(&seat.person), ..seat.clone() }).collect(),
        ..row.clone()
    };
    let is_refused = |entry: &&Entry| {
        let Some(edited) = entry.published.map(|at| &made.roster.rows()[at]) else { return false };
        let now = published_as(entry, (plan.plan(), &made), &identity, plan.today);
        let is_edited = before.get(edited.uid.as_str()).is_some_and(|before| !edited.has_the_hands_of(before));
        is_edited && !entry.cancelled && !by_key(edited).has_the_hands_of(&now)
    };
    Ok(made.entries.iter().filter(is_refused).map(|entry| identity.uid(entry)).collect())
}

/// What was published, with what is otherwise by the plan as it is to be.
fn base(
    against: &AgainstRoster<'_, '_>,
    plan: &Snapshot<'_>,
    answer: Option<IfChanged>,
    is_by_hand: &dyn Fn(&PublishedOccurrence) -> bool,
) -> Result<Roster, AmendError> {
    let old = &plan.reading.index.roster;
    let zone = plan.plan().time_zone.clone().unwrap_or_default();
    let asked = against.outdated.iter().map(|outdated| &outdated.row).chain(&against.new);
    let items: BTreeSet<&str> = asked.map(|row| row.item.as_str()).collect();
    let outdated: HashSet<&str> = against.outdated.iter().map(|outdated| outdated.row.uid.as_str()).collect();
    // the steps of what was moved or cancelled by hand go along
    let mut by_hand: HashMap<(&str, Day), Vec<&PublishedOccurrence>> = HashMap::new();
    for row in old.rows().iter().filter(|row| is_by_hand(row)) {
        by_hand.entry((&row.item, row.original)).or_default().push(row);
    }
    let event_of = |row: &PublishedOccurrence| {
        let of_day = by_hand.get(&(row.item.as_str(), row.original)).into_iter().flatten();
        of_day.copied().find(|event| row.is_step_of(event))
    };
    let goes_along = |row: &PublishedOccurrence| !is_by_hand(row) && event_of(row).is_some();
    let is_cancelled_by_plan =
        |row: &PublishedOccurrence| change_of(plan.plan(), row).is_some_and(|change| change.cancel == Some(true));
    let based = |row: &PublishedOccurrence| -> Option<PublishedOccurrence> {
        let row = row.clone();
        if goes_along(&row) {
            return None;
        }
        let Some(now) = against.successors.get(&row.uid) else {
            let is_on_purpose = is_by_hand(&row) && row.is_cancelled && row.instead_of.is_none();
            let instead_of = if is_on_purpose { Some(PlanSays::At(row.start, row.end)) } else { row.instead_of };
            return Some(PublishedOccurrence { instead_of, ..row });
        };
        let kept = |row: PublishedOccurrence| PublishedOccurrence { instead_of: Some(says(*now)), ..row };
        let is_open = outdated.contains(row.uid.as_str());
        match (answer, now) {
            (Some(IfChanged::Move), Some(Successor { original, start, end })) if is_open => {
                let zone = zone.name().to_owned();
                let (start, end) = (*start, *end);
                let row = PublishedOccurrence { start, end, zone, is_cancelled: false, instead_of: None, ..row };
                Some(row.with_original(*original))
            }
            (Some(IfChanged::Move), None) if is_open => None,
            // what is otherwise on purpose stays, as an occurrence of its new day
            (Some(IfChanged::Move), Some(now)) if items.contains(row.item.as_str()) => {
                let row = row.with_original(now.original);
                let is_on_purpose = is_by_hand(&row) || row.is_cancelled && !is_cancelled_by_plan(&row);
                Some(if is_on_purpose { kept(row) } else { row })
            }
            (Some(IfChanged::Cancel), _) if is_open => Some(kept(PublishedOccurrence { is_cancelled: true, ..row })),
            (Some(IfChanged::Keep), _) if is_open => Some(kept(row)),
            _ if is_by_hand(&row) => Some(kept(row)),
            _ => Some(row),
        }
    };
    let mut rows: Vec<PublishedOccurrence> = old.rows().iter().filter_map(based).collect();
    let mut kept_days = old.kept_days.clone();
    match answer {
        Some(IfChanged::Move) => rows.extend(against.new.iter().cloned()),
        Some(IfChanged::Keep | IfChanged::Cancel) => {
            let through = old.through.unwrap_or(plan.today);
            for item in items {
                let is_ahead = |kept: &KeptDays| kept.item == item && kept.through >= plan.today;
                let from = kept_days.iter().filter(|kept| is_ahead(kept)).map(|kept| kept.from);
                let from = from.fold(plan.today, Day::min);
                kept_days.retain(|kept| !is_ahead(kept));
                kept_days.push(KeptDays { item: item.to_owned(), from, through });
            }
        }
        None => {}
    }
    let along: Vec<&PublishedOccurrence> = old.rows().iter().filter(|row| goes_along(row)).collect();
    let base = old.with_rows(rows);
    let steps = if along.is_empty() { Vec::new() } else { moved_along(&along, &base, against, &event_of)? };
    let rows = base.rows().iter().cloned().chain(steps).collect();
    Ok(base.with_rows(rows).with_kept_days(kept_days))
}

/// The steps of what was moved or cancelled by hand, as they are by it; `base` has everything else.
fn moved_along<'r>(
    along: &[&PublishedOccurrence],
    base: &Roster,
    against: &AgainstRoster<'_, '_>,
    event_of: &dyn Fn(&PublishedOccurrence) -> Option<&'r PublishedOccurrence>,
) -> Result<Vec<PublishedOccurrence>, AmendError> {
    let plan = against.plan;
    // they are no new dates, whatever days are kept as they are
    let index = plan.reading.index.with_roster(base.clone().with_kept_days(Vec::new()));
    let made = against.calendar(&index)?;
    let identity = Identity::of(plan.plan(), &made);
    let key =
        |entry: &Entry| (identity.item(entry).into_owned(), entry.original.day, identity.part(entry).into_owned());
    let entries: HashMap<_, &Entry> = made.entries.iter().map(|entry| (key(entry), entry)).collect();
    let moved = |row: &&PublishedOccurrence| {
        // its item may have another day now
        let event = event_of(row).and_then(|event| base.of_uid(&event.uid))?;
        let row = (*row).clone().with_original(event.original);
        if row.start.day < plan.today {
            return Some(row);
        }
        let entry = entries.get(&(row.item.clone(), row.original, row.part().to_owned()))?;
        let now = published_as(entry, (plan.plan(), &made), &identity, plan.today);
        Some(PublishedOccurrence {
            start: now.start,
            end: now.end,
            zone: now.zone,
            is_cancelled: event.is_cancelled,
            ..row
        })
    };
    Ok(along.iter().filter_map(moved).collect())
}

/// The change of the plan that moves or cancels a row, by its day or one that it had before.
fn change_of<'a>(plan: &'a Plan, row: &PublishedOccurrence) -> Option<&'a Change> {
    let of_time = plan.changes.iter().filter(|change| change.cancel == Some(true) || change.move_to.is_some());
    of_time.into_iter().find(|change| {
        let is_item = change.item.as_ref().is_some_and(|item| item.as_str() == row.item);
        is_item && change.on.is_some_and(|on| on.day == row.original || row.former_days().any(|day| day == on.day))
    })
}

/// What nothing in the plan stands for any more: the past stays, the rest is cancelled.
fn left_over(row: &PublishedOccurrence, today: Day) -> PublishedOccurrence {
    if row.is_cancelled || row.start.day < today {
        return row.clone();
    }
    PublishedOccurrence { is_cancelled: true, sequence: row.sequence + 1, published: today, ..row.clone() }
}

fn changes(
    (through, by_uid): (Option<Day>, &HashMap<&str, &PublishedOccurrence>),
    new: &Roster,
    today: Day,
) -> Vec<Republished> {
    let mut changes: Vec<Republished> = (new.rows().iter())
        .filter_map(|after| match by_uid.get(after.uid.as_str()) {
            Some(before) if before.says_the_same(after) => None,
            Some(before) => Some(Republished { before: Some((*before).clone()), after: after.clone() }),
            None => {
                let is_within = through.is_some_and(|last| after.start.day <= last) && !by_uid.is_empty();
                (is_within && !after.is_cancelled).then(|| Republished { before: None, after: after.clone() })
            }
        })
        .collect();
    changes.retain(|change| {
        let was = change.before.as_ref().map_or(change.after.start.day, |before| before.start.day);
        was.max(change.after.start.day) >= today
    });
    let start = |change: &Republished| {
        let row = change.before.as_ref().unwrap_or(&change.after);
        (row.start.day, row.start.time, row.uid.clone())
    };
    changes.sort_by_key(start);
    changes
}

/// Releases what is published after a day, and was not moved there from before: it may change again without notice.
pub fn withdraw(old: &Roster, after: Day) -> Roster {
    let (kept, released): (Vec<_>, Vec<_>) =
        old.rows().iter().cloned().partition(|row| row.start.day.min(row.original) <= after);
    let first = released.iter().map(|row| row.sequence + 1).fold(old.first_sequence, u32::max);
    let through = old.through.map(|last| last.min(after));
    Roster::new((through, old.published), first, kept).with_kept_days(old.kept_days.clone())
}
