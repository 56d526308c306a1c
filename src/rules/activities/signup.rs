//! Signing up: an order that can be kept, and whatever people ask when seats are few.

use crate::finding::KeyPath;
use crate::language::Text;
use crate::plan::activities::Activity;
use crate::plan::{Plan, Thing};
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;
use crate::value::{Offset, Shift};

/// Where the sign-up of an activity is.
fn signup_path(at: usize) -> KeyPath {
    KeyPath::of(&["activities"]).index(at).key("signup")
}

/// The last minute of a day.
const END_OF_DAY: i32 = 1439;

/// The first and the last minute that an offset can mean, from the midnight before the activity.
fn minutes(offset: Offset, start: Option<i32>) -> (i32, i32) {
    match (offset.0, start) {
        (Shift::Days(days, Some(time)), _) => (days * 1440 + time.minutes(), days * 1440 + time.minutes()),
        (Shift::Days(days, None), _) => (days * 1440, days * 1440 + END_OF_DAY),
        (Shift::Minutes(minutes), Some(start)) => (start + minutes, start + minutes),
        (Shift::Minutes(minutes), None) => (minutes, END_OF_DAY + minutes),
    }
}

/// What cannot be, however the days without a time are read: the key, and words for it.
fn contradiction(activity: &Activity) -> Option<(&'static str, Text)> {
    let start = activity.when.as_ref().and_then(|when| when.time).map(|span| span.start.minutes());
    let [opens, closes] = [activity.signup.opens, activity.signup.closes].map(|at| Some(minutes(at?, start)));
    let begins = start.unwrap_or(END_OF_DAY);
    match (opens, closes) {
        (Some(opens), Some(closes)) if opens.0 >= closes.1 => Some((
            "closes",
            Text::new("报名 {opens} 开放，{closes} 就截止了", "opens at {opens} and closes at {closes}"),
        )),
        (_, Some(closes)) if closes.0 > begins => Some((
            "closes",
            Text::new("报名 {closes} 才截止，那时活动已经开始", "closes at {closes}, after the activity has started"),
        )),
        (Some(opens), _) if opens.0 >= begins => Some((
            "opens",
            Text::new("报名 {opens} 才开放，那时活动已经开始", "opens at {opens}, after the activity has started"),
        )),
        _ => None,
    }
}

pub(super) fn out_of_order(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate() {
        let Some((key, problem)) = contradiction(activity) else { continue };
        let [opens, closes] =
            [activity.signup.opens, activity.signup.closes].map(|at| at.map(|at| at.to_string()).unwrap_or_default());
        let finding = report.finding(signup_path(at).key(key)).with("activity", Thing::Activity(at).named(plan));
        report.add(finding.with("problem", problem).with("opens", opens).with("closes", closes));
    }
}

/// A plan without sign-up may take everyone who comes; one with a part of it leaves people to guess the rest.
pub(super) fn incomplete(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate() {
        let (signup, Some(seats)) = (&activity.signup, activity.capacity) else { continue };
        let parts = [
            (signup.opens.is_none(), Text::new("何时开放（opens）", "an opening time (`opens`)")),
            (signup.closes.is_none(), Text::new("何时截止（closes）", "a closing time (`closes`)")),
            (signup.waitlist.is_none(), Text::new("满了有没有候补（waitlist）", "a waiting list (`waitlist`)")),
        ];
        let missing: Vec<Text> = parts.iter().filter(|(is_missing, _)| *is_missing).map(|(_, words)| *words).collect();
        if (1..parts.len()).contains(&missing.len()) {
            let finding = report.finding(signup_path(at)).with("activity", Thing::Activity(at).named(plan));
            report.add(finding.with("seats", i64::from(seats)).with("missing", missing));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cadence::Cadence;

    /// The key of what is wrong with a sign-up of an activity at 14:00; `-` is absent.
    fn wrong(opens: &str, closes: &str) -> Option<&'static str> {
        let mut activity = Activity { when: Cadence::parse("every Sat 14:00").ok(), ..Activity::default() };
        activity.signup.opens = opens.parse().ok();
        activity.signup.closes = closes.parse().ok();
        contradiction(&activity).map(|(key, _)| key)
    }

    #[test]
    fn reports_only_what_cannot_be() {
        for (opens, closes) in [
            ("T-10d", "T-1d"),
            ("T-1d", "T-1d"),
            ("T-1d 20:00", "T-1d"),
            ("-", "T"),
            ("T", "-"),
            ("-", "T-1h"),
            ("-", "T 14:00"),
            ("T 13:59", "-"),
        ] {
            assert_eq!(wrong(opens, closes), None, "{opens} {closes}");
        }
        for (opens, closes, key) in [
            ("T-1d", "T-3d", "closes"),
            ("T-1d 20:00", "T-1d 20:00", "closes"),
            ("-", "T 14:01", "closes"),
            ("-", "T+1h", "closes"),
            ("-", "T+1d", "closes"),
            ("T 14:00", "-", "opens"),
            ("T+1d", "-", "opens"),
        ] {
            assert_eq!(wrong(opens, closes), Some(key), "{opens} {closes}");
        }
    }
}
