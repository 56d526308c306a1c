//! The calendar as Markdown: a table a month, with what is to be known of an entry under its title.

use super::by_day::by_day;
use super::labels;
use super::view::View;
use crate::language::Text;
use crate::render::markdown;

/// A heading and a table for each month that holds something.
pub(super) fn md(view: &View<'_>) -> String {
    let language = view.language;
    let rows = view.running_rows();
    let rows = by_day(&rows, (view.calendar.from, view.calendar.to));
    let range = format!("{} – {}", view.calendar.from, view.calendar.to);
    let mut out = format!("# {}\n", markdown(&labels::title(&view.heading(), &range)));
    let almanac = view.shows_almanac();
    let mut month = None;
    for day in view.days() {
        let mut is_first = true;
        for row in rows.get(&day.day).into_iter().flatten() {
            if month != Some(day.day.month()) {
                month = Some(day.day.month());
                out.push_str(&format!("\n## {}\n\n", labels::month(day.day.month(), language)));
                let head = Text::new(
                    "| 日期 | 时间 | 类型 | 内容 | 地点、渠道 | 谁 | 备注 |",
                    "| Date | Time | Kind | What | Where | Who | Notes |",
                );
                out.push_str(&format!("{}\n|---|---|---|---|---|---|---|\n", head.get(language)));
            }
            let heading = format!("{} {}", labels::heading(day.day, language), day.heading(language, almanac));
            let title = markdown(&row.title);
            let title = if row.cancelled && !title.trim().is_empty() { format!("~~{}~~", title.trim()) } else { title };
            let details = row.details.iter().map(|detail| format!("<br>{}", markdown(detail)));
            let cells = [
                if is_first { markdown(heading.trim()) } else { String::new() },
                labels::when_on(row, day.day, "–", language)
                    .unwrap_or_else(|| labels::untimed_on(row, day.day).get(language).to_owned()),
                labels::kind(row.kind).get(language).to_owned(),
                std::iter::once(title).chain(details).collect(),
                markdown(&labels::destination(row, language).unwrap_or_default()),
                markdown(&labels::who(row, language).unwrap_or_default()),
                markdown(&labels::notes_on(row, day.day, language).join(Text::new("；", "; ").get(language))),
            ];
            out.push_str(&format!("| {} |\n", cells.join(" | ")));
            is_first = false;
        }
    }
    out
}
