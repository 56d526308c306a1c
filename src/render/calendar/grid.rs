//! Months as grids for a terminal: a week a row, Monday first, aligned whatever the script; below them what is to be
//! known of the events.
//!
//! Every line of a cell is cut or wrapped here, by columns, so that the table never has to. Colours are put in as
//! marks without width and become escapes at the end, so that they never count as columns.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use comfy_table::presets::{ASCII_FULL, UTF8_FULL};
use comfy_table::{ColumnConstraint, Table, Width};
use unicode_width::UnicodeWidthStr;

use super::by_day::by_day;
use super::cut::{cut, fit, fit_end, printable, word_end};
use super::day::DayRow;
use super::initials::Initials;
use super::options::Options;
use super::row::Row;
use super::view::View;
use super::{agenda, labels};
use crate::calendar::Kind;
use crate::knowledge::DayStatus;
use crate::language::{Language, Text};
use crate::value::{Day, Month, Weekday};

/// Below this width a grid holds nothing to read.
const NARROW: usize = 70;
/// The columns of a cell at most.
const WIDEST: usize = 28;
/// Below this width of a cell, posts and tasks show their titles and not their times.
const TIGHT: usize = 14;
/// Entries of a day at most; the others are counted.
const ENTRIES: usize = 4;

/// One grid for each month of the calendar; the agenda where there is no room.
pub(super) fn grid(view: &View<'_>, options: &Options) -> String {
    if options.width < NARROW {
        return agenda::agenda(view, options);
    }
    let rows = view.running_rows();
    let by_day = by_day(&rows, (view.calendar.from, view.calendar.to));
    let days = view.days();
    let drawing = Drawing {
        view,
        options,
        columns: ((options.width - 8) / 7).min(WIDEST),
        almanac: view.shows_almanac(),
        by_day,
        days: &days,
        initials: Initials::of(&view.people()),
    };
    let (first, last) = (view.calendar.from.month().0, view.calendar.to.month().0);
    let mut out = String::new();
    for month in (first..=last).map(Month) {
        let title = labels::title(&labels::month(month, view.language), &view.heading());
        out.push_str(&format!("{}\n", agenda::paint(&title, Style::new().bold(), options)));
        out.push_str(&drawing.month(month));
        out.push('\n');
    }
    out.push_str(&drawing.legend());
    out.push_str(&details(&rows, options));
    out
}

/// What is to be known of the events besides when and who, each once, below the months.
fn details(rows: &[Row], options: &Options) -> String {
    let events = rows.iter().filter(|row| CellStyle::of(row) == CellStyle::Event && !row.details.is_empty());
    let mut lines: Vec<String> = Vec::new();
    for row in events {
        let mut rest = printable(&format!("{}  {}", row.title, row.details.join("  ")));
        let mut line = String::new();
        while rest.width() > options.width {
            let at = word_end(&rest, cut(&rest, options.width));
            line.push_str(&format!("{}\n", rest[..at].trim_end()));
            rest = format!("    {}", rest[at..].trim_start());
        }
        line.push_str(&format!("{rest}\n"));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.concat()
}

struct Drawing<'a> {
    view: &'a View<'a>,
    options: &'a Options,
    columns: usize,
    almanac: bool,
    by_day: BTreeMap<Day, Vec<&'a Row>>,
    days: &'a [DayRow],
    /// How people are told apart in a few letters.
    initials: Initials,
}

/// The styles of cells, and the mark that represents each until the table is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellStyle {
    Off,
    Event,
    Post,
    Task,
    Phase,
    Cancelled,
    Unasked,
}

/// The mark that ends a look.
const PLAIN: char = '\u{206f}';

impl CellStyle {
    const ALL: [Self; 7] =
        [Self::Off, Self::Event, Self::Post, Self::Task, Self::Phase, Self::Cancelled, Self::Unasked];

    const fn mark(self) -> char {
        match self {
            Self::Off => '\u{2061}',
            Self::Event => '\u{2062}',
            Self::Post => '\u{2063}',
            Self::Task => '\u{2064}',
            Self::Phase => '\u{206a}',
            Self::Cancelled => '\u{206b}',
            Self::Unasked => '\u{206c}',
        }
    }

    fn style(self) -> Style {
        match self {
            Self::Off => AnsiColor::Red.on_default().bold(),
            Self::Event => Style::new().bold(),
            Self::Post => AnsiColor::Green.on_default(),
            Self::Task => AnsiColor::Cyan.on_default(),
            Self::Phase => AnsiColor::Magenta.on_default(),
            Self::Cancelled => Style::new().dimmed().strikethrough(),
            Self::Unasked => Style::new().dimmed(),
        }
    }

    const fn of(row: &Row) -> Self {
        match row.kind {
            _ if row.cancelled => Self::Cancelled,
            Kind::Activity | Kind::Review | Kind::Meeting => Self::Event,
            Kind::Content | Kind::Programme => Self::Post,
            Kind::Task => Self::Task,
            Kind::Phase => Self::Phase,
        }
    }
}

impl Drawing<'_> {
    fn month(&self, month: Month) -> String {
        let language = self.view.language;
        let mut table = Table::new();
        table.load_style(if self.options.ascii { ASCII_FULL } else { UTF8_FULL }).force_no_tty();
        let head = Weekday::ALL.map(|weekday| self.style(self.fit(weekday.short().get(language)), None));
        table.set_header(head);
        let mut monday = month.first().monday();
        while monday <= month.last() {
            let week = (0..7).map(|n| Day(monday.0 + n));
            let cells = week.map(|day| if day.month() == month { self.cell(day) } else { String::new() });
            table.add_row(cells.collect::<Vec<_>>());
            monday = Day(monday.0 + 7);
        }
        let width = u16::try_from(self.columns).unwrap_or(u16::MAX);
        table.set_constraints([ColumnConstraint::Absolute(Width::Fixed(width)); 7]);
        table.column_iter_mut().for_each(|column| {
            column.set_padding((0, 0));
        });
        let mut text = table.to_string();
        if self.options.colour {
            for style in CellStyle::ALL {
                text = text.replace(style.mark(), &style.style().render().to_string());
            }
            text = text.replace(PLAIN, &anstyle::Reset.render().to_string());
        }
        text
    }

    fn cell(&self, day: Day) -> String {
        let index = usize::try_from(day.0 - self.view.calendar.from.0).ok();
        let Some(info) = index.and_then(|index| self.days.get(index)) else {
            // a day of the month that was not asked for
            let sign = self.unasked();
            return self.style(format!("{:>2} {sign}{sign}{sign}", day.ymd().2), Some(CellStyle::Unasked));
        };
        let mut lines = vec![self.head(info)];
        let rows = self.by_day.get(&day).map(Vec::as_slice).unwrap_or_default();
        // one person's work is what they want to see; the team's would hide the events
        let is_folded = |row: &&&Row| row.is_task() && !row.cancelled && self.view.person.is_none();
        let work = rows.iter().filter(is_folded).count();
        let named: Vec<&Row> = rows.iter().filter(|row| !is_folded(row)).copied().collect();
        let shown = most_important(&named);
        let mut entries: Vec<Vec<String>> = shown.iter().map(|index| self.entry(named[*index], day, fit)).collect();
        for at in 0..entries.len() {
            // what looks alike is told apart by its end
            if entries.iter().filter(|other| **other == entries[at]).count() > 1 && named[shown[at]].title.width() > 0 {
                entries[at] = self.entry(named[shown[at]], day, fit_end);
            }
        }
        lines.extend(entries.into_iter().flatten());
        if shown.len() < named.len() {
            lines.push(self.fit(&format!("+{}", named.len() - shown.len())));
        }
        if work > 0 {
            let sign = labels::sign(Kind::Task, self.options.ascii);
            lines.push(self.style(self.fit(&format!("{sign}{}{work}", self.times())), Some(CellStyle::Task)));
        }
        lines.join("\n")
    }

    fn head(&self, info: &DayRow) -> String {
        let mut heading = info.heading(self.view.language, self.almanac);
        let is_plain = heading.chars().count() <= 1;
        if is_plain && self.view.language == Language::Zh {
            let lunar = info.lunar_short().unwrap_or_default();
            heading = format!("{heading} {lunar}").trim().to_owned();
        }
        let text = self.fit(&format!("{:>2} {heading}", info.day.ymd().2));
        self.style(text, (info.status == DayStatus::Off).then_some(CellStyle::Off))
    }

    /// An entry: an event may take two lines, with who does it in a few letters; tasks and posts one.
    fn entry(&self, row: &Row, day: Day, fit: fn(&str, usize, bool) -> String) -> Vec<String> {
        let sign = labels::sign(row.kind, self.options.ascii);
        let sign = if row.cancelled { if self.options.ascii { "x" } else { "✕" } } else { sign };
        let style = CellStyle::of(row);
        let is_tight = self.columns < TIGHT && style != CellStyle::Event;
        let start = row.start.time.filter(|_| !is_tight && row.start.day == day).map(|time| format!("{time} "));
        let nth = row.nth_day(day).map(|(nth, days)| format!("{nth}/{days} ")).unwrap_or_default();
        let time = format!("{}{nth}", start.unwrap_or_default());
        let maybe = if row.provisional { "?" } else { "" };
        let who = row.person.as_deref().filter(|_| self.view.person.is_none() && style == CellStyle::Event);
        let who = who.and_then(|name| self.initials.get(name)).map(|letters| format!(" {letters}")).unwrap_or_default();
        let (whole, short) = (printable(&row.title), printable(&row.short));
        let width = |title: &str| format!("{sign}{time}{title}{maybe}{who}").width();
        let title = if width(&whole) > self.columns { short } else { whole };
        let text = format!("{sign}{time}{title}{maybe}");
        let cut_to = |text: &str, columns: usize| fit(text, columns, self.options.ascii);
        if style != CellStyle::Event || width(&title) <= self.columns {
            let front = format!("{sign}{time}");
            let line = match text.width() <= self.columns {
                true => text,
                // the sign and the time stay, whatever of the title is cut
                false => {
                    format!("{front}{}", cut_to(&format!("{title}{maybe}"), self.columns.saturating_sub(front.width())))
                }
            };
            return vec![self.style(self.fit(&format!("{line}{who}")), Some(style))];
        }
        let at = match text.width() <= self.columns {
            true => text.len(),
            false => word_end(&text, cut(&text, self.columns)),
        };
        let room = self.columns.saturating_sub(who.width());
        let rest = cut_to(&format!(" {}", text[at..].trim_start()), room);
        let rest = self.fit(&format!("{}{who}", rest.trim_end()));
        vec![self.style(text[..at].to_owned(), Some(style)), self.style(rest, Some(style))]
    }

    /// At most the columns of a cell; what is cut shows that it is.
    fn fit(&self, text: &str) -> String {
        fit(text, self.columns, self.options.ascii)
    }

    fn style(&self, text: String, style: Option<CellStyle>) -> String {
        match style {
            Some(style) if self.options.colour && !text.is_empty() => format!("{}{text}{PLAIN}", style.mark()),
            _ => text,
        }
    }

    /// The content of the cell of a day that was not asked for: nothing is known of it.
    const fn unasked(&self) -> &'static str {
        if self.options.ascii { "-" } else { "┄" }
    }

    /// What is before a count.
    const fn times(&self) -> &'static str {
        if self.options.ascii { "x" } else { "×" }
    }

    fn legend(&self) -> String {
        let ascii = self.options.ascii;
        let text = Text::new(
            "休 放假  班 调休上班  {task}{times}n 任务  {post} 发布  {phase} 阶段  {gone} 已取消  ? 暂定",
            "off day off  work make-up workday  {task}{times}n tasks  {post} post  {phase} phase  {gone} cancelled  ? provisional",
        );
        let sign = |name: &str| match name {
            "task" => labels::sign(Kind::Task, ascii),
            "post" => labels::sign(Kind::Content, ascii),
            "phase" => labels::sign(Kind::Phase, ascii),
            "times" => self.times(),
            _ if ascii => "x",
            _ => "✕",
        };
        let mut legend = text.fill(self.view.language, |name| Some(sign(name).to_owned()));
        let shown = self.by_day.values().flatten().filter(|row| CellStyle::of(row) == CellStyle::Event);
        let names: std::collections::BTreeSet<&str> = shown.filter_map(|row| row.person.as_deref()).collect();
        let (from, to) = (self.view.calendar.from, self.view.calendar.to);
        if from != from.month().first() || to != to.month().last() {
            let text = Text::new("  {sign} 不在所选的日子里", "  {sign} not among the days asked for");
            legend.push_str(&text.fill(self.view.language, |_| Some(self.unasked().repeat(3))));
        }
        let letters = names.into_iter().filter_map(|name| Some((self.initials.get(name)?, name)));
        let letters = letters.filter(|(letters, name)| letters != name && self.view.person.is_none());
        let letters: Vec<String> = letters.map(|(letters, name)| format!("{letters} {}", printable(name))).collect();
        let people = if letters.is_empty() { String::new() } else { format!("{}\n", letters.join("  ")) };
        format!("{legend}\n{people}")
    }
}

/// The indices of the entries that a day shows: events before phases, posts and tasks, in order of time.
fn most_important(rows: &[&Row]) -> Vec<usize> {
    let rank = |row: &Row| match row.kind {
        Kind::Activity | Kind::Review | Kind::Meeting => 0,
        Kind::Phase => 1,
        Kind::Programme | Kind::Content => 2,
        Kind::Task => 3,
    };
    let mut indices: Vec<usize> = (0..rows.len()).collect();
    indices.sort_by_key(|index| (rank(rows[*index]), *index));
    indices.truncate(ENTRIES);
    indices.sort_unstable();
    indices
}
