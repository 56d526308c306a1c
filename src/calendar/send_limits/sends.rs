//! The sends of some days, in order.

use std::ops::ControlFlow;

use super::super::engine::Engine;
use super::super::entry::{At, Origin, order_key};
use super::super::holiday;
use super::super::item::{Item, RecurringItem};
use super::super::size::{MAX_ENTRIES, TooLarge};
use super::super::steps::Task;
use super::channels::ChannelLimits;
use super::targets::{SendTarget, SendTargets};
use crate::library::SentBy;
use crate::plan::Thing;
use crate::value::Day;

/// The most sends that are counted at once.
const MAX_SENDS: usize = 4 * MAX_ENTRIES;

/// One message to one channel.
#[derive(Debug, Clone, Copy)]
pub(super) struct ScheduledSend {
    pub at: At,
    pub origin: Origin,
    pub channel: usize,
    pub mention_all: bool,
    pub by: SentBy,
}

struct SendCollector<'g, 'a> {
    engine: &'g Engine<'a>,
    tasks: &'g [Vec<Task<'a>>],
    targets: &'g SendTargets,
    limits: &'g ChannelLimits,
    days: (Day, Day),
    sends: Vec<ScheduledSend>,
}

/// All sends of some days to channels with a limit, in order of time, at one time in that of the plan.
pub(super) fn sends(
    engine: &Engine<'_>,
    tasks: &[Vec<Task<'_>>],
    targets: &SendTargets,
    limits: &ChannelLimits,
    days: (Day, Day),
) -> Result<Vec<ScheduledSend>, TooLarge> {
    let mut collector = SendCollector { engine, tasks, targets, limits, days, sends: Vec::new() };
    for recurring in &engine.recurring {
        collector.item(recurring);
        collector.is_room()?;
    }
    for cohort in 0..engine.plan.cohorts.len() {
        collector.cohort(cohort);
        collector.is_room()?;
    }
    let mut sends = collector.sends;
    sends.sort_by_cached_key(|send| (order_key(send.at, rank(send.origin), send.origin), send.channel));
    Ok(sends)
}

/// Programmes before content before tasks, the order of entries at one time in the calendar.
const fn rank(origin: Origin) -> u8 {
    match origin {
        Origin::Item(Item::Programme(..)) => 0,
        Origin::Item(_) | Origin::Life(_) => 1,
        Origin::Task(..) => 2,
    }
}

impl SendCollector<'_, '_> {
    const fn is_room(&self) -> Result<(), TooLarge> {
        if self.sends.len() > MAX_SENDS { Err(TooLarge::Entries) } else { Ok(()) }
    }

    fn is_limited(&self, origin: Origin) -> bool {
        self.targets.of(origin).iter().any(|target| self.limits.apply_to(target))
    }

    fn add(&mut self, at: At, origin: Origin) {
        if at.day < self.days.0 || self.days.1 < at.day {
            return;
        }
        for target in self.targets.of(origin).iter().filter(|target| self.limits.apply_to(target)) {
            let SendTarget { channel, mention_all, by } = *target;
            self.sends.push(ScheduledSend { at, origin, channel, mention_all, by });
        }
    }

    /// What an item with a cadence sends: the text itself, or the steps around it.
    fn item(&mut self, recurring: &RecurringItem<'_>) {
        let (engine, tasks) = (self.engine, self.tasks);
        let tasks: &[Task<'_>] = match recurring.item {
            Item::Activity(activity) => &tasks[activity],
            _ => &[],
        };
        let origin = |task: usize| match recurring.item {
            Item::Activity(activity) => Origin::Task(activity, task),
            item => Origin::Item(item),
        };
        let sending: Vec<usize> = match recurring.item {
            Item::Content(_) => vec![0],
            _ => (0..tasks.len()).collect(),
        };
        let sending: Vec<usize> = sending.into_iter().filter(|task| self.is_limited(origin(*task))).collect();
        if sending.is_empty() {
            return;
        }
        let reach = sending.iter().filter_map(|task| tasks.get(*task)).map(|task| task.at.reach());
        let reach = reach.fold((0, 0), |(back, ahead), n| (back.min(n), ahead.max(n)));
        // what is published is held where it was, however far from its day in the plan
        let held = engine.published.reach(recurring.item);
        let reach = (reach.0 + held.0, reach.1 + held.1);
        let padded = (self.days.0.plus(-reach.1 - holiday::REACH - 1), self.days.1.plus(-reach.0 + holiday::REACH + 1));
        engine.listed(recurring, padded, &mut |decision| {
            if decision.is_held() {
                for task in &sending {
                    let at = tasks.get(*task).map_or(decision.at, |task| engine.due(recurring, task, decision.at));
                    self.add(at, origin(*task));
                }
            }
            if self.sends.len() > MAX_SENDS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
    }

    /// What the programme of a cohort sends, day by day.
    fn cohort(&mut self, cohort: usize) {
        let plan = self.engine.plan;
        let row = &plan.cohorts[cohort];
        let programme = row.programme.as_ref().and_then(|name| self.engine.index.find("programme", name.as_str()));
        let (Some(starts), Some(Thing::Programme(programme))) = (row.starts, programme) else { return };
        for (number, item) in plan.programmes[programme].items.iter().enumerate() {
            let origin = Origin::Item(Item::Programme(cohort, number));
            let Some((first, last)) = item.span().filter(|_| self.is_limited(origin)) else { continue };
            let (first, last) = (starts.plus(first - 1).max(self.days.0), starts.plus(last - 1).min(self.days.1));
            for day in first.0..=last.0 {
                self.add(At { day: Day(day), time: item.at }, origin);
            }
        }
    }
}
