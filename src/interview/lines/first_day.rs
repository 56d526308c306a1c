//! The first day of a pasted activity: `every other Tue 19:30 book night from 1 Dec`, 隔周六14:00 共读 从12月5日起.

use std::ops::Range;

use super::part::longest_part;
use crate::human_date;
use crate::value::Day;

const BEFORE: [&str; 16] = [
    "from ",
    "starting on ",
    "starting ",
    "beginning on ",
    "beginning ",
    "starts on ",
    "starts ",
    "first on ",
    "first one ",
    "next on ",
    "next one ",
    "next ",
    "从",
    "下次是",
    "下次",
    "第一次是",
];
const BEHIND: [&str; 3] = ["起", "开始", "开始算"];

/// Some day: only whether a part is a date is asked.
const A_DAY: Day = Day(20_000);

/// Where a line says on which day it begins, and that day as it is written.
pub(super) fn first_day(line: &str) -> Option<(Range<usize>, String)> {
    longest_part(line, |part| {
        let lower = part.to_lowercase();
        let lead = BEFORE.iter().find(|lead| lower.starts_with(**lead))?;
        let rest = part.get(lead.len()..)?.trim();
        let rest = BEHIND.iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest).trim();
        let has_number = rest.contains(char::is_numeric);
        (has_number && human_date::day(rest, A_DAY).is_ok()).then(|| rest.to_owned())
    })
}
