//! `qun undo`: the last edit of a plan is taken back, one at a time; what others changed since stays.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Context as _;

use super::args::Undo as Asked;
use super::attempt::Attempt;
use super::edit::{self, ATTEMPTS};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::history::{FileChange, Record, known_path};
use super::session::Session;
use super::{out, plans, roster_file, write};
use crate::amend::{Consequences, Snapshot, merged};
use crate::language::{Language, Text};
use crate::render::quoted_path;
use crate::render::{clean, diff, impact};
use crate::roster::{RosterReading, read_roster};
use crate::source::decode;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let path = known_path(&asked.plan);
    let records = session.history.of(&path);
    if asked.list {
        out::data(&listed(&records, session.language()));
        return Ok(DONE);
    }
    if asked.forget {
        for record in &records {
            record.forget().with_context(|| Attempt::new(&path, FORGOTTEN_NOT))?;
        }
        let words = Text::new("删掉了 {n} 条记录", "deleted {n|record|records}");
        out::message(&words.fill(session.language(), |_| Some(records.len().to_string())));
        return Ok(DONE);
    }
    for mut record in in_order(records, asked.redo) {
        if step(&mut record, asked, session)? {
            return Ok(DONE);
        }
        // the file never became what the command was about to write
        if !asked.dry_run {
            record.forget().with_context(|| Attempt::new(&path, FORGOTTEN_NOT))?;
        }
    }
    let (undo, redo) = (
        Text::new("没有可以撤销的改动", "there is nothing to undo"),
        Text::new("没有可以重做的改动", "there is nothing to redo"),
    );
    Err(Failure::at(&asked.plan, if asked.redo { redo } else { undo }))
}

const FORGOTTEN_NOT: Text = Text::new("删不掉记录", "its records cannot be deleted");

/// The records to go through: the latest edit first, or what was undone last first.
fn in_order(mut records: Vec<Record>, redo: bool) -> Vec<Record> {
    records.retain(|record| record.is_undone == redo);
    if redo {
        records.reverse();
    }
    records
}

/// A file as it is, and as it will be.
struct Change {
    now: Vec<u8>,
    next: Vec<u8>,
}

/// Undoes one record, or does it again; whether there was anything to do.
fn step(record: &mut Record, asked: &Asked, session: &Session) -> Result<bool, Failure> {
    for _ in 0..ATTEMPTS {
        leave_out_deleted(record, &asked.plan, session.language());
        let changes =
            record.files.iter().map(|file| change(file, record, asked, session)).collect::<Result<Vec<_>, _>>()?;
        if changes.iter().all(|change| change.now == change.next) {
            return Ok(false);
        }
        if asked.dry_run {
            for (file, change) in record.files.iter().zip(&changes) {
                out::styled(&difference(&file.path, &change.now, &change.next));
            }
            return Ok(true);
        }
        let mut is_written = true;
        for (file, Change { now, next }) in record.files.iter_mut().zip(&changes) {
            if now == next {
                continue;
            }
            if !write::swap(&file.path, (now, next), None)? {
                is_written = false;
                break;
            }
            // the way back leads to what was there, changes by hand included
            (file.before, file.after) =
                if asked.redo { (now.clone(), next.clone()) } else { (next.clone(), now.clone()) };
        }
        if is_written {
            record.is_undone = !asked.redo;
            let refused = || Attempt::new(&asked.plan, Text::new("记录写不进去", "the record cannot be written"));
            record.save().with_context(refused)?;
            for (file, change) in record.files.iter().zip(&changes) {
                show(record, file, change, asked, session);
            }
            return Ok(true);
        }
    }
    Err(edit::changing(&asked.plan))
}

/// A list that was deleted since stays deleted, and does not stop the others from being undone.
fn leave_out_deleted(record: &mut Record, plan: &Path, language: Language) {
    let is_gone = |path: &Path| fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let words = Text::new("{path} 已经不在了，略过", "{path} does not exist any more and is left out");
    record.files.retain(|file| {
        let is_left_out = file.path.file_name() != plan.file_name() && is_gone(&file.path);
        if is_left_out {
            out::message(&words.fill(language, |_| Some(clean(&file.path.display().to_string()))));
        }
        !is_left_out
    });
}

/// What becomes of a file: what it was before, or that with what others changed since.
fn change(file: &FileChange, record: &Record, asked: &Asked, session: &Session) -> Result<Change, Failure> {
    let now = fs::read(&file.path).with_context(|| Attempt::read(&file.path))?;
    let (from, to) = if asked.redo { (&file.before, &file.after) } else { (&file.after, &file.before) };
    let is_roster = roster_file::is_roster(&file.path);
    let is_it = |known: &[u8]| now == known || is_roster && says_the_same(&now, known);
    if is_it(from) || is_it(to) {
        let next = if is_roster { roster_again(&now, to) } else { to.clone() };
        return Ok(Change { now, next });
    }
    let texts = (decode(from), decode(to), decode(&now));
    let next = match texts {
        (Ok(from), Ok(to), Ok(text)) => {
            merged(from, to, text).filter(|next| is_as_sound(&file.path, text, next, session))
        }
        _ => None,
    };
    if let Some(next) = next {
        let next = if is_roster { roster_again(&now, next.as_bytes()) } else { next.into_bytes() };
        return Ok(Change { now, next });
    }
    let path = clean(&asked.plan.display().to_string());
    if asked.dry_run {
        let language = session.language();
        out::message(Text::new("要撤销的：", "to be taken back:").get(language));
        out::styled(&difference(&file.path, from, to));
        out::message(Text::new("之后又改了的：", "changed since then:").get(language));
        out::styled(&difference(&file.path, from, &now));
    }
    let words = Text::new(
        "{path} 后来在同一处又改过，没有撤销：{command}",
        "{path} was changed since then in the same place, so this was not undone: {command}",
    );
    Err(Failure::of(words, [("path", &file.path.display()), ("command", &record.command)]).hint(Message::of(
        Text::new("qun undo --dry-run {path} 把两边的改动都列出来", "qun undo --dry-run {path} shows both changes"),
        [("path", &quoted_path(&path))],
    )))
}

/// Whether two rosters differ in their sequences alone, which stay raised when a publication is undone.
fn says_the_same(one: &[u8], other: &[u8]) -> bool {
    let read = |bytes: &[u8]| decode(bytes).ok().map(read_roster).filter(|reading| reading.findings.is_empty());
    read(one).zip(read(other)).is_some_and(|(one, other)| one.roster.says_the_same(&other.roster))
}

/// A roster as it was, for calendars that know it as it is: nothing that they imported is taken for newer.
fn roster_again(now: &[u8], to: &[u8]) -> Vec<u8> {
    let roster = |bytes: &[u8]| decode(bytes).ok().map(read_roster).filter(|reading| reading.findings.is_empty());
    let Some(now) = roster(now) else { return to.to_vec() };
    let earlier = if to.is_empty() { Some(RosterReading::default()) } else { roster(to) };
    earlier.map_or_else(|| to.to_vec(), |earlier| now.roster.back_to(&earlier.roster).to_csv().into_bytes())
}

/// Whether a merged text is no worse to read than the one before it.
fn is_as_sound(path: &Path, now: &str, next: &str, session: &Session) -> bool {
    let is_sound = |text: &str| plans::open_any(text, path, session).reading.is_sound();
    !is_toml(path) || is_sound(next) || !is_sound(now)
}

fn difference(path: &Path, from: &[u8], to: &[u8]) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    diff(&path.display().to_string(), &text(from), &text(to))
}

/// Shows what was undone, and what that does to the plan.
fn show(record: &Record, file: &FileChange, Change { now, next }: &Change, asked: &Asked, session: &Session) {
    let is_plan = file.path == known_path(&asked.plan);
    let (Ok(now), Ok(next)) = (decode(now), decode(next)) else { return };
    let [before, after] = [now, next].map(|text| plans::open_any(text, &asked.plan, session));
    let language = after.language;
    let words = match (is_plan, asked.redo) {
        (false, _) => Text::new("也改回了 {path}", "and {path} with it"),
        (true, false) => Text::new("撤销了：{command}", "undone: {command}"),
        (true, true) => Text::new("重做了：{command}", "done again: {command}"),
    };
    out::message(&words.fill(language, |name| {
        Some(clean(&if name == "path" { file.path.display().to_string() } else { record.command.clone() }))
    }));
    if !is_plan || !is_toml(&file.path) {
        return;
    }
    let today = session.today(&after.reading.plan);
    let old =
        Snapshot { text: now, reading: &before.reading, library: &before.library, holidays: &before.holidays, today };
    let new =
        Snapshot { text: next, reading: &after.reading, library: &after.library, holidays: &after.holidays, today };
    let effect = Consequences::of(&old, &new).impact;
    edit::show_lines(&impact(old.reading, new.reading, &effect, language));
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

/// `1  2026-12-01 20:15  qun set community.size.now 230`, the latest first.
fn listed(records: &[Record], language: Language) -> String {
    if records.is_empty() {
        let words = Text::new("没有可以撤销的改动\n", "there is nothing to undo\n");
        return words.get(language).to_owned();
    }
    let line = |(at, record): (usize, &Record)| {
        let time = record.time.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
        let undone = match record.is_undone {
            true => Text::new("  （已撤销；--redo 重做）", "  (undone; --redo reapplies it)").get(language),
            false => "",
        };
        format!("{:>2}  {time}  {}{undone}\n", at + 1, clean(&record.command))
    };
    records.iter().enumerate().map(line).collect()
}
