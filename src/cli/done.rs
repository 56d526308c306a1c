//! `qun done`: a task is ticked, by its number in `qun today` or by a few of its words.

use super::args::Done as Asked;
use super::edit::Draft;
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::session::Session;
use super::{edit, readings_file, today};
use crate::calendar::Kind;
use crate::language::{Language, Text};
use crate::records::{CurrentReadings, Measured, RecordedReading, measure};
use crate::render::calendar::Row;
use crate::render::{clean, numbered};
use crate::source::Suggestion;
use crate::value::{Day, DayWindow, fold_width};

/// How many days back a task is looked for that was left open, and how many ahead one that is done early.
const BACK: i32 = 31;
const AHEAD: i32 = 14;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    if asked.words.is_empty() {
        return today::of(&asked.reading.plan, session);
    }
    let found = |draft: &Draft, current: &CurrentReadings| {
        let rows = rows(&asked.words, draft, current)?;
        let reading = |row: &Row| ticked(row, asked, draft.today);
        let open = rows.iter().filter(|row| !is_done(row, current));
        let readings = open.map(reading).collect();
        Ok((rows, readings))
    };
    let (rows, readings, path, language) =
        readings_file::add(&asked.reading.plan, (asked.reading.dry_run, session), found)?;
    let is_new = |row: &&Row| readings.iter().any(|reading| reading.subject == row.uid);
    let mut lines: Vec<String> = rows.iter().map(|row| line(row, is_new(&row), language)).collect();
    if !readings.is_empty() {
        let words = match asked.reading.dry_run {
            false => Text::new("记在 {path}", "recorded in {path}"),
            true => Text::new("会记在 {path}", "would be recorded in {path}"),
        };
        lines.push(words.fill(language, |_| Some(clean(&path.display().to_string()))));
    }
    edit::show_lines(&lines);
    Ok(DONE)
}

fn is_done(row: &Row, current: &CurrentReadings) -> bool {
    current.latest(&row.uid, "done").is_some_and(|reading| reading.value == Measured::Done(true))
}

/// `✓ 2026-12-01 周二 答疑夜：发预告`
fn line(row: &Row, is_new: bool, language: Language) -> String {
    let before = if is_new { "" } else { Text::new("（已经勾过）", " (ticked already)").get(language) };
    format!("✓ {} {} {}{before}", row.start.day, row.start.day.weekday().short().get(language), row.title)
}

fn ticked(row: &Row, asked: &Asked, today: Day) -> RecordedReading {
    RecordedReading {
        id: String::new(),
        recorded: today,
        window: DayWindow { first: row.start.day, last: row.start.day },
        subject: row.uid.clone(),
        arm: None,
        measure: measure("done").expect("one of the measures"),
        value: Measured::Done(true),
        of: None,
        by: asked.reading.by.clone(),
        source: None,
        replaces: None,
        note: asked.reading.note.clone(),
    }
    .identified()
}

/// What is meant: lines of today by their numbers, else one task by its words.
fn rows(words: &[String], draft: &Draft, current: &CurrentReadings) -> Result<Vec<Row>, Failure> {
    let (opened, today) = (&draft.opened, draft.today);
    let numbers: Option<Vec<usize>> = words.iter().map(|word| fold_width(word).trim().parse().ok()).collect();
    if let Some(numbers) = numbers {
        let made = opened.calendar(today, today, None)?;
        let rows = numbered(&opened.view(&made));
        let row = |number: usize| {
            number.checked_sub(1).and_then(|at| rows.get(at)).cloned().ok_or_else(|| {
                let words = Text::new(
                    "今天没有第 {number} 行，一共 {n} 行",
                    "there is no line {number} today; it has {n|line|lines}",
                );
                let hint = Text::new("qun today 显示今天的行号", "qun today shows today's numbers");
                Failure::of(words, [("number", &number as &dyn std::fmt::Display), ("n", &rows.len())]).hint(hint)
            })
        };
        return numbers.into_iter().map(row).collect();
    }
    let typed = words.join(" ");
    let made = opened.calendar(today.plus(-BACK), today.plus(AHEAD), None)?;
    // what is held is done once it was held
    let is_ahead = |row: &Row| row.start.day > today && !matches!(row.kind, Kind::Task | Kind::Content);
    let fits = |row: &Row| !row.cancelled && !is_ahead(row) && folded(&row.title).contains(&folded(&typed));
    let all: Vec<Row> = opened.view(&made).rows().into_iter().filter(fits).collect();
    let since = opened.reading.plan.in_use_since();
    let day = nearest(&all, (today, since), current);
    let of_day: Vec<Row> = all.into_iter().filter(|row| Some(row.start.day) == day).collect();
    match of_day.as_slice() {
        [_] => Ok(of_day),
        [] => {
            let words = Text::new("前后没有叫“{typed}”的事", "no task of these weeks has \"{typed}\" in its title");
            let hint = Text::new("qun today 显示今天的事和行号", "qun today shows today's tasks and their numbers");
            Err(Failure::of(words, [("typed", &clean(&typed))]).hint(hint))
        }
        several => {
            let words = Text::new(
                "{day} 有几件事都对得上“{typed}”；多写几个字",
                "several tasks of {day} have \"{typed}\" in their titles; write more of it",
            );
            let near = several.iter().map(|row| row.title.clone()).collect();
            let (day, typed) = (several[0].start.day, clean(&typed));
            Err(Failure::new(Message::of(words, [("day", &day as &dyn std::fmt::Display), ("typed", &typed)]))
                .suggest(Suggestion::Near(near)))
        }
    }
}

/// The day of the task that is meant: today's, else the latest since the plan is in use that was left open, else the next.
/// What was ticked today already is meant once more, not another that is open.
fn nearest(rows: &[Row], (today, since): (Day, Option<Day>), current: &CurrentReadings) -> Option<Day> {
    let ticked = |row: &&Row| {
        let done = current.latest(&row.uid, "done").filter(|reading| reading.value == Measured::Done(true));
        done.is_some_and(|reading| reading.recorded == today)
    };
    let is_open = |row: &&Row| !is_done(row, current) || ticked(row);
    let is_past = |row: &&Row| row.start.day <= today && since.is_none_or(|since| since <= row.start.day);
    let past = rows.iter().filter(is_past).filter(is_open).map(|row| row.start.day).max();
    let ahead = || rows.iter().filter(|row| row.start.day > today).filter(is_open).map(|row| row.start.day).min();
    past.or_else(ahead).or_else(|| rows.last().map(|row| row.start.day))
}

fn folded(text: &str) -> String {
    fold_width(text).to_lowercase().split_whitespace().collect()
}
