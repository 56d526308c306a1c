//! The command line. Its words stand in [`super::help`], in both languages.

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use clap::{ArgMatches, Args as ClapArgs, FromArgMatches, Parser, ValueEnum};

pub(crate) use super::add::Add;
use super::help;
use crate::finding::Level;
use crate::human_date;
use crate::language::{Language, Text};
use crate::value::Day;

/// Declares the commands, each with the table of its arguments, which is built only for the command that is called.
macro_rules! commands {
    ($($word:literal $name:ident $(($hidden:ident))?;)+) => {
        #[derive(Debug)]
        pub(crate) enum Command {
            $($name($name),)+
        }

        /// All commands, their arguments to be defined when they are wanted.
        pub(crate) fn commands(language: Language) -> Vec<clap::Command> {
            vec![$(help::lazy::<$name>($word, language)$(.$hidden(true))?),+]
        }

        /// The command that was called, and its arguments.
        fn called(word: &str, matches: &mut ArgMatches) -> Result<Command, clap::Error> {
            match word {
                $($word => $name::from_arg_matches_mut(matches).map(Command::$name),)+
                _ => Err(clap::Error::new(clap::error::ErrorKind::InvalidSubcommand)),
            }
        }
    };
}

commands! {
    "init" Init;
    "lint" Lint;
    "schedule" Schedule;
    "checklist" Checklist;
    "today" Today;
    "brief" Brief;
    "explain" Explain;
    "why" Why;
    "rules" Rules;
    "set" Set;
    "add" Add;
    "change" Change;
    "away" Away;
    "copy" Copy;
    "templates" Templates;
    "schema" Schema (hide);
    "completions" Completions (hide);
    "man" Man (hide);
}

#[derive(Debug, Parser)]
#[command(name = "qun", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[arg(skip)]
    pub command: Option<Command>,
    #[arg(long, global = true, value_name = "zh-CN|en", value_parser = language)]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorWhen,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(long, global = true, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Init {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub template: Option<String>,
    #[arg(long)]
    pub full: bool,
    #[arg(short, long)]
    pub yes: bool,
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    #[arg(long, value_name = "QUESTION=ANSWER")]
    pub set: Vec<String>,
    #[arg(long)]
    pub print_questions: bool,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Lint {
    #[arg(value_name = "PLAN|DIR")]
    pub plans: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: LintFormat,
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub fail_on: FailOn,
    #[arg(long)]
    pub coverage: bool,
    #[arg(short, long)]
    pub verbose: bool,
    #[arg(long, value_name = "N")]
    pub max: Option<usize>,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    #[arg(long, value_name = "RULE=LEVEL", value_delimiter = ',', value_parser = rule_level)]
    pub level: Vec<(String, Option<Level>)>,
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    #[arg(long, conflicts_with_all = ["format", "coverage", "max"])]
    pub diff: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LintFormat {
    Human,
    Concise,
    Json,
    Sarif,
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schedule {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "MONTH", conflicts_with_all = ["from", "to"])]
    pub month: Option<String>,
    #[arg(long, value_name = "N", default_value = "1", value_parser = months, conflicts_with_all = ["from", "to"])]
    pub months: u32,
    #[arg(long, value_name = "DATE", requires = "to")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE", requires = "from")]
    pub to: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long, value_name = "ID")]
    pub channel: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub without: Option<String>,
    #[arg(long, conflicts_with_all = ["person", "channel", "without"])]
    pub festivals: bool,
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<CalendarFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CalendarFormat {
    Grid,
    Agenda,
    Md,
    Csv,
    Json,
    Ics,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Checklist {
    #[arg(value_name = "PLAN|WHAT|FILE")]
    pub words: Vec<String>,
    #[arg(long, value_name = "HOW", default_value = "stage")]
    pub by: ListBy,
    #[arg(long, conflicts_with_all = ["by", "date", "from", "role", "output", "force"])]
    pub status: bool,
    #[arg(long, value_name = "DATE|COHORT", conflicts_with = "date")]
    pub from: Option<String>,
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ListFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Md,
    Text,
    Csv,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListBy {
    Stage,
    Person,
    Day,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Today {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Brief {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "NAME", conflicts_with = "channel")]
    pub person: Option<String>,
    #[arg(long, value_name = "ID")]
    pub channel: Option<String>,
    #[arg(long, value_name = "WEEK", default_value = "this", conflicts_with = "from")]
    pub week: WeekArg,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<BriefFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum WeekArg {
    This,
    Next,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BriefFormat {
    Text,
    Md,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    #[arg(value_name = "NAME", required = true)]
    pub name: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Why {
    #[arg(value_name = "ITEM|DATE")]
    pub what: String,
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: RulesFormat,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Rules {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: RulesForm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesForm {
    Text,
    Json,
    Md,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Text,
    Json,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Set {
    #[arg(value_name = "KEY")]
    pub key: String,
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: String,
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Change {
    #[arg(value_name = "ITEM")]
    pub item: String,
    #[arg(value_name = "DATE")]
    pub date: String,
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long = "move", value_name = "WHEN", conflicts_with = "cancel")]
    pub move_to: Option<String>,
    #[arg(long)]
    pub cancel: bool,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Away {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "DATE..DATE")]
    pub days: String,
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Copy {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "DATE")]
    pub starts: String,
    #[arg(long, value_name = "yes|no")]
    pub proven: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub team: Option<YesNo>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum YesNo {
    Yes,
    No,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Templates {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "KIND")]
    pub kind: Option<TemplateKind>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: RulesFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TemplateKind {
    Plan,
    Sop,
    Checklist,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schema {
    #[arg(long, value_name = "WHAT", default_value = "plan")]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Plan,
    Lint,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Completions {
    pub shell: clap_complete::Shell,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Man;

fn language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|()| help::both(Text::new("写 zh-CN 或 en", "zh-CN or en")))
}

fn day(text: &str) -> Result<Day, String> {
    human_date::full_date(text).map_err(|error| help::both(error.expected))
}

/// A rule or topic and its level; `off` is none.
fn rule_level(text: &str) -> Result<(String, Option<Level>), String> {
    let wrong = Text::new(
        "写成 规则=级别，级别是 error、warning、hint 或 off",
        "RULE=LEVEL, with one of error, warning, hint, off as level",
    );
    let (rule, word) = text.split_once('=').ok_or_else(|| help::both(wrong))?;
    let level = match word {
        "off" => None,
        _ => Some(Level::of_word(word).ok_or_else(|| help::both(wrong))?),
    };
    Ok((rule.to_owned(), level))
}

fn months(text: &str) -> Result<u32, String> {
    let words = Text::new("填 1 到 1200 的整数", "a whole number from 1 to 1200");
    text.parse().ok().filter(|months| (1..=1200).contains(months)).ok_or_else(|| help::both(words))
}

/// Reads the arguments; errors and help come back as clap's error.
pub(crate) fn parse(arguments: &[OsString], language: Language) -> Result<Args, clap::Error> {
    // taken apart it would cost more than half of what it cost to build, at the end of the program's life
    let mut command = ManuallyDrop::new(help::command(language));
    let mut matches = command.try_get_matches_from_mut(arguments)?;
    let command = matches.remove_subcommand().map(|(word, mut matches)| called(&word, &mut matches)).transpose()?;
    Ok(Args { command, ..Args::from_arg_matches_mut(&mut matches)? })
}
