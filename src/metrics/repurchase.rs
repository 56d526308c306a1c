//! Repurchase: how many buyers bought again on a later day.

use std::collections::{BTreeSet, HashMap};

use super::figure::{Figure, Withheld};
use crate::value::{Day, DayWindow};

/// The days on which each buyer bought. Several orders of one day are one purchase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Purchases {
    buyers: HashMap<u32, BTreeSet<Day>>,
}

impl Purchases {
    /// Adds an order.
    pub fn add(&mut self, buyer: u32, day: Day) {
        self.buyers.entry(buyer).or_default().insert(day);
    }

    /// How many buyers there are.
    pub fn buyers(&self) -> u64 {
        self.buyers.len() as u64
    }

    /// Who bought again on any later day, up to the end of the data.
    pub fn ever(&self, data_until: Day) -> Figure {
        let again = self.buyers.values().filter(|days| days.len() > 1).count() as u64;
        let first = self.buyers.values().filter_map(BTreeSet::first).min().copied().unwrap_or(data_until);
        let window = DayWindow { first: first.min(data_until), last: data_until };
        Figure::of_people(again, self.buyers(), window, data_until)
    }

    /// Who bought again within so many days of the first purchase, of those for whom these days are over.
    pub fn within(&self, days: i32, data_until: Day) -> Figure {
        let (mut again, mut mature) = (0, 0);
        let (mut first_of_all, mut earliest_end) = (data_until, None::<Day>);
        for bought in self.buyers.values() {
            let mut bought = bought.iter().copied();
            let Some(first) = bought.next() else { continue };
            let end = first.plus(days);
            if end > data_until {
                earliest_end = Some(earliest_end.map_or(end, |earlier| earlier.min(end)));
                continue;
            }
            mature += 1;
            first_of_all = first_of_all.min(first);
            again += u64::from(bought.next().is_some_and(|second| second <= end));
        }
        let window = DayWindow { first: first_of_all, last: data_until };
        let figure = Figure::of_people(again, mature, window, data_until);
        match (mature, earliest_end) {
            (0, Some(until)) => Figure { withheld: Some(Withheld::TooEarly { until }), ..figure },
            _ => figure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sample of the CDNOW data, as the package `lifetimes` (MIT) has it: buyer, buyer in the sample, day, CDs, dollars.
    const CDNOW: &str = include_str!("../../tests/data/review/cdnow-sample.txt");

    #[test]
    fn the_cdnow_sample_to_the_digit() {
        let (mut purchases, mut rows) = (Purchases::default(), HashMap::<u32, u32>::new());
        for line in CDNOW.lines() {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let (buyer, date) = (cells[1].parse().expect("a number"), cells[2]);
            let day: Day = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]).parse().expect("a day");
            purchases.add(buyer, day);
            *rows.entry(buyer).or_default() += 1;
        }
        let end = Day::from_ymd(1998, 6, 30).expect("a day");
        assert_eq!((CDNOW.lines().count(), purchases.buyers()), (6_919, 2_357));
        assert_eq!((purchases.ever(end).numerator, purchases.ever(end).denominator), (1_139, 2_357));
        assert_eq!(rows.values().filter(|rows| **rows > 1).count(), 1_152, "counted by rows: the trap");
        let within = [30, 90, 180, 365].map(|days| purchases.within(days, end).numerator);
        assert_eq!(within, [410, 687, 887, 1_074]);
        assert_eq!(purchases.within(365, end).denominator, 2_357);
    }

    #[test]
    fn only_buyers_whose_days_are_over_count() {
        let mut purchases = Purchases::default();
        for buyer in 0..6 {
            purchases.add(buyer, Day(0));
        }
        purchases.add(1, Day(0));
        purchases.add(2, Day(30));
        purchases.add(3, Day(31));
        purchases.add(9, Day(10));
        let figure = purchases.within(30, Day(35));
        assert_eq!((figure.numerator, figure.denominator), (1, 6));
        assert_eq!(purchases.within(30, Day(20)).withheld, Some(Withheld::TooEarly { until: Day(30) }));
    }
}
