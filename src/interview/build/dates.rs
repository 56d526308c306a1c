//! All dates of the starter move with its first day, by whole days.

use super::Changes;
use crate::cadence::{Cadence, Pattern};
use crate::finding::{KeyPath, Literal, Segment};
use crate::interview::setting::Setting;
use crate::value::Day;

/// Moves every date of the file, and the single dates of cadences.
pub(super) fn shift(setting: &Setting<'_>, changes: &mut Changes) {
    let Some(first) = setting.starter.plan.lifecycle.starts else { return };
    let days = setting.starts().0 - first.0;
    if days != 0 {
        walk(&setting.starter.tree, &KeyPath::root(), days, changes);
    }
}

fn walk(value: &Literal, at: &KeyPath, days: i32, changes: &mut Changes) {
    let below = |segment: Segment| {
        let mut path = at.clone();
        path.0.push(segment);
        path
    };
    match value {
        Literal::Day(day) => changes.set(at.clone(), Literal::Day(day.plus(days))),
        Literal::Moment(day, clock) => changes.set(at.clone(), Literal::Moment(day.plus(days), *clock)),
        Literal::Text(text) if matches!(at.keys().last(), Some("when" | "meeting")) => {
            if let Some(moved) = once(text, days) {
                changes.set(at.clone(), moved);
            }
        }
        Literal::Table(pairs) => {
            for (key, value) in pairs {
                walk(value, &below(Segment::Key(key.clone().into())), days, changes);
            }
        }
        Literal::List(values) => {
            for (index, value) in values.iter().enumerate() {
                walk(value, &below(Segment::Index(index)), days, changes);
            }
        }
        _ => {}
    }
}

/// A cadence that names one date, on the other date.
fn once(text: &str, days: i32) -> Option<String> {
    let Ok(Cadence { pattern: Pattern::Once(day), .. }) = Cadence::parse(text) else { return None };
    let written = text.get(..10).filter(|date| date.parse::<Day>() == Ok(day))?;
    Some(text.replacen(written, &day.plus(days).to_string(), 1))
}
