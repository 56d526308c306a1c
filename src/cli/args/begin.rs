//! The arguments of the commands with which a plan begins: `init` and `lint`.

use std::path::PathBuf;

use clap::Args;

use super::values::{FailOn, LintFormat, fail_on, rule_level};
use crate::finding::Level;

#[derive(Debug, Args)]
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
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    #[arg(long, value_name = "QUESTION=ANSWER")]
    pub set: Vec<String>,
    #[arg(long)]
    pub print_questions: bool,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Lint {
    #[arg(value_name = "PLAN|DIR")]
    pub plans: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: LintFormat,
    #[arg(long, value_name = "LEVEL", default_value = "warning", value_parser = fail_on())]
    pub fail_on: FailOn,
    #[arg(long)]
    pub coverage: bool,
    #[arg(short, long)]
    pub verbose: bool,
    #[arg(long, value_name = "N")]
    pub max: Option<usize>,
    #[arg(long, conflicts_with = "max")]
    pub all: bool,
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
