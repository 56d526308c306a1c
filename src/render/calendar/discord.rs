//! What takes place as scheduled events of Discord: the bodies of "Create Guild Scheduled Event", as its API documents them.
//!
//! A rhythm is a recurrence rule where Discord has one that says the same and every date of it is in the calendar; what it
//! cannot say is split into single events, and that is reported. Nothing is sent.

use serde::Serialize;

use super::labels;
use super::row::Row;
use super::view::View;
use super::zoned_start::ZonedStart;
use crate::cadence::{Cadence, MonthDay, Pattern, Period};
use crate::calendar::Kind;
use crate::language::Text;
use crate::plan::activities::Activity;
use crate::plan::channels::Platform;
use crate::plan::{Item, item_id};
use crate::render::clean;
use crate::value::Day;

/// The longest name and place, and the longest description.
const NAME: usize = 100;
const DESCRIPTION: usize = 1000;
/// How long something is shown that says no end: Discord asks for one.
const USUAL_MINUTES: i64 = 60;
/// An event outside of Discord, whose members only are to see it.
const EXTERNAL: u8 = 3;
const GUILD_ONLY: u8 = 2;

/// The weekdays that a daily rule can have, Monday being 0.
const DAYS: [&[i32]; 6] = [&[0, 1, 2, 3, 4], &[1, 2, 3, 4, 5], &[6, 0, 1, 2, 3], &[4, 5], &[5, 6], &[6, 0]];

#[derive(Debug, Serialize)]
struct DiscordEvent {
    name: String,
    privacy_level: u8,
    scheduled_start_time: String,
    scheduled_end_time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    entity_type: u8,
    entity_metadata: DiscordPlace,
    #[serde(skip_serializing_if = "Option::is_none")]
    recurrence_rule: Option<RecurrenceRule>,
}

#[derive(Debug, Serialize)]
struct DiscordPlace {
    location: String,
}

/// A rule of Discord: frequency 0 is every year, 1 month, 2 week, 3 day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct RecurrenceRule {
    start: String,
    frequency: u8,
    interval: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_weekday: Option<Vec<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_n_weekday: Option<Vec<NumberedWeekday>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_month: Option<Vec<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_month_day: Option<Vec<i32>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct NumberedWeekday {
    n: i8,
    day: i32,
}

/// The events as JSON, and a line for each thing that was split into single dates.
pub fn discord_events(view: &View<'_>) -> (String, Vec<String>) {
    let rows = view.running_rows();
    let is_event = |row: &&Row| !row.cancelled && matches!(row.kind, Kind::Activity | Kind::Programme);
    let shown: Vec<&Row> = rows.iter().filter(is_event).filter(|row| is_for_discord(row, view)).collect();
    let mut events = Vec::new();
    let mut split = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for row in &shown {
        if done.contains(&row.item.as_str()) {
            continue;
        }
        let same: Vec<&Row> = shown.iter().copied().filter(|other| other.item == row.item).collect();
        let rule = rule(row, &same, view);
        match rule {
            Some(rule) => events.push(event(row, view, Some((rule, &same)))),
            None => {
                events.extend(same.iter().map(|row| event(row, view, None)));
                if same.len() > 1 {
                    let words = Text::new(
                        "“{title}”的节奏 Discord 说不了，拆成 {n} 个单次活动",
                        "Discord has no rule for \"{title}\": split into {n} single events",
                    );
                    split.push(words.fill(view.language, |fact| {
                        Some(if fact == "n" { same.len().to_string() } else { row.title.clone() })
                    }));
                }
            }
        }
        done.push(&row.item);
    }
    let json = serde_json::to_string_pretty(&events).expect("strings and numbers are JSON");
    (json + "\n", split)
}

/// Whether something is for those on Discord: it names no channel, or one there, or none of the plan's is there.
fn is_for_discord(row: &Row, view: &View<'_>) -> bool {
    let is_there = |channel: &crate::plan::channels::Channel| channel.platform == Some(Platform::Discord);
    let channels = || view.plan.channels.iter();
    let named = |id: &str| channels().filter(|it| it.id.as_ref().is_some_and(|own| own.as_str() == id)).any(is_there);
    row.channels.is_empty() || row.channels.iter().any(|channel| named(&channel.id)) || !channels().any(is_there)
}

fn event(row: &Row, view: &View<'_>, series: Option<(RecurrenceRule, &[&Row])>) -> DiscordEvent {
    // who takes turns with a series leads no single date of it
    let is_shared = series.as_ref().is_none_or(|(_, same)| same.iter().all(|other| other.person == row.person));
    let recurrence_rule = series.map(|(rule, _)| rule);
    let language = view.language;
    let link = activity(row, view).and_then(|activity| activity.link.as_deref()).map(clean);
    let place = labels::destination(row, language).or(link.clone());
    let location = place.unwrap_or_else(|| Text::new("见说明", "see the description").get(language).to_owned());
    let who = if is_shared { labels::who(row, language) } else { row.role.clone() };
    let about: Vec<String> = who.into_iter().chain(link).chain(row.text.clone()).collect();
    let description = about.join("\n");
    DiscordEvent {
        name: short(&row.title, NAME),
        privacy_level: GUILD_ONLY,
        scheduled_start_time: row.start.to_rfc3339(),
        scheduled_end_time: end(row).to_rfc3339(),
        description: (!description.is_empty()).then(|| short(&description, DESCRIPTION)),
        entity_type: EXTERNAL,
        entity_metadata: DiscordPlace { location: short(&location, NAME) },
        recurrence_rule,
    }
}

/// A moment with its offset; days begin at midnight.
impl ZonedStart {
    fn to_rfc3339(self) -> String {
        let time = self.time.map_or_else(|| "00:00".to_owned(), |time| time.to_string());
        let seconds = self.offset.seconds();
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.abs() / 60;
        format!("{}T{time}:00{sign}{:02}:{:02}", self.day, minutes / 60, minutes % 60)
    }
}

/// When it ends: said, or the usual time later; whole days end with the last one.
pub(super) fn end(row: &Row) -> ZonedStart {
    match (row.end, row.start.time) {
        (Some(end), Some(_)) => end,
        (_, None) => ZonedStart { day: row.last_day.plus(1), ..row.start },
        (None, Some(time)) => {
            let minutes = i64::from(time.minutes()) + USUAL_MINUTES;
            let (clock, days) = crate::value::Clock::from_minutes(minutes as i32);
            ZonedStart { day: row.start.day.plus(days), time: Some(clock), ..row.start }
        }
    }
}

fn activity<'v>(row: &Row, view: &View<'v>) -> Option<&'v Activity> {
    let activities = view.plan.activities.iter().enumerate();
    activities
        .map(|(at, it)| (Item::Activity(at), it))
        .find(|(item, _)| item_id(view.plan, *item) == row.item)
        .map(|(_, it)| it)
}

/// The rule of an activity, where Discord has one and the calendar has just its dates.
fn rule(row: &Row, same: &[&Row], view: &View<'_>) -> Option<RecurrenceRule> {
    let activity = activity(row, view)?;
    let cadence = activity.when.as_ref().filter(|cadence| cadence.roll.is_none() && cadence.more_times.is_empty())?;
    // an end cannot be said
    if same.len() < 2 || activity.until.is_some() || same.iter().any(|one| one.start.time != row.start.time) {
        return None;
    }
    let rule = discord_rule(cadence, row)?;
    let (first, last) = (row.start.day, view.calendar.to);
    let wanted: Vec<Day> = (first.0..=last.0).map(Day).filter(|day| falls(&rule, first, *day)).collect();
    let found: Vec<Day> = same.iter().map(|row| row.start.day).collect();
    (wanted == found).then_some(rule)
}

fn discord_rule(cadence: &Cadence, row: &Row) -> Option<RecurrenceRule> {
    let plain = RecurrenceRule {
        start: row.start.to_rfc3339(),
        frequency: 3,
        interval: 1,
        by_weekday: None,
        by_n_weekday: None,
        by_month: None,
        by_month_day: None,
    };
    match &cadence.pattern {
        Pattern::Daily => Some(plain),
        Pattern::Weekly { every, on } => {
            let days: Vec<i32> = on.iter().map(|day| day.index()).collect();
            match (&days[..], every) {
                ([_], 1 | 2) => {
                    Some(RecurrenceRule { frequency: 2, interval: *every, by_weekday: Some(days), ..plain })
                }
                (_, 1) => {
                    let is_same =
                        |known: &&&[i32]| known.len() == days.len() && days.iter().all(|day| known.contains(day));
                    let known = DAYS.iter().find(is_same)?;
                    Some(RecurrenceRule { by_weekday: Some(known.to_vec()), ..plain })
                }
                _ => None,
            }
        }
        Pattern::Monthly { period: Period::Month, days } => match days[..] {
            [MonthDay::Nth(n @ 1..=4, weekday)] => {
                let by_n_weekday = Some(vec![NumberedWeekday { n, day: weekday.index() }]);
                Some(RecurrenceRule { frequency: 1, by_n_weekday, ..plain })
            }
            _ => None,
        },
        Pattern::Monthly { period: Period::Year(month), days } => match days[..] {
            [MonthDay::Day(day @ 1..=28)] => Some(RecurrenceRule {
                frequency: 0,
                by_month: Some(vec![i32::from(*month)]),
                by_month_day: Some(vec![i32::from(day)]),
                ..plain
            }),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a rule that begins on a day has another.
fn falls(rule: &RecurrenceRule, first: Day, day: Day) -> bool {
    let weekday = day.weekday().index();
    let (_, month, number) = day.ymd();
    match rule.frequency {
        0 => rule.by_month.as_deref() == Some(&[month]) && rule.by_month_day.as_deref() == Some(&[number]),
        1 => rule
            .by_n_weekday
            .iter()
            .flatten()
            .any(|wanted| wanted.day == weekday && (number - 1) / 7 + 1 == i32::from(wanted.n)),
        2 => {
            let weeks = (day.monday().0 - first.monday().0) / 7;
            weeks % i32::from(rule.interval) == 0 && rule.by_weekday.iter().flatten().any(|wanted| *wanted == weekday)
        }
        _ => rule.by_weekday.as_ref().is_none_or(|days| days.contains(&weekday)),
    }
}

/// The beginning of a text, as long as it may be.
fn short(text: &str, most: usize) -> String {
    match text.chars().count() > most {
        true => text.chars().take(most - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}
