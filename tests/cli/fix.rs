//! `lint --fix` and `--diff`: what was meant is written, and nothing else is touched.

use crate::kit::{CLUB, Place};

/// How a line of the club's plan may be written wrongly: as it is, and as someone typed it.
const SLIPS: [(&str, &str); 12] = [
    ("openness = \"semi-open\"", "opennes = \"semi-open\""),
    ("kind = \"interest\"  ", "kind = \"兴趣\"  "),
    ("jurisdiction = [\"CN\"] ", "jurisdiction = \"CN\" "),
    ("now = 180", "now = \"１８０\""),
    ("[governance]\n", "[goverance]\n"),
    ("starts = 2026-12-01\nmonths = 24 ", "starts = \"2026-12-01\"\nmonths = \"24\" "),
    ("critical = true", "critical = \"是\""),
    ("roles = [\"volunteer\"]", "roles = \"volunteer\""),
    ("serves = [\"retain\"] ", "serves = [\"retain\", \"retain\"] "),
    ("platform = \"wecom-customer-group\"", "platform = \"wecom-custmer-group\""),
    ("move_to = 2026-12-27T14:00:00 ", "move_to = 2026-12-27T14:00 "),
    ("settings = { silent_gap_days = 7 }", "settings = { silent_gap_day = 7 }"),
];

/// The same for mistakes of syntax.
const BROKEN: [(&str, &str); 4] = [
    ("name_from = \"core-source\" ", "name_from ＝ “core-source” "),
    ("values = [\"守时\", \"说人话\"]", "values = ［“守时”， \"说人话\"］"),
    (
        "slogan = { kind = \"benefit\", text = \"一年陪你读完 24 本书\" }",
        "slogan = ｛ kind = \"benefit\", text = “一年陪你读完 24 本书” ｝",
    ),
    ("when = \"每周日 21:00\"", "when = 每周日 21:00"),
];

fn with(slips: &[(&str, &str)]) -> String {
    slips.iter().fold(CLUB.to_owned(), |plan, (right, wrong)| {
        assert_eq!(plan.matches(right).count(), 1, "{right}");
        plan.replace(right, wrong)
    })
}

fn windows(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

#[test]
fn safe_fixes_are_applied_and_all_other_bytes_stay() {
    let clean = Place::with(CLUB).run("lint --format concise");
    for (slips, count) in [(&SLIPS[..], 13), (&BROKEN[..], 4)] {
        let plan = with(slips);
        for (plan, wanted) in [(plan.clone(), CLUB.to_owned()), (windows(&plan), windows(CLUB))] {
            let place = Place::with(&plan);
            for (language, expected) in [("zh-CN", format!("改好了 {count} 处")), ("en", format!(": {count} fixed"))]
            {
                place.write("community.toml", plan.as_bytes());
                let run = place.run(&format!("lint --fix --format concise --lang {language}"));
                let text = place.read("community.toml");
                let differs = text.lines().zip(wanted.lines()).find(|(is, wanted)| is != wanted);
                assert!(text == wanted, "{differs:?}");
                assert!(run.err.contains(&expected), "{}", run.err);
                assert_eq!(run.code, clean.code, "{}", run.out);
                // what is left is reported, what was fixed is not
                assert_eq!(run.out.lines().count(), clean.out.lines().count(), "{}", run.out);
                let again = place.run("lint --fix --format concise");
                assert!(again.err.is_empty() && place.read("community.toml") == wanted, "{}", again.err);
            }
            assert_eq!(place.files(), ["community.toml"]);
        }
    }
}

#[test]
fn does_not_fix_what_may_mean_something_else() {
    let doubtful = "[community]\nname = \"x\"\nfrom = 2026-12-01\nkind = \"sports\"\n[[roles]]\nid = \"host\"\n[[people]]\nname = \"Mia\"\nroles = [\"hosts\"]\nhours_per_week = \"about 8\"\n[[content]]\nid = \"a\"\nwhen = \"每周七 20:00\"\nseries = [\"好\", \"好\"]\n";
    let place = Place::with(doubtful);
    let run = place.run("lint --fix --format concise");
    assert_eq!(place.read("community.toml"), doubtful);
    for rule in ["unknown-key", "bad-value", "unknown-reference", "wrong-type", "bad-cadence"] {
        assert!(run.out.contains(&format!("error[file/{rule}]")), "{rule}: {}", run.out);
    }
    assert!(!run.out.contains("repeated-entry") && !run.err.contains("fixed"), "{} {}", run.out, run.err);
}

#[test]
fn only_selected_rules_are_fixed() {
    let plan = "[community]\nname = \"x\"\nopennes = \"open\"\nkind = \"兴趣\"\n";
    for (options, wanted) in [
        ("--select file/unknown-key", plan.replace("opennes ", "openness ")),
        ("--ignore file/unknown-key", plan.replace("兴趣", "interest")),
        ("--level file=off", plan.to_owned()),
    ] {
        let place = Place::with(plan);
        place.run(&format!("lint --fix {options}"));
        assert_eq!(place.read("community.toml"), wanted, "{options}");
    }
}

#[test]
fn a_diff_shows_what_fix_would_write_and_writes_nothing() {
    let plan = "# 一\n[community]\nname = \"晨光\"\r\nopennes = \"open\" # 半开\nkind = \"兴趣\"";
    let place = Place::with(plan);
    for language in ["zh-CN", "en"] {
        let run = place.run(&format!("lint --diff --lang {language}"));
        assert_eq!(
            run.out,
            "--- community.toml\n+++ community.toml\n@@ -1,5 +1,5 @@\n # 一\n [community]\n name = \"晨光\"\r\n\
             -opennes = \"open\" # 半开\n-kind = \"兴趣\"\n\\ No newline at end of file\n\
             +openness = \"open\" # 半开\n+kind = \"interest\"\n\\ No newline at end of file\n"
        );
        // nothing is fixed, so the findings are still there
        assert_eq!((run.code, place.read("community.toml").as_str()), (1, plan));
    }
    let human = place.run("lint --lang zh-CN");
    assert!(human.out.contains("其中 2 条可以自动改：qun lint --fix"), "{}", human.out);
    assert!(place.run("lint --lang en").out.contains("2 can be fixed automatically: qun lint --fix"));
    place.write("community.toml", CLUB.as_bytes());
    for (language, expected) in [("zh-CN", "没有能自动改的"), ("en", "nothing to fix automatically")] {
        let run = place.run(&format!("lint --diff --lang {language}"));
        assert!(run.out.is_empty() && run.err.contains(expected), "{}{}", run.out, run.err);
    }
    for line in ["lint --fix --diff", "lint --diff --format json"] {
        let run = place.run(&format!("{line} --lang en"));
        assert!(run.err.contains("cannot be used together"), "{line}");
    }
}

#[test]
fn a_plan_from_a_pipe_is_fixed_and_passed_on() {
    let place = Place::new();
    let plan = "[community]\nopennes = \"open\"\n";
    let run = place.run_with("lint --fix - --format concise --lang en".split(' '), plan.as_bytes());
    assert_eq!((run.code, run.out.as_str()), (1, "[community]\nopenness = \"open\"\n"));
    assert!(run.err.contains("-: 1 fixed") && run.err.contains("-:1:1: warning["), "{}", run.err);
    assert!(place.files().is_empty());
}

#[test]
fn fixes_many_plans_in_one_call() {
    let place = Place::new();
    std::fs::create_dir(place.path("群")).expect("a folder");
    for name in ["群/a.toml", "群/b.toml"] {
        place.write(name, b"[community]\nopennes = \"open\"\n");
    }
    place.write("群/c.toml", b"[community]\nopenness = \"open\"\n");
    let diff = place.run("lint --diff 群 --lang en");
    assert_eq!(diff.out.matches("+openness").count(), 2, "{}", diff.out);
    place.run("lint --fix 群");
    for name in ["群/a.toml", "群/b.toml", "群/c.toml"] {
        assert_eq!(place.read(name), "[community]\nopenness = \"open\"\n", "{name}");
    }
}
