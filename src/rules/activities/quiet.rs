//! Quiet hours against what is held: an activity makes the group ring, whether or not anything is posted for it.

use crate::calendar::At;
use crate::finding::{Arg, KeyPath};
use crate::language::Text;
use crate::plan::activities::{Activity, Mode, Weight};
use crate::plan::{Plan, Thing};
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;
use crate::value::{Day, QuietHours, TimeRange};

/// Activities in channels, at a time that is quiet there.
pub(super) fn held_in_quiet_hours(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate() {
        // a shift of those who are awake elsewhere is theirs
        let is_shift = activity.weight == Some(Weight::Routine) && activity.time_zone.is_some();
        if mode(activity, context) == Some(Mode::Offline) || is_shift {
            continue;
        }
        let times = activity.when.iter().flat_map(|when| when.time.iter().chain(&when.more_times));
        let channels = || {
            plan.channels.iter().enumerate().filter(|(_, channel)| {
                let id = channel.id.as_ref().map(|id| id.as_str());
                activity.channels.iter().any(|name| Some(name.as_str()) == id)
            })
        };
        let disturbed = times.map(|time| on_wall(plan, activity, *time, context.today)).flat_map(|time| {
            channels().filter_map(move |(channel, row)| {
                let quiet = row.quiet_hours.or(plan.rules.quiet_hours)?;
                Some((channel, quiet, problem(time, quiet)?))
            })
        });
        if let Some((channel, quiet, problem)) = disturbed.into_iter().next() {
            let path = KeyPath::of(&["activities"]).index(at).key("when");
            let finding = report.finding(path).with("activity", Thing::Activity(at).named(plan));
            let finding = finding.with("channel", Thing::Channel(channel).named(plan)).with("problem", problem);
            report.add(finding.with("hours", quiet.to_string()));
        }
    }
}

/// A time of an activity in the zone of the plan, as it is these days.
fn on_wall(plan: &Plan, activity: &Activity, time: TimeRange, today: Day) -> TimeRange {
    let Some(own) = &activity.time_zone else { return time };
    let zone = plan.time_zone.clone().unwrap_or_default();
    let there = |clock| At { day: today, time: Some(clock) }.on_wall(own, &zone).time.unwrap_or(clock);
    TimeRange { start: there(time.start), end: time.end.map(there) }
}

/// How a time of an activity meets the quiet hours; the minute at which one ends does not count.
fn problem(time: TimeRange, quiet: QuietHours) -> Option<Arg> {
    let phrase = |words, at: crate::value::Clock| Some(Arg::Phrase(words, vec![("time", at.into())]));
    if quiet.contains(time.start) {
        return phrase(Text::new("{time} 开始", "starts at {time}"), time.start);
    }
    let end = time.end.filter(|end| *end != quiet.from && quiet.contains(*end))?;
    phrase(Text::new("{time} 才结束", "goes on until {time}"), end)
}

/// Where it is held: as set, else as place, channels or SOP show.
pub(in crate::rules) fn mode(activity: &Activity, context: &Context<'_>) -> Option<Mode> {
    let sop = activity.sop.as_ref().and_then(|sop| context.library.sop(sop.as_str(), context.language));
    let from_sop = || sop?.mode.as_deref().and_then(|word| Mode::ALL.iter().find(|m| m.word() == word)).copied();
    activity.mode.or_else(|| activity.mode_by_place()).or_else(from_sop)
}
