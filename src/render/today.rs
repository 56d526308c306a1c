//! What is to be done on one day: when, what, who, where, and the text to copy.

use unicode_width::UnicodeWidthStr;

use super::calendar::{View, absence, nth_day, text_note, untimed_on};
use super::clean::clean_lines;
use crate::language::Text;
use crate::value::Day;

/// The day's work, styled.
pub fn today(view: &View<'_>, day: Day) -> String {
    let language = view.language;
    let (bold, dim) = (anstyle::Style::new().bold(), anstyle::Style::new().dimmed());
    let rows: Vec<_> = view.running_rows().into_iter().filter(|row| !row.cancelled).collect();
    let mut out = format!("{bold}{day} {}  {}{bold:#}\n", day.weekday().short().get(language), view.heading());
    if rows.is_empty() {
        let words = Text::new("今天没有安排。", "Nothing is planned for today.");
        out.push_str(&format!("\n{}\n", words.get(language)));
        return out;
    }
    let column = rows.iter().map(|row| untimed_on(row, day).get(language).width()).fold("00:00".width(), usize::max);
    let indent = " ".repeat(column + 2);
    for row in rows {
        let start = row.start.time.filter(|_| row.start.day == day);
        let time = start.map_or_else(|| untimed_on(&row, day).get(language).to_owned(), |time| time.to_string());
        let gap = " ".repeat(column.saturating_sub(time.width()));
        out.push_str(&format!("\n{bold}{time}{bold:#}{gap}  {}", row.title));
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
        for note in
            nth_day(&row, day, language).into_iter().chain(absence(&row, language)).chain(text_note(&row, language))
        {
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
