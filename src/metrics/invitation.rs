//! Growth by invitation: how many each member brings in a cycle, and what would follow if that went on.

/// One cycle of invitations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InvitationCycle {
    /// New members who came by invitation; each is counted for the first who invited them.
    pub invited: u64,
    /// Members who could invite in this cycle.
    pub could_invite: u64,
}

impl InvitationCycle {
    /// K: new members by invitation for each member who could invite; none where nobody could.
    pub fn factor(self) -> Option<f64> {
        (self.could_invite > 0).then(|| self.invited as f64 / self.could_invite as f64)
    }
}

/// How many members there would be after some days, if every new member brought `factor` more within a cycle:
/// N₀(K^(t/c+1) − 1)/(K − 1), and N₀(t/c + 1) at K = 1. None where a cycle has no length. It is a calculation, no forecast:
/// people run out.
pub fn size_after(start: f64, factor: f64, cycle_days: f64, days: f64) -> Option<f64> {
    if cycle_days <= 0.0 || days < 0.0 || factor < 0.0 {
        return None;
    }
    let cycles = days / cycle_days;
    if (factor - 1.0).abs() < 1e-9 {
        return Some(start * (cycles + 1.0));
    }
    Some(start * (factor.powf(cycles + 1.0) - 1.0) / (factor - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_sizes_come_out() {
        assert_eq!(size_after(10.0, 2.0, 2.0, 20.0), Some(20_470.0));
        assert_eq!(size_after(10.0, 2.0, 1.0, 20.0), Some(20_971_510.0));
        assert_eq!(size_after(10.0, 1.0, 2.0, 20.0), Some(110.0));
        assert_eq!(size_after(10.0, 2.0, 0.0, 20.0), None);
        let (near, at) = (size_after(10.0, 1.0 + 1e-7, 2.0, 20.0), 110.0);
        assert!((near.expect("a size") - at).abs() < 1e-3, "no jump at one");
    }

    #[test]
    fn the_factor_needs_someone_who_could_invite() {
        assert_eq!(InvitationCycle { invited: 30, could_invite: 120 }.factor(), Some(0.25));
        assert_eq!(InvitationCycle { invited: 3, could_invite: 0 }.factor(), None);
    }
}
