//! Pairs of values that must agree: first and last days, the time of a cadence and a length.

use crate::cadence::Cadence;
use crate::finding::{Arg, BAD_VALUE, Finding, FindingList, KeyPath, Place};
use crate::language::Text;
use crate::plan::Plan;
use crate::value::{Day, Length};

/// Pairs of values that must fit each other.
pub(super) fn check(plan: &Plan, findings: &mut FindingList) {
    let mut bounds = |path: KeyPath, first: Option<Day>, last: Option<Day>, key: &'static str| {
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            let path = path.key(key);
            let shown = path.to_string();
            let want = Text::new("不早于 {first} 的日期", "a date not before {first}");
            findings.push(
                Finding::new(&BAD_VALUE, path)
                    .with("key", shown)
                    .with("value", last.to_string())
                    .with("want", want)
                    .with("first", first),
            );
        }
    };
    macro_rules! bounded {
        ($($table:ident),*) => {$(
            for (at, item) in plan.$table.iter().enumerate() {
                bounds(KeyPath::of(&[stringify!($table)]).index(at), item.from, item.until, "until");
            }
        )*};
    }
    bounded!(activities, content, reviews, experiments, people);
    for (at, person) in plan.people.iter().enumerate() {
        for (n, days) in person.away.iter().enumerate() {
            bounds(KeyPath::of(&["people"]).index(at).key("away").index(n), days.from, days.to, "to");
        }
    }
    for (at, place) in plan.places.iter().enumerate() {
        for (n, days) in place.closed.iter().enumerate() {
            bounds(KeyPath::of(&["places"]).index(at).key("closed").index(n), days.from, days.to, "to");
        }
    }
    programmes(plan, findings);
    for (at, activity) in plan.activities.iter().enumerate() {
        lengths(KeyPath::of(&["activities"]).index(at), activity.when.as_ref(), activity.lasts, findings);
    }
    for (at, review) in plan.reviews.iter().enumerate() {
        lengths(KeyPath::of(&["reviews"]).index(at), review.when.as_ref(), review.lasts, findings);
    }
}

/// The days of a course count from 1 to its last.
fn programmes(plan: &Plan, findings: &mut FindingList) {
    for (at, programme) in plan.programmes.iter().enumerate() {
        for (n, item) in programme.items.iter().enumerate() {
            let path = KeyPath::of(&["programmes"]).index(at).key("items").index(n);
            let wrong = |key: &'static str, value: String, want: Text| {
                let path = path.clone().key(key);
                let shown = path.to_string();
                Finding::new(&BAD_VALUE, path).with("key", shown).with("value", value).with("want", want)
            };
            let from_one = Text::new("从 1 数起的一天", "a day, counted from 1");
            let (key, first, last, value) = match (item.days, item.day) {
                (Some(days), _) => ("days", days.first, days.last, format!("{}-{}", days.first, days.last)),
                (None, Some(day)) => ("day", day, day, day.to_string()),
                // what has no day is in no calendar: a rule says so
                (None, None) => continue,
            };
            if first == 0 {
                findings.push(wrong(key, value, from_one));
            } else if let Some(days) = programme.days.filter(|days| last > *days) {
                let want = Text::new("课程共 {days} 天里的一天", "a day of the course, which has {days}");
                findings.push(wrong(key, value, want).with("days", days as usize));
            }
        }
    }
}

/// A range of times says how long; another length beside it contradicts it.
fn lengths(path: KeyPath, when: Option<&Cadence>, lasts: Option<Length>, findings: &mut FindingList) {
    if let (Some(minutes), Some(lasts)) = (when.and_then(|when| when.time?.minutes()), lasts)
        && lasts.minutes() != i64::from(minutes)
    {
        let path = path.key("lasts");
        let key = path.to_string();
        let want = Text::new("与 when 的时段一致：{length}", "the same as the range of `when`: {length}");
        findings.push(
            Finding::new(&BAD_VALUE, Place::from(path))
                .with("key", key)
                .with("value", lasts.to_string())
                .with("want", want)
                .with("length", Arg::Length(Length::Minutes(minutes))),
        );
    }
}
