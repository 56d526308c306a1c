//! `qun checklist`.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::args::{Checklist as Asked, ListFormat};
use super::files::{self, Over};
use super::plans::{self, Opened};
use super::session::Session;
use super::{DONE, out};
use crate::calendar::{Item, Origin, Request, calendar, item_id};
use crate::checklist::{Basis, Checklist, Span, What, absorb, is_ours, make, span};
use crate::language::{Language, Text};
use crate::render;
use crate::source::closest;
use crate::value::Day;

pub(crate) fn run(asked: &Asked, session: &Session) -> anyhow::Result<u8> {
    let (path, word) = words(&asked.words);
    let opened = plans::open(&path, session)?;
    let language = opened.language;
    let what = what(&word, &opened)?;
    let today = asked.date.unwrap_or_else(|| session.today(&opened.reading.plan));
    let reading = &opened.reading;
    let holidays = opened.holidays.get();
    let Span { day, from, to } = span(what, today, &reading.plan, &reading.index, holidays);
    let request = Request { from, to, holidays, without: None };
    let made = calendar(&reading.plan, &reading.index, &opened.library, &request)?;
    let basis =
        Basis { plan: &reading.plan, index: &reading.index, library: &opened.library, calendar: &made, day, language };
    let mut list = make(what, &basis);
    if list.sections.is_empty() {
        let words = match what {
            What::Activity(activity) if made.entries.iter().any(|entry| entry.origin == occurrence(activity)) => {
                Text::new(
                    "这个活动没有步骤；用 sop 选一套 SOP，或用 [[activities.steps]] 自己写",
                    "this activity has no steps; choose an SOP with sop, or write your own as [[activities.steps]]",
                )
            }
            _ => Text::new("之后一年里没有这个活动的安排", "this activity does not occur within the next year"),
        };
        out::talk(words.get(language));
    }
    // what is overdue is so by the clock, whichever day the list is for
    let clock = session.today(&reading.plan);
    let format = asked.format.unwrap_or_else(|| {
        match files::target(asked.output.as_deref()).and_then(|path| path.extension()?.to_str()) {
            Some("json") => ListFormat::Json,
            Some("txt") => ListFormat::Text,
            _ => ListFormat::Md,
        }
    });
    let Some(output) = files::target(asked.output.as_deref()) else {
        out::data(&shown(&list, format, clock, language));
        return Ok(DONE);
    };
    let mut over = if asked.force { Over::Anything } else { Over::Nothing };
    if format == ListFormat::Md && output.exists() {
        let old = files::read(output, language)?;
        if is_ours(&old) {
            absorb(&mut list, &old, language);
            over = Over::Anything;
        }
    }
    files::write(output, &shown(&list, format, clock, language), over, language)?;
    let told = Text::new("已写入 {path}", "written to {path}");
    out::talk(&told.fill(language, |_| Some(output.display().to_string())));
    Ok(DONE)
}

fn shown(list: &Checklist, format: ListFormat, today: Day, language: Language) -> String {
    match format {
        ListFormat::Md => render::checklist_markdown(list, today, language),
        ListFormat::Text => render::checklist_text(list, today, language),
        ListFormat::Json => render::checklist_json(list),
    }
}

/// What stands behind the entry of an activity itself.
const fn occurrence(activity: usize) -> Origin {
    Origin::Item(Item::Activity(activity))
}

/// The plan and the list that some words mean: a file comes first, and both may be left out.
fn words(words: &[String]) -> (PathBuf, String) {
    let is_file = |word: &str| word == "-" || word.ends_with(".toml") || Path::new(word).is_file();
    let path = words.iter().find(|word| is_file(word)).map_or("community.toml", String::as_str);
    let word = words.iter().find(|word| !is_file(word)).map_or("launch", String::as_str);
    (PathBuf::from(path), word.to_owned())
}

fn what(word: &str, opened: &Opened) -> anyhow::Result<What> {
    if let Some(what) = What::GENERAL.into_iter().find(|what| what.word() == word) {
        return Ok(what);
    }
    let plan = &opened.reading.plan;
    let ids: Vec<String> = (0..plan.activities.len()).map(|i| item_id(plan, Item::Activity(i))).collect();
    if let Some(index) = ids.iter().position(|id| id == word) {
        return Ok(What::Activity(index));
    }
    let names: Vec<&str> = What::GENERAL.iter().map(|what| what.word()).chain(ids.iter().map(String::as_str)).collect();
    let near = closest(word, names.iter().copied());
    let message = Text::new("没有“{word}”这张清单", "there is no checklist \"{word}\"");
    let mut lines = Text::new("可以是：{names}", "it may be: {names}").fill(opened.language, |_| Some(names.join(" ")));
    if let Some(near) = near {
        lines = format!("{}{near}\n  {lines}", Text::new("是不是：", "did you mean: ").get(opened.language));
    }
    Err(anyhow!(lines).context(message.fill(opened.language, |_| Some(word.to_owned()))))
}
