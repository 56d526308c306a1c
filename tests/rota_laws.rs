//! Laws of the rota on generated plans: nobody twice at once, nobody when they have no time, the same answer each time,
//! each period by itself; and what it does with plans that nobody should write.

use std::sync::LazyLock;

use proptest::prelude::*;
use qun::calendar::{Calendar, Entry, Item, Origin, Problem, Request, calendar};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::{Plan, Reading, read};
use qun::render::calendar::View;
use qun::source::Document;
use qun::value::{Day, Month};

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::default);

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn reading(text: &str) -> Reading {
    let mut buffer = String::new();
    let reading = read(&Document::parse(text, &mut buffer), &LIBRARY);
    assert!(reading.is_sound(), "{:?}\n{text}", reading.findings);
    reading
}

fn made<'a>(reading: &'a Reading, from: &str, to: &str) -> Calendar<'a> {
    let request = Request { from: day(from), to: day(to), holidays: Holidays::none(), without: None };
    calendar(&reading.plan, &reading.index, &LIBRARY, &request).expect("made")
}

/// Everybody in an entry; who leads may stand among the staff as well.
fn people(entry: &Entry) -> Vec<usize> {
    let mut people: Vec<usize> =
        std::iter::once(entry.who).chain(entry.staff.clone()).filter_map(|who| who.person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// An event and a task of it: who is at the event also does what is to be done there.
fn belong_together(one: &Entry, other: &Entry) -> bool {
    let activity = |entry: &Entry| match entry.origin {
        Origin::Task(activity, _) | Origin::Item(Item::Activity(activity)) => Some(activity),
        _ => None,
    };
    activity(one).is_some() && activity(one) == activity(other) && one.of == other.of && one.kind != other.kind
}

/// Pairs of entries that take up the same time of the same person.
fn double_booked(entries: &[Entry]) -> Vec<(&Entry, &Entry)> {
    let end = |entry: &Entry| entry.at.minute() + i64::from(entry.load());
    let held: Vec<&Entry> = entries.iter().filter(|entry| entry.is_held() && !entry.cancelled).collect();
    let mut pairs = Vec::new();
    for (at, one) in held.iter().enumerate() {
        for other in held[at + 1..].iter().take_while(|other| other.at.minute() < end(one)) {
            if !belong_together(one, other) && people(one).iter().any(|person| people(other).contains(person)) {
                pairs.push((*one, *other));
            }
        }
    }
    pairs
}

/// Whether a minute of a weekday (Monday 0) is free.
type IsFree = fn(i32, i32) -> bool;

/// Phrases for when somebody has time, and what they mean.
const FREE: [(&str, IsFree); 4] = [
    ("", |_, _| true),
    ("weekday evenings, weekends", |weekday, minute| weekday > 4 || minute >= 1080),
    ("每天 9:00-20:00", |_, minute| (540..1200).contains(&minute)),
    ("周一、三、五", |weekday, _| [0, 2, 4].contains(&weekday)),
];

prop_compose! {
    fn person(count: usize)(
        roles in 1..4_u8, hours in proptest::option::of(0..9_u8), free in 0..FREE.len(),
        away in proptest::option::of((0..70_i32, 0..20_i32)), backup in proptest::option::of(0..count), at in 0..count,
    ) -> String {
        let mut text = format!("roles = [{}]\n", ["\"host\"", "\"helper\"", "\"host\", \"helper\""][usize::from(roles) - 1]);
        if let Some(hours) = hours {
            text += &format!("hours_per_week = {hours}\n");
        }
        if free > 0 {
            text += &format!("available = \"{}\"\n", FREE[free].0);
        }
        if let Some((from, length)) = away {
            let from = day("2026-11-20").plus(from);
            text += &format!("away = [{{ from = {from}, to = {} }}]\n", from.plus(length));
        }
        match backup.filter(|backup| *backup != at) {
            Some(backup) => text + &format!("backup = \"p{backup}\"\n"),
            None => text,
        }
    }
}

prop_compose! {
    fn activity()(
        weekday in 0..7_usize, hour in 8..22, length in 1..5, by in 0..2_usize, helpers in 0..3, steps in 0..3_usize,
    ) -> String {
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday];
        let steps = ["", "{ id = \"s\", at = \"T-1d\", title = \"s\" }", "{ id = \"t\", at = \"T-1h\", title = \"t\", minutes = 90 }"][steps];
        format!(
            "when = \"every {weekday} {hour}:00\"\nlasts = \"{}m\"\nowner = \"{}\"\nstaff = [{{ role = \"helper\", count = {helpers} }}]\nsteps = [{steps}]\n",
            length * 30, ["host", "helper"][by],
        )
    }
}

prop_compose! {
    /// A plan of up to six people in two roles and twelve weekly activities with tasks, and a post; nobody is named.
    fn plan()(
        people in proptest::collection::vec(person(6), 6), count in 1..7_usize,
        activities in proptest::collection::vec(activity(), 1..13),
    ) -> String {
        let mut text = "holidays = \"none\"\n[[roles]]\nid = \"host\"\ncritical = true\n[[roles]]\nid = \"helper\"\n".to_owned();
        for (at, person) in people.iter().take(count).enumerate() {
            let known = |line: &&str| !line.starts_with("backup") || (0..count).any(|other| line.contains(&format!("p{other}")));
            let lines: Vec<&str> = person.lines().filter(known).collect();
            text += &format!("[[people]]\nid = \"p{at}\"\n{}\n", lines.join("\n"));
        }
        for (at, activity) in activities.iter().enumerate() {
            text += &format!("[[activities]]\nid = \"a{at}\"\ntitle = \"a{at}\"\n{activity}");
        }
        text + "[[content]]\nid = \"post\"\nwhen = \"daily 08:00\"\nowner = \"host\"\ntext = \"x\"\n"
    }
}

/// Whether somebody is there on the day of an entry and has time for it, told minute by minute.
fn has_time(plan: &Plan, entry: &Entry, person: usize) -> bool {
    let who = &plan.people[person];
    let is_away = who.away.iter().any(|away| away.from <= Some(entry.at.day) && Some(entry.at.day) <= away.to);
    let said = who.available.as_ref().map_or("", |available| available.said());
    let (_, is_free) = FREE.into_iter().find(|(phrase, _)| *phrase == said).expect("one of the phrases");
    let weekday = entry.at.day.weekday().index();
    let minutes = match entry.at.time {
        Some(time) if entry.is_held() => time.minutes()..time.minutes() + entry.load(),
        _ => return !is_away && (0..1440).any(|minute| is_free(weekday, minute)),
    };
    !is_away && minutes.into_iter().all(|minute| is_free((weekday + minute / 1440) % 7, minute % 1440))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_in_two_things_or_has_no_time(text in plan()) {
        let club = reading(&text);
        let made = made(&club, "2026-11-30", "2027-01-31");
        prop_assert_eq!(double_booked(&made.entries), vec![]);
        for entry in &made.entries {
            for person in people(entry) {
                prop_assert!(has_time(&club.plan, entry, person), "{person} {entry:?}\n{text}");
            }
        }
        // what nobody does is told, each time
        let seats = |entry: &Entry| std::iter::once(entry.who).chain(entry.staff.clone()).filter(|who| who.person.is_none()).count();
        let shared = |entry: &Entry| usize::from(entry.who.person.is_none() && entry.staff.iter().any(|who| who.role == entry.who.role));
        let open: usize = made.entries.iter().map(|entry| seats(entry) - shared(entry)).sum();
        let told = made.problems.iter().filter(|problem| matches!(problem, Problem::Uncovered { .. })).count();
        prop_assert_eq!(open, told);
    }

    #[test]
    fn the_answer_is_the_same_each_time_and_month_by_month(text in plan()) {
        let club = reading(&text);
        let whole = made(&club, "2026-12-01", "2027-02-28").entries;
        let again = reading(&text);
        prop_assert_eq!(&made(&again, "2026-12-01", "2027-02-28").entries, &whole);
        let first = Month::new(2026, 12);
        let months = (0..3).map(|n| Month(first.0 + n));
        let single: Vec<Entry> = months
            .flat_map(|month| made(&club, &month.first().to_string(), &month.last().to_string()).entries)
            .collect();
        prop_assert_eq!(single, whole);
    }

    #[test]
    fn an_activity_more_changes_nothing_outside_its_period(text in plan(), on in 0..28_i32) {
        // the weeks whose Thursday lies in January 2027
        let (from, to) = (day("2027-01-04"), day("2027-01-31"));
        let more = format!("{text}[[activities]]\nid = \"more\"\nwhen = \"{} 10:00-16:00\"\nowner = \"host\"\n", from.plus(on));
        let (before, after) = (reading(&text), reading(&more));
        let outside = |reading: &Reading| -> Vec<Entry> {
            let all = made(reading, "2026-11-30", "2027-03-31").entries;
            all.into_iter().filter(|entry| entry.at.day < from || to < entry.at.day).collect()
        };
        prop_assert_eq!(outside(&before), outside(&after));
    }
}

#[test]
fn a_moved_entry_keeps_its_identity() {
    let plan = "[community]\nid = \"club\"\nname = \"club\"\n[[activities]]\nid = \"salon\"\nwhen = \"every Sat 14:00\"\nlasts = \"2h\"\n";
    let change = "[[changes]]\nitem = \"salon\"\non = 2026-12-12\nmove_to = 2026-12-15T19:00:00\n";
    let uids = |text: &str| -> Vec<(String, Day)> {
        let club = reading(text);
        let made = made(&club, "2026-12-01", "2026-12-31");
        let mut uids: Vec<(String, Day)> =
            View::new(&club.plan, &club.index, &made).rows().into_iter().map(|row| (row.uid, row.start.day)).collect();
        uids.sort();
        uids
    };
    let (before, after) = (uids(plan), uids(&format!("{plan}{change}")));
    assert_eq!(before.iter().map(|row| &row.0).collect::<Vec<_>>(), after.iter().map(|row| &row.0).collect::<Vec<_>>());
    let moved: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a.1 != b.1).map(|(a, b)| (a.1, b.1)).collect();
    assert_eq!(moved, [(day("2026-12-12"), day("2026-12-15"))]);
}

/// Who leads each entry and what is told of December 2026, for one role `host` and its people.
fn december(people: &str, activities: &str) -> (Vec<Option<usize>>, Vec<Problem>) {
    let club = reading(&format!("holidays = \"none\"\n[[roles]]\nid = \"host\"\n{people}{activities}"));
    let made = made(&club, "2026-12-01", "2026-12-31");
    (made.entries.iter().map(|entry| entry.who.person).collect(), made.problems)
}

const TALK: &str = "[[activities]]\nid = \"talk\"\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"host\"\n";

#[test]
fn of_two_things_at_once_one_person_does_one_and_the_other_is_told() {
    let quiz = TALK.replace("talk", "quiz").replace("20:00-21:00", "20:30-21:30");
    let (who, problems) = december("[[people]]\nid = \"a\"\nroles = [\"host\"]\n", &format!("{TALK}{quiz}"));
    assert_eq!(who, [Some(0), None]);
    assert!(matches!(problems[..], [Problem::Uncovered { role: 0, .. }]), "{problems:?}");
    // half-open: what begins when the other ends does not collide
    let after = quiz.replace("20:30-21:30", "21:00-22:00");
    let (who, problems) = december("[[people]]\nid = \"a\"\nroles = [\"host\"]\n", &format!("{TALK}{after}"));
    assert_eq!((who, problems), (vec![Some(0), Some(0)], vec![]));
    // who is named stays, and it is told
    let named = format!("{TALK}{quiz}").replace("owner = \"host\"", "owner = \"a\"");
    let (who, problems) = december("[[people]]\nid = \"a\"\n", &named);
    assert_eq!(who, [Some(0), Some(0)]);
    assert!(matches!(problems[..], [Problem::DoubleBooked { person: 0, .. }]), "{problems:?}");
}

#[test]
fn the_critical_role_comes_first() {
    let plan = "[[roles]]\nid = \"lead\"\ncritical = true\n[[people]]\nid = \"a\"\nroles = [\"host\", \"lead\"]\n";
    let lead = TALK.replace("talk", "watch").replace("\"host\"", "\"lead\"").replace("20:00-21:00", "20:50-21:05");
    let (who, _) = december(plan, &format!("{TALK}{lead}"));
    assert_eq!(who, [None, Some(0)], "15 minutes of a critical role before an hour of another");
}

#[test]
fn backups_stand_in_and_may_stand_in_a_circle() {
    let person =
        |id: &str, backup: &str, more: &str| format!("[[people]]\nid = \"{id}\"\nbackup = \"{backup}\"\n{more}");
    let away = "away = [{ from = 2000-01-01, to = 2999-12-31 }]\n";
    let host = format!("roles = [\"host\"]\n{away}");
    let circle = |last: &str| person("a", "b", &host) + &person("b", "c", away) + &person("c", "a", last);
    assert_eq!(december(&circle(""), TALK).0, [Some(2)], "the backup of the backup");
    let (who, problems) = december(&circle(away), TALK);
    assert_eq!(who, [None]);
    assert!(matches!(problems[..], [Problem::Uncovered { .. }]), "{problems:?}");
    // named, away, and their own backup
    let named = TALK.replace("\"host\"", "\"a\"");
    let (who, problems) = december(&person("a", "a", away), &named);
    assert!(matches!(problems[..], [Problem::AwayOwner { person: 0, .. }]), "{who:?} {problems:?}");
}

#[test]
fn strange_hours_break_nothing() {
    for hours in ["0", "-3", "nan", "inf", "1e300", "0.001"] {
        let people = format!("[[people]]\nid = \"a\"\nroles = [\"host\"]\nhours_per_week = {hours}\n");
        let club = format!("holidays = \"none\"\n[[roles]]\nid = \"host\"\n{people}{TALK}");
        let mut buffer = String::new();
        let read = read(&Document::parse(&club, &mut buffer), &LIBRARY);
        let made = made(&read, "2026-12-01", "2026-12-31");
        // rather over the hours than nobody
        assert_eq!(made.entries[0].who.person, Some(0), "{hours}");
    }
}

#[test]
fn enormous_numbers_break_nothing() {
    let many = "[[activities]]\nid = \"x\"\nwhen = \"2026-12-09 20:00\"\nstaff = [{ role = \"host\", count = 1000000000 }, { role = \"host\" }]\n\
        steps = [{ id = \"s\", at = \"T-1h\", title = \"s\", minutes = 1000000000, role = \"host\" }]\n";
    let (_, problems) = december("[[people]]\nid = \"a\"\nroles = [\"host\"]\navailable = \"Wed\"\n", many);
    assert!((100..1000).contains(&problems.len()), "{}", problems.len());
}

#[test]
fn a_thousand_people_share_alike() {
    let people: String = (0..1000)
        .map(|n| {
            format!(
                "[[people]]\nid = \"p{n}\"\nroles = [\"host\"]\nbackup = \"p{}\"\navailable = \"evenings\"\n",
                (n + 1) % 1000
            )
        })
        .collect();
    let activities: String = (0..40)
        .map(|n| format!("[[activities]]\nid = \"a{n}\"\nwhen = \"daily 20:00-21:00\"\nowner = \"host\"\n"))
        .collect();
    let (who, problems) = december(&people, &activities);
    assert_eq!(problems, []);
    let mut count = vec![0; 1000];
    for person in who {
        count[person.expect("somebody")] += 1;
    }
    // 1,240 hours in December and a few at its edges: nobody has more than two
    assert!(count.iter().all(|hours| (1..=2).contains(hours)), "{count:?}");
}
