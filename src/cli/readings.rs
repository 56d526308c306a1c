//! The readings beside a plan, read: `community.readings.csv` beside `community.toml`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::files;
use crate::language::Language;
use crate::records::{CurrentReadings, Measured, read_readings};

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

/// The readings that count beside a plan; none for standard input, or where there are none yet.
pub(crate) fn current(plan: &Path, language: Language) -> Result<CurrentReadings, Failure> {
    let text = path_of(plan).map(|path| read(&path, language)).transpose()?.flatten();
    Ok(read_readings(text.as_deref().unwrap_or_default()).current())
}

/// What is done: the UIDs of the entries that have a tick beside a plan.
pub(crate) fn done(plan: &Path, language: Language) -> Result<HashSet<String>, Failure> {
    let readings = current(plan, language)?;
    let ticks =
        readings.all().iter().filter(|reading| reading.measure.id == "done" && reading.value == Measured::Done(true));
    Ok(ticks.map(|reading| reading.subject.clone()).collect())
}
