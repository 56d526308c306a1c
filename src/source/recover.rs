//! Parsing that goes on after a mistake: each broken statement gives one finding and is then painted over with
//! spaces, byte for byte, so that the rest of the file is read and every position stays true.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::statement::{Statement, StatementKind, statements};
use super::syntax;
use crate::finding::Finding;

/// More mistakes than this are not reported one by one.
const MOST: usize = 50;
/// So many bytes are parsed again in search of more: a text as people write it is searched to the end.
const REREAD: usize = 4 << 20;

/// The tree of a text, its syntax findings in order, and what was put in for broken headers.
pub(super) struct Recovered<'s> {
    pub tree: Spanned<DeTable<'s>>,
    pub findings: Vec<Finding>,
    /// Keys of the root in place of broken headers; not part of the plan.
    pub placeholders: HashSet<String>,
    /// The bytes of which nothing came into the tree.
    pub lost: Vec<Range<usize>>,
}

/// Parses a text, collecting every mistake once; `painted` is the buffer for the text without the broken statements.
pub(super) fn parse<'s>(text: &'s str, painted: &'s mut String) -> Recovered<'s> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Recovered { tree, findings: Vec::new(), placeholders: HashSet::new(), lost: Vec::new() };
    }
    let mut repair = SyntaxRecovery::new(text);
    let mut left = REREAD;
    while repair.parse_round() && left >= text.len() {
        left -= text.len();
    }
    let lost = repair.lost();
    *painted = repair.text();
    let (tree, _) = DeTable::parse_recoverable(painted);
    let mut findings = repair.findings;
    findings.sort_by_key(|(start, _)| *start);
    let findings = findings.into_iter().map(|(_, finding)| finding).take(MOST).collect();
    Recovered { tree, findings, placeholders: repair.placeholders, lost }
}

/// The state of collecting.
struct SyntaxRecovery<'t> {
    source: &'t str,
    statements: Vec<Statement>,
    broken: Vec<bool>,
    /// The text as it is: whole characters become as many spaces, so that it stays UTF-8.
    painted: Vec<u8>,
    placeholders: HashSet<String>,
    findings: Vec<(usize, Finding)>,
}

impl<'t> SyntaxRecovery<'t> {
    fn new(text: &'t str) -> Self {
        let statements = statements(text);
        let broken = vec![false; statements.len()];
        let mut repair = Self {
            source: text,
            statements,
            broken,
            painted: text.into(),
            placeholders: HashSet::new(),
            findings: Vec::new(),
        };
        for index in 0..repair.statements.len() {
            if let Some(at) = repair.statements[index].unclosed {
                repair.report(index, syntax::unclosed(text, at));
            }
        }
        repair
    }

    /// One parse of what is left; true when it found something new.
    fn parse_round(&mut self) -> bool {
        let before = self.findings.len();
        let source = self.text();
        let (_, errors) = DeTable::parse_recoverable(&source);
        for error in errors {
            let at = error.span().unwrap_or(0..0);
            let finding = |statement| syntax::finding(self.source, &at, error.message(), statement);
            match self.statement_of(&at) {
                Some(index) if self.broken[index] => {}
                Some(index) => {
                    let finding = finding(Some(&self.statements[index]));
                    self.report(index, finding);
                }
                None if self.findings.is_empty() => self.findings.push((at.start, finding(None))),
                None => {}
            }
        }
        self.findings.len() > before && self.findings.len() < MOST
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.painted).into_owned()
    }

    /// The statement that an error is in; one at the very end of a line belongs to that line.
    fn statement_of(&self, at: &Range<usize>) -> Option<usize> {
        self.statements.partition_point(|s| s.range.start <= at.start).checked_sub(1)
    }

    fn report(&mut self, index: usize, finding: Finding) {
        self.findings.push((self.statements[index].range.start, finding));
        let range = self.paint(index);
        if self.statements[index].kind == StatementKind::Pair {
            return;
        }
        if let Some(key) = self.placeholder(range.len()) {
            self.painted[range.start..range.start + key.len() + 2].copy_from_slice(format!("[{key}]").as_bytes());
            self.placeholders.insert(key);
            return;
        }
        // no room for another header: what is below cannot be separated from the table above, so it is left out
        let below = (index + 1..self.statements.len()).take_while(|i| self.statements[*i].kind == StatementKind::Pair);
        for index in below.collect::<Vec<_>>() {
            self.paint(index);
        }
    }

    /// The broken statements; a broken header with all that is below it.
    fn lost(&self) -> Vec<Range<usize>> {
        let broken = (0..self.statements.len()).filter(|index| self.broken[*index]);
        let whole = |index: usize| {
            let Statement { range, kind, .. } = &self.statements[index];
            let below = self.statements[index + 1..].iter().take_while(|below| below.kind == StatementKind::Pair);
            let last = if *kind == StatementKind::Header { below.last() } else { None };
            range.start..last.map_or(range.end, |last| last.range.end)
        };
        broken.map(whole).collect()
    }

    /// Makes a statement blank and takes it out of the search.
    fn paint(&mut self, index: usize) -> Range<usize> {
        self.broken[index] = true;
        let range = self.statements[index].range.clone();
        for byte in self.painted[range.clone()].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')) {
            *byte = b' ';
        }
        range
    }

    /// A key for the header of a section whose own header is broken, so that its keys do not fall to another table.
    fn placeholder(&self, length: usize) -> Option<String> {
        let key = format!("_{}", self.placeholders.len());
        let key = if key.len() + 2 <= length { key } else { "_".to_owned() };
        (key.len() + 2 <= length && !self.placeholders.contains(&key)).then_some(key)
    }
}
