//! Help, and what is wrong with the arguments, in the language of the user: clap's own texts are English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::ExpectedValue;
use super::exit::{DONE, FAILED};
use super::failure::{Failure, Message};
use super::{command_line, help, out};
use crate::language::{Language, Text};
use crate::plan::ElementKind;
use crate::plan::is_role_word;
use crate::source::{Suggestion, nearest};

/// Shows the help of a command, of the program where none is named.
pub(crate) fn help(words: &[String], language: Language) -> u8 {
    let arguments = ["qun"].into_iter().chain(words.iter().map(String::as_str)).chain(["--help"]);
    match command_line::parse(arguments, language) {
        Ok(_) => DONE,
        Err(error) => explain(&error, words.first().map(String::as_str), language),
    }
}

/// Shows help, the version, or what is wrong with the arguments of the command that was `called`; returns the exit code.
pub(crate) fn explain(error: &clap::Error, called: Option<&str>, language: Language) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        out::styled(&translated(&error.render().ansi().to_string(), language));
        return DONE;
    }
    out::failure(&failure(error, called), language);
    FAILED
}

/// What is wrong with the arguments, and what to type.
fn failure(error: &clap::Error, called: Option<&str>) -> Failure {
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let message = match error.kind() {
        ErrorKind::UnknownArgument if !get(ContextKind::InvalidArg).starts_with('-') => Text::new(
            "多了“{arg}”；有空格的内容要放进引号",
            "one word too many: \"{arg}\"; put a value with spaces in quotes",
        ),
        ErrorKind::UnknownArgument => Text::new("没有 {arg} 这个选项", "there is no option {arg}"),
        ErrorKind::InvalidSubcommand => Text::new("没有 {sub} 这个命令", "there is no command {sub}"),
        ErrorKind::InvalidValue if get(ContextKind::InvalidValue).is_empty() => {
            Text::new("{arg} 后面缺了值", "{arg} needs a value")
        }
        ErrorKind::InvalidValue => Text::new("{arg} 不能是“{value}”", "{arg} cannot be \"{value}\""),
        ErrorKind::ValueValidation => {
            Text::new("{arg} 不能是“{value}”：要{why}", "{arg} cannot be \"{value}\": expected {why}")
        }
        ErrorKind::MissingRequiredArgument => Text::new("还缺 {arg}", "missing: {arg}"),
        ErrorKind::ArgumentConflict => {
            Text::new("{arg} 和 {prior} 不能一起用", "{arg} and {prior} cannot be used together")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            Text::new("{arg} 的值太多", "too many values for {arg}")
        }
        _ => Text::new("参数凑在一起看不懂", "these arguments make no sense together"),
    };
    let expected = std::error::Error::source(error).and_then(|source| source.downcast_ref::<ExpectedValue>()).copied();
    let (arg, sub) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidSubcommand));
    let (value, prior) = (get(ContextKind::InvalidValue), get(ContextKind::PriorArg));
    let mut failure = Failure::new(Message::new(move |language| {
        message.fill(language, |name| match name {
            "arg" => Some(arg.clone()),
            "sub" => Some(sub.clone()),
            "value" => Some(value.clone()),
            "prior" => Some(prior.clone()),
            "why" => Some(expected?.0.get(language).to_owned()),
            _ => None,
        })
    }));
    if error.kind() == ErrorKind::InvalidSubcommand {
        let word = get(ContextKind::InvalidSubcommand);
        return if called == Some("add") { unknown_kind(&word) } else { unknown_command(failure, &word) };
    }
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = nearest.into_iter().map(get).find(|near| !near.is_empty()) {
        failure = failure.suggest(Suggestion::Near(vec![near]));
    }
    let valid = get(ContextKind::ValidValue);
    if !valid.is_empty() {
        failure = failure.suggest(Suggestion::All(vec![valid]));
    }
    let usage = Text::new("用 qun help {called} 看用法", "qun help {called} shows how to use it");
    let example = called.filter(|_| error.kind() == ErrorKind::MissingRequiredArgument).and_then(help::examples_of);
    if let Some(example) = example {
        let words = Text::new("例如：{example}", "for example: {example}");
        let line =
            move |language: Language| words.fill(language, |_| Some(example.get(language).lines().next()?.to_owned()));
        failure = failure.hint(Message::new(line));
    }
    match called {
        Some(called) => failure.hint(Message::of(usage, [("called", &called)])),
        None => failure.hint(Text::new("用 qun help 看用法", "qun help shows how to use it")),
    }
}

/// There is nothing of this kind to add: the nearest kind, or all of them.
fn unknown_kind(word: &str) -> Failure {
    let words = Text::new("“{word}”不是可以加的一类", "\"{word}\" is not something to add");
    let kinds = ElementKind::addable().flat_map(|kind| [kind.word, kind.name.zh]);
    let listed = Suggestion::All(ElementKind::addable().map(|kind| kind.word.to_owned()).collect());
    let failure = Failure::of(words, [("word", &word)]).suggest(match Suggestion::new(word, kinds) {
        Suggestion::All(_) => listed,
        near @ Suggestion::Near(_) => near,
    });
    match is_role_word(word) {
        true => failure.hint(Message::of(
            Text::new(
                "角色要由人来担任：qun add person --name 名字 --roles {word}",
                "a role is held by a person: qun add person --name NAME --roles {word}",
            ),
            [("word", &word)],
        )),
        false => failure,
    }
}

/// There is no such command: the one that the word is looked for by, else the nearest.
fn unknown_command(failure: Failure, word: &str) -> Failure {
    let word = word.to_lowercase();
    let of =
        |sought: &str| help::command_words().find(|(_, word)| *word == sought).map(|(name, _)| format!("qun {name}"));
    let near: Vec<&str> = match of(&word) {
        Some(_) => vec![&word],
        None => nearest(&word, help::command_words().map(|(_, word)| word)),
    };
    let mut commands: Vec<String> = Vec::new();
    for command in near.into_iter().filter_map(of) {
        if commands.len() < 2 && !commands.contains(&command) {
            commands.push(command);
        }
    }
    match commands.is_empty() {
        true => failure.hint(Text::new("qun help 列出全部命令", "qun help lists all commands")),
        false => failure.suggest(Suggestion::Near(commands)),
    }
}

/// The few words that clap itself puts into help.
pub(crate) fn translated(help: &str, language: Language) -> String {
    match language {
        Language::En => help.to_owned(),
        Language::Zh => help
            .replace("[OPTIONS]", "[选项]")
            .replace("[COMMAND]", "[命令]")
            .replace("Arguments:", "参数:")
            .replace("Options:", "选项:")
            .replace("[default: ", "[默认：")
            // it may begin on one line and go on in the next
            .replace("[possible\n", "[possible ")
            .replace("[possible values: ", "[可选："),
    }
}
