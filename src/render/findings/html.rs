//! What lint found as a page: what blocks first, each with its place and what to do, and how much is covered.

use super::Linted;
use crate::finding::Level;
use crate::language::{Language, Text};
use crate::render::clean;
use crate::render::page::{LintPageFinding, LintPageSection, OwnPages, PageError, lint_page};

/// The page of a plan, with what is found in the tables beside it.
pub fn lint_html(files: &[Linted<'_>], own: &OwnPages, language: Language) -> Result<String, PageError> {
    let mut sections = Vec::new();
    for level in [Level::Error, Level::Warning, Level::Advice] {
        let findings: Vec<LintPageFinding> =
            files.iter().flat_map(|file| of_level(file, level, files.len() > 1, language)).collect();
        if !findings.is_empty() {
            let title = format!("{} ({})", level.name().get(language), findings.len());
            sections.push(LintPageSection { title, findings });
        }
    }
    let plan = files.first();
    let path = plan.map(|plan| clean(&plan.path)).unwrap_or_default();
    let title = Text::new("{path} 的检查结果", "Findings in {path}").fill(language, |_| Some(path.clone()));
    let score = Text::new("得分 {score}/100", "Score {score} of 100");
    let subtitle = plan.map(|plan| score.fill(language, |_| Some(plan.outcome.score.to_string()))).unwrap_or_default();
    let covered = plan.map_or(&[][..], |plan| &plan.outcome.coverage);
    lint_page((&title, &subtitle), &sections, covered, own, language)
}

fn of_level(file: &Linted<'_>, level: Level, has_path: bool, language: Language) -> Vec<LintPageFinding> {
    let positions = file.positions();
    let shown = file.shown(&positions);
    let of_level = shown.iter().filter(|shown| shown.finding.level == level);
    let finding = |shown: &super::Shown<'_>| {
        let line = Text::new("第 {line} 行", "line {line}").fill(language, |_| Some(shown.start.line.to_string()));
        let path = if has_path { format!("{}, ", clean(&file.path)) } else { String::new() };
        LintPageFinding {
            message: clean(&shown.finding.message(language)),
            help: clean(&shown.finding.known_help(language).unwrap_or_default()),
            place: format!("{path}{line} · {}", shown.finding.rule.id),
        }
    };
    of_level.map(finding).collect()
}
