//! A limit on the sends to a channel, and what is reported when there are more.

use super::super::entry::{At, Origin};
use crate::knowledge::platform::{LimitKind, Per, PlatformLimit, Scope};
use crate::library::SentBy;
use crate::plan::channels::Platform;
use crate::value::{Day, QuietHours};

/// One limit on what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SendLimit {
    /// Hours in which nothing is sent.
    Quiet(QuietHours),
    /// This many messages a day, by the plan.
    PerDay(u32),
    /// Dates on which everyone is mentioned are this many days apart.
    MentionEvery(i32),
    /// What the platform allows.
    Quota(Quota),
}

/// How much a platform allows in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quota {
    /// The platform.
    pub platform: Platform,
    /// A day, an ISO week or a month.
    pub per: Per,
    /// What the count belongs to. What a member gets is counted by channel: who is in two of them is not known.
    pub scope: Scope,
    /// The number that the plan gives in `[limits]`.
    pub own: Option<u32>,
    /// The limit that is built in; none where only the plan knows of one.
    pub known: Option<&'static PlatformLimit>,
}

impl SendLimit {
    /// Whether a message that goes out in this way counts: a quota is about broadcasts or bots, never about what people type.
    pub fn counts(&self, by: SentBy) -> bool {
        let Self::Quota(quota) = self else { return true };
        match quota.known.map(|limit| limit.what) {
            Some(LimitKind::BotMessages) => by == SentBy::Bot,
            Some(_) => by == SentBy::Broadcast,
            None => by != SentBy::Hand,
        }
    }

    /// How many sends a window may hold.
    pub fn allowed(&self, window: Window) -> u32 {
        match self {
            Self::Quiet(_) => 0,
            Self::PerDay(n) => *n,
            Self::MentionEvery(_) => 1,
            Self::Quota(quota) => quota.own.unwrap_or_else(|| {
                let built_in = quota.known.and_then(|limit| limit.number(window.from.month()));
                built_in.map_or(u32::MAX, |n| u32::try_from(n).unwrap_or(u32::MAX))
            }),
        }
    }
}

/// The days over which sends are counted together, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Window {
    /// The window of a period in which a day lies; what is no day, week or month counts as a day.
    pub const fn of(per: Per, day: Day) -> Self {
        match per {
            Per::Week => Self { from: day.monday(), to: day.monday().plus(6) },
            Per::Month => Self { from: day.month().first(), to: day.month().last() },
            Per::Once | Per::Second | Per::Day | Per::Days(_) => Self { from: day, to: day },
        }
    }
}

/// More is sent than a limit allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitExceeded {
    /// The channel of the first send over.
    pub channel: usize,
    /// The limit.
    pub limit: SendLimit,
    /// The days over which it counts: for quiet hours the day itself, for mentions from the one before to this one.
    pub window: Window,
    /// What the first send over belongs to.
    pub origin: Origin,
    /// When that is sent.
    pub at: At,
    /// Whether it mentions everyone.
    pub mention_all: bool,
    /// How it goes out.
    pub by: SentBy,
    /// How many sends count in the window, those behind it included.
    pub count: u32,
    /// The nearest time at which it could go out within every limit.
    pub free: Option<At>,
}
