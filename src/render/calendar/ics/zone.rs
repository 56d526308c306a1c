//! The zone of a calendar, described by its own changes of offset: one observance a change, from the same copy of the
//! database from which the times were calculated.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarValue,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::value::Day;

/// What holds from a moment on.
struct Observance {
    at: Timestamp,
    before: i32,
    after: i32,
    is_daylight: bool,
    name: String,
}

/// Adds the VTIMEZONE of a zone for a range of seconds since 1970.
pub(super) fn add_time_zone(calendar: &mut ICalendar, id: &str, zone: &TimeZone, (from, to): (i64, i64)) -> Option<()> {
    let (from, to) = (Timestamp::from_second(from).ok()?, Timestamp::from_second(to).ok()?);
    let first = zone.to_offset_info(from);
    let mut offset = first.offset().seconds();
    let mut observances = vec![Observance {
        at: from,
        before: offset,
        after: offset,
        is_daylight: first.dst().is_dst(),
        name: first.abbreviation().to_owned(),
    }];
    for change in zone.following(from).take_while(|change| change.timestamp() <= to) {
        let after = change.offset().seconds();
        observances.push(Observance {
            at: change.timestamp(),
            before: offset,
            after,
            is_daylight: change.dst().is_dst(),
            name: change.abbreviation().to_owned(),
        });
        offset = after;
    }
    let head = calendar.components.len();
    let id_of = |place: usize| u32::try_from(place).ok();
    let mut vtimezone = ICalendarComponent::new(ICalendarComponentType::VTimezone);
    let name = ICalendarValue::Text(id.to_owned());
    vtimezone.entries.push(ICalendarEntry::new(ICalendarProperty::Tzid).with_value(name));
    vtimezone.component_ids = (head + 1..=head + observances.len()).map(id_of).collect::<Option<_>>()?;
    calendar.components.push(vtimezone);
    calendar.components.extend(observances.iter().map(component));
    calendar.components[0].component_ids.push(id_of(head)?);
    Some(())
}

fn component(observance: &Observance) -> ICalendarComponent {
    let kind = if observance.is_daylight { ICalendarComponentType::Daylight } else { ICalendarComponentType::Standard };
    let mut out = ICalendarComponent::new(kind);
    // the start is wall time by the offset that held before
    let wall = utc(observance.at.as_second() + i64::from(observance.before));
    let start = PartialDateTime { tz_hour: None, tz_minute: None, ..wall };
    let date = |value: PartialDateTime| ICalendarValue::PartialDateTime(Box::new(value));
    out.entries.push(ICalendarEntry::new(ICalendarProperty::Dtstart).with_value(date(start)));
    for (name, seconds) in
        [(ICalendarProperty::Tzoffsetfrom, observance.before), (ICalendarProperty::Tzoffsetto, observance.after)]
    {
        out.entries.push(ICalendarEntry::new(name).with_value(date(offset(seconds))));
    }
    let name = ICalendarValue::Text(observance.name.clone());
    out.entries.push(ICalendarEntry::new(ICalendarProperty::Tzname).with_value(name));
    out
}

fn offset(seconds: i32) -> PartialDateTime {
    let small = |n: u32| u8::try_from(n).ok();
    let size = seconds.unsigned_abs();
    PartialDateTime {
        tz_hour: small(size / 3600),
        tz_minute: small(size / 60 % 60),
        tz_minus: seconds < 0,
        ..PartialDateTime::default()
    }
}

/// A moment in UTC by its seconds since 1970.
pub(super) fn utc(seconds: i64) -> PartialDateTime {
    let day = Day(0).plus(i32::try_from(seconds.div_euclid(86_400)).unwrap_or(i32::MAX));
    let rest = seconds.rem_euclid(86_400);
    let (year, month, of_month) = day.ymd();
    let small = |n: i64| u8::try_from(n).ok();
    PartialDateTime {
        year: u16::try_from(year).ok(),
        month: u8::try_from(month).ok(),
        day: u8::try_from(of_month).ok(),
        hour: small(rest / 3600),
        minute: small(rest / 60 % 60),
        second: small(rest % 60),
        tz_hour: Some(0),
        tz_minute: Some(0),
        tz_minus: false,
    }
}
