//! What applies to one run: language, today, colour, the user's own templates.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::args::{ColorWhen, GlobalArgs};
use super::history::History;
use super::{files, out};
use crate::document::{OwnTemplates, TEMPLATE_ENDING};
use crate::language::{Language, Text};
use crate::library::{Library, TemplateKind};
use crate::plan::Plan;
use crate::plan::values::Zone;
use crate::render::page::OwnPages;
use crate::value::Day;

/// What applies to one run.
pub(crate) struct Session {
    asked: Option<Language>,
    locale: Language,
    plan_language: OnceLock<Language>,
    has_said_utc: OnceLock<()>,
    today: Option<Day>,
    templates: Option<PathBuf>,
    /// Whether a plan may name files outside its folder.
    pub allows_outside: bool,
    /// Tables with ASCII only.
    pub ascii: bool,
    /// What is overwritten, for `qun undo`.
    pub history: History,
}

impl Session {
    /// What applies to a run of this command, as it was typed.
    pub(crate) fn new(args: &GlobalArgs, locale: Language, command: String) -> Self {
        match args.color {
            ColorWhen::Auto => {}
            ColorWhen::Always => anstream::ColorChoice::Always.write_global(),
            ColorWhen::Never => anstream::ColorChoice::Never.write_global(),
        }
        let ascii = args.ascii || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let templates = args.templates.clone();
        let history = History::new(command, args.lang.unwrap_or(locale));
        Self {
            asked: args.lang,
            locale,
            plan_language: OnceLock::new(),
            has_said_utc: OnceLock::new(),
            today: args.today,
            templates,
            allows_outside: args.allow_outside,
            ascii,
            history,
        }
    }

    /// Whether it is still to be said that a plan without a zone is in UTC; once a run is enough.
    pub(crate) fn is_to_say_utc(&self) -> bool {
        self.has_said_utc.set(()).is_ok()
    }

    /// The language before there is a plan.
    pub(crate) fn language(&self) -> Language {
        self.asked.unwrap_or(self.locale)
    }

    /// The language that was asked for.
    pub(crate) const fn asked_language(&self) -> Option<Language> {
        self.asked
    }

    /// The language for everything about a plan.
    pub(crate) fn language_of(&self, plan: &Plan) -> Language {
        self.asked.or(plan.language).unwrap_or(self.locale)
    }

    /// From here on, everything is about this plan.
    pub(crate) fn set_plan_language(&self, plan: &Plan) -> Language {
        *self.plan_language.get_or_init(|| self.language_of(plan))
    }

    /// The language in which a failure is shown: the plan's, once there is one.
    pub(crate) fn failure_language(&self) -> Language {
        self.plan_language.get().copied().unwrap_or_else(|| self.language())
    }

    /// Today, in the plan's zone.
    pub(crate) fn today(&self, plan: &Plan) -> Day {
        self.today.unwrap_or_else(|| {
            let zone = plan.time_zone.as_ref().map_or(jiff::tz::TimeZone::UTC, |zone| zone.0.clone());
            Day::from(jiff::Timestamp::now().to_zoned(zone).date())
        })
    }

    /// Today in another zone than the plan's, where one is shown.
    pub(crate) fn today_in(&self, zone: Option<&Zone>, plan: &Plan) -> Day {
        let there = |zone: &Zone| Day::from(jiff::Timestamp::now().to_zoned(zone.0.clone()).date());
        self.today.unwrap_or_else(|| zone.map_or_else(|| self.today(plan), there))
    }

    /// Today on this machine.
    pub(crate) fn today_here(&self) -> Day {
        self.today.unwrap_or_else(|| Day::from(jiff::Zoned::now().date()))
    }

    /// The time zone of this machine; none where it keeps UTC, as servers do, or none is known.
    pub(crate) fn zone_here() -> Option<String> {
        let zone = jiff::tz::TimeZone::system();
        zone.iana_name().filter(|name| name.contains('/') && !name.starts_with("Etc/")).map(str::to_owned)
    }

    /// Whether standard output is a terminal, and how wide it is.
    pub(crate) fn width(&self) -> Option<usize> {
        if !std::io::stdout().is_terminal() {
            return None;
        }
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        Some(columns.or_else(|| terminal_width().map(usize::from)).unwrap_or(80))
    }

    /// The built-in library, with the user's own files in front: `--templates DIR`, else `templates/` beside the plan.
    pub(crate) fn library(&self, plan: &Path) -> Library {
        let mut library = Library::default();
        let beside = plan.parent().unwrap_or(Path::new("")).join("templates");
        let Some(folder) = self.templates.clone().or_else(|| beside.is_dir().then_some(beside)) else { return library };
        for shelf in [TemplateKind::Plans, TemplateKind::Sops, TemplateKind::Checklists] {
            for (path, name, text) in files::with_ending(&folder.join(shelf.folder()), "toml", self.language()) {
                for finding in library.add(shelf, &name, &text) {
                    let words = Text::new("模板里有问题", "problem in a template").get(self.language());
                    out::message(&format!("{}: {words}: {}", path.display(), finding.message(self.language())));
                }
            }
        }
        library
    }

    /// The user's own templates of pages: `pages/` below the same folder.
    pub(crate) fn page_templates(&self, plan: &Path) -> OwnPages {
        let beside = plan.parent().unwrap_or(Path::new("")).join("templates");
        let folder = self.templates.clone().unwrap_or(beside).join("pages");
        let files = files::with_ending(&folder, "jinja", self.language());
        files.into_iter().map(|(_, name, text)| (name, text)).collect()
    }

    /// The user's templates of documents: `documents/` below the same folder, and below that a folder for each language.
    /// What a link leads to outside of it is left out.
    pub(crate) fn document_templates(&self, plan: &Path) -> OwnTemplates {
        let beside = plan.parent().unwrap_or(Path::new("")).join("templates");
        let folder = self.templates.clone().unwrap_or(beside).join(TemplateKind::Documents.folder());
        let Ok(whole) = std::fs::canonicalize(&folder) else { return OwnTemplates::default() };
        let folders = std::iter::once(None).chain(Language::ALL.map(Some));
        let found = folders.flat_map(|language| {
            let inner = language.map_or_else(|| folder.clone(), |language: Language| folder.join(language.tag()));
            let files = files::with_ending(&inner, TEMPLATE_ENDING, self.language()).into_iter();
            files.map(move |(path, name, text)| {
                let name = language.map_or_else(|| name.clone(), |language| format!("{}/{name}", language.tag()));
                (path, name, text)
            })
        });
        let is_inside = |path: &Path| std::fs::canonicalize(path).is_ok_and(|path| path.starts_with(&whole));
        OwnTemplates(found.filter(|(path, ..)| is_inside(path)).map(|(_, name, text)| (name, text)).collect())
    }
}

/// How wide the terminal is.
fn terminal_width() -> Option<u16> {
    console::Term::stdout().size_checked().map(|(_, columns)| columns)
}
