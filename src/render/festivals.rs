//! The festivals of a range with how long until each, for people and for programs.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::calendar::View;
use super::clean::{clean, markdown};
use crate::calendar::{AnchoredItem, DaysOff, FestivalDay, item_id};
use crate::knowledge::{FestivalDate, TERMS, lunar, statutory_name};
use crate::language::{Language, Text};
use crate::value::Day;

/// The cells of a festival as people read them: date, how long, name with lunar date, days off, what is counted from it.
type Cells = [String; 5];

const HEAD: [Text; 5] = [
    Text::new("日期", "Date"),
    Text::new("还有", "In"),
    Text::new("节日", "Festival"),
    Text::new("放假", "Days off"),
    Text::new("计划里", "In the plan"),
];

/// A list with aligned columns, for a terminal; what is counted from a festival comes below it.
pub fn festivals_text(festivals: &[FestivalDay<'_>], view: &View<'_>, today: Day) -> String {
    let rows: Vec<Cells> = festivals.iter().map(|entry| cells(entry, view, today)).collect();
    if rows.is_empty() {
        let words = Text::new("这段时间没有节日。\n", "There are no festivals in this range.\n");
        return words.get(view.language).to_owned();
    }
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let mut out = String::new();
    for (row, entry) in rows.iter().zip(festivals) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line += cell;
            line += &" ".repeat(width - cell.width() + 2);
        }
        out += (line + &row[3]).trim_end();
        out.push('\n');
        for lead in &entry.items {
            out += &format!("{}→ {}\n", " ".repeat(widths[0] + 2), lead_text(lead, view));
        }
    }
    out
}

/// A Markdown table.
pub fn festivals_markdown(festivals: &[FestivalDay<'_>], view: &View<'_>, today: Day) -> String {
    let head: Vec<&str> = HEAD.iter().map(|text| text.get(view.language)).collect();
    let mut out = format!("| {} |\n|---|---|---|---|---|\n", head.join(" | "));
    for entry in festivals {
        out += &format!("| {} |\n", cells(entry, view, today).map(|cell| markdown(&cell)).join(" | "));
    }
    out
}

fn cells(entry: &FestivalDay<'_>, view: &View<'_>, today: Day) -> Cells {
    let language = view.language;
    let weekday = entry.day.weekday().short().get(language);
    let lunar = lunar::date(entry.day).filter(|_| lunar_date(entry)).map(|date| date.text(language));
    let name = name(entry, language);
    let name = match lunar {
        Some(lunar) => Text::new("{name}（{lunar}）", "{name} ({lunar})").fill(language, |key| match key {
            "name" => Some(name.clone()),
            _ => Some(lunar.clone()),
        }),
        None => name,
    };
    let leads: Vec<String> = entry.items.iter().map(|lead| lead_text(lead, view)).collect();
    [
        format!("{} {weekday}", entry.day),
        days_until(entry.day.0 - today.0, language),
        name,
        days_off(entry, view),
        leads.join(Text::new("；", "; ").get(language)),
    ]
}

fn lunar_date(entry: &FestivalDay<'_>) -> bool {
    entry.festival.is_some_and(|festival| matches!(festival.on, FestivalDate::Lunar(..) | FestivalDate::LunarEve))
}

fn name(entry: &FestivalDay<'_>, language: Language) -> String {
    let own = entry.festival.map(|festival| festival.name).or(entry.term.map(|number| TERMS[number]));
    match (own, &entry.off) {
        (Some(name), _) => name.get(language).to_owned(),
        (None, Some(off)) => off_name(off, language),
        (None, None) => String::new(),
    }
}

fn off_name(off: &DaysOff<'_>, language: Language) -> String {
    clean(off.info.name_in(language).unwrap_or(off.name))
}

/// How long until a day: `今天`, `还有 5 天`, `已过 3 天`.
fn days_until(days: i32, language: Language) -> String {
    let text = match days {
        0 => Text::new("今天", "today"),
        1 => Text::new("明天", "tomorrow"),
        -1 => Text::new("昨天", "yesterday"),
        2.. => Text::new("还有 {n} 天", "in {n|day|days}"),
        _ => Text::new("已过 {n} 天", "{n|day|days} ago"),
    };
    text.fill(language, |_| Some(days.unsigned_abs().to_string()))
}

/// The days off around a festival; that they are not announced, where they will be.
fn days_off(entry: &FestivalDay<'_>, view: &View<'_>) -> String {
    let language = view.language;
    let short = |day: Day| day.to_string()[5..].to_owned();
    let Some(off) = &entry.off else {
        let is_statutory = entry.festival.is_some_and(|festival| statutory_name(festival.name.zh).is_some());
        let awaited = is_statutory && view.calendar.holidays.is_provisional(entry.day);
        let words = Text::new("放假安排还没公布", "days off not announced");
        return if awaited { words.get(language).to_owned() } else { String::new() };
    };
    let count = off.last.0 - off.first.0 + 1;
    let text = match count {
        1 => Text::new("{first} 放假 1 天", "{first} off"),
        _ => Text::new("{first} 至 {last} 放假 {n} 天", "{first} to {last} off, {n|day|days}"),
    };
    let text = text.fill(language, |key| match key {
        "first" => Some(short(off.first)),
        "last" => Some(short(off.last)),
        _ => Some(count.to_string()),
    });
    if off.make_up.is_empty() {
        return text;
    }
    let days: Vec<String> = off.make_up.iter().map(|day| short(*day)).collect();
    let more = Text::new("{text}，{days} 上班", "{text}; work on {days}");
    more.fill(language, |key| match key {
        "text" => Some(text.clone()),
        _ => Some(days.join(Text::new("、", ", ").get(language))),
    })
}

/// `2026-12-19 10:00 备年货（前 3 天）`
fn lead_text(lead: &AnchoredItem, view: &View<'_>) -> String {
    let language = view.language;
    let distance = match lead.days {
        0 => Text::new("当天", "on the day"),
        ..0 => Text::new("前 {n} 天", "{n|day|days} before"),
        _ => Text::new("后 {n} 天", "{n|day|days} after"),
    };
    let distance = distance.fill(language, |_| Some(lead.days.abs().to_string()));
    let time = lead.at.time.map_or_else(String::new, |time| format!(" {time}"));
    let text = if lead.cancelled {
        Text::new("{day}{time} {title}（{distance}，已取消）", "{day}{time} {title} ({distance}, cancelled)")
    } else {
        Text::new("{day}{time} {title}（{distance}）", "{day}{time} {title} ({distance})")
    };
    text.fill(language, |key| {
        Some(match key {
            "day" => lead.at.day.to_string(),
            "time" => time.clone(),
            "title" => clean(&lead.item.label(view.plan, view.language)),
            _ => distance.clone(),
        })
    })
}

#[derive(Serialize)]
struct FestivalsJson {
    version: u32,
    from: String,
    to: String,
    today: String,
    festivals: Vec<FestivalJson>,
}

#[derive(Serialize)]
struct FestivalJson {
    date: String,
    weekday: i32,
    name: String,
    kind: &'static str,
    term: Option<&'static str>,
    lunar: Option<String>,
    in_days: i32,
    off: Option<DaysOffJson>,
    provisional: bool,
    leads: Vec<LeadJson>,
}

#[derive(Serialize)]
struct DaysOffJson {
    name: String,
    from: String,
    to: String,
    days: i32,
    make_up: Vec<String>,
}

#[derive(Serialize)]
struct LeadJson {
    item: String,
    title: String,
    date: String,
    time: Option<String>,
    offset_days: i32,
    cancelled: bool,
}

/// For programs. Version 1: fields may be added. `kind`: `lunar`, `term`, `date` (by the Gregorian year), `off` (days
/// off by another name); `weekday` 1 is Monday; `in_days` and `offset_days` are negative before.
pub fn festivals_json(festivals: &[FestivalDay<'_>], view: &View<'_>, today: Day) -> String {
    let language = view.language;
    let lead = |lead: &AnchoredItem| LeadJson {
        item: item_id(view.plan, lead.item),
        title: clean(&lead.item.label(view.plan, view.language)),
        date: lead.at.day.to_string(),
        time: lead.at.time.map(|time| time.to_string()),
        offset_days: lead.days,
        cancelled: lead.cancelled,
    };
    let off = |off: &DaysOff<'_>| DaysOffJson {
        name: off_name(off, language),
        from: off.first.to_string(),
        to: off.last.to_string(),
        days: off.last.0 - off.first.0 + 1,
        make_up: off.make_up.iter().map(Day::to_string).collect(),
    };
    let entry = |entry: &FestivalDay<'_>| FestivalJson {
        date: entry.day.to_string(),
        weekday: entry.day.weekday().index() + 1,
        name: name(entry, language),
        kind: match (entry.festival, entry.term) {
            (_, Some(_)) => "term",
            (Some(_), None) if lunar_date(entry) => "lunar",
            (Some(_), None) => "date",
            (None, None) => "off",
        },
        term: entry.term.map(|number| TERMS[number].get(language)),
        lunar: lunar::date(entry.day).map(|date| date.text(language)),
        in_days: entry.day.0 - today.0,
        off: entry.off.as_ref().map(off),
        provisional: view.calendar.holidays.is_provisional(entry.day),
        leads: entry.items.iter().map(lead).collect(),
    };
    let shape = FestivalsJson {
        version: 1,
        from: view.calendar.from.to_string(),
        to: view.calendar.to.to_string(),
        today: today.to_string(),
        festivals: festivals.iter().map(entry).collect(),
    };
    let mut text = serde_json::to_string_pretty(&shape).expect("texts and numbers can always be written");
    text.push('\n');
    text
}
