//! A folder of its own for each test, and the program in it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a run gave.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// A folder with plans.
pub(crate) struct Place {
    folder: TempDir,
    state: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder"), state: TempDir::new().expect("a folder") }
    }

    /// A folder with one plan, `community.toml`.
    pub(crate) fn with(text: &str) -> Self {
        let place = Self::new();
        place.write("community.toml", text.as_bytes());
        place
    }

    /// Where the program keeps what it remembers.
    pub(crate) fn state(&self) -> PathBuf {
        self.state.path().to_owned()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file can be read")
    }

    /// The names of all files, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs `qun` with words separated by spaces; today is 2026-11-22.
    pub(crate) fn run(&self, words: &str) -> Run {
        self.run_with(words.split_whitespace(), b"")
    }

    pub(crate) fn run_with<'w>(&self, words: impl IntoIterator<Item = &'w str>, input: &[u8]) -> Run {
        let mut child = self.command(words).stdin(Stdio::piped()).spawn().expect("qun starts");
        // a program that does not read its input closes the pipe: that is no fault of the test
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        let output = child.wait_with_output().expect("qun ends");
        Run {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    pub(crate) fn command<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qun"));
        command.current_dir(self.folder.path()).env_clear();
        // Windows finds its libraries by these
        for name in ["SystemRoot", "PATH"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
            .env("LC_ALL", "en_US.UTF-8")
            .env("QUN_STATE_DIR", self.state.path())
            .args(["--today", "2026-11-22"])
            .args(words);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// The complete club plan.
pub(crate) const CLUB: &str = include_str!("../../examples/chenguang.toml");
