//! What the commands that edit a plan share: open, carry out, write, show what is new. A plan that another program wrote
//! meanwhile is read again, and the same request is carried out on it.

use std::path::Path;

use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::write::{self, Overwrite};
use super::{files, out, prompt, roster_file};
use crate::amend::{AmendError, Amendment, Impact, PastEffect, Request, Snapshot, amend, carried};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::render::{clean, diff, impact, impact_json};
use crate::roster::{Roster, read_roster};
use crate::value::Day;

/// How often an edit is tried again when others write the same file.
pub(crate) const ATTEMPTS: usize = 20;

/// A plan that is to be edited, and the text it was read from.
pub(crate) struct Draft {
    pub text: String,
    pub opened: OpenPlan,
    pub today: Day,
}

/// A command that edits a plan.
#[derive(Clone, Copy)]
pub(crate) struct Edited<'a> {
    pub path: &'a Path,
    pub dry_run: bool,
    /// Whether the file may have errors: the edit may be what makes it sound.
    pub is_lenient: bool,
    /// Whether its difference is for a program, which takes the place of what else goes to standard output.
    pub is_json: bool,
}

/// Opens a plan that is to be edited: its file must be sound.
pub(crate) fn open(path: &Path, session: &Session) -> Result<Draft, Failure> {
    write::recover(path);
    let text = files::read(path, session.language())?;
    let opened = plans::open_text(&text, path, session)?;
    let today = session.today(&opened.reading.plan);
    Ok(Draft { text, opened, today })
}

/// Opens a plan that is to be edited, whose file may have errors.
pub(crate) fn open_any(path: &Path, session: &Session) -> Result<Draft, Failure> {
    let text = files::read(path, session.language())?;
    let opened = plans::open_any(&text, path, session);
    let today = session.today(&opened.reading.plan);
    Ok(Draft { text, opened, today })
}

impl Draft {
    /// The plan as it is.
    pub(crate) fn now(&self) -> Snapshot<'_> {
        let OpenPlan { reading, library, holidays, .. } = &self.opened;
        Snapshot { text: &self.text, reading, library, holidays, today: self.today }
    }

    /// The plan with a request carried out.
    pub(crate) fn amend<R: Request>(&self, request: R) -> Result<Amendment<'_, R>, AmendError> {
        amend(self.now(), request)
    }
}

impl Edited<'_> {
    /// Carries out an edit: `request` says what is asked of the plan as it is (nothing where the user left), `show` shows
    /// what it did and whether it was written. Where the file changes meanwhile, all of it is done again with the new text.
    pub(crate) fn carry_out<R: Request>(
        self,
        session: &Session,
        request: impl FnMut(&Draft) -> Result<Option<R>, Failure>,
        show: impl FnOnce(&Draft, &Amendment<'_, R>, bool) -> Result<(), Failure>,
    ) -> Result<u8, Failure> {
        self.carry_out_checked(session, request, |_| Ok(()), show)
    }

    /// The same, where `check` may refuse what comes out.
    pub(crate) fn carry_out_checked<R: Request>(
        self,
        session: &Session,
        mut request: impl FnMut(&Draft) -> Result<Option<R>, Failure>,
        check: impl Fn(&Amendment<'_, R>) -> Result<(), Failure>,
        show: impl FnOnce(&Draft, &Amendment<'_, R>, bool) -> Result<(), Failure>,
    ) -> Result<u8, Failure> {
        for _ in 0..ATTEMPTS {
            let draft = match self.is_lenient {
                true => open_any(self.path, session)?,
                false => open(self.path, session)?,
            };
            let Some(request) = request(&draft)? else { return Ok(INTERRUPTED) };
            let amendment = draft.amend(request)?;
            check(&amendment)?;
            if !self.dry_run && !write_past(self.path, &draft.text, &amendment, session)? {
                continue;
            }
            if let Some(is_written) = self.deliver(&draft.text, &amendment.text, session)? {
                let reading = amendment.after().reading;
                if is_written && R::KEEPS_PLACES {
                    carry_roster(self.path, (amendment.before().plan(), &reading.plan), session)?;
                }
                if self.is_json {
                    let (before, done) = (amendment.before().reading, (is_written, amendment.past));
                    let language = session.language_of(&reading.plan);
                    out::data(&impact_json((before, reading), &amendment.difference(), done, language));
                }
                show(&draft, &amendment, is_written)?;
                show_past(self.path, amendment.past, session.language_of(&reading.plan), is_written);
                return Ok(DONE);
            }
        }
        Err(changing(self.path))
    }

    /// Writes an edited plan where it came from, or shows what would change; whether a file was written, nothing where
    /// another program wrote it first.
    fn deliver(self, before: &str, after: &str, session: &Session) -> Result<Option<bool>, Failure> {
        let is_input = self.path.as_os_str() == "-";
        if self.dry_run || is_input {
            match self.is_json {
                true => {}
                false if self.dry_run => out::styled(&diff(&self.path.display().to_string(), before, after)),
                false => out::data(after),
            }
            return Ok(Some(false));
        }
        if before == after {
            return Ok(Some(true));
        }
        Ok(write::replace(self.path, before, after, session)?.then_some(true))
    }
}

/// Writes the roster that belongs to an edit which would change the past, or which takes out what was published, before the
/// plan; whether no other program was faster.
pub(crate) fn write_past<R: Request>(
    plan: &Path,
    text: &str,
    amendment: &Amendment<'_, R>,
    session: &Session,
) -> Result<bool, Failure> {
    let (before, after) = (&amendment.before().reading.index.roster, &amendment.after().reading.index.roster);
    // where only names changed, the roster follows the plan
    let is_due = before != after && (amendment.past.is_held() || !R::KEEPS_PLACES);
    let Some(path) = roster_file::path_of(plan).filter(|_| is_due) else { return Ok(true) };
    write_roster(&path, (before, after), (plan, text), session)
}

/// Writes a roster, before the text of its plan is: both are undone together. Whether the file still held the roster from
/// which this one comes.
pub(crate) fn write_roster(
    path: &Path,
    (before, after): (&Roster, &Roster),
    (plan, plan_text): (&Path, &str),
    session: &Session,
) -> Result<bool, Failure> {
    let text = after.to_csv();
    let old = path.is_file().then(|| files::read(path, session.language())).transpose()?;
    if old.as_deref().map(|old| read_roster(old).roster).unwrap_or_default() != *before {
        return Ok(false);
    }
    if old.as_deref() == Some(text.as_str()) {
        return Ok(true);
    }
    let bytes = old.as_deref().unwrap_or_default().as_bytes();
    session.history.keep_with(plan, plan_text.as_bytes(), (path, bytes, text.as_bytes()));
    match &old {
        Some(old) => Ok(write::swap(path, (old.as_bytes(), text.as_bytes()), None)?),
        None => Ok(write::write(path, &text, Overwrite::NewRoster, session).map(|()| true)?),
    }
}

/// Says that the past stays as it was.
fn show_past(plan: &Path, past: PastEffect, language: Language, is_written: bool) {
    let kept = match is_written {
        true => Text::new(
            "今天以前的 {n} 项不受这次改动影响，已按原样记进 {path}",
            "{n|entry|entries} before today would have changed: kept as before in {path}",
        ),
        false => Text::new(
            "今天以前的 {n} 项不受这次改动影响，写入时会按原样记进 {path}",
            "{n|entry|entries} before today would change: they will be kept as they are in {path}",
        ),
    };
    let left_out = match is_written {
        true => Text::new(
            "按新的写法，今天以前会多出 {n} 项：没有补进去，过去照旧（记在 {path}）",
            "{n|entry|entries} before today would be new: left out, so that the past stays as it was (see {path})",
        ),
        false => Text::new(
            "按新的写法，今天以前会多出 {n} 项：写入时不会补进去，过去照旧（记在 {path}）",
            "{n|entry|entries} before today would be new: they will be left out (see {path})",
        ),
    };
    let added = Text::new(
        "今天以前多了 {n} 项；不想要就给它写上 from（从哪天开始）",
        "{n|entry before today is|entries before today are} new; if they never took place, set `from`, the first day",
    );
    let path = roster_file::path_of(plan);
    let path = path.map(|path| clean(&path.display().to_string()));
    let of_roster = |count: usize| if path.is_some() { count } else { 0 };
    for (count, words) in [(of_roster(past.kept), kept), (of_roster(past.left_out), left_out), (past.added, added)] {
        let fact = |name: &str| if name == "n" { Some(count.to_string()) } else { path.clone() };
        if count > 0 {
            out::message(&words.fill(language, fact));
        }
    }
    if past.is_assumed && past.is_held() && path.is_some() {
        let words = match is_written {
            true => Text::new(
                "计划里没写是哪天做的（made）。如果以前没人按它做过：先 qun undo，再 qun set made 今天",
                "the plan does not say when it was made; if nobody worked by it before today: qun undo, then qun set made today",
            ),
            false => Text::new(
                "计划里没写是哪天做的（made）。如果以前没人按它做过：先 qun set made 今天",
                "the plan does not say when it was made; if nobody worked by it before today: qun set made today",
            ),
        };
        out::message(words.get(language));
    }
}

/// Gives the rows of a plan's roster the names that the plan has now, together with the edit of the plan.
fn carry_roster(plan: &Path, (before, after): (&Plan, &Plan), session: &Session) -> Result<(), Failure> {
    for _ in 0..ATTEMPTS {
        let Some((path, text, reading)) = roster_file::read(plan, session.language())? else { return Ok(()) };
        let next = carried(&reading.roster, before, after);
        if !reading.findings.is_empty() || next == reading.roster {
            return Ok(());
        }
        session.history.together();
        if write::replace(&path, &text, &next.to_csv(), session)? {
            let words = Text::new("定稿表里的名字跟着改了：{path}", "names changed in {path} too");
            let path = clean(&path.display().to_string());
            out::message(&words.fill(session.language_of(after), |_| Some(path.clone())));
            return Ok(());
        }
    }
    Err(changing(plan))
}

/// Other programs write the file all the time.
pub(crate) fn changing(path: &Path) -> Failure {
    Failure::at(
        path,
        Text::new(
            "别的程序刚改过这个文件，没有写入",
            "another program has just changed this file; nothing was written",
        ),
    )
    .hint(Text::new("等它写完，再运行一次", "wait until it is done, then run the command again"))
}

/// Shows what an edit does to the calendar and to the findings.
pub(crate) fn show_impact<R: Request>(amendment: &Amendment<'_, R>, of: &Impact<'_>, language: Language) {
    show_lines(&impact(amendment.before().reading, amendment.after().reading, of, language));
}

/// Shows what the plan was without on purpose and is not any more.
pub(crate) fn show_ended_without<R: Request>(amendment: &Amendment<'_, R>, language: Language) {
    let (before, after) = (&amendment.before().plan().without, &amendment.after().reading.plan.without);
    for key in before.iter().filter(|key| !after.contains(key)) {
        let words = Text::new("{key} 不再记作没有（without）", "`{key}` is no longer listed in `without`");
        out::message(&clean(&words.fill(language, |_| Some(key.clone()))));
    }
}

/// Shows lines as wide as the terminal.
pub(crate) fn show_lines(lines: &[String]) {
    for line in lines {
        out::message(&prompt::fit(line, 4));
    }
}
