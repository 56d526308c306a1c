//! The candidates of each seat, in small plans.

use super::super::super::decision::{Obstacle, Seat};
use super::super::super::entry::Entry;
use super::super::super::scheduler::Scheduler;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Reading, read};
use crate::source::Document;
use crate::value::Day;

/// The entries around 9 December 2026, and the seats of those of that day.
fn ninth(text: &str) -> (Vec<Entry>, Vec<(usize, Vec<Seat>)>) {
    let (mut buffer, library) = (String::new(), Library::default());
    let reading: Reading = read(&Document::parse(text, &mut buffer), &library);
    assert!(reading.is_sound(), "{:?}", reading.findings);
    let day: Day = "2026-12-09".parse().expect("a day");
    let scheduler = Scheduler::new(&reading.plan, &reading.index, Holidays::none());
    let made = scheduler.calendar(&library, Scheduler::period(day), None).expect("a calendar");
    (made.entries, scheduler.candidates(&library, day).expect("a calendar"))
}

#[test]
fn reports_absences_and_collisions() {
    let text = "[[roles]]\nid = \"host\"\n[[people]]\nname = \"a\"\nroles = [\"host\"]\naway = [{ from = 2026-12-09 }]\nbackup = \"c\"\n\
        [[people]]\nname = \"b\"\nroles = [\"host\"]\nuntil = 2026-11-01\n[[people]]\nname = \"c\"\n\
        [[people]]\nname = \"d\"\nroles = [\"host\"]\navailable = \"周一\"\n\
        [[activities]]\nid = \"one\"\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"host\"\n\
        [[activities]]\nid = \"two\"\nwhen = \"2026-12-09 20:30-21:00\"\nowner = \"c\"\n";
    let (_, all) = ninth(text);
    let (at, seats) = &all[0];
    let candidates = &seats[0].candidates;
    let obstacles: Vec<_> = candidates.iter().map(|one| (one.person, one.obstacle)).collect();
    let expected = [(0, Obstacle::Away), (1, Obstacle::NotOnTeam), (3, Obstacle::NoTime), (2, Obstacle::Busy(1))];
    assert_eq!((*at, obstacles), (0, expected.map(|(person, why)| (person, Some(why))).to_vec()));
    assert!(candidates.iter().all(|one| !one.chosen));
    let backup = &candidates[3];
    assert_eq!((backup.stands_in_for, backup.week), (Some(0), 30));
}

#[test]
fn days_and_hours_are_half_open() {
    let people = [
        "id = \"a\"\nbackup = \"e\"",
        "id = \"b\"\nfrom = 2026-12-09\nuntil = 2026-12-09",
        "id = \"c\"\nuntil = 2026-12-08",
        "id = \"d\"\nfrom = 2026-12-10",
        "id = \"e\"\naway = [{ from = 2026-12-01, to = 2026-12-03 }]",
        "id = \"f\"\navailable = \"Wed 19:00-21:00\"",
        "id = \"g\"\navailable = \"Wed 19:00-21:30\"",
    ];
    let people: String = people.map(|who| format!("[[people]]\n{who}\nroles = [\"host\"]\n")).concat();
    let others = [("e", "09 19:00-20:00"), ("e", "09 21:30-22:00"), ("b", "09 21:00-22:00"), ("e", "16 20:00-21:00")];
    let others: String =
        others.map(|(who, when)| format!("[[activities]]\nwhen = \"2026-12-{when}\"\nowner = \"{who}\"\n")).concat();
    let text = format!(
        "[[roles]]\nid = \"host\"\n{people}[[activities]]\nwhen = \"2026-12-09 20:00-21:30\"\nowner = \"host\"\n{others}"
    );
    let text = text + "[[content]]\nwhen = \"2026-12-09 20:30\"\nowner = \"e\"\n";
    let (entries, all) = ninth(&text);
    let (_, seats) = all.iter().find(|(at, _)| entries[*at].minutes == Some(90)).expect("the long one");
    let all = &seats[0].candidates;
    use Obstacle::{Busy, NoTime, NotOnTeam};
    let at = entries.iter().position(|entry| entry.at.time.is_some_and(|time| time.to_string() == "21:00"));
    let busy = Busy(at.expect("the other one"));
    let obstacles: Vec<Option<Obstacle>> = all.iter().map(|one| one.obstacle).collect();
    // what ends as it starts, starts as it ends or is a post is no collision
    assert_eq!(obstacles, [None, Some(busy), Some(NotOnTeam), Some(NotOnTeam), None, Some(NoTime), None]);
    assert_eq!(all.iter().filter(|one| one.chosen).count(), 1);
    // who holds the role is nobody's backup; the evening is this one's turn
    assert_eq!((all[4].stands_in_for, all[4].week, all[4].period), (None, 100 + 90, 160 + 90));
    assert!(all[4].chosen);
    assert_eq!((all[3].week, all[3].chosen), (0, false));
}

#[test]
fn all_helpers_of_one_role_are_chosen() {
    let text = "[[roles]]\nid = \"host\"\n[[roles]]\nid = \"cook\"\n\
        [[people]]\nid = \"a\"\nroles = [\"host\"]\n[[people]]\nid = \"b\"\nroles = [\"host\"]\n\
        [[people]]\nid = \"c\"\nroles = [\"host\"]\n[[people]]\nid = \"d\"\nroles = [\"cook\"]\n\
        [[activities]]\nwhen = \"2026-12-09 20:00-21:00\"\n\
        staff = [{ role = \"host\", count = 2 }, { role = \"cook\" }]\n";
    let (entries, all) = ninth(text);
    let staff = &entries[0].staff;
    let seats = &all[0].1;
    let found: Vec<_> =
        seats[0].candidates.iter().map(|one| (one.person, one.chosen, one.week, one.obstacle)).collect();
    let does = |person: usize| staff.iter().any(|who| who.person == Some(person));
    let expected = [0, 1, 2].map(|person| (person, does(person), if does(person) { 60 } else { 0 }, None));
    assert_eq!(found, expected);
    assert_eq!(found.iter().filter(|(_, chosen, ..)| *chosen).count(), 2);
    let cook = &seats[1].candidates;
    assert_eq!((seats.len(), cook.len(), cook[0].person, cook[0].chosen), (2, 1, 3, true));
}

#[test]
fn another_thing_at_the_same_start_is_an_obstacle() {
    let text = "[[roles]]\nid = \"host\"\n[[people]]\nid = \"a\"\nroles = [\"host\"]\n[[people]]\nid = \"b\"\nroles = [\"host\"]\n\
        [[activities]]\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"host\"\n\
        [[activities]]\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"a\"\n";
    let (_, all) = ninth(text);
    let obstacles =
        |at: usize| all[at].1[0].candidates.iter().map(|one| (one.chosen, one.obstacle)).collect::<Vec<_>>();
    assert_eq!(obstacles(0), [(false, Some(Obstacle::Busy(1))), (true, None)]);
    assert_eq!(obstacles(1), [(true, None)]);
}

#[test]
fn someone_in_another_seat_of_the_entry_is_busy_with_it() {
    let text = "[[roles]]\nid = \"host\"\n[[people]]\nid = \"a\"\nroles = [\"host\"]\n[[people]]\nid = \"b\"\nroles = [\"host\"]\n\
        [[activities]]\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"a\"\nstaff = [{ role = \"host\" }]\n";
    let (_, all) = ninth(text);
    let staff: Vec<_> = all[0].1[1].candidates.iter().map(|one| (one.chosen, one.obstacle)).collect();
    assert_eq!(staff, [(false, Some(Obstacle::Busy(0))), (true, None)]);
}

#[test]
fn a_named_person_who_is_away_is_listed_with_the_backup() {
    let text = "[[people]]\nid = \"a\"\nbackup = \"b\"\naway = [{ from = 2026-12-09 }]\n[[people]]\nid = \"b\"\n\
        [[activities]]\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"a\"\n";
    let seat = |text: &str| {
        let candidates = &ninth(text).1[0].1[0].candidates;
        candidates.iter().map(|one| (one.person, one.chosen, one.obstacle, one.stands_in_for)).collect::<Vec<_>>()
    };
    assert_eq!(seat(text), [(0, false, Some(Obstacle::Away), None), (1, true, None, Some(0))]);
    // without a backup the name stays, and the problem is reported
    assert_eq!(seat(&text.replace("backup = \"b\"\n", "")), [(0, true, Some(Obstacle::Away), None)]);
}
