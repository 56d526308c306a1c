//! The calendar as a table for Excel: one row an entry and day.

use std::borrow::Cow;

use super::by_day::by_day;
use super::labels;
use super::row::{Helper, Row};
use super::view::View;
use crate::language::{Language, Text};
use crate::render::spreadsheet;
use crate::value::Day;

const HEAD: [Text; 18] = [
    Text::new("日期", "date"),
    Text::new("星期", "weekday"),
    Text::new("开始", "start"),
    Text::new("结束日期", "end date"),
    Text::new("结束", "end"),
    Text::new("类型", "kind"),
    Text::new("标题", "title"),
    Text::new("负责人", "person"),
    Text::new("角色", "role"),
    Text::new("协助", "helpers"),
    Text::new("地点", "place"),
    Text::new("渠道", "channels"),
    Text::new("提醒所有人", "mentions all"),
    Text::new("阶段", "stage"),
    Text::new("正文", "text"),
    Text::new("备注", "notes"),
    Text::new("细节", "details"),
    Text::new("编号", "uid"),
];

/// Header and rows; dates are ISO 8601.
pub(super) fn csv(view: &View<'_>) -> String {
    let language = view.language;
    let rows = view.running_rows();
    let days = by_day(&rows, (view.calendar.from, view.calendar.to));
    let lines = days.into_iter().flat_map(|(day, rows)| rows.into_iter().map(move |row| cells(row, day, language)));
    spreadsheet::csv(HEAD, lines, language)
}

/// A row on one of the days that it touches.
fn cells(row: &Row, day: Day, language: Language) -> [Cow<'_, str>; 18] {
    let time = |time: Option<crate::value::Clock>| time.map(|time| time.to_string()).unwrap_or_default();
    let comma = Text::new("、", ", ").get(language);
    let semicolon = Text::new("；", "; ").get(language);
    let name = |helper: &'_ Helper| helper.person.clone();
    let mentions = row.sends.iter().any(|send| send.mention_all);
    [
        day.to_string().into(),
        day.weekday().short().get(language).into(),
        time(row.start.time.filter(|_| row.start.day == day)).into(),
        row.end.map(|end| end.day.to_string()).unwrap_or_default().into(),
        time(row.end.and_then(|end| end.time)).into(),
        labels::kind(row.kind).get(language).into(),
        row.title.as_str().into(),
        row.person.as_deref().unwrap_or_default().into(),
        row.role.as_deref().unwrap_or_default().into(),
        row.staff.iter().filter_map(name).collect::<Vec<_>>().join(comma).into(),
        row.place.as_deref().unwrap_or_default().into(),
        row.channels.iter().map(|channel| channel.title.as_str()).collect::<Vec<_>>().join(comma).into(),
        if mentions { Text::new("是", "yes").get(language) } else { "" }.into(),
        row.stage.map(|stage| stage.name().get(language)).unwrap_or_default().into(),
        row.text.as_deref().unwrap_or_default().into(),
        notes(row, day, language).join(semicolon).into(),
        row.details.join(semicolon).into(),
        row.uid.as_str().into(),
    ]
}

/// What is out of the ordinary, and whose the text is.
fn notes(row: &Row, day: Day, language: Language) -> Vec<String> {
    let mut notes = labels::notes_on(row, day, language);
    notes.extend(labels::text_note(row, language));
    notes
}
