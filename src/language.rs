//! The two languages of the product, as a value.
//!
//! Everything a person reads is a [`Text`], which cannot lack a half: completeness is a type. A language is
//! chosen only where something is rendered. Must not hold a global, or guess the language of the machine.

use std::fmt;
use std::str::FromStr;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// Both languages, Chinese first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The tag as written in plans and folder names: `zh-CN` or `en` (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language nearest to a locale such as `zh_TW.UTF-8` or `en-GB`; English for all others.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, ()> {
        match tag.to_ascii_lowercase().as_str() {
            "zh-cn" | "zh" | "zh-hans" | "zh_cn" => Ok(Self::Zh),
            "en" | "en-us" | "en-gb" => Ok(Self::En),
            _ => Err(()),
        }
    }
}

/// One text in both languages; `{name}` is replaced by a value given when it is shown. `{n|day|days}` is that value with the
/// word behind it that its number asks for: `1 day`, `2 days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The two halves of one text.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The half in `language`.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }

    /// The half in `language` with each `{name}` replaced by what `value` gives for it; a name without a value
    /// stays as it is written.
    pub fn fill(self, language: Language, value: impl Fn(&str) -> Option<String>) -> String {
        fill(self.get(language), value)
    }

    /// The names of the placeholders of one half, in order of appearance.
    pub fn placeholders(self, language: Language) -> Vec<&'static str> {
        let mut names = Vec::new();
        let mut rest = self.get(language);
        while let Some(found) = next_placeholder(rest) {
            names.push(found.name);
            rest = found.after;
        }
        names
    }
}

/// Replaces each `{name}` of `template` by what `value` gives; unknown names stay as they are.
pub fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(found) = next_placeholder(rest) {
        out.push_str(found.before);
        match (value(found.name), found.forms) {
            (Some(text), None) => out.push_str(&text),
            (Some(text), Some((one, many))) => {
                let word = if text == "1" { one } else { many };
                out.push_str(&format!("{text} {word}"));
            }
            (None, _) => out.push_str(&rest[found.before.len()..rest.len() - found.after.len()]),
        }
        rest = found.after;
    }
    out.push_str(rest);
    out
}

/// A placeholder and what is around it.
struct Placeholder<'t> {
    before: &'t str,
    name: &'t str,
    /// The words for one and for several.
    forms: Option<(&'t str, &'t str)>,
    after: &'t str,
}

/// Splits at the first `{name}` (lower-case ASCII, digits, `_`), `{name:detail}` or `{name|one|many}`.
fn next_placeholder(text: &str) -> Option<Placeholder<'_>> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| at + from) {
        let tail = &text[open + 1..];
        if let Some(end) = tail.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
            && end > 0
            && let (name, rest) = tail.split_at(end + detail(&tail[end..]))
            && let Some((forms, after)) = forms(rest)
        {
            return Some(Placeholder { before: &text[..open], name, forms, after });
        }
        from = open + 1;
    }
    None
}

/// The length of the detail behind a name, such as `:Europe/Berlin`.
fn detail(rest: &str) -> usize {
    if rest.starts_with(':') { rest.find(['{', '|', '}', '\n']).unwrap_or(0) } else { 0 }
}

/// What is between the name of a placeholder and its end, and what comes after it.
fn forms(rest: &str) -> Option<(Option<(&str, &str)>, &str)> {
    if let Some(after) = rest.strip_prefix('}') {
        return Some((None, after));
    }
    let (forms, after) = rest.strip_prefix('|')?.split_once('}')?;
    let (one, many) = forms.split_once('|')?;
    (!forms.contains('{') && !many.contains('|')).then_some((Some((one, many)), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_known_names_and_leaves_the_rest() {
        let text = Text::new("{members} 位成员，{x}{", "{members} members, {not known} {x}");
        let value = |name: &str| (name == "members").then(|| "210".to_owned());
        assert_eq!(text.fill(Language::Zh, value), "210 位成员，{x}{");
        assert_eq!(text.fill(Language::En, value), "210 members, {not known} {x}");
        assert_eq!(text.placeholders(Language::Zh), ["members", "x"]);
        // what is behind a colon belongs to the name
        let zone = |name: &str| (name == "time:Europe/Berlin").then(|| "18:00".to_owned());
        assert_eq!(fill("{time:Europe/Berlin} {time:} {time: {x}", zone), "18:00 {time:} {time: {x}");
    }

    #[test]
    fn a_number_takes_its_singular_or_plural() {
        let text = Text::new("{n} 天", "{n|day|days} and {n|more is|more are} left, {n|a} {x|b|c}");
        let shown = |n: &str| text.fill(Language::En, |name| (name == "n").then(|| n.to_owned()));
        assert_eq!(shown("1"), "1 day and 1 more is left, {n|a} {x|b|c}");
        assert_eq!(shown("0"), "0 days and 0 more are left, {n|a} {x|b|c}");
        assert_eq!(shown("21"), "21 days and 21 more are left, {n|a} {x|b|c}");
        assert_eq!(text.placeholders(Language::En), ["n", "n", "x"]);
        assert_eq!(text.fill(Language::Zh, |_| Some("1".to_owned())), "1 天");
    }

    #[test]
    fn tags_are_read_back() {
        for language in Language::ALL {
            assert_eq!(language.tag().parse(), Ok(language));
        }
        assert_eq!(Language::of_locale("zh_TW.UTF-8"), Language::Zh);
        assert_eq!(Language::of_locale("de_DE"), Language::En);
    }
}
