//! The calendar as the CSV that Google Calendar imports: one row an event, in the words and dates that it documents.

use super::discord;
use super::labels;
use super::row::Row;
use super::view::View;
use super::zoned_start::ZonedStart;
use crate::calendar::Kind;
use crate::render::spreadsheet::harmless;
use crate::value::Day;

const HEAD: [&str; 9] = [
    "Subject",
    "Start Date",
    "Start Time",
    "End Date",
    "End Time",
    "All Day Event",
    "Description",
    "Location",
    "Private",
];

/// Header and rows, without a mark of its encoding, which would be read as part of the first header.
pub fn google_csv(view: &View<'_>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let rows = view.running_rows();
    // tasks are work of the team, which its own lists hold
    let events = rows.iter().filter(|row| !row.cancelled && !matches!(row.kind, Kind::Task | Kind::Phase));
    let written = (|| {
        writer.write_record(HEAD)?;
        for row in events {
            writer.write_record(cells(row, view).iter().map(|cell| harmless(cell).into_owned()))?;
        }
        writer.flush()
    })();
    written.expect("a Vec can be written to, and all records have the same length");
    String::from_utf8(writer.into_inner().expect("it was flushed")).expect("all cells are UTF-8")
}

fn cells(row: &Row, view: &View<'_>) -> [String; 9] {
    let language = view.language;
    let is_all_day = row.start.time.is_none();
    let end = match is_all_day {
        true => ZonedStart { day: row.last_day, ..row.start },
        false => discord::end(row),
    };
    let mut about: Vec<String> = labels::who(row, language).into_iter().collect();
    about.extend(labels::notes(row, language));
    about.extend(row.text.clone());
    [
        row.title.clone(),
        date(row.start.day),
        time(row.start),
        date(end.day),
        time(end),
        if is_all_day { "True" } else { "False" }.to_owned(),
        about.join("\n"),
        labels::destination(row, language).unwrap_or_default(),
        "False".to_owned(),
    ]
}

/// `12/24/2026`
fn date(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{month:02}/{day:02}/{year}")
}

/// `7:30 PM`; nothing for whole days.
fn time(at: ZonedStart) -> String {
    let Some(time) = at.time else { return String::new() };
    let (hour, minute) = time.hour_minute();
    let half = if hour < 12 { "AM" } else { "PM" };
    format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1)
}
