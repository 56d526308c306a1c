//! Written dates: `2026-12-24`, `12/21/2026`, `17.01.2027`, `Thu 24 Dec`, `12月24日（周四）`.

use crate::language::{Language, Text};
use crate::value::lexicon::WEEK;
use crate::value::{
    Cursor, Day, ValueError, Weekday, count_en, is_han, month_en, number_zh, ordinal_en, weekday_en, weekday_zh,
};

/// A date as it is written; what was left out is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenDate {
    pub(super) year: Option<i32>,
    pub(super) month: i32,
    pub(super) day: i32,
    /// Day and month may be the other way round.
    is_ambiguous: bool,
    weekday: Option<Weekday>,
    language: Language,
}

impl WrittenDate {
    const fn new(year: Option<i32>, month: i32, day: i32) -> Self {
        Self { year, month, day, is_ambiguous: false, weekday: None, language: Language::En }
    }

    /// Its day: without a year the first from a day on.
    pub(super) fn on_or_after(self, from: Day) -> Result<Day, ValueError> {
        let no_such_day = || ValueError::new(Text::new("日历上有的一天", "a day that exists in the calendar"));
        let Some(year) = self.year else {
            // eight years on there is a leap day even around 2100
            let mut days = (from.year()..=from.year() + 8).filter_map(|year| Day::from_ymd(year, self.month, self.day));
            let day = days.find(|day| *day >= from).ok_or_else(no_such_day)?;
            return self.of_weekday(day);
        };
        let day = Day::from_ymd(year, self.month, self.day);
        let other = Day::from_ymd(year, self.day, self.month).filter(|_| self.is_ambiguous);
        match (day, other) {
            (Some(day), Some(other)) => self.one_of(day, other),
            (Some(day), None) | (None, Some(day)) => self.of_weekday(day),
            (None, None) => Err(no_such_day()),
        }
    }

    /// The one of two readings that is of the weekday beside it.
    fn one_of(self, day: Day, other: Day) -> Result<Day, ValueError> {
        let mut fitting = [day, other].into_iter().filter(|day| self.weekday == Some(day.weekday()));
        if let (Some(day), None) = (fitting.next(), fitting.next()) {
            return Ok(day);
        }
        let expected = Text::new("只有一种读法的日期", "a date that can be read in only one way");
        Err(ValueError::new(expected).near(day.to_string()).near(other.to_string()))
    }

    /// The day, where the weekday beside it is right.
    fn of_weekday(self, day: Day) -> Result<Day, ValueError> {
        let Some(weekday) = self.weekday.filter(|weekday| *weekday != day.weekday()) else { return Ok(day) };
        let expected = Text::new("和日期对得上的星期几", "a weekday that matches the date");
        let named = |day: Day| format!("{day} {}", day.weekday().short().get(self.language));
        let distance = (weekday.index() - day.weekday().index() + 3).rem_euclid(7) - 3;
        Err(ValueError::new(expected).near(named(day)).near(named(day.plus(distance))))
    }
}

/// The day of a written date, folded; none where it is none.
pub(super) fn day(text: &str, today: Day) -> Result<Option<Day>, ValueError> {
    read(text).map(|date| date.on_or_after(today)).transpose()
}

/// A written date.
pub(super) fn read(text: &str) -> Option<WrittenDate> {
    let mut s = Cursor::new(text);
    let before = weekday(&mut s);
    let date = date(&mut s)?;
    let after = weekday(&mut s);
    s.spaces();
    let language = if text.contains(is_han) { Language::Zh } else { Language::En };
    (s.is_end() && !(before.is_some() && after.is_some())).then_some(WrittenDate {
        weekday: before.or(after),
        language,
        ..date
    })
}

/// A day of a month without its month: `28`, `28日`, `28th`.
pub(super) fn day_of_month(text: &str) -> Option<i32> {
    let mut s = Cursor::new(text.trim());
    let day = day_number(&mut s)?;
    s.is_end().then_some(day)
}

/// A weekday, and what sets it apart.
fn weekday(s: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *s;
    while ahead.eat_any(&[" ", ",", "、", "("]) {}
    let is_chinese = WEEK.iter().any(|week| ahead.rest().starts_with(week));
    let found = if is_chinese { weekday_zh(&mut ahead) } else { weekday_en(&mut ahead) }?;
    let mut days = found.iter();
    let day = days.next().filter(|_| days.next().is_none())?;
    while ahead.eat_any(&[" ", ",", "、", ")"]) {}
    *s = ahead;
    Some(day)
}

/// What a date is made of.
fn date(s: &mut Cursor<'_>) -> Option<WrittenDate> {
    if s.eat_words(&["the"]) {
        s.spaces();
    }
    if let Some(month) = month_en(s) {
        separators(s);
        let day = day_number(s)?;
        return Some(WrittenDate::new(year_behind(s), month.into(), day));
    }
    let start = s.at;
    let first = number(s)?;
    let digits = s.at - start;
    if digits == 4 && s.eat("年") {
        s.spaces();
        let month = number(s).filter(|_| s.eat("月"))?;
        s.spaces();
        return Some(WrittenDate::new(Some(first), month, day_number(s)?));
    }
    if s.eat("月") {
        s.spaces();
        return Some(WrittenDate::new(None, first, day_number(s)?));
    }
    let mut ahead = *s;
    ahead.eat_words(&["st", "nd", "rd", "th"]);
    separators(&mut ahead);
    ahead.eat_words(&["of"]);
    ahead.spaces();
    if let Some(month) = month_en(&mut ahead) {
        *s = ahead;
        if digits == 4 {
            separators(s);
            return Some(WrittenDate::new(Some(first), month.into(), day_number(s)?));
        }
        return Some(WrittenDate::new(year_behind(s), month.into(), first));
    }
    numeric(s, first, digits)
}

/// `12-24`, `2026/12/24`, `12/21/2026`, `17.01.2027`: behind the first number.
fn numeric(s: &mut Cursor<'_>, first: i32, digits: usize) -> Option<WrittenDate> {
    let separator = ["-", "/", ".", " "].into_iter().find(|separator| s.eat(separator))?;
    let two = |s: &mut Cursor<'_>| {
        let start = s.at;
        s.spaces();
        Some((number(s)?, s.at - start))
    };
    let (second, _) = two(s).filter(|(_, digits)| *digits <= 2)?;
    let mut ahead = *s;
    let third = if ahead.eat(separator) { two(&mut ahead) } else { None };
    let Some((third, last_digits)) = third else {
        // 24/12 is no month and day, so it is a day and a month; so is 7.12. with its last dot
        let is_day_first = separator == "." && s.eat(".") || first > 12 && second <= 12;
        let (month, day) = if is_day_first { (second, first) } else { (first, second) };
        s.eat_any(&["日", "号"]);
        return (digits <= 2).then_some(WrittenDate::new(None, month, day));
    };
    *s = ahead;
    s.eat_any(&["日", "号"]);
    match (digits, last_digits) {
        (4, ..=2) => Some(WrittenDate::new(Some(first), second, third)),
        (..=2, 4) if separator == "." || first > 12 => Some(WrittenDate::new(Some(third), second, first)),
        (..=2, 4) => {
            let is_ambiguous = second <= 12 && first != second;
            Some(WrittenDate { is_ambiguous, ..WrittenDate::new(Some(third), first, second) })
        }
        _ => None,
    }
}

/// What may be between the parts of a date in English.
fn separators(s: &mut Cursor<'_>) {
    while s.eat_any(&[" ", ",", ".", "-", "/"]) {}
}

/// A year behind month and day.
fn year_behind(s: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *s;
    separators(&mut ahead);
    let start = ahead.at;
    let year = number(&mut ahead).filter(|_| ahead.at - start == 4)?;
    *s = ahead;
    Some(year)
}

/// A number in digits or Chinese numerals.
fn number(s: &mut Cursor<'_>) -> Option<i32> {
    number_zh(s).and_then(|number| i32::try_from(number).ok())
}

/// A day of the month: `24`, `24日`, 二十四号, `24th`, `the 24th`.
fn day_number(s: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *s;
    if ahead.eat_words(&["the"]) {
        ahead.spaces();
    }
    let start = ahead.at;
    let day = ordinal_en(&mut ahead).or_else(|| count_en(&mut ahead)).or_else(|| number_zh(&mut ahead))?;
    // no year, nor the number of a word
    if ahead.at - start >= 4 && ahead.text[start..ahead.at].bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    ahead.eat_any(&["日", "号"]);
    *s = ahead;
    i32::try_from(day).ok()
}
