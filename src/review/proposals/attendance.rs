//! Events to which few come, or from which many stay away.

use std::collections::BTreeMap;

use super::rule::{OWN, Observation, ProposalKind, ProposalRule, percent};
use crate::finding::Arg;
use crate::language::Text;
use crate::metrics::Figure;
use crate::review::attendance::EventReview;
use crate::review::sections::ReviewSections;

/// More no-shows than this are many; the lower end of the interval has to be above it.
const MANY_NO_SHOWS: f64 = 0.25;

/// Of so many who signed up and more, it is worth a word.
const ENOUGH_SIGNED_UP: u64 = 10;

/// Times in a row.
const IN_A_ROW: usize = 3;

/// Fewer than this part of those expected are few.
const FEW: f64 = 0.5;

/// Below this score, out of 5, an event is liked little.
const LOW_SCORE: f64 = 3.5;

pub(super) static RULES: &[ProposalRule] = &[
    ProposalRule {
        id: "attendance/no-shows",
        kind: ProposalKind::Change,
        observed: Text::new(
            "报名的 {expected} 人里 {missing} 人没来（{share}）",
            "{missing} of {expected} people who signed up did not come ({share})",
        ),
        proposal: Text::new(
            "前一天提醒，给一个方便取消的办法，空位给候补",
            "send a reminder the day before, make cancelling easy, and give free places to the waiting list",
        ),
        threshold: Text::new("爽约率的区间下限高于 25%", "the lower end of the no-show interval is above 25%"),
        source: OWN,
        check: |review| no_shows(review, are_many),
    },
    ProposalRule {
        id: "attendance/perhaps-no-shows",
        kind: ProposalKind::Try,
        observed: Text::new(
            "报名的 {expected} 人里 {missing} 人没来（{share}）；人少，还说不准",
            "{missing} of {expected} people who signed up did not come ({share}); too few to be sure",
        ),
        proposal: Text::new(
            "下次前一天问一声还来不来，再看一次",
            "ask the day before who is still coming, and look again next time",
        ),
        threshold: Text::new(
            "爽约率高于 25%，报名 10 人以上，区间下限不高于 25%",
            "no-shows above 25% of at least 10 sign-ups, with the lower end of the interval not above it",
        ),
        source: OWN,
        check: |review| {
            no_shows(review, |figure| {
                let is_enough = figure.denominator >= ENOUGH_SIGNED_UP;
                is_enough && !are_many(figure) && figure.share().is_some_and(|share| share > MANY_NO_SHOWS)
            })
        },
    },
    ProposalRule {
        id: "attendance/few-come",
        kind: ProposalKind::Stop,
        observed: Text::new(
            "“{title}”最近 {times} 次来的人都不到预期的一半",
            "fewer than half of those expected came to \"{title}\" the last {times} times",
        ),
        proposal: Text::new(
            "停一期，问问没来的人；要办就换时间或形式",
            "skip it once and ask those who stayed away; if you go on, change the time or the form",
        ),
        threshold: Text::new("连续 3 次不到预期的一半", "3 times in a row under half of those expected"),
        source: OWN,
        check: |review| {
            in_a_row(review, |event| {
                let part = event.came.zip(event.event.expected).filter(|(_, expected)| *expected > 0);
                part.map(|(came, expected)| (came as f64) < FEW * expected as f64)
            })
        },
    },
    ProposalRule {
        id: "attendance/low-score",
        kind: ProposalKind::Change,
        observed: Text::new(
            "“{title}”最近 {times} 次的评分都低于 3.5",
            "\"{title}\" scored under 3.5 the last {times} times",
        ),
        proposal: Text::new(
            "问三个来过的人：哪一段可以不要",
            "ask three people who came which part they could do without",
        ),
        threshold: Text::new("连续 3 次低于 3.5（5 分制）", "3 times in a row under 3.5 out of 5"),
        source: OWN,
        check: |review| {
            in_a_row(review, |event| {
                event.score.map(|(score, of)| f64::from(score) / 100.0 * 5.0 / f64::from(of) < LOW_SCORE)
            })
        },
    },
];

/// Whether it is sure that many stay away.
fn are_many(figure: &Figure) -> bool {
    figure.interval().is_some_and(|interval| interval.low > MANY_NO_SHOWS)
}

/// Those who signed up and did not come, of all events together, where they are as meant.
fn no_shows(review: &ReviewSections, is_meant: fn(&Figure) -> bool) -> Vec<Observation> {
    let together = review.attendance.as_ref().and_then(|attendance| attendance.together);
    let observation = |figure: Figure| {
        let counts = [("expected", figure.denominator), ("missing", figure.numerator)];
        let mut facts: Vec<(&'static str, Arg)> =
            counts.map(|(name, count)| (name, Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)))).to_vec();
        facts.extend(figure.share().map(|share| ("share", percent(share))));
        Observation { subject: String::new(), facts }
    };
    together.map(|together| together.no_show).filter(is_meant).map(observation).into_iter().collect()
}

/// Items whose last events all are as meant; events of which that is not known are passed over.
fn in_a_row(review: &ReviewSections, is_meant: fn(&EventReview) -> Option<bool>) -> Vec<Observation> {
    let mut items: BTreeMap<&str, Vec<(&EventReview, bool)>> = BTreeMap::new();
    for event in review.attendance.iter().flat_map(|attendance| &attendance.events) {
        items.entry(&event.event.item).or_default().extend(is_meant(event).map(|meant| (event, meant)));
    }
    let observation = |(item, mut events): (&str, Vec<(&EventReview, bool)>)| {
        events.sort_by_key(|(event, _)| event.event.day);
        let last = events.get(events.len().checked_sub(IN_A_ROW)?..)?;
        last.iter().all(|(_, meant)| *meant).then(|| Observation {
            subject: item.to_owned(),
            facts: vec![("title", Arg::from(last[0].0.event.title.clone())), ("times", Arg::from(IN_A_ROW))],
        })
    };
    items.into_iter().filter_map(observation).collect()
}
