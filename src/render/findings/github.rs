//! Findings as workflow commands of GitHub Actions: a line a finding, shown beside the line of the file.

use std::io::{self, Write};

use super::{Linted, PathStyle};
use crate::finding::Level;
use crate::language::Language;

/// Writes the findings of a file, one a line; its path is relative to the root of the repository.
pub fn github(linted: &Linted<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let file = property(&PathStyle::HERE.slashed(&linted.path));
    for shown in linted.shown(&linted.positions()) {
        let (finding, from, to) = (shown.finding, shown.start, shown.end);
        let command = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "notice",
        };
        // columns may be named only within one line, and an end that is the start is refused
        let place = match (from.line == to.line, from.column < to.column) {
            (true, true) => format!("line={},col={},endColumn={}", from.line, from.column, to.column),
            (true, false) => format!("line={},col={}", from.line, from.column),
            (false, _) => format!("line={},endLine={}", from.line, to.line),
        };
        let title = property(finding.rule.id);
        let help = finding.known_help(language).map(|help| format!("\n{help}")).unwrap_or_default();
        let message = data(&format!("{}{help}", finding.message(language)));
        writeln!(out, "::{command} file={file},{place},title={title}::{message}")?;
    }
    Ok(())
}

/// The text of a command: one line, in which `%` begins what is escaped.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The value of a property, which a colon or a comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_commands_cannot_be_ended_early() {
        assert_eq!(data("100%\r\n::error::x,\u{1b}[31m"), "100%25%0D%0A::error::x,[31m");
        assert_eq!(property("C:/a,b%2C.toml"), "C%3A/a%2Cb%252C.toml");
    }
}
