//! The main jobs, in both languages: init, lint, schedule, checklist, today, set, explain.

use std::collections::BTreeSet;

use qun::library::Library;
use qun::source::Document;
use serde_json::Value;

use crate::kit::{CLUB, Place, Run};

fn ok(run: Run, line: &str) -> Run {
    assert_eq!(run.code, 0, "{line}: {} {}", run.out, run.err);
    run
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn a_starter_becomes_a_plan_that_lints_and_schedules() {
    for language in ["zh-CN", "en"] {
        let place = Place::new();
        let line = format!("init --template reading-club --yes --lang {language} plan.toml");
        let made = ok(place.run(&line), &line);
        assert_eq!(made.out, "");
        assert!(made.err.contains("qun lint"), "{}", made.err);
        // all of it is the starter's, and nothing else is the matter
        assert_eq!(place.run("lint plan.toml").code, 1);
        ok(place.run("lint plan.toml --ignore own"), "lint");
        let grid = ok(place.run("schedule plan.toml --month 2026-12"), "schedule");
        assert!(!grid.out.is_empty());
        assert_eq!(place.files(), ["plan.toml"]);
        assert!(place.read("plan.toml").contains("starts = 2026-12-01"));
    }
}

/// Every starter of a language: made, all of it borrowed and else without errors and warnings, scheduled for a year, every
/// checklist.
fn starters_serve_a_year(language: &str) {
    let (place, library) = (Place::new(), Library::default());
    let names = library.starter_names();
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        let plan = format!("{name}.toml");
        let line = format!("init {plan} --template {name} --yes --lang {language} --today 2027-03-10");
        ok(place.run_with(line.split(' '), b""), &line);
        let text = place.read(&plan);
        assert!(text.contains("starts = 2027-04-01"), "{plan}");
        let lint = place.run(&format!("lint {plan} --format concise --ignore own"));
        assert_eq!((lint.code, lint.err.as_str()), (0, ""), "{plan}: {}", lint.out);
        let borrowed = json(&place.run(&format!("lint {plan} --format json --select own")))["files"][0].clone();
        assert!(borrowed["score"].as_u64().is_some_and(|score| score <= 25), "{plan}: {}", borrowed["score"]);
        let findings = borrowed["findings"].as_array().expect("findings");
        assert!(findings.iter().all(|finding| finding["rule"] == "own/borrowed"), "{plan}");
        let sum = |fact: &str| findings.iter().filter_map(|finding| finding["facts"][fact].as_u64()).sum::<u64>();
        // only the dates have moved with the first day
        assert!(sum("total") > 300 && sum("borrowed") * 20 > sum("total") * 19, "{plan}: {}", sum("borrowed"));
        let later = place.run(&format!("lint {plan} --format concise --today 2027-07-15 --fail-on error"));
        assert_eq!((later.code, later.err.as_str()), (0, ""), "{plan}: {}", later.out);
        let year = json(&ok(place.run(&format!("schedule {plan} --month 2027-04 --months 12 --format json")), &plan));
        let entries = year["entries"].as_array().expect("entries");
        let months: BTreeSet<&str> = entries.iter().map(|e| &e["date"].as_str().expect("a date")[..7]).collect();
        assert!(months.len() == 12 || name == "course-cohort", "{plan}: {months:?}");
        let unfilled = |entry: &&Value| entry["text"].as_str().is_some_and(|t| t.replace("{link}", "").contains('{'));
        assert_eq!(entries.iter().find(unfilled), None, "{plan}: only the link is left to be put in by hand");
        for what in library.checklist_names() {
            let list = ok(place.run(&format!("checklist {plan} {what}")), what).out;
            assert!(list.contains("\n- [ ] "), "{plan} {what}: {list}");
        }
        let mut buffer = String::new();
        let read = qun::plan::read(&Document::parse(&text, &mut buffer), &library).plan;
        for activity in &read.activities {
            let id = activity.id.as_ref().expect("an id");
            let first = activity.from.map_or("2027-03-25".to_owned(), |day| day.to_string());
            let list = ok(place.run(&format!("checklist {plan} {id} --today {first}")), id.as_str()).out;
            let has_steps = activity.sop.is_some() || !activity.steps.is_empty();
            assert_eq!(list.contains("\n- [ ] "), has_steps, "{plan} {id}: {list}");
        }
    }
}

#[test]
fn plans_the_future_of_an_existing_community() {
    for (name, language) in Library::default().starter_names().into_iter().zip(["zh-CN", "en"].into_iter().cycle()) {
        let place = Place::new();
        let line = format!("init --template {name} --yes --set starts=2024-03-05 --lang {language} --today 2027-03-10");
        let made = ok(place.run_with(line.split(' '), b""), &line);
        assert!(made.err.contains("2027-04-01") && made.err.contains("--month 2027-04"), "{}", made.err);
        let lint = place.run("lint --format concise --today 2027-03-10 --ignore own");
        assert_eq!((lint.code, lint.err.as_str()), (0, ""), "{name}: {}", lint.out);
        let month = json(&ok(place.run("schedule --month 2027-04 --format json"), name));
        assert!(!month["entries"].as_array().expect("entries").is_empty(), "{name}");
    }
}

#[test]
fn chinese_starters_serve_a_year() {
    starters_serve_a_year("zh-CN");
}

#[test]
fn english_starters_serve_a_year() {
    starters_serve_a_year("en");
}

#[test]
fn days_off_are_shown_as_announced() {
    let place = Place::with(CLUB);
    let january = ok(place.run("schedule --month 2026-01 --format json"), "schedule");
    let days = json(&january)["days"].clone();
    let of = |date: &str| {
        let days = days.as_array().expect("days");
        days.iter().find(|day| day["date"] == date).expect("the day").clone()
    };
    assert_eq!((of("2026-01-01")["status"].as_str(), of("2026-01-01")["name"].as_str()), (Some("off"), Some("元旦")));
    assert_eq!(of("2026-01-04")["status"], "workday");
    assert!(of("2026-01-04")["name"].as_str().is_some_and(|name| name.contains("班")), "{}", of("2026-01-04"));
    assert_eq!(of("2026-01-10")["status"], "weekend");
    let grid = ok(place.run("schedule --month 2026-01 --format grid"), "grid").out;
    assert!(grid.contains("元旦"), "{grid}");
    let next_year = ok(place.run("schedule --month 2027-03 --format json"), "schedule");
    let days = json(&next_year)["days"].clone();
    assert!(days.as_array().expect("days").iter().all(|day| day["status"] == "unannounced"));
    assert!(next_year.err.contains("还没有公布"), "{}", next_year.err);
    let english = ok(place.run("schedule --month 2027-03 --lang en"), "schedule");
    assert!(english.err.contains("not announced"), "{}", english.err);
}

#[test]
fn keeps_what_people_wrote_in_checklists() {
    let place = Place::with(CLUB);
    ok(place.run("checklist launch -o launch.md"), "checklist");
    let first = place.read("launch.md");
    assert!(first.contains("- [ ] "), "{first}");
    let edited = first.replacen("- [ ] ", "- [x] ", 1) + "- [ ] 我自己加的\n";
    place.write("launch.md", edited.as_bytes());
    ok(place.run("checklist launch -o launch.md"), "again");
    let second = place.read("launch.md");
    assert!(second.contains("- [x] ") && second.contains("我自己加的"), "{second}");
    ok(place.run("checklist launch -o launch.md"), "a third time");
    assert_eq!(place.read("launch.md"), second);
    let salon = ok(place.run("checklist salon --format json"), "salon");
    let list = json(&salon);
    assert_eq!(list["version"], 1);
    assert!(list["title"].as_str().is_some_and(|title| title.contains("2026-12-12") || title.contains("线下共读")));
    let stages: Vec<&str> =
        list["sections"].as_array().expect("sections").iter().map(|s| s["title"].as_str().expect("a title")).collect();
    assert_eq!(stages, ["推广", "组织", "评估"]);
}

#[test]
fn a_review_asks_what_is_done_about_each_problem() {
    let place = Place::with(CLUB);
    let problem = "\n[[problems]]\nkind = \"low-activity\"\nactions = [\"周三加一次快问快答\", \"问三位老成员想聊什么\"]\nowner = \"manager\"\n";
    place.write("community.toml", format!("{CLUB}{problem}").as_bytes());
    let review = ok(place.run("checklist review --format text"), "review");
    assert!(
        review.out.contains("活跃度低：周三加一次快问快答") && review.out.contains("活跃度低：问三位老成员"),
        "{}",
        review.out
    );
    let english = ok(place.run("checklist review --format text --lang en"), "review");
    assert!(english.out.contains("low activity: 周三加一次快问快答"), "{}", english.out);
}

#[test]
fn today_shows_when_what_who_and_the_text() {
    let place = Place::with(CLUB);
    let run = place.run_with("today --today 2026-12-14".split(' '), b"");
    let run = ok(run, "today");
    assert!(run.out.contains("2026-12-14 周一") && run.out.contains("08:00  早安一句"), "{}", run.out);
    assert!(run.out.contains("会员群") && run.out.contains("打卡提醒"), "{}", run.out);
    assert!(run.out.contains("读书") || run.out.contains("慢慢读"), "{}", run.out);
    let bare = ok(place.run(""), "qun");
    assert!(bare.out.contains("2026-11-22"), "{}", bare.out);
    let without = ok(Place::new().run(""), "qun without a plan");
    assert!(without.out.contains("qun init"), "{}", without.out);
}

#[test]
fn set_changes_one_value_and_nothing_else() {
    let place = Place::with(CLUB);
    ok(place.run("set community.size.now 230"), "set");
    assert_eq!(place.read("community.toml"), CLUB.replace("now = 210", "now = 230"));
    ok(place.run("set people.xiaoyu.hours_per_week 6"), "set");
    let text = place.read("community.toml");
    assert!(text.contains("hours_per_week = 6\navailable"), "{text}");
    for (line, words) in [
        ("set community.size.now many", "a whole number"),
        ("set community.sise.now 3", "plans have no key"),
        ("set activities.salon.owner nobody", "nobody"),
        ("set people.nobody.name x", "does not refer to anything"),
        ("set activities.salon.when sometimes", "sometimes"),
    ] {
        let run = place.run(&format!("{line} --lang en"));
        assert_eq!(run.code, 2, "{line}");
        assert!(run.err.contains(words), "{line}: {}", run.err);
        assert_eq!(place.read("community.toml"), text, "{line}");
    }
}

#[test]
fn rules_and_words_are_explained_in_both_languages() {
    let place = Place::new();
    for (language, words) in [
        ("zh-CN", ["检查什么", "为什么重要", "例子", "怎么改", "来源"]),
        ("en", ["What it checks", "Why it matters", "Example", "How to fix", "Source"]),
    ] {
        let run = ok(place.run(&format!("explain goals/none --lang {language}")), "explain");
        for word in words {
            assert!(run.out.contains(word), "{word}: {}", run.out);
        }
    }
    assert!(ok(place.run("explain 分化者 --lang en"), "explain").out.contains("successor"));
    assert!(ok(place.run("explain differentiator --lang zh-CN"), "explain").out.contains("分化者"));
    let rules = json(&ok(place.run("rules --format json"), "rules"));
    assert!(rules.as_array().is_some_and(|rules| rules.len() > 60));
}

#[test]
fn folders_of_plans_are_linted_in_one_call() {
    let place = Place::new();
    std::fs::create_dir_all(place.path("groups/inner")).expect("folders");
    place.write("groups/a.toml", CLUB.as_bytes());
    place.write("groups/inner/b.toml", b"[community]\nname = \"b\"\n");
    place.write("groups/other.toml", b"[package]\nname = \"x\"\n");
    let run = place.run("lint groups --format json");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("skipped 1 TOML file that is not a plan"), "{}", run.err);
    let report = json(&run);
    assert_eq!(report["files"].as_array().map(Vec::len), Some(2));
    let run = place.run("lint groups missing.toml --fail-on never");
    assert_eq!(run.code, 2, "the highest code wins");
    assert_eq!(place.run("lint groups --fail-on never").code, 0);
    // a typo in the name of its table makes no plan disappear; another program's settings stay out
    place.write("groups/typo.toml", b"[comunity]\nname = \"c\"\n[[activities]]\nid = \"a\"\n");
    place.write("groups/ruff.toml", b"[communication]\nx = 1\n[lint]\nselect = []\n");
    let run = place.run("lint groups --format concise --lang en");
    assert!(run.out.contains("typo.toml:1:2: error[file/unknown-key]"), "{}", run.out);
    assert!(
        run.out.contains("community") && run.err.contains("skipped 2 TOML files that are not plans"),
        "{}",
        run.err
    );
}

#[test]
fn a_plan_comes_from_standard_input() {
    let place = Place::new();
    let run = place.run_with("schedule - --month 2026-12 --format csv".split(' '), CLUB.as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.starts_with('\u{feff}') && run.out.contains("2026-12-12"), "{}", run.out);
}

#[test]
fn a_name_and_one_activity_make_a_calendar() {
    let plan = "[community]\nname = \"小群\"\n[[activities]]\ntitle = \"见面\"\nwhen = \"每周三 20:00\"\n";
    let place = Place::with(plan);
    let run = ok(place.run("schedule --month 2026-12 --format json --lang zh-CN"), "schedule");
    let entries = json(&run)["entries"].as_array().expect("entries").len();
    assert_eq!(entries, 5);
    assert!(run.err.contains("UTC"), "{}", run.err);
}

/// Every text that suggests a command names one that exists.
#[test]
fn commands_that_texts_name_exist() {
    fn texts(folder: &std::path::Path, out: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                texts(&path, out);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                out.push((path.display().to_string(), text));
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in ["src/rules", "src/cli", "src/interview", "src/knowledge", "templates"] {
        texts(&root.join(folder), &mut all);
    }
    let place = Place::new();
    let mut known: Vec<String> = Vec::new();
    let mut seen = 0;
    for (path, text) in all {
        for (at, _) in text.match_indices("`qun ") {
            let word: String = text[at + 5..].chars().take_while(char::is_ascii_lowercase).collect();
            seen += 1;
            if !word.is_empty() && !known.contains(&word) {
                let run = place.run(&format!("{word} --help"));
                assert_eq!(run.code, 0, "{path} suggests to run `qun {word}`: {}", run.err);
                known.push(word);
            }
        }
    }
    assert!(seen > 50 && known.len() > 5, "{known:?}");
}

#[test]
fn a_dash_writes_to_standard_output() {
    let place = Place::with(CLUB);
    for line in ["schedule --month 2026-12 --format csv", "checklist daily"] {
        let run = ok(place.run(&format!("{line} -o -")), line);
        assert_eq!(run.out, ok(place.run(line), line).out, "{line}");
        assert!(!run.out.is_empty(), "{line}");
    }
    assert_eq!(place.files(), ["community.toml"]);
}

#[test]
fn does_not_say_that_an_activity_without_steps_has_no_dates() {
    let place = Place::with("[community]\nname = \"x\"\n[[activities]]\nid = \"a\"\nwhen = \"daily 08:00\"\n");
    assert!(place.run("checklist a").err.contains("this activity has no steps"));
    let place = Place::with("[community]\nname = \"x\"\n[[activities]]\nid = \"a\"\nwhen = \"2020-01-01 08:00\"\n");
    assert!(place.run("checklist a").err.contains("does not occur"));
}

#[test]
fn the_header_of_a_table_has_no_marks_against_formulas() {
    let place = Place::with(CLUB);
    for language in ["zh-CN", "en"] {
        let run = ok(place.run(&format!("--lang {language} schedule --month 2026-12 --format csv")), language);
        let header = run.out.lines().next().expect("a header");
        let is_plain = |name: &str| !name.starts_with(['\'', '=', '+', '-', '@']);
        assert!(header.trim_start_matches('\u{feff}').split(',').all(is_plain), "{header}");
    }
}

#[test]
fn ticks_of_one_week_are_not_those_of_the_next() {
    for (language, expected) in [("zh-CN", "另一张清单"), ("en", "another checklist")] {
        let place = Place::with(CLUB);
        let make = |words: &str| place.run(&format!("checklist {words} -o list.md --lang {language}"));
        ok(make("weekly --date 2026-12-08"), "weekly");
        let ticked = place.read("list.md").replace("- [ ]", "- [x]");
        assert!(ticked.contains("<!-- qun:checklist weekly 2026-12-07 @"), "{ticked}");
        place.write("list.md", ticked.as_bytes());
        // the same week, whichever day of it: nothing is lost
        ok(make("weekly --date 2026-12-11"), "weekly");
        assert_eq!(place.read("list.md").matches("- [x]").count(), ticked.matches("- [x]").count());
        for words in ["weekly --date 2026-12-15", "launch", "salon"] {
            let refused = make(words);
            assert_eq!(refused.code, 2, "{words}");
            assert!(refused.err.contains(expected) && refused.err.contains("-o "), "{}", refused.err);
            assert!(place.read("list.md").contains("- [x]"), "left as it was");
        }
        ok(make("weekly --date 2026-12-15 --force"), "forced");
        assert!(!place.read("list.md").contains("- [x]"), "a new week begins with nothing done");
    }
}

#[test]
fn finds_a_checklist_by_its_id_or_its_title() {
    let place = Place::with(CLUB);
    let refused = place.run("checklist weekly launch");
    assert!(refused.code == 2 && refused.err.contains("launch"), "{}", refused.err);
    let [by_id, by_title] = ["salon", "线下共读"].map(|name| ok(place.run(&format!("checklist {name}")), name).out);
    assert_eq!(by_id, by_title);
    // a file by the name of a list is not meant
    place.write("weekly", b"x");
    assert!(ok(place.run("checklist weekly"), "weekly").out.contains("qun:checklist weekly"));
}

/// A table on one line cannot hold a comment: TOML 1.0 ends it with the line.
#[test]
fn a_key_set_within_an_inline_table_stays_on_its_line() {
    for language in ["zh-CN", "en"] {
        let place = Place::with("[community]\nsize = { now = 210 }\n");
        ok(place.run(&format!("set community.size.active 100 --lang {language}")), "set");
        assert_eq!(place.read("community.toml"), "[community]\nsize = { now = 210, active = 100 }\n");
    }
}

#[test]
fn elements_lists_and_thresholds_are_set_as_meant() {
    let place = Place::with("[culture]\nvalues = [\"old\", \"kind\"]\n[[content]]\nid = \"ask\"\n");
    ok(place.run("set culture.values[0] honest"), "an element");
    assert!(place.read("community.toml").contains("values = [\"honest\", \"kind\"]"));
    let sentence = "今晚八点半夜读，只聊一件事";
    let edited = ok(place.run_with(["set", "content.ask.series", sentence], b""), "a sentence");
    assert!(
        edited.err.contains(&format!("content.ask.series = [\"{sentence}\"]")),
        "the line that is there: {}",
        edited.err
    );
    assert!(place.read("community.toml").contains(&format!("series = [\"{sentence}\"]")));
    ok(place.run("set lint.settings.silent_gap_days 20"), "a threshold");
    let lint = place.run("lint --fail-on never --select file");
    assert_eq!(lint.code, 0, "{}", lint.out);
    assert!(place.read("community.toml").contains("silent_gap_days = 20"));
}
