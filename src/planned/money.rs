//! The prices and costs from which break-even follows.

use crate::plan::Plan;
use crate::plan::money::{Monetisation, Per};
use crate::review::MoneyInput;
use crate::value::Money;

/// Of the first way of earning with a price and fixed costs: a month of it.
pub(super) fn planned_money(plan: &Plan) -> Option<MoneyInput> {
    plan.monetisation.iter().find_map(of_way)
}

fn of_way(way: &Monetisation) -> Option<MoneyInput> {
    let price = way.price.as_ref()?;
    let cents = if way.per == Some(Per::Year) { price.cents / 12 } else { price.cents };
    let none = Money { cents: 0, currency: price.currency.clone() };
    Some(MoneyInput {
        fixed: way.cost.fixed_per_month.clone()?,
        price: Money { cents, currency: price.currency.clone() },
        variable: way.cost.per_buyer.clone().unwrap_or(none),
    })
}
