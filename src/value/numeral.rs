//! Numbers as they are written: in digits, in Chinese numerals, in English words.

use super::cursor::Cursor;
use super::lexicon::{COUNTS, DIGITS, ORDINALS};

/// A count in English: digits, `two`, `a`.
pub(crate) fn count_en(s: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *s;
    let count = ahead.word_of(COUNTS).or_else(|| ahead.digits())?;
    if ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    *s = ahead;
    Some(count)
}

/// An ordinal in English: `1st`, `first`.
pub(crate) fn ordinal_en(s: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *s;
    let number = match ahead.word_of(ORDINALS) {
        Some(number) => number,
        None => ahead.digits().filter(|_| ahead.eat_words(&["st", "nd", "rd", "th"]))?,
    };
    *s = ahead;
    Some(number)
}

/// A number in digits or Chinese numerals up to 九十九.
pub(crate) fn number_zh(s: &mut Cursor<'_>) -> Option<u32> {
    if let Some(number) = s.digits() {
        return Some(number);
    }
    let tens = match s.peek()? {
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    };
    if let Some(tens) = tens {
        s.at += '廿'.len_utf8();
        return Some(tens + numeral(s).unwrap_or(0));
    }
    let first = numeral(s);
    if s.eat("十") {
        return Some(first.unwrap_or(1) * 10 + numeral(s).unwrap_or(0));
    }
    first
}

/// One Chinese numeral, 零 to 九.
fn numeral(s: &mut Cursor<'_>) -> Option<u32> {
    let c = s.peek()?;
    let value = digit(c)?;
    s.at += c.len_utf8();
    Some(value)
}

/// The value of a Chinese digit.
fn digit(c: char) -> Option<u32> {
    DIGITS.iter().find(|(digit, _)| *digit == c).map(|(_, value)| *value)
}

/// A number of 1 to 99 in Chinese numerals.
pub(crate) fn numeral_zh(n: u32) -> String {
    let digit = |n: u32| "零一二三四五六七八九".chars().nth(n as usize % 10).map(String::from).unwrap_or_default();
    match (n / 10, n % 10) {
        (0, ones) => digit(ones),
        (tens, ones) => {
            let tens = if tens == 1 { String::new() } else { digit(tens) };
            format!("{tens}十{}", if ones == 0 { String::new() } else { digit(ones) })
        }
    }
}

/// A number in digits and the unit behind it, spaces between them allowed: `3 d` → `("3", "d")`.
pub(super) fn number_and_unit(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    (&text[..end], text[end..].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers_are_read_as_they_are_printed() {
        for n in 1..100 {
            let mut text = numeral_zh(n);
            assert_eq!(number_zh(&mut Cursor::new(&text)), Some(n), "{text}");
            text.push('点');
            assert_eq!(number_zh(&mut Cursor::new(&text)), Some(n), "{text}");
        }
        assert_eq!(number_zh(&mut Cursor::new("廿八")), Some(28));
        assert_eq!(number_zh(&mut Cursor::new("卅一")), Some(31));
        assert_eq!(number_zh(&mut Cursor::new("百")), None);
        assert_eq!([9, 10, 11, 20, 21].map(numeral_zh), ["九", "十", "十一", "二十", "二十一"]);
    }
}
