//! Rows by the days that they touch: what lasts days is on each of them.

use std::collections::BTreeMap;

use super::row::Row;
use crate::value::Day;

/// The rows of each day of a range, in their order.
pub(in crate::render) fn by_day(rows: &[Row], (from, to): (Day, Day)) -> BTreeMap<Day, Vec<&Row>> {
    let mut days: BTreeMap<Day, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let (first, last) = (row.start.day.max(from), row.last_day.min(to));
        (first.0..=last.0).map(Day).for_each(|day| days.entry(day).or_default().push(row));
    }
    days
}
