//! Words about time around a cadence that are no part of a title: `CET`, 柏林时间, `every second`, 晚上, `weekly`.

use std::ops::Range;

use super::part::{longest_place, without};
use crate::language::Text;
use crate::plan::values::Zone;
use crate::value::is_han;
use crate::value::lexicon::MONTHS;

/// A time zone that is written behind a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WrittenZone {
    /// The name of the one that is meant.
    Known(String),
    /// It may be any of these.
    Ambiguous(Vec<String>),
}

/// The part of a line that is a time zone: `CET` behind a time, `Berlin time`, 北京时间, `Europe/Berlin`.
pub(super) fn zone(line: &str) -> Option<(Range<usize>, WrittenZone)> {
    longest_place(line, |part| {
        let text = &line[part.clone()];
        let city = [" time", " Time", "时间"].iter().find_map(|end| text.strip_suffix(end));
        let is_short = (2..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_offset = ["UTC", "GMT"].iter().any(|start| text.starts_with(start));
        if WORLD.contains(&text) {
            return Some(WrittenZone::Known("UTC".to_owned()));
        }
        let is_before_time = || is_offset && line[part.end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let is_behind_time = follows_time(&line[..part.start]) || is_before_time();
        let is_name =
            text.contains('/') && text.bytes().all(|byte| byte.is_ascii_alphabetic() || b"/_".contains(&byte));
        let is_city = is_behind_time && line[..part.start].ends_with(['(', '（']);
        match city.map(str::trim) {
            Some(city) => named(city),
            None if is_name || (is_short || is_offset) && is_behind_time => named(text),
            None if is_city => Zone::of_city(text).map(WrittenZone::Known),
            None => None,
        }
    })
}

/// What UTC is called in Chinese.
const WORLD: [&str; 3] = ["世界时间", "世界标准时间", "协调世界时"];

fn named(text: &str) -> Option<WrittenZone> {
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    match text.parse::<Zone>() {
        Ok(zone) => Some(WrittenZone::Known(zone.region_meant().unwrap_or(zone.name()).to_owned())),
        Err(error) if error.near.len() > 1 => Some(WrittenZone::Ambiguous(error.near)),
        Err(_) => None,
    }
}

/// Whether a text ends with a time of day.
fn follows_time(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "(（[,，".contains(c)).to_lowercase();
    let ends = ["am", "pm", "noon", "midnight", "点", "点半", "分", "刻"];
    before.ends_with(|c: char| c.is_ascii_digit()) || ends.iter().any(|end| before.ends_with(end))
}

/// Words before a time that belong to it.
const BEFORE: &[&str] = &[
    "every",
    "each",
    "other",
    "alternate",
    "first",
    "second",
    "third",
    "fourth",
    "last",
    "1st",
    "2nd",
    "3rd",
    "4th",
    "5th",
    "odd",
    "even",
];
const BEFORE_ZH: &[&str] =
    &["每", "隔", "第", "每隔", "每个", "每第", "单周", "双周", "隔周", "每两周", "每月", "每季度"];
/// Words behind a time that belong to it.
const BEHIND: &[&str] = &[
    "time",
    "o'clock",
    "biweekly",
    "bi-weekly",
    "fortnightly",
    "weekly",
    "monthly",
    "quarterly",
    "alternating",
    "am",
    "pm",
];
const BEHIND_ZH: &[&str] = &["单周", "双周", "隔周", "每两周", "每月一次", "每周一次", "一次"];

/// A part that says when, with the words around it that belong to it too.
pub(super) fn widened(line: &str, part: &Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (part.start, part.end);
    loop {
        let before = line[..start].trim_end();
        let word = before.rsplit(|c: char| c.is_whitespace() || is_han(c)).next().unwrap_or_default().to_lowercase();
        let found = BEFORE.iter().chain(BEFORE_ZH).filter(|known| match known.is_ascii() {
            true => word == **known,
            false => before.ends_with(*known),
        });
        let Some(length) = found.map(|known| known.len()).max() else { break };
        start = before.len() - length;
    }
    loop {
        let behind = &line[end..];
        let rest = behind.trim_start_matches([' ', ',', '，', '(', '（']);
        let word = rest.split(|c: char| c.is_whitespace() || ",，()（）".contains(c)).next().unwrap_or_default();
        let found = BEHIND.iter().chain(BEHIND_ZH).filter(|known| match known.is_ascii() {
            true => word.eq_ignore_ascii_case(known),
            false => rest.starts_with(*known),
        });
        let Some(length) = found.map(|known| known.len()).max() else { break };
        end += behind.len() - rest.len() + length;
    }
    start..end
}

/// A part that ends with a month, with the months that are listed behind it: `first Sunday of jan, jul`.
pub(super) fn with_more_months(line: &str, part: Range<usize>) -> Range<usize> {
    let mut end = part.end;
    loop {
        let rest = line[end..].trim_start();
        let bare =
            [",", "，", "、", "/", "&"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest).trim_start();
        let bare = bare.strip_prefix("and ").unwrap_or(bare).trim_start();
        let word = bare.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_lowercase();
        let months = MONTHS.iter().flatten().map(|name| name.to_lowercase());
        let is_month = bare.len() < rest.len() && (word == "sept" || months.into_iter().any(|name| name == word));
        if !is_month {
            return part.start..end;
        }
        end = line.len() - bare.len() + word.len();
    }
}

/// A part of the day: its words, the hour that is usual of it, and the question about it.
struct PartOfDay {
    zh: &'static [&'static str],
    en: &'static [&'static str],
    hour: &'static str,
    asks: Text,
}

const DAY_PARTS: &[PartOfDay] = &[
    PartOfDay {
        zh: &["早上", "早晨", "上午", "清晨", "一早"],
        en: &["morning", "mornings"],
        hour: "9:00",
        asks: Text::new("上午几点？", "what time in the morning?"),
    },
    PartOfDay {
        zh: &["中午", "午间"],
        en: &["noon", "lunchtime"],
        hour: "12:00",
        asks: Text::new("中午几点？", "what time around noon?"),
    },
    PartOfDay {
        zh: &["下午", "午后", "傍晚"],
        en: &["afternoon", "afternoons"],
        hour: "15:00",
        asks: Text::new("下午几点？", "what time in the afternoon?"),
    },
    PartOfDay {
        zh: &["晚上", "晚间", "夜里", "夜间", "晚"],
        en: &["evening", "evenings", "night", "nights"],
        hour: "20:00",
        asks: Text::new("晚上几点？", "what time in the evening?"),
    },
];

/// The part of the day that a line names without an hour, right behind its day or before all else: `Friday evening`,
/// 周五晚上; with a usual hour, and the question for the right one.
pub(super) fn day_part(line: &str, day: &Range<usize>) -> Option<(Range<usize>, &'static str, Text)> {
    let behind = line[day.end..].len() - line[day.end..].trim_start().len() + day.end;
    let title = line.len() - line.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let first = if title == day.start { behind } else { title };
    let starts = [behind, first].into_iter();
    let at = |start: usize| {
        let rest = &line[start..];
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        DAY_PARTS.iter().find_map(|part| {
            let english = || part.en.iter().find(|known| word.eq_ignore_ascii_case(known));
            // 晚自习, 晚餐会 are names
            let chinese = || {
                part.zh.iter().find(|known| rest.starts_with(**known) && (known.chars().count() > 1 || word == **known))
            };
            let known = english().or_else(chinese)?;
            Some((start..start + known.len(), part.hour, part.asks))
        })
    };
    let at_end = || {
        let whole = line.trim_end();
        let known = DAY_PARTS.iter().flat_map(|part| part.zh.iter().map(move |known| (part, *known)));
        let mut ending = known.filter(|(_, known)| known.chars().count() > 1 && whole.ends_with(known));
        ending.find_map(|(part, known)| {
            let start = whole.len() - known.len();
            let stands_alone = whole[..start].ends_with(char::is_whitespace);
            (stands_alone && start >= day.end).then_some((start..whole.len(), part.hour, part.asks))
        })
    };
    starts.into_iter().find_map(at).or_else(at_end)
}

/// Words that say how often, and leave the day open.
const RATES: &[&str] = &[
    "weekly",
    "biweekly",
    "fortnightly",
    "monthly",
    "quarterly",
    "yearly",
    "every week",
    "each week",
    "every two weeks",
    "every other week",
    "every month",
    "each month",
    "every quarter",
    "each quarter",
    "once a quarter",
    "once a month",
    "once a week",
    "once a year",
    "every year",
    "each year",
];
const RATES_ZH: &[&str] = &[
    "每周一次",
    "每周",
    "每星期",
    "每两周一次",
    "每两周",
    "双周",
    "隔周",
    "每月一次",
    "每个月一次",
    "每月",
    "每个月",
    "月度",
    "每季度一次",
    "每个季度一次",
    "每季度",
    "每个季度",
    "季度",
    "每年一次",
    "每年",
    "年度",
];

/// The longest words that say how often, where the day is not said.
pub(super) fn rate(line: &str) -> Option<Range<usize>> {
    let lower = line.to_lowercase();
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let found = RATES.iter().chain(RATES_ZH).flat_map(|word| lower.match_indices(word));
    let alone = found.map(|(at, word)| at..at + word.len()).filter(|part| {
        !is_letter(lower[..part.start].chars().next_back()) && !is_letter(lower[part.end..].chars().next())
    });
    alone.filter(|_| lower.len() == line.len()).max_by_key(|part| (part.len(), std::cmp::Reverse(part.start)))
}

/// The rate by itself where it is weekly: what is held in turns for a week each begins on its first day.
pub(super) fn is_weekly(rate: &str) -> bool {
    ["weekly", "every week", "each week", "once a week", "每周", "每星期", "每周一次"]
        .contains(&rate.to_lowercase().as_str())
}

/// A line with an hour of its part of the day, and without the words for that part.
pub(super) fn with_hour(line: &str, part: &Range<usize>, day: &Range<usize>, hour: &str) -> String {
    let (first, last) = if part.start < day.start { (part, day) } else { (day, part) };
    let rest = format!("{} {}", &line[..last.start], &line[last.end..]);
    format!("{} {hour} {}", &line[day.clone()], without(&rest, first))
}
