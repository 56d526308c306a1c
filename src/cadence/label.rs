//! What stands before a pasted phrase and is no part of it: a bullet, a number, a label with its colon.

use std::ops::Range;

use super::spelling::meant;
use super::stated::Stated;
use crate::value::{Cursor, is_han, month_en};

/// Longer words before a colon are no label.
const LONGEST: usize = 60;

/// Passes over bullets and labels: `- `, `2. `, `**会议时间**：`, `Meeting: `, `时间 `.
pub(super) fn skip(s: &mut Cursor<'_>) {
    bullet(s);
    if label(s) || heading(s) {
        bullet(s);
    }
}

/// What may be a phrase behind its title, and the title: 周会（每周一 9:30）, `Weekly sync: Wednesdays 4pm`,
/// `Office hours - Tue 15:00`.
pub(super) fn titles(text: &str) -> Vec<(&str, Range<usize>)> {
    if text.len() > 2 * LONGEST {
        return Vec::new();
    }
    let is_colon = |at: usize| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !is_digit(text[..at].chars().next_back()) || !is_digit(text[at + 1..].chars().next())
    };
    let colons = text.match_indices(':').filter(|(at, _)| is_colon(*at));
    let behind = colons.chain(text.match_indices(" - ")).map(|(at, sign)| (&text[..at], at + sign.len()..text.len()));
    in_brackets(text).into_iter().chain(behind).filter(|(title, _)| !title.trim().is_empty()).collect()
}

fn in_brackets(text: &str) -> Option<(&str, Range<usize>)> {
    let (title, rest) = text.split_once('(')?;
    let phrase = rest.trim_end().strip_suffix(')').filter(|phrase| !phrase.contains(['(', ')']))?;
    let start = title.len() + 1;
    Some((title, start..start + phrase.len()))
}

/// A word over a column, without a colon behind it; whether there was one.
fn heading(s: &mut Cursor<'_>) -> bool {
    const HEADINGS: &[&str] = &[
        "时间 ",
        "会议时间 ",
        "活动时间 ",
        "例会时间 ",
        "频率 ",
        "频次 ",
        "日期 ",
        "日程 ",
        "周期 ",
        "time ",
        "when ",
        "schedule ",
    ];
    s.eat_any(HEADINGS)
}

/// Signs before the first word, and the number of a list.
fn bullet(s: &mut Cursor<'_>) {
    let is_sign = |c: char| (!c.is_alphanumeric() || is_numbered_sign(c)) && !"(@【".contains(c);
    // - [x] every Wed
    if s.take_while(is_sign).ends_with('[') {
        s.eat("x] ");
    }
    if let Some(after) = after_number(*s).or_else(|| after_bracket(*s)) {
        *s = after;
        s.take_while(is_sign);
    }
}

/// ①, ❷, ㈢
const fn is_numbered_sign(c: char) -> bool {
    matches!(c, '①'..='⓿' | '❶'..='➓' | '㈠'..='㈩')
}

/// What follows the number of a list: `2. `, `(1)`, `一、`, `a) `.
fn after_number(mut s: Cursor<'_>) -> Option<Cursor<'_>> {
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let is_open = s.eat("(");
    let mut number = s.take_while(is_numeral);
    let is_letter = number.is_empty();
    if is_letter {
        number = s.take_while(|c| c.is_ascii_lowercase());
    }
    if !(1..=if is_letter { 1 } else { 2 }).contains(&number.chars().count()) {
        return None;
    }
    let ends: &[&str] = match (is_open, is_letter) {
        (true, _) => &[")"],
        (false, true) => &[") ", ". "],
        (false, false) => &[". ", ") ", "、", "\u{fe0f}\u{20e3}", "\u{20e3}"],
    };
    // 2.每周三
    let mut dotted = s;
    let is_dotted = !is_open && !is_letter && dotted.eat(".") && dotted.peek().is_some_and(is_han);
    // 17. Jan and 1、15号 are dates
    let is_end = s.eat_any(ends) || is_dotted && s.eat(".");
    s.take_while(|c| c == ' ');
    let is_bare = !is_open && !is_letter;
    let goes_on = is_bare && (s.peek().is_none_or(is_numeral) || month_en(&mut s.clone()).is_some());
    (is_end && !goes_on).then_some(s)
}

/// What follows a label in brackets: `【例会】`.
fn after_bracket(mut s: Cursor<'_>) -> Option<Cursor<'_>> {
    let (words, rest) = s.rest().strip_prefix('【')?.split_once('】')?;
    let is_label = words.len() <= LONGEST && !rest.trim().is_empty() && !says_when(words);
    s.at += "【".len() + words.len() + "】".len();
    is_label.then_some(s)
}

/// Words before a colon of which no phrase is made; whether there were any.
fn label(s: &mut Cursor<'_>) -> bool {
    let Some((words, rest)) = s.rest().split_once(':') else { return false };
    let is_label = !rest.trim().is_empty()
        && words.len() <= LONGEST
        && !words.contains(|c: char| c.is_ascii_digit())
        && !says_when(words);
    if is_label {
        s.at += words.len() + 1;
    }
    is_label
}

/// Whether words are part of a phrase, or are meant to be.
fn says_when(words: &str) -> bool {
    let chinese = words.replace("日期", "").replace("日程", "").replace("周期", "");
    chinese.contains(|c| is_han(c) && "每周月年日天隔逢星期礼拜农阴初号点上下中晚早午凌".contains(c))
        || Stated::of(words) != Stated::default()
        || words.contains("rrule")
        || words.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
            ["at", "on", "from", "am", "pm", "every", "each", "noon", "lunar", "before", "after", "day"].contains(&word)
                || super::spelling::is_known(word)
                || meant(word).is_some()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_no_part_of_the_phrase() {
        for (line, phrase) in [
            ("- 双周例会,周五上午10点", "双周例会,周五上午10点"),
            ("**公开的会议时间**:每周五", "每周五"),
            ("- 会议频次: 每周三 20:00", "每周三 20:00"),
            ("2. every wed 20:00", "every wed 20:00"),
            ("* coffee chat: every wed", "every wed"),
            ("⏰ 每周三", "每周三"),
            ("1、每周三 20:00", "每周三 20:00"),
            ("一、每周三", "每周三"),
            ("(一)每周三", "每周三"),
            ("(12) every wed", "every wed"),
            ("a) 1st mon of the month", "1st mon of the month"),
            ("2.每周三 20:00", "每周三 20:00"),
            ("① 每周三", "每周三"),
            ("②每周三", "每周三"),
            ("1\u{fe0f}\u{20e3} every wed", "every wed"),
            ("- [x] every wed", "every wed"),
            ("a. every wed", "every wed"),
            ("【例会】每周二", "每周二"),
            ("时间 每周三", "每周三"),
            ("when every wed", "every wed"),
        ] {
            let mut s = Cursor::new(line);
            skip(&mut s);
            assert_eq!(s.rest(), phrase, "{line}");
        }
        for phrase in [
            "1、15号 10:00",
            "一、三、五",
            "【每周二】例会",
            "(wed) 20:00",
            "每周两次:周一、周四",
            "rrule:freq=daily",
            "every wed: 20:00",
            "20:00 daily",
            "17. jan 2027",
            "12.24 19:30",
            "晚上:8点",
        ] {
            let mut s = Cursor::new(phrase);
            skip(&mut s);
            assert_eq!(s.rest(), phrase);
        }
    }
}
