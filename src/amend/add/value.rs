//! A word of the command line → the value of a key of the plan. Names that people see become ids.

use crate::amend::{Snapshot, WrongValue};
use crate::cadence::{Cadence, Pattern};
use crate::finding::{Arg, Literal};
use crate::language::{Language, Text};
use crate::plan::people::Role;
use crate::plan::{Index, Plan, Thing};
use crate::source::{ChoiceInfo, FieldValue, Shape, Suggestion, literal};
use crate::value::{Money, canonical_name, name_key};

/// The value that a text means for a key of this shape. The year of a day may be left out.
pub fn value(shape: &Shape, text: &str, now: &Snapshot<'_>) -> Result<Literal, WrongValue> {
    match shape {
        // where each of several can have more keys, its first names it
        Shape::List(Shape::Table(table)) if reference_of(shape).is_some() => {
            let Some(first) = table.keys.first() else {
                return Err(WrongValue::new(text, shape.wanted(), Suggestion::NONE));
            };
            value(&Shape::List(&first.shape), text, now).map(|names| shaped(shape, names))
        }
        Shape::Form(_, example) if example.parse::<Money>().is_ok() => {
            Ok(amount(text, now.plan()).map_or_else(|| text.trim().to_owned(), |amount| amount.to_string()).into())
        }
        // a single day as it is typed, 12/21/2026 8pm: as every other date of the plan is written
        _ if is_cadence(shape) => {
            let read = literal(shape, text, Some(now.today))
                .map_err(|error| WrongValue::new(text, error.expected, Suggestion::Near(error.near)))?;
            Ok(match &read {
                Literal::Text(typed) => match Cadence::parse(typed) {
                    Ok(when) if matches!(when.pattern, Pattern::Once(_)) => when.print(now.plan().language()).into(),
                    _ => read,
                },
                _ => read,
            })
        }
        _ => {
            let read = literal(shape, text, Some(now.today))
                .map_err(|error| WrongValue::new(text, error.expected, Suggestion::Near(error.near)))?;
            with_names(shape, read, (now.plan(), &now.reading.index))
        }
    }
}

/// Whether a shape is that of `when`.
fn is_cadence(shape: &Shape) -> bool {
    matches!((shape, <Cadence as FieldValue>::SHAPE), (Shape::Form(one, _), Shape::Form(other, _)) if *one == other)
}

/// An amount without a currency is in that of the plan's prices; what is free can be in any.
fn amount(text: &str, plan: &Plan) -> Option<Money> {
    let own = plan.monetisation.iter().find_map(|product| Some(product.price.as_ref()?.currency.as_str()));
    let usual = match plan.language() {
        Language::Zh => "CNY",
        Language::En => "USD",
    };
    let free = || Money::read(text, Some(usual)).ok().filter(|amount| amount.cents == 0);
    if text.parse::<Money>().is_ok() {
        None
    } else {
        own.and_then(|own| Money::read(text, Some(own)).ok()).or_else(free)
    }
}

/// A value whose names are ids, and whose words are those of the plan.
fn with_names(shape: &Shape, value: Literal, names: (&Plan, &Index)) -> Result<Literal, WrongValue> {
    match (shape, value) {
        (Shape::Reference(kind, want), Literal::Text(name)) => id_of(names, (kind, *want), &name).map(Literal::from),
        (Shape::Choice(choices), Literal::Text(word)) => choose(choices, &word).map(Literal::from),
        (Shape::List(inner), Literal::List(values)) => {
            values.into_iter().map(|value| with_names(inner, value, names)).collect::<Result<_, _>>().map(Literal::List)
        }
        (_, value) => Ok(value),
    }
}

/// A value as the plan writes it: where each of several can have more keys, its name becomes a table.
pub(super) fn shaped(shape: &Shape, value: Literal) -> Literal {
    match (shape, value) {
        (Shape::List(Shape::Table(table)), Literal::List(values)) => {
            let key = table.keys.first().map_or("", |info| info.key);
            let element = |value| match value {
                Literal::Text(_) => Literal::Table(vec![(key.to_owned(), value)]),
                value => value,
            };
            Literal::List(values.into_iter().map(element).collect())
        }
        (_, value) => value,
    }
}

/// The word that is meant, by itself or by its name.
fn choose(choices: &[ChoiceInfo], text: &str) -> Result<&'static str, WrongValue> {
    ChoiceInfo::meant(choices, text).map(|choice| choice.word).ok_or_else(|| {
        let all = choices.iter().map(|choice| Arg::Choice(choice.word, choice.name)).collect();
        let near = match Suggestion::new(text, choices.iter().map(|choice| choice.word)) {
            // what is expected lists them all
            Suggestion::All(_) => Suggestion::NONE,
            near => near,
        };
        WrongValue::new(text, Arg::List(all), near)
    })
}

/// The kind of reference that a shape holds: one, several, or several with more to each (`{ to = "members" }`).
pub(super) fn reference_of(shape: &Shape) -> Option<(&'static str, Text)> {
    match shape {
        Shape::Reference(kind, want) => Some((kind, *want)),
        Shape::List(Shape::Table(table)) => reference_of(&table.keys.first()?.shape),
        Shape::List(inner) => reference_of(inner),
        _ => None,
    }
}

/// What a key takes that refers to one thing, where several were typed.
const ONE_NAME: Text = Text::new(
    "一个名字；几个人轮流，写他们都担任的角色；几个人一起，在活动里另写人手（staff）",
    "a single name; to take turns, a role that all of them hold; for more people at once, the staff of the activity",
);

/// The roles that all of these people hold, where a key takes one.
fn shared_roles((plan, index): (&Plan, &Index), kind: &str, people: &[String]) -> Vec<String> {
    let names = index.names(kind);
    let takes = |role: &&Role| role.id.as_ref().is_some_and(|id| names.contains(&id.as_str()));
    let is_held = |role: &&Role| {
        people.iter().all(|name| match index.find("person", name) {
            Some(Thing::Person(person)) => plan.people[person]
                .roles
                .iter()
                .any(|held| Some(held.as_str()) == role.id.as_ref().map(|id| id.as_str())),
            _ => false,
        })
    };
    plan.roles
        .iter()
        .filter(takes)
        .filter(is_held)
        .filter_map(|role| role.id.as_ref().map(ToString::to_string))
        .collect()
}

/// The id of what a name means, as it is called in either language. SOPs are not the plan's own: its reader checks them.
fn id_of((plan, index): (&Plan, &Index), (kind, want): (&'static str, Text), name: &str) -> Result<String, WrongValue> {
    if kind == "sop" {
        return Ok(name.to_owned());
    }
    let spelling = canonical_name(name);
    if let Some(id) = index.names(kind).into_iter().find(|id| canonical_name(id) == spelling) {
        return Ok(id.to_owned());
    }
    let called = |id: &str| index.find(kind, id).map(|thing| thing.names(plan)).unwrap_or_default();
    let named: Vec<(&str, Vec<String>)> = index.names(kind).into_iter().map(|id| (id, called(id))).collect();
    let key = name_key(name);
    let is_it = |called: &str| name_key(called) == key;
    let is_named = |(id, names): &&(&str, Vec<String>)| is_it(id) || names.iter().any(|called| is_it(called));
    let meant: Vec<&str> = named.iter().filter(is_named).map(|(id, _)| *id).collect();
    if let [id] = meant[..] {
        return Ok(id.to_owned());
    }
    // moderator,lead: one of them
    let parts: Vec<&str> = name.split([',', '，', '、', ';', '；', '/', '+', '&']).map(str::trim).collect();
    if parts.len() > 1
        && let Ok(each) =
            parts.iter().map(|part| id_of((plan, index), (kind, want), part)).collect::<Result<Vec<_>, _>>()
    {
        let shared = shared_roles((plan, index), kind, &each);
        let each = if shared.is_empty() { each } else { shared };
        return Err(WrongValue::new(name, ONE_NAME, Suggestion::Near(each)));
    }
    let near = match meant.is_empty() {
        true => {
            let label = |id: &str| index.find(kind, id).map(|thing| thing.label(plan, plan.language()));
            let titles: Vec<Option<String>> =
                named.iter().map(|(id, _)| label(id).filter(|label| label != id)).collect();
            Suggestion::of_named(name, titles.iter().map(Option::as_deref).zip(named.iter().map(|(id, _)| Some(*id))))
        }
        false => Suggestion::Near(meant.into_iter().map(str::to_owned).collect()),
    };
    Err(WrongValue { kind: Some(Box::new((kind, want))), ..WrongValue::new(name, want, near) })
}
