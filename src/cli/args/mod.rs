//! The arguments of every command, as clap reads them. Their words for people are in [`super::help`].

mod begin;
mod change;
mod daily;
mod understand;
mod values;

use std::path::PathBuf;

use clap::Parser;

pub(crate) use begin::{Init, Lint};
pub(crate) use change::{Away, Change, Confirm, Copy, Import, Pack, Publish, Remove, Rename, Set, Undo};
pub(crate) use daily::{Brief, Checklist, Documents, Done, RecordReadings, Review, Schedule, Today};
pub(crate) use understand::{Completions, Explain, Help, Man, Rules, Schema, Templates, Why};
pub(crate) use values::{
    CalendarFormat, ColorWhen, DocumentFormat, ExpectedValue, FailOn, LintFormat, ListFormat, OtherTool, ReviewFormat,
    RulesFormat, SchemaOf, TextOrJson,
};

use crate::language::Language;
use crate::value::Day;

/// The options that every command has.
#[derive(Debug, Parser)]
#[command(
    name = "qun",
    bin_name = "qun",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(crate) struct GlobalArgs {
    #[arg(long, global = true, value_name = "zh-CN|en", value_parser = values::language)]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "DATE", value_parser = values::day)]
    pub today: Option<Day>,
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto", hide_possible_values = true)]
    pub color: ColorWhen,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(long, global = true, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[arg(long, global = true)]
    pub allow_outside: bool,
}
