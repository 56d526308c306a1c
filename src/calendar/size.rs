//! How large a calendar may be, and the error for one that is larger.

use thiserror::Error;

use crate::language::{Language, Text};

/// The longest range, in years.
pub const MAX_YEARS: i32 = 100;
/// The most entries of one calendar.
pub const MAX_ENTRIES: usize = 1_000_000;

/// The range asks for more than is made at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TooLarge {
    /// More than [`MAX_YEARS`], or the end before the start.
    #[error("the range is longer than {MAX_YEARS} years")]
    Years,
    /// More than [`MAX_ENTRIES`].
    #[error("the calendar has more than {MAX_ENTRIES} entries")]
    Entries,
}

impl TooLarge {
    /// What is wrong with the range, in one language.
    pub fn message(self, language: Language) -> String {
        let text = match self {
            Self::Years => Text::new(
                "时间范围不对：结束要在开始之后，最长 {years} 年",
                "the range is not valid: it must end after it starts, and can be at most {years|year|years} long",
            ),
            Self::Entries => Text::new(
                "日程超过 {entries} 条；缩短时间范围再试",
                "the calendar has more than {entries} entries; try a shorter range",
            ),
        };
        text.fill(language, |name| match name {
            "years" => Some(MAX_YEARS.to_string()),
            _ => Some(MAX_ENTRIES.to_string()),
        })
    }
}
