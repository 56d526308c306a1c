//! A week of a team: what is ticked, recorded, handed over and announced, in the words that people use.

use crate::kit::{Place, Run};

const TEAM: &str = "language = \"en\"\nmade = 2026-11-20\ntime_zone = \"Europe/Berlin\"\n[community]\nid = \"tern\"\nname = \"Tern\"\n\
    [lifecycle]\nstarts = 2021-12-01\n[governance]\nmeeting = \"every Tue 19:00\"\n\
    [[channels]]\nid = \"chat\"\ntitle = \"Chat\"\nplatform = \"discord\"\n\
    [[roles]]\nid = \"host\"\ntitle = \"host\"\n[[people]]\nid = \"ravi\"\nname = \"Ravi\"\nroles = [\"host\"]\n\
    [[people]]\nid = \"dana\"\nname = \"Dana\"\n\
    [[goals]]\nid = \"grow\"\nobjective = \"成员做到600人\"\nmetric = \"growth\"\ntarget = \"600\"\n\
    [[activities]]\nid = \"office\"\ntitle = \"office hours\"\nwhen = \"every Wed 16:00-17:00\"\nowner = \"Ravi\"\nchannels = [\"chat\"]\n\
    steps = [{ id = \"agenda\", at = \"T-1d\", title = \"Write the agenda\" }]\n\
    [[activities]]\nid = \"news\"\ntitle = \"morning news\"\nwhen = \"daily 8:30\"\nowner = \"Dana\"\nchannels = [\"chat\"]\n";

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

#[test]
fn what_was_ticked_today_is_not_ticked_on_another_day() {
    let place = Place::with(TEAM);
    for (words, day) in [("morning", "2026-11-22"), ("agenda", "2026-11-24")] {
        for again in ["", "ticked already"] {
            let run = ok(&place, &["done", words]);
            assert!(run.err.contains(day) && run.err.contains(again), "{words}: {}", run.err);
        }
    }
    assert_eq!(place.read("community.readings.csv").lines().count(), 3, "a head and a line each");
    // what is to be held is not done yet
    ok(&place, &["done", "office hours"]);
    let readings = place.read("community.readings.csv");
    assert!(!readings.contains("office/2026-11-25@"), "{readings}");
}

#[test]
fn several_words_name_what_is_recorded_and_members_are_those_of_the_community() {
    let place = Place::with(TEAM);
    for (words, lines) in [
        (&["record", "office", "hours", "14"][..], ["office hours 2026-11-18", "came 14"]),
        (&["record", "office", "hours", "came", "14", "score", "4.6"], ["office hours 2026-11-18", "score 4.6"]),
        (&["record", "members", "486"], ["成员做到600人", "486"]),
        (&["record", "会员", "486"], ["成员做到600人", "486"]),
        (&["record", "成员做到 600 人", "487"], ["成员做到600人", "487"]),
        (&["record", "messages", "1200"], ["Tern", "messages 1200"]),
    ] {
        let run = ok(&place, &[words, &["--dry-run"]].concat());
        assert!(lines.iter().all(|line| run.err.contains(line)), "{words:?}: {}", run.err);
    }
    let unknown = place.run_with(["record", "nothing", "3"], b"");
    assert!(unknown.code == 2 && unknown.err.contains("成员做到600人"), "goals are named, too: {}", unknown.err);
}

#[test]
fn several_days_are_given_to_somebody_and_taken_back_at_once() {
    let place = Place::with(TEAM);
    ok(&place, &["change", "morning news", "20 Dec-22 Dec", "--person", "Ravi"]);
    assert_eq!(place.read("community.toml").matches("person = \"ravi\"").count(), 3);
    ok(&place, &["undo"]);
    assert_eq!(place.read("community.toml"), TEAM);
    let none = place.run_with(["change", "office hours", "3 Dec-5 Dec", "--cancel"], b"");
    assert!(none.code == 2 && none.err.contains("does not take place from 2026-12-03"), "{}", none.err);
    let other = place.run_with(["change", "office hours", "9 Dec", "--move", "16 Dec"], b"");
    assert!(other.code == 2 && other.err.contains("takes place then anyway"), "{}", other.err);
}

#[test]
fn what_the_calendar_shows_is_explained_and_the_meeting_is_everybodys() {
    let place = Place::with(TEAM);
    for words in ["Write the agenda", "office hours: Write the agenda", "maturity"] {
        ok(&place, &["why", words]);
    }
    assert!(ok(&place, &["why", "Write the agenda"]).out.contains("2026-11-24"));
    for name in ["Ravi", "Dana"] {
        assert!(ok(&place, &["brief", name]).out.contains("19:00"), "{name}");
    }
}

#[test]
fn seats_of_who_leaves_are_open_and_a_new_event_is_announced() {
    let place = Place::with(&TEAM.replace("owner = \"Ravi\"\nchannels = [\"chat\"]", "owner = \"Ravi\""));
    ok(&place, &["publish", "--yes", "--through", "2026-12-31"]);
    ok(&place, &["remove", "Ravi", "--from", "2026-12-15"]);
    let run = ok(&place, &["publish", "--dry-run"]);
    assert!(run.err.contains("Ravi is away"), "{}", run.err);
    ok(&place, &["add", "activity", "--title", "dinner", "--when", "2026-12-18 19:00", "--owner", "Dana"]);
    let run = ok(&place, &["publish", "--dry-run", "--through", "2026-12-31"]);
    assert!(run.out.contains("[To Chat]") && run.out.contains("dinner"), "{}", run.out);
}

#[test]
fn a_review_asks_for_nothing_from_before_the_plan_was_made() {
    for (made, is_asked) in [("2026-11-20", false), ("2026-11-02", true)] {
        let text = TEAM.replace("made = 2026-11-20", &format!("made = {made}"));
        let place = Place::with(&text.replace("id = \"office\"", "id = \"office\"\nexpected = 10"));
        let review = ok(&place, &["review", "--format", "json"]).out;
        let review: serde_json::Value = serde_json::from_str(&review).expect("JSON");
        assert_eq!(review.to_string().contains("office/2026-11-18"), is_asked, "{made}: {review}");
    }
}

#[test]
fn who_all_have_a_role_take_turns_in_it_and_single_events_are_not_taken_over() {
    let place = Place::new();
    let answers = |more: &str| {
        let people = "people = [\"Anke, Ravi, Dana moderators\"]\nchannels = [\"Slack\"]\n\
            activities = [\"Mon 9:00 triage in turns\"]\n";
        format!("format = 1\n[answers]\nname = \"Tern\"\n{people}{more}")
    };
    place.write("answers.toml", answers("").as_bytes());
    ok(&place, &["init", "tern.toml", "--answers", "answers.toml", "--yes", "--lang", "en"]);
    let plan = place.read("tern.toml");
    assert!(plan.contains("owner = \"moderator\"") && !plan.contains("\"team\""), "{plan}");
    let taken = "starter = \"reading-club\"\ntaken_activities = [\"opening\"]\n";
    place.write("answers.toml", answers(taken).as_bytes());
    let run = place.run_with(["init", "club.toml", "--answers", "answers.toml", "--yes", "--lang", "en"], b"");
    assert!(run.code == 2 && run.err.contains("opening"), "{}", run.err);
}

#[test]
fn a_plan_without_a_starter_has_nothing_to_confirm_and_says_so() {
    let place = Place::with(TEAM);
    assert!(ok(&place, &["confirm", "--list"]).err.contains("all of it is your own"));
}
