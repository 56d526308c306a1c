//! `qun rename`, `qun set` of a title, `qun set --unset` and `qun set KEY`: names change everywhere, ticks and UIDs stay.

use crate::kit::{CLUB, Place, Run};

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

/// A plan in which a title serves as the id.
const PLAN: &str = "format = 1\nlanguage = \"en\"\ntime_zone = \"UTC\"\n[community]\nname = \"T\"\n[[people]]\nname = \"Mia\"\n\
    [[activities]]\ntitle = \"Book table\"\nwhen = \"every Wed 20:00\"\nowner = \"Mia\"\n\
    [[activities.steps]]\nat = \"T-1d 20:00\"\ntitle = \"Remind\"\nrole = \"Mia\"\n";

fn uids(place: &Place) -> Vec<String> {
    let out = ok(place, &["schedule", "--from", "2026-12-02", "--to", "2026-12-09", "--format", "ics"]).out;
    out.lines().filter(|line| line.starts_with("UID")).map(str::to_owned).collect()
}

fn ticks(list: &str) -> usize {
    list.matches("- [x]").count()
}

#[test]
fn a_title_that_serves_as_id_changes_and_ticks_and_uids_stay() {
    for edit in [
        &["set", "activities.Book table.title", "Book evening"][..],
        &["rename", "Book table", "Book evening"],
        &["set", "community.name", "The table"],
        &["rename", "T", "The table"],
        &["set", "community.name", "--unset"],
        &["set", "activities[0].title", "--unset"],
    ] {
        let place = Place::with(PLAN);
        let list = ["checklist", "book-table", "--date", "2026-12-02", "-o", "list.md"];
        ok(&place, &list);
        place.write("list.md", place.read("list.md").replace("- [ ]", "- [x]").as_bytes());
        let before = (uids(&place), ticks(&place.read("list.md")));
        assert!(before.1 > 0);
        ok(&place, edit);
        ok(&place, &list);
        assert_eq!((uids(&place), ticks(&place.read("list.md"))), before, "{edit:?}");
    }
    // a cohort, whose days have its id twice
    let cohort = "[[programmes]]\nid = \"p\"\nitems = [{ day = 1, title = \"Start\" }]\n\
        [[cohorts]]\ntitle = \"First camp\"\nprogramme = \"p\"\nstarts = 2026-12-03\n";
    let place = Place::with(&format!("{PLAN}{cohort}"));
    let before = uids(&place);
    assert!(before.iter().any(|uid| uid.contains("first-camp-1@first-camp")), "{before:?}");
    ok(&place, &["rename", "First camp", "Winter camp"]);
    assert_eq!(uids(&place), before);
}

#[test]
fn a_new_id_is_followed_by_references_and_by_the_lists_beside_the_plan() {
    let place = Place::with(CLUB);
    ok(&place, &["checklist", "salon", "--date", "2026-12-12", "-o", "salon.md"]);
    let ticked = place.read("salon.md").replace("- [ ]", "- [x]");
    place.write("salon.md", ticked.as_bytes());
    let run = ok(&place, &["rename", "salon", "book-day", "--lang", "en"]);
    assert!(
        run.err.contains("renamed: activity \"salon\" → \"book-day\"") && run.err.contains("ticks kept in"),
        "{}",
        run.err
    );
    assert_eq!(place.read("community.toml"), CLUB.replace("\"salon\"", "\"book-day\""));
    ok(&place, &["checklist", "book-day", "--date", "2026-12-12", "-o", "salon.md"]);
    assert_eq!(ticks(&place.read("salon.md")), ticks(&ticked));
    // the plan and the list go back together
    let place = Place::with(CLUB);
    place.write("salon.md", ticked.as_bytes());
    ok(&place, &["rename", "salon", "book-day"]);
    assert_ne!(place.read("salon.md"), ticked);
    ok(&place, &["undo"]);
    assert_eq!((place.read("community.toml").as_str(), place.read("salon.md")), (CLUB, ticked));
}

#[test]
fn texts_with_the_old_name_are_listed_and_a_taken_name_is_refused() {
    let place = Place::with(CLUB);
    let run = ok(&place, &["改名", "小雨", "大雨"]);
    assert!(run.err.contains("还写着“小雨”") && run.err.contains("rules.data.contact"), "{}", run.err);
    let text = place.read("community.toml");
    assert!(text.contains("name = \"大雨\""));
    assert_eq!(text.matches("\"xiaoyu\"").count(), CLUB.matches("\"xiaoyu\"").count(), "the id stays");
    // two of one name: each of the routes that are listed can be typed
    let several = place.run("rename 衡山书店 复兴书店 --lang en");
    assert!(several.code == 2 && several.err.contains("name one of these, such as places.hengshan"), "{}", several.err);
    ok(&place, &["rename", "places.hengshan", "复兴书店"]);
    assert!(place.read("community.toml").contains("id = \"hengshan\"\nname = \"复兴书店\""), "only its name");
    ok(&place, &["undo"]);
    let refused = place.run("rename host coach --lang en");
    assert_eq!((refused.code, place.read("community.toml")), (2, text), "{}", refused.err);
    assert!(refused.err.contains("coach"), "{}", refused.err);
}

#[test]
fn a_key_is_shown_and_taken_out() {
    let place = Place::with(CLUB);
    let shown = ok(&place, &["set", "community.name"]);
    assert_eq!(shown.out, "晨光读书会\n");
    let shown = ok(&place, &["set", "people.xiaoyu.away"]);
    assert!(shown.out.contains("from = 2026-12-24"), "{}", shown.out);
    let shown = ok(&place, &["set", "people.aming.until", "--lang", "en"]).err;
    assert_eq!(shown, "people.aming.until is not set: their last day in the team\n");
    let gone = ok(&place, &["set", "people.xiaoyu.away", "--unset", "--lang", "en"]);
    assert!(gone.err.contains("removed: people.xiaoyu.away"), "{}", gone.err);
    assert!(!place.read("community.toml").contains("away = [{ from = 2026-12-24"));
    let again = ok(&place, &["set", "people.xiaoyu.away", "--unset", "community.toml", "--lang", "en"]);
    assert!(again.err.contains("is not set"), "{}", again.err);
    ok(&place, &["undo"]);
    assert_eq!(place.read("community.toml"), CLUB);
    let refused = place.run("set activities.salon --unset --lang en");
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("qun remove"), "{}", refused.err);
}

#[test]
fn a_title_that_something_else_has_is_pointed_out() {
    let place = Place::with(CLUB);
    let run = ok(&place, &["rename", "线下共读", "月末抽奖送书", "--lang", "en"]);
    assert!(run.err.contains("another activity is called \"月末抽奖送书\" too"), "{}", run.err);
    assert!(!ok(&place, &["undo", "--lang", "en"]).err.contains("another activity"));
}
