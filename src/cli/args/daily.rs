//! The arguments of what is done every day: `schedule`, `checklist`, `today`, `done`, `brief`, `document`, `record`.

use std::path::PathBuf;

use clap::Args;

use super::values::{
    CalendarFormat, CsvColumns, DocumentFormat, ListFormat, ReviewFormat, brief_format, calendar_format, csv_columns,
    date_order, grouping, months, paper, sql_engine, week,
};
use crate::checklist::Grouping;
use crate::render::SqlEngine;
use crate::render::calendar::BriefForm;
use crate::render::page::PagePaper;
use crate::value::DayAndMonth;

#[derive(Debug, Args)]
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
    #[arg(long, value_name = "ZONE")]
    pub tz: Option<String>,
    #[arg(long, value_name = "CHANNEL")]
    pub channel: Option<String>,
    #[arg(long, value_name = "NAME", alias = "without")]
    pub if_away: Option<String>,
    #[arg(long, conflicts_with_all = ["person", "channel", "if_away"])]
    pub festivals: bool,
    #[arg(long, value_name = "FORMAT", value_parser = calendar_format())]
    pub format: Option<CalendarFormat>,
    #[arg(long, value_name = "COLUMN,COLUMN", value_parser = csv_columns)]
    pub columns: Option<CsvColumns>,
    #[arg(long, value_name = "PAPER", default_value = "a4", value_parser = paper())]
    pub paper: PagePaper,
    #[arg(long)]
    pub quiet_years: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Checklist {
    #[arg(value_name = "PLAN|WHAT|FILE")]
    pub words: Vec<String>,
    #[arg(long, value_name = "HOW", default_value = "stage", value_parser = grouping())]
    pub by: Grouping,
    #[arg(long, conflicts_with_all = ["by", "date", "from", "role", "tz", "output", "force"])]
    pub status: bool,
    #[arg(long, value_name = "DATE|COHORT|TABLE")]
    pub from: Option<String>,
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "ZONE")]
    pub tz: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ListFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Today {
    #[arg(value_name = "NAME|PLAN", num_args = 0..=2)]
    pub words: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long, value_name = "ZONE")]
    pub tz: Option<String>,
    #[arg(long)]
    pub text: bool,
}

// what a reading has besides its value, and where it goes; a doc comment would become the help of its commands
#[derive(Debug, Clone, Args)]
pub(crate) struct ReadingOptions {
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    #[arg(long, value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Done {
    #[arg(value_name = "TEXT|NUMBER")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Brief {
    #[arg(value_name = "NAME|PLAN", num_args = 0..=2)]
    pub words: Vec<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "channel")]
    pub person: Option<String>,
    #[arg(long, value_name = "ZONE")]
    pub tz: Option<String>,
    #[arg(long, value_name = "CHANNEL")]
    pub channel: Option<String>,
    #[arg(long, value_name = "WEEK", default_value = "this", value_parser = week(), conflicts_with = "from")]
    pub week: i32,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = brief_format())]
    pub format: Option<BriefForm>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Documents {
    #[arg(value_name = "PLAN|DOCUMENT|WHAT")]
    pub words: Vec<String>,
    #[arg(long = "for", alias = "channel", value_name = "CHANNEL", conflicts_with = "platform")]
    pub channel: Option<String>,
    #[arg(long, value_name = "PLATFORM")]
    pub platform: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<DocumentFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct RecordReadings {
    #[arg(value_name = "WHAT|DATE|VALUE")]
    pub words: Vec<String>,
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["words", "of", "arm", "note"])]
    pub from: Vec<PathBuf>,
    #[arg(long, value_name = "dmy|mdy", value_parser = date_order(), requires = "from")]
    pub dates: Option<DayAndMonth>,
    #[arg(long, value_name = "ONE=OTHER", requires = "from")]
    pub same: Vec<String>,
    #[arg(long, value_name = "N")]
    pub of: Option<String>,
    #[arg(long, value_name = "a|b")]
    pub arm: Option<String>,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Review {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "EXPORT", num_args = 1..)]
    pub from: Vec<PathBuf>,
    #[arg(long, value_name = "MONTH", conflicts_with_all = ["since", "until"])]
    pub month: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub experiment: Option<String>,
    #[arg(long, value_name = "dmy|mdy", value_parser = date_order(), requires = "from")]
    pub dates: Option<DayAndMonth>,
    #[arg(long, value_name = "ONE=OTHER", requires = "from")]
    pub same: Vec<String>,
    #[arg(long, value_name = "ENGINE", value_parser = sql_engine(), conflicts_with_all = ["from", "experiment", "decide", "format"])]
    pub sql: Option<SqlEngine>,
    #[arg(long, value_name = "N|TEXT", conflicts_with_all = ["format", "output"])]
    pub decide: Option<String>,
    #[arg(long, value_name = "NAME", requires = "decide")]
    pub owner: Option<String>,
    #[arg(long, value_name = "DATE", requires = "decide")]
    pub by: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ReviewFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}
