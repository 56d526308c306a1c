//! Which rules are asked for, and at which level they speak: worked out once, however many plans are linted.

use super::all;
use super::rule::Rule;
use crate::finding::{Finding, Level};

/// What is asked of each rule.
#[derive(Debug, Clone)]
pub struct Choice {
    /// As [`all`] orders them.
    rules: Vec<Asked>,
    has_levels: bool,
}

#[derive(Debug, Clone, Copy)]
struct Asked {
    is_wanted: bool,
    level: Option<Level>,
}

impl Choice {
    /// All rules at their own levels.
    pub fn everything() -> Self {
        Self { rules: vec![Asked { is_wanted: true, level: None }; all().len()], has_levels: false }
    }

    /// Only the rules or topics that are selected, without those that are ignored; each at the level of the last entry
    /// that names it or its topic, and not at all where that is none. An empty selection selects all.
    pub fn of(select: &[String], ignore: &[String], levels: &[(String, Option<Level>)]) -> Self {
        if select.is_empty() && ignore.is_empty() && levels.is_empty() {
            return Self::everything();
        }
        let asked = |rule: &&'static Rule| {
            let is_named = |names: &[String]| names.iter().any(|name| rule.is_named(name));
            let level = levels.iter().rev().find(|(name, _)| rule.is_named(name)).map(|(_, level)| *level);
            let is_wanted = (select.is_empty() || is_named(select)) && !is_named(ignore) && level != Some(None);
            Asked { is_wanted, level: level.flatten() }
        };
        Self { rules: all().iter().map(asked).collect(), has_levels: !levels.is_empty() }
    }

    /// The rules that are asked for.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &'static Rule> {
        all().iter().copied().zip(&self.rules).filter(|(_, asked)| asked.is_wanted).map(|(rule, _)| rule)
    }

    /// Whether the findings of the rule of this name are asked for.
    pub(super) fn wants(&self, id: &str) -> bool {
        self.asked(id).is_some_and(|asked| asked.is_wanted)
    }

    /// Gives findings the levels that are asked for.
    pub(super) fn level(&self, findings: &mut [Finding]) {
        for finding in findings.iter_mut().filter(|_| self.has_levels) {
            if let Some(level) = self.asked(finding.rule.id).and_then(|asked| asked.level) {
                finding.level = level;
            }
        }
    }

    fn asked(&self, id: &str) -> Option<Asked> {
        let at = all().binary_search_by_key(&id, |rule| rule.id()).ok()?;
        Some(self.rules[at])
    }
}
