//! What the commands that edit a plan share: open, edit, check with the same reader, write, say what is new.

use std::path::Path;

use anyhow::anyhow;

use super::files::{self, Over};
use super::plans::{self, Opened};
use super::session::Session;
use super::{out, prompt};
use crate::finding::{Edit, Finding, Level};
use crate::language::{Language, Text};
use crate::plan::read;
use crate::render::{clean, diff};
use crate::rules::{Options, lint};
use crate::source::{Document, apply};
use crate::value::Day;

/// New findings that are told in full.
const TOLD: usize = 5;

/// A plan and the text it was read from.
pub(crate) struct Draft {
    pub text: String,
    pub opened: Opened,
}

/// Opens a plan that is to be edited: its file must be sound.
pub(crate) fn open(path: &Path, session: &Session) -> anyhow::Result<Draft> {
    let text = files::read(path, session.language())?;
    let opened = plans::open_text(&text, path, session)?;
    Ok(Draft { text, opened })
}

/// A text after some edits.
pub(crate) fn applied(text: &str, edits: &[Edit], language: Language) -> anyhow::Result<String> {
    apply(text, edits).map_err(|error| anyhow!(error.message(language)))
}

impl Draft {
    /// The plan after some edits; one that would make the file unsound is refused with what is wrong.
    pub(crate) fn edited(&self, edits: &[Edit], path: &Path) -> anyhow::Result<Self> {
        let language = self.opened.language;
        let text = applied(&self.text, edits, language)?;
        let library = self.opened.library.clone();
        let reading = {
            let mut buffer = String::new();
            read(&Document::parse(&text, &mut buffer), &library)
        };
        if let Some(error) = reading.findings.iter().find(|finding| finding.level == Level::Error) {
            return Err(refused(error, language));
        }
        let holidays = plans::holidays(&reading.plan, path, language)?;
        Ok(Self { text, opened: Opened { reading, library, holidays, language } })
    }

    /// The errors and warnings that came with the edit, the gravest first; `on` is the day that it is about.
    fn news(&self, before: &Self, on: Day, session: &Session) -> Vec<Finding> {
        let today = session.today(&self.opened.reading.plan);
        // the calendar of lint reaches three months ahead: a later day is looked at from the month before it
        let seen_from = if on > today.plus_months(2) { on.plus_months(-1) } else { today };
        let found = |draft: &Self| {
            let opened = &draft.opened;
            let outcome = lint(&opened.reading, &opened.library, &Options::new(seen_from, opened.holidays.get()));
            let graver = |finding: &Finding| finding.level > Level::Advice;
            outcome.findings.into_iter().filter(graver).collect::<Vec<_>>()
        };
        let key = |finding: &Finding| (finding.rule.id, finding.message(self.opened.language));
        let old: Vec<_> = found(before).iter().map(key).collect();
        let mut new = found(self);
        new.retain(|finding| !old.contains(&key(finding)));
        new.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        new
    }

    /// Refuses an edit with which errors came.
    pub(crate) fn refuse_errors(&self, before: &Self, on: Day, session: &Session) -> anyhow::Result<()> {
        let language = self.opened.language;
        let mut errors = self.news(before, on, session);
        errors.retain(|finding| finding.level == Level::Error);
        if errors.is_empty() {
            return Ok(());
        }
        let force =
            Text::new("先改好它；要照样写入，加 --force", "mend it first, or give --force to write it all the same");
        let lines: Vec<String> = errors.iter().take(TOLD).map(|finding| line(finding, language)).collect();
        let message = Text::new("这样一改会带来错误，没有写入：", "not written, for it would bring errors:");
        Err(anyhow!(force.get(language)).context(lines.join("\n  ")).context(message.get(language)))
    }

    /// Says which errors and warnings came with the edit; `on` is the day that it is about.
    pub(crate) fn tell_news(&self, before: &Self, on: Day, session: &Session) {
        let language = self.opened.language;
        let new = self.news(before, on, session);
        if new.is_empty() {
            return;
        }
        let mut lines =
            vec![Text::new("这样改了以后，lint 说：", "With this edit, lint says:").get(language).to_owned()];
        for finding in new.iter().take(TOLD) {
            lines.push(format!("  {}", line(finding, language)));
        }
        if new.len() > TOLD {
            let more = Text::new("  还有 {n} 条；用 qun lint 看全部", "  and {n} more; see all with qun lint");
            lines.push(more.fill(language, |_| Some((new.len() - TOLD).to_string())));
        }
        out::talk(&lines.join("\n"));
    }
}

/// `· message [level: rule]`, broken where the terminal ends.
fn line(finding: &Finding, language: Language) -> String {
    let level = finding.level.name().get(language);
    prompt::fit(&format!("· {} [{level}: {}]", clean(&finding.message(language)), finding.rule.id), 4)
}

/// An edit that would leave the file with an error.
fn refused(error: &Finding, language: Language) -> anyhow::Error {
    let message = clean(&error.message(language));
    match error.known_help(language) {
        Some(help) => anyhow!(clean(&help)).context(message),
        None => anyhow!(message),
    }
}

/// Writes an edited plan where it came from, or shows what would change; whether a file was written.
pub(crate) fn deliver(
    path: &Path,
    before: &str,
    after: &str,
    dry_run: bool,
    language: Language,
) -> anyhow::Result<bool> {
    if dry_run {
        out::styled(&diff(&path.display().to_string(), before, after));
        return Ok(false);
    }
    if path.as_os_str() == "-" {
        out::data(after);
        return Ok(false);
    }
    if before != after {
        files::write(path, after, Over::Anything, language)?;
    }
    Ok(true)
}
