//! What a day is, in words: its kind, its festivals, its place in the lunar year.

use crate::knowledge::lunar::{self, LunarDate};
use crate::knowledge::{DayStatus, Holidays, TERMS, festival, term};
use crate::language::{Language, Text};
use crate::render::clean;
use crate::value::Day;

/// One day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// The day.
    pub day: Day,
    /// Its kind.
    pub status: DayStatus,
    /// Whether it is a workday by notice, whatever its weekday.
    pub make_up: bool,
    /// The holiday that makes it a day off or that it makes up for.
    pub name: Option<String>,
    /// Festivals, days off or not.
    pub festivals: Vec<&'static str>,
    /// The lunar date; outside of 1958 to 2056 none.
    pub lunar: Option<LunarDate>,
    /// The solar term that begins.
    pub term: Option<&'static str>,
}

impl DayRow {
    /// What is beside the number of a day: the mark of a day off or a make-up day, then the name to show.
    pub(in crate::render) fn heading(&self, language: Language, almanac: bool) -> String {
        let mark = match self.status {
            DayStatus::Off => Some(Text::new("休", "off")),
            DayStatus::Workday if self.make_up => Some(Text::new("班", "work")),
            _ => None,
        };
        let day_off = self.name.as_deref().filter(|_| self.status == DayStatus::Off);
        let festival = self.festivals.first().copied().filter(|_| almanac);
        // the first day of a holiday is the festival itself, the others carry its name too
        let name = festival.or(day_off).or(self.term.filter(|_| almanac));
        [mark.map(|mark| mark.get(language)), name].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The day of the lunar month in two characters, the month's name on its first day.
    pub(super) fn lunar_short(&self) -> Option<String> {
        let date = self.lunar?;
        let text = date.text(Language::Zh);
        let (month, day) = text.split_once('月')?;
        Some(if date.day == 1 { format!("{month}月") } else { day.to_owned() })
    }
}

/// The days of a range, in order.
pub(super) fn days(holidays: &Holidays, (from, to): (Day, Day), language: Language) -> Vec<DayRow> {
    let mut festivals = festival::festivals_between(from, to).into_iter().peekable();
    (from.0..=to.0)
        .map(Day)
        .map(|day| {
            let info = holidays.status(day);
            let mut here = Vec::new();
            while let Some((_, festival)) = festivals.next_if(|(on, _)| *on == day) {
                here.push(festival.name.get(language));
            }
            DayRow {
                day,
                status: info.status,
                make_up: info.make_up,
                name: info.name_in(language).map(|name| {
                    let name = clean(name);
                    // a make-up workday says so in its name
                    let made_up = Text::new("{name}补班", "make-up workday for {name}");
                    if info.make_up { made_up.fill(language, |_| Some(name.clone())) } else { name }
                }),
                festivals: here,
                lunar: lunar::date(day),
                term: term::on(day).map(|n| TERMS[n].get(language)),
            }
        })
        .collect()
}
