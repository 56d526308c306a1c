//! Lunar days of the Gregorian years 1958 to 2056, from a static table.
//!
//! The table is made by the test `tests/almanac.rs` from an oracle with which two other libraries agree in these years.
//! Must not extrapolate: outside these years the answer is `None`.

use super::lunar_table::YEARS;
use crate::language::Language;
use crate::value::{Day, Month};

/// The first Gregorian year with lunar days and solar terms.
pub const FIRST_YEAR: i32 = 1958;
/// The last Gregorian year with lunar days and solar terms.
pub const LAST_YEAR: i32 = 2056;

/// The lunar year of the table's first row; its end lies in [`FIRST_YEAR`].
const FIRST_ROW: i32 = FIRST_YEAR - 1;

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LunarDate {
    /// The lunar year, named by the Gregorian year in which it begins.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: i32,
    /// The day of the month, 1 to 30.
    pub day: i32,
    /// Whether the month is the leap month (闰月), which follows the ordinary month of the same number.
    pub leap: bool,
}

static MONTHS: [&str; 12] = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"];
static DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

impl LunarDate {
    /// `八月十五`, `闰六月初一`, `腊月廿三`; `lunar 8-15`, `lunar leap 6-1`.
    pub fn text(self, language: Language) -> String {
        if language == Language::En {
            return format!("lunar {}{}-{}", if self.leap { "leap " } else { "" }, self.month, self.day);
        }
        let name = |list: &[&'static str], n: i32| list[(n.max(1) as usize - 1).min(list.len() - 1)];
        let tens = match self.day {
            ..=10 => "初",
            11..=19 => "十",
            20 => "二",
            21..=29 => "廿",
            _ => "三",
        };
        let unit = if self.day % 10 == 0 { "十" } else { name(&DIGITS, self.day % 10) };
        format!("{}{}月{tens}{unit}", if self.leap { "闰" } else { "" }, name(&MONTHS, self.month))
    }
}

/// One row of the table. Bits 0–12: which months, in their order, have 30 days; 16–19: the number of the month that is
/// followed by its leap month, 0 for none; 20–24: days from 21 January to the lunar new year.
#[derive(Clone, Copy)]
struct LunarYear {
    year: i32,
    row: u32,
}

impl LunarYear {
    fn of(year: i32) -> Option<Self> {
        let row = *YEARS.get(usize::try_from(year.checked_sub(FIRST_ROW)?).ok()?)?;
        Some(Self { year, row })
    }

    fn new_year(self) -> Option<Day> {
        Day::from_ymd(self.year, 1, 21).map(|day| day.plus((self.row >> 20) as i32))
    }

    /// Its months: number, whether leap, how many days.
    fn months(self) -> impl Iterator<Item = (i32, bool, i32)> {
        let leap = (self.row >> 16 & 0xf) as i32;
        let count = if leap == 0 { 12 } else { 13 };
        (0..count).map(move |n| {
            let after = leap != 0 && n >= leap;
            (if after { n } else { n + 1 }, after && n == leap, 29 + (self.row >> n & 1) as i32)
        })
    }
}

/// The first and the last day with lunar days and solar terms.
pub fn known() -> (Day, Day) {
    let new_year = |year: i32| Month::new(year, 1).first();
    (new_year(FIRST_YEAR), new_year(LAST_YEAR + 1).plus(-1))
}

fn is_known(day: &Day) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

/// The lunar date of a day; none outside of 1958 to 2056.
pub fn date(day: Day) -> Option<LunarDate> {
    let gregorian = Some(day).filter(is_known)?.year();
    let mut year = LunarYear::of(gregorian)?;
    let mut start = year.new_year()?;
    if day < start {
        year = LunarYear::of(gregorian - 1)?;
        start = year.new_year()?;
    }
    let mut rest = day.0 - start.0;
    for (month, leap, days) in year.months() {
        if rest < days {
            return Some(LunarDate { year: year.year, month, day: rest + 1, leap });
        }
        rest -= days;
    }
    None
}

/// A lunar month, by its first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LunarMonth {
    /// The number, 1 to 12.
    pub month: i32,
    /// Whether it is a leap month.
    pub leap: bool,
    /// Its first day.
    pub first: Day,
    /// Its last day, the 29th or the 30th.
    pub last: Day,
}

/// The lunar months that touch a range, in order, as far as they touch the years 1958 to 2056.
pub fn months_between(from: Day, to: Day) -> impl Iterator<Item = LunarMonth> {
    let years = (from.year() - 1).max(FIRST_ROW)..=to.year().min(LAST_YEAR);
    let months =
        years.filter_map(LunarYear::of).filter_map(|row| Some((row, row.new_year()?))).flat_map(|(row, new_year)| {
            row.months().scan(new_year, |start, (month, leap, days)| {
                let first = *start;
                *start = first.plus(days);
                Some(LunarMonth { month, leap, first, last: first.plus(days - 1) })
            })
        });
    months.filter(move |month| {
        from <= month.last && month.first <= to && (is_known(&month.first) || is_known(&month.last))
    })
}

/// The day on which the ordinary month `month` of the lunar year `year` has its day `day`. None where that month has
/// no such day (the 30th of a short month) and outside of 1958 to 2056. The end of a lunar year lies in `year + 1`.
pub fn day_of(year: i32, month: i32, day: i32) -> Option<Day> {
    let row = LunarYear::of(year)?;
    let mut start = row.new_year()?;
    for (number, leap, days) in row.months() {
        if number == month && !leap {
            return (1..=days).contains(&day).then(|| start.plus(day - 1)).filter(is_known);
        }
        start = start.plus(days);
    }
    None
}

/// The last day of the lunar year `year` (除夕), which lies in the Gregorian year `year + 1`.
pub fn eve_of(year: i32) -> Option<Day> {
    let row = LunarYear::of(year)?;
    let days: i32 = row.months().map(|(.., days)| days).sum();
    Some(row.new_year()?.plus(days - 1)).filter(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<LunarDate> {
        date(text.parse().expect("a date"))
    }

    #[test]
    fn days_as_printed_in_almanacs() {
        for (day, lunar, zh) in [
            ("2026-02-17", (2026, 1, 1, false), "正月初一"),
            ("2026-09-25", (2026, 8, 15, false), "八月十五"),
            ("2025-07-25", (2025, 6, 1, true), "闰六月初一"),
            ("2026-02-10", (2025, 12, 23, false), "腊月廿三"),
            ("2023-03-22", (2023, 2, 1, true), "闰二月初一"),
            ("2033-12-22", (2033, 11, 1, true), "闰冬月初一"),
            ("1958-02-18", (1958, 1, 1, false), "正月初一"),
        ] {
            let found = of(day).expect(day);
            assert_eq!((found.year, found.month, found.day, found.leap), lunar, "{day}");
            assert_eq!(found.text(Language::Zh), zh);
        }
        let date = LunarDate { year: 2026, month: 8, day: 15, leap: false };
        assert_eq!(date.text(Language::En), "lunar 8-15");
        for (day, zh) in [(10, "初十"), (19, "十九"), (20, "二十"), (30, "三十")] {
            assert_eq!(LunarDate { day, ..date }.text(Language::Zh), format!("八月{zh}"));
        }
    }

    #[test]
    fn months_follow_each_other_and_begin_on_their_first() {
        let day = |text: &str| text.parse::<Day>().expect("a date");
        let months: Vec<LunarMonth> = months_between(day("1958-02-18"), day("2056-12-01")).collect();
        assert!(months.windows(2).all(|pair| pair[0].last.plus(1) == pair[1].first));
        for month in &months {
            let first = date(month.first).expect("a lunar day");
            assert_eq!((first.month, first.leap, first.day), (month.month, month.leap, 1));
            assert_eq!(date(month.last).expect("a lunar day").month, month.month);
        }
        let leap = months.iter().filter(|month| month.leap).map(|month| (month.month, month.first.to_string()));
        assert_eq!(leap.take(2).collect::<Vec<_>>(), [(6, "1960-07-24".to_owned()), (4, "1963-05-23".to_owned())]);
    }

    #[test]
    fn answers_nothing_outside_the_known_years() {
        for day in ["1957-12-31", "2057-01-01", "0001-01-01", "9999-12-31"] {
            assert_eq!(of(day), None, "{day}");
        }
        assert!(of("1958-01-01").is_some() && of("2056-12-31").is_some());
        for (year, month, day) in
            [(1956, 1, 1), (1957, 1, 1), (2057, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 31), (i32::MIN, 1, 1)]
        {
            assert_eq!(day_of(year, month, day), None, "{year} {month} {day}");
        }
        assert_eq!((eve_of(2056), eve_of(1956), eve_of(i32::MAX)), (None, None, None));
    }
}
