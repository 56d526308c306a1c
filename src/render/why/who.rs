//! Why it falls to whom: who holds the role, who was there, who was free, how much each has.

use super::{fill, hours};
use crate::calendar::{Absence, Candidate, Who};
use crate::language::Text;
use crate::render::calendar::View;

/// A line for the role, and one for each who holds it.
pub(super) fn lines(view: &View<'_>, who: Who, all: &[Candidate]) -> Vec<String> {
    let language = view.language;
    let mut lines = Vec::new();
    match view.role(who) {
        Some(role) => lines.push(fill(Text::new("{role}：", "{role}:"), language, &[("role", &role)])),
        None => lines.push(Text::new("计划指名：", "named in the plan:").get(language).to_owned()),
    }
    if all.is_empty() {
        lines.push(format!("  {}", Text::new("没有人担任", "nobody holds it").get(language)));
    }
    for one in all {
        let mark = if one.chosen { "→" } else { " " };
        lines.push(format!("{mark} {}", candidate(view, one)));
    }
    lines
}

fn candidate(view: &View<'_>, one: &Candidate) -> String {
    let language = view.language;
    let name = |person: usize| view.person(Who { person: Some(person), role: None }).unwrap_or_default();
    let mut parts = vec![match (one.absence, one.busy) {
        (Some(Absence::Away), _) => Text::new("那天请假", "away on that day").get(language).to_owned(),
        (Some(Absence::NotOfTheTeam), _) => {
            Text::new("那天不在团队里", "not of the team on that day").get(language).to_owned()
        }
        (Some(Absence::NoTime), _) => Text::new("那时没空", "no time then").get(language).to_owned(),
        (None, Some(entry)) => {
            let what = view.rows().get(entry).map(|row| row.title.clone()).unwrap_or_default();
            fill(Text::new("同时有“{what}”", "has \"{what}\" at that time"), language, &[("what", &what)])
        }
        (None, None) => Text::new("那时有空", "free at that time").get(language).to_owned(),
    }];
    if let Some(other) = one.stands_in_for {
        let text = Text::new("替{name}", "stands in for {name}");
        parts.push(fill(text, language, &[("name", &name(other))]));
    }
    let week = hours(one.week);
    let period = hours(one.period);
    let given = view.plan.people[one.person].hours_per_week.map(|hours| hours.to_string());
    let load = match &given {
        Some(_) => Text::new(
            "那一周共 {week} 小时，可投入 {given} 小时；那个月共 {period} 小时",
            "{week} of {given|hour|hours} in that week, {period} in that month",
        ),
        None => Text::new(
            "那一周共 {week} 小时；那个月共 {period} 小时",
            "{week|hour|hours} in that week, {period} in that month",
        ),
    };
    let given = given.unwrap_or_default();
    parts.push(fill(load, language, &[("week", &week), ("given", &given), ("period", &period)]));
    format!(
        "{}{}{}",
        name(one.person),
        Text::new("：", ": ").get(language),
        parts.join(Text::new("；", "; ").get(language))
    )
}

/// Why an entry falls to somebody, in a few words.
pub(super) fn short(view: &View<'_>, person: usize, who: Who) -> String {
    let language = view.language;
    match (who.role, view.role(who)) {
        (Some(role), Some(name)) => {
            let id = view.plan.roles[role].id.as_ref().map(|id| id.as_str());
            let holds = view.plan.people[person].roles.iter().any(|held| Some(held.as_str()) == id);
            let text = if holds {
                Text::new("担任{role}", "as {role}")
            } else {
                Text::new("替别人做{role}", "standing in as {role}")
            };
            fill(text, language, &[("role", &name)])
        }
        _ => Text::new("计划指名", "named in the plan").get(language).to_owned(),
    }
}

/// `志愿者，那一周的小时数：→ 小林 3.2、周舟 2.8`: everybody who holds the role, and why not they.
pub(super) fn rota(view: &View<'_>, who: Who, all: &[Candidate]) -> String {
    let language = view.language;
    let name = |person: usize| view.person(Who { person: Some(person), role: None }).unwrap_or_default();
    let one = |one: &Candidate| {
        let state = match (one.absence, one.busy) {
            (Some(Absence::Away), _) => Text::new("请假", "away").get(language).to_owned(),
            (Some(Absence::NotOfTheTeam), _) => Text::new("不在团队", "not of the team").get(language).to_owned(),
            (None, Some(entry)) if !one.chosen => {
                let what = view.rows().get(entry).map(|row| row.title.clone()).unwrap_or_default();
                fill(Text::new("同时有“{what}”", "has \"{what}\" at that time"), language, &[("what", &what)])
            }
            _ => hours(one.week),
        };
        let mark = if one.chosen { "→ " } else { "" };
        let instead = one
            .stands_in_for
            .map(|other| fill(Text::new("（替{name}）", " (for {name})"), language, &[("name", &name(other))]));
        format!("{mark}{} {state}{}", name(one.person), instead.unwrap_or_default())
    };
    let (chosen, others): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.chosen);
    let everybody: Vec<String> = chosen.into_iter().chain(others).map(one).collect();
    let everybody = super::list(&everybody, language);
    match view.role(who) {
        None => fill(Text::new("计划指名：{all}", "named in the plan: {all}"), language, &[("all", &everybody)]),
        Some(role) => {
            let words = Text::new("{role}，那一周的小时数：{all}", "{role}, hours in that week: {all}");
            fill(words, language, &[("role", &role), ("all", &everybody)])
        }
    }
}
