//! `qun checklist --status`: lists read back.

use std::path::Path;

use super::args::{Checklist as Asked, ListFormat};
use super::exit::{DONE, FAILED};
use super::failure::Failure;
use super::session::Session;
use super::{files, out};
use crate::checklist::{ListStatus, status};
use crate::language::{Language, Text};
use crate::render::{status_json, status_text};

/// Reads all files; a file that is not a checklist is reported, and the others are shown.
pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let language = session.language();
    if asked.words.is_empty() {
        let words = Text::new(
            "要看哪些清单？给出文件，如 qun checklist --status 启动.md",
            "which lists? Give their files: qun checklist --status launch.md",
        );
        return Err(Failure::new(words));
    }
    if matches!(asked.format, Some(ListFormat::Md | ListFormat::Csv)) {
        let words = Text::new("--status 的格式只有 text 和 json", "--status can be shown as text or json only");
        return Err(Failure::new(words));
    }
    let today = session.today_here();
    let mut code = DONE;
    let mut lists = Vec::new();
    for path in &asked.words {
        let no_list = Text::new("不是 qun 生成的清单（Markdown）", "this is not a Markdown checklist made by qun");
        let read = files::read(Path::new(path), language)
            .and_then(|text| status(&text, today).ok_or_else(|| Failure::at(Path::new(path), no_list)));
        match read {
            Ok(list) => lists.push((path.clone(), list)),
            Err(error) => {
                out::failure(&error, language);
                code = FAILED;
            }
        }
    }
    match asked.format {
        Some(ListFormat::Json) => out::data(&status_json(&lists, today)),
        _ if lists.is_empty() => {}
        _ => out::styled(&status_text(&lists, today, common_language(&lists, session))),
    }
    Ok(code)
}

/// The language that was asked for, else that of all the lists, else the system's.
fn common_language(lists: &[(String, ListStatus)], session: &Session) -> Language {
    let language = lists.first().map(|(_, list)| list.language);
    let is_of_all = |language: &Language| lists.iter().all(|(_, list)| list.language == *language);
    session.asked_language().or(language.filter(is_of_all)).unwrap_or_else(|| session.language())
}
