//! Times of day, spans between two of them, and quiet hours that may wrap around midnight.

use std::fmt;
use std::str::FromStr;

use super::error::ValueError;
use super::fold::fold_width;
use crate::language::Text;

/// A wall-clock time in minutes since midnight, 0 to 1,439.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock(u16);

impl Clock {
    /// 00:00.
    pub const MIDNIGHT: Self = Self(0);

    /// The time, if hour and minute name one.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> i32 {
        self.0 as i32
    }

    /// The time this many minutes after midnight, and how many days were passed.
    pub const fn from_minutes(minutes: i32) -> (Self, i32) {
        (Self(minutes.rem_euclid(1440) as u16), minutes.div_euclid(1440))
    }

    /// Hour (0–23) and minute (0–59).
    pub const fn hour_minute(self) -> (i8, i8) {
        ((self.0 / 60) as i8, (self.0 % 60) as i8)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Clock {
    type Err = ValueError;

    /// Reads `07:30`; one digit for the hour and full-width signs are accepted.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let wrong = || ValueError::new(Text::new("像 07:30 这样的时间", "a time of day such as 07:30"));
        let folded = fold_width(text);
        let (hour, minute) = folded.trim().split_once(':').ok_or_else(wrong)?;
        let digits = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || minute.len() != 2 || !digits(minute) {
            return Err(wrong());
        }
        let number = |s: &str| s.parse::<u16>().map_err(|_| wrong());
        Self::new(number(hour)?, number(minute)?).ok_or_else(wrong)
    }
}

/// A time of day with an optional end; an end at or before the start lies on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeRange {
    /// When it starts.
    pub start: Clock,
    /// When it ends, where that was said.
    pub end: Option<Clock>,
}

impl TimeRange {
    /// Its length in minutes (1 to 1,440), where the end was said.
    pub const fn minutes(self) -> Option<i32> {
        match self.end {
            None => None,
            Some(end) => {
                let length = end.minutes() - self.start.minutes();
                Some(if length > 0 { length } else { length + 1440 })
            }
        }
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "-{end}"))
    }
}

/// Hours in which nothing is sent: half-open, `22:30-07:30` wraps around midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuietHours {
    /// The first quiet minute.
    pub from: Clock,
    /// The first minute that is not quiet any more.
    pub to: Clock,
}

impl QuietHours {
    /// Whether this time of day lies within.
    pub const fn contains(self, time: Clock) -> bool {
        let (from, to, at) = (self.from.0, self.to.0, time.0);
        if from <= to { from <= at && at < to } else { at >= from || at < to }
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

impl FromStr for QuietHours {
    type Err = ValueError;

    /// Reads `22:30-07:30`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let wrong = || ValueError::new(Text::new("像 22:30-07:30 这样的时段", "hours such as 22:30-07:30"));
        let folded = fold_width(text);
        let (from, to) = folded.split_once('-').ok_or_else(wrong)?;
        Ok(Self { from: from.parse().map_err(|_| wrong())?, to: to.parse().map_err(|_| wrong())? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_are_half_open_and_wrap() {
        let quiet: QuietHours = "22:30-07:30".parse().expect("hours");
        let at = |text: &str| quiet.contains(text.parse().expect("a time"));
        assert!(at("22:30") && at("23:59") && at("00:00") && at("07:29"));
        assert!(!at("07:30") && !at("22:29"));
        assert_eq!(quiet.to_string(), "22:30-07:30");
    }

    #[test]
    fn reads_full_width_and_refuses_the_impossible() {
        assert_eq!("７：３０".parse::<Clock>().map(|c| c.to_string()), Ok("07:30".to_owned()));
        for wrong in ["24:00", "7:3", "7", "", "07:60", "-1:30", "一点"] {
            assert!(wrong.parse::<Clock>().is_err(), "{wrong}");
        }
        let span = TimeRange { start: Clock(23 * 60), end: Some(Clock(60)) };
        assert_eq!(span.minutes(), Some(120));
    }
}
