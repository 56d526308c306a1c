//! Dates as spreadsheets rewrite them: `2026-12-03T20:00`, `2026/12/3 20:00`, `12/3/2026 8:00 PM`, `03.12.2026`.

use super::{Clock, Day};

/// A date whose day and month may be the other way round, and perhaps a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenMoment {
    parts: (i32, i32, i32),
    form: Form,
    time: Option<Clock>,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    YearFirst,
    DayFirst,
    /// `12/3/2026`
    YearLast,
}

/// Which of the two comes first in dates that end with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayAndMonth {
    /// `3/12/2026` is in December.
    DayFirst,
    /// `12/3/2026` is in December.
    MonthFirst,
}

impl WrittenMoment {
    /// What is written in a cell; none where that is no date.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, time) = match text.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(clock(time.trim())?)),
            None => (text, None),
        };
        let separator = date.chars().find(|c| !c.is_ascii_digit())?;
        let mut parts = date.split(separator);
        let mut next = || parts.next().filter(|part| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()));
        let (first, second, third) = (next()?, next()?, next()?);
        if parts.next().is_some() || !['-', '/', '.'].contains(&separator) {
            return None;
        }
        let form = match (first.len(), third.len(), separator) {
            (4, ..) => Form::YearFirst,
            (_, 4, '.') => Form::DayFirst,
            (_, 4, _) => Form::YearLast,
            _ => return None,
        };
        Some(Self { parts: (first.parse().ok()?, second.parse().ok()?, third.parse().ok()?), form, time })
    }

    /// The order of day and month, where only one can be meant.
    pub(crate) fn order(self) -> Option<DayAndMonth> {
        let (first, second, _) = self.parts;
        match self.form {
            Form::YearLast if first > 12 => Some(DayAndMonth::DayFirst),
            Form::YearLast if second > 12 => Some(DayAndMonth::MonthFirst),
            _ => None,
        }
    }

    /// The order in which it is this day.
    pub(crate) fn order_for(self, day: Day) -> Option<DayAndMonth> {
        let orders = [DayAndMonth::DayFirst, DayAndMonth::MonthFirst];
        let mut fitting = orders.into_iter().filter(|order| self.read(Some(*order)).is_some_and(|(it, _)| it == day));
        match (fitting.next(), fitting.next()) {
            (Some(order), None) if self.form == Form::YearLast => Some(order),
            _ => None,
        }
    }

    /// Whether it is another day in the other order.
    pub(crate) fn is_ambiguous(self) -> bool {
        self.form == Form::YearLast && self.order().is_none() && self.parts.0 != self.parts.1
    }

    /// What it means; none where that is no day.
    pub(crate) fn read(self, order: Option<DayAndMonth>) -> Option<(Day, Option<Clock>)> {
        let (first, second, third) = self.parts;
        let (year, month, day) = match (self.form, order) {
            (Form::YearFirst, _) => (first, second, third),
            (Form::DayFirst, _) | (Form::YearLast, Some(DayAndMonth::DayFirst)) => (third, second, first),
            (Form::YearLast, _) => (third, first, second),
        };
        Day::from_ymd(year, month, day).map(|day| (day, self.time))
    }
}

/// `20:00`, `20:00:00`, `8:00 PM`
fn clock(text: &str) -> Option<Clock> {
    let upper = text.to_ascii_uppercase();
    let (digits, half) = match (upper.strip_suffix("AM"), upper.strip_suffix("PM")) {
        (Some(rest), _) => (rest.trim_end(), Some(0)),
        (_, Some(rest)) => (rest.trim_end(), Some(12)),
        _ => (upper.as_str(), None),
    };
    let mut parts = digits.split(':').map(|part| part.parse::<u16>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    if parts.any(|part| part.is_none()) {
        return None;
    }
    let hour = half.map_or(hour, |half| hour % 12 + half);
    Clock::new(hour, minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Option<DayAndMonth>) -> Option<String> {
        let (day, time) = WrittenMoment::of(text)?.read(order)?;
        Some(format!("{} {}", day, time.map_or_else(String::new, |time| time.to_string())))
    }

    #[test]
    fn dates_are_read_as_spreadsheets_write_them() {
        for text in
            ["2026-12-03T20:00", "2026/12/3 20:00", "2026-12-03 20:00:00", "03.12.2026 20:00", "2026/12/03 8:00 PM"]
        {
            assert_eq!(read(text, None).as_deref(), Some("2026-12-03 20:00"), "{text}");
        }
        assert_eq!(read("2026/12/3", None).as_deref(), Some("2026-12-03 "));
        assert_eq!(read("12/3/2026 0:30", Some(DayAndMonth::MonthFirst)).as_deref(), Some("2026-12-03 00:30"));
        assert_eq!(read("3/12/2026", Some(DayAndMonth::DayFirst)).as_deref(), Some("2026-12-03 "));
        for text in ["", "soon", "2026-13-01", "2026-12", "26/12/03", "2026-12-03T25:00", "2026-12-03 20"] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }

    #[test]
    fn the_order_of_day_and_month_shows_where_only_one_is_possible() {
        let of = |text| WrittenMoment::of(text).expect("a date");
        assert_eq!(of("25/12/2026").order(), Some(DayAndMonth::DayFirst));
        assert_eq!(of("12/25/2026").order(), Some(DayAndMonth::MonthFirst));
        assert!(of("3/12/2026").is_ambiguous() && !of("12/12/2026").is_ambiguous() && !of("2026/3/12").is_ambiguous());
        let day = "2026-12-03".parse().expect("a day");
        assert_eq!(of("3/12/2026").order_for(day), Some(DayAndMonth::DayFirst));
        assert_eq!(of("4/12/2026").order_for(day), None);
    }
}
