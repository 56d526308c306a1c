//! What nobody has written down yet: events of the last weeks, and goals.

use super::super::edit::Draft;
use super::super::failure::Failure;
use crate::calendar::{Identity, Item, Origin};
use crate::planned::goal_name;
use crate::records::CurrentReadings;
use crate::render::MissingLine;

/// How far back events are asked for, in days.
const BACK: i32 = 31;

/// What is missing, each with the command that records it.
pub(super) fn missing(draft: &Draft, current: &CurrentReadings) -> Result<Vec<MissingLine>, Failure> {
    let plan = &draft.opened.reading.plan;
    let made = draft.opened.calendar(draft.today.plus(-BACK), draft.today, None)?;
    let identity = Identity::of(plan, &made);
    let mut lines = Vec::new();
    for entry in made.entries.iter().filter(|entry| !entry.cancelled && entry.at.day <= draft.today) {
        let Origin::Item(item @ Item::Activity(activity)) = entry.origin else { continue };
        if plan.activities[activity].expected.is_some() && current.latest(&identity.uid(entry), "came").is_none() {
            let title = item.label(plan, draft.opened.language);
            lines.push(MissingLine::event(&title, identity.item(entry).into_owned(), entry.at.day));
        }
    }
    for goal in &plan.goals {
        let Some(id) = goal_name(goal) else { continue };
        if current.about_parts(id).next().is_none() {
            lines.push(MissingLine::goal(goal.objective.as_deref().unwrap_or(id), id));
        }
    }
    Ok(lines)
}
