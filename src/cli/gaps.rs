//! `qun init` beside a plan: what lint finds missing is asked, and each answer is written at once.

use std::path::Path;

use super::edit::{self, Draft};
use super::files::{self, Over};
use super::session::Session;
use super::{DONE, out, prompt};
use crate::interview::{Interview, gaps};
use crate::language::Text;
use crate::render::clean;
use crate::rules::{Options, Outcome, lint};

pub(crate) fn run(path: &Path, session: &Session) -> anyhow::Result<u8> {
    let draft = edit::open(path, session)?;
    let language = draft.opened.language;
    let before = judged(&draft, session);
    let wanted = gaps(&draft.text, &before.findings, &draft.opened.library);
    let told = |text: Text, facts: &[(&str, String)]| {
        let fact = |name: &str| facts.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        out::talk(&prompt::fit(&text.fill(language, fact), 0));
    };
    let shown = clean(&path.display().to_string());
    if wanted.is_empty() {
        let words = Text::new(
            "{path} 有 {score} 分，能问的都写全了。看其余的：qun lint；要重写请加 --force",
            "{path} has score {score}, and all that can be asked is there. See the rest with qun lint; give --force to write it anew",
        );
        told(words, &[("path", shown), ("score", before.score.to_string())]);
        return Ok(DONE);
    }
    let words = Text::new(
        "{path} 有 {score} 分。下面只问它缺的，最要紧的在前；每答一题就写进文件，随时可以按 Ctrl-C 停下。",
        "{path} has score {score}. Only what it lacks is asked, the most important first; each answer is written at once, and Ctrl-C stops at any time.",
    );
    told(words, &[("path", shown.clone()), ("score", before.score.to_string())]);
    let today = session.today(&draft.opened.reading.plan);
    let library = draft.opened.library.clone();
    let mut interview = Interview::mending(&library, (&draft.text, wanted), language, today);
    let mut written = draft.text.clone();
    let mut save = |interview: &Interview<'_>| -> anyhow::Result<()> {
        let text = edit::applied(&draft.text, &interview.mended(), language)?;
        // somebody else may have written it meanwhile
        if files::read(path, language)? != written {
            let words = Text::new(
                "{path} 刚才被别的程序改过，这个回答没有写进去；请再运行一次",
                "{path} was changed by something else just now; this answer was not written, please run it again",
            );
            anyhow::bail!(words.fill(language, |_| Some(path.display().to_string())));
        }
        files::write(path, &text, Over::Anything, language)?;
        written = text;
        Ok(())
    };
    let outcome = prompt::run(&mut interview, &mut save)?;
    if matches!(outcome, prompt::Outcome::Stopped) {
        return Ok(prompt::INTERRUPTED);
    }
    let after = judged(&draft.edited(&interview.mended(), path)?, session);
    let words = Text::new("写好了：{path}，{before} → {after} 分", "written: {path}, score {before} → {after}");
    told(words, &[("path", shown), ("before", before.score.to_string()), ("after", after.score.to_string())]);
    Ok(DONE)
}

fn judged(draft: &Draft, session: &Session) -> Outcome {
    let opened = &draft.opened;
    let today = session.today(&opened.reading.plan);
    lint(&opened.reading, &opened.library, &Options::new(today, opened.holidays.get()))
}
