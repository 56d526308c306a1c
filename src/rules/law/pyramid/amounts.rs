//! The money behind rewards: what is paid, what each gets, and what it comes to.

use crate::finding::{Arg, Finding};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::growth::{Reward, RewardFor};
use crate::value::{Money, Share};

/// The entry fee, if there is one.
fn entry_fee(plan: &Plan) -> Option<&Money> {
    let product = plan.rules.admission.product.as_ref()?;
    let of = |id: &crate::value::Slug| id.as_str() == product.as_str();
    plan.monetisation.iter().find(|row| row.id.as_ref().is_some_and(of))?.price.as_ref()
}

/// What is paid: to come in, else for the first product that has a price.
pub(super) fn price(plan: &Plan) -> Option<&Money> {
    entry_fee(plan).or_else(|| plan.monetisation.iter().find_map(|row| row.price.as_ref()))
}

/// The money that a person gets, where it can be calculated.
fn cash(reward: &Reward, price: Option<&Money>) -> Option<Money> {
    let give = reward.give.as_deref()?;
    if let Ok(money) = give.parse::<Money>() {
        return Some(money);
    }
    let (Share(thousandths), price) = (give.parse().ok()?, price?);
    let cents = i128::from(price.cents) * i128::from(thousandths) / 1000;
    Some(Money { cents: i64::try_from(cents).unwrap_or(i64::MAX), currency: price.currency.clone() })
}

/// What a person gets, with the amount where a share of a known price is given.
pub(super) fn gain(reward: &Reward, price: Option<&Money>) -> Arg {
    let Some(give) = reward.give.as_deref() else { return Arg::Words(Text::new("奖励", "the reward")) };
    match cash(reward, price) {
        Some(amount) if give.parse::<Money>().is_err() => {
            let args = vec![("give", give.into()), ("amount", amount.into())];
            Arg::Phrase(Text::new("{give}（{amount}）", "{give} ({amount})"), args)
        }
        _ => Arg::Text(give.to_owned()),
    }
}

/// How much of what the last pays goes up the line.
pub(super) fn passed_up(plan: &Plan, paid: &[(usize, usize)], finding: Finding) -> Finding {
    let rewards = &plan.growth.rewards;
    let Some(price) = price(plan).filter(|price| price.cents > 0) else { return finding };
    let is_from_price = paid.iter().all(|(_, at)| rewards[*at].deed == Some(RewardFor::Paid));
    let amounts: Option<Vec<Money>> = paid.iter().map(|(_, at)| cash(&rewards[*at], Some(price))).collect();
    let Some(amounts) = amounts.filter(|all| is_from_price && all.iter().all(|one| one.currency == price.currency))
    else {
        return finding;
    };
    let sum: i128 = amounts.iter().map(|amount| i128::from(amount.cents)).sum();
    let sum = Money { cents: i64::try_from(sum).unwrap_or(i64::MAX), currency: price.currency.clone() };
    let percent = sum.cents as f64 * 100.0 / price.cents as f64;
    let args = vec![("price", price.clone().into()), ("sum", sum.into()), ("percent", percent.into())];
    finding.calculation_line(
        Text::new(
            "付的 {price} 里，有 {sum}（{percent}%）分给上面的人",
            "of the {price} paid, {sum} ({percent}%) goes to people further up",
        ),
        args,
    )
}

/// After how many newcomers a person has earned back the entry fee.
pub(super) fn won_back(plan: &Plan, reward: &Reward, finding: Finding) -> Finding {
    let (Some(fee), Some(gain)) = (entry_fee(plan), cash(reward, price(plan))) else { return finding };
    if gain.currency != fee.currency || gain.cents <= 0 || fee.cents <= 0 {
        return finding;
    }
    let heads = fee.cents / gain.cents + i64::from(fee.cents % gain.cents > 0);
    if reward.cap.is_some_and(|cap| heads > i64::from(cap)) {
        return finding;
    }
    let sum = Money { cents: heads.saturating_mul(gain.cents), currency: fee.currency.clone() };
    let args = vec![("fee", fee.clone().into()), ("heads", heads.into()), ("gain", gain.into()), ("sum", sum.into())];
    finding.calculation_line(
        Text::new(
            "A 进来付 {fee}；{heads} 人 × {gain} = {sum}，从此只靠拉人就有收入",
            "A pays {fee} to join; {heads} people × {gain} = {sum}: from then on, recruiting alone is income",
        ),
        args,
    )
}
