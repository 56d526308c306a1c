//! The arithmetic behind figures: shown to people with `--verbose`, and as values in JSON.

use serde_json::{Value, json};

use crate::kit::Place;

const CAMP: &str = "[community]\nlanguage = \"en\"\n[lifecycle]\nstarts = 2026-12-01\nmonths = 24\n\
    [[monetisation]]\nid = \"camp\"\nmodel = \"service\"\nproduct = \"Camp\"\nprice = \"99 CNY\"\nper = \"once\"\n\
    buyers = { expected = 50 }\ncost = { fixed_per_month = \"800 CNY\", per_buyer = \"30 CNY\" }\n";

fn lines(plan: &str, rule: &str, more: &str) -> Vec<String> {
    let shown = Place::with(plan).run(&format!("lint --fail-on never --select {rule} {more}"));
    assert_eq!(shown.code, 0, "{}", shown.err);
    let mark =
        |line: &str| ["calculation: ", "算法: "].iter().find_map(|mark| Some(line.split_once(mark)?.1.to_owned()));
    shown.out.lines().filter_map(mark).collect()
}

#[test]
fn shows_how_break_even_is_calculated() {
    let rule = "monetisation/never-breaks-even";
    assert_eq!(
        lines(CAMP, rule, "--verbose"),
        [
            "income of \"Camp\": 50 buyers × 1 payment × 99 CNY = 4950 CNY",
            "costs of \"Camp\": 24 months × 800 CNY + 50 buyers × 1 payment × 30 CNY = 20700 CNY",
        ]
    );
    assert_eq!(lines(CAMP, rule, "-v --lang zh-CN")[0], "“Camp”收入：50 人 × 1 次 × 99 CNY = 4950 CNY");
    assert!(lines(CAMP, rule, "").is_empty(), "sums are shown only when asked for");

    let shown = Place::with(CAMP).run(&format!("lint --fail-on never --select {rule} --format json"));
    let report: Value = serde_json::from_str(&shown.out).expect("JSON");
    let facts = &report["files"][0]["findings"][0]["facts"];
    let costs = &facts["calculation"][1]["facts"];
    assert_eq!((&costs["months"], &costs["buyers"]), (&json!(24), &json!(50)));
    let cny = |value: &Value| value["amount"].as_f64().expect("an amount");
    let sum = 24.0 * cny(&costs["fixed"]) + 50.0 * cny(&costs["each"]);
    assert_eq!(cny(&costs["cost"]), sum);
    assert_eq!(cny(&facts["gap"]), sum - 50.0 * 99.0);
}

#[test]
fn calculates_buyers_from_the_margin_of_each() {
    let plan = CAMP.replace("buyers = { expected = 50 }\n", "") + "[community.size]\ntarget = 100\n";
    // 24 × 800 ÷ (99 − 30) = 278.26
    assert_eq!(
        lines(&plan, "monetisation/inward-too-small", "-v"),
        ["fixed costs of 24 months 19200 CNY ÷ 69 CNY left from each = 279 (rounded up)"]
    );
}

#[test]
fn sums_the_hours_of_a_week_from_its_items() {
    let plan = "[community]\nlanguage = \"en\"\n[lifecycle]\nstarts = 2026-12-07\nmonths = 1\n\
        [[people]]\nid = \"ann\"\nname = \"Ann\"\nhours_per_week = 3\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Tuesday 20:00\"\nlasts = \"2h\"\nowner = \"ann\"\n\
        [[activities]]\nid = \"quiz\"\ntitle = \"Quiz\"\nwhen = \"2026-12-10 20:00\"\nlasts = \"90m\"\nowner = \"ann\"\n";
    assert_eq!(
        lines(plan, "schedule/overloaded-person", "-v"),
        ["week of 2026-12-07: Talk 120 min, Quiz 90 min = 3.5 hours"]
    );
}

#[test]
fn sums_the_capacity_of_channels() {
    let plan = "[community]\nlanguage = \"en\"\n[community.size]\ntarget = 501\n\
        [[channels]]\nid = \"a\"\ntitle = \"North\"\nplatform = \"wechat-group\"\ncap = 200\n\
        [[channels]]\nid = \"b\"\ntitle = \"South\"\nplatform = \"wechat-group\"\ncap = 300\n";
    let rule = "members/size-over-channels";
    assert_eq!(lines(plan, rule, "-v"), ["the groups hold: North 200, South 300, 500 in all; target 501"]);
    assert!(lines(&plan.replace("501", "500"), rule, "-v").is_empty());
}
