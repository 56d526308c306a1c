//! The arguments of the commands that change a plan, and of `copy`.

use std::path::PathBuf;

use clap::Args;

use super::values::{TextOrJson, date_order, if_changed, yes_or_no};
use crate::amend::IfChanged;
use crate::value::DayAndMonth;

#[derive(Debug, Args)]
pub(crate) struct Set {
    #[arg(value_name = "KEY")]
    pub key: String,
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: Option<String>,
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    #[arg(long, num_args = 2, value_names = ["KEY", "VALUE"], allow_hyphen_values = true, conflicts_with = "unset")]
    pub and: Vec<String>,
    #[arg(long)]
    pub unset: bool,
    #[arg(long)]
    pub take_along: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Confirm {
    #[arg(value_name = "CHAPTER|TITLE|KEY")]
    pub words: Vec<String>,
    #[arg(long, conflicts_with_all = ["dry_run", "format"])]
    pub list: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rename {
    #[arg(value_name = "OLD")]
    pub from: String,
    #[arg(value_name = "NEW")]
    pub to: String,
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
    #[arg(value_name = "KIND")]
    pub kind: String,
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    #[arg(long, value_name = "NAME", conflicts_with = "with_references")]
    pub to: Option<String>,
    #[arg(long)]
    pub with_references: bool,
    #[arg(long, value_name = "DATE", conflicts_with_all = ["to", "with_references"])]
    pub from: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, aliases = ["month", "until", "to"], value_name = "DATE|MONTH", num_args = 1..)]
    pub through: Vec<String>,
    #[arg(long, value_name = "move|cancel|keep", value_parser = if_changed(), conflicts_with = "withdraw")]
    pub if_changed: Option<IfChanged>,
    #[arg(long, value_name = "DATE", conflicts_with = "through")]
    pub withdraw: Option<String>,
    #[arg(short, long, conflicts_with = "dry_run")]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Undo {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, conflicts_with_all = ["redo", "forget", "dry_run"])]
    pub list: bool,
    #[arg(long, conflicts_with = "forget")]
    pub redo: bool,
    #[arg(long, conflicts_with = "dry_run")]
    pub forget: bool,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Change {
    #[arg(value_name = "ITEM")]
    pub item: String,
    #[arg(value_name = "DATE", required = true)]
    pub date: Vec<String>,
    #[arg(long = "move", alias = "to", value_name = "WHEN", num_args = 1.., conflicts_with = "cancel")]
    pub move_to: Vec<String>,
    #[arg(long)]
    pub cancel: bool,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long, num_args = 2, value_names = ["ITEM", "DATE"], conflicts_with_all = ["move_to", "cancel", "person"])]
    pub swap: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_name = "FILE... [PLAN]", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "dmy|mdy", value_parser = date_order())]
    pub dates: Option<DayAndMonth>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Pack {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "MONTH")]
    pub month: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Away {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "DATE..DATE", required = true)]
    pub days: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Copy {
    #[arg(value_name = "PLAN", default_value = "community.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "DATE", num_args = 1..)]
    pub starts: Vec<String>,
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
    pub proven: Option<bool>,
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
    pub team: Option<bool>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}
