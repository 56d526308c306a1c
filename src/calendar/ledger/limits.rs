//! The limits of a plan's channels: its own wishes, and the quotas of their platforms.

use super::bound::{Bound, Quota, Window};
use super::outlets::Outlet;
use crate::knowledge::platform::{self, Per, Scope};
use crate::plan::Plan;
use crate::plan::channels::{Channel, Platform};
use crate::value::{Day, QuietHours};

/// Days between two mentions of everybody where the plan says nothing (《什么是社群运营》).
const MENTION_EVERY: i32 = 2;
/// Longer intervals count as a year: nobody looks back further.
const LONGEST: i64 = 366;

/// A limit by number, with the period in which it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cap {
    pub bound: Bound,
    pub per: Per,
}

/// What bounds one channel.
#[derive(Debug, Default)]
pub(super) struct OfChannel {
    pub quiet: Option<QuietHours>,
    /// Into [`Limits::caps`].
    pub caps: Vec<usize>,
}

/// What bounds the channels of a plan.
#[derive(Debug)]
pub(super) struct Limits {
    pub channels: Vec<OfChannel>,
    /// Those of an account stand once and belong to several channels.
    pub caps: Vec<Cap>,
    /// Days between two mentions of everybody; 0 is no limit.
    pub mention_every: i32,
}

impl Limits {
    pub(super) fn of(plan: &Plan) -> Self {
        let every = plan.rules.mention_all_every.map_or(MENTION_EVERY, |length| length.days().min(LONGEST) as i32);
        let mut limits = Self { channels: Vec::new(), caps: Vec::new(), mention_every: every };
        let mut accounts: Vec<(Platform, Option<&str>, Per, usize)> = Vec::new();
        for channel in &plan.channels {
            let mut own = OfChannel { quiet: channel.quiet_hours.or(plan.rules.quiet_hours), caps: Vec::new() };
            if let Some(most) = channel.messages_per_day.or(plan.rules.messages_per_day) {
                own.caps.push(limits.add(Bound::PerDay(most), Per::Day));
            }
            for quota in quotas(plan, channel) {
                let account = (quota.platform, channel.account.as_deref(), quota.per);
                let shared = accounts.iter().find(|(p, a, per, _)| (*p, *a, *per) == account);
                own.caps.push(match shared {
                    Some((.., cap)) if quota.scope == Scope::Account => *cap,
                    _ => {
                        let cap = limits.add(Bound::Quota(quota), quota.per);
                        accounts.push((account.0, account.1, account.2, cap));
                        cap
                    }
                });
            }
            limits.channels.push(own);
        }
        limits
    }

    fn add(&mut self, bound: Bound, per: Per) -> usize {
        self.caps.push(Cap { bound, per });
        self.caps.len() - 1
    }

    /// Whether anything bounds what is sent there.
    pub(super) fn binds(&self, outlet: &Outlet) -> bool {
        let channel = &self.channels[outlet.channel];
        channel.quiet.is_some() || !channel.caps.is_empty() || (outlet.mention_all && self.mention_every > 0)
    }

    /// Days stretched so that every window that touches them is whole.
    pub(super) fn whole(&self, (from, to): (Day, Day)) -> (Day, Day) {
        let apart = (self.mention_every - 1).max(0);
        let mut whole = (from.plus(-apart), to.plus(apart));
        for cap in &self.caps {
            let (first, last) = (Window::of(cap.per, from), Window::of(cap.per, to));
            whole = (whole.0.min(first.from), whole.1.max(last.to));
        }
        whole
    }
}

/// The quotas of a channel's platform; a number of `[limits]` takes the place of the one built in for the same period.
fn quotas(plan: &Plan, channel: &Channel) -> Vec<Quota> {
    let Some(platform) = channel.platform else { return Vec::new() };
    let own = plan.limits.get(platform.word());
    let own = |number: fn(&crate::plan::channels::Limit) -> Option<u32>| own.and_then(number);
    let scope = platform::quotas(platform.word()).next().map_or(Scope::Channel, |limit| limit.scope);
    [
        // messages of one second are not told apart: a plan knows minutes
        (Per::Day, own(|limit| limit.sends_per_day)),
        (Per::Week, own(|limit| limit.sends_per_week)),
        (Per::Month, own(|limit| limit.sends_per_month)),
    ]
    .into_iter()
    .filter_map(|(per, own)| {
        let known = platform::quotas(platform.word()).find(|limit| limit.per == per);
        let is_any = own.is_some() || known.is_some();
        let scope = known.map_or(scope, |limit| limit.scope);
        is_any.then_some(Quota { platform, per, scope, own, known })
    })
    .collect()
}
