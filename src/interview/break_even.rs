//! How many buyers cover the costs, calculated from the answers so far.

use super::chapter::Chapter;
use super::machine::Interview;
use super::rows::find;
use crate::plan::read;
use crate::rules::{BreakEven, break_even};
use crate::source::Document;

impl Interview<'_> {
    /// After an answer about money: how many buyers the plan needs by now.
    pub fn break_even(&self) -> Option<BreakEven> {
        find(self.answers().last()?).filter(|question| question.chapter == Chapter::Monetisation)?;
        let text = self.draft().ok()?.text;
        let mut buffer = String::new();
        break_even(&read(&Document::parse(&text, &mut buffer), self.context().library).plan)
    }
}
