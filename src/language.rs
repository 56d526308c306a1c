//! The two languages of the product, as a value.
//!
//! Everything a person reads is a [`Text`], which cannot lack a half: completeness is a type. A language is
//! chosen only where something is rendered. May not: hold a global, or guess the language of the machine.

use std::fmt;
use std::str::FromStr;

/// A language in which the product speaks.
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

/// One text in both languages; `{name}` stands for a value given when it is shown.
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
        while let Some((_, name, after)) = next_placeholder(rest) {
            names.push(name);
            rest = after;
        }
        names
    }
}

/// Replaces each `{name}` of `template` by what `value` gives; unknown names stay as they are.
pub fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, name, after)) = next_placeholder(rest) {
        out.push_str(before);
        match value(name) {
            Some(text) => out.push_str(&text),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Splits at the first `{name}` (lower-case ASCII, digits, `_`): what stands before, the name, what comes after.
fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| at + from) {
        let tail = &text[open + 1..];
        if let Some(close) = tail.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
            && close > 0
            && tail.as_bytes()[close] == b'}'
        {
            return Some((&text[..open], &tail[..close], &tail[close + 1..]));
        }
        from = open + 1;
    }
    None
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
