//! Texts that promise other terms of money than the plan has: refunds, prices, what is free.
//!
//! Must not know what is legal; `law` does.

use crate::plan::Plan;
use crate::plan::money::Model;
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;
use crate::rules::text_search::{Clause, Wording, find, is_denied, is_refused, phrase};

/// The texts that members see.
pub(in crate::rules) const SEARCHED_ROUTES: [&str; 9] = [
    "positioning.values.promise",
    "positioning.introduction.benefit",
    "culture.slogan.text",
    "content.text",
    "content.series",
    "content.lead_in",
    "programmes.items.text",
    "support.keywords.reply",
    "activities.steps.text",
];

const ZH_REFUND: &[&str] =
    &["随时退款", "随时可退", "随时退", "无条件退", "全额退款", "不满意就退", "不满意包退", "包退"];
#[rustfmt::skip]
const EN_REFUND: &[&str] = &[
    "money back", "full refund", "refund at any time", "refund any time", "refund anytime", "refunded in full",
    "refund no questions asked",
];
const ZH_NO_REFUND: &[&str] = &["不退", "不予退", "概不退", "不支持退", "不能退"];
const EN_NO_REFUND: &[&str] =
    &["no refund", "no refunds", "non refundable", "nonrefundable", "not refundable", "not refunded"];
const ZH_FREE: &[&str] = &["永久免费", "永远免费", "一直免费", "终身免费"];
const EN_FREE: &[&str] = &["free forever", "always free", "free for life", "forever free"];
const ZH_FEE: &[&str] = &["会员费", "会费", "年费", "月费"];
const EN_FEE: &[&str] = &["membership fee", "annual fee", "yearly fee", "monthly fee"];
/// Characters between the name of a fee and its amount.
const BETWEEN: usize = 6;

/// The first phrase of either language that is not denied.
fn promised(wording: &Wording, zh: &[&str], en: &[&str]) -> Option<String> {
    let is_refusal = |before: &str| is_denied(before) || ["不支持", "不接受"].iter().any(|word| before.ends_with(word));
    let chinese =
        |clause: &Clause| find(clause, zh).filter(|(_, before)| !is_refusal(before)).map(|(word, _)| word.to_owned());
    let english =
        |line: &Clause| phrase(line, en).filter(|(_, before)| !is_refused(before)).map(|(words, _)| words.to_owned());
    wording.zh.iter().find_map(chinese).or_else(|| wording.en.iter().find_map(english))
}

/// The whole amount behind the name of a fee.
fn fee(wording: &Wording) -> Option<i64> {
    let amount = |rest: &str| {
        let start = rest.char_indices().take(BETWEEN).find(|(_, c)| c.is_ascii_digit())?.0;
        let digits: String = rest[start..].chars().take_while(char::is_ascii_digit).collect();
        let unit = rest[start + digits.len()..].trim_start();
        let is_money = ["元", "块", "cny", "rmb", "usd", "eur", "gbp", "dollars", "euros", "pounds"];
        is_money.iter().any(|word| unit.starts_with(word)).then(|| digits.parse().ok())?
    };
    let after =
        |clause: &Clause, (word, before): (&str, &str), gap: usize| amount(&clause[before.len() + gap + word.len()..]);
    // a colon ends a clause: `年费：299 元`
    let chinese = |at: usize| {
        let (clause, next) = (&wording.zh[at], wording.zh.get(at + 1));
        let found = find(clause, ZH_FEE)?;
        let is_last = found.0.len() + found.1.len() == clause.len();
        after(clause, found, 0).or_else(|| amount(next.filter(|_| is_last)?))
    };
    let english = |line: &Clause| phrase(line, EN_FEE).and_then(|found| after(line, found, 1));
    (0..wording.zh.len()).find_map(chinese).or_else(|| wording.en.iter().find_map(english))
}

pub(super) fn promise_against_terms(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let products = &plan.monetisation;
    let paid: Vec<i64> = (products.iter())
        .filter_map(|product| product.price.as_ref().map(|price| price.cents))
        .filter(|cents| *cents > 0)
        .collect();
    let refunds: Vec<&String> = products.iter().filter_map(|product| product.refund.as_ref()).collect();
    let is_final = |text: &&String| promised_none(text);
    let no_refund = refunds.first().filter(|_| refunds.iter().all(is_final));
    let is_paid_membership = |product: &crate::plan::money::Monetisation| {
        product.model == Some(Model::Membership) && product.price.as_ref().is_some_and(|price| price.cents > 0)
    };
    let membership =
        products.iter().find(|product| is_paid_membership(product)).and_then(|product| product.price.as_ref());
    for text in context.texts.at(&SEARCHED_ROUTES) {
        let wording = text.wording();
        let refund = no_refund.and_then(|terms| Some((promised(wording, ZH_REFUND, EN_REFUND)?, (*terms).clone())));
        let free = || membership.and_then(|price| Some((promised(wording, ZH_FREE, EN_FREE)?, price.to_string())));
        let price = || {
            let amount = fee(wording).filter(|amount| !paid.is_empty() && !paid.contains(&(amount * 100)))?;
            let price = products.iter().find_map(|product| product.price.as_ref().filter(|price| price.cents > 0))?;
            Some((amount.to_string(), price.to_string()))
        };
        if let Some((word, terms)) = refund.or_else(free).or_else(price) {
            report.add(report.finding(text.path.clone()).with("word", word).with("terms", terms));
        }
    }
}

/// Whether terms give nothing back.
fn promised_none(terms: &str) -> bool {
    let wording = Wording::of(terms);
    wording.zh.iter().any(|clause| find(clause, ZH_NO_REFUND).is_some())
        || wording.en.iter().any(|line| phrase(line, EN_NO_REFUND).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_of_money_are_found_and_denials_left_alone() {
        for text in
            ["不满意随时退款", "三天内无条件退", "Full refund, no questions asked", "a 30-day money back promise"]
        {
            assert!(promised(&Wording::of(text), ZH_REFUND, EN_REFUND).is_some(), "{text}");
        }
        for text in ["不支持随时退款", "退款请找群主", "There is no full refund", "ask the team about a refund"]
        {
            assert!(promised(&Wording::of(text), ZH_REFUND, EN_REFUND).is_none(), "{text}");
        }
        assert!(promised_none("开营后不退") && promised_none("no refunds after day 3") && !promised_none("七天内可退"));
    }

    #[test]
    fn a_fee_is_read_with_its_amount() {
        for (text, amount) in [
            ("会费每年365元", Some(365)),
            ("年费：299 块", Some(299)),
            ("the annual fee is 49 EUR", Some(49)),
            ("会费用来买 20 本书", None),
            ("the membership fee pays for 3 rooms", None),
        ] {
            assert_eq!(fee(&Wording::of(text)), amount, "{text}");
        }
    }
}
