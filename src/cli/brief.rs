//! `qun brief`: a person's week, a channel's texts.

use super::args::Brief;
use super::exit::DONE;
use super::failure::Failure;
use super::files;
use super::plans::OpenPlan;
use super::session::Session;
use super::{borrowed, clock, dates, deliver, next, out, plans, schedule};
use crate::checklist::{Basis, ChecklistKind, make};
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::calendar::{BriefForm, View, channel_brief, person_brief};
use crate::render::clean;
use crate::source::Suggestion;
use crate::value::Day;

pub(crate) fn run(asked: &Brief, session: &Session) -> Result<u8, Failure> {
    // qun brief Dana
    let (word, path) = plans::name_and_plan(&asked.words, asked.person.is_some() || asked.channel.is_some());
    let word = word.as_deref();
    let opened = plans::open(&path, session)?;
    let (reading, language) = (&opened.reading, opened.language);
    let form = form(asked)?;
    let word_channel = word.and_then(|word| reading.plan.channel_named(word).ok());
    let name = asked.person.as_deref().or(word.filter(|_| word_channel.is_none()));
    let person = name.map(|name| reading.plan.person_named(name)).transpose()?;
    let channel = asked.channel.as_deref().map(|name| reading.plan.channel_named(name)).transpose()?.or(word_channel);
    let zone = clock::shown_zone(asked.tz.as_deref(), person, &reading.plan)?;
    let from = first_day(asked, session.today_in(zone.as_ref(), &reading.plan), language)?;
    let made = clock::calendar(&opened, (from, from.plus(6)), None, zone.as_ref())?;
    let view = View { person, zone: zone.as_ref(), ..opened.view(&made) };
    let text = match (person, channel) {
        (Some(person), _) => person_brief(&view, &clean(&Thing::Person(person).label(&reading.plan, language)), form),
        (None, Some(channel)) => channel_brief(&view, channel, form),
        (None, None) => {
            let words = Text::new(
                "要谁的一周？加 --person 名字 或 --channel id",
                "which week to show? Give --person NAME or --channel ID",
            );
            let people =
                (0..reading.plan.people.len()).map(|person| Thing::Person(person).label(&reading.plan, language));
            return Err(Failure::new(words).suggest(Suggestion::All(people.collect())));
        }
    };
    match files::target(asked.output.as_deref()) {
        None => out::data(&text),
        Some(path) => deliver::to_file(path, &text, asked.force, language, session)?,
    }
    if let Some(person) = person {
        show_standing_work(&opened, &view, person);
    }
    borrowed::show(&opened);
    next::show_if_empty(&opened, &view);
    schedule::show_notes(&view, false);
    Ok(DONE)
}

/// Says how much of the weekly checklist is theirs besides: it has no dates, and is not in the calendar.
fn show_standing_work(opened: &OpenPlan, view: &View<'_>, person: usize) {
    let (plan, index, language) = (view.plan, view.index, opened.language);
    let (library, day) = (&opened.library, view.calendar.from);
    let basis = Basis { plan, index, library, calendar: view.calendar, day, language };
    let list = make(ChecklistKind::Weekly, &basis);
    let name = Thing::Person(person).label(plan, language);
    let separator = Text::new("、", ", ").get(language);
    let is_theirs = |names: &String| names.split(separator).any(|one| one == name);
    let sections = list.sections.iter().filter(|section| section.id != "calendar");
    let items = sections.flat_map(|section| &section.items);
    let count = items.filter(|item| item.person.as_ref().is_some_and(is_theirs)).count();
    let words = Text::new(
        "另有每周清单里的 {n} 件：qun checklist weekly --by person",
        "and {n|item|items} of the weekly checklist: qun checklist weekly --by person",
    );
    if count > 0 {
        out::message(&words.fill(language, |_| Some(count.to_string())));
    }
}

/// A day that was named, else the Monday of this week or the next.
fn first_day(asked: &Brief, today: Day, language: Language) -> Result<Day, Failure> {
    match &asked.from {
        Some(from) => dates::day(from, today, language),
        None => Ok(today.monday().plus(7 * asked.week)),
    }
}

/// The format that was asked for: by name, by the ending of the file, else text.
fn form(asked: &Brief) -> Result<BriefForm, Failure> {
    let suffix = files::target(asked.output.as_deref()).and_then(|path| path.extension()?.to_str());
    match (asked.format, suffix.map(str::to_ascii_lowercase).as_deref()) {
        (Some(form), _) => Ok(form),
        (None, Some("md" | "markdown")) => Ok(BriefForm::Markdown),
        (None, None | Some("txt")) => Ok(BriefForm::Text),
        (None, Some(other)) => {
            let words = Text::new(
                "看不出 .{other} 要什么格式；后缀用 md 或 txt，或加 --format",
                "no format has the suffix .{other}; use md or txt, or give --format",
            );
            Err(Failure::of(words, [("other", &other)]))
        }
    }
}
