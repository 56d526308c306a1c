//! The month as text to post in a group: what takes place, one line each, what is every week together.

use super::labels;
use super::row::Row;
use super::view::View;
use crate::calendar::Kind;
use crate::language::{Language, Text};
use crate::value::Day;

/// So many dates of one thing at one time are a line.
const TOGETHER: usize = 3;

/// What takes place, as members read it: no tasks, no posts, nobody's duties.
pub fn announcement(view: &View<'_>) -> String {
    let language = view.language;
    let rows = view.running_rows();
    let events: Vec<&Row> =
        rows.iter().filter(|row| !row.cancelled && matches!(row.kind, Kind::Activity | Kind::Programme)).collect();
    let (from, to) = (view.calendar.from, view.calendar.to);
    let is_month = from == from.month().first() && to == from.month().last();
    let range = if is_month { labels::month(from.month(), language) } else { format!("{from} – {to}") };
    let mut out = format!("{}\n", labels::title(&range, &view.community()));
    if let Some(zone) = view.zone_name() {
        out.push_str(&format!("{zone}\n"));
    }
    out.push('\n');
    let key = |row: &Row| {
        (row.title.clone(), row.start.time, row.start.day.weekday().index(), labels::destination(row, language))
    };
    let mut shown = Vec::new();
    for row in &events {
        let own = key(row);
        if shown.contains(&own) {
            continue;
        }
        let same: Vec<&&Row> = events.iter().filter(|other| key(other) == own).collect();
        let days = match same.len() >= TOGETHER {
            true => {
                shown.push(own);
                together(&same.iter().map(|row| row.start.day).collect::<Vec<_>>(), language)
            }
            false => day(row.start.day, language),
        };
        let time = labels::when(row, "–", language).unwrap_or_default();
        let place = labels::destination(row, language).map(|place| format!(" · {place}")).unwrap_or_default();
        let space = if time.is_empty() { "" } else { " " };
        out.push_str(&format!("· {days} {time}{space}{}{place}\n", row.title));
    }
    if events.is_empty() {
        out.push_str(Text::new("这段时间没有活动\n", "No activities in these days\n").get(language));
    }
    out
}

/// `12月2日 周三` / `Wed 2 Dec`
fn day(day: Day, language: Language) -> String {
    let (_, month, number) = day.ymd();
    let weekday = day.weekday().short().get(language);
    match language {
        Language::Zh => format!("{month}月{number}日 {weekday}"),
        Language::En => format!("{weekday} {number} {}", crate::value::lexicon::MONTHS[month as usize - 1][1]),
    }
}

/// `周三（12月2、9、16日）` / `Wed (2, 9, 16 Dec)`
fn together(days: &[Day], language: Language) -> String {
    let Some(first) = days.first() else { return String::new() };
    let weekday = first.weekday().short().get(language);
    let mut months: Vec<(crate::value::Month, Vec<String>)> = Vec::new();
    for day in days {
        let number = day.ymd().2.to_string();
        match months.last_mut().filter(|(month, _)| *month == day.month()) {
            Some((_, numbers)) => numbers.push(number),
            None => months.push((day.month(), vec![number])),
        }
    }
    let part = |(month, numbers): &(crate::value::Month, Vec<String>)| match language {
        Language::Zh => format!("{}月{}日", month.month(), numbers.join("、")),
        Language::En => {
            format!("{} {}", numbers.join(", "), crate::value::lexicon::MONTHS[month.month() as usize - 1][1])
        }
    };
    let parts: Vec<String> = months.iter().map(part).collect();
    match language {
        Language::Zh => format!("{weekday}（{}）", parts.join("，")),
        Language::En => format!("{weekday} ({})", parts.join("; ")),
    }
}
