//! The values in a message, kept apart from its words: numbers for machines, localised only when shown.

use crate::language::{Language, Text};
use crate::value::{Clock, Day, Length, Money, Share};

/// One value of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text of the plan, or a name; shown as it is.
    Text(String),
    /// A name that differs between the languages.
    Name {
        /// In Simplified Chinese.
        zh: String,
        /// In English.
        en: String,
    },
    /// Words of the product.
    Words(Text),
    /// A word of the plan with its name for people.
    Choice(&'static str, Text),
    /// A whole number.
    Count(i64),
    /// A number with decimals; shown with one, a whole one without.
    Decimal(f64),
    /// An amount of money.
    Money(Money),
    /// A share.
    Share(Share),
    /// A day.
    Day(Day),
    /// A time of day.
    Clock(Clock),
    /// A length of time.
    Length(Length),
    /// Words with values of their own in them.
    Phrase(Text, Vec<(&'static str, Self)>),
    /// Several of them.
    List(Vec<Self>),
}

impl Arg {
    /// The argument as a reader of `language` sees it.
    pub fn show(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Name { zh, en } => if language == Language::Zh { zh } else { en }.clone(),
            Self::Words(text) => text.get(language).to_owned(),
            Self::Choice(word, name) if name.get(language) == *word => (*word).to_owned(),
            Self::Choice(word, name) => {
                let brackets = Text::new("{word}（{name}）", "{word} ({name})");
                brackets.fill(language, |part| Some(if part == "word" { word } else { name.get(language) }.to_owned()))
            }
            Self::Count(n) => n.to_string(),
            Self::Decimal(n) => {
                let shown = format!("{n:.1}");
                shown.strip_suffix(".0").map_or_else(|| shown.clone(), str::to_owned)
            }
            Self::Money(money) => money.to_string(),
            Self::Share(share) => share.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Clock(clock) => clock.to_string(),
            Self::Length(length) => length.to_string(),
            Self::Phrase(text, args) => text.fill(language, |name| Some(arg(args, name)?.show(language))),
            Self::List(args) => {
                let separator = Text::new("、", ", ").get(language);
                args.iter().map(|arg| arg.show(language)).collect::<Vec<_>>().join(separator)
            }
        }
    }
}

/// The argument of this name.
pub(super) fn arg<'f>(args: &'f [(&'static str, Arg)], name: &str) -> Option<&'f Arg> {
    args.iter().find(|(n, _)| *n == name).map(|(_, arg)| arg)
}

/// Facts that are made from one value.
macro_rules! args_from {
    ($($from:ty => |$value:ident| $arg:expr;)*) => {
        $(impl From<$from> for Arg {
            fn from($value: $from) -> Self {
                $arg
            }
        })*
    };
}

args_from! {
    String => |v| Self::Text(v);
    &str => |v| Self::Text(v.to_owned());
    &String => |v| Self::Text(v.clone());
    Text => |v| Self::Words(v);
    i64 => |v| Self::Count(v);
    i32 => |v| Self::Count(v.into());
    usize => |v| Self::Count(i64::try_from(v).unwrap_or(i64::MAX));
    f64 => |v| Self::Decimal(v);
    Money => |v| Self::Money(v);
    Share => |v| Self::Share(v);
    Day => |v| Self::Day(v);
    Clock => |v| Self::Clock(v);
    Length => |v| Self::Length(v);
}

impl<T: Into<Self>> From<Vec<T>> for Arg {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
