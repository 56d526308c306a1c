//! The calendar as a table for Excel: one row an entry and day, the columns that people use first in front.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::rc::Rc;

use super::labels;
use super::row::Row;
use super::view::View;
use crate::language::{Language, Text};
use crate::render::spreadsheet::SpreadsheetLines;
use crate::value::{Clock, Day, IsoDay};

/// A column of the table.
#[derive(Debug, Clone, Copy)]
pub struct CsvColumn {
    /// Its word in the command line.
    pub word: &'static str,
    /// Its header.
    pub head: Text,
    /// Adds the cell to a text.
    cell: fn(&Row, Day, Language, &mut String),
}

/// So many of them are those that people use.
const USUAL: usize = 10;

const fn column(word: &'static str, head: Text, cell: fn(&Row, Day, Language, &mut String)) -> CsvColumn {
    CsvColumn { word, head, cell }
}

static COLUMNS: [CsvColumn; 18] = [
    column("date", Text::new("日期", "date"), |_, day, _, to| to.push_str(day.iso().as_str())),
    column("weekday", Text::new("星期", "weekday"), |_, day, language, to| {
        to.push_str(day.weekday().short().get(language));
    }),
    column("start", Text::new("开始", "start"), |row, day, _, to| {
        push_time(row.start.time.filter(|_| row.start.day == day), to);
    }),
    column("end", Text::new("结束", "end"), |row, _, _, to| push_time(row.end.and_then(|end| end.time), to)),
    column("title", Text::new("标题", "title"), |row, _, _, to| to.push_str(&row.title)),
    column("person", Text::new("负责人", "person"), |row, _, _, to| push(row.person.as_deref(), to)),
    column("place", Text::new("地点", "place"), |row, _, _, to| push(row.place.as_deref(), to)),
    column("channels", Text::new("渠道", "channels"), |row, _, language, to| {
        push_all(row.channels.iter().map(|channel| &channel.title), comma(language), to);
    }),
    column("text", Text::new("正文", "text"), |row, _, _, to| push(row.text.as_deref(), to)),
    column("notes", Text::new("备注", "notes"), |row, day, language, to| {
        push_all(notes(row, day, language), semicolon(language), to);
    }),
    column("kind", Text::new("类型", "kind"), |row, _, language, to| {
        to.push_str(labels::kind(row.kind).get(language))
    }),
    column("end-date", Text::new("结束日期", "end date"), |row, _, _, to| {
        push(row.end.map(|end| end.day.iso()).as_ref().map(IsoDay::as_str), to);
    }),
    column("role", Text::new("角色", "role"), |row, _, _, to| push(row.role.as_deref(), to)),
    column("helpers", Text::new("协助", "helpers"), |row, _, language, to| {
        push_all(row.staff.iter().filter_map(|helper| helper.person.as_ref()), comma(language), to);
    }),
    column("mentions-all", Text::new("提醒所有人", "mentions all"), |row, _, language, to| {
        let mentions = row.sends.iter().any(|send| send.mention_all);
        push(mentions.then(|| Text::new("是", "yes").get(language)), to);
    }),
    column("stage", Text::new("阶段", "stage"), |row, _, language, to| {
        push(row.stage.map(|stage| stage.name().get(language)), to);
    }),
    column("details", Text::new("细节", "details"), |row, _, language, to| {
        push_all(&row.details, semicolon(language), to);
    }),
    column("uid", Text::new("编号", "uid"), |row, _, _, to| to.push_str(&row.uid)),
];

impl CsvColumn {
    /// All of them, those that people use first in front.
    pub fn all() -> &'static [Self] {
        &COLUMNS
    }

    /// Those that people use.
    pub fn usual() -> &'static [Self] {
        &COLUMNS[..USUAL]
    }
}

/// Header and rows; dates are ISO 8601.
pub(super) fn csv(view: &View<'_>) -> String {
    csv_of(view, &COLUMNS)
}

/// The same with some of the columns.
pub fn csv_of(view: &View<'_>, columns: &[CsvColumn]) -> String {
    let mut out = Vec::new();
    let written = (|| {
        let mut table = CsvTable::new(view, columns, &mut out)?;
        let rows = view.running_rows();
        let is_in_order = rows.is_sorted_by_key(|row| row.start.day);
        for row in rows {
            let earliest = if is_in_order { row.start.day } else { Day::MIN };
            table.add(row, earliest)?;
        }
        table.finish()
    })();
    written.expect("a Vec can be written to");
    String::from_utf8(out).expect("all cells are UTF-8")
}

/// A table that is written row by row, day by day.
pub(super) struct CsvTable<'w, W: Write> {
    lines: SpreadsheetLines<W>,
    columns: &'w [CsvColumn],
    language: Language,
    range: (Day, Day),
    /// The rows of days that may get more of them before they are written.
    waiting: BTreeMap<Day, Vec<Rc<Row>>>,
    /// The cell that is being written.
    cell: String,
}

impl<'w, W: Write> CsvTable<'w, W> {
    /// The table of a view, with its header.
    pub(super) fn new(view: &View<'_>, columns: &'w [CsvColumn], out: W) -> io::Result<Self> {
        let language = view.language;
        let lines = SpreadsheetLines::new(columns.iter().map(|column| column.head), out, language)?;
        let range = (view.calendar.from, view.calendar.to);
        Ok(Self { lines, columns, language, range, waiting: BTreeMap::new(), cell: String::new() })
    }

    /// Adds a row on each of the days that it touches; no row that begins before `earliest` comes any more.
    pub(super) fn add(&mut self, row: Row, earliest: Day) -> io::Result<()> {
        let (first, last) = (row.start.day.max(self.range.0), row.last_day.min(self.range.1));
        let earliest = earliest.max(self.range.0);
        self.write_before(earliest)?;
        if first == last && first == earliest && !self.waiting.contains_key(&first) {
            return self.line(&row, first);
        }
        let row = Rc::new(row);
        (first.0..=last.0).map(Day).for_each(|day| self.waiting.entry(day).or_default().push(Rc::clone(&row)));
        Ok(())
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.write_before(Day(i32::MAX))?;
        self.lines.flush()
    }

    fn write_before(&mut self, day: Day) -> io::Result<()> {
        while let Some(first) = self.waiting.first_entry().filter(|first| *first.key() < day) {
            let (day, rows) = first.remove_entry();
            rows.iter().try_for_each(|row| self.line(row, day))?;
        }
        Ok(())
    }

    fn line(&mut self, row: &Row, day: Day) -> io::Result<()> {
        for column in self.columns {
            self.cell.clear();
            (column.cell)(row, day, self.language, &mut self.cell);
            self.lines.cell(&self.cell);
        }
        self.lines.end()
    }
}

fn push(text: Option<&str>, to: &mut String) {
    to.push_str(text.unwrap_or_default());
}

fn push_time(time: Option<Clock>, to: &mut String) {
    if let Some(time) = time {
        // a text takes everything
        let _ = write!(to, "{time}");
    }
}

fn push_all(texts: impl IntoIterator<Item = impl AsRef<str>>, between: &str, to: &mut String) {
    for (at, text) in texts.into_iter().enumerate() {
        to.push_str(if at > 0 { between } else { "" });
        to.push_str(text.as_ref());
    }
}

fn comma(language: Language) -> &'static str {
    Text::new("、", ", ").get(language)
}

fn semicolon(language: Language) -> &'static str {
    Text::new("；", "; ").get(language)
}

/// What is out of the ordinary, and whose the text is.
fn notes(row: &Row, day: Day, language: Language) -> Vec<String> {
    let mut notes = labels::notes_on(row, day, language);
    notes.extend(labels::text_note(row, language));
    notes
}
