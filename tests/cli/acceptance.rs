//! Mistakes planted in the complete club plan: each is reported once, by its rule, at its place, and nothing else is.
//!
//! What is planted carries its place itself, between `⟦` and `⟧`. Line and columns are counted from the text, in
//! characters, by the test alone; each place has Chinese words before it on its line.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::kit::{CLUB, Place};

/// A mistake: what is replaced, by what, and the rule that reports it.
type Mistake = (&'static str, &'static str, &'static str);
/// A finding: its rule, its line, the columns of its start and its end, from 1.
type Found = (String, usize, usize, usize);

/// A plan with its mistakes, and what is to be found of them, in the order of the text.
fn planted(plan: &str, mistakes: &[Mistake]) -> (String, Vec<Found>) {
    let mut marked = plan.to_owned();
    for (before, after, _) in mistakes {
        assert_eq!(marked.matches(before).count(), 1, "{before}");
        marked = marked.replace(before, after);
    }
    let rule_of = |line: &str| {
        let is_it = |(_, after, _): &&Mistake| after.lines().any(|own| own.contains('⟦') && line.contains(own));
        mistakes.iter().find(is_it).expect("planted").2.to_owned()
    };
    let mut wanted = Vec::new();
    for (at, line) in marked.lines().enumerate().filter(|(_, line)| line.contains('⟦')) {
        let (before, rest) = line.split_once('⟦').expect("a mark");
        let (wrong, _) = rest.split_once('⟧').expect("a mark");
        assert!(before.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')), "no Chinese before {wrong}: {line}");
        let column = before.chars().count() + 1;
        wanted.push((rule_of(line), at + 1, column, column + wrong.chars().count()));
    }
    assert_eq!(wanted.len(), mistakes.len(), "a place for each mistake");
    (marked.replace(['⟦', '⟧'], ""), wanted)
}

/// The exit code of lint, and the errors that it reports, in the order of the text.
fn lint(plan: &str, language: &str) -> (i32, Vec<Found>) {
    let run = Place::with(plan).run(&format!("lint --format json --fail-on error --lang {language}"));
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let findings = report["files"][0]["findings"].as_array().expect("findings").clone();
    let number = |of: &Value, key: &str| usize::try_from(of[key].as_u64().expect("a number")).expect("small");
    let errors = findings.iter().filter(|finding| finding["level"] == "error");
    let mut found: Vec<Found> = errors
        .map(|error| {
            assert_eq!(error["line"], error["end_line"], "{error}");
            let rule = error["rule"].as_str().expect("a rule").to_owned();
            (rule, number(error, "line"), number(error, "column"), number(error, "end_column"))
        })
        .collect();
    found.sort_by_key(|(_, line, column, _)| (*line, *column));
    (run.code, found)
}

fn told_at_their_places(plan: &str, mistakes: &[Mistake]) {
    assert_eq!(lint(plan, "en"), (0, Vec::new()), "before anything is planted");
    let (plan, wanted) = planted(plan, mistakes);
    for language in ["zh-CN", "en"] {
        assert_eq!(lint(&plan, language), (1, wanted.clone()), "{language}");
    }
}

/// The club plan with some tables written as lists on one line, where Chinese words can come before a place.
fn on_one_line() -> String {
    let mut plan = CLUB.to_owned();
    let mut taken = Vec::new();
    for header in ["[[partners]]", "[[changes]]", "[activities.draw]", "[[goals]]"] {
        let (before, rest) = plan.split_once(header).expect(header);
        let (table, after) = rest.split_once("\n\n").expect("a blank line behind it");
        let keys: Vec<&str> =
            table.lines().skip(1).map(|line| line.split(" #").next().expect("a key").trim()).collect();
        taken.push(format!("{{ note = \"在一行里\", {} }}", keys.join(", ")));
        plan = format!("{before}{after}");
    }
    let [partner, change, draw, goal] = &taken[..] else { unreachable!("four tables") };
    let lists = format!(
        "partners = [{partner}, {{ name = \"湖南路书店\", id = \"hunan-books\" }}]\nchanges = [{change}]\ngoals = [{goal}]\n"
    );
    let plan = plan.replace("sop = \"prize-draw\"\n", &format!("sop = \"prize-draw\"\ndraw = {draw}\n"));
    plan.replace("format = 1\n", &format!("format = 1\n{lists}"))
}

#[test]
fn reports_ten_kinds_of_mistakes_as_ten_errors() {
    let mistakes: [Mistake; 10] = [
        ("every = \"1y\" }]", "⟦evry⟧ = \"1y\" }]", "file/unknown-key"),
        ("reply = \"回复姓名+日期\"", "reply = ⟦5⟧", "file/wrong-type"),
        (
            "slogan = { kind = \"benefit\", text = \"一年陪你读完 24 本书\" }",
            "slogan = { text = \"一年陪你读完 24 本书\", kind = ⟦\"benefits\"⟧ }",
            "file/bad-value",
        ),
        ("when = \"每周日 21:00\"", "when = \"每周日 ⟦25:00⟧\"", "file/bad-cadence"),
        (
            "who = \"manager\", product = \"membership\", sift = \"每半年清理未发言者\"",
            "product = \"membership\", sift = \"每半年清理未发言者\", who = ⟦\"managr\"⟧",
            "file/unknown-reference",
        ),
        ("id = \"hunan-books\"", "id = ⟦\"hengshan-books\"⟧", "file/duplicate-id"),
        ("on = 2026-12-26", "on = ⟦2026-12-25⟧", "file/change-of-nothing"),
        (
            "signup = { opens = \"T-7d\", closes = \"T-1d\",",
            "signup = { note = \"先报先得\", opens = \"T-1d\", closes = ⟦\"T-3d\"⟧,",
            "activities/signup-out-of-order",
        ),
        ("by = 2027-11-30", "by = ⟦2026-01-30⟧", "goals/past-date"),
        ("highest_prize = \"200 CNY\"", "highest_prize = ⟦\"60000 CNY\"⟧", "law/prize-over-limit"),
    ];
    let kinds: BTreeSet<&str> = mistakes.iter().map(|(_, _, rule)| *rule).collect();
    assert!(kinds.len() == 10 && !kinds.contains("file/syntax"));
    told_at_their_places(&on_one_line(), &mistakes);
}

#[test]
fn reports_five_syntax_mistakes_as_five_errors() {
    told_at_their_places(
        CLUB,
        &[
            ("for = \"读完 24 本\"", "for ⟦＝⟧ \"读完 24 本\"", "file/syntax"),
            (
                "slogan = { kind = \"benefit\", text = \"一年陪你读完 24 本书\" }",
                "slogan = { text = \"一年陪你读完 24 本书\", kind = ⟦“⟧benefit” }",
                "file/syntax",
            ),
            ("levels = [\"新读者\", ", "levels = [\"新读者\"⟦，⟧", "file/syntax"),
            ("keywords = [{ word = \"报名\", r", "keywords = [{ word = \"报名\" ⟦r⟧", "file/syntax"),
            ("minors = \"none\" }", "minors = ⟦\"⟧none }", "file/syntax"),
        ],
    );
}

#[test]
fn places_are_right_after_several_lines_and_deep_within() {
    let mistakes: [Mistake; 3] = [
        (
            "{ day = 3, what = \"第一次打卡\" },",
            "{ day = 3, # 三天\n    what = \"第一次打卡\", ⟦ownr⟧ = \"manager\" },",
            "file/unknown-key",
        ),
        ("\"读书是随身携带的避难所\",", "\"\"\"\n读书是\n\"随身\"携带\\\n   的避难所\"\"\", ⟦7⟧,", "file/wrong-type"),
        (
            "sends = [{ to = \"members\", mention_all = true }, { to = \"oa\" }]",
            "sends = [\n  { note = \"会员群\", to = \"members\" },\n  { note = \"公众号\", to = ⟦\"oaa\"⟧ } ]",
            "file/unknown-reference",
        ),
    ];
    told_at_their_places(CLUB, &mistakes);
    let deep = format!("note = {{ deep = {}\"底\"{}, a.b.c.d = \"底\" }}\n", "[".repeat(60), "]".repeat(60));
    told_at_their_places(&CLUB.replacen("format = 1\n", &format!("format = 1\n{deep}"), 1), &mistakes);
}

/// What is not closed swallows nothing but itself: what comes behind it is read, and no name is missed.
#[test]
fn reports_unclosed_values_on_their_line() {
    let mut plan = CLUB.to_owned();
    let mistakes = [
        ("id = \"members\"\n", "id = \"members\n"),
        ("values = [\"守时\", \"说人话\"]", "values = [\"守时\", \"说人话\""),
        ("[lifecycle]", "[lifecycle"),
        ("contact = \"阿明\", confidential = true }", "contact = \"阿明\", confidential = true"),
        ("decisions = \"三人小组,多数决\"", "decisions = \"三人小组,多数决"),
    ];
    for (before, after) in mistakes {
        assert_eq!(plan.matches(before).count(), 1, "{before}");
        plan = plan.replace(before, after);
    }
    let line = |(_, after): &(&str, &str)| plan[..plan.find(after).expect("planted")].lines().count();
    // what is planted begins a line, but for the table that is not closed
    let mut wanted: Vec<usize> =
        mistakes.iter().map(|mistake| line(mistake) + usize::from(!mistake.1.starts_with("contact"))).collect();
    wanted.sort_unstable();
    let (code, found) = lint(&plan, "zh-CN");
    let lines: Vec<usize> = found.iter().map(|(_, line, ..)| *line).collect();
    assert_eq!((code, lines), (1, wanted), "{found:?}");
    assert!(found.iter().all(|(rule, ..)| rule == "file/syntax"), "{found:?}");
}
