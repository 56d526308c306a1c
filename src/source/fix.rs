//! What a mistyped word, value or line must have meant, where there is no doubt.

use toml::de::{DeTable, DeValue};

use super::literal::literal;
use super::shape::Shape;
use crate::finding::Literal;
use crate::value::{fold_char, fold_width};

/// A full-width sign and the one that TOML wants.
pub(super) const FULL_WIDTH: [(char, &str); 15] = [
    ('＝', "="),
    ('“', "\""),
    ('”', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('，', ","),
    ('。', "."),
    ('、', ","),
    ('［', "["),
    ('］', "]"),
    ('【', "["),
    ('】', "]"),
    ('｛', "{"),
    ('｝', "}"),
    ('＂', "\""),
];

/// The one word of which another is a typo; short words are too similar to each other to decide.
pub(super) fn typo<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let mut slips = words.filter(|known| is_typo(word, known));
    let only = slips.next()?;
    slips.next().is_none().then_some(only)
}

/// Capital letters, `_` for `-`, full width; beyond that one letter of five, two of eight.
fn is_typo(word: &str, known: &str) -> bool {
    let [a, b] = [word, known].map(|word| fold_width(word.trim()).to_lowercase().replace('_', "-"));
    let most = match a.chars().count().min(b.chars().count()) {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    };
    strsim::damerau_levenshtein(&a, &b) <= most
}

/// A value of another type as the one that is wanted: `"210"` as a number, `"host"` as a list of one.
pub(super) fn retyped(shape: &Shape, found: &DeValue<'_>) -> Option<Literal> {
    let text = match (shape, found) {
        (Shape::Text, DeValue::Integer(number)) if number.radix() == 10 => return Some(number.as_str().into()),
        (_, DeValue::String(text)) if !text.trim().is_empty() => fold_width(text),
        _ => return None,
    };
    // about 200 is not 200
    if matches!(shape, Shape::Integer { .. } | Shape::Number) && text.trim().parse::<f64>().is_err() {
        return None;
    }
    let value = literal(shape, &text, None).ok()?;
    match (shape, &value) {
        (Shape::Integer { min, max }, Literal::Integer(n)) => (min..=max).contains(&n).then_some(value),
        (Shape::Number | Shape::Boolean | Shape::Date | Shape::Moment, _) => Some(value),
        // names hold no commas; a text may be one with commas or several
        (Shape::List(Shape::Reference(..) | Shape::Choice(_)), _) => Some(value),
        (Shape::List(Shape::Text | Shape::Form(..)), Literal::List(texts)) => (texts.len() == 1).then_some(value),
        _ => None,
    }
}

/// Nobody types a longer statement by hand; a deep one takes the parser long.
const LONG: usize = 10_000;

/// A statement that is no TOML, as it was meant; it is TOML then.
pub(super) fn statement(text: &str) -> Option<String> {
    if text.len() > LONG {
        return None;
    }
    let is_sound = |meant: &String| meant != text && DeTable::parse_recoverable(meant).1.is_empty();
    half_width(text).filter(is_sound).or_else(|| quoted(text).filter(is_sound))
}

/// The signs outside of quotes and comments in half width, text in Chinese quotes in those of TOML.
fn half_width(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let line = after.find('\n').map_or(after, |end| &after[..end]);
        let verbatim = match c {
            '#' => line.len() + 1,
            '"' | '\'' => line.find(c)? + 2,
            '“' | '”' | '＂' => {
                let (end, close) = line.char_indices().find(|(_, c)| matches!(c, '”' | '“' | '＂' | '"'))?;
                let inner = &line[..end];
                if inner.contains('\\') {
                    return None;
                }
                out.push_str(&format!("\"{inner}\""));
                rest = &after[end + close.len_utf8()..];
                continue;
            }
            _ => {
                let sign = FULL_WIDTH.iter().find(|(sign, _)| *sign == c).and_then(|(_, wanted)| wanted.chars().next());
                out.push(sign.unwrap_or_else(|| fold_char(c)));
                rest = after;
                continue;
            }
        };
        out.push_str(&rest[..verbatim]);
        rest = &rest[verbatim..];
    }
    Some(out)
}

/// A text without quotes after its equals sign, in quotes.
fn quoted(text: &str) -> Option<String> {
    let (key, value) = text.split_once('=')?;
    let bare = value.trim();
    let is_text = bare.starts_with(char::is_alphabetic)
        && !bare.contains(|c: char| c.is_control() || "\"'[]{}#=\\“”".contains(c));
    is_text.then(|| format!("{key}= \"{bare}\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Text;

    #[test]
    fn finds_a_typo_only_where_one_word_is_near() {
        let meant = |word: &str| typo(word, ["interest", "openness", "form", "expert", "export"].into_iter());
        assert_eq!(meant("intrest"), Some("interest"));
        assert_eq!((meant("Open_nes"), meant("Ope_nes")), (Some("openness"), None));
        assert_eq!((meant("OPENNESS"), meant("Form")), (Some("openness"), Some("form")));
        assert_eq!(meant("from"), None, "short words are words of their own");
        assert_eq!(meant("expart"), None, "it may be either");
        assert_eq!(meant("interested"), Some("interest"));
        assert_eq!(meant("interesting-people"), None);
    }

    fn read(value: &str) -> toml::Spanned<DeTable<'_>> {
        DeTable::parse(value).expect("TOML")
    }

    #[test]
    fn values_keep_their_meaning() {
        static NAME: Shape = Shape::Reference("role", Text::new("角色", "role"));
        let retype = |shape: &Shape, toml: &str| {
            let text = format!("v = {toml}");
            retyped(shape, read(&text).get_ref().get("v").expect("it is there").get_ref())
        };
        let count = Shape::Integer { min: 0, max: 500 };
        assert_eq!(retype(&count, "\"２１０\""), Some(Literal::Integer(210)));
        assert_eq!(
            (retype(&count, "\"501\""), retype(&count, "\"约 200\""), retype(&count, "2.5")),
            (None, None, None)
        );
        assert_eq!(retype(&Shape::Boolean, "\"true\""), Some(Literal::Boolean(true)));
        assert_eq!(retype(&Shape::Date, "\"2026-12-01\""), "2026-12-01".parse().ok().map(Literal::Day));
        assert_eq!(retype(&Shape::Date, "\"2026-02-30\""), None);
        assert_eq!(retype(&Shape::Text, "13800138000"), Some("13800138000".into()));
        let names = Shape::List(&NAME);
        assert_eq!(retype(&names, "\"host, coach\""), Some(Literal::List(vec!["host".into(), "coach".into()])));
        assert_eq!(retype(&Shape::List(&Shape::Text), "\"守时\""), Some(Literal::List(vec!["守时".into()])));
        assert_eq!((retype(&Shape::List(&Shape::Text), "\"守时，说人话\""), retype(&names, "\" \"")), (None, None));
    }

    #[test]
    fn keeps_quoted_text_within_a_line() {
        for (wrong, right) in [
            ("name ＝ “晨光，读书” # “名字”", Some("name = \"晨光，读书\" # “名字”")),
            ("a = [1，２， “x”、\"，\"]", Some("a = [1,2, \"x\",\"，\"]")),
            ("【community】", Some("[community]")),
            ("when = 每天 08:00", Some("when = \"每天 08:00\"")),
            ("a = “他说\"好\"”", None),
            ("a = “没有关上", None),
            ("a = \"没有关上", None),
            ("a = 1 2", None),
            ("一行话", None),
            ("a = [b", None),
        ] {
            assert_eq!(statement(wrong).as_deref(), right, "{wrong}");
        }
    }
}
