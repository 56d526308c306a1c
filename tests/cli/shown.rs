//! What is shown: no more than is known, and nothing twice.

use crate::kit::{CLUB, Place, Run};

fn ok(place: &Place, line: &str) -> Run {
    let run = place.run(line);
    assert_eq!(run.code, 0, "{line}: {} {}", run.out, run.err);
    run
}

#[test]
fn coverage_explains_its_keys() {
    let place = Place::with("[community]\nname = \"x\"\n");
    for (language, words) in [
        ("zh-CN", ["（community.name）", "（positioning.values.pain）", "痛点"]),
        ("en", ["(community.name)", "(positioning.values.pain)", "pain"]),
    ] {
        let run = ok(&place, &format!("lint --coverage --fail-on never --lang {language}"));
        let (_, tables) = run.out.split_once("5W1H").expect("the tables");
        for word in words {
            assert!(tables.contains(word), "{word}: {tables}");
        }
        // a key is never shown without its words: after it a bracket is closed
        for (at, key) in tables.match_indices("positioning.values.pain") {
            assert!(tables[at + key.len()..].starts_with([')', '）']), "{tables}");
        }
    }
}

#[test]
fn few_findings_are_not_named_twice() {
    let place = Place::with("[community]\nname = \"x\"\n");
    for (language, title) in [("zh-CN", "先做这几件"), ("en", "Do these first")] {
        for (options, is_named) in [("", true), ("--max 6", false), ("--max 7", true), ("--select support", false)] {
            let run = ok(&place, &format!("lint --fail-on never {options} --lang {language}"));
            assert_eq!(run.out.contains(title), is_named, "{options}: {}", run.out);
        }
    }
}

#[test]
fn a_young_plan_is_linted_on_one_screen_with_commands() {
    let place = Place::with("[community]\nname = \"x\"\ntypo = 1\n");
    for (language, more) in [("zh-CN", "加 --all 看全部"), ("en", "add --all to see everything")] {
        let short = ok(&place, &format!("lint --fail-on never --lang {language}")).out;
        assert!(short.lines().count() <= 40, "{short}");
        assert!(short.contains(more) && short.contains("qun set lifecycle.starts \"<"), "{short}");
        let error = short.find("file/unknown-key").expect("what blocks");
        assert!(error < short.find("qun add audience").expect("a command"), "{short}");
        // each finding is shown, with its rule and place
        let all = ok(&place, &format!("lint --fail-on never --all --lang {language}")).out;
        let concise = ok(&place, &format!("lint --fail-on never --format concise --lang {language}")).out;
        for line in concise.lines() {
            let rule = &line[line.find('[').expect("a rule")..=line.find(']').expect("its end")];
            assert!(all.contains(rule), "{rule}: {all}");
        }
        assert!(!all.contains(more), "{all}");
    }
}

#[test]
fn a_placeholder_that_is_pasted_is_not_written() {
    let place = Place::with("language = \"en\"\n[community]\nname = \"x\"\n");
    let before = place.read("community.toml");
    for words in [
        vec!["set", "positioning.vision", "<the vision>"],
        vec!["set", "positioning.vision", "<愿景>"],
        vec!["add", "place", "--name", "<its name>"],
    ] {
        let run = place.run_with(words.iter().copied(), b"");
        assert!(run.code == 2 && run.err.contains("replace \"<"), "{words:?}: {}", run.err);
        assert_eq!(place.read("community.toml"), before, "{words:?}");
    }
    // what only looks like one is a value
    assert_eq!(place.run_with(["set", "support.faq", "<https://example.org>"], b"").code, 0);
}

#[test]
fn what_is_missing_is_shown_with_its_table_and_not_at_the_first_line() {
    let place = Place::with("[community]\nname = \"x\"\n");
    let all = ok(&place, "lint --fail-on never --all --select roles,support/no-tools --lang en").out;
    assert!(all.contains("community.toml: no roles yet") && all.contains("community.toml: no tools yet"), "{all}");
    assert!(!all.contains("community.toml:1:1"), "{all}");
}

#[test]
fn days_outside_the_range_do_not_look_free() {
    let place = Place::with(CLUB);
    for (options, sign) in [("", "┄┄┄"), ("--ascii", "---")] {
        for (language, words) in [("zh-CN", "不在所选的日子里"), ("en", "not among the days asked for")] {
            let line = format!("schedule --format grid --lang {language} {options}");
            let part = ok(&place, &format!("{line} --from 2026-12-10 --to 2026-12-20")).out;
            let cells: Vec<&str> = part.split(['│', '┆', '|']).map(str::trim).collect();
            for day in (1..=31).filter(|day| !(10..=20).contains(day)) {
                assert!(cells.contains(&format!("{day} {sign}").as_str()), "{day}: {part}");
            }
            assert!(!cells.contains(&format!("10 {sign}").as_str()), "{part}");
            assert!(part.contains(words), "{part}");
            let whole = ok(&place, &format!("{line} --month 2026-12")).out;
            assert!(!whole.contains(words) && !whole.contains(&format!(" {sign} ")), "{whole}");
        }
    }
}

#[test]
fn finds_a_template_of_any_kind() {
    let place = Place::new();
    for language in ["zh-CN", "en"] {
        for (name, kind) in [("prize-draw", "sop"), ("weekly", "checklist"), ("reading-club", "plan")] {
            let found = ok(&place, &format!("templates {name} --lang {language}"));
            let exact = ok(&place, &format!("templates {name} --kind {kind} --lang {language}"));
            assert_eq!(found.out, exact.out, "{name}");
        }
        // of one name: an SOP and a checklist
        let both = ok(&place, &format!("templates closing --lang {language}"));
        assert!(both.err.contains("qun templates --kind checklist closing"), "{}", both.err);
    }
    let elsewhere = place.run("templates prize-draw --kind plan --lang en");
    assert_eq!(elsewhere.code, 2);
    assert!(elsewhere.err.contains("qun templates --kind sop prize-draw"), "{}", elsewhere.err);
    let typo = place.run("templates prize-drow --lang en");
    assert!(typo.code == 2 && typo.err.contains("did you mean: prize-draw"), "{}", typo.err);
}

#[test]
fn a_checklist_that_is_kept_marks_what_is_overdue() {
    let place = Place::with(CLUB);
    for (language, word) in [("zh-CN", "已过期"), ("en", "overdue")] {
        let list = format!("checklist weekly --date 2026-12-08 --lang {language}");
        // without a file nothing can be ticked, so nothing is called overdue
        assert!(!ok(&place, &format!("{list} --today 2026-12-20")).out.contains(word));
        let kept = format!("{list} -o weekly-{language}.md --today");
        ok(&place, &format!("{kept} 2026-12-09"));
        assert!(!place.read(&format!("weekly-{language}.md")).contains(word), "nothing was due before it was made");
        ok(&place, &format!("{kept} 2026-12-20"));
        assert!(place.read(&format!("weekly-{language}.md")).contains(word));
    }
}

#[test]
fn a_launch_list_made_late_says_now_and_calls_overdue_only_what_was_due() {
    let place = Place::with(CLUB);
    for (language, now, overdue) in [("zh-CN", "现在就做", "已过期"), ("en", "now", "overdue")] {
        let launch = |words: &str| ok(&place, &format!("checklist launch --lang {language} {words}"));
        let late = launch("--today 2026-11-25").out;
        assert!(late.contains(&format!("{now}{}", if language == "en" { ", " } else { "，" })), "{late}");
        assert!(!late.contains(overdue), "{late}");
        // kept in a file, it is overdue once the day on which it was made is over
        let file = format!("{language}.md");
        launch(&format!("--today 2026-11-25 -o {file}"));
        launch(&format!("--today 2026-11-27 -o {file}"));
        let later = place.read(&file);
        assert!(
            later.contains(&format!("2026-11-25 {}{overdue}", if language == "en" { "Wed, " } else { "周三，" })),
            "{later}"
        );
        assert!(later.contains("2026-11-29"), "the last days before the start have something to do: {later}");
        // made in time, it is overdue by its own dates
        launch(&format!("--today 2026-09-01 -o {file} --force"));
        launch(&format!("--today 2026-11-27 -o {file}"));
        assert!(place.read(&file).contains(overdue) && !place.read(&file).contains(&format!("{now}，")));
    }
}

#[test]
fn a_community_that_runs_already_is_not_sent_to_its_launch() {
    let place = Place::with(CLUB);
    assert!(ok(&place, "checklist").out.contains("qun:checklist launch "));
    assert!(ok(&place, "checklist --today 2027-03-22").out.contains("qun:checklist weekly "));
    let asked = ok(&place, "checklist launch --today 2027-03-22 --lang en");
    assert!(asked.err.contains("qun checklist weekly") && asked.out.contains("qun:checklist launch "), "{}", asked.err);
}

#[test]
fn the_other_place_of_a_finding_is_shown_with_its_words() {
    let plan = "[[people]]\nname = \"小雨\"\n\n[[roles]]\nid = \"host\"\n\n[[roles]]\nid = \"host\"\n";
    let place = Place::with(plan);
    for (language, words) in [("zh-CN", "第一次用在这里"), ("en", "first used here")] {
        let run = place.run(&format!("lint --select file/duplicate-id --lang {language}"));
        let lines: Vec<&str> = run.out.lines().collect();
        // the second is on line 8, the first on line 5
        let at =
            |number: &str| lines.iter().position(|line| line.starts_with(number) && line.contains("id = \"host\""));
        let (second, first) = (at("8 "), at("5 "));
        assert!(second.is_some() && first > second, "{}", run.out);
        assert!(lines[first.expect("shown") + 1].contains(words), "{}", run.out);
    }
}

#[test]
fn uses_the_singular_for_one() {
    let place = Place::with("[[monetisation]]\nmodel = \"membership\"\nproduct = \"x\"\n");
    let run = place.run("lint --select governance/no-legal-entity --format concise --lang en");
    assert!(run.out.contains("1 income source takes money"), "{}", run.out);
    let run = place.run("lint --select governance/no-legal-entity --lang en");
    assert!(run.out.contains("0 errors, 0 warnings, 1 piece of advice"), "{}", run.out);
    let run = place.run("lint --select file --lang en");
    assert!(run.out.contains("0 warnings, no advice"), "{}", run.out);
}

#[test]
fn lint_offers_the_interview_where_it_can_help() {
    let place = Place::new();
    place.write("my plan.toml", b"[community]\nname = \"x\"\n");
    place.write("wrong.toml", b"[community]\nname = 3\n");
    for (language, words) in [("zh-CN", "一问一答地补上缺的："), ("en", "add what is missing, question by question: ")]
    {
        let of = |plan: &[&str]| {
            let words = [&["lint", "--fail-on", "never", "--lang", language], plan].concat();
            place.run_with(words, b"[community]\nname = \"x\"\n").out
        };
        let quote = if cfg!(windows) { '"' } else { '\'' };
        assert!(of(&["my plan.toml"]).ends_with(&format!("{words}qun init {quote}my plan.toml{quote}\n")));
        for plan in [&["wrong.toml"][..], &["-"], &["my plan.toml", "--select", "schedule"]] {
            assert!(!of(plan).contains(words), "{plan:?}");
        }
    }
}

#[test]
fn someone_who_is_away_is_not_shown_as_doing_it() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nname = \"C\"\n[[channels]]\nplatform = \"whatsapp\"\n\
        [[people]]\nname = \"Maya\"\naway = [{ from = 2026-12-06 }]\n[[people]]\nname = \"Zoe\"\n\
        [[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Sun 19:00\"\nowner = \"Maya\"\n";
    let place = Place::with(plan);
    let note = "Maya away, nobody stands in";
    for command in ["today --today 2026-12-06", "schedule --from 2026-12-06 --to 2026-12-06 --format agenda"] {
        let run = place.run(command);
        assert!(run.out.contains(note), "{command}: {}", run.out);
    }
    assert!(place.run("today --today 2026-12-06 --lang zh-CN").out.contains("Maya不在，没人顶"));
    let json: serde_json::Value =
        serde_json::from_str(&place.run("schedule --month 2026-12 --format json").out).expect("JSON");
    let absent: Vec<usize> = json["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["absent"].as_array().expect("a list").len())
        .collect();
    assert_eq!(absent, [1, 0, 0, 0]);
    // with a backup there is nothing to say
    let covered = plan.replace("name = \"Maya\"\n", "name = \"Maya\"\nbackup = \"Zoe\"\n");
    let run = Place::with(&covered).run("today --today 2026-12-06");
    assert!(run.out.contains("Zoe") && !run.out.contains("away"), "{}", run.out);
}

#[test]
fn a_community_that_is_over_says_so() {
    let place = Place::with(
        "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nname = \"C\"\n[lifecycle]\nstarts = 2026-03-03\nmonths = 6\n[[activities]]\ntitle = \"Call\"\nwhen = \"every Sun 19:00\"\n",
    );
    for command in ["today --today 2026-11-29", "schedule --month 2026-12"] {
        let run = place.run(command);
        assert!(run.err.contains("The community ended on 2026-09-02"), "{command}: {}{}", run.out, run.err);
    }
    // the same day everywhere
    let lint = place.run("lint --format concise --today 2026-03-03");
    assert!(lint.out.contains("it ends on 2026-09-02") && !lint.out.contains("2026-09-03"), "{}", lint.out);
    assert!(place.run("why Call --today 2026-03-03").out.contains("no one is responsible for it"));
}
