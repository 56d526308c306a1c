//! The interview on a terminal: puts each question, takes the answer, goes on, until all is known or somebody stops.
//!
//! Everything is said on standard error or on the terminal itself, so that the plan can go to standard output.
//! May not: decide what comes next or what is good; the interview does.

mod choice;
mod gate;
mod interrupt;
mod line;
mod list;
mod reply;
mod resume;
mod summary;
mod words;
mod wrap;

pub(crate) use gate::yes;
pub(crate) use interrupt::INTERRUPTED;
pub(crate) use resume::go_on;
pub(crate) use wrap::fit;

use std::io::IsTerminal;

use anyhow::Result;
use dialoguer::console;
use thiserror::Error;

use super::out;
use crate::finding::Literal;
use crate::interview::{AnswerKind, Interview, Prompt};
use crate::language::Language;
use interrupt::Interrupt;
use reply::Reply;
use summary::SummaryReply;

/// How an interview on a terminal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All questions are answered.
    Done,
    /// Somebody stopped it; what was answered is saved and how to go on is said. The exit code is 130.
    Stopped,
}

/// There is nobody to ask.
#[derive(Debug, Clone, Copy, Error)]
#[error("{}", words::NO_TERMINAL.get(*.0))]
pub(crate) struct NotATerminal(pub Language);

/// Asks until all is answered; `save` is called after every answer.
pub(crate) fn run(
    interview: &mut Interview<'_>,
    save: &mut dyn FnMut(&Interview<'_>) -> Result<()>,
) -> Result<Outcome> {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return Err(NotATerminal(interview.language()).into());
    }
    match anstream::ColorChoice::global() {
        anstream::ColorChoice::Never => console::set_colors_enabled_stderr(false),
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => console::set_colors_enabled_stderr(true),
        anstream::ColorChoice::Auto => {}
    }
    let stopped = if interview.context().adds() { words::NOTHING_ADDED } else { words::STOPPED };
    let interrupt = Interrupt::watch(stopped, interview.language());
    let mut shown = None;
    loop {
        if let Some(summary) = interview.summary() {
            match summary::ask(&summary, interview.language())? {
                SummaryReply::Accept => interview.accept(),
                SummaryReply::Change(question) => interview.change(question),
                SummaryReply::Back => {
                    interview.back();
                }
                SummaryReply::Stop => {
                    interrupt.say();
                    return Ok(Outcome::Stopped);
                }
            }
            shown = None;
            continue;
        }
        let Some(ask) = interview.next() else { break };
        if shown != Some(ask.question.id) {
            header(&ask);
            shown = Some(ask.question.id);
        }
        let is_chosen = !ask.choices.is_empty() || matches!(ask.question.kind, AnswerKind::YesNo);
        let reply = if is_chosen { choice::ask(&ask)? } else { line::ask(ask.given.as_deref().unwrap_or_default())? };
        let answered = match reply {
            Reply::Typed(text) => interview.answer(&text).inspect(|()| {
                let taken = interview.answers().get(ask.question.id);
                if let Some(line) = words::taken(&ask, &text, taken) {
                    out::talk(&line);
                }
            }),
            // an empty list would keep what is offered, which was just taken out
            Reply::Chosen(Literal::List(values)) if values.is_empty() && ask.default.is_some() => {
                out::talk(&words::refused(words::NOTHING.get(ask.language)));
                continue;
            }
            Reply::Chosen(value) => {
                out::talk(&words::chosen(&ask, &value));
                interview.answer_with(&value)
            }
            Reply::Help => {
                out::talk(&words::help(&ask));
                continue;
            }
            Reply::Back => {
                shown = None;
                if !interview.back() {
                    out::talk(&fit(words::FIRST.get(ask.language), 0));
                }
                continue;
            }
            Reply::Stop => {
                interrupt.say();
                return Ok(Outcome::Stopped);
            }
        };
        match answered {
            Ok(()) => {
                shown = None;
                interrupt.speak(interview.language());
                if let Some(sum) = interview.break_even() {
                    out::talk(&words::break_even(&sum, interview.language()));
                }
                save(interview)?;
            }
            Err(refusal) => out::talk(&words::refused(&refusal.message(ask.language))),
        }
    }
    Ok(Outcome::Done)
}

/// The question with its progress, why it matters, and how it is answered.
fn header(ask: &Prompt) {
    for line in words::header(ask) {
        out::talk(&line);
    }
}
