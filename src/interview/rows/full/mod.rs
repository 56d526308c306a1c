//! The questions of the full interview that the quick one leaves to the starter, chapter by chapter.

mod culture;
mod idea;
mod members;
mod money;
mod rules;

use crate::interview::adding::choices;
use crate::interview::question::{Kind, Options, Question};
use crate::interview::setting::Setting;

/// All of them; the full interview puts them in the order of its chapters.
pub(super) fn rows() -> impl Iterator<Item = &'static Question> + Clone {
    let (first, second) = (idea::ROWS.iter().chain(culture::ROWS), rules::ROWS.iter().chain(members::ROWS));
    first.chain(second).chain(money::ROWS)
}

/// Whoever can hold a task: over a starter its roles, since its people give way to others; in a plan its people too.
const HOLDER: Kind = Kind::Choice(Options::Open(|setting| choices(setting, holders(setting))));
const CHANNEL: Kind = Kind::Choice(Options::Open(|setting| choices(setting, "channel")));
const GOAL: Kind = Kind::Choice(Options::Open(|setting| choices(setting, "goal")));
const GOALS: Kind = Kind::Several(Options::Open(|setting| choices(setting, "goal")));

const SOP: Kind = Kind::Choice(Options::Open(|setting| setting.sops()));

fn holders(setting: &Setting<'_>) -> &'static str {
    if setting.is_plan() { "holder" } else { "role" }
}

fn has_holders(setting: &Setting<'_>) -> bool {
    let plan = setting.plan();
    !plan.roles.is_empty() || (setting.is_plan() && !plan.people.is_empty())
}

fn has_goals(setting: &Setting<'_>) -> bool {
    !setting.plan().goals.is_empty()
}

fn has_channels(setting: &Setting<'_>) -> bool {
    !setting.plan().channels.is_empty()
}
