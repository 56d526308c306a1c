//! Writing down readings: behind what there is in the table beside a plan, which nothing takes away.

use std::path::{Path, PathBuf};

use super::edit::{self, ATTEMPTS, Draft};
use super::failure::Failure;
pub(crate) use super::readings::{current, done, path_of, read};
use super::session::Session;
use super::write::{self, Overwrite};
use crate::language::{Language, Text};
use crate::records::{CurrentReadings, RecordedReading, append, read_readings};

/// Writes down what a command finds to be written down, behind what there is, and where; none: there is nothing to write.
/// Where someone else writes at the same time, it is found anew. It is undone as an edit of the plan.
pub(crate) fn add<T>(
    plan: &Path,
    (is_dry, session): (bool, &Session),
    found: impl Fn(&Draft, &CurrentReadings) -> Result<(T, Vec<RecordedReading>), Failure>,
) -> Result<(T, Vec<RecordedReading>, PathBuf, Language), Failure> {
    let Some(path) = path_of(plan) else {
        let words =
            Text::new("记录要一个计划文件，不能用标准输入", "record needs a plan in a file, not standard input");
        return Err(Failure::new(words));
    };
    for _ in 0..ATTEMPTS {
        let draft = edit::open(plan, session)?;
        let language = draft.opened.language;
        let before = read(&path, language)?;
        let text = before.as_deref().unwrap_or_default();
        let (about, readings) = found(&draft, &read_readings(text).current())?;
        if readings.is_empty()
            || is_dry
            || put(&path, (before.as_deref(), &append(text, &readings)), (plan, &draft), session)?
        {
            return Ok((about, readings, path, language));
        }
    }
    Err(edit::changing(&path))
}

/// Writes the table; whether nobody else did at the same time.
fn put(
    path: &Path,
    (before, after): (Option<&str>, &str),
    (plan, draft): (&Path, &Draft),
    session: &Session,
) -> Result<bool, Failure> {
    let old = before.unwrap_or_default().as_bytes();
    session.history.keep_with(plan, draft.text.as_bytes(), (path, old, after.as_bytes()));
    if before.is_none() {
        write::write(path, after, Overwrite::Nothing, session)?;
        return Ok(true);
    }
    Ok(write::swap(path, (old, after.as_bytes()), None)?)
}
