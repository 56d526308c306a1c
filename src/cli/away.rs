//! `qun away`: who is not there on which days, who does their work then, and what nobody does.

use anyhow::anyhow;

use super::args::Away;
use super::edit;
use super::session::Session;
use super::{DONE, cover, dates, out, schedule};
use crate::finding::{Edit, KeyPath, Literal};
use crate::language::{Language, Text};
use crate::plan::people::Person;
use crate::render::clean;
use crate::value::Day;

/// The longest absence that is taken, in days: longer is most likely a slip.
const LONGEST: i32 = 366;

pub(crate) fn run(asked: &Away, session: &Session) -> anyhow::Result<u8> {
    let before = edit::open(&asked.plan, session)?;
    let opened = &before.opened;
    let (plan, language) = (&opened.reading.plan, opened.language);
    let person = schedule::person(&asked.name, opened)?;
    let days = span(&asked.days, session.today(plan), language)?;
    let who = &plan.people[person];
    let name = clean(who.shown().unwrap_or_default());
    let edits = edits(who, person, days, asked.reason.as_deref());
    let after = before.edited(&edits, &asked.plan)?;
    let is_written = edit::deliver(&asked.plan, &before.text, &after.text, asked.dry_run, language)?;
    if edits.is_empty() {
        let words = Text::new("计划里已经记着 {name} 这几天不在", "the plan says already that {name} is away then");
        out::talk(&words.fill(language, |_| Some(name.clone())));
    } else if is_written {
        out::talk(&said(&name, days, language));
    }
    let old = schedule::make(&before.opened, days.0, days.1, None)?;
    cover::tell(&before.opened, old, &schedule::make(&after.opened, days.0, days.1, None)?, person);
    after.tell_news(&before, days.0, session);
    Ok(DONE)
}

/// `小雨 2026-12-24 周四 到 2026-12-27 周日 不在`
fn said(name: &str, (first, last): (Day, Day), language: Language) -> String {
    let words = match first == last {
        true => Text::new("{name} {first} 不在", "{name} is away on {first}"),
        false => Text::new("{name} {first} 到 {last} 不在", "{name} is away from {first} to {last}"),
    };
    let day = |day: Day| format!("{day} {}", day.weekday().short().get(language));
    words.fill(language, |fact| {
        Some(match fact {
            "name" => name.to_owned(),
            "first" => day(first),
            _ => day(last),
        })
    })
}

fn span(text: &str, today: Day, language: Language) -> anyhow::Result<(Day, Day)> {
    let (first, last) = Day::span_typed(text, today).map_err(|error| dates::unread(text, error, language))?;
    if last.0 - first.0 >= LONGEST {
        let words = Text::new(
            "“{text}”超过一年；要离开这么久，用 qun set people.名字.until 日期",
            "\"{text}\" is longer than a year; for somebody who leaves: qun set people.NAME.until DATE",
        );
        return Err(anyhow!(words.fill(language, |_| Some(clean(text)))));
    }
    Ok((first, last))
}

/// Nothing where the days are noted already.
fn edits(who: &Person, person: usize, (first, last): (Day, Day), reason: Option<&str>) -> Vec<Edit> {
    let covers = |days: &crate::plan::channels::Days| {
        days.from.is_some_and(|from| from <= first) && days.to.or(days.from).is_some_and(|to| last <= to)
    };
    if who.away.iter().any(covers) {
        return Vec::new();
    }
    let mut table = vec![("from".to_owned(), Literal::Day(first)), ("to".to_owned(), Literal::Day(last))];
    table.extend(reason.map(|reason| ("note".to_owned(), reason.into())));
    let path = KeyPath::of(&["people"]).index(person).key("away");
    vec![match who.away.is_empty() {
        true => Edit::set_list(path, table),
        false => Edit::Append { path, table, comment: None },
    }]
}
