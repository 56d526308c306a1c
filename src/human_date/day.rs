//! One day, with or without its year.

use super::{month, relative, written};
use crate::language::Text;
use crate::value::{Day, Folded, Month, ValueError};

const EXPECTED: Text =
    Text::new("日期，如 2026-12-24、12月24日、下周三", "a date, such as 2026-12-24, 24 Dec or next Wed");

/// The day that is meant: `2026-12-24`, `12-24`, `2026年12月24日`, `24 Dec`, `12/21/2026`, `明天`, `下周三`, `Christmas`.
pub fn day(text: &str, today: Day) -> Result<Day, ValueError> {
    find(text, today)?.ok_or_else(|| ValueError::new(EXPECTED))
}

/// The two days that `3/12` may be, where nothing says whether the month or the day comes first: that with the month first,
/// then the other.
pub fn two_days(text: &str, today: Day) -> Option<[Day; 2]> {
    let (first, second) = text.split_once('/')?;
    let number = |part: &str| part.parse::<i32>().ok().filter(|number| (1..=12).contains(number) && part.len() <= 2);
    let (first, second) = (number(first)?, number(second)?);
    let day = |month: i32, day: i32| find(&format!("{month}-{day}"), today).ok().flatten();
    (first != second).then_some([day(first, second)?, day(second, first)?])
}

/// A day whose date does not depend on today, as it says its year.
pub fn full_date(text: &str) -> Result<Day, ValueError> {
    let expected = Text::new("带年份的日期，如 2026-12-24", "a date with its year, such as 2026-12-24");
    let [early, late] = [Day(0), Day(4000)].map(|today| find(text, today));
    match (early?, late?) {
        (Some(early), Some(late)) if early == late => Ok(early),
        _ => Err(ValueError::new(expected)),
    }
}

/// The day of a text; none where it is no date at all.
pub(super) fn find(text: &str, today: Day) -> Result<Option<Day>, ValueError> {
    let folded = Folded::new(text.trim());
    let text = folded.text().trim();
    let text = text.strip_prefix("on ").unwrap_or(text);
    let named = relative::day(text, today).or_else(|| relative::festival(text, today));
    match named.or_else(|| end_of_month(text, today)).or_else(|| end_of_year(text, today)) {
        Some(day) => Ok(Some(day)),
        None => match of_year(text, today) {
            Some(day) => Ok(Some(day)),
            None => written::day(text, today),
        },
    }
}

/// A day of a year that a word says: 明年6月30日, 明年春节, `30 June next year`.
fn of_year(text: &str, today: Day) -> Option<Day> {
    let (Some(years), rest) = month::without_year_word(text) else { return None };
    let year = today.ymd().0 + years;
    let first = Month::new(year, 1).first();
    if ["end of", "the end of"].contains(&rest) {
        return Some(Month::new(year, 12).last());
    }
    let named = relative::festival(rest, first).or_else(|| end_of_year(rest, first));
    named.or_else(|| written::day(rest, first).ok().flatten()).filter(|day| day.ymd().0 == year)
}

/// The last day of the year: 年底, `end of the year`.
fn end_of_year(text: &str, today: Day) -> Option<Day> {
    const WORDS: [&str; 7] =
        ["年底", "年末", "年终", "end of the year", "end of year", "year end", "the end of the year"];
    WORDS.contains(&text).then(|| Month::new(today.ymd().0, 12).last())
}

/// The last day of a month: 月底, `6月底`, 明年6月底, `end of June 2027`.
fn end_of_month(text: &str, today: Day) -> Option<Day> {
    if ["月底", "月末", "end of the month", "end of month", "month end", "the end of the month"].contains(&text) {
        return Some(today.month().last());
    }
    let chinese = ["月底", "月末"].iter().find_map(|end| text.strip_suffix(end)).map(|month| format!("{month}月"));
    let english = ["the end of ", "end of "].iter().find_map(|end| text.strip_prefix(end)).map(str::to_owned);
    super::month(chinese.or(english)?.trim(), today).ok().map(Month::last)
}
