//! Offsets from an occurrence: `T-3d 20:00`, `T-1h`, `T`, `T+1d`.

use std::fmt;
use std::str::FromStr;

use super::clock::Clock;
use super::day::Day;
use super::error::ValueError;
use super::fold::fold_width;
use super::numeral::number_and_unit;
use crate::language::Text;

/// How far from the start of the occurrence `T` a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shift {
    /// Whole days from the day of `T`, at this time of that day; without one the step has no time.
    Days(i32, Option<Clock>),
    /// Minutes from the start of `T`; when `T` has no time, the day of `T` without a time.
    Minutes(i32),
}

/// A point in time told from an occurrence `T`; negative is before.
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

    /// Reads `T-3d 20:00`, `T-1w`, `T-90m`, `T+1h`, `T`, `T 09:00`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let wrong = || {
            let expected = "像 T-3d 20:00、T-1h、T、T+1d 这样的相对时间";
            ValueError::new(Text::new(expected, "an offset such as T-3d 20:00, T-1h, T or T+1d"))
        };
        let folded = fold_width(text);
        let rest = folded.trim().strip_prefix(['T', 't']).ok_or_else(wrong)?;
        let (shift, time) = match rest.split_once(char::is_whitespace) {
            Some((shift, time)) => (shift, Some(time.parse::<Clock>().map_err(|_| wrong())?)),
            None => (rest, None),
        };
        if shift.is_empty() {
            return Ok(Self(Shift::Days(0, time)));
        }
        let sign = match shift.as_bytes()[0] {
            b'-' => -1,
            b'+' => 1,
            _ => return Err(wrong()),
        };
        let (number, unit) = number_and_unit(&shift[1..]);
        let number: i32 = number.parse().ok().filter(|n| *n <= 3650).ok_or_else(wrong)?;
        let number = sign * number;
        match (unit, time) {
            ("d", time) => Ok(Self(Shift::Days(number, time))),
            ("w", time) => Ok(Self(Shift::Days(number * 7, time))),
            ("h", None) => Ok(Self(Shift::Minutes(number * 60))),
            ("m" | "min", None) => Ok(Self(Shift::Minutes(number))),
            _ => Err(wrong()),
        }
    }
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
        assert_eq!("T－３d　20：00".parse(), Ok(Offset(Shift::Days(-3, Clock::new(20, 0)))));
        for wrong in ["", "3d", "T3d", "T-d", "T-1h 20:00", "T-1x", "T-3d 25:00", "T-99999d"] {
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
