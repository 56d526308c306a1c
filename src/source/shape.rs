//! What a key may hold, as data: the reader, the JSON Schema, the help and the reference all follow from it.

use crate::finding::{KeyPath, Segment};
use crate::language::Text;

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any text.
    Text,
    /// An integer within bounds.
    Integer {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date.
    Date,
    /// A date, or a date with a time, without zone.
    Moment,
    /// One of these words.
    Choice(&'static [ChoiceInfo]),
    /// A text of a given form: what is wanted, and an example.
    Form(Text, &'static str),
    /// The id of something: its kind, and what it is called.
    Reference(&'static str, Text),
    /// Several of one shape.
    List(&'static Self),
    /// A table of its own.
    Table(&'static TableInfo),
    /// A table with any keys, all of one shape.
    Map(&'static Self),
    /// One of several shapes.
    Either(&'static [Self]),
    /// Not looked at.
    Any,
}

/// One of the words that a key may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChoiceInfo {
    /// The word in the plan.
    pub word: &'static str,
    /// The name shown to people.
    pub name: Text,
    /// Other names people type for it.
    pub also: &'static [&'static str],
}

impl ChoiceInfo {
    /// The choice that a text means: its word, or one of its names in either language, ignoring case.
    pub fn meant<'c>(choices: &'c [Self], text: &str) -> Option<&'c Self> {
        let text = text.trim().to_lowercase();
        let is_it = |name: &str| name.to_lowercase() == text;
        let by_word = choices.iter().find(|choice| is_it(choice.word));
        by_word.or_else(|| {
            choices
                .iter()
                .find(|choice| [choice.name.zh, choice.name.en].iter().chain(choice.also).any(|name| is_it(name)))
        })
    }
}

/// One table of the vocabulary.
#[derive(Debug)]
pub struct TableInfo {
    /// What it is.
    pub about: Text,
    /// Its keys, in the order in which a person would write them.
    pub keys: &'static [KeyInfo],
}

/// One key of a table.
#[derive(Debug)]
pub struct KeyInfo {
    /// The key.
    pub key: &'static str,
    /// What it says.
    pub about: Text,
    /// What it may hold.
    pub shape: Shape,
}

impl TableInfo {
    /// The key of this name.
    pub fn key(&self, key: &str) -> Option<&'static KeyInfo> {
        self.keys.iter().find(|info| info.key == key)
    }

    /// The shape at a route, through lists and tables with any keys, and the description of the last key.
    pub fn shape(&self, path: &KeyPath) -> Option<(&'static Shape, Text)> {
        let mut segments = path.0.iter();
        let Segment::Key(first) = segments.next()? else { return None };
        let info = self.key(first)?;
        let (mut shape, mut about) = (&info.shape, info.about);
        for segment in segments {
            match (shape, segment) {
                (Shape::List(inner), Segment::Index(_)) => shape = inner,
                (Shape::Either(shapes), Segment::Index(_)) => {
                    let list = |shape: &'static Shape| if let Shape::List(inner) = shape { Some(*inner) } else { None };
                    shape = shapes.iter().find_map(list)?;
                }
                (Shape::Map(inner), Segment::Key(_)) => shape = inner,
                (Shape::Table(table), Segment::Key(key)) => {
                    let info = table.key(key)?;
                    (shape, about) = (&info.shape, info.about);
                }
                _ => return None,
            }
        }
        Some((shape, about))
    }

    /// The description of the key at the end of a route of keys.
    pub fn at<'k>(&self, mut keys: impl Iterator<Item = &'k str>) -> Option<&'static KeyInfo> {
        let mut info = self.key(keys.next()?)?;
        for key in keys {
            info = info.shape.table()?.key(key)?;
        }
        Some(info)
    }
}

impl Shape {
    /// The table within, through lists.
    pub const fn table(&self) -> Option<&'static TableInfo> {
        match self {
            Self::Table(table) => Some(table),
            Self::List(inner) => inner.table(),
            _ => None,
        }
    }

    /// What is expected, in words: completes "must be …".
    pub const fn wanted(&self) -> Text {
        match self {
            Self::Text | Self::Reference(..) => Text::new("带引号的文字", "a text in quotes"),
            Self::Choice(_) => Text::new("带引号的一个词", "one word in quotes"),
            Self::Integer { .. } => Text::new("整数", "a whole number"),
            Self::Number => Text::new("数字", "a number"),
            Self::Boolean => Text::new("true 或 false", "true or false"),
            Self::Date => Text::new("不带引号的日期，如 2026-12-24", "a date without quotes, such as 2026-12-24"),
            Self::Moment => Text::new(
                "不带引号的日期或时刻，如 2026-12-24T19:30:00",
                "a date or a date and time without quotes, such as 2026-12-24T19:30:00",
            ),
            Self::Form(want, _) => *want,
            Self::List(Self::Table(_)) => Text::new("一组表（[[…]]）", "tables ([[…]])"),
            Self::List(_) => Text::new("方括号里的一组值", "a list in square brackets"),
            Self::Table(_) | Self::Map(_) => Text::new("一张表", "a table"),
            Self::Either(_) => Text::new("带引号的文字，或这样的文字的列表", "a text in quotes, or a list of these"),
            Self::Any => Text::new("任何值", "any value"),
        }
    }
}
