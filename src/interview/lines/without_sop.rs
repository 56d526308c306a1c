//! A pasted activity that is to have no SOP: `Wed 19:00 chat, no SOP`, 每周三20:00 夜话 不用SOP.

use std::ops::Range;

use super::part::longest_part;

/// The ways to say so, without spaces.
const WITHOUT: [&str; 8] = ["nosop", "withoutsop", "withoutansop", "不用sop", "不要sop", "不带sop", "没有sop", "无sop"];

/// Where a line says so.
pub(super) fn without_sop(line: &str) -> Option<Range<usize>> {
    let is_it = |part: &str| {
        let part: String = part.to_lowercase().split_whitespace().collect();
        WITHOUT.contains(&part.as_str()).then_some(())
    };
    // most lines have no such word
    let has_it = line.to_lowercase().contains("sop");
    has_it.then(|| longest_part(line, is_it)).flatten().map(|(part, ())| part)
}
