//! The language before there is a plan: that of the arguments, else of the system.

use std::ffi::OsString;

use crate::language::Language;

/// The language for messages about the arguments themselves: `--lang` if it is there, else the locale.
pub(crate) fn language_before_plan(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let given = texts.iter().enumerate().find_map(|(at, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    if let Some(Ok(language)) = given.map(str::parse) {
        return language;
    }
    let from_environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    Language::of_locale(&from_environment.or_else(sys_locale::get_locale).unwrap_or_default())
}
