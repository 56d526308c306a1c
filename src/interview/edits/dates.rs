//! Moves all dates of the starter with its first day.

use crate::amend::{DateShift, EditSet};
use crate::finding::{KeyPath, Literal};
use crate::interview::context::InterviewContext;

/// Moves every date of the file, and the single dates of cadences.
pub(super) fn shift(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let Some(first) = context.starter.plan.lifecycle.starts else { return };
    DateShift { first, starts: context.counts_from() }.shift(&context.starter.tree, changes);
    lengthen(context, changes);
}

/// A life that is counted from the first day lasts as much longer as the community is there already.
fn lengthen(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let (life, starts, from) = (&context.starter.plan.lifecycle, context.starts(), context.counts_from());
    let mut longer = |key: &'static str, counted: Option<u32>, lived: i32| {
        if let Some(counted) = counted.filter(|_| lived > 0) {
            changes.set(KeyPath::of(&["lifecycle", key]), Literal::Integer(i64::from(counted) + i64::from(lived)));
        }
    };
    longer("months", life.months, from.month().0 - starts.month().0);
    longer("days", life.days, from.0 - starts.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::starter::Starter;
    use crate::interview::{Answers, Interview, Mode};
    use crate::language::Language;
    use crate::library::Library;
    use crate::value::Day;

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
    fn the_first_day_is_the_chosen_day_and_other_dates_keep_weekday_and_distance() {
        let library = Library::default();
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let text = library.starter(name, language).expect("built in");
            let before = dates(&Starter::read(name, text, &library).tree);
            assert!(before.len() > 5, "{name}");
            // a fortnight around the starter's own first day, and far from it
            for starts in (-7..=7).map(|n| day("2026-12-01").plus(n)).chain(["2025-01-30", "2031-08-17"].map(day)) {
                let shift = DateShift { first: day("2026-12-01"), starts };
                let after: Vec<Day> = before.iter().map(|old| shift.of(*old)).collect();
                assert_moved(&before, &after, starts);
            }
            let mut answers = Answers::default();
            for pair in [format!("language={language}"), format!("starter={name}"), "starts=2027-02-04".to_owned()] {
                answers.set(&pair).expect("a good answer");
            }
            let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23")).copying();
            interview.replay(&answers).expect("good answers");
            let text = interview.draft().expect("TOML").text;
            // but the day on which it is made
            let mut after = dates(&Starter::read(name, &text, &library).tree);
            after.retain(|date| *date != day("2026-11-23"));
            assert_moved(&before, &after, day("2027-02-04"));
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
    fn future_dates_stay_in_the_future_for_an_existing_community() {
        let library = Library::default();
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let mut answers = Answers::default();
            for pair in [format!("language={language}"), format!("starter={name}"), "starts=2024-03-05".to_owned()] {
                answers.set(&pair).expect("a good answer");
            }
            let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23")).copying();
            interview.replay(&answers).expect("good answers");
            let old = &Starter::read(name, library.starter(name, language).expect("built in"), &library).plan.lifecycle;
            let plan = Starter::read(name, &interview.draft().expect("TOML").text, &library);
            let life = &plan.plan.lifecycle;
            assert_eq!(life.starts, Some(day("2024-03-05")));
            let past = dates(&plan.tree).into_iter().filter(|date| *date < day("2026-12-01")).count();
            assert_eq!(past, 2, "{name}: only the first day is over, and the day on which it is made has come");
            // 33 months from March 2024 to December 2026, and 1001 days
            assert_eq!((life.months, life.days), (old.months.map(|n| n + 33), old.days.map(|n| n + 1001)), "{name}");
        }
    }
}
