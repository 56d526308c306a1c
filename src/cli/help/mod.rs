//! Every word of `--help`, in both languages: rows by group, and how a clap command gets them.
//!
//! To add a command, add a row to its group, its arguments to `args/`, and a line to `command_line.rs`.

mod begin;
mod change;
mod daily;
mod general;
mod learn;
mod placeholders;
mod rows;
mod understand;

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command};

pub(crate) use rows::{DRY_RUN, EDITED, EFFECT_FORMAT};

use crate::language::{Language, Text};
use rows::{CommandGroup, CommandHelp};

/// The groups in the order in which they are shown.
static GROUPS: [&CommandGroup; 5] =
    [&begin::BEGIN, &daily::EVERY_DAY, &change::CHANGE, &learn::LEARN, &understand::UNDERSTAND];

/// How many groups someone without a plan is shown.
const FOR_NEWCOMERS: usize = 2;

fn commands() -> impl Iterator<Item = &'static CommandHelp> {
    GROUPS.iter().flat_map(|group| group.commands)
}

fn of(name: &str) -> Option<&'static CommandHelp> {
    commands().find(|command| command.name == name)
}

/// The examples of a command, a line each.
pub(crate) fn examples_of(name: &str) -> Option<Text> {
    of(name).map(|command| command.examples)
}

/// Every word that may be meant as a command: the command, and the word.
pub(crate) fn command_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    commands().flat_map(|command| {
        let words = [command.name].into_iter().chain(command.aliases.iter().chain(command.sought_as).copied());
        words.map(|word| (command.name, word))
    })
}

/// Whether a word is the name of a command, in English or Chinese.
pub(crate) fn is_command(word: &str) -> bool {
    commands().any(|command| command.name == word || command.aliases.contains(&word))
}

/// The ids of all options and arguments of the rows.
pub(crate) fn argument_ids() -> impl Iterator<Item = &'static str> {
    let rows = commands().flat_map(|command| command.arguments).chain(general::ARGUMENTS);
    rows.map(|(id, _)| *id)
}

/// What someone sees who has no plan yet.
pub(crate) fn for_newcomers(language: Language) -> String {
    let more = general::MORE_COMMANDS.get(language);
    format!("{}\n\n{}{more}\n", general::ABOUT.get(language), listed(&GROUPS[..FOR_NEWCOMERS], language))
}

/// Groups of commands, a line each.
fn listed(groups: &[&CommandGroup], language: Language) -> String {
    let wide = commands().map(|command| command.name.len()).max().unwrap_or_default();
    let styles = Styles::styled();
    let (heading, literal) = (styles.get_header(), styles.get_literal());
    let mut text = String::new();
    for group in groups {
        text.push_str(&format!("{heading}{}{heading:#}\n", group.name.get(language)));
        for CommandHelp { name, about, .. } in group.commands {
            text.push_str(&format!("  {literal}{name:wide$}{literal:#}  {}\n", about.get(language)));
        }
        text.push('\n');
    }
    text
}

/// The program itself with its words.
pub(crate) fn program(command: Command, language: Language) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let [usage, everywhere] = [general::USAGE, general::EVERYWHERE].map(|text| text.get(language));
    let heading = *Styles::styled().get_header();
    let command = explained(command.arg(version), |_| None, language).about(general::ABOUT.get(language));
    command.after_help(general::MORE.get(language)).help_template(format!(
        "{{about}}\n\n{heading}{usage}:{heading:#} {{usage}}\n\n{}{heading}{everywhere}:{heading:#}\n{{options}}{{after-help}}",
        listed(&GROUPS, language)
    ))
}

/// A command with what it is for; its arguments are explained by [`explain`] once it is called.
pub(crate) fn with_summary(name: &'static str, language: Language) -> Command {
    let command = Command::new(name).disable_help_flag(true);
    match of(name) {
        Some(row) => command.about(row.about.get(language)).aliases(row.aliases),
        None => command,
    }
}

/// A command of the rows with its examples and all its arguments explained.
pub(crate) fn explain(command: Command, language: Language) -> Command {
    let Some(row) = of(command.get_name()) else { return command };
    let text_of = |id: &str| text(row.arguments, id, language);
    with_help(command, (row.examples, row.more), text_of, language)
}

/// A command with its examples first, then its arguments, each with what `text_of` says, then what else there is.
pub(crate) fn with_help(
    command: Command,
    (examples, more): (Text, Text),
    text_of: impl Fn(&str) -> Option<String>,
    language: Language,
) -> Command {
    let [usage, commands, heading] =
        [general::USAGE, general::COMMANDS, general::EXAMPLES].map(|text| text.get(language));
    let lines: String = examples.get(language).lines().map(|line| format!("  {line}\n")).collect();
    let style = *Styles::styled().get_header();
    explained(command, text_of, language)
        .after_help(more.get(language))
        .subcommand_help_heading(commands)
        .help_template(format!(
            "{{about}}\n\n{style}{heading}:{style:#}\n{lines}\n{style}{usage}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
}

/// A command with its arguments explained; those that every command has come last.
fn explained(command: Command, text_of: impl Fn(&str) -> Option<String>, language: Language) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command.arg(help).mut_args(|arg| {
        let id = arg.get_id().as_str();
        let text = text_of(id).or_else(|| text(general::ARGUMENTS, id, language));
        let is_general = arg.is_global_set() || id == "help" || id == "version";
        let arg = if language == Language::Zh { placeholders::in_chinese(arg) } else { arg };
        // the command's own arguments come first, under clap's headings
        let arg = if is_general { arg.help_heading(general::EVERYWHERE.get(language)) } else { arg };
        match text {
            Some(text) => arg.help(text),
            None => arg,
        }
    });
    command.next_line_help(false)
}

fn text(rows: &[(&str, Text)], id: &str, language: Language) -> Option<String> {
    rows.iter().find(|(known, _)| *known == id).map(|(_, text)| text.get(language).to_owned())
}
