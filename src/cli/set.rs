//! `qun set`: one value, without opening the file.

use super::args::Set as Asked;
use super::edit::{self, Draft, Edited};
use super::failure::Failure;
use super::out;
use super::session::Session;
use crate::amend::Set;
use crate::finding::Literal;
use crate::interview::{self, AnswerKind};
use crate::language::{Language, Text};
use crate::render::stale_names;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    if asked.key.trim().is_empty() {
        let more = Text::new(
            "例如 qun set community.size.now 230；用 qun schema 看全部的键",
            "for example qun set community.size.now 230; qun schema lists all keys",
        );
        return Err(Failure::new(Text::new("没有写要改哪个键", "no key is given")).hint(more));
    }
    let edited = Edited { path: &asked.plan, dry_run: asked.dry_run, is_lenient: true };
    let request = |draft: &Draft| Ok(Some(Set::read(&draft.now(), &asked.key, &asked.value, draft.opened.language)?));
    edited.carry_out(
        session,
        request,
        |_| Ok(()),
        |draft, amendment, is_written| {
            let language = draft.opened.language;
            if is_written {
                out::message(&format!("{} = {}", asked.key, shown(&amendment.request.value, language)));
            }
            let effect = amendment.effect()?;
            edit::show_lines(&stale_names(&effect.stale_names, language));
            edit::show_impact(amendment, &effect.impact, language);
            Ok(())
        },
    )
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
