//! The rows of a list, and those of a table with a column for each channel.

use std::collections::HashSet;

use super::column::ImportColumn as C;
use super::gather::CANCELLED;
use super::header::{Header, is_exported, weekday};
use super::item::{ImportKind, ImportedDate, ImportedItem, ImportedWhen, OwnDate};
use super::sheet::ImportSheet;
use super::{Imported, kind, phrase, written};
use crate::cadence::{Cadence, Pattern};
use crate::language::Text;
use crate::table::{TableCell, TableRow};
use crate::value::{Clock, TimeRange};

const NO_TITLE: Text = Text::new("这一行没有主题", "this row has no topic");
const NO_DATE: Text = Text::new("这一行没有日期", "this row has no date");
const OTHER_WEEKDAY: Text = Text::new("日期和星期对不上", "the date is on another weekday than written");
const NO_START: Text = Text::new(
    "没写从哪一周算起，先从这一周算；不对就改它的 from",
    "no first date is given, so it counts from this week; if that is wrong, change its `from`",
);
const END_ALONE: Text = Text::new("有结束时间，没有开始时间", "it has an end and no start");

/// Columns that say when; they are no fields.
const WHEN: [C; 9] = [C::Date, C::EndDate, C::Weekday, C::Time, C::End, C::When, C::Title, C::Id, C::Outcome];

/// Reads a list: a row an item.
pub(super) fn list(sheet: &ImportSheet<'_>, header: &Header, imported: &mut Imported) {
    let of_table = kind::of_table(header, sheet.table.name.as_deref().unwrap_or_default());
    let (mut seen, is_exported) = (HashSet::new(), is_exported(sheet.table));
    for row in sheet.table.rows.iter().skip(header.at + 1) {
        if is_header_again(row, header) || is_banner(row, header, of_table) {
            continue;
        }
        let reader = ImportRow { sheet, header, row, is_exported };
        if reader.is_next_day(&mut seen) {
            continue;
        }
        if reader.text(C::Id).is_some() && reader.text(C::Kind).is_some_and(|kind| kind::follows(&kind)) {
            let title = reader.title(of_table).unwrap_or_default();
            imported.problems.push(sheet.problem(row.number, "", &title, kind::FOLLOWS));
            continue;
        }
        let Some(title) = reader.title(of_table) else {
            imported.problems.push(sheet.problem(row.number, "", &reader.words(), NO_TITLE));
            continue;
        };
        if !is_exported && reader.is_cancelled() {
            imported.problems.push(sheet.problem(row.number, "", &title, CANCELLED));
            continue;
        }
        let kind = match of_table {
            ImportKind::Activity | ImportKind::Content => {
                reader.text(C::Kind).as_deref().and_then(kind::of_words).unwrap_or(of_table)
            }
            other => other,
        };
        match reader.when(kind) {
            Ok((when, problem)) => {
                imported.problems.extend(problem.map(|why| sheet.problem(row.number, "", &title, why)));
                let item = ImportedItem {
                    kind,
                    title,
                    when,
                    fields: reader.fields(kind),
                    places: vec![sheet.place(row.number)],
                    moved: Vec::new(),
                    own: reader.own(),
                };
                imported.items.push(item);
            }
            Err((column, why)) => {
                let at = header.place(column);
                let words = at.map_or("", |at| header.columns[at].1.as_str());
                let cell = at.map(|at| row.cell(at).to_string()).filter(|cell| !cell.is_empty());
                imported.problems.push(sheet.problem(row.number, words, &cell.unwrap_or(title), why));
            }
        }
    }
}

/// Reads a table with a column for each channel: each cell is something that is sent there.
pub(super) fn matrix(sheet: &ImportSheet<'_>, header: &Header, imported: &mut Imported) {
    for row in sheet.table.rows.iter().skip(header.at + 1) {
        let reader = ImportRow { sheet, header, row, is_exported: false };
        for (at, cell) in row.filled() {
            let Some((column, channel)) = header.columns.get(at) else { continue };
            if !matches!(column, None | Some(C::Channel | C::Platform | C::Handle)) || channel.is_empty() {
                continue;
            }
            let text = cell.to_string();
            if ["-", "—", "/", "无", "x", "休", "none", "n/a"].contains(&text.to_lowercase().as_str()) {
                continue;
            }
            match reader.when(ImportKind::Content) {
                Ok((when, _)) => {
                    let mut lines = text.lines();
                    let title = lines.next().unwrap_or_default().trim().to_owned();
                    let mut fields = vec![(C::Channel, channel.clone())];
                    let rest = lines.collect::<Vec<_>>().join("\n");
                    fields.extend((!rest.trim().is_empty()).then(|| (C::Text, text.clone())));
                    fields.extend(
                        [C::Owner, C::Notes].into_iter().filter_map(|column| Some((column, reader.text(column)?))),
                    );
                    let places = vec![sheet.place(row.number)];
                    let kind = ImportKind::Content;
                    imported.items.push(ImportedItem {
                        kind,
                        title,
                        when,
                        fields,
                        places,
                        moved: Vec::new(),
                        own: None,
                    });
                }
                Err((_, why)) => imported.problems.push(sheet.problem(row.number, channel, &text, why)),
            }
        }
    }
}

/// Whether a word says that something does not take place.
pub(super) fn says_cancelled(text: &str) -> bool {
    ["cancelled", "canceled", "已取消", "取消"].contains(&text.trim().to_lowercase().as_str())
}

/// One row by its columns.
struct ImportRow<'r> {
    sheet: &'r ImportSheet<'r>,
    header: &'r Header,
    row: &'r TableRow,
    /// Whether this program wrote the table: its notes are about the single entry.
    is_exported: bool,
}

impl ImportRow<'_> {
    fn cell(&self, column: C) -> &TableCell {
        self.header.place(column).map_or(&TableCell::Empty, |at| self.row.cell(at))
    }

    fn text(&self, column: C) -> Option<String> {
        let text = self.cell(column).to_string();
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }

    /// Whether an entry of several days is on the row only because it goes on: an earlier one has its id and its end.
    fn is_next_day(&self, seen: &mut HashSet<[String; 3]>) -> bool {
        let (Some(id), Some(end)) = (self.text(C::Id), self.text(C::EndDate)) else { return false };
        let title = self.text(C::Title).unwrap_or_default();
        !seen.insert([id, end, title])
    }

    /// Which date it is of what, where this program wrote the table.
    fn own(&self) -> Option<OwnDate> {
        let uid = self.text(C::Id).filter(|_| self.is_exported)?;
        OwnDate::of(&uid, self.is_cancelled())
    }

    /// Whether it does not take place: its state says so, or of an entry of this program a note behind which of its days it
    /// is.
    fn is_cancelled(&self) -> bool {
        let note = self.text(C::Notes).filter(|_| self.is_exported);
        self.text(C::Outcome).is_some_and(|state| says_cancelled(&state))
            || note.is_some_and(|notes| notes.split([';', '；']).take(2).any(says_cancelled))
    }

    fn words(&self) -> String {
        self.row.filled().map(|(_, cell)| cell.to_string()).collect::<Vec<_>>().join(" | ")
    }

    /// What it is called: of a person the name, of a channel the channel; else the topic, or what comes nearest to one.
    fn title(&self, kind: ImportKind) -> Option<String> {
        let columns: &[C] = match kind {
            ImportKind::Person => &[C::Name, C::Owner, C::Title],
            ImportKind::Channel => &[C::Channel, C::Title, C::Name, C::Platform],
            ImportKind::Cohort => &[C::Cohort, C::Title],
            ImportKind::Activity | ImportKind::Content => &[C::Title, C::Text, C::Name, C::Notes],
        };
        let text = columns.iter().find_map(|column| self.text(*column))?;
        text.lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned)
    }

    /// What else is said of it.
    fn fields(&self, kind: ImportKind) -> Vec<(C, String)> {
        let of_title = match kind {
            ImportKind::Person => C::Name,
            ImportKind::Channel => C::Channel,
            ImportKind::Cohort => C::Cohort,
            ImportKind::Activity | ImportKind::Content => C::Title,
        };
        let columns = self.header.columns.iter().filter_map(|(column, _)| *column);
        let is_note = |column: C| column == C::Notes && self.is_exported;
        let said = columns.filter(|column| !WHEN.contains(column) && *column != of_title && !is_note(*column));
        said.filter_map(|column| Some((column, self.text(column)?))).collect()
    }

    /// When it is; beside it what is not clear; an error names the column.
    fn when(&self, kind: ImportKind) -> Result<(ImportedWhen, Option<Text>), (C, Text)> {
        if matches!(kind, ImportKind::Person | ImportKind::Channel) {
            return Ok((ImportedWhen::Unknown, None));
        }
        let near = self.sheet.near;
        let time = self.time()?;
        let often = self.text(C::When).unwrap_or_default();
        let (stated, date) = match (self.text(C::Weekday), self.cell(C::Date)) {
            // a column "day" may hold dates
            (Some(text), TableCell::Empty) if weekday(&text).is_none() => (None, self.cell(C::Weekday)),
            (text, date) => (text.as_deref().and_then(weekday), date),
        };
        if !date.is_empty() {
            let days = match written::days(date, near) {
                Ok(days) => days,
                Err(why) => return self.phrase_of_date(date, time).ok_or((C::Date, why)),
            };
            if stated.is_some_and(|stated| stated != days.first.weekday()) {
                return Err((C::Date, OTHER_WEEKDAY));
            }
            let time = time.or(days.time);
            if !often.is_empty()
                && let Some(read) = phrase::rhythm(&often, Some(days.first.weekday()), time, near)
            {
                let rhythm = read.map_err(|why| (C::When, why))?;
                let from = Some(rhythm.from.unwrap_or(days.first));
                return Ok((
                    ImportedWhen::Phrase { cadence: Box::new(rhythm.cadence), from, until: None },
                    rhythm.problem,
                ));
            }
            let end = match self.cell(C::EndDate) {
                TableCell::Empty => days.last,
                cell => written::days(cell, days.first).map_err(|why| (C::EndDate, why))?.last,
            };
            let last = Some(end).filter(|end| *end > days.first);
            return Ok((ImportedWhen::Dates(vec![ImportedDate { day: days.first, last, time }]), None));
        }
        match phrase::rhythm(&often, stated, time, near) {
            Some(read) => {
                let rhythm = read.map_err(|why| (C::When, why))?;
                let problem = rhythm.problem.or((rhythm.from.is_none() && counts(&rhythm.cadence)).then_some(NO_START));
                let cadence = Box::new(rhythm.cadence);
                Ok((ImportedWhen::Phrase { cadence, from: rhythm.from, until: None }, problem))
            }
            None if kind == ImportKind::Cohort => Ok((ImportedWhen::Unknown, None)),
            None => Err((C::Date, NO_DATE)),
        }
    }

    /// A rhythm in the column of dates: 每周三.
    fn phrase_of_date(&self, date: &TableCell, time: Option<TimeRange>) -> Option<(ImportedWhen, Option<Text>)> {
        let read = Cadence::parse(&date.to_string()).ok()?;
        let cadence = Box::new(Cadence { time: read.time.or(time), ..read });
        Some((ImportedWhen::Phrase { cadence, from: None, until: None }, None))
    }

    fn time(&self) -> Result<Option<TimeRange>, (C, Text)> {
        let start = written::time(self.cell(C::Time)).map_err(|why| (C::Time, why))?;
        let end = written::time(self.cell(C::End)).map_err(|why| (C::End, why))?.map(|end| end.start);
        match (start, end) {
            (Some(start), Some(end)) if end != start.start => Ok(Some(TimeRange { end: Some(end), ..start })),
            (Some(start), None) => Ok(Some(TimeRange { end: start.end.or_else(|| self.length(start.start)), ..start })),
            (None, Some(_)) => Err((C::End, END_ALONE)),
            (start, _) => Ok(start),
        }
    }

    /// The end by how long it takes: 90, 1.5h, 90分钟.
    fn length(&self, start: Clock) -> Option<Clock> {
        let text = self.text(C::Lasts)?.to_lowercase();
        let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.');
        let number: f64 = digits.parse().ok()?;
        let unit = text[digits.len()..].trim();
        let minutes = match unit {
            "" | "min" | "mins" | "minutes" | "m" | "分钟" | "分" => number,
            "h" | "hour" | "hours" | "hr" | "hrs" | "小时" | "个小时" => number * 60.0,
            _ => return None,
        };
        let is_sane = (1.0..1440.0).contains(&minutes);
        is_sane.then(|| Clock::from_minutes(start.minutes() + minutes.round() as i32).0)
    }
}

/// Whether a rhythm depends on the week or day from which it is counted.
const fn counts(cadence: &Cadence) -> bool {
    matches!(cadence.pattern, Pattern::Weekly { every: 2.., .. } | Pattern::EveryDays(_))
}

/// Whether a row repeats the header: on each page of a printed table.
fn is_header_again(row: &TableRow, header: &Header) -> bool {
    let mut same =
        row.filled().map(|(at, cell)| header.columns.get(at).is_some_and(|(_, words)| *words == cell.to_string()));
    row.filled().count() >= 2 && same.all(|same| same)
}

/// Whether a row is a title among the rows: one cell, which is not that of the topic.
fn is_banner(row: &TableRow, header: &Header, kind: ImportKind) -> bool {
    let mut filled = row.filled();
    let Some((at, _)) = filled.next() else { return true };
    let column = header.columns.get(at).and_then(|(column, _)| *column);
    let is_title = match kind {
        ImportKind::Person => matches!(column, Some(C::Name | C::Owner)),
        ImportKind::Channel => matches!(column, Some(C::Channel | C::Title | C::Name)),
        ImportKind::Cohort => column == Some(C::Cohort),
        ImportKind::Activity | ImportKind::Content => matches!(column, Some(C::Title | C::Text)),
    };
    filled.next().is_none() && !is_title
}
