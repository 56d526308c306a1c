//! Which readings count: those that nothing corrects.

use std::collections::{HashMap, HashSet};

use super::reading::{Arm, RecordedReading};
use crate::value::{Day, DayWindow};

/// Two readings for one fact, neither of which corrects the other: places in the list of readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoReadings {
    /// The one that is left out: it was written down earlier.
    pub earlier: usize,
    /// The one that counts.
    pub later: usize,
}

/// The readings that count, in the order of their days, whatever order the lines of the file are in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CurrentReadings {
    readings: Vec<RecordedReading>,
    /// Facts with two readings.
    pub doubles: Vec<TwoReadings>,
}

/// By their days, then by what they are about.
fn order(it: &RecordedReading) -> (Day, Day, String, &'static str, Option<Arm>) {
    (it.window.last, it.window.first, it.subject.clone(), it.measure.id, it.arm)
}

impl CurrentReadings {
    /// Of all readings of a file: corrected ones are left out, and of two for one fact the one that was written down later
    /// counts (on the same day the one with the larger id).
    pub fn of(all: &[RecordedReading]) -> Self {
        let corrected: HashSet<&str> = all.iter().filter_map(|it| it.replaces.as_deref()).collect();
        let mut chosen: HashMap<(&str, Option<_>, &str, DayWindow), usize> = HashMap::new();
        let mut doubles = Vec::new();
        for (at, reading) in all.iter().enumerate().filter(|(_, reading)| !corrected.contains(reading.id.as_str())) {
            let fact = (reading.subject.as_str(), reading.arm, reading.measure.id, reading.window);
            let Some(other) = chosen.insert(fact, at) else { continue };
            let age = |at: usize| (all[at].recorded, all[at].id.as_str());
            let (earlier, later) = if age(other) > age(at) { (at, other) } else { (other, at) };
            chosen.insert(fact, later);
            if all[earlier].id != all[later].id {
                doubles.push(TwoReadings { earlier, later });
            }
        }
        let mut readings: Vec<RecordedReading> = chosen.into_values().map(|at| all[at].clone()).collect();
        readings.sort_by_cached_key(order);
        Self { readings, doubles }
    }

    /// The same with readings that follow from others.
    pub fn with_derived(self, derived: Vec<RecordedReading>) -> Self {
        let mut readings: Vec<RecordedReading> = self.readings.into_iter().chain(derived).collect();
        readings.sort_by_cached_key(order);
        Self { readings, doubles: self.doubles }
    }

    /// All of them.
    pub fn all(&self) -> &[RecordedReading] {
        &self.readings
    }

    /// Those about one subject, in the order of their days.
    pub fn about<'r>(&'r self, subject: &'r str) -> impl DoubleEndedIterator<Item = &'r RecordedReading> {
        self.readings.iter().filter(move |reading| reading.subject == subject)
    }

    /// Those about one subject or about a part of it: `reminder`, and `reminder/group-1`.
    pub fn about_parts<'r>(&'r self, subject: &'r str) -> impl DoubleEndedIterator<Item = &'r RecordedReading> {
        let is_part = move |name: &str| {
            // occurrences of activities have slashes as well
            name.strip_prefix(subject)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') && !name.ends_with("@qun"))
        };
        self.readings.iter().filter(move |reading| is_part(&reading.subject))
    }

    /// The latest reading of a measure of a subject.
    pub fn latest(&self, subject: &str, measure: &str) -> Option<&RecordedReading> {
        self.readings.iter().rfind(|reading| reading.subject == subject && reading.measure.id == measure)
    }

    /// Those whose last day lies within a window.
    pub fn within(&self, window: DayWindow) -> impl Iterator<Item = &RecordedReading> {
        self.readings.iter().filter(move |reading| window.contains(reading.window.last))
    }
}
