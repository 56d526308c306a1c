//! `qun rename`: another name for something, everywhere in the plan and in the lists beside it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::args::{Rename as Asked, TextOrJson};
use super::edit::{self, ATTEMPTS, Draft, Edited};
use super::failure::Failure;
use super::session::Session;
use super::{files, out, write};
use crate::amend::{Amendment, NewName};
use crate::checklist::RenamedMarks;
use crate::language::{Language, Text};
use crate::plan::ElementKind;
use crate::render::{clean, stale_names};

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let edited = Edited {
        path: &asked.plan,
        dry_run: asked.dry_run,
        is_lenient: false,
        is_json: asked.format == TextOrJson::Json,
    };
    let request = |draft: &Draft| Ok(Some(NewName::new(&asked.from, &asked.to, &draft.now())?));
    edited.carry_out(session, request, |draft, amendment, is_written| {
        let language = draft.opened.language;
        if is_written {
            out::message(&clean(&done(asked, amendment, language)));
            session.history.together();
            let marks = RenamedMarks::between(amendment.before().plan(), amendment.after().plan());
            for list in lists_beside(&asked.plan) {
                if follow(&list, &marks, session)? {
                    let words = Text::new("清单里的勾跟着改了：{path}", "ticks kept in {path}");
                    out::message(&words.fill(language, |_| Some(clean(&list.display().to_string()))));
                }
            }
        }
        if let Some(element) = &amendment.request.element
            && let Some(kind) = ElementKind::of_list(&element.path)
            && kind.labels(&amendment.before()).contains(&amendment.request.to)
        {
            let words = Text::new(
                "已经有一个{kind}叫“{to}”，现在有两个同名的；不是这个意思就 qun undo",
                "another {kind} is called \"{to}\" too; if you did not mean that, qun undo takes it back",
            );
            let fact =
                |name: &str| Some(if name == "to" { asked.to.clone() } else { kind.name.get(language).to_owned() });
            out::message(&clean(&words.fill(language, fact)));
        }
        let effect = amendment.effect()?;
        edit::show_lines(&stale_names(&effect.stale_names, language));
        edit::show_impact(amendment, &effect.impact, language);
        Ok(())
    })
}

/// `改名了：活动“共桌日”→“书桌夜”，4 处`
fn done(asked: &Asked, amendment: &Amendment<'_, NewName>, language: Language) -> String {
    let (request, edits) = (&amendment.request, amendment.edits.len());
    let words = match edits {
        1 => Text::new("改名了：{kind}“{from}”→“{to}”", "renamed: {kind} \"{from}\" → \"{to}\""),
        _ => Text::new(
            "改名了：{kind}“{from}”→“{to}”，改了 {n} 处",
            "renamed: {kind} \"{from}\" → \"{to}\", {n|place|places} changed",
        ),
    };
    let community = Text::new("社群", "community");
    words.fill(language, |fact| {
        Some(match fact {
            "kind" => request.element.as_ref().map_or(community, |element| element.kind).get(language).to_owned(),
            "from" => asked.from.clone(),
            "to" => request.to.clone(),
            _ => edits.to_string(),
        })
    })
}

/// The Markdown files in the folder of a plan.
fn lists_beside(plan: &Path) -> Vec<PathBuf> {
    let folder = plan.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut lists: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    lists.retain(|path| path.extension() == Some(OsStr::new("md")) && path.is_file());
    lists.sort();
    lists
}

/// Gives a list the new marks; whether it had any of the old ones. What is no text is no list.
fn follow(list: &Path, marks: &RenamedMarks, session: &Session) -> Result<bool, Failure> {
    for _ in 0..ATTEMPTS {
        let Ok(before) = files::read(list, session.language()) else { return Ok(false) };
        let after = marks.apply(&before);
        if before == after {
            return Ok(false);
        }
        if write::replace(list, &before, &after, session)? {
            return Ok(true);
        }
    }
    Err(edit::changing(list))
}
