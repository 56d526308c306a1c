//! The folder of a pack: written file by file, each whole or not at all; with a list of what is its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::contents::PackFiles;
use crate::cli::attempt::Attempt;
use crate::cli::failure::{Failure, Message};
use crate::cli::replaced::persisted;
use crate::language::Text;

/// The list of the folder's own files, a digest and a name a line.
const LIST: &str = "pack.txt";
const HEAD: &str = "# qun pack 1";

/// A digest of a file by which a change is seen: FNV-1a of 64 bits.
fn digest(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// What was done in a folder.
pub(super) struct WrittenPack {
    /// Files that are new or different.
    pub changed: usize,
    /// Files of an earlier pack that are gone.
    pub removed: usize,
}

/// Writes the files of a pack; refused where one of them would replace what is not the folder's own.
pub(super) fn write(folder: &Path, files: &PackFiles) -> Result<WrittenPack, Failure> {
    let own = own(folder)?;
    let is_own = |name: &str, bytes: &[u8]| own.get(name).is_some_and(|known| *known == digest(bytes));
    let mut stale: Vec<&String> = Vec::new();
    for name in files.keys().chain(own.keys()) {
        let Some(there) = read(&folder.join(name))? else { continue };
        // changed by someone, or never ours
        let is_theirs = !is_own(name, &there) && files.get(name).is_none_or(|bytes| *bytes != there);
        match (is_theirs, files.contains_key(name)) {
            (true, true) => return Err(foreign(&folder.join(name), own.contains_key(name))),
            (false, false) => stale.push(name),
            // what is theirs and has no new version stays
            (true, false) | (false, true) => {}
        }
    }
    if own.is_empty() && !is_free(folder)? {
        return Err(not_ours(folder));
    }
    fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
    let mut changed = 0;
    for (name, bytes) in files {
        let path = folder.join(name);
        if read(&path)?.as_deref() != Some(bytes.as_slice()) {
            put(folder, &path, bytes)?;
            changed += 1;
        }
    }
    let list: String = files.iter().map(|(name, bytes)| format!("{} {name}\n", digest(bytes))).collect();
    put(folder, &folder.join(LIST), format!("{HEAD}\n{list}").as_bytes())?;
    for name in &stale {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| refused(&path, error))?;
    }
    Ok(WrittenPack { changed, removed: stale.len() })
}

/// The files that an earlier pack wrote, with their digests; names that lead elsewhere are none.
fn own(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let Some(list) = read(&folder.join(LIST))? else { return Ok(BTreeMap::new()) };
    let text = String::from_utf8_lossy(&list);
    let Some(lines) = text.strip_prefix(HEAD) else { return Err(foreign(&folder.join(LIST), false)) };
    let entries = lines.lines().filter_map(|line| line.split_once(' '));
    let is_plain = |name: &str| !name.contains(['/', '\\', ':']) && name != ".." && name != "." && !name.is_empty();
    Ok(entries.filter(|(_, name)| is_plain(name)).map(|(digest, name)| (name.to_owned(), digest.to_owned())).collect())
}

/// Whether nothing is in a folder yet.
fn is_free(folder: &Path) -> Result<bool, Failure> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(refused(folder, error)),
    }
}

/// What a file holds; nothing where there is none. What a link leads to is not ours.
fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::symlink_metadata(path) {
        Ok(about) if !about.is_file() => Err(foreign(path, false)),
        Ok(_) => fs::read(path).map(Some).map_err(|error| refused(path, error)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(path, error)),
    }
}

fn put(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    use std::io::Write;
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::Builder::new().prefix(".qun-").tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
        }
        persisted(file, path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| refused(path, error))
}

fn refused(path: &Path, error: std::io::Error) -> Failure {
    Failure::from(anyhow::Error::from(error).context(Attempt::write(path)))
}

fn foreign(path: &Path, was_ours: bool) -> Failure {
    let words = match was_ours {
        true => Text::new("这个文件被人改过，没有覆盖", "someone changed this file; it was not replaced"),
        false => {
            Text::new("这个文件不是 qun pack 写的，没有覆盖", "qun pack did not write this file; it was not replaced")
        }
    };
    Failure::at(path, words).hint(elsewhere())
}

fn not_ours(folder: &Path) -> Failure {
    let words = Text::new("这个文件夹里有别的文件，没有写入", "this folder has other files; nothing was written");
    Failure::at(folder, words).hint(elsewhere())
}

fn elsewhere() -> Message {
    Message::from(Text::new(
        "换一个文件夹：-o 文件夹，或先移走它",
        "use another folder with -o DIR, or move it away first",
    ))
}
