//! The festivals of a range: which day they fall on, their days off, and the items of the plan that are anchored to them.

use std::ops::ControlFlow;

use super::engine::Engine;
use super::entry::At;
use super::item::Item;
use crate::cadence::{Anchor, MonthDay, Pattern, Period};
use crate::knowledge::lunar::LunarDate;
use crate::knowledge::{DayInfo, DayStatus, Festival, FestivalDate, Holidays, festival, lunar, term};
use crate::language::Language;
use crate::value::Day;

/// How far from its days off a make-up workday may lie, in days.
const MADE_UP_WITHIN: i32 = 30;

/// A festival, a solar term, or days off by another name.
#[derive(Debug, Clone)]
pub struct FestivalDay<'a> {
    /// Its day; of days off by another name the first.
    pub day: Day,
    /// The festival.
    pub festival: Option<&'static Festival>,
    /// The solar term that begins, by its number.
    pub term: Option<usize>,
    /// The days off around it.
    pub off: Option<DaysOff<'a>>,
    /// The items of the plan that are anchored to it, by their days.
    pub items: Vec<AnchoredItem>,
}

/// Days off in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaysOff<'a> {
    /// The name that the notice or the file gives them.
    pub name: &'a str,
    /// What is known of the first of them.
    pub info: DayInfo<'a>,
    /// The first of them.
    pub first: Day,
    /// The last, included.
    pub last: Day,
    /// The workdays that make up for them.
    pub make_up: Vec<Day>,
}

/// An item of the plan whose day is counted from a festival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnchoredItem {
    /// The item.
    pub item: Item,
    /// When it takes place, in the plan's zone, after holidays and changes.
    pub at: At,
    /// How many days after the festival, by its cadence; negative is before.
    pub days: i32,
    /// Whether a change cancels it.
    pub cancelled: bool,
}

/// The festivals from `from` to `to`, both included, in order of their days.
pub(super) fn festivals<'a>(engine: &Engine<'a>, (from, to): (Day, Day)) -> Vec<FestivalDay<'a>> {
    let row = |day, festival, term| FestivalDay { day, festival, term, off: None, items: Vec::new() };
    let is_term = |festival: &Festival| match festival.on {
        FestivalDate::Term(number) => Some(number),
        _ => None,
    };
    let mut all: Vec<FestivalDay<'a>> = festival::festivals_between(from, to)
        .into_iter()
        .map(|(day, festival)| row(day, Some(festival), is_term(festival)))
        .collect();
    for day in (from.0..=to.0).map(Day) {
        if let Some(number) = term::on(day)
            && !all.iter().any(|row| row.day == day && row.term.is_some())
        {
            all.push(row(day, None, Some(number)));
        }
    }
    let in_chinese = |off: &DaysOff<'a>| off.info.name_in(Language::Zh).unwrap_or(off.name);
    for off in runs(engine.holidays, from, to) {
        let belongs = |row: &&mut FestivalDay<'_>| {
            (off.first..=off.last).contains(&row.day)
                && row.festival.is_some_and(|festival| in_chinese(&off).contains(festival.name.zh))
        };
        let mut found = false;
        for row in all.iter_mut().filter(belongs) {
            row.off = Some(off.clone());
            found = true;
        }
        if !found {
            all.push(FestivalDay { off: Some(off.clone()), ..row(off.first.max(from), None, None) });
        }
    }
    all.sort_by_key(|row| row.day);
    for row in &mut all {
        row.items = items(engine, row);
    }
    all
}

/// Days off in a row under one name that touch a range.
fn runs(holidays: &Holidays, from: Day, to: Day) -> Vec<DaysOff<'_>> {
    let name = |day: Day| {
        let info = holidays.status(day);
        info.name.filter(|_| info.status == DayStatus::Off)
    };
    let mut runs: Vec<DaysOff<'_>> = Vec::new();
    for day in (from.0..=to.0).map(Day) {
        let Some(own) = name(day) else { continue };
        match runs.last_mut() {
            Some(run) if run.name == own && run.last.plus(1) == day => run.last = day,
            _ => {
                runs.push(DaysOff { name: own, info: holidays.status(day), first: day, last: day, make_up: Vec::new() })
            }
        }
    }
    for run in &mut runs {
        // the range may have cut it
        while run.first > Day::MIN && name(run.first.plus(-1)) == Some(run.name) {
            run.first = run.first.plus(-1);
        }
        while run.last < Day::MAX && name(run.last.plus(1)) == Some(run.name) {
            run.last = run.last.plus(1);
        }
        let around = run.first.plus(-MADE_UP_WITHIN).0..=run.last.plus(MADE_UP_WITHIN).0;
        run.make_up = around
            .map(Day)
            .filter(|day| {
                let info = holidays.status(*day);
                info.make_up && info.name == Some(run.name)
            })
            .collect();
    }
    runs
}

/// The items of the plan that are counted from a festival, in order.
fn items(engine: &Engine<'_>, row: &FestivalDay<'_>) -> Vec<AnchoredItem> {
    let mut items = Vec::new();
    for recurring in &engine.recurring {
        let days = match &recurring.when.pattern {
            Pattern::Offset { from: Anchor::Festival(which), days } if row.festival == Some(*which) => *days,
            Pattern::Offset { from: Anchor::Term(which), days } if row.term == Some(*which) => *days,
            Pattern::Festival(which) if row.festival == Some(*which) => 0,
            Pattern::Term(which) if row.term == Some(*which) => 0,
            Pattern::Monthly { period: Period::LunarYear(month), days } if is_lunar(row, *month, days) => 0,
            _ => continue,
        };
        let on = row.day.plus(days);
        engine.listed(recurring, (on, on), &mut |decision| {
            // what a change moves to this day is listed as well
            if decision.original.day == on {
                items.push(AnchoredItem {
                    item: recurring.item,
                    at: decision.at,
                    days,
                    cancelled: decision.is_cancelled(),
                });
            }
            ControlFlow::Continue(())
        });
    }
    items.sort_by_key(|item| item.at);
    items
}

/// Whether a festival is one of these days of the lunar year.
fn is_lunar(row: &FestivalDay<'_>, month: u8, days: &[MonthDay]) -> bool {
    let by_moon = row.festival.is_some_and(|festival| matches!(festival.on, FestivalDate::Lunar(..)));
    let is_one = |date: LunarDate| days.contains(&MonthDay::Day(date.day as i8));
    by_moon && lunar::date(row.day).is_some_and(|date| date.month == i32::from(month) && !date.leap && is_one(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::{Reading, read};
    use crate::source::Document;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn reading(text: &str) -> Reading {
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &Library::default());
        assert!(reading.is_sound(), "{:?}", reading.findings);
        reading
    }

    fn shown(reading: &Reading, from: &str, to: &str) -> Vec<String> {
        let engine = Engine::new(&reading.plan, &reading.index, Holidays::china());
        let all = festivals(&engine, (day(from), day(to)));
        let name = |row: &FestivalDay<'_>| {
            let festival = row.festival.map(|festival| festival.name.zh);
            festival.or(row.term.map(|n| crate::knowledge::TERMS[n].zh)).unwrap_or("-")
        };
        all.iter()
            .map(|row| {
                let off = row.off.as_ref().map(|off| format!(" {}..{} +{}", off.first, off.last, off.make_up.len()));
                let items: String = row.items.iter().map(|item| format!(" [{} {}]", item.days, item.at.day)).collect();
                format!("{} {}{}{items}", row.day, name(row), off.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn days_off_in_a_row_under_one_name_are_one_run() {
        let days = ["2026-12-05,Club day", "2026-12-06,Club day", "2026-12-19,Club day", "2026-12-20,Fair"];
        let file: String = days.iter().map(|row| format!("{row},off\n")).collect();
        let own = Holidays::parse_csv(&format!("date,name,status\n{file}")).expect("a table");
        let found: Vec<(&str, Day, Day)> = runs(&own, day("2026-12-01"), day("2026-12-31"))
            .into_iter()
            .map(|run| (run.name, run.first, run.last))
            .collect();
        let (fifth, sixth, last) = (day("2026-12-05"), day("2026-12-06"), day("2026-12-20"));
        let wanted =
            [("Club day", fifth, sixth), ("Club day", day("2026-12-19"), day("2026-12-19")), ("Fair", last, last)];
        assert_eq!(found, wanted);
    }

    #[test]
    fn festivals_terms_days_off_and_anchored_items() {
        let plan = reading(
            "language = \"zh-CN\"\n[[content]]\nid = \"gift\"\nwhen = \"国庆节前10天 10:00\"\n\
             [[activities]]\nid = \"moon\"\nwhen = \"农历八月十五 19:00\"\n\
             [[activities]]\nid = \"walk\"\nwhen = \"寒露后1天 09:00\"\non_holiday = \"skip\"\n\
             [[activities]]\nid = \"mid\"\nwhen = \"中秋节前3天\"\n[[changes]]\nitem = \"mid\"\non = 2026-09-22\nmove_to = 2026-09-23\n",
        );
        assert_eq!(
            shown(&plan, "2026-09-20", "2026-10-08"),
            [
                "2026-09-23 秋分",
                "2026-09-25 中秋节 2026-09-25..2026-09-27 +0 [-3 2026-09-23] [0 2026-09-25]",
                "2026-10-01 国庆节 2026-10-01..2026-10-07 +2 [-10 2026-09-21]",
                "2026-10-08 寒露 [1 2026-10-09]",
            ]
        );
    }

    #[test]
    fn items_are_anchored_only_to_the_day_they_name() {
        let plan = reading(
            "language = \"zh-CN\"\n[[content]]\nid = \"a\"\nwhen = \"中秋节 10:00\"\n[[content]]\nid = \"b\"\nwhen = \"秋分 10:00\"\n\
             [[content]]\nid = \"c\"\nwhen = \"国庆节前1天\"\n[[content]]\nid = \"d\"\nwhen = \"秋分后2天\"\n\
             [[content]]\nid = \"e\"\nwhen = \"农历九月初九\"\n[[content]]\nid = \"f\"\nwhen = \"农历八月十六\"\n",
        );
        assert_eq!(
            shown(&plan, "2026-09-20", "2026-10-20"),
            [
                "2026-09-23 秋分 [0 2026-09-23] [2 2026-09-25]",
                "2026-09-25 中秋节 2026-09-25..2026-09-27 +0 [0 2026-09-25]",
                "2026-10-01 国庆节 2026-10-01..2026-10-07 +2 [-1 2026-09-30]",
                "2026-10-08 寒露",
                "2026-10-18 重阳节 [0 2026-10-18]",
            ]
        );
    }

    #[test]
    fn days_off_of_one_name_belong_to_their_own_year() {
        let china = Holidays::china();
        let new_year = |run: &DaysOff<'_>| run.name.contains("元旦");
        let found: Vec<_> = runs(china, day("2025-01-01"), day("2026-01-02")).into_iter().filter(new_year).collect();
        let found: Vec<_> = found.iter().map(|run| (run.first.to_string(), run.last.to_string())).collect();
        let own = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        assert_eq!(found, [own("2025-01-01", "2025-01-01"), own("2026-01-01", "2026-01-03")]);
        let plan = reading("language = \"zh-CN\"\n");
        let engine = Engine::new(&plan.plan, &plan.index, china);
        let all = festivals(&engine, (day("2025-01-01"), day("2026-01-02")));
        let of = |at: &FestivalDay<'_>| at.off.as_ref().map(|off| off.first);
        assert_eq!(of(&all[0]), Some(day("2025-01-01")));
    }

    #[test]
    fn of_two_festivals_on_one_day_each_has_its_own() {
        // in 2020 mid-autumn was on 1 October, in 2026 the summer solstice is on Father's Day
        let plan = reading(
            "language = \"zh-CN\"\n[[content]]\nid = \"a\"\nwhen = \"国庆节\"\n[[content]]\nid = \"b\"\nwhen = \"国庆节前1天\"\n\
             [[content]]\nid = \"c\"\nwhen = \"农历八月十五\"\n[[content]]\nid = \"d\"\nwhen = \"夏至\"\n[[content]]\nid = \"e\"\nwhen = \"夏至后1天\"\n",
        );
        let items = |on: &str| -> Vec<(&str, Vec<Item>)> {
            let engine = Engine::new(&plan.plan, &plan.index, Holidays::none());
            let all = festivals(&engine, (day(on), day(on)));
            let name = |row: &FestivalDay<'_>| {
                row.festival.map_or_else(|| crate::knowledge::TERMS[row.term.expect("a term")].zh, |of| of.name.zh)
            };
            let mut all: Vec<_> =
                all.iter().map(|row| (name(row), row.items.iter().map(|item| item.item).collect())).collect();
            all.sort_unstable();
            all
        };
        let own = |all: &[usize]| all.iter().map(|at| Item::Content(*at)).collect::<Vec<_>>();
        assert_eq!(items("2020-10-01"), [("中秋节", own(&[2])), ("国庆节", own(&[1, 0]))]);
        assert_eq!(items("2026-06-21"), [("夏至", own(&[3, 4])), ("父亲节", own(&[]))]);
    }

    #[test]
    fn days_off_cut_by_the_range_and_both_ends_of_the_calendar() {
        let plan = reading("language = \"zh-CN\"\n");
        // the festival itself lies before the range
        assert_eq!(shown(&plan, "2026-10-03", "2026-10-04"), ["2026-10-03 - 2026-10-01..2026-10-07 +2"]);
        // one day of the term, one row, though it is a festival, too
        assert_eq!(shown(&plan, "2026-04-05", "2026-04-05"), ["2026-04-05 清明节 2026-04-04..2026-04-06 +0"]);
        assert_eq!(shown(&plan, "0001-01-01", "0001-01-02"), ["0001-01-01 元旦"]);
        assert_eq!(shown(&plan, "9999-12-25", "9999-12-31"), ["9999-12-25 圣诞节"]);
    }
}
