//! Which rules are asked for, and at which level they report: decided once, however many plans are linted.

use super::all;
use super::rule::Rule;
use crate::finding::{Finding, Level};

/// The rules that are asked for.
#[derive(Debug, Clone)]
pub struct Selection {
    /// As [`all`] orders them.
    rules: Vec<Selected>,
    has_levels: bool,
}

/// What is asked of one rule.
#[derive(Debug, Clone, Copy)]
struct Selected {
    is_wanted: bool,
    level: Option<Level>,
}

impl Selection {
    /// All rules at their own levels.
    pub fn everything() -> Self {
        Self { rules: vec![Selected { is_wanted: true, level: None }; all().len()], has_levels: false }
    }

    /// Only the rules or topics that are selected, without those that are ignored; each at the level of the last entry
    /// that names it or its topic, and not at all where that is none. An empty selection selects all.
    pub fn of(select: &[String], ignore: &[String], levels: &[(String, Option<Level>)]) -> Self {
        if select.is_empty() && ignore.is_empty() && levels.is_empty() {
            return Self::everything();
        }
        let selected = |rule: &&'static Rule| {
            let is_named = |names: &[String]| names.iter().any(|name| rule.is_named(name));
            let level = levels.iter().rev().find(|(name, _)| rule.is_named(name)).map(|(_, level)| *level);
            let is_wanted = (select.is_empty() || is_named(select)) && !is_named(ignore) && level != Some(None);
            Selected { is_wanted, level: level.flatten() }
        };
        Self { rules: all().iter().map(selected).collect(), has_levels: !levels.is_empty() }
    }

    /// The rules that are asked for.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &'static Rule> {
        all().iter().copied().zip(&self.rules).filter(|(_, selected)| selected.is_wanted).map(|(rule, _)| rule)
    }

    /// Whether the findings of the rule of this name are asked for.
    pub(super) fn wants(&self, id: &str) -> bool {
        self.get(id).is_some_and(|selected| selected.is_wanted)
    }

    /// Gives findings the levels that are asked for.
    pub(super) fn set_levels(&self, findings: &mut [Finding]) {
        for finding in findings.iter_mut().filter(|_| self.has_levels) {
            if let Some(level) = self.get(finding.rule.id).and_then(|selected| selected.level) {
                finding.level = level;
            }
        }
    }

    fn get(&self, id: &str) -> Option<Selected> {
        let at = all().binary_search_by_key(&id, |rule| rule.id()).ok()?;
        Some(self.rules[at])
    }
}
