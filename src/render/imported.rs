//! What was read from tables and calendars: what is added, what the plan has already, what was not understood and why.

use serde::Serialize;

use super::clean::clean;
use crate::amend::{ImportEffect, MissingName, NameUse};
use crate::import::{ImportProblem, ImportedItem};
use crate::language::{Language, Text};

/// Problems that are listed for a person.
const LISTED: usize = 40;
/// More of one reason are shown as one line.
const ALIKE: usize = 3;
/// Names of one kind that are listed.
const NAMES: usize = 12;

/// What is added, kind by kind, and how much the plan had already.
pub fn import_summary(effect: &ImportEffect<'_>, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    let comma = Text::new("、", ", ").get(language);
    let mut kinds: Vec<(&str, Vec<String>)> = Vec::new();
    for (kind, id, title) in &effect.added {
        let name = clean(title.as_deref().unwrap_or(id));
        match kinds.iter_mut().find(|(known, _)| *known == kind.name.get(language)) {
            Some((_, names)) => names.push(name),
            None => kinds.push((kind.name.get(language), vec![name])),
        }
    }
    for (kind, mut names) in kinds {
        let count = names.len();
        names.dedup();
        let more = names.len() > NAMES;
        names.truncate(NAMES);
        let words = Text::new("+ {kind} {n}：{names}", "+ {kind} ({n}): {names}");
        let names = names.join(comma) + if more { "…" } else { "" };
        lines.push(words.fill(language, |fact| {
            Some(match fact {
                "kind" => kind.to_owned(),
                "n" => count.to_string(),
                _ => names.clone(),
            })
        }));
    }
    let count = |n: usize, words: Text| (n > 0).then(|| words.fill(language, |_| Some(n.to_string())));
    lines.extend(count(
        effect.changes,
        Text::new("+ 单次的取消和改期 {n} 处", "+ {n|cancelled or moved date|cancelled and moved dates}"),
    ));
    lines.extend(count(
        effect.known.len(),
        Text::new("{n} 项计划里已经有了，没有动", "{n|item|items} in the plan already, left unchanged"),
    ));
    lines
}

/// Where, what is written there, why it was not taken in: a line each; of many with one reason, one line.
pub fn import_problems(problems: &[ImportProblem], language: Language) -> Vec<String> {
    let alike = |problem: &ImportProblem| problems.iter().filter(|other| other.why == problem.why).count() > ALIKE;
    let mut lines: Vec<String> =
        problems.iter().filter(|problem| !alike(problem)).map(|problem| import_problem(problem, language)).collect();
    for (at, problem) in problems.iter().enumerate().filter(|(_, problem)| alike(problem)) {
        if problems[..at].iter().all(|earlier| earlier.why != problem.why) {
            let same: Vec<&ImportProblem> = problems.iter().filter(|other| other.why == problem.why).collect();
            lines.push(problems_alike(&same, language));
        }
    }
    if lines.len() > LISTED {
        let more = Text::new("还有 {n} 处；--format json 列出全部", "and {n} more; --format json lists them all");
        let left = more.fill(language, |_| Some((lines.len() - LISTED).to_string()));
        lines.truncate(LISTED);
        lines.push(left);
    }
    lines
}

/// `rows 3, 4, 5 … (12): why`
fn problems_alike(problems: &[&ImportProblem], language: Language) -> String {
    let comma = Text::new("、", ", ").get(language);
    let mut rows: Vec<String> = problems.iter().take(6).map(|problem| problem.place.row.to_string()).collect();
    if problems.len() > rows.len() {
        rows.push("…".to_owned());
    }
    let words =
        Text::new("第 {rows} 行（共 {n} 处，如“{cell}”）：{why}", "rows {rows} ({n}, such as \"{cell}\"): {why}");
    words.fill(language, |fact| {
        Some(match fact {
            "rows" => rows.join(comma),
            "n" => problems.len().to_string(),
            "cell" => problems.first().map(|problem| clean(&problem.cell)).unwrap_or_default(),
            _ => problems.first().map(|problem| problem.why.get(language).to_owned()).unwrap_or_default(),
        })
    })
}

/// Where, what is written there, why it was not taken in.
pub fn import_problem(problem: &ImportProblem, language: Language) -> String {
    let place = &problem.place;
    let sheet = place.sheet.as_deref().map(|sheet| format!("{}{}", clean(sheet), Text::new(" ", ", ").get(language)));
    let column = problem
        .column
        .as_deref()
        .map(|column| Text::new("“{column}”列", ", column \"{column}\"").fill(language, |_| Some(clean(column))));
    let words = Text::new("{sheet}第 {row} 行{column}“{cell}”：{why}", "{sheet}row {row}{column}: \"{cell}\": {why}");
    words.fill(language, |fact| {
        Some(match fact {
            "sheet" => sheet.clone().unwrap_or_default(),
            "row" => place.row.to_string(),
            "column" => column.clone().unwrap_or_default(),
            "cell" => clean(&problem.cell),
            _ => problem.why.get(language).to_owned(),
        })
    })
}

/// A name that the plan does not have, as a question begins.
pub fn missing_name(name: &MissingName, language: Language) -> String {
    let words = match name.of {
        NameUse::Holder => {
            Text::new("成员里没有“{name}”（提到 {n} 次）", "\"{name}\" is not in the team ({n|mention|mentions})")
        }
        NameUse::Channel => {
            Text::new("没有“{name}”这个渠道（提到 {n} 次）", "there is no channel \"{name}\" ({n|mention|mentions})")
        }
        NameUse::Place => {
            Text::new("没有“{name}”这个地点（提到 {n} 次）", "there is no place \"{name}\" ({n|mention|mentions})")
        }
        NameUse::Role => {
            Text::new("没有“{name}”这个角色（提到 {n} 次）", "there is no role \"{name}\" ({n|mention|mentions})")
        }
    };
    words.fill(language, |fact| Some(if fact == "n" { name.uses.to_string() } else { clean(&name.name) }))
}

/// The whole for programs. Version 1 is frozen: fields may be added, none is renamed, removed or changed in type.
#[derive(Debug, Serialize)]
struct ImportReport<'r> {
    /// Always 1.
    version: u32,
    /// Whether the plan was written.
    written: bool,
    /// What is added, in the order of the plan.
    added: Vec<AddedElement<'r>>,
    /// How many dates are cancelled or moved.
    changes: usize,
    /// Titles of what the plan has already.
    known: Vec<&'r str>,
    /// What was not taken in.
    problems: Vec<ProblemEntry<'r>>,
    /// The difference of the two calendars, as edits print it.
    calendar: serde_json::Value,
}

#[derive(Debug, Serialize)]
struct AddedElement<'r> {
    kind: &'r str,
    id: &'r str,
    title: Option<&'r str>,
}

#[derive(Debug, Serialize)]
struct ProblemEntry<'r> {
    /// The sheet, or the file where there are several.
    sheet: Option<&'r str>,
    /// The row of a table, or the line of a calendar; from 1.
    row: usize,
    /// The header of the column.
    column: Option<&'r str>,
    /// What is written there.
    text: &'r str,
    /// Why it was not taken in.
    why: &'static str,
}

/// What an import did, for programs; `calendar` is the difference that edits print.
pub fn import_json(
    effect: &ImportEffect<'_>,
    items: &[ImportedItem],
    problems: &[ImportProblem],
    (written, calendar): (bool, &str),
    language: Language,
) -> String {
    let report = ImportReport {
        version: 1,
        written,
        added: (effect.added.iter())
            .map(|(kind, id, title)| AddedElement { kind: kind.word, id, title: title.as_deref() })
            .collect(),
        changes: effect.changes,
        known: effect.known.iter().filter_map(|at| items.get(*at)).map(|item| item.title.as_str()).collect(),
        problems: (problems.iter())
            .map(|problem| ProblemEntry {
                sheet: problem.place.sheet.as_deref(),
                row: problem.place.row,
                column: problem.column.as_deref(),
                text: &problem.cell,
                why: problem.why.get(language),
            })
            .collect(),
        calendar: serde_json::from_str(calendar).unwrap_or_default(),
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers are JSON") + "\n"
}
