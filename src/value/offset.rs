//! Offsets from an occurrence: `T-3d 20:00`, `T-1h`, `T`, `T+1d`.

use std::fmt;
use std::str::FromStr;

use super::clock::Clock;
use super::cursor::Cursor;
use super::day::Day;
use super::error::ValueError;
use super::fold::{Folded, fold_width};
use super::length::{self, Length};
use super::lexicon::{AFTER, BEFORE, SAME_DAY};
use super::numeral::{number_and_unit, number_zh};
use crate::language::Text;

/// How far a step is from the start of the occurrence `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shift {
    /// Whole days from the day of `T`, at this time of that day; without one the step has no time.
    Days(i32, Option<Clock>),
    /// Minutes from the start of `T`; when `T` has no time, the day of `T` without a time.
    Minutes(i32),
}

/// A point in time counted from an occurrence `T`; negative is before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Offset(pub Shift);

impl Offset {
    /// How many days before (negative) or after the day of `T` it can lie at most, for padding ranges.
    pub const fn reach(self) -> i32 {
        match self.0 {
            Shift::Days(days, _) => days,
            Shift::Minutes(minutes) => minutes.div_euclid(1440) + if minutes > 0 { 1 } else { 0 },
        }
    }

    /// When it is for a `T` of this day and time; minutes from a `T` without a time have none either.
    pub const fn from(self, day: Day, time: Option<Clock>) -> (Day, Option<Clock>) {
        match (self.0, time) {
            (Shift::Days(days, at), _) => (day.plus(days), at),
            (Shift::Minutes(minutes), None) => (day.plus(minutes.div_euclid(1440)), None),
            (Shift::Minutes(minutes), Some(time)) => {
                let (time, days) = Clock::from_minutes(time.minutes() + minutes);
                (day.plus(days), Some(time))
            }
        }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Shift::Days(days, time) => {
                f.write_str("T")?;
                if days != 0 {
                    write!(f, "{days:+}d")?;
                }
                time.map_or(Ok(()), |time| write!(f, " {time}"))
            }
            Shift::Minutes(minutes) if minutes % 60 == 0 => write!(f, "T{:+}h", minutes / 60),
            Shift::Minutes(minutes) => write!(f, "T{minutes:+}m"),
        }
    }
}

impl FromStr for Offset {
    type Err = ValueError;

    /// Reads `T-3d 20:00`, `-3d`, `T-1w`, `T-90m`, `T+1h`, `T`, `T 09:00`, and the same in words: 提前3天, 前一天 20:00, 当天,
    /// `3 days before`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let folded = Folded::new(text.trim());
        plain(&fold_width(text)).or_else(|| in_words(folded.text())).ok_or_else(|| {
            let error = ValueError::new(Text::new(
                "像 T-3d 20:00、T-1h、T、T+1d 或“提前3天”这样的相对时间",
                "an offset such as T-3d 20:00, T-1h, T, T+1d or \"3 days before\"",
            ));
            let of_days = |days: i32| Self(Shift::Days(days, None)).to_string();
            match nth_day_after(folded.text()) {
                Some(n) => error.near(of_days(n)).near(of_days(n - 1)),
                None => error,
            }
        })
    }
}

/// The furthest offset, in units.
const FURTHEST: i32 = 3650;

/// As plans write it.
fn plain(folded: &str) -> Option<Offset> {
    let folded = folded.trim();
    let rest = folded.strip_prefix(['T', 't']).or_else(|| folded.starts_with(['-', '+']).then_some(folded))?;
    let (shift, time) = match rest.split_once(char::is_whitespace) {
        Some((shift, time)) => (shift, Some(time.parse::<Clock>().ok()?)),
        None => (rest, None),
    };
    let sign = match shift.bytes().next() {
        None => return Some(Offset(Shift::Days(0, time))),
        Some(b'-') => -1,
        Some(b'+') => 1,
        Some(_) => return None,
    };
    let (number, unit) = number_and_unit(&shift[1..]);
    let number = sign * number.parse::<i32>().ok().filter(|n| *n <= FURTHEST)?;
    Some(Offset(match (unit, time) {
        ("d", time) => Shift::Days(number, time),
        ("w", time) => Shift::Days(number * 7, time),
        ("h", None) => Shift::Minutes(number * 60),
        ("m" | "min", None) => Shift::Minutes(number),
        _ => return None,
    }))
}

/// 提前3天, 3天前 20:00, 当天早上9点, `1 hour before`, `the day after at 10:00`.
fn in_words(text: &str) -> Option<Offset> {
    // what runs out is the moment itself
    let text = text.strip_prefix("到期").unwrap_or(text);
    let mut s = Cursor::new(text);
    let occurrence = s
        .eat_any(&["上一次", "上次", "前一次", "上一场", "前一场", "每次", "活动"])
        .then(|| text.starts_with(['上', '前']));
    while occurrence.is_some() && s.eat_any(&["活动", "的", "结束", "之"]) {}
    let shift = match () {
        () if s.rest().starts_with('+') => match plain(s.rest())? {
            Offset(Shift::Days(..)) if text.starts_with(['上', '前']) => return plain(s.rest()),
            _ => return None,
        },
        () if s.eat_any(&["第二天", "次日"]) => Length::Days(1),
        () if s.eat_words(SAME_DAY) => Length::Days(0),
        () => signed(&mut s)?,
    };
    // a day after the one before is a day after each
    let is_previous = occurrence.unwrap_or(false) || of_occurrence(&mut s)?;
    let is_after = matches!(shift, Length::Days(1..) | Length::Minutes(1..));
    // minutes count from the start
    let is_from_end = text.contains("结束") && matches!(shift, Length::Minutes(_));
    if is_previous && !is_after || is_from_end {
        return None;
    }
    while s.eat_any(&[" ", "的", ","]) {}
    let time = if s.is_end() { None } else { Some(s.rest().parse::<Clock>().ok()?) };
    Some(Offset(match (shift, time) {
        (Length::Days(days), time) if days.abs() <= FURTHEST => Shift::Days(days, time),
        (Length::Minutes(minutes), None) if minutes.abs() <= FURTHEST * 60 => Shift::Minutes(minutes),
        _ => return None,
    }))
}

/// The n of 后第n天, which may count the day itself.
fn nth_day_after(text: &str) -> Option<i32> {
    let mut s = Cursor::new(text.split_once("后第")?.1);
    let n = number_zh(&mut s).and_then(|n| i32::try_from(n).ok()).filter(|n| (2..=FURTHEST).contains(n))?;
    s.eat_any(&["天", "日"]).then_some(n)
}

/// What a length is counted from, where that is said, and whether it is the occurrence before: `the event`, `the previous one`;
/// none where it is something else.
fn of_occurrence(s: &mut Cursor<'_>) -> Option<bool> {
    let mut ahead = *s;
    ahead.spaces();
    let has_article = ahead.eat_words(&["the", "each", "every"]);
    ahead.spaces();
    let is_previous = ahead.eat_words(&["previous", "preceding", "last"]);
    ahead.spaces();
    if ahead.eat_words(&["event", "meeting", "session", "call", "occurrence", "activity", "one", "it"]) {
        *s = ahead;
        return Some(is_previous);
    }
    // 3 days after the previous, 2 days after last time
    if is_previous && (s.rest().trim_start().starts_with("last time") || has_article) {
        ahead.eat_words(&["time"]);
        *s = ahead;
        return Some(true);
    }
    (!has_article && !is_previous).then_some(false)
}

/// A length before something, negative, or after it.
fn signed(s: &mut Cursor<'_>) -> Option<Length> {
    let sign = |s: &mut Cursor<'_>| {
        s.spaces();
        if s.eat_words(BEFORE) { Some(-1) } else { s.eat_words(AFTER).then_some(1) }
    };
    let before = sign(s);
    s.spaces();
    let length = if s.eat_words(&["the day"]) { Length::Days(1) } else { length::leading(s)? };
    let sign = before.or_else(|| sign(s))?;
    Some(match length {
        Length::Minutes(minutes) => Length::Minutes(sign * minutes),
        Length::Days(days) => Length::Days(sign * days),
        Length::Months(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in ["T-3d 20:00", "T-1h", "T", "T+1d", "T 09:00", "T-90m", "T+21d"] {
            assert_eq!(text.parse::<Offset>().map(|o| o.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("T-1w".parse(), Ok(Offset(Shift::Days(-7, None))));
        assert_eq!("-2d 20:00".parse::<Offset>(), "T-2d 20:00".parse());
        assert_eq!("T－３d　20：00".parse(), Ok(Offset(Shift::Days(-3, Clock::new(20, 0)))));
        for (text, same) in [
            ("提前3天", "T-3d"),
            ("到期前30天", "T-30d"),
            ("提前 30 天", "T-30d"),
            ("三天前 20:00", "T-3d 20:00"),
            ("前一天晚上8点", "T-1d 20:00"),
            ("后两天", "T+2d"),
            ("提前一周", "T-7d"),
            ("1小时前", "T-1h"),
            ("半小时后", "T+30m"),
            ("当天早上9点", "T 09:00"),
            ("当天", "T"),
            ("3 days before", "T-3d"),
            ("3 days before at 8pm", "T-3d 20:00"),
            ("the day before, 20:00", "T-1d 20:00"),
            ("1 hour before", "T-1h"),
            ("two weeks after", "T+14d"),
            ("on the day at 9:00", "T 09:00"),
            ("1 day after the event", "T+1d"),
            ("3 days before each meeting at 8pm", "T-3d 20:00"),
            ("1 day after the previous call", "T+1d"),
            ("the day after the previous one at 12:00", "T+1d 12:00"),
            ("3 days after the previous", "T+3d"),
            ("2 days after last time", "T+2d"),
            ("前一次+1d", "T+1d"),
            ("上一次+2d 20:00", "T+2d 20:00"),
            ("上一次结束后2天", "T+2d"),
            ("上一次的第二天 12:00", "T+1d 12:00"),
            ("每次活动前3天", "T-3d"),
            ("活动后一天", "T+1d"),
        ] {
            assert_eq!(text.parse::<Offset>().map(|o| o.to_string()).as_deref(), Ok(same), "{text}");
        }
        let near = "上一场后第2天".parse::<Offset>().map_err(|error| error.near);
        assert_eq!(near, Err(vec!["T+2d".to_owned(), "T+1d".to_owned()]));
        for wrong in [
            "3天",
            "前",
            "一年前",
            "3 days before salon",
            "1 day before the previous one",
            "1 day before the previous",
            "1 day after the party",
            "上一次前一天",
            "活动结束后1小时",
            "前三",
            "",
            "3d",
            "T3d",
            "T-d",
            "T-1h 20:00",
            "T-1x",
            "T-3d 25:00",
            "T-99999d",
        ] {
            assert!(wrong.parse::<Offset>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn is_a_moment_counted_from_another() {
        let of = |text: &str, time: Option<Clock>| {
            let (day, time) = text.parse::<Offset>().expect("an offset").from(Day(100), time);
            (day.0, time.map(|time| time.to_string()))
        };
        let two = Clock::new(14, 0);
        assert_eq!(of("T-1d 20:00", two), (99, Some("20:00".to_owned())));
        assert_eq!(of("T+1w", two), (107, None));
        assert_eq!(of("T-15h", two), (99, Some("23:00".to_owned())));
        assert_eq!(of("T-1h", None), (99, None));
    }
}
