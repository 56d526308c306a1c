//! `qun publish`: what is announced holds still, and what changed since is said to whom it concerns.

use crate::kit::{Place, Run};

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nid = \"club\"\nname = \"Club\"\n[[roles]]\nid = \"host\"\n\
    [[people]]\nname = \"Ana\"\nroles = [\"host\"]\n[[people]]\nname = \"Ben\"\nroles = [\"host\"]\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n\
    [[channels]]\nid = \"general\"\ntitle = \"Lounge\"\n\
    [[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"host\"\nchannels = [\"general\"]\nremind = [\"1d\", \"30m\"]\n\
    steps = [{ id = \"invite\", at = \"T-2d 12:00\", title = \"Invite\", role = \"host\" }]\n\
    [[activities]]\nid = \"walk\"\ntitle = \"Walk\"\nwhen = \"every Sat 10:00-11:00\"\nowner = \"host\"\nchannels = [\"general\"]\n";

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

/// A club whose calendar is published until the end of the year.
fn published() -> Place {
    let place = Place::with(CLUB);
    ok(&place, &["publish", "--through", "2026-12-31", "--yes"]);
    place
}

fn roster(place: &Place) -> String {
    place.read("community.roster.csv")
}

/// The row of a UID.
fn row(place: &Place, uid: &str) -> String {
    let roster = roster(place);
    let row = roster.lines().find(|line| line.starts_with(&format!("club/{uid}@qun,")));
    row.unwrap_or_else(|| panic!("{uid}\n{roster}")).to_owned()
}

/// Date, time, title and person of December.
fn december(place: &Place) -> Vec<String> {
    let json = ok(place, &["schedule", "--month", "2026-12", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let text = |entry: &serde_json::Value, key: &str| entry[key].as_str().unwrap_or("-").to_owned();
    let entries = json["entries"].as_array().expect("entries").iter();
    entries
        .map(|entry| format!("{} {} {}", text(entry, "start"), text(entry, "title"), text(entry, "person")))
        .collect()
}

#[test]
fn the_first_time_everything_is_written_and_a_second_time_nothing_is_new() {
    let place = published();
    let text = roster(&place);
    assert!(
        text.starts_with(
            "\u{feff}uid,item,original,start,end,zone,lead,staff,status,sequence,published\n*,,2026-12-31,"
        ),
        "{text}"
    );
    let expected = "club/call/2026-12-03@qun,call,2026-12-03,2026-12-03T18:00,2026-12-03T19:00,Europe/London,Ana,,confirmed,0,2026-11-22";
    assert_eq!(row(&place, "call/2026-12-03"), expected);
    let run = ok(&place, &["publish", "--yes"]);
    assert_eq!((run.out.as_str(), run.err.trim()), ("", "nothing has changed since it was published"));
    assert_eq!(roster(&place), text);
    // more days are only added
    let run = ok(&place, &["publish", "--through", "next month", "--dry-run"]);
    assert!(run.err.contains("would be published through 2026-12-31: 0 new, 0 changed"), "{}", run.err);
    let run = ok(&place, &["publish", "--through", "2027-01-31", "--yes"]);
    assert!(run.out.is_empty() && run.err.contains("13 new, 0 changed"), "{} {}", run.out, run.err);
    assert!(roster(&place).lines().skip(2).all(|line| line.contains(",0,2026-11-22")));
    assert_eq!(place.run("publish --through 2026-12-01 --yes").code, 2, "what is published is not taken back");
    assert_eq!(place.run("publish --through 2026-11-01 --yes").code, 2, "the past is not published");
}

#[test]
fn nothing_is_published_without_a_word() {
    let place = Place::with(CLUB);
    let run = place.run("publish");
    assert_eq!((run.code, place.files().len()), (2, 1), "{}", run.err);
    assert!(run.err.contains("--yes"), "{}", run.err);
    let run = place.run("publish --dry-run");
    assert_eq!((run.code, place.files().len()), (0, 1), "{}", run.err);
    assert!(run.err.contains("through 2026-12-31"), "to the end of the next month: {}", run.err);
    assert_eq!(place.run_with(["publish", "-", "--yes"], CLUB.as_bytes()).code, 2);
}

#[test]
fn other_edits_leave_what_is_published() {
    let place = published();
    let before = december(&place);
    ok(&place, &["add", "person", "--name", "Dee", "--roles", "host"]);
    ok(
        &place,
        &[
            "add",
            "activity",
            "--title",
            "Quiz",
            "--when",
            "every Thu 18:00-19:00",
            "--owner",
            "host",
            "--channels",
            "general",
        ],
    );
    let after: Vec<String> = december(&place).into_iter().filter(|line| !line.contains("Quiz")).collect();
    assert_eq!(after, before);
    let run = ok(&place, &["away", "Ana", "2026-12-08..12-14"]);
    let changed: Vec<String> =
        december(&place).into_iter().filter(|line| !line.contains("Quiz") && !before.contains(line)).collect();
    let theirs = before
        .iter()
        .filter(|line| line.ends_with("Ana") && ("2026-12-08".."2026-12-15").contains(&line.as_str()))
        .count();
    assert_eq!(changed.len(), theirs, "{changed:?}");
    assert!(run.err.contains("from what was published: qun publish shows what to announce"), "{}", run.err);
}

#[test]
fn what_changed_is_said_to_channels_and_people() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--move", "2026-12-11T20:00", "--reason", "power cut"]);
    ok(&place, &["change", "call", "2026-12-17", "--cancel"]);
    let who = row(&place, "walk/2026-12-12").split(',').nth(6).expect("a lead").to_owned();
    let other = if who == "Ana" { "Ben" } else { "Ana" };
    ok(&place, &["change", "walk", "2026-12-12", "--person", other]);
    let dry = ok(&place, &["publish", "--dry-run"]).out;
    let run = ok(&place, &["publish", "--yes"]);
    assert_eq!(run.out, dry);
    let channel = run.out.split("\n\n").next().expect("a message");
    let expected = format!(
        "[To Lounge]\nThe schedule has changed (London time):\n- Call on Thu 10 Dec, 18:00 moves to Fri 11 Dec, 20:00 (power cut)\n\
         - Walk on Sat 12 Dec, 10:00: {other} instead of {who}\n- Call on Thu 17 Dec, 18:00 is cancelled"
    );
    assert_eq!(channel, expected);
    let of = |name: &str| {
        let head = format!("[To {name}]");
        run.out
            .split("\n\n")
            .find(|message| message.starts_with(&head))
            .unwrap_or_else(|| panic!("{name}\n{}", run.out))
    };
    assert!(
        of(&who).contains(&format!("Walk on Sat 12 Dec, 10:00: you are not needed this time; {other} takes over")),
        "{}",
        run.out
    );
    assert!(
        of(other).contains(&format!("Walk on Sat 12 Dec, 10:00: it is yours now, instead of {who}")),
        "{}",
        run.out
    );
    assert!(run.out.contains("Call: Invite on Tue 15 Dec, 12:00 is cancelled"), "{}", run.out);
    let moved = row(&place, "call/2026-12-10");
    assert!(moved.contains("2026-12-11T20:00,2026-12-11T21:00") && moved.contains(",confirmed,1,"), "{moved}");
    assert!(row(&place, "call/2026-12-17").contains(",cancelled,1,"));
    assert!(ok(&place, &["publish", "--yes"]).out.is_empty(), "said once");
    // and in Chinese
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--move", "2026-12-11T20:00"]);
    let run = ok(&place, &["publish", "--dry-run", "--lang", "zh-CN"]);
    assert!(
        run.out.contains("[发给 Lounge]\n日程有变（伦敦时间）：\n- 12月10日周四 18:00 的Call改到 12月11日周五 20:00"),
        "{}",
        run.out
    );
}

#[test]
fn another_time_waits_for_an_answer() {
    let set = ["set", "activities.call.when", "every Thu 19:00-20:00"];
    for (answer, expected) in [
        ("keep", "2026-12-03T18:00,2026-12-03T19:00,Europe/London,Ana,,confirmed,0"),
        ("move", "2026-12-03T19:00,2026-12-03T20:00,Europe/London,Ana,,confirmed,1"),
        ("cancel", "2026-12-03T18:00,2026-12-03T19:00,Europe/London,Ana,,cancelled,1"),
    ] {
        let place = published();
        let before = december(&place);
        let run = ok(&place, &set);
        assert!(run.err.contains("published dates stay as announced"), "{}", run.err);
        assert_eq!(december(&place), before);
        let run = ok(&place, &["publish", "--yes", "--if-changed", answer]);
        assert!(run.err.contains("Call  2026-12-03 Thu 18:00 → 2026-12-03 Thu 19:00"), "{}", run.err);
        assert!(row(&place, "call/2026-12-03").contains(expected), "{answer}: {}", roster(&place));
        assert_eq!(roster(&place).matches("/call/2026-12-").count(), 10, "{answer}: no date is there twice");
    }
}

#[test]
fn other_days_keep_their_names_where_they_move() {
    let place = published();
    ok(&place, &["set", "activities.call.when", "every Fri 18:00-19:00"]);
    assert!(
        december(&place)
            .iter()
            .all(|line| !line.contains(" Call ") || line.starts_with("2026-12-03") || !line.starts_with("2026-12-04"))
    );
    let before = roster(&place);
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.err.contains("they stay as published; add --if-changed move"), "{}", run.err);
    assert!(before.lines().all(|line| roster(&place).contains(line)), "without an answer nothing moves");
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert!(row(&place, "call/2026-12-03").contains("call,2026-12-04,2026-12-04T18:00"), "{}", roster(&place));
    let calls: Vec<String> = december(&place).into_iter().filter(|line| line.contains(" Call ")).collect();
    assert_eq!(
        calls.iter().map(|line| &line[..10]).collect::<Vec<_>>(),
        ["2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"]
    );
    assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
}

#[test]
fn a_date_moves_to_the_nearest_new_one_also_to_an_earlier() {
    let place = published();
    ok(&place, &["set", "activities.call.when", "every Wed 18:00-19:00"]);
    let held: Vec<String> = december(&place).into_iter().filter(|line| line.contains(" Call ")).collect();
    assert!(
        held.iter().all(|line| !line.starts_with("2026-12-02")),
        "new days begin after what is published: {held:?}"
    );
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    for (old, new) in [("2026-12-03", "2026-12-02"), ("2026-12-10", "2026-12-09"), ("2026-12-31", "2026-12-30")] {
        assert!(row(&place, &format!("call/{old}")).contains(&format!("call,{new},{new}T18:00")), "{}", roster(&place));
    }
}

/// What is written for the first time is known by the same path afterwards, whatever way led there.
#[cfg(unix)]
#[test]
fn an_edit_by_hand_is_a_change_behind_a_linked_folder() {
    let place = Place::new();
    place.write("real/club.toml", CLUB.as_bytes());
    std::os::unix::fs::symlink(place.path("real"), place.path("link")).expect("a link");
    ok(&place, &["publish", "link/club.toml", "--through", "2026-12-31", "--yes"]);
    let by_hand = place.read("real/club.roster.csv").replace("2026-12-10T18:00,", "2026-12-10T17:00,");
    place.write("real/club.roster.csv", by_hand.as_bytes());
    let run = ok(&place, &["publish", "link/club.toml", "--yes"]);
    assert!(run.out.contains("Call on Thu 10 Dec, 18:00 moves to 17:00"), "{} {}", run.out, run.err);
}

#[test]
fn an_edit_by_hand_is_a_change() {
    let place = published();
    let who = row(&place, "walk/2026-12-12").split(',').nth(6).expect("a lead").to_owned();
    let other = if who == "Ana" { "Ben" } else { "Ana" };
    let by_hand = roster(&place)
        .replace("2026-12-10T18:00,2026-12-10T19:00", "2026-12-10T17:00,2026-12-10T18:30")
        .replace(&format!("2026-12-12T11:00,Europe/London,{who}"), &format!("2026-12-12T11:00,Europe/London,{other}"));
    place.write("community.roster.csv", by_hand.as_bytes());
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.out.starts_with("[To Lounge]\n"), "{}", run.out);
    assert!(run.out.contains("Call on Thu 10 Dec, 18:00 moves to 17:00"), "{}", run.out);
    assert!(run.out.contains(&format!("Walk on Sat 12 Dec, 10:00: {other} instead of {who}")), "{}", run.out);
    assert!(!run.err.contains("different in the plan"), "it is a change, no doubt: {}", run.err);
    let changed = row(&place, "call/2026-12-10");
    assert!(changed.contains("2026-12-10T17:00,2026-12-10T18:30") && changed.contains(",confirmed,1,"), "{changed}");
    assert!(row(&place, "walk/2026-12-12").contains(&format!("Europe/London,{other},,confirmed,1,")));
    // it stays, and is told once
    let text = roster(&place);
    assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
    assert_eq!(roster(&place), text);
    // a row that is deleted is cancelled, with its steps
    let line = row(&place, "call/2026-12-17");
    let without = text.replace(&format!("{line}\r\n"), "").replace(&format!("{line}\n"), "");
    assert_ne!(without, text);
    place.write("community.roster.csv", without.as_bytes());
    let run = ok(&place, &["publish", "--yes"]);
    assert!(
        run.out.starts_with("[To Lounge]\n") && run.out.contains("Call on Thu 17 Dec, 18:00 is cancelled"),
        "{}",
        run.out
    );
    assert!(row(&place, "call/2026-12-17").contains(",cancelled,1,"), "{}", roster(&place));
    assert!(row(&place, "call/2026-12-17/invite").contains(",cancelled,1,"), "{}", roster(&place));
    let text = roster(&place);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert_eq!((run.out.as_str(), run.err.trim()), ("", "nothing has changed since it was published"));
    assert_eq!(roster(&place), text);
    // what others write meanwhile does not hide it, and an answer about something else does not undo it
    let by_hand = roster(&place).replace("2026-12-24T18:00,2026-12-24T19:00", "2026-12-24T16:00,2026-12-24T17:00");
    place.write("community.roster.csv", by_hand.as_bytes());
    ok(&place, &["set", "activities.walk.when", "every Sat 11:00-12:00"]);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert!(run.out.contains("Call on Thu 24 Dec, 18:00 moves to 16:00"), "{}", run.out);
    assert!(row(&place, "call/2026-12-24").contains("T16:00,2026-12-24T17:00,Europe/London"), "{}", roster(&place));
    assert!(row(&place, "walk/2026-12-26").contains("T11:00"), "{}", roster(&place));
}

#[test]
fn an_answer_is_remembered() {
    for (answer, held) in [("keep", "confirmed"), ("cancel", "cancelled")] {
        let place = published();
        ok(&place, &["set", "activities.call.when", "every Fri 18:00-19:00"]);
        ok(&place, &["publish", "--yes", "--if-changed", answer]);
        let calls = |place: &Place| -> Vec<String> {
            roster(place).lines().filter(|line| line.starts_with("club/call/2026-12-")).map(str::to_owned).collect()
        };
        let before = calls(&place);
        assert!(before.iter().all(|line| line.contains(&format!(",{held},"))), "{before:?}");
        assert!(before.iter().all(|line| !line.contains(",call,2026-12-04")), "new days begin later: {before:?}");
        let run = ok(&place, &["publish", "--yes"]);
        assert_eq!((run.out.as_str(), run.err.trim()), ("", "nothing has changed since it was published"));
        ok(&place, &["set", "activities.walk.when", "every Sat 11:00-12:00"]);
        ok(&place, &["publish", "--yes", "--if-changed", "move"]);
        assert_eq!(calls(&place), before, "another answer is about something else");
        assert!(row(&place, "walk/2026-12-26").contains("T11:00"));
    }
}

#[test]
fn dates_that_are_added_are_asked_about_once() {
    let place = published();
    let run = ok(&place, &["set", "activities.call.when", "every Tue, Thu 18:00-19:00"]);
    assert!(run.err.contains("new dates among the published ones left out for now"), "{}", run.err);
    assert!(!run.err.contains("as announced although"), "{}", run.err);
    assert!(ok(&place, &["publish", "--yes"]).err.contains("new in the plan"));
    ok(&place, &["publish", "--yes", "--if-changed", "keep"]);
    let run = ok(&place, &["publish", "--yes"]);
    assert_eq!((run.out.as_str(), run.err.trim()), ("", "nothing has changed since it was published"));
}

#[test]
fn days_that_are_added_begin_after_what_is_published() {
    let place = published();
    let before = december(&place);
    let run = ok(&place, &["set", "activities.call.when", "every Mon, Thu 18:00-19:00"]);
    assert!(run.err.contains("new dates among the published ones left out for now"), "{}", run.err);
    assert_eq!(december(&place), before);
    assert!(ok(&place, &["schedule", "--month", "2027-01"]).out.contains("Mon 04 Jan"));
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.err.contains("6 dates are new in the plan among the published ones, and left out"), "{}", run.err);
    assert_eq!(december(&place), before);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert!(run.out.contains("new: Call on Mon 7 Dec, 18:00"), "{}", run.out);
    assert!(row(&place, "call/2026-12-07").contains(",confirmed,0,"), "{}", roster(&place));
}

#[test]
fn the_nearest_dates_become_each_other() {
    let place = Place::with(&CLUB.replace("every Thu 18:00-19:00", "every Mon, Thu 18:00-19:00"));
    ok(&place, &["publish", "--through", "2026-12-31", "--yes"]);
    ok(&place, &["set", "activities.call.when", "every Wed 18:00-19:00"]);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    for (old, new) in [("2026-11-26", "2026-11-25"), ("2026-12-03", "2026-12-02"), ("2026-12-17", "2026-12-16")] {
        assert!(row(&place, &format!("call/{old}")).contains(&format!("call,{new},{new}T18:00")), "{}", roster(&place));
    }
    assert!(row(&place, "call/2026-12-07").contains(",cancelled,1,"), "{}", roster(&place));
    // members hear of it where the call is
    assert!(!run.out.contains("every channel"), "{}", run.out);
}

#[test]
fn changes_go_with_dates_that_move() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-03", "--cancel"]);
    ok(&place, &["change", "call", "2026-12-10", "--person", "Cy"]);
    ok(&place, &["set", "activities.call.when", "every Tue 18:00-19:00"]);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert!(
        row(&place, "call/2026-12-03").contains("call,2026-12-01,")
            && row(&place, "call/2026-12-03").contains(",cancelled,"),
        "{}",
        roster(&place)
    );
    assert!(!run.out.contains("new: Call on Tue 1 Dec"), "{}", run.out);
    let moved = row(&place, "call/2026-12-10");
    assert!(moved.contains("call,2026-12-08,2026-12-08T18:00") && moved.contains("Europe/London,Cy,"), "{moved}");
    assert!(
        !place.run("lint --select file/change-of-nothing").out.contains("does not occur"),
        "{}",
        place.run("lint").out
    );
    assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
}

#[test]
fn a_change_is_found_however_often_its_date_moves() {
    let place = published();
    ok(&place, &["set", "activities.call.when", "every Tue 18:00-19:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    ok(&place, &["change", "call", "2026-12-15", "--person", "Cy"]);
    for (when, days) in [
        ("every Mon 18:00-19:00", ["2026-12-14", "2026-12-15"]),
        ("every Wed 18:00-19:00", ["2026-12-16", "2026-12-14;2026-12-15"]),
    ] {
        ok(&place, &["set", "activities.call.when", when]);
        ok(&place, &["publish", "--yes", "--if-changed", "move"]);
        let moved = row(&place, "call/2026-12-17");
        let [day, before] = days;
        assert!(moved.contains(&format!("call,{day},{day}T18:00")) && moved.contains("London,Cy,"), "{moved}");
        assert!(moved.ends_with(&format!(",{before}")), "{moved}");
        let run = place.run("lint --select file/change-of-nothing");
        assert!(!run.out.contains("does not occur"), "{}", run.out);
        assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
    }
}

#[test]
fn a_time_by_hand_against_a_change_of_the_plan_is_refused_aloud() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--to", "2026-12-11 18:00"]);
    ok(&place, &["publish", "--yes"]);
    let by_hand = roster(&place).replace("2026-12-11T18:00,2026-12-11T19:00", "2026-12-12T18:00,2026-12-12T19:00");
    place.write("community.roster.csv", by_hand.as_bytes());
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.err.contains("Call: the edit by hand is not used, as a change in the plan has it"), "{}", run.err);
    assert!(row(&place, "call/2026-12-10").contains("2026-12-11T18:00"), "{}", roster(&place));
}

#[test]
fn a_step_that_was_deleted_by_hand_is_cancelled() {
    let place = published();
    let line = row(&place, "call/2026-12-10/invite");
    place.write("community.roster.csv", roster(&place).replace(&format!("{line}\n"), "").as_bytes());
    let run = ok(&place, &["publish", "--yes"]);
    assert!(row(&place, "call/2026-12-10/invite").contains(",cancelled,1,"), "{}", roster(&place));
    assert!(row(&place, "call/2026-12-10").contains(",confirmed,0,"), "{}", roster(&place));
    assert!(run.out.contains("Call: Invite"), "{}", run.out);
    assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
}

#[test]
fn who_stands_in_leaves_the_others() {
    let club = CLUB.replace(
        "owner = \"host\"\nchannels = [\"general\"]\nremind",
        "owner = \"host\"\nstaff = [{ role = \"host\", count = 2 }]\nchannels = [\"general\"]\nremind",
    );
    let place = Place::with(&club);
    ok(&place, &["publish", "--through", "2026-12-31", "--yes"]);
    let cell = |nth: usize| row(&place, "call/2026-12-10").split(',').nth(nth).expect("a cell").to_owned();
    let (lead, helper) = (cell(6), cell(7));
    let other =
        ["Ana", "Ben", "Cy"].into_iter().find(|name| *name != lead && !helper.ends_with(name)).expect("a third");
    ok(&place, &["change", "call", "2026-12-10", "--person", other]);
    let run = ok(&place, &["publish", "--yes"]);
    assert_eq!((cell(6).as_str(), cell(7)), (other, helper), "{}", run.out);
    // the date stays without an answer, and so do its people
    ok(&place, &["set", "activities.call.when", "every Tue 18:00-19:00"]);
    let before = roster(&place);
    let run = ok(&place, &["publish", "--yes"]);
    assert!(before.lines().all(|line| roster(&place).contains(line)), "{}", run.out);
}

#[test]
fn what_is_cancelled_stays_cancelled_where_days_move() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-03", "--cancel"]);
    let by_hand = roster(&place).replace(
        &row(&place, "call/2026-12-10"),
        &row(&place, "call/2026-12-10").replace(",confirmed,", ",cancelled,"),
    );
    place.write("community.roster.csv", by_hand.as_bytes());
    ok(&place, &["publish", "--yes"]);
    ok(&place, &["set", "activities.call.when", "every Tue 18:00-19:00"]);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    for uid in ["call/2026-12-03", "call/2026-12-10"] {
        assert!(row(&place, uid).contains(",cancelled,"), "{uid}: {}", roster(&place));
    }
    assert!(!run.out.contains("new: ") && !run.out.contains("after all"), "{}", run.out);
    assert!(row(&place, "call/2026-12-17").contains("call,2026-12-15,2026-12-15T18:00"), "{}", roster(&place));
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert_eq!((run.out.as_str(), run.err.trim()), ("", "nothing has changed since it was published"));
    // and where only the hour changes
    ok(&place, &["set", "activities.call.when", "every Tue 20:00-21:00"]);
    let run = ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert!(!run.out.contains("after all"), "{}", run.out);
}

#[test]
fn another_zone_is_another_time_or_none() {
    let place = published();
    let line = row(&place, "call/2026-12-10");
    let edited = |zone: &str, times: &str| {
        let to = line.replace("2026-12-10T18:00,2026-12-10T19:00,Europe/London", &format!("{times},{zone}"));
        place.write("community.roster.csv", roster(&place).replace(&line, &to).as_bytes());
        let out = ok(&place, &["publish", "--dry-run"]).out;
        place.write("community.roster.csv", roster(&place).replace(&to, &line).as_bytes());
        out
    };
    let berlin = "Europe/Berlin";
    assert!(edited(berlin, "2026-12-10T18:00,2026-12-10T19:00").contains("Call on Thu 10 Dec, 18:00 moves to 17:00"));
    assert_eq!(edited(berlin, "2026-12-10T19:00,2026-12-10T20:00"), "", "the same moment is no news");
}

#[test]
fn no_sequence_falls_where_an_edit_by_hand_is_kept() {
    let place = published();
    ok(&place, &["set", "activities.call.when", "every Thu 19:00-20:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    let line = row(&place, "walk/2026-12-19");
    let by_hand = roster(&place).replace(&line, &line.replace(",confirmed,", ",cancelled,"));
    place.write("community.roster.csv", by_hand.as_bytes());
    ok(&place, &["undo"]);
    assert!(
        row(&place, "call/2026-12-10").contains("T18:00") && row(&place, "call/2026-12-10").contains(",confirmed,2,")
    );
    assert!(row(&place, "walk/2026-12-19").contains(",cancelled,"));
}

#[test]
fn who_cannot_do_it_is_refused_aloud() {
    let place = Place::with(&format!("{CLUB}[[people]]\nname = \"Dee\"\n"));
    ok(&place, &["publish", "--through", "2026-12-31", "--yes"]);
    let who = row(&place, "walk/2026-12-12").split(',').nth(6).expect("a lead").to_owned();
    let by_hand =
        roster(&place).replace(&format!("2026-12-12T11:00,Europe/London,{who}"), "2026-12-12T11:00,Europe/London,Dee");
    place.write("community.roster.csv", by_hand.as_bytes());
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.err.contains(&format!("those written by hand cannot do it, so it stays with {who}")), "{}", run.err);
    assert!(row(&place, "walk/2026-12-12").contains(&format!("Europe/London,{who},")), "{}", roster(&place));
}

#[test]
fn who_stands_in_takes_the_steps_too() {
    let place = published();
    let who = row(&place, "call/2026-12-10").split(',').nth(6).expect("a lead").to_owned();
    assert!(row(&place, "call/2026-12-10/invite").contains(&format!("Europe/London,{who},")));
    let other = if who == "Cy" { "Ana" } else { "Cy" };
    ok(&place, &["change", "call", "2026-12-10", "--person", other]);
    let run = ok(&place, &["publish", "--yes"]);
    assert!(
        row(&place, "call/2026-12-10/invite").contains(&format!("Europe/London,{other},,confirmed,1,")),
        "{}",
        roster(&place)
    );
    assert!(
        run.out.contains(&format!("Call: Invite on Tue 8 Dec, 12:00: it is yours now, instead of {who}")),
        "{}",
        run.out
    );
    // what has been stays with who did it
    ok(&place, &["undo"]);
    ok(&place, &["undo"]);
    ok(&place, &["change", "call", "2026-12-10", "--person", other, "--today", "2026-12-09"]);
    ok(&place, &["publish", "--yes", "--today", "2026-12-09"]);
    assert!(row(&place, "call/2026-12-10/invite").contains(&format!("Europe/London,{who},")), "{}", roster(&place));
    assert!(row(&place, "call/2026-12-10").contains(&format!("Europe/London,{other},")));
}

#[test]
fn who_is_changed_does_not_hide_that_the_time_is_another() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--person", "Cy"]);
    ok(&place, &["set", "activities.call.when", "every Thu 19:00-20:00"]);
    let run = ok(&place, &["publish", "--dry-run"]);
    assert!(run.err.contains("Call  2026-12-10 Thu 18:00 → 2026-12-10 Thu 19:00"), "{}", run.err);
}

#[test]
fn a_change_of_a_published_date_stays_with_it() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--cancel"]);
    ok(&place, &["publish", "--yes"]);
    let run = ok(&place, &["set", "activities.call.when", "every Wed 18:00-19:00", "--take-along"]);
    assert!(place.read("community.toml").contains("on = 2026-12-10"), "{}\n{}", run.err, place.read("community.toml"));
    assert!(!run.err.contains("lost its date"), "{}", run.err);
    assert!(!place.run("lint --select schedule/change-of-nothing").out.contains("schedule/change-of-nothing"));
    assert!(!december(&place).iter().any(|line| line.contains("2026-12-10") && !line.contains("Invite")));
}

#[test]
fn what_no_item_or_day_of_the_plan_is_behind_is_found() {
    let place = published();
    let text = roster(&place);
    place.write("community.roster.csv", text.replace(",call,2026-12-10,", ",cal,2026-12-10,").as_bytes());
    let run = place.run("lint --select file/roster-name");
    assert!(
        run.out.contains("the plan has no item called \"cal\"") && run.out.contains("did you mean call?"),
        "{}",
        run.out
    );
    place.write("community.roster.csv", text.replace(",call,2026-12-10,", ",call,2026-12-11,").as_bytes());
    let run = place.run("lint --select file/roster");
    assert!(run.out.contains("`original` is 2026-12-11, but the UID belongs to 2026-12-10"), "{}", run.out);
    // nor is what was removed a typo
    place.write("community.roster.csv", text.as_bytes());
    ok(&place, &["remove", "activity", "call"]);
    assert!(!place.run("lint --select file/roster-name").out.contains("roster-name"));
    ok(&place, &["undo"]);
    // after a new id, and after a move to other days, both are as they should be
    place.write("community.roster.csv", text.as_bytes());
    ok(&place, &["rename", "call", "phone"]);
    ok(&place, &["set", "activities.phone.when", "every Fri 18:00-19:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    assert_eq!(place.run("lint --select file").out.matches("roster").count(), 0);
}

#[test]
fn calendars_are_updated_and_remind() {
    let place = published();
    let events = || -> Vec<String> {
        let ics = ok(&place, &["schedule", "--month", "2026-12", "--format", "ics"]).out.replace("\r\n", "\n");
        ics.split("BEGIN:VEVENT\n").skip(1).map(str::to_owned).collect()
    };
    let of = |uid: &str| -> String {
        let all = events();
        let mut found = all.iter().filter(|event| event.contains(&format!("UID:club/{uid}@qun\n")));
        let event = found.next().unwrap_or_else(|| panic!("{uid}")).clone();
        assert_eq!(found.count(), 0, "{uid} is there once");
        event
    };
    let before = of("call/2026-12-10");
    assert!(
        before.contains("SEQUENCE:0\n") && before.contains("TRIGGER:-P1D\n") && before.contains("TRIGGER:-PT30M\n"),
        "{before}"
    );
    assert!(!of("walk/2026-12-05").contains("VALARM"));
    let count = events().len();
    ok(&place, &["change", "call", "2026-12-10", "--move", "2026-12-11T20:00"]);
    assert!(of("call/2026-12-10").contains("SEQUENCE:1\n"), "as it will be published");
    ok(&place, &["publish", "--yes"]);
    assert!(of("call/2026-12-10").contains("SEQUENCE:1\n"));
    ok(&place, &["change", "call", "2026-12-10", "--move", "2026-12-11T21:00"]);
    assert!(of("call/2026-12-10").contains("SEQUENCE:2\n"));
    ok(&place, &["rename", "call", "phone"]);
    ok(&place, &["rename", "Call", "Phone evening"]);
    assert!(of("call/2026-12-10").contains("SUMMARY:Phone evening\n"));
    ok(&place, &["remove", "activity", "walk"]);
    ok(&place, &["publish", "--yes"]);
    let gone = of("walk/2026-12-05");
    assert!(gone.contains("STATUS:CANCELLED\n") && gone.contains("SEQUENCE:1\n") && !gone.contains("VALARM"), "{gone}");
    assert_eq!(events().len(), count);
    let brief = ok(&place, &["brief", "--person", "Ana", "--from", "2026-11-30"]).out;
    assert!(brief.contains("remind 1 day and 30 minutes before"), "{brief}");
}

#[test]
fn names_are_carried_along_and_undone_with_the_plan() {
    let place = published();
    let (plan, before) = (place.read("community.toml"), roster(&place));
    ok(&place, &["rename", "Ana", "Anna"]);
    ok(&place, &["rename", "call", "phone"]);
    let text = roster(&place);
    assert!(
        !text.contains("Ana,") && text.contains("Anna,") && text.contains("club/call/2026-12-03@qun,phone,"),
        "{text}"
    );
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.out.is_empty(), "another name is no news: {}", run.out);
    ok(&place, &["undo"]);
    ok(&place, &["undo"]);
    assert_eq!((place.read("community.toml"), roster(&place)), (plan, before));
}

#[test]
fn publishing_is_undone_and_no_sequence_falls() {
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--cancel"]);
    ok(&place, &["publish", "--yes"]);
    assert!(row(&place, "call/2026-12-10").contains(",cancelled,1,"));
    let run = ok(&place, &["undo"]);
    assert!(run.err.contains("undone: qun --today 2026-11-22 publish --yes"), "{}", run.err);
    assert!(row(&place, "call/2026-12-10").contains(",confirmed,2,"), "{}", roster(&place));
    ok(&place, &["undo", "--redo"]);
    assert!(row(&place, "call/2026-12-10").contains(",cancelled,3,"), "{}", roster(&place));
    // the first one as well
    let place = published();
    ok(&place, &["undo"]);
    assert_eq!(roster(&place).lines().count(), 2);
    ok(&place, &["publish", "--through", "2026-12-31", "--yes"]);
    assert!(row(&place, "call/2026-12-03").contains(",confirmed,1,"), "{}", roster(&place));
}

#[test]
fn days_are_released() {
    let place = published();
    let run = ok(&place, &["publish", "--withdraw", "2026-12-20"]);
    assert!(run.err.contains("entries after 2026-12-20 are released"), "{}", run.err);
    assert!(roster(&place).starts_with("\u{feff}uid") && roster(&place).contains("*,,2026-12-20,"));
    assert!(!roster(&place).contains("2026-12-24"));
    assert_eq!(place.run("publish --withdraw 2026-12-25").code, 2);
    ok(&place, &["undo"]);
    assert!(roster(&place).contains("2026-12-24"));
}

#[test]
fn a_roster_may_be_edited_by_hand() {
    let place = published();
    let text = roster(&place);
    let hand = text.replace(
        "2026-12-03T18:00,2026-12-03T19:00,Europe/London,Ana",
        "2026/12/3 19:00,2026/12/3 20:00,Europe/London,Cy",
    );
    assert_ne!(hand, text);
    place.write("community.roster.csv", hand.as_bytes());
    let entry = december(&place).into_iter().find(|line| line.contains(" Call ")).expect("a call");
    assert_eq!(entry, "2026-12-03T19:00:00+00:00 Call Cy");
    let broken = text
        .replace("2026-12-03T18:00", "soon")
        .replace("confirmed,0,2026-11-22\nclub/walk/2026-12-05", "maybe,0,2026-11-22\nclub/walk/2026-12-05");
    place.write("community.roster.csv", broken.as_bytes());
    for command in ["schedule", "today", "publish --yes", "rename Ana Anna"] {
        let run = place.run(command);
        assert_eq!(run.code, 2, "{command}: {}", run.err);
        assert!(
            run.err.contains("community.roster.csv:") && run.err.contains("cannot read `start`: soon"),
            "{}",
            run.err
        );
    }
    let run = place.run("lint --select file --format concise");
    assert_eq!(run.code, 1);
    let line = 1 + broken.lines().position(|line| line.contains("soon")).expect("a line");
    assert!(
        run.out.contains(&format!("community.roster.csv:{line}:42: error[file/roster] cannot read `start`: soon")),
        "{}",
        run.out
    );
    for format in ["human", "json", "sarif", "github"] {
        let run = place.run(&format!("lint --select file --format {format}"));
        assert!(run.out.contains("community.roster.csv") && run.out.contains("file/roster"), "{format}: {}", run.out);
    }
    place.write("community.roster.csv", text.replace(",Ana,", ",Anna,").as_bytes());
    let run = place.run("lint --select file --format concise");
    assert!(run.out.contains("warning[file/roster-name] the plan has no person called \"Anna\""), "{}", run.out);
}

#[test]
fn nothing_else_is_written_onto_a_roster() {
    let place = published();
    let before = roster(&place);
    for words in ["schedule --format csv -o community.roster.csv --force", "schedule --format csv -o other.roster.csv"]
    {
        let run = place.run(words);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains("only qun publish writes it"), "{}", run.err);
    }
    assert_eq!((roster(&place), place.files().len()), (before, 2));
}

#[test]
fn what_is_removed_is_named_by_its_title() {
    let place = published();
    let plan = place.read("community.toml");
    place.write("community.toml", plan.replace("title = \"Walk\"", "title = \"Evening walk\"").as_bytes());
    ok(&place, &["publish", "--yes"]);
    let before = (place.read("community.toml"), roster(&place));
    ok(&place, &["remove", "activity", "walk", "--with-references"]);
    let run = ok(&place, &["publish", "--dry-run"]);
    assert!(run.out.contains("Evening walk on Sat 5 Dec, 10:00 is cancelled"), "{}", run.out);
    assert!(!run.out.contains("- walk"), "{}", run.out);
    ok(&place, &["undo"]);
    assert_eq!((place.read("community.toml"), roster(&place)), before);
}

#[test]
fn each_change_of_a_date_is_newer_than_the_one_before() {
    let plan = include_str!("../data/cancelled-call.toml").split("[[changes]]").next().expect("a plan");
    let place = Place::with(&plan.replace("[[activities]]", "[[people]]\nname = \"Bo\"\n[[activities]]"));
    let event = || {
        let run = place.run("schedule --from 2026-12-28 --to 2027-01-05 --format ics --today 2026-12-01");
        let of =
            |key: &str| run.out.lines().find(|line| line.starts_with(key)).unwrap_or_default().trim_end().to_owned();
        (of("UID"), of("SEQUENCE"))
    };
    let (uid, first) = event();
    assert_eq!(first, "SEQUENCE:0");
    for (args, sequence) in [
        (&["--move", "2027-01-02T10:00"][..], 1),
        (&["--move", "2027-01-03T11:00"], 2),
        // nothing new, and a reason is not for calendars
        (&["--move", "2027-01-03T11:00", "--reason", "room"], 2),
        (&["--cancel"], 3),
        (&["--move", "2027-01-03T11:00"], 4),
        (&["--person", "Bo"], 5),
    ] {
        let run = place
            .run_with(["change", "x", "2026-12-31"].iter().chain(args).copied().chain(["--today", "2026-12-01"]), b"");
        assert_eq!(run.code, 0, "{args:?} {}", run.err);
        assert_eq!(event(), (uid.clone(), format!("SEQUENCE:{sequence}")), "{args:?}");
        assert_eq!(place.run("lint --select file --today 2026-12-01").code, 0);
    }
    // what is published goes on from there
    assert_eq!(place.run("publish --through 2027-01-31 --yes --today 2026-12-01").code, 0);
    assert_eq!(event(), (uid.clone(), "SEQUENCE:5".to_owned()));
    place.run_with(["change", "x", "2026-12-31", "--move", "2027-01-04T11:00", "--today", "2026-12-01"], b"");
    assert_eq!(event(), (uid, "SEQUENCE:6".to_owned()));
}

#[test]
fn what_is_published_with_an_open_seat_is_named() {
    let place = Place::with(
        &CLUB.replace("[[channels]]", "[[roles]]\nid = \"notes\"\ntitle = \"Note-taker\"\n[[channels]]").replace(
            "when = \"every Sat 10:00-11:00\"\nowner = \"host\"",
            "when = \"every Sat 10:00-11:00\"\nowner = \"host\"\nstaff = [{ role = \"notes\", count = 1 }]",
        ),
    );
    let run = ok(&place, &["publish", "december", "--dry-run"]);
    let expected = "would be published through 2026-12-31: ";
    assert!(run.err.contains(expected), "a month stands in the place of --through: {}", run.err);
    assert!(
        run.err.contains("5 entries have an open seat:\n  2026-11-28 Sat 10:00  Walk: Note-taker\n"),
        "{}",
        run.err
    );
    let run = ok(&place, &["publish", "--month", "december", "--yes", "--lang", "zh-CN"]);
    assert!(run.err.contains("其中 5 项还缺人："), "{}", run.err);
    let run = ok(&published(), &["publish", "--through", "2027-01", "--yes"]);
    assert!(!run.err.contains("open seat"), "nobody is missing: {}", run.err);
}

/// Status and SEQUENCE of an entry in the calendar of a person.
fn in_calendar_of(place: &Place, person: &str, uid: &str) -> Option<(String, String)> {
    let run = ok(place, &["schedule", "--month", "2026-12", "--format", "ics", "--person", person]);
    let text = run.out.replace("\r\n ", "");
    let event = text.split("BEGIN:VEVENT").find(|event| event.contains(&format!("UID:club/{uid}@qun\r\n")))?;
    let of = |key: &str| event.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().to_owned();
    Some((of("STATUS:"), of("SEQUENCE:")))
}

#[test]
fn who_is_released_finds_the_date_cancelled_in_their_calendar() {
    let place = published();
    let is = |person: &str| in_calendar_of(&place, person, "call/2026-12-10");
    let state = |status: &str, sequence: u32| Some((status.to_owned(), sequence.to_string()));
    let lead = row(&place, "call/2026-12-10").split(',').nth(6).expect("a lead").to_owned();
    let others: Vec<&str> = ["Ana", "Ben", "Cy"].into_iter().filter(|name| *name != lead).collect();
    assert_eq!((is(&lead), is(others[0])), (state("CONFIRMED", 0), None));
    ok(&place, &["change", "call", "2026-12-10", "--person", others[0]]);
    // before it is published again, and after
    for _ in 0..2 {
        assert_eq!((is(&lead), is(others[0]), is(others[1])), (state("CANCELLED", 1), state("CONFIRMED", 1), None));
        ok(&place, &["publish", "--yes"]);
    }
    assert!(roster(&place).lines().next().is_some_and(|head| head.ends_with(",published,released")));
    assert!(row(&place, "call/2026-12-10").ends_with(&format!(",{lead}")), "{}", roster(&place));
    // and back again
    ok(&place, &["change", "call", "2026-12-10", "--person", &lead]);
    ok(&place, &["publish", "--yes"]);
    assert_eq!((is(&lead), is(others[0])), (state("CONFIRMED", 2), state("CANCELLED", 2)));
    assert_eq!(place.run("lint --select file").code, 0, "the roster is sound");
    // whoever is renamed is still known
    ok(&place, &["rename", others[0], "Zoe"]);
    assert_eq!(is("Zoe"), state("CANCELLED", 2), "{}", roster(&place));
}

#[test]
fn a_time_with_a_zone_is_converted_and_a_date_that_can_be_two_is_asked() {
    let place = Place::with(CLUB);
    for (when, start) in [
        ("3pm Berlin time", "2026-12-10T14:00"),
        ("11 Dec 2am Tokyo time", "2026-12-10T17:00"),
        ("12 Dec 18:00 UTC", "2026-12-12T18:00"),
    ] {
        let run = ok(&place, &["change", "call", "10 Dec", "--move", when]);
        let expected = format!("call 2026-12-10 → {}", start.replace('T', " "));
        assert!(run.err.contains(&expected), "{when}: {}", run.err);
    }
    let run = place.run_with(["change", "call", "10 Dec", "--move", "8pm CST"], b"");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("America/Chicago, Asia/Shanghai") && run.err.contains("name a city"), "{}", run.err);
    let run = place.run("change call 3/12 --cancel");
    assert_eq!((run.code, run.err.contains("2027-03-12, 2026-12-03")), (2, true), "{}", run.err);
    // in Chinese the month comes first
    let run = place.run("change call 12/3 --cancel --lang zh-CN");
    assert_eq!(run.code, 0, "{}", run.err);
    let run = place.run("away Ana 3/12");
    assert_eq!((run.code, run.err.contains("only one way")), (2, true), "{}", run.err);
    ok(&place, &["away", "Ana", "24.12."]);
}

/// The club with a talk on Tuesdays that is announced the day before, published through December.
fn talks() -> Place {
    let place = published();
    ok(&place, &["set", "activities.call.when", "every Tue 18:00-19:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    place
}

#[test]
fn the_last_change_of_a_date_counts_however_it_moved() {
    let place = talks();
    ok(&place, &["change", "call", "2026-12-15", "--person", "Cy"]);
    ok(&place, &["publish", "--yes"]);
    ok(&place, &["set", "activities.call.when", "every Thu 19:00-20:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    ok(&place, &["change", "call", "2026-12-17", "--cancel"]);
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.out.contains("Call on Thu 17 Dec, 19:00 is cancelled"), "{}", run.out);
    assert_eq!(place.read("community.toml").matches("[[changes]]").count(), 1);
}

#[test]
fn an_answer_can_be_changed_and_steps_go_along() {
    let place = talks();
    ok(&place, &["set", "activities.call.when", "every Thu 19:00-20:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "keep"]);
    ok(&place, &["set", "activities.call.when", "every Thu 18:00-19:00"]);
    ok(&place, &["publish", "--yes", "--if-changed", "move"]);
    ok(&place, &["schedule", "--month", "2026-12"]);
    let event = row(&place, "call/2026-12-10");
    assert!(event.contains("call,2026-12-10,2026-12-10T18:00"), "{event}");
    assert!(row(&place, "call/2026-12-10/invite").contains("call,2026-12-10,2026-12-08T12:00"), "{}", roster(&place));
}

#[test]
fn what_was_moved_by_hand_keeps_its_steps_whatever_is_answered() {
    for answer in ["keep", "move"] {
        let place = talks();
        let line = row(&place, "call/2026-12-10");
        let edited = line.replace("2026-12-08T18:00,2026-12-08T19:00", "2026-12-09T18:00,2026-12-09T19:00");
        assert_ne!(edited, line);
        place.write("community.roster.csv", roster(&place).replace(&line, &edited).as_bytes());
        ok(&place, &["set", "activities.call.when", "every Thu 19:00-20:00"]);
        let run = ok(&place, &["publish", "--yes", "--if-changed", answer]);
        let step = row(&place, "call/2026-12-10/invite");
        assert!(step.contains(",2026-12-07T12:00,") && step.contains(",confirmed,"), "{answer}: {step}");
        assert!(!run.out.contains("Invite on Sun 6 Dec, 12:00 is cancelled"), "{answer}: {}", run.out);
        assert!(row(&place, "call/2026-12-10").contains(",2026-12-09T18:00,"), "{answer}: {}", roster(&place));
        assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
    }
}

#[test]
fn what_is_released_after_an_edit_by_hand_is_no_deletion() {
    let place = published();
    let line = row(&place, "call/2026-12-24");
    let edited = line.replace("2026-12-24T18:00,2026-12-24T19:00", "2026-12-23T18:00,2026-12-23T19:00");
    place.write("community.roster.csv", roster(&place).replace(&line, &edited).as_bytes());
    ok(&place, &["publish", "--withdraw", "2026-12-20", "--yes"]);
    let run = ok(&place, &["publish", "--yes", "--through", "2026-12-31"]);
    assert!(!run.out.contains("is cancelled") && row(&place, "call/2026-12-24").contains(",confirmed,"), "{}", run.out);
}

#[test]
fn who_does_what_was_moved_by_hand_can_change_places() {
    let place = published();
    let line = row(&place, "call/2026-12-10");
    let edited = line.replace("2026-12-10T18:00,2026-12-10T19:00", "2026-12-11T18:00,2026-12-11T19:00");
    place.write("community.roster.csv", roster(&place).replace(&line, &edited).as_bytes());
    ok(&place, &["publish", "--yes"]);
    ok(&place, &["change", "call", "2026-12-10", "--swap", "walk", "2026-12-12"]);
}

#[test]
fn what_is_cancelled_by_hand_stays_cancelled_beside_a_substitute() {
    for is_deleted in [false, true] {
        let place = published();
        ok(&place, &["change", "call", "2026-12-10", "--person", "Cy"]);
        ok(&place, &["publish", "--yes"]);
        let line = row(&place, "call/2026-12-10");
        let edited = if is_deleted { String::new() } else { line.replace(",confirmed,", ",cancelled,") + "\n" };
        place.write("community.roster.csv", roster(&place).replace(&format!("{line}\n"), &edited).as_bytes());
        let run = ok(&place, &["publish", "--yes"]);
        assert!(run.out.contains("Call on Thu 10 Dec, 18:00 is cancelled"), "{is_deleted}: {}", run.out);
        assert!(row(&place, "call/2026-12-10").contains(",cancelled,"), "{}", roster(&place));
        assert!(ok(&place, &["publish", "--yes"]).out.is_empty());
    }
    // a change that moves it says when it is
    let place = published();
    ok(&place, &["change", "call", "2026-12-10", "--to", "2026-12-11 18:00"]);
    ok(&place, &["publish", "--yes"]);
    let line = row(&place, "call/2026-12-10");
    place.write("community.roster.csv", roster(&place).replace(&format!("{line}\n"), "").as_bytes());
    let run = ok(&place, &["publish", "--yes"]);
    assert!(run.err.contains("the edit by hand is not used"), "{}", run.err);
}

#[test]
fn what_was_moved_behind_the_border_is_not_released() {
    let place = published();
    let line = row(&place, "call/2026-12-17");
    let edited = line.replace("2026-12-17T18:00,2026-12-17T19:00", "2026-12-28T18:00,2026-12-28T19:00");
    place.write("community.roster.csv", roster(&place).replace(&line, &edited).as_bytes());
    ok(&place, &["publish", "--withdraw", "2026-12-20", "--yes"]);
    let run = ok(&place, &["publish", "--yes", "--through", "2026-12-31"]);
    assert!(!run.out.contains("is cancelled") && run.out.contains("moves to Mon 28 Dec"), "{}", run.out);
    assert!(row(&place, "call/2026-12-17").contains("2026-12-28T18:00"), "{}", roster(&place));
}
