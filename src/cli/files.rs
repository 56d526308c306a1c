//! Reading and writing files: whole or not at all, and never over an existing file without being asked.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::failure::{Failure, Message};
use crate::language::{Language, Text};
use crate::source::{MAX_BYTES, decode};

/// The text of a plan; `-` is standard input.
pub(crate) fn read(path: &Path, _: Language) -> Result<String, Failure> {
    let bytes = read_bytes(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::at(path, Text::new("找不到这个文件", "there is no such file"))
            .hint(Text::new("用 qun init 写一份，或给出它的路径", "create one with qun init, or give its path")),
        io::ErrorKind::IsADirectory => {
            Failure::at(path, Text::new("这是一个文件夹，要的是一份计划", "this is a folder, not a plan"))
        }
        _ => Failure::io(path, Text::new("读不了这个文件", "this file cannot be read"), &error),
    })?;
    decode(&bytes).map(str::to_owned).map_err(|error| Failure::at(path, error))
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

/// A path as seen from the current folder; a path outside of it stays absolute.
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

/// What may be at the target already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Overwrite {
    /// Nothing.
    Nothing,
    /// Anything: it was asked for, or the file is what was read.
    Anything,
}

/// Writes a file whole or not at all: a temporary file in the same folder, synced, then renamed. A device or a pipe
/// holds nothing that could be lost, and must not become a file: it is written to as it is.
pub(crate) fn write(path: &Path, text: &str, overwrite: Overwrite, _: Language) -> Result<(), Failure> {
    let failed = |error| Failure::io(path, Text::new("写不了这个文件", "this file cannot be written"), &error);
    if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        let mut device = fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
        return device.write_all(text.as_bytes()).and_then(|()| device.flush()).map_err(failed);
    }
    if overwrite == Overwrite::Nothing && path.exists() {
        return Err(exists(path));
    }
    // a link stays a link: what it leads to is replaced
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.exists() {
        let words = Text::new("没有文件夹 {folder}", "there is no folder {folder}");
        return Err(Failure::at(path, Message::of(words, [("folder", &folder.display())]))
            .hint(Text::new("先建好这个文件夹，或换一个位置", "create the folder first, or choose another place")));
    }
    let mut file = builder(&target).tempfile_in(&folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    if overwrite == Overwrite::Nothing {
        file.persist_noclobber(&target).map_err(|error| failed(error.error))?;
    } else {
        file.persist(&target).map_err(|error| failed(error.error))?;
    }
    Ok(())
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
