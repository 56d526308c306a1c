//! The times of one day: 10:00, 18:00.

use crate::value::{Cursor, DayPart, TimeRange, Unexpected, time};

/// The times ahead, in order, each once; none where nothing ahead looks like one.
pub(super) fn read(s: &mut Cursor<'_>) -> Result<Vec<TimeRange>, Unexpected> {
    read_in(s, None)
}

/// The same of a part of the day, where they may be of either half of it.
pub(super) fn read_in(s: &mut Cursor<'_>, part: Option<DayPart>) -> Result<Vec<TimeRange>, Unexpected> {
    let mut times = time::read_all(s, part, skip_separator)?;
    times.sort_by_key(|time| time.start);
    times.dedup_by_key(|time| time.start);
    Ok(times)
}

/// Passes over what joins two times; whether there was any.
fn skip_separator(s: &mut Cursor<'_>) -> bool {
    s.spaces();
    s.eat_any(&[",", "、", "/", "&", "和", "及", "与"]) | s.eat_word("and")
}
