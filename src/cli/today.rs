//! `qun today`, and `qun` alone.

use std::path::{Path, PathBuf};

use super::args::Today;
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{clock, help, next, out, plans};
use crate::render;
use crate::render::calendar::View;

pub(crate) fn run(asked: &Today, session: &Session) -> Result<u8, Failure> {
    // qun today Dana
    let word = plans::word_for_plan(&asked.plan).filter(|_| asked.person.is_none());
    let opened = plans::open(plans::path_or_standard(&asked.plan, word), session)?;
    let reading = &opened.reading;
    let person = asked.person.as_deref().or(word).map(|name| reading.plan.person_named(name)).transpose()?;
    let zone = clock::shown_zone(asked.tz.as_deref(), person, &reading.plan)?;
    let today = session.today_in(zone.as_ref(), &reading.plan);
    let made = clock::calendar(&opened, (today, today), None, zone.as_ref())?;
    let view = View { person, zone: zone.as_ref(), ..opened.view(&made) };
    out::styled(&render::today(&view, today));
    next::show_if_empty(&opened, &view);
    Ok(DONE)
}

/// Without a command: today beside a plan, help where there is none.
pub(crate) fn without_command(session: &Session) -> Result<u8, Failure> {
    let plan = PathBuf::from(plans::STANDARD);
    if Path::new(&plan).is_file() {
        return run(&Today { plan, person: None, tz: None }, session);
    }
    out::styled(&help::for_newcomers(session.language()));
    Ok(DONE)
}
