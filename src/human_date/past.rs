//! A day that is over: `Mar 28`, `since March`, `今年三月`, `March 2026`, `2024`. Without a year it is the latest that has passed.

use super::{day, month, relative, written};
use crate::language::Text;
use crate::value::{Day, Folded, Length, Month, ValueError};

const EXPECTED: Text = Text::new(
    "已经过去的一天或一个月，如 2026-03-28、2026年3月",
    "a past day or month, such as 2026-03-28 or March 2026",
);

/// Words before a day or a month that add nothing to it.
const BEFORE: [&str; 9] = ["since ", "from ", "in ", "on ", "last ", "自", "从", "去年的", "今年的"];
/// The same behind it.
const BEHIND: [&str; 9] = ["以来", "开始", "份", "左右", "起", "的时候", "吧", "前后", "的样子"];

/// The day that is meant; of a month or a year its first.
pub fn past_day(text: &str, today: Day) -> Result<Day, ValueError> {
    let folded = Folded::new(text.trim());
    let mut text = folded.text().trim();
    if let Some(day) = ago(text, today) {
        return Ok(day);
    }
    let (mut year, mut is_older) = (None, false);
    let years = [("this year", 0), ("last year", 1), ("今年", 0), ("去年", 1), ("前年", 2)];
    loop {
        // last year, not the last of something
        if let Some((rest, ago)) = years
            .iter()
            .find_map(|(word, ago)| text.strip_prefix(word).or_else(|| text.strip_suffix(word)).map(|rest| (rest, ago)))
        {
            year = Some(today.year() - ago);
            text = rest.trim().trim_matches(',').trim();
        } else if let Some(rest) = BEFORE.iter().find_map(|word| text.strip_prefix(word)) {
            is_older |= text.starts_with("last ");
            text = rest.trim();
        } else if let Some(rest) = BEHIND.iter().find_map(|word| text.strip_suffix(word)) {
            text = rest.trim();
        } else {
            break;
        }
    }
    let is_number = text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
    if let Some(year) = text
        .trim_end_matches('年')
        .parse()
        .ok()
        .filter(|_| is_number || text.ends_with('年'))
        .or(year.filter(|_| text.is_empty()))
    {
        return Day::from_ymd(year, 1, 1).ok_or_else(|| ValueError::new(EXPECTED));
    }
    if let Some(year) = year {
        let dated = format!("{year}-");
        let first = Day::from_ymd(year, 1, 1).ok_or_else(|| ValueError::new(EXPECTED))?;
        return match written::read(text) {
            Some(date) if date.year.is_none() => date.on_or_after(first),
            _ => month(text, first).map(Month::first).map_err(|_| ValueError::new(EXPECTED).near(dated)),
        };
    }
    if let Some(date) = written::read(text).filter(|date| date.year.is_none()) {
        // the leap day is eight years apart around 2100
        let days = (1..=9).map(|years| date.on_or_after(today.plus(1 - 365 * years)));
        let mut past = days.filter(|day| day.as_ref().map_or(true, |day| *day <= today));
        return past.next().unwrap_or_else(|| Err(ValueError::new(EXPECTED)));
    }
    // a weekday, a festival
    match day(text, today) {
        Ok(day) if day <= today => return Ok(day),
        Ok(_) if relative::weekday(text, today).is_some() => {
            return Ok(relative::weekday(text, today.plus(-6)).unwrap_or(today));
        }
        Ok(later) => return Ok(later),
        Err(error) if !error.near.is_empty() => return Err(error),
        Err(_) => {}
    }
    let month = month(text, today).map_err(|_| ValueError::new(EXPECTED))?;
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let is_next = !has_year && (month > today.month() || is_older && month == today.month());
    Ok(if is_next { Month(month.0 - 12) } else { month }.first())
}

/// `2 years ago`, 两年前, `three months ago`: so long before a day.
fn ago(text: &str, today: Day) -> Option<Day> {
    let length = ["ago", "以前", "之前", "前"].iter().find_map(|word| text.strip_suffix(word))?.trim();
    match length.strip_prefix("about ").unwrap_or(length).parse().ok()? {
        Length::Days(days) if days > 0 => Some(today.plus(-days)),
        Length::Months(months) if months > 0 => Some(today.plus_months(-months)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_is_meant_in_its_latest_year() {
        let today: Day = "2026-11-29".parse().expect("a day");
        for (text, expected) in [
            ("Mar 28", "2026-03-28"),
            ("3月28日", "2026-03-28"),
            ("3/28/2026", "2026-03-28"),
            ("28 March 2025", "2025-03-28"),
            ("Nov 29", "2026-11-29"),
            ("Dec 1", "2025-12-01"),
            ("12月1号", "2025-12-01"),
            ("2-29", "2024-02-29"),
            ("since March", "2026-03-01"),
            ("in march", "2026-03-01"),
            ("March", "2026-03-01"),
            ("last March", "2026-03-01"),
            ("since last december", "2025-12-01"),
            ("December", "2025-12-01"),
            ("March 2026", "2026-03-01"),
            ("2026年3月", "2026-03-01"),
            ("今年三月", "2026-03-01"),
            ("今年3月28日", "2026-03-28"),
            ("去年12月", "2025-12-01"),
            ("去年三月份吧", "2025-03-01"),
            ("三月份开始", "2026-03-01"),
            ("从3月起", "2026-03-01"),
            ("2024", "2024-01-01"),
            ("2024年", "2024-01-01"),
            ("last year", "2025-01-01"),
            ("去年", "2025-01-01"),
            ("2026-03-28", "2026-03-28"),
            ("yesterday", "2026-11-28"),
            ("昨天", "2026-11-28"),
            ("2 years ago", "2024-11-29"),
            ("两年前", "2024-11-29"),
            ("3个月前", "2026-08-29"),
        ] {
            assert_eq!(past_day(text, today).map(|day| day.to_string()), Ok(expected.to_owned()), "{text}");
        }
        for text in ["", "long ago", "很久了", "2026-13-01"] {
            assert!(past_day(text, today).is_err(), "{text}");
        }
    }
}
