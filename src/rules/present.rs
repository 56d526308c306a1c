//! What counts as present in a plan: what is there and its people's own, or what it is without on purpose.

use super::rule::{Check, Rule};
use crate::finding::Finding;
use crate::plan::Plan;
use crate::plan::ownership::Ownership;
use crate::source::Table;

/// A plan, and whose its values are.
#[derive(Clone, Copy)]
pub(super) struct Presence<'a> {
    pub(super) plan: &'a Plan,
    pub(super) ownership: &'a Ownership,
}

impl Presence<'_> {
    /// Whether a key needs nothing: it is own, confirmed, or absent on purpose.
    pub(super) fn is_filled(&self, key: &str) -> bool {
        self.plan.is_without(key) || self.plan.holds(key) && self.ownership.holds(key)
    }

    /// Whether what a row of the score asks for is there, but only as the starter has it.
    pub(super) fn is_borrowed(&self, rule: &Rule) -> bool {
        let mut keys = rule.keys.iter().filter(|key| self.plan.holds(key) && !self.plan.is_without(key)).peekable();
        if keys.peek().is_none() {
            return false;
        }
        match rule.check {
            Check::Incomplete => !keys.all(|key| self.is_filled(key)),
            _ => !keys.any(|key| self.is_filled(key)),
        }
    }

    /// Whether a finding reports as missing what the plan is without on purpose.
    pub(super) fn is_without(&self, rule: &Rule, finding: &Finding) -> bool {
        let at: Vec<&str> = finding.place.path.keys().collect();
        let is_all_without = !rule.keys.is_empty() && rule.keys.iter().all(|key| self.plan.is_without(key));
        rule.is_absence && (is_all_without || self.plan.is_without(&at.join(".")))
    }
}
