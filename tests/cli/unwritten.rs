//! A file that cannot be written is as it was, and nothing half written lies beside it.

use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::process::Command;

use crate::kit::{CLUB, Place};

/// What writes a file, and which.
const WRITERS: [(&str, &str); 5] = [
    ("init --template reading-club --yes new.toml", "new.toml"),
    ("set community.size.now 230", "community.toml"),
    ("schedule --month 2026-12 -o month.ics --force", "month.ics"),
    ("checklist launch -o launch.md --force", "launch.md"),
    ("lint --fix", "community.toml"),
];

/// A folder with files that are to be replaced; its plan is valid, or has something to fix.
fn place(words: &str) -> Place {
    let is_fixed = words.starts_with("lint");
    let plan = if is_fixed { CLUB.replace("openness = \"semi", "openness ＝ \"semi") } else { CLUB.to_owned() };
    let place = Place::with(&plan);
    for name in ["month.ics", "launch.md"] {
        place.write(name, "旧的内容\n".as_bytes());
    }
    place
}

fn contents(place: &Place) -> Vec<(String, String)> {
    place.files().into_iter().map(|name| (name.clone(), place.read(&name))).collect()
}

/// Runs the command with words for the shell in front of it.
fn under(place: &Place, limits: &str, words: &str) -> (Option<i32>, String) {
    let own = place.command(words.split(' ').chain(["--lang", "en"]));
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{limits}; exec \"$0\" \"$@\"")).arg(own.get_program()).args(own.get_args());
    shell.current_dir(place.path("")).env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "en_US.UTF-8");
    let output = shell.output().expect("a shell");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Nothing is written while something hinders it, and the same command writes once nothing does.
fn each(limits: &str, lock: impl Fn(&Place, bool)) {
    for (words, file) in WRITERS {
        let place = place(words);
        let before = contents(&place);
        lock(&place, true);
        let (code, err) = under(&place, limits, words);
        lock(&place, false);
        assert_eq!(code, Some(2), "{words}: {err}");
        assert!(err.contains(file) && err.contains("cannot be written"), "{words}: {err}");
        assert_eq!(contents(&place), before, "{words}");
        assert_eq!(under(&place, "true", words).0, Some(0), "{words}");
        assert_ne!(contents(&place), before, "{words}");
    }
}

#[test]
fn a_full_disk_leaves_everything_unchanged() {
    // no file may grow beyond a block, and its signal is ignored: writing fails halfway
    each("trap '' XFSZ; ulimit -f 1", |_, _| {});
}

#[test]
fn leaves_a_read_only_folder_unchanged() {
    let probe = Place::new();
    let lock = |place: &Place, is_locked: bool| {
        let mode = if is_locked { 0o555 } else { 0o755 };
        fs::set_permissions(place.path(""), fs::Permissions::from_mode(mode)).expect("own folder");
    };
    lock(&probe, true);
    // root may write everywhere: nothing to be seen then
    if fs::write(probe.path("x"), b"x").is_err() {
        each("true", lock);
    }
    lock(&probe, false);
}

/// A device is written to as it is, and never replaced by a file.
#[test]
#[cfg(target_os = "linux")]
fn reports_a_full_device_and_leaves_it_a_device() {
    let place = Place::with(CLUB);
    for words in ["schedule --month 2026-12 --format ics -o /dev/full", "checklist launch -o /dev/full --force"] {
        let run = place.run(&format!("{words} --lang en"));
        assert_eq!(run.code, 2, "{words}: {}", run.err);
        assert!(run.err.contains("/dev/full") && run.err.contains("cannot be written"), "{words}: {}", run.err);
        assert!(fs::metadata("/dev/full").expect("a device").file_type().is_char_device(), "{words}");
        assert_eq!(place.files(), ["community.toml"]);
    }
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let place = Place::with(CLUB);
    for (language, words) in [("en", "there is no folder "), ("zh-CN", "没有文件夹 ")] {
        let run = place.run(&format!("schedule --month 2026-12 -o nowhere/month.md --lang {language}"));
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains(&format!("{words}nowhere")) && !run.err.contains("os error"), "{}", run.err);
    }
    assert_eq!(place.files(), ["community.toml"]);
}
