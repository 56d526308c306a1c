//! Whether what is paid covers the costs: the sums over the life, and how many have to pay.

use super::super::context::Context;
use super::super::reporter::Reporter;
use super::super::thresholds::{PAYING_SHARE, whole};
use super::products::{earning, path};
use crate::calendar::Life;
use crate::finding::{Arg, Finding};
use crate::language::Text;
use crate::plan::money::{Model, Monetisation, Per};
use crate::plan::{Plan, Thing};
use crate::value::Money;

/// Whole months of the life, rounded up; none without an end.
fn life_months(plan: &Plan) -> Option<i64> {
    let life = &plan.lifecycle;
    let days = || Some(Life::of(life).ends?.0 - life.starts?.0).or_else(|| i32::try_from(life.days?).ok());
    life.months.map(i64::from).or_else(|| Some((i64::from(days()?) + 29) / 30))
}

/// What one product brings and costs over its months, in hundredths of its currency.
struct ProductSum<'p> {
    /// Its place in the plan.
    at: usize,
    price: &'p Money,
    buyers: i128,
    /// How often each of them pays.
    payments: i128,
    months: i128,
    fixed: i128,
    each: i128,
}

impl<'p> ProductSum<'p> {
    /// `None` when a figure is missing. Those who pay every month or year are assumed to stay to the end: the sum is a
    /// kind one.
    fn of(plan: &Plan, (at, row): (usize, &'p Monetisation), months: i64) -> Option<Self> {
        let is_inward = row.model.is_none_or(Model::is_inward);
        let price = row.price.as_ref()?;
        let buyers = match row.buyers.expected {
            Some(buyers) => i128::from(buyers),
            None if is_inward => return None,
            None => 1,
        };
        let life = &plan.lifecycle;
        let late = life.starts.zip(row.starts).map_or(0, |(life, sale)| i64::from((sale.0 - life.0).max(0)) / 30);
        let months = i128::from((months - late).max(0));
        let payments = match row.per? {
            Per::Once => 1,
            Per::Month => months,
            Per::Quarter => (months + 2) / 3,
            Per::Year => (months + 11) / 12,
        };
        let of = |money: &Option<Money>| match money {
            Some(money) if money.currency == price.currency => Some(i128::from(money.cents)),
            Some(_) => None,
            None => Some(0),
        };
        if is_inward && row.cost.fixed_per_month.is_none() && row.cost.per_buyer.is_none() {
            return None;
        }
        let (fixed, each) = (of(&row.cost.fixed_per_month)?, of(&row.cost.per_buyer)?);
        Some(Self { at, price, buyers, payments, months, fixed, each })
    }

    fn income(&self) -> i128 {
        i128::from(self.price.cents) * self.buyers * self.payments
    }

    fn cost(&self) -> i128 {
        self.fixed * self.months + self.each * self.buyers * self.payments
    }

    /// How income and costs come about.
    fn calculated(&self, plan: &Plan, finding: Finding) -> Finding {
        let currency = &self.price.currency;
        let count = |n: i128| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let people = || {
            vec![
                ("product", Thing::Product(self.at).named(plan).into()),
                ("buyers", count(self.buyers)),
                ("payments", count(self.payments)),
            ]
        };
        let (mut income, mut cost) = (people(), people());
        income.extend([("price", self.price.clone().into()), ("income", amount(self.income(), currency).into())]);
        cost.extend([
            ("fixed", amount(self.fixed, currency).into()),
            ("months", count(self.months)),
            ("each", amount(self.each, currency).into()),
            ("cost", amount(self.cost(), currency).into()),
        ]);
        finding
            .calculation_line(
                Text::new(
                    "“{product}”收入：{buyers} 人 × {payments} 次 × {price} = {income}",
                    "income of \"{product}\": {buyers|buyer|buyers} × {payments|payment|payments} × {price} = {income}",
                ),
                income,
            )
            .calculation_line(
                Text::new(
                    "“{product}”成本：{months} 个月 × {fixed} + {buyers} 人 × {payments} 次 × {each} = {cost}",
                    "costs of \"{product}\": {months|month|months} × {fixed} + {buyers|buyer|buyers} × {payments|payment|payments} × {each} = {cost}",
                ),
                cost,
            )
    }
}

fn amount(cents: i128, currency: &str) -> Money {
    Money { cents: i64::try_from(cents).unwrap_or(i64::MAX), currency: currency.to_owned() }
}

/// All products of one currency together; one unknown figure, and nothing is calculated.
pub(in super::super) fn never_breaks_even(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(months) = life_months(plan) else { return };
    let sums: Option<Vec<ProductSum<'_>>> = earning(plan).map(|row| ProductSum::of(plan, row, months)).collect();
    let Some(sums) = sums else { return };
    let Some(ProductSum { at: first, price: Money { currency, .. }, .. }) = sums.first() else { return };
    if sums.iter().any(|sum| sum.price.currency != *currency) {
        return;
    }
    let income: i128 = sums.iter().map(|sum| sum.income()).sum();
    let cost: i128 = sums.iter().map(|sum| sum.cost()).sum();
    if income < cost {
        let finding = report
            .finding(path(*first))
            .with("months", months)
            .with("income", amount(income, currency))
            .with("cost", amount(cost, currency))
            .with("gap", amount(cost - income, currency));
        report.add(sums.iter().fold(finding, |finding, sum| sum.calculated(plan, finding)));
    }
}

/// How many have to buy a product so that the fixed costs of the time they pay for are covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakEven {
    /// What is sold.
    pub product: Option<String>,
    /// How many have to buy it.
    pub buyers: i64,
    /// How many are expected to.
    pub expected: Option<u32>,
    /// What the fixed costs of that time are.
    pub fixed: Money,
    /// What each buyer leaves of the price.
    pub margin: Money,
}

/// Whether the first product that is sold covers its costs; `None` while a figure is missing.
pub fn break_even(plan: &Plan) -> Option<BreakEven> {
    let (_, row) = earning(plan).next()?;
    let needed = buyers_needed(plan, row)?;
    let currency = &row.price.as_ref()?.currency;
    Some(BreakEven {
        product: row.product.clone(),
        buyers: needed.buyers,
        expected: row.buyers.expected,
        fixed: amount(needed.fixed, currency),
        margin: amount(needed.margin, currency),
    })
}

/// The same in hundredths.
struct BuyersNeeded {
    buyers: i64,
    months: i64,
    /// What each leaves, in hundredths.
    margin: i128,
    /// What is to be covered, in hundredths.
    fixed: i128,
}

fn buyers_needed(plan: &Plan, row: &Monetisation) -> Option<BuyersNeeded> {
    let (price, fixed) = (row.price.as_ref()?, row.cost.fixed_per_month.as_ref()?);
    let months = match row.per? {
        Per::Month => 1,
        Per::Quarter => 3,
        Per::Year => 12,
        Per::Once => life_months(plan)?,
    };
    let each = row.cost.per_buyer.as_ref();
    if fixed.currency != price.currency || each.is_some_and(|each| each.currency != price.currency) {
        return None;
    }
    let margin = i128::from(price.cents) - each.map_or(0, |each| i128::from(each.cents));
    let fixed = i128::from(fixed.cents) * i128::from(months);
    let buyers = || i64::try_from((fixed + margin - 1) / margin).unwrap_or(i64::MAX);
    (margin > 0).then(|| BuyersNeeded { buyers: buyers(), months, margin, fixed })
}

#[allow(clippy::cast_precision_loss)] // a share of a number of people
pub(in super::super) fn too_small(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let Some(target) = plan.community.size.target.filter(|target| *target > 0) else { return };
    let limit = context.threshold(&PAYING_SHARE);
    for (at, row) in earning(plan) {
        let is_open = row.model.is_some_and(Model::is_inward) && row.buyers.expected.is_none();
        let (Some(needed), Some(price)) = (buyers_needed(plan, row).filter(|_| is_open), &row.price) else { continue };
        let buyers = needed.buyers;
        let percent = buyers as f64 * 100.0 / f64::from(target);
        if percent > limit {
            report.add(
                report
                    .finding(path(at))
                    .with("product", Thing::Product(at).named(plan))
                    .with("buyers", buyers)
                    .with("target", i64::from(target))
                    .with("percent", percent)
                    .with("limit", whole(limit))
                    .calculation_line(
                        Text::new(
                            "{months} 个月的固定成本 {fixed} ÷ 每人留下 {margin} = {buyers} 人（进一）",
                            "fixed costs of {months|month|months} {fixed} ÷ {margin} left from each = {buyers} (rounded up)",
                        ),
                        vec![
                            ("months", needed.months.into()),
                            ("fixed", amount(needed.fixed, &price.currency).into()),
                            ("margin", amount(needed.margin, &price.currency).into()),
                            ("buyers", buyers.into()),
                        ],
                    ),
            );
        }
    }
}
