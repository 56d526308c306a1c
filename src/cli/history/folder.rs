//! The folder in which the program keeps what it must remember of a user.

use std::path::PathBuf;

/// The folder of the state: `QUN_STATE_DIR`, else where the system keeps such things; none where the user has no home.
pub(crate) fn state() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = set("QUN_STATE_DIR") {
        return Some(own);
    }
    if cfg!(windows) {
        return set("LOCALAPPDATA").map(|folder| folder.join("qun"));
    }
    if cfg!(target_os = "macos") {
        return set("HOME").map(|home| home.join("Library/Application Support/qun"));
    }
    // a relative one is to be ignored, says the XDG base directory specification
    let given = set("XDG_STATE_HOME").filter(|folder| folder.is_absolute());
    given.or_else(|| set("HOME").map(|home| home.join(".local/state"))).map(|folder| folder.join("qun"))
}
