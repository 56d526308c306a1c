//! The roster as a table: UTF-8 with its mark, commas, one line an occurrence, so that a change is one line of a diff.

use csv::{QuoteStyle, WriterBuilder};

use super::columns::{COLUMNS, NOTHING, OPTIONAL, WHOLE, harmless};
use super::lists::escaped;
use super::occurrence::{PlanSays, PublishedOccurrence};
use super::table::Roster;
use crate::source::Moment;
use crate::value::Day;

impl Roster {
    /// The text of the table.
    pub fn to_csv(&self) -> String {
        let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(vec![0xef, 0xbb, 0xbf]);
        let has = |is_said: &dyn Fn(&PublishedOccurrence) -> bool| self.rows().iter().any(is_said);
        let shown = [
            has(&|row| !row.released.is_empty()),
            has(&|row| row.instead_of.is_some()),
            has(&|row| !row.moved_from.is_empty()),
        ];
        let written = (|| {
            let mut write = |cells: [String; 11], more: [String; 3]| {
                let more = more.into_iter().zip(shown).filter(|(_, is_shown)| *is_shown).map(|(cell, _)| cell);
                writer.write_record(cells.into_iter().chain(more))
            };
            write(COLUMNS.map(str::to_owned), OPTIONAL.map(str::to_owned))?;
            let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let empty = String::new;
            let whole = [
                WHOLE.to_owned(),
                empty(),
                day(self.through),
                empty(),
                empty(),
                empty(),
                empty(),
                empty(),
                empty(),
                self.first_sequence.to_string(),
                day(self.published),
            ];
            write(whole, Default::default())?;
            for past in &self.kept_days {
                let mut cells: [String; 11] = Default::default();
                cells[0] = format!("{WHOLE}/{}", past.item);
                cells[1] = harmless(&past.item);
                [cells[2], cells[3]] = [past.through.to_string(), past.from.to_string()];
                write(cells, Default::default())?;
            }
            for row in self.rows() {
                let released: Vec<String> = row.released.iter().map(|person| escaped(person)).collect();
                let moved_from: Vec<String> = row.moved_from.iter().map(Day::to_string).collect();
                let says = row.instead_of.map(says).unwrap_or_default();
                write(cells(row), [harmless(&released.join(";")), says, moved_from.join(";")])?;
            }
            writer.flush()
        })();
        written.expect("a Vec can be written to, and all records have the same length");
        String::from_utf8(writer.into_inner().expect("it was flushed")).expect("all cells are UTF-8")
    }
}

fn cells(row: &PublishedOccurrence) -> [String; 11] {
    let staff: Vec<String> = row.staff.iter().map(|seat| format!("{}:{}", seat.role, escaped(&seat.person))).collect();
    [
        harmless(&row.uid),
        harmless(&row.item),
        row.original.to_string(),
        moment(row.start),
        row.end.map(moment).unwrap_or_default(),
        row.zone.clone(),
        harmless(row.lead.as_deref().unwrap_or_default()),
        harmless(&staff.join(";")),
        if row.is_cancelled { "cancelled" } else { "confirmed" }.to_owned(),
        row.sequence.to_string(),
        row.published.to_string(),
    ]
}

fn moment(moment: Moment) -> String {
    moment.time.map_or_else(|| moment.day.to_string(), |time| format!("{}T{time}", moment.day))
}

/// `2026-12-03T20:00/2026-12-03T21:00`, or `none`
fn says(plan: PlanSays) -> String {
    match plan {
        PlanSays::Nothing => NOTHING.to_owned(),
        PlanSays::At(start, None) => moment(start),
        PlanSays::At(start, Some(end)) => format!("{}/{}", moment(start), moment(end)),
    }
}
