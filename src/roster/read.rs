//! The text of a roster → its occurrences, and a finding for every cell that cannot be read.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::tz::TimeZoneDatabase;

use super::cells::{Cell, lines};
use super::columns::{COLUMNS, INSTEAD_OF, MOVED_FROM, NOTHING, OPTIONAL, RELEASED, WHOLE, unmarked};
use super::lists::{names, seats};
use super::occurrence::PlanSays;
use super::occurrence::{KeptDays, PublishedOccurrence, PublishedSeat};
use super::row_cells::RowCells;
use super::table::Roster;
use crate::finding::{Arg, Finding, KeyPath, Place, PlacePart, ROSTER};
use crate::language::Text;
use crate::source::Moment;
use crate::value::Day;
use crate::value::uid::{day_of, item_of, part};
use crate::value::{DayAndMonth, WrittenMoment};

/// A roster as it was read.
#[derive(Debug, Default)]
pub struct RosterReading {
    /// The rows that can be read.
    pub roster: Roster,
    /// What cannot be read, by place.
    pub findings: Vec<Finding>,
    /// Where the names of people and roles are.
    pub names: Vec<NamedCell>,
}

/// A name in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCell {
    /// The name.
    pub name: String,
    /// What it names.
    pub names: NameKind,
    /// The day of the row.
    pub day: Day,
    /// The bytes of the cell.
    pub at: Range<usize>,
}

/// What a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameKind {
    /// A person who leads.
    Lead,
    /// A person who helps.
    Helper,
    /// The role of a seat.
    Role,
    /// What an occurrence belongs to, where its UID names another item: that one. A new id of an item leads to this too.
    Item(String),
}

/// A place in a roster: a column and its bytes.
pub(super) fn place(column: &'static str, at: Range<usize>) -> Place {
    Place { path: KeyPath::of(&[column]), part: PlacePart::Bytes(at) }
}

/// Reads the text of a roster. Nothing is refused: what cannot be read is a finding, and left out.
pub fn read_roster(text: &str) -> RosterReading {
    let lines = lines(text);
    let mut reader = RosterReader { columns: HashMap::new(), order: None, reading: RosterReading::default() };
    let Some((head, rows)) = lines.split_first() else {
        let all = Text::new("这个文件是空的", "the file is empty");
        reader.report("uid", 0..text.len(), all, DELETE, Vec::new());
        return reader.reading;
    };
    if reader.read_head(head) {
        reader.order = reader.order_of(rows);
        reader.read_rows(rows);
    }
    reader.reading
}

const DELETE: Text = Text::new(
    "用 qun undo 回到上一次，或删掉这个文件重新定稿",
    "go back with qun undo, or delete the file and publish again",
);

struct RosterReader {
    columns: HashMap<&'static str, usize>,
    order: Option<DayAndMonth>,
    reading: RosterReading,
}

impl RosterReader {
    fn report(
        &mut self,
        column: &'static str,
        at: Range<usize>,
        problem: Text,
        fix: Text,
        args: Vec<(&'static str, Arg)>,
    ) {
        let finding = Finding::new(&ROSTER, place(column, at))
            .with("problem", Arg::Phrase(problem, args.clone()))
            .with("fix", Arg::Phrase(fix, args));
        self.reading.findings.push(finding);
    }

    /// The columns; whether all that are needed are there.
    fn read_head(&mut self, head: &[Cell<'_>]) -> bool {
        for (at, cell) in head.iter().enumerate() {
            let name = cell.text.trim().to_lowercase();
            if let Some(column) = COLUMNS.into_iter().chain(OPTIONAL).find(|column| *column == name) {
                self.columns.entry(column).or_insert(at);
            }
        }
        let missing: Vec<&str> = COLUMNS.into_iter().filter(|column| !self.columns.contains_key(column)).collect();
        if missing.is_empty() {
            return true;
        }
        let at = head.first().map_or(0, |cell| cell.at.start)..head.last().map_or(0, |cell| cell.at.end);
        let problem = Text::new("第一行缺了这些列：{columns}", "the first line lacks these columns: {columns}");
        let fix = Text::new("第一行应该是 {all}", "the first line is {all}");
        let args = vec![("columns", Arg::from(missing.join(", "))), ("all", Arg::from(COLUMNS.join(",")))];
        self.report("uid", at, problem, fix, args);
        false
    }

    /// The order of day and month, by the first date that shows it.
    fn order_of(&self, rows: &[Vec<Cell<'_>>]) -> Option<DayAndMonth> {
        let dates = ["original", "start", "end", "published"];
        let written = || {
            let cells = rows.iter().flat_map(|row| dates.iter().filter_map(|column| row.get(self.columns[column])));
            cells.filter_map(|cell| WrittenMoment::of(&cell.text))
        };
        let by_uid = || {
            rows.iter().find_map(|row| {
                let day = day_of(unmarked(&row.get(self.columns["uid"])?.text))?;
                WrittenMoment::of(&row.get(self.columns["original"])?.text)?.order_for(day)
            })
        };
        written().find_map(WrittenMoment::order).or_else(by_uid)
    }

    fn read_rows(&mut self, rows: &[Vec<Cell<'_>>]) {
        let (mut whole, mut kept_days, mut occurrences) = (None, Vec::new(), Vec::new());
        let mut seen: HashSet<String> = HashSet::new();
        let mut held: HashSet<(String, Day, String)> = HashSet::new();
        for line in rows {
            let row = RowCells { columns: &self.columns.clone(), line };
            let uid = row.cell("uid");
            if let Some(open) = line.iter().find(|cell| cell.is_unclosed) {
                let problem = Text::new("引号没有合上", "the quote is not closed");
                let fix = Text::new("在这一格的末尾补上引号", "close the quote at the end of the cell");
                self.report("uid", open.at.clone(), problem, fix, Vec::new());
                continue;
            }
            let name = unmarked(&uid.text).to_owned();
            let is_repeated = !seen.insert(name.clone());
            // an item may have several stretches of days
            if is_repeated && !name.starts_with("*/") {
                let problem = Text::new("{uid} 写了两行", "there are two rows for {uid}");
                let fix = Text::new("只留一行", "keep one of them");
                self.report("uid", uid.at.clone(), problem, fix, vec![("uid", Arg::from(name))]);
            } else if name == WHOLE {
                whole = self.read_whole(&row);
            } else if name.starts_with("*/") {
                kept_days.extend(self.read_kept_days(&row));
            } else if let Some(read) = self.read_row(&row, name) {
                let is_alone = read.is_cancelled
                    || held.insert((read.item.clone(), read.original, read.part().to_owned()))
                    || self.refuse_second(&row, &read);
                occurrences.extend(Some(read).filter(|_| is_alone));
            }
        }
        if whole.is_none() && self.reading.findings.is_empty() {
            let at = rows.first().and_then(|row| row.first()).map_or(0..0, |cell| cell.at.clone());
            let problem = Text::new(
                "少了 uid 是 * 的那一行：定稿到哪天",
                "the row whose uid is * is missing; it holds the day published through",
            );
            self.report("uid", at, problem, DELETE, Vec::new());
        }
        let (through, published, first) = whole.unwrap_or_default();
        self.reading.roster = Roster::new((through, published), first, occurrences).with_kept_days(kept_days);
    }

    /// The row about all of them: published through, published on, the first sequence.
    fn read_whole(&mut self, row: &RowCells<'_, '_>) -> Option<(Option<Day>, Option<Day>, u32)> {
        let through = self.day(row, "original")?;
        let published = self.day(row, "published")?;
        let first = if row.text("sequence").is_empty() { 0 } else { self.number(row, "sequence")? };
        Some((Some(through), Some(published), first))
    }

    /// A row about the past of an item: the last and the first day on which only what is listed took place.
    fn read_kept_days(&mut self, row: &RowCells<'_, '_>) -> Option<KeptDays> {
        let (through, from) = (self.day(row, "original"), self.day(row, "start"));
        Some(KeptDays { item: row.text("item").to_owned(), from: from?, through: through? })
    }

    fn read_row(&mut self, row: &RowCells<'_, '_>, uid: String) -> Option<PublishedOccurrence> {
        let count = self.reading.findings.len();
        if part(&uid).is_none() {
            let problem = Text::new("{uid} 不是日程的编号", "{uid} is not the UID of a calendar entry");
            let fix = Text::new(
                "编号不要改；要加一次活动，用 qun add 或 qun change",
                "leave UIDs as they are; to add an event use qun add or qun change",
            );
            self.report("uid", row.cell("uid").at.clone(), problem, fix, vec![("uid", Arg::from(uid.clone()))]);
        }
        let item = row.text("item");
        if item.is_empty() {
            let problem = Text::new("缺了 item：它属于哪一项", "`item` is empty: what does the entry belong to?");
            let fix = Text::new("写上这一项的名字（id）", "write the id of the item");
            self.report("item", row.cell("item").at.clone(), problem, fix, Vec::new());
        }
        let (original, start) = (self.day(row, "original"), self.moment(row, "start"));
        self.refuse_other_original(row, &uid, original);
        let end = if row.text("end").is_empty() { None } else { self.moment(row, "end") };
        self.refuse_backward(row, start, end);
        let zone = self.zone(row);
        let is_cancelled = self.is_cancelled(row);
        let sequence = if row.text("sequence").is_empty() { Some(0) } else { self.number(row, "sequence") };
        let published = self.day(row, "published");
        let staff = self.staff(row, original);
        if self.reading.findings.len() > count {
            return None;
        }
        let lead = Some(row.text("lead").to_owned()).filter(|lead| !lead.is_empty());
        if let (Some(lead), Some(original)) = (&lead, original) {
            let at = row.cell("lead").at.clone();
            self.reading.names.push(NamedCell { name: lead.clone(), names: NameKind::Lead, day: original, at });
        }
        if let (Some(named), Some(day)) = (item_of(&uid).filter(|named| *named != item), original) {
            let names = NameKind::Item(named.to_owned());
            self.reading.names.push(NamedCell { name: item.to_owned(), names, day, at: row.cell("item").at.clone() });
        }
        Some(PublishedOccurrence {
            uid,
            item: item.to_owned(),
            original: original?,
            // a change that names a day that cannot be read is a finding of its own
            moved_from: names(row.optional(MOVED_FROM))
                .unwrap_or_default()
                .iter()
                .filter_map(|day| Some(self.written(day)?.day))
                .collect(),
            start: start?,
            end,
            zone: zone?,
            lead,
            staff,
            // nothing depends on a name that cannot be read but a cancelled entry
            released: names(row.optional(RELEASED)).unwrap_or_default(),
            // what cannot be read is asked about again
            instead_of: self.says(row.optional(INSTEAD_OF)),
            is_cancelled: is_cancelled?,
            sequence: sequence?,
            published: published?,
        })
    }

    /// What takes place once has one row: two with other UIDs are of two communities, or one of them was copied. `false`.
    fn refuse_second(&mut self, row: &RowCells<'_, '_>, read: &PublishedOccurrence) -> bool {
        let problem = Text::new(
            "{item} 在 {day} 已经有一行了，编号不同",
            "another row, with another UID, already holds {item} on {day}",
        );
        let fix = Text::new("只留一行；取消的那行写 cancelled", "keep one of them, or mark one as cancelled");
        let args = vec![("item", Arg::from(read.item.clone())), ("day", Arg::from(read.original.to_string()))];
        self.report("uid", row.cell("uid").at.clone(), problem, fix, args);
        false
    }

    /// What has never changed is original on the day that its UID names.
    fn refuse_other_original(&mut self, row: &RowCells<'_, '_>, uid: &str, original: Option<Day>) {
        let is_first = row.text("sequence").is_empty() || row.text("sequence") == "0";
        if let (true, Some(day), Some(original)) = (is_first, day_of(uid), original)
            && day != original
        {
            let problem =
                Text::new("original 是 {value}，编号里是 {day}", "`original` is {value}, but the UID belongs to {day}");
            let fix = Text::new(
                "original 改回 {day}；要换日子就改 start，或用 qun change",
                "put {day} back; to move the event, edit `start` or use qun change",
            );
            let args = vec![("value", Arg::from(original.to_string())), ("day", Arg::from(day.to_string()))];
            self.report("original", row.cell("original").at.clone(), problem, fix, args);
        }
    }

    fn refuse_backward(&mut self, row: &RowCells<'_, '_>, start: Option<Moment>, end: Option<Moment>) {
        let (Some(start), Some(end)) = (start, end) else { return };
        let minutes =
            |moment: Moment| i64::from(moment.day.0) * 1440 + moment.time.map_or(0, |time| i64::from(time.minutes()));
        if minutes(end) < minutes(start) || start.time.is_some() != end.time.is_some() {
            let problem = Text::new(
                "结束在开始之前，或只有一个写了时间",
                "the end is before the start, or only one of them has a time",
            );
            let fix = Text::new("改开始或结束", "correct the start or the end");
            self.report("end", row.cell("end").at.clone(), problem, fix, Vec::new());
        }
    }

    fn day(&mut self, row: &RowCells<'_, '_>, column: &'static str) -> Option<Day> {
        self.moment(row, column).map(|moment| moment.day)
    }

    fn moment(&mut self, row: &RowCells<'_, '_>, column: &'static str) -> Option<Moment> {
        let (text, at) = (row.text(column), row.cell(column).at.clone());
        let written = WrittenMoment::of(text);
        if let Some((day, time)) = written.and_then(|written| written.read(self.order)) {
            if self.order.is_some() || !written.is_some_and(WrittenMoment::is_ambiguous) {
                return Some(Moment { day, time });
            }
            let problem = Text::new("{value} 可以读成两个日子", "{value} can be read as two different days");
            let fix = Text::new("写成 2026-12-03 这样", "write it as 2026-12-03");
            self.report(column, at, problem, fix, vec![("value", Arg::from(text.to_owned()))]);
            return None;
        }
        let problem = match text.is_empty() {
            true => Text::new("缺了 {column}", "`{column}` is empty"),
            false => Text::new("{column} 读不懂：{value}", "cannot read `{column}`: {value}"),
        };
        let fix = Text::new(
            "写成 2026-12-03 或 2026-12-03T20:00 这样",
            "write a date such as 2026-12-03, or 2026-12-03T20:00 with a time",
        );
        self.report(
            column,
            at,
            problem,
            fix,
            vec![("column", Arg::from(column)), ("value", Arg::from(text.to_owned()))],
        );
        None
    }

    /// What the plan said of a date that is otherwise on purpose.
    fn says(&self, text: &str) -> Option<PlanSays> {
        let moment = |text: &str| self.written(text);
        match text.split_once('/') {
            _ if text == NOTHING => Some(PlanSays::Nothing),
            Some((start, end)) if end.contains('-') && start.contains('-') => {
                Some(PlanSays::At(moment(start)?, Some(moment(end)?)))
            }
            _ => Some(PlanSays::At(moment(text)?, None)),
        }
    }

    fn number(&mut self, row: &RowCells<'_, '_>, column: &'static str) -> Option<u32> {
        let text = row.text(column);
        if let Ok(number) = text.parse::<u32>() {
            return Some(number.min(u32::MAX / 2));
        }
        let problem =
            Text::new("{column} 应该是数字，写的是 {value}", "`{column}` takes a whole number, found {value}");
        let fix = Text::new("不用改它：每次定稿会自己往上加", "leave it to qun publish, which counts it up");
        let args = vec![("column", Arg::from(column)), ("value", Arg::from(text.to_owned()))];
        self.report(column, row.cell(column).at.clone(), problem, fix, args);
        None
    }

    fn zone(&mut self, row: &RowCells<'_, '_>) -> Option<String> {
        let text = row.text("zone");
        if TimeZoneDatabase::bundled().get(text).is_ok() {
            return Some(text.to_owned());
        }
        let problem = Text::new("没有“{value}”这个时区", "there is no time zone \"{value}\"");
        let fix = Text::new("写成 Asia/Shanghai 这样", "write a name such as Europe/London");
        self.report("zone", row.cell("zone").at.clone(), problem, fix, vec![("value", Arg::from(text.to_owned()))]);
        None
    }

    fn is_cancelled(&mut self, row: &RowCells<'_, '_>) -> Option<bool> {
        let text = row.text("status").to_lowercase();
        match text.as_str() {
            "confirmed" | "确认" | "已确认" | "照常" => return Some(false),
            "cancelled" | "canceled" | "取消" | "已取消" => return Some(true),
            _ => {}
        }
        let problem = Text::new("status 不能是“{value}”", "`status` cannot be \"{value}\"");
        let fix = Text::new("写 confirmed（照常）或 cancelled（取消）", "write confirmed or cancelled");
        self.report("status", row.cell("status").at.clone(), problem, fix, vec![("value", Arg::from(text))]);
        None
    }

    /// What is written as a moment, if it is one.
    fn written(&self, text: &str) -> Option<Moment> {
        let (day, time) = WrittenMoment::of(text)?.read(self.order)?;
        Some(Moment { day, time })
    }

    /// `host:Ann;helper:Ben`
    fn staff(&mut self, row: &RowCells<'_, '_>, day: Option<Day>) -> Vec<PublishedSeat> {
        let at = row.cell("staff").at.clone();
        let seats = seats(row.text("staff"));
        let Some(seats) = seats else {
            let problem = Text::new("staff 读不懂", "cannot read `staff`");
            let fix = Text::new("写成 host:敏姐;helper:小雨 这样", "write it as host:Ann;helper:Ben");
            self.report("staff", at, problem, fix, Vec::new());
            return Vec::new();
        };
        for seat in &seats {
            let Some(day) = day else { continue };
            let named = |name: &str, names| NamedCell { name: name.to_owned(), names, day, at: at.clone() };
            self.reading.names.push(named(&seat.person, NameKind::Helper));
            if !seat.role.is_empty() {
                self.reading.names.push(named(&seat.role, NameKind::Role));
            }
        }
        seats
    }
}

#[cfg(test)]
mod tests;
