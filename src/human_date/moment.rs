//! A day, a time, or a day with a time: `2026-12-27T14:00`, `17.01.2027 16:00`, `12月3日晚八点`, `tomorrow at 8pm`.

use super::day::find;
use super::relative;
use crate::language::Text;
use crate::value::{Clock, Day, Folded, ValueError, time_range};

const EXPECTED: Text = Text::new(
    "日期、时间或两者，如 2026-12-27、14:00、12月27日下午2点、2026-12-27T14:00",
    "a date, a time or both, such as 2026-12-27, 14:00, 27 Dec 2pm or 2026-12-27T14:00",
);

/// The day and the time of a text; what it does not say is none.
pub fn moment(text: &str, today: Day) -> Result<(Option<Day>, Option<Clock>), ValueError> {
    moment_by(text, |text| find(text, today))
}

/// The same of what is to be at another time than planned: a weekday by itself is that of the planned week, or the next to
/// come where that is over.
pub fn new_moment(text: &str, planned: Day, today: Day) -> Result<(Option<Day>, Option<Clock>), ValueError> {
    moment_by(text, |text| match relative::alone(text.trim()) {
        Some(weekday) => {
            Ok(Some(planned.monday().plus(weekday.index())).filter(|day| *day >= today).or(find(text, today)?))
        }
        None => find(text, today),
    })
}

type FoundDay = Result<Option<Day>, ValueError>;

fn moment_by(text: &str, find: impl Fn(&str) -> FoundDay) -> Result<(Option<Day>, Option<Clock>), ValueError> {
    let folded = Folded::new(text.trim());
    let text = folded.text().trim();
    if let Some(day) = find(text)? {
        return Ok((Some(day), None));
    }
    // seconds, as TOML writes them
    let text = text.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(text);
    if let Some(time) = time(text) {
        return Ok((None, Some(time)));
    }
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    for (at, c) in text.char_indices().rev() {
        let (before, behind) = text.split_at(at);
        if is_digit(before.chars().next_back()) && c.is_ascii_digit() {
            continue;
        }
        // the T of TOML, not that of Sat
        let behind = behind.strip_prefix('t').filter(|_| is_digit(before.chars().next_back())).unwrap_or(behind);
        let before = before.trim_end_matches([' ', ',']);
        for (date, clock) in [(before, behind), (behind.trim().trim_start_matches(','), before)] {
            if let Some(time) = time(clock)
                && let Some(day) = find(date)?
            {
                return Ok((Some(day), Some(time)));
            }
        }
    }
    Err(ValueError::new(EXPECTED))
}

/// The one time that a text is.
fn time(text: &str) -> Option<Clock> {
    time_range(text.trim_start_matches(['的', ','])).filter(|range| range.end.is_none()).map(|range| range.start)
}
