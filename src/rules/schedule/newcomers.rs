//! How much reaches a newcomer in the first week: the steps of onboarding, and what is sent to the group meanwhile.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::reporter::Reporter;
use crate::calendar::Calendar;
use crate::finding::{Arg, KeyPath};
use crate::language::Text;
use crate::plan::{Plan, Thing};
use crate::value::Day;

/// Days of the first week, from the day of joining.
const WEEK: u32 = 7;

pub(in super::super) fn flood(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    let steps = |day: u32| {
        let steps = plan.onboarding.steps.iter().filter(|step| step.segment.is_none());
        steps.filter(|step| step.day == Some(day)).count()
    };
    if (0..WEEK).all(|day| steps(day) == 0) {
        return;
    }
    let sent = sent(calendar);
    let on = |channel: usize, day: Day| sent.get(&(channel, day)).copied().unwrap_or(0);
    let mut check = |path: KeyPath, channel: Option<usize>, sends: &dyn Fn(u32) -> usize| {
        let own = channel.and_then(|channel| plan.channels[channel].messages_per_day);
        let Some(limit) = own.or(plan.rules.messages_per_day) else { return };
        let over = |day: &u32| steps(*day) > 0 && steps(*day) + sends(*day) > limit as usize;
        if let Some(day) = (0..WEEK).find(over) {
            let called = match channel {
                Some(channel) => Arg::from(Thing::Channel(channel).named(plan)),
                None => Text::new("群", "the group").into(),
            };
            let finding = report.finding(path).with("day", i64::from(day)).with("when", since_joining(day));
            let parts = match sends(day) {
                0 => Text::new("都是引导", "all of them onboarding"),
                _ => Text::new(
                    "引导 {steps} 条，“{channel}”{sends} 条",
                    "{steps} of onboarding, {sends} in \"{channel}\"",
                ),
            };
            let finding = finding.with("count", steps(day) + sends(day)).with("parts", parts);
            let finding = finding.with("steps", steps(day)).with("channel", called).with("sends", sends(day));
            let finding = finding.with("limit", i64::from(limit));
            let days = (0..WEEK).filter(|day| steps(*day) > 0);
            report.add(days.fold(finding, |finding, day| {
                let args = vec![
                    ("day", i64::from(day).into()),
                    ("when", since_joining(day)),
                    ("steps", steps(day).into()),
                    ("sends", sends(day).into()),
                    ("count", (steps(day) + sends(day)).into()),
                ];
                finding.calculation_line(
                    Text::new("{when}：{steps} + {sends} = {count} 条", "{when}: {steps} + {sends} = {count}"),
                    args,
                )
            }));
        }
    };
    // a newcomer meets a usual day of the group that newcomers join first
    let groups = plan.channels.iter().enumerate().filter(|(_, channel)| channel.parent.is_none());
    let door = groups.clone().find(|(_, channel)| channel.platform.is_some_and(|platform| platform.is_group()));
    let door = door.or_else(|| groups.clone().next()).map(|(channel, _)| channel);
    let mut days: Vec<usize> = match door {
        Some(channel) => (calendar.from.0..=calendar.to.0).map(|day| on(channel, Day(day))).collect(),
        None => vec![0],
    };
    days.sort_unstable();
    let usual = days[(days.len() - 1) / 2];
    check(KeyPath::of(&["onboarding", "steps"]), door, &|_| usual);
    // a batch begins on a day that is known
    for (at, cohort) in plan.cohorts.iter().enumerate() {
        let channel = cohort.channel.as_ref().and_then(|name| context.index.find("channel", name.as_str()));
        let (Some(starts), Some(Thing::Channel(channel))) = (cohort.starts, channel) else { continue };
        if calendar.from <= starts && starts <= calendar.to {
            let sends = |day: u32| on(channel, starts.plus(day as i32));
            check(KeyPath::of(&["cohorts"]).index(at).key("starts"), Some(channel), &sends);
        }
    }
}

/// A day of the newcomer's, in words: the first is that of joining.
fn since_joining(day: u32) -> Arg {
    match day {
        0 => Text::new("入群当天", "on the day of joining").into(),
        _ => Arg::Phrase(
            Text::new("入群后第 {day} 天", "on day {day} after joining"),
            vec![("day", i64::from(day).into())],
        ),
    }
}

/// Messages by channel and day.
fn sent(calendar: &Calendar<'_>) -> BTreeMap<(usize, Day), usize> {
    let mut sent = BTreeMap::new();
    for entry in calendar.entries.iter().filter(|entry| !entry.cancelled) {
        for target in calendar.sends(entry) {
            *sent.entry((target.channel, entry.at.day)).or_default() += 1;
        }
    }
    sent
}
