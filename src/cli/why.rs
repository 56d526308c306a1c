//! `qun why`: the chain behind an item, a day, or someone's work.

use super::args::{TextOrJson, Why};
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{out, plans};
use crate::calendar::{Scheduler, Subject};
use crate::render::why;

pub(crate) fn run(asked: &Why, session: &Session) -> Result<u8, Failure> {
    let opened = plans::open(&asked.plan, session)?;
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    let today = session.today(plan);
    let subject = Subject::named(&asked.what, plan, index, today)?;
    let explanation = Scheduler::new(plan, index, &opened.holidays).explain(&opened.library, subject, today)?;
    let view = opened.view(&explanation.calendar);
    match asked.format {
        TextOrJson::Json => out::data(&why::json(&explanation, &view)),
        TextOrJson::Text => out::styled(&why::text(&explanation, &view)),
    }
    Ok(DONE)
}
