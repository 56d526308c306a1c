//! `qun lint`.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{FailOn, Lint, LintFormat};
use super::session::Session;
use super::{DONE, FAILED, FOUND, files, out, plans};
use crate::finding::Level;
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::plan::{Reading, read};
use crate::render::{self, Linted, Manner};
use crate::rules::{self, Options, Outcome, lint};
use crate::source::Document;

/// How many files are held in memory at once.
const CHUNK: usize = 64;

pub(crate) fn run(asked: &Lint, session: &Session) -> anyhow::Result<u8> {
    let language = session.language();
    let levels = asked.level.iter().map(|(name, _)| name);
    for name in asked.select.iter().chain(&asked.ignore).chain(levels) {
        known(name, language)?;
    }
    let (paths, others) = plans::find(&given(asked, language)?);
    if others > 0 {
        let words = Text::new("跳过 {n} 个不是计划的 TOML 文件", "{n} TOML files that are no plans were left out");
        out::talk(&words.fill(language, |_| Some(others.to_string())));
    }
    if paths.is_empty() {
        let words = Text::new(
            "文件夹里没有计划（含 [community] 表的 .toml）",
            "no plans there (a .toml with a [community] table)",
        );
        anyhow::bail!(words.get(language));
    }
    let mut total = Total::default();
    let mut reports = Vec::new();
    for chunk in paths.chunks(CHUNK) {
        // one plan is linted here: threads would cost more than it does
        let files: Vec<anyhow::Result<File>> = match chunk {
            [path] => vec![one(path, asked, session)],
            _ => chunk.par_iter().map(|path| one(path, asked, session)).collect(),
        };
        for file in files {
            match file {
                Ok(file) => {
                    total.add(&file, asked.fail_on);
                    match asked.format {
                        LintFormat::Json | LintFormat::Sarif => reports.push(file),
                        LintFormat::Github => out::data(&file.shown),
                        LintFormat::Human | LintFormat::Concise => out::styled(&file.shown),
                    }
                }
                Err(error) => {
                    out::error(&error, language);
                    total.failed_to_run = true;
                }
            }
        }
    }
    match asked.format {
        LintFormat::Json => whole(&reports, render::json),
        LintFormat::Sarif => {
            let language = reports.first().map_or(language, |file| file.language);
            whole(&reports, |files| render::sarif(files, language, !total.failed_to_run));
        }
        LintFormat::Human if total.files > 1 => {
            out::styled(&render::total(total.files, total.found, total.scores / total.files.max(1) as u32, language));
        }
        _ => {}
    }
    Ok(match (total.failed_to_run, total.found) {
        (true, _) => FAILED,
        (false, 0) => DONE,
        (false, _) => FOUND,
    })
}

/// The plans that were named; none: the one here, or standard input when it is given a name.
fn given(asked: &Lint, language: Language) -> anyhow::Result<Vec<PathBuf>> {
    let is_input = |path: &PathBuf| path.as_os_str() == "-";
    match (asked.plans.as_slice(), &asked.stdin_filename) {
        ([], None) => Ok(vec![PathBuf::from("community.toml")]),
        ([], Some(_)) => Ok(vec![PathBuf::from("-")]),
        (plans, Some(_)) if !plans.iter().any(is_input) => {
            let words = Text::new("--stdin-filename 要和 - 一起用", "--stdin-filename goes with -");
            Err(anyhow::anyhow!(words.get(language)))
        }
        (plans, _) => Ok(plans.to_vec()),
    }
}

/// A rule or a topic must be one: a slip in CI would look like a clean plan.
fn known(name: &str, language: Language) -> anyhow::Result<()> {
    if rules::all().iter().any(|rule| rule.is_named(name)) {
        return Ok(());
    }
    let words = Text::new("没有叫“{name}”的规则或主题", "there is no rule or topic \"{name}\"");
    let near = rules::nearest(name);
    let more = if near.is_empty() {
        Text::new("用 qun rules 看全部", "see all with qun rules").get(language).to_owned()
    } else {
        let separator = Text::new("、", ", ").get(language);
        format!("{}{}", Text::new("是不是：", "did you mean: ").get(language), near.join(separator))
    };
    Err(anyhow::anyhow!(more).context(words.fill(language, |_| Some(name.to_owned()))))
}

/// What became of all files.
#[derive(Default)]
struct Total {
    files: usize,
    found: usize,
    scores: u32,
    failed_to_run: bool,
}

impl Total {
    fn add(&mut self, file: &File, fail_on: FailOn) {
        let limit = match fail_on {
            FailOn::Error => Some(Level::Error),
            FailOn::Warning => Some(Level::Warning),
            FailOn::Advice => Some(Level::Advice),
            FailOn::Never => None,
        };
        self.files += 1;
        self.scores += file.outcome.score;
        self.found += usize::from(limit.is_some_and(|limit| file.outcome.worst().is_some_and(|worst| worst >= limit)));
    }
}

/// One file, linted.
struct File {
    path: String,
    text: String,
    outcome: Outcome,
    language: Language,
    /// The findings as people read them; empty for other forms.
    shown: String,
}

fn one(path: &Path, asked: &Lint, session: &Session) -> anyhow::Result<File> {
    let text = files::read(path, session.language())?;
    let path = asked.stdin_filename.as_deref().filter(|_| path.as_os_str() == "-").unwrap_or(path);
    let library = session.library(path);
    let mut room = String::new();
    let document = Document::parse(&text, &mut room);
    let reading: Reading = read(&document, &library);
    let language = session.language_of(&reading.plan);
    let own = plans::holidays(&reading.plan, path, language);
    let holidays = own.as_ref().map_or(Holidays::none(), |own| own.get());
    let mut options = Options::new(session.today(&reading.plan), holidays);
    options.select.clone_from(&asked.select);
    options.ignore.clone_from(&asked.ignore);
    options.levels.clone_from(&asked.level);
    let outcome = lint(&reading, &library, &options);
    if let Err(error) = &own {
        out::error(error, language);
    }
    let is_of_repository = matches!(asked.format, LintFormat::Sarif | LintFormat::Github);
    let path = if is_of_repository { files::from_here(path) } else { path.to_owned() };
    let path = path.display().to_string();
    let linted = Linted { path: path.clone(), document: &document, outcome: &outcome };
    let manner = Manner { max: asked.max, verbose: asked.verbose, ascii: session.ascii };
    let mut shown = match asked.format {
        LintFormat::Json | LintFormat::Sarif => String::new(),
        LintFormat::Github => render::github(&linted, language),
        LintFormat::Concise => render::concise(&linted, language),
        LintFormat::Human => render::human(&linted, language, &manner),
    };
    if asked.coverage && matches!(asked.format, LintFormat::Human | LintFormat::Concise) {
        shown.push('\n');
        shown.push_str(&render::coverage(&outcome.coverage, language, session.width(), session.ascii));
    }
    Ok(File { path, text, outcome, language, shown })
}

/// Prints a form that holds all files at once.
fn whole(files: &[File], form: impl FnOnce(&[(Linted<'_>, Language)]) -> String) {
    let mut rooms: Vec<String> = files.iter().map(|_| String::new()).collect();
    let documents: Vec<Document<'_>> =
        files.iter().zip(&mut rooms).map(|(file, room)| Document::parse(&file.text, room)).collect();
    let linted: Vec<(Linted<'_>, Language)> = (files.iter().zip(&documents))
        .map(|(file, document)| (Linted { path: file.path.clone(), document, outcome: &file.outcome }, file.language))
        .collect();
    out::data(&form(&linted));
}
