//! Questions that are answered line by line. Each line is read back at once, and can be corrected by its number; what
//! cannot be read stays in the line to be edited.

use super::super::failure::Failure;
use super::super::out;
use super::super::wrap::fit;
use super::line;
use super::messages;
use super::reply::{Reply, Save};
use crate::finding::Literal;
use crate::interview::{AnswerKind, Interview, Prompt};
use crate::language::Text;
use crate::render::clean;
use crate::value::{NoAnswer, fold_width, is_for_later, is_free_of_charge};

/// Reads lines until an empty one. What was answered before comes first, in `lines`, which keeps what is typed even where
/// the question is left.
pub(super) fn ask(
    ask: &Prompt,
    interview: &mut Interview<'_>,
    lines: &mut Vec<String>,
    save: &mut Save<'_>,
) -> Result<Reply, Failure> {
    if !lines.is_empty() {
        show(ask, interview, lines, 0);
    }
    let mut given = String::new();
    // the line that is edited, and what was refused
    let (mut edited, mut refused) = (None, None);
    loop {
        let text = match line::ask(&given)? {
            Reply::Typed(text) => text,
            Reply::Help => {
                out::message(&messages::help(ask));
                continue;
            }
            left => return Ok(left),
        };
        given.clear();
        if refused.take().is_some_and(|refused| refused == text) {
            out::message(&messages::dim(messages::CLEARED.get(ask.language)));
            continue;
        }
        if text.is_empty()
            && let Some(place) = edited.take().filter(|place| *place < lines.len())
        {
            lines.remove(place);
            keep(interview, lines, save)?;
            let words = Text::new("  第 {n} 行删了", "  line {n} is removed");
            out::message(&messages::dim(&words.fill(ask.language, |_| Some((place + 1).to_string()))));
            show(ask, interview, lines, 0);
            continue;
        }
        if text.is_empty() {
            return Ok(if lines.is_empty() { Reply::Typed(text) } else { Reply::Chosen(answer(lines)) });
        }
        let is_price = matches!(ask.question.kind, AnswerKind::Products) && is_free_of_charge(&text);
        let says_nothing = NoAnswer::meant(&text).is_some() || is_for_later(&text);
        if lines.is_empty() && says_nothing && !is_price {
            return Ok(Reply::Typed(text));
        }
        if !lines.is_empty() && edited.is_none() && (says_nothing || is_price) {
            // none besides these
            return Ok(Reply::Chosen(answer(lines)));
        }
        let number = fold_width(&text).parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(place) = number.filter(|place| edited.is_none() && *place < lines.len()) {
            given.clone_from(&lines[place]);
            edited = Some(place);
            continue;
        }
        let from = edited.map_or(lines.len(), |_| 0);
        let read = interview.read_lines(&text);
        // together with what is there already: nobody comes twice
        let place = edited.unwrap_or(lines.len());
        let mut all = lines.clone();
        all.splice(place..(place + 1).min(lines.len()), read.lines.iter().cloned());
        let together = if read.lines.is_empty() { Default::default() } else { interview.read_lines(&all.join("\n")) };
        let refusals = if together.refusals.is_empty() { &read.refusals } else { &together.refusals };
        for refusal in refusals {
            out::message(&messages::refused(&refusal.message(ask.language)));
        }
        if !refusals.is_empty() {
            out::message(&messages::dim(messages::EDIT_KEYS.get(ask.language)));
        }
        if together.refusals.is_empty() {
            if !read.lines.is_empty() {
                *lines = all;
                edited = None;
                keep(interview, lines, save)?;
            }
            given = read.unread.join("; ");
        } else {
            given = text;
        }
        refused = Some(given.clone()).filter(|given| !given.is_empty());
        show(ask, interview, lines, from);
    }
}

/// Keeps the lines so far, so that nothing is lost where the terminal goes.
fn keep(interview: &mut Interview<'_>, lines: &[String], save: &mut Save<'_>) -> Result<(), Failure> {
    if interview.keep_lines(&answer(lines)) { save(interview) } else { Ok(()) }
}

/// The lines as one answer.
pub(super) fn answer(lines: &[String]) -> Literal {
    Literal::List(lines.iter().map(|line| Literal::from(line.as_str())).collect())
}

/// Shows lines from one on as they were understood, with their numbers.
fn show(ask: &Prompt, interview: &Interview<'_>, lines: &[String], from: usize) {
    let read = interview.read_lines(&lines.join("\n"));
    for (place, rows) in read.rows.iter().enumerate().skip(from) {
        for (nth, row) in rows.iter().enumerate() {
            let number = if nth == 0 { (place + 1).to_string() } else { String::new() };
            out::message(&fit(&format!("  {number:>2}  {}", clean(row)), 6));
        }
    }
    if read.rows.len() > from {
        out::message(&messages::dim(messages::LINES_SO_FAR.get(ask.language)));
    }
}
