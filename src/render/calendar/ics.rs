//! iCalendar (RFC 5545): one component an occurrence, never a rule of recurrence, so that lunar days, workdays and
//! single changes all come out right. Importing again updates, since UIDs stay and SEQUENCE counts the changes; what was
//! published and is gone is there as cancelled.

mod alarm;
mod zone;

use std::io::{self, Write};

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue,
};

use super::labels;
use super::options::{Options, Tasks};
use super::row::Row;
use super::view::View;
use super::withdrawn::ShownPublished;
use super::zoned_start::ZonedStart;
use crate::calendar::{At, Kind};
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::roster::PublishedOccurrence;
use crate::source::Moment;
use crate::value::Day;

/// A calendar with its zone and all entries; lines end in CRLF and are folded at 75 octets.
pub(super) fn ics(view: &View<'_>, options: &Options) -> String {
    let (rows, mut years) = (view.running_rows(), Years::default());
    rows.iter().for_each(|row| years.add(row));
    let mut out = Vec::new();
    let written = (|| {
        let mut calendar = IcsCalendar::new(view, options, &years, &mut out)?;
        rows.iter().try_for_each(|row| calendar.add(row))?;
        calendar.finish(view, &view.shown_published())
    })();
    written.expect("a Vec can be written to");
    String::from_utf8(out).expect("iCalendar is UTF-8")
}

/// The years in which rows begin and end, and whether any has a time: then the zone is described for them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Years {
    /// The first and the last.
    pub span: Option<(i32, i32)>,
    pub has_times: bool,
}

impl Years {
    pub(super) fn add(&mut self, row: &Row) {
        self.has_times |= row.start.time.is_some();
        for year in [Some(row.start), row.end].into_iter().flatten().map(|when| when.day.year()) {
            let (first, last) = self.span.unwrap_or((year, year));
            self.span = Some((first.min(year), last.max(year)));
        }
    }
}

/// A calendar that is written entry by entry.
pub(super) struct IcsCalendar<W> {
    out: W,
    options: Options,
    language: Language,
    zone: Option<String>,
    /// The lines of one entry.
    lines: String,
}

impl<W: Write> IcsCalendar<W> {
    /// Everything before the entries.
    pub(super) fn new(view: &View<'_>, options: &Options, years: &Years, mut out: W) -> io::Result<Self> {
        let zone = view.shown_zone();
        let mut calendar = ICalendar { components: vec![head(view, zone.name())] };
        let zone = add_zone(&mut calendar, &zone, years);
        let lines = text_of(&calendar);
        out.write_all(lines.strip_suffix(END).unwrap_or(&lines).as_bytes())?;
        Ok(Self { out, options: *options, language: view.language, zone, lines: String::new() })
    }

    /// Adds an entry, and its reminders.
    pub(super) fn add(&mut self, row: &Row) -> io::Result<()> {
        let mut event = component(row, self.language, &self.options, self.zone.as_deref());
        event.component_ids = (1..).take(row.remind.len()).collect();
        let alarms = row.remind.iter().map(|before| alarm::alarm(*before, &row.title));
        self.write(ICalendar { components: std::iter::once(event).chain(alarms).collect() })
    }

    /// Adds what is withdrawn, and ends the whole.
    pub(super) fn finish(mut self, view: &View<'_>, shown_published: &ShownPublished) -> io::Result<()> {
        for gone in view.withdrawn(shown_published) {
            let event = withdrawn(gone, view, &self.options);
            self.write(ICalendar { components: vec![event] })?;
        }
        self.out.write_all(END.as_bytes())?;
        self.out.flush()
    }

    fn write(&mut self, of: ICalendar) -> io::Result<()> {
        self.lines.clear();
        of.write_to(&mut self.lines).expect("a String can be written to");
        self.out.write_all(self.lines.as_bytes())
    }
}

/// The last line.
const END: &str = "END:VCALENDAR\r\n";

fn text_of(calendar: &ICalendar) -> String {
    let mut out = String::new();
    calendar.write_to(&mut out).expect("a String can be written to");
    out
}

fn head(view: &View<'_>, zone: &str) -> ICalendarComponent {
    let mut head = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    let maker = format!("-//qun//qun {}//{}", env!("CARGO_PKG_VERSION"), view.language.tag());
    let name = view.community();
    head.add_property(ICalendarProperty::Version, text("2.0"));
    head.add_property(ICalendarProperty::Prodid, text(&maker));
    head.add_property(ICalendarProperty::Calscale, text("GREGORIAN"));
    if !name.is_empty() {
        head.add_property(ICalendarProperty::Other("X-WR-CALNAME".to_owned()), text(&name));
    }
    head.add_property(ICalendarProperty::Other("X-WR-TIMEZONE".to_owned()), text(zone));
    head
}

/// Describes the zone for the years of the rows. None where it has no rules to describe: then times are in UTC.
fn add_zone(calendar: &mut ICalendar, zone: &Zone, years: &Years) -> Option<String> {
    let (first, last) = years.span.filter(|_| years.has_times && !matches!(zone.name(), "UTC" | "Etc/UTC"))?;
    let start_of = |year: i32| Day::from_ymd(year.clamp(1, 9999), 1, 1).map_or(0, |day| i64::from(day.0) * 86_400);
    zone::add_time_zone(calendar, zone.name(), &zone.0, (start_of(first) - 86_400, start_of(last + 2)))?;
    Some(zone.name().to_owned())
}

/// What was published and is gone, as cancelled: whoever imported it before has it taken out.
fn withdrawn((row, sequence): (&PublishedOccurrence, u32), view: &View<'_>, options: &Options) -> ICalendarComponent {
    let mut out = ICalendarComponent::new(ICalendarComponentType::VEvent);
    let zone = row.zone.parse::<Zone>().unwrap_or_default();
    let at = |moment: Moment| ZonedStart::of(At { day: moment.day, time: moment.time }, &zone.0);
    out.add_uid(&row.uid);
    out.add_dtstamp(zone::utc(i64::from(options.today.0) * 86_400));
    out.add_sequence(i64::from(sequence));
    // in UTC: the zone may be none of the plan's any more
    out.entries.push(moment(ICalendarProperty::Dtstart, at(row.start), None));
    let end = exclusive_end(at(row.start), row.end.map(at));
    out.entries.extend(end.map(|end| moment(ICalendarProperty::Dtend, end, None)));
    out.add_property(ICalendarProperty::Summary, text(&view.published_title(row)));
    out.add_property(ICalendarProperty::Status, ICalendarValue::Status(ICalendarStatus::Cancelled));
    out.add_property(ICalendarProperty::Transp, ICalendarValue::Transparency(ICalendarTransparency::Transparent));
    out
}

fn component(row: &Row, language: Language, options: &Options, zone: Option<&str>) -> ICalendarComponent {
    let is_todo = row.is_task() && options.tasks == Tasks::Todos;
    let mut out =
        ICalendarComponent::new(if is_todo { ICalendarComponentType::VTodo } else { ICalendarComponentType::VEvent });
    out.add_uid(&row.uid);
    out.add_dtstamp(zone::utc(i64::from(options.today.0) * 86_400));
    out.add_sequence(i64::try_from(row.sequence).unwrap_or(i64::MAX));
    if is_todo {
        out.entries.push(moment(ICalendarProperty::Due, row.start, zone));
    } else {
        out.entries.push(moment(ICalendarProperty::Dtstart, row.start, zone));
        if let Some(end) = exclusive_end(row.start, row.end) {
            out.entries.push(moment(ICalendarProperty::Dtend, end, zone));
        }
    }
    out.add_property(ICalendarProperty::Summary, text(&row.title));
    if let Some(description) = description(row, language) {
        out.add_property(ICalendarProperty::Description, text(&description));
    }
    if let Some(place) = location(row, language) {
        out.add_property(ICalendarProperty::Location, text(&place));
    }
    let categories = [Some(labels::kind(row.kind)), row.stage.map(crate::library::Stage::name)];
    let categories = categories.into_iter().flatten().map(|word| text(word.get(language))).collect();
    out.entries.push(ICalendarEntry::new(ICalendarProperty::Categories).with_values(categories));
    let status = match (row.cancelled, is_todo) {
        (true, _) => ICalendarStatus::Cancelled,
        (false, true) => ICalendarStatus::NeedsAction,
        (false, false) if row.provisional => ICalendarStatus::Tentative,
        (false, false) => ICalendarStatus::Confirmed,
    };
    out.add_property(ICalendarProperty::Status, ICalendarValue::Status(status));
    let takes_time = matches!(row.kind, Kind::Activity | Kind::Review | Kind::Meeting) && row.start.time.is_some();
    if !is_todo && (!takes_time || row.cancelled) {
        let transparent = ICalendarValue::Transparency(ICalendarTransparency::Transparent);
        out.add_property(ICalendarProperty::Transp, transparent);
    }
    out
}

/// The end as iCalendar means it: the first day that is not part of it any more.
fn exclusive_end(start: ZonedStart, end: Option<ZonedStart>) -> Option<ZonedStart> {
    match start.time {
        Some(_) => end,
        None => {
            let last = end.unwrap_or(start);
            let after = last.day.plus(1);
            (after > last.day).then_some(ZonedStart { day: after, ..last })
        }
    }
}

/// Where people go: the place with its address, else the channels.
fn location(row: &Row, language: Language) -> Option<String> {
    let comma = Text::new("，", ", ").get(language);
    match &row.place {
        Some(place) => {
            Some([Some(place), row.address.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(comma))
        }
        None if row.channels.is_empty() => None,
        None => Some(
            row.channels
                .iter()
                .map(|channel| channel.title.as_str())
                .collect::<Vec<_>>()
                .join(Text::new("、", ", ").get(language)),
        ),
    }
}

/// Who, where to, what is special, and the text to post.
fn description(row: &Row, language: Language) -> Option<String> {
    let destination = labels::destination(row, language).filter(|_| !row.sends.is_empty());
    let mut lines: Vec<String> = labels::who(row, language).into_iter().collect();
    lines.extend(destination.map(|destination| format!("→ {destination}")));
    lines.extend(labels::notes(row, language));
    lines.extend(row.details.iter().cloned());
    lines.extend(labels::text_note(row, language));
    if row.provisional {
        // a calendar that was imported has nobody beside it who says why
        let why = Text::new(
            "这一年的放假安排还没有公布，日期可能会变。",
            "The days off of this year are not announced yet; the date may change.",
        );
        lines.push(why.get(language).to_owned());
    }
    if let Some(text) = &row.text {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(text.clone());
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn text(text: &str) -> ICalendarValue {
    ICalendarValue::Text(text.to_owned())
}

/// A property that holds a day, a time of the zone, or one in UTC.
fn moment(name: ICalendarProperty, when: ZonedStart, zone: Option<&str>) -> ICalendarEntry {
    use calcard::icalendar::ICalendarValueType;
    let entry = ICalendarEntry::new(name);
    let wall = |when: ZonedStart| {
        let (year, month, day) = when.day.ymd();
        let clock = when.time.map(|time| time.hour_minute());
        PartialDateTime {
            year: u16::try_from(year).ok(),
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
            hour: clock.map(|(hour, _)| hour.unsigned_abs()),
            minute: clock.map(|(_, minute)| minute.unsigned_abs()),
            second: clock.map(|_| 0),
            ..PartialDateTime::default()
        }
    };
    match (when.time, zone) {
        (None, _) => entry
            .with_param(ICalendarParameter::value(ICalendarValueType::Date))
            .with_value(ICalendarValue::PartialDateTime(Box::new(wall(when)))),
        (Some(_), Some(zone)) => entry
            .with_param(ICalendarParameter::tzid(zone.to_owned()))
            .with_value(ICalendarValue::PartialDateTime(Box::new(wall(when)))),
        (Some(_), None) => entry.with_value(ICalendarValue::PartialDateTime(Box::new(zone::utc(when.seconds())))),
    }
}
