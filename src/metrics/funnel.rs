//! Steps in order: how deep each member comes within a time from the first.

/// A member takes a step at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FunnelStep {
    /// When, in seconds.
    pub second: i64,
    /// Which step, from 0.
    pub step: usize,
}

/// The deepest step that one member reaches in order, counted from 1, within `window` seconds of the first step; 0 where even
/// that is missing. Every later start is tried too; steps at the same second count in order.
pub fn deepest_step(taken: &[FunnelStep], steps: usize, window: i64) -> usize {
    let mut taken = taken.to_vec();
    taken.sort_unstable();
    // the second at which the chain that ends with each step began: the latest is best
    let mut begun: Vec<Option<i64>> = vec![None; steps];
    let mut deepest = 0;
    for FunnelStep { second, step } in taken {
        if step >= steps {
            continue;
        }
        let start = match step.checked_sub(1) {
            None => Some(second),
            Some(before) => begun[before].filter(|start| second.saturating_sub(*start) <= window),
        };
        if start.is_some() {
            begun[step] = begun[step].max(start);
            deepest = deepest.max(step + 1);
        }
    }
    deepest
}

/// How many members meet the first condition, and of them how many meet each other one too (in any order): what warehouses
/// call `retention`.
pub fn conversions_on_each(members: &[Vec<bool>]) -> Vec<u64> {
    let conditions = members.iter().map(Vec::len).max().unwrap_or(0);
    let meets = |member: &Vec<bool>, at: usize| member.get(at).copied().unwrap_or(false);
    let count = |at| members.iter().filter(|member| meets(member, 0) && meets(member, at)).count() as u64;
    (0..conditions).map(count).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn step(second: i64, step: usize) -> FunnelStep {
        FunnelStep { second, step }
    }

    /// The example of ClickHouse's documentation of `windowFunnel`: logged in (1003), found (1009), ordered (1007) and ordered
    /// again (1010), on 2019-01-29 10:00, 30 08:00, 31 09:00 and 02-01 08:00. Level 4.
    #[test]
    fn the_example_of_window_funnel() {
        let hour = 3_600;
        let taken = [step(10 * hour, 0), step(57 * hour, 2), step(32 * hour, 1), step(80 * hour, 3)];
        assert_eq!(deepest_step(&taken, 4, 6_048_000_000_000_000), 4);
        assert_eq!(deepest_step(&taken, 4, 70 * hour), 4);
        assert_eq!(deepest_step(&taken, 4, 70 * hour - 1), 3);
    }

    /// The example of ClickHouse's documentation of `retention`: ids 0–4, 0–9 and 0–14 on three days.
    #[test]
    fn the_example_of_retention() {
        let members: Vec<Vec<bool>> = (0..15).map(|id| vec![id < 5, id < 10, true]).collect();
        assert_eq!(conversions_on_each(&members), [5, 5, 5]);
    }

    #[test]
    fn a_later_start_counts_and_wrong_orders_do_not() {
        assert_eq!(deepest_step(&[step(0, 0), step(100, 0), step(105, 1)], 2, 10), 2);
        assert_eq!(deepest_step(&[step(0, 1), step(1, 0)], 2, 10), 1);
        assert_eq!(deepest_step(&[step(0, 1)], 2, 10), 0);
        assert_eq!(deepest_step(&[], 2, 10), 0);
    }

    /// Tries every start, and takes the earliest next step each time.
    fn slowly(taken: &[FunnelStep], steps: usize, window: i64) -> usize {
        let mut taken = taken.to_vec();
        taken.sort_unstable();
        let starts = taken.iter().enumerate().filter(|(_, it)| it.step == 0);
        let depth = |(at, start): (usize, &FunnelStep)| {
            let (mut depth, mut from) = (1, at + 1);
            while depth < steps {
                let in_time = |it: &FunnelStep| it.step == depth && it.second - start.second <= window;
                let Some(next) = taken[from..].iter().position(in_time) else { break };
                from += next + 1;
                depth += 1;
            }
            depth
        };
        starts.map(depth).max().unwrap_or(0)
    }

    proptest! {
        #[test]
        fn equals_trying_every_start(taken in prop::collection::vec((0i64..30, 0usize..4), 0..14), window in 0i64..30) {
            let taken: Vec<FunnelStep> = taken.into_iter().map(|(second, at)| step(second, at)).collect();
            prop_assert_eq!(deepest_step(&taken, 4, window), slowly(&taken, 4, window));
        }
    }
}
