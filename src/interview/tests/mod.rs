//! The interview as a whole: which questions come, and with which defaults.

mod answers;
mod personas;
mod plans;
mod ways;

use std::collections::BTreeSet;

use super::*;
use crate::cadence::Cadence;
use crate::finding::{Level, Literal};
use crate::language::{Language, Text};
use crate::library::{Library, TemplateKind};
use crate::plan;
use crate::source::Document;
use crate::value::Day;

/// The built-in starters, and the example of the format with a heading of its own.
fn library() -> Library {
    let example = include_str!("../../../tests/data/plan-example.toml");
    let example =
        example.replacen("[community]", "[template]\ntitle = \"示例\"\ndescription = \"一行\"\n[community]", 1);
    let mut library = Library::default();
    library.add(TemplateKind::Plans, "example", &example);
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
    let mut interview = Interview::new(library, Mode::Quick, Language::Zh, day("2026-11-23")).copying();
    interview.replay(&answers).expect("the answers are good");
    interview
}

fn read(text: &str, library: &Library) -> (plan::Plan, Vec<crate::finding::Finding>) {
    let mut buffer = String::new();
    let reading = plan::read(&Document::parse(text, &mut buffer), library);
    (reading.plan, reading.findings.into_vec())
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
fn the_questions_can_be_printed() {
    let library = library();
    for language in Language::ALL {
        // what can be chosen of a plan's own things depends on the template
        let interview = interview(&library, &["starter=reading-club", &format!("language={language}")]);
        let question_infos = question_infos(&interview);
        assert_eq!(question_infos.len(), questions().count());
        assert!(question_infos.iter().all(
            |question_info| matches!(question_info.kind, "choice" | "several") != question_info.choices.is_empty()
                // of a template that is copied nothing is ticked, and nobody was named yet
                || ["taken_activities", "leads"].contains(&question_info.id)
        ));
    }
}

#[test]
fn defaults_follow_from_the_name_and_the_time_zone() {
    let library = library();
    let begin = || {
        let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23")).copying();
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
fn knows_a_cadence_that_is_kept() {
    let library = library();
    let mut interview = interview(&library, &["starter=reading-club"]);
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
