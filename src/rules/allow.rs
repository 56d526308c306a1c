//! `[[lint.allow]]`: findings that a plan accepts, and allowances that do nothing.

use crate::finding::{Finding, KeyPath, Level, STALE_ALLOW, Segment};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::settings::Allow;
use crate::value::Day;

/// Splits findings into those that remain and those that are allowed; `ran` says whether a rule could find anything.
pub(super) fn apply(
    plan: &Plan,
    findings: Vec<Finding>,
    today: Day,
    ran: impl Fn(&str) -> bool,
) -> (Vec<Finding>, Vec<Finding>) {
    let allowances: Vec<Allowance<'_>> = plan.lint.allow.iter().map(|allow| Allowance::of(allow, today)).collect();
    let mut used = vec![false; allowances.len()];
    let mut remaining = Vec::new();
    let mut allowed = Vec::new();
    for finding in findings {
        let mut is_allowed = false;
        for (at, allowance) in allowances.iter().enumerate() {
            if allowance.fits(&finding) {
                used[at] = true;
                is_allowed |= allowance.problem.is_none();
            }
        }
        if is_allowed { allowed.push(finding) } else { remaining.push(finding) }
    }
    for (at, allowance) in allowances.iter().enumerate() {
        let nothing = Text::new("没有对应的提示", "matches nothing");
        let idle = || (!used[at] && ran(allowance.rule)).then_some(nothing);
        if let Some(problem) = allowance.problem.or_else(idle) {
            let path = KeyPath::of(&["lint", "allow"]).index(at);
            let finding = Finding::new(&STALE_ALLOW, path).with("rule", allowance.rule).with("problem", problem);
            remaining.push(match allowance.until {
                Some(until) => finding.with("until", until),
                None => finding,
            });
        }
    }
    (remaining, allowed)
}

/// One allowance, and why it does nothing.
struct Allowance<'a> {
    rule: &'a str,
    at: Option<&'a str>,
    until: Option<Day>,
    problem: Option<Text>,
}

impl<'a> Allowance<'a> {
    fn of(allow: &'a Allow, today: Day) -> Self {
        let rule = allow.rule.as_deref().unwrap_or_default();
        let has_reason = allow.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        let problem = if super::find(rule).is_none() {
            Some(Text::new("写的不是一条规则的名字", "does not name a rule"))
        } else if allow.until.is_some_and(|until| until < today) {
            Some(Text::new("已在 {until} 到期", "ended on {until}"))
        } else if !has_reason {
            Some(Text::new("没有写理由", "gives no reason"))
        } else {
            None
        };
        Self { rule, at: allow.at.as_deref(), until: allow.until, problem }
    }

    /// What is wrong with the file itself cannot be allowed away.
    fn fits(&self, finding: &Finding) -> bool {
        let is_of_the_file = finding.rule.topic() == "file" && finding.level == Level::Error;
        finding.rule.id == self.rule && !is_of_the_file && self.at.is_none_or(|at| is_at(&finding.place.path, at))
    }
}

/// Whether a route begins with a key as a person writes it: with indices, or without them for all elements.
fn is_at(path: &KeyPath, at: &str) -> bool {
    let begins = |shown: &str| {
        let rest = shown.strip_prefix(at);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let keys = path.0.iter().filter(|segment| matches!(segment, Segment::Key(_))).cloned().collect();
    begins(&path.to_string()) || begins(&KeyPath(keys).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_named_with_and_without_indices() {
        let path = KeyPath::of(&["activities"]).index(1).key("steps").index(0);
        for at in ["activities", "activities[1]", "activities.steps", "activities[1].steps[0]"] {
            assert!(is_at(&path, at), "{at}");
        }
        for at in ["activ", "activities[0]", "steps", "activities[1].steps[0].at"] {
            assert!(!is_at(&path, at), "{at}");
        }
    }
}
