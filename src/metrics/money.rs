//! Money: break-even, revenue by day of payment and currency, what each payer brings, and what spending brought back.

use std::collections::BTreeMap;

use crate::value::{Money, Month};

/// Why there is no break-even.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakEvenError {
    /// Each unit costs as much as it brings, or more.
    NoMargin,
    /// The amounts are in different currencies, which are never added.
    Currencies,
}

/// How many units cover the fixed costs: ⌈fixed / (price − variable)⌉.
pub fn break_even(fixed: &Money, price: &Money, variable: &Money) -> Result<u64, BreakEvenError> {
    if fixed.currency != price.currency || price.currency != variable.currency {
        return Err(BreakEvenError::Currencies);
    }
    let margin = price.cents - variable.cents;
    if margin <= 0 {
        return Err(BreakEvenError::NoMargin);
    }
    Ok(fixed.cents.max(0).unsigned_abs().div_ceil(margin.unsigned_abs()))
}

/// The first month in which all that came in so far covers all that went out; the months in order, with what each left over.
pub fn first_month_even(months: &[(Month, i64)]) -> Option<Month> {
    let mut sum = 0_i64;
    months
        .iter()
        .find(|(_, left)| {
            sum = sum.saturating_add(*left);
            sum >= 0
        })
        .map(|(month, _)| *month)
}

/// (gain − cost) / cost; none where nothing was spent, or the currencies differ.
pub fn return_on_cost(gain: &Money, cost: &Money) -> Option<f64> {
    let is_comparable = gain.currency == cost.currency && cost.cents > 0;
    is_comparable.then(|| (gain.cents - cost.cents) as f64 / cost.cents as f64)
}

/// What was paid and given back, by currency. Currencies are never added to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CashFlow {
    /// By currency: hundredths paid, hundredths given back, payments.
    currencies: BTreeMap<String, (i64, i64, u64)>,
}

impl CashFlow {
    /// Adds a payment, on the day on which it was paid.
    pub fn paid(&mut self, money: &Money) {
        let (paid, _, payments) = self.currencies.entry(money.currency.clone()).or_default();
        *paid = paid.saturating_add(money.cents);
        *payments += 1;
    }

    /// Adds a refund, on the day on which it was given back.
    pub fn refunded(&mut self, money: &Money) {
        let (_, refunded, _) = self.currencies.entry(money.currency.clone()).or_default();
        *refunded = refunded.saturating_add(money.cents);
    }

    /// Paid less given back, for each currency.
    pub fn revenue(&self) -> Vec<Money> {
        let one = |(currency, (paid, refunded, _)): (&String, &(i64, i64, u64))| Money {
            cents: paid - refunded,
            currency: currency.clone(),
        };
        self.currencies.iter().map(one).collect()
    }

    /// Revenue of a currency for each of its payers, in hundredths (ARPU); none without payers.
    pub fn per_payer(&self, currency: &str, payers: u64) -> Option<f64> {
        let (paid, refunded, _) = self.currencies.get(currency)?;
        (payers > 0).then(|| (paid - refunded) as f64 / payers as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        text.parse().expect("an amount")
    }

    #[test]
    fn published_break_evens_come_out() {
        let units = |fixed, price, variable| break_even(&money(fixed), &money(price), &money(variable));
        assert_eq!(units("330000 CNY", "30 CNY", "0 CNY"), Ok(11_000));
        assert_eq!(units("20000 CNY", "150 CNY", "0 CNY"), Ok(134));
        assert_eq!(units("20000 CNY", "200 CNY", "50 CNY"), Ok(134));
        assert_eq!(units("100 CNY", "30 CNY", "30 CNY"), Err(BreakEvenError::NoMargin));
        assert_eq!(units("100 CNY", "30 USD", "0 USD"), Err(BreakEvenError::Currencies));
    }

    #[test]
    fn the_first_month_that_is_even() {
        let months: Vec<(Month, i64)> = [-500, 200, 299, 1, -9]
            .into_iter()
            .zip(Month::new(2026, 11).0..)
            .map(|(left, month)| (Month(month), left))
            .collect();
        assert_eq!(first_month_even(&months), Some(Month::new(2027, 2)));
        assert_eq!(first_month_even(&months[..3]), None);
    }

    #[test]
    fn currencies_stay_apart() {
        let mut flow = CashFlow::default();
        flow.paid(&money("365 CNY"));
        flow.paid(&money("365 CNY"));
        flow.paid(&money("9.90 USD"));
        flow.refunded(&money("65 CNY"));
        assert_eq!(flow.revenue(), [money("665 CNY"), money("9.90 USD")]);
        assert_eq!(
            (flow.per_payer("CNY", 2), flow.per_payer("EUR", 2), flow.per_payer("USD", 0)),
            (Some(33_250.0), None, None)
        );
        assert_eq!(return_on_cost(&money("150 CNY"), &money("100 CNY")), Some(0.5));
        assert_eq!(return_on_cost(&money("150 CNY"), &money("100 USD")), None);
        assert_eq!(return_on_cost(&money("150 CNY"), &money("0 CNY")), None);
    }
}
