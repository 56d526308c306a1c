//! A cursor on a folded text. Must not know words.

use std::ops::Range;

/// Whether a character is Chinese.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// A cursor on a folded text; a copy of it is a place to come back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub(crate) text: &'a str,
    /// The byte that it is at, on a character boundary.
    pub(crate) at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of a text.
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What lies ahead.
    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether nothing lies ahead.
    pub(crate) fn is_end(&self) -> bool {
        self.rest().is_empty()
    }

    /// The text between an earlier place and here.
    pub(crate) fn since(&self, start: usize) -> Range<usize> {
        start..self.at.max(start)
    }

    /// Passes over `word` if it lies ahead.
    pub(crate) fn eat(&mut self, word: &str) -> bool {
        let here = self.rest().starts_with(word);
        if here {
            self.at += word.len();
        }
        here
    }

    /// Passes over the first of these that lies ahead.
    pub(crate) fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Passes over an English word (or several), behind which no letter or digit may follow; over a Chinese one as it is.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let english = word.ends_with(|c: char| c.is_ascii_alphanumeric());
        let here = ahead.eat(word) && !(english && ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric()));
        if here {
            *self = ahead;
        }
        here
    }

    /// Passes over the first of these words that lies ahead.
    pub(crate) fn eat_words(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat_word(word))
    }

    /// The value of the first word of a table that lies ahead.
    pub(crate) fn word_of<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(word, _)| self.eat_word(word)).map(|(_, value)| *value)
    }

    /// Passes over spaces.
    pub(crate) fn spaces(&mut self) {
        while self.eat(" ") {}
    }

    /// Passes over the characters of a kind and gives them.
    pub(crate) fn take_while(&mut self, of_kind: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !of_kind(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// Digits as a number; one too large to mean anything becomes 99,999.
    pub(crate) fn digits(&mut self) -> Option<u32> {
        let digits = self.take_while(|c| c.is_ascii_digit());
        if digits.is_empty() {
            return None;
        }
        Some(if digits.len() > 4 { 99_999 } else { digits.parse().unwrap_or(99_999) })
    }

    /// Passes over `sign` and exactly `length` digits behind it.
    pub(crate) fn signed_digits(&mut self, sign: &str, length: usize) -> Option<u32> {
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
    pub(crate) fn word(&self) -> Range<usize> {
        let mut ahead = *self;
        ahead.spaces();
        let start = ahead.at;
        let ascii = |c: char| c.is_ascii_alphanumeric() || matches!(c, '\'' | '-' | ':' | '.');
        match ahead.peek() {
            Some(c) if ascii(c) => ahead.take_while(ascii),
            Some(c) if is_han(c) => ahead.take_while(is_han),
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
    fn numbers_and_words_end_where_they_end() {
        let mut scanner = Cursor::new("123456789 every everyday");
        assert_eq!(scanner.digits(), Some(99_999));
        scanner.spaces();
        assert!(!scanner.eat_word("ever") && scanner.eat_word("every"));
        scanner.spaces();
        assert!(!scanner.eat_word("every"));
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
