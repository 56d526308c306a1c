//! `qun change ITEM DATE --swap ITEM DATE`: two people change places, once.

use super::args::Change as Asked;
use super::change::{edited, occurrence};
use super::edit::{self, Draft};
use super::failure::Failure;
use super::session::Session;
use super::{out, plans};
use crate::amend::{Change, Swap};
use crate::language::{Language, Text};
use crate::plan::{Plan, Thing};
use crate::render::clean;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    edited(asked).carry_out(
        session,
        |draft| request(asked, draft).map(Some),
        |draft, amendment, is_written| {
            let language = draft.opened.language;
            if is_written {
                for change in &amendment.request.changes {
                    out::message(&line(change, &draft.opened.reading.plan, language));
                }
            }
            edit::show_impact(amendment, &amendment.effect()?, language);
            Ok(())
        },
    )
}

fn request(asked: &Asked, draft: &Draft) -> Result<Swap, Failure> {
    let [item, other] = asked.swap.as_slice() else {
        return Err(Failure::new(Text::new("--swap 要另一项和它的日期", "--swap takes the other item and its date")));
    };
    let (date, _) = plans::words_and_plan(&asked.date);
    let one = occurrence(&asked.item, &date.join(" "), draft)?;
    let other = occurrence(item, other, draft)?;
    let mut swap = Swap::new(&draft.now(), [one, other])?;
    swap.changes.iter_mut().for_each(|change| change.reason.clone_from(&asked.reason));
    Ok(swap)
}

/// `Talk 2026-12-09: Bo`
fn line(change: &Change, plan: &Plan, language: Language) -> String {
    let who = change.person.map(|person| Thing::Person(person).label(plan, language)).unwrap_or_default();
    let title = change.occurrence.item.label(plan, language);
    clean(&format!("{title} {}{}{who}", change.occurrence.named, Text::new("：", ": ").get(language)))
}
