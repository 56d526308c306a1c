//! Reading and writing files: whole or not at all, and never over something without being asked.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};

use crate::language::{Language, Text};
use crate::source::{MAX_BYTES, decode};

/// The text of a plan; `-` is standard input.
pub(crate) fn read(path: &Path, language: Language) -> anyhow::Result<String> {
    let shown = path.display();
    let bytes = read_bytes(path).map_err(|error| {
        let what = match error.kind() {
            io::ErrorKind::NotFound => Text::new(
                "找不到文件；用 qun init 写一份，或给出它的路径",
                "there is no such file; make one with qun init, or give its path",
            ),
            io::ErrorKind::PermissionDenied => Text::new("没有权限读这个文件", "this file may not be read"),
            io::ErrorKind::IsADirectory => {
                Text::new("这是一个文件夹，要的是一份计划", "this is a folder; a plan is wanted")
            }
            _ => Text::new("读不了这个文件", "this file cannot be read"),
        };
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied | io::ErrorKind::IsADirectory => {
                anyhow!("{shown}: {}", what.get(language))
            }
            _ => anyhow!("{error}").context(format!("{shown}: {}", what.get(language))),
        }
    })?;
    match decode(&bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(anyhow!("{shown}: {}", error.text().get(language))),
    }
}

fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // one byte more than allowed is enough to see that it is too large
    let limit = MAX_BYTES as u64 + 1;
    if path.as_os_str() == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // one byte more, so that the end is seen without growing
    bytes.reserve_exact(usize::try_from(about.len().min(limit)).unwrap_or(0) + 1);
    fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A path as seen from the root of what one works on, the current folder; one outside of it stays absolute.
pub(crate) fn from_here(path: &Path) -> PathBuf {
    let goes_up = path.components().any(|part| part == std::path::Component::ParentDir);
    let whole = if goes_up { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() };
    let below = std::env::current_dir().ok().and_then(|here| whole.strip_prefix(here).map(Path::to_owned).ok());
    below.unwrap_or(whole)
}

/// The file that `-o` means; `-` is standard output, as no file is.
pub(crate) fn target(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| path.as_os_str() != "-")
}

/// What may stand at the target already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// Nothing.
    Nothing,
    /// Anything: it was asked for, or the file is what was read.
    Anything,
}

/// Writes a file whole or not at all: a temporary file in the same folder, synced, then renamed. A device or a pipe
/// holds nothing that could be lost, and must not become a file: it is written to as it is.
pub(crate) fn write(path: &Path, text: &str, over: Over, language: Language) -> anyhow::Result<()> {
    let shown = path.display();
    let failed = || format!("{shown}: {}", Text::new("写不了这个文件", "this file cannot be written").get(language));
    if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        let mut device = fs::OpenOptions::new().write(true).open(path).with_context(failed)?;
        return device.write_all(text.as_bytes()).and_then(|()| device.flush()).with_context(failed);
    }
    if over == Over::Nothing && path.exists() {
        let what = Text::new("文件已经存在；要覆盖请加 --force", "the file exists; give --force to overwrite it");
        return Err(anyhow!("{shown}: {}", what.get(language)));
    }
    // a link stays a link: what it leads to is replaced
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.exists() {
        let what = Text::new(
            "没有文件夹 {folder}；先建好它，或换一个位置",
            "there is no folder {folder}; make it first, or name another place",
        );
        return Err(anyhow!("{shown}: {}", what.fill(language, |_| Some(folder.display().to_string()))));
    }
    let mut file = builder(&target).tempfile_in(&folder).with_context(failed)?;
    file.write_all(text.as_bytes()).with_context(failed)?;
    file.as_file().sync_all().with_context(failed)?;
    if over == Over::Nothing {
        file.persist_noclobber(&target).with_context(failed)?;
    } else {
        file.persist(&target).with_context(failed)?;
    }
    Ok(())
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

/// The TOML files of a folder by name: path, name without ending, text; what cannot be read is left out.
pub(crate) fn toml_files(folder: &Path, language: Language) -> Vec<(PathBuf, String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        let text = read(&path, language).ok()?;
        Some((path, name, text))
    };
    paths.into_iter().filter_map(read).collect()
}
