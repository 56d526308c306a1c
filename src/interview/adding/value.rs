//! A word of the command line → the value of a key of the plan. Names that people see become ids.

use crate::finding::{Fact, Literal};
use crate::interview::setting::Setting;
use crate::interview::{Choice as Named, Refusal};
use crate::language::{Language, Text};
use crate::plan::{Index, Plan};
use crate::source::{ChoiceInfo, Shape, closest, literal};
use crate::value::Day;

/// The value that a text means for a key of this shape, or what is wanted. Days may be said without their year.
pub fn value(shape: &Shape, text: &str, (plan, index): (&Plan, &Index), today: Day) -> Result<Literal, Refusal> {
    match (shape, reference_of(shape)) {
        (Shape::Date, _) => Day::typed(text, today)
            .map(Literal::Day)
            .map_err(|error| Refusal::new(text, error.expected).near(error.near)),
        (_, Some(reference)) => {
            let one = |text: &str| id_of(plan, index, reference, text).map(Literal::from);
            match shape {
                Shape::List(_) => parts(text).map(one).collect::<Result<_, _>>().map(Literal::List),
                _ => one(text.trim()),
            }
        }
        (Shape::Choice(choices), _) => choose(choices, text).map(Literal::from),
        (Shape::List(Shape::Choice(choices)), _) => {
            let words: Result<_, _> = parts(text).map(|part| choose(choices, part).map(Literal::from)).collect();
            words.map(Literal::List)
        }
        _ => literal(shape, text).map_err(|want| Refusal::new(text, want)),
    }
}

/// The word that is meant, by itself or by its name.
fn choose(choices: &[ChoiceInfo], text: &str) -> Result<&'static str, Refusal> {
    let near = closest(text, choices.iter().map(|choice| choice.word)).map(str::to_owned);
    let all = || Fact::List(choices.iter().map(|choice| Fact::Choice(choice.word, choice.name)).collect());
    ChoiceInfo::meant(choices, text).map(|choice| choice.word).ok_or_else(|| Refusal::new(text, all()).near(near))
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty())
}

/// The kind of reference that a shape holds: one, several, or several with more said of each (`{ to = "members" }`).
pub(super) fn reference_of(shape: &Shape) -> Option<(&'static str, Text)> {
    match shape {
        Shape::Reference(kind, want) => Some((kind, *want)),
        Shape::List(Shape::Table(table)) => reference_of(&table.keys.first()?.shape),
        Shape::List(inner) => reference_of(inner),
        _ => None,
    }
}

/// A value as the plan writes it: where more can be said of each of several, each becomes a table.
pub(super) fn shaped(shape: &Shape, value: Literal) -> Literal {
    match (shape, value) {
        (Shape::List(Shape::Table(table)), Literal::List(values)) => {
            let key = table.keys.first().map_or("", |info| info.key);
            Literal::List(values.into_iter().map(|value| Literal::Table(vec![(key.to_owned(), value)])).collect())
        }
        (_, value) => value,
    }
}

/// The id of what a name means, as it is called in either language. SOPs are not the plan's own: its reader knows them.
fn id_of(plan: &Plan, index: &Index, (kind, want): (&str, Text), name: &str) -> Result<String, Refusal> {
    if kind == "sop" || index.find(kind, name).is_some() {
        return Ok(name.to_owned());
    }
    let called = |id: &str| {
        let called = |language| index.find(kind, id)?.called(plan, language);
        Language::ALL.into_iter().filter_map(called).collect::<Vec<_>>()
    };
    let named: Vec<(&str, Vec<String>)> = index.names(kind).into_iter().map(|id| (id, called(id))).collect();
    let is_it = |called: &str| called.to_lowercase() == name.to_lowercase();
    let is_named = |(id, names): &&(&str, Vec<String>)| is_it(id) || names.iter().any(|called| is_it(called));
    let meant: Vec<&str> = named.iter().filter(is_named).map(|(id, _)| *id).collect();
    if let [id] = meant[..] {
        return Ok(id.to_owned());
    }
    let words = || named.iter().flat_map(|(id, names)| names.iter().map(String::as_str).chain([*id]));
    let near: Vec<&str> = match (meant.is_empty(), closest(name, words())) {
        (false, _) => meant,
        (true, Some(near)) => vec![near],
        (true, None) => named.iter().map(|(id, _)| *id).collect(),
    };
    Err(Refusal::new(name, want).near(near.into_iter().map(str::to_owned)))
}

/// What a kind of reference can name, by the words that people know; namesakes with their ids.
pub(in crate::interview) fn choices(setting: &Setting<'_>, kind: &str) -> Vec<Named> {
    let plan = &setting.starter.plan;
    let index = Index::build(plan, &mut Vec::new());
    let called = |id: &str| index.find(kind, id).and_then(|thing| thing.called(plan, setting.language()));
    let ids = index.names(kind).into_iter();
    let names: Vec<(&str, String)> = ids.map(|id| (id, called(id).unwrap_or_else(|| id.to_owned()))).collect();
    let choice = |(id, name): &(&str, String)| {
        let is_alone = names.iter().filter(|(_, other)| other == name).count() == 1;
        let name = if is_alone { name.clone() } else { format!("{name} ({id})") };
        Named { word: (*id).to_owned(), name, about: String::new() }
    };
    names.iter().map(choice).collect()
}
