//! The entries of a layout: at its edges, of a place, of a programme, at the end of a life.

use super::super::scheduler::{CalendarRequest, calendar};
use super::*;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Reading, read};
use crate::source::Document;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn reading(text: &str) -> Reading {
    let mut buffer = String::new();
    let reading = read(&Document::parse(&format!("language = \"en\"\n{text}"), &mut buffer), &Library::default());
    assert!(reading.is_sound(), "{:?}", reading.findings);
    reading
}

fn made(reading: &Reading, from: Day, to: Day) -> (Vec<Entry>, Vec<Problem>) {
    let library = Library::default();
    let request = CalendarRequest { from, to, holidays: Holidays::china(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    (made.entries, made.problems)
}

/// Zones that make it the day before or after, days moved by holidays, steps weeks away: none of it is lost where two
/// periods meet.
#[test]
fn entries_across_two_periods_are_there_once() {
    let steps =
        "steps = [{ id = \"x\", at = \"T-9d 20:00\", sends = [{ to = \"c\" }] }, { id = \"y\", at = \"T+9d 20:00\" }]";
    let activity = |id: &str, when: &str, more: &str| {
        format!("[[activities]]\nid = \"{id}\"\nwhen = \"{when}\"\ntitle = \"{id}\"\n{more}\n")
    };
    let text = "time_zone = \"UTC\"\n[[channels]]\nid = \"c\"\nplatform = \"telegram\"\nmessages_per_day = 1\n"
        .to_owned()
        + &activity("west", "daily 23:30", "time_zone = \"America/Los_Angeles\"")
        + &activity("east", "daily 00:30", "time_zone = \"Asia/Tokyo\"")
        + &activity("back", "daily 10:00", "on_holiday = \"before\"")
        + &activity("ahead", "daily 11:00", "on_holiday = \"after\"")
        + &activity("early", "every Fri 12:00", "steps = [{ id = \"x\", at = \"T-9d 20:00\" }]")
        + &activity("late", "every Tue 12:00", "steps = [{ id = \"x\", at = \"T+9d 20:00\" }]")
        + &activity("both", "every Wed 12:00", &format!("on_holiday = \"before\"\n{steps}"))
        + "[[content]]\nid = \"post\"\nwhen = \"every Sun 20:00\"\non_holiday = \"after\"\nsends = [{ to = \"c\" }]\n";
    let reading = reading(&text);
    let (first, last) = (day("2026-01-26"), day("2026-11-29"));
    let (whole, over) = made(&reading, first, last);
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let mut from = first;
    while from <= last {
        let to = super::super::scheduler::Scheduler::period(from).1;
        let part = made(&reading, from, to);
        entries.extend(part.0);
        problems.extend(part.1.into_iter().filter(|problem| matches!(problem, Problem::LimitExceeded(_))));
        from = to.plus(1);
    }
    assert!(whole.len() > 1000 && !problems.is_empty());
    for (at, entry) in whole.iter().enumerate() {
        assert_eq!(entries.get(at), Some(entry));
    }
    assert_eq!(entries.len(), whole.len());
    let over: Vec<Problem> = over.into_iter().filter(|problem| matches!(problem, Problem::LimitExceeded(_))).collect();
    assert_eq!(problems, over);
}

#[test]
fn reports_closed_places_and_holidays_of_what_is_held() {
    let reading = reading(
        "[[places]]\nid = \"shop\"\nclosed = [{ from = 2026-12-08, to = 2026-12-10 }, { from = 2026-12-30 }]\n\
         [[places]]\nid = \"park\"\n\
         [[activities]]\nid = \"a\"\nwhen = \"every Wed 20:00\"\nmode = \"offline\"\nplace = \"shop\"\n\
         [[activities]]\nid = \"b\"\nwhen = \"daily 20:00\"\nplace = \"park\"\n\
         [[activities]]\nid = \"c\"\nwhen = \"every Thu 20:00\"\nmode = \"offline\"\n\
         [[changes]]\nitem = \"c\"\non = 2026-10-01\ncancel = true\n",
    );
    let shut = |day| Problem::PlaceClosed { activity: 0, place: 0, day };
    let (_, problems) = made(&reading, day("2026-12-01"), day("2026-12-31"));
    assert_eq!(problems, [shut(day("2026-12-09")), shut(day("2026-12-30"))]);
    // held for days, and after midnight
    let long = |when: &str, lasts: &str| {
        let shop = "[[places]]\nid = \"shop\"\nclosed = [{ from = 2026-12-07, to = 2026-12-13 }]\n";
        let text = format!("{shop}[[activities]]\nid = \"a\"\nwhen = \"{when}\"\n{lasts}place = \"shop\"\n");
        made(&self::reading(&text), day("2026-12-01"), day("2026-12-31")).1
    };
    assert_eq!(long("2026-12-05", "lasts = \"4d\"\n"), [shut(day("2026-12-07"))]);
    assert_eq!(long("2026-12-05", "lasts = \"2d\"\n"), []);
    assert_eq!(long("2026-12-06 22:00-03:00", ""), [shut(day("2026-12-07"))]);
    assert_eq!(long("2026-12-06 22:00-00:00", ""), []);
    // of the days off from 1 to 7 October the Wednesday; the Thursday is cancelled
    let (_, problems) = made(&reading, day("2026-10-01"), day("2026-10-31"));
    assert_eq!(problems, [Problem::HolidayCollision { activity: 0, day: day("2026-10-07") }]);
}

#[test]
fn a_programme_is_numbered_by_its_days_and_takes_its_minutes() {
    let reading = reading(
        "[[people]]\nid = \"ming\"\n[[people]]\nid = \"lan\"\n\
         [[programmes]]\nid = \"p\"\n[[programmes.items]]\ndays = \"2-4\"\nat = \"07:00\"\nminutes = 15\nowner = \"ming\"\n\
         [[programmes.items]]\nday = 4\nat = \"21:00\"\n\
         [[cohorts]]\nid = \"k\"\nprogramme = \"p\"\nstarts = 2026-12-07\nowner = \"lan\"\n",
    );
    let (entries, _) = made(&reading, day("2026-12-01"), day("2026-12-31"));
    // the first entry says that the cohort begins
    assert_eq!((entries[0].kind, entries[0].at.day), (Kind::Phase, day("2026-12-07")));
    let found: Vec<_> = entries[1..]
        .iter()
        .map(|entry| (entry.at.day.to_string(), entry.number, entry.minutes, entry.who.person))
        .collect();
    let expected = [
        ("2026-12-08", 1, Some(15), Some(0)),
        ("2026-12-09", 2, Some(15), Some(0)),
        ("2026-12-10", 3, Some(15), Some(0)),
        ("2026-12-10", 3, None, Some(1)),
    ];
    assert_eq!(found, expected.map(|(day, number, minutes, who)| (day.to_owned(), number, minutes, who)));
}

#[test]
fn the_end_of_a_life_is_an_entry_with_its_owner() {
    let reading = reading(
        "[lifecycle]\nstarts = 2026-12-01\ndays = 21\n[[roles]]\nid = \"lead\"\nkind = \"manager\"\n\
         [[people]]\nid = \"ming\"\nroles = [\"lead\"]\n",
    );
    let (entries, _) = made(&reading, day("2026-12-01"), day("2026-12-31"));
    let of = |milestone: Milestone| {
        let found = entries.iter().find(|entry| entry.origin == Origin::Life(milestone)).expect("it is there");
        (found.at.day.to_string(), found.kind, found.who.person)
    };
    assert_eq!(of(Milestone::Ending), ("2026-12-21".to_owned(), Kind::Phase, None));
    assert_eq!(of(Milestone::Announce), ("2026-12-17".to_owned(), Kind::Task, Some(0)));
}

#[test]
fn a_task_takes_the_minutes_of_its_step_or_half_an_hour() {
    let reading = reading(
        "[[activities]]\nid = \"a\"\nwhen = \"2026-12-09 20:00\"\nsteps = [{ at = \"T-2d\", minutes = 45 }, { at = \"T-1d\" }]\n",
    );
    let (entries, _) = made(&reading, day("2026-12-01"), day("2026-12-31"));
    assert_eq!(entries.iter().map(|entry| entry.minutes).collect::<Vec<_>>(), [Some(45), Some(30), None]);
}

#[test]
fn a_weeks_posts_are_checked_on_the_workday_before_the_first() {
    let reading = reading(
        "[[roles]]\nid = \"lead\"\nkind = \"manager\"\n[[people]]\nid = \"ming\"\nroles = [\"lead\"]\n\
         [[content]]\nid = \"morning\"\nwhen = \"workdays 08:00\"\nfrom = 2026-12-02\nreviewer = \"lead\"\n\
         [[content]]\nid = \"other\"\nwhen = \"workdays 09:00\"\n",
    );
    let checks = |from: &str, to: &str| {
        let (entries, _) = made(&reading, day(from), day(to));
        let entries = entries.into_iter().filter(|entry| entry.origin == Origin::Life(Milestone::Check(0)));
        let line = |entry: Entry| format!("{} {} {:?}", entry.at.day, entry.original.day, entry.who.person);
        entries.map(line).collect::<Vec<_>>()
    };
    // the first week begins on Wednesday; Mondays are prepared for on Fridays
    let all = ["2026-12-01 2026-12-02 Some(0)", "2026-12-04 2026-12-07 Some(0)", "2026-12-11 2026-12-14 Some(0)"];
    assert_eq!(checks("2026-12-01", "2026-12-17"), all);
    assert_eq!(checks("2026-12-05", "2026-12-11"), all[2..]);
}
