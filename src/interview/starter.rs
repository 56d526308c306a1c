//! A starter as the interview sees it: its text, its values by route, its plan.

use toml::de::{DeTable, DeValue};

use crate::finding::{KeyPath, Literal, Segment};
use crate::library::Library;
use crate::plan::{self, Plan};
use crate::source::Document;
use crate::value::{Clock, Day};

/// A starter that has been read.
#[derive(Debug)]
pub(super) struct Starter {
    /// Its name; empty when there is none.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its values.
    pub tree: Literal,
    /// Its plan.
    pub plan: Plan,
}

impl Starter {
    pub(super) fn read(name: &str, text: &str, library: &Library) -> Self {
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let plan = plan::read(&document, library).plan;
        Self { name: name.to_owned(), text: text.to_owned(), tree: table(document.tree()), plan }
    }

    /// The value at a route.
    pub(super) fn at(&self, path: &KeyPath) -> Option<&Literal> {
        path.0.iter().try_fold(&self.tree, |value, segment| match (segment, value) {
            (Segment::Key(key), Literal::Table(pairs)) => pairs.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            (Segment::Index(index), Literal::List(values)) => values.get(*index),
            _ => None,
        })
    }
}

fn table(table: &DeTable<'_>) -> Literal {
    Literal::Table(table.iter().map(|(key, value)| (key.get_ref().to_string(), literal(value.get_ref()))).collect())
}

/// A value of a file as a value that can be written. Times without a date or with a zone, which no plan has, become texts.
pub(super) fn literal(value: &DeValue<'_>) -> Literal {
    match value {
        DeValue::String(text) => Literal::Text(text.to_string()),
        DeValue::Integer(n) => {
            i64::from_str_radix(n.as_str(), n.radix()).map_or(Literal::Integer(i64::MAX), Literal::Integer)
        }
        DeValue::Float(n) => Literal::Float(n.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(yes) => Literal::Boolean(*yes),
        DeValue::Datetime(moment) => {
            let day = moment.date.and_then(|d| Day::from_ymd(d.year.into(), d.month.into(), d.day.into()));
            let clock = moment.time.map(|time| Clock::new(time.hour.into(), time.minute.into()));
            match (day, clock, moment.offset) {
                (Some(day), None, None) => Literal::Day(day),
                (Some(day), Some(Some(clock)), None) => Literal::Moment(day, clock),
                _ => Literal::Text(moment.to_string()),
            }
        }
        DeValue::Array(values) => Literal::List(values.iter().map(|value| literal(value.get_ref())).collect()),
        DeValue::Table(inner) => table(inner),
    }
}
