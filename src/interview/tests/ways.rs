//! The ways in: from nothing, as it runs, with things of a starter ticked. Every key has its origin in an answer.

use super::*;
use crate::knowledge::Holidays;
use crate::rules::{LintOptions, lint};

/// Single answers of a file, each with the keys that follow from it.
const ONE_BY_ONE: [(&str, &str, &str, &[&str]); 15] = [
    ("name", "深夜编辑部", "Night Desk", &["community.name", "community.id"]),
    ("audience", "自由撰稿人", "freelance writers", &["audiences.name"]),
    ("promise", "每周改一篇稿", "one draft edited every week", &["positioning.values.promise"]),
    ("motives", "widen-contacts", "widen-contacts", &["positioning.motives"]),
    ("platform", "wecom-group", "discord", &["channels.platform", "channels.id", "activities.channels"]),
    ("time_zone", "上海", "Europe/Paris", &["time_zone"]),
    ("size_now", "30", "30", &["community.size.now"]),
    ("size_target", "80", "80", &["community.size.target"]),
    // who has no role takes turns
    (
        "people",
        "敏姐、小陶",
        "May, Tom",
        &["people.name", "people.roles", "roles.id", "roles.title", "roles.kind", "activities.owner"],
    ),
    ("quiet_hours", "23:00-07:00", "23:00-07:00", &["rules.quiet_hours"]),
    ("weekly", "改稿夜", "Draft night", &["activities.title", "activities.id"]),
    ("weekly_when", "每周三 20:00", "every Wed 20:00", &["activities.when"]),
    ("sells", "没有", "none", &["without"]),
    ("starts", "2027-01-05", "2027-01-05", &["lifecycle.starts"]),
    ("lasts", "open-ended", "open-ended", &["lifecycle.lasts"]),
];

fn leaves(value: &Literal, route: &str, found: &mut BTreeSet<String>) {
    match value {
        Literal::Table(pairs) => pairs.iter().for_each(|(key, value)| {
            leaves(value, &if route.is_empty() { key.clone() } else { format!("{route}.{key}") }, found);
        }),
        Literal::List(values) if values.iter().any(|value| matches!(value, Literal::Table(_))) => {
            values.iter().for_each(|value| leaves(value, route, found));
        }
        _ => {
            found.insert(route.to_owned());
        }
    }
}

/// The keys that have a value in a plan, without indices.
fn keys(text: &str) -> BTreeSet<String> {
    let mut buffer = String::new();
    let mut written = BTreeSet::new();
    leaves(&crate::source::values(&Document::parse(text, &mut buffer)), "", &mut written);
    written
}

#[test]
fn answers_given_one_by_one_are_written_too() {
    let library = library();
    for language in Language::ALL {
        let mut pairs = vec![format!("language={language}")];
        pairs.extend(ONE_BY_ONE.map(|(id, zh, en, _)| format!("{id}={}", Text::new(zh, en).get(language))));
        let interview = interview(&library, &pairs.iter().map(String::as_str).collect::<Vec<_>>());
        let draft = interview.draft().expect("TOML");
        assert_sound(&draft, language, &library);
        let mut buffer = String::new();
        let tree = crate::source::values(&Document::parse(&draft.text, &mut buffer));
        let (mut written, mut expected) =
            (BTreeSet::new(), BTreeSet::from(["format", "language", "made"].map(str::to_owned)));
        leaves(&tree, "", &mut written);
        if language == Language::Zh {
            // there the id is made of the name
            written.insert("community.id".to_owned());
        }
        expected.extend(ONE_BY_ONE.iter().flat_map(|(.., keys)| keys.iter().map(|key| (*key).to_owned())));
        assert_eq!(written, expected, "{}", draft.text);
    }
}

#[test]
fn from_nothing_what_is_left_empty_is_not_written() {
    let library = library();
    let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
    let mut asked = 0;
    while interview.next().is_some() {
        interview.answer("").expect("empty is an answer");
        asked += 1;
    }
    assert!(asked <= 16, "{asked}");
    let text = interview.draft().expect("TOML").text;
    // the first day was offered, and taken
    assert_eq!(text, "format = 1\nmade = 2026-11-23\nlanguage = \"en\"\n\n[lifecycle]\nstarts = 2026-12-01\n");
}

/// What is answered in each way in, with the keys that follow from it.
type Answered = (&'static str, Text, &'static [&'static str]);

const NAMED: [Answered; 5] = [
    ("name", Text::new("深夜编辑部", "Night Desk"), &["community.name"]),
    ("audience", Text::new("自由撰稿人", "freelance writers"), &["audiences.name"]),
    ("promise", Text::new("每周改一篇稿", "one draft edited every week"), &["positioning.values.promise"]),
    ("motives", Text::new("聚集同好", "gather-interest"), &["positioning.motives"]),
    (
        "channels",
        Text::new("1群 企业微信 160人；2群 企业微信 上限200", "#desk Discord 160; #help Discord max 200"),
        &["channels.id", "channels.title", "channels.platform", "channels.now", "channels.cap"],
    ),
];
const TEAM: Answered = (
    "people",
    Text::new("敏姐 群主 10小时；May、小陶 管理员；19位志愿者", "Dana owner 10h; Ravi, Meera moderators; 19 helpers"),
    &["people.name", "people.roles", "people.hours_per_week", "roles.id", "roles.kind", "roles.headcount"],
);
const ACTIVITIES: Answered = (
    "activities",
    Text::new(
        "每周三20:00 答疑夜；每月第一个周六14:00 线下聚会",
        "Wed 20:00 office hours in #help; 1st Sat of the month 14:00 meetup in person",
    ),
    &[
        "activities.id",
        "activities.title",
        "activities.form",
        "activities.mode",
        "activities.channels",
        "activities.when",
        // the one in charge, where nobody is named
        "activities.owner",
        "activities.sop",
    ],
);
const SOLD: Answered = (
    "sells",
    Text::new("年卡 365元/年", "Membership 12 USD a month"),
    &["monetisation.id", "monetisation.model", "monetisation.product", "monetisation.price", "monetisation.per"],
);
const LASTS: Answered =
    ("lasts", Text::new("open-ended-yearly", "open-ended-yearly"), &["lifecycle.lasts", "lifecycle.review_every"]);
const SIZES: Answered = (
    "sizes",
    Text::new("20 → 30", "20 → 30"),
    &[
        "community.size.now",
        "community.size.target",
        // to grow is a goal
        "goals.id",
        "goals.objective",
        "goals.metric",
        "goals.baseline",
        "goals.target",
    ],
);
const NONE_OF: Answered = (
    "none_of",
    Text::new(
        "partners、incentives、growth、support、content、topics",
        "partners, incentives, growth, support, content, topics",
    ),
    &["without"],
);
const STARTS: Answered = ("starts", Text::new("2027-01-05", "2027-01-05"), &["lifecycle.starts"]);

/// What comes with an activity of a starter.
const TAKEN: [&str; 8] = [
    "activities.id",
    "activities.title",
    "activities.form",
    "activities.mode",
    "activities.when",
    "activities.weight",
    "activities.channels",
    // the one in charge
    "activities.owner",
];

/// The rules of nobody in particular, all of them.
const AGREED: Answered = (
    "agreed",
    Text::new(
        "no-advertising、no-attacks、stays-here、quiet-nights、steps、reviewed、conflicts、welcome、feedback、answers、review",
        "no-advertising, no-attacks, stays-here, quiet-nights, steps, reviewed, conflicts, welcome, feedback, answers, review",
    ),
    &[
        "rules.conduct.about",
        "rules.conduct.text",
        "rules.quiet_hours",
        "rules.sanctions.ladder",
        "rules.admission.by",
        "rules.conflict.how",
        "rules.rights.feedback",
        "onboarding.steps.day",
        "onboarding.steps.what",
        "culture.rituals.sense",
        "culture.rituals.on",
        "culture.rituals.what",
        "support.respond_within",
        "reviews.when",
    ],
);

/// A way in: the answer to where one starts, and the others.
fn ways() -> Vec<(&'static str, Vec<Answered>)> {
    let own = |rest: &[Answered]| [&NAMED[..], &[SIZES, TEAM, ACTIVITIES, SOLD, LASTS], rest].concat();
    let since = ("since", Text::new("2024年3月", "March 2024"), &["lifecycle.starts"][..]);
    let roles = (
        "agreed",
        Text::new("rule-1、quiet-hours、ladder、role-host", "rule-1, quiet-hours, ladder, role-host"),
        &["rules.conduct.about", "rules.conduct.text", "rules.quiet_hours", "rules.sanctions.ladder", "roles.duties"][..],
    );
    vec![
        ("nothing", own(&[AGREED, STARTS, NONE_OF])),
        ("running", own(&[AGREED, since, NONE_OF])),
        ("reading-club", own(&[roles, STARTS, ("taken_activities", Text::new("talk", "talk"), &TAKEN), NONE_OF])),
    ]
}

#[test]
fn in_each_way_in_every_key_follows_from_one_of_at_most_fifteen_answers() {
    let library = library();
    for (way, answered) in ways() {
        for language in Language::ALL {
            let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
            let mut expected = BTreeSet::from(["format", "language", "made", "time_zone"].map(str::to_owned));
            interview = interview.in_zone(Some("Europe/Berlin".to_owned()));
            let mut asked = Vec::new();
            while let Some(ask) = interview.next() {
                let id = ask.question.id;
                asked.push(id);
                let typed = match id {
                    "language" => language.tag(),
                    "starter" => way,
                    _ => {
                        let (_, text, keys) = answered.iter().find(|(known, ..)| *known == id).expect(id);
                        expected.extend(keys.iter().map(|key| (*key).to_owned()));
                        text.get(language)
                    }
                };
                interview.answer(typed).unwrap_or_else(|refusal| panic!("{id}: {}", refusal.message(Language::En)));
            }
            assert!(asked.len() <= 15, "{way}: {} {asked:?}", asked.len());
            let draft = interview.draft().expect("TOML");
            assert_sound(&draft, language, &library);
            if language == Language::En {
                expected.insert("community.id".to_owned());
            }
            // a usual role is called by its id in English
            if language == Language::Zh {
                expected.insert("roles.title".to_owned());
            }
            assert_eq!(keys(&draft.text), expected, "{way} {language}\n{}", draft.text);
            let mut buffer = String::new();
            let reading = plan::read(&Document::parse(&draft.text, &mut buffer), &library);
            let holidays = Holidays::none();
            let outcome = lint(&reading, &library, &LintOptions::new(day("2026-11-23"), holidays));
            assert!((35..=70).contains(&outcome.score), "{way} {language}: {}\n{:?}", outcome.score, outcome.topics);
        }
    }
}

#[test]
fn nothing_of_a_starter_comes_in_but_what_was_ticked() {
    let library = library();
    for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
        let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23"));
        let mut answers = Answers::default();
        for pair in [format!("language={language}"), format!("starter={name}")] {
            answers.set(&pair).expect("a good answer");
        }
        interview.replay(&answers).expect("good answers");
        while let Some(ask) = interview.next() {
            // no figure, name or person of the starter is offered
            assert!(ask.default.is_none() || ask.question.id == "starts", "{name} {}", ask.question.id);
            interview.answer("").expect("empty is an answer");
        }
        let written = keys(&interview.draft().expect("TOML").text);
        let mut expected = BTreeSet::from(["format", "language", "lifecycle.starts", "made"].map(str::to_owned));
        if language == Language::Zh {
            // a Chinese plan is in Beijing time; that it is so is shown
            expected.insert("time_zone".to_owned());
            let summary = interview.summary().expect("all answers");
            let zone = summary.lines.iter().find(|(question, ..)| question.id == "time_zone").expect("the zone");
            assert!(zone.2.contains("Asia/Shanghai") && zone.2.contains("计划是中文的"), "{}", zone.2);
        }
        assert_eq!(written, expected, "{name}");
    }
}
