//! Who reports to whom: a line that leads somewhere.

use crate::finding::KeyPath;
use crate::plan::labels::Label;
use crate::plan::{Plan, Thing};
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;

/// The circle of roles that a role is in, from it round to itself; none where its line ends or joins another's.
fn circle(above: &[Option<usize>], from: usize) -> Option<Vec<usize>> {
    let mut line = vec![from];
    while let Some(next) = line.last().and_then(|last| above[*last]) {
        if next == from {
            return Some(line);
        }
        if line.contains(&next) {
            return None;
        }
        line.push(next);
    }
    None
}

/// Each circle once, at its first role.
pub(super) fn in_circle(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let at = |id: &str| plan.roles.iter().position(|role| role.id.as_ref().is_some_and(|own| own.as_str() == id));
    let above: Vec<Option<usize>> =
        plan.roles.iter().map(|role| role.reports_to.as_ref().and_then(|to| at(to.as_str()))).collect();
    for from in 0..above.len() {
        let Some(line) = circle(&above, from).filter(|line| line.iter().all(|role| from <= *role)) else { continue };
        let roles = || line.iter().chain([&from]).map(|role| Thing::Role(*role));
        let names = |language| roles().map(|role| role.label(plan, language)).collect::<Vec<_>>().join(" → ");
        let path = KeyPath::of(&["roles"]).index(from).key("reports_to");
        report.add(report.finding(path).with("line", Label::made(names)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_end_are_no_circles() {
        // 0 → 1 → 2; 3 → 4 → 5 → 4; 6 → 6
        let above = [Some(1), Some(2), None, Some(4), Some(5), Some(4), Some(6)];
        let all: Vec<Option<Vec<usize>>> = (0..above.len()).map(|from| circle(&above, from)).collect();
        assert_eq!(all, [None, None, None, None, Some(vec![4, 5]), Some(vec![5, 4]), Some(vec![6])]);
    }
}
