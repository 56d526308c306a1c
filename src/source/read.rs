//! Reading single values: each kind of value once, every problem reported at its place, nothing read twice.

use std::fmt::Display;

use toml::Spanned;
use toml::de::DeValue;

use super::fix;
use super::shape::{ChoiceInfo, Shape, TableInfo};
use super::suggestion::closest;
use super::vocabulary::{Field, Visit, split};
use crate::finding::{
    Arg, BAD_VALUE, Edit, Finding, KeyPath, Place, PlacePart, REPEATED_ENTRY, Trail, UNKNOWN_KEY, WRONG_TYPE,
};
use crate::language::Text;
use crate::value::{Clock, Day, Length, Money, Offset, QuietHours, Share, Slug, ValueError};

/// One value: what an optional key holds, or an element of a list.
pub trait FieldValue: Sized {
    /// What it looks like.
    const SHAPE: Shape;
    /// Reads it; what cannot be read is reported and is nothing.
    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self>;
    /// Whether there is something at the dotted route below.
    fn has(&self, rest: &str) -> bool {
        rest.is_empty()
    }
    /// Shows the texts, ids and references within.
    fn visit(&self, _at: &Trail<'_>, _visitor: &mut dyn Visit) {}
}

/// The problems of one file while it is read.
#[derive(Debug, Default)]
pub struct Problems {
    /// What was found, in order.
    pub findings: Vec<Finding>,
}

impl Problems {
    /// The routes at which something is wrong; what else is said about them is held back.
    pub fn broken(&self) -> Vec<KeyPath> {
        self.findings.iter().map(|finding| finding.place.path.clone()).collect()
    }

    /// The text of a value that must be one.
    pub fn text<'v>(&mut self, value: &'v Spanned<DeValue<'_>>, at: &Trail<'_>, shape: &Shape) -> Option<&'v str> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.as_ref()),
            other => {
                self.wrong_type(at, shape, other);
                None
            }
        }
    }

    /// Reports a value of another type.
    pub fn wrong_type(&mut self, at: &Trail<'_>, shape: &Shape, found: &DeValue<'_>) {
        let path = at.path();
        let finding = Finding::new(&WRONG_TYPE, path.clone())
            .with("key", path.to_string())
            .with("want", shape.wanted())
            .with("found", type_name(found));
        self.findings.push(match fix::retyped(shape, found) {
            Some(value) => {
                let title = Text::new("换成同一个值的正确写法", "write the same value the way it is wanted");
                finding.fix(title, vec![Edit::set(path, value)], true)
            }
            None => finding,
        });
    }

    /// Reports a value of the right type that cannot be accepted.
    pub fn bad_value(&mut self, at: &Trail<'_>, value: impl Display, error: ValueError) {
        self.bad(at, value.to_string(), error.expected.into(), error.near.into_iter().next(), false);
    }

    /// Reports a text that would be accepted in half-width characters.
    pub fn full_width(&mut self, at: &Trail<'_>, text: &str, folded: String, error: ValueError) {
        self.bad(at, text.to_owned(), error.expected.into(), Some(folded), true);
    }

    /// Reports a word that is none of those wanted.
    pub fn bad_choice(&mut self, at: &Trail<'_>, value: &str, choices: &[ChoiceInfo]) {
        let words = || choices.iter().map(|choice| choice.word);
        let meant = ChoiceInfo::meant(choices, value).map(|choice| choice.word).or_else(|| fix::slip(value, words()));
        let near = meant.or_else(|| closest(value, words()));
        let want = choices.iter().map(|choice| Arg::Choice(choice.word, choice.name)).collect();
        self.bad(at, value.to_owned(), Arg::List(want), near.map(str::to_owned), meant.is_some());
    }

    /// `is_safe`: what is near is without doubt what was meant.
    fn bad(&mut self, at: &Trail<'_>, value: String, want: Arg, near: Option<String>, is_safe: bool) {
        let path = at.path();
        let mut finding = Finding::new(&BAD_VALUE, path.clone())
            .with("key", path.to_string())
            .with("value", value)
            .with("want", want);
        if let Some(near) = near {
            let title = Text::new("换成最接近的写法", "replace it by the nearest");
            finding = finding.with("near", near.clone()).fix(title, vec![Edit::set(path, near)], is_safe);
        }
        self.findings.push(finding);
    }

    /// Reports a key that its table does not have.
    pub fn unknown_key(&mut self, at: &Trail<'_>, key: &str, table: &TableInfo) {
        let known: Vec<&str> = table.keys.iter().map(|info| info.key).collect();
        self.findings.push(unknown_key(at.path(), key, table.about, &known));
    }

    /// Reports an entry that stands in its list already.
    fn repeated(&mut self, at: &Trail<'_>, list: &Trail<'_>, value: &str) {
        let path = at.path();
        let title = Text::new("去掉重复的这一个", "remove the second one");
        let finding = Finding::new(&REPEATED_ENTRY, path.clone()).with("key", list.path().to_string());
        self.findings.push(finding.with("value", value).fix(title, vec![Edit::Remove { path }], true));
    }
}

/// The finding for a key at a route that is none of those known in its table.
pub(crate) fn unknown_key(path: KeyPath, key: &str, table: Text, known: &[&str]) -> Finding {
    let finding = Finding::new(&UNKNOWN_KEY, Place::key(path.clone())).with("key", key).with("table", table);
    let slip = fix::slip(key, known.iter().copied());
    match slip.or_else(|| closest(key, known.iter().copied())) {
        Some(near) => {
            let title = Text::new("改成已知的键名", "give it the known name");
            let edit = Edit::Rename { path, to: near.to_owned() };
            finding.with("near", near).fix(title, vec![edit], slip.is_some())
        }
        None => finding,
    }
}

/// What a value is, in words.
const fn type_name(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => Text::new("文字", "a text"),
        DeValue::Integer(_) => Text::new("整数", "a whole number"),
        DeValue::Float(_) => Text::new("小数", "a number with decimals"),
        DeValue::Boolean(_) => Text::new("true/false", "true or false"),
        DeValue::Datetime(_) => Text::new("日期", "a date or time"),
        DeValue::Array(_) => Text::new("一组值", "a list"),
        DeValue::Table(_) => Text::new("一张表", "a table"),
    }
}

impl<T: FieldValue> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;

    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) {
        *self = T::read(value, at, problems);
    }

    fn has(&self, rest: &str) -> bool {
        self.as_ref().is_some_and(|value| value.has(rest))
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        if let Some(value) = self {
            value.visit(at, visitor);
        }
    }
}

impl<T: FieldValue> Field for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    /// What is read keeps the index that it has in the file: a table that cannot be read leaves its defaults, and of other
    /// values those before the first that cannot be read are kept.
    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) {
        match value.get_ref() {
            DeValue::Array(array) => {
                self.reserve(array.len());
                for (index, element) in array.iter().enumerate() {
                    let here = at.index(index);
                    let value = T::read(element, &here, problems);
                    if self.len() == index {
                        self.extend(value);
                    }
                    // names and choices are there or not; texts may come back on purpose
                    if let (Shape::Reference(..) | Shape::Choice(_), DeValue::String(text)) =
                        (T::SHAPE, element.get_ref())
                        && array.iter().take(index).any(|earlier| earlier.get_ref().as_str() == Some(text))
                    {
                        problems.repeated(&here, at, text);
                    }
                }
            }
            other => problems.wrong_type(at, &<Self as Field>::SHAPE, other),
        }
    }

    fn has(&self, rest: &str) -> bool {
        self.iter().any(|value| value.has(rest))
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        for (index, value) in self.iter().enumerate() {
            value.visit(&at.index(index), visitor);
        }
    }
}

impl FieldValue for String {
    const SHAPE: Shape = Shape::Text;

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        problems.text(value, at, &Self::SHAPE).map(Self::from)
    }

    fn has(&self, rest: &str) -> bool {
        rest.is_empty() && !self.trim().is_empty()
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        visitor.text(at, self);
    }
}

impl FieldValue for bool {
    const SHAPE: Shape = Shape::Boolean;

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        match value.get_ref() {
            DeValue::Boolean(value) => Some(*value),
            other => {
                problems.wrong_type(at, &Self::SHAPE, other);
                None
            }
        }
    }
}

/// The integer of a value, within bounds.
fn integer(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems, min: i64, max: i64) -> Option<i64> {
    let DeValue::Integer(number) = value.get_ref() else {
        problems.wrong_type(at, &Shape::Integer { min, max }, value.get_ref());
        return None;
    };
    match i64::from_str_radix(number.as_str(), number.radix()) {
        Ok(n) if (min..=max).contains(&n) => Some(n),
        _ => {
            let words = Text::new("{min} 到 {max} 的整数", "a whole number from {min} to {max}");
            let want = Arg::Phrase(words, vec![("min", min.into()), ("max", max.into())]);
            problems.bad(at, number.as_str().to_owned(), want, None, false);
            None
        }
    }
}

impl FieldValue for u32 {
    const SHAPE: Shape = Shape::Integer { min: 0, max: 1_000_000_000 };

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        integer(value, at, problems, 0, 1_000_000_000).and_then(|n| Self::try_from(n).ok())
    }
}

impl FieldValue for f64 {
    const SHAPE: Shape = Shape::Number;

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        let number = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse::<Self>().ok().filter(|n| n.is_finite()),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            other => {
                problems.wrong_type(at, &Self::SHAPE, other);
                return None;
            }
        };
        if number.is_none() {
            problems.bad_value(at, "inf/nan", ValueError::new(Text::new("有限的数字", "a finite number")));
        }
        number
    }
}

/// The day of a date of the file.
fn day(date: toml::value::Date) -> Option<Day> {
    Day::from_ymd(date.year.into(), date.month.into(), date.day.into())
}

impl FieldValue for Day {
    const SHAPE: Shape = Shape::Date;

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        let date = match value.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date.and_then(day),
            other => {
                problems.wrong_type(at, &Self::SHAPE, other);
                return None;
            }
        };
        if date.is_none() {
            problems.bad_value(
                at,
                "0000",
                ValueError::new(Text::new("公元 1 年以后的日期", "a date after the year 0")),
            );
        }
        date
    }
}

/// A day, or a time on a day, without zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The time of day, where it was said.
    pub time: Option<Clock>,
}

impl FieldValue for Moment {
    const SHAPE: Shape = Shape::Moment;

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        let DeValue::Datetime(moment) = value.get_ref() else {
            problems.wrong_type(at, &Self::SHAPE, value.get_ref());
            return None;
        };
        let time = moment.time.map(|t| Clock::new(t.hour.into(), t.minute.into()));
        match (moment.date.and_then(day), time, moment.offset) {
            (Some(day), None, None) => Some(Self { day, time: None }),
            (Some(day), Some(Some(time)), None) => Some(Self { day, time: Some(time) }),
            _ => {
                problems.bad_value(at, moment, ValueError::new(Self::SHAPE.wanted()));
                None
            }
        }
    }
}

/// Values that are read from a text with `FromStr`.
macro_rules! forms {
    ($($type:ty: $zh:literal / $en:literal, $example:literal;)*) => {
        $(impl $crate::source::FieldValue for $type {
            const SHAPE: $crate::source::Shape =
                $crate::source::Shape::Form($crate::language::Text::new($zh, $en), $example);

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                at: &$crate::finding::Trail<'_>,
                problems: &mut $crate::source::Problems,
            ) -> Option<Self> {
                let text = problems.text(value, at, &<Self as $crate::source::FieldValue>::SHAPE)?;
                let error = match text.parse::<Self>() {
                    Ok(value) => return Some(value),
                    Err(error) => error,
                };
                let folded = $crate::value::fold_width(text).trim().to_owned();
                match folded.parse::<Self>() {
                    Ok(_) => problems.full_width(at, text, folded, error),
                    Err(_) => problems.bad_value(at, text, error),
                }
                None
            }
        })*
    };
}

pub(crate) use forms;

forms! {
    Clock: "带引号的时间，如 \"07:30\"" / "a time of day in quotes, such as \"07:30\"", "07:30";
    QuietHours: "带引号的时段，如 \"22:30-07:30\"" / "hours in quotes, such as \"22:30-07:30\"", "22:30-07:30";
    Length: "带引号的时长，如 \"90m\"、\"3d\"" / "a length of time in quotes, such as \"90m\" or \"3d\"", "3d";
    Money: "带引号的金额，如 \"365 CNY\"" / "an amount in quotes, such as \"365 CNY\"", "365 CNY";
    Share: "带引号的比例，如 \"60%\"" / "a share in quotes, such as \"60%\"", "60%";
    Offset: "带引号的相对时间，如 \"T-3d 20:00\"" / "an offset in quotes, such as \"T-3d 20:00\"", "T-3d 20:00";
    Slug: "带引号的名字（小写字母、数字、连字符）" / "a name in quotes (lower-case letters, digits, hyphens)", "reading-club";
}

/// A table whose keys are free: pairs in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<T>(pub Vec<(String, T)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Map<T> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

impl<T: FieldValue> Field for Map<T> {
    const SHAPE: Shape = Shape::Map(&T::SHAPE);

    fn fill(&mut self, value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) {
        match value.get_ref() {
            DeValue::Table(table) => {
                for (key, value) in table {
                    let key = key.get_ref().as_ref();
                    if key == "note" {
                        continue;
                    }
                    if let Some(value) = T::read(value, &at.key(key), problems) {
                        self.0.push((key.to_owned(), value));
                    }
                }
            }
            other => problems.wrong_type(at, &<Self as Field>::SHAPE, other),
        }
    }

    fn has(&self, rest: &str) -> bool {
        match split(rest) {
            None => !self.0.is_empty(),
            Some((key, rest)) => self.get(key).is_some_and(|value| value.has(rest)),
        }
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        for (key, value) in &self.0 {
            value.visit(&at.key(key), visitor);
        }
    }
}

/// A value that is never looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unchecked;

impl Field for Unchecked {
    const SHAPE: Shape = Shape::Any;
    fn fill(&mut self, _: &Spanned<DeValue<'_>>, _: &Trail<'_>, _: &mut Problems) {}
    fn has(&self, _: &str) -> bool {
        false
    }
    fn visit(&self, _: &Trail<'_>, _: &mut dyn Visit) {}
}

impl Problems {
    /// Reports a problem within the text of a value.
    pub fn inside(&mut self, finding: Finding, range: std::ops::Range<usize>) {
        let place = Place { path: finding.place.path.clone(), part: PlacePart::Inside(range) };
        self.findings.push(Finding { place, ..finding });
    }
}
