//! Findings as JSON, version 1: fields may be added, none changes. Lines and columns from 1, columns in characters.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::command::CommandPrinter;
use super::{Linted, Shown};
use crate::finding::{Arg, Edit, Finding, Fix, Literal};
use crate::language::Language;
use crate::render::indented;
use crate::rules;
use crate::source::Positions;

#[derive(Serialize)]
struct LintedFileJson<'f> {
    path: &'f str,
    score: u32,
    topics: Map<String, Value>,
    coverage: Vec<Value>,
    findings: FindingsJson<'f>,
    commands: Vec<Value>,
}

/// The findings of a file, each made when it is written.
struct FindingsJson<'f> {
    linted: &'f Linted<'f>,
    positions: Positions<'f>,
    language: Language,
}

impl Serialize for FindingsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { linted, positions, language } = self;
        let shown = linted.shown(positions);
        serializer.collect_seq(shown.iter().map(|shown| finding_json(shown, linted, positions, *language)))
    }
}

#[derive(Serialize)]
struct FindingJson {
    rule: &'static str,
    level: &'static str,
    message: String,
    help: String,
    key: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    related: Vec<Value>,
    facts: Map<String, Value>,
    fixes: Vec<Value>,
    commands: Vec<Value>,
}

/// The JSON Schema (draft 2020-12) of a report, written by hand: what is promised does not follow from what is done.
pub const fn lint_schema() -> &'static str {
    include_str!("lint.schema.json")
}

/// What comes before the files of a report; each of them on lines of its own, with a comma behind all but the last.
pub const JSON_OPEN: &str = "{\n  \"version\": 1,\n  \"files\": [";
/// What comes after them.
pub const JSON_CLOSE: &str = "\n  ]\n}\n";

/// Writes one file of a report, without a line end.
pub fn json_file(linted: &Linted<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"    ")?;
    indented::write(&file(linted, language), 2, out)
}

fn file<'f>(linted: &'f Linted<'f>, language: Language) -> LintedFileJson<'f> {
    let outcome = linted.outcome;
    let commands = rules::next_commands(&outcome.findings);
    LintedFileJson {
        path: &linted.path,
        score: outcome.score,
        topics: outcome.topics.iter().map(|(topic, score)| ((*topic).to_owned(), (*score).into())).collect(),
        coverage: (outcome.coverage.iter())
            .map(|row| {
                json!({ "frame": row.theme.frame.id(), "theme": row.theme.id, "state": row.extent.word(), "keys": row.keys })
            })
            .collect(),
        findings: FindingsJson { linted, positions: linted.positions(), language },
        commands: CommandPrinter::new(linted, language).json(&commands),
    }
}

fn finding_json(shown: &Shown<'_>, linted: &Linted<'_>, positions: &Positions<'_>, language: Language) -> FindingJson {
    let finding = shown.finding;
    let related = finding.related.iter().map(|(place, text)| {
        let at = positions.at(linted.document.locate(place).start);
        json!({ "key": place.path.to_string(), "line": at.line, "column": at.column, "message": text.get(language) })
    });
    FindingJson {
        rule: finding.rule.id,
        level: finding.level.word(),
        message: finding.message(language),
        help: finding.known_help(language).unwrap_or_default(),
        key: finding.place.path.to_string(),
        line: shown.start.line,
        column: shown.start.column,
        end_line: shown.end.line,
        end_column: shown.end.column,
        related: related.collect(),
        facts: facts(finding, language),
        fixes: finding.fixes.iter().map(|fix| self::fix(fix, positions, language)).collect(),
        commands: CommandPrinter::new(linted, language).json(&finding.commands),
    }
}

/// The facts of a finding by name.
pub(super) fn facts(finding: &Finding, language: Language) -> Map<String, Value> {
    finding.args.iter().map(|(name, fact)| ((*name).to_owned(), value(fact, language))).collect()
}

/// Numbers stay numbers.
fn value(fact: &Arg, language: Language) -> Value {
    match fact {
        Arg::Count(n) => (*n).into(),
        Arg::Decimal(n) => (*n).into(),
        Arg::Money(money) => json!({ "amount": money.cents as f64 / 100.0, "currency": money.currency }),
        Arg::Share(share) => (share.0 as f64 / 1000.0).into(),
        Arg::Choice(word, _) => (*word).into(),
        Arg::Phrase(_, facts) => {
            let values: Map<_, _> =
                facts.iter().map(|(name, fact)| ((*name).to_owned(), value(fact, language))).collect();
            json!({ "text": fact.show(language), "facts": values })
        }
        Arg::List(facts) => facts.iter().map(|fact| value(fact, language)).collect(),
        other => other.show(language).into(),
    }
}

fn fix(fix: &Fix, positions: &Positions<'_>, language: Language) -> Value {
    let edits: Vec<Value> = fix.edits.iter().map(|edit| self::edit(edit, positions)).collect();
    json!({ "title": fix.title.get(language), "safe": fix.safe, "edits": edits })
}

fn edit(edit: &Edit, positions: &Positions<'_>) -> Value {
    let key = edit.path().to_string();
    match edit {
        Edit::Set { value, .. } => json!({ "set": key, "value": literal(value) }),
        Edit::Append { table, .. } => {
            let table: Map<String, Value> = table.iter().map(|(key, value)| (key.clone(), literal(value))).collect();
            json!({ "append": key, "value": table })
        }
        Edit::Remove { .. } => json!({ "remove": key }),
        Edit::Rename { to, .. } => json!({ "rename": key, "to": to }),
        Edit::Replace { bytes, text } => {
            let (start, end) = (positions.at(bytes.start), positions.at(bytes.end));
            let place =
                json!({ "line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column });
            json!({ "replace": place, "value": text })
        }
    }
}

fn literal(value: &Literal) -> Value {
    match value {
        Literal::Text(text) => text.as_str().into(),
        Literal::Integer(n) => (*n).into(),
        Literal::Float(n) => (*n).into(),
        Literal::Boolean(b) => (*b).into(),
        Literal::Day(day) => day.to_string().into(),
        Literal::Moment(day, clock) => format!("{day}T{clock}:00").into(),
        Literal::List(values) => values.iter().map(literal).collect(),
        Literal::Table(keys) => {
            keys.iter().map(|(key, value)| (key.clone(), literal(value))).collect::<Map<_, _>>().into()
        }
    }
}
