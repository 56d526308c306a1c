//! Suggested commands as a shell takes them, and as data.

use serde_json::{Value, json};

use super::Linted;
use crate::finding::{Arg, CommandWord, SuggestedCommand};
use crate::language::Language;
use crate::render::clean::clean;
use crate::render::shell::{quoted, quoted_path};
use crate::source::{Document, typed_route};

/// The plan that a command means when it names none.
const DEFAULT_PLAN: &str = "community.toml";

/// Where a command is to be run: the plan and its text.
#[derive(Clone, Copy)]
pub(super) struct CommandPrinter<'a> {
    document: &'a Document<'a>,
    path: &'a str,
    language: Language,
}

impl<'a> CommandPrinter<'a> {
    pub(super) fn new(linted: &'a Linted<'a>, language: Language) -> Self {
        Self { document: linted.document, path: &linted.path, language }
    }

    /// Commands as they can be pasted; standard input has none.
    pub(super) fn lines(self, commands: &[SuggestedCommand]) -> Vec<String> {
        let commands = commands.iter().filter(|_| self.path != "-");
        commands.map(|command| clean(&self.line(command))).collect()
    }

    fn line(self, command: &SuggestedCommand) -> String {
        let mut line = "qun".to_owned();
        for word in &command.words {
            line.push(' ');
            line.push_str(&match word {
                CommandWord::Plain(word) => quoted(word),
                CommandWord::Route(path) => quoted(&typed_route(self.document, path)),
                CommandWord::Needed { want, .. } => format!("\"{}\"", placeholder(want, self.language)),
            });
        }
        if self.path != DEFAULT_PLAN {
            line.push(' ');
            line.push_str(&quoted_path(self.path));
        }
        line
    }

    /// The commands for machines: each with the values that it needs.
    pub(super) fn json(self, commands: &[SuggestedCommand]) -> Vec<Value> {
        let needed = |word: &CommandWord| match word {
            CommandWord::Needed { key, want } => {
                let placeholder = placeholder(want, self.language);
                Some(json!({
                    "key": key,
                    "placeholder": placeholder,
                    "want": want.show(self.language),
                    "choice": matches!(want, Arg::Name { .. }),
                }))
            }
            _ => None,
        };
        let json = |command: &SuggestedCommand| {
            let needs: Vec<Value> = command.words.iter().filter_map(needed).collect();
            json!({ "command": clean(&self.line(command)), "needs": needs })
        };
        commands.iter().filter(|_| self.path != "-").map(json).collect()
    }
}

/// What stands for a value that is still to be given, safe between double quotes.
fn placeholder(want: &Arg, language: Language) -> String {
    let want: String = want.show(language).chars().filter(|c| !"\"`$\\!<>".contains(*c)).collect();
    format!("<{want}>")
}
