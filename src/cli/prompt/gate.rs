//! A question that is answered by yes or no, before something is done.

use super::super::out;
use super::interrupt::Interrupt;
use super::list;
use super::wrap::fit;
use crate::language::{Language, Text};
use anyhow::Result;

/// Asks; none when somebody leaves the question. `left` is said when the program is interrupted, `usual` is what a mere
/// Enter answers.
pub(crate) fn yes(question: &str, left: Text, usual: bool, language: Language) -> Result<Option<bool>> {
    let _interrupt = Interrupt::watch(left, language);
    out::talk(&fit(question, 0));
    let items = [Text::new("是", "yes"), Text::new("否", "no")].map(|text| text.get(language).to_owned());
    Ok(list::one(&items, usize::from(!usual), language)?.map(|chosen| chosen == 0))
}
