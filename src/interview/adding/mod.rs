//! One more thing in a list of the plan: what can be added, what it needs, and the edit that adds it.
//!
//! A value comes from a word of the command line or from an answer; both end in [`element`]. May not: ask, or decide
//! whether the plan is good with it; its readers and rules do.

mod questions;
mod value;

use super::question::Question;
use crate::finding::{Edit, KeyPath, Literal};
use crate::language::Text;
use crate::plan::{Index, Plan};
use crate::source::{KeyInfo, Shape, Table};
use crate::value::Slug;

pub(super) use value::choices;
pub use value::value;

/// A kind of thing that can be added.
#[derive(Debug)]
pub struct Addable {
    /// Its word.
    pub word: &'static str,
    /// What people call it.
    pub name: Text,
    /// The list of the plan.
    pub table: &'static str,
    /// The kind of reference under which its name is looked up.
    pub kind: &'static str,
    /// The keys from which its id is made: the first with a letter of English in it, else the first. Empty where the
    /// name is the id.
    pub named_by: &'static [&'static str],
    /// What it needs, as questions; each fills one key.
    pub questions: &'static [Question],
}

/// Everything that can be added.
pub static ADDABLE: [Addable; 8] = [
    Addable {
        word: "activity",
        name: Text::new("活动", "activity"),
        table: "activities",
        kind: "item",
        named_by: &["title", "form"],
        questions: questions::ACTIVITY,
    },
    Addable {
        word: "content",
        name: Text::new("内容", "piece of content"),
        table: "content",
        kind: "item",
        named_by: &["title", "kind"],
        questions: questions::CONTENT,
    },
    Addable {
        word: "person",
        name: Text::new("成员", "person"),
        table: "people",
        kind: "holder",
        named_by: &[],
        questions: questions::PERSON,
    },
    Addable {
        word: "cohort",
        name: Text::new("一期", "cohort"),
        table: "cohorts",
        kind: "item",
        named_by: &["title", "programme"],
        questions: questions::COHORT,
    },
    Addable {
        word: "channel",
        name: Text::new("渠道", "channel"),
        table: "channels",
        kind: "channel",
        named_by: &["title", "platform"],
        questions: questions::CHANNEL,
    },
    Addable {
        word: "place",
        name: Text::new("地点", "place"),
        table: "places",
        kind: "place",
        named_by: &["name"],
        questions: questions::PLACE,
    },
    Addable {
        word: "partner",
        name: Text::new("合作方", "partner"),
        table: "partners",
        kind: "partner",
        named_by: &["name", "kind"],
        questions: questions::PARTNER,
    },
    Addable {
        word: "goal",
        name: Text::new("目标", "goal"),
        table: "goals",
        kind: "goal",
        named_by: &["metric", "objective"],
        questions: questions::GOAL,
    },
];

impl Addable {
    /// The keys that hold a single value, or several of one kind.
    pub fn keys(&self) -> impl Iterator<Item = &'static KeyInfo> {
        let table = Plan::TABLE.key(self.table).and_then(|info| info.shape.table());
        table.into_iter().flat_map(|table| table.keys).filter(|info| is_single(&info.shape))
    }

    /// The key that a question fills.
    pub fn key_of(question: &Question) -> &'static str {
        let route = question.fills.first().copied().unwrap_or_default();
        route.rsplit('.').next().unwrap_or_default()
    }
}

/// Whether a value of this shape can be said in a few words.
fn is_single(shape: &Shape) -> bool {
    match shape {
        Shape::List(Shape::Table(_)) => value::reference_of(shape).is_some(),
        Shape::List(inner) => is_single(inner),
        Shape::Table(_) | Shape::Map(_) | Shape::Either(_) | Shape::Any => false,
        _ => true,
    }
}

/// The edit that adds a thing with these values, its keys in the order of the vocabulary, and the name by which the
/// plan then speaks of it.
pub fn element(what: &Addable, index: &Index, given: &[(&'static str, Literal)]) -> (Edit, String) {
    let of = |key: &str| given.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
    let text = |key: &&str| match of(key) {
        Some(Literal::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let made = || {
        let texts = || what.named_by.iter().filter_map(text);
        let plain = texts().find(|text| text.contains(|c: char| c.is_ascii_alphabetic()));
        let slug = Slug::from_text(plain.or_else(|| texts().next()).unwrap_or(what.word));
        // room for the number behind a name that is taken
        let short: String = slug.as_str().chars().take(60).collect();
        index.free(what.kind, short.trim_end_matches('-'))
    };
    let own = text(&"id").or_else(|| text(&"name").filter(|_| what.named_by.is_empty()));
    let id = own.map_or_else(made, str::to_owned);
    let mut table = Vec::new();
    for info in what.keys() {
        let value = of(info.key).cloned();
        let made = || (info.key == "id" && !what.named_by.is_empty()).then(|| id.as_str().into());
        table.extend(value.or_else(made).map(|value| (info.key.to_owned(), value::shaped(&info.shape, value))));
    }
    (Edit::Append { path: KeyPath::of(&[what.table]), table, comment: None }, id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::Interview;
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::{Document, apply};

    const PLAN: &str = "[[roles]]\nid = \"host\"\n[[channels]]\nid = \"main\"\n[[programmes]]\nid = \"camp\"\n";

    #[test]
    fn each_needs_keys_that_it_has_and_an_answer_to_each_gives_a_sound_plan() {
        let (library, today) = (Library::default(), "2026-11-22".parse().expect("a day"));
        for what in &ADDABLE {
            let has = |key: &str| what.keys().any(|info| info.key == key);
            assert!(what.named_by.iter().all(|key| has(key)), "{}", what.word);
            assert!(what.questions.iter().all(|question| has(Addable::key_of(question))), "{}", what.word);
            for language in Language::ALL {
                let mut interview = Interview::adding(&library, what, (PLAN, vec!["lasts"]), language, today);
                assert!(interview.answer("").is_err(), "{}: something is needed", what.word);
                while let Some(ask) = interview.next() {
                    let first = ask.choices.first().map(|choice| choice.word.as_str());
                    let typed = match Addable::key_of(ask.question) {
                        "when" => "每周三 20:00",
                        "by" | "starts" => "2027-03-01",
                        _ => first.unwrap_or("晨光"),
                    };
                    interview.answer(typed).expect("a good answer");
                }
                let mut buffer = String::new();
                let before = read(&Document::parse(PLAN, &mut buffer), &library);
                let added = interview.added();
                assert_eq!(added.len(), what.questions.len());
                let (edit, id) = element(what, &before.index, &added);
                let text = apply(PLAN, &[edit]).expect("a table");
                let mut buffer = String::new();
                let after = read(&Document::parse(&text, &mut buffer), &library);
                assert!(after.is_sound(), "{text}: {:?}", after.findings);
                assert!(after.index.find(what.kind, &id).is_some(), "{text}");
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
