//! Days with their names → holidays, and one table over another.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Holidays;
use super::row::HolidayRow;
use crate::value::{Day, WeekdaySet};

impl Holidays {
    /// The table of these days, each once, with its name and whether it is a make-up workday; `years` are those that
    /// have a notice. None with more than 65,536 different names.
    pub fn of_days<'n>(
        days: impl IntoIterator<Item = (Day, Cow<'n, str>, bool)>,
        years: impl IntoIterator<Item = i32>,
    ) -> Option<Self> {
        let (mut rows, mut names) = (Vec::new(), Vec::<Cow<'static, str>>::new());
        let mut known = BTreeMap::<String, u16>::new();
        for (day, name, make_up) in days {
            let number = match known.get(name.as_ref()) {
                Some(number) => *number,
                None => {
                    let number = u16::try_from(names.len()).ok()?;
                    known.insert(name.clone().into_owned(), number);
                    names.push(Cow::Owned(name.into_owned()));
                    number
                }
            };
            rows.push(HolidayRow { day, name: number, make_up });
        }
        rows.sort_unstable_by_key(|row| row.day);
        let years: BTreeSet<i32> = years.into_iter().collect();
        let announced = Some(years.into_iter().collect());
        let (rows, names, weekend) = (Cow::Owned(rows), Cow::Owned(names), WeekdaySet::WEEKEND);
        Some(Self { rows, names, announced, reaches_back: true, weekend })
    }

    /// This table with another over it: the other's days count where both have one, its years add to these. None with
    /// too many names.
    pub fn over(&self, later: &Self) -> Option<Self> {
        let mut days: BTreeMap<Day, (String, bool)> = self.named().into_iter().collect();
        days.extend(later.named());
        let days = days.into_iter().map(|(day, (name, make_up))| (day, Cow::Owned(name), make_up));
        let years = self.announced.iter().chain(&later.announced).flat_map(|years| years.iter().copied());
        let mut table = Self::of_days(days, years)?;
        // beside plain weeks nothing waits for a notice
        if self.announced.is_none() || later.announced.is_none() {
            table.announced = None;
        }
        table.reaches_back = self.reaches_back || later.reaches_back;
        table.weekend = self.weekend;
        Some(table)
    }

    /// The days off of two countries together: a day off in one is off, and a year is known where both know it. The
    /// weekend is that of the first. None with too many names.
    pub fn beside(&self, other: &Self) -> Option<Self> {
        let mut days: BTreeMap<Day, (String, bool)> = BTreeMap::new();
        for (day, (name, make_up)) in self.named().into_iter().chain(other.named()) {
            let known = days.entry(day).or_insert_with(|| (name.clone(), make_up));
            if known.1 && !make_up {
                *known = (name, make_up);
            }
        }
        let days = days.into_iter().map(|(day, (name, make_up))| (day, Cow::Owned(name), make_up));
        let announced = match (&self.announced, &other.announced) {
            (Some(ours), Some(theirs)) => {
                Some(ours.iter().copied().filter(|year| theirs.contains(year)).collect::<Cow<'_, [i32]>>())
            }
            (Some(years), None) | (None, Some(years)) => Some(years.clone()),
            (None, None) => None,
        };
        let reaches_back = self.reaches_back || other.reaches_back;
        let weekend = self.weekend;
        Some(Self { announced, reaches_back, weekend, ..Self::of_days(days, [])? })
    }

    fn named(&self) -> Vec<(Day, (String, bool))> {
        let name = |row: &HolidayRow| self.names[usize::from(row.name)].to_string();
        self.rows.iter().map(|row| (row.day, (name(row), row.make_up))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::DayStatus;

    #[test]
    fn the_later_table_counts_and_adds() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let own = Holidays::parse_csv("date,name,status\n2026-10-01,open house,work\n2027-01-01,New Year,off\n");
        let own = own.expect("sound");
        let both = Holidays::china().over(&own).expect("few names");
        let of = |table: &Holidays, date: &str| {
            let info = table.status(day(date));
            (info.status, info.name.map(str::to_owned), info.make_up)
        };
        assert_eq!(of(&both, "2026-10-01"), (DayStatus::Workday, Some("open house".to_owned()), true));
        assert_eq!(of(&both, "2026-10-02"), (DayStatus::Off, Some("国庆节".to_owned()), false));
        assert_eq!(of(&both, "2027-01-01"), (DayStatus::Off, Some("New Year".to_owned()), false));
        assert_eq!(both.last_announced(), Some(2027));
        let back = own.over(Holidays::china()).expect("few names");
        assert_eq!(of(&back, "2026-10-01"), (DayStatus::Off, Some("国庆节".to_owned()), false));
        let plain = Holidays::none().over(&own).expect("few names");
        assert_eq!(of(&plain, "2030-05-06").0, DayStatus::Workday);
        assert_eq!(plain.last_announced(), None);
        // what is over nothing stays as it is
        assert_eq!(Holidays::none().over(Holidays::none()).as_ref(), Some(Holidays::none()));
    }

    #[test]
    fn names_are_numbered_up_to_their_limit() {
        let days = |count: i32| (0..count).map(|n| (Day(n), Cow::Owned(n.to_string()), false));
        assert!(Holidays::of_days(days(65_536), []).is_some());
        assert!(Holidays::of_days(days(65_537), []).is_none());
    }
}
