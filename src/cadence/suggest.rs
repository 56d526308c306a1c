//! The phrases nearest to one that cannot be read: fixed at its error, made of the words that could be read, or like it
//! among usual ones.
//!
//! Every phrase offered has been read, is printed canonically, and says all that the words of the phrase say
//! ([`Signals`]).

use super::expected::*;
use super::parse::{language_of, read};
use super::pattern::{Cadence, Pattern};
use super::signals::{INITIALS, Signals, is_beyond};
use super::spelling::meant;
use super::stated::Stated;
use super::{elsewhere, label, spelt, written_date};
use crate::language::Language;
use crate::value::time::expected::{HALF_OF_DAY, MIDNIGHT, NO_SUCH_TIME, WHICH_HALF};
use crate::value::{Cursor, Expected, TimeRange, Unexpected, Weekday, number_zh, unexpected};

/// Longer phrases are offered nothing; nobody means them.
const LONGEST: usize = 200;
/// How many mistakes of one phrase are fixed, one after another.
const ROUNDS: usize = 4;

/// What is wrong in itself, so that an offer has something else in its place.
const REPLACED: &[&Expected] = &[&NO_SUCH_DAY, &NO_SUCH_MONTH, &NO_SUCH_WEEKDAY, &ORDINAL, &TOO_MANY];
/// Times that are wrong in themselves.
const WRONG_TIMES: &[&Expected] = &[&MIDNIGHT, &HALF_OF_DAY];

/// What is said of a date, so that another one is offered, or the first of several.
const DATES: &[&Expected] = &[&AMBIGUOUS_DATE, &OTHER_WEEKDAY, &DAYS_IN_A_ROW];

/// Usual phrases without their times, for likeness.
const USUAL: &[(&str, &str)] = &[
    ("每周三", "every Wed"),
    ("每周一、三、五", "every Mon, Wed, Fri"),
    ("每天", "daily"),
    ("工作日", "workdays"),
    ("休息日", "days off"),
    ("隔周六", "every 2 weeks on Sat"),
    ("每3天", "every 3 days"),
    ("每月15日", "monthly on the 15th"),
    ("每月第一个周六", "first Sat of the month"),
    ("每月第二、四个周六", "2nd, 4th Sat of the month"),
    ("每月最后一天", "last day of the month"),
    ("每月最后一个周五", "last Fri of the month"),
    ("每月第一个工作日", "first workday of the month"),
    ("每季度第一个周一", "first Mon of the quarter"),
    ("每年12月31日", "yearly on 31 Dec"),
    ("单月第二个周三", "2nd Wed of odd months"),
    ("双月第二个周三", "2nd Wed of even months"),
    ("农历八月十五", "lunar 8-15"),
    ("冬至", "winter solstice"),
    ("国庆节", "National Day"),
    ("春节前3天", "3 days before Spring Festival"),
    ("2026-12-24", "2026-12-24"),
];

/// Those of them that are a day by its name: another name is another day.
const NAMED: &[&str] =
    &["冬至", "winter solstice", "国庆节", "National Day", "春节前3天", "3 days before Spring Festival"];

/// What is wrong with a folded phrase that cannot be read, and at most three phrases near to it. What belongs under
/// another key is what is wrong as soon as the rest of the phrase can be offered.
pub(super) fn explain(text: &str, error: Unexpected) -> (Unexpected, Vec<String>) {
    if text.len() > LONGEST {
        return (error, Vec::new());
    }
    // a title that says something else: which of the two is meant?
    if label::titles(text).into_iter().any(|(title, at)| text.get(at).is_some_and(|phrase| is_other(title, phrase))) {
        return (unexpected(error.at, &OTHER_TITLE), Vec::new());
    }
    // the end of a day is the beginning of the next one
    if is_of(&[&MIDNIGHT], &error) {
        let next = on_next_day(text, &error).map(|cadence| cadence.print(language_of(text)));
        return (error, next.into_iter().collect());
    }
    if is_of(&[&START], &error)
        && let Some(dates) = yearly(text)
    {
        let expected = if dates.len() > 1 { &AMBIGUOUS_DATE } else { &WHICH_YEAR };
        let near = dates.iter().map(|cadence| cadence.print(language_of(text))).collect();
        return (unexpected(Cursor::new(text).word(), expected), near);
    }
    // no other hour or date is nearer than the rest
    if is_of(&[&NO_SUCH_TIME, &NO_SUCH_DATE, &WHICH_HALF], &error) || is_beyond(text) || has_wrong_half(text, &error) {
        return (error, Vec::new());
    }
    let rest = |text: &str| match read(text) {
        Ok(cadence) if Signals::of(text).allows(&cadence) => vec![cadence.print(language_of(text))],
        Ok(_) => Vec::new(),
        Err(error) => phrases(text, &error),
    };
    let Some(elsewhere) = elsewhere::find(text) else {
        let near = match spelt::otherwise(text) {
            Some(text) => rest(&text),
            None => phrases(text, &error),
        };
        // every Wed 20:00 (90 min)
        if near.is_empty() && is_of(&[&HOUR], &error) && !Signals::of(text).times.is_empty() {
            return (unexpected(error.at, &LEFT_OVER), near);
        }
        // every Saturday morning
        let lacks_hour = is_of(&[&LEFT_OVER], &error) && signals(text, &error).lacks_hour();
        return (if lacks_hour { unexpected(error.at, &HOUR) } else { error }, near);
    };
    // 8pm ET / 5pm PT, for 6 weeks
    if elsewhere.is_too_much {
        return (unexpected(elsewhere.at, elsewhere.expected), Vec::new());
    }
    let near = match elsewhere.first {
        Some((at, weekday)) if read(&elsewhere.rest).is_err() && Signals::of(&elsewhere.rest).weekdays.is_empty() => {
            weekday.map(|day| rest(&on_weekday(&elsewhere.rest, at, day))).unwrap_or_default()
        }
        _ => rest(&elsewhere.rest),
    };
    let word = Cursor { text, at: elsewhere.at.start }.word();
    match near.is_empty() {
        false => (unexpected(word, elsewhere.expected), near),
        true => (error, near),
    }
}

/// Whether an hour was said that its part of the day does not have: no other hour is nearer than the rest.
fn has_wrong_half(text: &str, error: &Unexpected) -> bool {
    let said = text.get(error.at.clone()).unwrap_or_default();
    is_of(&[&HALF_OF_DAY], error)
        && said.char_indices().any(|(at, _)| number_zh(&mut Cursor { text: said, at }).is_some())
}

/// Whether a title says another day, hour or rhythm than a phrase that can be read.
fn is_other(title: &str, phrase: &str) -> bool {
    let Ok(cadence) = read(phrase) else { return false };
    let (said, stated) = (Signals::of(title), Stated::of(title));
    let has_own_days = !said.weekdays.is_empty() || !said.times.is_empty() || said.lacks_hour();
    let is_allowed = stated.allows_rate(&cadence) && said.allows_title(&cadence);
    (has_own_days || Stated::of(phrase).says_how_often()) && !is_allowed
}

/// A phrase at 24:00, at 00:00 of the day after; none where that is no day of a cadence.
fn on_next_day(text: &str, error: &Unexpected) -> Option<Cadence> {
    let time = text
        .get(error.at.clone())
        .filter(|time| ["24:00", "点", "点钟", "点整"].iter().any(|end| time.ends_with(end)))?;
    let cadence = read(&text.replacen(time, "00:00", 1)).ok().filter(|cadence| cadence.roll.is_none())?;
    let pattern = match cadence.pattern {
        Pattern::Daily => Pattern::Daily,
        Pattern::Weekly { every, on } => {
            let next = on.iter().map(|day| Weekday::ALL[(day as usize + 1) % 7]);
            Pattern::Weekly { every, on: next.collect() }
        }
        Pattern::Once(day) => Pattern::Once(day.plus(1)),
        _ => return None,
    };
    Some(Cadence { pattern, ..cadence })
}

/// A date in figures without its year, as one of each year: `12.24 19:30`, `12/7`; both where it can be two.
fn yearly(text: &str) -> Option<Vec<Cadence>> {
    let mut s = Cursor::new(text);
    let one = s.digits()?;
    let other = s.eat_any(&[".", "/"]).then(|| s.digits())??;
    if !(s.is_end() || s.eat_any(&[" ", ","])) {
        return None;
    }
    let dated = |month: u32, day: u32| read(&format!("每年{month}月{day}日 {}", s.rest())).ok();
    let dates: Vec<Cadence> =
        [dated(one, other), dated(other, one).filter(|_| one != other)].into_iter().flatten().collect();
    (!dates.is_empty()).then_some(dates)
}

/// A phrase on the weekday of its first day, said where that day was, or at its end.
fn on_weekday(text: &str, at: usize, day: Weekday) -> String {
    let day = day.short().get(language_of(text)).to_lowercase();
    let (before, behind) = text.split_at(at);
    let ways = [format!("{before} {day} {behind}"), format!("{before} on {day} {behind}"), format!("{text} {day}")];
    let [first, ..] = ways.clone();
    ways.into_iter().find(|text| read(text).is_ok()).unwrap_or(first)
}

/// What the words of a phrase say that an offer has to keep: all but those in the place of which it has another one.
pub(super) fn signals(text: &str, error: &Unexpected) -> Signals {
    if text.contains("freq=") || text.contains("rrule:") {
        return Signals::default();
    }
    let mut kept = text.to_owned();
    if (is_of(REPLACED, error) || is_of(WRONG_TIMES, error)) && text.get(error.at.clone()).is_some() {
        kept.replace_range(error.at.clone(), &" ".repeat(error.at.len()));
    }
    let signals = Signals::of(&kept);
    let is_open = is_of(WRONG_TIMES, error) || is_of(&[&EMPTY], error) && signals.is_empty();
    if is_open { signals.with_wrong_time() } else { signals }
}

fn is_of(table: &[&Expected], error: &Unexpected) -> bool {
    table.iter().any(|expected| std::ptr::eq(*expected, error.expected))
}

/// Phrases near to a folded one; none where it asks for what no cadence can be.
fn phrases(text: &str, error: &Unexpected) -> Vec<String> {
    let language = language_of(text);
    let signals = signals(text, error);
    let stated = Stated::of(text).on(signals.weekdays);
    let is_kept = |cadence: &Cadence| stated.allows_rate(cadence) && signals.allows(cadence);
    let dates = written_date::near(text);
    if !dates.is_empty() {
        let is_of_date = is_of(DATES, error);
        let cadences = dates.into_iter().map(|day| Cadence::new(Pattern::Once(day), signals.times.clone()));
        return cadences
            .filter(|cadence| is_of_date || is_kept(cadence))
            .map(|cadence| cadence.print(language))
            .collect();
    }
    if is_of(&[&EVERY_OTHER], error) {
        return both_intervals(text, error).iter().map(|cadence| cadence.print(language)).collect();
    }
    let mut found: Vec<String> =
        every_nth(text).filter(is_kept).iter().map(|cadence| cadence.print(language)).collect();
    let (keeping, cutting) = fixed(text, error, language);
    // a typo in one word needs no other proposal
    let at = text.get(error.at.clone()).unwrap_or_default();
    if language == Language::En
        && meant(at).is_some()
        && let Some(text) = keeping.first()
        && let Ok(cadence) = read(text)
        && Signals::of(text).allows(&cadence)
    {
        return vec![cadence.print(language)];
    }
    for way in [keeping, cutting] {
        // several repairs may be needed: 每周X 下午，XX点
        let finished = way.into_iter().filter_map(|text| finish(text, error.at.start, language));
        for cadence in finished.filter(is_kept) {
            let phrase = cadence.print(language);
            if found.len() < 3 && !found.contains(&phrase) {
                found.push(phrase);
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    let times = signals.usual_times();
    let of = |pattern| Cadence { roll: stated.roll, ..Cadence::new(pattern, times.clone()) };
    let made = stated.patterns().into_iter().map(of).filter(is_kept).map(|cadence| cadence.print(language));
    let made: Vec<String> = made.collect();
    let is_possible = |phrase: &String| Cadence::find(phrase).is_some_and(|cadence| is_kept(&cadence));
    if !made.is_empty() {
        return made;
    }
    let like: Vec<String> = like(text, language, &times).into_iter().filter(is_possible).collect();
    // of what says nothing, anything may be meant
    match like.is_empty() && signals.is_empty() && Stated::of(text) == Stated::default() {
        true => usual(&ANY, language, &times),
        false => like,
    }
}

/// What is offered where nothing is like a phrase.
const ANY: [(&str, &str); 2] = [("每周三", "every Wed"), ("每月15日", "monthly on the 15th")];

/// Usual phrases with their times.
fn usual(phrases: &[(&str, &str)], language: Language, times: &[TimeRange]) -> Vec<String> {
    let at_times = |(zh, en): &(&str, &str)| {
        let cadence = Cadence::find(if language == Language::Zh { zh } else { en })?;
        Some(Cadence::new(cadence.pattern, times.to_vec()).print(language))
    };
    phrases.iter().filter_map(at_times).collect()
}

/// 每隔两周 as every 2 weeks and as every 3; 每隔一周 is every 2 alone.
fn both_intervals(text: &str, error: &Unexpected) -> Vec<Cadence> {
    let mut behind = Cursor { text, at: error.at.end };
    let Some(n) = number_zh(&mut behind) else { return Vec::new() };
    let mut kept = text.to_owned();
    kept.replace_range(error.at.start..behind.at, &" ".repeat(behind.at - error.at.start));
    let signals = Signals::of(&kept);
    let before = text.get(..error.at.start).unwrap_or_default();
    let read = |n: u32| Cadence::find(&format!("{before}每{n}{}", behind.rest()));
    let both: Option<Vec<Cadence>> = [n, n + 1].into_iter().filter(|n| *n > 1).map(read).collect();
    both.unwrap_or_default().into_iter().filter(|cadence| signals.allows(cadence)).collect()
}

/// `every second Thu` as what is counted in weeks: every 2 weeks on Thu.
fn every_nth(text: &str) -> Option<Cadence> {
    const NTH: [(&str, &str); 6] =
        [("second", "2"), ("2nd", "2"), ("third", "3"), ("3rd", "3"), ("fourth", "4"), ("4th", "4")];
    let nth = |(word, n): &(&str, &str)| {
        let (before, behind) = text.split_once(&format!("every {word} "))?;
        Cadence::find(&format!("{before}every {n} weeks on {behind}"))
    };
    NTH.iter().find_map(nth)
}

/// The phrase with its error fixed in each of the ways that its words allow, the likeliest first: those that keep all
/// behind it, and those that cut it off.
fn fixed(text: &str, error: &Unexpected, language: Language) -> (Vec<String>, Vec<String>) {
    let (before, behind) = (text.get(..error.at.start).unwrap_or(text), text.get(error.at.end..).unwrap_or_default());
    let at = text.get(error.at.clone()).unwrap_or_default();
    let (words, space) = match language {
        Language::Zh => (error.expected.zh, ""),
        Language::En => (error.expected.en, " "),
    };
    let (mut keeping, mut cutting) = (Vec::new(), Vec::new());
    if language == Language::Zh && is_of(&[&START], error) {
        // 2周周三, 1号和15号, 一三五
        keeping.extend(["每", "每月", "每周"].map(|lead| format!("{before}{lead}{at}{behind}")));
    }
    if language == Language::En {
        let days = INITIALS.iter().find(|(word, _)| *word == at.trim()).map(|(_, days)| *days);
        keeping.extend(days.map(|days| format!("{before}{days}{behind}")));
        keeping.extend(meant(at).into_iter().map(|word| format!("{before}{word}{behind}")));
    }
    for word in words.iter().map(|word| word.to_ascii_lowercase()) {
        if word.is_empty() {
            // 从12月起，每周四: what was wrong may end at the comma
            keeping.extend(behind.split_once(',').map(|(_, rest)| format!("{before}{rest}")));
        } else {
            keeping.push(format!("{before}{at}{space}{word}{behind}"));
            keeping.push(format!("{before}{at}{word}{behind}"));
        }
        // 9 → 9:00, but nothing begins with a colon
        if !word.starts_with(':') {
            keeping.push(format!("{before}{word}{behind}"));
            keeping.push(format!("{before}{word}{space}{at}{behind}"));
            cutting.push(format!("{before}{word}"));
        }
    }
    (keeping, cutting)
}

/// Fixes what is still wrong behind the first error.
fn finish(mut text: String, mut reached: usize, language: Language) -> Option<Cadence> {
    for _ in 0..ROUNDS {
        let error = match read(&text) {
            Ok(cadence) => return Some(cadence),
            Err(error) => error,
        };
        if error.at.start <= reached || text.len() > LONGEST * 2 {
            return None;
        }
        reached = error.at.start;
        let (keeping, cutting) = fixed(&text, &error, language);
        let readable = keeping.iter().chain(&cutting).find(|text| read(text).is_ok());
        text = readable.or(keeping.first())?.clone();
    }
    None
}

/// The usual phrases that look most like this one, at its times if it holds some.
fn like(text: &str, language: Language, times: &[TimeRange]) -> Vec<String> {
    let end = text.find(|c: char| c.is_ascii_digit()).filter(|end| *end > 0).unwrap_or(text.len());
    let words = text.get(..end).unwrap_or(text).trim();
    let in_language = |(zh, en): &(&'static str, &'static str)| if language == Language::Zh { *zh } else { *en };
    let likeness = |row: &(&'static str, &'static str)| {
        strsim::normalized_damerau_levenshtein(words, &in_language(row).to_lowercase())
    };
    let mut likely: Vec<(f64, (&str, &str))> = USUAL
        .iter()
        .map(|row| (likeness(row), *row))
        .filter(|(likeness, row)| *likeness >= 0.75 || !NAMED.contains(&in_language(row)))
        .collect();
    likely.sort_by(|one, other| other.0.total_cmp(&one.0));
    let like: Vec<(&str, &str)> =
        likely.iter().filter(|(likeness, _)| *likeness >= 0.45).map(|likely| likely.1).take(2).collect();
    usual(if like.is_empty() { &ANY } else { &like }, language, times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_phrases_without_the_time_within_a_language() {
        assert_eq!(like("dayly 7:30 in the morning please", Language::En, &[])[0], "daily");
        assert_eq!(like("国庆节日", Language::Zh, &[])[0], "国庆节");
        assert_eq!(like("whenever", Language::En, &[]), ["every Wed", "monthly on the 15th"]);
        assert_eq!(like("随便", Language::Zh, &[]), ["每周三", "每月15日"]);
    }
}
