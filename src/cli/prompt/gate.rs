//! A yes-or-no question before something is done.

use super::super::failure::Failure;
use super::super::out;
use super::interrupt::Interrupt;
use super::list;
use super::wrap::fit;
use crate::language::{Language, Text};

/// Asks; none when the question is left. `left` is shown when the program is interrupted; Enter answers `usual`.
pub(crate) fn yes(question: &str, left: Text, usual: bool, language: Language) -> Result<Option<bool>, Failure> {
    let _interrupt = Interrupt::watch(left, language);
    out::talk(&fit(question, 0));
    let items = [Text::new("是", "yes"), Text::new("否", "no")].map(|text| text.get(language).to_owned());
    Ok(list::one(&items, usize::from(!usual), language)?.map(|chosen| chosen == 0))
}
