//! Why an entry is someone's: who holds the role, who was there, who was free, how much each has.

use super::outline::{fill, hours, list};
use super::reason::AS_PUBLISHED;
use crate::calendar::{Candidate, Obstacle, Seat, Who};
use crate::language::Text;
use crate::render::calendar::{Row, View};

fn name(view: &View<'_>, person: usize) -> String {
    view.person(Who { person: Some(person), role: None }).unwrap_or_default()
}

/// A line for the role, and one for each candidate.
pub(super) fn lines(view: &View<'_>, rows: &[Row], seat: &Seat) -> Vec<String> {
    let language = view.language;
    let mut lines = Vec::new();
    match view.role(seat.who) {
        Some(role) => lines.push(fill(Text::new("{role}：", "{role}:"), language, &[("role", &role)])),
        None => lines.push(Text::new("计划指名：", "named in the plan:").get(language).to_owned()),
    }
    if seat.candidates.is_empty() {
        lines.push(format!("  {}", Text::new("没有人担任", "no one holds this role").get(language)));
    }
    for candidate in &seat.candidates {
        let mark = if candidate.chosen { "→" } else { " " };
        lines.push(format!("{mark} {}", line(view, rows, candidate)));
    }
    lines
}

fn line(view: &View<'_>, rows: &[Row], candidate: &Candidate) -> String {
    let language = view.language;
    let mut parts = vec![match candidate.obstacle {
        Some(Obstacle::Away) => Text::new("那天请假", "away on that day").get(language).to_owned(),
        Some(Obstacle::NotOnTeam) => {
            Text::new("那天不在团队里", "not on the team on that day").get(language).to_owned()
        }
        Some(Obstacle::NoTime) => Text::new("那时没空", "not available at that time").get(language).to_owned(),
        Some(Obstacle::Night) => Text::new("那时当地是夜里", "night where they live").get(language).to_owned(),
        Some(Obstacle::DayOff) => Text::new("那天当地放假", "a day off where they live").get(language).to_owned(),
        Some(Obstacle::Busy(entry)) => busy(view, rows, entry),
        None => Text::new("那时有空", "free at that time").get(language).to_owned(),
    }];
    if candidate.published {
        parts.push(AS_PUBLISHED.get(language).to_owned());
    }
    if let Some(other) = candidate.stands_in_for {
        parts.push(fill(Text::new("替{name}", "stands in for {name}"), language, &[("name", &name(view, other))]));
    }
    let (week, period) = (hours(candidate.week), hours(candidate.period));
    let given = view.plan.people[candidate.person].hours_per_week.map(|hours| hours.to_string());
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
    let (colon, semicolon) = (Text::new("：", ": ").get(language), Text::new("；", "; ").get(language));
    format!("{}{colon}{}", name(view, candidate.person), parts.join(semicolon))
}

/// What someone does at the same time.
fn busy(view: &View<'_>, rows: &[Row], entry: usize) -> String {
    let what = rows.get(entry).map(|row| row.title.clone()).unwrap_or_default();
    fill(Text::new("同一时间有“{what}”", "busy with \"{what}\" at that time"), view.language, &[("what", &what)])
}

/// Why an entry is someone's, in a few words.
pub(super) fn short(view: &View<'_>, person: usize, who: Who) -> String {
    let language = view.language;
    match (who.role, view.role(who)) {
        (Some(role), Some(name)) => {
            let text = if view.plan.holders(role).contains(&person) {
                Text::new("担任{role}", "as {role}")
            } else {
                Text::new("替别人做{role}", "standing in as {role}")
            };
            fill(text, language, &[("role", &name)])
        }
        _ => Text::new("计划指名", "named in the plan").get(language).to_owned(),
    }
}

/// `志愿者，那一周的小时数：→ 小林 3.2、周舟 2.8`: every candidate, and why it is not theirs.
pub(super) fn summary(view: &View<'_>, rows: &[Row], seat: &Seat) -> String {
    let language = view.language;
    let state = |candidate: &Candidate| match candidate.obstacle {
        Some(Obstacle::Away) => Text::new("请假", "away").get(language).to_owned(),
        Some(Obstacle::NotOnTeam) => Text::new("不在团队", "not on the team").get(language).to_owned(),
        Some(Obstacle::Night) => Text::new("当地是夜里", "at night").get(language).to_owned(),
        Some(Obstacle::DayOff) => Text::new("当地放假", "a day off").get(language).to_owned(),
        Some(Obstacle::NoTime) if !candidate.chosen => Text::new("没空", "not available").get(language).to_owned(),
        Some(Obstacle::Busy(entry)) if !candidate.chosen => busy(view, rows, entry),
        _ => hours(candidate.week),
    };
    let one = |candidate: &Candidate| {
        let mark = if candidate.chosen { "→ " } else { "" };
        let words = Text::new("（替{name}）", " (for {name})");
        let instead = candidate.stands_in_for.map(|other| fill(words, language, &[("name", &name(view, other))]));
        let published = match candidate.published {
            true => Text::new("（{why}）", " ({why})").fill(language, |_| Some(AS_PUBLISHED.get(language).to_owned())),
            false => String::new(),
        };
        let instead = instead.unwrap_or_default();
        format!("{mark}{} {}{instead}{published}", name(view, candidate.person), state(candidate))
    };
    let (chosen, others): (Vec<_>, Vec<_>) = seat.candidates.iter().partition(|candidate| candidate.chosen);
    let everyone: Vec<String> = chosen.into_iter().chain(others).map(one).collect();
    let everyone = list(&everyone, language);
    match view.role(seat.who) {
        None => fill(Text::new("计划指名：{all}", "named in the plan: {all}"), language, &[("all", &everyone)]),
        Some(role) => {
            let is_chosen = |person: &usize| seat.candidates.iter().any(|one| one.chosen && one.person == *person);
            let missed: Vec<String> =
                seat.turns.iter().filter(|person| !is_chosen(person)).map(|person| name(view, *person)).collect();
            let turn = match missed.is_empty() {
                true => String::new(),
                false => fill(
                    Text::new("（轮到{names}）", " (the turn of {names})"),
                    language,
                    &[("names", &list(&missed, language))],
                ),
            };
            let words = Text::new("{role}{turn}，那一周的小时数：{all}", "{role}{turn}, hours in that week: {all}");
            fill(words, language, &[("role", &role), ("turn", &turn), ("all", &everyone)])
        }
    }
}
