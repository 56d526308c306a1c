//! `qun add`: one more thing in the plan, from options; what is missing is asked on a terminal.

mod args;
mod words;

use std::io::IsTerminal;

use anyhow::anyhow;

use super::edit::{self, Draft};
use super::plans::Opened;
use super::session::Session;
use super::{DONE, init, out, prompt, schedule};
use crate::calendar::{Calendar, Entry, Item, Origin};
use crate::finding::Literal;
use crate::interview::adding::{ADDABLE, Addable, element, value};
use crate::interview::{Interview, Refusal};
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::calendar::View;
use crate::render::{clean, dates};
use crate::source::{KeyInfo, Shape};
use crate::value::Day;

pub(crate) use args::{Add, kinds};

/// Days ahead in which the first dates of what was added are looked for.
const AHEAD: i32 = 366;
/// Dates that are shown.
const SHOWN: usize = 3;

pub(crate) fn run(asked: &Add, session: &Session) -> anyhow::Result<u8> {
    let what = asked.what.ok_or_else(|| no_kind(session.language()))?;
    let before = edit::open(&asked.plan, session)?;
    let opened = &before.opened;
    let language = opened.language;
    let today = session.today(&opened.reading.plan);
    let mut given = given(asked, opened, today)?;
    let known = given.iter().map(|(key, _)| *key).collect();
    let mut interview = Interview::adding(&opened.library, what, (&before.text, known), language, today);
    if !interview.missing().is_empty() {
        if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
            return Err(missing(what, &interview, language));
        }
        let mut echo = |interview: &Interview<'_>| {
            init::echo_dates(interview, today, opened.holidays.get());
            Ok(())
        };
        match prompt::run(&mut interview, &mut echo)? {
            prompt::Outcome::Done => given.extend(interview.added()),
            prompt::Outcome::Stopped => return Ok(prompt::INTERRUPTED),
        }
    }
    refuse_namesake(what, opened, &given)?;
    let (added, id) = element(what, &opened.reading.index, &given);
    let after = before.edited(&[added], &asked.plan)?;
    let coming = coming(&after, what, &id, today)?;
    let first = coming.as_ref().and_then(|made| made.entries.first()).map_or(today, |entry| entry.at.day);
    if !asked.force {
        after.refuse_errors(&before, first, session)?;
    }
    if edit::deliver(&asked.plan, &before.text, &after.text, asked.dry_run, language)? {
        out::talk(&clean(&done(&after, what, &id)));
    }
    if let Some(made) = coming {
        let none = Text::new(
            "往后一年里没有它的日子；用 qun why {id} 看原因",
            "it has no date in the coming year; see why with qun why {id}",
        );
        let mut view = View::new(&after.opened.reading.plan, &after.opened.reading.index, &made);
        view.language = language;
        match made.entries.is_empty() {
            true => out::talk(&none.fill(language, |_| Some(id.clone()))),
            false => out::talk(dates(&view).trim_end()),
        }
    }
    after.tell_news(&before, first, session);
    Ok(DONE)
}

/// Without a kind: which there are.
fn no_kind(language: Language) -> anyhow::Error {
    let kinds: Vec<String> = ADDABLE.iter().map(|what| format!("{} {}", what.word, what.name.zh)).collect();
    let words: Vec<&str> = ADDABLE.iter().map(|what| what.word).collect();
    let list = match language {
        Language::Zh => kinds.join("、"),
        Language::En => words.join(", "),
    };
    let message = Text::new("加什么？", "add what?").get(language);
    let help = Text::new("可以是：{list}", "it may be: {list}").fill(language, |_| Some(list.clone()));
    anyhow!("{}", Text::new("例如 qun add activity", "for example qun add activity").get(language))
        .context(help)
        .context(message)
}

/// The values of the options.
fn given(asked: &Add, opened: &Opened, today: Day) -> anyhow::Result<Vec<(&'static str, Literal)>> {
    let reading = &opened.reading;
    let one = |(info, text): &(&'static KeyInfo, String)| {
        let value = value(&info.shape, text, (&reading.plan, &reading.index), today);
        let colon = Text::new("：", ": ").get(opened.language);
        let told = |refusal: Refusal| clean(&refusal.message(opened.language));
        value
            .map(|value| (info.key, value))
            .map_err(|refusal| anyhow!("{}{colon}{}", args::flag(info.key), told(refusal)))
    };
    asked.given.iter().map(one).collect()
}

/// Two people of one name are told apart by an id only.
fn refuse_namesake(what: &Addable, opened: &Opened, given: &[(&str, Literal)]) -> anyhow::Result<()> {
    let has = |key: &str| given.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
    let (Some(Literal::Text(name)), None, "person") = (has("name"), has("id"), what.word) else { return Ok(()) };
    if !opened.reading.plan.people.iter().any(|person| person.name.as_deref() == Some(name)) {
        return Ok(());
    }
    let words = Text::new("团队里已经有“{name}”", "there is a \"{name}\" already");
    let help = Text::new("同名的另一个人，加 --id 区分", "somebody else of this name is told apart by --id");
    Err(anyhow!(help.get(opened.language)).context(words.fill(opened.language, |_| Some(name.clone()))))
}

/// What is missing where nobody can be asked.
fn missing(what: &Addable, interview: &Interview<'_>, language: Language) -> anyhow::Error {
    let keys: Vec<&str> = interview.missing().into_iter().map(Addable::key_of).collect();
    let flags: Vec<String> = keys.iter().map(|key| args::flag(key)).collect();
    let wide = flags.iter().map(String::len).max().unwrap_or_default();
    let line = |(flag, key): (&String, &&str)| {
        let about = what.keys().find(|info| info.key == *key).map(|info| said(info, interview, language));
        format!("{flag:wide$}  {}", about.unwrap_or_default())
    };
    let lines: Vec<String> = flags.iter().zip(&keys).map(line).collect();
    let words = Text::new("要加{what}，还缺：", "missing for a new {what}:");
    let message = words.fill(language, |_| Some(what.name.get(language).to_owned()));
    anyhow!(lines.join("\n  ")).context(message)
}

/// What a key says, and what it can name in this plan.
fn said(info: &KeyInfo, interview: &Interview<'_>, language: Language) -> String {
    match info.shape {
        Shape::Reference(..) | Shape::List(_) => {
            let names = interview.choices_of(info.key);
            let words: Vec<&str> = names.iter().map(|choice| choice.word.as_str()).collect();
            clean(&args::with_words(info.about.get(language), &words, language))
        }
        _ => args::about(info, language),
    }
}

/// `加好了：活动“周末观影”（film-night）`
fn done(after: &Draft, what: &Addable, id: &str) -> String {
    let opened = &after.opened;
    let (plan, language) = (&opened.reading.plan, opened.language);
    let thing = opened.reading.index.find(what.kind, id);
    let called = thing.and_then(|thing| thing.called(plan, language)).filter(|name| name != id);
    let words = match called {
        Some(_) => Text::new("加好了：{what}“{name}”，id 是 {id}", "added: {what} \"{name}\" as {id}"),
        None => Text::new("加好了：{what}“{id}”", "added: {what} \"{id}\""),
    };
    words.fill(language, |fact| {
        Some(match fact {
            "what" => what.name.get(language).to_owned(),
            "name" => called.clone().unwrap_or_default(),
            _ => id.to_owned(),
        })
    })
}

/// The calendar of what was added, only its next dates; none for what has no dates.
fn coming<'a>(after: &'a Draft, what: &Addable, id: &str, today: Day) -> anyhow::Result<Option<Calendar<'a>>> {
    let index = &after.opened.reading.index;
    let is_of: Box<dyn Fn(&Entry) -> bool> = match index.find(what.kind, id) {
        Some(Thing::Activity(i)) => Box::new(move |entry| entry.origin == Origin::Item(Item::Activity(i))),
        Some(Thing::Content(i)) => Box::new(move |entry| entry.origin == Origin::Item(Item::Content(i))),
        Some(Thing::Cohort(i)) => {
            Box::new(move |entry| matches!(entry.origin, Origin::Item(Item::Programme(cohort, _)) if cohort == i))
        }
        _ => return Ok(None),
    };
    let mut made = schedule::make(&after.opened, today, today.plus(AHEAD), None)?;
    made.entries.retain(|entry| is_of(entry));
    made.entries.truncate(SHOWN);
    Ok(Some(made))
}
