//! The text of a phrase, folded to one way of writing, and a cursor on it.
//!
//! Folding keeps the way back: every byte of the folded text knows where it came from. May not: know words.

use std::ops::Range;

use crate::value::fold_width;

/// A phrase in half-width, lower-case and simplified characters, runs of white space as one space.
pub(super) struct Folded {
    text: String,
    /// For each byte of the text, and for its end, the byte of the phrase from which it came.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds a phrase.
    pub(super) fn new(phrase: &str) -> Self {
        let mut text = String::with_capacity(phrase.len());
        let mut origin = Vec::with_capacity(phrase.len() + 1);
        for ((at, original), folded) in phrase.char_indices().zip(fold_width(phrase).chars()) {
            let c = fold(original, folded);
            if c == ' ' && text.ends_with(' ') {
                continue;
            }
            text.push(c);
            origin.resize(text.len(), at);
        }
        origin.push(phrase.len());
        Self { text, origin }
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the phrase for a range of the folded text, without white space at its end.
    pub(super) fn original(&self, at: &Range<usize>) -> Range<usize> {
        let trimmed = self.text.get(at.clone()).map_or(at.end, |word| at.start + word.trim_end().len());
        let place = |n: usize| self.origin.get(n).or(self.origin.last()).copied().unwrap_or(0);
        let start = place(at.start);
        start..place(trimmed).max(start)
    }
}

/// One character; `folded` is what became of it in half width.
fn fold(original: char, folded: char) -> char {
    match original {
        '’' | '‘' | '＇' => '\'',
        '−' | '‐' | '‑' | '―' | '─' => '-',
        '週' => '周',
        '點' => '点',
        '個' => '个',
        '號' => '号',
        '單' => '单',
        '雙' => '双',
        '兩' => '两',
        '農' => '农',
        '曆' | '歷' => '历',
        '後' => '后',
        '時' => '时',
        '節' => '节',
        '禮' => '礼',
        '國' => '国',
        '慶' => '庆',
        '臘' => '腊',
        '數' => '数',
        '間' => '间',
        '開' => '开',
        '會' => '会',
        '項' => '项',
        '當' => '当',
        '〇' => '零',
        c if c.is_whitespace() || c.is_control() => ' ',
        _ => folded.to_ascii_lowercase(),
    }
}

/// Whether a character is Chinese.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// A cursor on a folded text; a copy of it is a place to come back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    /// The byte at which it stands, on a character boundary.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of a text.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What lies ahead.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether nothing lies ahead.
    pub(super) fn is_end(&self) -> bool {
        self.rest().is_empty()
    }

    /// The text between an earlier place and here.
    pub(super) fn since(&self, start: usize) -> Range<usize> {
        start..self.at.max(start)
    }

    /// Passes over `word` if it lies ahead.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let here = self.rest().starts_with(word);
        if here {
            self.at += word.len();
        }
        here
    }

    /// Passes over the first of these that lies ahead.
    pub(super) fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Passes over an English word (or several), behind which no letter or digit may follow; over a Chinese one as it is.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let english = word.ends_with(|c: char| c.is_ascii_alphanumeric());
        let here = ahead.eat(word) && !(english && ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric()));
        if here {
            *self = ahead;
        }
        here
    }

    /// Passes over the first of these words that lies ahead.
    pub(super) fn eat_words(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat_word(word))
    }

    /// The value of the first word of a table that lies ahead.
    pub(super) fn word_of<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(word, _)| self.eat_word(word)).map(|(_, value)| *value)
    }

    /// Passes over spaces.
    pub(super) fn spaces(&mut self) {
        while self.eat(" ") {}
    }

    /// Passes over the characters of a kind and gives them.
    pub(super) fn run(&mut self, of_kind: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !of_kind(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// Digits as a number; one too large to mean anything becomes 99,999.
    pub(super) fn digits(&mut self) -> Option<u32> {
        let digits = self.run(|c| c.is_ascii_digit());
        if digits.is_empty() {
            return None;
        }
        Some(if digits.len() > 4 { 99_999 } else { digits.parse().unwrap_or(99_999) })
    }

    /// Passes over `sign` and exactly `length` digits behind it.
    pub(super) fn signed_digits(&mut self, sign: &str, length: usize) -> Option<u32> {
        let mut ahead = *self;
        if !ahead.eat(sign) {
            return None;
        }
        let start = ahead.at;
        let number = ahead.digits().filter(|_| ahead.at - start == length)?;
        *self = ahead;
        Some(number)
    }

    /// The word ahead, to point at: characters of one kind, or a single sign.
    pub(super) fn word(&self) -> Range<usize> {
        let mut ahead = *self;
        ahead.spaces();
        let start = ahead.at;
        let ascii = |c: char| c.is_ascii_alphanumeric() || matches!(c, '\'' | '-' | ':' | '.');
        match ahead.peek() {
            Some(c) if ascii(c) => ahead.run(ascii),
            Some(c) if is_han(c) => ahead.run(is_han),
            Some(c) => {
                ahead.at += c.len_utf8();
                ""
            }
            None => "",
        };
        ahead.since(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_the_way_back() {
        let phrase = "每週 \u{3000}Ｗｅｄ　２０：００";
        let folded = Folded::new(phrase);
        assert_eq!(folded.text(), "每周 wed 20:00");
        let at = folded.text().find("wed").expect("the word");
        assert_eq!(&phrase[folded.original(&(at..at + 3))], "Ｗｅｄ");
        let end = folded.text().len();
        assert_eq!(folded.original(&(end..end)), phrase.len()..phrase.len());
    }

    #[test]
    fn numbers_and_words_end_where_they_end() {
        let mut scanner = Cursor::new("123456789 every everyday");
        assert_eq!(scanner.digits(), Some(99_999));
        scanner.spaces();
        assert!(!scanner.eat_word("ever") && scanner.eat_word("every"));
        scanner.spaces();
        assert!(!scanner.eat_word("every"));
    }

    #[test]
    fn traditional_characters_and_odd_signs_fold() {
        for (written, folded) in [
            ("每個週日 會後 當天", "每个周日 会后 当天"),
            ("單週 雙週 兩週 間隔", "单周 双周 两周 间隔"),
            ("農曆臘月 舊歷 國慶節 禮拜", "农历腊月 舊历 国庆节 礼拜"),
            ("15號 3點 16時 開始 項目 數", "15号 3点 16时 开始 项目 数"),
            ("二〇二六", "二零二六"),
            ("new year’s ‘eve’＇", "new year's 'eve''"),
            ("9−10‐11‑12―13─14", "9-10-11-12-13-14"),
            ("每天\u{7}8:00\t\u{2009}起", "每天 8:00 起"),
        ] {
            assert_eq!(Folded::new(written).text(), folded);
        }
    }

    #[test]
    fn a_word_is_of_one_kind_or_a_single_sign() {
        for (text, word) in [("每周三 20:00", "每周三"), ("20:00起", "20:00"), (" ★周三", "★"), ("🎉 party", "🎉")]
        {
            assert_eq!(&text[Cursor::new(text).word()], word);
        }
        assert_eq!(Cursor { text: "每天 ★周三", at: 6 }.word(), 7..10);
    }
}
