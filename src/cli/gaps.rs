//! `qun init` beside a plan: asks for what is missing or a starter's, gravest first, or chapter by chapter with `--full`.
//! Each answer is written at once, and can be undone by itself.

use std::path::Path;

use super::edit::{self, Draft, Edited};
use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::prompt::{MenuReply, OneEnd, SummaryReply};
use super::session::Session;
use super::{confirm, next_dates, out, prompt};
use crate::amend::{AmendError, Confirmation, Unset, Without};
use crate::interview::{Chapter, Held, Interview, Prompt, Question, gaps, of_plan};
use crate::language::{Language, Text};
use crate::plan::ownership::PlanValue;
use crate::render::{borrowed_value, clean};
use crate::source::Suggestion;

/// How many questions are asked before asking whether to continue.
const BATCH: usize = 10;

const COMPLETE: Text = Text::new(
    "{path} 有 {score} 分，能问的都写全了，都是自己的。想一章一章看：qun init --full；看其余的：qun lint；要重写请加 --force",
    "{path} has score {score}; there is nothing left to ask, and all of it is yours. To go through the chapters: qun init --full; the rest: qun lint; --force starts over",
);
const BEGIN: Text = Text::new(
    "{path} 有 {score} 分。下面只问它缺的（{missing} 题）和还是模板的（{borrowed} 题），最要紧的在前，一次 10 题；每答一题就写进文件，qun undo 一次撤回一题，随时可以按 Ctrl-C 停下。",
    "{path} has score {score}. Here is only what is missing ({missing|question|questions}) or still the starter's ({borrowed}), the most important first, ten at a time. Each answer is written at once, qun undo takes back the last, and you can stop at any time with Ctrl-C.",
);
const WRITTEN: Text = Text::new("写好了：{path}，{before} → {score} 分", "written: {path}, score {before} → {score}");
const MORE: Text = Text::new("还有 {n} 题可以问，接着答吗？", "{n|more question|more questions} to go. Continue?");
const LEFT: Text = Text::new("已停下，答过的都写进去了。", "Stopped. Your answers are saved.");

/// Goes through what is missing or a starter's, the gravest first.
pub(crate) fn run(path: &Path, session: &Session) -> Result<u8, Failure> {
    let draft = edit::open(path, session)?;
    let language = draft.opened.language;
    let before = draft.now().lint(draft.today);
    let wanted = gaps(&draft.text, &before.findings, &draft.opened.library);
    let interview = about(&draft, &wanted);
    let borrowed = wanted.iter().filter(|question| interview.held(question) == Held::Borrowed).count();
    let has_borrowed = |draft: &Draft| draft.opened.reading.index.ownership.borrowed().next().is_some();
    let say = |text: Text, score: u32, open: usize| {
        let fact = |name: &str| {
            Some(match name {
                "path" => clean(&path.display().to_string()),
                "before" => before.score.to_string(),
                "missing" => (wanted.len() - borrowed).to_string(),
                "borrowed" => borrowed.to_string(),
                "n" => open.to_string(),
                _ => score.to_string(),
            })
        };
        prompt::fit(&text.fill(language, fact), 0)
    };
    if wanted.is_empty() && !has_borrowed(&draft) {
        out::message(&say(COMPLETE, before.score, 0));
        return Ok(DONE);
    }
    out::message(&say(BEGIN, before.score, 0));
    let mut open = wanted.len();
    for batch in wanted.chunks(BATCH) {
        match ask_each(batch, &wanted, path, session)? {
            OneEnd::Answered => {}
            OneEnd::Back => break,
            OneEnd::Stopped => return Ok(INTERRUPTED),
        }
        open -= batch.len();
        let now = edit::open(path, session)?;
        out::message(&say(WRITTEN, now.now().lint(now.today).score, open));
        if open > 0 && prompt::yes(&say(MORE, 0, open), LEFT, true, language)? != Some(true) {
            return Ok(DONE);
        }
    }
    if open == 0 && has_borrowed(&edit::open(path, session)?) {
        return confirm::chapters(edited(path), session);
    }
    if open > 0 {
        out::message(LEFT.get(language));
    }
    Ok(DONE)
}

/// Lets the user choose chapters from a menu.
pub(crate) fn chapters(path: &Path, session: &Session) -> Result<u8, Failure> {
    loop {
        let draft = edit::open(path, session)?;
        let language = draft.opened.language;
        match prompt::chapters(&about(&draft, &of_plan()).chapters(), LEFT, language)? {
            MenuReply::Open(chosen) => {
                if chapter(chosen, path, session)? == OneEnd::Stopped {
                    return Ok(INTERRUPTED);
                }
            }
            MenuReply::Finish | MenuReply::Leave => {
                out::message(LEFT.get(language));
                return Ok(DONE);
            }
        }
    }
}

/// A chapter: what the plan has is shown; then what is open is asked, or one answer is changed.
fn chapter(chapter: Chapter, path: &Path, session: &Session) -> Result<OneEnd, Failure> {
    loop {
        let draft = edit::open(path, session)?;
        let language = draft.opened.language;
        let interview = about(&draft, &of_plan());
        let summary = interview.chapter(chapter);
        let questions = summary.lines.iter().map(|(question, ..)| *question);
        let open: Vec<_> = questions.filter(|question| interview.held(question) != Held::Own).collect();
        if open.len() == summary.lines.len() && open.iter().all(|question| interview.held(question) == Held::Missing) {
            return ask_each(&open, &open, path, session);
        }
        let on = match open.is_empty() {
            true => Text::new("就这样，回到各章", "fine; to the chapters"),
            false => Text::new("接着答空着的和模板的", "go through what is open or the starter's"),
        };
        match prompt::chapter(&summary, on, LEFT, language)? {
            SummaryReply::Accept => return ask_each(&open, &open, path, session),
            SummaryReply::Change(question) => {
                if ask_each(&[question], &[question], path, session)? == OneEnd::Stopped {
                    return Ok(OneEnd::Stopped);
                }
            }
            SummaryReply::Back => return Ok(OneEnd::Back),
            SummaryReply::Stop => {
                out::message(LEFT.get(language));
                return Ok(OneEnd::Stopped);
            }
        }
    }
}

/// An interview about a plan as it is.
fn about<'l>(draft: &'l Draft, wanted: &[&'static Question]) -> Interview<'l> {
    let opened = &draft.opened;
    Interview::filling_gaps(&opened.library, (&draft.text, wanted.to_vec()), opened.language, draft.today)
}

fn edited(path: &Path) -> Edited<'_> {
    Edited { path, dry_run: false, is_lenient: false, is_json: false }
}

/// Puts questions one after the other, counted among `all`; back from the first, they are left.
fn ask_each(
    wanted: &[&'static Question],
    all: &[&'static Question],
    path: &Path,
    session: &Session,
) -> Result<OneEnd, Failure> {
    let (mut at, mut goes_back) = (0, false);
    while let Some(question) = wanted.get(at).copied() {
        let draft = edit::open(path, session)?;
        let mut interview = about(&draft, all);
        interview.change(question);
        let ask = interview.next().filter(|ask| ask.question.id == question.id);
        let end = match ask {
            // it depends on something that is not there any more
            None if goes_back => OneEnd::Back,
            None => OneEnd::Answered,
            Some(ask) if interview.held(question) == Held::Borrowed => borrowed(&ask, &mut interview, path, session)?,
            Some(_) => typed(question, &mut interview, path, session)?,
        };
        goes_back = end == OneEnd::Back;
        at = match end {
            OneEnd::Answered => at + 1,
            OneEnd::Back if at == 0 => return Ok(OneEnd::Back),
            OneEnd::Back => at - 1,
            OneEnd::Stopped => return Ok(OneEnd::Stopped),
        };
    }
    Ok(OneEnd::Answered)
}

/// Puts a question, and writes the answer; nothing typed leaves the plan as it is.
fn typed(
    question: &'static Question,
    interview: &mut Interview<'_>,
    path: &Path,
    session: &Session,
) -> Result<OneEnd, Failure> {
    let end = prompt::one_question(interview, LEFT)?;
    let Some(answer) = interview.plan_answer(question).filter(|_| end == OneEnd::Answered) else { return Ok(end) };
    session.history.apart();
    let written = edited(path).carry_out(
        session,
        |_| Ok(Some(answer.clone())),
        |draft, amendment, _| {
            next_dates::show(interview, draft.today, &draft.opened.holidays);
            let (before, after) = amendment.effect()?;
            let words = Text::new("  写好了（{before} → {after} 分）", "  saved (score {before} → {after})");
            out::message(&words.fill(draft.opened.language, |name| {
                Some(if name == "before" { before.to_string() } else { after.to_string() })
            }));
            Ok(())
        },
    );
    if let Err(failure) = written {
        out::failure(&failure, session.failure_language());
    }
    Ok(end)
}

/// What is done with a starter's value.
#[derive(Clone, Copy)]
enum Choice {
    Keep,
    Change,
    Drop,
    None,
    Back,
    Later,
}

impl Choice {
    const fn label(self) -> Text {
        match self {
            Self::Keep => Text::new("照用", "keep"),
            Self::Change => Text::new("改掉", "change"),
            Self::Drop => Text::new("去掉", "drop"),
            Self::None => Text::new("我们没有", "we have none"),
            Self::Back => Text::new("< 上一题", "< back"),
            Self::Later => Text::new("以后再说", "later"),
        }
    }
}

/// Shows what a starter gave, and asks what becomes of it.
fn borrowed(ask: &Prompt, interview: &mut Interview<'_>, path: &Path, session: &Session) -> Result<OneEnd, Failure> {
    let values: Vec<PlanValue> = interview.borrowed(ask.question).into_iter().cloned().collect();
    let is_never_taken = values.iter().all(|value| value.is_never_taken);
    prompt::heading(ask).iter().for_each(|line| out::message(line));
    show(&values, is_never_taken, ask.language);
    let route = if ask.may_be_none { ask.question.none_route() } else { None };
    let choices = [
        (!is_never_taken).then_some(Choice::Keep),
        Some(Choice::Change),
        Some(Choice::Drop),
        route.map(|_| Choice::None),
        Some(Choice::Back),
        Some(Choice::Later),
    ];
    let choices: Vec<Choice> = choices.into_iter().flatten().collect();
    let labels: Vec<String> = choices.iter().map(|choice| choice.label().get(ask.language).to_owned()).collect();
    let chosen = prompt::one(&labels, LEFT, ask.language)?.and_then(|at| choices.get(at).copied());
    session.history.apart();
    match chosen.unwrap_or(Choice::Back) {
        Choice::Keep => {
            let paths: Vec<_> = values.iter().map(|value| value.path.clone()).collect();
            confirm::write(edited(path), session, |_| Ok(Confirmation::of(paths.clone())))?;
        }
        Choice::Change => {
            let end = typed(ask.question, interview, path, session)?;
            if end == OneEnd::Answered && interview.plan_answer(ask.question).is_none() {
                let words = Text::new("  没改，还是模板的", "  Not changed; it is still the starter's");
                out::message(words.get(ask.language));
            }
            return Ok(end);
        }
        Choice::Drop => drop_values(&values, path, session)?,
        Choice::None => {
            let none = || Without::meant(route?, "none");
            let none = none().ok_or_else(|| AmendError::NoSuchKey(ask.question.id.to_owned(), Suggestion::NONE))?;
            confirm::write(edited(path), session, |_| Ok(none.clone()))?;
        }
        Choice::Back => return Ok(OneEnd::Back),
        Choice::Later => {}
    }
    Ok(OneEnd::Answered)
}

/// Takes out the values of a question: a list as a whole, and an element whose first value is the starter's with the rest of
/// it.
fn drop_values(values: &[PlanValue], path: &Path, session: &Session) -> Result<(), Failure> {
    let Some(first) = values.first() else { return Ok(()) };
    let draft = edit::open(path, session)?;
    let ownership = &draft.opened.reading.index.ownership;
    let gone = confirm::element_of(first, ownership.below(&confirm::parent(&first.path)));
    let gone = if values.len() > 1 && gone == first.path { confirm::parent(&gone) } else { gone };
    confirm::write(edited(path), session, |now| Unset::read(now, &gone.to_string()))
}

/// The values, and whether they can be kept.
fn show(values: &[PlanValue], is_never_taken: bool, language: Language) {
    let head = match is_never_taken {
        true => Text::new(
            "  模板里虚构的，只能换成自己的或去掉：",
            "  Made up by the starter; it can only be changed or dropped:",
        ),
        false => Text::new("  还是模板的：", "  Still the starter's:"),
    };
    out::message(head.get(language));
    for value in values {
        out::message(&prompt::fit(&format!("    {}", borrowed_value(value)), 6));
    }
}
