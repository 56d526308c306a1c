//! The items in some lines: one that a formatter wrapped over several, or several that were joined on one.

use super::known::KnownItems;
use super::line::begins_something;
use crate::checklist::ChecklistItem;
use crate::checklist::fingerprint::is_written;
use crate::checklist::list::EditedText;
use crate::checklist::mark::{id_and_fingerprint, mark};
use crate::checklist::tick::{Boxed, boxed, bullet, unbulleted};

/// An item is not wrapped over more lines.
const LINES: usize = 60;

/// What is found in a block.
#[allow(clippy::large_enum_variant)] // nearly all are items
pub(super) enum Piece {
    /// An item.
    Item(ChecklistItem),
    /// Text beside it: a note, where an item comes before it.
    Own(String),
}

/// The items at the beginning of some lines, and how many lines they take; none where no item begins.
pub(super) fn pieces(lines: &[&str], known: &KnownItems) -> Option<(usize, Vec<Piece>)> {
    let first = lines[0];
    if mark(first, "item").is_none() && bullet(first).is_none() && boxed(first).is_none() {
        return None;
    }
    let more = lines[1..].iter().take(LINES).position(|line| begins_something(line));
    let more = more.unwrap_or_else(|| LINES.min(lines.len() - 1));
    let (mut joined, mut found) = (first.trim_end().to_owned(), None);
    for (at, line) in lines.iter().enumerate().take(more + 1) {
        if at > 0 {
            join(&mut joined, line.trim());
        }
        let Some(behind) = behind_marks(&joined) else { continue };
        // an own line above an item that has lost its bullet
        let is_alone = at > 0
            && found.is_none()
            && mark(line, "item").is_some_and(|(before, content, _)| {
                let written = id_and_fingerprint(content).1;
                written.is_some_and(|written| is_written(before, written))
            });
        if is_alone {
            return None;
        }
        if mark(line, "item").is_some() || found.is_none() || ends_in_mark(line) {
            found = Some((at + 1, split(&joined)));
        }
        if !begins_item(behind) {
            break;
        }
    }
    if found.is_some() {
        return found;
    }
    unmarked(lines, more, known)
}

/// The text behind the last mark of an item; none without a mark.
fn behind_marks(text: &str) -> Option<&str> {
    let mut behind = mark(text, "item")?.2;
    while let Some((_, _, after)) = mark(behind, "item") {
        behind = after;
    }
    Some(behind)
}

/// Whether a mark that began on an earlier line ends on this one.
fn ends_in_mark(line: &str) -> bool {
    line.contains("-->")
}

/// Whether the text behind an item has the beginning of another one, which goes on below it.
fn begins_item(text: &str) -> bool {
    text.char_indices().any(|(at, _)| {
        (at == 0 || text[..at].ends_with(char::is_whitespace))
            && bullet(&text[at..]).is_some_and(|(_, rest)| rest.trim_start_matches('\\').starts_with(['[', '［']))
    })
}

/// An item without a mark, by its words: those of the line, or of the lines over which it was wrapped.
fn unmarked(lines: &[&str], more: usize, known: &KnownItems) -> Option<(usize, Vec<Piece>)> {
    if known.is_empty() || lines[0].starts_with([' ', '\t']) {
        return None;
    }
    let mut joined = lines[0].trim_end().to_owned();
    for (at, line) in lines.iter().enumerate().take(more + 1) {
        if at > 0 {
            join(&mut joined, line.trim());
        }
        let tick = boxed(&joined)?;
        if let Some(id) = known.item(tick.words) {
            return Some((at + 1, vec![Piece::Item(item(&tick, id.to_owned(), None))]));
        }
    }
    None
}

/// Puts a line behind what it was wrapped from: without a blank between two characters of Chinese.
fn join(text: &mut String, line: &str) {
    let is_wide = |c: Option<char>| c.is_some_and(|c| ('\u{2e80}'..='\u{ffef}').contains(&c));
    if !(is_wide(text.chars().last()) && is_wide(line.chars().next())) {
        text.push(' ');
    }
    text.push_str(line);
}

/// The items of a text, and what is between them.
fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, content, after)) = mark(rest, "item") {
        let (id, written) = id_and_fingerprint(content);
        let (own, words) = own_before(before, written, pieces.is_empty());
        if !own.is_empty() {
            pieces.push(Piece::Own(own.to_owned()));
        }
        let tick = boxed(words).unwrap_or(Boxed { done: false, status: None, words: unbulleted(words).trim() });
        pieces.push(Piece::Item(item(&tick, id, Some(written.unwrap_or_default()))));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Own(rest.to_owned()));
    }
    pieces
}

/// What is before the words of an item: the item begins where its words have the fingerprint, else at the last box with a
/// bullet behind another item, else at the beginning.
fn own_before<'t>(before: &'t str, written: Option<&str>, is_first: bool) -> (&'t str, &'t str) {
    let written = written.unwrap_or_default();
    let words = |text: &'t str| boxed(text).map_or_else(|| unbulleted(text).trim(), |boxed| boxed.words);
    if is_written(words(before), written) {
        return ("", before);
    }
    let starts = before.char_indices().filter(|(at, _)| *at == 0 || before[..*at].ends_with(char::is_whitespace));
    let items: Vec<usize> = (starts.map(|(at, _)| at))
        .filter(|at| {
            bullet(&before[*at..]).is_some_and(|(_, rest)| boxed(rest).is_some())
                || (*at > 0 && boxed(&before[*at..]).is_some())
        })
        .collect();
    let exact = items.iter().copied().find(|at| is_written(words(&before[*at..]), written));
    let bulleted = || items.iter().copied().rfind(|at| !is_first && bullet(&before[*at..]).is_some());
    let at = exact.or_else(bulleted).unwrap_or(0);
    (before[..at].trim_end(), &before[at..])
}

fn item(tick: &Boxed<'_>, id: String, written: Option<&str>) -> ChecklistItem {
    let words = tick.words.to_owned();
    // a mark without a fingerprint is of an early version: its words count as unchanged
    let edited = written.map(|written| match written {
        "" => EditedText { written: crate::checklist::fingerprint(&words), words: words.clone() },
        written => EditedText { words: words.clone(), written: written.to_owned() },
    });
    ChecklistItem {
        id,
        text: words,
        done: tick.done,
        status: tick.status.map(str::to_owned),
        edited,
        ..ChecklistItem::default()
    }
}
