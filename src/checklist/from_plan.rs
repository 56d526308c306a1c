//! What the plan itself provides for an occasion, as things to be done.

mod roles;
mod routine;
mod rules;
#[cfg(test)]
pub(super) mod tests;

use super::basis::Basis;
use super::{ChecklistItem, ChecklistKind, Section};
use crate::calendar::At;
use crate::language::Text;
use crate::plan::Thing;
use crate::plan::culture::RitualOn;
use crate::plan::lifecycle::Problem;

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
                    details: routine::of_step(step, basis),
                    ..ChecklistItem::default()
                })
                .chain(routine::rituals(&[RitualOn::Join, RitualOn::FirstPost], basis))
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
        ChecklistKind::Daily => (Text::new("本群每天看的", "This community, every day"), routine::daily(basis)),
        ChecklistKind::Weekly => (Text::new("本群每周看的", "This community, every week"), routine::weekly(basis)),
        ChecklistKind::Monthly => {
            (Text::new("续费与成员", "Renewals and members"), renewals(basis).chain(routine::monthly(basis)).collect())
        }
        ChecklistKind::Review => (
            Text::new("目标、数字与问题", "Goals, figures and problems"),
            goals(basis).chain(problems(basis)).collect(),
        ),
        _ => return None,
    };
    // the weekly list has a section about planning
    let id = if matches!(what, ChecklistKind::Daily | ChecklistKind::Weekly) { "community" } else { "plan" };
    (!items.is_empty()).then(|| Section {
        id: id.to_owned(),
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
            details: if step == 0 { about(problem, basis) } else { Vec::new() },
            source: "problems".to_owned(),
            ..ChecklistItem::default()
        })
    })
}

/// How a problem is noticed, and the goal that it endangers.
fn about(problem: &Problem, basis: &Basis<'_>) -> Vec<String> {
    let goal = problem.goal.as_ref().and_then(|goal| basis.index.find("goal", goal.as_str()));
    let goal = goal.map(|goal| basis.label(goal));
    let known = [
        (Text::new("怎么看出来：{it}", "How you notice it: {it}"), problem.seen.clone()),
        (Text::new("关系到目标：{it}", "The goal it endangers: {it}"), goal),
    ];
    let fill = |(text, it): (Text, Option<String>)| it.map(|it| text.fill(basis.language, |_| Some(it.clone())));
    known.into_iter().filter_map(fill).collect()
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
