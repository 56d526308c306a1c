//! `qun away`: who is away on which days, who does their work then, and what nobody does.

use std::path::Path;

use super::args::{Away as Asked, TextOrJson};
use super::edit::{self, Draft, Edited};
use super::failure::Failure;
use super::session::Session;
use super::{dates, out, plans};
use crate::amend::{Absence, Away};
use crate::calendar::{Cover, Item, Origin};
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::{absence, clean, quoted, quoted_path};
use crate::value::{Day, ValueError};

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (days, plan) = plans::words_and_plan(&asked.days);
    let edited =
        Edited { path: plan, dry_run: asked.dry_run, is_lenient: false, is_json: asked.format == TextOrJson::Json };
    edited.carry_out(
        session,
        |draft| request(asked, days, draft, session).map(Some),
        |draft, amendment, is_written| {
            let (opened, language) = (&draft.opened, draft.opened.language);
            let Away { person, ref days, .. } = amendment.request;
            let name = clean(&Thing::Person(person).label(&opened.reading.plan, language));
            if amendment.edits.is_empty() {
                let words =
                    Text::new("计划里已经记着 {name} 这几天不在", "the plan already has {name} away on these days");
                out::message(&words.fill(language, |_| Some(name.clone())));
            } else if is_written {
                out::message(&is_away(&name, days, language));
            }
            let effect = amendment.effect()?;
            out::message(&absence(&opened.reading, &effect, language));
            if let Some(line) = who_could(&effect, draft, plan) {
                out::message(&line);
            }
            if let Some(impact) = &effect.impact {
                edit::show_impact(amendment, impact, language);
            }
            Ok(())
        },
    )
}

/// Who else could take the first thing that nobody does, and how to give it to them: those who share a role with whoever
/// is away, else anyone.
fn who_could(absence: &Absence<'_>, draft: &Draft, path: &Path) -> Option<String> {
    const MOST: usize = 3;
    let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
    let mut open = absence.calendar.entries.iter().zip(&absence.covers).filter(|(_, cover)| **cover == Cover::Nobody);
    let (item, day) = open.find_map(|(entry, _)| {
        let id = match entry.origin {
            Origin::Item(Item::Activity(at)) => plan.activities[at].id.as_ref(),
            Origin::Item(Item::Content(at)) => plan.content[at].id.as_ref(),
            Origin::Item(Item::Review(at)) => plan.reviews[at].id.as_ref(),
            _ => None,
        };
        Some((id?.to_string(), entry.original.day))
    })?;
    let roles = &plan.people[absence.person].roles;
    let is_there = |at: &usize| {
        let person = &plan.people[*at];
        let is_on_team = person.from.is_none_or(|from| from <= day) && person.until.is_none_or(|until| day <= until);
        *at != absence.person && is_on_team && !person.away.iter().any(|days| days.cover(day, day))
    };
    let others: Vec<usize> = (0..plan.people.len()).filter(is_there).collect();
    let shares = |at: &&usize| plan.people[**at].roles.iter().any(|role| roles.contains(role));
    let of_role: Vec<usize> = others.iter().filter(shares).copied().collect();
    let candidates = if of_role.is_empty() { others } else { of_role };
    let names: Vec<&str> = candidates.iter().filter_map(|at| plan.people[*at].key()).take(MOST).collect();
    let first = names.first()?;
    let plan_path = match path == Path::new(plans::STANDARD) {
        true => String::new(),
        false => format!(" {}", quoted_path(&path.display().to_string())),
    };
    let command = format!("qun change {item} {day} --person {}{plan_path}", quoted(first));
    let words = Text::new(
        "没人接的可以交给{names}，例如 {command}",
        "what nobody covers could be done by {names}, for example {command}",
    );
    let names = names.iter().map(|name| clean(name)).collect::<Vec<_>>().join(Text::new("、", ", ").get(language));
    Some(words.fill(language, |fact| Some(if fact == "names" { names.clone() } else { clean(&command) })))
}

/// What stands between the days of a list.
const LIST: [&str; 8] = ["、", "，", ",", "；", ";", "和", " and ", " & "];

/// The days of words that need no quotes, from a first to a last one each: `next week`, `24 Dec 27 Dec`, `1 Dec, 5 Dec`.
fn read_days(words: &[String], today: Day) -> Result<Vec<(Day, Day)>, ValueError> {
    let typed = words.join(" ");
    human_date::days(&typed, today).map(|days| vec![days]).or_else(|error| {
        let two = (1..words.len()).map(|at| [words[..at].join(" "), words[at..].join(" ")].join(".."));
        let in_a_row = two.filter_map(|days| human_date::days(&days, today).ok()).next().map(|days| vec![days]);
        in_a_row.or_else(|| listed_days(&typed, today)).ok_or(error)
    })
}

/// The days of a list; one that lacks its month has that of the day before it.
fn listed_days(typed: &str, today: Day) -> Option<Vec<(Day, Day)>> {
    let marked = LIST.iter().fold(typed.to_owned(), |text, sign| text.replace(sign, "\n"));
    let parts = marked.split('\n').map(str::trim).filter(|part| !part.is_empty());
    let mut all: Vec<(Day, Day)> = Vec::new();
    for part in parts {
        let after = |(_, last): &(Day, Day)| human_date::days(&format!("{last}..{part}"), today).ok();
        let follows = all.last().and_then(after).map(|(_, day)| (day, day));
        all.push(follows.or_else(|| human_date::days(part, today).ok())?);
    }
    (all.len() > 1).then_some(all)
}

fn request(asked: &Asked, days: &[String], draft: &Draft, session: &Session) -> Result<Away, Failure> {
    let (opened, language) = (&draft.opened, draft.opened.language);
    let person = opened.reading.plan.person_named(&asked.name)?;
    let typed = days.join(" ");
    let own = opened.reading.plan.people[person].time_zone.as_ref();
    let today = session.today_in(own, &opened.reading.plan);
    let days: &[String] =
        &days.iter().map(|word| dates::one_reading(word, today, language)).collect::<Result<Vec<_>, _>>()?;
    let days =
        read_days(days, today).or_else(|error| dates::asked(&typed, error, language).map(|day| vec![(day, day)]))?;
    Ok(Away::new(person, days, asked.reason.clone(), &typed)?)
}

/// `小雨 2026-12-24 周四 到 2026-12-27 周日 不在`
fn is_away(name: &str, days: &[(Day, Day)], language: Language) -> String {
    let day = |day: Day| format!("{day} {}", day.weekday().short().get(language));
    let span = |(first, last): &(Day, Day)| {
        match (first == last, days.len()) {
            (true, 1) => Text::new("{first}", "on {first}"),
            (true, _) => Text::new("{first}", "{first}"),
            (false, 1) => Text::new("{first} 到 {last}", "from {first} to {last}"),
            (false, _) => Text::new("{first} 到 {last}", "{first} to {last}"),
        }
        .fill(language, |fact| Some(day(if fact == "first" { *first } else { *last })))
    };
    let spans: Vec<String> = days.iter().map(span).collect();
    let words = Text::new("{name} {days} 不在", "{name} is away {days}");
    let days = spans.join(Text::new("、", ", ").get(language));
    words.fill(language, |fact| Some(if fact == "name" { name.to_owned() } else { days.clone() }))
}
