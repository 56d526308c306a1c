//! `qun away`: who is away on which days, who does their work then, and what nobody does.

use std::path::Path;

use super::args::{Away as Asked, TextOrJson};
use super::edit::{self, Draft, Edited};
use super::failure::Failure;
use super::session::Session;
use super::{dates, out, plans};
use crate::amend::Away;
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::{absence, clean};
use crate::value::{Day, ValueError};

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (days, plan) = days_and_plan(&asked.days);
    let edited =
        Edited { path: plan, dry_run: asked.dry_run, is_lenient: false, is_json: asked.format == TextOrJson::Json };
    edited.carry_out(
        session,
        |draft| request(asked, days, draft).map(Some),
        |draft, amendment, is_written| {
            let (opened, language) = (&draft.opened, draft.opened.language);
            let Away { person, days, .. } = amendment.request;
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
            if let Some(impact) = &effect.impact {
                edit::show_impact(amendment, impact, language);
            }
            Ok(())
        },
    )
}

/// The days, and the plan where one follows.
fn days_and_plan(words: &[String]) -> (&[String], &Path) {
    match words.split_last() {
        Some((plan, days)) if !days.is_empty() && plans::is_path(Path::new(plan)) => (days, Path::new(plan)),
        _ => (words, Path::new(plans::STANDARD)),
    }
}

/// The first and the last day of words that need no quotes: `next week`, `24 Dec 27 Dec`.
fn read_days(words: &[String], today: Day) -> Result<(Day, Day), ValueError> {
    human_date::days(&words.join(" "), today).or_else(|error| {
        let two = (1..words.len()).map(|at| [words[..at].join(" "), words[at..].join(" ")].join(".."));
        two.filter_map(|days| human_date::days(&days, today).ok()).next().ok_or(error)
    })
}

fn request(asked: &Asked, days: &[String], draft: &Draft) -> Result<Away, Failure> {
    let (opened, language) = (&draft.opened, draft.opened.language);
    let person = opened.reading.plan.person_named(&asked.name)?;
    let typed = days.join(" ");
    let days =
        read_days(days, draft.today).or_else(|error| dates::asked(&typed, error, language).map(|day| (day, day)))?;
    Ok(Away::new(person, days, asked.reason.clone(), &typed)?)
}

/// `小雨 2026-12-24 周四 到 2026-12-27 周日 不在`
fn is_away(name: &str, (first, last): (Day, Day), language: Language) -> String {
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
