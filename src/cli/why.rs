//! `qun why`: the chain behind an item, a day, or someone's work.

use super::args::{TextOrJson, Why};
use super::exit::DONE;
use super::failure::Failure;
use super::out;
use super::plans::{self, OpenPlan};
use super::session::Session;
use crate::calendar::{Scheduler, Subject};
use crate::human_date;
use crate::plan::UnknownName;
use crate::render::calendar::Row;
use crate::render::why;
use crate::value::name_key;

pub(crate) fn run(asked: &Why, session: &Session) -> Result<u8, Failure> {
    let (words, plan) = plans::words_and_plan(&asked.what);
    let opened = plans::open(plan, session)?;
    let subject = subject(&words.join(" "), &opened, session).or_else(|unknown| {
        let of_words = of_date(words, &opened, session).or_else(|| of_title(&words.join(" "), &opened, session));
        of_words.ok_or(unknown)
    })?;
    show(subject, &opened, asked.format, session)
}

/// `talk 9 Dec`: what of the item is on that day, and why.
fn of_date(words: &[String], opened: &OpenPlan, session: &Session) -> Option<Subject> {
    let today = session.today(&opened.reading.plan);
    (1..words.len()).find_map(|at| {
        let day = human_date::day(&words[at..].join(" "), today).ok()?;
        match subject(&words[..at].join(" "), opened, session) {
            Ok(Subject::Item(item)) => Some(Subject::ItemOn(item, day)),
            _ => None,
        }
    })
}

/// What the calendar of the coming year calls so, or ends so behind the name of an item: its next day.
fn of_title(title: &str, opened: &OpenPlan, session: &Session) -> Option<Subject> {
    let today = session.today(&opened.reading.plan);
    let made = opened.calendar(today, today.plus_months(12), None).ok()?;
    let wanted = name_key(title);
    let is_it = |row: &Row| {
        let of_item = row.title.rsplit_once([':', '：']).map(|(_, step)| step.trim());
        name_key(&row.title) == wanted || of_item.is_some_and(|step| name_key(step) == wanted)
    };
    let rows = opened.view(&made).rows();
    rows.iter().find(|row| is_it(row)).map(|row| Subject::Day(row.start.day))
}

/// What is meant by a name in this plan.
pub(crate) fn subject(what: &str, opened: &OpenPlan, session: &Session) -> Result<Subject, UnknownName> {
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    Subject::named(what, plan, index, session.today(plan))
}

pub(crate) fn show(subject: Subject, opened: &OpenPlan, format: TextOrJson, session: &Session) -> Result<u8, Failure> {
    let (plan, index) = (&opened.reading.plan, &opened.reading.index);
    let scheduler = Scheduler::new(plan, index, &opened.holidays);
    let explanation = scheduler.explain(&opened.library, subject, session.today(plan))?;
    let view = opened.view(&explanation.calendar);
    match format {
        TextOrJson::Json => out::data(&why::json(&explanation, &view)),
        TextOrJson::Text => out::styled(&why::text(&explanation, &view)),
    }
    Ok(DONE)
}
