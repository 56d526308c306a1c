//! The calendar as a list, day by day.

use super::by_day::by_day;
use super::day::DayRow;
use super::labels;
use super::options::Options;
use super::row::Row;
use super::view::View;
use crate::calendar::Kind;
use crate::knowledge::DayStatus;
use crate::language::Text;
use crate::value::Day;
use anstyle::{AnsiColor, Style};

/// Columns of the time: `14:00–16:00`.
const TIME: usize = 11;

/// The days that hold something, each with its lines.
pub(super) fn agenda(view: &View<'_>, options: &Options) -> String {
    let language = view.language;
    let rows = view.running_rows();
    let mut out = String::new();
    let rows = by_day(&rows, (view.calendar.from, view.calendar.to));
    let mut month = None;
    for day in view.days() {
        let Some(rows) = rows.get(&day.day) else { continue };
        if month != Some(day.day.month()) {
            month = Some(day.day.month());
            let title = labels::title(&labels::month(day.day.month(), language), &view.heading());
            out.push_str(&format!(
                "{}{}\n",
                if out.is_empty() { "" } else { "\n" },
                paint(&title, Style::new().bold(), options)
            ));
        }
        out.push('\n');
        out.push_str(&day_line(view, &day, options));
        for row in rows {
            out.push_str(&line(view, row, day.day, options));
        }
    }
    if out.is_empty() {
        let text = Text::new("{from} 至 {to} 没有安排。", "Nothing from {from} to {to}.");
        let (from, to) = (view.calendar.from.to_string(), view.calendar.to.to_string());
        out = text.fill(language, |name| Some(if name == "from" { from.clone() } else { to.clone() }));
        out.push('\n');
    }
    out
}

fn day_line(view: &View<'_>, day: &DayRow, options: &Options) -> String {
    let mut text = labels::heading(day.day, view.language);
    let heading = day.heading(view.language, view.shows_almanac());
    if !heading.is_empty() {
        text.push_str(&format!(" {heading}"));
    }
    let style = if day.status == DayStatus::Off { AnsiColor::Red.on_default().bold() } else { Style::new().bold() };
    format!("{}\n", paint(&text, style, options))
}

fn line(view: &View<'_>, row: &Row, day: Day, options: &Options) -> String {
    let language = view.language;
    let untimed = labels::untimed_on(row, day).get(language);
    let time = labels::when_on(row, day, if options.ascii { "-" } else { "–" }, language)
        .unwrap_or_else(|| untimed.to_owned());
    let pad = " ".repeat(TIME.saturating_sub(unicode_width::UnicodeWidthStr::width(time.as_str())));
    let sign = match labels::sign(row.kind, options.ascii) {
        "" => " ",
        sign => sign,
    };
    let title = paint(&row.title, style(row), options);
    let arrow = if row.sends.is_empty() {
        "@"
    } else if options.ascii {
        "-> "
    } else {
        "→ "
    };
    let mut parts = vec![title];
    parts.extend(labels::destination(row, language).map(|destination| format!("{arrow}{destination}")));
    parts.extend(labels::who(row, language));
    let notes = labels::notes_on(row, day, language).join(Text::new("；", "; ").get(language));
    if !notes.is_empty() {
        parts.push(Text::new("（{n}）", "({n})").fill(language, |_| Some(notes.clone())));
    }
    format!("  {time}{pad} {sign} {}\n", parts.join("  "))
}

/// How the title of a row looks.
pub(super) fn style(row: &Row) -> Style {
    match row.kind {
        _ if row.cancelled => Style::new().dimmed().strikethrough(),
        Kind::Activity | Kind::Review | Kind::Meeting => Style::new().bold(),
        Kind::Content | Kind::Programme => AnsiColor::Green.on_default(),
        Kind::Task => AnsiColor::Cyan.on_default(),
        Kind::Phase => AnsiColor::Magenta.on_default(),
    }
}

pub(super) fn paint(text: &str, style: Style, options: &Options) -> String {
    if options.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
