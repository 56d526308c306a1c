//! The readings beside a plan: `community.readings.csv` beside `community.toml`.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::files;
use crate::language::Language;

/// What the name of a table of readings ends with.
const SUFFIX: &str = ".readings.csv";

/// Where the readings of a plan are; none for standard input.
pub(crate) fn path_of(plan: &Path) -> Option<PathBuf> {
    let stem = plan.file_stem().filter(|_| plan.as_os_str() != "-")?.to_str()?;
    Some(plan.with_file_name(format!("{stem}{SUFFIX}")))
}

/// The text of a table of readings; none where there is none yet.
pub(crate) fn read(path: &Path, language: Language) -> Result<Option<String>, Failure> {
    path.is_file().then(|| files::read(path, language)).transpose()
}
