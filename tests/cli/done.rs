//! `qun done` and `qun today --text`: what is ticked is written down, and shown wherever the task is shown.

use crate::kit::Place;

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [[channels]]\nid = \"main\"\ntitle = \"Main group\"\nplatform = \"whatsapp\"\n\
    [[people]]\nname = \"Ana\"\n[[people]]\nname = \"Ben\"\n\
    [[activities]]\nid = \"salon\"\ntitle = \"Salon\"\nwhen = \"every Sun 18:00-19:00\"\nowner = \"Ana\"\nchannels = [\"main\"]\n\
    steps = [{ id = \"chairs\", title = \"put out chairs\", at = \"T-1h\", role = \"Ben\" }, { id = \"thanks\", title = \"say thanks\", at = \"T+1d\", role = \"Ana\" }]\n";

/// Words with one space between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Their day is that of all tests: Sunday 2026-11-22.
fn run(place: &Place, words: &[&str]) -> (u8, String, String) {
    let run = place.run_with(words.iter().copied(), b"");
    (u8::try_from(run.code).expect("a code"), run.out, run.err)
}

fn ticked(place: &Place) -> Vec<String> {
    let text = place.read("community.readings.csv");
    text.lines().skip(1).map(|line| line.split(',').nth(4).expect("a subject").to_owned()).collect()
}

#[test]
fn a_line_of_today_is_ticked_by_its_number() {
    let place = Place::with(CLUB);
    let (_, today, _) = run(&place, &["today"]);
    assert!(
        plain(&today).contains("1 17:00 Salon: put out chairs") && plain(&today).contains("2 18:00 Salon"),
        "{today}"
    );
    let (code, _, said) = run(&place, &["done", "1", "--by", "Ben"]);
    assert_eq!((code, said.contains("✓ 2026-11-22 Sun Salon: put out chairs")), (0, true), "{said}");
    assert_eq!(ticked(&place), ["club/salon/2026-11-22/chairs@qun"]);
    let (_, today, _) = run(&place, &["today"]);
    assert!(
        plain(&today).contains("1 17:00 ✓ Salon: put out chairs") && plain(&today).contains("2 18:00 Salon"),
        "{today}"
    );
    let (_, anas, _) = run(&place, &["today", "Ana"]);
    assert!(plain(&anas).contains("2 18:00 Salon") && !anas.contains("chairs"), "the same number for everyone: {anas}");
    let (_, list, _) = run(&place, &["checklist", "daily"]);
    assert!(list.contains("- [x] Salon: put out chairs"), "{list}");
    let (_, list, _) = run(&place, &["checklist", "salon"]);
    assert!(list.contains("- [x] put out chairs") && list.contains("- [ ] say thanks"), "{list}");
    let (code, _, again) = run(&place, &["done", "1"]);
    assert_eq!((code, again.contains("ticked already"), ticked(&place).len()), (0, true, 1), "{again}");
    run(&place, &["undo"]);
    let (_, today, _) = run(&place, &["today"]);
    assert!(!today.contains('✓'), "{today}");
}

#[test]
fn words_mean_today_then_what_was_left_open_then_what_comes() {
    let place = Place::with(CLUB);
    let (_, _, said) = run(&place, &["done", "thanks"]);
    assert!(said.contains("✓ 2026-11-16 Mon"), "the latest one left open: {said}");
    let (_, _, said) = run(&place, &["done", "put", "out", "CHAIRS", "--dry-run"]);
    assert!(said.contains("✓ 2026-11-22 Sun") && said.contains("would be recorded"), "{said}");
    let (code, _, said) = run(&place, &["done", "salon"]);
    assert_eq!((code, said.contains("several tasks of 2026-11-22")), (2, true), "{said}");
    for (words, reason) in
        [(["done", "9"], "it has 2 lines"), (["done", "0"], "no line 0"), (["done", "xyz"], "no task")]
    {
        let (code, _, said) = run(&place, &words);
        assert_eq!((code, said.contains(reason)), (2, true), "{said}");
    }
    assert_eq!(ticked(&place), ["club/salon/2026-11-16/thanks@qun".replace("16", "15")]);
}

#[test]
fn today_is_one_message_for_those_who_do_the_work() {
    let place = Place::with(CLUB);
    let (_, text, _) = run(&place, &["today", "--text"]);
    assert_eq!(text, "Sun 2026-11-22: today\n· 17:00 Salon: put out chairs: Ben\n· 18:00 Salon: Ana → Main group\n",);
    let chinese = Place::with(&CLUB.replace("\"en\"", "\"zh-CN\""));
    let (_, text, _) = run(&chinese, &["today", "--text"]);
    assert!(text.starts_with("2026-11-22 周日 今天的事：\n· 17:00 Salon：put out chairs：Ben\n"), "{text}");
    let (_, text, _) = run(&chinese, &["today", "--text", "--today", "2026-11-25"]);
    assert_eq!(text, "2026-11-25 周三 今天的事：\n没有安排\n");
}
