//! A short mark of some words, by which a change of them is seen.

/// A short mark of some words: others have another (FNV-1a, 32 bits).
pub fn fingerprint(words: &str) -> String {
    let hash =
        words.trim().bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
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
}
