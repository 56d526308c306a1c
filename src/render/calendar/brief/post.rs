//! Texts cut to a length, at the end of a line or a word where there is one.

/// A text that fits, and what did not.
pub(super) struct ShortenedText {
    /// The text, with `…` at its end where something was left out.
    pub text: String,
    /// What was left out.
    pub rest: Option<String>,
}

/// At most this many characters of a text. It is cut behind a line if that leaves more than half of it, else before a
/// space if one is near, else in the middle of a word.
pub(super) fn cut(text: &str, characters: usize) -> ShortenedText {
    if text.chars().count() <= characters {
        return ShortenedText { text: text.to_owned(), rest: None };
    }
    let available = characters.saturating_sub(1);
    let hard = text.char_indices().nth(available).map_or(text.len(), |(at, _)| at);
    let head = &text[..hard];
    let at = [(head.rfind('\n'), head.len() / 2), (head.rfind(' '), head.len() / 10 * 9)]
        .into_iter()
        .find_map(|(at, least)| at.filter(|at| *at > least))
        .unwrap_or(hard);
    let (head, rest) = text.split_at(at);
    let end = if characters == 0 { "" } else { "…" };
    ShortenedText { text: format!("{}{end}", head.trim_end()), rest: Some(rest.trim_start().to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str, characters: usize) -> (String, Option<String>) {
        let ShortenedText { text, rest } = cut(text, characters);
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
    fn cuts_at_the_end_of_a_line_or_a_word() {
        assert_eq!(both("aaaa bbbb\ncccc dddd", 16), ("aaaa bbbb…".to_owned(), Some("cccc dddd".to_owned())));
        let words = "the quick brown fox jumps over the lazy dog";
        assert_eq!(both(words, 38), ("the quick brown fox jumps over the…".to_owned(), Some("lazy dog".to_owned())));
        assert_eq!(both("unbreakable", 4), ("unb…".to_owned(), Some("reakable".to_owned())));
    }
}
