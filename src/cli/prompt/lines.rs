//! Questions that are answered line by line. Each line is read back at once, and can be corrected by its number; what
//! cannot be read stays in the line to be edited.

use super::super::failure::Failure;
use super::super::out;
use super::super::wrap::fit;
use super::line;
use super::messages;
use super::reply::Reply;
use crate::finding::Literal;
use crate::interview::{AnswerKind, Interview, Prompt};
use crate::language::Text;
use crate::render::clean;
use crate::value::{NoAnswer, fold_width, is_free_of_charge};

/// Reads lines until an empty one. What was answered before comes first, in `lines`, which keeps what is typed even where
/// the question is left.
pub(super) fn ask(ask: &Prompt, interview: &Interview<'_>, lines: &mut Vec<String>) -> Result<Reply, Failure> {
    if !lines.is_empty() {
        show(ask, interview, lines, 0);
    }
    let mut given = String::new();
    let mut taken_out = None;
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
        let emptied = taken_out.take().filter(|_| text.is_empty());
        if let Some(number) = emptied {
            let words = Text::new("  第 {n} 行删了", "  line {n} is removed");
            out::message(&messages::dim(&words.fill(ask.language, |_| Some(format!("{number}")))));
            show(ask, interview, lines, 0);
            continue;
        }
        if text.is_empty() {
            let answer = lines.iter().map(|line| Literal::from(line.as_str())).collect();
            return Ok(if lines.is_empty() { Reply::Typed(text) } else { Reply::Chosen(Literal::List(answer)) });
        }
        let is_price = matches!(ask.question.kind, AnswerKind::Products) && is_free_of_charge(&text);
        if lines.is_empty() && NoAnswer::meant(&text).is_some() && !is_price {
            return Ok(Reply::Typed(text));
        }
        let number = fold_width(&text).parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(place) = number.filter(|place| *place < lines.len()) {
            // the line is taken out, and comes back as it is edited
            given = lines.remove(place);
            taken_out = Some(place + 1);
            continue;
        }
        let before = lines.len();
        let all = |lines: &[String], more: &[String]| lines.iter().chain(more).cloned().collect::<Vec<_>>().join("\n");
        let read = interview.read_lines(&text);
        // together with what is there already: nobody comes twice
        let together =
            if read.lines.is_empty() { Default::default() } else { interview.read_lines(&all(lines, &read.lines)) };
        let refusals = if together.refusals.is_empty() { &read.refusals } else { &together.refusals };
        for refusal in refusals {
            out::message(&messages::refused(&refusal.message(ask.language)));
        }
        if !refusals.is_empty() {
            out::message(&messages::dim(messages::EDIT_KEYS.get(ask.language)));
        }
        if together.refusals.is_empty() {
            lines.extend(read.lines);
            given = read.unread.join("; ");
        } else {
            given = text;
        }
        show(ask, interview, lines, before);
    }
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
