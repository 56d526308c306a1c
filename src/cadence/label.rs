//! What stands before a pasted phrase and is no part of it: a bullet, a number, a label with its colon.

use super::spelling::meant;
use super::stated::Stated;
use crate::value::{Cursor, is_han, month_en};

/// Longer words before a colon are no label.
const LONGEST: usize = 60;

/// Passes over bullets and labels: `- `, `2. `, `**会议时间**：`, `Meeting: `.
pub(super) fn skip(s: &mut Cursor<'_>) {
    bullet(s);
    if label(s) {
        bullet(s);
    }
}

/// Signs before the first word, and the number of a list.
fn bullet(s: &mut Cursor<'_>) {
    let is_sign = |c: char| !c.is_alphanumeric() && !"(@".contains(c);
    s.take_while(is_sign);
    let mut ahead = *s;
    let is_numbered = ahead.digits().is_some_and(|n| n < 100) && ahead.eat_any(&[". ", ") ", "、 "]);
    // 17. Jan is a date
    if is_numbered && !ahead.peek().is_some_and(|c| c.is_ascii_digit()) && month_en(&mut ahead.clone()).is_none() {
        ahead.take_while(is_sign);
        *s = ahead;
    }
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
        ] {
            let mut s = Cursor::new(line);
            skip(&mut s);
            assert_eq!(s.rest(), phrase, "{line}");
        }
        for phrase in
            ["每周两次:周一、周四", "rrule:freq=daily", "every wed: 20:00", "20:00 daily", "17. jan 2027", "晚上:8点"]
        {
            let mut s = Cursor::new(phrase);
            skip(&mut s);
            assert_eq!(s.rest(), phrase);
        }
    }
}
