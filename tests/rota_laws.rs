//! Laws of the rota on generated plans: nobody does two things at once or is busy when unavailable, the answer is the same
//! each time, each period is independent, `why` gives the rota's own reasons; and plans that nobody should write.
#![allow(clippy::disallowed_methods)] // tests read the project's own files

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use qun::amend::{Consequences, IfChanged, Set, Snapshot, amend, publish};
use qun::calendar::{
    Calendar, CalendarRequest, Candidate, Entry, Item, Kind, Obstacle, Origin, Problem, Scheduler, Seat, Shifted, Who,
    calendar,
};
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::plan::{Plan, Reading, read};
use qun::render::calendar::View;
use qun::roster::Roster;
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
    let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::none(), without: None };
    calendar(&reading.plan, &reading.index, &LIBRARY, &request).expect("made")
}

/// Everyone in an entry; the person who leads may be among the staff as well.
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

/// Whether someone does two entries at the same time.
fn overlap(one: &Entry, other: &Entry) -> bool {
    let end = |entry: &Entry| entry.at.minute() + i64::from(entry.load());
    one.is_held() && other.is_held() && one.at.minute() < end(other) && other.at.minute() < end(one)
}

/// What is wrong with the candidates of the entries of some days, calculated again from the calendar and the plan.
fn disagreement(plan: &Reading, (from, to): (Day, Day)) -> Option<String> {
    let scheduler = Scheduler::new(&plan.plan, &plan.index, Holidays::china());
    for day in (from.0..=to.0).map(Day) {
        let made = scheduler.calendar(&LIBRARY, Scheduler::period(day), None).expect("made");
        let of_day = scheduler.candidates(&LIBRARY, day).expect("made");
        let expected: Vec<usize> = (0..made.entries.len()).filter(|at| made.entries[*at].at.day == day).collect();
        if of_day.iter().map(|(at, _)| *at).collect::<Vec<_>>() != expected {
            return Some(format!("{day}: {expected:?}"));
        }
        for (at, seats) in &of_day {
            let wrong = seats.iter().find_map(|seat| wrong_seat(&plan.plan, &made, *at, seat));
            if let Some(wrong) = wrong {
                return Some(format!("{:?}: {wrong}", made.entries[*at]));
            }
        }
    }
    None
}

fn wrong_seat(plan: &Plan, made: &Calendar<'_>, at: usize, seat: &Seat) -> Option<String> {
    let entry = &made.entries[at];
    let all: Vec<Who> = std::iter::once(entry.who).chain(entry.staff.iter().copied()).collect();
    let same = |who: &Who| if seat.who.role.is_some() { who.role == seat.who.role } else { *who == seat.who };
    let mut having: Vec<usize> = all.iter().filter(|who| same(who)).filter_map(|who| who.person).collect();
    let mut chosen: Vec<usize> = seat.candidates.iter().filter(|one| one.chosen).map(|one| one.person).collect();
    having.sort_unstable();
    having.dedup();
    chosen.sort_unstable();
    if having != chosen {
        return Some(format!("{having:?} have it, {chosen:?} are shown"));
    }
    let is_open = all.iter().any(|who| same(who) && who.person.is_none()) && !entry.cancelled;
    seat.candidates.iter().find_map(|one| wrong_candidate(plan, made, at, one, is_open))
}

fn wrong_candidate(plan: &Plan, made: &Calendar<'_>, at: usize, one: &Candidate, is_open: bool) -> Option<String> {
    let (entry, person) = (&made.entries[at], &plan.people[one.person]);
    let day = entry.at.day;
    let does = |other: &Entry| !other.cancelled && people(other).contains(&one.person);
    let mut others = made.entries.iter().enumerate().filter(|(other, _)| *other != at);
    let is_busy = others.any(|(_, other)| does(other) && overlap(entry, other) && !belong_together(entry, other));
    let sits = !one.chosen && does(entry);
    let agrees = match one.obstacle {
        None => {
            let is_free = person.is_in_team(day) && !person.is_away(day) && !is_busy && !sits;
            // of those who are free someone has it
            is_free && (one.chosen || !is_open)
        }
        Some(Obstacle::NotOnTeam) => !person.is_in_team(day),
        Some(Obstacle::Away) => person.is_away(day),
        Some(Obstacle::NoTime) => person.available.is_some(),
        Some(Obstacle::Night) => is_asleep(plan, entry, one.person),
        Some(Obstacle::DayOff) => person.holidays.is_some(),
        Some(Obstacle::Busy(other)) if other == at => sits,
        Some(Obstacle::Busy(other)) => does(&made.entries[other]) && overlap(entry, &made.entries[other]),
    };
    (!agrees).then(|| format!("{:?}: {one:?}, open {is_open}", person.key()))
}

/// Whether a minute of a weekday (Monday 0) is free.
type IsFree = fn(i32, i32) -> bool;

/// Phrases for when someone is available, and what they mean.
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

/// Whether someone is there on the day of an entry and has time for it, checked minute by minute.
fn has_time(plan: &Plan, entry: &Entry, person: usize) -> bool {
    let who = &plan.people[person];
    let is_away = who.away.iter().any(|away| away.from <= Some(entry.at.day) && Some(entry.at.day) <= away.to);
    let phrase = who.available.as_ref().map_or("", |available| available.phrase());
    let (_, is_free) = FREE.into_iter().find(|(known, _)| *known == phrase).expect("one of the phrases");
    let weekday = entry.at.day.weekday().index();
    let minutes = match entry.at.time {
        Some(time) if entry.is_held() => time.minutes()..time.minutes() + entry.load(),
        _ => return !is_away && (0..1440).any(|minute| is_free(weekday, minute)),
    };
    !is_away && minutes.into_iter().all(|minute| is_free((weekday + minute / 1440) % 7, minute % 1440))
}

/// Whether any of an entry is in the night of someone who lives in a zone of their own, and gave no hours.
fn is_asleep(plan: &Plan, entry: &Entry, person: usize) -> bool {
    let who = &plan.people[person];
    let (Some(own), Some(time), None) = (&who.time_zone, entry.at.time, &who.available) else { return false };
    let (hour, minute) = time.hour_minute();
    let start = entry.at.day.date().at(hour, minute, 0, 0).to_zoned(plan.time_zone.clone().unwrap_or_default().0);
    let start = start.expect("a moment").with_time_zone(own.0.clone());
    let first = i32::from(start.hour()) * 60 + i32::from(start.minute());
    entry.kind != Kind::Phase && (first < 420 || first + entry.load() > 1380)
}

/// Tables that bring dates of their own, or none.
const UNRELATED: [&str; 9] = [
    "",
    "[leaving]\ninactive_after = \"7d\"\n",
    "[care]\noccasions = [\"every Mon\", \"birthday\"]\n",
    "[rules.rights]\nfeedback = \"every Mon\"\n",
    "[incentives]\ngifts = \"every 2 weeks\"\nscoring = \"weekly\"\n",
    "[culture]\nvalues = [\"kindness\"]\n[[culture.honours]]\nname = \"member of the week\"\nevery = \"7d\"\n",
    "[finance]\nkeeper = \"host\"\nbooks = \"monthly\"\n",
    "[[goals]]\nid = \"more-people\"\nobjective = \"more people\"\nby = 2027-01-10\n",
    "[community.size]\nnow = 20\ntarget = 40\n",
];

/// Edits by which the past would be another one.
const EDITS: &[(&str, &str)] = &[
    ("activities.a0.when", "every Mon, Thu 9:00"),
    ("activities.a0.lasts", "3h"),
    ("activities.a0.owner", "p0"),
    ("activities.a0.from", "2026-12-20"),
    ("activities.a1.title", "Other"),
    ("content.post.when", "every Mon 08:00"),
    ("people.p0.available", "weekends"),
    ("people.p0.roles", "helper"),
    ("people.p1.hours_per_week", "1"),
    ("people.p1.until", "2026-12-10"),
    ("roles.helper.critical", "true"),
];

/// What took place between two days, the second one left out: by UID, when and with whom.
fn past(reading: &Reading, from: Day, to: Day) -> BTreeMap<String, String> {
    if from >= to {
        return BTreeMap::new();
    }
    let made = made(reading, &from.to_string(), &to.plus(-1).to_string());
    let rows = View::new(&reading.plan, &reading.index, &made).rows().into_iter().zip(&made.entries);
    let is_over = |entry: &Entry| {
        // what prepares something that is still to come moves with it, and a day that is written down now is no work
        let is_work = !matches!(entry.origin, Origin::Life(_));
        is_work && entry.at.day >= from && entry.at.day < to && entry.original.day < to
    };
    rows.filter(|(row, entry)| is_over(entry) && !row.cancelled)
        .map(|(row, entry)| {
            // a seat that nobody had is no hands
            let mut helpers: Vec<_> = row.staff.iter().filter_map(|helper| helper.person.clone()).collect();
            helpers.sort();
            (row.uid, format!("{} {:?} {:?} {:?} {helpers:?}", entry.at.day, entry.at.time, row.minutes, row.person))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_has_two_things_at_once_or_no_time(text in plan()) {
        let club = reading(&text);
        let made = made(&club, "2026-11-30", "2027-01-31");
        prop_assert_eq!(double_booked(&made.entries), vec![]);
        for entry in &made.entries {
            for person in people(entry) {
                prop_assert!(has_time(&club.plan, entry, person), "{person} {entry:?}\n{text}");
            }
        }
        // every open seat is reported
        let seats = |entry: &Entry| std::iter::once(entry.who).chain(entry.staff.clone()).filter(|who| who.person.is_none()).count();
        let shared = |entry: &Entry| usize::from(entry.who.person.is_none() && entry.staff.iter().any(|who| who.role == entry.who.role));
        let open: usize = made.entries.iter().map(|entry| seats(entry) - shared(entry)).sum();
        let reported = made.problems.iter().filter(|problem| matches!(problem, Problem::Uncovered { .. })).count();
        prop_assert_eq!(open, reported);
    }

    #[test]
    fn nobody_is_on_duty_at_night_when_someone_else_can(text in plan(), lives in proptest::collection::vec(0..4_usize, 6)) {
        const ZONES: [&str; 4] = ["", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"];
        let mut text = text;
        for (at, zone) in lives.into_iter().enumerate().filter(|(_, zone)| *zone > 0) {
            let id = format!("id = \"p{at}\"\n");
            text = text.replace(&id, &format!("{id}time_zone = \"{}\"\n", ZONES[zone]));
        }
        // hours are read where people live, and the law of hours holds them to the plan's wall
        let text: String = text.lines().filter(|line| !line.starts_with("available")).map(|line| format!("{line}\n")).collect();
        let club = reading(&text);
        let made = made(&club, "2026-11-30", "2027-01-31");
        prop_assert_eq!(double_booked(&made.entries), vec![]);
        for entry in made.entries.iter().filter(|entry| entry.kind != Kind::Task) {
            for who in std::iter::once(entry.who).chain(entry.staff.clone()) {
                let (Some(person), Some(role)) = (who.person, who.role) else { continue };
                if is_asleep(&club.plan, entry, person) {
                    prop_assert_eq!(club.plan.roles[role].critical, Some(true), "{} {:?}\n{}", person, entry, text);
                    let can = |other: &usize| has_time(&club.plan, entry, *other) && !is_asleep(&club.plan, entry, *other);
                    prop_assert_eq!(club.plan.holders(role).into_iter().find(can), None, "{:?}\n{}", entry, text);
                }
            }
        }
        let found = disagreement(&club, (day("2026-12-07"), day("2026-12-13")));
        prop_assert_eq!(found, None, "{}", text);
    }

    #[test]
    fn candidates_have_the_reasons_of_the_rota(text in plan()) {
        let club = reading(&text);
        let found = disagreement(&club, (day("2026-12-07"), day("2026-12-13")));
        prop_assert_eq!(found, None, "{}", text);
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
    fn an_absence_moves_only_what_it_overlaps(text in plan(), on in 0..55_i32, length in 0..4_i32) {
        let (first, last) = (day("2026-12-02").plus(on), day("2026-12-02").plus(on + length));
        let away = format!("away = [{{ from = {first}, to = {last} }}]\n[[people]]\nid = \"p9\"\n");
        let text = text.replacen("[[people]]", "[[people]]\nid = \"sub\"\nroles = [\"host\", \"helper\"]\n{}[[people]]", 1);
        let before = seats(&reading(&text.replace("{}", "[[people]]\nid = \"p9\"\n")));
        let after = seats(&reading(&text.replace("{}", &away)));
        for (one, other) in before.iter().zip(&after) {
            let touches = one.days.0 <= last && first <= one.days.1;
            prop_assert!(one == other || touches, "{first} to {last}: {one:?} {other:?}\n{text}");
        }
        prop_assert_eq!(before.len(), after.len());
    }

    #[test]
    fn who_joins_or_leaves_changes_only_what_follows(text in plan(), on in 0..55_i32, leaves in any::<bool>()) {
        let when = day("2026-12-02").plus(on);
        let person = |line: String| format!("{text}[[people]]\nid = \"sub\"\nroles = [\"host\", \"helper\"]\n{line}");
        let (before, after) = match leaves {
            false => (text.clone(), person(format!("from = {when}\n"))),
            true => (person(String::new()), person(format!("until = {}\n", when.plus(-1)))),
        };
        // that they join or leave is an entry of its own
        let is_news = |seats: &Seats| ["/dates.joins.sub/", "/dates.leaves.sub/"].iter().any(|name| seats.uid.contains(name));
        let (before_it, after_it) = (seats(&reading(&before)), seats(&reading(&after)));
        let others: Vec<&Seats> = after_it.iter().filter(|seats| !is_news(seats)).collect();
        prop_assert_eq!(before_it.len(), others.len());
        for (one, other) in before_it.iter().zip(others) {
            prop_assert!(one == other || when <= one.days.1, "{when}: {one:?} {other:?}\n{before}");
        }
    }

    /// What is neither people, roles nor items moves nobody: only the dates that the edit itself brings are new.
    #[test]
    fn what_touches_neither_people_nor_items_moves_nobody(text in plan(), edit in 0..UNRELATED.len(), from in 0..UNRELATED.len()) {
        let head = "[community]\nname = \"Club\"\n[lifecycle]\nstarts = 2026-11-01\n";
        let manager = text.replacen("id = \"helper\"\n", "id = \"helper\"\nkind = \"manager\"\n", 1);
        let plan = |with: &str| reading(&format!("{manager}{head}{with}"));
        let of_items = |reading: &Reading| -> Vec<Seats> {
            let is_dated = |seats: &Seats| seats.uid.contains("/dates.") || seats.uid.contains("/cohort");
            seats(reading).into_iter().filter(|seats| !is_dated(seats)).collect()
        };
        let (before, after) = (of_items(&plan(UNRELATED[from])), of_items(&plan(UNRELATED[edit])));
        prop_assert_eq!(before.len(), after.len());
        for (one, other) in before.iter().zip(&after) {
            prop_assert_eq!(one, other, "{} {}\n{}", UNRELATED[from], UNRELATED[edit], manager);
        }
        // and those dates do not move each other
        let both = plan(&format!("{}{}", UNRELATED[from], if from == edit { "" } else { UNRELATED[edit] }));
        let all: BTreeMap<String, Seats> = seats(&both).into_iter().map(|seats| (seats.uid.clone(), seats)).collect();
        for one in seats(&plan(UNRELATED[from])) {
            prop_assert_eq!(all.get(&one.uid), Some(&one), "{}", manager);
        }
    }

    #[test]
    fn a_new_activity_changes_only_what_is_at_the_same_time(text in plan(), on in 0..7_usize, hour in 8..21) {
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][on];
        let more = format!("[[activities]]\nid = \"more\"\ntitle = \"more\"\nwhen = \"every {weekday} {hour}:00\"\nlasts = \"2h\"\nowner = \"helper\"\n");
        let text = text.replace("[[content]]", &format!("{more}[[content]]"));
        let (before, after) = (seats(&reading(&text.replace(&more, ""))), seats(&reading(&text)));
        let new: Vec<&Seats> = after.iter().filter(|seats| seats.uid.contains("more")).collect();
        let rest: Vec<&Seats> = after.iter().filter(|seats| !seats.uid.contains("more")).collect();
        prop_assert_eq!(before.len(), rest.len());
        for (one, other) in before.iter().zip(rest) {
            let near = new.iter().any(|new| new.days.0 <= one.days.1 && one.days.0 <= new.days.1);
            prop_assert!(one == other || near, "{one:?} {other:?}\n{text}");
        }
    }

    #[test]
    fn no_seat_stays_open_that_one_able_person_could_take(text in plan()) {
        let club = reading(&text);
        let made = made(&club, "2026-11-30", "2027-01-31");
        for entry in made.entries.iter().filter(|entry| !entry.cancelled) {
            let open = std::iter::once(entry.who).chain(entry.staff.iter().copied()).filter(|who| who.person.is_none());
            for role in open.filter_map(|who| who.role) {
                for person in club.plan.holders(role) {
                    let busy = made.entries.iter().any(|other| {
                        let is_own = std::ptr::eq(other, entry);
                        people(other).contains(&person) && (is_own || overlap(entry, other) && !belong_together(entry, other))
                    });
                    prop_assert!(busy || !has_time(&club.plan, entry, person), "{person} {entry:?}\n{text}");
                }
            }
        }
    }

    #[test]
    fn turns_are_fair_and_never_twice_running(
        holders in 2..9_usize, needed in 1..4_u32, when in 0..6_usize, years in 1..4, id in "[a-z]{3}",
    ) {
        let when = ["every Mon", "every 2 weeks on Thu", "1st, 3rd Mon of the month", "daily", "workdays", "last Fri of the month"][when];
        let team: String = (0..holders).map(|n| format!("[[people]]\nid = \"p{n}\"\nroles = [\"host\"]\n")).collect();
        let text = format!("holidays = \"none\"\n[[roles]]\nid = \"host\"\n{team}[[activities]]\nid = \"{id}\"\nwhen = \"{when}\"\nstaff = [{{ role = \"host\", count = {needed} }}]\n");
        let club = reading(&text);
        let entries = made(&club, "2026-01-01", &format!("{}-12-31", 2025 + years)).entries;
        let mut shares = vec![0_u32; holders];
        entries.iter().flat_map(crate::people).for_each(|person| shares[person] += 1);
        let (least, most) = (shares.iter().min().copied(), shares.iter().max().copied());
        prop_assert!(most <= least.map(|least| least + 1), "{shares:?}");
        if 2 * needed as usize <= holders {
            let twice = entries.windows(2).any(|two| people(&two[0]).iter().any(|person| people(&two[1]).contains(person)));
            prop_assert!(!twice, "{text}");
        }
    }
}

/// The first day of the published months, and the last.
const PUBLISHED: (&str, &str) = ("2026-12-01", "2027-01-31");

fn snapshot<'a>(text: &'a str, reading: &'a Reading) -> Snapshot<'a> {
    Snapshot { text, reading, library: &LIBRARY, holidays: Holidays::none(), today: day(PUBLISHED.0) }
}

/// A plan with its calendar of two months published.
fn published(text: &str) -> Roster {
    let club = reading(text);
    publish(&snapshot(text, &club), day(PUBLISHED.1), Some(IfChanged::Move), None).expect("a calendar").roster
}

/// A plan as it was read, beside a roster.
fn beside(text: &str, roster: &Roster) -> Reading {
    let mut club = reading(text);
    club.index.roster = roster.clone();
    club
}

/// One of the edits that must not move what is published, except where it says so.
fn edited(text: &str, edit: usize, on: i32) -> String {
    let first = day(PUBLISHED.0).plus(on);
    let replaced = |from: &str, to: String| text.replacen(from, &to, 1);
    match edit {
        0 => replaced("[[people]]\nid = \"p0\"\n", format!("[[people]]\nid = \"p0\"\nuntil = {first}\n")),
        1 => replaced("[[people]]", "[[people]]\nid = \"new\"\nroles = [\"host\", \"helper\"]\n[[people]]".to_owned()),
        2 => format!("{text}[[activities]]\nid = \"more\"\nwhen = \"daily 19:00\"\nowner = \"host\"\nlasts = \"2h\"\n"),
        3 => replaced(
            "[[activities]]\nid = \"a0\"\ntitle = \"a0\"\nwhen = \"every ",
            "[[activities]]\nid = \"a0\"\ntitle = \"other\"\nwhen = \"every 2 weeks on ".to_owned(),
        ),
        4 => {
            // the hour of the first activity
            let (head, tail) = text.split_once(":00\"\nlasts").expect("an activity");
            format!("{} 7:00\"\nlasts{tail}", &head[..head.rfind(' ').expect("an hour")])
        }
        _ => format!("{text}[[changes]]\nitem = \"a0\"\non = {first}\ncancel = true\n"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Law 1: what is published keeps its date and its hands while its people can be there and no change names it.
    #[test]
    fn what_is_published_holds_still(text in plan(), edit in 0..6_usize, on in 0..55_i32) {
        let roster = published(&text);
        let after = edited(&text, edit, on);
        let club = beside(&after, &roster);
        let made = made(&club, PUBLISHED.0, PUBLISHED.1);
        let mut seen = 0;
        for entry in &made.entries {
            let Some(row) = entry.published.map(|at| &roster.rows()[at]) else { continue };
            seen += 1;
            if matches!(entry.shifted, Shifted::Change(_)) {
                continue;
            }
            prop_assert_eq!((entry.at.day, entry.at.time), (row.start.day, row.start.time), "{:?}\n{}", entry, after);
            let plan = &club.plan;
            let can = |name: &str, role: Option<usize>| {
                let person = plan.people.iter().position(|person| person.key() == Some(name));
                let holds = |person: usize| role.is_none_or(|role| plan.holders(role).contains(&person));
                person.filter(|person| {
                    holds(*person) && plan.people[*person].is_in_team(entry.at.day) && has_time(plan, entry, *person)
                })
            };
            if let Some(lead) = row.lead.as_deref().and_then(|name| can(name, entry.who.role)) {
                prop_assert_eq!(entry.who.person, Some(lead), "{:?}\n{:?}\n{}", row, entry, after);
            }
            for seat in &row.staff {
                let role = plan.roles.iter().position(|role| role.id.as_ref().is_some_and(|id| id.as_str() == seat.role));
                if let Some(person) = can(&seat.person, role) {
                    prop_assert!(people(entry).contains(&person), "{row:?}\n{entry:?}\n{after}");
                }
            }
        }
        prop_assert_eq!(seen, roster.rows().len(), "nothing published is lost");
        // published again without an answer that moves it, nothing but the edit's own is different
        let again = publish(&snapshot(&after, &club), day(PUBLISHED.1), Some(IfChanged::Keep), None).expect("a calendar");
        let next = beside(&after, &again.roster);
        let third = publish(&snapshot(&after, &next), day(PUBLISHED.1), Some(IfChanged::Keep), None).expect("a calendar");
        prop_assert!(third.changes.is_empty(), "{:?}", third.changes);
        prop_assert_eq!(third.roster.rows(), again.roster.rows());
    }

    /// Law 1: the past that was never published is held by commands: from the day on which the plan was made, else from its
    /// first day and for a year at most. One roster holds the past of several edits, and nothing before.
    #[test]
    fn an_edit_changes_nothing_before_today(
        text in plan(), edits in proptest::collection::vec(0..EDITS.len(), 1..3), on in 8..50_i32,
        made_on in proptest::option::of(-400..30_i32), starts in -500..1_i32,
    ) {
        let starts = day("2026-12-01").plus(starts);
        let made_on = made_on.map(|after| day("2026-12-01").plus(after));
        let key = made_on.map_or_else(String::new, |day| format!("made = {day}\n"));
        let mut text = format!("{key}{text}[lifecycle]\nstarts = {starts}\n");
        let mut roster = Roster::default();
        let mut today = day("2026-12-01").plus(on);
        // today comes later with each edit, and what each one found stays
        for edit in edits {
            let before = beside(&text, &roster);
            let first = made_on.unwrap_or_else(|| starts.max(today.plus_months(-12)));
            let was = past(&before, first, today);
            let (key, value) = EDITS[edit];
            let at = Snapshot { today, ..snapshot(&text, &before) };
            // what has no such element has nothing to edit
            let Ok(set) = Set::read(&at, key, value, Language::En) else { continue };
            let Ok(amendment) = amend(at, set) else { continue };
            let next = amendment.after().reading.index.roster.clone();
            let is = past(&beside(&amendment.text, &next), first, today);
            let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
            let different = names.into_iter().map(|uid| (uid, was.get(uid), is.get(uid))).find(|(_, was, is)| was != is);
            prop_assert_eq!(different, None, "{} = {} on {}\n{}\n{}", key, value, today, text, next.to_csv());
            prop_assert_eq!(next != roster, amendment.past.is_held());
            if let Some(earliest) = next.rows().iter().map(|row| row.start.day).min() {
                let from = made_on.unwrap_or_else(|| starts.plus(-90)).max(starts.plus(-90));
                prop_assert!(earliest >= from, "{earliest} {from}\n{}", next.to_csv());
            }
            (text, roster) = (amendment.text.clone(), next);
            today = today.plus(9);
        }
    }

    /// Law 6: an edit lists exactly what is different by UID, from today to a year on.
    #[test]
    fn an_edit_lists_exactly_what_is_different(text in plan(), edit in 0..6_usize, on in 0..55_i32, is_published in any::<bool>()) {
        let roster = if is_published { published(&text) } else { Roster::default() };
        let changed = edited(&text, edit, on);
        let (before, after) = (beside(&text, &roster), beside(&changed, &roster));
        let effect = Consequences::of(&snapshot(&text, &before), &snapshot(&changed, &after)).impact;
        let by_uid = |reading: &Reading| -> BTreeMap<String, String> {
            let made = made(reading, PUBLISHED.0, "2027-12-01");
            let rows = View::new(&reading.plan, &reading.index, &made).rows().into_iter().filter(|row| !row.cancelled);
            rows.map(|row| {
                let helpers: Vec<_> = row.staff.iter().map(|helper| helper.person.clone()).collect();
                (row.uid, format!("{:?} {:?} {:?} {helpers:?}", row.start, row.minutes, row.person))
            })
            .collect()
        };
        let (was, is) = (by_uid(&before), by_uid(&after));
        let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        let different = names.into_iter().filter(|name| was.get(*name) != is.get(*name)).count();
        prop_assert_eq!(effect.entries.len(), different, "{}", changed);
    }

    /// Whoever stands in is the best: a backup, else nobody who serves on a neighbouring date, nobody over their hours.
    #[test]
    fn the_stand_in_is_the_best_of_all(
        holders in 3..7_usize, hours in proptest::collection::vec(proptest::option::of(1..4_u8), 7),
        backup in proptest::option::of(1..7_usize), nth in 2..10_usize, id in "[a-z]{3}",
    ) {
        let person = |n: usize, more: &str| {
            let hours = hours[n].map_or_else(String::new, |hours| format!("hours_per_week = {hours}\n"));
            format!("[[people]]\nid = \"p{n}\"\nroles = [\"host\"]\n{hours}{more}")
        };
        let duty = format!("[[activities]]\nid = \"{id}\"\nwhen = \"every Wed 20:00\"\nlasts = \"2h\"\nowner = \"host\"\n");
        let text = |away: &dyn Fn(usize) -> String| -> String {
            let team: String = (0..holders).map(|n| person(n, &away(n))).collect();
            format!("holidays = \"none\"\n[[roles]]\nid = \"host\"\n{team}{duty}")
        };
        let leads = |text: &str| -> Vec<(Day, usize)> {
            let club = reading(text);
            made(&club, "2026-12-01", "2027-03-01").entries.iter().map(|entry| (entry.at.day, entry.who.person.expect("someone"))).collect()
        };
        let turns = leads(&text(&|_| String::new()));
        let (on, absent) = turns[nth];
        let backup = backup.filter(|backup| *backup < holders && *backup != absent);
        let away = |n: usize| match n == absent {
            true => format!(
                "away = [{{ from = {on}, to = {on} }}]\n{}",
                backup.map_or_else(String::new, |backup| format!("backup = \"p{backup}\"\n"))
            ),
            false => String::new(),
        };
        let now = leads(&text(&away));
        let others: Vec<usize> = (0..turns.len()).filter(|at| *at != nth && turns[*at] != now[*at]).collect();
        prop_assert!(others.is_empty(), "one absence changes one date");
        // every other holder in the place of who is away, judged by the calendar that comes of it
        let judged = |person: usize| {
            let twice = [nth - 1, nth + 1].into_iter().filter(|at| turns[*at].1 == person).count() > 0;
            let over = hours[person].map_or(0, |hours| 120 - i64::from(hours) * 60).max(0);
            (backup != Some(person), twice, over)
        };
        let best = (0..holders).filter(|person| *person != absent).map(judged).min();
        prop_assert_eq!(Some(judged(now[nth].1)), best, "{:?}\n{}", now, text(&away));
    }

    /// On small plans all ways to fill the seats are tried: none covers more critical seats, or as many and more others.
    #[test]
    fn no_other_way_covers_more(
        roles in proptest::collection::vec(1..4_u8, 1..5), duties in proptest::collection::vec((8..12_i32, 1..4_i32, any::<bool>()), 1..6),
    ) {
        let team: String = (roles.iter().enumerate())
            .map(|(n, roles)| {
                let roles = ["\"host\"", "\"lead\"", "\"host\", \"lead\""][usize::from(*roles) - 1];
                format!("[[people]]\nid = \"p{n}\"\nroles = [{roles}]\n")
            })
            .collect();
        let activities: String = (duties.iter().enumerate())
            .map(|(n, (hour, length, is_critical))| {
                let role = if *is_critical { "lead" } else { "host" };
                format!("[[activities]]\nid = \"a{n}\"\nwhen = \"2026-12-09 {hour}:00\"\nlasts = \"{length}h\"\nowner = \"{role}\"\n")
            })
            .collect();
        let text = format!("holidays = \"none\"\n[[roles]]\nid = \"host\"\n[[roles]]\nid = \"lead\"\ncritical = true\n{team}{activities}");
        let club = reading(&text);
        let made = made(&club, "2026-12-09", "2026-12-09");
        let is_critical = |entry: &Entry| entry.who.role == Some(1);
        let count = |who: &[Option<usize>]| {
            let of = |critical: bool| {
                let seats = made.entries.iter().zip(who).filter(|(entry, who)| is_critical(entry) == critical && who.is_some());
                seats.count()
            };
            (of(true), of(false))
        };
        let chosen: Vec<Option<usize>> = made.entries.iter().map(|entry| entry.who.person).collect();
        let mut best = (0, 0);
        try_all(&made.entries, &club.plan, &mut Vec::new(), &mut |who| best = best.max(count(who)));
        prop_assert_eq!(count(&chosen), best, "{:?}\n{}", chosen, text);
    }
}

/// Every way to fill the seats of some entries, nobody being in two places at once.
fn try_all(entries: &[Entry], plan: &Plan, who: &mut Vec<Option<usize>>, judge: &mut dyn FnMut(&[Option<usize>])) {
    let Some(entry) = entries.get(who.len()) else { return judge(who) };
    let able = entry.who.role.map(|role| plan.holders(role)).unwrap_or_default();
    let is_free = |person: usize| {
        let theirs = entries.iter().zip(who.iter()).filter(|(_, who)| **who == Some(person));
        theirs.into_iter().all(|(other, _)| !overlap(entry, other))
    };
    let free: Vec<usize> = able.into_iter().filter(|person| is_free(*person)).collect();
    for person in free.into_iter().map(Some).chain([None]) {
        who.push(person);
        try_all(entries, plan, who, judge);
        who.pop();
    }
}

/// Who does an entry, by name, and the days that it touches.
#[derive(Debug, PartialEq)]
struct Seats {
    uid: String,
    days: (Day, Day),
    people: Vec<Option<String>>,
}

/// Who does what in three months, in the order of the entries' names.
fn seats(reading: &Reading) -> Vec<Seats> {
    let made = made(reading, "2026-11-30", "2027-02-28");
    let rows = View::new(&reading.plan, &reading.index, &made).rows();
    let name = |who: &Who| who.person.and_then(|person| reading.plan.people[person].key().map(str::to_owned));
    let seats = |(row, entry): (qun::render::calendar::Row, &Entry)| {
        let end = entry.at.plus(if entry.is_held() { entry.load() } else { 0 });
        let people = std::iter::once(&entry.who).chain(&entry.staff).map(name).collect();
        Seats { uid: row.uid, days: (entry.at.day, end.day), people }
    };
    let mut seats: Vec<Seats> = rows.into_iter().zip(&made.entries).map(seats).collect();
    seats.sort_by(|one, other| one.uid.cmp(&other.uid));
    seats
}

#[test]
fn candidates_of_the_examples_and_starters_have_the_reasons_of_the_rota() {
    let mut candidates = 0;
    for folder in ["examples", "templates/plans/en", "templates/plans/zh-CN"] {
        let files = std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).expect("a folder");
        for path in files.map(|file| file.expect("a file").path()) {
            let text = std::fs::read_to_string(&path).expect("a plan");
            let mut buffer = String::new();
            let plan = read(&Document::parse(&text, &mut buffer), &LIBRARY);
            let from = plan.plan.lifecycle.starts.unwrap_or_else(|| day("2026-12-01"));
            assert_eq!(disagreement(&plan, (from, from.plus(60))), None, "{}", path.display());
            let scheduler = Scheduler::new(&plan.plan, &plan.index, Holidays::china());
            let of_day = scheduler.candidates(&LIBRARY, from.plus(7)).expect("made");
            candidates += of_day.iter().flat_map(|(_, seats)| seats).map(|seat| seat.candidates.len()).sum::<usize>();
        }
    }
    assert!(candidates > 100, "{candidates}");
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

/// Who leads each entry and the problems of December 2026, for one role `host` and its people.
fn december(people: &str, activities: &str) -> (Vec<Option<usize>>, Vec<Problem>) {
    let club = reading(&format!("holidays = \"none\"\n[[roles]]\nid = \"host\"\n{people}{activities}"));
    let made = made(&club, "2026-12-01", "2026-12-31");
    (made.entries.iter().map(|entry| entry.who.person).collect(), made.problems)
}

const TALK: &str = "[[activities]]\nid = \"talk\"\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"host\"\n";

#[test]
fn reports_one_of_two_things_at_once_as_open() {
    let quiz = TALK.replace("talk", "quiz").replace("20:00-21:00", "20:30-21:30");
    let (who, problems) = december("[[people]]\nid = \"a\"\nroles = [\"host\"]\n", &format!("{TALK}{quiz}"));
    assert_eq!(who, [Some(0), None]);
    assert!(matches!(problems[..], [Problem::Uncovered { role: 0, .. }]), "{problems:?}");
    // half-open: what begins when the other ends does not collide
    let after = quiz.replace("20:30-21:30", "21:00-22:00");
    let (who, problems) = december("[[people]]\nid = \"a\"\nroles = [\"host\"]\n", &format!("{TALK}{after}"));
    assert_eq!((who, problems), (vec![Some(0), Some(0)], vec![]));
    // a named person stays, and the problem is reported
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
fn backups_take_over_and_may_form_a_circle() {
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
fn accepts_strange_hours() {
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
fn accepts_enormous_numbers() {
    let many = "[[activities]]\nid = \"x\"\nwhen = \"2026-12-09 20:00\"\nstaff = [{ role = \"host\", count = 1000000000 }, { role = \"host\" }]\n\
        steps = [{ id = \"s\", at = \"T-1h\", title = \"s\", minutes = 1000000000, role = \"host\" }]\n";
    let (_, problems) = december("[[people]]\nid = \"a\"\nroles = [\"host\"]\navailable = \"Wed\"\n", many);
    assert!((100..1000).contains(&problems.len()), "{}", problems.len());
}

#[test]
fn a_thousand_people_take_turns() {
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
    // each evening of each activity has someone new
    for activity in 0..40 {
        let mut served: Vec<usize> = who.iter().skip(activity).step_by(40).flatten().copied().collect();
        served.sort_unstable();
        served.dedup();
        assert_eq!(served.len(), 31);
    }
}

/// A seat in the middle keeps nobody from the two beside it.
#[test]
fn one_long_seat_makes_way_for_two() {
    let activity = |id: &str, hour: u8, length: u8| {
        format!(
            "[[activities]]\nid = \"{id}\"\nwhen = \"2026-12-09 {hour}:00\"\nlasts = \"{length}h\"\nowner = \"lead\"\n"
        )
    };
    let [middle, early, late] = [activity("a", 10, 2), activity("b", 8, 3), activity("c", 11, 1)];
    for order in [[&middle, &early, &late], [&early, &middle, &late], [&late, &early, &middle]] {
        let activities: String = order.into_iter().map(String::as_str).collect();
        let club = reading(&format!(
            "holidays = \"none\"\n[[roles]]\nid = \"lead\"\n[[people]]\nid = \"p\"\nroles = [\"lead\"]\n{activities}"
        ));
        let made = made(&club, "2026-12-09", "2026-12-09");
        let held: Vec<bool> = made.entries.iter().map(|entry| entry.who.person.is_some()).collect();
        assert_eq!(held, [true, false, true]);
    }
}
