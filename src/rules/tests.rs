//! What keeps rules, words, examples and book together: forgetting one of them fails here.
#![allow(clippy::disallowed_methods)] // the tests read the project's own examples

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::finding::{CommandWord, Finding, Level, Source};
use crate::knowledge::Holidays;
use crate::language::Language;
use crate::library::Library;
use crate::plan::read;
use crate::source::Document;
use crate::value::Day;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn today() -> Day {
    "2026-12-01".parse().expect("a day")
}

/// Lints a text; a first line `# today: 2026-09-20` sets the clock.
fn lint_text(text: &str) -> LintOutcome {
    let said = text.strip_prefix("# today: ").and_then(|rest| rest.lines().next());
    let today = said.map_or_else(today, |day| day.parse().expect("a day"));
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let options = LintOptions { has_coverage: true, ..LintOptions::new(today, Holidays::china()) };
    lint(&read(&document, &library), &library, &options)
}

fn ids(outcome: &LintOutcome) -> Vec<&str> {
    outcome.findings.iter().map(|finding| finding.rule.id).collect()
}

fn found<'o>(outcome: &'o LintOutcome, id: &str) -> Vec<&'o Finding> {
    outcome.findings.iter().filter(|finding| finding.rule.id == id).collect()
}

/// The rules that have examples and a chapter: all but those of the reader, which the reader's own tests cover.
fn declared() -> impl Iterator<Item = &'static Rule> {
    all().iter().copied().filter(|rule| rule.topic() != "file")
}

/// A plan of the rule's own folder, `fires` or `clean`.
fn own_example(rule: &Rule, which: &str) -> Option<LintOutcome> {
    let path = format!("{ROOT}/tests/rules/{}/{which}.toml", rule.id());
    Some(sound(&fs::read_to_string(&path).ok()?, &path))
}

/// A plan that the rule reports: its own, else the first example of the book.
fn firing(rule: &Rule) -> LintOutcome {
    own_example(rule, "fires").unwrap_or_else(|| {
        let entry = book::explanation(rule.id(), Language::Zh).expect("a chapter");
        let fence = entry.example.split("```").nth(1).unwrap_or_default();
        let plan = fence.strip_prefix("toml\n").or_else(|| fence.strip_prefix("text\n"));
        sound(plan.unwrap_or_else(|| panic!("{} has no example", rule.id())), rule.id())
    })
}

fn sound(text: &str, place: &str) -> LintOutcome {
    let outcome = lint_text(text);
    let broken: Vec<_> = outcome.findings.iter().filter(|f| f.rule.topic() == "file").collect();
    assert!(broken.is_empty(), "{place} is not sound: {broken:?}");
    outcome
}

/// A rule without a clean plan of its own is held to the plans under "How to fix" by `tests/book.rs`.
#[test]
fn every_rule_has_an_example_that_fires_and_one_that_does_not() {
    for rule in declared() {
        let fires = firing(rule);
        assert!(!found(&fires, rule.id()).is_empty(), "{}: the example gives {:?}", rule.id(), ids(&fires));
        assert!(found(&fires, rule.id()).iter().all(|finding| finding.level <= rule.info.level), "{}", rule.id());
        match own_example(rule, "clean") {
            Some(clean) => {
                assert!(found(&clean, rule.id()).is_empty(), "{}: {:?}", rule.id(), found(&clean, rule.id()))
            }
            None => {
                for language in Language::ALL {
                    let fix = book::explanation(rule.id(), language).expect("a chapter").fix;
                    assert!(fix.contains("```toml"), "{}: neither clean.toml nor a plan that is fixed", rule.id());
                }
            }
        }
    }
}

#[test]
fn every_example_belongs_to_a_rule() {
    let root = format!("{ROOT}/tests/rules");
    for topic in fs::read_dir(&root).expect("examples").map(|entry| entry.expect("an entry").path()) {
        for problem in fs::read_dir(&topic).expect("a topic").map(|entry| entry.expect("an entry").path()) {
            let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
            let id = format!("{}/{}", name(&topic), name(&problem));
            assert!(find(&id).is_some(), "{id} is no rule");
        }
    }
}

#[test]
fn words_are_complete_and_their_facts_are_given() {
    for rule in declared() {
        let fires = firing(rule);
        let finding = found(&fires, rule.id())[0];
        for text in [rule.info.title, rule.info.message, rule.info.help] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{} lacks words", rule.id());
            let [zh, en] = Language::ALL.map(|l| text.placeholders(l).into_iter().collect::<BTreeSet<_>>());
            assert_eq!(zh, en, "{}", rule.id());
            for name in zh {
                assert!(finding.arg(name).is_some(), "{}: no fact {name}", rule.id());
            }
            assert!(!text.en.chars().any(|c| ('\u{3000}'..='\u{9fff}').contains(&c)), "{}: {}", rule.id(), text.en);
        }
        assert!(rule.info.title.placeholders(Language::Zh).is_empty(), "{}: a title has no facts", rule.id());
        for language in Language::ALL {
            let shown = finding.message(language) + &finding.help(language);
            let filled = crate::language::fill(&shown, |_| Some(String::new()));
            assert_eq!(shown, filled, "{}: a placeholder is left", rule.id());
        }
        assert!(!rule.info.sources.is_empty(), "{} has no source", rule.id());
        for source in rule.info.sources {
            if let Source::Fact(id) = source {
                assert!(crate::knowledge::fact(id).is_some(), "{} cites {id}", rule.id());
            }
        }
    }
}

#[test]
fn rows_name_keys_that_exist() {
    use crate::source::Table;
    for rule in declared() {
        for key in rule.keys {
            assert!(crate::plan::Plan::TABLE.at(key.split('.')).is_some(), "{}: {key}", rule.id());
        }
        assert_eq!(rule.weight == 0, rule.keys.is_empty(), "{}", rule.id());
        let is_presence = matches!(rule.check, Check::Missing | Check::Incomplete);
        assert!(!is_presence || rule.info.level <= Level::Warning, "{}: absence is a warning at most", rule.id());
    }
}

#[test]
fn names_are_unique_and_in_order() {
    let names: Vec<&str> = all().iter().map(|rule| rule.id()).collect();
    assert!(names.is_sorted());
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for name in &names {
        let (topic, problem) = name.split_once('/').expect(name);
        let slug = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let digits = problem.replace(|c: char| c.is_ascii_digit() || c == '.', "");
        assert!(slug(topic) && slug(&digits), "{name}");
        assert!(find(name).is_some_and(|rule| rule.id() == *name));
    }
    assert!(find("positioning/nothing").is_none());
}

#[test]
fn topics_are_files_and_all_are_registered() {
    for entry in fs::read_dir(format!("{ROOT}/src/rules")).expect("the room") {
        let path = entry.expect("an entry").path();
        let file = if path.is_dir() { path.join("mod.rs") } else { path.clone() };
        let Ok(text) = fs::read_to_string(&file) else { continue };
        if text.contains("\npub(super) static RULES: &[Rule]") {
            let topic = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let own: Vec<_> = all().iter().filter(|rule| rule.topic() == topic).collect();
            assert!(!own.is_empty(), "{topic} is not registered");
            let count = text.matches("Rule::").count();
            assert!(own.len() <= count, "{topic}: rules of this topic are declared elsewhere");
        }
    }
    for topic in topics().into_iter().filter(|topic| *topic != "file") {
        let [file, folder] = [format!("{topic}.rs"), topic.to_owned()].map(|name| format!("{ROOT}/src/rules/{name}"));
        assert!(Path::new(&file).exists() || Path::new(&folder).exists(), "{topic} has no file");
    }
}

#[test]
fn the_book_explains_every_rule_and_nothing_else() {
    let chapters: BTreeSet<&str> = book::chapters().collect();
    for rule in all() {
        for language in Language::ALL {
            let entry = book::explanation(rule.id(), language);
            let is_whole = entry.is_some_and(|e| [e.checks, e.why, e.example, e.fix].iter().all(|s| s.len() > 10));
            assert!(is_whole, "{} is not explained in {language}", rule.id());
        }
    }
    for topic in &chapters {
        for language in Language::ALL {
            for (id, _) in book::entries(topic, language) {
                assert!(find(id).is_some(), "{language}: the book explains {id}, which is no rule");
            }
        }
    }
}

#[test]
fn a_bad_place_keeps_other_rules_quiet_about_it() {
    let outcome = lint_text("[positioning]\nmotives = [\"sell\"]\nmission = 3\n");
    assert_eq!(found(&outcome, "file/bad-value").len(), 1);
    assert!(found(&outcome, "positioning/no-motive").is_empty());
    assert!(found(&outcome, "positioning/no-mission").is_empty());
    assert!(!found(&outcome, "positioning/no-vision").is_empty());
    let misspelt = lint_text("[positioning]\nvisoin = \"a thousand evenings\"\n");
    assert!(found(&misspelt, "positioning/no-vision").is_empty(), "{:?}", ids(&misspelt));
}

#[test]
fn broken_files_are_not_blamed_for_gaps() {
    let outcome = lint_text("[community]\nname = \"晨光\nkind = \"interest\"\n");
    assert!(!ids(&outcome).contains(&"positioning/no-motive"), "{:?}", ids(&outcome));
    let nonsense = lint_text("hello, world\n");
    assert!(nonsense.findings.iter().all(|f| f.rule.topic() == "file") && !nonsense.findings.is_empty());
    assert_eq!(nonsense.score, 0);
}

#[test]
fn findings_can_be_allowed_with_a_reason() {
    let plan = |allow: &str| lint_text(&format!("[positioning]\nmission = \"x\"\n[lint]\nallow = [{allow}]\n"));
    let id = "positioning/no-vision";
    let before = plan("");
    assert_eq!(found(&before, id).len(), 1);
    let after = plan("{ rule = \"positioning/no-vision\", reason = \"later\", until = 2026-12-01 }");
    assert!(found(&after, id).is_empty() && found(&after, "file/stale-allow").is_empty());
    assert_eq!(after.allowed.len(), 1);
    let score =
        |outcome: &LintOutcome| outcome.topics.iter().find(|(topic, _)| *topic == "positioning").map(|(_, n)| *n);
    assert!(score(&after) > score(&before), "{:?} > {:?}", after.topics, before.topics);
    for (allow, problem) in [
        ("{ rule = \"positioning/no-vision\" }", "has no reason"),
        ("{ rule = \"positioning/no-vision\", reason = \"x\", until = 2026-11-30 }", "expired on 2026-11-30"),
        ("{ rule = \"positioning/no-such\", reason = \"x\" }", "no rule has that name"),
        ("{ reason = \"x\" }", "this exception names no rule"),
        ("{ rule = \"positioning/no-vision\", reason = \"x\", at = \"culture\" }", "matches no finding"),
    ] {
        let outcome = plan(allow);
        let stale = found(&outcome, "file/stale-allow");
        assert_eq!(stale.len(), 1, "{allow}");
        assert!(stale[0].message(Language::En).contains(problem), "{}", stale[0].message(Language::En));
        assert_eq!(found(&outcome, id).len(), 1, "{allow}");
    }
}

#[test]
fn options_choose_rules_and_levels() {
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse("[community]\nname = \"x\"\n", &mut buffer);
    let reading = read(&document, &library);
    let mut options = LintOptions::new(today(), Holidays::china());
    let whole = lint(&reading, &library, &options);
    let levels = [
        ("positioning", Some(Level::Warning)),
        ("positioning/no-motive", Some(Level::Error)),
        ("positioning/no-value", None),
    ]
    .map(|(name, level)| (name.to_owned(), level));
    options.selection = Selection::of(&["positioning".to_owned()], &["positioning/no-vision".to_owned()], &levels);
    let outcome = lint(&reading, &library, &options);
    assert!(outcome.findings.iter().all(|f| f.rule.topic() == "positioning"));
    assert!(!found(&whole, "positioning/no-value").is_empty());
    for off in ["positioning/no-vision", "positioning/no-value"] {
        assert!(found(&outcome, off).is_empty(), "{off}");
    }
    for finding in &outcome.findings {
        let wanted = if finding.rule.id == "positioning/no-motive" { Level::Error } else { Level::Warning };
        assert_eq!(finding.level, wanted, "{}", finding.rule.id);
    }
    assert!(outcome.score <= 59 && outcome.score <= whole.score);
    assert_eq!(outcome.worst(), Some(Level::Error));
}

/// The example of the format has nearly everything; what is still found must be true of it.
#[test]
fn the_whole_example_lacks_little() {
    let outcome = lint_text(include_str!("../../tests/data/plan-example.toml"));
    let own = ["positioning", "culture", "roles", "members", "governance"];
    let remaining: Vec<_> = outcome.findings.iter().filter(|f| own.contains(&f.rule.topic())).collect();
    let shown: Vec<String> = remaining.iter().map(|f| format!("{} {}", f.rule.id, f.message(Language::En))).collect();
    // checked by hand: the groups hold 500 + 50; `carriers` has a goal but no tasks; three kinds have no role
    let true_of_it = [
        "members/segment-unserved segment \"想带新群的老会员\" has no tasks, and no activity, content or onboarding is aimed at it",
        "members/size-over-channels the target is 600 members, but the groups hold 550 at most",
        "roles/kind-missing there is no role of these kinds: pioneer, collaborator, payer",
    ];
    assert_eq!(shown, true_of_it);
}

#[test]
fn an_empty_plan_lacks_every_row() {
    let outcome = lint_text("");
    assert!(outcome.score <= 5, "{:?}", outcome.topics);
    assert!(outcome.findings.iter().all(|f| f.level <= Level::Warning), "absence is no error");
    assert!(!outcome.coverage.is_empty() && outcome.coverage.iter().all(|c| c.extent == Extent::Missing));
}

/// Whether a message counts nothing: a 0 by itself.
fn counts_nothing(message: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '%' | '`' | '=' | '+');
    message.split(|c: char| !is_part(c)).any(|word| word == "0")
}

#[test]
fn an_empty_list_is_not_counted() {
    assert!(counts_nothing("of 0 roles") && counts_nothing("只有 0 步") && !counts_nothing("10 步 T-0d 0% 20:00"));
    let name = "[community]\nname = \"晨光\"\n";
    let nearly = format!("{name}[[activities]]\nid = \"a\"\ntitle = \"a\"\nwhen = \"每周三 20:00\"\n");
    let offline = format!("{nearly}mode = \"offline\"\nform = \"draw\"\n");
    for text in ["", name, nearly.as_str(), offline.as_str()] {
        let outcome = lint_text(text);
        assert!(!outcome.findings.is_empty());
        for finding in &outcome.findings {
            for language in Language::ALL {
                let message = finding.message(language);
                assert!(!counts_nothing(&message), "{}: {message}", finding.rule.id);
            }
        }
    }
}

#[test]
fn counts_nothing_in_words_not_as_zero() {
    for (id, changes, zh, en) in [
        ("activities/unannounced", [("T-2h", "T-90m"), ("", "")], "提前 90 分钟", "90 minutes before"),
        ("lifecycle/paid-too-early", [("-12-03", "-12-01"), ("", "")], "就是开始那天", "the start date"),
        (
            "schedule/newcomer-flood",
            [("每天", "2027-01-30"), ("per_day = 3", "per_day = 2")],
            "都是引导",
            "all of them onboarding",
        ),
        (
            "monetisation/no-payer",
            [("id = \"notes\"\n", ""), ("co-creation\"\nproduct", "none\"\nnote")],
            "运营费用",
            "the running costs",
        ),
    ] {
        let path = format!("{ROOT}/tests/rules/{id}/fires.toml");
        let text = fs::read_to_string(&path).expect(id);
        let text = changes.iter().fold(text, |text, (from, to)| text.replacen(from, to, 1));
        let outcome = lint_text(&text);
        let [chinese, english] = Language::ALL.map(|language| found(&outcome, id)[0].message(language));
        assert!(chinese.contains(zh) && english.contains(en), "{chinese} {english}");
        assert!(!counts_nothing(&chinese) && !counts_nothing(&english), "{chinese} {english}");
    }
}

#[test]
fn a_holiday_has_its_name_in_the_language_of_the_reader() {
    let rule = find("schedule/holiday-collision").expect("a rule");
    let outcome = firing(rule);
    let finding = found(&outcome, rule.id())[0];
    let [zh, en] = Language::ALL.map(|language| finding.message(language));
    assert!(zh.contains("国庆节") && !zh.contains("National"), "{zh}");
    assert!(en.contains("National Day") && !en.contains("国庆"), "{en}");
}

/// What is missing from several elements is asked for each of them.
#[test]
fn every_product_has_a_command_of_its_own() {
    let product = |name: &str| {
        format!("[[monetisation]]\nid = \"{name}\"\nmodel = \"membership\"\nprice = \"99 CNY\"\nper = \"year\"\n")
    };
    let outcome = lint_text(&[product("card"), product("pass")].concat());
    for (id, key) in [
        ("monetisation/no-renewal-reminder", "renewal.remind"),
        ("monetisation/no-sharing", "sharing"),
        ("monetisation/no-payer", "payer"),
    ] {
        let routes: Vec<String> = (found(&outcome, id)[0].commands.iter())
            .map(|command| match &command.words[1] {
                CommandWord::Route(path) => path.to_string(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(routes, [0, 1].map(|at| format!("monetisation[{at}].{key}")), "{id}");
    }
}

/// A goal is served by an activity that is there, one that serves no other where there is one; what it serves stays.
#[test]
fn a_goal_is_served_by_an_activity_that_is_there() {
    let goals = "[[goals]]\nid = \"a\"\n[[goals]]\nid = \"b\"\n[[goals]]\nid = \"c\"\n";
    let commands = |activities: &str| -> Vec<String> {
        let outcome = lint_text(&format!("{goals}{activities}"));
        let of = |finding: &&Finding| match finding.commands[0].words.as_slice() {
            [_, CommandWord::Route(path), CommandWord::Plain(value)] => format!("{path} {value}"),
            words => format!("{:?}", &words[..2]),
        };
        found(&outcome, "goals/no-activity").iter().map(of).collect()
    };
    let talk = "[[activities]]\nid = \"talk\"\nserves = [\"c\"]\n";
    assert_eq!(commands(talk), ["activities[0].serves c,a,b", "activities[0].serves c,a,b"]);
    let free = format!("{talk}[[activities]]\nid = \"walk\"\n");
    assert_eq!(commands(&free), ["activities[1].serves a,b", "activities[1].serves a,b"]);
    assert!(commands("").iter().all(|command| command.contains("\"activity\"")), "{:?}", commands(""));
}
