//! Reading single values: each kind of value once.

use toml::Spanned;
use toml::de::DeValue;

use super::field::{FieldValue, Visit};
use super::problems::Problems;
use super::shape::Shape;
use crate::finding::{Arg, Trail};
use crate::language::Text;
use crate::value::{Clock, Day, Length, Money, Offset, QuietHours, Share, Slug, ValueError};

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

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        let words = if *self { Text::new("是", "yes") } else { Text::new("否", "no") };
        visitor.value(at, &|language| words.get(language).to_owned());
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
            problems.bad(at, number.as_str().to_owned(), want, Vec::new(), false);
            None
        }
    }
}

impl FieldValue for u32 {
    const SHAPE: Shape = Shape::Integer { min: 0, max: 1_000_000_000 };

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        integer(value, at, problems, 0, 1_000_000_000).and_then(|n| Self::try_from(n).ok())
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        visitor.value(at, &|_| self.to_string());
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
                ValueError::new(Text::new("公元 1 年以后的日期", "a date from the year 1 on")),
            );
        }
        date
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        visitor.value(at, &|_| self.to_string());
    }
}

/// A day, or a time on a day, without zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The time of day, if given.
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

/// Values that are read from a text with `FromStr`; the last expression says how people read them.
macro_rules! forms {
    ($($type:ty: $zh:literal / $en:literal, $example:literal $(, $shown:expr)?;)*) => {
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

            $(fn visit(&self, at: &$crate::finding::Trail<'_>, visitor: &mut dyn $crate::source::Visit) {
                let shown: fn(&Self, $crate::language::Language) -> String = $shown;
                visitor.value(at, &|language| shown(self, language));
            })?
        })*
    };
}

pub(crate) use forms;

forms! {
    Clock: "带引号的时间，如 \"07:30\"" / "a time of day in quotes, such as \"07:30\"", "07:30",
        |value, _| value.to_string();
    QuietHours: "带引号的时段，如 \"22:30-07:30\"" / "hours in quotes, such as \"22:30-07:30\"", "22:30-07:30",
        |value, _| value.to_string();
    Length: "带引号的时长，如 \"90m\"、\"3d\"" / "a length of time in quotes, such as \"90m\" or \"3d\"", "3d",
        |length, language| length.in_words(language);
    Money: "带引号的金额，如 \"365 CNY\"" / "an amount in quotes, such as \"365 CNY\"", "365 CNY",
        |value, _| value.to_string();
    Share: "带引号的比例，如 \"60%\"" / "a share in quotes, such as \"60%\"", "60%",
        |value, _| value.to_string();
    Offset: "带引号的相对时间，如 \"T-3d 20:00\"" / "an offset in quotes, such as \"T-3d 20:00\"", "T-3d 20:00",
        |value, _| value.to_string();
    Slug: "带引号的名字（小写字母、数字、连字符）" / "a name in quotes (lower-case letters, digits, hyphens)", "reading-club";
}
