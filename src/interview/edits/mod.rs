//! Answers → edits on the starter's text. Every reference of the result still leads somewhere.

mod agreed;
mod anew;
mod dates;
mod earning;
mod events;
mod ids;
mod meetings;
mod names;
mod people;
mod team;
mod value;

use super::context::{InterviewContext, route};
use super::named_element;
use super::none;
use super::question::Question;
use super::starter::Starter;
use crate::amend::EditSet;
use crate::finding::{Edit, KeyPath, Literal};
use crate::source::{EditError, apply};
use crate::value::Slug;

/// What an interview comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftPlan {
    /// The starter's name; empty when there was none.
    pub starter: String,
    /// The edits on the starter's text.
    pub edits: Vec<Edit>,
    /// The plan: the starter's text with the edits applied.
    pub text: String,
}

/// The edits of an answer that is set as it is, on an empty plan.
pub(super) fn plain_edits(question: &Question, value: &Literal) -> Vec<Edit> {
    let mut changes = EditSet::default();
    for fill in question.fills {
        changes.set(route(fill, None), value.clone());
    }
    changes.into_edits(|_| None)
}

/// The plan that follows from the answers.
pub(super) fn draft(context: &InterviewContext<'_>, applicable: &[&'static Question]) -> Result<DraftPlan, EditError> {
    if context.is_anew() {
        return anew(context, applicable);
    }
    let starter = context.starter;
    let mut changes = EditSet::default();
    names::replace(context, &mut changes);
    dates::shift(context, &mut changes);
    changes.set(KeyPath::of(&["made"]), Literal::Day(context.today));
    changes.set(KeyPath::of(&["language"]), context.language().tag());
    changes.set(KeyPath::of(&["lifecycle", "starts"]), Literal::Day(context.starts()));
    if let Some(name) = context.answers.text("name") {
        changes.set(KeyPath::of(&["community", "id"]), Slug::from_text(name).as_str());
    }
    events::fit(context, &mut changes);
    people::replace(context, &mut changes);
    answers(context, applicable, &mut changes);
    earning::choose(context, &mut changes);
    // the plan names its starter instead of describing itself as one
    changes.set(KeyPath::of(&["template", "from"]), starter.name.as_str());
    changes.remove(KeyPath::of(&["template", "title"]));
    changes.remove(KeyPath::of(&["template", "description"]));
    // changes of single occurrences were the starter's own; after the move they would change nothing
    changes.remove(KeyPath::of(&["changes"]));
    let edits = changes.into_edits(|path| starter.at(path));
    let text = apply(&starter.text, &edits)?;
    Ok(DraftPlan { starter: starter.name.clone(), edits, text })
}

/// A plan of the answers alone: first what makes things, then what is said of things that are there by then.
fn anew(context: &InterviewContext<'_>, applicable: &[&'static Question]) -> Result<DraftPlan, EditError> {
    let means = |question: &&&'static Question| question.fills.iter().any(|fill| anew::means_made(context, fill));
    let (of_made, first): (Vec<_>, Vec<_>) = applicable.iter().partition(means);
    let mut changes = EditSet::default();
    anew::complete(context, &mut changes);
    answers(context, &first, &mut changes);
    let mut edits = changes.into_edits(|_| None);
    let text = apply("", &edits)?;
    let made = Starter::read("", &text, context.library);
    edits.extend(fill(&InterviewContext { starter: &made, ..*context }, &of_made));
    let text = apply("", &edits)?;
    Ok(DraftPlan { starter: String::new(), edits, text })
}

/// The edits on a plan that takes the place of a starter: only what was answered.
pub(super) fn fill(context: &InterviewContext<'_>, applicable: &[&'static Question]) -> Vec<Edit> {
    let mut changes = EditSet::default();
    answers(context, applicable, &mut changes);
    changes.into_edits(|path| context.starter.at(path))
}

/// Sets what was answered at its keys.
fn answers(context: &InterviewContext<'_>, applicable: &[&'static Question], changes: &mut EditSet) {
    for question in applicable.iter().filter(|question| question.is_set) {
        let given = context.answers.get(question.id).filter(|value| !none::is_none(question, value));
        let Some(value) = given else { continue };
        for fill in question.fills {
            let path = route(fill, Some(context));
            for (path, value) in named_element::made(fill, &path, context.plan()) {
                changes.set(path, value);
            }
            match (question.id, value) {
                ("promise", Literal::Text(promise)) => {
                    let mut of_value = path;
                    of_value.0.pop();
                    value::set(&of_value, promise, context.answers, changes);
                }
                _ => changes.set(path, value.clone()),
            }
        }
    }
}
