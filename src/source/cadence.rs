//! Reading a cadence: its mistakes are shown inside the phrase.

use toml::Spanned;
use toml::de::DeValue;

use super::read::{Item, Problems};
use super::shape::Shape;
use crate::cadence::Cadence;
use crate::finding::{BAD_CADENCE, Finding, Trail};
use crate::language::Text;

impl Item for Cadence {
    const SHAPE: Shape = Shape::Form(
        Text::new("带引号的时间说法，如 \"每周三 20:00\"", "a cadence in quotes, such as \"every Wed 20:00\""),
        "every Wed 20:00",
    );

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        let text = problems.text(value, at, Self::SHAPE.wanted())?;
        match Self::parse(text) {
            Ok(cadence) => Some(cadence),
            Err(error) => {
                let finding = Finding::new(&BAD_CADENCE, at.path()).with("value", text).with("want", error.want);
                problems
                    .inside(if error.near.is_empty() { finding } else { finding.with("near", error.near) }, error.at);
                None
            }
        }
    }
}
