//! One record: a line of JSON that says what it is, then the bytes of its files, before and after.

use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The newest form of a record.
const VERSION: u32 = 1;

/// A file before and after a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileChange {
    pub path: PathBuf,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

/// What one command did to a plan, and to the lists that it wrote along with it.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// The file that holds it.
    own: PathBuf,
    /// The command, as it was typed.
    pub command: String,
    /// When.
    pub time: jiff::Timestamp,
    /// Whether it is undone, and can be done again.
    pub is_undone: bool,
    pub files: Vec<FileChange>,
}

/// The first line of a record.
#[derive(Serialize, Deserialize)]
struct Head {
    version: u32,
    command: String,
    /// Seconds since 1970.
    time: i64,
    is_undone: bool,
    files: Vec<FileHead>,
}

/// A file, and how many bytes it had before and after.
#[derive(Serialize, Deserialize)]
struct FileHead {
    path: PathBuf,
    before: usize,
    after: usize,
}

impl Record {
    /// The record of a command that runs now, the `nth` of its run.
    pub(super) fn new(folder: &Path, command: &str, nth: usize) -> Self {
        let now = jiff::Timestamp::now();
        // by name, records are in the order of time
        let own = folder.join(format!("{:020}-{}-{nth:06}", now.as_nanosecond(), std::process::id()));
        Self { own, command: command.to_owned(), time: now, is_undone: false, files: Vec::new() }
    }

    pub(super) fn load(own: &Path) -> io::Result<Self> {
        let (head, mut rest) = open(own)?;
        let mut bytes = |count: usize| {
            let mut bytes = vec![0; count];
            rest.read_exact(&mut bytes).map(|()| bytes)
        };
        let mut files = Vec::new();
        for FileHead { path, before, after } in head.files {
            let (before, after) = (bytes(before)?, bytes(after)?);
            files.push(FileChange { path, before, after });
        }
        let Head { command, time, is_undone, .. } = head;
        let time = jiff::Timestamp::from_second(time).unwrap_or_default();
        Ok(Self { own: own.to_owned(), command, time, is_undone, files })
    }

    /// Whether a record is undone, and its files, without their bytes.
    pub(super) fn head_of(own: &Path) -> io::Result<(bool, Vec<PathBuf>)> {
        let (head, _) = open(own)?;
        Ok((head.is_undone, head.files.into_iter().map(|file| file.path).collect()))
    }

    /// Writes it, whole or not at all.
    pub(crate) fn save(&self) -> io::Result<()> {
        let file = |file: &FileChange| FileHead {
            path: file.path.clone(),
            before: file.before.len(),
            after: file.after.len(),
        };
        let head = Head {
            version: VERSION,
            command: self.command.clone(),
            time: self.time.as_second(),
            is_undone: self.is_undone,
            files: self.files.iter().map(file).collect(),
        };
        let folder = self.own.parent().unwrap_or(Path::new(""));
        create_private(folder)?;
        // a temporary file is readable by its owner only
        let mut out = tempfile::Builder::new().prefix(".").tempfile_in(folder)?;
        serde_json::to_writer(&mut out, &head)?;
        out.write_all(b"\n")?;
        for file in &self.files {
            out.write_all(&file.before)?;
            out.write_all(&file.after)?;
        }
        out.persist(&self.own)?;
        Ok(())
    }

    pub(crate) fn forget(&self) -> io::Result<()> {
        forget(&self.own)
    }
}

fn open(own: &Path) -> io::Result<(Head, io::BufReader<fs::File>)> {
    let mut rest = io::BufReader::new(fs::File::open(own)?);
    let mut line = Vec::new();
    rest.read_until(b'\n', &mut line)?;
    let head: Head = serde_json::from_slice(&line)?;
    let size = usize::try_from(fs::metadata(own)?.len()).unwrap_or(usize::MAX);
    let held =
        head.files.iter().try_fold(line.len(), |sum, file| sum.checked_add(file.before)?.checked_add(file.after));
    match head.version == VERSION && held == Some(size) {
        true => Ok((head, rest)),
        false => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// The files of the records, the oldest first; none where nothing was ever kept.
pub(super) fn paths(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| {
        path.file_name().is_some_and(|name| name.as_encoded_bytes().first().is_some_and(u8::is_ascii_digit))
    });
    paths.sort();
    Ok(paths)
}

/// Takes a record away; one that another run took away is gone as well.
pub(super) fn forget(own: &Path) -> io::Result<()> {
    match fs::remove_file(own) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A folder that only its owner can look into.
#[cfg(unix)]
fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}
