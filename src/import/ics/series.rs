//! Events that belong together → one item: its rule, the dates left out, and those that are elsewhere.

use super::event::IcsEvent;
use super::problem::problem;
use super::rule;
use crate::cadence::{Cadence, Pattern};
use crate::import::column::ImportColumn as C;
use crate::import::item::{ImportKind, ImportedDate, ImportedItem, ImportedWhen, MovedDate, OwnDate, TablePlace};
use crate::import::{Imported, gather, kind};
use crate::language::Text;
use crate::value::{Day, TimeRange};

const NO_START: Text = Text::new("这个事件没有 DTSTART", "this event has no DTSTART");
const NO_TITLE: Text = Text::new("这个事件没有标题", "this event has no title");
const NO_SERIES: Text = Text::new(
    "文件里没有它所改的那一系列，当作单独的一次",
    "the series that it changes is not in the file; it is taken as a single date",
);
const OTHER_WORDS: Text = Text::new(
    "这一次的标题或地点另写了，只收了日期",
    "this date has another title or place; only its date was taken over",
);
const FIRST_APART: Text = Text::new(
    "第一次不在自己的重复规则里，没有收进来",
    "its first date is not one of its own rule and was not taken over",
);
const TOO_LONG: Text = Text::new("结束不在开始之后，或超过一年", "it ends before it starts, or after more than a year");

/// The longest event, in minutes.
const LONGEST: i64 = 366 * 1440;

/// The items of events.
pub(super) fn items(events: Vec<IcsEvent>, today: Day, imported: &mut Imported) {
    let (overrides, series): (Vec<IcsEvent>, Vec<IcsEvent>) =
        events.into_iter().partition(|event| event.replaces.is_some());
    for event in &series {
        let own: Vec<&IcsEvent> =
            overrides.iter().filter(|other| !event.uid.is_empty() && other.uid == event.uid).collect();
        add(event, &own, today, imported);
    }
    for event in overrides.iter().filter(|event| !series.iter().any(|one| !one.uid.is_empty() && one.uid == event.uid))
    {
        if !event.is_cancelled {
            imported.problems.push(problem(event.line, &event.title, NO_SERIES));
            add(event, &[], today, imported);
        }
    }
    gather::together(imported);
}

fn add(event: &IcsEvent, overrides: &[&IcsEvent], today: Day, imported: &mut Imported) {
    let report = |imported: &mut Imported, line: usize, why| imported.problems.push(problem(line, &event.title, why));
    let own = OwnDate::of(&event.uid, event.is_cancelled);
    if event.is_cancelled && own.is_none() || event.is_reported {
        return;
    }
    if event.is_own() && event.categories.first().is_some_and(|category| kind::follows(category)) {
        return report(imported, event.line, kind::FOLLOWS);
    }
    let Some(start) = &event.start else { return report(imported, event.line, NO_START) };
    if event.title.is_empty() {
        return report(imported, event.line, NO_TITLE);
    }
    let Some(first) = date(event) else { return report(imported, event.line, TOO_LONG) };
    let zone = start.zone.as_deref();
    let mut moved: Vec<MovedDate> =
        event.without.iter().map(|moment| MovedDate { on: moment.on(zone).day, to: None }).collect();
    for other in overrides {
        let Some(on) = other.replaces.as_ref().map(|moment| moment.on(zone).day) else { continue };
        let there = other.start.as_ref().map(|start| IcsEvent { start: Some(start.on(zone)), ..(*other).clone() });
        let to = there.filter(|_| !other.is_cancelled).as_ref().and_then(date);
        if to.is_some() && (other.title != event.title || other.place != event.place) {
            report(imported, other.line, OTHER_WORDS);
        }
        // a date that is where it was needs no change
        if to != Some(ImportedDate { day: on, ..first }) {
            moved.retain(|known| known.on != on);
            moved.push(MovedDate { on, to });
        }
    }
    moved.sort_by_key(|moved| moved.on);
    moved.dedup();
    let when = match &event.rule {
        Some((line, text)) => match rule::read(text, start) {
            Ok(read) => {
                if !may_begin(&read.pattern, start.day) {
                    report(imported, *line, FIRST_APART);
                }
                if read.until.is_some_and(|until| until < today) {
                    return;
                }
                let cadence = Cadence { pattern: read.pattern, roll: None, time: first.time, more_times: Vec::new() };
                ImportedWhen::Phrase { cadence: Box::new(cadence), from: Some(start.day), until: read.until }
            }
            Err(why) => return report(imported, *line, why),
        },
        None => {
            let further = event.further.iter().map(|moment| ImportedDate { day: moment.on(zone).day, ..first });
            let mut dates: Vec<ImportedDate> = std::iter::once(first).chain(further).collect();
            dates.sort_unstable();
            dates.dedup();
            if dates.iter().all(|date| date.last.unwrap_or(date.day) < today) {
                return;
            }
            ImportedWhen::Dates(dates)
        }
    };
    let said = [
        (C::Zone, zone.unwrap_or_default()),
        (C::Place, event.place.as_str()),
        (C::Owner, event.organiser.as_str()),
        (C::Link, event.link.as_str()),
        (C::Notes, if event.is_own() { "" } else { event.notes.as_str() }),
    ];
    let fields = said.into_iter().filter(|(_, text)| !text.is_empty()).map(|(column, text)| (column, text.to_owned()));
    imported.items.push(ImportedItem {
        kind: event.categories.iter().find_map(|category| kind::of_words(category)).unwrap_or(ImportKind::Activity),
        title: event.title.clone(),
        when,
        fields: fields.chain(lasts(event).map(|length| (C::Lasts, length))).collect(),
        places: vec![TablePlace { sheet: None, row: event.line }],
        moved,
        own,
    });
}

/// The minutes that an event lasts; none where nothing is said.
fn minutes(event: &IcsEvent) -> Option<i64> {
    let start = event.start.as_ref()?;
    let end = event.end.as_ref().map(|end| end.on(start.zone.as_deref()).minute() - start.minute());
    end.or(event.lasts)
}

/// The date of an event; none where it has an end that cannot be.
fn date(event: &IcsEvent) -> Option<ImportedDate> {
    let start = event.start.as_ref()?;
    let minutes = minutes(event).unwrap_or(0);
    if !(0..=LONGEST).contains(&minutes) {
        return None;
    }
    let Some(time) = start.time else {
        // the end of whole days is the day after the last; some write the same day twice
        let last = start.day.plus((minutes / 1440) as i32 - 1);
        return Some(ImportedDate { day: start.day, last: Some(last).filter(|last| *last > start.day), time: None });
    };
    let end =
        (1..1440).contains(&minutes).then(|| crate::value::Clock::from_minutes(time.minutes() + minutes as i32).0);
    Some(ImportedDate { day: start.day, last: None, time: Some(TimeRange { start: time, end }) })
}

/// How long it lasts, where neither a time nor a single date says so.
fn lasts(event: &IcsEvent) -> Option<String> {
    let minutes = minutes(event).filter(|minutes| (1440..=LONGEST).contains(minutes))?;
    let is_timed = event.start.as_ref().is_some_and(|start| start.time.is_some());
    let needs = is_timed || event.rule.is_some() && minutes > 1440;
    needs.then(|| if minutes % 1440 == 0 { format!("{}d", minutes / 1440) } else { format!("{minutes}m") })
}

/// Whether a pattern may have a day, as far as weekdays and numbers say.
fn may_begin(pattern: &Pattern, day: Day) -> bool {
    use crate::cadence::MonthDay;
    let (number, left) = (day.ymd().2, day.month().days() - day.ymd().2);
    match pattern {
        Pattern::Weekly { on, .. } => on.contains(day.weekday()),
        Pattern::Monthly { days, .. } => days.iter().any(|wanted| match *wanted {
            MonthDay::Day(n) if n > 0 => i32::from(n) == number,
            MonthDay::Day(n) => left == -i32::from(n) - 1,
            MonthDay::Nth(n, weekday) if n > 0 => weekday == day.weekday() && (number - 1) / 7 + 1 == i32::from(n),
            MonthDay::Nth(_, weekday) => weekday == day.weekday() && left < 7,
            MonthDay::Workday(_) => true,
        }),
        _ => true,
    }
}
