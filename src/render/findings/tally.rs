//! What became of many plans: the weakest of them, and what most of them lack. Keeps a line a plan, not its findings.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use crate::finding::Level;
use crate::language::{Language, Text};
use crate::render::clean::clean;
use crate::rules::{self, LintOutcome};

/// Plans that are shown, the weakest.
const PLANS: usize = 10;
/// Gaps that are shown, the most frequent.
const GAPS: usize = 10;

/// One plan: its path, its score, and how many findings it has of each level, errors first.
#[derive(Debug)]
struct PlanResult {
    path: String,
    score: u32,
    counts: [usize; 3],
}

/// The plans seen so far.
#[derive(Debug, Default)]
pub struct PlansTally {
    plans: Vec<PlanResult>,
    /// In how many plans a rule found something.
    gaps: BTreeMap<&'static str, usize>,
}

impl PlansTally {
    /// Adds one plan.
    pub fn add(&mut self, path: &str, outcome: &LintOutcome) {
        let count = |level| outcome.findings.iter().filter(|finding| finding.level == level).count();
        let counts = [Level::Error, Level::Warning, Level::Advice].map(count);
        self.plans.push(PlanResult { path: path.to_owned(), score: outcome.score, counts });
        let mut found: Vec<&'static str> = outcome.findings.iter().map(|finding| finding.rule.id).collect();
        found.sort_unstable();
        found.dedup();
        for rule in found {
            *self.gaps.entry(rule).or_default() += 1;
        }
    }

    /// The mean of the scores, rounded down; 0 without plans.
    pub fn mean(&self) -> u32 {
        let sum: u64 = self.plans.iter().map(|plan| u64::from(plan.score)).sum();
        sum.checked_div(self.plans.len() as u64).and_then(|mean| u32::try_from(mean).ok()).unwrap_or_default()
    }

    /// How many plans there are.
    pub fn len(&self) -> usize {
        self.plans.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// Two tables: the plans with the lowest scores, and the rules that found something in the most plans.
    pub fn tables(&self, language: Language, width: Option<usize>, ascii: bool) -> String {
        let new = |heads: &[Text]| {
            let mut table = Table::new();
            table.load_style(if ascii { presets::ASCII_FULL_CONDENSED } else { presets::UTF8_FULL_CONDENSED });
            table.set_content_arrangement(ContentArrangement::Dynamic);
            if let Some(width) = width {
                table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
            }
            table.set_header(heads.iter().map(|head| head.get(language)));
            table
        };
        let right = |table: &mut Table, columns: std::ops::Range<usize>| {
            for column in columns {
                if let Some(column) = table.column_mut(column) {
                    column.set_cell_alignment(CellAlignment::Right);
                }
            }
        };
        let mut weakest: Vec<&PlanResult> = self.plans.iter().collect();
        weakest.sort_by_key(|plan| (plan.score, plan.counts.map(std::cmp::Reverse)));
        let mut plans = new(&[
            Text::new("分数最低的计划", "plans with the lowest scores"),
            Text::new("分数", "score"),
            Text::new("错误", "errors"),
            Text::new("警告", "warnings"),
            Text::new("建议", "advice"),
        ]);
        for plan in weakest.iter().take(PLANS) {
            let numbers = [plan.score as usize].into_iter().chain(plan.counts);
            plans.add_row(std::iter::once(clean(&plan.path)).chain(numbers.map(|number| number.to_string())));
        }
        right(&mut plans, 1..5);
        let mut common: Vec<(&str, usize)> = self.gaps.iter().map(|(rule, count)| (*rule, *count)).collect();
        common.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
        let mut gaps = new(&[
            Text::new("最常见的缺口", "most frequent gaps"),
            Text::new("规则", "rule"),
            Text::new("计划数", "plans"),
        ]);
        for (rule, count) in common.into_iter().take(GAPS) {
            let title = rules::find(rule).map_or("", |rule| rule.info.title.get(language));
            gaps.add_row([title, rule, &count.to_string()]);
        }
        right(&mut gaps, 2..3);
        let mut out = format!("{plans}\n");
        if !self.gaps.is_empty() {
            out.push_str(&format!("{gaps}\n"));
        }
        out
    }
}
