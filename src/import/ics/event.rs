//! One event of a calendar, as it is written.

use super::lines::IcsLine;
use crate::language::Text;
use crate::value::{Clock, Day};

const BAD_DATE: Text = Text::new(
    "应是像 20261205 或 20261205T200000 这样的日期",
    "this must be a date such as 20261205 or 20261205T200000",
);
const BAD_LENGTH: Text = Text::new("应是像 PT1H30M、P1D 这样的长度", "this must be a length such as PT1H30M or P1D");
const BAD_ZONE: Text = Text::new(
    "不认识这个时区；写成像 Asia/Shanghai 这样的名字",
    "unknown time zone; it must be a name such as Asia/Shanghai",
);

/// A day, or a time on the wall of a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IcsMoment {
    pub day: Day,
    pub time: Option<Clock>,
    /// The zone's name; none: that of the plan.
    pub zone: Option<String>,
}

impl IcsMoment {
    /// The same moment on another wall; a day, and a time without a zone, stay.
    pub(super) fn on(&self, zone: Option<&str>) -> Self {
        let moved = || {
            let (from, to) = (self.zone.as_deref()?, zone.filter(|to| Some(*to) != self.zone.as_deref())?);
            let (hour, minute) = self.time?.hour_minute();
            let there = self.day.date().at(hour, minute, 0, 0).in_tz(from).ok()?.in_tz(to).ok()?;
            let time = Clock::new(there.hour().unsigned_abs().into(), there.minute().unsigned_abs().into());
            Some(Self { day: Day::from(there.date()), time, zone: Some(to.to_owned()) })
        };
        moved().unwrap_or_else(|| self.clone())
    }

    /// Minutes since day 0 on its wall.
    pub(super) fn minute(&self) -> i64 {
        i64::from(self.day.0) * 1440 + self.time.map_or(0, |time| i64::from(time.minutes()))
    }
}

/// An event.
#[derive(Debug, Clone)]
pub(super) struct IcsEvent {
    /// The line at which it begins.
    pub line: usize,
    pub uid: String,
    pub title: String,
    pub start: Option<IcsMoment>,
    pub end: Option<IcsMoment>,
    /// Minutes.
    pub lasts: Option<i64>,
    /// The rule, with its line.
    pub rule: Option<(usize, String)>,
    pub without: Vec<IcsMoment>,
    pub further: Vec<IcsMoment>,
    /// Which date of its series it stands for.
    pub replaces: Option<IcsMoment>,
    pub is_cancelled: bool,
    pub place: String,
    pub notes: String,
    pub link: String,
    pub organiser: String,
    /// What sort of thing it is, in the words of the calendar.
    pub categories: Vec<String>,
    /// Its start is written and cannot be read, which was reported.
    pub is_reported: bool,
}

impl IcsEvent {
    pub(super) fn new(line: usize) -> Self {
        Self {
            line,
            uid: String::new(),
            title: String::new(),
            start: None,
            end: None,
            lasts: None,
            rule: None,
            without: Vec::new(),
            further: Vec::new(),
            replaces: None,
            is_cancelled: false,
            place: String::new(),
            notes: String::new(),
            link: String::new(),
            organiser: String::new(),
            categories: Vec::new(),
            is_reported: false,
        }
    }

    /// Whether this program wrote it: its description is made of other parts of its plan.
    pub(super) fn is_own(&self) -> bool {
        self.uid.ends_with("@qun")
    }

    /// Takes in a line.
    pub(super) fn take(&mut self, line: &IcsLine) -> Result<(), Text> {
        match line.name.as_str() {
            "UID" => self.uid = line.text(),
            "SUMMARY" => self.title = line.text().lines().collect::<Vec<_>>().join(" "),
            "LOCATION" => self.place = line.text(),
            "DESCRIPTION" => self.notes = line.text(),
            "URL" => self.link = line.value.trim().to_owned(),
            "ORGANIZER" => self.organiser = line.parameter("CN").unwrap_or_default().to_owned(),
            "CATEGORIES" => self.categories = line.text().split(',').map(|word| word.trim().to_owned()).collect(),
            "STATUS" => self.is_cancelled = line.value.trim().eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" => self.start = Some(moment(line.value.trim(), line)?),
            "DTEND" => self.end = Some(moment(line.value.trim(), line)?),
            "DURATION" => self.lasts = Some(length(line.value.trim()).ok_or(BAD_LENGTH)?),
            "RECURRENCE-ID" => self.replaces = Some(moment(line.value.trim(), line)?),
            // several rules: RFC 5545 advises against them
            "RRULE" => self.rule = Some((line.number, line.value.trim().to_owned())),
            "EXDATE" => self.without.extend(moments(line)?),
            "RDATE" => self.further.extend(moments(line)?),
            _ => {}
        }
        Ok(())
    }
}

fn moments(line: &IcsLine) -> Result<Vec<IcsMoment>, Text> {
    // a period has its end behind a slash
    line.value.split(',').map(|part| moment(part.split('/').next().unwrap_or(part).trim(), line)).collect()
}

/// `20261205`, `20261205T200000`, `20261205T120000Z`.
fn moment(text: &str, line: &IcsLine) -> Result<IcsMoment, Text> {
    let number = |from: usize, to: usize| -> Option<i32> {
        let digits = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok()
    };
    let read = || Day::from_ymd(number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let day = read().ok_or(BAD_DATE)?;
    let Some(clock) = text.get(8..).filter(|rest| !rest.is_empty()) else {
        return Ok(IcsMoment { day, time: None, zone: None });
    };
    let is_utc = clock.ends_with(['Z', 'z']);
    let read = || Clock::new(number(9, 11)? as u16, number(11, 13)? as u16);
    let time = clock.starts_with(['T', 't']).then(read).flatten().ok_or(BAD_DATE)?;
    let zone = match line.parameter("TZID").map(|zone| zone.trim_start_matches('/')) {
        _ if is_utc => Some("UTC".to_owned()),
        Some(zone) if jiff::tz::TimeZone::get(zone).is_ok() => Some(zone.to_owned()),
        Some(_) => return Err(BAD_ZONE),
        None => None,
    };
    Ok(IcsMoment { day, time: Some(time), zone })
}

/// Minutes of `P1DT2H30M`, `PT90M`, `P2W`.
fn length(text: &str) -> Option<i64> {
    let rest = text.strip_prefix(['P', 'p']).or_else(|| text.strip_prefix("+P"))?;
    let (mut total, mut number, mut is_time) = (0i64, String::new(), false);
    for c in rest.chars() {
        match c.to_ascii_uppercase() {
            'T' => is_time = true,
            digit if digit.is_ascii_digit() => number.push(digit),
            unit => {
                let n: i64 = std::mem::take(&mut number).parse().ok().filter(|n| *n < 10_000_000)?;
                total += match unit {
                    'W' => n * 7 * 1440,
                    'D' => n * 1440,
                    'H' if is_time => n * 60,
                    'M' if is_time => n,
                    'S' if is_time => 0,
                    _ => return None,
                };
            }
        }
    }
    number.is_empty().then_some(total)
}
