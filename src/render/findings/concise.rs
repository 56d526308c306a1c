//! One line a finding: `file:line:column: level[rule] message`.

use std::io::{self, Write};

use super::Linted;
use crate::language::Language;
use crate::render::clean::clean;

/// Writes the findings of a file, one a line.
pub fn concise(linted: &Linted<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let path = clean(&linted.path);
    for shown in linted.shown(&linted.positions()) {
        let (finding, at) = (shown.finding, shown.start);
        let (level, rule) = (finding.level.word(), finding.rule.id);
        let message = clean(&finding.message(language));
        writeln!(out, "{path}:{}:{}: {level}[{rule}] {message}", at.line, at.column)?;
    }
    Ok(())
}
