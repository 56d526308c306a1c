//! Money that cannot come back.

use super::rule::{NamedFacts, Observation, ProposalKind, ProposalRule};
use crate::finding::Arg;
use crate::language::Text;
use crate::metrics::BreakEvenError;
use crate::review::money::MoneyReview;
use crate::review::sections::ReviewSections;
use crate::value::Money;

pub(super) static RULES: &[ProposalRule] = &[
    ProposalRule {
        id: "money/no-margin",
        kind: ProposalKind::Stop,
        observed: Text::new("每卖一份的成本不低于价格", "each sale costs at least as much as it brings in"),
        proposal: Text::new("先停售，改价格或成本", "stop selling until the price or the cost has changed"),
        threshold: Text::new("价格不高于单位变动成本", "the price does not exceed the variable cost"),
        source: Text::new("盈亏平衡的定义", "the definition of break-even"),
        check: |review| {
            of_money(review, |money| (money.break_even == Some(Err(BreakEvenError::NoMargin))).then(Vec::new))
        },
    },
    ProposalRule {
        id: "money/spent-more",
        kind: ProposalKind::Change,
        observed: Text::new("收入 {revenue}，支出 {spent}", "revenue {revenue}, spent {spent}"),
        proposal: Text::new(
            "列出最大的三笔支出，各写一句还要不要",
            "list the three largest expenses, and decide about each whether it goes on",
        ),
        threshold: Text::new("同一币种里支出多于收入", "more spent than earned, in one currency"),
        source: Text::new("记下的收支", "income and expenses as recorded"),
        check: |review| {
            of_money(review, |money| {
                let earned = |spent: &Money| {
                    let own = money.revenue.iter().find(|revenue| revenue.currency == spent.currency);
                    own.cloned().unwrap_or_else(|| Money { cents: 0, currency: spent.currency.clone() })
                };
                let (spent, revenue) = money
                    .spent
                    .iter()
                    .map(|spent| (spent, earned(spent)))
                    .find(|(spent, own)| spent.cents > own.cents)?;
                Some(vec![("revenue", Arg::from(revenue)), ("spent", Arg::from(spent.clone()))])
            })
        },
    },
];

fn of_money(review: &ReviewSections, facts: fn(&MoneyReview) -> Option<NamedFacts>) -> Vec<Observation> {
    let found = review.money.as_ref().and_then(facts);
    found.map(|facts| Observation { subject: String::new(), facts }).into_iter().collect()
}
