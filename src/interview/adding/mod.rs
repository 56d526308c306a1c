//! The questions about something that is added to a plan.
//!
//! Must not ask, or decide whether the plan is good with it; its readers and rules do.

mod lists;
mod questions;
mod typed_line;

use super::question::Question;
use crate::plan::ElementKind;

pub use typed_line::values_of_line;

/// What a kind of thing needs, as questions; each fills one key.
pub fn questions_about(what: &ElementKind) -> &'static [Question] {
    match what.word {
        "activity" => questions::ACTIVITY,
        "step" => questions::STEP,
        "content" => questions::CONTENT,
        "person" => questions::PERSON,
        "cohort" => questions::COHORT,
        "channel" => questions::CHANNEL,
        "place" => questions::PLACE,
        "partner" => questions::PARTNER,
        "goal" => questions::GOAL,
        "role" => lists::ROLE,
        "programme" => lists::PROGRAMME,
        "product" => lists::PRODUCT,
        "segment" => lists::SEGMENT,
        "audience" => lists::AUDIENCE,
        "decision" => lists::DECISION,
        "review" => lists::REVIEW,
        "tool" => lists::TOOL,
        "topic" => lists::TOPIC,
        "experiment" => lists::EXPERIMENT,
        "case" => lists::CASE,
        "problem" => lists::PROBLEM,
        "honour" => lists::HONOUR,
        "ritual" => lists::RITUAL,
        "value" => lists::VALUE,
        "alternative" => lists::ALTERNATIVE,
        "conduct" => lists::CONDUCT,
        "phase" => lists::PHASE,
        "onboarding" => lists::ONBOARDING,
        "keyword" => lists::KEYWORD,
        "points" => lists::POINTS,
        "reward" => lists::REWARD,
        _ => &[],
    }
}

/// The key that a question fills.
pub fn key_of(question: &Question) -> &'static str {
    let route = question.fills.first().copied().unwrap_or_default();
    route.rsplit('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::{Add, Snapshot, amend};
    use crate::interview::{AnswerKind, Interview};
    use crate::knowledge::Holidays;
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    const PLAN: &str = "[[roles]]\nid = \"host\"\n[[channels]]\nid = \"main\"\n[[programmes]]\nid = \"camp\"\n\
        [[activities]]\nid = \"talk\"\n";

    #[test]
    fn answers_about_each_kind_give_a_sound_plan() {
        let (library, today) = (Library::default(), "2026-11-22".parse().expect("a day"));
        for what in ElementKind::addable() {
            let has = |key: &str| what.keys().any(|info| info.key == key);
            assert!(what.named_by.iter().all(|key| has(key)), "{}", what.word);
            let asked: Vec<&str> = questions_about(what).iter().map(key_of).collect();
            assert_eq!(asked, what.needs, "{}", what.word);
            assert!(asked.into_iter().all(has), "{}", what.word);
            for language in Language::ALL {
                let mut interview = Interview::adding(&library, what, (PLAN, vec!["lasts"]), language, today);
                assert!(interview.answer("").is_err(), "{}: something is needed", what.word);
                while let Some(ask) = interview.next() {
                    let first = ask.choices.first().map(|choice| choice.word.as_str());
                    let typed = match ask.question.kind {
                        AnswerKind::Cadence => "每周三 20:00",
                        AnswerKind::Date => "2027-03-01",
                        AnswerKind::Number => "7",
                        _ if key_of(ask.question) == "at" => "T-2d",
                        _ => first.unwrap_or("晨光"),
                    };
                    interview.answer(typed).expect("a good answer");
                }
                let mut buffer = String::new();
                let reading = read(&Document::parse(PLAN, &mut buffer), &library);
                let (library, holidays) = (&library, Holidays::none());
                let now = Snapshot { text: PLAN, reading: &reading, library, holidays, today };
                let added = interview.added();
                assert_eq!(added.len(), questions_about(what).len());
                let add = match what.within() {
                    Some(_) => {
                        let whole =
                            ElementKind::meant("activity").expect("a kind").find("talk", &now).expect("it is there");
                        Add::within(&whole, what, added, &now)
                    }
                    None => Add::new(what, added, &now),
                }
                .expect("a new name");
                let id: String = add.ids().collect();
                let amendment = amend(now, add).expect("a sound plan");
                let after = amendment.after().reading;
                assert!(after.is_sound(), "{}: {:?}", amendment.text, after.findings);
                let is_named = what.reference.is_empty() || after.index.find(what.reference, &id).is_some();
                assert!(is_named, "{}", amendment.text);
            }
        }
    }

    #[test]
    fn what_is_known_is_not_asked() {
        let (library, today) = (Library::default(), "2026-11-22".parse().expect("a day"));
        let asked = |plan: &str, known: Vec<&'static str>| {
            let interview = Interview::adding(
                &library,
                ElementKind::meant("activity").expect("a kind"),
                (plan, known),
                Language::En,
                today,
            );
            interview.missing().into_iter().map(|question| question.id).collect::<Vec<_>>()
        };
        assert_eq!(asked(PLAN, vec!["title", "place"]), ["activity_when", "activity_owner"]);
        // nobody could be named
        assert_eq!(asked("", vec![]), ["activity_title", "activity_when"]);
    }
}
