//! The small words of both languages: numbers, weekdays, months, festivals and terms.

use std::ops::Range;

use super::scan::{Cursor, is_han};
use super::{Anchor, WeekdaySet};
use crate::knowledge::{FESTIVALS, TERMS};
use crate::value::Weekday;

/// The months in English, short.
pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const MONTH_WORDS: &[(&str, u8)] = &[
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

const COUNTS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("a", 1),
    ("an", 1),
];

const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
];

/// A month by its English name, a full stop behind a short one allowed.
pub(super) fn month_en(s: &mut Cursor<'_>) -> Option<u8> {
    let month = s.word_of(MONTH_WORDS)?;
    s.eat(".");
    Some(month)
}

/// A count in English: digits, `two`, `a`.
pub(super) fn count_en(s: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *s;
    let count = ahead.word_of(COUNTS).or_else(|| ahead.digits())?;
    if ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    *s = ahead;
    Some(count)
}

/// An ordinal in English: `1st`, `first`.
pub(super) fn ordinal_en(s: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *s;
    let number = match ahead.word_of(ORDINALS) {
        Some(number) => number,
        None => ahead.digits().filter(|_| ahead.eat_words(&["st", "nd", "rd", "th"]))?,
    };
    *s = ahead;
    Some(number)
}

/// A weekday in English, short, full or plural; `weekend` is two of them.
pub(super) fn weekday_en(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    if s.eat_words(&["weekends", "weekend"]) {
        return Some(WeekdaySet::WEEKEND);
    }
    let mut ahead = *s;
    let word = ahead.run(|c| c.is_ascii_lowercase());
    let stem = word.strip_suffix("days").or_else(|| word.strip_suffix("day")).unwrap_or(word);
    let day = match (stem, stem == word) {
        ("mon", _) => Weekday::Mon,
        ("tues", _) | ("tue", true) => Weekday::Tue,
        ("wednes", false) | ("wed" | "weds", true) => Weekday::Wed,
        ("thurs", _) | ("thu" | "thur", true) => Weekday::Thu,
        ("fri", _) => Weekday::Fri,
        ("satur", false) | ("sat", true) => Weekday::Sat,
        ("sun", _) => Weekday::Sun,
        _ => return None,
    };
    if ahead.peek().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    ahead.eat(".");
    *s = ahead;
    Some(WeekdaySet::EMPTY.with(day))
}

/// The character of a weekday behind 周, or its digit 1 to 7.
pub(super) fn weekday_char(s: &mut Cursor<'_>) -> Option<Weekday> {
    let c = s.peek()?;
    let mut ahead = *s;
    ahead.at += c.len_utf8();
    let index = match c {
        '一' => 0,
        '二' => 1,
        '三' => 2,
        '四' => 3,
        '五' => 4,
        '六' => 5,
        '日' | '天' => 6,
        '1'..='7' if !ahead.peek().is_some_and(|next| next.is_ascii_digit() || ":点时".contains(next)) => {
            c as i32 - '1' as i32
        }
        _ => return None,
    };
    *s = ahead;
    Some(Weekday::from_index(index))
}

/// A weekday in Chinese with its 周, 星期 or 礼拜; 周末 is two of them; an English one does too.
pub(super) fn weekday_zh(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    if !ahead.eat_any(&["周", "星期", "礼拜"]) {
        return weekday_en(s);
    }
    let days = if ahead.eat("末") { WeekdaySet::WEEKEND } else { WeekdaySet::EMPTY.with(weekday_char(&mut ahead)?) };
    *s = ahead;
    Some(days)
}

/// A number in digits or Chinese numerals up to 九十九.
pub(super) fn number_zh(s: &mut Cursor<'_>) -> Option<u32> {
    if let Some(number) = s.digits() {
        return Some(number);
    }
    let tens = match s.peek()? {
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    };
    if let Some(tens) = tens {
        s.at += '廿'.len_utf8();
        return Some(tens + numeral(s).unwrap_or(0));
    }
    let first = numeral(s);
    if s.eat("十") {
        return Some(first.unwrap_or(1) * 10 + numeral(s).unwrap_or(0));
    }
    first
}

/// One Chinese numeral, 零 to 九.
fn numeral(s: &mut Cursor<'_>) -> Option<u32> {
    let c = s.peek()?;
    let value = match c {
        '两' => 2,
        c => "零一二三四五六七八九".chars().position(|digit| digit == c)?,
    };
    s.at += c.len_utf8();
    Some(value as u32)
}

/// A number of 1 to 99 in Chinese numerals.
pub(super) fn numeral_zh(n: u32) -> String {
    let digit = |n: u32| "零一二三四五六七八九".chars().nth(n as usize % 10).map(String::from).unwrap_or_default();
    match (n / 10, n % 10) {
        (0, ones) => digit(ones),
        (tens, ones) => {
            let tens = if tens == 1 { String::new() } else { digit(tens) };
            format!("{tens}十{}", if ones == 0 { String::new() } else { digit(ones) })
        }
    }
}

/// The festival or term whose name lies ahead, the longest in either language; a term before a festival of its name.
pub(super) fn named(s: &mut Cursor<'_>) -> Option<Anchor> {
    let rest = s.rest();
    let mut best: Option<(usize, Anchor)> = None;
    let mut offer = |name: &str, anchor: fn(usize) -> Anchor, index: usize| {
        if best.as_ref().is_none_or(|(length, _)| name.len() > *length) && begins_with_name(rest, name) {
            best = Some((name.len(), anchor(index)));
        }
    };
    for (index, name) in TERMS.iter().enumerate() {
        offer(name.zh, Anchor::Term, index);
        offer(name.en, Anchor::Term, index);
    }
    for (index, festival) in FESTIVALS.iter().enumerate() {
        for name in [festival.name.zh, festival.name.en].into_iter().chain(festival.also.iter().copied()) {
            offer(name, |index| Anchor::Festival(&FESTIVALS[index]), index);
        }
    }
    let (length, anchor) = best?;
    s.at += length;
    Some(anchor)
}

/// Whether a folded text begins with a name and not with something longer: 十一 but not 十一月.
fn begins_with_name(rest: &str, name: &str) -> bool {
    let is_name = |start: &[u8]| start.eq_ignore_ascii_case(name.as_bytes());
    if !rest.as_bytes().get(..name.len()).is_some_and(is_name) {
        return false;
    }
    let next = rest[name.len()..].chars().next();
    !next.is_some_and(|c| {
        if name.ends_with(is_han) {
            "月日号点时分周个".contains(c)
        } else {
            c.is_ascii_alphanumeric() || c == '-'
        }
    })
}

/// The run of characters of an id ahead.
pub(super) fn id<'a>(s: &mut Cursor<'a>) -> (&'a str, Range<usize>) {
    let start = s.at;
    let id = s.run(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (id, start..s.at)
}

/// Whether an id, written alone, would be read as something else.
pub(super) fn is_taken(id: &str) -> bool {
    let digit = id.starts_with(|c: char| c.is_ascii_digit());
    digit || matches!(id, "item" | "the" | "noon" | "midday" | "midnight") || named(&mut Cursor::new(id)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers_are_read_as_they_are_printed() {
        for n in 1..100 {
            let mut text = numeral_zh(n);
            assert_eq!(number_zh(&mut Cursor::new(&text)), Some(n), "{text}");
            text.push('点');
            assert_eq!(number_zh(&mut Cursor::new(&text)), Some(n), "{text}");
        }
        assert_eq!(number_zh(&mut Cursor::new("廿八")), Some(28));
        assert_eq!(number_zh(&mut Cursor::new("卅一")), Some(31));
        assert_eq!(number_zh(&mut Cursor::new("百")), None);
        assert_eq!([9, 10, 11, 20, 21].map(numeral_zh), ["九", "十", "十一", "二十", "二十一"]);
    }

    #[test]
    fn the_longest_name_wins_and_ends_at_a_boundary() {
        let name = |text: &str| named(&mut Cursor::new(text));
        assert_eq!(name("清明"), Some(Anchor::Term(6)));
        assert!(matches!(name("清明节"), Some(Anchor::Festival(f)) if f.name.en == "Qingming Festival"));
        assert!(matches!(name("new year's eve (lunar)"), Some(Anchor::Festival(f)) if f.name.zh == "除夕"));
        assert_eq!(name("十一月"), None);
        assert_eq!(name("christmas-party"), None);
        assert!(is_taken("halloween") && is_taken("item") && !is_taken("salon"));
    }

    #[test]
    fn weekdays_have_many_names() {
        for word in ["wed", "weds", "wednesday", "wednesdays"] {
            assert_eq!(weekday_en(&mut Cursor::new(word)), Some(WeekdaySet::of(&[Weekday::Wed])), "{word}");
        }
        for word in ["we", "wednes", "money", "saturn", "day", "sunny", "mon3"] {
            assert_eq!(weekday_en(&mut Cursor::new(word)), None, "{word}");
        }
        for word in ["周日", "周天", "星期日", "礼拜天", "周7"] {
            assert_eq!(weekday_zh(&mut Cursor::new(word)), Some(WeekdaySet::of(&[Weekday::Sun])), "{word}");
        }
    }
}
