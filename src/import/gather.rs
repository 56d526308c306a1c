//! Rows of one thing on several dates → one item with a phrase, where exactly one phrase says it.

use std::collections::BTreeMap;

use super::Imported;
use super::column::ImportColumn as C;
use super::item::{ImportKind, ImportProblem, ImportedDate, ImportedItem, ImportedWhen};
use super::repeat::{Repeated, repeated};
use crate::cadence::{Cadence, Pattern};
use crate::language::{Language, Text};
use crate::value::{Day, TimeRange, WeekdaySet};

const SEVERAL: Text = Text::new(
    "这些日期可以是几种节奏，先按日期列出；是哪种就写哪种",
    "these dates fit several rhythms and stay dates; write the one that is meant",
);
const DIFFERENT: Text = Text::new("各次写的不一样，没有合进去", "it differs from date to date and was not taken over");

/// What makes rows the same thing.
type RepeatKey = (ImportKind, String, Option<TimeRange>, Vec<(C, String)>);

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
    let fields = item.fields.iter().filter(|(column, _)| !DIFFERS.contains(column)).cloned().collect();
    Some((date, (item.kind, item.title.clone(), date.time, fields)))
}

/// One item of several rows.
fn joined(group: Vec<(ImportedDate, ImportedItem)>, problems: &mut Vec<ImportProblem>) -> Option<ImportedItem> {
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
