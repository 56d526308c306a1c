//! Names as people compare them: the same letters are the same name, however a keyboard or a file system encoded them.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_security::confusable_detection::skeleton;

/// One spelling for all that are one name: composed letters (NFC), half width, no blanks around it, and one between words.
pub fn canonical_name(name: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !(matches!(c, '\u{3000}' | '\u{ff01}'..='\u{ff5e}') || c.is_whitespace() && c != ' ');
    let has_blanks = name.starts_with(' ') || name.ends_with(' ') || name.contains("  ");
    if !has_blanks && name.chars().all(is_plain) && is_nfc_quick(name.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        out.extend((!out.is_empty()).then_some(' '));
        out.extend(word.chars().map(half_width).nfc());
    }
    Cow::Owned(out)
}

/// What a name comes to where letter case, compatibility forms and invisible characters do not count either.
pub fn name_key(name: &str) -> String {
    let visible = name.nfkc().filter(|c| !is_invisible(*c)).collect::<String>();
    canonical_name(&visible).to_lowercase().nfc().collect()
}

/// What a name looks like, in its own letters and in small ones: names that share a look are hard to tell apart (Unicode's
/// table of confusables).
pub fn name_looks(name: &str) -> [String; 2] {
    let look = |name: &str| skeleton(name).collect::<String>().to_lowercase();
    [look(&canonical_name(name)), look(&name_key(name))]
}

const fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(half) => half,
            None => c,
        },
        _ => c,
    }
}

/// Characters that show nothing and are no part of a name: soft hyphen, zero width, direction.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_spelling_however_it_is_encoded() {
        for (written, same) in [
            ("Zoe\u{308}", "Zoë"),
            ("Ｍｉａ", "Mia"),
            ("  Mia  Chen\u{3000}", "Mia Chen"),
            ("敏姐", "敏姐"),
            ("한", "한"),
            ("小陶（北京）", "小陶(北京)"),
        ] {
            assert_eq!(canonical_name(written), same);
            assert_eq!(canonical_name(same), same);
        }
        assert_ne!(canonical_name("Mia"), canonical_name("mia"));
        assert_ne!(canonical_name("①群"), canonical_name("1群"));
    }

    #[test]
    fn keys_forget_case_and_looks_forget_what_nobody_sees() {
        for (one, other) in
            [("MIA", "mia"), ("\u{feff} Mia", "Mia"), ("ＺＯＥ\u{308}", "zoë"), ("Mi\u{200b}a", "Mia"), ("ﾐｱ", "ミア")]
        {
            assert_eq!(name_key(one), name_key(other));
        }
        let look_alike = |one, other| name_looks(one).iter().any(|look| name_looks(other).contains(look));
        for (one, other) in [("Maria", "Mаria"), ("role-1", "role-l"), ("O2", "02"), ("Ida", "lda"), ("MIA", "mia")] {
            assert!(look_alike(one, other), "{one} {other}");
        }
        for (one, other) in [("Mia", "Mio"), ("敏姐", "敏姊"), ("1群", "2群"), ("小陶", "小桃")] {
            assert!(!look_alike(one, other), "{one} {other}");
        }
    }
}
