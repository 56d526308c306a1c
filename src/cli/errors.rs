//! Usage errors in the language of the user: clap's own texts are English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{DONE, FAILED, out};
use crate::language::{Language, Text, fill};

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
    let source = std::error::Error::source(error).map(|source| pick(&source.to_string(), language)).unwrap_or_default();
    let message = fill(message.get(language), |name| match name {
        "arg" => Some(get(ContextKind::InvalidArg)),
        "sub" => Some(get(ContextKind::InvalidSubcommand)),
        "value" => Some(get(ContextKind::InvalidValue)),
        "prior" => Some(get(ContextKind::PriorArg)),
        "why" => Some(source.clone()),
        _ => None,
    });
    let mut lines = vec![message];
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = nearest.into_iter().map(get).find(|near| !near.is_empty()) {
        lines.push(format!("{}{near}", Text::new("是不是：", "did you mean: ").get(language)));
    }
    let valid = get(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(format!("{}{valid}", Text::new("可以是：", "it may be: ").get(language)));
    }
    lines.push(Text::new("用 qun --help 看用法", "see qun --help").get(language).to_owned());
    out::problem(&lines[0], &lines[1..], language);
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
