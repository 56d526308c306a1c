//! What a new community has of the old one.

use crate::amend::Copied;
use crate::language::{Language, Text};

/// What was taken out, how good the new plan is, what comes next; `path` is where it was written, if anywhere.
pub fn copied(copied: &Copied, path: Option<&str>, language: Language) -> String {
    let value = |name: &str| {
        Some(match name {
            "path" => path.unwrap_or_default().to_owned(),
            "id" => copied.id.clone(),
            "score" => copied.score.to_string(),
            "people" => copied.people.to_string(),
            "cohorts" => copied.cohorts.to_string(),
            "changes" => copied.changes.to_string(),
            "errors" => copied.errors.to_string(),
            _ => return None,
        })
    };
    let lines = [
        (
            !copied.is_moved,
            Text::new("老计划没有写第一天，所以日期没有移动", "the old plan has no first day, so no dates were moved"),
        ),
        (
            path.is_some(),
            Text::new("写好了：{path}，id 是 {id}，{score} 分", "written: {path}, id {id}, score {score} of 100"),
        ),
        (
            true,
            Text::new(
                "拿掉了老群的 {people} 个人、{cohorts} 期、{changes} 处改动；人数归零，目标的现状和实验的结论清空，提到人的地方改成了岗位",
                "taken out of the old one: {people|person|people}, {cohorts|cohort|cohorts}, {changes|change|changes}; sizes start at 0, baselines and decisions are empty, and names of people became their roles",
            ),
        ),
        (copied.errors > 0, Text::new("qun lint 会报 {errors} 处错误", "qun lint reports {errors|error|errors}")),
        (
            path.is_some(),
            Text::new(
                "下一步：\n  qun add person {path}  写进新群的人\n  qun lint {path}  看还缺什么",
                "Next:\n  qun add person {path}  add the people of the new one\n  qun lint {path}  see what is missing",
            ),
        ),
    ];
    let shown = lines.into_iter().filter(|(is_shown, _)| *is_shown);
    shown.map(|(_, line)| line.fill(language, value)).collect::<Vec<_>>().join("\n")
}
