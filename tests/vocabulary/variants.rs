//! Other values for a key, of the shape that it may hold.

use qun::source::Shape;
use toml::Value;

use super::keys::Route;

/// Plans with another value at a place; some may contradict themselves.
pub(crate) fn of(plan: &Value, route: &Route) -> Vec<Value> {
    let value = route.value(plan);
    let is_id = route.is_id() && value.is_str();
    let others = others(route.shape, value, plan);
    others
        .into_iter()
        .map(|other| {
            let changed = route.replaced(plan, other.clone());
            // what refers to it goes along
            if is_id { renamed(&changed, value, &other) } else { changed }
        })
        .collect()
}

fn renamed(plan: &Value, old: &Value, new: &Value) -> Value {
    match plan {
        value if value == old => new.clone(),
        Value::Table(table) => Value::Table(table.iter().map(|(k, v)| (k.clone(), renamed(v, old, new))).collect()),
        Value::Array(values) => Value::Array(values.iter().map(|value| renamed(value, old, new)).collect()),
        value => value.clone(),
    }
}

fn others(shape: &Shape, value: &Value, plan: &Value) -> Vec<Value> {
    match (shape, value) {
        (Shape::Choice(choices), Value::String(word)) => {
            choices.iter().filter(|choice| choice.word != word).map(|choice| choice.word.into()).collect()
        }
        (Shape::Reference(..), Value::String(name)) => {
            let mut names = Vec::new();
            collect_names(plan, &mut names);
            names.retain(|other| other != name);
            names.into_iter().map(Value::String).collect()
        }
        (Shape::Form(_, example), Value::String(text)) => {
            let mut texts = vec![(*example).to_owned(), with_other_number(text), format!("{text}-x")];
            // other time zones, other times when people have time, other countries
            texts.extend(["Europe/Berlin", "weekends", "DE"].map(str::to_owned));
            texts.retain(|other| other != text);
            texts.into_iter().map(Value::String).collect()
        }
        (Shape::List(inner), Value::Array(values)) => {
            let changed = values.first().into_iter().flat_map(|first| others(inner, first, plan));
            let mut lists: Vec<Value> = (changed)
                .map(|first| Value::Array(std::iter::once(first).chain(values[1..].iter().cloned()).collect()))
                .collect();
            lists.extend((values.len() > 1).then(|| Value::Array(values[1..].to_vec())));
            lists
        }
        (Shape::Either(_), Value::String(text)) if ["CN", "US"].contains(&text.as_str()) => vec!["none".into()],
        (Shape::Map(_), Value::Table(table)) => {
            let without = |key: &String| {
                let mut other = table.clone();
                other.remove(key);
                Value::Table(other)
            };
            table.keys().map(without).collect()
        }
        (_, Value::String(text)) => vec![format!("{text}（别的）").into()],
        (_, Value::Integer(n)) => [n + 1, n * 3, n - 1, 1, 5000].map(Value::Integer).to_vec(),
        (_, Value::Float(n)) => [n + 1.0, n / 2.0, 0.5].map(Value::Float).to_vec(),
        (_, Value::Boolean(yes)) => vec![Value::Boolean(!yes)],
        (_, Value::Datetime(date)) => {
            let date = date.to_string();
            let other = |day: &str| format!("{}{day}{}", &date[..8], &date[10..]).parse().map(Value::Datetime).ok();
            ["03", "17", "28"].iter().filter(|day| **day != &date[8..10]).filter_map(|day| other(day)).collect()
        }
        (_, Value::Table(table)) => {
            let mut other = table.clone();
            other.insert("another".to_owned(), Value::Integer(1));
            vec![Value::Table(other)]
        }
        (_, Value::Array(_)) => vec![Value::Array(Vec::new())],
    }
}

/// Everything that could be the name of something.
fn collect_names(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                match value {
                    Value::String(name) if key == "id" => names.push(name.clone()),
                    value => collect_names(value, names),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect_names(value, names)),
        _ => {}
    }
}

/// The text with its last number raised.
fn with_other_number(text: &str) -> String {
    let Some(end) = text.rfind(|c: char| c.is_ascii_digit()) else { return text.to_owned() };
    let start = text[..end].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let Ok(n) = text[start..=end].parse::<u32>() else { return text.to_owned() };
    let width = end + 1 - start;
    format!("{}{:0width$}{}", &text[..start], n + 1, &text[end + 1..])
}
