//! Days, moments and spans of days as people type them on a command line, in either language.
//!
//! A year that is left out is the one in which the day comes next; of a span also that in which it has just passed, as
//! who was away yesterday says so today. May not: read the clock; today is given.

use super::spoken;
use super::{Clock, Day, Month, ValueError, fold_width};
use crate::language::Text;

const EXPECTED: Text =
    Text::new("日期，如 2026-12-24、12-24 或 12月24日", "a date, such as 2026-12-24, 12-24 or 24 Dec");
const NO_SUCH_DAY: Text = Text::new("日历上有的一天", "a day that the calendar has");
const EXPECTED_MONTH: Text =
    Text::new("像 2026-12 这样的月份，或 12月、下个月", "a month such as 2026-12, Dec or next");
const EXPECTED_SPAN: Text = Text::new(
    "一天或一段日子，如 2026-12-24..12-27、12月24日到27日、下周、周五到周日、12月24日起三天",
    "a day or some days, such as 2026-12-24..12-27, 24 Dec to 27 Dec, next week, Fri to Sun or 24 Dec for 3 days",
);
const EXPECTED_MOMENT: Text = Text::new(
    "日期、时间或两者，如 2026-12-27、14:00、2026-12-27T14:00",
    "a date, a time or both, such as 2026-12-27, 14:00 or 2026-12-27T14:00",
);

/// What separates the two ends of a span.
const BETWEEN: [&str; 10] = ["..", "…", "到", "至", " to ", " through ", "～", "~", "—", "–"];

/// The months in English by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The months by their Chinese numbers.
const CHINESE: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/// How many days a day has just passed.
const JUST: i32 = 31;

/// The parts of a date; what was left out is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts {
    year: Option<i32>,
    month: Option<i32>,
    day: i32,
}

impl Day {
    /// The day that is meant: `2026-12-24`, `12-24`, `2026年12月24日`, `24 Dec`, `明天`, `下周三`.
    pub fn typed(text: &str, today: Self) -> Result<Self, ValueError> {
        typed(text, today).ok_or_else(|| {
            let is_date = parts(text).is_some_and(|parts| parts.month.is_some());
            ValueError::new(if is_date { NO_SUCH_DAY } else { EXPECTED })
        })
    }

    /// The first and the last of some days: `2026-12-24..12-27`, `12月24日到27日`, `周五到周日`, `下周`, `24 Dec to 2 Jan`,
    /// `24 Dec for 3 days`, or one day.
    pub fn span_typed(text: &str, today: Self) -> Result<(Self, Self), ValueError> {
        let wrong = || ValueError::new(EXPECTED_SPAN);
        let text = text.trim().to_lowercase();
        let text = text.strip_prefix('从').or_else(|| text.strip_prefix("from ")).unwrap_or(&text);
        if let Some(span) = spoken::span(text, today, |day| since(day, today)) {
            return Ok(span);
        }
        let Some((first, last)) = BETWEEN.iter().find_map(|between| text.split_once(between)) else {
            return since(text, today).map(|day| (day, day)).ok_or_else(wrong);
        };
        let first = since(first, today).ok_or_else(wrong)?;
        let last = match parts(last) {
            Some(Parts { year: None, month, day }) => {
                let (year, own, _) = first.ymd();
                let month = month.unwrap_or(own);
                let same_year = Self::from_ymd(year, month, day).filter(|day| *day >= first);
                same_year.or_else(|| Self::from_ymd(year + 1, month, day)).ok_or_else(wrong)?
            }
            _ => {
                let coming = spoken::weekday(last.trim(), first).filter(|_| typed(last, today) < Some(first));
                coming.or_else(|| typed(last, today)).ok_or_else(wrong)?
            }
        };
        match first <= last {
            true => Ok((first, last)),
            false => Err(wrong().near(format!("{last}..{first}"))),
        }
    }

    /// A day, a time, or a day with a time: `2026-12-27T14:00`, `12月27日 14:00`, `14:00`.
    pub fn moment_typed(text: &str, today: Self) -> Result<(Option<Self>, Option<Clock>), ValueError> {
        let wrong = || ValueError::new(EXPECTED_MOMENT);
        let text = fold_width(text.trim());
        let Some(colon) = text.find(':') else { return Ok((Some(typed(&text, today).ok_or_else(wrong)?), None)) };
        let hours = text[..colon].chars().rev().take_while(char::is_ascii_digit).count();
        let (day, time) = text.split_at(colon - hours);
        // seconds, as TOML writes them
        let time = time.strip_suffix(":00").filter(|time| time.contains(':')).unwrap_or(time);
        let time: Clock = time.parse().map_err(|_| wrong())?;
        let day = day.trim_end();
        // the T of TOML, not that of Sat
        let before = day.strip_suffix(['T', 't']).filter(|day| day.ends_with(|c: char| c.is_ascii_digit()));
        let day = before.unwrap_or(day);
        if day.is_empty() {
            return Ok((None, Some(time)));
        }
        Ok((Some(typed(day, today).ok_or_else(wrong)?), Some(time)))
    }
}

impl Month {
    /// The month that is meant: `2026-12`, `12月`, `十二月`, `Dec 2026`, `next`, `下个月`; without a year the one that comes
    /// next, or this one.
    pub fn typed(text: &str, today: Day) -> Result<Self, ValueError> {
        let this = today.month();
        let text = fold_width(text.trim()).to_lowercase();
        match text.as_str() {
            "this" | "this month" | "本月" | "这个月" => return Ok(this),
            "next" | "next month" | "下月" | "下个月" => return Ok(Self(this.0 + 1)),
            _ => {}
        }
        let text = text.trim_end_matches('份').trim_end_matches('月').trim();
        let pieces: Vec<&str> = text.split(['-', '/', '.', '年', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
        let found = match pieces[..] {
            [month] => month_of(month).map(|month| Self::new(this.year() + i32::from(month < this.month()), month)),
            [one, other] => {
                let year = |piece: &str| number(piece).filter(|year| piece.len() == 4 && *year > 0);
                let (year, month) = if year(one).is_some() { (year(one), other) } else { (year(other), one) };
                year.zip(month_of(month)).map(|(year, month)| Self::new(year, month))
            }
            _ => None,
        };
        found.filter(|_| !text.starts_with('-')).ok_or_else(|| ValueError::new(EXPECTED_MONTH))
    }
}

/// A number of digits only.
fn number(text: &str) -> Option<i32> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A month by its English name, or the beginning of it.
fn named(text: &str) -> Option<i32> {
    let is_it = |month: &str| text.starts_with(month) && text.chars().all(|c| c.is_ascii_alphabetic());
    MONTHS.iter().position(|month| is_it(month)).map(|at| at as i32 + 1)
}

/// A month by its number or name in either language.
fn month_of(text: &str) -> Option<i32> {
    let chinese = || CHINESE.iter().position(|month| *month == text).map(|at| at as i32 + 1);
    number(text).filter(|month| (1..=12).contains(month)).or_else(|| named(text)).or_else(chinese)
}

fn typed(text: &str, today: Day) -> Option<Day> {
    if let Some(day) = spoken::day(&text.trim().to_lowercase(), today) {
        return Some(day);
    }
    let parts = parts(text)?;
    let month = parts.month?;
    match parts.year {
        Some(year) => Day::from_ymd(year, month, parts.day),
        // eight years on there is a leap day even around 2100
        None => (today.year()..=today.year() + 8)
            .filter_map(|year| Day::from_ymd(year, month, parts.day))
            .find(|day| *day >= today),
    }
}

/// The day that is meant where it may have passed: without a year, one of the last weeks rather than of next year.
fn since(text: &str, today: Day) -> Option<Day> {
    let is_without_year = parts(text).is_some_and(|parts| parts.year.is_none());
    let passed = typed(text, today.plus(-JUST)).filter(|day| is_without_year && *day < today);
    passed.or_else(|| typed(text, today))
}

fn parts(text: &str) -> Option<Parts> {
    let text = fold_width(text.trim()).to_lowercase();
    let text = text.trim_end_matches(['日', '号']);
    if text.starts_with('-') || text.ends_with('-') {
        return None;
    }
    let pieces: Vec<&str> =
        text.split(['-', '/', '.', '年', '月', ' ', ',']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let is_year = |piece: &&str| piece.len() == 4;
    if let Some(at) = pieces.iter().position(|piece| named(piece).is_some()) {
        let month = named(pieces[at]);
        let rest: Vec<&str> = pieces.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, p)| *p).collect();
        let year = match rest.iter().find(|piece| is_year(piece)) {
            Some(year) => Some(number(year)?),
            None => None,
        };
        let mut days = rest.iter().filter(|piece| !is_year(piece));
        let day = number(days.next()?)?;
        return days.next().is_none().then_some(Parts { year, month, day });
    }
    match pieces[..] {
        [year, month, day] if is_year(&year) => {
            Some(Parts { year: Some(number(year)?), month: Some(number(month)?), day: number(day)? })
        }
        [month, day] if !is_year(&month) => Some(Parts { year: None, month: Some(number(month)?), day: number(day)? }),
        [day] => Some(Parts { year: None, month: None, day: number(day)? }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-11-22".parse().expect("a day")
    }

    #[test]
    fn days_are_read_in_both_languages() {
        for (text, day) in [
            ("2026-12-24", "2026-12-24"),
            ("2026/12/24", "2026-12-24"),
            ("12-24", "2026-12-24"),
            ("11-22", "2026-11-22"),
            ("11-21", "2027-11-21"),
            ("2-29", "2028-02-29"),
            ("2026年12月24日", "2026-12-24"),
            ("１２月２４号", "2026-12-24"),
            ("24 Dec", "2026-12-24"),
            ("Dec 24, 2027", "2027-12-24"),
            ("24 december 2026", "2026-12-24"),
            ("今天", "2026-11-22"),
            ("Tomorrow", "2026-11-23"),
        ] {
            assert_eq!(Day::typed(text, today()).map(|day| day.to_string()).as_deref(), Ok(day), "{text}");
        }
        for wrong in ["", "salon", "12", "2026-13-01", "2026-12", "2-30", "24 Dec 3", "-1-2-", "weekly-review"] {
            assert!(Day::typed(wrong, today()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn months_are_read_in_both_languages() {
        for (text, month) in [
            ("2026-12", "2026-12"),
            ("12", "2026-12"),
            ("11", "2026-11"),
            ("1", "2027-01"),
            ("12月", "2026-12"),
            ("十二月", "2026-12"),
            ("一月份", "2027-01"),
            ("2027年3月", "2027-03"),
            ("2027/03", "2027-03"),
            ("Dec", "2026-12"),
            ("january", "2027-01"),
            ("Feb 2028", "2028-02"),
            ("next", "2026-12"),
            ("下个月", "2026-12"),
            ("This month", "2026-11"),
        ] {
            assert_eq!(Month::typed(text, today()).map(|month| month.to_string()).as_deref(), Ok(month), "{text}");
        }
        for wrong in ["", "0", "13", "2026-13", "2026-12-01", "12月24日", "24 Dec", "十三月", "soon", "月", "-12"]
        {
            assert!(Month::typed(wrong, today()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_end_of_a_span_takes_what_it_lacks_from_its_start() {
        for (text, first, last) in [
            ("2026-12-24..2026-12-27", "2026-12-24", "2026-12-27"),
            ("2026-12-24..12-27", "2026-12-24", "2026-12-27"),
            ("12-24..12-27", "2026-12-24", "2026-12-27"),
            ("12-30..01-02", "2026-12-30", "2027-01-02"),
            ("11-21", "2026-11-21", "2026-11-21"),
            ("20 Nov to 3 Dec", "2026-11-20", "2026-12-03"),
            ("10-22..10-23", "2026-10-22", "2026-10-23"),
            ("10-21", "2027-10-21", "2027-10-21"),
            ("2027-12-30..1-2", "2027-12-30", "2028-01-02"),
            ("12月24日到27日", "2026-12-24", "2026-12-27"),
            ("12月24日至1月2日", "2026-12-24", "2027-01-02"),
            ("24 Dec to 27 Dec", "2026-12-24", "2026-12-27"),
            ("12-24～12-27", "2026-12-24", "2026-12-27"),
            ("2026-12-24", "2026-12-24", "2026-12-24"),
            ("从12月24日到27日", "2026-12-24", "2026-12-27"),
            ("周五到周日", "2026-11-27", "2026-11-29"),
            ("Fri to Sun", "2026-11-27", "2026-11-29"),
            ("tomorrow to Wed", "2026-11-23", "2026-11-25"),
            ("今天到后天", "2026-11-22", "2026-11-24"),
            ("12-24 through Next Fri", "2026-12-24", "2027-01-01"),
            ("12月24日起三天", "2026-12-24", "2026-12-26"),
            ("24 Dec for 3 days", "2026-12-24", "2026-12-26"),
            ("下周", "2026-11-23", "2026-11-29"),
        ] {
            let span = Day::span_typed(text, today()).map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(span, Ok((first.to_owned(), last.to_owned())), "{text}");
        }
        let turned = Day::span_typed("2026-12-27..2026-12-24", today()).map_err(|error| error.near);
        assert_eq!(turned, Err(Some("2026-12-24..2026-12-27".to_owned())));
        for wrong in ["", "..", "后天到明天", "12-24..", "..12-27", "soon", "12-24..12-27..12-28"] {
            assert!(Day::span_typed(wrong, today()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn moments_are_days_times_or_both() {
        let read = |text: &str| {
            let moment = Day::moment_typed(text, today()).ok()?;
            Some((moment.0.map(|day| day.to_string()), moment.1.map(|time| time.to_string())))
        };
        let both = |day: &str, time: &str| Some((Some(day.to_owned()), Some(time.to_owned())));
        assert_eq!(read("2026-12-27T14:00"), both("2026-12-27", "14:00"));
        assert_eq!(read("2026-12-27T14:00:00"), both("2026-12-27", "14:00"));
        assert_eq!(read("2026-12-27 9:30"), both("2026-12-27", "09:30"));
        assert_eq!(read("12月27日１４：００"), both("2026-12-27", "14:00"));
        assert_eq!(read("27 Dec 14:00"), both("2026-12-27", "14:00"));
        assert_eq!(read("24 Oct 14:00"), both("2027-10-24", "14:00"));
        assert_eq!(read("Sat 14:00"), both("2026-11-28", "14:00"));
        assert_eq!(read("下周六14:00"), both("2026-11-28", "14:00"));
        assert_eq!(read("14:00"), Some((None, Some("14:00".to_owned()))));
        assert_eq!(read("2026-12-27"), Some((Some("2026-12-27".to_owned()), None)));
        for wrong in ["", ":", "25:00", "soon", "2026-12-27T", "soon 14:00", "2026-12-27T14:00:30"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
