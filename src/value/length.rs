//! Lengths of time as plans write them: `90m`, `2h`, `3d`, `2w`, `6M`, `1y`.

use std::fmt;
use std::str::FromStr;

use super::day::Day;
use super::error::ValueError;
use super::fold::fold_width;
use super::numeral::number_and_unit;
use crate::language::Text;

/// A length of time. Months and years are lengths of the calendar, not numbers of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Minutes; `2h` is 120.
    Minutes(i32),
    /// Days; `2w` is 14.
    Days(i32),
    /// Months; `1y` is 12.
    Months(i32),
}

impl Length {
    /// In minutes; a month counts as 30 days.
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Minutes(n) => n as i64,
            Self::Days(n) => n as i64 * 1440,
            Self::Months(n) => n as i64 * 30 * 1440,
        }
    }

    /// In whole days, rounded down; a month counts as 30 days.
    pub const fn days(self) -> i64 {
        self.minutes() / 1440
    }

    /// The day this long after `day`.
    pub const fn after(self, day: Day) -> Day {
        match self {
            Self::Minutes(n) => day.plus(n / 1440),
            Self::Days(n) => day.plus(n),
            Self::Months(n) => day.plus_months(n),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Minutes(n) if n % 60 == 0 && n != 0 => write!(f, "{}h", n / 60),
            Self::Minutes(n) => write!(f, "{n}m"),
            Self::Days(n) if n % 7 == 0 && n != 0 => write!(f, "{}w", n / 7),
            Self::Days(n) => write!(f, "{n}d"),
            Self::Months(n) if n % 12 == 0 && n != 0 => write!(f, "{}y", n / 12),
            Self::Months(n) => write!(f, "{n}M"),
        }
    }
}

impl FromStr for Length {
    type Err = ValueError;

    /// Reads `90m 2h 3d 2w 6M 1y`, and the same in words (`90分钟`, `2 hours`, `3天`, `2周`, `6个月`, `1年`).
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let expected =
            Text::new("像 90m、2h、3d、2w、6M、1y 这样的时长", "a length of time such as 90m, 2h, 3d, 2w, 6M or 1y");
        let folded = fold_width(text);
        let (number, unit) = number_and_unit(&folded);
        let number: i32 = match number.parse() {
            Ok(n) if n <= 1_000_000 => n,
            _ => return Err(ValueError::new(expected)),
        };
        let length = match unit {
            "m" | "min" | "minute" | "minutes" | "分" | "分钟" => Self::Minutes(number),
            "h" | "hour" | "hours" | "小时" => Self::Minutes(number * 60),
            "d" | "day" | "days" | "天" | "日" => Self::Days(number),
            "w" | "week" | "weeks" | "周" => Self::Days(number * 7),
            "M" | "month" | "months" | "个月" | "月" => Self::Months(number),
            "y" | "year" | "years" | "年" => Self::Months(number * 12),
            "" => return Err(ValueError::new(expected).near(format!("{number}d"))),
            _ => return Err(ValueError::new(expected)),
        };
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in ["90m", "2h", "3d", "2w", "6M", "1y", "0d", "0m"] {
            assert_eq!(text.parse::<Length>().map(|l| l.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("36小时".parse(), Ok(Length::Minutes(36 * 60)));
        assert_eq!("2 weeks".parse(), Ok(Length::Days(14)));
        for wrong in ["", "d", "3 x", "-3d", "99999999999d", "1.5h"] {
            assert!(wrong.parse::<Length>().is_err(), "{wrong}");
        }
    }
}
