//! The calendar for programs. The shape is frozen in [`v1`]; here it is filled.

mod v1;

use std::io::{self, Write};

use serde::Serialize;

use super::row::{Channel, ChannelMessage, Row, TextNote};
use super::view::View;
use crate::calendar::{At, Item, LimitExceeded, Origin, Problem, SendLimit, item_id};
use crate::language::Language;
use crate::plan::Plan;
use crate::render::{clean, indented};
use crate::value::Day;

/// Version 1, indented, with a line end.
pub(super) fn json(view: &View<'_>) -> String {
    let mut out = Vec::new();
    let written = (|| {
        let mut schedule = JsonSchedule::new(view, &mut out)?;
        view.running_rows().iter().try_for_each(|row| schedule.add(row))?;
        schedule.end_entries()?;
        view.calendar.problems.iter().try_for_each(|problem| schedule.add_problem(problem))?;
        schedule.finish()
    })();
    written.expect("a Vec can be written to");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// A schedule that is written entry by entry: its head and its days, its entries, its problems.
pub(super) struct JsonSchedule<'v, W> {
    plan: &'v Plan,
    out: W,
    is_first: bool,
}

impl<'v, W: Write> JsonSchedule<'v, W> {
    /// Everything before the entries.
    pub(super) fn new(view: &View<'v>, out: W) -> io::Result<Self> {
        let (plan, calendar) = (view.plan, view.calendar);
        let mut schedule = Self { plan, out, is_first: true };
        schedule.out.write_all(b"{")?;
        schedule.field("version", &1)?;
        let name = plan.community.name.as_deref().map(clean);
        schedule.field("plan", &v1::Plan { id: plan.id().to_string(), name })?;
        schedule.field("time_zone", &view.shown_zone().name())?;
        schedule.field("from", &calendar.from.to_string())?;
        schedule.field("to", &calendar.to.to_string())?;
        schedule.begin("days")?;
        // a year at a time, since they are many
        for year in calendar.from.year()..=calendar.to.year() {
            let first = Day::from_ymd(year, 1, 1).unwrap_or(Day::MIN).max(calendar.from);
            let last = Day::from_ymd(year, 12, 31).unwrap_or(Day::MAX).min(calendar.to);
            view.days_in((first, last)).iter().try_for_each(|day| schedule.item(&self::day(day, view.language)))?;
        }
        schedule.end()?;
        schedule.begin("entries")?;
        Ok(schedule)
    }

    /// Adds an entry.
    pub(super) fn add(&mut self, row: &Row) -> io::Result<()> {
        self.item(&entry(row))
    }

    /// Nothing but problems comes any more.
    pub(super) fn end_entries(&mut self) -> io::Result<()> {
        self.end()?;
        self.begin("problems")
    }

    /// Adds a problem.
    pub(super) fn add_problem(&mut self, problem: &Problem) -> io::Result<()> {
        self.item(&self::problem(self.plan, problem))
    }

    /// Ends the whole.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.end()?;
        self.out.write_all(b"\n}\n")?;
        self.out.flush()
    }

    fn key(&mut self, key: &str) -> io::Result<()> {
        if !std::mem::take(&mut self.is_first) {
            self.out.write_all(b",")?;
        }
        indented::line(&mut self.out, 1)?;
        write!(self.out, "\"{key}\": ")
    }

    fn field(&mut self, key: &str, value: &impl Serialize) -> io::Result<()> {
        self.key(key)?;
        indented::write(value, 1, &mut self.out)
    }

    /// Begins a list.
    fn begin(&mut self, key: &str) -> io::Result<()> {
        self.key(key)?;
        self.is_first = true;
        self.out.write_all(b"[")
    }

    /// Adds an element to the list.
    fn item(&mut self, value: &impl Serialize) -> io::Result<()> {
        if !std::mem::take(&mut self.is_first) {
            self.out.write_all(b",")?;
        }
        indented::line(&mut self.out, 2)?;
        indented::write(value, 2, &mut self.out)
    }

    /// Ends the list.
    fn end(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.is_first) {
            indented::line(&mut self.out, 1)?;
        }
        self.out.write_all(b"]")
    }
}

fn day(day: &super::DayRow, language: Language) -> v1::Day {
    v1::Day {
        date: day.day.to_string(),
        weekday: day.day.weekday().index() + 1,
        status: day.status.as_str(),
        make_up: day.make_up,
        name: day.name.clone(),
        festivals: day.festivals.clone(),
        lunar: day.lunar.map(|lunar| lunar.text(language)),
        term: day.term,
    }
}

fn channel(channel: &Channel) -> v1::Channel<'_> {
    v1::Channel { id: &channel.id, title: &channel.title }
}

fn entry(row: &Row) -> v1::Entry<'_> {
    let send = |send: &'_ ChannelMessage| v1::Send { channel: send.channel.id.clone(), mention_all: send.mention_all };
    v1::Entry {
        uid: &row.uid,
        item: &row.item,
        kind: row.kind.word(),
        title: &row.title,
        date: row.start.day.to_string(),
        start: row.start.rfc3339(),
        end: row.end.map(super::ZonedStart::rfc3339),
        all_day: row.start.time.is_none(),
        minutes: row.minutes,
        person: row.person.as_deref(),
        role: row.role.as_deref(),
        staff: (row.staff.iter())
            .map(|helper| v1::Helper { person: helper.person.as_deref(), role: helper.role.as_deref() })
            .collect(),
        channel: row.channels.first().map(|channel| channel.id.as_str()),
        channels: row.channels.iter().map(channel).collect(),
        cohort: row.cohort.as_deref(),
        place: row.place.as_deref(),
        stage: row.stage.map(crate::library::Stage::word),
        details: row.details.iter().map(String::as_str).collect(),
        text: row.text.as_deref(),
        text_from: text_from(row),
        text_missing: match &row.text_note {
            Some(TextNote::Incomplete(names, _)) => names.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        },
        sends: row.sends.iter().map(send).collect(),
        absent: row.absent.iter().map(String::as_str).collect(),
        provisional: row.provisional,
        cancelled: row.cancelled,
        moved_from: row.moved.as_ref().map(|moved| moved.from.to_string()),
        moved_why: row.moved.as_ref().and_then(|moved| moved.why.as_deref()),
        changes: row.sequence,
    }
}

/// Whose the text is: it is withheld where it is a starter's, or a library's in which something is missing.
const fn text_from(row: &Row) -> Option<&'static str> {
    match (&row.text_note, &row.text) {
        (Some(TextNote::Borrowed(_)), _) => Some("template"),
        (Some(TextNote::Library | TextNote::Incomplete(..)), _) => Some("library"),
        (None, Some(_)) => Some("plan"),
        (None, None) => None,
    }
}

fn problem(plan: &Plan, problem: &Problem) -> v1::Problem {
    let item = |item: Item| item_id(plan, item);
    let activity = |activity: usize| item(Item::Activity(activity));
    let behind = |origin: Origin| match origin {
        Origin::Item(of) => item(of),
        Origin::Task(of, _) => activity(of),
        Origin::Life(milestone) => milestone.word().to_owned(),
    };
    let person = |person: usize| clean(plan.people[person].key().unwrap_or_default());
    let role = |role: usize| plan.roles[role].id.as_ref().map(ToString::to_string).unwrap_or_default();
    match problem {
        Problem::NeverHappens { item: of } => v1::Problem::NeverHappens { item: item(*of) },
        Problem::LunarUnknown { item: of } => v1::Problem::LunarUnknown { item: item(*of) },
        Problem::ChangeOfNothing { change, near } => {
            let row = &plan.changes[*change];
            v1::Problem::ChangeOfNothing {
                item: row.item.as_ref().map(|item| clean(item.as_str())),
                date: row.on.map(|on| on.day.to_string()),
                near: near.iter().map(ToString::to_string).collect(),
            }
        }
        Problem::ChangeOutside { change } => {
            let row = &plan.changes[*change];
            v1::Problem::ChangeOutside {
                item: row.item.as_ref().map(|item| clean(item.as_str())),
                date: row.on.map(|on| on.day.to_string()),
            }
        }
        Problem::HolidayCollision { activity: of, day } => {
            v1::Problem::HolidayCollision { item: activity(*of), date: day.to_string() }
        }
        Problem::PlaceClosed { activity: of, place, day } => v1::Problem::PlaceClosed {
            item: activity(*of),
            place: plan.places[*place].id.as_ref().map(ToString::to_string),
            date: day.to_string(),
        },
        Problem::AwayOwner { person: who, origin, day } => {
            v1::Problem::AwayOwner { item: behind(*origin), person: person(*who), date: day.to_string() }
        }
        Problem::Uncovered { role: which, origin, day } => {
            v1::Problem::Uncovered { item: behind(*origin), role: role(*which), date: day.to_string() }
        }
        Problem::OffHours { person: who, origin, day, local } => v1::Problem::OffHours {
            item: behind(*origin),
            person: person(*who),
            date: day.to_string(),
            local: local.map(|local| local.to_string()),
        },
        Problem::DoubleBooked { person: who, first, second, day } => v1::Problem::DoubleBooked {
            item: behind(*second),
            other: behind(*first),
            person: person(*who),
            date: day.to_string(),
        },
        Problem::LimitExceeded(limit_exceeded) => {
            let exceeded = self::limit_exceeded(plan, limit_exceeded, behind(limit_exceeded.origin));
            match limit_exceeded.limit {
                SendLimit::Quiet(_) => v1::Problem::QuietHours(exceeded),
                SendLimit::PerDay(_) => v1::Problem::TooManyMessages(exceeded),
                SendLimit::MentionEvery(_) => v1::Problem::MentionAllTooOften(exceeded),
                SendLimit::Quota(_) => v1::Problem::OverQuota(exceeded),
            }
        }
        Problem::HolidaysUnknown { year } => v1::Problem::HolidaysUnknown { year: *year },
    }
}

fn limit_exceeded(plan: &Plan, limit_exceeded: &LimitExceeded, item: String) -> v1::LimitExceeded {
    let moment = |at: At| match at.time {
        Some(time) => format!("{}T{time}", at.day),
        None => at.day.to_string(),
    };
    let id = plan.channels[limit_exceeded.channel].id.as_ref();
    v1::LimitExceeded {
        channel: id.map_or_else(|| format!("channel-{}", limit_exceeded.channel + 1), ToString::to_string),
        item,
        date: limit_exceeded.at.day.to_string(),
        time: limit_exceeded.at.time.map(|time| time.to_string()),
        limit: limit_exceeded.limit.allowed(limit_exceeded.window),
        count: limit_exceeded.count,
        from: limit_exceeded.window.from.to_string(),
        to: limit_exceeded.window.to.to_string(),
        free: limit_exceeded.free.map(moment),
    }
}
