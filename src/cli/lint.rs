//! `qun lint`.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{FailOn, Lint, LintFormat};
use super::files::{self, Over};
use super::init::quoted;
use super::progress::Progress;
use super::session::Session;
use super::{DONE, FAILED, FOUND, mend, out, plans};
use crate::finding::Level;
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{Reading, read};
use crate::render::{self, Linted, Manner, Tally, clean};
use crate::rules::{self, Check, Choice, Options, Outcome, lint};
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
        let words = Text::new(
            "跳过 {n} 个不是计划的 TOML 文件",
            "{n|TOML file that is no plan was|TOML files that are no plans were} left out",
        );
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
    let choice = Choice::of(&asked.select, &asked.ignore, &asked.level);
    let progress = Progress::of(paths.len(), language);
    if asked.format == LintFormat::Json && !asked.diff {
        out::data(render::JSON_OPEN);
    }
    for chunk in paths.chunks(CHUNK) {
        // one plan is linted here: threads would cost more than it does
        let files: Vec<anyhow::Result<File>> = match chunk {
            [path] => vec![one(path, asked, &choice, session)],
            _ => chunk.par_iter().map(|path| one(path, asked, &choice, session)).collect(),
        };
        progress.aside(|| {
            for file in files {
                match file {
                    Ok(file) => {
                        total.add(&file, asked.fail_on);
                        show(file, asked, session, (total.tally.len(), &mut reports));
                    }
                    Err(error) => {
                        out::error(&error, language);
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
        LintFormat::Sarif => {
            let language = reports.first().map_or(language, |file| file.language);
            whole(&reports, |files| render::sarif(files, language, !total.failed_to_run));
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

/// Shows what was found in a file, the nth, or keeps it for a form that holds all files.
fn show(file: File, asked: &Lint, session: &Session, (nth, reports): (usize, &mut Vec<File>)) {
    let talk = |text: Text| {
        let fill = |name: &str| Some(if name == "path" { clean(&file.path) } else { file.mended.to_string() });
        out::talk(&text.fill(file.language, fill));
    };
    match (asked.diff, file.mended) {
        (true, 0) => talk(Text::new("{path}：没有能自动改的", "{path}: nothing can be mended without asking")),
        (true, _) => return show_diff(&file, session),
        (false, 0) => {}
        (false, _) => talk(Text::new("{path}：改好了 {n} 处", "{path}: {n} mended")),
    }
    // what was mended goes where the plan came from: to the pipe
    let is_piped = asked.fix && file.is_input;
    if is_piped {
        out::data(&file.text);
    }
    match asked.format {
        LintFormat::Sarif => reports.push(file),
        LintFormat::Json => {
            out::data(if nth > 1 { ",\n" } else { "\n" });
            out::data(&file.shown);
        }
        _ if is_piped => out::talk(file.shown.trim_end()),
        LintFormat::Github => out::data(&file.shown),
        LintFormat::Human | LintFormat::Concise => out::styled(&file.shown),
    }
}

fn show_diff(file: &File, session: &Session) {
    // coloured for people, byte for byte for a program that patches
    match session.width() {
        Some(_) => out::styled(&render::diff(&file.path, &file.before, &file.text)),
        None => out::data(&render::patch(&file.path, &file.before, &file.text)),
    }
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
    tally: Tally,
    found: usize,
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
        self.failed_to_run |= file.lacks_holidays;
        self.tally.add(&file.path, &file.outcome);
        self.found += usize::from(limit.is_some_and(|limit| file.outcome.worst().is_some_and(|worst| worst >= limit)));
    }
}

/// One file, linted.
struct File {
    path: String,
    /// Whether it came from standard input.
    is_input: bool,
    /// As it was read.
    before: String,
    /// As it is after mending.
    text: String,
    /// How many findings were mended, or would be.
    mended: usize,
    outcome: Outcome,
    language: Language,
    /// The findings as people read them; empty for other forms.
    shown: String,
    /// Whether its days off could not be read.
    lacks_holidays: bool,
}

/// What lint says of a text that stands at a path.
struct Judged {
    outcome: Outcome,
    language: Language,
    /// The findings in the form asked for; empty for a form that holds all files.
    shown: String,
    /// Why the plan's own holidays could not be read.
    without_holidays: Option<anyhow::Error>,
}

fn judge(text: &str, path: &Path, library: &Library, asked: &Lint, choice: &Choice, session: &Session) -> Judged {
    let mut room = String::new();
    let document = Document::parse(text, &mut room);
    let reading: Reading = read(&document, library);
    let language = session.language_of(&reading.plan);
    let own = plans::holidays(&reading.plan, path, language);
    let holidays = own.as_ref().map_or(Holidays::none(), |own| own.get());
    let mut options = Options::new(session.today(&reading.plan), holidays);
    options.choice.clone_from(choice);
    options.has_coverage = asked.coverage || asked.format == LintFormat::Json;
    let outcome = lint(&reading, library, &options);
    let linted =
        Linted { path: of_report(path, asked.format).display().to_string(), document: &document, outcome: &outcome };
    let shown = if asked.diff { String::new() } else { shown(&linted, language, asked, session) };
    Judged { outcome, language, shown, without_holidays: own.err() }
}

/// How a report names a file: what belongs to a repository, from its root.
fn of_report(path: &Path, format: LintFormat) -> PathBuf {
    match format {
        LintFormat::Sarif | LintFormat::Github => files::from_here(path),
        _ => path.to_owned(),
    }
}

fn one(path: &Path, asked: &Lint, choice: &Choice, session: &Session) -> anyhow::Result<File> {
    let before = files::read(path, session.language())?;
    let is_input = path.as_os_str() == "-";
    let path = asked.stdin_filename.as_deref().filter(|_| is_input).unwrap_or(path);
    let library = session.library(path);
    let judge = |text: &str| self::judge(text, path, &library, asked, choice, session);
    let (text, mended) = if asked.fix || asked.diff {
        mend::mended(&before, |text| judge(text).outcome.findings)
    } else {
        (before.clone(), 0)
    };
    if asked.fix && !is_input && text != before {
        files::write(path, &text, Over::Anything, session.language())?;
    }
    // a diff changes nothing: what is found is still there
    let Judged { outcome, language, shown, without_holidays } = judge(if asked.diff { &before } else { &text });
    if let Some(error) = &without_holidays {
        out::error(error, language);
    }
    let path = of_report(path, asked.format).display().to_string();
    let lacks_holidays = without_holidays.is_some();
    Ok(File { path, is_input, before, text, mended, outcome, language, shown, lacks_holidays })
}

/// The findings of a file in a form that holds one file.
fn shown(linted: &Linted<'_>, language: Language, asked: &Lint, session: &Session) -> String {
    let manner = Manner { max: asked.max, verbose: asked.verbose, ascii: session.ascii, plain: out::is_plain() };
    let mut shown = match asked.format {
        LintFormat::Sarif => return String::new(),
        LintFormat::Json => return render::json_file(linted, language),
        LintFormat::Github => return render::github(linted, language),
        LintFormat::Concise => render::concise(linted, language),
        LintFormat::Human => render::human(linted, language, &manner) + &offer(linted, language),
    };
    if asked.coverage {
        shown.push('\n');
        shown.push_str(&render::coverage(&linted.outcome.coverage, language, session.width(), session.ascii));
    }
    shown
}

/// The interview asks for what is missing, where nothing is wrong with what is there.
fn offer(linted: &Linted<'_>, language: Language) -> String {
    let is_absence =
        |id: &str| rules::find(id).is_some_and(|rule| matches!(rule.check, Check::Missing | Check::Incomplete));
    let findings = &linted.outcome.findings;
    let is_wrong = findings.iter().any(|finding| finding.level == Level::Error);
    if linted.path == "-" || is_wrong || !findings.iter().any(|finding| is_absence(finding.rule.id)) {
        return String::new();
    }
    let words = Text::new(
        "  一问一答地补上缺的：qun init {plan}\n",
        "  answer what is missing, question by question: qun init {plan}\n",
    );
    words.fill(language, |_| Some(clean(&quoted(&linted.path))))
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
