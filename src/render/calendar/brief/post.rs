//! Texts cut to a length, at the end of a line or a word where there is one.

use crate::plan::MessageLimit;

/// A text that fits, and what did not.
pub(super) struct ShortenedText {
    /// The text, with `…` at its end where something was left out.
    pub text: String,
    /// What was left out.
    pub rest: Option<String>,
}

/// As much of a text as one message takes. It is cut behind a line if that leaves more than half of it, else before a
/// space if one is near, else in the middle of a word.
pub(super) fn cut(text: &str, limit: Option<MessageLimit>) -> ShortenedText {
    let Some(limit) = limit.filter(|limit| !limit.fits(text)) else {
        return ShortenedText { text: text.to_owned(), rest: None };
    };
    let end = if limit.fits("…") { "…" } else { "" };
    let head = &text[..limit.beside(end).longest(text)];
    let at = [(head.rfind('\n'), head.len() / 2), (head.rfind(' '), head.len() / 10 * 9)]
        .into_iter()
        .find_map(|(at, least)| at.filter(|at| *at > least))
        .unwrap_or(head.len());
    let (head, rest) = text.split_at(at);
    ShortenedText { text: format!("{}{end}", head.trim_end()), rest: Some(rest.trim_start().to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str, characters: usize) -> (String, Option<String>) {
        let ShortenedText { text, rest } = cut(text, Some(MessageLimit::Characters(characters)));
        (text, rest)
    }

    #[test]
    fn keeps_text_that_fits() {
        assert_eq!(both("早安，大家", 5), ("早安，大家".to_owned(), None));
        assert_eq!(both("", 0), (String::new(), None));
    }

    #[test]
    fn characters_are_counted_and_nothing_is_lost() {
        let text = "第一行写了很多字\n第二行\n第三行也有很多字";
        for characters in 0..=text.chars().count() {
            let (head, rest) = both(text, characters);
            assert!(head.chars().count() <= characters, "{characters}: {head}");
            if let Some(rest) = rest {
                let whole = format!("{}{rest}", head.trim_end_matches('…'));
                assert_eq!(whole.replace('\n', ""), text.replace('\n', ""), "{characters}");
            }
        }
    }

    #[test]
    fn bytes_are_counted_where_bytes_are_meant() {
        let text = "字".repeat(2000);
        let ShortenedText { text: head, rest } = cut(&text, Some(MessageLimit::Bytes(4000)));
        assert_eq!((head.chars().count(), head.len()), (1333, 3999));
        assert_eq!(rest.map(|rest| rest.chars().count()), Some(2000 - 1332));
        assert_eq!(cut("字", Some(MessageLimit::Bytes(2))).text, "", "not even one");
        assert_eq!(cut(&text, None).rest, None);
    }

    #[test]
    fn cuts_at_the_end_of_a_line_or_a_word() {
        assert_eq!(both("aaaa bbbb\ncccc dddd", 16), ("aaaa bbbb…".to_owned(), Some("cccc dddd".to_owned())));
        let words = "the quick brown fox jumps over the lazy dog";
        assert_eq!(both(words, 38), ("the quick brown fox jumps over the…".to_owned(), Some("lazy dog".to_owned())));
        assert_eq!(both("unbreakable", 4), ("unb…".to_owned(), Some("reakable".to_owned())));
    }
}
