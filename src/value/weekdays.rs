//! A set of weekdays.

use super::day::Weekday;

/// Weekdays, each at most once, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct WeekdaySet(u8);

impl WeekdaySet {
    /// No day.
    pub const EMPTY: Self = Self(0);
    /// Saturday and Sunday.
    pub const WEEKEND: Self = Self(0b110_0000);

    /// The set of these days.
    pub fn of(days: &[Weekday]) -> Self {
        days.iter().copied().collect()
    }

    /// With one day more.
    pub const fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day as u8)
    }

    /// The days of either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The days that are not among them.
    pub const fn complement(self) -> Self {
        Self(!self.0 & 0b111_1111)
    }

    /// The days from one to another; the end may lie before the start: Saturday to Monday.
    pub fn between(first: Weekday, last: Weekday) -> Self {
        let length = (last.index() - first.index()).rem_euclid(7);
        (0..=length).map(|n| Weekday::from_index(first.index() + n)).collect()
    }

    /// Whether the day is among them.
    pub const fn contains(self, day: Weekday) -> bool {
        self.0 >> day as u8 & 1 == 1
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// How many lie before the n-th day of the week, Monday being 0.
    pub const fn count_before(self, n: i32) -> usize {
        (self.0 & ((1 << n.rem_euclid(8)) - 1)).count_ones() as usize
    }

    /// The days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |day| self.contains(*day))
    }
}

impl FromIterator<Weekday> for WeekdaySet {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        days.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Weekday::{Fri, Mon, Sat, Sun, Wed};

    #[test]
    fn holds_each_day_once_in_order() {
        let set = WeekdaySet::of(&[Fri, Mon, Fri]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [Mon, Fri]);
        assert!(set.contains(Mon) && !set.contains(Wed) && set.len() == 2);
        assert_eq!(WeekdaySet::between(Sat, Mon), WeekdaySet::of(&[Mon, Sat, Sun]));
        assert_eq!(WeekdaySet::between(Sat, Sun), WeekdaySet::WEEKEND);
        assert!(WeekdaySet::EMPTY.is_empty() && !set.is_empty());
        assert_eq!(set.complement().complement(), set);
        assert_eq!(WeekdaySet::between(Mon, Fri).complement(), WeekdaySet::WEEKEND);
    }
}
