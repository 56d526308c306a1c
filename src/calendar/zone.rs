//! Wall time of one zone → wall time of another. In a gap the time moves on by the gap, in a fold the first is taken
//! (RFC 5545, section 3.3.5).

use super::entry::At;
use crate::plan::values::Zone;
use crate::value::{Clock, Day};

/// The same instant on the other zone's wall; none where the calendar ends.
pub(super) fn convert(day: Day, time: Clock, from: &Zone, to: &Zone) -> Option<(Day, Clock)> {
    let (hour, minute) = time.hour_minute();
    let instant = day.date().at(hour, minute, 0, 0).to_zoned(from.0.clone()).ok()?;
    let there = instant.with_time_zone(to.0.clone()).datetime();
    let clock = Clock::new(there.hour().unsigned_abs().into(), there.minute().unsigned_abs().into())?;
    Some((Day::from(there.date()), clock))
}

impl At {
    /// The same moment on the wall of another zone; a day stays that day.
    pub fn on_wall(self, from: &Zone, to: &Zone) -> Self {
        match self.time {
            Some(time) if from != to => {
                convert(self.day, time, from, to).map_or(self, |(day, time)| Self { day, time: Some(time) })
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_folds() {
        let at = |day: &str, time: &str, from: &str, to: &str| {
            let zone = |name: &str| name.parse::<Zone>().expect("a zone");
            let (day, clock) = (day.parse().expect("a day"), time.parse().expect("a time"));
            convert(day, clock, &zone(from), &zone(to)).map(|(day, clock)| format!("{day} {clock}"))
        };
        assert_eq!(at("2026-01-15", "10:00", "America/New_York", "Asia/Shanghai").as_deref(), Some("2026-01-15 23:00"));
        assert_eq!(at("2026-07-15", "20:00", "America/New_York", "Asia/Shanghai").as_deref(), Some("2026-07-16 08:00"));
        assert_eq!(at("2026-03-08", "02:30", "America/New_York", "UTC").as_deref(), Some("2026-03-08 07:30"));
        assert_eq!(at("2026-11-01", "01:30", "America/New_York", "UTC").as_deref(), Some("2026-11-01 05:30"));
    }
}
