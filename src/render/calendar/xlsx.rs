//! The calendar as a workbook: a table to fill in, a page a month, and the texts to post.

use super::by_day::by_day;
use super::day::DayRow;
use super::labels;
use super::row::Row;
use super::view::View;
use crate::calendar::Kind;
use crate::knowledge::DayStatus;
use crate::language::{Language, Text};
use crate::render::workbook::{
    ColumnUse, GridDay, GridDayKind, GridLine, LateRule, MonthGrid, RowLook, WorkbookCell, WorkbookColumn,
    WorkbookError, WorkbookRow, WorkbookSheet, WorkbookTable, workbook,
};
use crate::value::{Day, Month};

/// So many months get a page each; nobody prints more.
const MONTHS: i32 = 24;
/// The columns of day and of what became of it.
const LATE: LateRule = LateRule { day: 0, done: 7 };

/// What became of an entry, as it can be chosen.
const DONE: Text = Text::new("完成", "done");
const NOT_DONE: Text = Text::new("没做", "not done");
const CANCELLED: Text = Text::new("取消", "cancelled");

/// The bytes of a workbook: one row an entry, then a page a month, then the texts.
pub fn xlsx(view: &View<'_>, today: Day) -> Result<Vec<u8>, WorkbookError> {
    let language = view.language;
    let rows = view.running_rows();
    let days = view.days();
    let mut sheets = vec![WorkbookSheet::Table(entries(view, &rows, &days))];
    let (first, last) = (view.calendar.from.month().0, view.calendar.to.month().0);
    if last - first < MONTHS {
        sheets.extend((first..=last).map(|month| WorkbookSheet::Month(month_grid(view, &rows, &days, Month(month)))));
    }
    if rows.iter().any(|row| row.text.is_some()) {
        sheets.push(WorkbookSheet::Table(texts(&rows, language)));
    }
    workbook(&view.heading(), sheets, today, language)
}

fn entries(view: &View<'_>, rows: &[Row], days: &[DayRow]) -> WorkbookTable {
    let language = view.language;
    let column = |head: Text, width, use_| WorkbookColumn { head: head.get(language), width, use_ };
    let done = [DONE, NOT_DONE, CANCELLED].map(|word| word.get(language).to_owned());
    WorkbookTable {
        name: Text::new("日历", "Calendar").get(language).to_owned(),
        columns: vec![
            column(Text::new("日期", "date"), 14, ColumnUse::Read),
            column(Text::new("开始", "start"), 6, ColumnUse::Read),
            column(Text::new("结束", "end"), 6, ColumnUse::Read),
            column(Text::new("类型", "kind"), 8, ColumnUse::Read),
            column(Text::new("标题", "title"), 28, ColumnUse::Read),
            column(Text::new("负责人", "person"), 11, ColumnUse::Change(view.people())),
            column(Text::new("协助", "helpers"), 10, ColumnUse::Read),
            column(Text::new("完成", "done"), 8, ColumnUse::Choose(done.to_vec())),
            column(Text::new("到场", "came"), 7, ColumnUse::Count),
            column(Text::new("地点、渠道", "where"), 16, ColumnUse::Read),
            column(Text::new("说明", "about"), 18, ColumnUse::Read),
            column(Text::new("备注", "notes"), 18, ColumnUse::Write),
            column(Text::new("编号", "uid"), 10, ColumnUse::Hidden),
        ],
        rows: rows.iter().map(|row| entry(row, days, language)).collect(),
        late: Some(LATE),
    }
}

fn entry(row: &Row, days: &[DayRow], language: Language) -> WorkbookRow {
    let comma = Text::new("、", ", ").get(language);
    let helpers: Vec<&str> = row.staff.iter().filter_map(|helper| helper.person.as_deref()).collect();
    let mut about = labels::notes_on(row, row.start.day, language);
    about.extend(labels::text_note(row, language));
    // a phase is nothing that somebody does
    let done = match row.kind {
        _ if row.cancelled => CANCELLED.get(language),
        Kind::Phase => "—",
        _ => "",
    };
    let is_off = days.iter().any(|day| day.day == row.start.day && day.status == DayStatus::Off);
    WorkbookRow {
        cells: vec![
            WorkbookCell::Day(row.start.day),
            WorkbookCell::time(row.start.time),
            WorkbookCell::time(row.end.and_then(|end| end.time)),
            WorkbookCell::text(labels::kind(row.kind).get(language)),
            WorkbookCell::text(row.title.as_str()),
            WorkbookCell::text(row.person.as_deref().unwrap_or_default()),
            WorkbookCell::text(helpers.join(comma)),
            WorkbookCell::text(done),
            WorkbookCell::Blank,
            WorkbookCell::text(labels::destination(row, language).unwrap_or_default()),
            WorkbookCell::text(about.join(Text::new("；", "; ").get(language))),
            WorkbookCell::Blank,
            WorkbookCell::text(row.uid.as_str()),
        ],
        look: match () {
            () if row.cancelled => RowLook::Cancelled,
            () if row.is_title_borrowed => RowLook::Borrowed,
            () if is_off => RowLook::DayOff,
            () => RowLook::Plain,
        },
    }
}

/// A month: events and posts by name, work as a count.
fn month_grid(view: &View<'_>, rows: &[Row], days: &[DayRow], month: Month) -> MonthGrid {
    let language = view.language;
    let range = (view.calendar.from.max(month.first()), view.calendar.to.min(month.last()));
    let by_day = by_day(rows, range);
    let days = days.iter().filter(|day| day.day.month() == month).map(|day| {
        let rows = by_day.get(&day.day).map_or(&[][..], Vec::as_slice);
        GridDay {
            day: day.day,
            kind: match day.status {
                DayStatus::Off => GridDayKind::DayOff,
                _ if day.make_up => GridDayKind::MadeUp,
                _ if day.day.weekday().is_weekend() => GridDayKind::Weekend,
                _ => GridDayKind::Workday,
            },
            heading: day.heading(language, view.shows_almanac()),
            lines: lines(rows, day.day, language),
        }
    });
    MonthGrid { month, name: labels::month(month, language), days: days.collect() }
}

fn lines(rows: &[&Row], day: Day, language: Language) -> Vec<GridLine> {
    let running = || rows.iter().filter(|row| !row.cancelled);
    let named = running().filter(|row| !row.is_task()).map(|row| GridLine {
        when: labels::when_on(row, day, "–", language).unwrap_or_default(),
        what: row.title.clone(),
        who: row.person.clone().unwrap_or_default(),
    });
    let tasks = running().filter(|row| row.is_task()).count();
    let count = Text::new("待办 {n} 件", "{n|task|tasks}").fill(language, |_| Some(tasks.to_string()));
    let work = (tasks > 0).then(|| GridLine { when: "☐".to_owned(), what: count, who: String::new() });
    named.chain(work).collect()
}

/// What is posted, to be copied from.
fn texts(rows: &[Row], language: Language) -> WorkbookTable {
    let column = |head: Text, width, use_| WorkbookColumn { head: head.get(language), width, use_ };
    let texts = rows.iter().filter_map(|row| Some((row, row.text.as_deref()?)));
    let row = |(row, text): (&Row, &str)| WorkbookRow {
        cells: vec![
            WorkbookCell::Day(row.start.day),
            WorkbookCell::time(row.start.time),
            WorkbookCell::text(row.title.as_str()),
            WorkbookCell::text(labels::destination(row, language).unwrap_or_default()),
            WorkbookCell::text(text),
            WorkbookCell::text(row.uid.as_str()),
        ],
        look: if row.cancelled { RowLook::Cancelled } else { RowLook::Plain },
    };
    WorkbookTable {
        name: Text::new("文案", "Texts").get(language).to_owned(),
        columns: vec![
            column(Text::new("日期", "date"), 16, ColumnUse::Read),
            column(Text::new("时间", "time"), 7, ColumnUse::Read),
            column(Text::new("标题", "title"), 28, ColumnUse::Read),
            column(Text::new("发到", "send to"), 18, ColumnUse::Read),
            column(Text::new("正文", "text"), 70, ColumnUse::Read),
            column(Text::new("编号", "uid"), 10, ColumnUse::Hidden),
        ],
        rows: texts.map(row).collect(),
        late: None,
    }
}
