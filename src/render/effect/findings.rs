//! The findings that come and go with an edit, a line each.

use crate::amend::FindingsChange;
use crate::finding::Finding;
use crate::language::{Language, Text};
use crate::render::clean;

/// Findings that are listed.
const LISTED: usize = 5;

/// A heading and the first new findings, and how many are fixed; nothing where there are neither.
pub(super) fn findings_change(findings: &FindingsChange, language: Language) -> Vec<String> {
    let FindingsChange { new, fixed } = findings;
    let count = |name: &str| Some(if name == "fixed" { fixed.len() } else { new.len() }.to_string());
    let head = match (fixed.len(), new.len()) {
        (0, 0) => return Vec::new(),
        (_, 0) => {
            Text::new("这样改解决了 qun lint 报的 {fixed} 条。", "This fixes {fixed|finding|findings} of qun lint.")
        }
        (0, _) => Text::new("这样改了以后，qun lint 会报：", "After this change, qun lint reports:"),
        _ => Text::new(
            "这样改解决了 qun lint 报的 {fixed} 条，新报 {new} 条：",
            "This fixes {fixed|finding|findings} of qun lint and brings {new} new:",
        ),
    };
    let mut lines = vec![head.fill(language, count)];
    lines.extend(new.iter().take(LISTED).map(|finding| format!("  {}", finding_line(finding, language))));
    if new.len() > LISTED {
        let more = Text::new("  还有 {n} 条；用 qun lint 看全部", "  and {n} more; qun lint lists them all");
        lines.push(more.fill(language, |_| Some((new.len() - LISTED).to_string())));
    }
    lines
}

/// `· message [level: rule]`
pub fn finding_line(finding: &Finding, language: Language) -> String {
    let level = finding.level.name().get(language);
    format!("· {} [{level}: {}]", clean(&finding.message(language)), finding.rule.id)
}
