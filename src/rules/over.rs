//! What the ledger found over a limit, told: one finding for each channel and limit, and in quiet hours for each item.

use std::collections::HashMap;

use super::context::Context;
use super::report::Report;
use super::schedule::title;
use crate::calendar::{At, Bound, Calendar, Item, Origin, Over, Problem, Task};
use crate::finding::{Edit, Fact, Finding, KeyPath, Level, Literal};
use crate::knowledge::Confidence;
use crate::knowledge::platform::{Per, Scope};
use crate::language::Text;
use crate::library::Send;
use crate::plan::{Plan, Thing};
use crate::value::{Clock, Offset, Shift};

/// The first of some problems, and how many there are.
struct Told<'c> {
    first: &'c Over,
    times: usize,
}

/// The problems of a kind of limit, those of one channel (or account) and limit together.
fn told<'c>(plan: &Plan, calendar: &'c Calendar<'_>, is_kind: fn(&Bound) -> bool) -> Vec<Told<'c>> {
    let mut places = HashMap::new();
    let mut all: Vec<Told<'c>> = Vec::new();
    for problem in &calendar.problems {
        let Problem::OverLimit(over) = problem else { continue };
        if !is_kind(&over.bound) {
            continue;
        }
        let is_shared = matches!(over.bound, Bound::Quota(quota) if quota.scope == Scope::Account);
        let account = plan.channels[over.channel].account.as_deref().filter(|_| is_shared);
        let item = matches!(over.bound, Bound::Quiet(_)).then_some(over.origin);
        let key = ((!is_shared).then_some(over.channel), account, over.bound, item);
        match places.get(&key) {
            Some(at) => all[*at as usize].times += 1,
            None => {
                places.insert(key, all.len() as u32);
                all.push(Told { first: over, times: 1 });
            }
        }
    }
    all
}

/// What a channel is called.
pub(super) fn channel(plan: &Plan, channel: usize) -> String {
    let channel = &plan.channels[channel];
    channel.title.clone().or_else(|| channel.id.as_ref().map(ToString::to_string)).unwrap_or_default()
}

/// A finding with the facts that all of them have.
fn finding(report: &Report, path: KeyPath, plan: &Plan, context: &Context<'_>, told: &Told<'_>) -> Finding {
    let Told { first: over, times } = told;
    let none = || Text::new("没有", "none").into();
    let moment = |at: At| match at.time {
        Some(time) => format!("{} {time}", at.day),
        None => at.day.to_string(),
    };
    // what is over cannot be moved into the past
    let free = over.free.filter(|at| at.day >= context.today);
    let time: Fact = over.at.time.map_or_else(|| Text::new("不定时", "no set time").into(), Fact::Clock);
    report
        .finding(path)
        .with("channel", channel(plan, over.channel))
        .with("item", title(plan, over.origin))
        .with("date", over.at.day)
        .with("time", time)
        .with("count", i64::from(over.count))
        .with("limit", i64::from(over.bound.allowed(over.window)))
        .with("times", *times)
        .with("free", free.map_or_else(none, |at| Fact::from(moment(at))))
}

/// Where it is written that something is sent: the item, the step or the day of the programme.
fn route(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, origin: Origin) -> KeyPath {
    match origin {
        Origin::Task(activity, task) => {
            let path = KeyPath::of(&["activities"]).index(activity);
            match own_step(plan, &calendar.tasks[activity][task], activity) {
                Some(step) => path.key("steps").index(step),
                None => path.key("sop"),
            }
        }
        Origin::Item(Item::Programme(cohort, item)) => {
            let name = plan.cohorts[cohort].programme.as_ref();
            match name.and_then(|name| context.index.find("programme", name.as_str())) {
                Some(Thing::Programme(programme)) => {
                    KeyPath::of(&["programmes"]).index(programme).key("items").index(item)
                }
                _ => KeyPath::of(&["cohorts"]).index(cohort),
            }
        }
        other => super::schedule::path(plan, other),
    }
}

/// The place of a task among the activity's own steps.
fn own_step(plan: &Plan, task: &Task<'_>, activity: usize) -> Option<usize> {
    plan.activities[activity].steps.iter().position(|step| std::ptr::eq(step, task.step))
}

pub(super) fn quiet_hours(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Report) {
    for told in told(plan, calendar, |bound| matches!(bound, Bound::Quiet(_))) {
        let Bound::Quiet(hours) = told.first.bound else { continue };
        let path = route(plan, calendar, context, told.first.origin);
        let place = timed(plan, calendar, path.clone(), told.first.origin);
        let finding = finding(report, place, plan, context, &told).with("hours", hours.to_string());
        // another half hour of the same day holds for every day: nothing but the clock decides
        let free = told.first.free.filter(|at| at.day == told.first.at.day).and_then(|at| at.time);
        let edit = free.and_then(|time| retimed(plan, calendar, path, told.first.origin, time));
        report.add(match edit {
            Some(edit) => {
                finding.fix(Text::new("改到最近的空档", "move it to the nearest free time"), vec![edit], false)
            }
            None => finding,
        });
    }
}

/// The key that says when something is sent.
fn timed(plan: &Plan, calendar: &Calendar<'_>, path: KeyPath, origin: Origin) -> KeyPath {
    match origin {
        Origin::Item(Item::Content(_)) => path.key("when"),
        Origin::Item(Item::Programme(..)) => path.key("at"),
        // a step may take its time from the SOP
        Origin::Task(activity, task) => match own_step(plan, &calendar.tasks[activity][task], activity) {
            Some(step) if plan.activities[activity].steps[step].at.is_some() => path.key("at"),
            _ => path,
        },
        Origin::Item(_) | Origin::Life(_) => path,
    }
}

/// The one value that sends something at another time of day; none where its time is not its own.
fn retimed(plan: &Plan, calendar: &Calendar<'_>, path: KeyPath, origin: Origin, time: Clock) -> Option<Edit> {
    match origin {
        Origin::Item(Item::Content(content)) => {
            let content = &plan.content[content];
            let mut when = content.when.clone().filter(|_| content.time_zone.is_none())?;
            let span = when.time.as_mut().filter(|span| span.end.is_none())?;
            span.start = time;
            Some(Edit::set(path.key("when"), when.print(plan.language())))
        }
        Origin::Task(activity, task) => {
            let task = &calendar.tasks[activity][task];
            own_step(plan, task, activity)?;
            match task.at.0 {
                Shift::Days(days, Some(_)) => {
                    Some(Edit::set(path.key("at"), Offset(Shift::Days(days, Some(time))).to_string()))
                }
                _ => None,
            }
        }
        Origin::Item(Item::Programme(..)) => Some(Edit::set(path.key("at"), time.to_string())),
        Origin::Item(_) | Origin::Life(_) => None,
    }
}

pub(super) fn too_many(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Report) {
    for told in told(plan, calendar, |bound| matches!(bound, Bound::PerDay(_))) {
        let path = route(plan, calendar, context, told.first.origin);
        let wish = match plan.channels[told.first.channel].messages_per_day {
            Some(_) => KeyPath::of(&["channels"]).index(told.first.channel).key("messages_per_day"),
            None => KeyPath::of(&["rules", "messages_per_day"]),
        };
        let finding = finding(report, path, plan, context, &told);
        report.add(finding.related(wish, Text::new("上限写在这里", "the limit stands here")));
    }
}

pub(super) fn mentions(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Report) {
    for told in told(plan, calendar, |bound| matches!(bound, Bound::MentionEvery(_))) {
        let Bound::MentionEvery(every) = told.first.bound else { continue };
        let path = route(plan, calendar, context, told.first.origin);
        let finding = finding(report, path.clone(), plan, context, &told);
        let finding = finding.with("since", told.first.window.from).with("every", every);
        let edit = unmentioned(plan, calendar, context, path, told.first);
        report.add(match edit {
            Some(edit) => {
                finding.fix(Text::new("这一条不 @所有人", "do not mention everybody here"), vec![edit], false)
            }
            None => finding,
        });
    }
}

/// The one value by which something goes out without mentioning everybody.
fn unmentioned(
    plan: &Plan,
    calendar: &Calendar<'_>,
    context: &Context<'_>,
    path: KeyPath,
    over: &Over,
) -> Option<Edit> {
    let place = |sends: &[Send]| {
        let goes_there = |send: &Send| match send.to.as_ref().map(|to| to.as_str()) {
            Some("@channels") => true,
            Some(name) => context.index.find("channel", name) == Some(Thing::Channel(over.channel)),
            None => false,
        };
        sends.iter().position(|send| send.mention_all == Some(true) && goes_there(send))
    };
    let path = match over.origin {
        Origin::Item(Item::Content(content)) => path.key("sends").index(place(&plan.content[content].sends)?),
        Origin::Task(activity, task) => {
            let step = own_step(plan, &calendar.tasks[activity][task], activity)?;
            path.key("sends").index(place(&plan.activities[activity].steps[step].sends)?)
        }
        _ => path,
    };
    Some(Edit::set(path.key("mention_all"), Literal::Boolean(false)))
}

pub(super) fn over_quota(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Report) {
    for told in told(plan, calendar, |bound| matches!(bound, Bound::Quota(_))) {
        let Bound::Quota(quota) = told.first.bound else { continue };
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
            None => Text::new("本计划的 [limits]", "[limits] of this plan"),
        };
        let is_sure = known.is_none_or(|limit| limit.fact.confidence == Confidence::Primary);
        let path = route(plan, calendar, context, told.first.origin);
        let mut finding = finding(report, path, plan, context, &told)
            .at_most(if is_sure { Level::Error } else { Level::Warning })
            .with("platform", quota.platform.name())
            .with("window", window)
            .with("from", told.first.window.from)
            .with("month", told.first.window.from.month().to_string())
            .with("per", per)
            .with("scope", scope)
            .with("stated", stated)
            .with("word", quota.platform.word())
            .with("key", key);
        if let Some(limit) = known {
            finding = finding.with("as_of", limit.fact.as_of).with("source", limit.fact.source);
        }
        if quota.scope == Scope::Account {
            for (at, other) in plan.channels.iter().enumerate().filter(|(at, _)| *at != told.first.channel) {
                if other.platform == Some(quota.platform) && other.account == plan.channels[told.first.channel].account
                {
                    let words = Text::new("算在同一个账号里", "counts for the same account");
                    finding = finding.related(KeyPath::of(&["channels"]).index(at), words);
                }
            }
        }
        report.add(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::rules::{Options, lint};
    use crate::source::{Document, apply};

    /// The findings of a rule, on 2026-12-01.
    fn found(text: &str, id: &str) -> Vec<Finding> {
        let library = Library::default();
        let mut room = String::new();
        let today = "2026-12-01".parse().expect("a day");
        let reading = read(&Document::parse(text, &mut room), &library);
        assert!(reading.is_sound(), "{text}: {:?}", reading.findings);
        let outcome = lint(&reading, &library, &Options::new(today, Holidays::china()));
        outcome.findings.into_iter().filter(|finding| finding.rule.id == id).collect()
    }

    /// Applies the fix of the only finding; nothing more is found then. Returns what was written.
    fn fixed(text: &str, id: &str) -> String {
        let before = found(text, id);
        assert_eq!(before.len(), 1, "{text}");
        let fix = &before[0].fixes[0];
        assert!(!fix.safe, "another time or a quieter message is for the owner to decide");
        let after = apply(text, &fix.edits).expect("it can be written");
        assert!(found(&after, id).is_empty(), "{after}");
        after
    }

    const GROUP: &str =
        "language = \"en\"\n[rules]\nquiet_hours = \"22:00-08:00\"\n[[channels]]\nid = \"c\"\nplatform = \"slack\"\n";

    #[test]
    fn quiet_hours_are_mended_by_another_time() {
        let id = "schedule/quiet-hours";
        let content = "[[content]]\nwhen = \"every Wed 07:10\"\nsends = [{ to = \"c\" }]\n";
        assert!(fixed(&format!("{GROUP}{content}"), id).contains("when = \"every Wed 08:00\""));
        let step = "[[activities]]\nid = \"a\"\nwhen = \"every Wed 20:00\"\nsteps = [{ id = \"s\", at = \"T-1d 23:00\", title = \"x\", sends = [{ to = \"c\" }] }]\n";
        assert!(fixed(&format!("{GROUP}{step}"), id).contains("at = \"T-1d 21:30\""));
        let camp = "[[programmes]]\nid = \"p\"\n[[programmes.items]]\ndays = \"1-9\"\nat = \"06:30\"\n[[cohorts]]\nid = \"k\"\nprogramme = \"p\"\nstarts = 2026-12-07\nchannel = \"c\"\n";
        assert!(fixed(&format!("{GROUP}{camp}"), id).contains("at = \"08:00\""));
        // hours before the start are not a time of their own
        let hours = step.replace("T-1d 23:00", "T+3h");
        assert!(found(&format!("{GROUP}{hours}"), id)[0].fixes.is_empty());
    }

    #[test]
    fn mentions_are_mended_by_leaving_one_out() {
        let id = "schedule/mention-all-too-often";
        let weekly = |day: &str| {
            format!("[[content]]\nwhen = \"every {day} 12:00\"\nsends = [{{ to = \"c\", mention_all = true }}]\n")
        };
        let after = fixed(&format!("{GROUP}{}{}", weekly("Wed"), weekly("Thu")), id);
        assert_eq!(after.matches("mention_all = false").count(), 1);
        assert!(after.find("mention_all = true") < after.find("mention_all = false"), "{after}");
    }

    #[test]
    fn all_weeks_are_one_finding_and_the_past_is_no_slot() {
        let text = "language = \"en\"\n[[channels]]\nid = \"oa\"\nplatform = \"wechat-official-account\"\n[[channels]]\nid = \"oa2\"\nplatform = \"wechat-official-account\"\n\
            [[content]]\nwhen = \"every Tue 12:00\"\nsends = [{ to = \"oa\" }, { to = \"oa2\" }]\n";
        let all = found(text, "platform/over-quota");
        assert_eq!(all.len(), 1);
        // the Tuesdays from 1 December 2026 to 23 February 2027
        assert_eq!(all[0].fact("times"), Some(&Fact::Count(13)));
        assert_eq!(all[0].fact("free"), Some(&Fact::from("2026-12-02 12:00")));
        assert_eq!(all[0].related.len(), 1, "the other channel of the account");
        // every later day is full: 30 November is free, and past
        let full = text.replace("every Tue", "2026-12-01")
            + "[[content]]\nwhen = \"daily 08:00\"\nfrom = 2026-12-02\nsends = [{ to = \"oa\" }]\n";
        assert_eq!(found(&full, "platform/over-quota")[0].fact("free"), Some(&Fact::from(Text::new("没有", "none"))));
    }
}
