//! `qun init` beside a plan: asks for what lint finds missing, and writes each answer at once.

use std::collections::HashSet;
use std::path::Path;

use super::edit::{self, Draft};
use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::session::Session;
use super::write;
use super::{out, prompt};
use crate::amend::AmendError;
use crate::interview::{Interview, Question, gaps};
use crate::language::Text;
use crate::render::clean;
use crate::source::apply;

/// How many questions are asked before asking whether to continue.
const BATCH: usize = 10;

pub(crate) fn run(path: &Path, session: &Session) -> Result<u8, Failure> {
    let mut put: HashSet<&str> = HashSet::new();
    let mut first = None;
    loop {
        let draft = edit::open(path, session)?;
        let language = draft.opened.language;
        let now = draft.now().lint(draft.today);
        let mut wanted = gaps(&draft.text, &now.findings, &draft.opened.library);
        wanted.retain(|question| !put.contains(question.id));
        let open = wanted.len();
        wanted.truncate(BATCH);
        let before = *first.get_or_insert(now.score);
        let filled = |text: Text| {
            let fact = |name: &str| {
                Some(match name {
                    "path" => clean(&path.display().to_string()),
                    "before" => before.to_string(),
                    "n" => open.to_string(),
                    _ => now.score.to_string(),
                })
            };
            prompt::fit(&text.fill(language, fact), 0)
        };
        match (put.is_empty(), open) {
            (true, 0) => out::message(&filled(COMPLETE)),
            (true, _) => out::message(&filled(BEGIN)),
            (false, _) => out::message(&filled(WRITTEN)),
        }
        if open == 0 || !put.is_empty() && prompt::yes(&filled(MORE), LEFT, true, language)? != Some(true) {
            return Ok(DONE);
        }
        put.extend(wanted.iter().map(|question| question.id));
        if matches!(ask(&draft, wanted, path, session)?, prompt::InterviewEnd::Stopped) {
            return Ok(INTERRUPTED);
        }
    }
}

const COMPLETE: Text = Text::new(
    "{path} 有 {score} 分，能问的都写全了。看其余的：qun lint；要重写请加 --force",
    "{path} has score {score}, and there is nothing left to ask. qun lint lists the rest; --force starts over",
);
const BEGIN: Text = Text::new(
    "{path} 有 {score} 分。下面只问它缺的，最要紧的在前；每答一题就写进文件，随时可以按 Ctrl-C 停下。",
    "{path} has score {score}. Here is only what is missing, the most important first. Each answer is written at once; stop at any time with Ctrl-C.",
);
const WRITTEN: Text = Text::new("写好了：{path}，{before} → {score} 分", "written: {path}, score {before} → {score}");
const MORE: Text = Text::new("还有 {n} 题可以问，接着答吗？", "{n|more question|more questions} to go. Continue?");
const LEFT: Text = Text::new("已停下，答过的都写进去了。", "Stopped. Your answers are saved.");

/// Puts the questions that are wanted; each answer is written at once.
fn ask(
    draft: &Draft,
    wanted: Vec<&'static Question>,
    path: &Path,
    session: &Session,
) -> Result<prompt::InterviewEnd, Failure> {
    let language = draft.opened.language;
    let mut interview = Interview::filling_gaps(&draft.opened.library, (&draft.text, wanted), language, draft.today);
    let mut written = draft.text.clone();
    let mut save = |interview: &Interview<'_>| -> Result<(), Failure> {
        let text =
            apply(&draft.text, &interview.gap_edits()).map_err(|error| Failure::from(AmendError::Edit(error)))?;
        // another program may have written it meanwhile
        if !write::replace(path, &written, &text, session)? {
            let words = Text::new(
                "{path} 刚才被别的程序改过，这个回答没有写进去；请再运行一次",
                "{path} was just changed by another program, so this answer was not written; please run the command again",
            );
            return Err(Failure::of(words, [("path", &path.display())]));
        }
        written = text;
        Ok(())
    };
    prompt::run(&mut interview, &mut save)
}
