//! A text made ready for judging: cut into clauses, each with marks by which most words are seen not to be in it.

use std::ops::Deref;

use crate::value::fold_char;

/// A text ready for judging: its clauses as each language cuts them. What holds no Chinese has no Chinese clauses, and
/// what holds no Latin letters no English ones.
#[derive(Debug)]
pub(in crate::rules) struct Wording {
    /// Half-width, lower-case, without spaces. A list joined by 、 is one clause.
    pub(in crate::rules) zh: Vec<Clause>,
    /// Lower-case words between single spaces, with one at each end.
    pub(in crate::rules) en: Vec<Clause>,
}

impl Wording {
    /// A text made ready.
    pub(in crate::rules) fn of(text: &str) -> Self {
        let has_chinese = text.chars().any(|c| c >= '\u{2e80}');
        let has_latin = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        Self {
            zh: if has_chinese { clauses(text) } else { Vec::new() },
            en: if has_latin { lines(text) } else { Vec::new() },
        }
    }
}

/// One clause, with a mark for every character and the two bytes after it: most words are seen not to be in it without
/// looking for them.
#[derive(Debug)]
pub(in crate::rules) struct Clause {
    text: String,
    marks: [u64; 8],
}

impl Clause {
    /// A text with its marks.
    pub(in crate::rules) fn of(text: String) -> Self {
        let mut marks = [0; 8];
        for (_, window) in text.as_bytes().windows(3).enumerate().filter(|(at, _)| text.is_char_boundary(*at)) {
            let mark = mark(window);
            marks[mark / 64] |= 1 << (mark % 64);
        }
        Self { text, marks }
    }
}

impl Deref for Clause {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// The mark of three bytes, below 512.
fn mark(window: &[u8]) -> usize {
    let three = window.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
    (three.wrapping_mul(0x9e37_79b1) >> 23) as usize
}

/// What words are looked for in.
pub(in crate::rules) trait Searched {
    /// The text.
    fn text(&self) -> &str;
    /// Whether it may contain a word; only a no is sure.
    fn may_hold(&self, word: &str) -> bool;
}

impl Searched for str {
    fn text(&self) -> &str {
        self
    }

    fn may_hold(&self, _: &str) -> bool {
        true
    }
}

impl Searched for Clause {
    fn text(&self) -> &str {
        self
    }

    fn may_hold(&self, word: &str) -> bool {
        let is_marked = |at: usize| {
            let mark = mark(&word.as_bytes()[at..at + 3]);
            self.marks[mark / 64] & 1 << (mark % 64) != 0
        };
        let Some(last) = word.len().checked_sub(3) else { return true };
        is_marked(0) && (!word.is_char_boundary(last) || is_marked(last))
    }
}

/// The clauses of a Chinese text.
fn clauses(text: &str) -> Vec<Clause> {
    let ends = |c: char| "。！？；，：…\n!?;,:".contains(c);
    let bare = |clause: &str| {
        let mut plain = String::with_capacity(clause.len());
        for c in clause.chars() {
            match fold_char(c) {
                '\u{4e00}'..='\u{9fff}' => plain.push(c),
                c if c.is_whitespace() => {}
                c => plain.extend(c.to_lowercase()),
            }
        }
        plain
    };
    text.split(ends).map(bare).filter(|clause| !clause.is_empty()).map(Clause::of).collect()
}

/// The clauses of an English text.
fn lines(text: &str) -> Vec<Clause> {
    let mut lines = Vec::new();
    let mut line = String::from(" ");
    let mut close = |line: &mut String| {
        if line.len() > 1 {
            if !line.ends_with(' ') {
                line.push(' ');
            }
            lines.push(Clause::of(std::mem::replace(line, String::from(" "))));
        }
    };
    for (at, c) in text.char_indices() {
        let next = || text[at + c.len_utf8()..].chars();
        match c {
            '\'' | '’' => {}
            // 5,000 is one word, and No. 1 one clause
            ',' if line.ends_with(|c: char| c.is_ascii_digit())
                && next().next().is_some_and(|c| c.is_ascii_digit()) => {}
            '.' if next().next() == Some(' ') && !(line.ends_with(" no") && next().nth(1) == Some('1')) => {
                close(&mut line);
            }
            '!' | '?' | ';' | ',' | ':' | '\n' => close(&mut line),
            _ if c.is_alphanumeric() || matches!(c, '#' | '%' | '$' | '€' | '£') => line.extend(c.to_lowercase()),
            _ if !line.ends_with(' ') => line.push(' '),
            _ => {}
        }
    }
    close(&mut line);
    lines
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    #[test]
    fn clauses_are_cut_and_made_plain() {
        let wording = Wording::of("全网 最好，Ｎｏ.1！");
        assert_eq!(wording.zh.iter().map(|clause| &**clause).collect::<Vec<_>>(), ["全网最好", "no.1"]);
        let wording = Wording::of("We're the Best, No. 1! Over 5,000 readers. Really");
        let lines: Vec<&str> = wording.en.iter().map(|line| &**line).collect();
        assert_eq!(lines, [" were the best ", " no 1 ", " over 5000 readers ", " really "]);
        assert!(wording.zh.is_empty() && Wording::of("全网 100%").en.is_empty());
    }

    #[test]
    fn marks_deny_no_word_that_is_there() {
        let clause = |text: &str| Clause::of(text.to_owned());
        for text in ["全网最好的社群", " over 5000 readers ", "a", "é", "ab", "月入5万né", "🎉🎉好"] {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for (n, from) in ends.iter().enumerate() {
                for to in &ends[n + 1..] {
                    let word = &text[*from..*to];
                    assert!(clause(text).may_hold(word), "{text}: {word}");
                }
            }
        }
        assert!(!clause("全网最好").may_hold("销量") && find(&clause("全网最好"), &["销量", "最好"]).is_some());
    }
}
