//! Times of day, spans between two of them, and quiet hours that may wrap around midnight.

use std::fmt;

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
        let (hour, minute) = (self.0 / 60, self.0 % 60);
        let digits = [hour / 10, hour % 10, minute / 10, minute % 10].map(|digit| b'0' + digit as u8);
        let text = [digits[0], digits[1], b':', digits[2], digits[3]];
        f.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

/// A time of day with an optional end; an end at or before the start lies on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeRange {
    /// When it starts.
    pub start: Clock,
    /// When it ends, if given.
    pub end: Option<Clock>,
}

impl TimeRange {
    /// Its length in minutes (1 to 1,440), if the end is given.
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
