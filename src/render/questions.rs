//! The questions as JSON, for who answers them in a file.

use serde_json::{Value, json};

use crate::finding::Literal;
use crate::interview::{Interview, QuestionInfo, question_infos};

/// `{ version, language, questions: [{ id, chapter, kind, text, why, help, keys, choices: [{ word, name, about }], default, asked }] }`.
/// Dates are texts; `default` is null where the starter says nothing.
pub fn questions_json(interview: &Interview<'_>) -> Value {
    let question = |info: QuestionInfo| {
        let choices: Vec<Value> = info
            .choices
            .iter()
            .map(|choice| json!({ "word": choice.word, "name": choice.name, "about": choice.about }))
            .collect();
        json!({
            "id": info.id,
            "chapter": info.chapter.get(interview.language()),
            "kind": info.kind,
            "text": info.text,
            "why": info.why,
            "help": info.help,
            "keys": info.fills,
            "choices": choices,
            "default": info.default.as_ref().map_or(Value::Null, value),
            "asked": info.asked,
        })
    };
    let questions: Vec<Value> = question_infos(interview).into_iter().map(question).collect();
    json!({ "version": 1, "language": interview.language().tag(), "questions": questions })
}

fn value(literal: &Literal) -> Value {
    match literal {
        Literal::Text(text) => text.as_str().into(),
        Literal::Integer(n) => (*n).into(),
        Literal::Float(n) => (*n).into(),
        Literal::Boolean(yes) => (*yes).into(),
        Literal::Day(day) => day.to_string().into(),
        Literal::Moment(day, clock) => format!("{day}T{clock}").into(),
        Literal::List(values) => values.iter().map(value).collect(),
        Literal::Table(pairs) => Value::Object(pairs.iter().map(|(key, v)| (key.clone(), value(v))).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{Answers, Mode};
    use crate::language::Language;
    use crate::library::Library;

    #[test]
    fn defaults_that_are_printed_can_be_given_as_answers() {
        let library = Library::default();
        let day = "2026-11-23".parse().expect("a day");
        let interview = Interview::new(&library, Mode::Quick, Language::En, day);
        let sheet = questions_json(&interview);
        assert_eq!(sheet["questions"][0]["id"], "language");
        let asked = sheet["questions"].as_array().expect("a list").iter().filter(|question| question["asked"] == true);
        let answers: serde_json::Map<String, Value> =
            asked.map(|q| (q["id"].as_str().expect("an id").to_owned(), q["default"].clone())).collect();
        let file = json!({ "format": 1, "answers": answers }).to_string();
        assert!(Answers::parse(&file).is_ok(), "{file}");
    }
}
