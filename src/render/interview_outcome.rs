//! What is shown after the interview: how many of the essentials are there, what to fix, and the commands that come next.

use super::clean;
use crate::interview::InterviewOutcome;
use crate::language::{Language, Text};

/// How many gaps are named.
const GAPS: usize = 5;

/// A line, and how far what does not fit is indented.
pub(super) type IndentedLine = (String, usize);

/// The lines about a plan, written to `path`; `argument` is how commands name it: a blank and the quoted path, or nothing.
pub fn interview_outcome(
    outcome: &InterviewOutcome,
    (path, argument): (&str, &str),
    language: Language,
) -> Vec<IndentedLine> {
    let mut lines = Vec::new();
    if let Some(from) = outcome.counts_from {
        let words = Text::new(
            "社群已经办起来了，所以目标的日期从 {day} 排起。",
            "The community already exists, so its goals are dated from {day}.",
        );
        lines.push((words.fill(language, |_| Some(from.to_string())), 0));
    }
    if !outcome.findings.is_empty() {
        lines.push((Text::new("接下来值得补的：", "Fix next:").get(language).to_owned(), 0));
        for finding in outcome.findings.iter().take(GAPS) {
            let level = finding.level.name().get(language);
            lines.push((format!("  · {} [{level}]", clean(&finding.message(language))), 4));
        }
    }
    lines.push((Text::new("下一步：", "Next:").get(language).to_owned(), 0));
    let steps = [
        (format!("qun lint{argument}"), Text::new("看全部缺口", "see all gaps")),
        (
            format!("qun schedule{argument} --month {}", outcome.month),
            Text::new("第一个月的日历", "the first month's calendar"),
        ),
        match outcome.is_running {
            true => (format!("qun checklist{argument} weekly"), Text::new("本周清单", "this week's checklist")),
            false => (format!("qun checklist{argument} launch"), Text::new("启动清单", "the launch checklist")),
        },
    ];
    let wide = steps.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    let step = |(command, what): (String, Text)| (format!("  {command:wide$}  {}", what.get(language)), 4);
    lines.extend(steps.map(step));
    let words = Text::new(
        "写好了：{path}，最要紧的 {all} 项有了 {there} 项",
        "written: {path}, with {there} of {all} essentials",
    );
    let (there, all) = outcome.essentials;
    let head = words.fill(language, |name| {
        Some(match name {
            "path" => clean(path),
            "there" => there.to_string(),
            _ => all.to_string(),
        })
    });
    std::iter::once((head, 0)).chain(lines).collect()
}
