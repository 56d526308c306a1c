//! What the commands that edit a plan share: open, carry out, write, show what is new.

use std::path::Path;

use super::failure::Failure;
use super::files::{self, Overwrite};
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::{out, prompt};
use crate::amend::{AmendError, Amendment, Request, Snapshot, amend};
use crate::finding::Finding;
use crate::language::Language;
use crate::render::{diff, new_findings};
use crate::value::Day;

/// A plan that is to be edited, and the text it was read from.
pub(crate) struct Draft {
    pub text: String,
    pub opened: OpenPlan,
    pub today: Day,
}

/// Opens a plan that is to be edited: its file must be sound.
pub(crate) fn open(path: &Path, session: &Session) -> Result<Draft, Failure> {
    let text = files::read(path, session.language())?;
    let opened = plans::open_text(&text, path, session)?;
    let today = session.today(&opened.reading.plan);
    Ok(Draft { text, opened, today })
}

impl Draft {
    /// The plan as it is.
    pub(crate) fn now(&self) -> Snapshot<'_> {
        let OpenPlan { reading, library, holidays, .. } = &self.opened;
        Snapshot { text: &self.text, reading, library, holidays: holidays.get(), today: self.today }
    }

    /// The plan with a request carried out.
    pub(crate) fn amend<R: Request>(&self, request: R) -> Result<Amendment<'_, R>, AmendError> {
        amend(self.now(), request)
    }
}

/// Writes an edited plan where it came from, or shows what would change; whether a file was written.
pub(crate) fn deliver(
    path: &Path,
    before: &str,
    after: &str,
    dry_run: bool,
    language: Language,
) -> Result<bool, Failure> {
    if dry_run {
        out::styled(&diff(&path.display().to_string(), before, after));
        return Ok(false);
    }
    if path.as_os_str() == "-" {
        out::data(after);
        return Ok(false);
    }
    if before != after {
        files::write(path, after, Overwrite::Anything, language)?;
    }
    Ok(true)
}

/// Shows the errors and warnings that come with an edit.
pub(crate) fn show_findings(findings: &[Finding], language: Language) {
    let lines: Vec<String> = new_findings(findings, language).iter().map(|line| prompt::fit(line, 4)).collect();
    if !lines.is_empty() {
        out::talk(&lines.join("\n"));
    }
}
