//! A new text in the place of a file that is there: what the file has beside its text stays.
//!
//! The text is renamed over the file, so that a kill leaves the old one or the new one. Where that would lose something –
//! other names of the file, an owner who cannot be given – it is written into the file itself, with the whole text kept
//! beside it until it is there: the next run finishes what a kill interrupted.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use tempfile::{NamedTempFile, PersistError};

use super::attempt::Attempt;
use super::failure::{Failure, Message};
use crate::language::Text;

/// A name beside a file: `.qun-community.toml` and an ending.
fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".qun-");
    name.push(target.file_name().unwrap_or(OsStr::new("file")));
    name.push(ending);
    target.with_file_name(name)
}

/// What holds the whole text while it is written into the file itself.
fn whole(target: &Path) -> PathBuf {
    beside(target, ".whole")
}

/// What `fill` writes, in a temporary file beside the target, with the permissions that the file has; a new one gets what
/// the umask leaves.
pub(super) fn prepared(
    path: &Path,
    target: &Path,
    folder: &Path,
    fill: &mut dyn FnMut(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<NamedTempFile> {
    let refused = || Attempt::write(path);
    let prefix = beside(target, "-");
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix.file_name().unwrap_or_default()).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let permissions = fs::metadata(target).map(|about| about.permissions());
        builder.permissions(permissions.unwrap_or_else(|_| fs::Permissions::from_mode(0o666)));
    }
    let mut file = builder.tempfile_in(folder).with_context(refused)?;
    fill(&mut file)?;
    file.as_file().sync_all().with_context(refused)?;
    Ok(file)
}

/// Puts a prepared file in the place of the target; whether the target still had the bytes that were `expected`, if any
/// were. What another program wrote up to the last moment stays.
pub(super) fn put(file: NamedTempFile, path: &Path, target: &Path, expected: Option<&[u8]>) -> anyhow::Result<bool> {
    let refused = || Attempt::write(path);
    let Ok(about) = fs::metadata(target) else {
        return match expected {
            Some(_) => Ok(false),
            None => persisted(file, target).map(|()| true).map_err(|error| error.error).with_context(refused),
        };
    };
    if about.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory)).with_context(refused);
    }
    if about.permissions().readonly() {
        bail!(
            Failure::at(path, Text::new("这个文件是只读的", "this file is read-only"))
                .hint(Text::new("先改成可写再来", "make it writable first"))
        );
    }
    let is_there = || match expected {
        Some(bytes) => fs::read(target).map(|now| now == bytes),
        None => Ok(true),
    };
    if !kept::carry_over(&about, target, file.as_file()) {
        return match is_there().with_context(refused)? {
            true => in_place(file, path, target).map(|()| true),
            false => Ok(false),
        };
    }
    if let Some(bytes) = expected
        && let Some(is_exchanged) = exchange::over(file.path(), target, bytes)
    {
        return is_exchanged.with_context(refused);
    }
    if !is_there().with_context(refused)? {
        return Ok(false);
    }
    match persisted(file, target) {
        Ok(()) => Ok(true),
        // a file that is mounted by itself
        Err(error) if error.error.kind() == io::ErrorKind::ResourceBusy => {
            in_place(error.file, path, target).map(|()| true)
        }
        Err(error) => Err(error.error).with_context(refused),
    }
}

/// Gives a prepared file its name. Windows refuses that for as long as another program has the old one open, which a scanner
/// or another run does for moments: those are waited for.
pub(super) fn persisted(mut file: NamedTempFile, target: &Path) -> Result<(), PersistError> {
    let mut tries = if cfg!(windows) { 50 } else { 0 };
    loop {
        match file.persist(target) {
            Err(refused) if tries > 0 && refused.error.kind() == io::ErrorKind::PermissionDenied => {
                file = refused.file;
                tries -= 1;
            }
            other => return other.map(drop),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Two files change places in one step, so that nothing is overwritten that was not looked at.
#[cfg(any(target_os = "linux", target_os = "macos"))]
mod exchange {
    use std::fs;
    use std::io;
    use std::path::Path;

    use rustix::fs::{CWD, RenameFlags, renameat_with};

    /// Puts a new file in the place of one that must have these bytes, and whether it had them: otherwise both are where
    /// they were. None where the file system cannot do it.
    pub(super) fn over(new: &Path, target: &Path, expected: &[u8]) -> Option<io::Result<bool>> {
        let swap = || renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE);
        swap().ok()?;
        let replaced = match fs::read(new) {
            Ok(bytes) if bytes == expected => return Some(Ok(true)),
            other => other,
        };
        Some(swap().map_err(io::Error::from).and(replaced.map(|_| false)))
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod exchange {
    /// Nothing here can do that.
    pub(super) fn over(_: &std::path::Path, _: &std::path::Path, _: &[u8]) -> Option<std::io::Result<bool>> {
        None
    }
}

/// Writes the text into the file that is there.
fn in_place(file: NamedTempFile, path: &Path, target: &Path) -> anyhow::Result<()> {
    let whole = whole(target);
    persisted(file, &whole).map_err(|error| error.error).with_context(|| Attempt::write(path))?;
    fill(target, &whole).map_err(|error| {
        let words = Text::new(
            "完整的新内容在 {file}，下次运行会接着写",
            "the whole new text is in {file}; the next run goes on from it",
        );
        Failure::from(anyhow::Error::from(error).context(Attempt::write(path)))
            .note(Message::of(words, [("file", &whole.display())]))
            .into()
    })
}

/// Copies the whole text into the file, and only then removes it.
fn fill(target: &Path, whole: &Path) -> io::Result<()> {
    let bytes = fs::read(whole)?;
    let mut file = fs::OpenOptions::new().write(true).truncate(true).open(target)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    fs::remove_file(whole)
}

/// Whether a kill interrupted the writing of a text into the file.
pub(super) fn is_interrupted(target: &Path) -> bool {
    fs::symlink_metadata(whole(target)).is_ok_and(|about| about.is_file())
}

/// Finishes what a kill interrupted.
pub(super) fn finish(target: &Path) -> io::Result<()> {
    if is_interrupted(target) { fill(target, &whole(target)) } else { Ok(()) }
}

/// Removes what runs that were killed left in a folder; to be called while no other run can write there.
pub(super) fn clear(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for entry in entries {
        let name = entry.file_name();
        // six characters between the name of the file and the ending
        let rest = name.to_str().and_then(|name| name.strip_prefix(".qun-")?.strip_suffix(".tmp")?.rsplit_once('-'));
        if rest.is_some_and(|(_, rest)| rest.len() == 6) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
mod kept {
    use std::fs::{File, Metadata};
    use std::os::unix::fs::{MetadataExt, fchown};
    use std::path::Path;

    /// Gives a file the owner, the group and the attributes of the one that it replaces; whether nothing is lost by that.
    pub(super) fn carry_over(about: &Metadata, target: &Path, file: &File) -> bool {
        let Ok(own) = file.metadata() else { return false };
        let is_others = (own.uid(), own.gid()) != (about.uid(), about.gid());
        if about.nlink() > 1 || is_others && fchown(file, Some(about.uid()), Some(about.gid())).is_err() {
            return false;
        }
        // a change of the owner takes some permissions away
        if is_others && file.set_permissions(about.permissions()).is_err() {
            return false;
        }
        attributes(target, file)
    }

    /// Copies the extended attributes; those of the system's security are given by the system.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn attributes(target: &Path, file: &File) -> bool {
        use rustix::fs::{XattrFlags, fsetxattr, getxattr, listxattr};
        const MOST: usize = 1 << 16;
        let mut names = vec![0_u8; MOST];
        let Ok(length) = listxattr(target, &mut names[..]) else { return true };
        let names = names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty());
        names.filter(|name| !name.starts_with(b"security.")).all(|name| {
            let mut value = vec![0_u8; MOST];
            let copied = getxattr(target, name, &mut value[..])
                .and_then(|length| fsetxattr(file, name, &value[..length], XattrFlags::empty()));
            copied.is_ok()
        })
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn attributes(_: &Path, _: &File) -> bool {
        true
    }
}

#[cfg(not(unix))]
mod kept {
    /// The system gives a file in a folder what files there have.
    pub(super) fn carry_over(_: &std::fs::Metadata, _: &std::path::Path, _: &std::fs::File) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replace(target: &Path, text: &str) -> anyhow::Result<()> {
        let folder = target.parent().expect("a folder");
        put(prepared(target, target, folder, &mut |file| Ok(file.write_all(text.as_bytes())?))?, target, target, None)
            .map(drop)
    }

    #[test]
    fn what_was_saved_at_the_last_moment_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let (target, other) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
        let try_it = |expected: &str, text: &str| {
            let mut fill = |file: &mut dyn Write| Ok(file.write_all(text.as_bytes())?);
            let file = prepared(&target, &target, folder.path(), &mut fill).expect("a file");
            put(file, &target, &target, Some(expected.as_bytes())).expect("it can be tried")
        };
        let names = || fs::read_dir(folder.path()).expect("a folder").count();
        assert!(!try_it("old", "new"), "the file is gone");
        assert_eq!(names(), 0, "a file that was deleted does not come back");
        fs::write(&target, "saved meanwhile").expect("a file");
        assert!(!try_it("old", "new"));
        assert_eq!(fs::read_to_string(&target).expect("a file"), "saved meanwhile");
        assert!(try_it("saved meanwhile", "new"));
        assert_eq!(fs::read_to_string(&target).expect("a file"), "new");
        assert_eq!(names(), 1, "nothing is left beside it");
        // a file of two names is written into, where the system says that it has them
        if cfg!(windows) {
            return;
        }
        fs::hard_link(&target, &other).expect("a second name");
        assert!(!try_it("old", "newer"));
        assert!(try_it("new", "newer"));
        assert_eq!(fs::read_to_string(&other).expect("a file"), "newer");
        assert_eq!(names(), 2, "nothing is left beside them");
    }

    #[test]
    fn a_read_only_file_is_refused_and_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.toml");
        fs::write(&target, "old").expect("a file");
        let mut permissions = fs::metadata(&target).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&target, permissions).expect("permissions");
        let error = replace(&target, "new").expect_err("read-only");
        assert!(error.to_string().contains("read-only"), "{error}");
        assert_eq!(fs::read_to_string(&target).expect("a file"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_a_kill_left_is_finished_or_cleared() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.toml");
        let names = [
            "a.toml",
            ".qun-a.toml.whole",
            ".qun-a.toml-abc123.tmp",
            ".qun-a.toml-x.tmp",
            ".qun-a.roster.csv-abc123.tmp",
            "b-abc123.tmp",
        ];
        for name in names {
            fs::write(folder.path().join(name), name).expect("a file");
        }
        finish(&target).expect("it can be finished");
        assert_eq!(fs::read_to_string(&target).expect("a file"), ".qun-a.toml.whole");
        clear(folder.path());
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
        left.sort();
        assert_eq!(left, [".qun-a.toml-x.tmp", "a.toml", "b-abc123.tmp"]);
        finish(&target).expect("nothing to finish");
    }

    #[cfg(unix)]
    #[test]
    fn mode_owner_and_other_names_stay() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.toml");
        fs::write(&target, "old").expect("a file");
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).expect("permissions");
        let is_given = chown(&target, Some(12345), Some(54321)).is_ok(); // only the system's user can
        let before = fs::metadata(&target).expect("a file");
        replace(&target, "new").expect("it can be replaced");
        let after = fs::metadata(&target).expect("a file");
        assert_eq!(
            (after.mode() & 0o7777, after.uid(), after.gid()),
            (0o640, before.uid(), before.gid()),
            "{is_given}"
        );
        assert_ne!(after.ino(), before.ino(), "it is renamed over the old one");
        let other = folder.path().join("b.toml");
        fs::hard_link(&target, &other).expect("a second name");
        replace(&target, "both").expect("it can be replaced");
        assert_eq!(fs::read_to_string(&other).expect("a file"), "both");
        assert_eq!(fs::metadata(&target).expect("a file").nlink(), 2);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing is left beside them");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn attributes_stay() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.toml");
        fs::write(&target, "old").expect("a file");
        if setxattr(&target, "user.tag", b"mine", XattrFlags::empty()).is_err() {
            return; // a file system without attributes
        }
        replace(&target, "new").expect("it can be replaced");
        let mut value = [0_u8; 16];
        let length = getxattr(&target, "user.tag", &mut value[..]).expect("the attribute");
        assert_eq!(&value[..length], b"mine");
    }
}
