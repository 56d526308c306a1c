//! A short mark of some words, by which a change of them is seen.

/// A short mark of some words: others have another. How they are wrapped, spaced and escaped makes no difference.
pub fn fingerprint(words: &str) -> String {
    fnv(&essence(words))
}

/// Whether words are those of which a fingerprint was made; those of earlier lists are of the raw words.
pub fn is_written(words: &str, written: &str) -> bool {
    fingerprint(words) == written || fnv(words.trim()) == written
}

/// Whether two texts are the same but for their form.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    essence(one) == essence(other)
}

/// Words without what a formatter may change: white space, and escapes of Markdown.
pub(super) fn essence(words: &str) -> String {
    let mut text = unescaped(words);
    text.retain(|c| !c.is_whitespace());
    text
}

/// The words behind Markdown's escapes.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(c));
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// FNV-1a, 32 bits.
fn fnv(words: &str) -> String {
    let hash = words.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_changes_the_fingerprint() {
        // the reference values of FNV-1a
        assert_eq!(
            (fingerprint(""), fingerprint("a"), fingerprint("foobar")),
            ("811c9dc5".to_owned(), "e40c292c".to_owned(), "bf9cf968".to_owned())
        );
        assert_eq!(fingerprint(" a "), fingerprint("a"));
    }

    #[test]
    fn formatting_does_not_change_it() {
        let written = fingerprint("ask \\*all\\* of A &amp; B");
        for same in ["ask *all* of A & B", "ask \\*all\\*  of\nA &amp; B", "ask \\*all* of A \\& B"] {
            assert!(is_written(same, &written), "{same}");
        }
        assert!(is_written("写 群规", &fingerprint("写群规")) && !is_written("ask all of A & B", &written));
        assert!(is_written("a \\# b", &fnv("a \\# b")), "a list of an earlier version");
    }
}
