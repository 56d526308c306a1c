//! What one person does: day by day, when, what, where, and the text.

use super::{BriefForm, BriefPart, lay_out};
use crate::language::Text;
use crate::render::calendar::by_day::by_day;
use crate::render::calendar::labels;
use crate::render::calendar::row::Row;
use crate::render::calendar::view::View;
use crate::value::Day;

/// The week of the person of the view, who is called `name`.
pub fn person_brief(view: &View<'_>, name: &str, form: BriefForm) -> String {
    let language = view.language;
    let (from, to) = (view.calendar.from, view.calendar.to);
    let handle = view.person.and_then(|person| view.plan.people[person].handle.as_deref());
    let handle = handle.map(|handle| Text::new("（{it}）", " ({it})").fill(language, |_| Some(handle.to_owned())));
    let name = format!("{name}{}", handle.unwrap_or_default());
    let range = format!("{name} · {} – {}", labels::date(from, language), labels::date(to, language));
    let mut parts = vec![BriefPart::Title(labels::title(&range, &view.heading()))];
    let rows: Vec<Row> = view.running_rows().into_iter().filter(|row| !row.cancelled).collect();
    if rows.is_empty() {
        let nothing = Text::new("这几天没有安排。", "Nothing is planned for these days.");
        parts.push(BriefPart::Note(nothing.get(language).to_owned()));
        return lay_out(&parts, form);
    }
    parts.push(BriefPart::Note(sum(&rows, view)));
    let of_days =
        by_day(&rows, (from, to)).into_iter().flat_map(|(day, rows)| rows.into_iter().map(move |row| (day, row)));
    let mut shown = None;
    for (day, row) in of_days {
        if shown != Some(day) {
            shown = Some(day);
            parts.push(BriefPart::Heading(labels::heading(day, language)));
        }
        let note = labels::text_note(row, language).map(|note| format!("[{note}]"));
        let text: Vec<String> = row.details.iter().cloned().chain(note).chain(row.text.clone()).collect();
        parts.push(BriefPart::Todo(line(row, day, view), (!text.is_empty()).then(|| text.join("\n"))));
    }
    lay_out(&parts, form)
}

/// How many things there are, and how much time they take, as lint and `qun why` count it.
fn sum(rows: &[Row], view: &View<'_>) -> String {
    // of what lasts days, that of the days of the brief
    let load = |row: &Row| {
        let (first, last) = (row.start.day.max(view.calendar.from), row.last_day.min(view.calendar.to));
        let days = row.last_day.0 - row.start.day.0 + 1;
        row.load * (last.0 - first.0 + 1).clamp(0, days) / days.max(1)
    };
    let minutes: i32 = rows.iter().map(load).sum();
    let text = Text::new("共 {n} 件事，约 {hours} 小时", "{n|thing|things} to do, about {hours} h");
    text.fill(view.language, |name| match name {
        "n" => Some(rows.len().to_string()),
        _ => Some(format!("{:.1}", f64::from(minutes) / 60.0).trim_end_matches(".0").to_owned()),
    })
}

/// `20:00–21:00 Talk (60 min) → Main, as host`.
fn line(row: &Row, day: Day, view: &View<'_>) -> String {
    let language = view.language;
    let mut line = labels::when_on(row, day, "–", language).map(|when| format!("{when}  ")).unwrap_or_default();
    line.push_str(&row.title);
    if let Some(minutes) = row.minutes.filter(|_| row.is_task()) {
        line.push_str(&Text::new("（{n} 分钟）", " ({n} min)").fill(language, |_| Some(minutes.to_string())));
    }
    if let Some(destination) = labels::destination(row, language) {
        line.push_str(&format!(" → {destination}"));
    }
    let mut notes = labels::notes_on(row, day, language);
    notes.extend(labels::reminders(row, language));
    if !notes.is_empty() {
        let brackets = Text::new("（{notes}）", " ({notes})");
        let notes = notes.join(Text::new("；", "; ").get(language));
        line.push_str(&brackets.fill(language, |_| Some(notes.clone())));
    }
    line
}
