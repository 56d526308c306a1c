//! `qun set`: one value, without opening the file.

use anyhow::anyhow;

use super::args::Set;
use super::session::Session;
use super::{DONE, edit, files, out};
use crate::finding::{Edit, KeyPath, Level, Literal};
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{Plan, left_behind, read};
use crate::render::clean;
use crate::source::{Document, Table, literal, resolve};

pub(crate) fn run(asked: &Set, session: &Session) -> anyhow::Result<u8> {
    let language = session.language();
    let text = files::read(&asked.plan, language)?;
    if asked.key.trim().is_empty() {
        let what = Text::new("没有写要改哪个键", "no key is given");
        let more = Text::new(
            "例如 qun set community.size.now 230；用 qun schema 看全部的键",
            "for example qun set community.size.now 230; see all keys with qun schema",
        );
        return Err(anyhow!(more.get(language)).context(what.get(language)));
    }
    let library = session.library(&asked.plan);
    let errors = |text: &str| -> (Vec<(KeyPath, String, Option<String>)>, Language) {
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let reading = read(&document, &library);
        let language = session.speak_of(&reading.plan);
        let errors = reading.findings.iter().filter(|finding| finding.level == Level::Error);
        (
            errors
                .map(|finding| (finding.place.path.clone(), finding.message(language), finding.known_help(language)))
                .collect(),
            language,
        )
    };
    let (before, language) = errors(&text);
    let mut buffer = String::new();
    let document = Document::parse(&text, &mut buffer);
    let path = resolve(&document, &asked.key).ok_or_else(|| {
        let what = Text::new("找不到 {key} 指的那一项", "there is nothing that {key} speaks of");
        anyhow!(what.fill(language, |_| Some(asked.key.clone())))
    })?;
    let (shape, about) = Plan::TABLE.shape(&path).ok_or_else(|| {
        let what = Text::new(
            "计划里没有 {key} 这个键；用 qun schema 看全部",
            "plans have no key {key}; see all with qun schema",
        );
        anyhow!(what.fill(language, |_| Some(asked.key.clone())))
    })?;
    let value = literal(shape, &asked.value).map_err(|want| {
        let what = Text::new("{key} 要{want}", "{key} takes {want}");
        anyhow!(what.fill(language, |name| match name {
            "key" => Some(asked.key.clone()),
            _ => Some(want.get(language).to_owned()),
        }))
    })?;
    // as it stands in the file: a name as its word, a list with its elements told apart
    let shown = match &value {
        Literal::Text(text) => text.clone(),
        Literal::List(values) => {
            let one = |value: &Literal| match value {
                Literal::Text(text) => format!("\"{text}\""),
                _ => asked.value.clone(),
            };
            format!("[{}]", values.iter().map(one).collect::<Vec<_>>().join(", "))
        }
        _ => asked.value.clone(),
    };
    let comment = Some(about.get(language).to_owned());
    let edited = edit::applied(&text, &[Edit::Set { path, value, comment }], language)?;
    let (after, _) = errors(&edited);
    if let Some((_, message, help)) = after.iter().find(|error| !before.contains(error)) {
        return Err(match help {
            Some(help) => anyhow!(help.clone()).context(message.clone()),
            None => anyhow!(message.clone()),
        });
    }
    if edit::deliver(&asked.plan, &text, &edited, asked.dry_run, language)? {
        out::talk(&format!("{} = {shown}", asked.key));
    }
    tell_left_behind(&text, &edited, &library, language);
    Ok(DONE)
}

/// Names no texts by themselves: whoever is renamed may still stand in some.
fn tell_left_behind(before: &str, after: &str, library: &Library, language: Language) {
    let plan = |text: &str| {
        let mut buffer = String::new();
        read(&Document::parse(text, &mut buffer), library).plan
    };
    for (name, paths) in left_behind(&plan(before), &plan(after)) {
        let words = Text::new("这些文字里还写着“{name}”：{paths}", "texts that still name \"{name}\": {paths}");
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        out::talk(&words.fill(language, |part| Some(if part == "name" { clean(&name) } else { paths.join(" ") })));
    }
}
