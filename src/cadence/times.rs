//! The times of one day: 10:00, 18:00.

use crate::value::{Cursor, TimeRange, Unexpected, time};

/// The times ahead, in order, each once; none where nothing ahead looks like one.
pub(super) fn read(s: &mut Cursor<'_>) -> Result<Vec<TimeRange>, Unexpected> {
    let mut times: Vec<TimeRange> = Vec::new();
    let mut ahead = *s;
    while let Some(time) = time::read(&mut ahead)? {
        *s = ahead;
        times.push(time);
        if !skip_separator(&mut ahead) {
            break;
        }
    }
    times.sort_by_key(|time| time.start);
    times.dedup_by_key(|time| time.start);
    Ok(times)
}

/// Passes over what joins two times; whether there was any.
fn skip_separator(s: &mut Cursor<'_>) -> bool {
    s.spaces();
    s.eat_any(&[",", "、", "/", "&", "和", "及", "与"]) | s.eat_word("and")
}
