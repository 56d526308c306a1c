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
mod menu;
mod messages;
mod picked;
mod picker;
mod reply;
mod resume;
mod summary;
mod terminal;

pub(crate) use gate::{one, text, text_or_help, yes};
pub(crate) use menu::MenuReply;
pub(crate) use messages::{LEFT_AS_IT_IS, heading};
pub(crate) use resume::ask_to_resume;
pub(crate) use summary::SummaryReply;
pub(crate) use terminal::{can_ask, is_all_typed};

use super::failure::Failure;
use super::out;
pub(crate) use super::wrap::fit;
use crate::finding::Literal;
use crate::interview::{AnswerKind, ChapterState, Interview, Prompt, Summary};
use crate::language::{Language, Text};
use crate::render::clean;
use interrupt::Interrupt;
use reply::{Reply, Save};

/// How an interview on a terminal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InterviewEnd {
    /// All questions are answered.
    Done,
    /// The user stopped it; the answers are saved, and how to go on is shown. The exit code is 130.
    Stopped,
}

/// Asks until all is answered; `save` is called after every answer, and after every line of a list.
pub(crate) fn run(interview: &mut Interview<'_>, save: &mut Save<'_>) -> Result<InterviewEnd, Failure> {
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
    let mut line = Line::default();
    let mut known = interview.contradictions();
    let end = loop {
        if let Some(chapters) = interview.menu() {
            match menu::ask(&chapters, true, interview.language())? {
                MenuReply::Open(chapter) => interview.open(chapter),
                MenuReply::Finish => break InterviewEnd::Done,
                MenuReply::Leave => break InterviewEnd::Stopped,
            }
            line = Line::default();
            continue;
        }
        if let Some(summary) = interview.summary() {
            match summary::ask(&summary, [summary::accepts(&summary), messages::BACK], interview.language())? {
                SummaryReply::Accept => interview.accept(),
                SummaryReply::Change(question) => interview.change(question),
                SummaryReply::Back => {
                    interview.back();
                }
                SummaryReply::Stop => break InterviewEnd::Stopped,
            }
            line = Line::default();
            continue;
        }
        let Some(ask) = interview.next() else { break InterviewEnd::Done };
        match put(interview, &ask, &mut line, save)? {
            Put::Answered => {
                interrupt.set_language(interview.language());
                if let Some(sum) = interview.break_even() {
                    out::message(&messages::break_even(&sum, interview.language()));
                }
                save(interview)?;
                let found = interview.contradictions();
                let new: Vec<&String> = found.iter().filter(|words| !known.contains(words)).collect();
                new.iter().for_each(|words| out::message(&fit(&clean(&format!("! {words}")), 2)));
                if !new.is_empty() {
                    out::message(messages::GO_BACK.get(interview.language()));
                }
                known = found;
            }
            Put::Again => {}
            Put::Back => {
                line = Line::default();
                if !interview.back() && !interview.close() {
                    out::message(&fit(messages::FIRST.get(ask.language), 0));
                }
            }
            Put::Stop => break InterviewEnd::Stopped,
        }
    };
    if end == InterviewEnd::Stopped {
        interrupt.show_how_to_resume();
    }
    Ok(end)
}

/// Shows the chapters of a plan to choose from.
pub(crate) fn chapters(chapters: &[ChapterState], left: Text, language: Language) -> Result<MenuReply, Failure> {
    let _interrupt = Interrupt::watch(left, language);
    menu::ask(chapters, false, language)
}

/// Shows a chapter of a plan; the first choice goes on as it is called.
pub(crate) fn chapter(summary: &Summary, on: Text, left: Text, language: Language) -> Result<SummaryReply, Failure> {
    let _interrupt = Interrupt::watch(left, language);
    summary::ask(summary, [on, Text::new("< 回到各章", "< to the chapters")], language)
}

/// How one question about a plan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OneEnd {
    /// It is answered, if only by leaving it as it is.
    Answered,
    /// The question before it is wanted.
    Back,
    /// The user stopped.
    Stopped,
}

/// Puts the question that an interview about a plan comes to now, until it is answered.
pub(crate) fn one_question(interview: &mut Interview<'_>, left: Text) -> Result<OneEnd, Failure> {
    let interrupt = Interrupt::watch(left, interview.language());
    let mut line = Line::default();
    while let Some(ask) = interview.next() {
        match put(interview, &ask, &mut line, &mut |_| Ok(()))? {
            Put::Answered => return Ok(OneEnd::Answered),
            Put::Again => {}
            Put::Back => return Ok(OneEnd::Back),
            Put::Stop => {
                interrupt.show_how_to_resume();
                return Ok(OneEnd::Stopped);
            }
        }
    }
    Ok(OneEnd::Answered)
}

/// What is in the line while a question is put: nothing is typed twice.
#[derive(Default)]
struct Line {
    /// The question that is shown.
    shown: Option<&'static str>,
    /// The lines of its answer.
    lines: Vec<String>,
    /// What was typed and refused.
    typed: Option<String>,
}

/// What became of a question that was put.
enum Put {
    Answered,
    /// It is put again: after help, or a refusal.
    Again,
    Back,
    Stop,
}

/// Puts a question once.
fn put(interview: &mut Interview<'_>, ask: &Prompt, line: &mut Line, save: &mut Save<'_>) -> Result<Put, Failure> {
    let kind = ask.question.kind;
    if line.shown != Some(ask.question.id) {
        messages::header(ask).iter().for_each(|line| out::message(line));
        let lines = interview.answers().texts(ask.question.id).into_iter().map(str::to_owned).collect();
        *line = Line { shown: Some(ask.question.id), lines, typed: None };
    }
    let is_chosen = !ask.choices.is_empty() || matches!(kind, AnswerKind::YesNo);
    let refused = line.typed.take();
    let given = refused.clone().or_else(|| ask.given.clone()).unwrap_or_default();
    let reply = match kind {
        kind if kind.takes_lines() => lines::ask(ask, interview, &mut line.lines, save)?,
        _ if is_chosen => choice::ask(ask)?,
        _ => line::ask(&given)?,
    };
    let answered = match reply {
        // Enter on what was refused
        Reply::Typed(text) if !text.is_empty() && refused.as_ref() == Some(&text) => {
            out::message(&messages::dim(messages::CLEARED.get(ask.language)));
            return Ok(Put::Again);
        }
        Reply::Typed(text) => {
            let answered = interview.answer(&text);
            let taken = interview.answers().get(ask.question.id).filter(|_| answered.is_ok());
            if let Some(line) = messages::taken(ask, &text, taken).filter(|_| answered.is_ok()) {
                out::message(&line);
            }
            line.typed = answered.is_err().then_some(text);
            answered
        }
        // an empty list would keep what is offered, which was just taken out
        Reply::Chosen(Literal::List(values)) if values.is_empty() && ask.default.is_some() => {
            out::message(&messages::refused(messages::NOTHING.get(ask.language)));
            return Ok(Put::Again);
        }
        Reply::Chosen(value) => {
            if !kind.takes_lines() {
                out::message(&messages::chosen(ask, &value));
            }
            interview.answer_with(&value)
        }
        Reply::Help => {
            out::message(&messages::help(ask));
            return Ok(Put::Again);
        }
        Reply::Back | Reply::Stop => {
            return Ok(if matches!(reply, Reply::Stop) { Put::Stop } else { Put::Back });
        }
    };
    match answered {
        Ok(()) => {
            line.shown = None;
            Ok(Put::Answered)
        }
        Err(refusal) => {
            out::message(&messages::refused(&refusal.message(ask.language)));
            if line.typed.is_some() {
                out::message(&messages::dim(messages::EDIT_KEYS.get(ask.language)));
            }
            Ok(Put::Again)
        }
    }
}
