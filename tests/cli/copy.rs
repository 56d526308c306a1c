//! `qun copy`: a new community out of a plan.

use super::kit::{CLUB, Place, Run};

const GATES: &str = "--proven yes --team yes";

fn ok(run: Run) -> Run {
    assert_eq!(run.code, 0, "{}", run.err);
    run
}

fn errors(place: &Place, plan: &str) -> Vec<String> {
    let run = place.run(&format!("lint {plan} --format json --fail-on error"));
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let findings = json["files"][0]["findings"].as_array().expect("findings");
    let errors = findings.iter().filter(|finding| finding["level"] == "error");
    errors.map(|finding| finding["message"].to_string()).collect()
}

#[test]
fn a_copy_lints_without_errors_and_keeps_nobody() {
    let place = Place::with(CLUB);
    let shown = ok(place.run(&format!("copy --name 晚风读书会 --starts 2027-03-01 {GATES} -o night.toml"))).err;
    assert!(shown.contains("拿掉了老群的 4 个人、1 期、1 处改动"), "{shown}");
    let copy = place.read("night.toml");
    assert_eq!(errors(&place, "night.toml"), Vec::<String>::new());
    for old in ["\"xiaoyu\"", "\"aming\"", "[[people]]", "[[cohorts]]", "[[changes]]"] {
        assert!(!copy.lines().any(|line| !line.trim_start().starts_with('#') && line.contains(old)), "{old}: {copy}");
    }
    // texts are not rewritten: every one with an old name is listed
    let listed = |name: &str| shown.lines().find(|line| line.contains(&format!("“{name}”"))).unwrap_or_default();
    assert!(listed("小雨").contains("rules.data.contact") && listed("晨光读书会").contains("activities["), "{shown}");
    for name in ["小雨", "阿明", "晨光读书会"] {
        let texts = copy.lines().filter(|line| !line.trim_start().starts_with('#') && line.contains(name)).count();
        assert_eq!(texts > 0, !listed(name).is_empty(), "{name}: {shown}");
    }
    assert!(shown.contains("所有日期都挪了") && shown.contains("--starts"), "{shown}");
    assert!(copy.contains("starts = 2027-03-01") && copy.contains("name = \"晚风读书会\""), "{copy}");
    let comments =
        |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    let before = comments(CLUB);
    assert!(comments(&copy).len() * 10 >= before.len() * 8, "comments stay");
    assert_eq!(place.read("community.toml"), CLUB, "the old plan is left as it is");
    let taken = place.run(&format!("copy --name 晚风读书会 --starts 2027-03-01 {GATES} -o night.toml --lang en"));
    assert!(taken.code == 2 && taken.err.contains("--force"), "{}", taken.err);
    ok(place.run(&format!("copy --name 晚风读书会 --starts 2027-03-01 {GATES} -o night.toml --force")));
}

#[test]
fn every_starter_can_be_copied_without_errors() {
    let place = Place::new();
    let list = ok(place.run("templates --format json")).out;
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    for (at, starter) in list.as_array().expect("starters").iter().enumerate() {
        let name = starter["name"].as_str().expect("a name");
        // both languages in turn: each takes seconds
        let language = ["zh-CN", "en"][at % 2];
        ok(place.run(&format!("init {name}.toml --template {name} --lang {language} --yes")));
        ok(place.run(&format!("copy {name}.toml --name Other --starts 2027-05-04 {GATES} -o other-{name}.toml")));
        assert_eq!(errors(&place, &format!("other-{name}.toml")), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn unanswered_questions_are_advice_and_a_no_is_a_no() {
    let place = Place::with(CLUB);
    let copy = "copy --name Other --starts 2027-03-01 -o other.toml --lang en";
    for (flags, expected) in
        [("--proven no --team yes", "prove it in one group first"), ("--proven yes --team no", "find successors")]
    {
        let run = place.run(&format!("{copy} {flags}"));
        assert!(run.code == 2 && run.err.contains(expected), "{flags}: {}", run.err);
    }
    let english = ok(place.run_with(["copy", "--name", "Other", "--starts", "Feb 2027", "--lang", "en"], b""));
    assert!(english.err.contains("Worth checking first: Does the model work"), "{}", english.err);
    assert!(english.out.contains("starts = 2027-02-01"), "{}", english.out);
    let chinese = ok(place.run("copy --name Other --starts 2027年2月"));
    assert!(chinese.err.contains("复制前想一想：模式") && chinese.err.contains("有人能带新群吗"), "{}", chinese.err);
    let nameless = place.run("copy --starts 2027-03-01");
    assert!(nameless.code == 2 && nameless.err.contains("还缺 --name"), "{}", nameless.err);
    let same = place.run_with(["copy", "--name", "晨光读书会", "--starts", "2027-03-01", "--lang", "en"], b"");
    assert!(same.code == 2 && same.err.contains("a name of its own"), "{}", same.err);
    assert_eq!(place.run(&format!("copy --name Other {GATES}")).code, 2, "the first day is required");
    assert_eq!(place.files(), ["community.toml"]);
    let undated = Place::with("[community]\nname = \"a\"\n[[reviews]]\nid = \"r\"\nwhen = \"2026-12-24 19:30\"\n");
    let still = ok(undated.run(&format!("copy --name Other --starts 2027-03-01 {GATES} --lang en")));
    assert!(still.err.contains("no dates were moved") && still.out.contains("2026-12-24 19:30"), "{}", still.err);
    let shown = ok(place.run(&format!("copy --name Other --starts 2027-03-01 {GATES}")));
    assert!(shown.out.contains("name = \"Other\""), "{}", shown.out);
}

#[test]
fn the_gate_reads_the_proof_itself() {
    let place = Place::with(CLUB);
    let copy = "copy --name 晚风读书会 --starts 2027-03-01 --team yes -o night.toml";
    let run = ok(place.run(&copy.replace("night", "first")));
    assert!(run.err.contains("复制前想一想：模式"), "without a reading it is advice: {}", run.err);
    ok(place.run("record retain 52% --of 100"));
    let run = place.run(copy);
    assert!(run.code == 2 && run.err.contains("还没达到"), "{}", run.err);
    ok(place.run("record retain 61% --of 100"));
    assert!(ok(place.run(copy)).err.contains("达到了"));
}
