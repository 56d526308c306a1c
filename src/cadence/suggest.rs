//! The phrases nearest to one that cannot be read: fixed at its error, made of the words that could be read, or like it
//! among usual ones.
//!
//! Every phrase offered has been read, is printed canonically, and contradicts no word that was read.

use std::ops::Range;

use super::parse::{language_of, read};
use super::pattern::{Cadence, Pattern};
use super::spelling::meant;
use super::stated::Stated;
use super::{times, written_date};
use crate::language::Language;
use crate::value::{Clock, Cursor, TimeRange, Unexpected};

/// Longer phrases are not fixed; nobody means them.
const LONGEST: usize = 200;
/// How many mistakes of one phrase are fixed, one after another.
const ROUNDS: usize = 4;

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

/// At most three phrases near to a folded one; none only where it asks for what no cadence can be.
pub(super) fn phrases(text: &str, error: &Unexpected) -> Vec<String> {
    let language = language_of(text);
    let stated = Stated::of(text);
    let mut found: Vec<String> = Vec::new();
    let times = times_in(text, &error.at);
    let dates = written_date::near(text);
    if !dates.is_empty() {
        let times = times.map_or_else(Vec::new, |(_, times)| times);
        let print = |day| Cadence::new(Pattern::Once(day), times.clone()).print(language);
        return dates.into_iter().map(print).collect();
    }
    let of_weeks = every_nth(text).filter(|cadence| keeps(cadence, times.as_ref()));
    found.extend(of_weeks.map(|cadence| cadence.print(language)));
    if text.len() <= LONGEST {
        let (keeping, cutting) = fixed(text, error, language);
        // a typo in one word needs no other proposal
        let at = text.get(error.at.clone()).unwrap_or_default();
        if language == Language::En
            && meant(at).is_some()
            && let Some(Ok(cadence)) = keeping.first().map(|text| read(text))
        {
            return vec![cadence.print(language)];
        }
        for way in [keeping, cutting] {
            // several repairs may be needed: 每周X 下午，XX点
            for cadence in way
                .into_iter()
                .filter_map(|text| finish(text, error.at.start, language))
                .filter(|cadence| stated.allows(cadence) && keeps(cadence, times.as_ref()))
            {
                let phrase = cadence.print(language);
                if found.len() < 3 && !found.contains(&phrase) {
                    found.push(phrase);
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
    }
    let usual = vec![TimeRange { start: Clock::from_minutes(20 * 60).0, end: None }];
    let times_or_usual = times.map_or(usual, |(_, times)| times);
    let of = |pattern| Cadence { roll: stated.roll(), ..Cadence::new(pattern, times_or_usual.clone()) };
    let made = stated.patterns().into_iter().map(of).filter(|cadence| stated.allows(cadence));
    let made: Vec<String> = made.map(|cadence| cadence.print(language)).collect();
    let is_possible = |phrase: &String| Cadence::find(phrase).is_some_and(|cadence| stated.allows(&cadence));
    match made.is_empty() {
        true => like(text, language).into_iter().filter(is_possible).collect(),
        false => made,
    }
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

/// Whether a cadence keeps the first time that was read.
fn keeps(cadence: &Cadence, times: Option<&(usize, Vec<TimeRange>)>) -> bool {
    let first = times.and_then(|(_, times)| times.first());
    first.is_none_or(|first| cadence.times().any(|time| time.start == first.start))
}

/// The first times of day in a phrase but for what is wrong in it, and where they begin.
fn times_in(text: &str, wrong: &Range<usize>) -> Option<(usize, Vec<TimeRange>)> {
    let is_start = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_digit() || ":.-".contains(c));
    text.char_indices().take(LONGEST).filter(|(at, _)| is_start(*at) && !wrong.contains(at)).find_map(|(at, _)| {
        let mut s = Cursor::new(text);
        s.at = at;
        Some((at, times::read(&mut s).ok().filter(|times| !times.is_empty())?))
    })
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
    if language == Language::En {
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

/// The usual phrases that look most like this one, at its time if it holds one.
fn like(text: &str, language: Language) -> Vec<String> {
    let times = times_in(text, &(0..0));
    let words =
        times.as_ref().map_or(text, |(at, _)| text.get(..*at).filter(|words| !words.trim().is_empty()).unwrap_or(text));
    let words: String = words.trim().chars().take(LONGEST).collect();
    let mut usual: Vec<(f64, &str)> = USUAL
        .iter()
        .map(|(zh, en)| if language == Language::Zh { *zh } else { *en })
        .map(|phrase| (strsim::normalized_damerau_levenshtein(&words, &phrase.to_lowercase()), phrase))
        .collect();
    usual.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut like: Vec<&str> =
        usual.iter().filter(|(likeness, _)| *likeness >= 0.45).map(|usual| usual.1).take(2).collect();
    if like.is_empty() {
        like = ["每周三", "每月15日"].to_vec();
        if language == Language::En {
            like = ["every Wed", "monthly on the 15th"].to_vec();
        }
    }
    let time = times.map_or_else(|| "20:00".to_owned(), |(_, times)| times[0].to_string());
    like.iter().map(|phrase| format!("{phrase} {time}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_phrases_without_the_time_within_a_language() {
        assert_eq!(like("dayly 7:30 in the morning please", Language::En)[0], "daily 07:30");
        assert_eq!(like("国庆节日", Language::Zh)[0], "国庆节 20:00");
        assert_eq!(like("whenever", Language::En), ["every Wed 20:00", "monthly on the 15th 20:00"]);
        assert_eq!(like("随便", Language::Zh), ["每周三 20:00", "每月15日 20:00"]);
    }
}
