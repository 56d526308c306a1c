//! What platforms allow: group sizes, how often you may send, text lengths, how events may repeat.
//!
//! Platforms go by their word in `channels.platform`. A plan may override a number in `[limits]`; the facts here stay
//! as they are. Must not judge a plan.

mod table;

use super::dated_fact::DatedFact;
use crate::value::Month;
pub use table::LIMITS;

/// One limit of one platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlatformLimit {
    /// The fact behind it.
    pub fact: DatedFact,
    /// The platform, as in `channels.platform`.
    pub platform: &'static str,
    /// What is limited.
    pub what: LimitKind,
    /// How much is allowed.
    pub value: Amount,
    /// The period in which it is counted.
    pub per: Per,
    /// Who the count belongs to.
    pub scope: Scope,
}

/// What a limit is about; each says the unit of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LimitKind {
    /// Members in one group.
    Size,
    /// Members above which people who are invited must accept first.
    InviteAccepted,
    /// Members from which joining by QR code stops.
    JoinByCode,
    /// Administrators of one group.
    Administrators,
    /// Messages or group sends in a period.
    Messages,
    /// Messages from a staff member to a single customer in a period; messages to groups don't count.
    DirectMessages,
    /// Unprompted messages that a bot may send in a period.
    BotMessages,
    /// Reminders to members to confirm a group send.
    Reminders,
    /// Each group send has to be confirmed by a member of staff; no number.
    Confirmation,
    /// Attachments of one send.
    Attachments,
    /// Characters of one message.
    TextLength,
    /// Bytes of one message.
    TextBytes,
    /// Changes of a group's owner in a period.
    OwnerTransfers,
    /// Events that may be scheduled at a time.
    ScheduledEvents,
    /// Characters of an event's name.
    EventName,
    /// Characters of an event's description.
    EventDescription,
    /// Characters of an event's place.
    EventPlace,
    /// Weekdays of a weekly event.
    WeeklyWeekdays,
    /// Every how many weeks an event may repeat.
    Interval,
    /// Weekday sets of a daily event; no number.
    DailySets,
    /// n-th weekdays of a monthly event.
    MonthlyNthWeekdays,
    /// An end or a count of repetitions; forbidden.
    RecurrenceEnd,
    /// What happens to exceptions when the recurrence is changed; no number.
    RecurrenceExceptions,
    /// Messages that may wait to be sent.
    ScheduledMessages,
    /// Days ahead for which a message may be scheduled.
    ScheduleAhead,
    /// Automation by third parties; forbidden.
    Automation,
}

/// How much is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// This many at most.
    AtMost(i64),
    /// As many as the month has days.
    DaysOfMonth,
    /// One of these.
    OneOf(&'static [i64]),
    /// By the size of the group: from this many members on, this many.
    BySize(&'static [(i64, i64)]),
    /// Nothing.
    Forbidden,
    /// A condition without a number; the fact says it.
    Condition,
}

/// The period of a count; days, weeks and months are those of the plan's zone, weeks by ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Per {
    /// No period: a state, or each single message.
    Once,
    /// One second.
    Second,
    /// One day.
    Day,
    /// One ISO week; no platform counts so by itself, but administrators and plans may set it.
    Week,
    /// One month.
    Month,
    /// Any span of this many days.
    Days(i32),
}

/// Who a count belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The account as a whole.
    Account,
    /// Each channel (group) for itself.
    Channel,
    /// Each member (customer, follower) for themself.
    Member,
}

impl PlatformLimit {
    /// The number allowed in a month; the largest where one of several can be had, none for conditions.
    pub fn number(&self, month: Month) -> Option<i64> {
        match self.value {
            Amount::AtMost(n) => Some(n),
            Amount::DaysOfMonth => Some(month.days().into()),
            Amount::OneOf(all) => all.iter().copied().max(),
            Amount::BySize(all) => all.iter().map(|(_, n)| *n).max(),
            Amount::Forbidden => Some(0),
            Amount::Condition => None,
        }
    }
}

/// All limits of a platform.
pub fn limits_of(platform: &str) -> impl Iterator<Item = &'static PlatformLimit> {
    LIMITS.iter().filter(move |limit| limit.platform == platform)
}

/// The first limit of this kind that a platform has.
pub fn limit(platform: &str, what: LimitKind) -> Option<&'static PlatformLimit> {
    limits_of(platform).find(|limit| limit.what == what)
}

/// How many members one group can have at most, and the limit that says so.
pub fn size_limit(platform: &str) -> Option<(i64, &'static PlatformLimit)> {
    number_of(platform, LimitKind::Size)
}

/// How many characters a message can have at most, and the limit that says so.
pub fn text_limit(platform: &str) -> Option<(i64, &'static PlatformLimit)> {
    number_of(platform, LimitKind::TextLength)
}

/// How many bytes a message can have at most, where that is what a platform counts, and the limit that says so.
pub fn bytes_limit(platform: &str) -> Option<(i64, &'static PlatformLimit)> {
    number_of(platform, LimitKind::TextBytes)
}

fn number_of(platform: &str, what: LimitKind) -> Option<(i64, &'static PlatformLimit)> {
    let limit = limit(platform, what)?;
    // These kinds do not depend on the month; any will do.
    Some((limit.number(Month::new(2026, 1))?, limit))
}

/// How often broadcasts and bots may send on a platform, as quotas with a period; what people type has none.
pub fn quotas(platform: &str) -> impl Iterator<Item = &'static PlatformLimit> {
    limits_of(platform).filter(|limit| matches!(limit.what, LimitKind::Messages | LimitKind::BotMessages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_as_published() {
        assert_eq!(size_limit("wechat-group").map(|(n, _)| n), Some(500));
        assert_eq!(size_limit("wecom-group").map(|(n, _)| n), Some(2000));
        assert_eq!(size_limit("wecom-customer-group").map(|(n, _)| n), Some(500));
        assert_eq!(size_limit("qq-group").map(|(n, _)| n), Some(3000));
        assert_eq!(size_limit("telegram").map(|(n, _)| n), Some(200_000));
        assert_eq!(size_limit("discord"), None);
        assert_eq!(text_limit("wecom-customer-group").map(|(n, _)| n), Some(4000));
        let bytes = bytes_limit("wecom-customer-group").expect("known");
        assert_eq!((bytes.0, bytes.1.fact.confidence), (4000, super::super::Confidence::Conflicting));
        assert_eq!(limit("wechat-group", LimitKind::Automation).map(|l| l.value), Some(Amount::Forbidden));
        let transfers = limit("wecom-customer-group", LimitKind::OwnerTransfers).expect("known");
        assert_eq!((transfers.value, transfers.per), (Amount::AtMost(2), Per::Days(90)));
    }

    #[test]
    fn quotas_follow_the_month() {
        let group = quotas("wecom-customer-group").find(|q| q.per == Per::Month).expect("a monthly quota");
        assert_eq!(group.number(Month::new(2026, 12)), Some(31));
        assert_eq!(group.number(Month::new(2028, 2)), Some(29));
        assert_eq!(quotas("wecom-customer-group").count(), 1, "one customer alone is another matter");
        let service: Vec<_> = quotas("wechat-service-account").map(|q| (q.value, q.per, q.scope)).collect();
        assert_eq!(service, [(Amount::AtMost(4), Per::Month, Scope::Member)]);
        let subscription: Vec<_> = quotas("wechat-official-account").map(|q| (q.value, q.per)).collect();
        assert_eq!(subscription, [(Amount::AtMost(1), Per::Day)]);
        assert_eq!(quotas("qq-group").map(|quota| quota.what).collect::<Vec<_>>(), [LimitKind::BotMessages]);
        assert_eq!(limits_of("nowhere").count(), 0);
    }
}
