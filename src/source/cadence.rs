//! Reading a cadence, and hours in which people have time: mistakes are shown inside the phrase.

use toml::Spanned;
use toml::de::DeValue;

use super::field::FieldValue;
use super::problems::Problems;
use super::shape::Shape;
use crate::cadence::{Available, Cadence, PhraseError};
use crate::finding::{BAD_CADENCE, Finding, Trail};
use crate::language::Text;

impl FieldValue for Cadence {
    const SHAPE: Shape = Shape::Form(
        Text::new("带引号的时间说法，如 \"每周三 20:00\"", "a cadence in quotes, such as \"every Wed 20:00\""),
        "every Wed 20:00",
    );

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        read_phrase(value, at, problems, Self::SHAPE, Self::parse)
    }
}

impl FieldValue for Available {
    const SHAPE: Shape = Shape::Form(
        Text::new(
            "带引号的星期和时段，如 \"工作日晚上、周末\"",
            "days and hours in quotes, such as \"weekday evenings, weekends\"",
        ),
        "weekday evenings, weekends",
    );

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        read_phrase(value, at, problems, Self::SHAPE, Self::parse)
    }
}

fn read_phrase<T>(
    value: &Spanned<DeValue<'_>>,
    at: &Trail<'_>,
    problems: &mut Problems,
    shape: Shape,
    parse: impl Fn(&str) -> Result<T, PhraseError>,
) -> Option<T> {
    let text = problems.text(value, at, &shape)?;
    let error = match parse(text) {
        Ok(read) => return Some(read),
        Err(error) => error,
    };
    let finding = Finding::new(&BAD_CADENCE, at.path()).with("value", text).with("want", error.expected);
    problems.inside(if error.near.is_empty() { finding } else { finding.with("near", error.near) }, error.at);
    None
}
