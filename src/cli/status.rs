//! `qun checklist --status`: lists read back.

use std::path::Path;

use anyhow::anyhow;

use super::args::{Checklist as Asked, ListFormat};
use super::session::Session;
use super::{DONE, FAILED, files, out};
use crate::checklist::{Status, status};
use crate::language::{Language, Text};
use crate::render::{status_json, status_text};

/// Reads all files; one that is no list is named, and the others are shown.
pub(crate) fn run(asked: &Asked, session: &Session) -> anyhow::Result<u8> {
    let language = session.language();
    if asked.words.is_empty() {
        let words = Text::new(
            "要看哪些清单？给出文件，如 qun checklist --status 启动.md",
            "which lists? Name their files: qun checklist --status launch.md",
        );
        return Err(anyhow!(words.get(language)));
    }
    if matches!(asked.format, Some(ListFormat::Md | ListFormat::Csv)) {
        let words = Text::new("--status 的格式只有 text 和 json", "--status is given as text or json");
        return Err(anyhow!(words.get(language)));
    }
    let today = session.today_here();
    let mut code = DONE;
    let mut lists = Vec::new();
    for path in &asked.words {
        let no_list = Text::new("不是 qun 生成的清单（Markdown）", "this is no list made by qun (Markdown)");
        let read = files::read(Path::new(path), language)
            .and_then(|text| status(&text, today).ok_or_else(|| anyhow!("{path}: {}", no_list.get(language))));
        match read {
            Ok(list) => lists.push((path.clone(), list)),
            Err(error) => {
                out::error(&error, language);
                code = FAILED;
            }
        }
    }
    match asked.format {
        Some(ListFormat::Json) => out::data(&status_json(&lists, today)),
        _ if lists.is_empty() => {}
        _ => out::styled(&status_text(&lists, today, spoken(&lists, session))),
    }
    Ok(code)
}

/// The language that was asked for, else that of all the lists, else the system's.
fn spoken(lists: &[(String, Status)], session: &Session) -> Language {
    let language = lists.first().map(|(_, list)| list.language);
    let is_of_all = |language: &Language| lists.iter().all(|(_, list)| list.language == *language);
    session.asked_language().or(language.filter(is_of_all)).unwrap_or_else(|| session.language())
}
