//! All dates of the starter move with its first day: by whole weeks, so that what fell on a Saturday still does, and
//! what stands a week after the first day of a batch still does; the first day itself becomes the chosen one.

use super::Changes;
use crate::cadence::{Cadence, Pattern};
use crate::finding::{KeyPath, Literal, Segment};
use crate::interview::setting::Setting;
use crate::value::Day;

/// Moves every date of the file, and the single dates of cadences.
pub(super) fn shift(setting: &Setting<'_>, changes: &mut Changes) {
    let Some(first) = setting.starter.plan.lifecycle.starts else { return };
    move_to(setting.counts_from(), first, &setting.starter.tree, changes);
    lengthen(setting, changes);
}

/// A life that is counted from the first day lasts as much longer as the community is there already.
fn lengthen(setting: &Setting<'_>, changes: &mut Changes) {
    let (life, starts, from) = (&setting.starter.plan.lifecycle, setting.starts(), setting.counts_from());
    let mut longer = |key: &'static str, counted: Option<u32>, lived: i32| {
        if let Some(counted) = counted.filter(|_| lived > 0) {
            changes.set(KeyPath::of(&["lifecycle", key]), Literal::Integer(i64::from(counted) + i64::from(lived)));
        }
    };
    longer("months", life.months, from.month().0 - starts.month().0);
    longer("days", life.days, from.0 - starts.0);
}

/// Moves every date of a plan whose first day was `first`, so that it begins on `starts`.
pub(super) fn move_to(starts: Day, first: Day, tree: &Literal, changes: &mut Changes) {
    if first != starts {
        Shift { first, starts }.walk(tree, &KeyPath::root(), changes);
    }
}

/// A day of the starter, moved with its first day.
pub(in crate::interview) fn moved(setting: &Setting<'_>, day: Day) -> Day {
    let first = setting.starter.plan.lifecycle.starts;
    first.map_or(day, |first| Shift { first, starts: setting.counts_from() }.of(day))
}

struct Shift {
    /// The first day of the starter.
    first: Day,
    /// The first day that was chosen.
    starts: Day,
}

impl Shift {
    fn of(&self, day: Day) -> Day {
        if day == self.first {
            return self.starts;
        }
        // rounded up, so that nothing comes nearer to the first day than it was, or before it
        let days = self.starts.0.saturating_sub(self.first.0);
        day.plus(-(-days).div_euclid(7) * 7)
    }

    fn walk(&self, value: &Literal, at: &KeyPath, changes: &mut Changes) {
        let below = |segment: Segment| {
            let mut path = at.clone();
            path.0.push(segment);
            path
        };
        match value {
            Literal::Day(day) => changes.set(at.clone(), Literal::Day(self.of(*day))),
            Literal::Moment(day, clock) => changes.set(at.clone(), Literal::Moment(self.of(*day), *clock)),
            Literal::Text(text) if matches!(at.keys().last(), Some("when" | "meeting")) => {
                if let Some(moved) = self.once(text) {
                    changes.set(at.clone(), moved);
                }
            }
            Literal::Table(pairs) => {
                for (key, value) in pairs {
                    self.walk(value, &below(Segment::Key(key.clone().into())), changes);
                }
            }
            Literal::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.walk(value, &below(Segment::Index(index)), changes);
                }
            }
            _ => {}
        }
    }

    /// A cadence that names one date, on the other date.
    fn once(&self, text: &str) -> Option<String> {
        let Ok(Cadence { pattern: Pattern::Once(day), .. }) = Cadence::parse(text) else { return None };
        let written = text.get(..10).filter(|date| date.parse::<Day>() == Ok(day))?;
        Some(text.replacen(written, &self.of(day).to_string(), 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::starter::Starter;
    use crate::interview::{Answers, Interview, Mode};
    use crate::language::Language;
    use crate::library::Library;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn dates(value: &Literal) -> Vec<Day> {
        match value {
            Literal::Day(day) | Literal::Moment(day, _) => vec![*day],
            Literal::Table(pairs) => pairs.iter().flat_map(|(_, value)| dates(value)).collect(),
            Literal::List(values) => values.iter().flat_map(dates).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn the_first_day_is_met_and_all_else_keeps_its_weekday_and_its_distance() {
        let library = Library::default();
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let text = library.starter(name, language).expect("built in");
            let before = dates(&Starter::read(name, text, &library).tree);
            assert!(before.len() > 5, "{name}");
            // a fortnight around the starter's own first day, and far from it
            for starts in (-7..=7).map(|n| day("2026-12-01").plus(n)).chain(["2025-01-30", "2031-08-17"].map(day)) {
                let shift = Shift { first: day("2026-12-01"), starts };
                let after: Vec<Day> = before.iter().map(|old| shift.of(*old)).collect();
                assert_moved(&before, &after, starts);
            }
            let mut answers = Answers::default();
            for pair in [format!("language={language}"), format!("starter={name}"), "starts=2027-02-04".to_owned()] {
                answers.set(&pair).expect("a good answer");
            }
            let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23"));
            interview.replay(&answers).expect("good answers");
            let text = interview.draft().expect("TOML").text;
            assert_moved(&before, &dates(&Starter::read(name, &text, &library).tree), day("2027-02-04"));
        }
    }

    /// The first day is the chosen one; the rest keeps its weekday, and is at most six days further from it.
    fn assert_moved(before: &[Day], after: &[Day], starts: Day) {
        assert_eq!(before.len(), after.len());
        for (old, new) in before.iter().zip(after) {
            if *old == day("2026-12-01") {
                assert_eq!(*new, starts);
                continue;
            }
            assert_eq!(new.weekday(), old.weekday(), "{old} -> {new} for {starts}");
            let later = (new.0 - starts.0) - (old.0 - day("2026-12-01").0);
            assert!((0..7).contains(&later), "{old} -> {new} for {starts}");
        }
    }

    #[test]
    fn what_is_to_come_stays_to_come_where_the_community_is_there_already() {
        let library = Library::default();
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let mut answers = Answers::default();
            for pair in [format!("language={language}"), format!("starter={name}"), "starts=2024-03-05".to_owned()] {
                answers.set(&pair).expect("a good answer");
            }
            let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23"));
            interview.replay(&answers).expect("good answers");
            let old = &Starter::read(name, library.starter(name, language).expect("built in"), &library).plan.lifecycle;
            let plan = Starter::read(name, &interview.draft().expect("TOML").text, &library);
            let life = &plan.plan.lifecycle;
            assert_eq!(life.starts, Some(day("2024-03-05")));
            let past = dates(&plan.tree).into_iter().filter(|date| *date < day("2026-12-01")).count();
            assert_eq!(past, 1, "{name}: only the first day is over");
            // 33 months from March 2024 to December 2026, and 1001 days
            assert_eq!((life.months, life.days), (old.months.map(|n| n + 33), old.days.map(|n| n + 1001)), "{name}");
        }
    }

    #[test]
    fn a_single_date_in_a_cadence_moves_too() {
        let shift = Shift { first: day("2026-12-01"), starts: day("2027-02-01") };
        assert_eq!(shift.once("2026-12-24 19:30").as_deref(), Some("2027-02-25 19:30"), "nine weeks later");
        assert_eq!(shift.once("2026-12-01 19:30").as_deref(), Some("2027-02-01 19:30"));
        assert_eq!(shift.once("每周三 20:00"), None);
    }
}
