//! Arguments → the command that was called. Each command's arguments are defined only when it is called.

use std::ffi::OsString;
use std::mem::ManuallyDrop;

use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::add::{Add, kinds};
use super::args::{
    Away, Brief, Change, Checklist, Completions, Confirm, Copy, Documents, Done, Explain, GlobalArgs, Help, Import,
    Init, Lint, Man, Pack, Publish, RecordReadings, Remove, Rename, Review, Rules, Schedule, Schema, Set, Templates,
    Today, Undo, Why,
};
use super::help;
use crate::language::Language;

/// Declares the commands, each with the table of its arguments.
macro_rules! commands {
    ($($word:literal $name:ident;)+) => {
        /// What was called.
        #[derive(Debug)]
        pub(crate) enum Command {
            $($name($name),)+
        }

        fn commands(language: Language) -> Vec<clap::Command> {
            vec![$(lazy::<$name>($word, language)),+]
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
    "today" Today;
    "done" Done;
    "schedule" Schedule;
    "checklist" Checklist;
    "brief" Brief;
    "document" Documents;
    "record" RecordReadings;
    "review" Review;
    "import" Import;
    "add" Add;
    "set" Set;
    "remove" Remove;
    "rename" Rename;
    "away" Away;
    "change" Change;
    "confirm" Confirm;
    "copy" Copy;
    "publish" Publish;
    "pack" Pack;
    "undo" Undo;
    "why" Why;
    "explain" Explain;
    "templates" Templates;
    "rules" Rules;
    "schema" Schema;
    "completions" Completions;
    "man" Man;
    "help" Help;
}

/// The whole command, its words in one language.
pub(crate) fn command(language: Language) -> clap::Command {
    help::program(GlobalArgs::command(), language).subcommands(commands(language))
}

/// A command that knows what it is for; its arguments are defined when it is called, or all are shown.
fn lazy<A: clap::Args>(word: &'static str, language: Language) -> clap::Command {
    let define: fn(clap::Command) -> clap::Command = match language {
        Language::Zh => |command| defined::<A>(command, Language::Zh),
        Language::En => |command| defined::<A>(command, Language::En),
    };
    help::with_summary(word, language).defer(define)
}

fn defined<A: clap::Args>(command: clap::Command, language: Language) -> clap::Command {
    let is_add = command.get_name() == "add";
    let command = help::explain(A::augment_args(command), language);
    if is_add { command.subcommands(kinds(language)) } else { command }
}

/// Reads the arguments, the first of which is the name of the program; errors and help come back as clap's error.
pub(crate) fn parse(
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    language: Language,
) -> Result<(GlobalArgs, Option<Command>), clap::Error> {
    // taken apart it would cost more than half of what it cost to build, at the end of the program's life
    let mut command = ManuallyDrop::new(command(language));
    let mut matches = command.try_get_matches_from_mut(arguments)?;
    let called = matches.remove_subcommand().map(|(word, mut matches)| called(&word, &mut matches)).transpose()?;
    Ok((GlobalArgs::from_arg_matches_mut(&mut matches)?, called))
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn every_command_and_argument_has_its_words() {
        for language in Language::ALL {
            let mut command = command(language);
            command.build();
            let nested = command.get_subcommands().flat_map(clap::Command::get_subcommands);
            let all = std::iter::once(&command).chain(command.get_subcommands()).chain(nested);
            for command in all {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                let is_listed = command.get_name() != "qun";
                assert!(!about.is_empty() && (!is_listed || about.width() + 15 <= 80), "{about}");
                for arg in command.get_arguments() {
                    assert!(arg.get_help().is_some(), "{} {}", command.get_name(), arg.get_id());
                }
            }
            assert!(command.get_subcommands().all(|command| command.get_arguments().count() > 5));
            command.debug_assert();
        }
    }

    #[test]
    fn usage_lines_in_chinese_have_no_english_placeholders() {
        let mut command = command(Language::Zh);
        command.build();
        let nested = command.get_subcommands().flat_map(clap::Command::get_subcommands);
        for command in command.get_subcommands().chain(nested) {
            let args = command.get_arguments().filter(|arg| arg.get_action().takes_values());
            for name in args.flat_map(|arg| arg.get_value_names().unwrap_or_default()) {
                let is_word = name.bytes().all(|byte| byte.is_ascii_uppercase() || b"|=.,".contains(&byte));
                assert!(!is_word || name == "SHELL", "{}: {name}", command.get_name());
            }
        }
    }

    #[test]
    fn every_row_of_the_help_belongs_to_a_command() {
        let mut command = command(Language::En);
        command.build();
        let known = |name: &str| command.get_subcommands().any(|command| command.get_name() == name);
        assert!(help::command_words().all(|(name, _)| known(name)));
        let mut words: Vec<&str> = help::command_words().map(|(_, word)| word).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all, "a word that means two commands means neither");
        let ids: Vec<&str> =
            command.get_subcommands().flat_map(clap::Command::get_arguments).map(|arg| arg.get_id().as_str()).collect();
        assert!(help::argument_ids().all(|id| ids.contains(&id) || id == "version"), "{ids:?}");
    }

    #[test]
    fn every_general_checklist_is_in_the_help() {
        let mut command = command(Language::Zh);
        command.build();
        let list = command.find_subcommand("checklist").expect("a command");
        let words = list.get_arguments().find(|arg| arg.get_id() == "words").and_then(|arg| arg.get_help());
        let words = words.expect("a text").to_string();
        for what in crate::checklist::ChecklistKind::GENERAL {
            assert!(words.contains(what.word()), "{what:?}");
        }
    }
}
