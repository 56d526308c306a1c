//! Usage errors in the language of the user: clap's own texts are English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::{Failure, Message};
use super::{DONE, FAILED, out};
use crate::language::{Language, Text};
use crate::source::Suggestion;

/// Shows help, the version, or what is wrong with the arguments; returns the exit code.
pub(crate) fn usage(error: &clap::Error, language: Language) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        out::styled(&translated(&error.render().ansi().to_string(), language));
        return DONE;
    }
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let message = match error.kind() {
        ErrorKind::UnknownArgument => Text::new("没有 {arg} 这个选项", "there is no option {arg}"),
        ErrorKind::InvalidSubcommand => Text::new("没有 {sub} 这个命令", "there is no command {sub}"),
        ErrorKind::InvalidValue if get(ContextKind::InvalidValue).is_empty() => {
            Text::new("{arg} 后面缺了值", "{arg} wants a value")
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
        _ => Text::new("参数看不懂", "the arguments cannot be understood"),
    };
    let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let (arg, sub) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidSubcommand));
    let (value, prior) = (get(ContextKind::InvalidValue), get(ContextKind::PriorArg));
    let mut failure = Failure::new(Message::new(move |language| {
        message.fill(language, |name| match name {
            "arg" => Some(arg.clone()),
            "sub" => Some(sub.clone()),
            "value" => Some(value.clone()),
            "prior" => Some(prior.clone()),
            "why" => Some(pick(&why, language)),
            _ => None,
        })
    }));
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = nearest.into_iter().map(get).find(|near| !near.is_empty()) {
        failure = failure.suggest(Suggestion::Near(vec![near]));
    }
    let valid = get(ContextKind::ValidValue);
    if !valid.is_empty() {
        failure = failure.suggest(Suggestion::All(vec![valid]));
    }
    out::failure(&failure.hint(Text::new("用 qun --help 看用法", "see qun --help")), language);
    FAILED
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
            .replace("[possible values: ", "[可选："),
    }
}

/// The half of a text in both languages (`zh / en`) that is wanted.
fn pick(text: &str, language: Language) -> String {
    match (text.split_once(" / "), language) {
        (Some((zh, _)), Language::Zh) => zh.to_owned(),
        (Some((_, en)), Language::En) => en.to_owned(),
        (None, _) => text.to_owned(),
    }
}
