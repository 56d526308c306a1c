//! Values so far out that one of them may decide a mean.

/// What is far out on the upper side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outliers {
    /// How many values are above the fence.
    pub count: usize,
    /// The largest.
    pub largest: f64,
    /// Three quartile distances above the upper quartile (Tukey's outer fence).
    pub fence: f64,
}

/// What is far out on the upper side; none where nothing is, or there are fewer than four values.
pub fn outliers(values: &[f64]) -> Option<Outliers> {
    let mut ascending: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    ascending.sort_unstable_by(f64::total_cmp);
    if ascending.len() < 4 {
        return None;
    }
    let (low, high) = (quantile(&ascending, 0.25), quantile(&ascending, 0.75));
    let fence = high + 3.0 * (high - low);
    let count = ascending.len() - ascending.partition_point(|value| *value <= fence);
    (count > 0).then(|| Outliers { count, largest: ascending[ascending.len() - 1], fence })
}

/// A quantile between the values (R's type 7).
fn quantile(ascending: &[f64], share: f64) -> f64 {
    let place = share * (ascending.len() - 1) as f64;
    let (low, part) = (place.floor() as usize, place.fract());
    let high = (low + 1).min(ascending.len() - 1);
    ascending[low] + part * (ascending[high] - ascending[low])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_player_of_many_rounds_is_named() {
        let mut rounds: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(outliers(&rounds), None);
        rounds.push(49_854.0);
        let found = outliers(&rounds).expect("one");
        assert_eq!((found.count, found.largest), (1, 49_854.0));
        assert_eq!(outliers(&[1.0, 2.0, 900.0]), None);
    }
}
