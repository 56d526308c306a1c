//! What is built in, shown: starters, SOPs, checklists; the schema, completions, the manual page.

use serde_json::json;

use super::args::{SchemaOf, Templates, TextOrJson};
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{command_line, out, plans};
use crate::document::DocumentKind;
use crate::language::{Language, Text};
use crate::library::{Library, TemplateKind};
use crate::plan::{Plan, read};
use crate::render;
use crate::source::{Document, Suggestion};

pub(crate) fn run(asked: &Templates, session: &Session) -> Result<u8, Failure> {
    let language = plans::language_here(session);
    let library = session.library(std::path::Path::new(plans::STANDARD));
    if let Some(name) = &asked.name {
        return one(name, asked.kind, &library, language);
    }
    let kind = asked.kind.unwrap_or(TemplateKind::Plans);
    let names = names(kind, &library);
    let rows: Vec<_> =
        names.iter().map(|name| (*name, Language::ALL.map(|l| about(kind, name, l, &library)))).collect();
    match asked.format {
        TextOrJson::Json => {
            let kind = word(kind);
            let rows: Vec<_> = (rows.iter())
                .map(|(name, [zh, en])| {
                    json!({
                        "name": name, "kind": kind, "languages": ["zh-CN", "en"],
                        "title": { "zh": zh.0, "en": en.0 }, "description": { "zh": zh.1, "en": en.1 },
                    })
                })
                .collect();
            out::data(&format!("{:#}\n", json!(rows)));
        }
        TextOrJson::Text => {
            let wide = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
            for (name, both) in &rows {
                let (title, description) = &both[usize::from(language == Language::En)];
                out::data(&format!("{name:wide$}  {} — {}\n", render::clean(title), render::clean(description)));
            }
        }
    }
    Ok(DONE)
}

const KINDS: [TemplateKind; 4] =
    [TemplateKind::Plans, TemplateKind::Sops, TemplateKind::Checklists, TemplateKind::Documents];

/// The word of a kind on the command line.
const fn word(kind: TemplateKind) -> &'static str {
    match kind {
        TemplateKind::Plans => "plan",
        TemplateKind::Sops => "sop",
        TemplateKind::Checklists => "checklist",
        TemplateKind::Documents => "document",
    }
}

fn names(kind: TemplateKind, library: &Library) -> Vec<&str> {
    match kind {
        TemplateKind::Plans => library.starter_names(),
        TemplateKind::Sops => library.sop_names(),
        TemplateKind::Checklists => library.checklist_names(),
        TemplateKind::Documents => library.document_names(),
    }
}

/// Shows one template: of the kind asked for, else the first that has this name, and where the others of its name are.
fn one(name: &str, asked: Option<TemplateKind>, library: &Library, language: Language) -> Result<u8, Failure> {
    let kinds = KINDS.into_iter().filter(|kind| asked.is_none_or(|asked| asked == *kind));
    let has_it = |kind: &TemplateKind| names(*kind, library).contains(&name);
    let mut found = kinds.clone().filter(has_it);
    let Some(text) = found.next().and_then(|kind| library.text(kind, name, language)) else {
        let elsewhere =
            KINDS.into_iter().find(has_it).map(|kind| format!("qun templates --kind {} {name}", word(kind)));
        let suggestion = match elsewhere {
            Some(command) => Suggestion::Near(vec![command]),
            None => Suggestion::new(name, kinds.flat_map(|kind| names(kind, library))),
        };
        return Err(unknown(name).suggest(suggestion));
    };
    out::data(text);
    for other in found {
        let words = Text::new("还有同名的：{command}", "another one has this name: {command}");
        let command = format!("qun templates --kind {} {name}", word(other));
        out::message(&words.fill(language, |_| Some(command.clone())));
    }
    Ok(DONE)
}

/// There is no template of this name.
pub(crate) fn unknown(name: &str) -> Failure {
    Failure::of(Text::new("没有叫“{name}”的模板", "there is no template \"{name}\""), [("name", &name)])
}

/// Title and one line about a template.
fn about(shelf: TemplateKind, name: &str, language: Language, library: &Library) -> (String, String) {
    let (title, description) = match shelf {
        TemplateKind::Plans => {
            let plan = library.text(shelf, name, language).map(|text| plan(text, library)).unwrap_or_default();
            (plan.template.title, plan.template.description)
        }
        TemplateKind::Sops => {
            library.sop(name, language).map(|s| (s.title.clone(), s.description.clone())).unwrap_or_default()
        }
        TemplateKind::Checklists => {
            library.checklist(name, language).map(|c| (c.title.clone(), c.description.clone())).unwrap_or_default()
        }
        TemplateKind::Documents => {
            let text = |text: Text| Some(text.get(language).to_owned());
            DocumentKind::of_word(name).map(|kind| (text(kind.name()), text(kind.about()))).unwrap_or_default()
        }
    };
    (title.unwrap_or_default(), description.unwrap_or_default())
}

fn plan(text: &str, library: &Library) -> Plan {
    let mut buffer = String::new();
    read(&Document::parse(text, &mut buffer), library).plan
}

pub(crate) fn schema(of: SchemaOf) -> Result<u8, Failure> {
    match of {
        SchemaOf::Plan => out::data(&render::schema()),
        SchemaOf::Lint => out::data(render::lint_schema()),
        SchemaOf::Schedule => out::data(render::SCHEDULE_SCHEMA),
        SchemaOf::Festivals => out::data(render::FESTIVALS_SCHEMA),
        SchemaOf::Checklist => out::data(render::CHECKLIST_SCHEMA),
        SchemaOf::Status => out::data(render::STATUS_SCHEMA),
        SchemaOf::Edit => out::data(render::EDIT_SCHEMA),
        SchemaOf::Why => out::data(render::WHY_SCHEMA),
        SchemaOf::Review => out::data(render::REVIEW_SCHEMA),
        SchemaOf::Rules => out::data(render::RULES_SCHEMA),
        SchemaOf::Templates => out::data(render::TEMPLATES_SCHEMA),
    }
    Ok(DONE)
}

pub(crate) fn completions(shell: clap_complete::Shell, language: Language) -> Result<u8, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut command_line::command(language), "qun", &mut text);
    out::data(&String::from_utf8_lossy(&text));
    Ok(DONE)
}

pub(crate) fn man(language: Language) -> Result<u8, Failure> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command_line::command(language)).render(&mut text)?;
    out::data(&String::from_utf8_lossy(&text));
    Ok(DONE)
}
