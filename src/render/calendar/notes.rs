//! What people are told beside a calendar: its problems, and what comes next where nothing could be shown.

use super::view::View;
use crate::calendar::CalendarSummary;
use crate::language::Text;

/// The problems of a calendar, a line each; what awaits the notice of a year that it does not touch only where that is to be
/// said.
pub fn notes(view: &View<'_>, summary: &CalendarSummary, is_quiet: bool) -> Vec<String> {
    let (calendar, plan, language) = (view.calendar, view.plan, view.language);
    let mut lines = Vec::new();
    let (all, others) = (&summary.unannounced_years, summary.problems);
    let is_touched = |year: &&i32| !is_quiet || (calendar.from.year()..=calendar.to.year()).contains(*year);
    let years: Vec<String> = all.iter().filter(is_touched).map(i32::to_string).collect();
    if !years.is_empty() {
        let words = Text::new(
            "{years} 年的放假安排还没有公布，工作日按周一到周五暂排",
            "the public holidays of {years} are not announced yet; workdays are Monday to Friday for now",
        );
        let separator = Text::new("、", ", ").get(language);
        lines.push(words.fill(language, |_| Some(years.join(separator))));
    }
    if others > 0 {
        let words =
            Text::new("有 {n} 处排不开或对不上；用 qun lint 看是哪些", "{n|problem|problems}; qun lint shows them");
        lines.push(words.fill(language, |_| Some(others.to_string())));
    }
    if !summary.has_entries && plan.activities.is_empty() && plan.content.is_empty() {
        let words = Text::new("计划里还没有活动和内容", "the plan has no activities and no content yet");
        lines.push(words.get(language).to_owned());
    }
    lines
}

/// The first thing of a calendar, where nothing could be shown of the days before it.
pub fn next(view: &View<'_>) -> String {
    let language = view.language;
    let Some(row) = view.rows().into_iter().find(|row| !row.cancelled) else {
        if let Some(last) = view.calendar.life.last_day().filter(|last| *last < view.calendar.from) {
            let words = Text::new(
                "社群到 {day} 为止；还在办，就改 lifecycle.months",
                "The community ended on {day}; if it goes on, change lifecycle.months.",
            );
            return words.fill(language, |_| Some(last.to_string()));
        }
        return Text::new("之后一年里也没有。", "Nothing in the following year either.").get(language).to_owned();
    };
    let time = row.start.time.map(|time| format!(" {time}")).unwrap_or_default();
    let words = Text::new("接下来是 {day} {weekday}{time}：{title}", "Next: {day} {weekday}{time} {title}");
    words.fill(language, |name| {
        Some(match name {
            "day" => row.start.day.to_string(),
            "weekday" => row.start.day.weekday().short().get(language).to_owned(),
            "time" => time.clone(),
            _ => row.title.clone(),
        })
    })
}
