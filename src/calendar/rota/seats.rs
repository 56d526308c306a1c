//! Who has which seat, in small plans with an obvious answer.

use super::super::contents::Problem;
use super::super::entry::{Entry, Kind, Origin};
use super::super::item::Item;
use super::super::scheduler::{CalendarRequest, calendar};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::read;
use crate::source::Document;
use crate::value::Day;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The entries and problems of the period of February 2027: four weeks from the first.
fn february(text: &str) -> (Vec<Entry>, Vec<Problem>) {
    let (mut buffer, library) = (String::new(), Library::default());
    let reading = read(&Document::parse(&format!("language = \"en\"\n{text}"), &mut buffer), &library);
    assert!(reading.is_sound(), "{:?}", reading.findings);
    let request =
        CalendarRequest { from: day("2027-02-01"), to: day("2027-02-28"), holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    (made.entries, made.problems)
}

/// People with ids and more keys.
fn people(all: &[(&str, &str)]) -> String {
    let one = |(id, more): &(&str, &str)| format!("[[people]]\nid = \"{id}\"\n{more}\n");
    "[[roles]]\nid = \"host\"\n[[roles]]\nid = \"cook\"\n".to_owned() + &all.iter().map(one).collect::<String>()
}

fn activity(when: &str, more: &str) -> String {
    format!("[[activities]]\nwhen = \"{when}\"\n{more}\n")
}

const HOST: &str = "roles = [\"host\"]";

/// Who leads, of each entry in order.
fn leads(entries: &[Entry]) -> Vec<Option<usize>> {
    entries.iter().map(|entry| entry.who.person).collect()
}

#[test]
fn the_leader_takes_one_of_the_seats_of_the_role() {
    let all = people(&[("a", HOST), ("b", HOST), ("c", HOST), ("d", "roles = [\"cook\"]"), ("e", "")]);
    let staff = "staff = [{ role = \"host\", count = 2 }, { role = \"cook\" }, { role = \"e\" }]";
    let (entries, problems) =
        february(&(all.clone() + &activity("2027-02-03 20:00-21:00", &format!("owner = \"host\"\n{staff}"))));
    let seats: Vec<usize> = entries[0].staff.iter().filter_map(|who| who.person).collect();
    assert_eq!((seats.len(), seats[2], seats[3], problems.len()), (4, 3, 4, 0));
    assert!(seats[0] != seats[1] && seats[..2].iter().all(|host| *host < 3));
    assert_eq!(seats[..2].iter().filter(|host| entries[0].who.person == Some(**host)).count(), 1);
    // a named person has one seat, and two of a role beside a leader of another role are two more
    let named = activity("2027-02-03 20:00-21:00", &format!("owner = \"e\"\n{staff}"));
    let (entries, problems) = february(&(all + &named));
    let mut seats: Vec<usize> = entries[0].staff.iter().filter_map(|who| who.person).collect();
    assert_eq!((leads(&entries), seats.len(), problems.len()), (vec![Some(4)], 4, 0));
    seats.dedup();
    assert_eq!((seats.len(), seats[2], seats[3]), (4, 3, 4));
}

#[test]
fn who_is_away_within_a_duty_of_a_week_does_not_have_it() {
    let week = activity("every Mon", "lasts = \"7d\"\nowner = \"host\"");
    let away = |days: &str| format!("{HOST}\naway = [{{ {days} }}]");
    let lead = |days: &str| {
        let (entries, _) = february(&(people(&[("a", &away(days)), ("b", HOST)]) + &week));
        leads(&entries)
    };
    // whoever has the turn keeps it but where they are away on one of its days
    let turns = lead("from = 2027-06-01, to = 2027-06-01");
    for (week, monday) in ["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"].into_iter().enumerate() {
        for into in [0, 3, 6] {
            let day = day(monday).plus(into);
            let mut expected = turns.clone();
            expected[week] = Some(1);
            assert_eq!(lead(&format!("from = {day}, to = {day}")), expected, "{day}");
        }
    }
}

#[test]
fn those_who_are_alike_stand_in_by_turns() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let away = format!("{HOST}\naway = [{{ from = 2027-01-01, to = 2027-12-31 }}]");
    let (here, gone) = ((names, [HOST; 6]), away.as_str());
    for absent in 0..6 {
        let mut all: Vec<(&str, &str)> = here.0.into_iter().zip(here.1).collect();
        all[absent].1 = gone;
        let (entries, problems) = february(&(people(&all) + &activity("daily 19:00-20:00", "owner = \"host\"")));
        let mut shares = [0_usize; 6];
        leads(&entries).into_iter().flatten().for_each(|person| shares[person] += 1);
        let others = || shares.iter().enumerate().filter(|(person, _)| *person != absent).map(|(_, share)| *share);
        assert_eq!((shares.iter().sum::<usize>(), shares[absent], problems.len()), (28, 0, 0));
        // four or five turns of their own, and no more than two of the absent one's
        assert!(others().all(|share| (4..=7).contains(&share)), "{absent}: {shares:?}");
    }
}

#[test]
fn reports_an_open_seat_with_its_role() {
    let all = people(&[("a", HOST)]);
    let (entries, problems) = february(
        &(all + &activity("2027-02-03 20:00-21:00", "staff = [{ role = \"host\", count = 2 }, { role = \"cook\" }]")),
    );
    let origin = Origin::Item(Item::Activity(0));
    let open = |role| Problem::Uncovered { role, origin, day: day("2027-02-03") };
    assert_eq!(problems, [open(0), open(1)]);
    let seats: Vec<Option<usize>> = entries[0].staff.iter().map(|who| who.person).collect();
    assert_eq!(seats, [Some(0), None, None]);
}

#[test]
fn backups_of_backups_take_over() {
    let away = "away = [{ from = 2027-02-03, to = 2027-02-03 }]";
    let all = |second: &str| {
        people(&[
            ("a", &format!("{away}\nbackup = \"b\"")),
            ("b", &format!("{second}\nbackup = \"c\"")),
            ("c", "backup = \"a\""),
        ])
    };
    let on: String =
        ["02", "03", "04"].map(|n| activity(&format!("2027-02-{n} 20:00-21:00"), "owner = \"a\"")).concat();
    let (entries, problems) = february(&(all("") + &on));
    assert_eq!((leads(&entries), problems.len()), (vec![Some(0), Some(1), Some(0)], 0));
    let (entries, _) = february(&(all(away) + &on));
    assert_eq!(leads(&entries), [Some(0), Some(2), Some(0)]);
    let (entries, problems) = february(&(all(away).replace("backup = \"c\"", "") + &on));
    let nobody = Problem::AwayOwner { person: 0, origin: Origin::Item(Item::Activity(1)), day: day("2027-02-03") };
    assert_eq!((leads(&entries)[0], leads(&entries)[2], problems), (Some(0), Some(0), vec![nobody]));
    // for a role, too, and only where none of its holders is there
    let held = people(&[("a", &format!("{HOST}\n{away}\nbackup = \"b\"")), ("b", "")]);
    let (entries, problems) = february(&(held + &on.replace("\"a\"", "\"host\"")));
    assert_eq!((leads(&entries), problems.len()), (vec![Some(0), Some(1), Some(0)], 0));
}

#[test]
fn available_hours_limit_who_gets_a_role() {
    let all = people(&[
        ("a", "roles = [\"host\"]\navailable = \"Mon\""),
        ("b", "roles = [\"host\"]\navailable = \"Wed 19:00-22:00\""),
    ]);
    let on = |when: &str| {
        let (entries, problems) = february(&(all.clone() + &activity(when, "owner = \"host\"")));
        (leads(&entries)[0], problems.len())
    };
    assert_eq!(on("2027-02-03 20:00-22:00"), (Some(1), 0));
    assert_eq!(on("2027-02-03 20:00-22:01"), (None, 1));
    assert_eq!(on("2027-02-03 18:59-20:00"), (None, 1));
    assert_eq!((on("2027-02-03"), on("2027-02-01"), on("2027-02-02")), ((Some(1), 0), (Some(0), 0), (None, 1)));
}

#[test]
fn people_serve_in_turn_or_by_their_hours() {
    let daily = activity("daily 20:00-21:00", "owner = \"host\"");
    let count = |text: &str, person: usize| leads(&february(text).0).iter().filter(|who| **who == Some(person)).count();
    let equal = people(&[("a", HOST), ("b", HOST)]) + &daily;
    assert_eq!((count(&equal, 0), count(&equal, 1)), (14, 14));
    // by turn, hours do not matter: too many are a finding
    let hours = |hours: u8| format!("roles = [\"host\"]\nhours_per_week = {hours}");
    let little = people(&[("a", &hours(1)), ("b", &hours(6))]);
    assert_eq!(count(&(little.clone() + &daily), 0), 14);
    let balanced = little + &daily.replace("owner", "turn = \"balanced\"\nowner");
    assert_eq!((count(&balanced, 0), count(&balanced, 1)), (4, 24));
    // who leaves is followed by those who stay
    let leaves = people(&[("a", "roles = [\"host\"]\nuntil = 2027-02-14"), ("b", HOST)]) + &daily;
    assert_eq!((count(&leaves, 0), count(&leaves, 1)), (7, 21));
}

#[test]
fn those_who_join_come_last() {
    let joins = "roles = [\"host\"]\nfrom = 2027-02-10";
    let text = people(&[("a", HOST), ("b", HOST), ("new", joins), ("c", HOST)])
        + &activity("daily 20:00-21:00", "id = \"talk\"\nowner = \"host\"");
    let who: Vec<usize> = leads(&february(&text).0).into_iter().flatten().collect();
    let before = [who[0], who[1], who[2]];
    assert_eq!(who[..9], before.repeat(3));
    let after = [before[0], before[1], before[2], 2];
    assert_eq!(who[9..25], after.repeat(4));
}

#[test]
fn a_stand_in_is_a_backup_else_someone_whose_turn_is_not_next() {
    let away = "roles = [\"host\"]\naway = [{ from = 2027-02-01, to = 2027-02-28 }]";
    let talk = activity("daily 20:00-21:00", "owner = \"host\"");
    let all = |away: &str| people(&[("a", away), ("b", HOST), ("c", HOST), ("d", HOST)]) + &talk;
    let who: Vec<usize> = leads(&february(&all(away)).0).into_iter().flatten().collect();
    let turns: Vec<usize> = leads(&february(&all(HOST)).0).into_iter().flatten().collect();
    assert_eq!(who.len(), 28);
    let changed: Vec<usize> = (0..28).filter(|at| who[*at] != turns[*at]).collect();
    assert!(changed.iter().all(|at| turns[*at] == 0) && changed.len() == 7, "only the turns of who is away");
    assert!(who.windows(2).all(|two| two[0] != two[1]), "{who:?}");
    let backup = format!("{away}\nbackup = \"b\"");
    let who: Vec<usize> = leads(&february(&all(&backup)).0).into_iter().flatten().collect();
    assert!(changed.iter().all(|at| who[*at] == 1), "{who:?}");
}

#[test]
fn others_change_places_where_nobody_is_free() {
    // only b can do both, so b leaves the talk to a
    let all = people(&[("a", HOST), ("b", "roles = [\"host\", \"cook\"]")]);
    for id in ["one", "two", "three"] {
        let talk = activity("2027-02-03 20:00-21:00", &format!("id = \"{id}\"\nowner = \"host\""));
        let meal = activity("2027-02-03 20:30-21:30", "owner = \"cook\"");
        let (entries, problems) = february(&(all.clone() + &talk + &meal));
        assert_eq!((leads(&entries), problems.len()), (vec![Some(0), Some(1)], 0));
    }
}

#[test]
fn a_change_sets_who_leads_and_who_does_the_steps() {
    let text = people(&[("a", ""), ("b", "")])
        + &activity("every Wed 20:00-21:00", "id = \"talk\"\nowner = \"a\"\nsteps = [{ id = \"x\", at = \"T-1h\" }]")
        + "[[changes]]\nitem = \"talk\"\non = 2027-02-10\nperson = \"b\"\n\
           [[changes]]\nitem = \"talk\"\non = 2027-02-17\ncancel = true\n";
    let (entries, problems) = february(&text);
    let found: Vec<_> = entries.iter().map(|entry| (entry.kind, entry.at.day.ymd().2, entry.who.person)).collect();
    let both = |day, task, event| [(Kind::Task, day, task), (Kind::Activity, day, event)];
    let expected =
        [both(3, Some(0), Some(0)), both(10, Some(1), Some(1)), both(17, None, None), both(24, Some(0), Some(0))];
    // what is cancelled is nobody's work, though its name stays
    let held =
        |all: &[(Kind, i32, Option<usize>)]| all.iter().filter(|entry| entry.1 != 17).copied().collect::<Vec<_>>();
    assert_eq!((held(&found), problems.len()), (held(&expected.concat()), 0));
}

#[test]
fn reports_the_second_of_two_things_at_once() {
    let all = people(&[("a", "")]);
    let on = |first: &str, second: &str| {
        february(&(all.clone() + &activity(first, "owner = \"a\"") + &activity(second, "owner = \"a\""))).1
    };
    let [first, second] = [0, 1].map(|at| Origin::Item(Item::Activity(at)));
    let both = Problem::DoubleBooked { person: 0, first, second, day: day("2027-02-03") };
    assert_eq!(on("2027-02-03 20:00-21:00", "2027-02-03 20:59-22:00"), [both]);
    assert_eq!(on("2027-02-03 20:00-21:00", "2027-02-03 21:00-22:00"), []);
    // over midnight
    let late = Problem::DoubleBooked { person: 0, first, second, day: day("2027-02-04") };
    assert_eq!(on("2027-02-03 23:00-1:00", "2027-02-04 00:30-2:00"), [late]);
}

#[test]
fn people_at_an_event_can_do_its_tasks_and_nothing_else() {
    let all = people(&[("a", HOST)]);
    let event = activity("2027-02-03 20:00-21:00", "owner = \"host\"\nsteps = [{ at = \"T+0m\", role = \"host\" }]");
    let (entries, problems) = february(&(all.clone() + &event));
    assert_eq!((leads(&entries), problems.len()), (vec![Some(0), Some(0)], 0));
    let other = activity("2027-02-03 20:30-21:00", "owner = \"host\"");
    let (_, problems) = february(&(all + &event + &other));
    let origin = Origin::Item(Item::Activity(1));
    assert_eq!(problems, [Problem::Uncovered { role: 0, origin, day: day("2027-02-03") }]);
}

#[test]
fn a_critical_role_is_filled_before_a_longer_one() {
    let all =
        people(&[("a", "roles = [\"host\", \"cook\"]")]).replace("id = \"cook\"", "id = \"cook\"\ncritical = true");
    let on = activity("2027-02-03 20:00-22:00", "owner = \"host\"")
        + &activity("2027-02-03 20:30-21:00", "owner = \"cook\"");
    let (entries, problems) = february(&(all + &on));
    let origin = Origin::Item(Item::Activity(0));
    assert_eq!(leads(&entries), [None, Some(0)]);
    assert_eq!(problems, [Problem::Uncovered { role: 0, origin, day: day("2027-02-03") }]);
}

#[test]
fn a_busy_backup_leaves_the_seat_open() {
    let all = people(&[("a", "until = 2027-01-31\nbackup = \"b\""), ("b", "")]);
    let on = activity("2027-02-03 20:00-21:00", "owner = \"a\"") + &activity("2027-02-03 20:30-21:30", "owner = \"b\"");
    let (entries, problems) = february(&(all + &on));
    let nobody = Problem::AwayOwner { person: 0, origin: Origin::Item(Item::Activity(0)), day: day("2027-02-03") };
    assert_eq!((leads(&entries)[1], problems), (Some(1), vec![nobody]));
}

#[test]
fn what_can_wait_is_done_where_nobody_can_be_at_an_event_of_the_same_time() {
    // 18:00 is three in the morning for a, and b is away: the event stays open, the task does not
    let a = "roles = [\"host\"]\ntime_zone = \"Asia/Tokyo\"";
    let b = "roles = [\"host\"]\naway = [{ from = 2027-02-03, to = 2027-02-03 }]";
    let team = "time_zone = \"UTC\"\n".to_owned() + &people(&[("a", a), ("b", b)]);
    let step = "steps = [{ at = \"T-2d 18:00\", role = \"host\", minutes = 60 }]";
    for id in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] {
        let event = activity("2027-02-03 18:00-19:00", &format!("id = \"{id}\"\nowner = \"host\""));
        let later = activity("2027-02-05 12:00-13:00", &format!("id = \"{id}-later\"\nowner = \"host\"\n{step}"));
        let (entries, problems) = february(&(team.clone() + &event + &later));
        let found: Vec<_> = entries.iter().map(|entry| (entry.kind, entry.who.person)).collect();
        assert_eq!(found[..2], [(Kind::Activity, None), (Kind::Task, Some(0))], "{id}");
        let open = problems.iter().filter(|problem| matches!(problem, Problem::Uncovered { .. })).count();
        assert_eq!(open, 1, "{id}: {problems:?}");
    }
}
