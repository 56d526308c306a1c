//! A text as messages, none longer than a platform takes: cut between paragraphs, else lines, else sentences, else words.

use crate::plan::MessageLimit;

/// The messages of a text, in order; without a limit it is one.
pub fn split(text: &str, limit: Option<MessageLimit>) -> Vec<String> {
    let Some(limit) = limit.filter(|limit| !limit.fits(text)) else { return vec![text.to_owned()] };
    let mut messages = Vec::new();
    let mut rest = text;
    while !limit.fits(rest) {
        let (head, tail) = rest.split_at(cut(rest, limit));
        messages.push(head.trim_end().to_owned());
        rest = tail.trim_start_matches(['\n', ' ']);
    }
    if !rest.is_empty() {
        messages.push(rest.to_owned());
    }
    messages.retain(|message| !message.is_empty());
    messages
}

/// Where a text that is too long is cut: the last good place that leaves at least half of a message, in the order of how
/// good it is; else after the last character that fits.
fn cut(text: &str, limit: MessageLimit) -> usize {
    let end = limit.longest(text);
    let head = &text[..end];
    let after = |marks: &[char]| head.rfind(marks).map(|at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let places = [
        head.rfind("\n\n"),
        head.rfind('\n'),
        after(&['。', '！', '？', '；', '.', '!', '?', ';']),
        after(&[' ', '，', '、']),
    ];
    let good = places.into_iter().flatten().find(|at| *at >= end / 2 && *at > 0);
    good.unwrap_or_else(|| {
        // a mark that escapes the next character stays with it
        let slashes = head.len() - head.trim_end_matches('\\').len();
        let end = if slashes % 2 == 1 && end > 1 { end - 1 } else { end };
        // a limit below one character cannot be kept
        end.max(text.chars().next().map_or(1, char::len_utf8))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, limit: MessageLimit) -> Vec<String> {
        let pieces = split(text, Some(limit));
        assert!(pieces.iter().all(|piece| limit.fits(piece)), "{pieces:?}");
        pieces
    }

    #[test]
    fn a_text_is_cut_at_the_best_place_that_fits() {
        let characters = MessageLimit::Characters;
        assert_eq!(pieces("one\n\ntwo\n\nthree", characters(10)), ["one\n\ntwo", "three"]);
        assert_eq!(pieces("one one\ntwo two\nthree", characters(16)), ["one one\ntwo two", "three"]);
        assert_eq!(pieces("一二三。四五六。七", characters(8)), ["一二三。四五六。", "七"]);
        assert_eq!(pieces("alpha beta gamma", characters(11)), ["alpha beta", "gamma"]);
        assert_eq!(pieces("abcdefgh", characters(3)), ["abc", "def", "gh"]);
        assert_eq!(pieces("aa\\*aaaa", characters(3)), ["aa", "\\*a", "aaa"]);
    }

    #[test]
    fn bytes_and_characters_are_counted_each_in_its_way() {
        assert_eq!(pieces("汉字汉字", MessageLimit::Bytes(7)), ["汉字", "汉字"]);
        assert_eq!(pieces("汉字汉字", MessageLimit::Characters(4)), ["汉字汉字"]);
        assert_eq!(pieces("😀😀", MessageLimit::Characters(3)), ["😀", "😀"]);
        assert_eq!(split("any", None), ["any"]);
    }

    #[test]
    fn nothing_but_space_is_lost_at_any_limit() {
        let text = "群规：\n\n1. 不发广告，违者先提醒。再犯就请出去！\n2. be kind, and stay on topic; thanks\n\n有问题找 Ada 😀";
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        for most in 4..80 {
            for limit in [MessageLimit::Characters(most), MessageLimit::Bytes(most)] {
                assert_eq!(bare(&pieces(text, limit).join(" ")), bare(text), "{limit:?}");
            }
        }
    }
}
