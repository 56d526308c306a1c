//! When people have time in a week: `工作日晚上、周末`, `weekday evenings, Sat 9:00-12:00`.
//!
//! Days and hours as in a cadence, in a list. 工作日 and weekdays are workdays by notice; 周末 and weekends are all other
//! days, so that the two together are every day. Hours without days are those of the days before them, else of every
//! day; weekdays without hours take those of the next, else they are whole. Must not know which day is a workday.

use std::ops::Range;

use super::expected::WHEN_FREE;
use super::parse::language_of;
use super::phrase_error::PhraseError;
use crate::language::Language;
use crate::value::{
    Cursor, Folded, Unexpected, Weekday, WeekdaySet, is_han, time, time::expected::TIME_END, unexpected,
    unexpected_ahead, weekday_char, weekday_zh,
};

/// The hours of a week in which a person has time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Available {
    phrase: String,
    /// Minutes since midnight, apart and ascending, to 2,880 past a midnight: of workdays from Monday, then of days off.
    hours: [Vec<Range<i32>>; 14],
}

impl Available {
    /// Reads a phrase of either language.
    pub fn parse(phrase: &str) -> Result<Self, PhraseError> {
        let folded = Folded::new(phrase);
        let windows = windows(Cursor::new(folded.text())).map_err(|found| PhraseError {
            at: folded.original(&found.at),
            expected: found.expected.text,
            near: match language_of(folded.text()) {
                Language::Zh => vec!["工作日晚上、周末".to_owned(), "周三 19:00-22:00".to_owned()],
                Language::En => vec!["weekday evenings, weekends".to_owned(), "Wed 19:00-22:00".to_owned()],
            },
        })?;
        let of = |at: usize| {
            let (day, is_workday) = (Weekday::ALL[at % 7], at < 7);
            let here = windows.iter().filter(|(days, _)| days.contains(day, is_workday));
            merged_spans(here.map(|(_, hours)| hours.clone()).collect())
        };
        Ok(Self { phrase: phrase.trim().to_owned(), hours: std::array::from_fn(of) })
    }

    /// The hours that begin on a day: minutes since its midnight, half-open, ascending; past 1,440 they are the next day's.
    pub fn hours(&self, day: Weekday, is_workday: bool) -> &[Range<i32>] {
        &self.hours[day as usize + if is_workday { 0 } else { 7 }]
    }

    /// As it was written.
    pub fn phrase(&self) -> &str {
        &self.phrase
    }
}

/// Joins what overlaps or touches.
pub(crate) fn merged_spans(mut spans: Vec<Range<i32>>) -> Vec<Range<i32>> {
    spans.sort_unstable_by_key(|span| span.start);
    let mut joined: Vec<Range<i32>> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days {
    Workdays,
    Off,
    Every,
    Week(WeekdaySet),
}

impl Days {
    const fn contains(self, day: Weekday, is_workday: bool) -> bool {
        match self {
            Self::Workdays => is_workday,
            Self::Off => !is_workday,
            Self::Every => true,
            Self::Week(days) => days.contains(day),
        }
    }
}

const WHOLE: Range<i32> = 0..1440;

/// The windows of a whole phrase.
fn windows(mut s: Cursor<'_>) -> Result<Vec<(Days, Range<i32>)>, Unexpected> {
    let mut windows = Vec::new();
    // weekdays that wait for hours
    let mut waiting: Vec<Days> = Vec::new();
    let mut last = Days::Every;
    skip_joining_words(&mut s);
    if s.is_end() {
        return Err(unexpected(s.since(0), &WHEN_FREE));
    }
    while !s.is_end() {
        let days = days(&mut s);
        s.spaces();
        let hours = hours(&mut s)?;
        match (days, hours) {
            (None, None) => return Err(unexpected_ahead(&s, 0, &WHEN_FREE)),
            (Some(days @ Days::Week(_)), None) => waiting.push(days),
            (Some(days), None) => windows.push((days, WHOLE)),
            (days, Some(hours)) => {
                windows.extend(waiting.drain(..).map(|days| (days, hours.clone())));
                windows.push((days.unwrap_or(last), hours));
            }
        }
        last = days.unwrap_or(last);
        skip_joining_words(&mut s);
    }
    windows.extend(waiting.into_iter().map(|days| (days, WHOLE)));
    Ok(windows)
}

/// Passes over what only joins.
fn skip_joining_words(s: &mut Cursor<'_>) {
    while s.eat_any(&[" ", ",", "、", ";", "/", "&", "+", "。", ".", "和", "及", "与", "或", "以及", "都"])
        || s.eat_words(&["and", "or"])
    {}
}

/// The days ahead; none where none are named.
fn days(s: &mut Cursor<'_>) -> Option<Days> {
    const GROUPS: &[(&str, Days)] = &[
        ("每天", Days::Every),
        ("每日", Days::Every),
        ("天天", Days::Every),
        ("随时", Days::Every),
        ("工作日", Days::Workdays),
        ("上班日", Days::Workdays),
        ("平日", Days::Workdays),
        ("周末", Days::Off),
        ("双休日", Days::Off),
        ("休息日", Days::Off),
        ("非工作日", Days::Off),
        ("节假日", Days::Off),
        ("daily", Days::Every),
        ("every day", Days::Every),
        ("everyday", Days::Every),
        ("any day", Days::Every),
        ("any time", Days::Every),
        ("anytime", Days::Every),
        ("always", Days::Every),
        ("weekdays", Days::Workdays),
        ("weekday", Days::Workdays),
        ("workdays", Days::Workdays),
        ("workday", Days::Workdays),
        ("working days", Days::Workdays),
        ("weekends", Days::Off),
        ("weekend", Days::Off),
        ("days off", Days::Off),
    ];
    let mut ahead = *s;
    let days = ahead.word_of(GROUPS).or_else(|| {
        if ahead.eat_words(&["on", "every", "each"]) || ahead.eat_any(&["每逢", "每个", "每"]) {
            ahead.spaces();
        }
        ahead.word_of(GROUPS).or_else(|| weekdays(&mut ahead).map(Days::Week))
    })?;
    *s = ahead;
    s.eat("的");
    Some(days)
}

/// One weekday, or several joined by 到 or, in Chinese, written together: 周一三五, 周一、三、五, Mon-Fri.
fn weekdays(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut on = weekday_zh(s)?;
    loop {
        let mut ahead = *s;
        ahead.spaces();
        if ahead.eat_any(&["-", "~", "到", "至"]) || ahead.eat_words(&["to", "through"]) {
            ahead.spaces();
            let (first, last) =
                (on.iter().last()?, weekday_zh(&mut ahead).or_else(|| bare(&mut ahead))?.iter().next()?);
            on = on.or(WeekdaySet::between(first, last));
        } else {
            ahead.eat_any(&["、", ","]);
            let Some(day) = bare(&mut ahead) else { return Some(on) };
            on = on.or(day);
        }
        *s = ahead;
    }
}

/// A weekday without its 周.
fn bare(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    let day = ahead.peek().filter(|c| is_han(*c)).and_then(|_| weekday_char(&mut ahead))?;
    if ahead.peek().is_some_and(|c| "点时十".contains(c)) {
        return None;
    }
    *s = ahead;
    Some(WeekdaySet::EMPTY.with(day))
}

/// The hours ahead; none where none are named.
fn hours(s: &mut Cursor<'_>) -> Result<Option<Range<i32>>, Unexpected> {
    let start = s.at;
    let mut ahead = *s;
    if ahead.eat_words(&["in the", "all"]) {
        ahead.spaces();
    }
    if let Some(part) = part(&mut ahead) {
        *s = ahead;
        return Ok(Some(part));
    }
    let mut ahead = *s;
    let mut is_from = ahead.eat_words(&["after", "from"]);
    let mut is_until = ahead.eat_words(&["before", "until", "till"]);
    let Some(span) = time::read(&mut ahead)? else { return Ok(None) };
    let at = start..ahead.at;
    *s = ahead;
    s.spaces();
    is_from |= s.eat_any(&["以后", "之后", "后", "起"]) || s.eat_words(&["onwards", "or later"]);
    is_until |= s.eat_any(&["以前", "之前", "前"]);
    let first = span.start.minutes();
    match span.minutes() {
        Some(minutes) => Ok(Some(first..first + minutes)),
        None if is_from => Ok(Some(first..1440)),
        None if is_until => Ok(Some(0..first)),
        None => Err(unexpected(at, &TIME_END)),
    }
}

/// A part of the day, where no hour follows that it only explains: 晚上, but not 晚上8点.
fn part(s: &mut Cursor<'_>) -> Option<Range<i32>> {
    const PARTS: &[(&str, (i32, i32))] = &[
        ("全天", (0, 24)),
        ("整天", (0, 24)),
        ("白天", (8, 18)),
        ("早上", (6, 12)),
        ("上午", (6, 12)),
        ("中午", (12, 14)),
        ("午休", (12, 14)),
        ("下午", (12, 18)),
        ("傍晚", (18, 24)),
        ("晚上", (18, 24)),
        ("晚间", (18, 24)),
        ("下班后", (18, 24)),
        ("每晚", (18, 24)),
        ("晚", (18, 24)),
        ("day", (0, 24)),
        ("daytime", (8, 18)),
        ("mornings", (6, 12)),
        ("morning", (6, 12)),
        ("lunchtimes", (12, 14)),
        ("lunchtime", (12, 14)),
        ("afternoons", (12, 18)),
        ("afternoon", (12, 18)),
        ("after work", (18, 24)),
        ("evenings", (18, 24)),
        ("evening", (18, 24)),
        ("nights", (18, 24)),
        ("night", (18, 24)),
    ];
    let mut ahead = *s;
    let (from, to) = ahead.word_of(PARTS)?;
    let mut behind = ahead;
    behind.spaces();
    if behind.peek().is_some_and(|c| c.is_ascii_digit() || "零一二两三四五六七八九十".contains(c)) {
        return None;
    }
    *s = ahead;
    Some(from * 60..to * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hours of each weekday, workdays and Saturday and Sunday as in a plain week: `Mon 18-24`.
    fn week(phrase: &str) -> String {
        let available = Available::parse(phrase).unwrap_or_else(|error| panic!("{phrase}: {error:?}"));
        let day = |day: Weekday| {
            let hours = available.hours(day, !day.is_weekend()).iter();
            hours.map(|span| format!("{}{}-{} ", day.short().en, span.start / 60, span.end / 60)).collect::<String>()
        };
        Weekday::ALL.into_iter().map(day).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn both_languages_say_the_same_hours() {
        let evenings = "Mon18-24 Tue18-24 Wed18-24 Thu18-24 Fri18-24";
        let ends = "Sat0-24 Sun0-24";
        for (zh, en, expected) in [
            ("工作日晚上、周末", "weekday evenings, weekends", format!("{evenings} {ends}")),
            ("周末", "every weekend", ends.to_owned()),
            ("周末全天、工作日下班后", "weekends all day, weekdays after work", format!("{evenings} {ends}")),
            ("周一至周五 18:00 以后", "Mon-Fri from 18:00", evenings.to_owned()),
            ("工作日晚上", "weekdays in the evening", evenings.to_owned()),
            ("周一、三、五晚上", "Mon, Wed and Fri evenings", "Mon18-24 Wed18-24 Fri18-24".to_owned()),
            ("周一三五晚上", "Mon, Wed, Fri nights", "Mon18-24 Wed18-24 Fri18-24".to_owned()),
            ("每周三 19:00-22:00", "every Wed 19:00-22:00", "Wed19-22".to_owned()),
            ("周二到周四上午", "Tue to Thu mornings", "Tue6-12 Wed6-12 Thu6-12".to_owned()),
            ("周六上午、下午", "Saturday mornings and afternoons", "Sat6-18".to_owned()),
            ("周六 9:00-12:00、14:00-17:00", "Sat 9:00-12:00, 14:00-17:00", "Sat9-12 Sat14-17".to_owned()),
            ("周日晚上8点以后", "Sundays after 8pm", "Sun20-24".to_owned()),
            ("周日 12:00 以前", "Sundays before noon", "Sun0-12".to_owned()),
            ("每个周日上午", "on Sunday mornings", "Sun6-12".to_owned()),
            ("周末、周三晚上", "weekends, Wed evenings", format!("Wed18-24 {ends}")),
            ("周六、周日中午", "Sat and Sun lunchtime", "Sat12-14 Sun12-14".to_owned()),
            ("周五22:00-1:00", "Fri 22:00-1:00", "Fri22-25".to_owned()),
            ("周一", "Monday", "Mon0-24".to_owned()),
        ] {
            assert_eq!((week(zh), week(en)), (expected.clone(), expected), "{zh} | {en}");
        }
        assert_eq!(week("晚上"), "Mon18-24 Tue18-24 Wed18-24 Thu18-24 Fri18-24 Sat18-24 Sun18-24");
        assert_eq!(week("平日１８：００～２２：００"), "Mon18-22 Tue18-22 Wed18-22 Thu18-22 Fri18-22");
    }

    #[test]
    fn weekdays_and_weekends_follow_the_notice() {
        let available = Available::parse("工作日晚上、周末").expect("hours");
        let first = |day, is_workday| available.hours(day, is_workday).first().cloned();
        assert_eq!(first(Weekday::Sat, true), Some(1080..1440), "a make-up workday");
        assert_eq!(first(Weekday::Mon, false), Some(WHOLE), "a day off");
        assert_eq!(first(Weekday::Wed, false), Some(WHOLE), "a day off");
        assert_eq!(available.phrase(), "工作日晚上、周末");
    }

    #[test]
    fn an_error_points_at_what_cannot_be_read() {
        for (phrase, word) in [
            ("weekday evenings, whenever", "whenever"),
            ("工作日晚上、看心情", "看心情"),
            ("周三 20:00", "20:00"),
            ("周六 25:00-26:00", "25:00"),
            ("", ""),
            ("，", "，"),
        ] {
            let error = Available::parse(phrase).expect_err(phrase);
            assert_eq!(&phrase[error.at.clone()], word, "{phrase}: {error:?}");
            for near in error.near {
                Available::parse(&near).expect(&near);
            }
        }
    }
}
