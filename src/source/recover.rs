//! Parsing that goes on after a mistake: each broken statement gives one finding and is then painted over with
//! spaces, byte for byte, so that the rest of the file is read and every position stays true.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::statement::{Kind, Statement, statements};
use super::syntax;
use crate::finding::Finding;

/// More mistakes than this are not told one by one.
const MOST: usize = 50;

/// The tree of a text, its syntax findings in order, and what was put in for broken headers.
pub(super) struct Recovered<'s> {
    pub tree: Spanned<DeTable<'s>>,
    pub findings: Vec<Finding>,
    /// Keys of the root that stand for broken headers; not part of the plan.
    pub stand_ins: Vec<String>,
    /// The bytes of which nothing came into the tree.
    pub lost: Vec<Range<usize>>,
}

/// Parses a text, gathering every mistake once; `painted` is room for the text without the broken statements.
pub(super) fn parse<'s>(text: &'s str, painted: &'s mut String) -> Recovered<'s> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Recovered { tree, findings: Vec::new(), stand_ins: Vec::new(), lost: Vec::new() };
    }
    let mut repair = Repair::new(text);
    while repair.round() {}
    let lost = repair.lost();
    *painted = repair.painted;
    let (tree, _) = DeTable::parse_recoverable(painted);
    let mut findings = repair.findings;
    findings.sort_by_key(|(start, _)| *start);
    let findings = findings.into_iter().map(|(_, finding)| finding).take(MOST).collect();
    Recovered { tree, findings, stand_ins: repair.stand_ins, lost }
}

/// The state of gathering.
struct Repair<'t> {
    text: &'t str,
    statements: Vec<Statement>,
    broken: Vec<bool>,
    painted: String,
    stand_ins: Vec<String>,
    findings: Vec<(usize, Finding)>,
}

impl<'t> Repair<'t> {
    fn new(text: &'t str) -> Self {
        let statements = statements(text);
        let broken = vec![false; statements.len()];
        let mut repair =
            Self { text, statements, broken, painted: text.to_owned(), stand_ins: Vec::new(), findings: Vec::new() };
        for index in 0..repair.statements.len() {
            if let Some(at) = repair.statements[index].unclosed {
                repair.report(index, syntax::unclosed(text, at));
            }
        }
        repair
    }

    /// One parse of what is left; true when it found something new.
    fn round(&mut self) -> bool {
        let before = self.findings.len();
        let source = self.painted.clone();
        let (_, errors) = DeTable::parse_recoverable(&source);
        for error in errors {
            let at = error.span().unwrap_or(0..0);
            let finding = |statement| syntax::finding(self.text, &at, error.message(), statement);
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

    /// The statement in which an error stands; one at the very end of a line belongs to that line.
    fn statement_of(&self, at: &Range<usize>) -> Option<usize> {
        self.statements.partition_point(|s| s.range.start <= at.start).checked_sub(1)
    }

    fn report(&mut self, index: usize, finding: Finding) {
        self.findings.push((self.statements[index].range.start, finding));
        let range = self.paint(index);
        if self.statements[index].kind == Kind::Pair {
            return;
        }
        if let Some(key) = self.stand_in(range.len()) {
            self.painted.replace_range(range.start..range.start + key.len() + 2, &format!("[{key}]"));
            self.stand_ins.push(key);
            return;
        }
        // no room for another header: what stands below cannot be told from the table above, so it is left out
        let below = (index + 1..self.statements.len()).take_while(|i| self.statements[*i].kind == Kind::Pair);
        for index in below.collect::<Vec<_>>() {
            self.paint(index);
        }
    }

    /// The broken statements; a broken header with all that stands below it.
    fn lost(&self) -> Vec<Range<usize>> {
        let broken = (0..self.statements.len()).filter(|index| self.broken[*index]);
        let whole = |index: usize| {
            let Statement { range, kind, .. } = &self.statements[index];
            let below = self.statements[index + 1..].iter().take_while(|below| below.kind == Kind::Pair);
            let last = if *kind == Kind::Header { below.last() } else { None };
            range.start..last.map_or(range.end, |last| last.range.end)
        };
        broken.map(whole).collect()
    }

    /// Makes a statement blank and takes it out of the search.
    fn paint(&mut self, index: usize) -> Range<usize> {
        self.broken[index] = true;
        let range = self.statements[index].range.clone();
        let paint: String = self.text[range.clone()]
            .chars()
            .flat_map(|c| std::iter::repeat_n(if matches!(c, '\n' | '\r') { c } else { ' ' }, c.len_utf8()))
            .collect();
        self.painted.replace_range(range.clone(), &paint);
        range
    }

    /// A key for the header of a section whose own header is broken, so that its keys do not fall to another table.
    fn stand_in(&self, room: usize) -> Option<String> {
        let key = format!("_{}", self.stand_ins.len());
        let key = if key.len() + 2 <= room { key } else { "_".to_owned() };
        (key.len() + 2 <= room && !self.stand_ins.contains(&key)).then_some(key)
    }
}
