//! Edits move only what they are about, and say what they break: turns, newcomers, changes of single dates, titles.

use crate::kit::Place;

const ROTA: &str = include_str!("../data/on-call-rota.toml");
const DUTY: &str = include_str!("../data/monday-duty.toml");
const CALL: &str = include_str!("../data/cancelled-call.toml");
const BIRTHDAY: &str = include_str!("../data/lunar-birthday.toml");
const UNTITLED: &str = include_str!("../data/untitled-id.toml");

/// Date and person of each entry in a range.
fn people(place: &Place, range: &str) -> Vec<(String, String)> {
    let run = place.run(&format!("schedule {range} --format csv"));
    let cells = |line: &str| -> Vec<String> { line.split(',').map(str::to_owned).collect() };
    run.out.lines().skip(1).map(cells).map(|cells| (cells[0].clone(), cells[5].clone())).collect()
}

/// A team of so many people in the place of the six, and another rhythm.
fn team(size: usize, when: &str) -> String {
    let head = ROTA.split("[[people]]").next().expect("a head");
    let tail = ROTA.split_once("[[activities]]").expect("an activity").1;
    let people: String = (1..=size).map(|n| format!("[[people]]\nname = \"M{n}\"\nroles = [\"mod\"]\n")).collect();
    format!("{head}{people}[[activities]]{tail}").replace("every 2 weeks on Thu", when)
}

#[test]
fn shifts_go_round_in_order_whatever_the_team_and_the_rhythm() {
    for when in
        ["every 2 weeks on Thu", "every Thu", "1st, 3rd Mon of the month", "odd weeks on Thu", "daily 10:00, 18:00"]
    {
        for size in 2..=8 {
            let place = Place::with(&team(size, when));
            let range = if when.starts_with("daily") {
                "--from 2026-01-01 --to 2026-02-28"
            } else {
                "--from 2026-01-01 --to 2026-12-31"
            };
            let shifts = people(&place, &format!("{range} --today 2026-01-01"));
            assert!(shifts.len() >= 24, "{when}: {}", shifts.len());
            for pair in shifts.windows(size) {
                let mut names: Vec<&str> = pair.iter().map(|(_, name)| name.as_str()).collect();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), size, "{when}, {size} people: {pair:?}");
            }
        }
    }
}

#[test]
fn someone_who_joins_changes_nothing_before_their_first_day() {
    let range = "--from 2026-11-02 --to 2027-02-28 --today 2027-01-05";
    let before = people(&Place::with(DUTY), range);
    for (today, first) in [("2026-11-03", "2026-11-03"), ("2027-01-05", "2027-01-05"), ("2027-02-01", "2027-02-01")] {
        let place = Place::with(DUTY);
        let run = place.run(&format!("add person Di --roles mod --today {today}"));
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(place.read("community.toml").contains(&format!("from = {first}")), "{}", place.read("community.toml"));
        let after = people(&place, range);
        assert!(after.iter().any(|(_, name)| name == "Di"));
        for (old, new) in before.iter().zip(&after).filter(|((day, _), _)| day.as_str() < first) {
            assert_eq!(old, new, "joined {first}");
        }
    }
    // a day that is given is kept, and nobody joins a team of none
    let place = Place::with(DUTY);
    place.run("add person Di --roles mod --from 2027-03-01 --today 2027-01-05");
    let text = place.read("community.toml");
    assert!(text.contains("from = 2027-03-01") && !text.contains("from = 2027-01-05"), "{text}");
}

#[test]
fn new_dates_name_the_changes_that_lose_theirs_and_take_them_along() {
    let held = |place: &Place| {
        let run = place.run("schedule --from 2026-12-21 --to 2026-12-27 --format json --today 2026-12-01");
        let made: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        made["entries"].as_array().expect("entries").iter().filter(|entry| entry["cancelled"] != true).count()
    };
    let set = ["set", "activities.x.when", "every Fri 18:00-19:00", "--today", "2026-12-01"];
    let place = Place::with(CALL);
    let run = place.run_with(set, b"");
    let told = format!("{}{}", run.out, run.err);
    assert!(told.contains("2026-12-24") && told.contains("to move it to 2026-12-25, run qun undo"), "{told}");
    assert_eq!(held(&place), 1);
    let place = Place::with(CALL);
    let run = place.run_with(set.into_iter().chain(["--take-along"]), b"");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(place.read("community.toml").contains("on = 2026-12-25"), "{}", place.read("community.toml"));
    assert_eq!((held(&place), place.run("lint --select file --today 2026-12-01").code), (0, 0));
    // a key that is taken out may take dates away too
    let plan = CALL.replace("every Thu", "every 4 days").replace("owner =", "from = 2026-12-24\nowner =");
    let unset = ["set", "--unset", "activities.x.from", "--today", "2026-12-01"];
    let run = Place::with(&plan).run_with(unset, b"");
    let told = format!("{}{}", run.out, run.err);
    assert!(
        told.contains("the change of x on 2026-12-24 has lost its date")
            && told.contains("then the same command with --take-along"),
        "{told}"
    );
    let place = Place::with(&plan);
    let run = place.run_with(unset.into_iter().chain(["--take-along"]), b"");
    assert!(run.code == 0 && !run.err.contains("lost its date"), "{}", run.err);
    assert_eq!(place.run("lint --select file --today 2026-12-01").code, 0);
    // a week that has no new date has nothing to go to
    let place = Place::with(CALL);
    let run =
        place.run_with(["set", "activities.x.when", "first Fri of the month 18:00", "--today", "2026-12-01"], b"");
    let told = format!("{}{}", run.out, run.err);
    assert!(told.contains("there is none in that week"), "{told}");
}

#[test]
fn a_lunar_birthday_on_the_30th_is_kept_in_short_months() {
    let place = Place::with(BIRTHDAY);
    let days: Vec<String> = people(&place, "--from 2025-01-01 --to 2029-12-31 --today 2026-11-28")
        .into_iter()
        .map(|(day, _)| day)
        .collect();
    // the New Year's Eves, as lunar_python and tyme4rs give them
    assert_eq!(days, ["2025-01-28", "2026-02-16", "2027-02-05", "2028-01-25", "2029-02-12"]);
    let why = place.run("why b --lang en --today 2026-11-28");
    assert!(why.out.contains("on the 29th in the years whose month has only 29 days"), "{}", why.out);
}

#[test]
fn a_new_title_keeps_ticks_and_uids() {
    let place = Place::with(UNTITLED);
    let uid = |place: &Place| {
        let run = place.run("schedule --from 2026-12-02 --to 2026-12-02 --format ics --today 2026-12-01");
        run.out.lines().filter(|line| line.starts_with("UID")).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = uid(&place);
    let list = |place: &Place, name: &str| {
        place.run_with(["checklist", name, "--date", "2026-12-02", "--today", "2026-12-01", "-o", "list.md"], b"")
    };
    assert_eq!(list(&place, "book-table").code, 0);
    let ticked = place.read("list.md").replace("- [ ]", "- [x]");
    place.write("list.md", ticked.as_bytes());
    let run = place.run_with(["set", "activities.Book table.title", "Book evening", "--today", "2026-12-01"], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(list(&place, "Book evening").code, 0);
    let after = place.read("list.md");
    assert!(after.contains("- [x]") && !after.contains("- [ ]"), "{after}");
    assert_eq!(uid(&place), before);
}

#[test]
fn an_edit_takes_effect_from_today_and_one_undo_takes_back_plan_and_roster() {
    let today = ["--today", "2027-01-20"];
    let weekly = CALL.split("[[changes]]").next().expect("a plan");
    let past = |place: &Place| people(place, "--from 2026-12-01 --to 2027-01-19 --today 2027-01-20");
    // in use since September
    let begun =
        "uid,item,original,start,end,zone,lead,staff,status,sequence,published\n*,,2026-09-30,,,,,,,0,2026-09-25\n";
    let in_use = |plan: &str| {
        let place = Place::with(plan);
        place.write("community.roster.csv", begun.as_bytes());
        place
    };
    let place = in_use(weekly);
    let before = past(&place);
    assert_eq!(before.len(), 7);
    let set = ["set", "activities.x.when", "every Fri 18:00-19:00"];
    // looked at only
    let run = place.run_with(set.into_iter().chain(["--dry-run"]).chain(today), b"");
    assert!(run.err.contains("entries before today would change"), "{}", run.err);
    assert_eq!((place.files().len(), place.read("community.roster.csv").as_str()), (2, begun));
    let run = place.run_with(set.into_iter().chain(today), b"");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("kept as before in community.roster.csv"), "{}", run.err);
    assert_eq!(past(&place), before);
    let days = |range: &str| people(&place, range).into_iter().map(|(day, _)| day).collect::<Vec<_>>();
    assert_eq!(days("--from 2027-01-20 --to 2027-01-31 --today 2027-01-20"), ["2027-01-22", "2027-01-29"]);
    // what is held already is not written twice, and stays what it was
    let roster = place.read("community.roster.csv");
    let run = place.run_with(["set", "activities.x.when", "every Mon 18:00-19:00"].into_iter().chain(today), b"");
    assert_eq!((run.code, past(&place)), (0, before.clone()), "{}", run.err);
    assert_eq!(place.read("community.roster.csv"), roster);
    // each edit is one undo
    for _ in 0..2 {
        let run = place.run_with(["undo"].into_iter().chain(today), b"");
        assert_eq!(run.code, 0, "{}", run.err);
    }
    assert_eq!((place.read("community.toml").as_str(), past(&place)), (weekly, before));
    assert!(!place.read("community.roster.csv").contains("@qun"), "{}", place.read("community.roster.csv"));
    // another person from now on; and what is only to come changes no past
    let place = in_use(&weekly.replace("[[activities]]", "[[people]]\nname = \"Bo\"\n[[activities]]"));
    let before = past(&place);
    let run = place.run_with(["set", "activities.x.owner", "Bo"].into_iter().chain(today), b"");
    assert!(run.err.contains("kept as before"), "{}", run.err);
    assert_eq!(past(&place), before);
    let next = people(&place, "--from 2027-01-20 --to 2027-01-31 --today 2027-01-20");
    assert_eq!(next, [("2027-01-21".to_owned(), "Bo".to_owned()), ("2027-01-28".to_owned(), "Bo".to_owned())]);
    let place = in_use(weekly);
    let run = place.run_with(["change", "x", "2027-01-28", "--cancel"].into_iter().chain(today), b"");
    assert_eq!((run.code, place.read("community.roster.csv").as_str()), (0, begun), "{}", run.err);
}

const FAR: &str = "language = \"en\"\ntime_zone = \"America/New_York\"\n[community]\nname = \"Club\"\n[[roles]]\nid = \"mod\"\n\
    [[people]]\nid = \"Anke\"\nroles = [\"mod\"]\ntime_zone = \"Europe/Berlin\"\n\
    [[people]]\nid = \"Meera\"\ntime_zone = \"Asia/Kolkata\"\nholidays = [\"IN-KA\"]\n\
    [[activities]]\nid = \"hours\"\ntitle = \"Office hours\"\nwhen = \"every Tue 11:00-12:00\"\nowner = \"Anke\"\n\
    steps = [{ id = \"remind\", title = \"Remind\", at = \"T-1d 20:00\", role = \"mod\" }]\n\
    [[activities]]\nid = \"triage\"\ntitle = \"Triage\"\nwhen = \"every Mon\"\nlasts = \"7d\"\nowner = \"Meera\"\n\
    [[content]]\nid = \"digest\"\ntitle = \"Digest\"\nwhen = \"every Fri 09:00\"\nowner = \"Meera\"\ntext = \"x\"\n";

#[test]
fn nights_and_days_off_of_steps_posts_and_duties_are_said() {
    let place = Place::with(FAR);
    let lint = place.run("lint --all --format concise --today 2026-12-01").out;
    let of = |name: &str| {
        lint.lines().find(|line| line.contains("off-hours") && line.contains(name)).unwrap_or_default().to_owned()
    };
    assert!(of("Remind").contains("at 02:00 where they live"), "{lint}");
    assert!(of("Digest").contains("a day off where they live") && of("Digest").contains("2026-12-25"), "{lint}");
    assert!(of("Triage").contains("a day off where they live") && of("Triage").contains("2026-12-25"), "{lint}");
    let brief = place.run("brief Anke --from 2026-12-01 --to 2026-12-14 --today 2026-12-01");
    let brief = if brief.code == 0 { brief } else { place.run("brief Anke --today 2026-12-07") };
    assert!(brief.out.contains("02:00 at night for Anke"), "{} {}", brief.out, brief.err);
    let today = place.run("today Meera --today 2026-12-25");
    assert!(today.out.contains("a day off for Meera"), "{} {}", today.out, today.err);
    // where someone else is awake, they do it
    let two = format!("{FAR}[[people]]\nid = \"Dana\"\nroles = [\"mod\"]\ntime_zone = \"America/New_York\"\n");
    let lint = Place::with(&two).run("lint --all --format concise --today 2026-12-01").out;
    assert!(!lint.lines().any(|line| line.contains("off-hours") && line.contains("Remind")), "{lint}");
}

#[test]
fn dates_need_no_quotes_and_two_of_them_are_a_move() {
    for words in [
        &["12月8日", "12月10日"][..],
        &["12月8日", "改到12月10日"],
        &["Dec", "8", "Dec", "10"],
        &["Dec", "8", "to", "Dec", "10"],
        &["Dec", "8", "--move", "Dec", "10"],
        &["12-08", "--to", "12-10"],
    ] {
        let place = Place::with(FAR);
        let run =
            place.run_with(["change", "hours"].iter().chain(words).chain(&["--today", "2026-12-01"]).copied(), b"");
        assert_eq!(run.code, 0, "{words:?} {}", run.err);
        let text = place.read("community.toml");
        assert!(text.contains("on = 2026-12-08\nmove_to = 2026-12-10"), "{words:?} {text}");
    }
    let place = Place::with(FAR);
    let run = place.run_with(["change", "hours", "Dec", "8", "--today", "2026-12-01"], b"");
    assert!(run.code == 2 && run.err.contains("qun change hours \"Dec 8\" --move"), "{}", run.err);
    for words in [&["hours", "2026-12-08"][..], &["Office", "hours", "Dec", "8"]] {
        let run = place.run_with(["why"].iter().chain(words).chain(&["--today", "2026-12-01"]).copied(), b"");
        assert!(run.code == 0 && run.out.contains("2026-12-08"), "{words:?} {} {}", run.out, run.err);
    }
    let run = place.run_with(["publish", "--through", "Dec", "31", "--yes", "--today", "2026-12-01"], b"");
    assert!(run.code == 0 && run.err.contains("2026-12-31"), "{}", run.err);
    // everyone is told in their own time, a channel in everyone's
    place.run_with(["change", "hours", "Dec", "8", "--move", "15:00", "--today", "2026-12-01"], b"");
    let run = place.run_with(["publish", "--yes", "--today", "2026-12-01"], b"");
    assert!(
        run.out.contains("[To Anke]\nThe schedule has changed (Berlin time):") && run.out.contains("moves to 21:00"),
        "{}",
        run.out
    );
    // late in a month the next one is what is ahead
    let run = place.run_with(["schedule", "--today", "2026-12-26"], b"");
    assert!(run.err.contains("--month 2026-12") && run.out.contains("January 2027"), "{} {}", run.out, run.err);
    // a day is written as all others are
    place.run_with(
        ["add", "activity", "--title", "Party", "--when", "12/21/2026 8pm", "--owner", "Anke", "--today", "2026-12-01"],
        b"",
    );
    assert!(place.read("community.toml").contains("when = \"2026-12-21 20:00\""), "{}", place.read("community.toml"));
    let run = place.run_with(["set", "people.Anke.time_zone", "EST", "--today", "2026-12-01"], b"");
    assert!(run.err.contains("qun set people.Anke.time_zone America/New_York"), "{}", run.err);
    let run = place.run("lint --select schedule/fixed-offset-zone --today 2026-12-01");
    assert!(run.out.contains("EST never changes to summer time"), "{}", run.out);
    // what may mean several is refused with all of them
    let run = place.run_with(["set", "time_zone", "IST", "--today", "2026-12-01"], b"");
    assert!(run.err.contains("did you mean Asia/Kolkata, Asia/Jerusalem, Europe/Dublin?"), "{}", run.err);
    for (typed, near) in [("ZZ", "ZA, ZM, ZW"), ("Germny", "DE"), ("US-ZZ", "US"), ("USB", "US"), ("Bayren", "DE-BY")] {
        let run = place.run_with(["set", "holidays", typed, "--today", "2026-12-01"], b"");
        assert!(run.err.contains(&format!("did you mean {near}")), "{typed}: {}", run.err);
    }
    let run = place.run_with(["set", "holidays", "Xanadu", "--today", "2026-12-01"], b"");
    assert!(!run.err.contains("did you mean") && run.err.contains("qun explain holidays"), "{}", run.err);
}

#[test]
fn the_plan_may_stand_behind_the_words_of_an_option() {
    let place = Place::new();
    place.write("club.toml", CALL.split("[[changes]]").next().expect("a plan").as_bytes());
    let today = ["--today", "2026-12-01"];
    let run = |args: &[&str]| place.run_with(args.iter().copied().chain(today), b"");
    let moved = run(&["change", "x", "2026-12-31", "--move", "2027-01-02T10:00", "club.toml"]);
    assert_eq!(moved.code, 0, "{}", moved.err);
    let again = run(&["change", "x", "2026-12-31", "--move", "Jan", "3", "11:00", "club.toml"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(place.read("club.toml").contains("move_to = 2027-01-03T11:00:00"), "{}", place.read("club.toml"));
    let copied = run(&["copy", "--name", "North", "-o", "north.toml", "--starts", "Feb", "2027", "club.toml"]);
    assert_eq!(copied.code, 0, "{}", copied.err);
    assert!(place.read("north.toml").contains("starts = 2027-02-01"));
    // and why shows of a day only what was asked about
    let why = run(&["why", "x", "2026-12-31", "club.toml"]);
    assert!(why.out.contains("moved to"), "{}", why.out);
}

#[test]
fn who_could_take_what_nobody_covers_is_named_with_a_command_that_does_it() {
    let club = "language = \"en\"\n[community]\nname = \"Club\"\n[[roles]]\nid = \"host\"\n\
        [[people]]\nname = \"Ann\"\nroles = [\"host\"]\n[[people]]\nname = \"Bo Lee\"\nroles = [\"host\"]\n[[people]]\nname = \"Cy\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\nowner = \"Ann\"\n";
    let place = Place::with(club);
    let run = place.run("away Ann 2026-12-09");
    let quote = if cfg!(windows) { '"' } else { '\'' };
    let command = format!("qun change talk 2026-12-09 --person {quote}Bo Lee{quote}");
    assert!(run.err.contains(&format!("could be done by Bo Lee, for example {command}")), "{}", run.err);
    let run = place.run_with(["change", "talk", "2026-12-09", "--person", "Bo Lee"], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(place.run("schedule --from 2026-12-09 --to 2026-12-09").out.contains("Bo Lee"));
}
