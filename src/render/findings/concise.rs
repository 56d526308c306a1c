//! One line a finding: `file:line:column: level[rule] message`.

use super::Linted;
use crate::language::Language;
use crate::render::clean::clean;

/// The findings of a file, one a line.
pub fn concise(linted: &Linted<'_>, language: Language) -> String {
    let mut out = String::new();
    for shown in linted.shown(&linted.positions()) {
        let (finding, at) = (shown.finding, shown.start);
        let (level, rule) = (finding.level.word(), finding.rule.id);
        let message = clean(&finding.message(language));
        out.push_str(&format!("{}:{}:{}: {level}[{rule}] {message}\n", clean(&linted.path), at.line, at.column));
    }
    out
}
