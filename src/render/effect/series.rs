//! Entries in which two calendars differ, folded: a line for each series.

use std::collections::HashSet;

use super::entries::moment;
use crate::amend::EntryChange;
use crate::calendar::{Calendar, Origin};
use crate::language::{Language, Text};
use crate::render::calendar::Row;
use crate::render::clean;

/// What happens to the entries of a series; in this order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Happening {
    Removed,
    Added,
    /// They come on other days than before.
    Replaced,
    Moved,
    Reassigned,
}

/// Entries of one series to which the same happens.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) happening: Happening,
    /// Its title, or `Ann → Ben`.
    what: String,
    /// The first of them: `2026-12-02 Wed 20:00`.
    first: String,
    count: usize,
    /// How often it comes instead, and when first.
    instead: Option<(usize, String)>,
    /// Whether its steps go with it.
    has_steps: bool,
}

/// The entries of two calendars, made into rows.
pub(super) struct Compared<'c> {
    pub(super) before: &'c Calendar<'c>,
    pub(super) after: &'c Calendar<'c>,
    pub(super) old: &'c [Row],
    pub(super) new: &'c [Row],
}

impl Compared<'_> {
    /// What happens to an entry, its row, and whether it is a step of an activity.
    fn of(&self, change: &EntryChange) -> (Happening, &Row, bool) {
        let (happening, row, origin) = match *change {
            EntryChange::Removed(at) => (Happening::Removed, &self.old[at], self.before.entries[at].origin),
            EntryChange::Added(at) => (Happening::Added, &self.new[at], self.after.entries[at].origin),
            EntryChange::Moved(_, at) => (Happening::Moved, &self.new[at], self.after.entries[at].origin),
            EntryChange::Reassigned(_, at) => (Happening::Reassigned, &self.new[at], self.after.entries[at].origin),
        };
        (happening, row, matches!(origin, Origin::Task(..)))
    }
}

/// A series for each title and what happens to it; the steps of an activity go with it where the same happens to it.
pub(super) fn series(changes: &[EntryChange], compared: &Compared<'_>, language: Language) -> Vec<Series> {
    let Compared { old, new, .. } = compared;
    let whole: HashSet<(Happening, &str)> = (changes.iter().map(|change| compared.of(change)))
        .filter(|(.., is_step)| !is_step)
        .map(|(happening, row, _)| (happening, row.item.as_str()))
        .collect();
    let mut all: Vec<(Series, &str)> = Vec::new();
    let mut with_steps: HashSet<(Happening, &str)> = HashSet::new();
    for change in changes {
        let (happening, row, is_step) = compared.of(change);
        let item = (happening, row.item.as_str());
        if is_step && happening != Happening::Reassigned && whole.contains(&item) {
            with_steps.insert(item);
            continue;
        }
        let first = moment(row, language);
        let (what, first) = match *change {
            EntryChange::Removed(_) | EntryChange::Added(_) => (row.title.clone(), first),
            EntryChange::Moved(at, _) => (row.title.clone(), format!("{} → {first}", moment(&old[at], language))),
            EntryChange::Reassigned(a, b) => (
                format!("{} → {}", hands(&old[a], language), hands(&new[b], language)),
                format!("{first} {}", row.title),
            ),
        };
        match all.iter_mut().find(|(series, _)| series.happening == happening && series.what == what) {
            Some((series, _)) => series.count += 1,
            None => all.push((Series { happening, what, first, count: 1, instead: None, has_steps: false }, item.1)),
        }
    }
    for (series, item) in &mut all {
        series.has_steps = with_steps.contains(&(series.happening, *item));
    }
    let mut all: Vec<Series> = all.into_iter().map(|(series, _)| series).collect();
    replaced(&mut all);
    // what comes and goes first, then who does what is left
    all.sort_by_key(|series| series.happening);
    all
}

/// What goes and comes under one title comes on other days.
fn replaced(all: &mut Vec<Series>) {
    let (added, mut rest): (Vec<Series>, Vec<Series>) =
        std::mem::take(all).into_iter().partition(|series| series.happening == Happening::Added);
    for series in added {
        match rest.iter_mut().find(|gone| gone.happening == Happening::Removed && gone.what == series.what) {
            Some(gone) => {
                gone.happening = Happening::Replaced;
                gone.has_steps |= series.has_steps;
                gone.instead = Some((series.count, series.first));
            }
            None => rest.push(series),
        }
    }
    *all = rest;
}

/// Everyone who does it, the one in charge first.
fn hands(row: &Row, language: Language) -> String {
    let lead = row.person.iter().cloned();
    let all: Vec<String> = lead.chain(row.staff.iter().filter_map(|helper| helper.person.clone())).collect();
    match all.is_empty() {
        true => Text::new("没有人", "no one").get(language).to_owned(),
        false => clean(&all.join(Text::new("、", ", ").get(language))),
    }
}

/// `  − Talk  52 times, first 2026-12-02 Wed 20:00`
pub(super) fn line(series: &Series, language: Language) -> String {
    let sign = match series.happening {
        Happening::Removed => "−",
        Happening::Added => "+",
        Happening::Replaced | Happening::Moved | Happening::Reassigned => "~",
    };
    let mut line = format!("  {sign} {}  {}", series.what, times(series.count, &series.first, language));
    if let Some((count, first)) = &series.instead {
        line.push_str(" → ");
        line.push_str(&times(*count, first, language));
    }
    if series.has_steps {
        line.push_str(Text::new("，步骤跟着变", ", with its steps").get(language));
    }
    line
}

fn times(count: usize, first: &str, language: Language) -> String {
    let words = match count {
        1 => Text::new("{first}", "{first}"),
        _ => Text::new("{n} 次，第一次 {first}", "{n} times, first {first}"),
    };
    words.fill(language, |name| Some(if name == "n" { count.to_string() } else { first.to_owned() }))
}
