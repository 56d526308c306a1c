//! The interview as a person goes through it, on a pseudo-terminal, in both languages; and from a file of answers where
//! there is no terminal.
#![cfg(unix)]
#![allow(clippy::disallowed_methods)] // tests touch files

// the folder of the other tests; not all of it is needed here
#[path = "interview/edits.rs"]
mod edits;
#[allow(dead_code)]
#[path = "cli/kit.rs"]
mod kit;
#[path = "interview/of_plan.rs"]
mod of_plan;
#[path = "interview/terminal.rs"]
mod terminal;

use std::process::Command;

use kit::{CLUB, Place};
use qun::interview::{AnswerKind, Question};
use qun::library::Library;
use serde_json::Value;
use terminal::{CTRL_A, CTRL_C, CTRL_U, DOWN, ENTER, ESC, LEFT, RIGHT, RUBOUT, Talk, Tongue, UP, questions};

fn plan(place: &Place) -> toml::Table {
    place.read("community.toml").parse().expect("TOML")
}

#[test]
fn the_whole_interview_ends_with_a_sound_plan() {
    for tongue in Tongue::ALL {
        let place = Place::new();
        let mut talk = Talk::begin(&place, tongue);
        talk.one("language", &[]);
        talk.one("starter", &[]);
        // 晨光书会 ← Rubout 读书 → 晨光读书会; the keys must count characters, not bytes or columns
        let zh = ["晨光书会", LEFT, RUBOUT, "读书", RIGHT, "！", RUBOUT].concat();
        let en = ["awn Reders", LEFT, LEFT, LEFT, LEFT, "a", CTRL_A, "D"].concat();
        let name = match tongue {
            Tongue::Zh => zh,
            Tongue::En => en,
        };
        talk.types("name", &name);
        talk.types("audience", tongue.pick("买了书读不完的人", "people who never finish a book"));
        talk.types("promise", tongue.pick("每月读完三本", "three books finished every month"));
        talk.chooses("motives", &[" "], tongue.pick("卖产品", "to sell products"));
        talk.types("channels", tongue.pick("1群 企业微信 160人；2群 企业微信", "#desk Discord 160; #help Slack"));
        talk.sees(tongue.pick("1群 · 企业微信客户群 · 160 人", "#desk · Discord · 160 people"));
        // the second line once more: what is typed behind it belongs to it
        talk.again("2");
        talk.sees(tongue.pick("> 2群 企业微信", "> #help Slack"));
        talk.press(RIGHT);
        talk.press(" 180");
        talk.press(ENTER);
        talk.sees(tongue.pick("2群 · 企业微信客户群 · 180 人", "#help · Slack · 180 people"));
        talk.again("");
        talk.types("sizes", "480 → 280");
        talk.sees(tongue.pick("已经比目标多", "more members now than you want"));
        // what was refused is in the line, and what is typed replaces it
        talk.sees("> 480 → 280");
        talk.press("480 → 600");
        talk.press(ENTER);
        talk.types(
            "people",
            tongue.pick("敏姐 群主 10小时；May、小陶 管理员", "Dana owner 10h; Ravi, Meera moderators"),
        );
        talk.sees(tongue.pick("敏姐 · 群主 · 每周 10 小时", "Dana · owner · 10 hours a week"));
        // a line of which a part cannot be read stays in the line; the other was taken
        talk.again(tongue.pick("19位志愿者；10小时", "19 helpers; 10h"));
        talk.sees(tongue.pick("先写名字", "a name first"));
        talk.sees(tongue.pick("19 人，还没有名字", "19 people without names yet"));
        talk.sees(tongue.pick("> 10小时", "> 10h"));
        talk.press(tongue.pick("周舟 10小时", "Kim 10h"));
        talk.press(ENTER);
        talk.sees(
            tongue.pick(
                "周舟 · 没写角色，算组织者 · 每周 10 小时",
                "Kim · no role given: an organiser · 10 hours a week",
            ),
        );
        talk.again("");
        let last = tongue.pick("团队复盘一次", "The team reviews on the last day");
        talk.chooses("agreed", &[" ", DOWN, " ", DOWN, DOWN, DOWN, " "], last);
        talk.types(
            "activities",
            tongue.pick("每周三 20:00-21:00 答疑夜", "every Wed 20:00-21:00 office hours in #help"),
        );
        talk.sees(
            tongue.pick("答疑夜 · 每周三 20:00-21:00 · 1群、2群", "office hours · every Wed 20:00-21:00 · #help"),
        );
        talk.again("");
        talk.types("sells", tongue.pick("年卡 365元/年", "Membership 12 USD a month"));
        talk.again("");
        talk.types("starts", tongue.pick("2027年1月5日", "2027-01-05"));
        talk.sees(tongue.pick("记为：2027-01-05", "2027-01-05"));
        // from "later" over the two lines below it to the first
        talk.one("lasts", &[DOWN, DOWN, DOWN]);
        talk.chooses("none_of", &[" "], tongue.pick("团队例会", "team meetings"));
        let summary = talk.sums_up();
        assert!(summary.contains("480 → 600") && summary.contains("1群") == matches!(tongue, Tongue::Zh), "{summary}");
        // the fourth answer: who it is for
        talk.press(DOWN);
        talk.press(ENTER);
        talk.sees("15 ");
        for key in [DOWN, DOWN, DOWN, ENTER] {
            talk.press(key);
        }
        talk.types("audience", tongue.pick("夜班的人", "people on night shifts"));
        talk.writes();
        let end = talk.ends(0);
        assert!(end.contains("qun schedule --month 2027-01"), "{end}");
        assert!(end.contains(tongue.pick("最要紧的 11 项", "of 11 essentials")), "{end}");
        assert_eq!(place.files(), ["community.toml"], "no draft is left");

        let plan = plan(&place);
        let wanted = tongue.pick("晨光读书会", "Dawn Readers");
        assert_eq!(plan["community"]["name"].as_str(), Some(wanted));
        assert_eq!(plan["language"].as_str(), Some(tongue.tag()));
        assert_eq!(plan["time_zone"].as_str(), Some("Asia/Tokyo"), "that of the machine");
        assert_eq!(plan["community"]["size"]["target"].as_integer(), Some(600));
        let audience = tongue.pick("夜班的人", "people on night shifts");
        assert_eq!(plan["audiences"][0]["name"].as_str(), Some(audience));
        let list = |key: &str| plan[key].as_array().expect("a list").clone();
        let motives = plan["positioning"]["motives"].as_array().expect("a list");
        assert_eq!(motives.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>(), ["gather-interest"]);
        assert_eq!(list("channels").iter().map(|c| c["now"].as_integer()).collect::<Vec<_>>(), [Some(160), Some(180)]);
        assert_eq!(list("people").len(), 4);
        assert_eq!(list("roles").len(), 4, "19 helpers are a role, nobody's name; who has none has one of their own");
        assert_eq!(plan["rules"]["quiet_hours"].as_str(), Some("22:30-08:00"));
        assert_eq!(plan["rules"]["conduct"].as_array().expect("a list").len(), 2);
        assert_eq!(plan["lifecycle"]["starts"].to_string(), "2027-01-05");
        assert_eq!(plan["lifecycle"]["review_every"].as_str(), Some("1y"));
        let when = tongue.pick("每周三 20:00-21:00", "every Wed 20:00-21:00");
        assert_eq!(list("activities")[0]["when"].as_str(), Some(when));
        assert_eq!(
            list("activities")[0]["channels"].as_array().map(Vec::len),
            Some(if wanted.is_ascii() { 1 } else { 2 })
        );
        let price = tongue.pick("365 CNY", "12 USD");
        assert_eq!(list("monetisation")[0]["price"].as_str(), Some(price));
        assert_eq!(plan["without"][0].as_str(), Some("partners"));
        let lint = place.run("lint --fail-on error");
        assert_eq!(lint.code, 0, "{}{}", lint.out, lint.err);
    }
}

#[test]
fn shows_help_goes_back_and_refuses_wrong_answers() {
    for tongue in Tongue::ALL {
        let place = Place::new();
        let mut talk = Talk::begin(&place, tongue);
        talk.is_asked("language");
        talk.sees(tongue.pick("? 说明", "? help"));
        talk.press(ESC);
        // there is nothing before the first question, which is put again
        talk.sees(tongue.pick("这已经是第一个问题", "This is the first question"));
        talk.begins_with_a_template();
        talk.types("name", "?");
        talk.sees(tongue.pick("晨光书店", "Dawn bookshop"));
        talk.sees(tongue.pick("社群（community）：", "community (社群): "));
        talk.again(tongue.pick("山野跑团", "Hill Runners"));
        talk.types("audience", "<");
        // Esc goes back from a line as it does from a list, and swallows no key
        talk.is_asked("name");
        talk.sees(&format!("> {}", tongue.pick("山野跑团", "Hill Runners")));
        talk.press(ESC);
        talk.one("starter", &[]);
        // what was answered is in the line again; behind a key that moves, what is typed is added
        talk.is_asked("name");
        talk.sees(&format!("> {}", tongue.pick("山野跑团", "Hill Runners")));
        talk.press(RIGHT);
        talk.press("!");
        talk.press(ENTER);
        talk.types("audience", "");
        talk.types("promise", "");
        let last = tongue.pick("扩大影响力", "gain influence");
        // the list is there again behind its help
        talk.is_asked("motives");
        talk.sees(last);
        talk.press("?");
        talk.sees(tongue.pick("照实选", "Be honest"));
        talk.sees(last);
        talk.press(" ");
        talk.press(ENTER);
        talk.types("channels", tongue.pick("微信群、Slack", "Slack"));
        // Esc keeps what was typed line by line
        talk.sees("Slack");
        talk.sees("> ");
        talk.press(ESC);
        talk.chooses("motives", &[], last);
        talk.is_asked("channels");
        talk.sees("Slack");
        talk.again("");
        talk.types("sizes", tongue.pick("很多", "many"));
        talk.sees(tongue.pick("20 到 30", "such as 20, or 20 to"));
        talk.again("20");
        talk.types("people", tongue.pick("小雨", "Ana"));
        talk.again(tongue.pick("小雨", "Ana"));
        talk.sees(tongue.pick("出现了两次", "appears twice"));
        talk.sees(&format!("> {}", tongue.pick("小雨", "Ana")));
        talk.press(CTRL_U);
        talk.press(ENTER);
        talk.is_asked("agreed");
        talk.sees("→");
        talk.press(ENTER);
        talk.is_asked("taken_activities");
        talk.sees(tongue.pick("还有自己的", "others of our own"));
        for key in [" ", UP, " ", ENTER] {
            talk.press(key);
        }
        talk.types("activities", tongue.pick("每周八 20:00 聚会", "every Blursday 20:00 meeting"));
        talk.sees(tongue.pick("不行", "not \""));
        talk.sees(tongue.pick("> 每周八 20:00 聚会", "> every Blursday 20:00 meeting"));
        talk.press(tongue.pick("每周五 20:00 聚会", "every Fri 20:00 meeting"));
        talk.press(ENTER);
        talk.again("");
        talk.types("sells", tongue.pick("没有", "none"));
        talk.sees(tongue.pick("不收费", "nothing is sold"));
        talk.again("");
        talk.types("starts", "2027-02-30");
        talk.sees(tongue.pick("日历上有的一天", "a day that exists in the calendar"));
        talk.sees("> 2027-02-30");
        talk.press(CTRL_U);
        talk.press(ENTER);
        talk.sees(tongue.pick("沿用：2026-12-01", "kept: 2026-12-01"));
        talk.one("lasts", &[]);
        // back from what is summed up, and forward again
        talk.sums_up();
        talk.press(ESC);
        talk.one("lasts", &[]);
        talk.writes();
        talk.ends(0);
        let plan = plan(&place);
        assert_eq!(plan["community"]["name"].as_str(), Some(tongue.pick("山野跑团!", "Hill Runners!")));
        assert_eq!(plan["community"]["size"]["now"].as_integer(), Some(20));
        assert_eq!(plan["channels"].as_array().map(Vec::len), Some(if tongue.tag() == "en" { 1 } else { 2 }));
        assert_eq!(plan["people"].as_array().map(Vec::len), Some(1));
        assert_eq!(plan["activities"].as_array().map(Vec::len), Some(2));
        assert_eq!(plan["without"][0].as_str(), Some("monetisation"));
        assert_eq!(plan["lifecycle"]["starts"].to_string(), "2026-12-01");
        assert!(plan.get("template").is_none() && plan.get("places").is_none());
    }
}

#[test]
fn no_color_turns_colours_off() {
    for (environment, is_coloured) in [("NO_COLOR=1", false), ("NO_COLOR=", true)] {
        let place = Place::new();
        let script = format!(r#"{environment} exec "$0" init --template reading-club --lang en"#);
        let mut talk = Talk::by(&place, Tongue::En, &script, questions(&place, Tongue::En));
        let mut heard = String::new();
        for _ in ["name", "audience", "promise"] {
            heard.push_str(&talk.sees("> "));
            talk.press(ENTER);
        }
        heard.push_str(&talk.sees("gain influence"));
        talk.press(CTRL_C);
        heard.push_str(&talk.ends(130));
        // a colour ends in m, a move of the cursor in another letter
        let ends = heard.split("\u{1b}[").skip(1).map(|code| code.trim_start_matches(|c: char| !c.is_alphabetic()));
        let ends: Vec<bool> = ends.map(|code| code.starts_with('m')).collect();
        assert!(!ends.is_empty(), "the cursor is moved");
        assert_eq!(ends.contains(&true), is_coloured, "{environment}: {heard:?}");
    }
}

#[test]
fn a_dumb_terminal_is_asked_line_by_line() {
    const SCRIPT: &str = r#"stty rows 24 cols 40 && exec "$0" init --template reading-club --today 2026-11-22"#;
    for tongue in Tongue::ALL {
        let place = Place::new();
        let mut talk = Talk::on(&place, tongue, "dumb", SCRIPT, questions(&place, tongue));
        let mut heard = talk.sees("> ");
        assert!(heard.contains(tongue.pick("* 1. 简体中文", "* 2. English")), "{heard}");
        let name = tongue.pick("晨读会", "Dawn Readers");
        let mut answers = vec![
            "",
            name,
            // taken back, and kept when it is asked again
            "",
            "<",
            "",
            "",
            // several: refused, then understood
            "99",
            "1,3",
            // line by line, an empty line ends
            "Slack",
            "",
            "20 → 30",
        ];
        answers.reverse();
        // everything else as it is offered
        loop {
            talk.press(answers.pop().unwrap_or_default());
            talk.press(ENTER);
            heard.push_str(&(talk.sees("\r\n") + "\n"));
            let ends = tongue.pick("就这样，写计划", "accept and write the plan");
            let part = talk.sees("> ");
            let is_end = part.contains(ends);
            heard.push_str(&part);
            if is_end {
                break;
            }
        }
        talk.press(ENTER);
        heard.push_str(&talk.ends(0));
        for line in heard.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 40, "{line}");
        }
        assert!(!heard.contains(ESC), "nothing moves the cursor or colours: {heard:?}");
        assert!(heard.contains(tongue.pick("请输入 1 到", "type numbers from 1 to")), "{heard}");
        let plan = plan(&place);
        assert_eq!(plan["community"]["name"].as_str(), Some(name));
        assert_eq!(plan["channels"][0]["platform"].as_str(), Some("slack"));
        assert_eq!(plan["community"]["size"]["target"].as_integer(), Some(30));
        let motives = plan["positioning"]["motives"].as_array().expect("a list");
        assert_eq!(
            motives.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>(),
            ["gather-interest", "widen-contacts"]
        );
    }
}

#[test]
fn an_interrupted_interview_resumes_where_it_stopped() {
    let stopped = |tongue: Tongue| tongue.pick("答过的都留着", "what you answered is kept");
    for tongue in Tongue::ALL {
        let place = Place::new();
        let mut talk = Talk::begin(&place, tongue);
        talk.begins_with_a_template();
        talk.types("name", tongue.pick("山野跑团", "Hill Runners"));
        talk.types("audience", "");
        talk.types("promise", "");
        // in a list
        talk.is_asked("motives");
        talk.sees(tongue.pick("扩大影响力", "gain influence"));
        talk.press(CTRL_C);
        talk.sees(stopped(tongue));
        talk.ends(130);
        assert_eq!(place.files(), ["community.toml.draft"]);

        let mut talk = Talk::begin(&place, tongue);
        talk.sees(tongue.pick("已有 5 个回答", "with 5 answers"));
        talk.sees(tongue.pick("从头开始", "start over"));
        talk.press(ENTER);
        talk.chooses("motives", &[], tongue.pick("扩大影响力", "gain influence"));
        talk.types("channels", "");
        // in a text
        talk.is_asked("sizes");
        talk.sees("> ");
        talk.press(tongue.pick("没写完", "half a sen"));
        talk.press(CTRL_C);
        talk.sees(stopped(tongue));
        talk.ends(130);
        assert!(place.read("community.toml.draft").contains(tongue.pick("山野跑团", "Hill Runners")));

        let mut talk = Talk::begin(&place, tongue);
        talk.sees(tongue.pick("从头开始", "start over"));
        talk.press(ENTER);
        talk.is_asked("sizes");
        talk.press(CTRL_C);
        talk.ends(130);

        // or you start over
        let mut talk = Talk::begin(&place, tongue);
        talk.sees(tongue.pick("从头开始", "start over"));
        talk.press(DOWN);
        talk.press(ENTER);
        talk.is_asked("language");
        talk.press(CTRL_C);
        talk.ends(130);
    }
}

#[test]
fn a_killed_program_restores_the_terminal() {
    // the inner shell prints the number of the process that it becomes
    const SCRIPT: &str = r#"sh -c 'echo "pid $$;"; exec "$0" init --template reading-club --lang en' "$0"; stty -a"#;
    for signal in ["-TERM", "-HUP"] {
        for is_in_list in [false, true] {
            let place = Place::new();
            let mut talk = Talk::by(&place, Tongue::En, SCRIPT, questions(&place, Tongue::En));
            talk.sees("pid ");
            let pid = talk.sees(";");
            talk.is_asked("name");
            talk.sees("> ");
            talk.press("Hill");
            if is_in_list {
                talk.press(ENTER);
                talk.types("audience", "");
                talk.types("promise", "");
                talk.is_asked("motives");
                talk.sees("gain influence");
            } else {
                talk.sees("Hill");
            }
            let killed = Command::new("kill").args([signal, &pid]).status().expect("kill");
            assert!(killed.success());
            talk.sees("what you answered is kept");
            let modes = talk.ends(0);
            for mode in ["icanon", "isig", "icrnl"] {
                assert!(modes.split([' ', ';', '\r', '\n']).any(|word| word == mode), "{signal}: {modes}");
            }
            assert_eq!(place.files().is_empty(), !is_in_list, "what was answered is kept");
        }
    }
}

#[test]
fn a_draft_is_resumed_or_kept_and_never_lost() {
    const DRAFT: &str = "format = 1\n\n[answers]\nstarter = \"reading-club\"\nname = \"Dawn\"\n";
    for tongue in Tongue::ALL {
        let place = Place::new();
        place.write("community.toml.draft", DRAFT.as_bytes());
        let run = place.run(&format!("init --yes --lang {}", tongue.tag()));
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("community.toml.draft"), "{}", run.err);
        assert_eq!(place.read("community.toml.draft"), DRAFT);

        // a starter that was asked for wins over the draft's, the other answers go on
        let place = Place::new();
        place.write("community.toml.draft", DRAFT.as_bytes());
        let words = format!("init --template brand-fans --lang {}", tongue.tag());
        let mut talk = Talk::of(&place, tongue, &words, questions(&place, tongue));
        talk.sees(tongue.pick("读书会", "Reading club"));
        talk.sees(tongue.pick("从头开始", "start over"));
        talk.press(ENTER);
        talk.types("audience", "");
        talk.is_asked("promise");
        talk.press(CTRL_C);
        talk.ends(130);
        let draft = place.read("community.toml.draft");
        assert!(draft.contains("brand-fans") && draft.contains("Dawn"), "{draft}");

        let mut talk = Talk::of(&place, tongue, &words, questions(&place, tongue));
        talk.sees(tongue.pick("从头开始", "start over"));
        talk.press(DOWN);
        talk.press(ENTER);
        talk.sees("community.toml.draft.1");
        talk.is_asked("name");
        talk.press(CTRL_C);
        talk.ends(130);
        assert_eq!(place.read("community.toml.draft.1"), draft);
    }
}

#[test]
fn two_interviews_about_one_plan_do_not_overwrite_each_other() {
    for tongue in Tongue::ALL {
        let place = Place::new();
        let mut first = Talk::begin(&place, tongue);
        first.begins_with_a_template();
        first.types("name", tongue.pick("山野跑团", "Hill Runners"));
        first.is_asked("audience");
        let mut second = Talk::begin(&place, tongue);
        second.sees(tongue.pick("从头开始", "start over"));
        second.press(ENTER);
        second.is_asked("audience");
        second.sees("> ");
        first.again("");
        first.is_asked("promise");
        let draft = place.read("community.toml.draft");
        second.press(ENTER);
        second.sees(tongue.pick("另一个 qun init 正在写", "another qun init is writing"));
        second.ends(2);
        assert_eq!(place.read("community.toml.draft"), draft);
        // the first goes on
        first.again("");
        first.is_asked("motives");
        first.press(CTRL_C);
        first.ends(130);
        assert!(place.read("community.toml.draft").len() > draft.len());
    }
}

#[test]
fn the_suggested_command_keeps_the_given_options() {
    let place = Place::new();
    place.write("a.toml", b"format = 1\n[answers]\nname = \"Dawn\"\n");
    for tongue in Tongue::ALL {
        let tag = tongue.tag();
        let run = place.run(&format!("init --answers a.toml --set starts=2027-01-05 --lang {tag} x.toml"));
        assert_eq!(run.code, 2);
        let proposed = format!("qun init --answers a.toml --set starts=2027-01-05 --lang {tag} --yes x.toml");
        assert!(run.err.contains(&proposed), "{}", run.err);
    }
}

#[test]
fn without_a_terminal_missing_answers_are_listed() {
    for tongue in Tongue::ALL {
        let place = Place::new();
        let run = place.run(&format!("init --lang {} --set name=Dawn --set starts=2027-01-05", tongue.tag()));
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        for id in ["starter", "audience", "activities", "people", "sells", "lasts", "--yes", "--answers"] {
            assert!(run.err.contains(id), "{id}: {}", run.err);
        }
        let missing = run.err.lines().next().expect("a line");
        assert!(!missing.split(' ').any(|id| ["name", "starts", "language"].contains(&id)), "{missing}");
        assert!(place.files().is_empty());
    }
}

#[test]
fn an_answers_file_replaces_the_interview() {
    let toml = "format = 1\n[answers]\nlanguage = \"en\"\nname = \"Dawn\"\nmotives = [\"sell-products\"]\nstarts = 2027-01-05\n";
    let json =
        r#"{"format":1,"answers":{"language":"en","name":"Dawn","motives":["sell-products"],"starts":"2027-01-05"}}"#;
    let place = Place::new();
    place.write("answers.toml", toml.as_bytes());
    place.write("answers.json", json.as_bytes());
    let texts = ["answers.toml", "answers.json"].map(|file| {
        let run = place.run(&format!("init --answers {file} --yes {file}.plan"));
        assert_eq!(run.code, 0, "{}", run.err);
        place.read(&format!("{file}.plan"))
    });
    assert_eq!(texts[0], texts[1]);
    let plan: toml::Table = texts[0].parse().expect("TOML");
    assert_eq!(plan["community"]["name"].as_str(), Some("Dawn"));
    assert_eq!(plan["lifecycle"]["starts"].to_string(), "2027-01-05");
    // a single answer wins over the file
    let run = place.run("init --answers answers.toml --set name=Dusk --yes community.toml");
    assert_eq!(run.code, 0, "{}", run.err);
    let before = place.read("community.toml");
    assert!(before.contains("name = \"Dusk\""));

    // a plan that is there is left alone
    let run = place.run("init --answers answers.toml --yes");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("community.toml") && run.err.contains("--force"), "{}", run.err);
    assert_eq!(place.read("community.toml"), before);
}

#[test]
fn all_mistakes_of_an_answers_file_are_reported_and_nothing_is_written() {
    let place = Place::new();
    let wrong = "format = 1\n[answers]\nstarter = \"readng-club\"\nnmae = \"x\"\nprice = [1]\nstarts = \"soon\"\nweekly_when = \"每周八\"\nkind = 3\n";
    place.write("answers.toml", wrong.as_bytes());
    for language in ["zh-CN", "en"] {
        let run = place.run(&format!("init --answers answers.toml --yes --lang {language}"));
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        for id in ["answers.toml", "starter", "nmae", "price", "starts", "weekly_when", "kind"] {
            assert!(run.err.contains(id), "{id}: {}", run.err);
        }
        assert_eq!(place.files(), ["answers.toml"]);
        let run = place.run(&format!("init --set starter=foo --set starts=soon --set price --yes --lang {language}"));
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        for id in ["starter", "starts", "price"] {
            assert!(run.err.contains(id), "{id}: {}", run.err);
        }
    }
}

#[test]
fn a_broken_draft_is_kept_and_reported() {
    const HALF: &str = "format = 1\n\n[answers]\nstarter = \"reading-cl";
    for tongue in Tongue::ALL {
        let place = Place::new();
        place.write("community.toml.draft", HALF.as_bytes());
        let words = format!("init --template reading-club --lang {}", tongue.tag());
        let mut talk = Talk::of(&place, tongue, &words, questions(&place, tongue));
        talk.sees(tongue.pick("读不出来，从头开始", "cannot be read; starting over"));
        talk.sees("4");
        talk.sees("community.toml.draft.1");
        talk.is_asked("name");
        talk.press(CTRL_C);
        talk.ends(130);
        assert_eq!(place.read("community.toml.draft.1"), HALF);
    }
}

#[test]
fn a_missing_answers_file_is_reported_with_an_example() {
    let place = Place::new();
    for tongue in Tongue::ALL {
        let run = place.run(&format!("init --answers gone.toml --lang {}", tongue.tag()));
        assert_eq!(run.code, 2);
        for part in ["gone.toml", "--print-questions", "[answers]", tongue.pick("夜航船", "Night Boat")] {
            assert!(run.err.contains(part), "{part}: {}", run.err);
        }
    }
}

#[test]
fn the_printed_questions_are_all_that_is_asked() {
    for tongue in Tongue::ALL {
        let place = Place::new();
        let run = place.run(&format!("init --print-questions --lang {}", tongue.tag()));
        let printed: Value = serde_json::from_str(&run.out).expect("JSON");
        assert_eq!(printed["language"].as_str(), Some(tongue.tag()));
        let all = printed["questions"].as_array().expect("a list");
        assert!(all.len() > 12);
        // all defaults, given as answers, leave nothing to be asked
        let asked = all.iter().filter(|question| question["asked"] == true);
        let answers: serde_json::Map<String, Value> =
            asked.map(|q| (q["id"].as_str().expect("an id").to_owned(), q["default"].clone())).collect();
        let file = serde_json::json!({ "format": 1, "answers": answers });
        place.write("answers.json", file.to_string().as_bytes());
        let run = place.run("init --answers answers.json");
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(place.files().contains(&"community.toml".to_owned()));
    }
}

#[test]
fn only_what_is_missing_is_asked_when_something_is_added() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        let mut talk = Talk::add(&place, tongue, "activity --title 观影 --lasts 2h");
        talk.sees("1/2");
        talk.is_asked("activity_when");
        talk.again("");
        talk.sees(tongue.pick("这里不能空着", "this cannot be left empty"));
        talk.again(tongue.pick("每周八 20:00", "every Fri 25:00"));
        talk.sees(tongue.pick("不行", "cannot use"));
        talk.again(tongue.pick("salon 前1天 20:00", "1 day before salon 20:00"));
        talk.is_asked("activity_owner");
        talk.sees(tongue.pick("? 说明", "? help"));
        talk.press(ESC);
        // back at what was answered before: it is kept
        talk.types("activity_when", "");
        // the first is 阿明
        talk.one("activity_owner", &[DOWN]);
        let end = talk.ends(0);
        assert!(end.contains("2026-12-11") && end.contains(tongue.pick("加好了", "added")), "{end}");
        let when = tongue.pick("salon 前1天 20:00", "1 day before salon 20:00");
        let block = format!(
            "\n[[activities]]\nid = \"activity-1\"\ntitle = \"观影\"\nwhen = \"{when}\"\nlasts = \"2h\"\nowner = \"carrier\"\n"
        );
        let anchor = "\n[[content]]\nid = \"morning\"";
        let text = place.read("community.toml");
        assert!(text == CLUB.replacen(anchor, &format!("{block}{anchor}"), 1), "{block}");

        let place = Place::with(CLUB);
        let mut talk = Talk::add(&place, tongue, "person");
        talk.types("person_name", tongue.pick("小红", "Ana"));
        talk.is_asked("person_roles");
        talk.press(CTRL_C);
        talk.sees(tongue.pick("已停下，什么都没有写", "Stopped; nothing was written"));
        talk.ends(130);
        assert!(place.read("community.toml") == CLUB);
    }
}

#[test]
fn the_full_interview_is_summed_up_by_chapter_and_calculates_the_costs() {
    for tongue in Tongue::ALL {
        let place = Place::new();
        let sold = tongue.pick("sells=年卡", "sells=Membership");
        let priced = tongue.pick("年卡 100元/年", "Membership 100 EUR a year");
        let run = place.run(&format!("init --full --print-questions --set {sold} --lang {}", tongue.tag()));
        let printed: Value = serde_json::from_str(&run.out).expect("JSON");
        let all = printed["questions"].as_array().expect("a list");
        let asked: Vec<&Value> = all.iter().filter(|question| question["asked"] == true).collect();
        assert!(asked.len() > 90, "{}", asked.len());
        // all is answered but what it costs
        let money = tongue.pick("变现", "monetisation");
        assert!(asked.iter().any(|question| question["chapter"] == money));
        let others = asked.iter().filter(|question| question["chapter"] != money);
        let mut answers: serde_json::Map<String, Value> =
            others.map(|q| (q["id"].as_str().expect("an id").to_owned(), q["default"].clone())).collect();
        answers.insert("sells".to_owned(), priced.into());
        place.write("a.json", serde_json::json!({ "format": 1, "answers": answers }).to_string().as_bytes());

        let mut talk = Talk::init(&place, tongue, "--full --answers a.json");
        talk.sees(tongue.pick("先后随意", "any order"));
        talk.sees(tongue.pick("写计划（空着", "write the plan (what"));
        // from the first chapter, of which all was left open, to the fourteenth
        (0..13).for_each(|_| talk.press(DOWN));
        talk.press(ENTER);
        // the price came with the product
        talk.sees(tongue.pick("14/16 变现 2/", "14/16 monetisation 2/"));
        for id in ["payer", "buyers"] {
            talk.types(id, if id == "buyers" { "59" } else { "" });
        }
        talk.types("fixed_costs", tongue.pick("300 CNY", "300 EUR"));
        talk.types("cost_per_buyer", tongue.pick("40 CNY", "40 EUR"));
        // 12 × 300 = 3600 a year, 60 of each: 60 buyers
        talk.sees(tongue.pick("够本要 60 人买，预计只有 59 人：不够", "60 buyers but expect only 59"));
        for id in ["payee", "refund", "renewal", "sharing"] {
            talk.types(id, if id == "renewal" { tongue.pick("提前 30 天", "30 days before") } else { "" });
        }
        talk.types("books", "");
        talk.sees(tongue.pick("第 14 章 变现", "Chapter 14, monetisation"));
        let shown = talk.sees(tongue.pick("改一个回答", "change an answer"));
        assert!(shown.contains("59") && shown.contains("3. "), "{shown}");
        talk.press(DOWN);
        talk.press(ENTER);
        // the third question of the chapter
        let third: String = talk.questions["buyers"].chars().take(12).collect();
        talk.sees(&third);
        for key in [DOWN, DOWN, ENTER] {
            talk.press(key);
        }
        talk.types("buyers", &[RUBOUT, RUBOUT, "61"].concat());
        talk.sees(tongue.pick("预计 61 人：够了", "buyers and expect 61: enough"));
        talk.sees(tongue.pick("第 14 章 变现", "Chapter 14, monetisation"));
        talk.sees(tongue.pick("改一个回答", "change an answer"));
        talk.press(ENTER);
        // the menu again, with the plan to be written at its end
        talk.sees(tongue.pick("写计划（空着", "write the plan (what"));
        [UP, ENTER].into_iter().for_each(|key| talk.press(key));
        talk.ends(0);
        let plan = plan(&place);
        assert_eq!(plan["monetisation"][0]["renewal"]["remind"].as_str(), Some("T-30d"), "it is paid by year");
        let sold = plan["monetisation"].as_array().expect("a list").iter().find(|row| row.get("buyers").is_some());
        assert_eq!(sold.expect("it is sold")["buyers"]["expected"].as_integer(), Some(61));
        assert_eq!(place.run("lint --fail-on error").code, 0);
    }
}

#[test]
fn with_a_plan_only_its_gaps_are_asked_and_each_answer_is_written() {
    const PLAN: &str = "# mine\nlanguage = \"LANGUAGE\"\n[community]\nname = \"Dawn\" # as on the door\n";
    for tongue in Tongue::ALL {
        let text = PLAN.replace("LANGUAGE", tongue.tag());
        let place = Place::with(&text);
        let mut talk = Talk::begin(&place, tongue);
        talk.sees(tongue.pick("只问它缺的", "Here is only what is missing"));
        // whom it is for and how large it is come first
        talk.types("audience", tongue.pick("上夜班的护士", "nurses on night shifts"));
        talk.types("size_target", "60");
        talk.is_asked("platform");
        talk.press(CTRL_C);
        talk.ends(130);
        let written = place.read("community.toml");
        assert!(written.starts_with(&text), "{written}");
        let plan = plan(&place);
        assert!(plan["audiences"][0].get("name").is_some());
        assert_eq!(plan["community"]["size"]["target"].as_integer(), Some(60));
        assert_eq!(place.files(), ["community.toml"]);

        // the next time it goes on with the rest
        let mut talk = Talk::begin(&place, tongue);
        let next = first_gaps(&written);
        assert!(next.iter().all(|question| !["audience", "size_target"].contains(&question.id)));
        talk.is_asked(next[0].id);
        talk.press(CTRL_C);
        talk.ends(130);
        assert_eq!(place.read("community.toml"), written, "nothing was answered");
        // a plan that is to be written again is no plan with gaps
        let run = place.run("init --yes");
        assert_eq!(run.code, 2);
        assert!(run.err.contains("--force"), "{}", run.err);
    }
}

/// The first questions about what a plan lacks.
fn first_gaps(text: &str) -> Vec<&'static Question> {
    of_plan::first_gaps(text, &Library::default()).into_iter().take(10).collect()
}

#[test]
fn ten_gaps_are_asked_at_a_time() {
    for tongue in Tongue::ALL {
        let text = format!("language = \"{}\"\n[community]\nname = \"Dawn\"\n", tongue.tag());
        let place = Place::with(&text);
        let mut talk = Talk::begin(&place, tongue);
        for question in first_gaps(&text) {
            match question.kind {
                AnswerKind::Several(_) => talk.chooses("motives", &[" "], tongue.pick("扩大影响力", "gain influence")),
                // a long list has a filter above it
                AnswerKind::Choice(_) if question.id == "platform" => {
                    talk.is_asked(question.id);
                    talk.sees(tongue.pick("筛选：", "filter:"));
                    talk.press(ENTER);
                }
                AnswerKind::Choice(_) | AnswerKind::YesNo => talk.one(question.id, &[]),
                _ => talk.types(question.id, ""),
            }
        }
        talk.sees(tongue.pick("写好了：community.toml", "written: community.toml"));
        talk.sees(tongue.pick("接着答吗？", "Continue?"));
        talk.sees(tongue.pick("否", "no"));
        talk.press(DOWN);
        talk.press(ENTER);
        talk.ends(0);
        let after = place.read("community.toml");
        assert!(after.starts_with(&text) && after.contains("motives"), "{after}");
        // the next ten are others
        let mut talk = Talk::begin(&place, tongue);
        let next = first_gaps(&after)[0];
        talk.is_asked(next.id);
        talk.press(CTRL_C);
        talk.ends(130);
    }
}

/// What is answered in each way in, as a file.
fn answers(way: &str, tongue: Tongue) -> String {
    let own = tongue.pick(
        "name = \"深夜编辑部\"\naudience = \"自由撰稿人\"\npromise = \"每周改一篇稿\"\nchannels = [\"1群 企业微信 160人\"]\npeople = [\"敏姐 群主 10小时\", \"19位志愿者\"]\nactivities = [\"每周三20:00 改稿夜\", \"每天8:00 早安签到\"]\nsells = \"年卡 432元/年\"\n",
        "name = \"Night Desk\"\naudience = \"freelance writers\"\npromise = \"one draft edited a week\"\nchannels = [\"#desk Discord 160\"]\npeople = [\"Zelda owner 10h\", \"19 helpers\"]\nactivities = [\"Wed 20:00 draft surgery\", \"daily 8:00 desk roll call\"]\nsells = \"Desk pass 43 USD a month\"\n",
    );
    let tag = tongue.tag();
    format!(
        "format = 1\n[answers]\nlanguage = \"{tag}\"\nstarter = \"{way}\"\n{own}motives = [\"gather-interest\"]\nsizes = \"160 → 200\"\nagreed = [\"no-attacks\", \"rule-1\"]\ntaken_activities = [\"own\"]\nsince = 2024-03-01\nstarts = 2026-12-01\nlasts = \"12\"\nnone_of = []\ntime_zone = \"UTC\"\n"
    )
}

/// The names, places, prices and titles of all starters.
fn of_starters(tongue: Tongue) -> Vec<String> {
    let library = Library::default();
    let mut texts = Vec::new();
    for name in library.starter_names() {
        let text = library.starter(name, tongue.tag().parse().expect("a language")).expect("built in");
        let starter: toml::Table = text.parse().expect("TOML");
        for (list, key) in [
            ("people", "name"),
            ("places", "name"),
            ("places", "address"),
            ("partners", "name"),
            ("channels", "title"),
            ("activities", "title"),
            ("content", "title"),
            ("monetisation", "product"),
            ("monetisation", "price"),
        ] {
            let rows = starter.get(list).and_then(toml::Value::as_array).into_iter().flatten();
            texts.extend(rows.filter_map(|row| row.get(key)?.as_str()).map(str::to_owned));
        }
    }
    texts.retain(|text| text.chars().count() > if text.is_ascii() { 4 } else { 2 });
    texts
}

#[test]
fn in_no_week_of_a_year_today_shows_anything_of_a_starter_that_was_not_chosen() {
    for tongue in Tongue::ALL {
        let foreign = of_starters(tongue);
        assert!(foreign.len() > 250, "{}", foreign.len());
        for way in ["nothing", "running", "reading-club"] {
            let place = Place::new();
            // what is not asked in this way is no answer of it
            let all = answers(way, tongue);
            let not_asked: &[&str] = match way {
                "nothing" => &["taken_activities", "since", "rule-1"],
                "running" => &["taken_activities", "starts", "rule-1"],
                _ => &["since", "none_of", "no-attacks"],
            };
            let all = all.replace(
                "\"no-attacks\", \"rule-1\"",
                if way == "reading-club" { "\"rule-1\"" } else { "\"no-attacks\"" },
            );
            let lines = all.lines().filter(|line| !not_asked.iter().any(|id| line.starts_with(&format!("{id} "))));
            place.write("a.toml", lines.collect::<Vec<_>>().join("\n").as_bytes());
            let run = place.run("init --answers a.toml");
            assert_eq!(run.code, 0, "{way}: {}", run.err);
            let mut shown = place.read("community.toml");
            let first: qun::Day = "2026-12-01".parse().expect("a day");
            // each sixth day, so that all weekdays come
            for step in 0..61 {
                let run = place.run(&format!("today --today {}", first.plus(6 * step)));
                assert_eq!(run.code, 0, "{}", run.err);
                shown.push_str(&run.out);
            }
            assert!(shown.contains(tongue.pick("改稿夜", "draft surgery")), "{shown}");
            let found: Vec<&String> = foreign.iter().filter(|text| shown.contains(text.as_str())).collect();
            assert!(found.is_empty(), "{way}: {found:?}");
        }
    }
}
