//! Several months in a list: `jan, apr, jul and oct`.

use super::super::pattern::Period;
use super::separators::skip_separator;
use crate::value::{Cursor, month_en};

/// The months of a list of which the first was read: `jan, apr, jul and oct`.
pub(super) fn more_months(s: &mut Cursor<'_>, first: u8) -> Vec<u8> {
    let mut months = vec![first];
    let mut ahead = *s;
    while skip_separator(&mut ahead)
        && let Some(month) = month_en(&mut ahead)
    {
        months.push(month);
        *s = ahead;
    }
    months.sort_unstable();
    months.dedup();
    months
}

/// The period that these months are, if they are one: a single month, every second one, or those that begin a quarter.
pub(super) fn of_months(months: &[u8]) -> Option<Period> {
    match months {
        [month] => Some(Period::Year(*month)),
        [1, 4, 7, 10] => Some(Period::Quarter),
        [1, 3, 5, 7, 9, 11] => Some(Period::OddMonths),
        [2, 4, 6, 8, 10, 12] => Some(Period::EvenMonths),
        _ => None,
    }
}
