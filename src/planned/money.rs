//! The prices and costs from which break-even follows.

use crate::plan::Plan;
use crate::plan::money::{Monetisation, Per};
use crate::review::MoneyInput;
use crate::value::Money;

/// Of the first way of earning with a price and fixed costs: the time that its price pays for.
pub(super) fn planned_money(plan: &Plan) -> Option<MoneyInput> {
    plan.monetisation.iter().find_map(of_way)
}

fn of_way(way: &Monetisation) -> Option<MoneyInput> {
    let price = way.price.as_ref()?;
    // a price of a year has to cover the costs of twelve months
    let months = if way.per == Some(Per::Year) { 12 } else { 1 };
    let fixed = way.cost.fixed_per_month.as_ref()?;
    let none = Money { cents: 0, currency: price.currency.clone() };
    Some(MoneyInput {
        fixed: Money { cents: fixed.cents.saturating_mul(months), currency: fixed.currency.clone() },
        price: price.clone(),
        variable: way.cost.per_buyer.clone().unwrap_or(none),
    })
}
