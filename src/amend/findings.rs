//! The findings of a plan before and after an edit.

use super::Snapshot;
use crate::finding::{Arg, Finding, Level};
use crate::language::Language;
use crate::value::Day;

/// Months that the calendar of lint reaches ahead of a day, less one so that the day itself is well inside.
const SEEN_MONTHS: i32 = 2;

/// What an edit does to the findings of a plan.
#[derive(Debug, Default, PartialEq)]
pub struct FindingsChange {
    /// The errors and warnings that it brings, the highest level first.
    pub new: Vec<Finding>,
    /// Everything that lint does not report any more, advice too.
    pub fixed: Vec<Finding>,
}

/// Whether the calendar had the same of an item before: the same rule, item and people, as often, and as early. What comes
/// first in another way, or more often, counts as new.
fn is_known(finding: &Finding, before: &[Finding]) -> bool {
    let is_fact = |name: &str| !["date", "count", "why"].contains(&name);
    let facts = |of: &Finding| -> Vec<(String, String)> {
        let facts = of.args.iter().filter(|(name, _)| is_fact(name));
        facts.map(|(name, arg)| ((*name).to_owned(), arg.show(Language::En))).collect()
    };
    let number = |of: &Finding| if let Some(Arg::Count(count)) = of.arg("count") { *count } else { 1 };
    let day = |of: &Finding| if let Some(Arg::Day(day)) = of.arg("date") { Some(*day) } else { None };
    let is_same = |old: &&Finding| {
        old.rule.id == finding.rule.id && old.place.path == finding.place.path && facts(old) == facts(finding)
    };
    let mut same = before.iter().filter(is_same);
    same.any(|old| number(finding) <= number(old) && day(old) <= day(finding))
}

impl FindingsChange {
    /// The difference of two plans in which only names differ: a finding of the same rule at the same place is the same.
    pub(super) fn but_for_names(before: &Snapshot<'_>, after: &Snapshot<'_>) -> Self {
        let [mut fixed, mut new] = [before, after].map(|plan| plan.lint(after.today).findings);
        let (old, now) = (fixed.clone(), new.clone());
        let is_in = |finding: &Finding, others: &[Finding]| {
            others.iter().any(|other| other.rule.id == finding.rule.id && other.place.path == finding.place.path)
        };
        fixed.retain(|finding| !is_in(finding, &now));
        new.retain(|finding| finding.level > Level::Advice && !is_in(finding, &old));
        Self { new, fixed }
    }

    /// The difference of two plans; `on` is the day that the edit is about.
    pub(super) fn between(before: &Snapshot<'_>, after: &Snapshot<'_>, on: Day) -> Self {
        let is_seen = on <= after.today.plus_months(SEEN_MONTHS);
        // a later day is looked at from the month before it
        let from = if is_seen { after.today } else { on.plus_months(-1) };
        // an index in the place may have moved: the message says what is meant
        let language = after.plan().language();
        // of a chapter, one value more or less that is the starter's is no other finding
        let key = |finding: &Finding| match finding.arg("key").filter(|_| finding.rule.id == "own/borrowed") {
            Some(chapter) => (finding.rule.id, chapter.show(language)),
            None => (finding.rule.id, finding.message(language)),
        };
        let keys = |findings: &[Finding]| findings.iter().map(key).collect::<Vec<_>>();
        let [mut fixed, mut new] = [before, after].map(|plan| plan.lint(from).findings);
        let (old_keys, new_keys) = (keys(&fixed), keys(&new));
        let (old, now) = (fixed.clone(), new.clone());
        // found at the same place in other words, such as another number: neither fixed nor new
        let is_there = |finding: &Finding, others: &[Finding]| {
            others.iter().any(|other| {
                // what counts the values of a chapter is at the first of them, which may be another one now
                let is_counted =
                    finding.rule.topic() == "own" && other.place.path.0.first() == finding.place.path.0.first();
                other.rule.id == finding.rule.id && (other.place == finding.place || is_counted)
            })
        };
        fixed.retain(|finding| !new_keys.contains(&key(finding)) && !is_there(finding, &now));
        let is_old = |finding: &Finding| {
            old_keys.contains(&key(finding))
                || if finding.rule.topic() == "schedule" { is_known(finding, &old) } else { is_there(finding, &old) }
        };
        new.retain(|finding| finding.level > Level::Advice && !is_old(finding));
        new.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        Self { new, fixed }
    }
}
