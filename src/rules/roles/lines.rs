//! Who reports to whom: a line that leads somewhere.

use crate::finding::KeyPath;
use crate::plan::labels::Label;
use crate::plan::{Plan, Thing};
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;

/// The most roles of a circle that are named.
const MOST_SHOWN: usize = 12;

/// The circles of roles, each from its first role round to itself, in order; `above` says whom each reports to.
fn circles(above: &[Option<usize>]) -> Vec<Vec<usize>> {
    // each role is walked through once, so that a walk that meets itself has found a circle
    let mut walk_of: Vec<Option<usize>> = vec![None; above.len()];
    let mut circles = Vec::new();
    for start in 0..above.len() {
        let mut next = Some(start);
        while let Some(role) = next.filter(|role| walk_of[*role].is_none()) {
            walk_of[role] = Some(start);
            next = above[role];
        }
        if let Some(meeting) = next.filter(|role| walk_of[*role] == Some(start)) {
            let rest = std::iter::successors(above[meeting], |role| above[*role]).take_while(|role| *role != meeting);
            let mut circle: Vec<usize> = std::iter::once(meeting).chain(rest).collect();
            let first = circle.iter().enumerate().min_by_key(|(_, role)| **role).map_or(0, |(at, _)| at);
            circle.rotate_left(first);
            circles.push(circle);
        }
    }
    circles.sort_unstable();
    circles
}

/// Each circle once, at its first role.
pub(super) fn in_circle(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let at = |id: &str| match context.index.find("role", id) {
        Some(Thing::Role(role)) => Some(role),
        _ => None,
    };
    let above: Vec<Option<usize>> =
        plan.roles.iter().map(|role| role.reports_to.as_ref().and_then(|to| at(to.as_str()))).collect();
    for line in circles(&above) {
        let roles = || line.iter().chain(line.first()).map(|role| Thing::Role(*role));
        let names = |language| {
            let mut names: Vec<String> = roles().map(|role| role.label(plan, language)).collect();
            if names.len() > MOST_SHOWN {
                names.splice(MOST_SHOWN / 2..names.len() - MOST_SHOWN / 2, ["…".to_owned()]);
            }
            names.join(" → ")
        };
        let path = KeyPath::of(&["roles"]).index(line[0]).key("reports_to");
        report.add(report.finding(path).with("line", Label::made(names)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_end_are_no_circles() {
        // 0 → 1 → 2; 3 → 4 → 5 → 4; 6 → 6; 9 → 8 → 7 → 9
        let above = [Some(1), Some(2), None, Some(4), Some(5), Some(4), Some(6), Some(9), Some(7), Some(8)];
        assert_eq!(circles(&above), [vec![4, 5], vec![6], vec![7, 9, 8]]);
        assert_eq!(circles(&[]), [[0; 0]; 0]);
    }
}
