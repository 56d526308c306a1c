//! Money: what came in and went out, by currency, and how many paying members would cover the costs.

use super::input::MoneyInput;
use crate::metrics::{BreakEvenError, CashFlow, break_even};
use crate::records::{CurrentReadings, Measured};
use crate::value::{DayWindow, Money};

/// The money of the window.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyReview {
    /// Paid less given back, for each currency.
    pub revenue: Vec<Money>,
    /// What was spent, for each currency.
    pub spent: Vec<Money>,
    /// How many paid, where it was written down.
    pub payers: Option<u64>,
    /// How many paying members cover the fixed costs; none where the plan has no prices.
    pub break_even: Option<Result<u64, BreakEvenError>>,
}

/// Reviews the money; none where nothing was written down.
pub(super) fn review_money(
    plan: Option<&MoneyInput>,
    readings: &CurrentReadings,
    window: DayWindow,
) -> Option<MoneyReview> {
    let (mut income, mut costs, mut payers) = (CashFlow::default(), CashFlow::default(), None::<u64>);
    let mut is_any = false;
    for reading in readings.within(window) {
        match (&reading.value, reading.measure.id) {
            (Measured::Money(money), "income") => income.paid(money),
            (Measured::Money(money), "refunded") => income.refunded(money),
            (Measured::Money(money), "spent") => costs.paid(money),
            (Measured::Count(count), "payers") => {
                payers = Some(payers.unwrap_or(0) + u64::try_from(*count).unwrap_or(0));
            }
            _ => continue,
        }
        is_any = true;
    }
    is_any.then(|| MoneyReview {
        revenue: income.revenue(),
        spent: costs.revenue(),
        payers,
        break_even: plan.map(|plan| break_even(&plan.fixed, &plan.price, &plan.variable)),
    })
}
