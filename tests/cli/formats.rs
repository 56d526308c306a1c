//! Findings for other programs: SARIF and workflow commands, levels, a name for standard input.

use serde_json::Value;

use crate::kit::{Place, Run};

/// Mistakes behind Chinese text, so that bytes, characters and columns on a screen all differ.
const PLAN: &str = "[community]\nname = \"晨光读书会\"\nsize = { now = 210, tagret = 600 }\nkind = \"兴趣，100%\"\n";

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {} {}", run.out, run.err))
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).expect("small")
}

/// The bytes of a line and a column of SARIF: columns are code points.
fn offset(text: &str, line: &Value, column: &Value) -> usize {
    let line = number(line) - 1;
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    before + text[before..].chars().take(number(column) - 1).map(char::len_utf8).sum::<usize>()
}

fn region<'t>(text: &'t str, region: &Value) -> &'t str {
    let start = offset(text, &region["startLine"], &region["startColumn"]);
    &text[start..offset(text, &region["endLine"], &region["endColumn"])]
}

fn result<'v>(log: &'v Value, rule: &str) -> &'v Value {
    let results = log["runs"][0]["results"].as_array().expect("results");
    results.iter().find(|result| result["ruleId"] == rule).unwrap_or_else(|| panic!("{rule}: {results:#?}"))
}

#[test]
fn sarif_points_at_what_is_wrong_and_at_its_rule() {
    let place = Place::new();
    std::fs::create_dir(place.path("群")).expect("a folder");
    place.write("群/社群 #1.toml", PLAN.as_bytes());
    for (language, title, help) in [("zh-CN", "计划里没有这个键", "检查什么"), ("en", "unknown key", "What it checks")]
    {
        let run = place.run_with(["lint", "--format", "sarif", "--lang", language, "./群/社群 #1.toml"], b"");
        assert_eq!(run.code, 1, "{}", run.err);
        let log = json(&run);
        let driver = &log["runs"][0]["tool"]["driver"];
        assert_eq!((log["version"].as_str(), driver["language"].as_str()), (Some("2.1.0"), Some(language)));
        assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
        assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
        for (rule, text) in [("file/unknown-key", "tagret"), ("file/bad-value", "\"兴趣，100%\"")] {
            let found = result(&log, rule);
            let at = &found["locations"][0]["physicalLocation"];
            assert_eq!(region(PLAN, &at["region"]), text);
            assert_eq!(at["artifactLocation"]["uri"], "%E7%BE%A4/%E7%A4%BE%E7%BE%A4%20%231.toml");
            assert_eq!(found["level"], "error");
            assert_eq!(driver["rules"][number(&found["ruleIndex"])]["id"], rule);
        }
        let unknown = &driver["rules"][number(&result(&log, "file/unknown-key")["ruleIndex"])];
        assert_eq!(unknown["shortDescription"]["text"], title);
        assert!(unknown["help"]["markdown"].as_str().is_some_and(|text| text.contains(&format!("### {help}"))));
        assert!(unknown["help"]["text"].as_str().is_some_and(|text| text.contains(help) && !text.contains("```")));
    }
}

#[test]
fn applies_the_fixes_in_sarif() {
    let place = Place::with(PLAN);
    let log = json(&place.run("lint --format sarif"));
    let fixes = result(&log, "file/unknown-key")["fixes"].as_array().expect("a fix").clone();
    assert_eq!(fixes.len(), 1);
    let replacement = &fixes[0]["artifactChanges"][0]["replacements"][0];
    let deleted = &replacement["deletedRegion"];
    let [start, end] = [("startLine", "startColumn"), ("endLine", "endColumn")]
        .map(|(line, column)| offset(PLAN, &deleted[line], &deleted[column]));
    let new = replacement["insertedContent"]["text"].as_str().expect("a text");
    assert_eq!(format!("{}{new}{}", &PLAN[..start], &PLAN[end..]), PLAN.replace("tagret", "target"));
}

#[test]
fn sarif_holds_all_files_also_those_without_results() {
    let place = Place::with(PLAN);
    place.write("sound.toml", b"[community]\nname = \"x\"\n");
    place.write("worse.toml", PLAN.replace("tagret", "tarket").as_bytes());
    for (files, found) in [
        ("sound.toml", vec![]),
        ("sound.toml community.toml worse.toml", vec!["community.toml", "worse.toml"]),
        ("community.toml sound.toml", vec!["community.toml"]),
    ] {
        let log = json(&place.run(&format!("lint {files} --select file/unknown-key --format sarif")));
        let run = &log["runs"][0];
        let uri = |place: &Value| place["uri"].as_str().expect("a uri").to_owned();
        let results = run["results"].as_array().expect("results").iter();
        let results = results.map(|result| uri(&result["locations"][0]["physicalLocation"]["artifactLocation"]));
        assert_eq!(results.collect::<Vec<_>>(), found);
        let artifacts = run["artifacts"].as_array().expect("artifacts").iter();
        let artifacts = artifacts.map(|artifact| uri(&artifact["location"]));
        assert_eq!(artifacts.collect::<Vec<_>>(), files.split(' ').collect::<Vec<_>>());
    }
    assert_eq!(place.run("lint sound.toml --diff --format sarif").out, "");
}

#[test]
fn a_file_that_cannot_be_read_is_not_a_clean_run() {
    let place = Place::with(PLAN);
    let run = place.run("lint community.toml missing.toml --format sarif");
    assert_eq!(run.code, 2);
    assert_eq!(json(&run)["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[cfg(unix)] // a name with a colon
#[test]
fn github_gets_one_line_per_finding() {
    let place = Place::new();
    place.write("a,b:100%.toml", PLAN.as_bytes());
    let whole = place.path("a,b:100%.toml");
    for path in ["a,b:100%.toml", "./a,b:100%.toml", whole.to_str().expect("UTF-8")] {
        let run = place.run_with(["lint", "--format", "github", "--lang", "zh-CN", path], b"");
        assert_eq!(run.code, 1, "{}", run.err);
        let unknown = run.out.lines().find(|line| line.contains("unknown-key")).expect("the finding");
        assert_eq!(
            unknown,
            "::error file=a%2Cb%3A100%25.toml,line=3,col=21,endColumn=27,title=file/unknown-key::\
             没有 `tagret` 这个键（社群规模）%0A是不是 `target`？也可能是更新版本的 qun 写的"
        );
        let bad = run.out.lines().find(|line| line.contains("bad-value")).expect("the finding");
        assert!(bad.contains("不能是“兴趣，100%25”") && bad.contains(",line=4,col=8,endColumn=17,"), "{bad}");
        let levels = ["::error ", "::warning ", "::notice "].map(|level| run.out.matches(level).count());
        assert!(levels.iter().all(|count| *count > 0), "{levels:?}");
        assert_eq!(levels.iter().sum::<usize>(), run.out.lines().count());
    }
}

#[test]
fn a_level_is_given_to_a_rule_or_a_topic_and_decides_the_exit_code() {
    let place = Place::with("[community]\nname = \"x\"\n");
    let levels = |line: &str| -> (i32, Vec<(String, String)>) {
        let run = place.run(&format!("lint --format json --select positioning {line}"));
        let report = json(&run);
        let findings = report["files"][0]["findings"].as_array().expect("findings").clone();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        (run.code, findings.iter().map(|finding| (text(&finding["rule"]), text(&finding["level"]))).collect())
    };
    let (code, all) = levels("");
    assert!(code == 1 && all.iter().any(|(_, level)| level == "warning"), "{all:?}");
    let (code, hints) = levels("--level positioning=hint");
    assert_eq!((code, hints.len()), (0, all.len()));
    assert!(hints.iter().all(|(_, level)| level == "advice"), "{hints:?}");
    let (code, errors) = levels("--level positioning=off,positioning/no-motive=error --fail-on error");
    assert_eq!((code, errors.as_slice()), (1, &[("positioning/no-motive".to_owned(), "error".to_owned())][..]));
    let (code, none) = levels("--level positioning/no-motive=error --level positioning=off --fail-on advice");
    assert_eq!((code, none.len()), (0, 0));
}

#[test]
fn reports_a_wrong_level_with_the_accepted_ones() {
    let place = Place::with(PLAN);
    for (words, zh, en) in [
        ("--level positioning/no-motiv=off", "是不是：positioning/no-motive", "did you mean: positioning/no-motive"),
        ("--level no-motive=off", "是不是：positioning/no-motive", "did you mean: positioning/no-motive"),
        ("--level goals=loud", "error、warning、advice 或 off", "error, warning, advice or off"),
        ("--level goals", "规则=级别", "RULE=LEVEL"),
    ] {
        for (language, expected) in [("zh-CN", zh), ("en", en)] {
            let run = place.run(&format!("lint {words} --lang {language}"));
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{words}");
            assert!(run.err.contains(expected), "{words}: {}", run.err);
        }
    }
}

#[test]
fn reads_standard_input_as_the_named_file() {
    let place = Place::new();
    std::fs::create_dir(place.path("群")).expect("a folder");
    place.write("群/days.csv", b"date,name,kind\nnonsense\n");
    let plan = "holidays = \"days.csv\"\n[community]\nname = \"x\"\nnmae = 1\n";
    let named = ["lint", "-", "--stdin-filename", "群/community.toml", "--format", "concise", "--lang", "en"];
    let run = place.run_with(named, plan.as_bytes());
    assert_eq!(run.code, 2, "its days off cannot be read: {}", run.err);
    assert!(run.out.contains("群/community.toml:4:1: error[file/unknown-key]"), "{}", run.out);
    // what lies beside the named file is read, though the file itself is not there
    assert!(run.err.replace('\\', "/").contains("群/days.csv"), "{}", run.err);
    let alone = place.run_with(named.into_iter().filter(|word| *word != "-"), plan.as_bytes());
    assert_eq!(alone.out, run.out);
    for (language, words) in [("zh-CN", "要和 - 一起用"), ("en", "needs - as the plan")] {
        let run = place.run(&format!("lint other.toml --stdin-filename x.toml --lang {language}"));
        assert!(run.code == 2 && run.err.contains(words), "{}", run.err);
    }
}

/// The names that a schema promises at some place, and that an object there has.
fn promised<'v>(schema: &'v Value, name: &str, object: &'v Value) -> [Vec<&'v String>; 2] {
    let definition = &schema["$defs"][name];
    let mut keys = [&definition["properties"], object].map(|o| o.as_object().expect(name).keys().collect::<Vec<_>>());
    keys.iter_mut().for_each(|keys| keys.sort());
    keys
}

#[test]
fn the_json_schema_covers_all_output() {
    let schema = json(&Place::new().run("schema --of lint"));
    let report = json(&Place::with(PLAN).run("lint --format json"));
    assert_eq!(report["version"], schema["properties"]["version"]["const"]);
    let file = &report["files"][0];
    let finding = file["findings"].as_array().expect("findings").iter().find(|f| f["rule"] == "file/unknown-key");
    let finding = finding.expect("the finding");
    let objects =
        [("file", file), ("theme", &file["coverage"][0]), ("finding", finding), ("fix", &finding["fixes"][0])];
    for (name, object) in objects {
        let [promised, there] = promised(&schema, name, object);
        assert_eq!(promised, there, "{name}");
    }
    let edit = &finding["fixes"][0]["edits"][0];
    assert_eq!((edit["rename"].as_str(), edit["to"].as_str()), (Some("community.size.tagret"), Some("target")));
    // what a help would name and does not know is not there
    let blank = json(&Place::with("[community]\nzzzzz = 1\n").run("lint --format json --select file"));
    assert_eq!(blank["files"][0]["findings"][0]["help"], "");
}

#[test]
fn a_workbook_goes_into_a_file_or_a_pipe_and_is_the_same_each_time() {
    let place = Place::with(
        "time_zone = \"UTC\"\ncommunity = { name = \"Club\" }\n[[activities]]\nid = \"talk\"\ntitle = \"=1+1\"\nwhen = \"every Wed 20:00\"\n",
    );
    let run = place.run("schedule --month 2026-12 --lang en -o 12.XLSX");
    assert_eq!((run.code, run.err.lines().next()), (0, Some("written to 12.XLSX")), "{}", run.err);
    let file = std::fs::read(place.path("12.XLSX")).expect("a file");
    let piped = place.command("schedule --month 2026-12 --lang en --format xlsx".split(' ')).output().expect("it ran");
    assert!(piped.status.success() && piped.stdout == file);
    assert!(file.starts_with(b"PK\x03\x04"));
    assert_eq!(place.run("schedule --month 2026-12 -o 12.XLSX").code, 2, "nothing is overwritten");
    let refused = place.run("schedule --month 2026-12 --festivals --lang en --format xlsx");
    assert!(refused.code == 2 && refused.err.contains("festivals have no xlsx format"), "{}", refused.err);
}
