//! Times of day and ranges of them, as people of both languages write them: `20:00-21:30`, 下午4点~5点, `9-10am`.

use std::ops::Range;

use super::clock::{Clock, TimeRange};
use super::cursor::Cursor;
use super::numeral::number_zh;
use super::unexpected::{Expected, Unexpected, unexpected, unexpected_ahead};
use expected::{
    HALF_OF_DAY, MIDNIGHT, NO_SUCH_TIME, TIME, TIME_AFTERNOON, TIME_END, TIME_MORNING, TIME_NOON, WHICH_HALF,
};

pub(crate) mod expected;

/// The part of the day that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayPart {
    /// 上午, 早上
    Morning,
    /// 凌晨, and `am`, where 12 is midnight.
    Early,
    /// 中午
    Noon,
    /// 下午, `pm`
    Afternoon,
    /// 晚上
    Evening,
}

const PARTS: &[(&str, DayPart)] = &[
    ("上午", DayPart::Morning),
    ("早上", DayPart::Morning),
    ("早晨", DayPart::Morning),
    ("清晨", DayPart::Morning),
    ("早", DayPart::Morning),
    ("凌晨", DayPart::Early),
    ("中午", DayPart::Noon),
    ("正午", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("午后", DayPart::Afternoon),
    ("傍晚", DayPart::Evening),
    ("晚上", DayPart::Evening),
    ("夜里", DayPart::Evening),
    ("夜间", DayPart::Evening),
    ("晚间", DayPart::Evening),
    ("晚", DayPart::Evening),
];

impl DayPart {
    const fn expected(self) -> &'static Expected {
        match self {
            Self::Morning | Self::Early => &TIME_MORNING,
            Self::Noon => &TIME_NOON,
            Self::Afternoon => &TIME_AFTERNOON,
            Self::Evening => &TIME,
        }
    }
}

/// A time as it was written.
#[derive(Debug, Clone)]
struct WrittenTime {
    hour: u32,
    minute: u32,
    part: Option<DayPart>,
    /// A lone number: only beside something that makes it a time.
    bare: bool,
    /// Whether it may as well be an hour of the other half of the day: 9, not 09 or noon.
    either_half: bool,
    /// An hour of the night without a word for it, as nobody says it: 3点.
    is_spoken_night: bool,
    at: Range<usize>,
}

/// A time as it was written, or a range of two.
#[derive(Debug, Clone)]
struct WrittenRange {
    first: WrittenTime,
    last: Option<WrittenTime>,
    /// Whether the end is said to be on the next day.
    is_next_day: bool,
}

impl WrittenRange {
    fn range(&self) -> Result<TimeRange, Unexpected> {
        let Self { first, last, is_next_day } = self;
        let Some(last) = last else { return Ok(TimeRange { start: start_of(first)?, end: None }) };
        let span = span(first, last)?;
        // longer than a day
        if *is_next_day && span.end.is_some_and(|end| end > span.start) {
            return Err(unexpected(first.at.start..last.at.end, &TIME_END));
        }
        Ok(span)
    }

    /// Whether it says which half of the day it is in.
    fn is_marked(&self) -> bool {
        self.first.part.is_some() || self.last.as_ref().is_some_and(|last| last.part.is_some())
    }
}

/// The time ahead; none where nothing ahead looks like one.
pub(crate) fn read(s: &mut Cursor<'_>) -> Result<Option<TimeRange>, Unexpected> {
    written(s)?.map(|written| written.range()).transpose()
}

/// The times ahead, as far as something joins them. The half of the day that one of them names, or that is given, holds
/// for those beside it: 下午3点、5点.
pub(crate) fn read_all(
    s: &mut Cursor<'_>,
    part: Option<DayPart>,
    skip_separator: impl Fn(&mut Cursor<'_>) -> bool,
) -> Result<Vec<TimeRange>, Unexpected> {
    let mut all: Vec<WrittenRange> = Vec::new();
    let mut ahead = *s;
    while let Some(time) = written(&mut ahead)? {
        *s = ahead;
        all.push(time);
        if !skip_separator(&mut ahead) {
            break;
        }
    }
    for time in all.iter_mut().filter(|time| !time.is_marked() && time.first.either_half) {
        time.first.part = part;
    }
    let Some(marked) = all.iter().position(WrittenRange::is_marked) else {
        if let Some(night) = all.iter().find(|time| time.first.is_spoken_night) {
            return Err(unexpected(night.first.at.clone(), &WHICH_HALF));
        }
        return all.iter().map(WrittenRange::range).collect();
    };
    let halves = |time: &WrittenTime| -> Result<(Clock, Clock), Unexpected> {
        Ok((clock(time.hour % 12, time)?, clock(time.hour % 12 + 12, time)?))
    };
    let undecided = |time: &WrittenRange| unexpected(time.first.at.clone(), &HALF_OF_DAY);
    for at in (0..marked).rev().filter(|at| all[*at].first.either_half).collect::<Vec<_>>() {
        let next = all[at + 1].range()?.start;
        let (early, late) = halves(&all[at].first)?;
        // 7:00 and 9pm: in the morning, or in the evening?
        match early < next && late >= next {
            true => all[at].first.part = Some(DayPart::Early),
            false => return Err(undecided(&all[at])),
        }
    }
    for at in marked + 1..all.len() {
        if all[at].is_marked() || !all[at].first.either_half {
            continue;
        }
        let before = all[at - 1].range()?.start;
        let (early, late) = halves(&all[at].first)?;
        all[at].first.part = Some(match () {
            () if early > before => DayPart::Early,
            () if late > before => DayPart::Afternoon,
            () => return Err(undecided(&all[at])),
        });
    }
    all.iter().map(WrittenRange::range).collect()
}

fn written(s: &mut Cursor<'_>) -> Result<Option<WrittenRange>, Unexpected> {
    let mut ahead = *s;
    ahead.spaces();
    if ahead.eat_words(&["starting at", "starts at", "at", "from"]) || ahead.eat("@") || ahead.eat("在") {
        ahead.spaces();
    }
    let Some(first) = moment(&mut ahead)? else { return Ok(None) };
    let mut behind = ahead;
    behind.spaces();
    let dash = behind.eat_any(&["-", "~", "到", "至"]) || behind.eat_words(&["to", "until", "till"]);
    if !dash {
        if first.bare {
            return Ok(None);
        }
        *s = ahead;
        return Ok(Some(WrittenRange { first, last: None, is_next_day: false }));
    }
    while behind.eat_any(&["-", "~", " "]) {}
    let is_next_day = behind.eat_any(&["次日", "翌日", "第二天", "隔天"]);
    behind.spaces();
    match moment(&mut behind)? {
        Some(last) if first.bare && last.bare => Ok(None),
        Some(last) => {
            *s = behind;
            Ok(Some(WrittenRange { first, last: Some(last), is_next_day }))
        }
        None if first.bare => Ok(None),
        None => Err(unexpected_ahead(&behind, first.at.start, &TIME_END)),
    }
}

/// One time, as it is written.
fn moment(s: &mut Cursor<'_>) -> Result<Option<WrittenTime>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    for (word, hour) in [("noon", 12), ("midday", 12), ("midnight", 0)] {
        if s.eat_word(word) {
            return Ok(Some(WrittenTime {
                hour,
                minute: 0,
                part: None,
                bare: false,
                either_half: false,
                is_spoken_night: false,
                at: s.since(start),
            }));
        }
    }
    let mut part = PARTS.iter().find(|(word, _)| ahead.eat(word)).map(|(_, part)| *part);
    let marked = ahead.since(start);
    while part.is_some() && ahead.eat_any(&[" ", ",", "的", ":"]) {}
    let number_at = ahead.at;
    let Some(hour) = number_zh(&mut ahead) else {
        return match part {
            Some(part) => {
                let word = ahead.word();
                Err(unexpected(if word.is_empty() { marked } else { marked.start..word.end }, part.expected()))
            }
            None => Ok(None),
        };
    };
    let mut minute = 0;
    let (mut bare, mut is_spoken) = (true, false);
    if ahead.peek() == Some(':') {
        bare = false;
        minute = match ahead.signed_digits(":", 2) {
            Some(minute) => minute,
            None => {
                ahead.eat(":");
                ahead.digits();
                return Err(unexpected(ahead.since(number_at), &NO_SUCH_TIME));
            }
        };
        // spreadsheets write seconds: 08:00:00 AM
        let mut seconds = ahead;
        if seconds.signed_digits(":", 2) == Some(0) {
            ahead = seconds;
        }
        ahead.eat_any(&["点", "时"]);
    } else if hour < 24
        && let Some(minutes_after_hour) = minutes_after_hour(&mut ahead, hour)
    {
        bare = false;
        minute = minutes_after_hour;
    } else {
        let mut sign = ahead;
        sign.spaces();
        if sign.eat_any(&["点", "时"]) {
            ahead = sign;
            (bare, is_spoken) = (false, true);
            minute = minute_zh(&mut ahead);
        }
    }
    let mut behind = ahead;
    behind.spaces();
    for (word, meant) in
        [("a.m.", DayPart::Early), ("p.m.", DayPart::Afternoon), ("am", DayPart::Early), ("pm", DayPart::Afternoon)]
    {
        if behind.eat_word(word) {
            if part.is_some() || hour == 0 || hour > 12 && meant == DayPart::Early {
                return Err(unexpected(behind.since(start), &HALF_OF_DAY));
            }
            part = Some(meant);
            bare = false;
            ahead = behind;
            break;
        }
    }
    let counts = ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric() || "日号天月周年个".contains(c));
    if bare && (counts || part.is_none() && hour > 24) {
        return Ok(None);
    }
    bare &= part.is_none();
    *s = ahead;
    let either_half = (1..=12).contains(&hour) && !s.text[number_at..].starts_with('0');
    let is_spoken_night = is_spoken && either_half && hour < 6;
    Ok(Some(WrittenTime { hour, minute, part, bare, either_half, is_spoken_night, at: s.since(start) }))
}

/// The minutes of `14.30` and `14h30`, and of `14h`. `2h` is how long something takes.
fn minutes_after_hour(s: &mut Cursor<'_>, hour: u32) -> Option<u32> {
    const FIRST: u32 = 6;
    let mut ahead = *s;
    let of_hour = |ahead: &mut Cursor<'_>| ahead.signed_digits("h", 2).or_else(|| ahead.eat_word("h").then_some(0));
    let minute = ahead.signed_digits(".", 2).or_else(|| if hour < FIRST { None } else { of_hour(&mut ahead) })?;
    if ahead.peek() == Some('.') && !ahead.rest().starts_with(". ") && ahead.rest().len() > 1 {
        return None;
    }
    *s = ahead;
    Some(minute)
}

/// The minutes behind 点: 半, 一刻, 30, 30分.
fn minute_zh(s: &mut Cursor<'_>) -> u32 {
    for (word, minute) in [("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0), ("钟", 0)] {
        if s.eat(word) {
            return minute;
        }
    }
    let mut ahead = *s;
    let Some(minute) = number_zh(&mut ahead) else { return 0 };
    if !ahead.eat("分") && ahead.peek().is_some_and(|c| "点时日号天:".contains(c)) {
        return 0;
    }
    *s = ahead;
    minute
}

/// The clock of a time alone, or of the first of two.
fn start_of(moment: &WrittenTime) -> Result<Clock, Unexpected> {
    let wrong = |expected| unexpected(moment.at.clone(), expected);
    let hour = match (moment.part, moment.hour) {
        (None, 24) if moment.minute == 0 => return Err(wrong(&MIDNIGHT)),
        (Some(DayPart::Evening), 0 | 12 | 24) => return Err(wrong(&MIDNIGHT)),
        (_, hour) if hour > 23 => return Err(wrong(&NO_SUCH_TIME)),
        (None, hour) => hour,
        (Some(DayPart::Early), 12) => 0,
        (Some(DayPart::Early), hour @ 0..=11) | (Some(DayPart::Morning), hour @ 0..=12) => hour,
        (Some(DayPart::Noon), hour @ 10..=14) => hour,
        (Some(DayPart::Noon), hour @ 1..=2) => hour + 12,
        (Some(DayPart::Afternoon), hour @ 12..=23) | (Some(DayPart::Evening), hour @ 17..=23) => hour,
        (Some(DayPart::Afternoon), hour @ 1..=11) | (Some(DayPart::Evening), hour @ 5..=11) => hour + 12,
        _ => return Err(wrong(&HALF_OF_DAY)),
    };
    clock(hour, moment)
}

fn clock(hour: u32, moment: &WrittenTime) -> Result<Clock, Unexpected> {
    let hour = u16::try_from(hour).unwrap_or(u16::MAX);
    let minute = u16::try_from(moment.minute).unwrap_or(u16::MAX);
    Clock::new(hour, minute).ok_or_else(|| unexpected(moment.at.clone(), &NO_SUCH_TIME))
}

/// Both ends of a range; where one names the part of the day, the other is the nearest such hour to it.
fn span(first: &WrittenTime, last: &WrittenTime) -> Result<TimeRange, Unexpected> {
    match (first.part, last.part) {
        (None, Some(_)) if (1..=12).contains(&first.hour) => {
            let end = end_of(last)?;
            let start = nearest(first, |start| end.minutes() - start)?;
            Ok(TimeRange { start, end: Some(end) })
        }
        (Some(_), None) if (1..=12).contains(&last.hour) => {
            let start = start_of(first)?;
            let end = nearest(last, |end| end - start.minutes())?;
            Ok(TimeRange { start, end: Some(end) })
        }
        _ => Ok(TimeRange { start: start_of(first)?, end: Some(end_of(last)?) }),
    }
}

/// The clock of the end of a range, where midnight is the end of the day.
fn end_of(moment: &WrittenTime) -> Result<Clock, Unexpected> {
    match (moment.part, moment.hour, moment.minute) {
        (None, 24, 0) | (Some(DayPart::Evening), 0 | 12 | 24, 0) => Ok(Clock::MIDNIGHT),
        _ => start_of(moment),
    }
}

/// Of the two times that an hour of 1 to 12 may mean, the one with the shorter range.
fn nearest(moment: &WrittenTime, length: impl Fn(i32) -> i32) -> Result<Clock, Unexpected> {
    let (early, late) = (clock(moment.hour % 12, moment)?, clock(moment.hour % 12 + 12, moment)?);
    // a range from a time to the same time lasts a whole day
    let minutes = |clock: Clock| (length(clock.minutes()) - 1).rem_euclid(1440);
    Ok(if minutes(early) <= minutes(late) { early } else { late })
}

#[cfg(test)]
mod tests;
