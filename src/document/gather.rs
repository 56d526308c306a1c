//! Plan → what templates know.

use super::context::{DocumentContext, GovernanceFacts, JoiningFacts, LeavingFacts};
use super::draw::draw;
use super::known::{Known, text};
use super::team::{handover, team};
use crate::language::Language;
use crate::plan::culture::RitualOn;
use crate::plan::{Index, Plan};
use crate::value::Day;

/// The one thing that some documents are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentSubject {
    /// The community as a whole.
    Whole,
    /// A role, by its index.
    Role(usize),
    /// An activity with a prize draw, by its index.
    Draw(usize),
}

/// What templates know of a plan.
pub fn context(
    (plan, index): (&Plan, &Index),
    (language, today): (Language, Day),
    subject: DocumentSubject,
    channel: Option<usize>,
) -> DocumentContext {
    let known = Known { plan, index, language, today };
    DocumentContext {
        language: known.language.tag().to_owned(),
        time_zone: known.time_zone(),
        community: known.community(),
        about: known.about(),
        audiences: known.audiences(),
        channels: (0..plan.channels.len()).map(|channel| known.channel(channel)).collect(),
        activities: known.activities(),
        products: known.products(),
        incentives: known.incentives(),
        rules: known.rules(),
        support: known.support(),
        joining: JoiningFacts { rituals: known.rituals(RitualOn::Join), steps: known.steps(|_| true) },
        leaving: LeavingFacts {
            farewell: text(&plan.leaving.farewell),
            rituals: known.rituals(RitualOn::Leave),
            delete_data: text(&plan.leaving.delete_data),
        },
        team: team(&known),
        governance: GovernanceFacts {
            decisions: text(&plan.governance.decisions),
            meeting: plan.governance.meeting.as_ref().map(|when| when.print(known.language)),
            legal_entity: text(&plan.governance.legal_entity),
            books: text(&plan.finance.books),
        },
        draw: if let DocumentSubject::Draw(activity) = subject { Some(draw(&known, activity)) } else { None },
        role: if let DocumentSubject::Role(role) = subject { Some(handover(&known, role)) } else { None },
        channel: channel.map(|channel| known.channel(channel)),
    }
}
