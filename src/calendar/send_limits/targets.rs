//! Where things are sent: the channels behind the `sends` of a plan and of its SOPs, looked up once.

use super::super::entry::Origin;
use super::super::item::Item;
use super::super::steps::Task;
use crate::library::{Send, SentBy};
use crate::plan::channels::Platform;
use crate::plan::content::{Cohort, ProgrammeItem};
use crate::plan::{Index, Plan, Thing};

/// A channel to which something is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SendTarget {
    /// Its index in `channels`.
    pub channel: usize,
    /// Whether everyone is mentioned.
    pub mention_all: bool,
    /// How it goes out.
    pub by: SentBy,
}

/// The targets of all items of a plan, by index; a channel is there once in each.
#[derive(Debug, Clone, Default)]
pub struct SendTargets {
    content: Vec<Vec<SendTarget>>,
    /// By activity and task.
    tasks: Vec<Vec<Vec<SendTarget>>>,
    /// By cohort and item of its programme.
    programmes: Vec<Vec<Vec<SendTarget>>>,
}

impl SendTargets {
    pub(in super::super) fn new(plan: &Plan, index: &Index, tasks: &[Vec<Task<'_>>]) -> Self {
        let find = |name: &str| match index.find("channel", name) {
            Some(Thing::Channel(channel)) => Some(channel),
            _ => None,
        };
        let way = |channel: usize, by: Option<SentBy>| {
            let usual = || plan.channels[channel].platform.map_or(SentBy::Hand, Platform::usual_way);
            by.unwrap_or_else(usual)
        };
        let content = plan.content.iter().map(|content| targets(&content.sends, &[], find, way)).collect();
        let of_activity = |(activity, tasks): (usize, &Vec<Task<'_>>)| {
            if tasks.iter().all(|task| task.sends().is_empty()) {
                return Vec::new();
            }
            let names = plan.activities[activity].channels.iter();
            let own: Vec<usize> = names.filter_map(|name| find(name.as_str())).collect();
            tasks.iter().map(|task| targets(task.sends(), &own, find, way)).collect()
        };
        let of_cohort = |cohort: &Cohort| {
            let channel = cohort.channel.as_ref().and_then(|name| find(name.as_str()));
            let programme = cohort.programme.as_ref().and_then(|name| index.find("programme", name.as_str()));
            let (Some(channel), Some(Thing::Programme(programme))) = (channel, programme) else { return Vec::new() };
            let items = plan.programmes[programme].items.iter();
            let target = |item: &ProgrammeItem| SendTarget {
                channel,
                mention_all: item.mention_all == Some(true),
                by: way(channel, item.by),
            };
            items.map(|item| vec![target(item)]).collect()
        };
        Self {
            content,
            tasks: tasks.iter().enumerate().map(of_activity).collect(),
            programmes: plan.cohorts.iter().map(of_cohort).collect(),
        }
    }

    /// Where an entry of this origin is sent.
    pub fn of(&self, origin: Origin) -> &[SendTarget] {
        let found = match origin {
            Origin::Item(Item::Content(content)) => self.content.get(content),
            Origin::Task(activity, task) => self.tasks.get(activity).and_then(|tasks| tasks.get(task)),
            Origin::Item(Item::Programme(cohort, item)) => self.programmes.get(cohort).and_then(|all| all.get(item)),
            Origin::Item(Item::Activity(_) | Item::Review(_) | Item::Meeting) | Origin::Life(_) => None,
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// Every target.
    pub(super) fn all(&self) -> impl Iterator<Item = &SendTarget> {
        let nested = self.tasks.iter().chain(&self.programmes).flatten();
        self.content.iter().chain(nested).flatten()
    }
}

/// The channels of some sends; what is sent to a channel under two names arrives once.
fn targets(
    sends: &[Send],
    own: &[usize],
    find: impl Fn(&str) -> Option<usize>,
    way: impl Fn(usize, Option<SentBy>) -> SentBy,
) -> Vec<SendTarget> {
    let mut all: Vec<SendTarget> = Vec::new();
    for send in sends {
        let mention_all = send.mention_all == Some(true);
        let mut add = |channel: usize| match all.iter_mut().find(|target| target.channel == channel) {
            Some(target) => target.mention_all |= mention_all,
            None => all.push(SendTarget { channel, mention_all, by: way(channel, send.by) }),
        };
        match send.to.as_ref().map(|to| to.as_str()) {
            Some("@channels") => own.iter().copied().for_each(&mut add),
            Some(name) => find(name).into_iter().for_each(&mut add),
            None => {}
        }
    }
    all
}
