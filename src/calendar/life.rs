//! The life of a community: first day, end, phases.

use crate::plan::lifecycle::{Lifecycle, Phase};
use crate::value::Day;

/// Shares of the life in per cent, in the order of the phases.
const SHARES: [i32; 6] = [5, 10, 25, 40, 15, 5];
/// Days of the first three phases of a life without end; maturity follows.
const OPEN_ENDED: [i32; 3] = [30, 60, 180];

/// A phase and its first day; it lasts until the next one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseSpan {
    /// The phase.
    pub phase: Phase,
    /// Its first day.
    pub from: Day,
}

/// When a community lives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Life {
    /// The first day; none: always.
    pub starts: Option<Day>,
    /// The first day after it; none: no end.
    pub ends: Option<Day>,
    /// The phases in order of their first days; empty without a start.
    pub phases: Vec<PhaseSpan>,
}

impl Life {
    /// The life of a plan.
    pub fn of(lifecycle: &Lifecycle) -> Self {
        let Some(starts) = lifecycle.starts else { return Self::default() };
        let ends = match (lifecycle.months, lifecycle.days) {
            (Some(months), _) => Some(starts.plus_months(i32::try_from(months).unwrap_or(i32::MAX))),
            (None, Some(days)) => Some(starts.plus(i32::try_from(days).unwrap_or(i32::MAX))),
            (None, None) => None,
        };
        let mut phases: Vec<PhaseSpan> = Vec::new();
        for (phase, from) in default_starts(starts, ends) {
            let given = lifecycle.phases.iter().find(|given| given.phase == Some(phase)).and_then(|given| given.from);
            let from = given.unwrap_or(from).max(starts);
            let from = phases.last().map_or(from, |last| from.max(last.from));
            phases.push(PhaseSpan { phase, from });
        }
        // a phase of no length gives way to the one that begins on the same day
        let spans = phases.clone();
        phases.retain(|span| !spans.iter().any(|other| other.from == span.from && other.phase > span.phase));
        phases.retain(|span| ends.is_none_or(|end| span.from < end));
        Self { starts: Some(starts), ends, phases }
    }

    /// Its last day; none: no end.
    pub fn last_day(&self) -> Option<Day> {
        self.ends.map(|end| end.plus(-1))
    }

    /// The phase of a day within the life.
    pub fn phase(&self, day: Day) -> Option<Phase> {
        self.phases.iter().rev().find(|span| span.from <= day).map(|span| span.phase)
    }

    /// Whether a day lies within.
    pub fn contains(&self, day: Day) -> bool {
        self.starts.is_none_or(|starts| day >= starts) && self.ends.is_none_or(|ends| day < ends)
    }
}

/// The first day of each phase by default.
fn default_starts(starts: Day, ends: Option<Day>) -> Vec<(Phase, Day)> {
    let mut at = starts;
    match ends {
        Some(ends) => {
            let days = ends.0 - starts.0;
            let mut share = 0;
            let mut spans = Vec::new();
            for (phase, part) in Phase::ALL.iter().zip(SHARES) {
                spans.push((*phase, at));
                share += part;
                at = starts.plus((i64::from(days) * i64::from(share) + 50).div_euclid(100) as i32);
            }
            spans
        }
        None => {
            let mut spans = Vec::new();
            for (phase, days) in Phase::ALL.iter().zip(OPEN_ENDED) {
                spans.push((*phase, at));
                at = at.plus(days);
            }
            spans.push((Phase::Maturity, at));
            spans
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lifecycle::PhaseStart;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn phases_have_default_shares_and_the_plan_overrides_them() {
        let mut lifecycle = Lifecycle { starts: Some(day("2026-12-01")), months: Some(24), ..Default::default() };
        let life = Life::of(&lifecycle);
        assert_eq!(life.ends, Some(day("2028-12-01")));
        let starts: Vec<String> = life.phases.iter().map(|span| span.from.to_string()).collect();
        // 731 days: 5 % is 36.55, 15 % 109.65, 40 % 292.4, 80 % 584.8, 95 % 694.45
        assert_eq!(starts, ["2026-12-01", "2027-01-07", "2027-03-21", "2027-09-19", "2028-07-08", "2028-10-25"]);
        lifecycle.phases = vec![PhaseStart { phase: Some(Phase::Growth), from: Some(day("2027-03-01")) }];
        let life = Life::of(&lifecycle);
        assert_eq!(life.phase(day("2027-02-28")), Some(Phase::Launch));
        assert_eq!(life.phase(day("2027-03-01")), Some(Phase::Growth));
        assert!(!life.contains(day("2028-12-01")) && life.contains(day("2028-11-30")));
        // growth that begins before the launch leaves nothing of it
        lifecycle.phases = vec![PhaseStart { phase: Some(Phase::Growth), from: lifecycle.starts }];
        let phases: Vec<(Phase, Day)> =
            Life::of(&lifecycle).phases.iter().map(|span| (span.phase, span.from)).collect();
        assert_eq!(phases[..2], [(Phase::Seeding, day("2026-12-01")), (Phase::Growth, day("2027-01-07"))]);
        assert_eq!(phases.len(), 5);
    }

    #[test]
    fn no_phase_begins_after_the_last_day() {
        // one day: only what begins before half of it is over
        let lifecycle = Lifecycle { starts: Some(day("2026-12-01")), days: Some(1), ..Default::default() };
        let only = PhaseSpan { phase: Phase::Maturity, from: day("2026-12-01") };
        assert_eq!(Life::of(&lifecycle).phases, [only]);
    }

    #[test]
    fn open_ended_lives_reach_maturity() {
        let lifecycle = Lifecycle { starts: Some(day("2026-01-01")), ..Default::default() };
        let life = Life::of(&lifecycle);
        assert_eq!(life.phase(day("2026-01-31")), Some(Phase::Launch));
        assert_eq!(life.phase(day("2099-01-01")), Some(Phase::Maturity));
        assert_eq!(Life::of(&Lifecycle::default()).phase(day("2026-01-01")), None);
    }
}
