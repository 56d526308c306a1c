//! Members: few who do it all, slow answers, newcomers who do not stay, more who leave than come.

use super::rule::{NamedFacts, OWN, Observation, ProposalKind, ProposalRule, percent};
use crate::finding::Arg;
use crate::language::Text;
use crate::review::members::MemberReview;
use crate::review::sections::ReviewSections;

/// Among fewer active members than this, someone always writes most.
const ENOUGH_ACTIVE: u64 = 20;

/// Half of all by fewer than this part of those who write.
const FEW: f64 = 0.05;

/// So many messages have to have waited for an answer.
const ENOUGH_STARTS: u64 = 20;

/// Longer than a day is slow, in seconds.
const SLOW: i64 = 86_400;

/// Fewer than this in the week after coming are few; the upper end of the interval has to be below it.
const FEW_STAY: f64 = 0.2;

pub(super) static RULES: &[ProposalRule] = &[
    ProposalRule {
        id: "members/few-write",
        kind: ProposalKind::Try,
        observed: Text::new(
            "一半的消息由 {few} 个人写，有 {active} 人发言",
            "{few} people wrote half of the messages, of {active} who wrote",
        ),
        proposal: Text::new(
            "每周给沉默的人一个容易接的话头，点名请三位",
            "give silent members one easy thing to answer each week, and invite three of them by name",
        ),
        threshold: Text::new(
            "不到 5% 的发言者写了一半，且发言的有 20 人以上",
            "fewer than 5% of those who write do half of it, with at least 20 of them",
        ),
        source: Text::new(
            "Nielsen Norman Group《参与不均》（2006）",
            "Nielsen Norman Group, Participation Inequality, 2006",
        ),
        check: |review| {
            of_members(review, |members| {
                let concentration = members.concentration?;
                let active = members.writers;
                let is_few = active >= ENOUGH_ACTIVE && (concentration.half_by as f64) < FEW * active as f64;
                is_few.then(|| vec![("few", Arg::from(concentration.half_by)), ("active", count(active))])
            })
        },
    },
    ProposalRule {
        id: "members/slow-answers",
        kind: ProposalKind::Change,
        observed: Text::new(
            "{starts} 条发起的消息里，一天内得到别人回复的不到一半",
            "of {starts} messages that began something, fewer than half were answered within a day",
        ),
        proposal: Text::new(
            "每天安排一个人值班，先接没人回的话",
            "put one person on duty each day who first answers what nobody has answered",
        ),
        threshold: Text::new(
            "首次回应的中位数超过一天，至少 20 条",
            "a median first response of more than a day, over at least 20 messages",
        ),
        source: OWN,
        check: |review| {
            of_members(review, |members| {
                let starts = members.answered.starts();
                let is_slow = starts >= ENOUGH_STARTS
                    && !members.is_only_possible
                    && members.answered.answered() > 0
                    && members.answered.median().is_none_or(|median| median > SLOW);
                is_slow.then(|| vec![("starts", count(starts))])
            })
        },
    },
    ProposalRule {
        id: "members/few-stay",
        kind: ProposalKind::Change,
        observed: Text::new(
            "来的 {came} 人里，第二周还有动静的是 {stayed} 人（{share}）",
            "of {came} people who came, {stayed} did something in their second week ({share})",
        ),
        proposal: Text::new(
            "入群第一周安排一次有人接待的小活动",
            "plan one small event with a host for the first week after joining",
        ),
        threshold: Text::new(
            "第 1 周留存的区间上限低于 20%",
            "the upper end of the week-1 retention interval is below 20%",
        ),
        source: OWN,
        check: |review| {
            of_members(review, |members| {
                let figure = members.week_one;
                let share =
                    figure.share().filter(|_| figure.interval().is_some_and(|interval| interval.high < FEW_STAY))?;
                Some(vec![
                    ("came", count(figure.denominator)),
                    ("stayed", count(figure.numerator)),
                    ("share", percent(share)),
                ])
            })
        },
    },
    ProposalRule {
        id: "members/shrinking",
        kind: ProposalKind::Try,
        observed: Text::new("新增 {joined} 人，退群 {left} 人", "{joined} joined and {left} left"),
        proposal: Text::new(
            "问五位最近退群的人为什么走，再谈拉新",
            "ask five people who left lately why, before you look for new ones",
        ),
        threshold: Text::new("退群的比新增的多，且有 5 人以上", "more left than joined, at least 5 of them"),
        source: OWN,
        check: |review| {
            of_members(review, |members| {
                let change = members.change;
                let is_shrinking = change.net() < 0 && change.left >= crate::metrics::SMALLEST_GROUP;
                is_shrinking.then(|| vec![("joined", count(change.joined)), ("left", count(change.left))])
            })
        },
    },
];

fn count(count: u64) -> Arg {
    Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

fn of_members(review: &ReviewSections, facts: fn(&MemberReview) -> Option<NamedFacts>) -> Vec<Observation> {
    let found = review.members.as_ref().and_then(facts);
    found.map(|facts| Observation { subject: String::new(), facts }).into_iter().collect()
}
