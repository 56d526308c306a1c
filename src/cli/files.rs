//! Reading files, and the paths that options mean.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::attempt::Attempt;
use super::failure::Failure;
use super::out;
use crate::language::{Language, Text};
use crate::source::{MAX_BYTES, Suggestion, decode};

/// The text of a plan; `-` is standard input.
pub(crate) fn read(path: &Path, _: Language) -> Result<String, Failure> {
    decode(&bytes(path)?).map(str::to_owned).map_err(|error| Failure::at(path, error))
}

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    read_bytes(path).map_err(|error| match error.downcast_ref().map(io::Error::kind) {
        Some(io::ErrorKind::NotFound) => {
            let failure = Failure::at(path, Text::new("找不到这个文件", "there is no such file"));
            match beside(path) {
                near @ Suggestion::Near(_) => failure.suggest(near),
                Suggestion::All(_) => failure.hint(Text::new(
                    "用 qun init 写一份，或给出它的路径",
                    "create one with qun init, or give its path",
                )),
            }
        }
        Some(io::ErrorKind::IsADirectory) => {
            Failure::at(path, Text::new("这是一个文件夹，要的是一份计划", "this is a folder, not a plan"))
        }
        _ => error.into(),
    })
}

/// The files in its folder whose names are nearest to that of a missing one.
fn beside(path: &Path) -> Suggestion {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| Path::new(name).extension() == path.extension());
    names.sort();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let in_folder = |name: String| path.with_file_name(name).display().to_string();
    match Suggestion::new(name, names.iter().map(String::as_str)) {
        Suggestion::Near(names) => Suggestion::Near(names.into_iter().map(in_folder).collect()),
        all @ Suggestion::All(_) => all,
    }
}

fn read_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let refused = || Attempt::read(path);
    let mut bytes = Vec::new();
    // one byte more than allowed is enough to see that it is too large
    let limit = MAX_BYTES as u64 + 1;
    if path.as_os_str() == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes).with_context(refused)?;
        return Ok(bytes);
    }
    let about = fs::metadata(path).with_context(refused)?;
    if about.is_dir() {
        bail!(io::Error::from(io::ErrorKind::IsADirectory));
    }
    // one byte more, so that the end is seen without growing
    bytes.reserve_exact(usize::try_from(about.len().min(limit)).unwrap_or(0) + 1);
    let file = fs::File::open(path).with_context(refused)?;
    file.take(limit).read_to_end(&mut bytes).with_context(refused)?;
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

/// How many files of a folder are read at most, and how many bytes of them.
const MOST_FILES: usize = 500;
const MOST_BYTES: u64 = MAX_BYTES as u64;

/// The files of a folder with this ending, by name: path, name without ending, text; what cannot be read is left out, and
/// so is, with a word about it, what goes beyond the limits: it is not even opened.
pub(crate) fn with_ending(folder: &Path, ending: &str, language: Language) -> Vec<(PathBuf, String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    // a pipe of this name would wait for a writer
    paths.retain(|path| path.extension().is_some_and(|of| of == ending) && path.is_file());
    paths.sort();
    let mut bytes = 0;
    let fits = |path: &&PathBuf| {
        bytes += fs::metadata(path).map_or(0, |about| about.len());
        bytes <= MOST_BYTES
    };
    let kept = paths.iter().take(MOST_FILES).take_while(fits).count();
    if kept < paths.len() {
        let words = Text::new(
            "{folder} 里的文件太多或太大，后面 {n} 个没有读",
            "{folder} has too many files, or too large ones: the last {n} are not read",
        );
        let fact = |name: &str| {
            Some(if name == "n" { (paths.len() - kept).to_string() } else { folder.display().to_string() })
        };
        out::message(&crate::render::clean(&words.fill(language, fact)));
        paths.truncate(kept);
    }
    let read = |path: PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        let text = read(&path, language).ok()?;
        Some((path, name, text))
    };
    paths.into_iter().filter_map(read).collect()
}
