//! Looking before the end: how often chance alone would pass for an effect, and the bounds that make up for it.
//!
//! The looks are at equal steps of information. The distribution of the sum at each look is integrated over what has not
//! crossed a bound yet (Armitage, McPherson and Rowe 1969).

use super::distribution::{Z_TWO_SIDED, normal};

/// How the looks are made up for. It has to be named before the first look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LookRule {
    /// One look at the planned end.
    AtEnd,
    /// The same bound at each look (Pocock 1977).
    Pocock,
    /// A bound that begins high and falls (O'Brien and Fleming 1979).
    OBrienFleming,
}

/// No more looks than this are calculated.
const MOST_LOOKS: usize = 50;

impl LookRule {
    /// The bound of |z| at each of so many looks, at 5 %; none for no look, or too many of them.
    pub fn bounds(self, looks: usize) -> Option<Vec<f64>> {
        if looks == 0 || looks > MOST_LOOKS {
            return None;
        }
        let shape = |look: usize| match self {
            Self::AtEnd if look < looks => f64::INFINITY,
            Self::AtEnd | Self::Pocock => 1.0,
            Self::OBrienFleming => (looks as f64 / look as f64).sqrt(),
        };
        let bounds = |height: f64| (1..=looks).map(|look| height * shape(look)).collect::<Vec<f64>>();
        if self == Self::AtEnd {
            return Some(bounds(Z_TWO_SIDED));
        }
        let (mut low, mut high) = (1.5, 5.0);
        for _ in 0..30 {
            let middle = (low + high) / 2.0;
            if false_alarm(&bounds(middle)) > 0.05 { low = middle } else { high = middle }
        }
        Some(bounds((low + high) / 2.0))
    }
}

/// How likely |z| crosses one of these bounds at one of these looks, where there is no effect.
pub fn false_alarm(bounds: &[f64]) -> f64 {
    let mut density: Option<Grid> = None;
    let mut crossed = 0.0;
    for (look, bound) in (1_usize..).zip(bounds) {
        let edge = bound * (look as f64).sqrt();
        crossed += match &density {
            None => 2.0 * normal(-bound),
            Some(grid) => grid.sum(|at, weight| weight * (normal(-edge - at) + normal(at - edge))),
        };
        // what goes on: the sum at the next look, within the bound (or as far as it can be)
        let reach = edge.min(8.5 * (look as f64).sqrt());
        density = Some(Grid::over(reach, |to| match &density {
            None => bell(to),
            Some(grid) => grid.sum(|at, weight| weight * bell(to - at)),
        }));
    }
    crossed.min(1.0)
}

/// The density of the standard normal distribution.
fn bell(value: f64) -> f64 {
    (-value * value / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// Points from −reach to reach, each with the density there times its weight in Simpson's rule.
struct Grid(Vec<(f64, f64)>);

impl Grid {
    fn over(reach: f64, density: impl Fn(f64) -> f64) -> Self {
        // an even number of steps, none wider than 0.12
        let steps = ((reach / 0.12).ceil() as usize * 2).max(20);
        let width = 2.0 * reach / steps as f64;
        let point = |n: usize| {
            let at = -reach + n as f64 * width;
            let factor = match n {
                0 => 1.0,
                n if n == steps => 1.0,
                n if n % 2 == 1 => 4.0,
                _ => 2.0,
            };
            (at, density(at) * factor * width / 3.0)
        };
        Self((0..=steps).map(point).collect())
    }

    fn sum(&self, part: impl Fn(f64, f64) -> f64) -> f64 {
        self.0.iter().map(|(at, weight)| part(*at, *weight)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Armitage, McPherson and Rowe 1969, table 2: 0.05, 0.083, 0.107, 0.142, 0.193, 0.248. Two looks
    /// are 8.312 % by the integral over the first alone, too.
    #[test]
    fn looking_often_finds_what_is_not_there() {
        let percent = |looks: usize| format!("{:.2}", false_alarm(&vec![Z_TWO_SIDED; looks]) * 100.0);
        let found: Vec<String> = [1, 2, 3, 5, 10, 20].map(percent).to_vec();
        assert_eq!(found, ["5.00", "8.31", "10.73", "14.17", "19.34", "24.79"]);
    }

    /// Jennison and Turnbull 2000, tables 2.1 and 2.3.
    #[test]
    fn published_bounds_come_out() {
        let last =
            |rule: LookRule, looks| rule.bounds(looks).and_then(|bounds| bounds.last().copied()).expect("a bound");
        assert_eq!(format!("{:.3}", last(LookRule::Pocock, 5)), "2.413");
        assert_eq!(format!("{:.3}", last(LookRule::OBrienFleming, 5)), "2.040");
        assert_eq!(format!("{:.3}", last(LookRule::Pocock, 2)), "2.178");
        let falling = LookRule::OBrienFleming.bounds(5).expect("bounds");
        assert!((falling[0] - falling[4] * 5.0_f64.sqrt()).abs() < 1e-9, "{falling:?}");
        assert_eq!(LookRule::AtEnd.bounds(3).expect("bounds")[..2], [f64::INFINITY, f64::INFINITY]);
        assert_eq!((LookRule::Pocock.bounds(0), LookRule::Pocock.bounds(51)), (None, None));
        assert!((false_alarm(&LookRule::AtEnd.bounds(3).expect("bounds")) - 0.05).abs() < 1e-6);
    }
}
