//! `qun today`, and `qun` alone.

use std::path::{Path, PathBuf};

use super::args::Today;
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{help, next, out, plans};
use crate::render;
use crate::render::calendar::View;

pub(crate) fn run(asked: &Today, session: &Session) -> Result<u8, Failure> {
    // qun today Dana
    let word = plans::word_for_plan(&asked.plan).filter(|_| asked.person.is_none());
    let opened = plans::open(plans::path_or_standard(&asked.plan, word), session)?;
    let reading = &opened.reading;
    let today = session.today(&reading.plan);
    let person = asked.person.as_deref().or(word).map(|name| reading.plan.person_named(name)).transpose()?;
    let made = opened.calendar(today, today, None)?;
    let view = View { person, ..opened.view(&made) };
    out::styled(&render::today(&view, today));
    next::show_if_empty(&opened, &view);
    Ok(DONE)
}

/// Without a command: today beside a plan, help where there is none.
pub(crate) fn without_command(session: &Session) -> Result<u8, Failure> {
    let plan = PathBuf::from(plans::STANDARD);
    if Path::new(&plan).is_file() {
        return run(&Today { plan, person: None }, session);
    }
    out::styled(&help::for_newcomers(session.language()));
    Ok(DONE)
}
