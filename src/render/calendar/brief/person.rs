//! What one person does: day by day, when, what, where, and the text.

use super::{BriefForm, BriefPart, lay_out};
use crate::language::Text;
use crate::render::calendar::labels;
use crate::render::calendar::row::Row;
use crate::render::calendar::view::View;

/// The week of the person of the view, who is called `name`.
pub fn person_brief(view: &View<'_>, name: &str, form: BriefForm) -> String {
    let language = view.language;
    let (from, to) = (view.calendar.from, view.calendar.to);
    let range = format!("{name} · {} – {}", labels::date(from, language), labels::date(to, language));
    let mut parts = vec![BriefPart::Title(labels::title(&range, &view.heading()))];
    let rows: Vec<Row> = view.rows().into_iter().filter(|row| !row.cancelled).collect();
    if rows.is_empty() {
        let nothing = Text::new("这几天没有安排。", "Nothing is planned for these days.");
        parts.push(BriefPart::Note(nothing.get(language).to_owned()));
        return lay_out(&parts, form);
    }
    parts.push(BriefPart::Note(sum(&rows, view)));
    let mut day = None;
    for row in &rows {
        if day != Some(row.start.day) {
            day = Some(row.start.day);
            parts.push(BriefPart::Heading(labels::heading(row.start.day, language)));
        }
        let note = labels::text_note(row, language).map(|note| format!("[{note}]"));
        let text: Vec<String> = note.into_iter().chain(row.text.clone()).collect();
        parts.push(BriefPart::Todo(line(row, view), (!text.is_empty()).then(|| text.join("\n"))));
    }
    lay_out(&parts, form)
}

/// How many things there are, and how much time they take, as lint and `qun why` count it.
fn sum(rows: &[Row], view: &View<'_>) -> String {
    let minutes: i32 = rows.iter().map(|row| row.load).sum();
    let text = Text::new("共 {n} 件事，约 {hours} 小时", "{n|thing|things} to do, about {hours} h");
    text.fill(view.language, |name| match name {
        "n" => Some(rows.len().to_string()),
        _ => Some(format!("{:.1}", f64::from(minutes) / 60.0).trim_end_matches(".0").to_owned()),
    })
}

/// `20:00–21:00 Talk (60 min) → Main, as host`.
fn line(row: &Row, view: &View<'_>) -> String {
    let language = view.language;
    let mut line = labels::when(row, "–").map(|when| format!("{when}  ")).unwrap_or_default();
    line.push_str(&row.title);
    if let Some(minutes) = row.minutes.filter(|_| row.is_task()) {
        line.push_str(&Text::new("（{n} 分钟）", " ({n} min)").fill(language, |_| Some(minutes.to_string())));
    }
    if let Some(destination) = labels::destination(row, language) {
        line.push_str(&format!(" → {destination}"));
    }
    let notes = labels::notes(row, language);
    if !notes.is_empty() {
        let brackets = Text::new("（{notes}）", " ({notes})");
        let notes = notes.join(Text::new("；", "; ").get(language));
        line.push_str(&brackets.fill(language, |_| Some(notes.clone())));
    }
    line
}
