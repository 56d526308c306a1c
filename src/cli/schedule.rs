//! `qun schedule`.

use super::args::Schedule;
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::files;
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::write::{self, Overwrite};
use super::{dates, next, out};
use crate::amend;
use crate::calendar::{Calendar, Problem, Scheduler};
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::{Plan, Thing};
use crate::render::calendar::{Format, Options, Tasks, View};
use crate::render::{self, festivals_json, festivals_markdown, festivals_text};
use crate::source::Suggestion;
use crate::value::{Day, Month};

pub(crate) fn run(asked: &Schedule, session: &Session) -> Result<u8, Failure> {
    let opened = plans::open(&asked.plan, session)?;
    let (reading, language) = (&opened.reading, opened.language);
    let today = session.today(&reading.plan);
    let (from, to) = range(asked, today, language)?;
    let person = asked.person.as_deref().map(|name| person(name, &opened)).transpose()?;
    let without = asked.without.as_deref().map(|name| self::person(name, &opened)).transpose()?;
    let channel = asked.channel.as_deref().map(|name| channel(name, &opened)).transpose()?;
    let made = opened.calendar(from, to, without)?;
    let width = session.width();
    let output = files::target(asked.output.as_deref());
    let format = format(asked, width.is_some())?;
    let mut view = View::new(&reading.plan, &reading.index, &made);
    view.language = language;
    view.person = person;
    view.channel = channel;
    let text = if asked.festivals {
        festivals(&view, format, today)?
    } else {
        let options = Options {
            width: width.unwrap_or(100),
            ascii: session.ascii,
            colour: output.is_none(),
            today,
            tasks: Tasks::default(),
        };
        crate::render::calendar::calendar(&view, format, &options)
    };
    match output {
        Some(path) => {
            let overwrite = if asked.force { Overwrite::Anything } else { Overwrite::Nothing };
            write::write(path, &text, overwrite, session)?;
            let words = Text::new("已写入 {path}", "written to {path}");
            out::message(&words.fill(language, |_| Some(path.display().to_string())));
        }
        None if matches!(format, Format::Grid | Format::Agenda) => out::styled(&text),
        None => out::data(&text),
    }
    if !asked.festivals {
        next::show_if_empty(&opened, &view);
        notes(&made, &reading.plan, language);
    }
    if let Some(absent) = without {
        let absence = amend::absence(opened.calendar(from, to, None)?, &made, absent);
        out::message(&render::absence(reading, &absence, language));
    }
    Ok(DONE)
}

/// The format that was asked for: by name, by the ending of the file, else what suits a terminal or a pipe.
fn format(asked: &Schedule, on_terminal: bool) -> Result<Format, Failure> {
    match (asked.format, files::target(asked.output.as_deref())) {
        (Some(format), _) => Ok(format),
        (None, Some(path)) => {
            path.extension().and_then(|e| e.to_str()).and_then(Format::from_suffix).ok_or_else(|| {
                let words = Text::new("{path} 的后缀看不出是什么格式", "the suffix of {path} names no format");
                let hint = Text::new("用 --format 选一种：{formats}", "choose one with --format: {formats}");
                let formats = Format::ALL.map(Format::word).join(" ");
                Failure::of(words, [("path", &path.display())]).hint(Message::of(hint, [("formats", &formats)]))
            })
        }
        (None, None) if on_terminal => Ok(Format::Grid),
        (None, None) => Ok(Format::Agenda),
    }
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
        _ => {
            let words = Text::new(
                "节日一览没有 {format} 格式；用 agenda、md 或 json",
                "festivals have no {format} format; use agenda, md or json",
            );
            Err(Failure::of(words, [("format", &format.word())]))
        }
    }
}

/// First and last day of what is asked for.
fn range(asked: &Schedule, today: Day, language: Language) -> Result<(Day, Day), Failure> {
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
    let first = match &asked.month {
        Some(month) => dates::month(month, today, language)?,
        None => today.month(),
    };
    let last = Month(first.0.saturating_add(i32::try_from(asked.months).unwrap_or(i32::MAX) - 1));
    let fits = Day::MAX.month().0 - first.0 + 1;
    if fits < i32::try_from(asked.months).unwrap_or(i32::MAX) {
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
        return Err(Failure::of(words, [("month", &first), ("months", &asked.months), ("fits", &fits)]));
    }
    Ok((first.first(), last.last()))
}

/// The person of this id or name.
pub(crate) fn person(name: &str, opened: &OpenPlan) -> Result<usize, Failure> {
    let people = &opened.reading.plan.people;
    let found = people.iter().position(|person| person.key() == Some(name) || person.name.as_deref() == Some(name));
    found.ok_or_else(|| {
        let words = Text::new("团队里没有“{name}”", "no one on the team is called \"{name}\"");
        let named = people.iter().map(|person| (person.name.as_deref(), person.key()));
        Failure::of(words, [("name", &name)]).suggest(Suggestion::of_named(name, named))
    })
}

/// The channel of this id or title.
pub(crate) fn channel(name: &str, opened: &OpenPlan) -> Result<usize, Failure> {
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    match index.find("channel", name) {
        Some(Thing::Channel(channel)) => Ok(channel),
        _ => plan.channels.iter().position(|channel| channel.title.as_deref() == Some(name)).ok_or_else(|| {
            let words = Text::new("没有叫“{name}”的渠道", "there is no channel \"{name}\"");
            let named = plan
                .channels
                .iter()
                .map(|channel| (channel.title.as_deref(), channel.id.as_ref().map(|id| id.as_str())));
            Failure::of(words, [("name", &name)]).suggest(Suggestion::of_named(name, named))
        }),
    }
}

/// The problems of a calendar, a line each, on standard error.
pub(crate) fn notes(made: &Calendar<'_>, plan: &Plan, language: Language) {
    let years: Vec<String> = (made.problems.iter())
        .filter_map(|problem| match problem {
            Problem::HolidaysUnknown { year } => Some(year.to_string()),
            _ => None,
        })
        .collect();
    if !years.is_empty() {
        let words = Text::new(
            "{years} 年的放假安排还没有公布，工作日按周一到周五暂排",
            "the public holidays of {years} are not announced yet; workdays are Monday to Friday for now",
        );
        let separator = Text::new("、", ", ").get(language);
        out::message(&words.fill(language, |_| Some(years.join(separator))));
    }
    let others = made.problems.len() - years.len();
    if others > 0 {
        let words =
            Text::new("有 {n} 处排不开或对不上；用 qun lint 看是哪些", "{n|problem|problems}; qun lint shows them");
        out::message(&words.fill(language, |_| Some(others.to_string())));
    }
    if made.entries.is_empty() && plan.activities.is_empty() && plan.content.is_empty() {
        out::message(
            Text::new("计划里还没有活动和内容", "the plan has no activities and no content yet").get(language),
        );
    }
}
