//! A reminder: something that is shown some time before an event.

use calcard::icalendar::{
    ICalendarAction, ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarProperty, ICalendarValue,
};

use crate::value::Length;

/// An alarm so long before the start of an event.
pub(super) fn alarm(before: Length, title: &str) -> ICalendarComponent {
    let mut out = ICalendarComponent::new(ICalendarComponentType::VAlarm);
    let minutes = u32::try_from(before.minutes().max(0)).unwrap_or(u32::MAX);
    let trigger = match before {
        Length::Minutes(_) => {
            ICalendarDuration { neg: true, weeks: 0, days: 0, hours: minutes / 60, minutes: minutes % 60, seconds: 0 }
        }
        _ => ICalendarDuration { neg: true, weeks: 0, days: minutes / 1440, hours: 0, minutes: 0, seconds: 0 },
    };
    out.add_property(ICalendarProperty::Action, ICalendarValue::Action(ICalendarAction::Display));
    out.add_property(ICalendarProperty::Description, ICalendarValue::Text(title.to_owned()));
    out.add_property(ICalendarProperty::Trigger, ICalendarValue::Duration(trigger));
    out
}
