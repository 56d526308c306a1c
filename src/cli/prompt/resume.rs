//! Whether an interview that was left unfinished is resumed.

use super::super::failure::Failure;
use super::super::out;
use super::super::wrap::fit;
use super::interrupt::Interrupt;
use super::list;
use super::messages::STOPPED;
use crate::language::{Language, Text};
use crate::render::clean;

/// Asks; none where Esc leaves everything as it is. `chosen` is what the plan begins with, as people chose it.
pub(crate) fn ask_to_resume(
    answered: usize,
    chosen: Option<&str>,
    language: Language,
) -> Result<Option<bool>, Failure> {
    let _interrupt = Interrupt::watch(STOPPED, language);
    let words = Text::new(
        "上次的访谈停在半路，已有 {n} 个回答。",
        "You left an interview unfinished, with {n|answer|answers}.",
    );
    let mut message = words.fill(language, |_| Some(answered.to_string()));
    if let Some(name) = chosen {
        let words = Text::new("你选的是：{name}。", " You chose: {name}.");
        message.push_str(&words.fill(language, |_| Some(clean(name))));
    }
    out::message(&fit(&message, 0));
    let items = [Text::new("接着问", "go on"), Text::new("从头开始", "start over")];
    Ok(list::one(&items.map(|text| text.get(language).to_owned()), 0, None, language)?.map(|at| at == 0))
}
