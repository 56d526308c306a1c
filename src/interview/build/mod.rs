//! Answers → edits on the starter's text. Every reference of the result still leads somewhere.

mod changes;
mod copying;
mod dates;
mod earning;
mod events;
mod names;
mod people;

use super::part;
use super::question::Question;
use super::setting::{Setting, route};
use crate::finding::{Edit, KeyPath, Literal};
use crate::source::{EditError, apply};
use crate::value::Slug;
use changes::Changes;
pub(super) use dates::moved;

pub use copying::{Copied, copied};

/// What an interview comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The starter's name; empty when there was none.
    pub starter: String,
    /// The edits on the starter's text.
    pub edits: Vec<Edit>,
    /// The plan: the starter's text with the edits applied.
    pub text: String,
}

/// The edits of an answer that is simply set, on a plan that has nothing yet.
pub(super) fn plain_edits(question: &Question, value: &Literal) -> Vec<Edit> {
    let mut changes = Changes::default();
    for fill in question.fills {
        changes.set(route(fill, None), value.clone());
    }
    changes.into_edits(|_| None)
}

/// The plan that follows from the answers.
pub(super) fn draft(setting: &Setting<'_>, applicable: &[&'static Question]) -> Result<Draft, EditError> {
    let starter = setting.starter;
    let mut changes = Changes::default();
    names::replace(setting, &mut changes);
    dates::shift(setting, &mut changes);
    changes.set(KeyPath::of(&["language"]), setting.language().tag());
    changes.set(KeyPath::of(&["lifecycle", "starts"]), Literal::Day(setting.starts()));
    if let Some(name) = setting.answers.text("name") {
        changes.set(KeyPath::of(&["community", "id"]), Slug::from_text(name).as_str());
    }
    events::fit(setting, &mut changes);
    people::replace(setting, &mut changes);
    answers(setting, applicable, &mut changes);
    earning::choose(setting, &mut changes);
    changes.remove(KeyPath::of(&["template"]));
    // single dates done otherwise were the starter's own; on other dates they would change nothing
    changes.remove(KeyPath::of(&["changes"]));
    let edits = changes.into_edits(|path| starter.at(path));
    let text = apply(&starter.text, &edits)?;
    Ok(Draft { starter: starter.name.clone(), edits, text })
}

/// The edits on a plan that stands in the place of a starter: only what was answered.
pub(super) fn fill(setting: &Setting<'_>, applicable: &[&'static Question]) -> Vec<Edit> {
    let mut changes = Changes::default();
    answers(setting, applicable, &mut changes);
    changes.into_edits(|path| setting.starter.at(path))
}

/// Sets what was answered at its keys.
fn answers(setting: &Setting<'_>, applicable: &[&'static Question], changes: &mut Changes) {
    for question in applicable.iter().filter(|question| question.is_set) {
        let Some(value) = setting.answers.get(question.id) else { continue };
        for fill in question.fills {
            let path = route(fill, Some(setting));
            for (path, value) in part::made(fill, &path, setting) {
                changes.set(path, value);
            }
            changes.set(path, value.clone());
        }
    }
}
