//! Writing files: whole or not at all, never over an existing file without being asked, and never over what another
//! program has written since the file was read.

use std::borrow::Cow;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::attempt::Attempt;
use super::failure::{Failure, Message};
use super::history::{self, History, known_path};
use super::replaced::{clear, finish, is_interrupted, prepared, put};
use super::session::Session;
use super::{out, roster_file};
use crate::language::Text;
use crate::source::MAX_BYTES;

/// What may be at the target already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Overwrite {
    /// Nothing.
    Nothing,
    /// Nothing; it is a roster, onto which only `qun publish` writes.
    NewRoster,
    /// Anything: it was asked for. What is there can be brought back with `qun undo`.
    Anything,
    /// Anything, of which nothing is kept: the draft of an interview.
    Draft,
}

/// Writes a file: a temporary file in the same folder, synced, then renamed. A device or a pipe holds nothing that could be
/// lost, and must not become a file: it is written to as it is.
pub(crate) fn write(
    path: &Path,
    text: impl AsRef<[u8]>,
    overwrite: Overwrite,
    session: &Session,
) -> anyhow::Result<()> {
    let text = text.as_ref();
    made(path, &mut |file| file.write_all(text).with_context(|| Attempt::write(path)), Some(text), overwrite, session)
}

/// The same of a file that is written piece by piece, and may be larger than the memory.
pub(crate) fn write_streamed(
    path: &Path,
    fill: &mut dyn FnMut(&mut dyn Write) -> anyhow::Result<()>,
    overwrite: Overwrite,
    session: &Session,
) -> anyhow::Result<()> {
    made(path, fill, None, overwrite, session)
}

/// Writes what `fill` writes; the whole text where it is there as a whole.
fn made(
    path: &Path,
    fill: &mut dyn FnMut(&mut dyn Write) -> anyhow::Result<()>,
    text: Option<&[u8]>,
    overwrite: Overwrite,
    session: &Session,
) -> anyhow::Result<()> {
    let refused = || Attempt::write(path);
    if is_device(path) {
        let mut device = fs::OpenOptions::new().write(true).open(path).with_context(refused)?;
        fill(&mut device)?;
        return device.flush().with_context(refused);
    }
    if overwrite != Overwrite::NewRoster && roster_file::is_roster(path) {
        bail!(for_publish(path));
    }
    if matches!(overwrite, Overwrite::Nothing | Overwrite::NewRoster) && path.exists() {
        bail!(exists(path));
    }
    let (target, folder) = target(path)?;
    let lock = lock(&folder);
    settle(&target, &folder, lock.is_some()).with_context(refused)?;
    let file = prepared(path, &target, &folder, fill)?;
    if overwrite == Overwrite::Anything
        && fs::metadata(&target).is_ok_and(|about| about.len() <= MAX_BYTES as u64)
        && let Ok(before) = fs::read(&target)
    {
        match text.map(Cow::Borrowed).or_else(|| kept_of(file.path()).map(Cow::Owned)) {
            Some(after) if before == *after => {}
            Some(after) => session.history.keep(&known_path(&target), &before, &after),
            None => out::message(TOO_LARGE_TO_UNDO.get(session.language())),
        }
    }
    match overwrite {
        Overwrite::Nothing | Overwrite::NewRoster => {
            file.persist_noclobber(&target).map(drop).map_err(|error| error.error).with_context(refused)
        }
        Overwrite::Anything | Overwrite::Draft => put(file, path, &target, None).map(drop),
    }
}

const TOO_LARGE_TO_UNDO: Text =
    Text::new("新文件太大，qun undo 换不回原来的", "the new file is too large for qun undo to bring back the old one");

/// The bytes of a file that was written piece by piece; none where they are too many to be kept.
fn kept_of(file: &Path) -> Option<Vec<u8>> {
    let is_kept = fs::metadata(file).is_ok_and(|about| about.len() <= history::BYTES);
    is_kept.then(|| fs::read(file).ok()).flatten()
}

/// Writes a file in the place of the text that was read from it; whether that text was still there. Programs of this kind
/// wait for each other; what others write up to the last moment is seen. The old text can be brought back with `qun undo`.
pub(crate) fn replace(path: &Path, before: &str, after: &str, session: &Session) -> anyhow::Result<bool> {
    swap(path, (before.as_bytes(), after.as_bytes()), Some(&session.history))
}

/// The same of bytes; without a history, nothing is kept.
pub(crate) fn swap(path: &Path, (before, after): (&[u8], &[u8]), history: Option<&History>) -> anyhow::Result<bool> {
    let refused = || Attempt::write(path);
    if is_device(path) {
        return pour(path, after).map(|()| true);
    }
    let (target, folder) = target(path)?;
    let lock = lock(&folder);
    settle(&target, &folder, lock.is_some()).with_context(refused)?;
    let file = prepared(path, &target, &folder, &mut |file| file.write_all(after).with_context(refused))?;
    if fs::read(&target).with_context(refused)? != before {
        return Ok(false);
    }
    if let Some(history) = history {
        history.keep(&known_path(&target), before, after);
    }
    let is_put = put(file, path, &target, Some(before))?;
    if let Some(history) = history.filter(|_| !is_put) {
        history.take_back(&known_path(&target), before, after);
    }
    Ok(is_put)
}

/// Finishes the writing of a file that a kill interrupted, so that the whole text is read.
pub(crate) fn recover(path: &Path) {
    if is_interrupted(path)
        && let Ok((target, folder)) = target(path)
    {
        let _lock = lock(&folder);
        let _ = finish(&target);
    }
}

/// Finishes and clears what runs that were killed left; the latter only where no other run can be at it.
fn settle(target: &Path, folder: &Path, is_alone: bool) -> std::io::Result<()> {
    finish(target)?;
    if is_alone {
        clear(folder);
    }
    Ok(())
}

fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

fn pour(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let refused = || Attempt::write(path);
    let mut device = fs::OpenOptions::new().write(true).open(path).with_context(refused)?;
    device.write_all(bytes).and_then(|()| device.flush()).with_context(refused)
}

/// The file that is replaced, and its folder: a link stays a link, what it leads to is replaced, or made if it is not there.
fn target(path: &Path) -> anyhow::Result<(PathBuf, PathBuf)> {
    let led_to = |link: PathBuf| path.parent().map_or(link.clone(), |folder| folder.join(&link));
    let target =
        fs::canonicalize(path).unwrap_or_else(|_| fs::read_link(path).map_or_else(|_| path.to_owned(), led_to));
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.exists() {
        let words = Text::new("没有文件夹 {folder}", "there is no folder {folder}");
        bail!(
            Failure::at(path, Message::of(words, [("folder", &folder.display())]))
                .hint(Text::new("先建好这个文件夹，或换一个位置", "create the folder first, or choose another place"))
        );
    }
    Ok((target, folder))
}

/// Keeps others of this program from writing into a folder until it is dropped; the system frees it when a program is
/// killed. Where a folder cannot be locked, the comparison of texts has to do.
#[cfg(unix)]
fn lock(folder: &Path) -> Option<fs::File> {
    let folder = fs::File::open(folder).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// A folder cannot be opened here: one file of the user's stands for all of them.
#[cfg(not(unix))]
fn lock(_: &Path) -> Option<fs::File> {
    let state = super::history::state()?;
    fs::create_dir_all(&state).ok()?;
    let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(state.join("lock")).ok()?;
    file.lock().ok().map(|()| file)
}

/// What was published is kept there.
fn for_publish(path: &Path) -> Failure {
    Failure::at(
        path,
        Text::new("这是定稿表，只有 qun publish 会写它", "this is a published roster; only qun publish writes it"),
    )
    .hint(Text::new("换一个文件名", "choose another file name"))
}

/// A file is there already, and overwriting was not asked for.
pub(crate) fn exists(path: &Path) -> Failure {
    Failure::at(path, Text::new("文件已经存在", "the file already exists"))
        .hint(Text::new("要覆盖请加 --force", "add --force to overwrite it"))
}
