//! What a new community has of the old one.

use super::impact::stale_names;
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
            "days" => copied.days.unwrap_or_default().to_string(),
            "near" => copied.starts.plus(-copied.days.unwrap_or_default().rem_euclid(7)).to_string(),
            "errors" => copied.errors.to_string(),
            _ => return None,
        })
    };
    let lines = [
        (
            copied.days.is_none(),
            Text::new("老计划没有写第一天，所以日期没有移动", "the old plan has no first day, so no dates were moved"),
        ),
        (
            copied.days.is_some_and(|days| days != 0),
            Text::new("所有日期都挪了 {days} 天", "all dates were moved by {days} days"),
        ),
        (
            copied.days.is_some_and(|days| days % 7 != 0),
            Text::new(
                "单次的日子因此落在别的星期几；要不变，用 --starts {near}",
                "single dates therefore fall on other weekdays; --starts {near} keeps them",
            ),
        ),
        (
            path.is_some(),
            Text::new("写好了：{path}，id 是 {id}，{score} 分", "written: {path}, id {id}, score {score} of 100"),
        ),
        (
            true,
            Text::new(
                "拿掉了老群的 {people} 个人、{cohorts} 期、{changes} 处改动；人数归零，目标的现状和实验的结论清空，由人负责的改由角色负责",
                "left out: {people|person|people}, {cohorts|cohort|cohorts} and {changes|change|changes} of the old community; sizes start at 0, baselines and decisions are cleared, and work assigned to people is assigned to their roles",
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
    let mut lines: Vec<String> = shown.map(|(_, line)| line.fill(language, value)).collect();
    let old = stale_names(&copied.stale_names, language);
    if !old.is_empty() {
        let head = Text::new(
            "老群的名字还在文字里，逐条改写（qun set 键）：",
            "These texts still have the old name; rewrite them (qun set KEY):",
        );
        lines.push(head.get(language).to_owned());
        lines.extend(old.into_iter().map(|line| format!("  {line}")));
    }
    lines.join("\n")
}
