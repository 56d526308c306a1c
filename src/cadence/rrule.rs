//! Rules of RFC 5545, section 3.3.10, as far as days go: `RRULE:FREQ=MONTHLY;BYDAY=-1SA 10:00`.
//!
//! The time follows the rule; parts that name hours, and rare ones, are rejected by name.

use std::fmt;

use super::expected::{RULE_DAYS, RULE_END, RULE_FREQ, RULE_PART, RULE_SET, RULE_TIME, RULE_VALUE};
use super::phrase_error::leftover;
use super::times;
use crate::value::{Clock, Cursor, Day, Expected, TimeRange, Unexpected, Weekday, unexpected};

/// A recurrence rule; empty lists are absent parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rrule {
    /// FREQ.
    pub frequency: Frequency,
    /// INTERVAL, 1 to 999.
    pub interval: u16,
    /// COUNT, 1 to 9,999; never beside `until`.
    pub count: Option<u16>,
    /// UNTIL.
    pub until: Option<Until>,
    /// BYMONTH, 1 to 12.
    pub months: Vec<u8>,
    /// BYWEEKNO, ±1 to 53: weeks as ISO 8601 numbers them, beginning on `week_start`; only YEARLY.
    pub weeks: Vec<i8>,
    /// BYYEARDAY, ±1 to 366; only YEARLY.
    pub year_days: Vec<i16>,
    /// BYMONTHDAY, ±1 to 31; −1 is the last.
    pub month_days: Vec<i8>,
    /// BYDAY: the n-th (−1 the last) of a weekday in its month or year; 0 is every one.
    pub days: Vec<(i8, Weekday)>,
    /// BYSETPOS, ±1 to 366.
    pub positions: Vec<i16>,
    /// WKST; Monday by default.
    pub week_start: Weekday,
}

/// FREQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frequency {
    /// DAILY
    Daily,
    /// WEEKLY
    Weekly,
    /// MONTHLY
    Monthly,
    /// YEARLY
    Yearly,
}

/// UNTIL: the last day, and its last minute if given (seconds are dropped).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Until {
    /// The day, included.
    pub day: Day,
    /// The time, included.
    pub time: Option<Clock>,
    /// Whether day and time are those of UTC and not of the item's zone.
    pub utc: bool,
}

const FREQUENCIES: [(&str, Frequency); 4] = [
    ("daily", Frequency::Daily),
    ("weekly", Frequency::Weekly),
    ("monthly", Frequency::Monthly),
    ("yearly", Frequency::Yearly),
];
const WEEKDAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

impl Rrule {
    /// A rule of this frequency without any other part.
    pub const fn new(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        }
    }

    /// Whether its days depend on where counting starts, or are taken from the first one.
    pub const fn needs_start(&self) -> bool {
        let from_first = match self.frequency {
            Frequency::Daily => false,
            Frequency::Weekly => self.days.is_empty(),
            Frequency::Monthly => self.days.is_empty() && self.month_days.is_empty(),
            Frequency::Yearly => self.days.is_empty() && self.month_days.is_empty() && self.year_days.is_empty(),
        };
        self.interval > 1 || self.count.is_some() || from_first
    }
}

/// Reads a phrase that begins as a rule; none where it does not.
pub(super) fn read(mut s: Cursor<'_>) -> Option<Result<(Rrule, Vec<TimeRange>), Unexpected>> {
    s.spaces();
    let is_marked = s.eat("rrule");
    if !is_marked && !s.rest().starts_with("freq=") {
        return None;
    }
    if is_marked && !matches!(s.peek(), Some(':' | '=' | ' ') | None) {
        return None;
    }
    s.eat_any(&[":", "="]);
    s.spaces();
    Some(timed(s))
}

fn timed(mut s: Cursor<'_>) -> Result<(Rrule, Vec<TimeRange>), Unexpected> {
    let rule = rule(&mut s)?;
    let times = times::read(&mut s)?;
    s.spaces();
    if s.is_end() { Ok((rule, times)) } else { Err(leftover(&s)) }
}

fn rule(s: &mut Cursor<'_>) -> Result<Rrule, Unexpected> {
    let start = s.at;
    let mut rule = Rrule::new(Frequency::Daily);
    let mut seen: Vec<&str> = Vec::new();
    let mut set_at = start..start;
    let mut days_at = start..start;
    loop {
        let part_at = s.at;
        let part = s.take_while(|c| c != ';' && c != ' ');
        let at = s.since(part_at);
        if !part.is_empty() {
            let (name, value) = part.split_once('=').ok_or_else(|| unexpected(at.clone(), &RULE_PART))?;
            if seen.contains(&name) {
                return Err(unexpected(at, &RULE_PART));
            }
            seen.push(name);
            match name {
                "bysetpos" => set_at = at.clone(),
                "byday" | "bymonthday" | "byweekno" | "byyearday" => days_at = at.clone(),
                _ => {}
            }
            set(&mut rule, name, value).map_err(|expected| unexpected(at.clone(), expected))?;
            if rule.count.is_some() && rule.until.is_some() {
                return Err(unexpected(at, &RULE_END));
            }
        }
        if !s.eat(";") {
            break;
        }
    }
    if !seen.contains(&"freq") {
        let word = s.word();
        return Err(unexpected(
            if seen.is_empty() { start.min(word.start)..word.end } else { s.since(start) },
            &RULE_FREQ,
        ));
    }
    if !goes_together(&rule) {
        return Err(unexpected(days_at, &RULE_DAYS));
    }
    let counted = [rule.days.is_empty(), rule.month_days.is_empty(), rule.year_days.is_empty(), rule.weeks.is_empty()];
    if !rule.positions.is_empty() && rule.months.is_empty() && counted.into_iter().all(|empty| empty) {
        return Err(unexpected(set_at, &RULE_SET));
    }
    Ok(rule)
}

/// Whether its parts go with its frequency.
fn goes_together(rule: &Rrule) -> bool {
    let most = rule.days.iter().map(|(n, _)| n.unsigned_abs()).max().unwrap_or(0);
    let only_yearly = rule.weeks.is_empty() && rule.year_days.is_empty();
    match rule.frequency {
        Frequency::Daily => most == 0 && only_yearly,
        Frequency::Weekly => most == 0 && only_yearly && rule.month_days.is_empty(),
        Frequency::Monthly => most <= 5 && only_yearly,
        Frequency::Yearly => most == 0 || rule.weeks.is_empty(),
    }
}

/// Sets one part; the error is what is wanted instead.
fn set(rule: &mut Rrule, name: &str, value: &str) -> Result<(), &'static Expected> {
    let wrong = &RULE_VALUE;
    match name {
        "freq" => {
            let found = FREQUENCIES.iter().find(|(word, _)| *word == value);
            rule.frequency = found.ok_or(&RULE_FREQ)?.1;
        }
        "interval" => rule.interval = number(value, 1, 999).ok_or(wrong)?,
        "count" => rule.count = Some(number(value, 1, 9999).ok_or(wrong)?),
        "until" => rule.until = Some(until(value).ok_or(wrong)?),
        "bymonth" => rule.months = list(value, |n| number(n, 1, 12).map(|n| n as u8)).ok_or(wrong)?,
        "byweekno" => rule.weeks = list(value, |n| signed(n, 53).map(|n| n as i8)).ok_or(wrong)?,
        "byyearday" => rule.year_days = list(value, |n| signed(n, 366)).ok_or(wrong)?,
        "bymonthday" => rule.month_days = list(value, |n| signed(n, 31).map(|n| n as i8)).ok_or(wrong)?,
        "bysetpos" => rule.positions = list(value, |n| signed(n, 366)).ok_or(wrong)?,
        "byday" => rule.days = list(value, numbered_weekday).ok_or(wrong)?,
        "wkst" => rule.week_start = weekday(value).ok_or(wrong)?,
        "byhour" | "byminute" | "bysecond" | "dtstart" => return Err(&RULE_TIME),
        _ => return Err(&RULE_PART),
    }
    Ok(())
}

fn number(text: &str, least: u16, most: u16) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|n| digits && (least..=most).contains(n))
}

fn signed(text: &str, most: u16) -> Option<i16> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    number(digits, 1, most).map(|n| sign * n as i16)
}

/// A list, each value once.
fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut values = Vec::new();
    for part in text.split(',') {
        let value = read(part)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Some(values)
}

fn weekday(text: &str) -> Option<Weekday> {
    WEEKDAYS.iter().position(|word| *word == text).map(|index| Weekday::ALL[index])
}

fn numbered_weekday(text: &str) -> Option<(i8, Weekday)> {
    let split = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at))?;
    let (n, day) = text.split_at(split);
    let n = if n.is_empty() { 0 } else { signed(n, 53)? as i8 };
    Some((n, weekday(day)?))
}

/// `20261231`, `20261231T235959`, `20261231T155959Z`.
fn until(text: &str) -> Option<Until> {
    let (date, rest) = text.split_at_checked(8)?;
    let part = |text: &str, from: usize, to: usize| -> Option<i32> {
        let digits = text.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?;
        digits.parse().ok()
    };
    let day = Day::from_ymd(part(date, 0, 4)?, part(date, 4, 6)?, part(date, 6, 8)?)?;
    let Some(clock) = rest.strip_prefix('t') else {
        return rest.is_empty().then_some(Until { day, time: None, utc: false });
    };
    let (clock, utc) = clock.strip_suffix('z').map_or((clock, false), |clock| (clock, true));
    part(clock, 4, 6).filter(|seconds| clock.len() == 6 && *seconds < 61)?;
    let time = Clock::new(part(clock, 0, 2)? as u16, part(clock, 2, 4)? as u16)?;
    Some(Until { day, time: Some(time), utc })
}

impl fmt::Display for Rrule {
    /// The rule without the word `RRULE:`, its parts in one order.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = FREQUENCIES.iter().find(|(_, frequency)| *frequency == self.frequency);
        write!(f, "FREQ={}", frequency.map_or("", |(word, _)| word).to_ascii_uppercase())?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        if let Some(count) = self.count {
            write!(f, ";COUNT={count}")?;
        }
        if let Some(until) = self.until {
            let (year, month, day) = until.day.ymd();
            write!(f, ";UNTIL={year:04}{month:02}{day:02}")?;
            if let Some((hour, minute)) = until.time.map(Clock::hour_minute) {
                write!(f, "T{hour:02}{minute:02}00{}", if until.utc { "Z" } else { "" })?;
            }
        }
        let part = |f: &mut fmt::Formatter<'_>, name: &str, values: Vec<String>| {
            if values.is_empty() { Ok(()) } else { write!(f, ";{name}={}", values.join(",")) }
        };
        let code = |day: Weekday| WEEKDAYS[day as usize].to_ascii_uppercase();
        part(f, "BYMONTH", self.months.iter().map(u8::to_string).collect())?;
        part(f, "BYWEEKNO", self.weeks.iter().map(i8::to_string).collect())?;
        part(f, "BYYEARDAY", self.year_days.iter().map(i16::to_string).collect())?;
        part(f, "BYMONTHDAY", self.month_days.iter().map(i8::to_string).collect())?;
        let day = |(n, day): &(i8, Weekday)| if *n == 0 { code(*day) } else { format!("{n}{}", code(*day)) };
        part(f, "BYDAY", self.days.iter().map(day).collect())?;
        part(f, "BYSETPOS", self.positions.iter().map(i16::to_string).collect())?;
        if self.week_start == Weekday::Mon { Ok(()) } else { write!(f, ";WKST={}", code(self.week_start)) }
    }
}

#[cfg(test)]
mod tests;
