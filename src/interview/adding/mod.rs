//! The questions about something that is added to a plan.
//!
//! Must not ask, or decide whether the plan is good with it; its readers and rules do.

mod questions;

use super::question::Question;
use crate::amend::Addable;

/// What a kind of thing needs, as questions; each fills one key.
pub fn questions_about(what: &Addable) -> &'static [Question] {
    match what.word {
        "activity" => questions::ACTIVITY,
        "content" => questions::CONTENT,
        "person" => questions::PERSON,
        "cohort" => questions::COHORT,
        "channel" => questions::CHANNEL,
        "place" => questions::PLACE,
        "partner" => questions::PARTNER,
        "goal" => questions::GOAL,
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
    use crate::amend::{ADDABLE, Add, Snapshot, amend};
    use crate::interview::Interview;
    use crate::knowledge::Holidays;
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    const PLAN: &str = "[[roles]]\nid = \"host\"\n[[channels]]\nid = \"main\"\n[[programmes]]\nid = \"camp\"\n";

    #[test]
    fn answers_about_each_kind_give_a_sound_plan() {
        let (library, today) = (Library::default(), "2026-11-22".parse().expect("a day"));
        for what in &ADDABLE {
            let has = |key: &str| what.keys().any(|info| info.key == key);
            assert!(what.named_by.iter().all(|key| has(key)), "{}", what.word);
            assert!(questions_about(what).iter().all(|question| has(key_of(question))), "{}", what.word);
            for language in Language::ALL {
                let mut interview = Interview::adding(&library, what, (PLAN, vec!["lasts"]), language, today);
                assert!(interview.answer("").is_err(), "{}: something is needed", what.word);
                while let Some(ask) = interview.next() {
                    let first = ask.choices.first().map(|choice| choice.word.as_str());
                    let typed = match key_of(ask.question) {
                        "when" => "每周三 20:00",
                        "by" | "starts" => "2027-03-01",
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
                let add = Add::new(what, added, &now).expect("a new name");
                let id = add.id().to_owned();
                let amendment = amend(now, add).expect("a sound plan");
                let after = amendment.after().reading;
                assert!(after.is_sound(), "{}: {:?}", amendment.text, after.findings);
                assert!(after.index.find(what.kind, &id).is_some(), "{}", amendment.text);
            }
        }
    }

    #[test]
    fn what_is_known_is_not_asked() {
        let (library, today) = (Library::default(), "2026-11-22".parse().expect("a day"));
        let asked = |plan: &str, known: Vec<&'static str>| {
            let interview = Interview::adding(&library, &ADDABLE[0], (plan, known), Language::En, today);
            interview.missing().into_iter().map(|question| question.id).collect::<Vec<_>>()
        };
        assert_eq!(asked(PLAN, vec!["title", "place"]), ["activity_when", "activity_owner"]);
        // nobody could be named
        assert_eq!(asked("", vec![]), ["activity_title", "activity_when"]);
    }
}
