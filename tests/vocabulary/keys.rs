//! The keys of the vocabulary, and where a complete plan has them.

use std::collections::BTreeMap;
use std::fs;

use qun::plan::Plan;
use qun::source::{Shape, Table, TableInfo};
use toml::Value;

/// A step into a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// A place in a plan, and what may be there.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    steps: Vec<Step>,
    pub(crate) shape: &'static Shape,
}

impl Route {
    /// Whether it is an id, by which others refer to something.
    pub(crate) fn is_id(&self) -> bool {
        matches!(self.steps.last(), Some(Step::Key(key)) if key == "id")
    }

    /// The value at the place.
    pub(crate) fn value<'v>(&self, plan: &'v Value) -> &'v Value {
        self.steps.iter().fold(plan, |value, step| match step {
            Step::Key(key) => &value[key.as_str()],
            Step::Index(index) => &value[*index],
        })
    }

    /// The plan with another value at the place.
    pub(crate) fn replaced(&self, plan: &Value, value: Value) -> Value {
        let mut plan = plan.clone();
        *into(&mut plan, &self.steps) = value;
        plan
    }

    /// The plan without the key.
    pub(crate) fn removed(&self, plan: &Value) -> Value {
        let mut plan = plan.clone();
        if let Some((Step::Key(key), before)) = self.steps.split_last()
            && let Some(table) = into(&mut plan, before).as_table_mut()
        {
            table.remove(key);
        }
        plan
    }
}

fn into<'v>(plan: &'v mut Value, steps: &[Step]) -> &'v mut Value {
    steps.iter().fold(plan, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Index(index) => &mut value[*index],
    })
}

/// Tables that exclude what the complete plan has, each with the one that it takes the place of.
const INSTEAD: [&str; 3] = [
    "lifecycle = { starts = 2026-12-01, lasts = \"open-ended\", review_every = \"1y\" }",
    "lifecycle = { starts = 2026-12-01, days = 300 }",
    "[community]\nname = \"晨光\"\noffline = { never = true, reason = \"成员分散\" }\nonline = { never = true, reason = \"都住附近\" }",
];

/// Plans in which every key is written: the example, and over it what the example leaves out; then the same with what
/// excludes some of that.
pub(crate) fn complete_plans() -> Vec<Value> {
    let complete = complete_plan();
    let others = INSTEAD.iter().map(|instead| {
        let mut plan = complete.clone();
        for (key, value) in instead.parse::<toml::Table>().expect("TOML") {
            plan.as_table_mut().expect("a table").insert(key, value);
        }
        plan
    });
    // a copied starter: what is the starter's in it does not count
    let mut copy = file("templates/plans/zh-CN/reading-club.toml");
    let own =
        "without = [\"places\", \"experiments\"]\ntemplate = { from = \"reading-club\", confirmed = [\"rules\"] }";
    for (key, value) in own.parse::<toml::Table>().expect("TOML") {
        copy.as_table_mut().expect("a table").insert(key, value);
    }
    std::iter::once(complete.clone()).chain(others).chain([copy]).collect()
}

fn file(name: &str) -> Value {
    let text = fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).expect("it is there");
    text.parse::<toml::Table>().map(Value::Table).expect("TOML")
}

fn complete_plan() -> Value {
    let mut plan = file("tests/data/plan-example.toml");
    merge(&mut plan, file("tests/data/every-key.toml"));
    plan
}

/// Adds what is not there: tables key by key, lists of tables element by element.
fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Table(into), Value::Table(from)) => {
            for (key, value) in from {
                match into.get_mut(&key) {
                    Some(there) => merge(there, value),
                    None => drop(into.insert(key, value)),
                }
            }
        }
        (Value::Array(into), Value::Array(from)) if from.iter().all(Value::is_table) => {
            for (index, value) in from.into_iter().enumerate() {
                match into.get_mut(index) {
                    Some(there) => merge(there, value),
                    None => into.push(value),
                }
            }
        }
        (into, from) => *into = from,
    }
}

/// Every key that holds a value of its own, with its places in the plan.
pub(crate) fn keys(plan: &Value) -> BTreeMap<String, Vec<Route>> {
    let mut found = BTreeMap::new();
    below(Plan::TABLE, plan, &mut Vec::new(), "", &mut found);
    found
}

fn below(
    table: &'static TableInfo,
    value: &Value,
    steps: &mut Vec<Step>,
    name: &str,
    found: &mut BTreeMap<String, Vec<Route>>,
) {
    for info in table.keys {
        let name = if name.is_empty() { info.key.to_owned() } else { format!("{name}.{}", info.key) };
        let value = value.get(info.key);
        steps.push(Step::Key(info.key.to_owned()));
        match (info.shape.table(), value) {
            (None, value) => {
                let routes = found.entry(name).or_default();
                routes.extend(value.map(|_| Route { steps: steps.clone(), shape: &info.shape }));
            }
            (Some(inner), Some(Value::Array(values))) => {
                for (index, value) in values.iter().enumerate() {
                    steps.push(Step::Index(index));
                    below(inner, value, steps, &name, found);
                    steps.pop();
                }
            }
            (Some(inner), Some(value)) => below(inner, value, steps, &name, found),
            (Some(inner), None) => below(inner, &Value::Boolean(false), steps, &name, found),
        }
        steps.pop();
    }
}
