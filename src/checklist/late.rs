//! A launch list made late: what is left is spread over the days until the start.
//!
//! Must not know today by itself.

use super::mark::mark_id;
use super::{Checklist, ChecklistItem, ListHead};
use crate::calendar::At;
use crate::value::Day;

/// The dates of a launch list: one that was made late, or is made late today, begins on the day on which it was made. A
/// list of which an earlier one is kept in a file was made in time, unless the file says otherwise.
pub fn set_dates(list: &mut Checklist, starts: Option<Day>, earlier: Option<&ListHead>, today: Day) {
    match earlier.filter(|head| head.name == mark_id(&list.name)) {
        Some(ListHead { of: None, .. }) => {}
        Some(ListHead { of, .. }) => {
            spread(list, starts, of.unwrap_or(today));
            list.of = *of;
        }
        None => spread(list, starts, today),
    }
}

/// The days of a launch list that is made when some of them have passed already: the items of the template keep their
/// order, spread from the day on which the list is made until the day before the start, and what the calendar had for
/// passed days is due at once. None of it was ever due before. After the start all is due at once; without a start
/// nothing has a date.
fn spread(list: &mut Checklist, starts: Option<Day>, made: Day) {
    let is_calendar = |id: &str| id == "calendar";
    let Some(starts) = starts else {
        let of_template = list.sections.iter_mut().filter(|section| !is_calendar(&section.id));
        of_template.flat_map(|section| &mut section.items).for_each(|item| item.due = None);
        return;
    };
    let days = |of: &ChecklistItem| of.due.map(|due| due.day);
    let templates = list.sections.iter().filter(|section| !is_calendar(&section.id));
    let first = templates.flat_map(|section| &section.items).filter_map(days).min();
    let all = list.sections.iter().flat_map(|section| &section.items);
    if !all.filter_map(days).any(|day| day < made) {
        return;
    }
    list.of = Some(made);
    let last = starts.plus(-1).max(made);
    for section in &mut list.sections {
        for item in &mut section.items {
            let Some(due) = item.due else { continue };
            let day = match first {
                Some(first) if !is_calendar(&section.id) && first < made && due.day < starts => {
                    let (passed, all) = (i64::from(due.day.0 - first.0), i64::from(starts.0 - 1 - first.0).max(1));
                    let left = i64::from(last.0 - made.0);
                    made.plus(i32::try_from(passed * left / all).unwrap_or_default())
                }
                _ => due.day.max(made),
            };
            item.is_now = due.day < made && day == made;
            item.due = Some(At { day, ..due });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::Section;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn list() -> Checklist {
        let item = |on: &str| ChecklistItem {
            id: on.to_owned(),
            due: Some(At { day: day(on), time: None }),
            ..ChecklistItem::default()
        };
        let section = |id: &str, days: &[&str]| Section {
            id: id.to_owned(),
            items: days.iter().map(|on| item(on)).collect(),
            ..Section::default()
        };
        let template = section("rules", &["2026-11-01", "2026-11-11", "2026-11-28", "2026-12-01", "2026-12-02"]);
        Checklist {
            sections: vec![template, section("calendar", &["2026-11-10", "2026-11-25"])],
            ..Checklist::default()
        }
    }

    fn shape(list: &Checklist) -> Vec<(String, bool)> {
        let items = list.sections.iter().flat_map(|section| &section.items);
        items.map(|item| (item.due.map_or_else(String::new, |due| due.day.to_string()), item.is_now)).collect()
    }

    fn spread_on(made: &str, starts: Option<&str>) -> (Option<Day>, Vec<(String, bool)>) {
        let mut list = list();
        spread(&mut list, starts.map(day), day(made));
        (list.of, shape(&list))
    }

    fn pairs(pairs: [(&str, bool); 7]) -> Vec<(String, bool)> {
        pairs.map(|(on, now)| (on.to_owned(), now)).to_vec()
    }

    #[test]
    fn a_list_made_in_time_stays_as_it_is() {
        assert_eq!(spread_on("2026-11-01", Some("2026-12-01")), (None, shape(&list())));
    }

    #[test]
    fn what_is_left_is_spread_until_the_start_in_its_order() {
        let expected = pairs([
            ("2026-11-21", true),
            ("2026-11-24", false),
            ("2026-11-29", false),
            ("2026-12-01", false),
            ("2026-12-02", false),
            ("2026-11-21", true),
            ("2026-11-25", false),
        ]);
        assert_eq!(spread_on("2026-11-21", Some("2026-12-01")), (Some(day("2026-11-21")), expected));
    }

    #[test]
    fn a_list_in_a_file_keeps_the_day_on_which_it_was_made() {
        let of = |head: Option<&str>| {
            let mut list = list();
            let head = head.and_then(ListHead::of_mark);
            list.name = "launch".to_owned();
            set_dates(&mut list, Some(day("2026-12-01")), head.as_ref(), day("2026-11-21"));
            (list.of.map(|day| day.to_string()), list.sections[0].items[0].due.map(|due| due.day.to_string()))
        };
        let dates = |of: Option<&str>, first: &str| (of.map(str::to_owned), Some(first.to_owned()));
        assert_eq!(of(None), dates(Some("2026-11-21"), "2026-11-21"));
        assert_eq!(of(Some("launch")), dates(None, "2026-11-01"), "made in time");
        assert_eq!(of(Some("launch 2026-11-15 @club")), dates(Some("2026-11-15"), "2026-11-15"));
        assert_eq!(of(Some("weekly 2026-11-15")), dates(Some("2026-11-21"), "2026-11-21"), "another list");
    }

    #[test]
    fn after_the_start_all_is_due_at_once() {
        let (_, shape) = spread_on("2027-01-05", Some("2026-12-01"));
        assert!(shape.iter().all(|(on, is_now)| on == "2027-01-05" && *is_now), "{shape:?}");
    }

    #[test]
    fn without_a_start_only_the_calendar_has_dates() {
        let (_, shape) = spread_on("2027-01-05", None);
        let dated: Vec<&str> = shape.iter().map(|(on, _)| on.as_str()).filter(|on| !on.is_empty()).collect();
        assert_eq!(dated, ["2026-11-10", "2026-11-25"]);
    }
}
