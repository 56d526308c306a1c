//! A moment of the calendar that really exists in its zone.
//!
//! Wall times in a gap move on by the gap, of a fold the first is taken (RFC 5545, section 3.3.5).

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use crate::calendar::At;
use crate::value::{Clock, Day};

/// A day, or a wall time with its distance from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZonedStart {
    /// The day.
    pub day: Day,
    /// The time; none: all day.
    pub time: Option<Clock>,
    /// How far the wall is ahead of UTC.
    pub offset: Offset,
}

impl ZonedStart {
    /// The moment that a wall shows; where the zone knows none, the wall as it is, taken as UTC.
    pub(super) fn of(at: At, zone: &TimeZone) -> Self {
        let Some(time) = at.time else { return Self { day: at.day, time: None, offset: Offset::UTC } };
        let (hour, minute) = time.hour_minute();
        let wall = at.day.date().at(hour, minute, 0, 0);
        // nearly always the wall shows the time once; the first and last days of all may have no moment
        if let AmbiguousOffset::Unambiguous { offset } = zone.to_ambiguous_timestamp(wall).offset()
            && (Day::MIN.plus(2)..Day::MAX.plus(-2)).contains(&at.day)
        {
            return Self { day: at.day, time: Some(time), offset };
        }
        let Ok(zoned) = wall.to_zoned(zone.clone()) else {
            return Self { day: at.day, time: Some(time), offset: Offset::UTC };
        };
        Self::on_wall(zoned.datetime(), zoned.offset())
    }

    /// The same moment on the wall of another zone; a day stays that day.
    pub(super) fn on(self, zone: &TimeZone) -> Self {
        let moment = jiff::Timestamp::from_second(self.seconds()).ok().filter(|_| self.time.is_some());
        let Some(there) = moment.map(|moment| moment.to_zoned(zone.clone())) else { return self };
        Self::on_wall(there.datetime(), there.offset())
    }

    fn on_wall(wall: DateTime, offset: Offset) -> Self {
        let time = Clock::new(wall.hour().unsigned_abs().into(), wall.minute().unsigned_abs().into());
        Self { day: Day::from(wall.date()), time, offset }
    }

    /// The end after this many minutes on the wall; across a change of the clock never before the start.
    pub(super) fn end(self, minutes: i32, zone: &TimeZone) -> Self {
        let end = Self::of(At { day: self.day, time: self.time }.plus(minutes), zone);
        if end.seconds() > self.seconds() || minutes <= 0 {
            return end;
        }
        let (time, days) = Clock::from_minutes(self.time.map_or(0, Clock::minutes) + minutes);
        Self { day: self.day.plus(days), time: Some(time), offset: self.offset }
    }

    /// The moment after this many minutes that really pass.
    pub(super) fn after(self, minutes: i32, zone: &TimeZone) -> Self {
        let instant = jiff::Timestamp::from_second(self.seconds() + i64::from(minutes) * 60);
        instant.map_or_else(
            |_| self.end(minutes, zone),
            |instant| {
                let wall = instant.to_zoned(zone.clone());
                Self::on_wall(wall.datetime(), wall.offset())
            },
        )
    }

    /// Seconds since 1970 in UTC.
    pub fn seconds(self) -> i64 {
        let wall = At { day: self.day, time: self.time }.minute() * 60;
        wall - i64::from(self.offset.seconds())
    }

    /// RFC 3339: a full date, or date and time with offset.
    pub fn rfc3339(self) -> String {
        let day = self.day.iso();
        let Some(time) = self.time else { return day.as_str().to_owned() };
        let minutes = self.offset.seconds().div_euclid(60);
        let (ahead, sign) = (minutes.unsigned_abs(), if minutes < 0 { '-' } else { '+' });
        let digits = |number: u32| [number / 10, number % 10].map(|digit| char::from(b'0' + digit as u8));
        let mut text = String::with_capacity("2026-12-24T20:00:00+08:00".len());
        text.push_str(day.as_str());
        text.push('T');
        let minute = time.minutes().unsigned_abs();
        for (before, number) in [(None, minute / 60), (Some(':'), minute % 60), (Some(':'), 0)] {
            text.extend(before.into_iter().chain(digits(number)));
        }
        text.push(sign);
        text.extend(digits(ahead / 60).into_iter().chain([':']).chain(digits(ahead % 60)));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, time: &str) -> At {
        At { day: day.parse().expect("a day"), time: Some(time.parse().expect("a time")) }
    }

    #[test]
    fn a_length_is_exact_and_an_end_is_on_the_wall() {
        let new_york = TimeZone::get("America/New_York").expect("a zone");
        // on 8 March clocks go from 2 to 3, on 1 November from 2 back to 1
        for (day, time, minutes, exact, wall) in [
            ("2026-03-07", "22:00", 8 * 60, "2026-03-08T07:00:00-04:00", "2026-03-08T06:00:00-04:00"),
            ("2026-10-31", "22:00", 8 * 60, "2026-11-01T05:00:00-05:00", "2026-11-01T06:00:00-05:00"),
            ("2026-11-01", "01:30", 60, "2026-11-01T01:30:00-05:00", "2026-11-01T02:30:00-05:00"),
        ] {
            let start = ZonedStart::of(at(day, time), &new_york);
            assert_eq!(start.after(minutes, &new_york).rfc3339(), exact);
            assert_eq!(start.end(minutes, &new_york).rfc3339(), wall);
        }
    }

    #[test]
    fn gaps_move_on_and_folds_take_the_first() {
        let new_york = TimeZone::get("America/New_York").expect("a zone");
        let gap = ZonedStart::of(at("2026-03-08", "02:30"), &new_york);
        assert_eq!(gap.rfc3339(), "2026-03-08T03:30:00-04:00");
        assert_eq!(gap.end(30, &new_york).rfc3339(), "2026-03-08T04:00:00-04:00");
        let fold = ZonedStart::of(at("2026-11-01", "01:30"), &new_york);
        assert_eq!(fold.rfc3339(), "2026-11-01T01:30:00-04:00");
        assert_eq!(fold.end(90, &new_york).rfc3339(), "2026-11-01T03:00:00-05:00");
        let before = ZonedStart::of(at("2026-03-08", "01:30"), &new_york);
        assert!(before.end(60, &new_york).seconds() > before.seconds());
    }

    #[test]
    fn another_wall_shows_the_same_moment() {
        let zone = |name: &str| TimeZone::get(name).expect("a zone");
        let start = ZonedStart::of(at("2026-12-07", "20:00"), &zone("America/New_York"));
        for (name, shown) in [
            ("Asia/Kolkata", "2026-12-08T06:30:00+05:30"),
            ("Asia/Kathmandu", "2026-12-08T06:45:00+05:45"),
            ("Pacific/Kiritimati", "2026-12-08T15:00:00+14:00"),
            ("Pacific/Pago_Pago", "2026-12-07T14:00:00-11:00"),
        ] {
            let there = start.on(&zone(name));
            assert_eq!((there.rfc3339().as_str(), there.seconds()), (shown, start.seconds()));
        }
        let day = ZonedStart::of(At { day: Day(0), time: None }, &zone("Asia/Kolkata"));
        assert_eq!(day.on(&zone("Pacific/Pago_Pago")), day);
    }

    #[test]
    fn the_last_days_of_the_calendar_do_not_panic() {
        let shanghai = TimeZone::get("Asia/Shanghai").expect("a zone");
        let last = ZonedStart::of(at("9999-12-31", "23:59"), &shanghai);
        assert!(last.rfc3339().starts_with("9999-12-31T23:59:00"));
        let _ = last.end(10_000, &shanghai);
        let _ = ZonedStart::of(at("0001-01-01", "00:00"), &shanghai);
        let day = ZonedStart::of(At { day: Day(0), time: None }, &shanghai);
        assert_eq!(day.rfc3339(), "1970-01-01");
    }
}
