//! A question that is answered by yes or no, before something is done.

use anyhow::Result;
use dialoguer::Select;
use dialoguer::console::Term;
use dialoguer::theme::ColorfulTheme;

use super::super::out;
use super::interrupt::Interrupt;
use super::wrap::fit;
use crate::language::{Language, Text};

/// Asks; none when somebody leaves the question. `left` is said when the program is interrupted, `usual` is what a mere
/// Enter answers.
pub(crate) fn yes(question: &str, left: Text, usual: bool, language: Language) -> Result<Option<bool>> {
    let _interrupt = Interrupt::watch(left, language);
    out::talk(&fit(question, 0));
    let items = [Text::new("是", "yes"), Text::new("否", "no")].map(|text| text.get(language));
    let theme = ColorfulTheme::default();
    let list = Select::with_theme(&theme).items(items).default(usize::from(!usual)).report(false);
    Ok(list.interact_on_opt(&Term::buffered_stderr())?.map(|chosen| chosen == 0))
}
