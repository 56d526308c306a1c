//! The arguments of the commands that explain, and of those that print what is built in.

use clap::Args;

use super::values::{RulesFormat, SchemaOf, TextOrJson, template_kind};
use crate::library::TemplateKind;

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[arg(value_name = "NAME", required = true)]
    pub name: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Why {
    #[arg(value_name = "ITEM|DATE", required = true)]
    pub what: Vec<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
}

#[derive(Debug, Args)]
pub(crate) struct Rules {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: RulesFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Templates {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = template_kind())]
    pub kind: Option<TemplateKind>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    #[arg(long, value_name = "FORMAT", default_value = "plan")]
    pub of: SchemaOf,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man;

// `qun help COMMAND` shows what `qun COMMAND --help` does.
#[derive(Debug, Args)]
pub(crate) struct Help {
    #[arg(value_name = "COMMAND")]
    pub words: Vec<String>,
}
