//! The limits of a plan's channels: its own numbers, and the quotas of their platforms.

use super::limit::{Quota, SendLimit, Window};
use super::targets::SendTarget;
use crate::knowledge::platform::{self, Per, Scope};
use crate::library::SentBy;
use crate::plan::Plan;
use crate::plan::channels::{Channel, Platform};
use crate::value::{Day, QuietHours};

/// Days between two mentions of everyone where the plan gives no number (《什么是社群运营》).
const MENTION_EVERY: i32 = 2;
/// Longer intervals count as a year: no search goes back further.
const LONGEST: i64 = 366;

/// A limit by number, with the period in which it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cap {
    pub limit: SendLimit,
    pub per: Per,
}

/// The limits of one channel.
#[derive(Debug, Default)]
pub(super) struct LimitsOfChannel {
    pub quiet: Option<QuietHours>,
    /// Into [`ChannelLimits::caps`].
    pub caps: Vec<usize>,
}

/// The limits of the channels of a plan.
#[derive(Debug)]
pub(super) struct ChannelLimits {
    pub channels: Vec<LimitsOfChannel>,
    /// Those of an account are there once and belong to several channels.
    pub caps: Vec<Cap>,
    /// Days between two mentions of everyone; 0 is no limit.
    pub mention_every: i32,
}

impl ChannelLimits {
    pub(super) fn of(plan: &Plan) -> Self {
        let every = plan.rules.mention_all_every.map_or(MENTION_EVERY, |length| length.days().min(LONGEST) as i32);
        let mut limits = Self { channels: Vec::new(), caps: Vec::new(), mention_every: every };
        let mut accounts: Vec<(Platform, Option<&str>, Per, usize)> = Vec::new();
        for channel in &plan.channels {
            let mut own = LimitsOfChannel { quiet: channel.quiet_hours.or(plan.rules.quiet_hours), caps: Vec::new() };
            if let Some(most) = channel.messages_per_day.or(plan.rules.messages_per_day) {
                own.caps.push(limits.add(SendLimit::PerDay(most), Per::Day));
            }
            for quota in quotas(plan, channel) {
                let account = (quota.platform, channel.account.as_deref(), quota.per);
                let shared = accounts.iter().find(|(p, a, per, _)| (*p, *a, *per) == account);
                own.caps.push(match shared {
                    Some((.., cap)) if quota.scope == Scope::Account => *cap,
                    _ => {
                        let cap = limits.add(SendLimit::Quota(quota), quota.per);
                        accounts.push((account.0, account.1, account.2, cap));
                        cap
                    }
                });
            }
            limits.channels.push(own);
        }
        limits
    }

    fn add(&mut self, limit: SendLimit, per: Per) -> usize {
        self.caps.push(Cap { limit, per });
        self.caps.len() - 1
    }

    /// The caps of a channel that count what goes out in this way.
    pub(super) fn caps_of(&self, channel: usize, by: SentBy) -> impl Iterator<Item = usize> {
        self.channels[channel].caps.iter().copied().filter(move |cap| self.caps[*cap].limit.counts(by))
    }

    /// Whether any limit applies to what is sent there.
    pub(super) fn apply_to(&self, target: &SendTarget) -> bool {
        let channel = &self.channels[target.channel];
        channel.quiet.is_some()
            || self.caps_of(target.channel, target.by).next().is_some()
            || (target.mention_all && self.mention_every > 0)
    }

    /// Days stretched so that every window that touches them is whole.
    pub(super) fn extend_to_windows(&self, (from, to): (Day, Day)) -> (Day, Day) {
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
        // limits per second do not matter: a plan knows minutes
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
