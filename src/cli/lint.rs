//! `qun lint`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{FailOn, Lint, LintFormat};
use super::exit::{DONE, FAILED, FOUND};
use super::failure::Failure;
use super::lint_files::{LintedFile, Linter};
use super::progress::ProgressMeter;
use super::session::Session;
use super::{deliver, out, plans};
use crate::language::{Language, Text};
use crate::render::{self, Artifact, FindingsBook, Linted, PlansTally, clean};
use crate::rules::{self, Selection};
use crate::source::{Document, Suggestion};

/// How many linted files are held in memory at once.
const AHEAD: usize = 64;

pub(crate) fn run(asked: &Lint, session: &Session) -> Result<u8, Failure> {
    let language = session.language();
    let levels = asked.level.iter().map(|(name, _)| name);
    for name in asked.select.iter().chain(&asked.ignore).chain(levels) {
        refuse_unknown_rule(name)?;
    }
    let (paths, others) = plans::find(&plan_paths(asked)?);
    if others > 0 {
        let words = Text::new(
            "跳过 {n} 个不是计划的 TOML 文件",
            "skipped {n|TOML file that is not a plan|TOML files that are not plans}",
        );
        out::message(&words.fill(language, |_| Some(others.to_string())));
    }
    if paths.is_empty() {
        let words = Text::new(
            "文件夹里没有计划（含 [community] 表的 .toml）",
            "no plans found (a plan is a .toml with a [community] table)",
        );
        return Err(Failure::new(words));
    }
    if asked.format == LintFormat::Html && paths.len() > 1 {
        let words = Text::new("一页只写一份计划的检查结果", "a page shows the findings of one plan");
        return Err(Failure::new(words).hint(Text::new("一份一份地检查", "lint one plan at a time")));
    }
    let mut total = Total::default();
    let mut report = ReportWriter::default();
    let selection = Selection::of(&asked.select, &asked.ignore, &asked.level);
    let progress = ProgressMeter::of(paths.len(), language);
    match asked.format {
        LintFormat::Json if !asked.diff => out::data(render::JSON_OPEN),
        LintFormat::Sarif if !asked.diff => out::data(&render::sarif_open()),
        _ => {}
    }
    let mut book: Option<(Language, FindingsBook)> = None;
    let linter = Linter { asked, selection: &selection, session };
    for chunk in paths.chunks(AHEAD) {
        let files: Vec<Result<LintedFile, Failure>> = match chunk {
            // one plan is linted here: starting threads costs more than it does
            [path] => vec![linter.lint(path)],
            _ => chunk.par_iter().map(|path| linter.lint(path)).collect(),
        };
        progress.aside(|| {
            for file in files {
                match file {
                    Ok(file) if asked.format == LintFormat::Html && !asked.diff => {
                        total.add(&file, asked.fail_on);
                        file.beside.iter().for_each(|table| total.count(table, asked.fail_on));
                        if let Err(error) = show_page(&file, session) {
                            out::failure(&error, file.language);
                            total.failed_to_run = true;
                        }
                    }
                    Ok(file) if asked.format == LintFormat::Xlsx && !asked.diff => {
                        if let Some(error) = &file.without_holidays {
                            out::failure(error, file.language);
                        }
                        total.add(&file, asked.fail_on);
                        file.beside.iter().for_each(|table| total.count(table, asked.fail_on));
                        let (_, book) = book.get_or_insert_with(|| (file.language, FindingsBook::default()));
                        linted_files(&file, |linted| linted.iter().for_each(|linted| book.add(linted, file.language)));
                    }
                    Ok(mut file) => {
                        let beside = std::mem::take(&mut file.beside);
                        if let Some(error) = &file.without_holidays {
                            out::failure(error, file.language);
                        }
                        total.add(&file, asked.fail_on);
                        show(&file, linter, &mut report);
                        for table in beside {
                            total.count(&table, asked.fail_on);
                            show(&table, linter, &mut report);
                        }
                    }
                    Err(error) => {
                        out::failure(&error, language);
                        total.failed_to_run = true;
                    }
                }
            }
        });
        progress.advance(chunk.len());
    }
    progress.end();
    match asked.format {
        LintFormat::Json if !asked.diff => out::data(render::JSON_CLOSE),
        LintFormat::Sarif if !asked.diff => {
            let language = report.artifacts.first().map_or(language, |artifact| artifact.language);
            out::data(&render::sarif_close(&report.artifacts, language, !total.failed_to_run));
        }
        LintFormat::Xlsx if !asked.diff => {
            let (language, book) = book.unwrap_or_else(|| (language, FindingsBook::default()));
            deliver::to_output(&book.finish(session.today_here(), language).map_err(anyhow::Error::from)?)?;
        }
        LintFormat::Human if total.tally.len() > 1 && !asked.diff => {
            let Total { tally, found, .. } = &total;
            out::styled(&tally.tables(language, session.width(), session.ascii));
            out::styled(&render::total(tally.len(), *found, tally.mean(), language));
        }
        _ => {}
    }
    Ok(match (total.failed_to_run, total.found) {
        (true, _) => FAILED,
        (false, 0) => DONE,
        (false, _) => FOUND,
    })
}

/// The report so far.
#[derive(Default)]
struct ReportWriter {
    /// Whether its list has something already, so that a comma comes before the next.
    is_begun: bool,
    /// The files of SARIF.
    artifacts: Vec<Artifact>,
}

impl ReportWriter {
    /// Puts something into the list.
    fn add(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        let comma = if self.is_begun { ",\n" } else { "\n" };
        self.is_begun = true;
        out::in_pieces(out::data, |out| {
            out.write_all(comma.as_bytes())?;
            write(out)
        });
    }
}

/// Shows what was found in a file.
fn show(file: &LintedFile, linter: Linter<'_>, report: &mut ReportWriter) {
    let Linter { asked, session, .. } = linter;
    let message = |text: Text| {
        let fill = |name: &str| Some(if name == "path" { clean(&file.path) } else { file.fixed.to_string() });
        out::message(&text.fill(file.language, fill));
    };
    match (asked.diff, file.fixed) {
        (true, 0) => return message(Text::new("{path}：没有能自动改的", "{path}: nothing to fix automatically")),
        (true, _) => return show_diff(file, session),
        (false, 0) => {}
        (false, _) => message(Text::new("{path}：改好了 {n} 处", "{path}: {n} fixed")),
    }
    // a fixed plan goes where it came from: to the pipe
    let is_piped = asked.fix && file.is_input;
    if is_piped {
        out::data(&file.text);
    }
    let write = |out: &mut dyn Write| match &file.shown {
        Some(shown) => out.write_all(shown.as_bytes()),
        None => linted_files(file, |linted| linter.show(&linted[0], file.language, out)),
    };
    match asked.format {
        LintFormat::Json => report.add(write),
        LintFormat::Sarif => {
            if !file.outcome.findings.is_empty() {
                report.add(write);
            }
            let (path, score, language) = (file.path.clone(), file.outcome.score, file.language);
            report.artifacts.push(Artifact { path, score, language });
        }
        _ if is_piped => {
            let mut shown = Vec::new();
            // a vector takes everything
            let _ = write(&mut shown);
            out::message(String::from_utf8_lossy(&shown).trim_end());
        }
        LintFormat::Html | LintFormat::Xlsx => {}
        LintFormat::Github => out::in_pieces(out::data, write),
        LintFormat::Human | LintFormat::Concise => out::in_pieces(out::styled, write),
    }
}

/// What was found in a plan and beside it, as a page.
fn show_page(file: &LintedFile, session: &Session) -> Result<(), Failure> {
    let own = session.page_templates(Path::new(&file.path));
    out::data(&linted_files(file, |linted| render::lint_html(linted, &own, file.language))?);
    Ok(())
}

/// Does something with what was found in a plan and beside it.
fn linted_files<T>(file: &LintedFile, with: impl FnOnce(&[Linted<'_>]) -> T) -> T {
    let files: Vec<&LintedFile> = std::iter::once(file).chain(&file.beside).collect();
    let mut buffers = vec![String::new(); files.len()];
    let documents: Vec<Document<'_>> =
        files.iter().zip(&mut buffers).map(|(file, buffer)| Document::parse(&file.text, buffer)).collect();
    let linted: Vec<Linted<'_>> = (files.iter().zip(&documents).enumerate())
        .map(|(at, (file, document))| Linted {
            path: file.path.clone(),
            is_plan: at == 0,
            document,
            outcome: &file.outcome,
        })
        .collect();
    with(&linted)
}

fn show_diff(file: &LintedFile, session: &Session) {
    // coloured for people, byte for byte for a program that patches
    match session.width() {
        Some(_) => out::styled(&render::diff(&file.path, &file.before, &file.text)),
        None => out::data(&render::patch(&file.path, &file.before, &file.text)),
    }
}

/// The plans that were named; by default the one here, or standard input when it has a name.
fn plan_paths(asked: &Lint) -> Result<Vec<PathBuf>, Failure> {
    let is_input = |path: &PathBuf| path.as_os_str() == "-";
    match (asked.plans.as_slice(), &asked.stdin_filename) {
        ([], None) => Ok(vec![PathBuf::from(plans::STANDARD)]),
        ([], Some(_)) => Ok(vec![PathBuf::from("-")]),
        (plans, Some(_)) if !plans.iter().any(is_input) => {
            let words = Text::new("--stdin-filename 要和 - 一起用", "--stdin-filename needs - as the plan");
            Err(Failure::new(words))
        }
        (plans, _) => Ok(plans.to_vec()),
    }
}

/// Refuses an unknown rule or topic: a typo in CI would look like a clean plan.
fn refuse_unknown_rule(name: &str) -> Result<(), Failure> {
    if rules::all().iter().any(|rule| rule.is_named(name)) {
        return Ok(());
    }
    let words = Text::new("没有叫“{name}”的规则或主题", "there is no rule or topic \"{name}\"");
    let failure = Failure::of(words, [("name", &name)]);
    let near: Vec<String> = rules::nearest(name).into_iter().map(str::to_owned).collect();
    Err(match near.is_empty() {
        true => failure.hint(Text::new("用 qun rules 看全部", "qun rules lists all of them")),
        false => failure.suggest(Suggestion::Near(near)),
    })
}

/// The outcome over all files.
#[derive(Default)]
struct Total {
    tally: PlansTally,
    found: usize,
    failed_to_run: bool,
}

impl Total {
    fn add(&mut self, file: &LintedFile, FailOn(limit): FailOn) {
        self.failed_to_run |= file.without_holidays.is_some();
        self.tally.add(&file.path, &file.outcome);
        self.count(file, FailOn(limit));
    }

    /// Counts a file that is no plan of its own.
    fn count(&mut self, file: &LintedFile, FailOn(limit): FailOn) {
        self.found += usize::from(limit.is_some_and(|limit| file.outcome.worst().is_some_and(|worst| worst >= limit)));
    }
}
