//! Findings as SARIF 2.1.0, for code scanning and editors: lines and columns from 1, columns in code points.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::command::CommandPrinter;
use super::explain::{plain, sections};
use super::{Linted, PathStyle, Shown};
use crate::finding::{Fix, Level};
use crate::language::Language;
use crate::render::indented;
use crate::rules::{self, Rule};
use crate::source::{Position, Positions, replacement};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Where this version of the program is explained; a build that is handed out is given it.
const HOME: Option<&str> = option_env!("QUN_HOMEPAGE");

/// A file of a report.
#[derive(Debug)]
pub struct Artifact {
    /// Its path, as the results name it.
    pub path: String,
    /// The score of the plan.
    pub score: u32,
    /// The language of its findings.
    pub language: Language,
}

/// What comes before the results of all files. They go out as they come, so that no more than a few files are held.
pub fn sarif_open() -> String {
    format!(
        "{{\n  \"$schema\": \"{SCHEMA}\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {{\n      \"columnKind\": \"unicodeCodePoints\",\n      \"results\": ["
    )
}

/// Writes the results of one file, with a comma behind all but the last; nothing where nothing was found.
pub fn sarif_file(linted: &Linted<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let positions = linted.positions();
    for (at, shown) in linted.shown(&positions).iter().enumerate() {
        out.write_all(if at == 0 { "        " } else { ",\n        " }.as_bytes())?;
        indented::write(&result(shown, linted, &positions, language), 4, &mut *out)?;
    }
    Ok(())
}

/// What comes after them; rules are described in `language`. `is_whole`: nothing that was asked for had to be left out.
pub fn sarif_close(artifacts: &[Artifact], language: Language, is_whole: bool) -> String {
    let rules: Vec<Value> = rules::all().iter().map(|rule| descriptor(rule, language)).collect();
    let artifact = |artifact: &Artifact| {
        json!({ "location": location(&artifact.path), "encoding": "UTF-8", "sourceLanguage": "toml",
            "properties": { "score": artifact.score, "language": artifact.language.tag() } })
    };
    let mut driver = json!({
        "name": "qun", "semanticVersion": env!("CARGO_PKG_VERSION"), "language": language.tag(), "rules": rules,
    });
    if let Some(home) = HOME {
        driver["informationUri"] = home.into();
    }
    let rest = pretty(&json!({
        "artifacts": artifacts.iter().map(artifact).collect::<Vec<_>>(),
        "invocations": [{ "executionSuccessful": is_whole }],
        "tool": { "driver": driver },
    }));
    let rest = rest.trim_start_matches('{').trim_end_matches("\n}").replace('\n', "\n    ");
    format!("\n      ],{rest}\n    }}\n  ]\n}}\n")
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("texts and numbers can be written")
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}

fn descriptor(rule: &Rule, language: Language) -> Value {
    let sections = sections(rule, language);
    let join = |form: fn(&str) -> String, mark: &str| {
        let parts = sections.iter().map(|(heading, text)| format!("{mark}{heading}\n\n{}", form(text)));
        parts.collect::<Vec<_>>().join("\n\n")
    };
    let (title, checks) = (rule.info.title.get(language), sections.first().map_or("", |(_, text)| text));
    json!({
        "id": rule.id(),
        "shortDescription": { "text": title },
        "fullDescription": { "text": plain(checks) },
        "help": { "text": join(plain, ""), "markdown": join(str::to_owned, "### ") },
        "defaultConfiguration": { "level": level(rule.info.level) },
        "properties": { "tags": [rule.topic()] },
    })
}

fn result(shown: &Shown<'_>, linted: &Linted<'_>, positions: &Positions<'_>, language: Language) -> Value {
    let finding = shown.finding;
    let (rule, key) = (finding.rule.id, finding.place.path.to_string());
    let message: Vec<String> =
        [Some(finding.message(language)), finding.known_help(language)].into_iter().flatten().collect();
    let mut result = json!({
        "ruleId": rule,
        "ruleIndex": rules::all().iter().position(|known| known.id() == rule),
        "level": level(finding.level),
        "message": { "text": message.join("\n") },
        "locations": [{ "physicalLocation": physical(linted, region(shown.start, shown.end)) }],
        // stays the same when lines are added above it
        "partialFingerprints": { "ruleAndKey/v1": format!("{rule} {key}") },
        "properties": {
            "facts": super::json::facts(finding, language),
            "commands": CommandPrinter::new(linted, language).json(&finding.commands),
        },
    });
    if !key.is_empty() {
        result["locations"][0]["logicalLocations"] = json!([{ "fullyQualifiedName": key, "kind": "property" }]);
    }
    let related: Vec<Value> = (finding.related.iter())
        .map(|(place, text)| {
            let bytes = linted.document.locate(place);
            let region = region(positions.at(bytes.start), positions.at(bytes.end));
            json!({ "physicalLocation": physical(linted, region), "message": { "text": text.get(language) } })
        })
        .collect();
    let fixes: Vec<Value> =
        finding.fixes.iter().filter_map(|fix| self::fix(fix, linted, positions, language)).collect();
    for (name, values) in [("relatedLocations", related), ("fixes", fixes)] {
        if !values.is_empty() {
            result[name] = values.into();
        }
    }
    result
}

/// What can be applied without asking; what is only a suggestion goes into the message.
fn fix(fix: &Fix, linted: &Linted<'_>, positions: &Positions<'_>, language: Language) -> Option<Value> {
    let (bytes, new) = fix.safe.then(|| replacement(linted.document, &fix.edits).ok())??;
    let deleted = region(positions.at(bytes.start), positions.at(bytes.end));
    Some(json!({
        "description": { "text": fix.title.get(language) },
        "artifactChanges": [{
            "artifactLocation": location(&linted.path),
            "replacements": [{ "deletedRegion": deleted, "insertedContent": { "text": new } }],
        }],
    }))
}

/// A relative path is below the root of the sources.
fn location(path: &str) -> Map<String, Value> {
    let uri = PathStyle::HERE.uri(path);
    let is_relative = !uri.starts_with("file:");
    let mut location = Map::new();
    location.insert("uri".to_owned(), uri.into());
    if is_relative {
        location.insert("uriBaseId".to_owned(), "%SRCROOT%".into());
    }
    location
}

fn physical(linted: &Linted<'_>, region: Value) -> Value {
    json!({ "artifactLocation": location(&linted.path), "region": region })
}

fn region(start: Position, end: Position) -> Value {
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}
