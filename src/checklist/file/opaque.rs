//! Lines that are text whatever is in them: fences of code, and front matter.
//!
//! A fence that was never closed, or that holds an item which is nowhere else, is no fence: nothing may vanish in it.

use std::collections::HashSet;

use crate::checklist::mark::{MARK, id_and_fingerprint, mark};

/// For each line the fence that it is in, and how many lines of front matter there are.
pub(super) fn opaque_lines(lines: &[&str]) -> (Vec<Option<usize>>, usize) {
    let front = front_matter(lines);
    let fences = fences(lines, front);
    let mut opaque = vec![None; lines.len()];
    for (open, close) in &fences {
        opaque[*open..=*close].fill(Some(*open));
    }
    let ids = |line: &str| mark(line, "item").map(|(_, content, _)| id_and_fingerprint(content).0);
    let outside: HashSet<String> =
        lines.iter().zip(&opaque).filter(|(_, fence)| fence.is_none()).filter_map(|(line, _)| ids(line)).collect();
    for (open, close) in fences {
        let holds_ours = |line: &&str| line.contains(MARK) && ids(line).is_none_or(|id| !outside.contains(&id));
        if lines[open..=close].iter().any(holds_ours) {
            opaque[open..=close].fill(None);
        }
    }
    (opaque, front)
}

/// `---` at the top, until the next `---`.
fn front_matter(lines: &[&str]) -> usize {
    if lines.first().is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    let end = lines.iter().skip(1).position(|line| matches!(line.trim_end(), "---" | "...") || line.contains(MARK));
    let end = end.map(|end| end + 1).filter(|end| !lines[*end].contains(MARK));
    end.map_or(0, |end| end + 1)
}

/// The closed fences: first and last line.
fn fences(lines: &[&str], from: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for (at, line) in lines.iter().enumerate().skip(from) {
        let Some((ticks, info)) = fence(line) else { continue };
        match open {
            None if !info.contains('`') => open = Some((at, ticks)),
            Some((start, first)) if info.trim().is_empty() && ticks.starts_with(first) => {
                found.push((start, at));
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Three or more backticks or tildes, and what comes after them.
fn fence(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let ticks = &line[..line.len() - rest.len()];
    (ticks.len() >= 3).then_some((ticks, rest))
}
