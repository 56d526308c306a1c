//! Writing files: whole or not at all, never over an existing file without being asked, and never over what another
//! program has written since the file was read.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tempfile::NamedTempFile;

use super::attempt::Attempt;
use super::failure::{Failure, Message};
use super::history::{History, known_path};
use super::session::Session;
use crate::language::Text;
use crate::source::MAX_BYTES;

/// What may be at the target already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Overwrite {
    /// Nothing.
    Nothing,
    /// Anything: it was asked for. What is there can be brought back with `qun undo`.
    Anything,
    /// Anything, of which nothing is kept: the draft of an interview.
    Draft,
}

/// Writes a file: a temporary file in the same folder, synced, then renamed. A device or a pipe holds nothing that could be
/// lost, and must not become a file: it is written to as it is.
pub(crate) fn write(path: &Path, text: &str, overwrite: Overwrite, session: &Session) -> anyhow::Result<()> {
    let refused = || Attempt::write(path);
    if is_device(path) {
        return pour(path, text.as_bytes());
    }
    if overwrite == Overwrite::Nothing && path.exists() {
        bail!(exists(path));
    }
    let (target, folder) = target(path)?;
    let file = prepared(path, &target, &folder, text.as_bytes())?;
    let _lock = lock(&folder);
    if overwrite == Overwrite::Anything
        && fs::metadata(&target).is_ok_and(|about| about.len() <= MAX_BYTES as u64)
        && let Ok(before) = fs::read(&target)
        && before != text.as_bytes()
    {
        session.history.keep(&known_path(&target), &before, text.as_bytes());
    }
    match overwrite {
        Overwrite::Nothing => file.persist_noclobber(&target).map_err(|error| error.error).with_context(refused)?,
        Overwrite::Anything | Overwrite::Draft => {
            file.persist(&target).map_err(|error| error.error).with_context(refused)?
        }
    };
    Ok(())
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
    let file = prepared(path, &target, &folder, after)?;
    let _lock = lock(&folder);
    if fs::read(&target).with_context(refused)? != before {
        return Ok(false);
    }
    if let Some(history) = history {
        history.keep(&known_path(&target), before, after);
    }
    file.persist(&target).map_err(|error| error.error).with_context(refused)?;
    Ok(true)
}

fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

fn pour(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let refused = || Attempt::write(path);
    let mut device = fs::OpenOptions::new().write(true).open(path).with_context(refused)?;
    device.write_all(bytes).and_then(|()| device.flush()).with_context(refused)
}

/// The file that is replaced, and its folder: a link stays a link, what it leads to is replaced.
fn target(path: &Path) -> anyhow::Result<(PathBuf, PathBuf)> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
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

/// The bytes in a temporary file beside the target.
fn prepared(path: &Path, target: &Path, folder: &Path, bytes: &[u8]) -> anyhow::Result<NamedTempFile> {
    let refused = || Attempt::write(path);
    let mut file = builder(target).tempfile_in(folder).with_context(refused)?;
    file.write_all(bytes).with_context(refused)?;
    file.as_file().sync_all().with_context(refused)?;
    Ok(file)
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

/// A file is there already, and overwriting was not asked for.
pub(crate) fn exists(path: &Path) -> Failure {
    Failure::at(path, Text::new("文件已经存在", "the file already exists"))
        .hint(Text::new("要覆盖请加 --force", "add --force to overwrite it"))
}

/// A file that is replaced keeps its permissions; a new one gets what the umask leaves.
#[cfg(unix)]
fn builder(target: &Path) -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let permissions =
        fs::metadata(target).map_or_else(|_| fs::Permissions::from_mode(0o666), |data| data.permissions());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".qun-").permissions(permissions);
    builder
}

#[cfg(not(unix))]
fn builder(_: &Path) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".qun-");
    builder
}
