//! A list to choose from: with arrows, or by number on a terminal that cannot move its cursor.
//!
//! Must not know what the items mean.

use std::io;

use console::Term;

use super::super::out;
use super::super::wrap::fit;
use super::line;
use super::picked::picked;
use super::picker::{Picker, PickerEnd};
use super::terminal::is_dumb;
use crate::language::{Language, Text};
use crate::value::fold_width;

/// The rows of a screen that a list leaves to the question.
const ABOVE: usize = 7;

/// How many rows a list may have.
fn rows() -> usize {
    usize::from(Term::stderr().size().0).saturating_sub(ABOVE)
}

/// Lets the user choose one, the default with Enter; none when they leave the list.
pub(super) fn one(
    items: &[String],
    default: usize,
    help: Option<&dyn Fn()>,
    language: Language,
) -> io::Result<Option<usize>> {
    if is_dumb() {
        let words = Text::new("没有这一项；请输入 1 到 {n}", "there is no such entry; type a number from 1 to {n}");
        return typed(items, &|at| at == default, words, language, |text| match text {
            "" => Some(Some(default)),
            _ => picked(text, items).map(Some),
        });
    }
    chosen(&mut Picker::new(items, default, rows(), language), help)
}

/// The same of a long list, which is filtered by typing.
pub(super) fn filtered(
    items: &[String],
    default: usize,
    help: Option<&dyn Fn()>,
    language: Language,
) -> io::Result<Option<usize>> {
    if is_dumb() {
        return one(items, default, help, language);
    }
    chosen(&mut Picker::new(items, default, rows(), language).filtered(), help)
}

fn chosen(picker: &mut Picker<'_>, help: Option<&dyn Fn()>) -> io::Result<Option<usize>> {
    Ok(match picker.run(help)? {
        PickerEnd::Chosen(at) => Some(at),
        PickerEnd::Left => None,
    })
}

/// Lets the user choose several, the marked ones with Enter; none when they leave the list.
pub(super) fn several(
    items: &[String],
    marks: &[bool],
    help: &dyn Fn(),
    language: Language,
) -> io::Result<Option<Vec<usize>>> {
    let marked = |marks: &[bool]| (0..items.len()).filter(|at| marks[*at]).collect();
    if is_dumb() {
        let words = Text::new(
            "请输入 1 到 {n} 的序号，用逗号隔开，如 1,3",
            "type numbers from 1 to {n} with commas between them, such as 1,3",
        );
        return typed(items, &|at| marks[at], words, language, |text| match text {
            "" => Some(Some(marked(marks))),
            "<" | "《" => Some(None),
            "all" | "全部" | "全选" => Some(Some((0..items.len()).collect())),
            _ => text.split([',', '、']).map(|part| picked(part, items)).collect::<Option<_>>().map(Some),
        });
    }
    let mut picker = Picker::new(items, 0, rows(), language).marked(marks.to_vec());
    let end = picker.run(Some(help))?;
    Ok(picker.marks.filter(|_| end != PickerEnd::Left).map(|marks| marked(&marks)))
}

/// Shows numbered items, those that Enter chooses with a star, and reads lines until one is understood.
fn typed<T>(
    items: &[String],
    is_starred: &dyn Fn(usize) -> bool,
    wrong: Text,
    language: Language,
    understand: impl Fn(&str) -> Option<T>,
) -> io::Result<T> {
    for (at, item) in items.iter().enumerate() {
        let star = if is_starred(at) { '*' } else { ' ' };
        out::message(&fit(&format!("{star} {}. {item}", at + 1), 4));
    }
    loop {
        let text = line::plain()?.ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?;
        if let Some(understood) = understand(fold_width(text.trim()).trim()) {
            return Ok(understood);
        }
        out::message(&fit(&wrong.fill(language, |_| Some(items.len().to_string())), 0));
    }
}
