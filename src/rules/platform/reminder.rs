//! Whether a reminder goes where people see it in time.

use super::super::context::Context;
use super::super::reporter::Reporter;
use super::super::suggest::Suggester;
use crate::calendar::{Calendar, Origin, Task};
use crate::finding::{Finding, KeyPath, SuggestedCommand};
use crate::language::Text;
use crate::plan::channels::Platform;
use crate::plan::{Plan, Thing};
use crate::value::{Clock, Shift};

/// Whether what is put there comes to people by itself; what is not set is taken to be fine.
const fn notifies(platform: Option<Platform>) -> bool {
    !matches!(
        platform,
        Some(
            Platform::Website
                | Platform::Blog
                | Platform::Forum
                | Platform::VideoAccount
                | Platform::Douyin
                | Platform::Kuaishou
                | Platform::Bilibili
                | Platform::MeetingRoom
        )
    )
}

/// Whether a step is within a day before the start.
fn is_reminder(task: &Task<'_>, start: Option<Clock>) -> bool {
    match task.at.0 {
        Shift::Minutes(minutes) => (-1440..0).contains(&minutes),
        Shift::Days(-1, _) => true,
        Shift::Days(0, Some(time)) => start.is_none_or(|start| time < start),
        Shift::Days(..) => false,
    }
}

/// A reminder where people see it, or first such a place.
pub(in super::super) fn remind_elsewhere(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let activity = KeyPath(finding.place.path.0.iter().take(2).cloned().collect());
    let seen = suggest.plan.channels.iter().find(|channel| channel.id.is_some() && notifies(channel.platform));
    let command = match seen.and_then(|channel| channel.id.as_ref()) {
        Some(channel) => {
            let title = Text::new("提醒", "Remind everyone").get(suggest.plan.language());
            let given = [("at", Some("T-2h")), ("title", Some(title)), ("sends", Some(channel.as_str()))];
            suggest.add_step(activity, &given)
        }
        None => suggest.adding("channel", &[]),
    };
    command.into_iter().collect()
}

pub(in super::super) fn unreachable(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate() {
        let start = activity.when.as_ref().and_then(|when| when.time).map(|time| time.start);
        let reminders = calendar.tasks[at].iter().enumerate().filter(|(_, task)| is_reminder(task, start));
        let targets = reminders.flat_map(|(task, _)| calendar.targets.of(Origin::Task(at, task)));
        let mut channels: Vec<usize> = targets.map(|target| target.channel).collect();
        channels.sort_unstable();
        channels.dedup();
        if channels.is_empty() || channels.iter().any(|channel| notifies(plan.channels[*channel].platform)) {
            continue;
        }
        let called: Vec<_> =
            channels.iter().map(|channel| super::super::send_limits::channel(plan, *channel)).collect();
        let key = if activity.steps.is_empty() { "sop" } else { "steps" };
        let finding = report.finding(KeyPath::of(&["activities"]).index(at).key(key));
        report.add(finding.with("item", Thing::Activity(at).named(plan)).with("channels", called));
    }
}
