//! Every document of every starter, and templates of users.

use std::collections::BTreeMap;

use super::{
    DocumentKind, DocumentRequest, DocumentSubject, MadeDocument, MessageLimit, OwnTemplates, default_channel, make,
};
use crate::language::Language;
use crate::library::{Library, TemplateKind};
use crate::plan::channels::Platform;
use crate::plan::{Reading, read};
use crate::source::{Document, Suggestion};
use crate::value::Day;

fn reading(text: &str) -> Reading {
    let mut buffer = String::new();
    read(&Document::parse(text, &mut buffer), &Library::default())
}

fn today() -> Day {
    "2026-12-07".parse().expect("a day")
}

fn request<'a>(reading: &'a Reading, name: &'a str, platform: Option<Platform>) -> DocumentRequest<'a> {
    let language = reading.plan.language();
    DocumentRequest {
        reading,
        name,
        subject: DocumentSubject::Whole,
        channel: None,
        platform,
        language,
        today: today(),
    }
}

/// What a document can be about.
fn subjects(kind: DocumentKind, reading: &Reading) -> Vec<DocumentSubject> {
    let plan = &reading.plan;
    let draws = || (0..plan.activities.len()).filter(|at| plan.activities[*at].draw.prizes.is_some());
    match kind {
        DocumentKind::Handover => (0..plan.roles.len()).map(DocumentSubject::Role).collect(),
        DocumentKind::Draw => draws().map(DocumentSubject::Draw).collect(),
        _ => vec![DocumentSubject::Whole],
    }
}

#[allow(clippy::result_large_err)]
fn rendered(reading: &Reading, name: &str, own: &str) -> Result<MadeDocument, super::TemplateError> {
    let own = OwnTemplates(BTreeMap::from([(name.to_owned(), own.to_owned())]));
    make(&request(reading, name, None), &own).expect("a template")
}

#[test]
fn every_document_of_every_starter_is_complete_and_fits_its_platform() {
    let mut made_of_kind = BTreeMap::new();
    for file in TemplateKind::Plans.files() {
        for language in Language::ALL {
            let reading = reading(file.text(language));
            for kind in DocumentKind::ALL {
                for subject in subjects(kind, &reading) {
                    let channel = default_channel(Some(kind), subject, &reading.plan);
                    let platform = reading.plan.channels[channel.expect("a channel")].platform;
                    let request = DocumentRequest { subject, channel, ..request(&reading, kind.word(), platform) };
                    let made = make(&request, &OwnTemplates::default()).expect("built in").expect("it renders");
                    let place = format!("{} {language} {}", file.name, kind.word());
                    let limit = made.limit.unwrap_or(MessageLimit::Characters(4000));
                    for message in &made.messages {
                        assert!(limit.length(message) <= limit.most(), "{place}: {message}");
                        assert!(
                            !message.contains(['{', '}'])
                                && (!message.contains("none") || file.text(language).contains("none")),
                            "{place}: {message}"
                        );
                        let is_bare =
                            |line: &str| line.ends_with(['：', '，', '；', ':']) && line.starts_with(['·', '-', '•']);
                        assert!(!message.lines().any(|line| is_bare(line.trim())), "{place}: {message}");
                    }
                    assert!(made.messages.concat().chars().count() > 30, "{place}: {:?}", made.messages);
                    *made_of_kind.entry(kind.word()).or_insert(0) += 1;
                }
            }
        }
    }
    assert!(made_of_kind.len() == 8 && made_of_kind.values().all(|made| *made >= 2), "{made_of_kind:?}");
}

#[test]
fn what_the_plan_says_is_in_the_text_and_nothing_else() {
    let reading = reading(include_str!("../../examples/chenguang.toml"));
    let made =
        |name| make(&request(&reading, name, None), &OwnTemplates::default()).expect("built in").expect("a text");
    let rules = made("rules").messages.concat();
    for expected in [
        "1. 不发广告,违者先提醒",
        "· 提醒 → 警告 → 移出",
        "· 申诉：私信群主",
        "· 举报：阿明（保密）",
        "用于通知与续费",
        "22:30–07:30",
    ] {
        assert!(rules.contains(expected), "{expected}: {rules}");
    }
    assert!(made("keywords").messages.concat().contains("「报名」\n回复姓名+日期"));
    let empty = self::reading("language = \"en\"\n[community]\nname = \"Club\"\n");
    let welcome = make(&request(&empty, "welcome", None), &OwnTemplates::default()).expect("built in").expect("a text");
    assert_eq!(welcome.messages, ["Welcome to Club!"]);
}

#[test]
fn markup_in_a_plan_stays_text_on_every_platform() {
    let text =
        "language = \"en\"\n[community]\nname = \"*A* _b_ <c>\"\nsubject = \"# x @everyone [l](https://e.example)\"\n";
    let reading = reading(text);
    let on = |platform| {
        let made = make(&request(&reading, "welcome", Some(platform)), &OwnTemplates::default());
        made.expect("built in").expect("a text").messages.concat()
    };
    assert_eq!(on(Platform::WechatGroup), "Welcome to *A* _b_ <c>!\n\n# x @everyone [l](https://e.example)");
    assert_eq!(
        on(Platform::Discord),
        "# Welcome to \\*A\\* \\_b\\_ \\<c\\>!\n\n\\# x @\u{200b}everyone \\[l\\](<https://e.example>)"
    );
    assert_eq!(on(Platform::Slack), "*Welcome to ∗A∗ ˍbˍ <c>!*\n\n# x @\u{200b}everyone [l](https://e.example)");
    assert_eq!(on(Platform::Telegram), "**Welcome to *A* _b_ <c>!**\n\n# x @\u{200b}everyone [l](https://e.example)");
}

#[test]
fn the_users_template_comes_first_and_that_of_the_language_before_it() {
    let reading = reading("language = \"en\"\n[community]\nname = \"Club\"\n");
    assert_eq!(
        rendered(&reading, "welcome", "Hi, {{ community.name }}").map(|made| made.messages),
        Ok(vec!["Hi, Club".to_owned()])
    );
    let both = OwnTemplates(BTreeMap::from([
        ("welcome".to_owned(), "both".to_owned()),
        ("en/welcome".to_owned(), "{% include \"end\" %}".to_owned()),
        ("end".to_owned(), "{{ bold(community.name) }} {{ community.slogan }}".to_owned()),
    ]));
    let made = make(&request(&reading, "welcome", Some(Platform::Discord)), &both).expect("a template");
    assert_eq!(made.map(|made| made.messages), Ok(vec!["**Club**".to_owned()]));
    assert_eq!(both.names(), ["end", "welcome"]);
    assert!(make(&request(&reading, "poster", None), &both).is_none());
}

#[test]
fn a_mistake_in_a_template_is_shown_at_its_place_with_what_was_meant() {
    let reading = reading("language = \"en\"\n[community]\nname = \"Club\"\n[[rules.conduct]]\ntext = \"be kind\"\n");
    let error = |own: &str| rendered(&reading, "welcome", own).expect_err("a mistake");
    for (own, place, message, meant) in [
        ("Hi\n  {{ community.nmae }}", (2, 6), "there is no \"community.nmae\"", "name"),
        ("{{ comunity.name }}", (1, 4), "there is no \"comunity\"", "community"),
        ("{% for rule in rules.conduct %}{{ rule.txet }}{% endfor %}", (1, 35), "there is no \"rule.txet\"", ""),
        ("a {{ titel(1) }}", (1, 6), "there is no function \"titel\"", "title"),
    ] {
        let error = error(own);
        assert_eq!((error.message(Language::En).as_str(), error.place), (message, Some(place)), "{own}");
        let near = error.suggestion.clone();
        assert!(
            meant.is_empty() || matches!(&near, Some(Suggestion::Near(near)) if near[0] == meant),
            "{own}: {near:?}"
        );
    }
    for (own, line) in [
        ("a\n{% if %}", 2),
        ("{% for x in y", 1),
        ("x\ny {{ 1 / 0 }}", 2),
        ("{{ 'a'|uper }}", 1),
        ("{{ item(x=1) }}", 1),
    ] {
        let error = error(own);
        assert_eq!(error.place.map(|(line, _)| line), Some(line), "{own}: {}", error.message(Language::En));
        assert!(!error.message(Language::Zh).contains("{it}"));
    }
}

#[test]
fn a_template_can_neither_run_forever_nor_read_other_files() {
    let reading = reading("language = \"en\"\n");
    for own in [
        "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set s = 'x' * 1000000000 %}{{ s }}",
        "{% include 'welcome' %}",
        "{% include '../community.toml' %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'en/../../x' %}",
    ] {
        let error = rendered(&reading, "welcome", own).expect_err(own);
        assert!(error.message(Language::En).len() > 20, "{own}");
    }
}
