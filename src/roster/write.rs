//! The roster as a table: UTF-8 with its mark, commas, one line an occurrence, so that a change is one line of a diff.

use csv::{QuoteStyle, WriterBuilder};

use super::columns::{COLUMNS, INSTEAD_OF, NOTHING, RELEASED, WHOLE, harmless};
use super::lists::escaped;
use super::occurrence::{PlanSays, PublishedOccurrence};
use super::table::Roster;
use crate::source::Moment;

impl Roster {
    /// The text of the table.
    pub fn to_csv(&self) -> String {
        let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(vec![0xef, 0xbb, 0xbf]);
        let has_released = self.rows().iter().any(|row| !row.released.is_empty());
        let has_instead = self.rows().iter().any(|row| row.instead_of.is_some());
        let written = (|| {
            let mut write = |cells: [String; 11], [released, instead]: [String; 2]| {
                let more = [has_released.then_some(released), has_instead.then_some(instead)];
                writer.write_record(cells.into_iter().chain(more.into_iter().flatten()))
            };
            write(COLUMNS.map(str::to_owned), [RELEASED, INSTEAD_OF].map(str::to_owned))?;
            let day = |day: Option<crate::value::Day>| day.map(|day| day.to_string()).unwrap_or_default();
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
                write(cells(row), [harmless(&released.join(";")), row.instead_of.map(says).unwrap_or_default()])?;
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
