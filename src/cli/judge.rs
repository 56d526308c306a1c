//! Plan files linted a batch at a time, stage by stage: the code of one stage stays in a processor's cache, that of all
//! stages together does not.
//!
//! May not: print; what is to be told is handed back in the order of the files.

use std::path::{Path, PathBuf};

use super::args::{Lint, LintFormat};
use super::files::{self, Over};
use super::session::Session;
use super::shell::quoted;
use super::{out, plans};
use crate::amend;
use crate::finding::Level;
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{Reading, read};
use crate::render::{self, Linted, Manner, clean};
use crate::rules::{self, Check, Choice, Options, Outcome, lint};
use crate::source::Document;

/// How many files go through a stage before the next one begins: few enough for what was read of them to stay in a
/// cache, too.
pub(crate) const BATCH: usize = 16;

/// How files are linted.
#[derive(Clone, Copy)]
pub(crate) struct Judge<'a> {
    pub asked: &'a Lint,
    pub choice: &'a Choice,
    pub session: &'a Session,
}

/// One file, linted.
pub(crate) struct File {
    pub path: String,
    /// Whether it came from standard input.
    pub is_input: bool,
    /// As it was read.
    pub before: String,
    /// As it is after mending.
    pub text: String,
    /// How many findings were mended, or would be.
    pub mended: usize,
    pub outcome: Outcome,
    pub language: Language,
    /// The findings as people read them; empty for other forms.
    pub shown: String,
    /// Why its days off could not be read.
    pub without_holidays: Option<anyhow::Error>,
}

/// A file that was read, and mended where that was asked for.
struct Opened {
    path: PathBuf,
    is_input: bool,
    before: String,
    text: String,
    mended: usize,
    library: Library,
}

/// A text that stands at a path.
struct Given<'o> {
    path: &'o Path,
    text: &'o str,
    library: &'o Library,
}

/// What lint says of it.
struct Judged {
    outcome: Outcome,
    language: Language,
    shown: String,
    without_holidays: Option<anyhow::Error>,
}

impl Judge<'_> {
    /// Lints files; one that cannot be read or written is an error in its place.
    pub(crate) fn batch(self, paths: &[PathBuf]) -> Vec<anyhow::Result<File>> {
        let opened: Vec<anyhow::Result<Opened>> = paths.iter().map(|path| self.open(path)).collect();
        let given: Vec<Given<'_>> = opened.iter().flatten().map(|opened| self.given(opened)).collect();
        let mut judged = self.judge(&given).into_iter();
        let mut file = |opened: Opened| {
            let Judged { outcome, language, shown, without_holidays } = judged.next().expect("one for each opened");
            let Opened { path, is_input, before, text, mended, library: _ } = opened;
            let path = self.of_report(&path).display().to_string();
            File { path, is_input, before, text, mended, outcome, language, shown, without_holidays }
        };
        opened.into_iter().map(|opened| opened.map(&mut file)).collect()
    }

    fn open(self, path: &Path) -> anyhow::Result<Opened> {
        let Self { asked, session, .. } = self;
        let before = files::read(path, session.language())?;
        let is_input = path.as_os_str() == "-";
        let path = asked.stdin_filename.as_deref().filter(|_| is_input).unwrap_or(path);
        let library = session.library(path);
        let found = |text: &str| {
            let judged = self.judge(&[Given { path, text, library: &library }]);
            judged.into_iter().flat_map(|judged| judged.outcome.findings).collect()
        };
        let (text, mended) = if asked.fix || asked.diff { amend::fixed(&before, found) } else { (before.clone(), 0) };
        if asked.fix && !is_input && text != before {
            files::write(path, &text, Over::Anything, session.language())?;
        }
        Ok(Opened { path: path.to_owned(), is_input, before, text, mended, library })
    }

    fn given<'o>(self, opened: &'o Opened) -> Given<'o> {
        // a diff changes nothing: what is found is still there
        let text = if self.asked.diff { &opened.before } else { &opened.text };
        Given { path: &opened.path, text, library: &opened.library }
    }

    fn judge(self, given: &[Given<'_>]) -> Vec<Judged> {
        let mut rooms = vec![String::new(); given.len()];
        let documents: Vec<Document<'_>> =
            given.iter().zip(&mut rooms).map(|(given, room)| Document::parse(given.text, room)).collect();
        let readings: Vec<Reading> =
            given.iter().zip(&documents).map(|(given, document)| read(document, given.library)).collect();
        let mut judged: Vec<Judged> =
            given.iter().zip(&readings).map(|(given, reading)| self.lint(given, reading)).collect();
        for ((given, document), judged) in given.iter().zip(&documents).zip(&mut judged) {
            if !self.asked.diff {
                let path = self.of_report(given.path).display().to_string();
                judged.shown = self.shown(&Linted { path, document, outcome: &judged.outcome }, judged.language);
            }
        }
        judged
    }

    fn lint(self, given: &Given<'_>, reading: &Reading) -> Judged {
        let language = self.session.language_of(&reading.plan);
        let own = plans::holidays(&reading.plan, given.path, language);
        let holidays = own.as_ref().map_or(Holidays::none(), |own| own.get());
        let mut options = Options::new(self.session.today(&reading.plan), holidays);
        options.choice.clone_from(self.choice);
        options.has_coverage = self.asked.coverage || self.asked.format == LintFormat::Json;
        let outcome = lint(reading, given.library, &options);
        Judged { outcome, language, shown: String::new(), without_holidays: own.err() }
    }

    /// How a report names a file: what belongs to a repository, from its root.
    fn of_report(self, path: &Path) -> PathBuf {
        match self.asked.format {
            LintFormat::Sarif | LintFormat::Github => files::from_here(path),
            _ => path.to_owned(),
        }
    }

    /// The findings of a file in a form that holds one file.
    fn shown(self, linted: &Linted<'_>, language: Language) -> String {
        let Self { asked, session, .. } = self;
        let manner = Manner { max: asked.max, verbose: asked.verbose, ascii: session.ascii, plain: out::is_plain() };
        let mut shown = match asked.format {
            LintFormat::Sarif => return render::sarif_file(linted, language),
            LintFormat::Json => return render::json_file(linted, language),
            LintFormat::Github => return render::github(linted, language),
            LintFormat::Concise => render::concise(linted, language),
            LintFormat::Human => render::human(linted, language, &manner) + &offer(linted, language),
        };
        if asked.coverage {
            shown.push('\n');
            let coverage = &linted.outcome.coverage;
            shown.push_str(&render::coverage(coverage, language, session.width(), session.ascii));
        }
        shown
    }
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
