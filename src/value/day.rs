//! Day numbers: the civil date as an integer, so that calendars are arithmetic and not parsing.
//!
//! Proleptic Gregorian, day 0 = 1970-01-01. The conversions follow the era method (400 years = 146,097 days).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::error::ValueError;
use crate::language::Text;

/// A civil day, counted in days since 1970-01-01. Plans may name the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// A day of the week; Monday is 0, as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weekday {
    /// 周一
    Mon,
    /// 周二
    Tue,
    /// 周三
    Wed,
    /// 周四
    Thu,
    /// 周五
    Fri,
    /// 周六
    Sat,
    /// 周日
    Sun,
}

impl Weekday {
    /// The week, Monday first.
    pub const ALL: [Self; 7] = [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    /// The weekday with this number, Monday = 0; counted modulo 7.
    pub const fn from_index(index: i32) -> Self {
        Self::ALL[index.rem_euclid(7) as usize]
    }

    /// Monday = 0 … Sunday = 6.
    pub const fn index(self) -> i32 {
        self as i32
    }

    /// `周一` / `Mon`.
    pub const fn short(self) -> Text {
        match self {
            Self::Mon => Text::new("周一", "Mon"),
            Self::Tue => Text::new("周二", "Tue"),
            Self::Wed => Text::new("周三", "Wed"),
            Self::Thu => Text::new("周四", "Thu"),
            Self::Fri => Text::new("周五", "Fri"),
            Self::Sat => Text::new("周六", "Sat"),
            Self::Sun => Text::new("周日", "Sun"),
        }
    }

    /// `Monday` … for output that wants the whole English word.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Mon => "Monday",
            Self::Tue => "Tuesday",
            Self::Wed => "Wednesday",
            Self::Thu => "Thursday",
            Self::Fri => "Friday",
            Self::Sat => "Saturday",
            Self::Sun => "Sunday",
        }
    }

    /// Whether it is Saturday or Sunday.
    pub const fn is_weekend(self) -> bool {
        matches!(self, Self::Sat | Self::Sun)
    }
}

/// A month of a year, as a number that can be counted on: `year × 12 + month − 1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(pub i32);

impl Month {
    /// From a year and a month of 1 to 12.
    pub const fn new(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub const fn month(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// Its first day.
    pub const fn first(self) -> Day {
        Day::from_ymd_unchecked(self.year(), self.month(), 1)
    }

    /// Its last day.
    pub const fn last(self) -> Day {
        Day(Self(self.0 + 1).first().0 - 1)
    }

    /// First and last day of so many months from this one; the error is how many are left in the calendar, 0 or less
    /// where it lies behind the last.
    pub fn span(self, months: u32) -> Result<(Day, Day), i32> {
        let fits = Day::MAX.month().0 - self.0 + 1;
        match i32::try_from(months) {
            Ok(months) if months <= fits => Ok((self.first(), Self(self.0 + months - 1).last())),
            _ => Err(fits),
        }
    }

    /// How many days it has.
    pub const fn days(self) -> i32 {
        Self(self.0 + 1).first().0 - self.first().0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.first().iso().as_str()[..7])
    }
}

impl FromStr for Month {
    type Err = ValueError;

    /// Reads `2026-12`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let wrong = || ValueError::new(Text::new("像 2026-12 这样的月份", "a month such as 2026-12"));
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(wrong());
        }
        let (year, month) = (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
        if year < 1 || !(1..=12).contains(&month) {
            return Err(wrong());
        }
        Ok(Self::new(year, month))
    }
}

impl Day {
    /// 0001-01-01, the first day that a plan may name.
    pub const MIN: Self = Self::from_ymd_unchecked(1, 1, 1);
    /// 9999-12-31, the last.
    pub const MAX: Self = Self::from_ymd_unchecked(9999, 12, 31);

    /// The day, if the three numbers name one.
    pub const fn from_ymd(year: i32, month: i32, day: i32) -> Option<Self> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > Month::new(year, month).days() {
            return None;
        }
        Some(Self::from_ymd_unchecked(year, month, day))
    }

    const fn from_ymd_unchecked(year: i32, month: i32, day: i32) -> Self {
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month (1–12), day of month.
    pub const fn ymd(self) -> (i32, i32, i32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.ymd().0
    }

    /// The month it lies in.
    pub const fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month::new(year, month)
    }

    /// Its day of the week.
    pub const fn weekday(self) -> Weekday {
        Weekday::from_index(self.0 + 3)
    }

    /// The Monday of its ISO week.
    pub const fn monday(self) -> Self {
        Self(self.0 - (self.0 + 3).rem_euclid(7))
    }

    /// This many days later (earlier when negative), held within [`Day::MIN`] and [`Day::MAX`].
    pub const fn plus(self, days: i32) -> Self {
        let day = self.0.saturating_add(days);
        if day < Self::MIN.0 {
            Self::MIN
        } else if day > Self::MAX.0 {
            Self::MAX
        } else {
            Self(day)
        }
    }

    /// The same day of the month, this many months later; the month's last day where it is shorter.
    pub const fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let target = Month(Month::new(year, month).0.saturating_add(months));
        if target.year() < 1 {
            return Self::MIN;
        }
        if target.year() > 9999 {
            return Self::MAX;
        }
        let length = target.days();
        Self(target.first().0 + if day > length { length } else { day } - 1)
    }

    /// As a civil date of `jiff`.
    pub fn date(self) -> Date {
        let (year, month, day) = self.ymd();
        Date::new(year as i16, month as i8, day as i8).expect("a Day lies within the years 1 to 9999")
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self::from_ymd_unchecked(date.year().into(), date.month().into(), date.day().into()).plus(0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.iso().as_str())
    }
}

/// `2026-12-24`, without an allocation: long calendars write millions of dates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IsoDay([u8; 10]);

impl IsoDay {
    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Day {
    /// The day as ISO 8601 writes it.
    pub(crate) fn iso(self) -> IsoDay {
        let (year, month, day) = self.ymd();
        let digit = |number: i32, of: i32| b'0' + (number / of % 10) as u8;
        let (y, m, d) = (|of| digit(year, of), |of| digit(month, of), |of| digit(day, of));
        IsoDay([y(1000), y(100), y(10), y(1), b'-', m(10), m(1), b'-', d(10), d(1)])
    }
}

impl FromStr for Day {
    type Err = ValueError;

    /// Reads `2026-12-24`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let wrong = || ValueError::new(Text::new("像 2026-12-24 这样的日期", "a date such as 2026-12-24"));
        let mut parts = text.split('-');
        let mut number = |width: usize| {
            let part = parts.next().filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<i32>().ok()
        };
        let (year, month, day) =
            (number(4).ok_or_else(wrong)?, number(2).ok_or_else(wrong)?, number(2).ok_or_else(wrong)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        Self::from_ymd(year, month, day)
            .ok_or_else(|| ValueError::new(Text::new("日历上有的一天", "a day that exists in the calendar")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_jiff_on_every_day() {
        let mut day = Day::from_ymd(1899, 12, 25).expect("a date");
        let mut date = Date::constant(1899, 12, 25);
        while date < Date::constant(2105, 3, 5) {
            assert_eq!(Day::from(date), day);
            assert_eq!(day.date(), date);
            assert_eq!(day.weekday().index(), i32::from(date.weekday().to_monday_zero_offset()));
            assert_eq!(day.month().days(), i32::from(date.days_in_month()));
            day = day.plus(1);
            date = date.tomorrow().expect("before the end");
        }
        for (y, m, d) in [(1, 1, 1), (9999, 12, 31), (1600, 2, 29), (4, 2, 29)] {
            assert_eq!(Day::from_ymd(y, m, d).map(Day::ymd), Some((y, m, d)));
        }
    }

    #[test]
    fn reads_only_real_days() {
        assert_eq!("2026-12-24".parse::<Day>().map(|d| d.to_string()), Ok("2026-12-24".to_owned()));
        for wrong in ["2026-02-29", "2026-13-01", "26-1-1", "2026-1-1", "2026-01-01-", "", "+026-01-01", "二零二六"]
        {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
        assert_eq!("2026-13".parse::<Month>().ok(), None);
        assert_eq!("2026-12".parse(), Ok(Month::new(2026, 12)));
    }

    #[test]
    fn months_in_a_row_end_with_the_calendar() {
        let span = |month: Month, count| month.span(count).map(|(first, last)| (first.to_string(), last.to_string()));
        let days = |first: &str, last: &str| Ok((first.to_owned(), last.to_owned()));
        assert_eq!(span(Month::new(2026, 11), 3), days("2026-11-01", "2027-01-31"));
        assert_eq!(span(Month::new(9999, 11), 2), days("9999-11-01", "9999-12-31"));
        assert_eq!(span(Month::new(9999, 11), 3), Err(2));
        assert_eq!(span(Month::new(9999, 12), u32::MAX), Err(1));
        assert_eq!(span(Month(Month::new(9999, 12).0 + 1), 1), Err(0));
    }

    #[test]
    fn months_are_added_within_short_months() {
        let day = Day::from_ymd(2027, 1, 31).expect("a date");
        assert_eq!(day.plus_months(1).ymd(), (2027, 2, 28));
        assert_eq!(day.plus_months(-11).ymd(), (2026, 2, 28));
        assert_eq!(Day::MAX.plus_months(1), Day::MAX);
        assert_eq!(Day::MIN.plus(-1), Day::MIN);
    }
}
