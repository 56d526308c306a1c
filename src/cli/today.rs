//! `qun today`, and `qun` alone.

use std::path::Path;

use super::args::Today;
use super::exit::DONE;
use super::failure::Failure;
use super::init::draft_path;
use super::plans::OpenPlan;
use super::session::Session;
use super::{borrowed, clock, help, next, out, plans, readings_file};
use crate::language::Text;
use crate::render::calendar::View;
use crate::render::{self, TodayMarks};

pub(crate) fn run(asked: &Today, session: &Session) -> Result<u8, Failure> {
    // qun today Dana
    let (word, path) = plans::name_and_plan(&asked.words, asked.person.is_some());
    let path = path.as_path();
    let opened = plans::open(path, session)?;
    let reading = &opened.reading;
    let person = asked.person.as_deref().or(word.as_deref()).map(|name| reading.plan.person_named(name)).transpose()?;
    let zone = clock::shown_zone(asked.tz.as_deref(), person, &reading.plan)?;
    let today = session.today_in(zone.as_ref(), &reading.plan);
    let made = clock::calendar(&opened, (today, today), None, zone.as_ref())?;
    let view = View { person, zone: zone.as_ref(), ..opened.view(&made) };
    if asked.text {
        out::data(&render::today_message(&view, today));
    } else {
        out::styled(&render::today(&view, today, &marks(path, &opened, session)?));
    }
    borrowed::show(&opened);
    next::show_if_empty(&opened, &view);
    Ok(DONE)
}

/// The numbers by which `qun done` knows the day's lines, whoever's they are, and what is ticked.
fn marks(path: &Path, opened: &OpenPlan, session: &Session) -> Result<TodayMarks, Failure> {
    let day = session.today(&opened.reading.plan);
    let made = opened.calendar(day, day, None)?;
    let rows = render::numbered(&opened.view(&made));
    let numbers = rows.into_iter().zip(1..).map(|(row, number)| (row.uid, number)).collect();
    Ok(TodayMarks { numbers, done: readings_file::done(path, opened.language)? })
}

/// The day of one plan, whoever's work it is.
pub(crate) fn of(plan: &Path, session: &Session) -> Result<u8, Failure> {
    run(&Today { words: vec![plan.display().to_string()], person: None, tz: None, text: false }, session)
}

/// Without a command: today beside a plan, help where there is none.
pub(crate) fn without_command(session: &Session) -> Result<u8, Failure> {
    let plan = Path::new(plans::STANDARD);
    if plan.is_file() {
        return of(plan, session);
    }
    out::styled(&help::for_newcomers(session.language()));
    if draft_path(plan).is_file() {
        let words =
            Text::new("有一份没答完的：qun init 接着答", "an interview is unfinished: qun init goes on with it");
        out::message(words.get(session.language()));
    }
    Ok(DONE)
}
