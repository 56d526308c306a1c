//! `qun pack`: a month as a folder to hand out: pages, the workbook, an ics for each person and channel, documents.
//!
//! The folder holds a list of what it wrote, with a digest of each file: again over itself is no question, and a file of
//! someone else is never touched.

mod contents;
mod folder;

use super::args::Pack as Asked;
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{clock, dates, next, out, plans, schedule};
use crate::language::Text;
use crate::render::clean;
use crate::value::Month;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let named = plans::date_for_plan(&asked.plan, session.today_here()).filter(|_| asked.month.is_none());
    let path = plans::path_or_standard(&asked.plan, named);
    let text = super::files::read(path, session.language())?;
    let opened = plans::open_text(&text, path, session)?;
    let (plan, language) = (&opened.reading.plan, opened.language);
    let today = session.today(plan);
    let month = match asked.month.as_deref().or(named) {
        Some(month) => dates::month(month, today, language)?,
        None if schedule::is_late(today) => {
            schedule::show_next_month(today, language);
            Month(today.month().0 + 1)
        }
        None => today.month(),
    };
    let person = asked.person.as_deref().map(|name| plan.person_named(name)).transpose()?;
    let zone = clock::shown_zone(None, person, plan)?;
    let made = clock::calendar(&opened, (month.first(), month.last()), None, zone.as_ref())?;
    let view = crate::render::calendar::View { person, zone: zone.as_ref(), ..opened.view(&made) };
    next::show_if_empty(&opened, &view);
    let own = session.page_templates(path);
    let templates = session.document_templates(path);
    let files = contents::files(&contents::PackSource {
        view: &view,
        opened: &opened,
        text: &text,
        today,
        month,
        own: &own,
        templates: &templates,
    })?;
    let target = asked.output.clone().unwrap_or_else(|| format!("pack-{month}").into());
    let written = folder::write(&target, &files)?;
    let words = Text::new(
        "{path}：{n} 个文件，从 index.html 看起（新写 {new} 个，去掉 {gone} 个）",
        "{path}: {n|file|files}, beginning with index.html ({new} new or changed, {gone} removed)",
    );
    out::message(&words.fill(language, |fact| {
        Some(match fact {
            "path" => clean(&target.display().to_string()),
            "n" => files.len().to_string(),
            "new" => written.changed.to_string(),
            _ => written.removed.to_string(),
        })
    }));
    Ok(DONE)
}
