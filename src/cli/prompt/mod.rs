//! The interview on a terminal: asks each question and takes the answer, until all are answered or the user stops.
//!
//! Everything is printed to standard error or the terminal itself, so that the plan can go to standard output.
//! Must not decide what comes next or what is a good answer; the interview does.

mod choice;
mod gate;
mod interrupt;
mod line;
mod lines;
mod list;
mod messages;
mod picker;
mod reply;
mod resume;
mod summary;
mod terminal;
mod wrap;

pub(crate) use gate::{one, text, yes};
pub(crate) use resume::ask_to_resume;
pub(crate) use terminal::can_ask;
pub(crate) use wrap::fit;

use super::failure::Failure;
use super::out;
use crate::finding::Literal;
use crate::interview::{AnswerKind, Interview, Prompt};
use interrupt::Interrupt;
use reply::Reply;
use summary::SummaryReply;

/// How an interview on a terminal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InterviewEnd {
    /// All questions are answered.
    Done,
    /// The user stopped it; the answers are saved, and how to go on is shown. The exit code is 130.
    Stopped,
}

/// Asks until all is answered; `save` is called after every answer.
pub(crate) fn run(
    interview: &mut Interview<'_>,
    save: &mut dyn FnMut(&Interview<'_>) -> Result<(), Failure>,
) -> Result<InterviewEnd, Failure> {
    if !can_ask() {
        return Err(Failure::new(messages::NO_TERMINAL));
    }
    match anstream::ColorChoice::global() {
        anstream::ColorChoice::Never => console::set_colors_enabled_stderr(false),
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => console::set_colors_enabled_stderr(true),
        anstream::ColorChoice::Auto => {}
    }
    let stopped = if interview.context().adds() { messages::NOTHING_ADDED } else { messages::STOPPED };
    let interrupt = Interrupt::watch(stopped, interview.language());
    let mut shown = None;
    // the lines of the question that is put, and what was typed and refused: nothing is typed twice
    let (mut lines, mut typed): (Vec<String>, Option<String>) = (Vec::new(), None);
    loop {
        if let Some(summary) = interview.summary() {
            match summary::ask(&summary, interview.language())? {
                SummaryReply::Accept => interview.accept(),
                SummaryReply::Change(question) => interview.change(question),
                SummaryReply::Back => {
                    interview.back();
                }
                SummaryReply::Stop => {
                    interrupt.show_how_to_resume();
                    return Ok(InterviewEnd::Stopped);
                }
            }
            shown = None;
            continue;
        }
        let Some(ask) = interview.next() else { break };
        if shown != Some(ask.question.id) {
            header(&ask);
            shown = Some(ask.question.id);
            lines = interview.answers().texts(ask.question.id).into_iter().map(str::to_owned).collect();
            typed = None;
        }
        let is_chosen = !ask.choices.is_empty() || matches!(ask.question.kind, AnswerKind::YesNo);
        let given = typed.take().or_else(|| ask.given.clone()).unwrap_or_default();
        let reply = match ask.question.kind {
            kind if kind.takes_lines() => lines::ask(&ask, interview, &mut lines)?,
            _ if is_chosen => choice::ask(&ask)?,
            _ => line::ask(&given)?,
        };
        let answered = match reply {
            Reply::Typed(text) => {
                let answered = interview.answer(&text);
                let taken = interview.answers().get(ask.question.id).filter(|_| answered.is_ok());
                if let Some(line) = messages::taken(&ask, &text, taken).filter(|_| answered.is_ok()) {
                    out::message(&line);
                }
                typed = answered.is_err().then_some(text);
                answered
            }
            // an empty list would keep what is offered, which was just taken out
            Reply::Chosen(Literal::List(values)) if values.is_empty() && ask.default.is_some() => {
                out::message(&messages::refused(messages::NOTHING.get(ask.language)));
                continue;
            }
            Reply::Chosen(value) => {
                if !ask.question.kind.takes_lines() {
                    out::message(&messages::chosen(&ask, &value));
                }
                interview.answer_with(&value)
            }
            Reply::Help => {
                out::message(&messages::help(&ask));
                continue;
            }
            Reply::Back => {
                if ask.question.kind.takes_lines() && !lines.is_empty() {
                    // what was typed is there again on coming back
                    let typed = lines.iter().map(|line| Literal::from(line.as_str())).collect();
                    if interview.answer_with(&Literal::List(typed)).is_ok() {
                        save(interview)?;
                        interview.change(ask.question);
                    }
                }
                shown = None;
                if !interview.back() {
                    out::message(&fit(messages::FIRST.get(ask.language), 0));
                }
                continue;
            }
            Reply::Stop => {
                interrupt.show_how_to_resume();
                return Ok(InterviewEnd::Stopped);
            }
        };
        match answered {
            Ok(()) => {
                shown = None;
                interrupt.set_language(interview.language());
                if let Some(sum) = interview.break_even() {
                    out::message(&messages::break_even(&sum, interview.language()));
                }
                save(interview)?;
            }
            Err(refusal) => {
                out::message(&messages::refused(&refusal.message(ask.language)));
                if typed.is_some() {
                    out::message(&messages::dim(messages::EDIT_KEYS.get(ask.language)));
                }
            }
        }
    }
    Ok(InterviewEnd::Done)
}

/// The question with its progress, why it matters, and how it is answered.
fn header(ask: &Prompt) {
    for line in messages::header(ask) {
        out::message(&line);
    }
}
