//! `qun set`: one value, without opening the file.

use super::args::Set as Asked;
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{edit, files, out};
use crate::amend::{Set, Snapshot, StaleNames, amend};
use crate::finding::Literal;
use crate::interview::{self, AnswerKind};
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::plan::read;
use crate::render::clean;
use crate::source::Document;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let text = files::read(&asked.plan, session.language())?;
    if asked.key.trim().is_empty() {
        let more = Text::new(
            "例如 qun set community.size.now 230；用 qun schema 看全部的键",
            "for example qun set community.size.now 230; qun schema lists all keys",
        );
        return Err(Failure::new(Text::new("没有写要改哪个键", "no key is given")).hint(more));
    }
    let library = session.library(&asked.plan);
    // not opened as for the other commands: a value may be what makes the file sound
    let reading = {
        let mut buffer = String::new();
        read(&Document::parse(&text, &mut buffer), &library)
    };
    let language = session.set_plan_language(&reading.plan);
    let today = session.today(&reading.plan);
    // its effect asks for no calendar
    let now = Snapshot { text: &text, reading: &reading, library: &library, holidays: Holidays::none(), today };
    let set = Set::read(&now, &asked.key, &asked.value, language)?;
    let shown = shown(&set.value, language);
    let amendment = amend(now, set)?;
    if edit::deliver(&asked.plan, &text, &amendment.text, asked.dry_run, language)? {
        out::talk(&format!("{} = {shown}", asked.key));
    }
    show_stale_names(&amendment.effect()?, language);
    Ok(DONE)
}

/// A value as the file has it: a name as its word, a list of names with each of them.
fn shown(value: &Literal, language: Language) -> String {
    let text = |value: &Literal| match value {
        Literal::Text(text) => Some(text.clone()),
        _ => None,
    };
    let names = match value {
        Literal::List(values) => values.iter().map(text).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    match (value, names) {
        (_, Some(names)) => {
            format!("[{}]", names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", "))
        }
        (Literal::Boolean(value), _) => value.to_string(),
        _ => interview::shown(AnswerKind::Text, value, language),
    }
}

/// A name that is changed in one place may still be in texts, which refer to nothing.
fn show_stale_names(left: &StaleNames, language: Language) {
    for (name, paths) in left {
        let words = Text::new("这些文字里还写着“{name}”：{paths}", "texts that still have \"{name}\": {paths}");
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        out::talk(&words.fill(language, |part| Some(if part == "name" { clean(name) } else { paths.join(" ") })));
    }
}
