//! `qun checklist`.

use std::path::{Path, PathBuf};

use super::args::{Checklist as Asked, ListFormat};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::files;
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::write::{self, Overwrite};
use super::{dates, out};
use crate::calendar::{Item, Origin};
use crate::checklist::{
    Basis, Checklist, ChecklistKind, ListHead, ListSpan, absorb, first_day, group, head, list_named, make, span,
};
use crate::language::{Language, Text};
use crate::plan::UnknownName;
use crate::render;
use crate::value::Day;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (path, word) = words(&asked.words)?;
    let opened = plans::open(&path, session)?;
    let language = opened.language;
    let list_kind = match &asked.role {
        Some(name) => ChecklistKind::Role(handed_over(name, &word, &opened)?),
        None => list_kind(&word, &opened)?,
    };
    let from = asked.from.as_deref().map(|from| first_day_of(from, &opened, session)).transpose()?;
    let today = session.today(&opened.reading.plan);
    let date = asked.date.as_deref().map(|date| dates::first_day(date, today, language)).transpose()?;
    let today = date.or(from).unwrap_or(today);
    let reading = &opened.reading;
    let holidays = &opened.holidays;
    let ListSpan { day, from, to } = span(list_kind, today, &reading.plan, &reading.index, holidays);
    let made = opened.calendar(from, to, None)?;
    let basis =
        Basis { plan: &reading.plan, index: &reading.index, library: &opened.library, calendar: &made, day, language };
    let mut list = make(list_kind, &basis);
    if list.sections.is_empty() {
        let words = match list_kind {
            ChecklistKind::Activity(activity)
                if made.entries.iter().any(|entry| entry.origin == occurrence(activity)) =>
            {
                Text::new(
                    "这个活动没有步骤；用 sop 选一套 SOP，或用 [[activities.steps]] 自己写",
                    "this activity has no steps; choose an SOP with sop, or write your own as [[activities.steps]]",
                )
            }
            _ => Text::new("之后一年里没有这个活动的安排", "this activity does not occur within the next year"),
        };
        out::message(words.get(language));
    }
    // what is overdue is so by the clock, whichever day the list is for
    let clock = session.today(&reading.plan);
    let format = format(asked)?;
    list = group(list, asked.by, language);
    let Some(output) = files::target(asked.output.as_deref()) else {
        out::data(&shown(&list, format, clock, language));
        return Ok(DONE);
    };
    write_list(&list, (output, format), &|list| shown(list, format, clock, language), asked.force, session)?;
    let words = Text::new("已写入 {path}", "written to {path}");
    out::message(&words.fill(language, |_| Some(output.display().to_string())));
    Ok(DONE)
}

/// Writes a list, with what people wrote into the one that is there; where they write at the same time, with that too.
fn write_list(
    list: &Checklist,
    (output, format): (&Path, ListFormat),
    shown: &dyn Fn(&Checklist) -> String,
    force: bool,
    session: &Session,
) -> Result<(), Failure> {
    let language = session.failure_language();
    while format == ListFormat::Md && output.is_file() {
        let old = files::read(output, language)?;
        match head(&old) {
            Some(head) if (head.name.as_str(), head.of.or(list.of)) == (list.name.as_str(), list.of) => {
                let mut list = list.clone();
                absorb(&mut list, &old, language);
                if write::replace(output, &old, &shown(&list), session)? {
                    return Ok(());
                }
            }
            Some(head) if !force => return Err(other_list_refusal(output, &head, list)),
            _ => break,
        }
    }
    let overwrite = if force { Overwrite::Anything } else { Overwrite::Nothing };
    Ok(write::write(output, &shown(list), overwrite, session)?)
}

/// The format that was asked for: by name, by the ending of the file, else Markdown.
fn format(asked: &Asked) -> Result<ListFormat, Failure> {
    let suffix = files::target(asked.output.as_deref()).and_then(|path| path.extension()?.to_str());
    match (asked.format, suffix.map(str::to_ascii_lowercase).as_deref()) {
        (Some(format), _) => Ok(format),
        (None, None | Some("md" | "markdown")) => Ok(ListFormat::Md),
        (None, Some("txt")) => Ok(ListFormat::Text),
        (None, Some("csv")) => Ok(ListFormat::Csv),
        (None, Some("json")) => Ok(ListFormat::Json),
        (None, Some(other)) => {
            let words = Text::new(
                "看不出 .{other} 要什么格式；后缀用 md txt csv json，或加 --format",
                "no format has the suffix .{other}; use md, txt, csv or json, or give --format",
            );
            Err(Failure::of(words, [("other", &other)]))
        }
    }
}

/// A file that holds another list: its ticks are of another day or another thing.
fn other_list_refusal(output: &Path, head: &ListHead, list: &Checklist) -> Failure {
    let called = |name: &str, of: Option<Day>| of.map_or_else(|| name.to_owned(), |of| format!("{name} {of}"));
    let stem = |name: &str, of: Option<Day>| called(name, of).replace(' ', "-");
    let words = Text::new("这个文件里是另一张清单（{list}）", "this file has another checklist ({list})");
    let more = Text::new(
        "写到另一个文件，如 -o {file}；要换掉它，连同里面的勾，用 --force",
        "write to another file, such as -o {file}; --force replaces this one, ticks included",
    );
    let file = format!("{}.md", stem(&list.name, list.of));
    Failure::at(output, Message::of(words, [("list", &called(&head.name, head.of))]))
        .hint(Message::of(more, [("file", &file)]))
}

fn shown(list: &Checklist, format: ListFormat, today: Day, language: Language) -> String {
    match format {
        ListFormat::Md => render::checklist_markdown(list, today, language),
        ListFormat::Text => render::checklist_text(list, today, language),
        ListFormat::Csv => render::checklist_csv(list, language),
        ListFormat::Json => render::checklist_json(list),
    }
}

/// The origin of the entry of an activity itself.
const fn occurrence(activity: usize) -> Origin {
    Origin::Item(Item::Activity(activity))
}

/// The plan and the list that some words mean: a file comes first, and both may be left out.
fn words(words: &[String]) -> Result<(PathBuf, String), Failure> {
    let is_file = |word: &&String| {
        *word == "-" || word.ends_with(".toml") || (ChecklistKind::of_word(word).is_none() && Path::new(word).is_file())
    };
    let (files, lists): (Vec<&String>, Vec<&String>) = words.iter().partition(is_file);
    for many in [&files, &lists] {
        if let [_, extra, ..] = many[..] {
            let words = Text::new("一次只做一张清单；去掉“{word}”", "one checklist at a time; leave out \"{word}\"");
            return Err(Failure::of(words, [("word", extra)]));
        }
    }
    let or = |of: &[&String], default: &str| of.first().map_or_else(|| default.to_owned(), |word| (*word).clone());
    Ok((PathBuf::from(or(&files, plans::STANDARD)), or(&lists, "launch")))
}

/// The day from which the list counts.
fn first_day_of(from: &str, opened: &OpenPlan, session: &Session) -> Result<Day, Failure> {
    let plan = &opened.reading.plan;
    first_day(from, plan, session.today(plan)).ok_or_else(|| {
        let words = Text::new(
            "“{from}”不是日期，也不是有开始日期的一期",
            "\"{from}\" is neither a date nor a cohort with a first day",
        );
        Failure::of(words, [("from", &from)])
    })
}

/// The role that is handed over; only a handover has one.
fn handed_over(name: &str, list: &str, opened: &OpenPlan) -> Result<usize, Failure> {
    if list_kind(list, opened)? != ChecklistKind::Handover {
        let words = Text::new("--role 只用于 handover 清单", "--role is only for the handover checklist");
        return Err(Failure::new(words));
    }
    Ok(opened.reading.plan.role_named(name)?)
}

fn list_kind(word: &str, opened: &OpenPlan) -> Result<ChecklistKind, UnknownName> {
    list_named(word, &opened.reading.plan, &opened.library, opened.language)
}
