//! Messages over a limit of their channel: one finding per channel and limit; in quiet hours, one per item.

mod fix;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::context::Context;
use super::origin::title;
use super::reporter::Reporter;
use crate::calendar::{At, Calendar, LimitExceeded, Problem, SendLimit};
use crate::finding::{Arg, Finding, KeyPath, Level};
use crate::knowledge::Confidence;
use crate::knowledge::platform::{Per, Scope};
use crate::language::Text;
use crate::plan::labels::Label;
use crate::plan::{Plan, Thing};
use fix::{retimed, route, timed, unmentioned};

/// Problems that make one finding: the first, and how many there are.
struct LimitProblems<'c> {
    first: &'c LimitExceeded,
    times: usize,
}

/// The problems of a kind of limit, those of one channel (or account) and limit together.
fn grouped<'c>(plan: &Plan, calendar: &'c Calendar<'_>, is_kind: fn(&SendLimit) -> bool) -> Vec<LimitProblems<'c>> {
    let mut places = HashMap::new();
    let mut all: Vec<LimitProblems<'c>> = Vec::new();
    for problem in &calendar.problems {
        let Problem::LimitExceeded(over) = problem else { continue };
        if !is_kind(&over.limit) {
            continue;
        }
        let is_shared = matches!(over.limit, SendLimit::Quota(quota) if quota.scope == Scope::Account);
        let account = plan.channels[over.channel].account.as_deref().filter(|_| is_shared);
        let item = matches!(over.limit, SendLimit::Quiet(_)).then_some(over.origin);
        let key = ((!is_shared).then_some(over.channel), account, over.limit, item);
        match places.get(&key) {
            Some(at) => all[*at as usize].times += 1,
            None => {
                places.insert(key, all.len() as u32);
                all.push(LimitProblems { first: over, times: 1 });
            }
        }
    }
    all
}

/// What a channel is called.
pub(super) fn channel(plan: &Plan, channel: usize) -> Label {
    Thing::Channel(channel).named(plan)
}

/// A finding with the facts that all of them have.
fn finding(
    report: &Reporter,
    path: KeyPath,
    plan: &Plan,
    calendar: &Calendar<'_>,
    context: &Context<'_>,
    group: &LimitProblems<'_>,
) -> Finding {
    let LimitProblems { first: over, times } = group;
    let none = || Text::new("没有", "none").into();
    let moment = |at: At| match at.time {
        Some(time) => format!("{} {time}", at.day),
        None => at.day.to_string(),
    };
    // what is over cannot be moved into the past
    let free = over.free.filter(|at| at.day >= context.today);
    let time: Arg = over.at.time.map_or_else(|| Text::new("不定时", "no set time").into(), Arg::Clock);
    report
        .finding(path)
        .with("channel", Thing::Channel(over.channel).named(plan))
        .with("item", title(plan, calendar, over.origin))
        .with("date", over.at.day)
        .with("time", time)
        .with("count", i64::from(over.count))
        .with("limit", i64::from(over.limit.allowed(over.window)))
        .with("times", *times)
        .with("free", free.map_or_else(none, |at| Arg::from(moment(at))))
}

pub(super) fn quiet_hours(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    for group in grouped(plan, calendar, |limit| matches!(limit, SendLimit::Quiet(_))) {
        let SendLimit::Quiet(hours) = group.first.limit else { continue };
        let path = route(plan, calendar, context, group.first.origin);
        let place = timed(plan, calendar, path.clone(), group.first.origin);
        let finding = finding(report, place, plan, calendar, context, &group).with("hours", hours.to_string());
        // another half hour of the same day holds for every day: nothing but the clock decides
        let free = group.first.free.filter(|at| at.day == group.first.at.day).and_then(|at| at.time);
        let edit = free.and_then(|time| retimed(plan, calendar, path, group.first.origin, time));
        report.add(match edit {
            Some(edit) => {
                finding.fix(Text::new("改到最近的空档", "move it to the nearest free time"), vec![edit], false)
            }
            None => finding,
        });
    }
}

pub(super) fn too_many(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    for group in grouped(plan, calendar, |limit| matches!(limit, SendLimit::PerDay(_))) {
        let path = route(plan, calendar, context, group.first.origin);
        let wish = match plan.channels[group.first.channel].messages_per_day {
            Some(_) => KeyPath::of(&["channels"]).index(group.first.channel).key("messages_per_day"),
            None => KeyPath::of(&["rules", "messages_per_day"]),
        };
        let finding = finding(report, path, plan, calendar, context, &group);
        report.add(finding.related(wish, Text::new("上限写在这里", "the limit is set here")));
    }
}

pub(super) fn mentions(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    for group in grouped(plan, calendar, |limit| matches!(limit, SendLimit::MentionEvery(_))) {
        let SendLimit::MentionEvery(every) = group.first.limit else { continue };
        let path = route(plan, calendar, context, group.first.origin);
        let finding = finding(report, path.clone(), plan, calendar, context, &group);
        let finding = finding.with("since", group.first.window.from).with("every", every);
        let edit = unmentioned(plan, calendar, context, path, group.first);
        report.add(match edit {
            Some(edit) => finding.fix(Text::new("这一条不 @所有人", "do not mention everyone here"), vec![edit], false),
            None => finding,
        });
    }
}

pub(super) fn over_quota(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    for group in grouped(plan, calendar, |limit| matches!(limit, SendLimit::Quota(_))) {
        let SendLimit::Quota(quota) = group.first.limit else { continue };
        let (window, per, key) = match quota.per {
            Per::Week => {
                (Text::new("{from} 起的一周", "in the week of {from}"), Text::new("每周", "a week"), "sends_per_week")
            }
            Per::Month => (Text::new("{month} ", "in {month}"), Text::new("每月", "a month"), "sends_per_month"),
            _ => (Text::new("{from} ", "on {from}"), Text::new("每天", "a day"), "sends_per_day"),
        };
        let scope = match quota.scope {
            Scope::Account => Text::new("一个账号", "one account"),
            Scope::Channel => Text::new("一个群", "one group"),
            Scope::Member => Text::new("一位成员", "one member"),
        };
        let known = quota.known.filter(|_| quota.own.is_none());
        let stated = match known {
            Some(_) => Text::new("截至 {as_of}", "as of {as_of}"),
            None => Text::new("本计划的 [limits]", "set in `[limits]` of this plan"),
        };
        let is_sure = known.is_none_or(|limit| limit.fact.confidence == Confidence::Primary);
        let path = route(plan, calendar, context, group.first.origin);
        let mut finding = finding(report, path, plan, calendar, context, &group)
            .at_most(if is_sure { Level::Error } else { Level::Warning })
            .with("platform", quota.platform.name())
            .with("window", window)
            .with("from", group.first.window.from)
            .with("month", group.first.window.from.month().to_string())
            .with("per", per)
            .with("scope", scope)
            .with("stated", stated)
            .with("word", quota.platform.word())
            .with("key", key);
        if let Some(limit) = known {
            finding = finding.with("as_of", limit.fact.as_of).with("source", limit.fact.source);
        }
        if quota.scope == Scope::Account {
            for (at, other) in plan.channels.iter().enumerate().filter(|(at, _)| *at != group.first.channel) {
                if other.platform == Some(quota.platform) && other.account == plan.channels[group.first.channel].account
                {
                    let words = Text::new("算在同一个账号里", "counts for the same account");
                    finding = finding.related(KeyPath::of(&["channels"]).index(at), words);
                }
            }
        }
        report.add(finding);
    }
}
