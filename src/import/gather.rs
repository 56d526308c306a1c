//! Rows of one thing on several dates → one item with a phrase, where exactly one phrase says it.

use std::collections::BTreeMap;

use super::Imported;
use super::column::ImportColumn as C;
use super::item::{ImportKind, ImportProblem, ImportedDate, ImportedItem, ImportedWhen, MovedDate};
use super::repeat::{Repeated, repeated};
use crate::cadence::{Cadence, Pattern};
use crate::language::{Language, Text};
use crate::value::{Day, TimeRange, WeekdaySet};

const SEVERAL: Text = Text::new(
    "这些日期可以是几种节奏，先按日期列出；是哪种就写哪种",
    "these dates fit several rhythms and stay dates; write the one that is meant",
);
const DIFFERENT: Text = Text::new("各次写的不一样，没有合进去", "it differs from date to date and was not taken over");

/// What does not take place is no date.
pub(super) const CANCELLED: Text =
    Text::new("取消了的一次，没有收进来", "this date was cancelled and was not taken over");

/// What makes rows the same thing; those of this program's own calendar have what their UIDs name.
type RepeatKey = (ImportKind, String, Option<TimeRange>, Vec<(C, String)>, Option<String>);

/// Joins single dates of one thing.
pub(super) fn together(imported: &mut Imported) {
    let mut order: Vec<Result<ImportedItem, RepeatKey>> = Vec::new();
    let mut groups: BTreeMap<RepeatKey, Vec<(ImportedDate, ImportedItem)>> = BTreeMap::new();
    for item in imported.items.drain(..) {
        match key(&item) {
            Some((date, key)) => {
                if !groups.contains_key(&key) {
                    order.push(Err(key.clone()));
                }
                groups.entry(key).or_default().push((date, item));
            }
            None if item.own.as_ref().is_some_and(|own| own.is_cancelled) => {
                imported.problems.push(cancelled(&item));
            }
            None => order.push(Ok(item)),
        }
    }
    for entry in order {
        match entry {
            Ok(item) => imported.items.push(item),
            Err(key) => {
                let group = groups.remove(&key).unwrap_or_default();
                imported.items.extend(joined(group, &mut imported.problems));
            }
        }
    }
}

/// Joins what is each week on several weekdays, everything else the same.
pub(super) fn weekdays(imported: &mut Imported) {
    let mut out: Vec<ImportedItem> = Vec::new();
    for item in imported.items.drain(..) {
        let alike = out.iter_mut().find(|other| {
            (other.kind, &other.title, &other.fields, &other.moved)
                == (item.kind, &item.title, &item.fields, &item.moved)
        });
        match alike.and_then(|other| Some((weekly(&mut other.when)?, &mut other.places))) {
            Some(((on, time), places)) => match weekly(&mut item.when.clone()) {
                Some((more, same)) if same == time => {
                    *on = on.iter().chain(more.iter()).collect();
                    places.extend(item.places);
                }
                _ => out.push(item),
            },
            None => out.push(item),
        }
    }
    imported.items = out;
}

/// The weekdays and the time of what is every week, without a first or a last day.
fn weekly(when: &mut ImportedWhen) -> Option<(&mut WeekdaySet, Option<TimeRange>)> {
    match when {
        ImportedWhen::Phrase { cadence, from: None, until: None } => match &mut **cadence {
            Cadence { pattern: Pattern::Weekly { every: 1, on }, time, roll: None, .. } => Some((on, *time)),
            _ => None,
        },
        _ => None,
    }
}

/// What may differ between the dates of one thing.
const DIFFERS: [C; 5] = [C::Owner, C::Helpers, C::Notes, C::Link, C::Members];

fn key(item: &ImportedItem) -> Option<(ImportedDate, RepeatKey)> {
    let ImportedWhen::Dates(dates) = &item.when else { return None };
    let [date] = dates[..] else { return None };
    if date.last.is_some() || !matches!(item.kind, ImportKind::Activity | ImportKind::Content) {
        return None;
    }
    if let Some(own) = &item.own {
        return Some((date, (item.kind, item.title.clone(), None, Vec::new(), Some(own.item.clone()))));
    }
    let fields = item.fields.iter().filter(|(column, _)| !DIFFERS.contains(column)).cloned().collect();
    Some((date, (item.kind, item.title.clone(), date.time, fields, None)))
}

fn cancelled(item: &ImportedItem) -> ImportProblem {
    ImportProblem { place: item.places[0].clone(), column: None, cell: item.title.clone(), why: CANCELLED }
}

/// The rhythm of the days on which an item of this program's own calendar was planned, and the dates that are elsewhere or
/// nowhere; none where the days are not exactly one rhythm.
fn rhythm_of_own(group: &[(ImportedDate, ImportedItem)]) -> Option<(ImportedWhen, Vec<MovedDate>)> {
    let own = || group.iter().filter_map(|(date, item)| Some((date, item.own.as_ref()?)));
    let mut days: Vec<Day> = own().map(|(_, own)| own.original).collect();
    days.sort_unstable();
    days.dedup();
    let Repeated::Phrase(pattern) = repeated(&days) else { return None };
    // the time is that of most dates
    let times = || own().filter(|(_, own)| !own.is_cancelled).map(|(date, _)| date.time);
    let time = times().max_by_key(|time| (times().filter(|other| other == time).count(), std::cmp::Reverse(*time)))?;
    let mut moved: Vec<MovedDate> = own()
        .map(|(date, own)| MovedDate { on: own.original, to: Some(*date).filter(|_| !own.is_cancelled) })
        .filter(|moved| moved.to != Some(ImportedDate { day: moved.on, last: None, time }))
        .collect();
    moved.sort_by_key(|moved| moved.on);
    moved.dedup();
    let cadence = Box::new(Cadence { pattern: *pattern, roll: None, time, more_times: Vec::new() });
    Some((ImportedWhen::Phrase { cadence, from: days.first().copied(), until: days.last().copied() }, moved))
}

/// One item of several rows.
fn joined(mut group: Vec<(ImportedDate, ImportedItem)>, problems: &mut Vec<ImportProblem>) -> Option<ImportedItem> {
    let own = rhythm_of_own(&group);
    let is_cancelled = |item: &ImportedItem| item.own.as_ref().is_some_and(|own| own.is_cancelled);
    if own.is_none() {
        problems.extend(group.iter().filter(|(_, item)| is_cancelled(item)).map(|(_, item)| cancelled(item)));
    }
    // what is said of a date that was cancelled counts no more
    group.retain(|(_, item)| !is_cancelled(item));
    let mut dates: Vec<ImportedDate> = group.iter().map(|(date, _)| *date).collect();
    dates.sort_unstable();
    dates.dedup();
    let days: Vec<Day> = dates.iter().map(|date| date.day).collect();
    let mut rows = group.into_iter().map(|(_, item)| item);
    let mut item = rows.next()?;
    let mut different: BTreeMap<C, Vec<String>> = BTreeMap::new();
    let first = item.clone();
    for other in rows {
        for (column, value) in &other.fields {
            if first.field(*column) != Some(value.as_str()) {
                different.entry(*column).or_default().push(value.clone());
            }
        }
        // what is not on all dates is of none for certain
        item.fields.retain(|(column, value)| other.field(*column) == Some(value.as_str()) || *column == C::Notes);
        item.places.extend(other.places);
    }
    for (column, values) in different {
        let mut all: Vec<&str> = Vec::new();
        for value in first.field(column).into_iter().chain(values.iter().map(String::as_str)) {
            if !all.contains(&value) {
                all.push(value);
            }
        }
        let cell = format!("{}: {}", item.title, all.join(" / "));
        problems.push(ImportProblem { place: item.places[0].clone(), column: None, cell, why: DIFFERENT });
    }
    if let Some((when, moved)) = own {
        return Some(ImportedItem { when, moved, ..item });
    }
    let time = dates.first().and_then(|date| date.time);
    let cadence = |pattern| Cadence { pattern, roll: None, time, more_times: Vec::new() };
    item.when = match repeated(&days) {
        Repeated::Phrase(pattern) => ImportedWhen::Phrase {
            cadence: Box::new(cadence(*pattern)),
            from: days.first().copied(),
            until: days.last().copied(),
        },
        Repeated::Several(patterns) => {
            let phrases = patterns.into_iter().map(|pattern| cadence(pattern).print(Language::En));
            let cell = format!("{}: {}", item.title, phrases.collect::<Vec<_>>().join(" / "));
            problems.push(ImportProblem { place: item.places[0].clone(), column: None, cell, why: SEVERAL });
            ImportedWhen::Dates(dates)
        }
        Repeated::None => ImportedWhen::Dates(dates),
    };
    Some(item)
}
