//! What the commands overwrote, kept for `qun undo` in a folder of the user's: a record for each plan that a command
//! wrote, with the bytes before and after, readable by the user only, and no more than a bounded number.
//!
//! An edit never fails because it cannot be recorded: that is said once, on standard error.

mod folder;
mod record;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use super::out;
use crate::language::{Language, Text};
#[cfg(not(unix))]
pub(crate) use folder::state;
pub(crate) use record::{FileChange, Record};

/// Records that are kept at most of one file, and of all.
const RECORDS: usize = 50;
const ALL_RECORDS: usize = 500;
/// Bytes that they take at most.
pub(crate) const BYTES: u64 = 20 << 20;

/// The records of this run, and where they are kept.
pub(crate) struct History {
    folder: Option<PathBuf>,
    command: String,
    language: Language,
    /// The records that this run has made.
    made: Mutex<Vec<Record>>,
    /// Whether what is written from here on belongs to the last record.
    is_together: AtomicBool,
    /// Whether what is written next is a change of its own.
    is_apart: AtomicBool,
    has_failed: AtomicBool,
}

impl History {
    /// The history of a run: its command, as it was typed.
    pub(crate) fn new(command: String, language: Language) -> Self {
        Self {
            folder: folder::state().map(|state| state.join("undo")),
            command,
            language,
            made: Mutex::new(Vec::new()),
            is_together: AtomicBool::new(false),
            is_apart: AtomicBool::new(false),
            has_failed: AtomicBool::new(false),
        }
    }

    /// What is written from here on is undone together with what was written last.
    pub(crate) fn together(&self) {
        self.is_together.store(true, Ordering::Relaxed);
    }

    /// What is written next is undone by itself, also where the same run wrote that file before.
    pub(crate) fn apart(&self) {
        self.is_apart.store(true, Ordering::Relaxed);
    }

    /// Keeps what a file was and what it becomes; called before it is written, so that nothing is overwritten without a way
    /// back. A file that a run writes several times is one change, unless something else wrote it in between.
    pub(crate) fn keep(&self, path: &Path, before: &[u8], after: &[u8]) {
        let Some(folder) = &self.folder else { return self.failed(None) };
        let Ok(mut made) = self.made.lock() else { return };
        let goes_on = |record: &Record| record.files.iter().any(|file| file.path == path && file.after == before);
        let has_it = |record: &Record| record.files.iter().any(|file| file.path == path);
        let is_apart = self.is_apart.swap(false, Ordering::Relaxed);
        let at = match made.iter().rposition(goes_on).filter(|_| !is_apart) {
            None if is_apart => None,
            None if self.is_together.load(Ordering::Relaxed) => {
                made.len().checked_sub(1).filter(|last| !has_it(&made[*last]))
            }
            at => at,
        };
        let nth = made.len();
        let at = at.unwrap_or(nth);
        if at == nth {
            made.push(Record::new(folder, &self.command, nth));
        }
        let at = &mut made[at];
        match at.files.iter_mut().find(|file| file.path == path) {
            Some(file) => after.clone_into(&mut file.after),
            None => {
                at.files.push(FileChange { path: path.to_owned(), before: before.to_owned(), after: after.to_owned() })
            }
        }
        if let Err(error) = at.save().and_then(|()| self.make_room(path)) {
            self.failed(Some(&error));
        }
    }

    /// Drops the change of a file that was kept last: it was not written after all.
    pub(crate) fn take_back(&self, path: &Path, before: &[u8], after: &[u8]) {
        let Ok(mut made) = self.made.lock() else { return };
        let is_it = |file: &FileChange| file.path == path && file.after == after;
        let Some(at) = made.iter().rposition(|record| record.files.iter().any(is_it)) else { return };
        let record = &mut made[at];
        // what this run wrote before it stays
        record.files.retain(|file| !is_it(file) || file.before != before);
        record.files.iter_mut().filter(|file| file.path == path).for_each(|file| before.clone_into(&mut file.after));
        let done = if record.files.is_empty() { made.remove(at).forget() } else { record.save() };
        if let Err(error) = done {
            self.failed(Some(&error));
        }
    }

    /// The same of a file that belongs to a plan, which itself stays as it is: it is undone as an edit of the plan.
    pub(crate) fn keep_with(&self, plan: &Path, text: &[u8], (path, before, after): (&Path, &[u8], &[u8])) {
        self.keep(&known_path(plan), text, text);
        self.together();
        self.keep(&known_path(path), before, after);
    }

    /// The records of a file, the newest first.
    pub(crate) fn of(&self, path: &Path) -> Vec<Record> {
        let mut all = self.all().unwrap_or_default();
        all.retain(|record| record.files.iter().any(|file| file.path == path));
        all.reverse();
        all
    }

    /// What others did to a file beside a plan since a command wrote it that left the plan as it was: the bytes before and
    /// after each time, the oldest first.
    pub(crate) fn edits_by_hand(&self, path: &Path) -> Vec<(Vec<u8>, Vec<u8>)> {
        let mut edits = Vec::new();
        let Ok(mut later) = std::fs::read(path) else { return edits };
        for record in self.of(path).into_iter().filter(|record| !record.is_undone) {
            let is_published = !record.command.contains("--withdraw");
            let is_only_one =
                is_published && record.files.iter().all(|file| file.path == path || file.before == file.after);
            let Some(file) = record.files.into_iter().find(|file| file.path == path) else { continue };
            if file.after != later {
                edits.push((file.after, later));
            }
            if is_only_one {
                break;
            }
            later = file.before;
        }
        edits.reverse();
        edits
    }

    /// All records, the oldest first; what cannot be read is none.
    fn all(&self) -> io::Result<Vec<Record>> {
        let Some(folder) = &self.folder else { return Ok(Vec::new()) };
        let paths = record::paths(folder)?;
        Ok(paths.iter().filter_map(|path| Record::load(path).ok()).collect())
    }

    /// What was undone can be done again only until the file is edited otherwise; and the oldest records go where there are
    /// too many, or they take too much.
    fn make_room(&self, edited: &Path) -> io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let (mut count, mut own, mut bytes) = (0, 0, 0);
        for path in record::paths(folder)?.iter().rev() {
            let size = std::fs::metadata(path).map_or(0, |about| about.len());
            let head = Record::head_of(path).ok();
            let is_own = head.as_ref().is_some_and(|(_, files)| files.iter().any(|file| file == edited));
            let is_past = is_own && head.is_some_and(|(is_undone, _)| is_undone);
            count += 1;
            own += usize::from(is_own);
            bytes += size;
            if is_past || is_own && own > RECORDS || count > ALL_RECORDS || bytes > BYTES {
                record::forget(path)?;
            }
        }
        Ok(())
    }

    fn failed(&self, error: Option<&io::Error>) {
        if self.has_failed.swap(true, Ordering::Relaxed) {
            return;
        }
        let words = match error {
            Some(_) => Text::new(
                "记录写不进 {folder}，qun undo 撤不回这次改动：{why}",
                "this edit cannot be undone: {folder} cannot be written ({why})",
            ),
            None => Text::new(
                "不知道记录放在哪里（没有 HOME），qun undo 撤不回这次改动",
                "this edit cannot be undone: there is no HOME to keep records in",
            ),
        };
        out::message(&words.fill(self.language, |name| {
            Some(match name {
                "folder" => self.folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default(),
                _ => error.map(ToString::to_string).unwrap_or_default(),
            })
        }));
    }
}

/// A path by which a file is known wherever a command runs, whether it is there yet or not.
pub(crate) fn known_path(path: &Path) -> PathBuf {
    let in_folder = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(std::fs::canonicalize(folder).ok()?.join(path.file_name()?))
    };
    let known = std::fs::canonicalize(path).ok().or_else(in_folder);
    known.or_else(|| std::path::absolute(path).ok()).unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history_in(folder: &Path) -> History {
        History {
            folder: Some(folder.to_owned()),
            command: "qun confirm".to_owned(),
            language: Language::En,
            made: Mutex::new(Vec::new()),
            is_together: AtomicBool::new(false),
            is_apart: AtomicBool::new(false),
            has_failed: AtomicBool::new(false),
        }
    }

    #[test]
    fn many_edits_of_one_file_leave_those_of_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let edit = |path: &str, nth: usize| {
            let history = history_in(folder.path());
            history.keep(Path::new(path), nth.to_string().as_bytes(), (nth + 1).to_string().as_bytes());
        };
        edit("one.toml", 0);
        (0..RECORDS + 5).for_each(|nth| edit("other.toml", nth));
        let history = history_in(folder.path());
        assert_eq!([history.of(Path::new("one.toml")).len(), history.of(Path::new("other.toml")).len()], [1, RECORDS]);
    }

    #[test]
    fn what_others_write_between_two_writes_is_no_part_of_either() {
        let folder = tempfile::tempdir().expect("a folder");
        let history = history_in(folder.path());
        let plan = Path::new("community.toml");
        let changes = || -> Vec<(String, String)> {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let files = history.of(plan).into_iter().flat_map(|record| record.files);
            files.map(|file| (text(&file.before), text(&file.after))).collect()
        };
        let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        history.keep(plan, b"one", b"two");
        history.keep(plan, b"two", b"three");
        assert_eq!(changes(), [pair("one", "three")], "one change");
        // someone else wrote "THREE"
        history.keep(plan, b"THREE", b"four");
        assert_eq!(changes(), [pair("THREE", "four"), pair("one", "three")]);
        history.keep(plan, b"four", b"five");
        history.take_back(plan, b"four", b"five");
        assert_eq!(changes(), [pair("THREE", "four"), pair("one", "three")], "five was not written");
        history.keep(plan, b"FOUR", b"six");
        history.take_back(plan, b"FOUR", b"six");
        assert_eq!(changes(), [pair("THREE", "four"), pair("one", "three")], "nor was six");
    }
}
