//! Concentration: whether a few do it all.

/// How unevenly acts are spread over members.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// The Gini coefficient: 0 where all do the same, near 1 where one does everything.
    pub gini: f64,
    /// The same without the bias of small groups, × n/(n − 1); none for one member.
    pub gini_unbiased: Option<f64>,
    /// What the busiest hundredth does (at least one member), as a share.
    pub top_hundredth: f64,
    /// What the nine hundredths after them do, as a share.
    pub next_nine: f64,
    /// How few members do half of it.
    pub half_by: usize,
}

impl Concentration {
    /// Of the acts of each member, in any order, silent ones included if they are meant. None where nobody did anything.
    pub fn of(acts: &[u64]) -> Option<Self> {
        let mut acts = acts.to_vec();
        acts.sort_unstable();
        let (n, total) = (acts.len(), acts.iter().map(|acts| u128::from(*acts)).sum::<u128>());
        if total == 0 {
            return None;
        }
        // Σ (2i − n − 1) x, exact in whole numbers
        let places = 1_i128..;
        let weight = |place: i128| 2 * place - n as i128 - 1;
        let sum: i128 = acts.iter().zip(places).map(|(acts, place)| weight(place) * i128::from(*acts)).sum();
        let gini = sum as f64 / (n as f64 * total as f64);
        let (hundredth, tenth) = (n.div_ceil(100), n.div_ceil(10));
        let busiest = |members: usize| acts.iter().rev().take(members).map(|acts| u128::from(*acts)).sum::<u128>();
        let (first, both) = (busiest(hundredth), busiest(tenth.max(hundredth)));
        let mut half = 0_u128;
        let is_half = |acts: &&u64| {
            let before = half;
            half += u128::from(**acts);
            before * 2 < total
        };
        let half_by = acts.iter().rev().take_while(is_half).count();
        Some(Self {
            gini,
            gini_unbiased: (n > 1).then(|| gini * n as f64 / (n as f64 - 1.0)),
            top_hundredth: first as f64 / total as f64,
            next_nine: (both - first) as f64 / total as f64,
            half_by,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example of R's package `ineq`.
    const INEQ: [u64; 10] = [541, 1_463, 2_445, 3_438, 4_437, 5_401, 6_392, 8_304, 11_904, 22_261];

    #[test]
    fn published_coefficients_come_out() {
        let ineq = Concentration::of(&INEQ).expect("acts");
        assert_eq!(format!("{:.7}", ineq.gini), "0.4620911");
        assert_eq!(format!("{:.7}", ineq.gini_unbiased.expect("ten")), "0.5134346");
        let small = Concentration::of(&[1, 3, 2, 1, 1, 1, 4]).expect("acts");
        assert_eq!(format!("{:.7}", small.gini), "0.3076923");
        assert_eq!(small.half_by, 2);
    }

    #[test]
    fn the_busiest_and_the_silent() {
        let mut acts = vec![0; 100];
        acts[7] = 60;
        acts[8..17].fill(4);
        acts[20] = 4;
        let concentration = Concentration::of(&acts).expect("acts");
        assert_eq!((concentration.top_hundredth, concentration.next_nine, concentration.half_by), (0.6, 0.36, 1));
        assert_eq!(Concentration::of(&[0, 0]), None);
        assert_eq!(Concentration::of(&[]), None);
        assert_eq!(Concentration::of(&[5]).expect("acts").gini_unbiased, None);
    }

    proptest! {
        #[test]
        fn lies_between_even_and_one_alone(acts in prop::collection::vec(0u64..1_000, 1..60), times in 1u64..9) {
            prop_assume!(acts.iter().any(|acts| *acts > 0));
            let concentration = Concentration::of(&acts).expect("acts");
            prop_assert!((-1e-12..1.0).contains(&concentration.gini));
            let more: Vec<u64> = acts.iter().map(|acts| acts * times).collect();
            prop_assert!((Concentration::of(&more).expect("acts").gini - concentration.gini).abs() < 1e-12);
        }
    }
}
