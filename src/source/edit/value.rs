//! A value → TOML.

use toml_edit::{Date, Datetime, Formatted, InlineTable, Time, Value};

use crate::finding::Literal;
use crate::value::{Clock, Day};

/// A value as TOML.
pub(super) fn literal(value: &Literal) -> Value {
    match value {
        Literal::Text(text) => Value::String(Formatted::new(text.clone())),
        Literal::Integer(n) => Value::from(*n),
        Literal::Float(n) => Value::from(*n),
        Literal::Boolean(b) => Value::from(*b),
        Literal::Day(day) => Value::from(Datetime { date: Some(date(*day)), time: None, offset: None }),
        Literal::Moment(day, clock) => {
            Value::from(Datetime { date: Some(date(*day)), time: Some(time(*clock)), offset: None })
        }
        Literal::List(values) => Value::Array(values.iter().map(literal).collect()),
        Literal::Table(keys) => Value::InlineTable(inline_table(keys)),
    }
}

/// Keys and values as an inline table.
pub(super) fn inline_table(keys: &[(String, Literal)]) -> InlineTable {
    keys.iter().map(|(key, value)| (key.as_str(), literal(value))).collect()
}

fn date(day: Day) -> Date {
    let (year, month, day) = day.ymd();
    Date { year: year.unsigned_abs() as u16, month: month as u8, day: day as u8 }
}

fn time(clock: Clock) -> Time {
    let (hour, minute) = clock.hour_minute();
    Time { hour: hour.unsigned_abs(), minute: minute.unsigned_abs(), second: Some(0), nanosecond: None }
}
