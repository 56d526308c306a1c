//! Messages when something cannot be done: what is wrong, where, and what is accepted.

use crate::kit::{CLUB, Place, Run};

fn refused(place: &Place, words: &[&str], language: &str) -> Run {
    let run = place.run_with(words.iter().copied().chain(["--lang", language]), b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}: {}", run.err);
    run
}

#[test]
fn a_choice_is_set_by_its_word_or_by_its_name_in_either_language() {
    let place = Place::with(CLUB);
    for value in ["learning", "学习", " Learning "] {
        place.write("community.toml", CLUB.as_bytes());
        let run = place.run_with(["set", "community.kind", value], b"");
        assert_eq!(run.code, 0, "{value}: {}", run.err);
        let changed = CLUB.replacen("kind = \"interest\"", "kind = \"learning\"", 1);
        assert_eq!(place.read("community.toml"), changed, "{value}");
    }
    for (key, value, wanted) in [
        ("community.openness", "私有", "openness = \"private\""),
        ("community.openness", "PRIVATE", "openness = \"private\""),
        ("language", "英文", "language = \"en\""),
        ("language", "Simplified Chinese", "language = \"zh-CN\""),
    ] {
        let run = place.run_with(["set", key, value], b"");
        assert_eq!(run.code, 0, "{key} {value}: {}", run.err);
        assert!(place.read("community.toml").contains(wanted), "{key} {value}");
        let word = wanted.split('"').nth(1).expect("a word");
        assert!(run.err.contains(&format!("{key} = {word}")), "{}", run.err);
    }
}

#[test]
fn lists_all_choices_for_a_wrong_word() {
    let place = Place::with(CLUB);
    for (language, shown) in [
        ("zh-CN", ["interest（兴趣）", "learning（学习）", "commerce（社交电商）"]),
        ("en", ["interest (an interest)", "learning, ", "brand-fans (fans of a brand)"]),
    ] {
        let run = refused(&place, &["set", "community.kind", "nothing-like-it"], language);
        assert!(shown.iter().all(|word| run.err.contains(word)), "{}", run.err);
    }
    let near = refused(&place, &["set", "community.kind", "intrest"], "en");
    assert!(near.err.contains("did you mean: interest"), "{}", near.err);
    assert_eq!(place.read("community.toml"), CLUB);
}

#[test]
fn reports_a_broken_file_by_its_first_error_and_its_place() {
    let plan = "[community]\nname = \"x\"\nkind = \"intrest\"\nsize = { now = \"many\" }\n";
    let place = Place::with(plan);
    for command in ["schedule", "today", "checklist"] {
        let run = refused(&place, &[command], "en");
        assert!(run.err.contains("community.toml:3:8: `community.kind` cannot be"), "{command}: {}", run.err);
        assert!(run.err.contains("2 errors") && run.err.contains("qun lint community.toml"), "{}", run.err);
        let run = refused(&place, &[command], "zh-CN");
        assert!(run.err.contains("community.toml:3:8: `community.kind` 不能是"), "{command}: {}", run.err);
        assert!(run.err.contains("2 处错误") && run.err.contains("用 qun lint community.toml"), "{}", run.err);
    }
    let one = Place::with("[community]\nname = \"x\nkind = \"interest\"\n");
    assert!(refused(&one, &["today"], "en").err.contains("community.toml:2:"));
}

#[test]
fn reports_unknown_keys() {
    let place = Place::with(CLUB);
    for key in ["", "  "] {
        assert!(refused(&place, &["set", key, "x"], "en").err.contains("no key is given"));
        let run = refused(&place, &["set", key, "x"], "zh-CN");
        assert!(
            run.err.contains("没有写要改哪个键") && run.err.contains("qun set community.size.now 230"),
            "{}",
            run.err
        );
    }
}

#[test]
fn rejects_months_beyond_the_last_year_with_an_accepted_one() {
    let place = Place::with(CLUB);
    let run = refused(&place, &["schedule", "--month", "9999-12", "--months", "5"], "en");
    assert!(run.err.contains("less than 5 months from 9999-12; leave out --months"), "{}", run.err);
    let run = refused(&place, &["schedule", "--month", "9999-10", "--months", "5"], "zh-CN");
    assert!(run.err.contains("从 9999-10 起排不下 5 个月；最多写 --months 3"), "{}", run.err);
    for line in ["schedule --month 9999-10 --months 3 --format csv", "schedule --month 9999-12 --format csv"] {
        let run = place.run(line);
        assert_eq!(run.code, 0, "{line}: {}", run.err);
    }
}

#[test]
fn text_of_a_file_cannot_control_the_terminal() {
    let place = Place::with("[[people]]\nid = \"ann\"\nname = \"A\\u001b[31mnn\\u0007\"\n");
    for words in ["schedule --person nobody", "today --person nobody", "set people.nobody.name x"] {
        let refused = place.run(words);
        assert_ne!(refused.code, 0, "{words}");
        assert!(!refused.err.chars().any(|c| c.is_control() && c != '\n'), "{words}: {:?}", refused.err);
    }
}

#[test]
fn reports_what_follows_a_bad_element_at_its_own_place() {
    let plan = "[[channels]]\nid = \"a\"\n[[activities]]\nid = \"x\"\nchannels = [\"no1\", 2, \"no2\"]\n";
    let found = Place::with(plan).run("lint --select file --format concise --lang en");
    // columns 13 and 20 of line 5
    let places: Vec<&str> = found.out.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(places, ["community.toml:5:13:", "community.toml:5:20:"], "{}", found.out);
}
