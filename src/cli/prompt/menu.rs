//! The chapters of the full interview to choose from, each with how much of it is answered.

use unicode_width::UnicodeWidthStr;

use super::super::failure::Failure;
use super::super::out;
use super::{choice, list, messages};
use crate::interview::{Chapter, ChapterState};
use crate::language::{Language, Text};

/// What is chosen.
pub(crate) enum MenuReply {
    /// A chapter.
    Open(Chapter),
    /// It is enough: the plan is written.
    Finish,
    /// The user leaves.
    Leave,
}

/// Shows the chapters and asks; the focus is on the first with something to answer. Where a plan `is_written` at the end, that
/// is a choice too.
pub(crate) fn ask(chapters: &[ChapterState], is_written: bool, language: Language) -> Result<MenuReply, Failure> {
    out::message("");
    out::message(&messages::bold(
        Text::new("想看哪一章？先后随意", "Which chapter? Take them in any order").get(language),
    ));
    let keys = match is_written {
        true => Text::new(
            "上下键选，回车确定；Esc 先停下，回答留着",
            "arrows to move, Enter to choose; Esc stops and keeps the answers",
        ),
        false => Text::new("上下键选，回车确定；Esc 停下", "arrows to move, Enter to choose; Esc stops"),
    };
    out::message(&messages::dim(keys.get(language)));
    let width = chapters.iter().map(|state| state.heading.name.get(language).width()).max().unwrap_or_default();
    let mut items: Vec<String> = chapters.iter().map(|state| row(state, width, language)).collect();
    let end = match is_written {
        true => Text::new("写计划（空着的以后再补）", "write the plan (what is open can be added later)"),
        false => Text::new("就到这里", "that is all"),
    };
    items.push(end.get(language).to_owned());
    let focus = chapters.iter().position(|state| state.missing + state.borrowed > 0).unwrap_or(chapters.len());
    let chosen = list::one(&items, focus, None, language).or_else(|error| choice::stopped(error, None))?;
    Ok(match chosen {
        Some(at) if at < chapters.len() => MenuReply::Open(chapters[at].chapter),
        Some(at) if is_written && at == chapters.len() => MenuReply::Finish,
        _ => MenuReply::Leave,
    })
}

/// A chapter with its counts; what is a starter's only where there is some.
fn row(state: &ChapterState, width: usize, language: Language) -> String {
    let name = state.heading.name.get(language);
    let space = " ".repeat(width - name.width());
    let words = match state.borrowed {
        0 => Text::new(
            "{nth} {name}{space}  自己的 {own} · 还空 {missing}",
            "{nth} {name}{space}  yours {own} · open {missing}",
        ),
        _ => Text::new(
            "{nth} {name}{space}  自己的 {own} · 模板的 {borrowed} · 还空 {missing}",
            "{nth} {name}{space}  yours {own} · the starter's {borrowed} · open {missing}",
        ),
    };
    words.fill(language, |fact| {
        Some(match fact {
            "nth" => format!("{:>2}", state.heading.number),
            "name" => name.to_owned(),
            "space" => space.clone(),
            "own" => state.own.to_string(),
            "borrowed" => state.borrowed.to_string(),
            _ => state.missing.to_string(),
        })
    })
}
