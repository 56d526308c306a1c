//! The language before there is a plan: that of the arguments, else of the system.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use crate::language::Language;

/// What the plan of a folder is called.
pub(crate) const STANDARD: &str = "community.toml";
/// So many bytes of a plan are looked at, at most.
const BEGINNING: u64 = 16 << 10;

/// The language for messages about the arguments themselves: `--lang` if it is there, else that of the plan of this
/// folder, else the locale.
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
    if let Some(language) = of_plan_here() {
        return language;
    }
    let from_environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    Language::of_locale(&from_environment.or_else(sys_locale::get_locale).unwrap_or_default())
}

/// The language that the plan of this folder says at its beginning, if there is one.
fn of_plan_here() -> Option<Language> {
    // to open a pipe would wait for whoever writes to it
    let is_file = std::fs::metadata(STANDARD).is_ok_and(|about| about.is_file());
    let file = is_file.then(|| File::open(STANDARD).ok()).flatten()?;
    let lines = BufReader::new(file.take(BEGINNING)).lines().map_while(Result::ok);
    said(lines)
}

/// What the lines before the first table say.
fn said(lines: impl Iterator<Item = String>) -> Option<Language> {
    let mut keys = lines.take_while(|line| !line.trim_start().starts_with('['));
    keys.find_map(|line| {
        let value =
            line.trim_start_matches('\u{feff}').trim().strip_prefix("language")?.trim_start().strip_prefix('=')?;
        value.trim_start().trim_start_matches(['"', '\'']).split(['"', '\'']).next()?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_says_its_language_before_its_tables() {
        let of = |text: &str| said(text.lines().map(str::to_owned));
        assert_eq!(of("\u{feff}# ours\nformat = 1\nlanguage = \"zh-CN\" # ours\n[community]\n"), Some(Language::Zh));
        assert_eq!(of("language='en'"), Some(Language::En));
        assert_eq!(of("[x]\nlanguage = \"en\"\n"), None);
        assert_eq!(of("language = \"fr\"\nlanguages = 2\n"), None);
    }
}
