//! Whether an interview that was left unfinished is taken up again.

use super::super::out;
use super::interrupt::Interrupt;
use super::list;
use super::words::STOPPED;
use super::wrap::fit;
use crate::language::{Language, Text};
use crate::render::clean;
use anyhow::Result;

/// Asks; Esc begins anew.
pub(crate) fn go_on(answered: usize, starter: Option<&str>, language: Language) -> Result<bool> {
    let _interrupt = Interrupt::watch(STOPPED, language);
    let words = Text::new(
        "上次的访谈停在半路，已有 {n} 个回答。",
        "An interview was left unfinished, with {n|answer|answers}.",
    );
    let mut told = words.fill(language, |_| Some(answered.to_string()));
    if let Some(name) = starter {
        let words = Text::new("模板是 {name}。", " Its starter is {name}.");
        told.push_str(&words.fill(language, |_| Some(clean(name))));
    }
    out::talk(&fit(&told, 0));
    let items = [Text::new("接着问", "go on with it"), Text::new("从头开始", "begin anew")];
    Ok(list::one(&items.map(|text| text.get(language).to_owned()), 0, language)? == Some(0))
}
