//! One plan file linted for `qun lint`: read, fixed where that is asked for, checked, its findings shown as text.
//!
//! Must not print: everything is handed back, so that many files come out in their order.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::{Lint, LintFormat};
use super::failure::Failure;
use super::files;
use super::session::Session;
use super::{out, plans, readings_file, roster_file, write};
use crate::amend;
use crate::finding::{Finding, LISTED, Level};
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{Reading, read_listing};
use crate::planned::with_derived_readings;
use crate::records::read_readings;
use crate::render::quoted_path;
use crate::render::{self, HumanOptions, Linted, clean};
use crate::rules::{self, Check, LintOptions, LintOutcome, Selection, lint_last};
use crate::source::Document;

/// From so many bytes on a file is large: its tree is parsed twice rather than kept while its findings are made, and their
/// text is never held as a whole.
const LARGE: usize = 1 << 18;

/// How files are linted.
#[derive(Clone, Copy)]
pub(crate) struct Linter<'a> {
    pub asked: &'a Lint,
    pub selection: &'a Selection,
    pub session: &'a Session,
}

/// One file, linted.
pub(crate) struct LintedFile {
    pub path: String,
    /// Whether it came from standard input.
    pub is_input: bool,
    /// As it was read, where a diff of it is asked for.
    pub before: String,
    /// As it is after fixing.
    pub text: String,
    /// How many findings were fixed, or would be.
    pub fixed: usize,
    pub outcome: LintOutcome,
    pub language: Language,
    /// The findings in a form that holds one file; of a large file, and for a form that holds more, they are written when
    /// they are wanted.
    pub shown: Option<String>,
    /// Why its days off could not be read.
    pub without_holidays: Option<Failure>,
    /// The roster and the readings beside a plan, where something is found in them.
    pub beside: Vec<Self>,
}

impl Linter<'_> {
    /// Lints a file.
    pub(crate) fn lint(self, path: &Path) -> Result<LintedFile, Failure> {
        let Self { asked, session, .. } = self;
        let mut before = files::read(path, session.language())?;
        let is_input = path.as_os_str() == "-";
        let path = asked.stdin_filename.as_deref().filter(|_| is_input).unwrap_or(path);
        let library = session.library(path);
        let find = |text: &str| -> Vec<Finding> {
            let mut buffer = String::new();
            // all that can be fixed is
            let reading = read_listing(&Document::parse(text, &mut buffer), &library, usize::MAX);
            self.check(path, reading, &library).0.findings
        };
        let (mut text, mut fixed) = match asked.fix || asked.diff {
            true => amend::fixed(&before, find),
            false => (std::mem::take(&mut before), 0),
        };
        // where another program writes it meanwhile, that text is fixed too
        while asked.fix && !is_input && text != before && !write::replace(path, &before, &text, session)? {
            before = files::read(path, session.language())?;
            (text, fixed) = amend::fixed(&before, find);
        }
        // a diff changes nothing: what is found is still there
        let mut buffer = String::new();
        let document = Document::parse(if asked.diff { &before } else { &text }, &mut buffer);
        let mut reading = read_listing(&document, &library, self.most());
        let document = (text.len() < LARGE).then_some(document);
        let language = session.language_of(&reading.plan);
        let roster = if is_input { None } else { roster_file::read(path, language)? };
        let readings = if is_input { None } else { self.readings(path, language)? };
        let today = session.today(&reading.plan);
        let in_roster = roster.as_ref().map(|(.., roster)| rules::lint_roster(roster, &reading, today, self.selection));
        reading.index.roster = roster.as_ref().map(|(.., read)| read.roster.clone()).unwrap_or_default();
        if !is_input {
            reading.index.readings = with_derived_readings(&reading.plan, readings_file::current(path, language)?);
        }
        let allows_outside = self.session.allows_outside;
        let files = plans::holiday_files(&reading.plan, path, allows_outside);
        let without_files = files.map(|files| reading.index.holiday_files = files).err();
        let (outcome, without_holidays) = self.check(path, reading, &library);
        let without_holidays = without_holidays.or(without_files);
        let path = self.reported_path(path).display().to_string();
        let shown = document.as_ref().and_then(|document| {
            self.shown(&Linted { path: path.clone(), is_plan: true, document, outcome: &outcome }, language)
        });
        let roster = roster.zip(in_roster).map(|((path, text, _), found)| (path, text, found));
        let beside = roster.into_iter().chain(readings);
        let beside =
            beside.filter_map(|(path, text, found)| self.beside(&path, text, found, &outcome, language)).collect();
        Ok(LintedFile { path, is_input, before, text, fixed, outcome, language, shown, without_holidays, beside })
    }

    /// As many findings of one rule are listed.
    fn most(self) -> usize {
        if self.asked.all { usize::MAX } else { LISTED }
    }

    /// The readings beside a plan, with what is found in them.
    fn readings(self, plan: &Path, language: Language) -> Result<Option<(PathBuf, String, Vec<Finding>)>, Failure> {
        let Some(path) = readings_file::path_of(plan) else { return Ok(None) };
        let Some(text) = readings_file::read(&path, language)? else { return Ok(None) };
        let found = rules::lint_readings(&read_readings(&text), self.selection);
        Ok(Some((path, text, found)))
    }

    /// What is found in a table beside a plan; none where nothing is, or a diff of the plan is asked for.
    fn beside(
        self,
        path: &Path,
        text: String,
        findings: Vec<Finding>,
        plan: &LintOutcome,
        language: Language,
    ) -> Option<LintedFile> {
        if findings.is_empty() || self.asked.diff {
            return None;
        }
        let (score, profile) = (plan.score, plan.profile);
        let outcome = LintOutcome {
            findings,
            allowed: Vec::new(),
            score,
            topics: Vec::new(),
            essentials: (0, 0),
            coverage: Vec::new(),
            profile,
        };
        let mut buffer = String::new();
        let document = Document::parse(&text, &mut buffer);
        let path = self.reported_path(path).display().to_string();
        let linted = Linted { path: path.clone(), is_plan: false, document: &document, outcome: &outcome };
        let shown = self.shown(&linted, language);
        let (before, fixed, is_input) = (text.clone(), 0, false);
        Some(LintedFile {
            path,
            is_input,
            before,
            text,
            fixed,
            outcome,
            language,
            shown,
            without_holidays: None,
            beside: Vec::new(),
        })
    }

    /// What the rules find, and why the days off could not be read.
    fn check(self, path: &Path, reading: Reading, library: &Library) -> (LintOutcome, Option<Failure>) {
        let own = plans::holidays(&reading.plan, path, self.session.allows_outside);
        let holidays = own.as_deref().unwrap_or(Holidays::none());
        let mut options = LintOptions::new(self.session.today(&reading.plan), holidays);
        options.selection.clone_from(self.selection);
        options.has_coverage =
            self.asked.coverage || matches!(self.asked.format, LintFormat::Json | LintFormat::Html | LintFormat::Xlsx);
        let outcome = lint_last(reading, library, &options);
        (outcome, own.err())
    }

    /// How a report names a file: what belongs to a repository, from its root.
    fn reported_path(self, path: &Path) -> PathBuf {
        match self.asked.format {
            LintFormat::Sarif | LintFormat::Github => files::from_here(path),
            _ => path.to_owned(),
        }
    }

    /// The findings of a file in a form that holds one file.
    fn shown(self, linted: &Linted<'_>, language: Language) -> Option<String> {
        // a page is made of the plan and of what is beside it, a workbook of all plans
        if self.asked.diff || matches!(self.asked.format, LintFormat::Html | LintFormat::Xlsx) {
            return None;
        }
        let mut shown = Vec::new();
        self.show(linted, language, &mut shown).ok()?;
        String::from_utf8(shown).ok()
    }

    /// Writes the findings of a file in a form that holds one file.
    pub(crate) fn show(self, linted: &Linted<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
        let Self { asked, session, .. } = self;
        let (max, all, verbose) = (asked.max, asked.all, asked.verbose);
        let options = HumanOptions { max, all, verbose, ascii: session.ascii, plain: out::is_plain() };
        match asked.format {
            LintFormat::Sarif => return render::sarif_file(linted, language, out),
            LintFormat::Json => return render::json_file(linted, language, out),
            LintFormat::Github => return render::github(linted, language, out),
            LintFormat::Html | LintFormat::Xlsx => return Ok(()),
            LintFormat::Concise => render::concise(linted, language, out)?,
            LintFormat::Human => {
                out.write_all(render::human(linted, language, &options).as_bytes())?;
                out.write_all(offer(linted, language).as_bytes())?;
            }
        }
        if asked.coverage && linted.is_plan {
            let coverage = &linted.outcome.coverage;
            writeln!(out)?;
            out.write_all(render::coverage(coverage, language, session.width(), session.ascii).as_bytes())?;
        }
        Ok(())
    }
}

/// Where nothing is wrong but something is missing, the interview asks for it.
fn offer(linted: &Linted<'_>, language: Language) -> String {
    let is_absence =
        |id: &str| rules::find(id).is_some_and(|rule| matches!(rule.check, Check::Missing | Check::Incomplete));
    let findings = &linted.outcome.findings;
    let is_wrong = findings.iter().any(|finding| finding.level == Level::Error);
    if linted.path == "-" || !linted.is_plan || is_wrong || !findings.iter().any(|finding| is_absence(finding.rule.id))
    {
        return String::new();
    }
    let words = Text::new(
        "  一问一答地补上缺的：qun init {plan}\n",
        "  add what is missing, question by question: qun init {plan}\n",
    );
    words.fill(language, |_| Some(clean(&quoted_path(&linted.path))))
}
