//! Edits leave the past alone: they add nothing before today, bring back nothing that was cancelled, and say what they did.

use crate::kit::Place;

const CALL: &str = include_str!("../data/cancelled-call.toml");
const TODAY: [&str; 2] = ["--today", "2027-01-20"];

/// A roster that was begun with nothing in it: from that day on the past is known.
const BEGUN: &str =
    "uid,item,original,start,end,zone,lead,staff,status,sequence,published\n*,,2026-09-30,,,,,,,0,2026-09-25\n";

/// A plan that has been in use since September.
fn in_use(plan: &str) -> Place {
    let place = Place::with(plan);
    place.write("community.roster.csv", BEGUN.as_bytes());
    place
}

/// The past and the coming days of a plan: date, time, title, person and notes of each entry.
fn lines(place: &Place, range: &str) -> Vec<String> {
    let run = place.run(&format!("schedule {range} --today 2027-01-20 --format csv"));
    assert_eq!(run.code, 0, "{}", run.err);
    run.out.lines().skip(1).filter(|line| !line.contains(",phase,")).map(str::to_owned).collect()
}

/// Without what prepares an event that is still to come.
fn past(place: &Place) -> Vec<String> {
    let mut lines = lines(place, "--from 2026-10-01 --to 2027-01-19");
    let is_over = |line: &String| line.rsplit("t/x/").next().is_none_or(|original| original < "2027-01-20");
    lines.retain(is_over);
    lines
}

fn edit(place: &Place, args: &[&str]) -> String {
    let run = place.run_with(args.iter().copied().chain(TODAY), b"");
    assert_eq!(run.code, 0, "{args:?} {}", run.err);
    run.err
}

/// The call with some keys of its own, in a community that began in December.
fn call(keys: &str) -> String {
    let plan = CALL.replace("[[people]]", "[lifecycle]\nstarts = 2026-12-01\n[[people]]");
    plan.replace("owner = \"Mia\"", &format!("owner = \"Mia\"\n{keys}"))
}

#[test]
fn dates_that_an_edit_would_add_before_today_are_left_out() {
    let when = |phrase| ["set", "activities.x.when", phrase];
    for (keys, args, left_out) in [
        ("", &when("every Mon, Thu 18:00-19:00")[..], 7),
        ("", &when("every Thu 18:00-19:00, 20:00-21:00"), 6),
        ("", &["set", "lifecycle.starts", "2026-10-29"], 5),
        ("from = 2027-01-12", &["set", "--unset", "activities.x.from"], 5),
        ("until = 2026-12-20", &["set", "activities.x.until", "2027-03-01"], 3),
        ("on_holiday = \"skip\"\nholidays = [\"US\"]", &["set", "activities.x.on_holiday", "keep"], 0),
        ("", &["set", "activities.x.sop", "offline-meetup"], 1),
    ] {
        let plan = call(keys);
        let place = in_use(&plan);
        let before = past(&place);
        let said = edit(&place, args);
        assert_eq!(past(&place), before, "{args:?}");
        assert_eq!(said.contains("would be new: left out"), left_out > 0, "{args:?} {said}");
        assert!(!said.contains("today are new"), "{args:?} {said}");
        if left_out > 1 {
            assert!(said.contains(&format!("{left_out} entries before today would be new")), "{args:?} {said}");
        }
        // another edit finds the same past, and one undo each goes back
        edit(&place, &["set", "activities.x.title", "Talk"]);
        edit(&place, &["set", "activities.x.title", "Call"]);
        assert_eq!(past(&place), before, "{args:?}");
        for _ in 0..3 {
            edit(&place, &["undo"]);
        }
        assert_eq!((place.read("community.toml"), past(&place)), (plan, before), "{args:?}");
    }
    // what is to come is new
    let place = in_use(&call(""));
    edit(&place, &when("every Mon, Thu 18:00-19:00"));
    assert_eq!(lines(&place, "--from 2027-01-20 --to 2027-01-31").len(), 3);
    let why = place.run("why 2027-01-18 --today 2027-01-20");
    assert!(why.out.contains("the plan had no such date when that day passed"), "{}", why.out);
    // and what is published later leaves the past as it is
    let before = past(&place);
    edit(&place, &["publish", "--through", "2027-02-28", "--yes"]);
    assert_eq!(past(&place), before);
}

#[test]
fn what_was_cancelled_stays_cancelled() {
    for take_along in [false, true] {
        let place = in_use(&call(""));
        let before = past(&place);
        assert!(before.iter().any(|line| line.contains("2026-12-24") && line.contains("cancelled")), "{before:?}");
        let set = ["set", "activities.x.when", "every Fri 18:00-19:00"];
        let along = take_along.then_some("--take-along");
        let said = edit(&place, &set.into_iter().chain(along).collect::<Vec<_>>());
        assert_eq!(past(&place), before);
        // nothing is to be taken along: what was named is over
        assert!(!said.contains("2026-12-24"), "{said}");
        assert_eq!(place.run("lint --select file --today 2027-01-20").code, 0);
        let next = lines(&place, "--from 2027-01-20 --to 2027-01-31");
        assert_eq!(next.len(), 2, "{next:?}");
    }
}

#[test]
fn a_past_date_may_still_be_changed_by_its_name() {
    // the rota of the others moves with it, and stays as it was
    let team = "[[roles]]\nid = \"host\"\n[[people]]\nname = \"Bo\"\nroles = [\"host\"]\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n[[activities]]";
    let place = in_use(&call("").replace("owner = \"Mia\"", "owner = \"host\"").replacen("[[activities]]", team, 1));
    edit(&place, &["set", "activities.x.when", "every Mon, Thu 18:00-19:00"]);
    let before = past(&place);
    edit(&place, &["change", "x", "2027-01-07", "--cancel"]);
    let after = past(&place);
    let differs: Vec<&String> = after.iter().zip(&before).filter(|(new, old)| new != old).map(|(new, _)| new).collect();
    assert!(
        matches!(differs.as_slice(), [line] if line.contains("2027-01-07") && line.contains("cancelled")),
        "{differs:?}"
    );
    assert_eq!(after.len(), before.len());
}

#[test]
fn what_is_added_begins_today_or_says_how_much_is_new() {
    let place = in_use(&call(""));
    let before = past(&place);
    edit(&place, &["add", "activity", "--title", "Quiz", "--when", "every Wed 19:00", "--owner", "Mia"]);
    assert!(place.read("community.toml").contains("from = 2027-01-20"), "{}", place.read("community.toml"));
    assert_eq!(past(&place), before);
    // a single day is its own first day
    let said = edit(&place, &["add", "activity", "--title", "Kickoff", "--when", "2026-12-05 19:00", "--owner", "Mia"]);
    assert!(said.contains("1 entry before today is new"), "{said}");
    assert_eq!(past(&place).len(), before.len() + 1);
    // a plan that is still to begin has no past
    let place = Place::with(&call("").replace("starts = 2026-12-01", "starts = 2027-02-01"));
    edit(&place, &["add", "activity", "--title", "Quiz", "--when", "every Wed 19:00", "--owner", "Mia"]);
    assert!(!place.read("community.toml").contains("from ="), "{}", place.read("community.toml"));
}

#[test]
fn a_fix_of_lint_changes_no_date() {
    // what is fixed in a plan that has a calendar is a duplicate; what else is fixed had none before
    let duplicates = "channels = [\"c\", \"c\"]\nphases = [\"seeding\", \"seeding\", \"launch\"]\n\
        [[activities.staff]]\nrole = \"host\"\n[[channels]]\nid = \"c\"\nplatform = \"discord\"\n[[roles]]\nid = \"host\"\n\
        [[people]]\nname = \"Bo\"\nroles = [\"host\", \"host\"]\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n";
    let place = in_use(&call(duplicates));
    let range = "--from 2026-12-01 --to 2027-06-30";
    let before = lines(&place, range);
    assert!(before.iter().any(|line| line.contains("Bo")) && before.iter().any(|line| line.contains("Cy")));
    let run = place.run("lint --fix --today 2027-01-20");
    assert!(run.err.contains("3 fixed"), "{}", run.err);
    assert_eq!(lines(&place, range), before);
}

/// Two hosts who take turns at the call.
fn team(plan: &str) -> String {
    let team = "[[roles]]\nid = \"host\"\n[[people]]\nname = \"Bo\"\nroles = [\"host\"]\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n[[activities]]";
    plan.replace("owner = \"Mia\"", "owner = \"host\"").replacen("[[activities]]", team, 1)
}

/// The call in a community that began years ago.
fn long_running(made: &str) -> String {
    team(&CALL.replace("[[people]]", "[lifecycle]\nstarts = 2024-03-01\n[[people]]")).replacen(
        "[community]",
        &format!("{made}[community]"),
        1,
    )
}

const EDITS: [&[&str]; 5] = [
    &["set", "activities.x.owner", "Mia"],
    &["set", "activities.x.when", "every Mon 18:00"],
    &["set", "people.Bo.holidays", "US"],
    &["add", "review", "--title", "Weekly", "--when", "every Sun 21:00", "--owner", "Mia"],
    &["add", "person", "Di", "--roles", "host"],
];

#[test]
fn nothing_is_written_of_days_before_a_plan_was_made() {
    // made today, of a community that began years ago: nobody worked by it before
    let place = Place::with(&long_running("made = 2027-01-20\n"));
    for args in EDITS {
        let said = edit(&place, args);
        assert!(!said.contains("before today"), "{args:?} {said}");
        assert_eq!(place.files(), ["community.toml"], "{args:?}");
    }
    // from then on the past is held, and nothing before it
    let before = place.run("schedule --from 2027-01-20 --to 2027-02-09 --today 2027-02-10 --format csv").out;
    let run = place.run_with(["set", "activities.x.when", "every Tue 18:00", "--today", "2027-02-10"], b"");
    assert!(run.err.contains("before today would have changed"), "{}", run.err);
    assert!(!run.err.contains("does not say when it was made"), "{}", run.err);
    assert_eq!(place.run("schedule --from 2027-01-20 --to 2027-02-09 --today 2027-02-10 --format csv").out, before);
    let roster = place.read("community.roster.csv");
    let days = roster.lines().filter(|line| !line.starts_with('*')).filter_map(|line| line.split(',').nth(2));
    let first = days.filter(|day| day.starts_with("20")).min();
    assert!(first >= Some("2027-01-20"), "{roster}");
}

#[test]
fn init_and_copy_write_the_day_on_which_a_plan_is_made() {
    for args in [
        &["init", "--yes", "--set", "name=Night Owls", "--lang", "en"][..],
        &["init", "--yes", "--template", "reading-club", "--lang", "en"],
        &["init", "--yes", "--template", "reading-club", "--lang", "zh-CN", "--set", "starts=2024-03-01"],
    ] {
        let place = Place::new();
        edit(&place, args);
        let plan = place.read("community.toml");
        assert_eq!(plan.matches("made = 2027-01-20\n").count(), 1, "{args:?} {plan}");
        let copy = ["copy", "--name", "Second", "--starts", "2027-03-01", "-o", "second.toml", "--today", "2027-01-25"];
        let run = place.run_with(copy, b"");
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(place.read("second.toml").matches("made = 2027-01-25\n").count(), 1);
    }
}

#[test]
fn without_the_day_a_plan_is_held_from_its_start_and_for_a_year_at_most() {
    for (starts, first) in [("2026-12-01", "2026-12-03"), ("2024-03-01", "2026-01-22")] {
        let plan = long_running("").replace("2024-03-01", starts);
        let place = Place::with(&plan);
        let range = format!("schedule --from {first} --to 2027-01-19 --today 2027-01-20 --format csv");
        let before = place.run(&range).out;
        let said = edit(&place, &["set", "activities.x.when", "every Mon 18:00"]);
        assert_eq!(place.run(&range).out, before, "{starts}");
        // it says how to go without, and once only
        assert!(said.contains("before today would have changed") && said.contains("qun set made today"), "{said}");
        let again = edit(&place, &["set", "activities.x.when", "every Tue 18:00"]);
        assert!(!again.contains("qun set made today"), "{again}");
        let roster = place.read("community.roster.csv");
        let rows = roster.lines().filter(|line| line.starts_with("t/"));
        assert_eq!(rows.filter_map(|line| line.split(',').nth(2)).min(), Some(first), "{roster}");
        // as it says: one undo each, and the day; then there is nothing to keep
        edit(&place, &["undo"]);
        edit(&place, &["undo"]);
        assert_eq!(place.read("community.toml"), plan);
        assert!(!place.read("community.roster.csv").contains("t/x/"));
        edit(&place, &["set", "made", "today"]);
        let said = edit(&place, &["set", "activities.x.when", "every Mon 18:00"]);
        assert!(!said.contains("before today"), "{said}");
        assert!(!place.read("community.roster.csv").contains("t/x/"));
    }
}
