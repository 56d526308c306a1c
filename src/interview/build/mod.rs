//! Answers → edits on the starter's text. Every reference of the result still leads somewhere.

mod changes;
mod copying;
mod dates;
mod earning;
mod events;
mod names;
mod people;

use super::question::Question;
use super::setting::{Setting, route};
use crate::finding::{Edit, KeyPath, Literal};
use crate::source::{EditError, apply};
use crate::value::Slug;
use changes::Changes;

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
    for question in applicable.iter().filter(|question| question.is_set) {
        if let Some(value) = setting.answers.get(question.id) {
            for fill in question.fills {
                changes.set(route(fill, Some(setting)), value.clone());
            }
        }
    }
    people::replace(setting, &mut changes);
    earning::choose(setting, &mut changes);
    changes.remove(KeyPath::of(&["template"]));
    // single dates done otherwise were the starter's own; on other dates they would change nothing
    changes.remove(KeyPath::of(&["changes"]));
    let edits = changes.into_edits(|path| starter.at(path));
    let text = apply(&starter.text, &edits)?;
    Ok(Draft { starter: starter.name.clone(), edits, text })
}
