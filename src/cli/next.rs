//! The next thing in the calendar, where nothing could be shown of the days asked for.

use super::out;
use super::plans::OpenPlan;
use crate::calendar::Calendar;
use crate::language::Text;
use crate::render::calendar::View;
use crate::value::Day;

/// How many days to look ahead.
const AHEAD: i32 = 366;

/// Shows it if the view is empty; nothing where the calendar cannot be made so far ahead.
pub(crate) fn show_if_empty(opened: &OpenPlan, shown: &View<'_>) {
    let is_empty = |calendar: &Calendar<'_>, view: &View<'_>| {
        // without a filter the rows are not needed in words
        let is_whole = view.person.is_none() && view.channel.is_none();
        if is_whole { calendar.entries.is_empty() } else { view.rows().is_empty() }
    };
    if !is_empty(shown.calendar, shown) || shown.calendar.to >= Day::MAX {
        return;
    }
    let from = shown.calendar.to.plus(1);
    let Ok(made) = opened.calendar(from, from.plus(AHEAD).min(Day::MAX), None) else { return };
    let later = View { calendar: &made, ..*shown };
    let words = match later.rows().into_iter().find(|row| !row.cancelled) {
        Some(row) => {
            let time = row.start.time.map(|time| format!(" {time}")).unwrap_or_default();
            let words = Text::new("接下来是 {day} {weekday}{time}：{title}", "Next: {day} {weekday}{time} {title}");
            words.fill(shown.language, |name| {
                Some(match name {
                    "day" => row.start.day.to_string(),
                    "weekday" => row.start.day.weekday().short().get(shown.language).to_owned(),
                    "time" => time.clone(),
                    _ => row.title.clone(),
                })
            })
        }
        None => Text::new("之后一年里也没有。", "Nothing in the following year either.").get(shown.language).to_owned(),
    };
    out::message(&words);
}
