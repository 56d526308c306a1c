//! The answers of a chapter, or of the quick interview, to accept or change.

use super::super::failure::Failure;
use super::super::out;
use super::super::wrap::fit;
use super::{choice, list, messages};
use crate::interview::{Question, Summary};
use crate::language::{Language, Text};
use crate::render::clean;

/// What is done with it.
pub(crate) enum SummaryReply {
    Accept,
    Change(&'static Question),
    Back,
    Stop,
}

/// What accepts the answers of an interview.
pub(super) fn accepts(summary: &Summary) -> Text {
    match summary.heading {
        Some(_) => Text::new("就这样，接着往下", "accept and go on"),
        None => Text::new("就这样，写计划", "accept and write the plan"),
    }
}

/// Shows the answers and asks; what accepts them and what goes back is called so.
pub(super) fn ask(summary: &Summary, [accept, back]: [Text; 2], language: Language) -> Result<SummaryReply, Failure> {
    for line in lines(summary, language) {
        out::message(&line);
    }
    let words = [accept, Text::new("改一个回答", "change an answer"), back];
    let verdict = match list::one(&words.map(|text| text.get(language).to_owned()), 0, None, language) {
        Ok(Some(0)) => SummaryReply::Accept,
        Ok(Some(1)) => {
            let item = |(nth, (_, text, _)): (usize, &(_, String, _))| format!("{} {}", nth + 1, clean(text));
            let items: Vec<String> = summary.lines.iter().enumerate().map(item).collect();
            match list::one(&items, 0, None, language) {
                Ok(Some(nth)) => SummaryReply::Change(summary.lines[nth].0),
                // it is shown again
                Ok(None) => return ask(summary, [accept, back], language),
                Err(error) => return choice::stopped(error, SummaryReply::Stop),
            }
        }
        Ok(_) => SummaryReply::Back,
        Err(error) => return choice::stopped(error, SummaryReply::Stop),
    };
    Ok(verdict)
}

fn lines(summary: &Summary, language: Language) -> Vec<String> {
    let head = match &summary.heading {
        Some(_) => Text::new("第 {n} 章 {name}，你的回答：", "Chapter {n}, {name}: your answers"),
        None => Text::new("你的回答：", "Your answers:"),
    };
    let head = head.fill(language, |name| {
        let heading = summary.heading.as_ref()?;
        Some(if name == "n" { heading.number.to_string() } else { heading.name.get(language).to_owned() })
    });
    let open = Text::new("（空着）", "(left open)").get(language);
    let line = |(nth, (_, text, value)): (usize, &(_, String, String))| {
        let value = if value.trim().is_empty() { open.to_owned() } else { clean(value) };
        fit(&format!("  {}. {} → {value}", nth + 1, clean(text)), 5)
    };
    [String::new(), messages::bold(&head)].into_iter().chain(summary.lines.iter().enumerate().map(line)).collect()
}
