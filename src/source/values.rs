//! The values of a file as they can be written.

use toml::de::{DeTable, DeValue};

use super::Document;
use crate::finding::Literal;
use crate::value::{Clock, Day};

/// All values of a file.
pub fn values(document: &Document<'_>) -> Literal {
    table(document.tree())
}

fn table(table: &DeTable<'_>) -> Literal {
    Literal::Table(table.iter().map(|(key, value)| (key.get_ref().to_string(), value_of(value.get_ref()))).collect())
}

/// A value of a file as one that can be written. Times without a date and with a zone, which no plan has, become texts.
pub(crate) fn value_of(value: &DeValue<'_>) -> Literal {
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
        DeValue::Array(values) => Literal::List(values.iter().map(|value| value_of(value.get_ref())).collect()),
        DeValue::Table(inner) => table(inner),
    }
}
