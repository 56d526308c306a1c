//! The options of `qun add`: a command for each kind of thing, an option for each of its keys. They follow from the
//! plan's vocabulary.

use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
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
    /// Of what it is a part, where it is one: as typed.
    pub of: Option<String>,
    /// The keys that were given, as typed, of each that is added.
    pub given: Vec<Vec<(&'static KeyInfo, String)>>,
    /// What was typed without an option: the name of the first, or all that is known of it.
    pub line: Option<String>,
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
            of: None,
            given: vec![Vec::new()],
            line: None,
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
        self.given = given(self.what, matches)?;
        if self.what.is_some_and(|what| what.within().is_some()) {
            self.of = matches.get_one::<String>("of").cloned();
        }
        if let Some(plan) = matches.get_one::<PathBuf>("plan") {
            self.plan.clone_from(plan);
        }
        // qun add person Ana, with or without the plan behind it
        // a part of something has no place for one
        let behind = matches.try_get_one::<PathBuf>("behind").ok().flatten();
        let word = match behind {
            Some(_) => self.plan.to_str(),
            None => plans::word_for_plan(&self.plan),
        };
        if let Some(word) = word {
            self.line = Some(word.to_owned());
            self.plan = behind.map_or_else(|| plans::STANDARD.into(), Clone::clone);
        }
        if let Some(format) = matches.get_one::<TextOrJson>("format") {
            self.format = *format;
        }
        self.dry_run = matches.get_flag("dry_run");
        self.force = matches.get_flag("force");
        Ok(())
    }
}

/// The keys of each that is added: `--and` begins the next one.
fn given(
    what: Option<&'static ElementKind>,
    matches: &ArgMatches,
) -> Result<Vec<Vec<(&'static KeyInfo, String)>>, clap::Error> {
    let next: Vec<usize> = matches.indices_of("and").into_iter().flatten().collect();
    let mut given = vec![Vec::new(); next.len() + 1];
    for info in what.into_iter().flat_map(ElementKind::keys) {
        let values = matches.get_many::<String>(info.key).into_iter().flatten();
        for (at, value) in matches.indices_of(info.key).into_iter().flatten().zip(values) {
            let of: &mut Vec<(&'static KeyInfo, String)> = &mut given[next.partition_point(|and| *and < at)];
            if of.iter().any(|(known, _)| known.key == info.key) {
                let mut error = clap::Error::new(ErrorKind::ArgumentConflict);
                error.insert(ContextKind::InvalidArg, ContextValue::String(flag(info.key)));
                error.insert(ContextKind::PriorArg, ContextValue::String(flag(info.key)));
                return Err(error);
            }
            of.push((info, value.clone()));
        }
    }
    Ok(given)
}

/// The command of each kind, its words in one language.
pub(crate) fn kinds(language: Language) -> Vec<Command> {
    ElementKind::addable().map(|what| kind(what, language)).collect()
}

fn kind(what: &'static ElementKind, language: Language) -> Command {
    let whole = what.within();
    let placeholder = if whole.is_none() { "NAME|PLAN" } else { "PLAN" };
    let plan = Arg::new("plan").value_name(placeholder).default_value(plans::STANDARD);
    let format = Arg::new("format").long("format").value_name("FORMAT").default_value("text");
    let command = Command::new(what.word)
        .alias(what.name.zh)
        .aliases(what.also)
        .about(NEW.fill(language, |_| Some(what.name.get(language).to_owned())))
        .disable_help_flag(true)
        .args(whole.map(|_| Arg::new("of").value_name("ACTIVITY")))
        .arg(plan.value_parser(value_parser!(PathBuf)))
        .args(whole.is_none().then(|| Arg::new("behind").value_name("PLAN").value_parser(value_parser!(PathBuf))))
        .args(what.keys().map(option))
        .arg(Arg::new("and").long("and").num_args(0).default_missing_value("").action(ArgAction::Append))
        .arg(format.value_parser(value_parser!(TextOrJson)))
        .args(["dry_run", "force"].map(|id| Arg::new(id).long(id.replace('_', "-")).action(ArgAction::SetTrue)));
    let is_needed = |id: &str| questions_about(what).iter().any(|question| key_of(question) == id);
    let needed = |id: &str| if is_needed(id) { NEEDED.get(language) } else { "" };
    let text_of = |id: &str| match id {
        "of" => Some(OF.get(language).to_owned()),
        "plan" if whole.is_none() => Some(NAMED.get(language).to_owned()),
        "plan" | "behind" => Some(EDITED.get(language).to_owned()),
        "format" => Some(EFFECT_FORMAT.get(language).to_owned()),
        "dry_run" => Some(DRY_RUN.get(language).to_owned()),
        "and" => Some(AND.get(language).to_owned()),
        "force" => Some(FORCE.get(language).to_owned()),
        "id" => Some(ID.get(language).to_owned()),
        _ => what.keys().find(|info| info.key == id).map(|info| about(info, language) + needed(id)),
    };
    help::with_help(command, (examples(what.word), Text::new("", "")), text_of, language)
}

const NEW: Text = Text::new("加{what}", "a new {what}");
const NAMED: Text = Text::new(
    "叫什么，或像访谈里那样写一行：敏姐 管理员 4小时；也可以是计划文件",
    "its name, or a line as in the interview: Dana, moderator, 4h; or the plan",
);
const NEEDED: Text = Text::new("（必填）", " (required)");
const OF: Text = Text::new("哪个活动：名字或标题", "the activity, by id or title");
const ID: Text = Text::new(
    "名字，如 film-night；不写就从标题来",
    "its id, such as film-night; if left out, it is made from the title",
);
const AND: Text = Text::new(
    "同时再加一个，后面写它的选项；可以写几次",
    "add another one at the same time, with the options behind it; can be given several times",
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
    Arg::new(info.key)
        .long(info.key.replace('_', "-"))
        .value_name(placeholder)
        .allow_hyphen_values(true)
        .action(ArgAction::Append)
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
