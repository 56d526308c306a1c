//! What the plan itself provides for an occasion, as things to be done.

mod roles;
mod rules;
#[cfg(test)]
pub(super) mod tests;

use super::basis::Basis;
use super::{ChecklistItem, ChecklistKind, Section};
use crate::calendar::At;
use crate::language::Text;
use crate::plan::Thing;

/// What the plan itself says for such an occasion.
pub(super) fn from_plan(what: ChecklistKind, basis: &Basis<'_>) -> Option<Section> {
    let plan = basis.plan;
    let named = |name: Option<&str>| name.map(|name| basis.holder(name));
    let (title, items): (Text, Vec<ChecklistItem>) = match what {
        ChecklistKind::Onboarding => (
            Text::new("本群的新人引导", "Onboarding in this community"),
            (plan.onboarding.steps.iter().enumerate())
                .map(|(number, step)| ChecklistItem {
                    id: format!("plan/onboarding-{}", number + 1),
                    text: step.what.clone().unwrap_or_default(),
                    due: step.day.map(|day| At { day: basis.day.plus(i32::try_from(day).unwrap_or(0)), time: None }),
                    person: named(step.owner.as_ref().map(|owner| owner.as_str())),
                    source: "onboarding.steps".to_owned(),
                    ..ChecklistItem::default()
                })
                .collect(),
        ),
        ChecklistKind::Moderation => {
            (Text::new("本群的群规和处理步骤", "The rules and steps of this community"), rules::moderation(basis))
        }
        ChecklistKind::Conflict => (Text::new("本群的约定", "What this community has agreed"), rules::conflict(basis)),
        ChecklistKind::Handover => {
            (Text::new("本群的角色", "The roles of this community"), roles::all(basis).collect())
        }
        ChecklistKind::Role(role) => {
            (Text::new("这个角色", "The role"), roles::role(role, basis).into_iter().collect())
        }
        ChecklistKind::Monthly => (Text::new("续费", "Renewals"), renewals(basis).collect()),
        ChecklistKind::Review => (
            Text::new("目标、数字与问题", "Goals, figures and problems"),
            goals(basis).chain(problems(basis)).collect(),
        ),
        _ => return None,
    };
    (!items.is_empty()).then(|| Section {
        id: "plan".to_owned(),
        title: title.get(basis.language).to_owned(),
        items,
        ..Section::default()
    })
}

/// The goals, with their figures.
fn goals<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = ChecklistItem> + 'b {
    let colon = Text::new("：", ": ").get(basis.language);
    basis.plan.goals.iter().enumerate().map(move |(number, goal)| {
        let figures = [goal.baseline.as_deref(), goal.target.as_deref()].map(|figure| figure.unwrap_or("?"));
        let id = goal.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
        ChecklistItem {
            id: format!("plan/goal-{id}"),
            text: format!(
                "{}{colon}{} → {}",
                Thing::Goal(number).label(basis.plan, basis.language),
                figures[0],
                figures[1]
            ),
            person: goal.collected_by.as_ref().map(|owner| basis.holder(owner.as_str())),
            source: "goals".to_owned(),
            ..ChecklistItem::default()
        }
    })
}

/// What is done about each problem.
fn problems<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = ChecklistItem> + 'b {
    let (colon, unnamed) = (Text::new("：", ": "), Text::new("问题", "Problem"));
    basis.plan.problems.iter().enumerate().flat_map(move |(number, problem)| {
        let name = problem.kind.map_or(unnamed, |kind| kind.name()).get(basis.language);
        let person = problem.owner.as_ref().map(|owner| basis.holder(owner.as_str()));
        problem.actions.iter().enumerate().map(move |(step, action)| ChecklistItem {
            id: format!("plan/problem-{}-{}", number + 1, step + 1),
            text: format!("{name}{}{action}", colon.get(basis.language)),
            person: person.clone(),
            source: "problems".to_owned(),
            ..ChecklistItem::default()
        })
    })
}

/// Memberships and other products that members are reminded to renew.
pub(super) fn renewals<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = ChecklistItem> + 'b {
    let before = Text::new(
        "{product}：到期前 {days} 天的成员提醒过续费",
        "{product}: members whose term ends in {days|day|days} were reminded to renew",
    );
    basis.plan.monetisation.iter().enumerate().filter_map(move |(number, row)| {
        let days = row.renewal.remind.map(|remind| -remind.reach()).filter(|days| *days > 0)?;
        let id = row.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
        let product = Thing::Product(number).label(basis.plan, basis.language);
        Some(ChecklistItem {
            id: format!("plan/renewal-{id}"),
            text: before
                .fill(basis.language, |name| Some(if name == "product" { product.clone() } else { days.to_string() })),
            source: "monetisation.renewal".to_owned(),
            ..ChecklistItem::default()
        })
    })
}
