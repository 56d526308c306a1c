//! An iCalendar file of days off, as countries and companies publish them → [`Holidays`].
//!
//! The lines are read here and not by a library, because every line that cannot be used is reported by its number.
//! Only all-day events count: a day off each, or a make-up workday by its name or Apple's mark. Observances that are no
//! days off, cancelled events and events with a time are left out. Must not touch files.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::recurrence;
use crate::cadence::{Cadence, Frequency, Pattern};
use crate::knowledge::{BadLine, Holidays};
use crate::language::Text;
use crate::value::Day;

const NO_CALENDAR: Text =
    Text::new("不是 iCalendar 文件：缺 BEGIN:VCALENDAR", "not an iCalendar file: BEGIN:VCALENDAR is missing");
const NO_COLON: Text = Text::new("这一行缺冒号", "this line has no colon");
const NO_START: Text = Text::new("这个 VEVENT 没有 DTSTART", "this VEVENT has no DTSTART");
const NOT_CLOSED: Text = Text::new("这个 VEVENT 没有 END:VEVENT", "this VEVENT has no END:VEVENT");
const NOT_OPEN: Text = Text::new("END:VEVENT 前面没有 BEGIN:VEVENT", "END:VEVENT without BEGIN:VEVENT");
const BAD_DATE: Text = Text::new("应是像 20261001 这样的日期", "this must be a date such as 20261001");
const BAD_LENGTH: Text = Text::new("应是像 P3D、P1W 这样的长度", "this must be a length such as P3D or P1W");
const BAD_SPAN: Text =
    Text::new("结束要在开始之后，最长 366 天", "the end must be after the start, by at most 366 days");
const BAD_RULE: Text = Text::new(
    "只认每年的 RRULE，如 FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
    "only yearly rules are read, such as FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
);
const NO_DAYS: Text = Text::new("没有全天事件", "no all-day events");
const TOO_MANY: Text = Text::new("到这里为止日子太多，不像节假日", "too many days up to here for a list of days off");

/// The longest event, in days.
const MAX_SPAN: i32 = 366;
/// The most days and recurring years of all events together.
const MAX_DAYS: i32 = 500_000;
/// A rule without an end is followed up to this year.
const LAST_YEAR: i32 = 2100;

/// What is known of one VEVENT; each with its line.
#[derive(Default)]
struct Event<'t> {
    opens: usize,
    name: String,
    start: Option<Day>,
    end: Option<(usize, Day)>,
    lasts: Option<(usize, &'t str)>,
    rule: Option<(usize, &'t str)>,
    except: Vec<Day>,
    make_up: bool,
    /// Timed, cancelled, or observed without a day off.
    left_out: bool,
    /// How many components within it are open, such as alarms: what they say is not of the event.
    within: usize,
}

/// Reads the file. Errors: every line that cannot be used. A year counts as announced once a day of it, before its last
/// week, is in the file by its own date; a file of nothing but recurring days announces all the years they reach.
pub fn holidays_of_ics(text: &str) -> Result<Holidays, Vec<BadLine>> {
    let lines = unfolded(text.strip_prefix('\u{feff}').unwrap_or(text));
    if !lines.first().is_some_and(|(_, line)| line.trim().eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Err(vec![BadLine { line: 1, problem: NO_CALENDAR }]);
    }
    let mut table = DayTable::default();
    let mut bad = Vec::new();
    let mut open: Option<Event<'_>> = None;
    for (line, content) in &lines {
        let mut wrong = |problem| bad.push(BadLine { line: *line, problem });
        let Some((head, value)) = split(content) else {
            wrong(NO_COLON);
            continue;
        };
        let name = head.split(';').next().unwrap_or(head);
        let is = |word: &str| value.trim().eq_ignore_ascii_case(word);
        match (name.trim().to_ascii_uppercase().as_str(), &mut open) {
            ("BEGIN", Some(event)) if is("VEVENT") => {
                bad.push(BadLine { line: event.opens, problem: NOT_CLOSED });
                open = Some(Event { opens: *line, ..Event::default() });
            }
            ("BEGIN", None) if is("VEVENT") => open = Some(Event { opens: *line, ..Event::default() }),
            ("END", None) if is("VEVENT") => wrong(NOT_OPEN),
            ("END", Some(_)) if is("VEVENT") => match open.take().map_or(Ok(()), |event| table.add(&event)) {
                Err(problem) if problem.problem == TOO_MANY => return Err(vec![problem]),
                added => bad.extend(added.err()),
            },
            ("BEGIN", Some(event)) => event.within += 1,
            ("END", Some(event)) => event.within = event.within.saturating_sub(1),
            (name, Some(event)) if event.within == 0 => {
                if let Err(problem) = event.take(name, value.trim(), *line) {
                    wrong(problem);
                }
            }
            _ => {}
        }
    }
    bad.extend(open.map(|event| BadLine { line: event.opens, problem: NOT_CLOSED }));
    if bad.is_empty() && table.days.is_empty() {
        bad.push(BadLine { line: 1, problem: NO_DAYS });
    }
    if !bad.is_empty() {
        bad.sort_by_key(|bad| bad.line);
        return Err(bad);
    }
    let years = if table.dated.is_empty() { table.recurring } else { table.dated };
    let days = table.days.into_iter().map(|(day, (name, make_up))| (day, Cow::Owned(name.replace('\t', " ")), make_up));
    Holidays::of_days(days, years).ok_or_else(|| vec![BadLine { line: 1, problem: TOO_MANY }])
}

impl<'t> Event<'t> {
    /// Takes in one property.
    fn take(&mut self, name: &str, value: &'t str, line: usize) -> Result<(), Text> {
        let date = || ical_day(value).ok_or(BAD_DATE);
        let recurring = value.contains(['T', 't']);
        match name {
            "SUMMARY" => {
                self.name = unescaped(value);
                self.make_up |= is_make_up(&self.name);
            }
            "DTSTART" | "DTEND" if recurring => self.left_out = true,
            "DTSTART" => {
                // a date that cannot be read is reported once
                self.left_out |= date().is_err();
                self.start = Some(date()?);
            }
            "DTEND" => self.end = Some((line, date()?)),
            "DURATION" => self.lasts = Some((line, value)),
            "RRULE" => self.rule = Some((line, value)),
            "EXDATE" => {
                for part in value.split(',') {
                    self.except.push(ical_day(part.trim()).ok_or(BAD_DATE)?);
                }
            }
            "STATUS" => self.left_out |= value.eq_ignore_ascii_case("CANCELLED"),
            // as the calendars of Google and Apple say it
            "DESCRIPTION" => self.left_out |= value.starts_with("Observance"),
            "X-APPLE-SPECIAL-DAY" => self.make_up |= value.eq_ignore_ascii_case("ALTERNATE-WORKDAY"),
            _ => {}
        }
        Ok(())
    }

    /// How many days it lasts.
    fn length(&self, start: Day) -> Result<i32, BadLine> {
        let (line, days) = match (self.end, self.lasts) {
            (Some((line, end)), _) => (line, end.0 - start.0),
            (None, Some((line, text))) => (line, length(text).ok_or(BadLine { line, problem: BAD_LENGTH })?),
            (None, None) => (self.opens, 1),
        };
        // some write the same day as start and end
        let days = if days == 0 { 1 } else { days };
        if (1..=MAX_SPAN).contains(&days) { Ok(days) } else { Err(BadLine { line, problem: BAD_SPAN }) }
    }

    /// The days on which it begins.
    fn starts(&self, start: Day) -> Result<Vec<Day>, BadLine> {
        let Some((line, text)) = self.rule else { return Ok(vec![start]) };
        let parsed = Cadence::parse(&format!("RRULE:{text}")).map(|cadence| cadence.pattern);
        let Ok(Pattern::Rrule(rule)) = parsed else { return Err(BadLine { line, problem: BAD_RULE }) };
        if rule.frequency != Frequency::Yearly {
            return Err(BadLine { line, problem: BAD_RULE });
        }
        let last = Day::from_ymd(LAST_YEAR, 12, 31).unwrap_or(Day::MAX);
        let last = recurrence::last_day(&rule, None, None).map_or(last, |until| until.min(last));
        let mut days = Vec::new();
        recurrence::expand(&rule, start, (start, last), &mut |day| days.push(day));
        days.retain(|day| !self.except.contains(day));
        Ok(days)
    }
}

/// The days of a file as they come together.
#[derive(Default)]
struct DayTable {
    days: BTreeMap<Day, (String, bool)>,
    dated: BTreeSet<i32>,
    recurring: BTreeSet<i32>,
    /// What has been looked at so far.
    looked_at: i32,
}

impl DayTable {
    /// Counts what is looked at, so that no file takes long.
    const fn spend(&mut self, count: i32, line: usize) -> Result<(), BadLine> {
        self.looked_at = self.looked_at.saturating_add(count);
        if self.looked_at > MAX_DAYS { Err(BadLine { line, problem: TOO_MANY }) } else { Ok(()) }
    }

    fn add(&mut self, event: &Event<'_>) -> Result<(), BadLine> {
        if event.left_out {
            return Ok(());
        }
        let start = event.start.ok_or(BadLine { line: event.opens, problem: NO_START })?;
        let length = event.length(start)?;
        if event.rule.is_some() {
            self.spend(LAST_YEAR - start.year(), event.opens)?;
        }
        for begins in event.starts(start)? {
            self.spend(length, event.opens)?;
            for day in (0..length).map(|n| begins.plus(n)) {
                // of two events on one day the first gives the name
                self.days.entry(day).or_insert_with(|| (event.name.clone(), event.make_up));
                // the last week of a year may be ruled by next year's notice
                if day.ymd() < (day.year(), 12, 24) {
                    let years = if event.rule.is_some() { &mut self.recurring } else { &mut self.dated };
                    years.insert(day.year());
                }
            }
        }
        Ok(())
    }
}

/// The content lines with the numbers of their first lines: what begins with a space or a tab goes on with the line before.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, before))) => before.push_str(more),
            _ if line.trim().is_empty() => {}
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

/// Name with parameters, and value: at the first colon outside of quotes.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    Some((&line[..at], &line[at + 1..]))
}

/// `20261001`; what follows it, such as a time, is ignored.
fn ical_day(text: &str) -> Option<Day> {
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = &text[8..];
    let number = |from: usize, to: usize| digits[from..to].parse().ok();
    (rest.is_empty() || rest.starts_with(['T', 't']))
        .then(|| Day::from_ymd(number(0, 4)?, number(4, 6)?, number(6, 8)?))?
}

/// `P3D`, `P1W` in days.
fn length(text: &str) -> Option<i32> {
    let text = text.trim_start_matches('+').strip_prefix(['P', 'p'])?;
    let (number, factor) = match text.strip_suffix(['W', 'w']) {
        Some(weeks) => (weeks, 7),
        None => (text.strip_suffix(['D', 'd'])?, 1),
    };
    number.parse::<u16>().ok().map(|n| i32::from(n) * factor)
}

fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        out.extend(match c {
            '\\' => characters.next().map(|c| if matches!(c, 'n' | 'N') { ' ' } else { c }),
            c => Some(c),
        });
    }
    out
}

/// Whether a name means a workday: `春节（班）`, `春节 补班`, `make-up workday`.
fn is_make_up(name: &str) -> bool {
    let name = name.to_lowercase();
    ["补班", "（班）", "(班)", "上班", "make-up work", "makeup work", "working day"]
        .iter()
        .any(|word| name.contains(word))
}

#[cfg(test)]
mod tests;
