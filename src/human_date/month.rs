//! Months: `2026-12`, `12月`, `Dec 2026`, `next`, `下个月`.

use crate::language::Text;
use crate::value::lexicon::RELATIVE_MONTHS;
use crate::value::{Cursor, Day, Folded, Month, ValueError, month_en, number_zh};

/// The month that is meant; without a year the one that comes next, or this one.
pub fn month(text: &str, today: Day) -> Result<Month, ValueError> {
    let expected = Text::new("像 2026-12 这样的月份，或 12月、下个月", "a month such as 2026-12, Dec or next");
    let this = today.month();
    let folded = Folded::new(text.trim());
    let text = folded.text().trim();
    if let Some((_, months)) = RELATIVE_MONTHS.iter().find(|(word, _)| *word == text) {
        return Ok(Month(this.0 + months));
    }
    let (years, text) = without_year_word(text);
    let text = text.trim_end_matches('份').trim_end_matches('月').trim();
    let pieces: Vec<&str> = text.split(['-', '/', '.', '年', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
    let found = match pieces[..] {
        [month] if years.is_some() => {
            years.zip(month_of(month)).map(|(years, month)| Month::new(this.year() + years, month))
        }
        [month] => month_of(month).map(|month| Month::new(this.year() + i32::from(month < this.month()), month)),
        [one, other] => {
            let year = |piece: &str| piece.parse().ok().filter(|year: &i32| piece.len() == 4 && *year > 0);
            let (year, month) = if year(one).is_some() { (year(one), other) } else { (year(other), one) };
            year.zip(month_of(month)).map(|(year, month)| Month::new(year, month))
        }
        _ => None,
    };
    found.filter(|_| !text.starts_with('-')).ok_or_else(|| ValueError::new(expected))
}

/// How many years ahead the word for a year is that a text begins or ends with, and the rest: 明年6月, `June next year`.
pub(super) fn without_year_word(text: &str) -> (Option<i32>, &str) {
    const YEARS: [(&str, i32); 6] =
        [("今年", 0), ("明年", 1), ("后年", 2), ("this year", 0), ("next year", 1), ("去年", -1)];
    let found = YEARS.iter().find_map(|(word, years)| {
        let rest = text.strip_prefix(word).or_else(|| text.strip_suffix(word))?.trim().trim_end_matches(',');
        (!rest.is_empty()).then_some((Some(*years), rest))
    });
    found.unwrap_or((None, text))
}

/// A month by its number or name in either language.
fn month_of(text: &str) -> Option<i32> {
    let mut s = Cursor::new(text);
    let month = month_en(&mut s).map(i32::from).or_else(|| number_zh(&mut s).and_then(|n| i32::try_from(n).ok()))?;
    (s.is_end() && (1..=12).contains(&month)).then_some(month)
}
