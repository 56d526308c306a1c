//! Months as tables and days as lists.

use std::collections::BTreeMap;

use serde::Serialize;

use super::template::{OwnPages, PageError, render};
use crate::knowledge::DayStatus;
use crate::language::{Language, Text};
use crate::render::calendar::{
    DayRow, Row, View, by_day, destination, heading, month as month_name, notes_on, when_on, who,
};
use crate::value::{Day, Month, Weekday};

const MONTH: &str = include_str!("../../../templates/pages/month.jinja");
const AGENDA: &str = include_str!("../../../templates/pages/agenda.jinja");

/// The paper that a month is printed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PagePaper {
    /// A4, across.
    #[default]
    A4,
    /// A3, across: for the wall.
    A3,
}

#[derive(Debug, Serialize)]
struct Months {
    is_large: bool,
    weekdays: Vec<&'static str>,
    months: Vec<PageMonth>,
}

#[derive(Debug, Serialize)]
struct PageMonth {
    name: String,
    weeks: Vec<Vec<PageDay>>,
    days: Vec<PageDay>,
}

/// A day; one outside of the month is empty.
#[derive(Debug, Clone, Default, Serialize)]
struct PageDay {
    iso: String,
    number: String,
    weekday: &'static str,
    long: String,
    kind: &'static str,
    heading: String,
    /// All but tasks.
    entries: Vec<PageEntry>,
    /// How many tasks.
    work: Option<String>,
    all: Vec<PageEntry>,
}

#[derive(Debug, Clone, Serialize)]
struct PageEntry {
    when: String,
    title: String,
    person: String,
    who: String,
    destination: String,
    notes: String,
    text: Option<String>,
    cancelled: bool,
}

/// A page with a table a month, printed across.
pub fn month_page(view: &View<'_>, paper: PagePaper, own: &OwnPages) -> Result<String, PageError> {
    let months = Months { is_large: paper == PagePaper::A3, ..months(view) };
    render(("month", MONTH), own, (&view.heading(), ""), months, view.language)
}

/// A page with a list of days: the team's, or one person's where the view is narrowed to them.
pub fn agenda_page(view: &View<'_>, whose: &str, own: &OwnPages) -> Result<String, PageError> {
    render(("agenda", AGENDA), own, (&view.heading(), whose), months(view), view.language)
}

fn months(view: &View<'_>) -> Months {
    let language = view.language;
    let rows = view.running_rows();
    let rows = by_day(&rows, (view.calendar.from, view.calendar.to));
    let days: BTreeMap<Day, PageDay> =
        view.days().iter().map(|day| (day.day, page_day(day, rows.get(&day.day), view))).collect();
    let month = |month: Month| {
        let of = |day: Day| days.get(&day).filter(|_| day.month() == month).cloned().unwrap_or_default();
        let (first, last) = (month.first().monday().0, month.last().monday().0);
        PageMonth {
            name: month_name(month, language),
            weeks: (first..=last).step_by(7).map(|monday| (0..7).map(|n| of(Day(monday + n))).collect()).collect(),
            days: (month.first().0..=month.last().0).map(|day| of(Day(day))).collect(),
        }
    };
    let (first, last) = (view.calendar.from.month().0, view.calendar.to.month().0);
    Months {
        is_large: false,
        weekdays: Weekday::ALL.iter().map(|weekday| weekday.short().get(language)).collect(),
        months: (first..=last).map(|n| month(Month(n))).collect(),
    }
}

fn page_day(day: &DayRow, rows: Option<&Vec<&Row>>, view: &View<'_>) -> PageDay {
    let language = view.language;
    let rows = rows.map_or(&[][..], Vec::as_slice);
    let entry = |row: &&&Row| page_entry(row, day.day, language);
    let tasks = rows.iter().filter(|row| row.is_task() && !row.cancelled).count();
    let work = Text::new("待办 {n} 件", "{n|task|tasks}").fill(language, |_| Some(tasks.to_string()));
    PageDay {
        iso: day.day.to_string(),
        number: day.day.ymd().2.to_string(),
        weekday: day.day.weekday().short().get(language),
        long: heading(day.day, language),
        kind: match day.status {
            DayStatus::Off => "off",
            _ if day.make_up => "made-up",
            _ if day.day.weekday().is_weekend() => "weekend",
            _ => "workday",
        },
        heading: day.heading(language, view.shows_almanac()),
        entries: rows.iter().filter(|row| !row.is_task()).map(|row| entry(&row)).collect(),
        work: (tasks > 0).then_some(work),
        all: rows.iter().map(|row| entry(&row)).collect(),
    }
}

fn page_entry(row: &Row, day: Day, language: Language) -> PageEntry {
    PageEntry {
        when: when_on(row, day, "–", language).unwrap_or_default(),
        title: row.title.clone(),
        person: row.person.clone().unwrap_or_default(),
        who: who(row, language).unwrap_or_default(),
        destination: destination(row, language).unwrap_or_default(),
        notes: notes_on(row, day, language).join(Text::new("；", "; ").get(language)),
        text: row.text.clone(),
        cancelled: row.cancelled,
    }
}
