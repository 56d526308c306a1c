//! `[[lint.allow]]`: findings that a plan accepts, and allowances that do nothing.

use crate::finding::{Finding, KeyPath, Level, RuleInfo, STALE_ALLOW, Segment};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::settings::Allow;
use crate::value::Day;

/// Splits findings into those that remain and those that are allowed; `ran` says whether a rule could find anything.
pub(super) fn apply(
    plan: &Plan,
    mut findings: Vec<Finding>,
    today: Day,
    ran: impl Fn(&str) -> bool,
) -> (Vec<Finding>, Vec<Finding>) {
    let allowances: Vec<Allowance<'_>> = plan.lint.allow.iter().map(|allow| Allowance::of(allow, today)).collect();
    let mut used = vec![false; allowances.len()];
    let is_allowed = |finding: &mut Finding| {
        let mut is_allowed = false;
        for (at, allowance) in allowances.iter().enumerate() {
            if allowance.fits(finding) {
                used[at] = true;
                is_allowed |= allowance.problem.is_none();
            }
        }
        is_allowed
    };
    let allowed = findings.extract_if(.., is_allowed).collect();
    for (at, allowance) in allowances.iter().enumerate() {
        let idle = || (!used[at] && ran(allowance.rule)).then_some(MATCHES_NOTHING);
        if let Some((problem, fix)) = allowance.problem.or_else(idle) {
            let path = KeyPath::of(&["lint", "allow"]).index(at);
            let named = if allowance.rule.is_empty() { UNNAMED } else { NAMED };
            let finding = Finding::new(&STALE_ALLOW, path).with("allowance", named).with("rule", allowance.rule);
            let finding = finding.with("problem", problem).with("fix", fix);
            findings.push(match allowance.until {
                Some(until) => finding.with("until", until),
                None => finding,
            });
        }
    }
    (findings, allowed)
}

/// Whether a plan accepts all findings of a rule.
pub(super) fn allows_all(plan: &Plan, rule: &RuleInfo, today: Day) -> bool {
    let allowances = plan.lint.allow.iter().map(|allow| Allowance::of(allow, today));
    let is_whole = |allowance: &Allowance<'_>| allowance.at.is_none() && allowance.problem.is_none();
    rule.topic() != "file" && allowances.filter(is_whole).any(|allowance| allowance.rule == rule.id)
}

const NAMED: Text = Text::new("对 `{rule}` 的放行", "the exception for `{rule}`");
const UNNAMED: Text = Text::new("这条放行", "this exception");

/// Why an allowance does nothing, and what to do about it.
type AllowanceProblem = (Text, Text);

const MATCHES_NOTHING: AllowanceProblem = (
    Text::new("没有对应的提示", "matches no finding"),
    Text::new("问题已经解决了，删掉这一条", "remove it: the problem is solved"),
);
const NO_RULE: AllowanceProblem = (
    Text::new("没有写规则的名字", "names no rule"),
    Text::new(
        "写上 `rule`，例如 `rule = \"members/no-care\"`；`qun rules` 列出全部规则",
        "add a `rule`, for example `rule = \"members/no-care\"`; `qun rules` lists them all",
    ),
);
const UNKNOWN_RULE: AllowanceProblem = (
    Text::new("不起作用：没有这个名字的规则", "has no effect: no rule has that name"),
    Text::new(
        "改成规则的全名，`qun rules` 列出全部；或者删掉它",
        "use the full name of a rule (`qun rules` lists them all), or remove it",
    ),
);
const ENDED: AllowanceProblem = (
    Text::new("已在 {until} 到期", "expired on {until}"),
    Text::new(
        "还需要就把 `until` 往后改，不需要就删掉它",
        "set a later `until` if you still need it; if not, remove it",
    ),
);
const NO_REASON: AllowanceProblem = (
    Text::new("没有写理由", "has no reason"),
    Text::new(
        "补上 `reason`，最好再写 `until`；不需要了就删掉它",
        "add a `reason`, and ideally an `until`; or remove it",
    ),
);

/// One allowance, and why it does nothing.
struct Allowance<'a> {
    rule: &'a str,
    at: Option<&'a str>,
    until: Option<Day>,
    problem: Option<AllowanceProblem>,
}

impl<'a> Allowance<'a> {
    fn of(allow: &'a Allow, today: Day) -> Self {
        let rule = allow.rule.as_deref().unwrap_or_default();
        let has_reason = allow.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        let problem = if rule.is_empty() {
            Some(NO_RULE)
        } else if super::find(rule).is_none() {
            Some(UNKNOWN_RULE)
        } else if allow.until.is_some_and(|until| until < today) {
            Some(ENDED)
        } else if !has_reason {
            Some(NO_REASON)
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
