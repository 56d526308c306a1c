//! Growth: who came and who left, by where they came from.

use super::figure::Figure;
use crate::value::{Day, DayWindow, Money};

/// Who came and who left within some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MemberChange {
    /// 新增: who joined.
    pub joined: u64,
    /// Who left.
    pub left: u64,
}

impl MemberChange {
    /// 净增: joined less left.
    pub fn net(self) -> i64 {
        i64::try_from(self.joined).unwrap_or(i64::MAX).saturating_sub(i64::try_from(self.left).unwrap_or(i64::MAX))
    }
}

/// 入群率: who joined, of those whom a source reached.
pub fn entry_rate(joined: u64, reached: u64, window: DayWindow, data_until: Day) -> Figure {
    Figure::of_people(joined, reached, window, data_until)
}

/// What each new member of a source cost, in hundredths of its currency; none where nobody came.
pub fn cost_per_member(cost: &Money, joined: u64) -> Option<f64> {
    (joined > 0).then(|| cost.cents as f64 / joined as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_may_be_negative() {
        assert_eq!(MemberChange { joined: 12, left: 15 }.net(), -3);
        let window = DayWindow { first: Day(0), last: Day(6) };
        assert_eq!(entry_rate(30, 600, window, Day(6)).share(), Some(0.05));
        let cost: Money = "300 CNY".parse().expect("an amount");
        assert_eq!((cost_per_member(&cost, 12), cost_per_member(&cost, 0)), (Some(2_500.0), None));
    }
}
