//! Help: grouped, in both languages, with examples that run; and what is typed wrong is answered with what is right.

use crate::kit::Place;

const COMMANDS: [&str; 20] = [
    "init",
    "lint",
    "today",
    "schedule",
    "checklist",
    "brief",
    "document",
    "add",
    "set",
    "change",
    "away",
    "copy",
    "why",
    "explain",
    "templates",
    "rules",
    "schema",
    "completions",
    "man",
    "help",
];

#[rustfmt::skip]
const KINDS: [&str; 29] = [
    "activity", "content", "person", "cohort", "channel", "place", "partner", "goal", "role", "programme", "product", "segment",
    "audience", "review", "tool", "topic", "experiment", "case", "problem", "honour", "ritual", "value", "alternative",
    "conduct", "phase", "onboarding", "keyword", "points", "reward",
];

/// The words of a line as a shell takes them, where double quotes hold a word together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().expect("never empty").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The examples with which a help begins, after what the command is for.
fn examples(help: &str) -> Vec<String> {
    let mut lines = help.lines().skip(2);
    let heading = lines.next().expect("a heading");
    assert!(["例子:", "Examples:"].contains(&heading), "{help}");
    lines.map_while(|line| line.strip_prefix("  qun ")).map(str::to_owned).collect()
}

#[test]
fn every_help_begins_with_two_examples_that_run() {
    for language in ["zh-CN", "en"] {
        let made = Place::new();
        let starter = made.run(&format!("init --template reading-club --yes --lang {language}"));
        assert_eq!(starter.code, 0, "{}", starter.err);
        let plan = made.read("community.toml");
        let camp = "\n[[programmes]]\nid = \"camp\"\ntitle = \"Camp\"\ndays = 7\n[[programmes.items]]\nday = 1\nat = \"08:00\"\ntitle = \"Start\"\n";
        let pages = COMMANDS.iter().map(|&command| command.to_owned());
        for page in pages.chain(KINDS.iter().map(|kind| format!("add {kind}"))) {
            let help = made.run(&format!("help {page} --lang {language}"));
            assert_eq!(help.code, 0, "{page}: {}", help.err);
            assert_eq!(made.run(&format!("{page} --help --lang {language}")).out, help.out, "{page}");
            let examples = examples(&help.out);
            assert_eq!(examples.len(), 2, "{}", help.out);
            for example in examples {
                let place = Place::new();
                if page != "init" {
                    place.write("community.toml", (plan.clone() + camp).as_bytes());
                }
                let words = words(&example);
                let run = place.run_with(words.iter().map(String::as_str), b"");
                // the interview asks on a terminal only
                let asks = example == "init" && run.err.contains("--yes");
                let finds = page == "lint" && run.code == 1;
                assert!(run.code == 0 || asks || finds, "{example}: {} {}", run.code, run.err);
            }
        }
    }
}

#[test]
fn commands_are_grouped_and_a_newcomer_sees_the_first_two_groups() {
    for (language, groups) in [
        ("zh-CN", ["\n开始\n  init", "\n每天\n  today", "\n修改\n  add", "\n了解\n  why"]),
        ("en", ["\nBegin\n  init", "\nEvery day\n  today", "\nChange\n  add", "\nUnderstand\n  why"]),
    ] {
        let place = Place::new();
        let all = place.run(&format!("help --lang {language}")).out;
        assert_eq!(place.run(&format!("--help --lang {language}")).out, all);
        let at: Vec<usize> = groups.iter().map(|group| all.find(group).expect(group)).collect();
        assert!(at.is_sorted(), "{all}");
        for command in COMMANDS {
            assert!(all.contains(&format!("\n  {command} ")), "{command}: {all}");
        }
        let first = place.run(&format!("--lang {language}"));
        assert_eq!(first.code, 0);
        assert!(groups[..2].iter().all(|group| first.out.contains(group)), "{}", first.out);
        assert!(!groups[2..].iter().any(|group| first.out.contains(group)), "{}", first.out);
        assert!(first.out.contains("qun help"), "{}", first.out);
    }
}

#[test]
fn a_wrong_command_is_answered_with_the_right_one() {
    let place = Place::new();
    for (typed, meant) in [
        ("schedul", "qun schedule"),
        ("calendar", "qun schedule"),
        ("help calender", "qun schedule"),
        ("排班", "qun schedule"),
        ("cancel", "qun change"),
        ("drop demo-day", "qun remove"),
        ("删除", "qun help 删除"),
        ("delete demo-day", "qun init"),
        ("remove activity 共桌日", "qun init"),
        ("edit", "qun set"),
        ("lists", "qun checklist"),
        ("template", "qun templates"),
        ("xyzzy", "qun help"),
        ("today --persn x", "--person"),
        ("today --person", "qun help today"),
    ] {
        for language in ["zh-CN", "en"] {
            let run = place.run(&format!("{typed} --lang {language}"));
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{typed}");
            assert!(run.err.contains(meant), "{typed}: {}", run.err);
        }
    }
}

#[test]
fn commands_and_choices_have_chinese_words() {
    let place = Place::new();
    assert_eq!(place.run("开始 --template reading-club --yes --lang zh-CN").code, 0);
    for (chinese, english) in [
        ("今天", "today"),
        ("日历 --month 2026-12", "schedule --month 2026-12"),
        ("检查", "lint"),
        ("检查 --fail-on 从不", "lint --fail-on never"),
        ("清单 每周", "checklist weekly"),
        ("清单 启动", "checklist launch"),
        ("简报 --person 沈岚 --week 下周", "brief --person 沈岚 --week next"),
        ("解释 分化者", "explain 分化者"),
        ("模板 --kind 清单", "templates --kind checklist"),
        ("帮助 日历", "help schedule"),
    ] {
        let (chinese, english) = (place.run(chinese), place.run(english));
        assert_eq!((chinese.code, chinese.out), (english.code, english.out), "{}", chinese.err);
    }
}

#[test]
fn an_option_typed_with_an_input_method_is_answered_with_its_right_form() {
    let place = Place::with(crate::kit::CLUB);
    for (line, meant) in [
        ("schedule —month next", "--month"),
        ("schedule ——month next", "--month"),
        ("schedule --month＝2026-12", "--month=2026-12"),
        ("lint －－ｆｉｘ", "--fix"),
        ("add activity —title x", "--title"),
    ] {
        for (language, words) in [("zh-CN", "写成 "), ("en", "type ")] {
            let run = place.run(&format!("{line} --lang {language}"));
            assert_eq!(run.code, 2, "{line}");
            assert!(run.err.contains(&format!("{words}{meant}\n")), "{line}: {}", run.err);
        }
    }
    let run = place.run_with(["set", "culture.slogan.text", "——读一本书，认识一群人"], b"");
    assert_eq!(run.code, 0, "a text may begin with a dash: {}", run.err);
}
