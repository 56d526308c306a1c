//! The permutation test: how often a difference as large comes out when sides are dealt by chance.

/// Up to so many arrangements all of them are counted.
const ALL_UP_TO: u64 = 20_000;

/// Above, so many are drawn, from a fixed seed: the same data give the same figure.
const DRAWS: u64 = 9_999;

/// How likely a difference of means as large as the observed one is, on either side, if the sides were dealt by chance.
pub fn permutation_p(first: &[f64], second: &[f64]) -> f64 {
    let all: Vec<f64> = first.iter().chain(second).copied().collect();
    let (k, n) = (first.len(), all.len());
    if k == 0 || k == n {
        return 1.0;
    }
    let total: f64 = all.iter().sum();
    let difference = |sum: f64| (sum / k as f64 - (total - sum) / (n - k) as f64).abs();
    let scale = all.iter().fold(1.0_f64, |most, value| most.max(value.abs()));
    // equal sums may differ in their last digit
    let observed = difference(first.iter().sum()) - scale * 1e-9;
    match arrangements(n, k) {
        Some(count) => {
            let mut as_large = 0_u64;
            each_sum(&all, k, &mut |sum| as_large += u64::from(difference(sum) >= observed));
            as_large as f64 / count as f64
        }
        None => {
            let mut deck = all.clone();
            let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
            let as_large = (0..DRAWS).filter(|_| {
                chance.deal(&mut deck, k);
                difference(deck[..k].iter().sum()) >= observed
            });
            (as_large.count() as f64 + 1.0) / (DRAWS as f64 + 1.0)
        }
    }
}

/// How many ways there are to choose k of n; none where there are more than are counted.
fn arrangements(n: usize, k: usize) -> Option<u64> {
    let k = k.min(n - k) as u64;
    (1..=k).try_fold(1_u64, |count, step| {
        let next = count * (n as u64 - k + step) / step;
        (next <= ALL_UP_TO).then_some(next)
    })
}

/// The sum of each choice of k values.
fn each_sum(values: &[f64], k: usize, found: &mut impl FnMut(f64)) {
    let mut chosen: Vec<usize> = (0..k).collect();
    loop {
        found(chosen.iter().map(|at| values[*at]).sum());
        // the last place that can still move to the right
        let Some(place) = (0..k).rev().find(|place| chosen[*place] < values.len() - k + place) else { return };
        chosen[place] += 1;
        for later in place + 1..k {
            chosen[later] = chosen[later - 1] + 1;
        }
    }
}

/// Numbers by chance (SplitMix64): only for arrangements, never for secrets.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Puts a choice of k values in front.
    fn deal(&mut self, deck: &mut [f64], k: usize) {
        for place in 0..k {
            let left = (deck.len() - place) as u64;
            let at = place + ((u128::from(self.next()) * u128::from(left)) >> 64) as usize;
            deck.swap(place, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_sides_are_counted_in_full() {
        // of the 20 ways to choose 3 of 6, the two extremes are as large
        assert_eq!(permutation_p(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]), 0.1);
        assert_eq!(permutation_p(&[1.0, 1.0], &[1.0, 1.0]), 1.0);
        assert_eq!(permutation_p(&[], &[1.0]), 1.0);
        assert_eq!((arrangements(16, 8), arrangements(17, 8), arrangements(6, 4)), (Some(12_870), None, Some(15)));
    }

    #[test]
    fn larger_ones_are_drawn_and_come_near_the_exact_figure() {
        let side = |from: i32| (0..10).map(|n| f64::from(from + n)).collect::<Vec<f64>>();
        let (p, again) = (permutation_p(&side(0), &side(4)), permutation_p(&side(0), &side(4)));
        assert_eq!(p, again, "the seed is fixed");
        // all 184,756 arrangements of 20 values
        let (all, k): (Vec<f64>, usize) = (side(0).into_iter().chain(side(4)).collect(), 10);
        let mut as_large = 0;
        each_sum(&all, k, &mut |sum| as_large += u32::from((sum - (130.0 - sum)).abs() >= 40.0 - 1e-9));
        assert!((p - f64::from(as_large) / 184_756.0).abs() < 0.005, "{p} {as_large}");
    }
}
