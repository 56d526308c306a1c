//! Names of months and weekdays as they are written.

use super::cursor::Cursor;
use super::day::Weekday;
use super::lexicon::{MONTH_WORDS, WEEK, WEEKDAY_NUMERALS, WEEKDAY_WORDS};
use super::weekdays::WeekdaySet;

/// A month by its English name, a full stop behind a short one allowed.
pub(crate) fn month_en(s: &mut Cursor<'_>) -> Option<u8> {
    let month = s.word_of(MONTH_WORDS)?;
    s.eat(".");
    Some(month)
}

/// A weekday in English, short, full or plural; `weekend` is two of them.
pub(crate) fn weekday_en(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    if s.eat_words(&["weekends", "weekend"]) {
        return Some(WeekdaySet::WEEKEND);
    }
    let day = s.word_of(WEEKDAY_WORDS)?;
    s.eat(".");
    Some(WeekdaySet::EMPTY.with(day))
}

/// The character of a weekday behind 周, or its digit 1 to 7.
pub(crate) fn weekday_char(s: &mut Cursor<'_>) -> Option<Weekday> {
    let c = s.peek()?;
    let mut ahead = *s;
    ahead.at += c.len_utf8();
    let numeral = WEEKDAY_NUMERALS.iter().find(|(numeral, _)| *numeral == c).map(|(_, day)| *day);
    let is_digit =
        matches!(c, '1'..='7') && !ahead.peek().is_some_and(|next| next.is_ascii_digit() || ":点时".contains(next));
    let digit = is_digit.then(|| Weekday::from_index(c as i32 - '1' as i32));
    let day = numeral.or(digit)?;
    *s = ahead;
    Some(day)
}

/// A weekday in Chinese with its 周, 星期 or 礼拜; 周末 is two of them; an English one does too.
pub(crate) fn weekday_zh(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    if !ahead.eat_any(WEEK) {
        return weekday_en(s);
    }
    let days = if ahead.eat("末") { WeekdaySet::WEEKEND } else { WeekdaySet::EMPTY.with(weekday_char(&mut ahead)?) };
    *s = ahead;
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

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
