//! `qun away`: who is away on which days, who does their work then, and what nobody does.

use super::args::Away as Asked;
use super::edit::{self, Draft, Edited};
use super::failure::Failure;
use super::session::Session;
use super::{dates, out};
use crate::amend::Away;
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::{absence, clean};
use crate::value::Day;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let edited = Edited { path: &asked.plan, dry_run: asked.dry_run, is_lenient: false };
    edited.carry_out(
        session,
        |draft| request(asked, draft).map(Some),
        |_| Ok(()),
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

fn request(asked: &Asked, draft: &Draft) -> Result<Away, Failure> {
    let (opened, language) = (&draft.opened, draft.opened.language);
    let person = opened.reading.plan.person_named(&asked.name)?;
    let days = human_date::days(&asked.days, draft.today)
        .map_err(|error| dates::unreadable_date(&asked.days, error, language))?;
    Ok(Away::new(person, days, asked.reason.clone(), &asked.days)?)
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
