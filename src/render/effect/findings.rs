//! The errors and warnings that come with an edit, a line each.

use crate::finding::Finding;
use crate::language::{Language, Text};
use crate::render::clean;

/// Findings that are listed.
const LISTED: usize = 5;

/// A heading and the first findings; nothing where there are none.
pub fn new_findings(findings: &[Finding], language: Language) -> Vec<String> {
    if findings.is_empty() {
        return Vec::new();
    }
    let head = Text::new("这样改了以后，qun lint 会报：", "After this change, qun lint reports:");
    let mut lines = vec![head.get(language).to_owned()];
    lines.extend(findings.iter().take(LISTED).map(|finding| format!("  {}", finding_line(finding, language))));
    if findings.len() > LISTED {
        let more = Text::new("  还有 {n} 条；用 qun lint 看全部", "  and {n} more; qun lint lists them all");
        lines.push(more.fill(language, |_| Some((findings.len() - LISTED).to_string())));
    }
    lines
}

/// `· message [level: rule]`
pub fn finding_line(finding: &Finding, language: Language) -> String {
    let level = finding.level.name().get(language);
    format!("· {} [{level}: {}]", clean(&finding.message(language)), finding.rule.id)
}
