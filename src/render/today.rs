//! What is to be done on one day: when, what, who, where, and the text to copy; or all of it as one message.

use std::collections::{HashMap, HashSet};

use unicode_width::UnicodeWidthStr;

use super::calendar::{Row, View, absence, nth_day, off_hours, text_note, untimed_on};
use super::clean::clean_lines;
use crate::language::Text;
use crate::value::Day;

/// What stands beside the lines of a day, by their UIDs.
#[derive(Debug, Default)]
pub struct TodayMarks {
    /// The numbers by which they are called.
    pub numbers: HashMap<String, usize>,
    /// Those that are ticked.
    pub done: HashSet<String>,
}

/// The lines of a day, in the order in which they are numbered.
pub fn numbered(view: &View<'_>) -> Vec<Row> {
    view.running_rows().into_iter().filter(|row| !row.cancelled).collect()
}

/// The day's work as one plain message, for the group of those who do it: no texts to post, nothing that is ticked off.
pub fn today_message(view: &View<'_>, day: Day) -> String {
    let language = view.language;
    let zone = view.zone_name().map(|zone| Text::new("（{zone}）", " ({zone})").fill(language, |_| Some(zone.clone())));
    let lead = Text::new("{day} {weekday} 今天的事{zone}：", "{weekday} {day}: today{zone}");
    let mut out = lead.fill(language, |name| {
        Some(match name {
            "day" => day.to_string(),
            "weekday" => day.weekday().short().get(language).to_owned(),
            _ => zone.clone().unwrap_or_default(),
        })
    });
    let rows = numbered(view);
    if rows.is_empty() {
        out.push_str(&format!("\n{}", Text::new("没有安排", "nothing planned").get(language)));
    }
    for row in rows {
        let time = row.start.time.filter(|_| row.start.day == day);
        let time = time.map_or_else(|| untimed_on(&row, day).get(language).to_owned(), |time| time.to_string());
        let nobody = || Text::new("还没有人", "nobody yet").get(language).to_owned();
        let who = row.person.clone().or_else(|| row.role.clone()).unwrap_or_else(nobody);
        let channels: Vec<&str> = row.channels.iter().map(|channel| channel.title.as_str()).collect();
        let to = channels.join(Text::new("、", ", ").get(language));
        let to = if to.is_empty() { to } else { format!(" → {to}") };
        let place = row.place.filter(|_| !row.is_place_borrowed).map(|place| format!(" @ {place}")).unwrap_or_default();
        out.push_str(&format!("\n· {time} {}{}{who}{to}{place}", row.title, Text::new("：", ": ").get(language)));
    }
    out.push('\n');
    out
}

/// The day's work, styled.
pub fn today(view: &View<'_>, day: Day, marks: &TodayMarks) -> String {
    let language = view.language;
    let (bold, dim) = (anstyle::Style::new().bold(), anstyle::Style::new().dimmed());
    let rows = numbered(view);
    let mut out = format!("{bold}{day} {}  {}{bold:#}\n", day.weekday().short().get(language), view.heading());
    if rows.is_empty() {
        let words = Text::new("今天没有安排。", "Nothing is planned for today.");
        out.push_str(&format!("\n{}\n", words.get(language)));
        return out;
    }
    let column = rows.iter().map(|row| untimed_on(row, day).get(language).width()).fold("00:00".width(), usize::max);
    let wide = marks.numbers.len().to_string().len();
    let indent = " ".repeat(wide + column + 4);
    for row in rows {
        let start = row.start.time.filter(|_| row.start.day == day);
        let time = start.map_or_else(|| untimed_on(&row, day).get(language).to_owned(), |time| time.to_string());
        let gap = " ".repeat(column.saturating_sub(time.width()));
        let number = marks.numbers.get(&row.uid).map(ToString::to_string).unwrap_or_default();
        let tick = if marks.done.contains(&row.uid) { "✓ " } else { "" };
        out.push_str(&format!("\n{dim}{number:>wide$}{dim:#}  {bold}{time}{bold:#}{gap}  {tick}{}", row.title));
        if let Some(minutes) = row.minutes.filter(|_| row.nth_day(day).is_none()) {
            let words = Text::new("（{n} 分钟）", " ({n} min)").fill(language, |_| Some(minutes.to_string()));
            out.push_str(&words);
        }
        out.push('\n');
        let mut about = Vec::new();
        let who = match (&row.person, &row.role) {
            (Some(person), Some(role)) => {
                Some(Text::new("{p}（{r}）", "{p} ({r})").fill(language, |name| match name {
                    "p" => Some(person.clone()),
                    _ => Some(role.clone()),
                }))
            }
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            (None, None) => None,
        };
        about.extend(who);
        let channels: Vec<&str> = row.channels.iter().map(|channel| channel.title.as_str()).collect();
        if !channels.is_empty() {
            about.push(format!("→ {}", channels.join(Text::new("、", ", ").get(language))));
        }
        let borrowed = Text::new("（模板的）", " (the starter's)").get(language);
        let mark = if row.is_place_borrowed { borrowed } else { "" };
        about.extend(row.place.iter().map(|place| format!("@ {place}{mark}")));
        if row.sends.iter().any(|message| message.mention_all) {
            about.push(Text::new("@所有人", "mentions everyone").get(language).to_owned());
        }
        if !about.is_empty() {
            out.push_str(&format!("{indent}{dim}{}{dim:#}\n", about.join("  ")));
        }
        for detail in &row.details {
            out.push_str(&format!("{indent}{dim}{detail}{dim:#}\n"));
        }
        let off_hours = row.off_hours.iter().map(|of| off_hours(of, language));
        let notes = nth_day(&row, day, language).into_iter().chain(absence(&row, language)).chain(off_hours);
        for note in notes.chain(text_note(&row, language)) {
            out.push_str(&format!("{indent}{dim}[{note}]{dim:#}\n"));
        }
        if let Some(text) = &row.text {
            for line in clean_lines(text).lines() {
                out.push_str(&format!("{indent}{line}\n"));
            }
        }
    }
    out
}
