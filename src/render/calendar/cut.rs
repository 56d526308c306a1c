//! Texts in few columns: cut where nothing breaks, and shown to be cut.

use unicode_width::UnicodeWidthStr;

/// The characters of a text that are looked at: marks without width would make it endless.
const LONGEST: usize = 500;

/// The text without the characters that mark styles here; what no cell can hold is not looked at.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2060}'..='\u{206f}')).take(LONGEST).collect()
}

/// Where a text is cut so that the part before takes at most so many columns.
pub(super) fn cut(text: &str, columns: usize) -> usize {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let fits = ends.take_while(|end| text[..*end].width() <= columns).last().unwrap_or(0);
    // neither half an emoji nor a mark that waits for what it joins
    text[..fits].trim_end_matches(['\u{200d}', ' ']).len()
}

/// The end of the last whole word before a cut, where that leaves most of the line; Chinese is cut anywhere.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let is_within = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if !is_within(text[..at].chars().next_back()) || !is_within(text[at..].chars().next()) {
        return at;
    }
    let end = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    if end * 2 > at { end } else { at }
}

/// The text in at most so many columns.
pub(super) fn fit(text: &str, columns: usize, ascii: bool) -> String {
    let text = printable(text);
    if text.width() <= columns {
        return text.trim_end().to_owned();
    }
    let sign = if ascii { "~" } else { "…" };
    format!("{}{sign}", &text[..cut(&text, columns.saturating_sub(1))])
}

/// The end of a text in at most so many columns: of texts that begin alike.
pub(super) fn fit_end(text: &str, columns: usize, ascii: bool) -> String {
    let text = printable(text);
    if text.width() <= columns {
        return text.trim_end().to_owned();
    }
    let sign = if ascii { "~" } else { "…" };
    let room = columns.saturating_sub(1);
    let from = text.char_indices().map(|(at, _)| at).find(|at| text[*at..].width() <= room).unwrap_or(text.len());
    // no mark that waits for what is cut away
    format!("{sign}{}", text[from..].trim_start_matches(['\u{200d}', '\u{fe0f}', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_by_columns_and_never_within_a_character() {
        assert_eq!(fit("20:00 线下共读", 14, false), "20:00 线下共读");
        assert_eq!(fit("20:00 线下共读", 13, false), "20:00 线下共…");
        assert_eq!(fit("20:00 线下共读", 12, true), "20:00 线下~");
        assert_eq!(fit("a👩\u{200d}👩\u{200d}👧b", 3, false), "a…");
        let words = |text: &str, columns| text[..word_end(text, cut(text, columns))].to_owned();
        assert_eq!(words("10:30 sig-docs: new", 13), "10:30 sig-");
        assert_eq!(words("10:30 contributors", 13), "10:30 contrib");
        assert_eq!(words("20:00 线下共读", 11), "20:00 线下");
        assert_eq!(fit("a", 1, false), "a");
        assert_eq!(fit("ab", 1, false), "…");
        assert_eq!(fit_end("Triage, sig-auth", 9, false), "…sig-auth");
        assert_eq!(fit_end("线下共读", 6, true), "~共读");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_cell(text in "\\PC{0,40}", columns in 1usize..30) {
            prop_assert!(fit(&text, columns, false).width() <= columns);
            prop_assert!(fit_end(&text, columns, false).width() <= columns);
            let at = cut(&text, columns);
            prop_assert!(text.is_char_boundary(at) && text[..at].width() <= columns);
        }
    }
}
