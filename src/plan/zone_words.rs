//! Times that a text gives with a zone beside them: `8pm ET`, `20:00 (CET)`, 北京时间 20:00.

use super::values::Zone;
use super::zone_names::{ABBREVIATIONS, AMBIGUOUS};
use crate::human_date;
use crate::value::{Clock, Day};

/// Zones that are written as they are called.
const PLAIN: [&str; 5] = ["UTC", "GMT", "CET", "EET", "WET"];
/// How many characters around 时间 are looked at.
const NEAR: usize = 8;

/// A time in a text, and the zones that its word may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct ZonedTime {
    /// As it is written.
    pub text: String,
    /// The time.
    pub time: Clock,
    /// What the word means; several where it means one zone to some and another to others.
    pub zones: Vec<Zone>,
}

/// The times of a text that have a zone beside them.
pub fn zoned_times(text: &str) -> Vec<ZonedTime> {
    let mut all = by_words(text);
    all.extend(in_chinese(text));
    all
}

/// The times of a text that come of its variable `{time}` with a zone beside it: `{time} UTC`.
pub fn zoned_variables(text: &str, time: Clock) -> Vec<ZonedTime> {
    const VARIABLE: &str = "{time}";
    if !text.contains(VARIABLE) {
        return Vec::new();
    }
    let (written, others) = (time.to_string(), zoned_times(text));
    // {time}UTC
    let apart = format!(" {written} ");
    let all = zoned_times(&text.replace(VARIABLE, &apart)).into_iter();
    let own = all.filter(|found| !others.contains(found));
    own.map(|found| ZonedTime { text: found.text.replacen(&written, VARIABLE, 1), ..found }).collect()
}

/// `8pm ET`, `8:30 p.m. (New York time)`: the time comes before its zone, else right behind it.
fn by_words(text: &str) -> Vec<ZonedTime> {
    let is_between = |c: char| c.is_whitespace() || "(),;–—，、（）".contains(c);
    let words: Vec<&str> = text.split(is_between).map(|word| word.trim_end_matches(['.', '!', '?', ':'])).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let (zones, first) = match words[at] {
            "time" | "Time" => match (1..=2).rev().find_map(|n| city(&words, at, n)) {
                Some(found) => found,
                None => continue,
            },
            word => (abbreviated(word), at),
        };
        // most words are no zone, and a time is read more slowly
        if zones.is_empty() {
            continue;
        }
        let clock = (1..=2_usize).rev().filter(|n| *n <= first).find_map(|n| {
            let typed = words[first - n..first].join(" ");
            clock(&typed).map(|time| (first - n, time))
        });
        if let Some((start, time)) = clock {
            found.push(ZonedTime { text: words[start..=at].join(" "), time, zones });
        } else if let Some((end, time)) = clock_behind(&words, at) {
            found.push(ZonedTime { text: words[at..=end].join(" "), time, zones });
        }
    }
    found
}

/// The time right behind a zone, which can be nothing else, and its last word: `UTC 14:00`, `ET 8 pm`.
fn clock_behind(words: &[&str], at: usize) -> Option<(usize, Clock)> {
    let is_time = |typed: &str| typed.contains(':') || typed.to_lowercase().ends_with('m');
    let ends = (1..=2).rev().map(|n| at + n).filter(|end| *end < words.len());
    let typed = ends.map(|end| (end, words[at + 1..=end].join(" ")));
    typed.filter(|(_, typed)| is_time(typed)).find_map(|(end, typed)| Some((end, clock(&typed)?)))
}

/// A city of so many words before `time`: its zone, and where it begins.
fn city(words: &[&str], at: usize, count: usize) -> Option<(Vec<Zone>, usize)> {
    let first = at.checked_sub(count)?;
    Some((vec![Zone::of_city(&words[first..at].join(" "))?.parse().ok()?], first))
}

/// 北京时间 20:00, 晚上8点（北京时间）: the time comes after its zone, or before it in brackets.
fn in_chinese(text: &str) -> Vec<ZonedTime> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("时间") {
        let starts = text[..at].char_indices().rev().take(NEAR).map(|(start, _)| start);
        let named = starts.filter_map(|start| Some((start, Zone::of_city(&text[start..at])?)));
        let Some((start, Ok(zone))) = named.last().map(|(start, name)| (start, name.parse::<Zone>())) else { continue };
        let after = text[at + word.len()..].trim_start_matches([' ', '：', ':', '的']);
        let ends = after.char_indices().map(|(end, c)| end + c.len_utf8()).take(NEAR);
        let following = ends.filter_map(|end| Some((after[..end].to_owned(), clock(&after[..end])?))).last();
        let before = text[..start].trim_end_matches([' ', '（', '(']);
        let starts = before.char_indices().rev().take(NEAR).map(|(start, _)| start);
        let preceding = || starts.filter_map(|at| Some((before[at..].to_owned(), clock(&before[at..])?))).last();
        if let Some((written, time)) = following.or_else(preceding) {
            let text = format!("{}时间 {}", &text[start..at], written.trim());
            found.push(ZonedTime { text, time, zones: vec![zone] });
        }
    }
    found
}

/// A time of day; of a span the first.
fn clock(typed: &str) -> Option<Clock> {
    let first = typed.split(['-', '~', '～']).next().unwrap_or(typed);
    let (day, time) = human_date::moment(first, Day(0)).ok()?;
    time.filter(|_| day.is_none() && typed.chars().any(|c| c.is_numeric() || "零一二三四五六七八九十".contains(c)))
}

/// The zones that an abbreviation means, written in capitals as it is.
fn abbreviated(word: &str) -> Vec<Zone> {
    if let Some((_, meanings)) = AMBIGUOUS.iter().find(|(short, _)| *short == word) {
        return meanings.iter().filter_map(|name| name.parse().ok()).collect();
    }
    // UTC+8
    let offset = word.strip_prefix("UTC").or_else(|| word.strip_prefix("GMT")).unwrap_or_default();
    let is_offset = offset.len() > 1 && offset.starts_with(['+', '-']);
    let is_known = is_offset
        || ["utc", "gmt"].contains(&word)
        || PLAIN.contains(&word)
        || ABBREVIATIONS.iter().any(|(short, _)| *short == word);
    is_known.then(|| word.parse().ok()).flatten().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_an_item_is_found_with_a_zone_beside_it() {
        let found = |text: &str| -> Vec<String> {
            zoned_variables(text, Clock::from_minutes(14 * 60).0).into_iter().map(|found| found.text).collect()
        };
        assert_eq!(found("{date} {time} UTC, doors 13:00 ET"), ["{time} UTC"]);
        assert_eq!(found("北京时间{time}见"), ["北京时间 {time}"]);
        assert_eq!(found("今晚{time}（北京时间）"), ["北京时间 {time}"]);
        assert_eq!(found("at {time}UTC"), ["at {time} UTC"]);
        assert_eq!(found("{time} utc"), ["{time} utc"]);
        assert_eq!(found("{time} UTC+8"), ["{time} UTC+8"]);
        assert_eq!(found("UTC {time}"), ["UTC {time}"]);
        assert!(found("{time}, see you; 14:00 UTC").is_empty() && found("{time:UTC} UTC").is_empty());
    }

    #[test]
    fn a_time_is_found_with_its_zone() {
        let found = |text: &str| -> Vec<(String, Vec<String>)> {
            let all = zoned_times(text).into_iter();
            all.map(|found| (found.time.to_string(), found.zones.iter().map(|zone| zone.name().to_owned()).collect()))
                .collect()
        };
        for (text, time, zones) in [
            ("Join us at 8pm ET!", "20:00", &["America/New_York"][..]),
            ("Tuesdays, 8:30 pm (CET).", "20:30", &["CET"]),
            ("Doors 18:00 UTC", "18:00", &["UTC"]),
            ("8 pm New York time", "20:00", &["America/New_York"]),
            ("20:00-21:00 BST", "20:00", &["Europe/London", "Asia/Dhaka"]),
            ("9am CST", "09:00", &["America/Chicago", "Asia/Shanghai"]),
            ("Doors UTC 18:00", "18:00", &["UTC"]),
            ("ET 8 pm, sharp", "20:00", &["America/New_York"]),
            ("今晚北京时间20:00开始", "20:00", &["Asia/Shanghai"]),
            ("今晚8点（北京时间）开始", "20:00", &["Asia/Shanghai"]),
            ("纽约时间 晚上8点", "20:00", &["America/New_York"]),
        ] {
            let zones: Vec<String> = zones.iter().map(|zone| (*zone).to_owned()).collect();
            assert_eq!(found(text), [(time.to_owned(), zones)], "{text}");
        }
        for text in [
            "et al. 20",
            "It is 8pm",
            "报名时间：20:00",
            "PT and gym",
            "We met at 8",
            "活动时间 晚上8点",
            "at 8pm, ETA soon",
            "UTC 8 of us",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
