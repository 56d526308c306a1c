//! Days that are counted from other items.

use super::super::entry::Origin;
use super::super::scheduler::{CalendarRequest, calendar};
use super::*;
use crate::library::Library;
use crate::plan::read;
use crate::source::Document;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The days of the first content of a plan in a range, as it is held.
fn held(text: &str, from: &str, to: &str) -> Vec<String> {
    let (mut buffer, library) = (String::new(), Library::default());
    let reading = read(&Document::parse(&format!("language = \"en\"\n{text}"), &mut buffer), &library);
    let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    let held = made.entries.iter().filter(|entry| entry.origin == Origin::Item(Item::Content(0)) && !entry.cancelled);
    held.map(|entry| entry.at.day.to_string()).collect()
}

#[test]
fn counts_days_from_a_cohort_and_from_a_moved_item() {
    let cohort = "[[content]]\nwhen = \"3 days before k\"\n[[cohorts]]\nid = \"k\"\nstarts = 2026-12-07\n";
    assert_eq!(held(cohort, "2026-12-01", "2026-12-31"), ["2026-12-04"]);
    assert_eq!(held(cohort, "2026-12-04", "2026-12-04"), ["2026-12-04"]);
    assert!(held(cohort, "2027-12-05", "2027-12-31").is_empty() && held(cohort, "2025-12-01", "2025-12-31").is_empty());
    let moved = "[[content]]\nwhen = \"1 day after talk\"\n[[activities]]\nid = \"talk\"\nwhen = \"every Wed 20:00\"\n\
        [[changes]]\nitem = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-11\n[[changes]]\nitem = \"talk\"\non = 2026-12-16\ncancel = true\n";
    assert_eq!(held(moved, "2026-12-01", "2026-12-31"), ["2026-12-03", "2026-12-12", "2026-12-24", "2026-12-31"]);
}

#[test]
fn items_depend_on_up_to_sixteen_others() {
    let chain = |length: usize| {
        let mut text = format!(
            "[[content]]\nid = \"i0\"\nwhen = \"{}\"\n",
            if length == 0 { "2026-12-01" } else { "1 day after i1" }
        );
        for n in 1..=length {
            let when = if n == length { "2026-12-01".to_owned() } else { format!("1 day after i{}", n + 1) };
            text += &format!("[[content]]\nid = \"i{n}\"\nwhen = \"{when}\"\n");
        }
        held(&text, "2026-12-01", "2027-01-31")
    };
    assert_eq!((chain(0), chain(1)), (vec!["2026-12-01".to_owned()], vec!["2026-12-02".to_owned()]));
    assert_eq!(chain(16), ["2026-12-17"]);
    assert!(chain(17).is_empty());
}

#[test]
fn an_activity_goes_by_the_clock_and_the_days_off_of_its_place() {
    let plan = |own: &str| {
        format!(
            "time_zone = \"UTC\"\nholidays = \"none\"\n[[places]]\nid = \"hall\"\ntime_zone = \"Berlin\"\nholidays = \"DE-BY\"\n\
             [[activities]]\nid = \"walk\"\nmode = \"offline\"\nplace = \"hall\"\nwhen = \"every Wed 10:00\"\non_holiday = \"skip\"\n{own}\
             [[content]]\nwhen = \"1 day after walk\"\n"
        )
    };
    // Epiphany is a day off in Bavaria, and no day off in Berlin or the US
    assert_eq!(held(&plan(""), "2026-12-31", "2027-01-15"), ["2026-12-31", "2027-01-14"]);
    for own in ["holidays = \"DE-BE\"\n", "holidays = \"US\"\n", "holidays = \"none\"\n"] {
        assert_eq!(held(&plan(own), "2026-12-31", "2027-01-15"), ["2026-12-31", "2027-01-07", "2027-01-14"]);
    }
    let at = |own: &str| {
        let (mut buffer, library) = (String::new(), Library::default());
        let text = plan(own);
        let reading = read(&Document::parse(&text, &mut buffer), &library);
        let (from, to) = (day("2026-12-30"), day("2026-12-30"));
        let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
        made.entries[0].at.time.map(|time| time.to_string())
    };
    assert_eq!((at("").as_deref(), at("time_zone = \"ET\"\n").as_deref()), (Some("09:00"), Some("15:00")));
}

#[test]
fn a_task_with_a_clock_is_due_on_the_clock_of_its_activity() {
    let text = "language = \"en\"\ntime_zone = \"Asia/Shanghai\"\n[[activities]]\nid = \"talk\"\nwhen = \"2026-12-09 20:00\"\ntime_zone = \"New York\"\n\
        steps = [{ id = \"say\", at = \"T-1d 09:00\", title = \"Say it\" }, { id = \"set\", at = \"T-1h\", title = \"Set up\" }]\n";
    let (mut buffer, library) = (String::new(), Library::default());
    let reading = read(&Document::parse(text, &mut buffer), &library);
    let (from, to) = (day("2026-12-01"), day("2026-12-31"));
    let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    let at: Vec<String> =
        made.entries.iter().map(|entry| format!("{} {}", entry.at.day, entry.at.time.expect("a time"))).collect();
    // 8 December 9:00 in New York, then an hour before and at 20:00 on the 9th there
    assert_eq!(at, ["2026-12-08 22:00", "2026-12-10 08:00", "2026-12-10 09:00"]);
}

#[test]
fn two_changes_of_one_day_bring_each_of_its_times_once() {
    let text = "[[content]]\nid = \"c\"\nwhen = \"every Mon 10:00, 15:00\"\n\
        [[changes]]\nitem = \"c\"\non = 2026-11-30T10:00:00\nmove_to = 2026-12-02\n\
        [[changes]]\nitem = \"c\"\non = 2026-11-30T15:00:00\nmove_to = 2026-12-03\n";
    assert_eq!(held(text, "2026-12-01", "2026-12-06"), ["2026-12-02", "2026-12-03"]);
}
