//! Days and spans of days in words: `下周三`, `本周末`, `12月24日起三天`, `next week`, `24 Dec for 3 days`.
//!
//! A week begins on Monday; "next" is the one after this. Texts come in lower case, without space around them.
//! May not: read the clock; today is given.

use super::{Day, Month, Weekday};

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NUMBERS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Which week a weekday belongs to: the coming one of its name, that of this week, or of the next.
const WEEKS: [(&str, Option<i32>); 14] = [
    ("下个星期", Some(1)),
    ("下星期", Some(1)),
    ("下礼拜", Some(1)),
    ("下周", Some(1)),
    ("这个星期", Some(0)),
    ("这星期", Some(0)),
    ("本星期", Some(0)),
    ("这周", Some(0)),
    ("本周", Some(0)),
    ("next ", Some(1)),
    ("this ", Some(0)),
    ("星期", None),
    ("礼拜", None),
    ("周", None),
];

/// A day that is not said by its date.
pub(super) fn day(text: &str, today: Day) -> Option<Day> {
    match text {
        "today" | "今天" => Some(today),
        "tomorrow" | "明天" => Some(today.plus(1)),
        "the day after tomorrow" | "后天" => Some(today.plus(2)),
        "大后天" => Some(today.plus(3)),
        _ => weekday(text, today),
    }
}

/// A weekday: without more the first from a day on, else that of this or the next week.
pub(super) fn weekday(text: &str, from: Day) -> Option<Day> {
    let (week, name) =
        WEEKS.iter().find_map(|(word, week)| Some((*week, text.strip_prefix(word)?))).unwrap_or((None, text));
    let index = match name {
        "日" | "天" => Some(6),
        _ => "一二三四五六".chars().position(|c| name.strip_prefix(c) == Some("")),
    };
    let index = index.filter(|_| name.len() < text.len());
    let english = || NAMES.iter().position(|known| name.len() >= 3 && known.starts_with(name));
    let wanted = Weekday::from_index(i32::try_from(index.or_else(english)?).ok()?);
    Some(match week {
        Some(weeks) => from.monday().plus(7 * weeks + wanted.index()),
        None => from.plus((wanted.index() - from.weekday().index()).rem_euclid(7)),
    })
}

/// Days that are not said by their first and last; what is of this week or month begins today.
pub(super) fn span(text: &str, today: Day, typed: impl Fn(&str) -> Option<Day>) -> Option<(Day, Day)> {
    let (monday, month) = (today.monday(), today.month());
    let next = Month(month.0 + 1);
    let (first, last) = match text {
        "本周" | "这周" | "本星期" | "这星期" | "这个星期" | "this week" => (today, monday.plus(6)),
        "下周" | "下星期" | "下个星期" | "next week" => (monday.plus(7), monday.plus(13)),
        "周末" | "本周末" | "这周末" | "这个周末" | "weekend" | "the weekend" | "this weekend" => {
            (monday.plus(5).max(today), monday.plus(6))
        }
        "下周末" | "下个周末" | "next weekend" => (monday.plus(12), monday.plus(13)),
        "本月" | "这个月" | "this month" => (today, month.last()),
        "下月" | "下个月" | "next month" => (next.first(), next.last()),
        _ => return counted(text, typed),
    };
    Some((first, last))
}

/// A first day and how many there are.
fn counted(text: &str, typed: impl Fn(&str) -> Option<Day>) -> Option<(Day, Day)> {
    let between = ["起", "开始", " for "].iter().find_map(|word| text.split_once(word));
    let (first, days) = match (between, text.split_once(" from ")) {
        (Some((first, length)), _) => (first, days(length)?),
        (None, Some((length, first))) => (first, days(length)?),
        (None, None) => return None,
    };
    let first = typed(first)?;
    Some((first, first.plus(days - 1)))
}

/// `3天`, `两周`, `a week`, `10 days`; ten years at most.
fn days(text: &str) -> Option<i32> {
    let text = text.trim();
    let at = text.find(['天', '周', 'd', 'w'])?;
    let (number, unit) = text.split_at(at);
    let unit = match unit {
        "天" | "day" | "days" => 1,
        "周" | "week" | "weeks" => 7,
        _ => return None,
    };
    let number = match number.trim() {
        "两" => 2,
        "a" | "one" => 1,
        word => match NUMBERS.iter().position(|c| word.strip_prefix(*c) == Some("")) {
            Some(at) => i32::try_from(at).ok()? + 1,
            None => word.parse().ok()?,
        },
    };
    (1..=3660).contains(&number).then_some(number * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Sunday.
    fn today() -> Day {
        "2026-11-22".parse().expect("a day")
    }

    #[test]
    fn weekdays_come_next_or_belong_to_a_week() {
        for (text, expected) in [
            ("周日", "2026-11-22"),
            ("周一", "2026-11-23"),
            ("星期六", "2026-11-28"),
            ("礼拜天", "2026-11-22"),
            ("本周五", "2026-11-20"),
            ("下周五", "2026-11-27"),
            ("下个星期一", "2026-11-23"),
            ("fri", "2026-11-27"),
            ("next wednesday", "2026-11-25"),
            ("this sat", "2026-11-21"),
            ("后天", "2026-11-24"),
            ("the day after tomorrow", "2026-11-24"),
        ] {
            assert_eq!(day(text, today()).map(|day| day.to_string()).as_deref(), Some(expected), "{text}");
        }
        for wrong in ["", "周", "一", "日", "周八", "下周", "next", "fr", "friday night", "周一二"] {
            assert_eq!(day(wrong, today()), None, "{wrong}");
        }
    }

    #[test]
    fn weeks_months_and_counted_days_are_spans() {
        // a Wednesday
        let wednesday: Day = "2026-12-23".parse().expect("a day");
        let typed = |text: &str| (text == "x").then_some(wednesday);
        for (text, first, last) in [
            ("本周", "2026-12-23", "2026-12-27"),
            ("next week", "2026-12-28", "2027-01-03"),
            ("周末", "2026-12-26", "2026-12-27"),
            ("下周末", "2027-01-02", "2027-01-03"),
            ("this month", "2026-12-23", "2026-12-31"),
            ("下个月", "2027-01-01", "2027-01-31"),
            ("x起三天", "2026-12-23", "2026-12-25"),
            ("x开始10天", "2026-12-23", "2027-01-01"),
            ("x起两周", "2026-12-23", "2027-01-05"),
            ("x for 3 days", "2026-12-23", "2026-12-25"),
            ("a week from x", "2026-12-23", "2026-12-29"),
            ("x for 1 day", "2026-12-23", "2026-12-23"),
        ] {
            let span = span(text, wednesday, typed).map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(span, Some((first.to_owned(), last.to_owned())), "{text}");
        }
        for wrong in
            ["", "x", "x起", "x起零天", "x for days", "y起三天", "x for 99999 days", "3 days", "x for 3 weeks off"]
        {
            assert_eq!(span(wrong, wednesday, typed), None, "{wrong}");
        }
    }
}
