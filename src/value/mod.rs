//! The small typed values of a plan: days, times of day, lengths, amounts, shares, offsets, names.
//!
//! Each is parsed from the words of the plan, printed back canonically (parse ∘ print = identity), and says what it
//! wants when it cannot be read. May not: know tables, files, or which key it stands under.

mod clock;
mod day;
mod length;
mod money;
mod offset;
mod slug;
mod spoken;
mod typed;

pub use clock::{Clock, QuietHours, Span};
pub use day::{Day, Month, Weekday};
pub use length::Length;
pub use money::{Money, Share};
pub use offset::{Offset, Shift};
pub use slug::Slug;

use crate::language::Text;

/// Why a text is not such a value: what is wanted, and the nearest that would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError {
    /// What is wanted, with an example; completes "expected …".
    pub expected: Text,
    /// The nearest value that would be accepted, in the words of the plan.
    pub near: Option<String>,
}

impl ValueError {
    /// A wanted thing without a suggestion.
    pub const fn new(expected: Text) -> Self {
        Self { expected, near: None }
    }

    /// The same with the nearest acceptable value.
    pub fn near(mut self, near: impl Into<String>) -> Self {
        self.near = Some(near.into());
        self
    }
}

/// Folds what Chinese input methods leave in values: full-width digits, letters, colons, commas, hyphens, spaces.
pub fn fold_width(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// One character of [`fold_width`].
pub const fn fold_char(c: char) -> char {
    match c {
        '–' | '—' | '～' | '〜' => '-',
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(folded) => folded,
            None => c,
        },
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// A number and the unit behind it, spaces between them allowed: `3 d` → `("3", "d")`.
fn number_and_unit(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    (&text[..end], text[end..].trim())
}
