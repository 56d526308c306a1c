//! The options of `qun add`: a command for each kind of thing, an option for each of its keys. They follow from the
//! plan's vocabulary.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, value_parser};

use super::examples::examples;
use crate::cli::args::TextOrJson;
use crate::cli::help::{self, DRY_RUN, EDITED, EFFECT_FORMAT};
use crate::cli::plans;
use crate::interview::adding::{key_of, questions_about};
use crate::language::{Language, Text};
use crate::plan::ElementKind;
use crate::source::{KeyInfo, Shape};

/// What is to be added.
#[derive(Debug)]
pub(crate) struct Add {
    /// The kind, where one was named.
    pub what: Option<&'static ElementKind>,
    /// The keys that were given, as typed.
    pub given: Vec<(&'static KeyInfo, String)>,
    pub plan: PathBuf,
    pub format: TextOrJson,
    pub dry_run: bool,
    pub force: bool,
}

impl Args for Add {
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}

impl FromArgMatches for Add {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut add = Self {
            what: None,
            given: Vec::new(),
            plan: plans::STANDARD.into(),
            format: TextOrJson::Text,
            dry_run: false,
            force: false,
        };
        add.update_from_arg_matches(matches)?;
        Ok(add)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let Some((word, matches)) = matches.subcommand() else { return Ok(()) };
        self.what = ElementKind::addable().find(|what| what.word == word);
        let given = |info: &'static KeyInfo| Some((info, matches.get_one::<String>(info.key)?.clone()));
        self.given = self.what.into_iter().flat_map(ElementKind::keys).filter_map(given).collect();
        if let Some(plan) = matches.get_one::<PathBuf>("plan") {
            self.plan.clone_from(plan);
        }
        // qun add person Ana
        let name = self.what.and_then(|what| what.keys().find(|info| ["name", "title"].contains(&info.key)));
        if let (Some(word), Some(info)) = (plans::word_for_plan(&self.plan), name)
            && !self.given.iter().any(|(given, _)| given.key == info.key)
        {
            self.given.push((info, word.to_owned()));
            self.plan = plans::STANDARD.into();
        }
        if let Some(format) = matches.get_one::<TextOrJson>("format") {
            self.format = *format;
        }
        self.dry_run = matches.get_flag("dry_run");
        self.force = matches.get_flag("force");
        Ok(())
    }
}

/// The command of each kind, its words in one language.
pub(crate) fn kinds(language: Language) -> Vec<Command> {
    ElementKind::addable().map(|what| kind(what, language)).collect()
}

fn kind(what: &'static ElementKind, language: Language) -> Command {
    let plan = Arg::new("plan").value_name("PLAN").default_value(plans::STANDARD);
    let format = Arg::new("format").long("format").value_name("FORMAT").default_value("text");
    let command = Command::new(what.word)
        .alias(what.name.zh)
        .about(NEW.fill(language, |_| Some(what.name.get(language).to_owned())))
        .disable_help_flag(true)
        .arg(plan.value_parser(value_parser!(PathBuf)))
        .args(what.keys().map(option))
        .arg(format.value_parser(value_parser!(TextOrJson)))
        .args(["dry_run", "force"].map(|id| Arg::new(id).long(id.replace('_', "-")).action(ArgAction::SetTrue)));
    let is_needed = |id: &str| questions_about(what).iter().any(|question| key_of(question) == id);
    let needed = |id: &str| if is_needed(id) { NEEDED.get(language) } else { "" };
    let text_of = |id: &str| match id {
        "plan" => Some(EDITED.get(language).to_owned()),
        "format" => Some(EFFECT_FORMAT.get(language).to_owned()),
        "dry_run" => Some(DRY_RUN.get(language).to_owned()),
        "force" => Some(FORCE.get(language).to_owned()),
        "id" => Some(ID.get(language).to_owned()),
        _ => what.keys().find(|info| info.key == id).map(|info| about(info, language) + needed(id)),
    };
    help::with_help(command, (examples(what.word), Text::new("", "")), text_of, language)
}

const NEW: Text = Text::new("加{what}", "a new {what}");
const NEEDED: Text = Text::new("（必填）", " (required)");
const ID: Text = Text::new(
    "名字，如 film-night；不写就从标题来",
    "its id, such as film-night; if left out, it is made from the title",
);
const FORCE: Text = Text::new("即使有错误也写入", "write it even if it causes errors");

/// The option by which a key is given.
pub(super) fn flag(key: &str) -> String {
    format!("--{}", key.replace('_', "-"))
}

fn option(info: &'static KeyInfo) -> Arg {
    let placeholder = match info.shape {
        Shape::Integer { .. } | Shape::Number => "N",
        Shape::Boolean => "true|false",
        Shape::Date | Shape::Moment => "DATE",
        Shape::Choice(_) => "WORD",
        Shape::Reference(..) => "NAME",
        Shape::List(Shape::Choice(_)) => "WORD,WORD",
        Shape::List(Shape::Reference(..) | Shape::Table(_)) => "NAME,NAME",
        _ => "TEXT",
    };
    Arg::new(info.key).long(info.key.replace('_', "-")).value_name(placeholder).allow_hyphen_values(true)
}

/// What a key says, and the words that it may hold.
pub(super) fn about(info: &KeyInfo, language: Language) -> String {
    let about = info.about.get(language);
    let (Shape::Choice(choices) | Shape::List(Shape::Choice(choices))) = &info.shape else { return about.to_owned() };
    let words: Vec<&str> = choices.iter().map(|choice| choice.word).collect();
    with_words(about, &words, language)
}

/// A text, and in brackets the words to choose from.
pub(super) fn with_words(text: &str, words: &[&str], language: Language) -> String {
    let all = words.join(" ");
    match words {
        [] => text.to_owned(),
        _ => Text::new("{text}（可选：{all}）", "{text} (one of: {all})")
            .fill(language, |name| Some(if name == "text" { text.to_owned() } else { all.clone() })),
    }
}
