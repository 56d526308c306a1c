//! The interview as a whole: whatever is answered comes to a plan without errors, and the draft replays to the same.
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::cadence::Cadence;
use crate::finding::{Level, Literal};
use crate::language::Language;
use crate::library::{Library, Shelf};
use crate::plan;
use crate::source::Document;
use crate::value::Day;

/// The built-in starters, and the example of the format with a heading of its own.
fn library() -> Library {
    let example = include_str!("../../tests/data/plan-example.toml");
    let example =
        example.replacen("[community]", "[template]\ntitle = \"示例\"\ndescription = \"一行\"\n[community]", 1);
    let mut library = Library::default();
    library.add(Shelf::Plans, "example", &example);
    library
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn interview<'l>(library: &'l Library, pairs: &[&str]) -> Interview<'l> {
    let mut answers = Answers::default();
    for pair in pairs {
        answers.set(pair).unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
    }
    let mut interview = Interview::new(library, Mode::Quick, Language::Zh, day("2026-11-23"));
    interview.replay(&answers).expect("the answers are good");
    interview
}

fn read(text: &str, library: &Library) -> (plan::Plan, Vec<crate::finding::Finding>) {
    let mut buffer = String::new();
    let reading = plan::read(&Document::parse(text, &mut buffer), library);
    (reading.plan, reading.findings)
}

/// The errors of a text: rule and place.
fn errors(text: &str, library: &Library) -> BTreeSet<(&'static str, String)> {
    let findings = read(text, library).1;
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    errors.map(|finding| (finding.rule.id, finding.place.path.to_string())).collect()
}

/// The draft reads without an error that its starter has not.
fn assert_sound(draft: &DraftPlan, language: Language, library: &Library) {
    let starter = library.starter(&draft.starter, language).unwrap_or_default();
    let (before, after) = (errors(starter, library), errors(&draft.text, library));
    let new: Vec<_> = after.difference(&before).collect();
    assert!(new.is_empty(), "{new:?}\n{}", draft.text);
}

#[test]
fn every_starter_is_sound_without_answers() {
    let library = library();
    for name in library.starter_names() {
        for language in Language::ALL {
            let interview = interview(&library, &[&format!("language={language}"), &format!("starter={name}")]);
            let draft = interview.draft().expect("starters are TOML");
            assert_eq!(draft.starter, name);
            assert_sound(&draft, language, &library);
            assert_eq!(errors(&draft.text, &library), BTreeSet::new(), "{name}");
            let plan = read(&draft.text, &library).0;
            assert_eq!(plan.language, Some(language));
            assert_eq!(plan.lifecycle.starts, Some(day("2026-12-01")));
            assert!(!draft.text.contains("[template]"));
        }
    }
}

#[test]
fn answers_are_set_at_their_keys_and_the_rest_is_kept() {
    let library = library();
    let pairs = [
        "starter=example",
        "name=山野跑团",
        "kind=同城",
        "motives=gather-interest、打造品牌",
        "promise=每周跑 3 次",
        "platform=Discord",
        "channel=大厅",
        "people=老王、小李",
        "quiet_hours=23:00-06:00",
        "ladder_ok=否",
        "ladder=提醒，移出",
        "earning=membership",
        "price=199元",
        "starts=2027-02-01",
    ];
    let draft = interview(&library, &pairs).draft().expect("TOML");
    assert_sound(&draft, Language::Zh, &library);
    let plan = read(&draft.text, &library).0;
    assert_eq!(plan.community.name.as_deref(), Some("山野跑团"));
    assert_eq!(plan.id(), crate::value::Slug::from_text("山野跑团"));
    assert_eq!(plan.community.kind, Some(plan::community::CommunityKind::Local));
    assert_eq!(plan.positioning.motives.len(), 2);
    assert_eq!(plan.positioning.values[0].pain.as_deref(), Some("买了书读不完"), "not answered: as in the starter");
    assert_eq!(plan.positioning.values[0].promise.as_deref(), Some("每周跑 3 次"));
    assert_eq!(plan.channels[0].platform, Some(plan::channels::Platform::Discord));
    assert_eq!(plan.channels[0].title.as_deref(), Some("大厅"));
    assert_eq!(plan.rules.sanctions.ladder, ["提醒", "移出"]);
    assert_eq!(plan.rules.quiet_hours.map(|hours| hours.to_string()).as_deref(), Some("23:00-06:00"));
    let products: Vec<_> = plan.monetisation.iter().map(|p| p.price.as_ref().map(ToString::to_string)).collect();
    assert_eq!(products, [Some("199 CNY".to_owned())], "the other product is gone");
    assert_eq!(plan.cohorts[0].product, None, "and so is what referred to it");
    // 2026-12-01 → 2027-02-01 is 62 days: nine weeks
    assert_eq!(plan.goals[0].by, Some(day("2027-11-30").plus(63)));
    assert_eq!(plan.cohorts[0].starts, Some(day("2026-12-07").plus(63)));
    assert_eq!(plan.places[0].closed[0].from, Some(day("2027-02-05").plus(63)));
    assert!(plan.changes.is_empty());
    assert!(draft.text.contains("# WHY and WHAT") && draft.text.starts_with("# The plan format by example"));
    assert!(!draft.text.contains("阿明") && !draft.text.contains("小雨") && !draft.text.contains("晨光读书会"));
    assert_eq!(plan.rules.report.contact.as_deref(), Some("老王"), "who led there is who leads here");
}

#[test]
fn every_role_is_held_however_many_people_there_are() {
    let library = library();
    let roles_of = |names: &str| {
        let draft = interview(&library, &["starter=example", &format!("people={names}")]).draft().expect("TOML");
        assert_sound(&draft, Language::Zh, &library);
        let people = read(&draft.text, &library).0.people;
        let roles = |person: &plan::people::Person| person.roles.iter().map(|r| r.to_string()).collect::<Vec<_>>();
        people.iter().map(|person| (person.name.clone().unwrap_or_default(), roles(person))).collect::<Vec<_>>()
    };
    let alone = roles_of("Ana");
    let mut held = alone[0].1.clone();
    held.sort();
    assert_eq!(
        (alone.len(), held),
        (1, ["carrier", "coach", "founder", "host", "manager", "volunteer"].map(String::from).to_vec())
    );
    let two = roles_of("Ana, Ben");
    assert_eq!(two[0], ("Ana".to_owned(), ["founder", "coach", "host"].map(String::from).to_vec()));
    assert_eq!(two[1].1, ["manager", "host", "volunteer", "carrier"].map(String::from));
    let six = roles_of("a, b, c, d, e, f");
    assert!(six.len() == 6 && six.iter().all(|(_, roles)| !roles.is_empty()));
    assert!(six[1..].iter().all(|(_, roles)| !roles.contains(&"founder".to_owned())));
    assert_eq!(roles_of("host, manager, creator").len(), 3, "names that roles have already");
}

#[test]
fn going_back_shows_the_answer_given() {
    let library = library();
    let mut interview = interview(&library, &["starter=example", "language=zh-CN"]);
    assert_eq!(interview.next().map(|ask| ask.question.id), Some("name"));
    interview.answer("山野跑团").expect("a name");
    interview.answer("").expect("the default");
    assert_eq!(interview.next().map(|ask| ask.question.id), Some("motives"));
    assert!(interview.back() && interview.back());
    let ask = interview.next().expect("a question");
    assert_eq!((ask.question.id, ask.default_text().as_deref()), ("name", Some("山野跑团")));
    assert_eq!(ask.given.as_deref(), Some("山野跑团"), "it need not be typed again");
    interview.answer("").expect("keeps the answer");
    assert_eq!(interview.answers().text("name"), Some("山野跑团"));
    // forward one by one, through what was answered already
    let ask = interview.next().expect("a question");
    assert_eq!((ask.question.id, ask.given), ("kind", None), "a default that was kept is no answer of one's own");
    interview.answer("local").expect("a kind");
    assert_eq!(interview.next().map(|ask| (ask.question.id, ask.given)), Some(("motives", None)));
    while interview.back() {}
    let mut walked = Vec::new();
    while let Some(ask) = interview.next().filter(|ask| ask.question.id != "motives") {
        walked.push((ask.question.id, ask.given));
        interview.answer("").expect("keeps the answer");
    }
    let given = |text: &str| Some(text.to_owned());
    let before = [("language", given("zh-CN")), ("starter", given("example")), ("name", given("山野跑团"))];
    assert_eq!(walked, [&before[..], &[("kind", given("local"))]].concat());
}

#[test]
fn refusals_name_what_is_expected_and_change_nothing() {
    let library = library();
    let mut interview = interview(&library, &["starter=example"]);
    while let Some(ask) = interview.next() {
        let wrong = match ask.question.id {
            "kind" => ("interst", "interest"),
            "quiet_hours" => ("late", "22:30-07:30"),
            "price" => ("a lot", "365 CNY"),
            "starts" => ("2027-02-30", "calendar"),
            "people" => ("Ana, Ana", "appears twice"),
            "weekly_when" => ("someday", ""),
            "earning" => ("nothing", "membership | camp | all | none"),
            _ => {
                interview.answer("").expect("the default");
                continue;
            }
        };
        let before = interview.answers().clone();
        let refusal = interview.answer(wrong.0).expect_err(ask.question.id);
        assert!(refusal.message(Language::En).contains(wrong.1), "{}", refusal.message(Language::En));
        assert!(!refusal.message(Language::Zh).is_empty());
        assert_eq!(*interview.answers(), before);
        assert_eq!(interview.next().map(|next| next.question.id), Some(ask.question.id));
        interview.answer("").expect("the default");
    }
    assert!(interview.missing().is_empty());
}

#[test]
fn phrase_errors_are_sentences() {
    let message = |text: &str, language: Language| {
        let refused = Answers::default().set(&format!("weekly_when={text}")).expect_err(text);
        refused.message(language)
    };
    let english = message("Fix-it night", Language::En);
    assert!(english.starts_with("weekly_when: cannot use \"Fix-it night\": how often is this?"), "{english}");
    let chinese = message("湖边共读会", Language::Zh);
    assert!(chinese.starts_with("weekly_when：“湖边共读会”不行：看不出多久一次"), "{chinese}");
    // an example is given or it is not announced
    for message in [english, chinese, message("every Blursday 20:00", Language::En)] {
        assert!(!message.contains("expected") && !message.contains("要看"), "{message}");
        assert!(
            !message.ends_with([':', '：', ' ']) && !message.contains(": )") && !message.contains("：）"),
            "{message}"
        );
    }
}

#[test]
fn reads_dates_as_people_type_them() {
    let starts = |text: &str| {
        let mut answers = Answers::default();
        answers.set(&format!("starts={text}")).ok().map(|()| answers.get("starts").cloned())
    };
    for text in ["2027-02-01", "2027-2-1", "2027/02/1", "2027.2.1", "2027年2月1日", "２０２７年２月１号"] {
        assert_eq!(starts(text), Some(Some(Literal::Day(day("2027-02-01")))), "{text}");
    }
    for text in ["2027-02-30", "01/02/2027", "2027年2月", "2027-02-01-03", "//", "27-2-1"] {
        assert_eq!(starts(text), None, "{text}");
    }
    // without a year it is the coming one, seen from the day of the interview
    let library = library();
    let coming = [
        ("1 Dec", "2026-12-01"),
        ("Dec 7, 2026", "2026-12-07"),
        ("next Monday", "2026-11-30"),
        ("12月1日", "2026-12-01"),
        ("下周一", "2026-11-30"),
        ("2月1日", "2027-02-01"),
    ];
    for (text, expected) in coming {
        let interview = interview(&library, &[&format!("starts={text}")]);
        assert_eq!(interview.answers().get("starts"), Some(&Literal::Day(day(expected))), "{text}");
    }
}

#[test]
fn reads_prices_hours_and_names_as_people_type_them() {
    let library = library();
    let read_as = |pair: &str| {
        let interview = interview(&library, &["starter=example", "earning=membership", pair]);
        let id = pair.split('=').next().expect("an id");
        shown(AnswerKind::Text, interview.answers().get(id).expect("an answer"), Language::En)
    };
    assert_eq!(read_as("price=199"), "199 CNY");
    assert_eq!(read_as("price=199元/年"), "199 CNY");
    assert_eq!(read_as("price=20 USD a year"), "20 USD");
    assert_eq!(read_as("quiet_hours=22：30到8：00"), "22:30-08:00");
    assert_eq!(read_as("quiet_hours=11pm-7am"), "23:00-07:00");
    assert_eq!(read_as("people=Ana, Bo and Cy; Dee"), "Ana, Bo, Cy, Dee");
    assert_eq!(read_as("people=小周 周舟"), "小周, 周舟");
    // a price of another period than the product's is not taken for its price
    let mut interview = interview(&library, &["starter=example", "earning=membership"]);
    while interview.next().is_some_and(|ask| ask.question.id != "price") {
        interview.answer("").expect("the default");
    }
    let refusal = interview.answer("20元/月").expect_err("the product is paid by the year");
    assert!(refusal.message(Language::En).contains("the price per year"));
    assert!(refusal.message(Language::Zh).contains("一年的价格"));
    let numbers = Answers::parse("[answers]\nprice = 199\nearning = \"membership\"\nstarter = \"example\"\n");
    interview.replay(&numbers.expect("a number will do")).expect("the currency is the starter's");
    assert_eq!(interview.answers().text("price"), Some("199 CNY"));
}

#[test]
fn misplaced_answers_are_reported_with_an_example() {
    for language in Language::ALL {
        let errors = Answers::parse("name = \"夜航船\"\nkind = \"local\"\n").expect_err("there is no table");
        assert_eq!(errors.len(), 1, "not one error a line: {errors:?}");
        assert!(errors[0].message(language).ends_with(&example(language)));
        let errors = Answers::parse("name = \"夜航船\"\n[answers]\n").expect_err("above the table");
        assert!(errors[0].message(language).contains("[answers]"));
        // the example is a file of answers that is taken as a whole
        let answers = Answers::parse(&example(language)).expect("the example is good");
        let library = Library::default();
        let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23"));
        interview.replay(&answers).expect("its answers are good");
        assert_eq!(interview.answers().texts("people").len(), 2);
        assert_sound(&interview.draft().expect("TOML"), language, &library);
    }
}

#[test]
fn questions_depend_on_earlier_answers() {
    let library = library();
    let missing = |pairs: &[&str]| -> Vec<&str> { interview(&library, pairs).missing().iter().map(|q| q.id).collect() };
    let free = missing(&["starter=example", "earning=none"]);
    assert!(free.contains(&"funded_by") && !free.contains(&"price") && !free.contains(&"ladder"));
    let sold = missing(&["starter=example", "earning=camp", "ladder_ok=no"]);
    assert!(sold.contains(&"price") && !sold.contains(&"funded_by") && sold.contains(&"ladder"));
    let draft = interview(&library, &["starter=example", "earning=none", "funded_by=发起人"]).draft().expect("TOML");
    assert_sound(&draft, Language::Zh, &library);
    let rows = read(&draft.text, &library).0.monetisation;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].funded_by.as_deref(), Some("发起人"));
}

#[test]
fn reports_all_mistakes_of_an_answers_file_at_once() {
    let messages = |text: &str| -> Vec<String> {
        let errors = Answers::parse(text).expect_err("there are mistakes");
        errors.iter().map(|error| error.message(Language::En)).collect()
    };
    let text = "format = 1\nextra = 1\n[answers]\nnmae = \"x\"\nkind = \"nothing\"\nname = 3\nstarts = \"soon\"\nmotives = [1]\n";
    let found = messages(text);
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found[1], "nmae: no such question; did you mean name?");
    for (message, id) in found.iter().skip(2).zip(["kind", "name", "starts", "motives"]) {
        assert!(message.starts_with(&format!("{id}: ")), "{message}");
    }
    assert!(messages("format = 2\n")[0].contains("upgrade"));
    assert!(messages("format = \n")[0].starts_with("line 1: "));
    assert!(messages("{ \"answers\": ")[0].starts_with("line 1"));
    let json =
        Answers::parse(r#"{"format":1,"answers":{"name":"Dawn","starts":"2027-01-01","motives":["sell-products"]}}"#);
    let toml = Answers::parse("format = 1\n[answers]\nmotives = \"卖产品\"\nstarts = 2027-01-01\nname = \"Dawn\"\n");
    assert_eq!(json, toml);
    assert_eq!(json.expect("sound").get("starts"), Some(&Literal::Day(day("2027-01-01"))));
    assert!(Answers::default().set("name").is_err() && Answers::default().set("nobody=1").is_err());
}

#[test]
fn the_questions_can_be_printed() {
    let library = library();
    for language in Language::ALL {
        let interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23"));
        let question_infos = question_infos(&interview);
        assert_eq!(question_infos.len(), questions().count());
        assert!(question_infos.iter().all(
            |question_info| matches!(question_info.kind, "choice" | "several") != question_info.choices.is_empty()
        ));
    }
}

/// What people type, good and bad, at any question.
const TYPED: &[&str] = &[
    "",
    "山野跑团",
    "Dawn Readers",
    "host",
    "小雨",
    "阿明、小雨",
    "a, b, c, d, e",
    "manager",
    "Ana",
    "每周三 20:00-21:30",
    "隔周六 14:00",
    "2nd Sat of the month 14:00",
    "每月最后一天 20:00",
    "每天 08:00",
    "2026-12-24 19:30",
    "salon 前3天 20:00",
    "365元",
    "0 CNY",
    "none",
    "all",
    "camp",
    "membership",
    "2027-03-15",
    "2000-02-29",
    "9999-12-31",
    "0001-01-01",
    "是",
    "no",
    "interest",
    "wechat-group",
    "Slack",
    "sell-products, 卖产品",
    "22:30-07:30",
    "11pm-7am",
    "199",
    "199元/年",
    "Ana, Bo and Cy; Dee",
    "12月1日",
    "next Monday",
    "\"quoted\" \\ '''",
    "待定",
    "{title}",
    "en",
    "zh-CN",
    "reading-club",
    "course-cohort",
    "brand-fans",
    "open-source",
    "paid-membership",
    "interest-group",
    "expert-network",
    "alumni",
    "support-community",
    "nonprofit-volunteers",
    "consumer-benefits",
    "social-commerce",
    "example",
    "\u{0}\u{1b}[31m",
    "\u{feff}x",
    "🎉",
    "𠮷",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_give_a_plan_without_errors(picks in prop::collection::vec(any::<prop::sample::Index>(), 60)) {
        let library = library();
        let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
        for pick in &picks {
            let Some(ask) = interview.next() else { break };
            let before = interview.answers().clone();
            match pick.index(TYPED.len() + 12) {
                typed if typed < TYPED.len() => {
                    if interview.answer(TYPED[typed]).is_err() {
                        prop_assert_eq!(interview.answers(), &before);
                    }
                }
                at if at % 4 == 0 => { interview.back(); }
                at if !ask.choices.is_empty() => {
                    let word = &ask.choices[at % ask.choices.len()].word;
                    interview.answer(word).expect("a choice that was offered");
                }
                _ => interview.answer("").expect("the default"),
            }
        }
        let draft = interview.draft().expect("starters are TOML");
        assert_sound(&draft, interview.language(), &library);

        // the draft file replays to the same plan
        let file = interview.answers().to_toml();
        let answers = Answers::parse(&file).expect("what was written is read");
        prop_assert_eq!(&answers, interview.answers());
        let mut again = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
        if again.replay(&answers).is_ok() {
            prop_assert_eq!(again.draft().expect("TOML").text, draft.text);
        }
    }
}

#[test]
fn the_weekly_and_the_monthly_event_take_their_new_times() {
    let library = library();
    let times =
        [("每周五 19:00-20:15", "每月第三个周日 10:00"), ("every Fri 19:00", "3rd Sun of the month 10:00-12:00")];
    for name in library.starter_names() {
        for (weekly, monthly) in times {
            let pairs = [
                &format!("starter={name}"),
                "weekly=周五夜话",
                "monthly=月度聚会",
                &format!("weekly_when={weekly}"),
                &format!("monthly_when={monthly}"),
            ];
            let interview = interview(&library, &pairs);
            let plan = read(&interview.draft().expect("TOML").text, &library).0;
            assert_sound(&interview.draft().expect("TOML"), Language::Zh, &library);
            for (title, when) in [("周五夜话", weekly), ("月度聚会", monthly)] {
                let found: Vec<_> = plan.activities.iter().filter(|a| a.title.as_deref() == Some(title)).collect();
                assert_eq!(found.len(), 1, "{name}");
                assert_eq!(found[0].when, crate::cadence::Cadence::parse(when).ok(), "{name}");
            }
        }
    }
    let parts = [
        ("reading-club", ["周二共读夜", "线下书桌"]),
        ("course-cohort", ["周三改稿桌", "毕业学员分享会"]),
        ("brand-fans", ["周四冲煮夜", "线下冲煮会"]),
        ("open-source", ["周四答疑", "维护者开讲"]),
        ("paid-membership", ["周二会诊", "每月拆解课"]),
        ("interest-group", ["周三认鸟夜", "周六走一程"]),
        ("expert-network", ["周四一问", "闭门圆桌"]),
        ("alumni", ["周四一刻钟", "同城小聚"]),
        ("support-community", ["周三现场排障", "写文档日"]),
        ("nonprofit-volunteers", ["周三备课夜", "上岗培训"]),
        ("consumer-benefits", ["周日店长在线", "月中领券日"]),
        ("social-commerce", ["周二退换夜", "差评先行试用会"]),
    ];
    for (name, titles) in parts {
        let interview = interview(&library, &[&format!("starter={name}")]);
        let title = |id: &str| find(id).expect("a question").default_in(&interview.context());
        assert_eq!(["weekly", "monthly"].map(title), titles.map(|title| Some(title.into())), "{name}");
    }
}

/// The first line of a plan in which a name or an amount stands as a word of its own; comments are none of its texts.
fn line_with<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == ',';
    text.lines().map(|line| line.split(" #").next().unwrap_or(line).trim_end()).find(|line| {
        line.match_indices(name)
            .any(|(at, _)| !line[..at].ends_with(joins) && !line[at + name.len()..].starts_with(joins))
    })
}

#[test]
fn no_names_or_prices_of_the_starter_are_left_once_all_is_answered() {
    let library = library();
    let mut left = Vec::new();
    for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
        let old = read(library.starter(name, language).expect("built in"), &library).0;
        let first = [format!("language={language}"), format!("starter={name}")];
        let begun = interview(&library, &first.each_ref().map(String::as_str));
        let context = begun.context();
        let activity = |part| old.activities.get(context.element("activities", part))?.title.clone();
        let channel = old.channels.get(context.element("channels", "main")).and_then(|channel| channel.title.clone());
        let titles = [old.community.name.clone(), channel, activity("weekly"), activity("monthly")];
        let mut gone: Vec<String> = titles.into_iter().flatten().collect();
        gone.extend(old.people.iter().filter_map(|person| person.name.clone()));
        let sold = old.monetisation.get(context.element("monetisation", "earning"));
        let price = sold.and_then(|sold| sold.price.clone());
        // what else costs as much, in a value of its own, is no price of this
        gone.extend(price.iter().flat_map(|price| [format!("{price} a "), format!("{} 元", price.cents / 100)]));
        let mut pairs = first.to_vec();
        let new =
            ["name=名字是新的", "channel=新主群", "weekly=新的周会", "monthly=新的月会", "people=甲甲、乙乙、丙丙"];
        pairs.extend(new.map(str::to_owned));
        pairs.extend(price.iter().map(|price| format!("price=4321 {}", price.currency)));
        let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
        let draft = interview(&library, &pairs).draft().expect("TOML");
        assert_sound(&draft, language, &library);
        let gone = gone.iter().filter(|old| old.chars().count() > 2);
        left.extend(gone.filter_map(|old| Some(format!("{name} {language} {old}: {}", line_with(&draft.text, old)?))));
    }
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn defaults_follow_from_the_name_and_the_time_zone() {
    let library = library();
    let begin = || {
        let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
        let mut answers = Answers::default();
        for pair in ["language=en", "starter=reading-club", "name=Dawn Readers"] {
            answers.set(pair).expect("a good answer");
        }
        interview.replay(&answers).expect("good answers");
        interview
    };
    let default = |interview: &Interview<'_>, id: &str| find(id).expect("a question").default_in(&interview.context());
    // the starter's channel has the name of its community
    assert_eq!(default(&begin(), "channel"), Some("Dawn Readers".into()));
    let zone = |interview: &Interview<'_>| {
        default(interview, "time_zone").map(|zone| shown(AnswerKind::Zone, &zone, Language::En))
    };
    assert_eq!(zone(&begin()).as_deref(), Some("UTC"));
    let mut here = begin().in_zone(Some("Europe/London".to_owned()));
    assert_eq!(zone(&here).as_deref(), Some("Europe/London"));

    // an empty answer keeps what was offered, not what the starter has
    while here.next().is_some_and(|ask| ask.question.id != "people") {
        here.answer("").expect("the default");
    }
    let plan = here.draft().expect("TOML").text;
    assert!(plan.contains("time_zone = \"Europe/London\"") && plan.contains("title = \"Dawn Readers\""));
}

#[test]
fn accepts_a_city_as_a_time_zone() {
    let library = library();
    let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
    while interview.next().is_some_and(|ask| ask.question.id != "time_zone") {
        interview.answer("").expect("the default");
    }
    let mut taken = |typed: &str| {
        interview.answer(typed).expect("a zone");
        interview.back();
        interview.answers().text("time_zone").map(str::to_owned)
    };
    for (typed, zone) in [("Paris", "Europe/Paris"), ("new york", "America/New_York"), ("上海", "Asia/Shanghai")] {
        assert_eq!(taken(typed).as_deref(), Some(zone));
    }
    assert_eq!(taken("Asia/Tokyo").as_deref(), Some("Asia/Tokyo"));
    assert!(interview.answer("Atlantis").is_err());
}

#[test]
fn knows_a_cadence_that_is_kept() {
    let library = library();
    let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
    let mut seen = 0;
    while let Some(ask) = interview.next() {
        interview.answer("").expect("the default");
        let is_cadence = matches!(ask.question.kind, AnswerKind::Cadence);
        seen += usize::from(is_cadence);
        let kept = ask.default_text().filter(|_| is_cadence);
        assert_eq!(interview.cadence(), kept.map(|phrase| Cadence::parse(&phrase).expect("a cadence")));
    }
    assert_eq!(seen, 2);
}
