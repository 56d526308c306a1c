//! Findings as data: which rule, how grave, where in the plan, with which facts, and which edits would fix it.
//!
//! Prose, colours and languages come later, in `render`. Must not know layout, choose a language, or touch bytes.

mod arg;
mod command;
mod edit;
mod file;
mod list;
mod path;
mod rule;

pub use arg::Arg;
pub use command::{CommandWord, SuggestedCommand, together};
pub use edit::{Edit, Literal};
pub use file::*;
pub use list::{FindingList, LISTED};
pub use path::{KeyPath, Place, PlacePart, Segment, Trail};
pub use rule::{Level, RuleInfo, Source};

use crate::language::{Language, Text};

/// The fact that holds the lines of a calculation.
const CALCULATION: &str = "calculation";

/// Room for as many facts is made with the first: most findings have no more.
const FACTS: usize = 2;

/// One problem of a plan.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static RuleInfo,
    /// How grave it is here: at most the rule's own level.
    pub level: Level,
    /// Where it is.
    pub place: Place,
    /// The values of the message's placeholders, and what machines want to know besides.
    pub args: Vec<(&'static str, Arg)>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Place, Text)>,
    /// Ways to fix it.
    pub fixes: Vec<Fix>,
    /// Commands that fix it, or begin to, one after the other.
    pub commands: Vec<SuggestedCommand>,
}

/// One way to fix a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does.
    pub title: Text,
    /// The edits, applied together.
    pub edits: Vec<Edit>,
    /// Whether it can be applied without asking: it cannot change what was meant.
    pub safe: bool,
}

impl Finding {
    /// A finding at the rule's own level, with no facts yet.
    pub fn new(rule: &'static RuleInfo, place: impl Into<Place>) -> Self {
        let place = place.into();
        Self {
            rule,
            level: rule.level,
            place,
            args: Vec::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            commands: Vec::new(),
        }
    }

    /// Adds a fact; its name is a placeholder of the rule's message, or extra knowledge for machines.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        if self.args.is_empty() {
            self.args.reserve_exact(FACTS);
        }
        self.args.push((name, arg.into()));
        self
    }

    /// Lowers the level; it never rises above the rule's own.
    pub fn at_most(mut self, level: Level) -> Self {
        self.level = self.level.min(level);
        self
    }

    /// Adds a line of the calculation behind it, with the values of its placeholders.
    pub fn calculation_line(mut self, line: Text, args: Vec<(&'static str, Arg)>) -> Self {
        let line = Arg::Phrase(line, args);
        match self.args.iter_mut().find(|(name, _)| *name == CALCULATION) {
            Some((_, Arg::List(lines))) => lines.push(line),
            _ => self.args.push((CALCULATION, Arg::List(vec![line]))),
        }
        self
    }

    /// The lines of the calculation behind it, if there is one.
    pub fn calculation(&self) -> &[Arg] {
        match self.arg(CALCULATION) {
            Some(Arg::List(lines)) => lines,
            _ => &[],
        }
    }

    /// Adds another place that belongs to it.
    pub fn related(mut self, place: impl Into<Place>, text: Text) -> Self {
        self.related.push((place.into(), text));
        self
    }

    /// Adds a way to fix it.
    pub fn fix(mut self, title: Text, edits: Vec<Edit>, safe: bool) -> Self {
        self.fixes.push(Fix { title, edits, safe });
        self
    }

    /// Adds a command that fixes it, or begins to, behind those that it has.
    pub fn command(mut self, command: SuggestedCommand) -> Self {
        self.commands.push(command);
        self
    }

    /// The fact of this name.
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        arg::arg(&self.args, name)
    }

    /// The message in one language, with its facts filled in.
    pub fn message(&self, language: Language) -> String {
        self.fill(self.rule.message, language)
    }

    /// How to fix it, in one language, with its facts filled in.
    pub fn help(&self, language: Language) -> String {
        self.fill(self.rule.help, language)
    }

    /// How to fix it, where everything that the help refers to is known.
    pub fn known_help(&self, language: Language) -> Option<String> {
        let is_known = |name: &&str| self.arg(name).is_some();
        let help = self.rule.help.placeholders(language).iter().all(is_known).then(|| self.help(language));
        help.filter(|help| !help.is_empty())
    }

    /// Fills facts into a text; words among them may hold facts themselves, one level deep.
    pub fn fill(&self, text: Text, language: Language) -> String {
        text.fill(language, |name| match self.arg(name)? {
            Arg::Words(words) => Some(words.fill(language, |name| Some(self.arg(name)?.show(language)))),
            arg => Some(arg.show(language)),
        })
    }
}
