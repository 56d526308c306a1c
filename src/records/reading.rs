//! One reading: who wrote down what, about which days.

use super::measure::Measure;
use super::value::Measured;
use crate::value::{Day, DayWindow};

/// The arm of an experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Arm {
    /// The first way.
    A,
    /// The second way.
    B,
}

impl Arm {
    /// The letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// The arm of a letter.
    pub fn of_letter(letter: &str) -> Option<Self> {
        match letter.trim().to_lowercase().as_str() {
            "a" | "ａ" => Some(Self::A),
            "b" | "ｂ" => Some(Self::B),
            _ => None,
        }
    }
}

/// One reading, as it is in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedReading {
    /// What it is known by: a digest of what it says, so that two people who add lines never take the same name for two things.
    pub id: String,
    /// The day on which it was written down.
    pub recorded: Day,
    /// The days that it is about.
    pub window: DayWindow,
    /// What it is about: a goal, an experiment, or the UID of an occurrence or a step.
    pub subject: String,
    /// The arm, of an experiment.
    pub arm: Option<Arm>,
    /// What was measured.
    pub measure: &'static Measure,
    /// The value.
    pub value: Measured,
    /// Out of how many.
    pub of: Option<u64>,
    /// Who collected it.
    pub by: Option<String>,
    /// Where it comes from: a list, an export, a count at the door.
    pub source: Option<String>,
    /// The reading that it corrects.
    pub replaces: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

impl RecordedReading {
    /// The same reading with its id, made from what it says.
    pub fn identified(mut self) -> Self {
        let cells = self.cells();
        // FNV-1a: the same on every machine and in every version
        let mut digest = 0xcbf2_9ce4_8422_2325_u64;
        for byte in cells[1..].join("\u{1f}").bytes() {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.id = format!("r{digest:016x}")[..13].to_owned();
        self
    }

    /// Its cells, in the order of the columns.
    pub fn cells(&self) -> [String; 14] {
        let (value, unit) = self.value.cells();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        [
            self.id.clone(),
            self.recorded.to_string(),
            self.window.first.to_string(),
            self.window.last.to_string(),
            self.subject.clone(),
            self.arm.map_or_else(String::new, |arm| arm.letter().to_owned()),
            self.measure.id.to_owned(),
            value,
            self.of.map(|of| of.to_string()).unwrap_or_default(),
            unit,
            text(&self.by),
            text(&self.source),
            text(&self.replaces),
            text(&self.note),
        ]
    }

    /// Whether both are about the same fact: the same subject, arm, measure and days.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        let fact = |it: &Self| (it.subject.clone(), it.arm, it.measure.id, it.window);
        fact(self) == fact(other)
    }
}
