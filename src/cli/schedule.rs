//! `qun schedule`.

mod streamed;

use super::args::{CalendarFormat, OtherTool, Schedule};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::files;
use super::session::Session;
use super::{borrowed, clock, dates, deliver, next, out, plans};
use crate::amend;
use crate::calendar::{CalendarSummary, Scheduler};
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::calendar::{
    CsvColumn, Format, Options, StreamedFormat, Tasks, View, announcement, csv_of, discord_events, google_csv, notes,
    xlsx,
};
use crate::render::page::{OwnPages, agenda_page, month_page};
use crate::render::{self, clean, festivals_json, festivals_markdown, festivals_text};
use crate::value::{Day, Month};

pub(crate) fn run(asked: &Schedule, session: &Session) -> Result<u8, Failure> {
    // qun schedule december, qun schedule Dana
    let word = plans::word_for_plan(&asked.plan);
    let path = plans::path_or_standard(&asked.plan, word);
    let opened = plans::open(path, session)?;
    let (reading, language) = (&opened.reading, opened.language);
    let today = session.today(&reading.plan);
    let is_month =
        |word: &&str| asked.month.is_none() && asked.from.is_none() && human_date::month(word, today).is_ok();
    let month = word.filter(is_month);
    let (from, to) = range(asked, asked.month.as_deref().or(month), today, language)?;
    let word = word.filter(|_| month.is_none());
    let person = asked.person.as_deref().or(word).map(|name| reading.plan.person_named(name)).transpose()?;
    let without = asked.if_away.as_deref().map(|name| reading.plan.person_named(name)).transpose()?;
    let channel = asked.channel.as_deref().map(|name| reading.plan.channel_named(name)).transpose()?;
    let zone = clock::shown_zone(asked.tz.as_deref(), person, &reading.plan)?;
    let width = session.width();
    let output = files::target(asked.output.as_deref());
    let format = format(asked, width.is_some());
    let is_of_this_month = asked.month.is_none() && month.is_none() && asked.from.is_none();
    let streamed =
        format.as_ref().ok().filter(|_| without.is_none()).and_then(|format| streamed_format(asked, *format));
    if let Some(format) = streamed {
        let filters = streamed::Filters { range: (from, to), person, channel, zone: zone.as_ref() };
        let say_month = || {
            if is_of_this_month && is_late(today) {
                show_next_month(today, language);
            }
        };
        streamed::run(&opened, &filters, (asked, format), today, &say_month, session)?;
        return Ok(DONE);
    }
    let made = clock::calendar(&opened, (from, to), without, zone.as_ref())?;
    let format = format?;
    let view = View { person, channel, zone: zone.as_ref(), ..opened.view(&made) };
    match format {
        CalendarFormat::Workbook => workbook(&view, asked, today, session)?,
        CalendarFormat::OtherTool(tool) => {
            if asked.festivals {
                return Err(no_festivals(tool.word()));
            }
            let (text, notes) = match tool {
                OtherTool::GoogleCsv => (google_csv(&view), Vec::new()),
                OtherTool::Discord => discord_events(&view),
                OtherTool::Announcement => (announcement(&view), Vec::new()),
            };
            match output {
                Some(path) => deliver::to_file(path, &text, asked.force, language, session)?,
                None => out::data(&text),
            }
            notes.iter().for_each(|line| out::message(line));
        }
        CalendarFormat::Page | CalendarFormat::AgendaPage => {
            page(&view, format, asked, &session.page_templates(path), session)?;
        }
        CalendarFormat::Text(format) => {
            let options = Options {
                width: width.unwrap_or(100),
                ascii: session.ascii,
                colour: output.is_none(),
                today,
                tasks: Tasks::default(),
            };
            let text = match asked.festivals {
                true => festivals(&view, format, today)?,
                false if format == Format::Csv => csv_of(&view, columns(asked)),
                false => crate::render::calendar::calendar(&view, format, &options),
            };
            match output {
                Some(path) => deliver::to_file(path, &text, asked.force, language, session)?,
                None if matches!(format, Format::Grid | Format::Agenda) => out::styled(&text),
                None => out::data(&text),
            }
        }
    }
    if is_of_this_month && is_late(today) {
        show_next_month(today, language);
    }
    if !asked.festivals {
        borrowed::show(&opened);
        next::show_if_empty(&opened, &view);
        show_notes(&view, asked.quiet_years);
    }
    if let Some(absent) = without {
        let absence = amend::absence(clock::calendar(&opened, (from, to), None, zone.as_ref())?, &made, absent);
        out::message(&render::absence(reading, &absence, language));
    }
    Ok(DONE)
}

/// The format that was asked for: by name, by the ending of the file, else what suits a terminal or a pipe.
fn format(asked: &Schedule, on_terminal: bool) -> Result<CalendarFormat, Failure> {
    match (asked.format, files::target(asked.output.as_deref())) {
        (Some(format), _) => Ok(format),
        (None, Some(path)) => {
            path.extension().and_then(|e| e.to_str()).and_then(CalendarFormat::from_suffix).ok_or_else(|| {
                let words = Text::new("{path} 的后缀看不出是什么格式", "the suffix of {path} names no format");
                let hint = Text::new("用 --format 选一种：{formats}", "choose one with --format: {formats}");
                let formats = CalendarFormat::all().map(|(word, _)| word).collect::<Vec<_>>().join(" ");
                Failure::of(words, [("path", &path.display())]).hint(Message::of(hint, [("formats", &formats)]))
            })
        }
        (None, None) if on_terminal => Ok(CalendarFormat::Text(Format::Grid)),
        (None, None) => Ok(CalendarFormat::Text(Format::Agenda)),
    }
}

/// The form in which a calendar is written while it is made; none where it has to be there as a whole.
fn streamed_format(asked: &Schedule, format: CalendarFormat) -> Option<StreamedFormat<'_>> {
    match format {
        _ if asked.festivals => None,
        CalendarFormat::Text(Format::Csv) => Some(StreamedFormat::Csv(columns(asked))),
        CalendarFormat::Text(Format::Json) => Some(StreamedFormat::Json),
        CalendarFormat::Text(Format::Ics) => Some(StreamedFormat::Ics),
        _ => None,
    }
}

/// The columns of the table.
fn columns(asked: &Schedule) -> &[CsvColumn] {
    asked.columns.as_ref().map_or_else(|| CsvColumn::all(), |columns| &columns.0)
}

/// The calendar as a workbook: into a file, or to another program.
fn workbook(view: &View<'_>, asked: &Schedule, today: Day, session: &Session) -> Result<(), Failure> {
    if asked.festivals {
        return Err(no_festivals("xlsx"));
    }
    let bytes = xlsx(view, today).map_err(anyhow::Error::from)?;
    match files::target(asked.output.as_deref()) {
        Some(path) => deliver::to_file(path, bytes, asked.force, view.language, session)?,
        None => deliver::to_output(&bytes)?,
    }
    Ok(())
}

/// The calendar as a page: months, or a list of days for one person.
fn page(
    view: &View<'_>,
    format: CalendarFormat,
    asked: &Schedule,
    own: &OwnPages,
    session: &Session,
) -> Result<(), Failure> {
    if asked.festivals {
        return Err(no_festivals("html"));
    }
    let person = view.person.map(|person| Thing::Person(person).label(view.plan, view.language));
    let html = match (&person, format) {
        (None, CalendarFormat::Page) => month_page(view, asked.paper, own)?,
        (person, _) => agenda_page(view, &clean(person.as_deref().unwrap_or_default()), own)?,
    };
    match files::target(asked.output.as_deref()) {
        Some(path) => deliver::to_file(path, &html, asked.force, view.language, session)?,
        None => out::data(&html),
    }
    Ok(())
}

/// The festivals of the calendar's range.
fn festivals(view: &View<'_>, format: Format, today: Day) -> Result<String, Failure> {
    let calendar = view.calendar;
    let scheduler = Scheduler::new(view.plan, view.index, calendar.holidays);
    let festivals = scheduler.festivals((calendar.from, calendar.to));
    match format {
        Format::Grid | Format::Agenda => Ok(festivals_text(&festivals, view, today)),
        Format::Md => Ok(festivals_markdown(&festivals, view, today)),
        Format::Json => Ok(festivals_json(&festivals, view, today)),
        _ => Err(no_festivals(format.word())),
    }
}

fn no_festivals(format: &str) -> Failure {
    let words = Text::new(
        "节日一览没有 {format} 格式；用 agenda、md 或 json",
        "festivals have no {format} format; use agenda, md or json",
    );
    Failure::of(words, [("format", &format)])
}

/// From this day of a month on, the next month is shown where none is named.
const LATE: i32 = 25;

/// Whether a month is nearly over: what is ahead is the next one.
pub(super) fn is_late(today: Day) -> bool {
    today.ymd().2 >= LATE
}

/// That the next month is shown, and how to see this one.
pub(super) fn show_next_month(today: Day, language: Language) {
    let words = Text::new(
        "这个月快过完了，列的是 {next}；看这个月：qun schedule --month {this}",
        "{next} is shown, as this month is nearly over; for this one: qun schedule --month {this}",
    );
    let (this, next) = (today.month(), Month(today.month().0 + 1));
    out::message(&words.fill(language, |name| Some(if name == "next" { next } else { this }.to_string())));
}

/// First and last day of what is asked for.
fn range(asked: &Schedule, month: Option<&str>, today: Day, language: Language) -> Result<(Day, Day), Failure> {
    if let (Some(from), Some(typed)) = (&asked.from, &asked.to) {
        let from = dates::day(from, today, language)?;
        let to = dates::day(typed, today, language)?;
        // without a year: the one after the first day
        let to = if to < from { human_date::day(typed, from).unwrap_or(to) } else { to };
        if to < from {
            let words = Text::new("结束的日子 {to} 在开始 {from} 之前", "the end {to} comes before the start {from}");
            return Err(Failure::of(words, [("to", &to), ("from", &from)]));
        }
        return Ok((from, to));
    }
    let first = match month {
        Some(month) => dates::month(month, today, language)?,
        None if is_late(today) => Month(today.month().0 + 1),
        None => today.month(),
    };
    first.span(asked.months).map_err(|fits| {
        let words = match fits {
            ..=0 => Text::new("日历只排到 9999-12", "the calendar ends in 9999-12"),
            1 => Text::new(
                "日历只排到 9999-12，从 {month} 起排不下 {months} 个月；去掉 --months",
                "the calendar ends in 9999-12, less than {months} months from {month}; leave out --months",
            ),
            _ => Text::new(
                "日历只排到 9999-12，从 {month} 起排不下 {months} 个月；最多写 --months {fits}",
                "the calendar ends in 9999-12, less than {months} months from {month}; use --months {fits} at most",
            ),
        };
        Failure::of(words, [("month", &first), ("months", &asked.months), ("fits", &fits)])
    })
}

/// Shows the problems of a calendar on standard error.
pub(crate) fn show_notes(view: &View<'_>, is_quiet: bool) {
    notes(view, &CalendarSummary::of(view.calendar), is_quiet).iter().for_each(|line| out::message(line));
}
