//! The people and the roles of a plan that is made of the answers: those that were typed, and roles that were ticked.

use super::ids::{Ids, latin};
use crate::amend::EditSet;
use crate::finding::{KeyPath, Literal};
use crate::interview::context::InterviewContext;
use crate::interview::lines::{Leader, PersonLine, RoleWord, TeamLine};
use crate::interview::ticks::duties;
use crate::language::Text;
use crate::plan::labels::is_role_word;
use crate::plan::people::{Role, RoleKind};

/// A role, and what is known of it.
struct NewRole {
    id: String,
    title: Option<String>,
    kind: Option<RoleKind>,
    /// How many hold it, where that was said.
    headcount: Option<i64>,
    /// Its duties: those that were ticked, and what was said of who holds it that has no other place.
    duties: Vec<Literal>,
}

/// What leaders are called in the plan.
pub(super) struct LeaderNames {
    /// The role of all who take turns.
    all: Option<String>,
    /// The roles by how they are written.
    roles: Vec<(String, String)>,
    /// The roles of those who take turns among themselves.
    several: Vec<(Vec<String>, String)>,
}

impl LeaderNames {
    /// The name by which the plan refers to a leader.
    pub(super) fn of(&self, leader: &Leader) -> Option<String> {
        match leader {
            Leader::Person(name) => Some(key_of(name)),
            Leader::Role(word) => {
                let written = self.roles.iter().find(|(written, _)| *written == word.written);
                written.map(|(_, id)| id.clone()).or_else(|| word.id.map(str::to_owned))
            }
            Leader::Several(names) => {
                self.several.iter().find(|(several, _)| several == names).map(|(_, id)| id.clone())
            }
            Leader::Turns => self.all.clone(),
        }
    }
}

/// The name by which the plan refers to a person: their name, unless it is that of a role.
fn key_of(name: &str) -> String {
    let is_role = is_role_word(name) || RoleKind::WORDS.contains(&name);
    if is_role { format!("{name}-1") } else { name.to_owned() }
}

/// The role that everyone with a name has.
fn common_role(team: &[TeamLine]) -> Option<RoleWord> {
    let mut people = team.iter().filter_map(|line| match line {
        TeamLine::Person(person) => Some(person),
        TeamLine::Headcount(_) => None,
    });
    let first = people.next()?;
    let others: Vec<&PersonLine> = people.collect();
    let is_theirs = |word: &&RoleWord| {
        let is_same = |held: &RoleWord| held.id.is_some() && held.id == word.id || held.written == word.written;
        others.iter().all(|person| person.roles.iter().any(is_same))
    };
    first.roles.iter().find(is_theirs).filter(|_| !others.is_empty()).cloned()
}

/// Sets them. Who has no role of their own shares one; it is held by all where all take turns.
pub(super) fn set(context: &InterviewContext<'_>, changes: &mut EditSet) -> LeaderNames {
    let mut ids = Ids::of("role");
    let mut roles: Vec<NewRole> = ticked(context);
    roles.iter().for_each(|role| ids.take(&role.id));
    let team = context.team();
    let leads_all = |leader: Option<Leader>| leader == Some(Leader::Turns);
    let takes_turns = leads_all(context.leader())
        || context.activities().iter().any(|activity| leads_all(context.leader_of(activity)));
    // a role that all of them have is theirs already
    let common = takes_turns.then(|| common_role(&team)).flatten();
    let shared = takes_turns || team.iter().any(|line| matches!(line, TeamLine::Person(p) if p.roles.is_empty()));
    let shared = (shared && common.is_none()).then(|| ids.give("team"));
    let several = several(context, &mut ids);
    let mut written: Vec<(String, String)> = Vec::new();
    let common = common.map(|word| role_of(&word, &mut roles, &mut ids));
    let mut people = 0;
    for line in &team {
        for word in line.roles() {
            written.push((word.written.clone(), role_of(word, &mut roles, &mut ids)));
        }
        match line {
            TeamLine::Person(person) => {
                let mut held: Vec<Literal> = Vec::new();
                for word in &person.roles {
                    let id = role_of(word, &mut roles, &mut ids);
                    if let Some(part) = &word.part {
                        let words = Text::new("{name}：{part}", "{name}: {part}");
                        let fact = |fact: &str| Some(if fact == "name" { &person.name } else { part }.clone());
                        add_duty(&mut roles, &id, words.fill(context.language(), fact));
                    }
                    held.push(id.into());
                }
                let shares = takes_turns || person.roles.is_empty();
                held.extend(shared.as_deref().filter(|_| shares).map(Literal::from));
                let takes_part = |(names, _): &&(Vec<String>, NewRole)| names.contains(&person.name);
                held.extend(several.iter().filter(takes_part).map(|(_, role)| Literal::from(role.id.as_str())));
                let at = KeyPath::of(&["people"]).index(people);
                changes.set(at.clone().key("name"), person.name.as_str());
                let key = key_of(&person.name);
                if key != person.name {
                    changes.set(at.clone().key("id"), key);
                }
                if !held.is_empty() {
                    changes.set(at.clone().key("roles"), Literal::List(held));
                }
                if let Some(hours) = person.hours {
                    changes.set(at.clone().key("hours_per_week"), hours);
                }
                let said =
                    [("time_zone", &person.zone), ("holidays", &person.holidays), ("available", &person.available)];
                for (key, value) in said {
                    if let Some(value) = value {
                        changes.set(at.clone().key(key), value.as_str());
                    }
                }
                people += 1;
            }
            // a number of people is a role that nobody holds by name yet
            TeamLine::Headcount(team) => {
                for word in &team.roles {
                    let id = role_of(word, &mut roles, &mut ids);
                    if let Some(role) = roles.iter_mut().find(|role| role.id == id) {
                        role.headcount = Some(role.headcount.unwrap_or(0) + team.count);
                    }
                    // people without names have no hours of their own in a plan
                    if let Some(hours) = team.hours {
                        let words = Text::new("每人每周 {n} 小时", "{n|hour|hours} a week each");
                        add_duty(&mut roles, &id, words.fill(context.language(), |_| Some(hours.to_string())));
                    }
                    if let Some(part) = &word.part {
                        add_duty(&mut roles, &id, part.clone());
                    }
                }
            }
        }
    }
    if let Some(id) = &shared {
        let title = Text::new("组织者", "organiser").get(context.language());
        let kind = (!roles.iter().any(|role| role.kind == Some(RoleKind::Manager))).then_some(RoleKind::Manager);
        roles.push(NewRole {
            id: id.clone(),
            title: Some(title.to_owned()),
            kind,
            headcount: None,
            duties: Vec::new(),
        });
    }
    let (names, own): (Vec<Vec<String>>, Vec<NewRole>) = several.into_iter().unzip();
    let several = names.into_iter().zip(own.iter().map(|role| role.id.clone())).collect();
    roles.extend(own);
    for (place, role) in roles.into_iter().enumerate() {
        let at = KeyPath::of(&["roles"]).index(place);
        changes.set(at.clone().key("id"), role.id);
        if let Some(title) = role.title {
            changes.set(at.clone().key("title"), title);
        }
        if let Some(kind) = role.kind {
            changes.set(at.clone().key("kind"), kind.word());
        }
        if let Some(count) = role.headcount {
            changes.set(at.clone().key("headcount"), Literal::Integer(count));
        }
        if !role.duties.is_empty() {
            changes.set(at.key("duties"), Literal::List(role.duties));
        }
    }
    LeaderNames { all: shared.or(common), roles: written, several }
}

/// A role for each few who take turns with an activity and share no other role.
fn several(context: &InterviewContext<'_>, ids: &mut Ids) -> Vec<(Vec<String>, NewRole)> {
    let mut all: Vec<(Vec<String>, NewRole)> = Vec::new();
    for activity in context.activities() {
        let Some(Leader::Several(names)) = context.leader_of(&activity) else { continue };
        if all.iter().any(|(known, _)| *known == names) {
            continue;
        }
        let title = Text::new("{title}主持", "{title} host").fill(context.language(), |_| Some(activity.title.clone()));
        let id = ids.give(&title);
        all.push((names, NewRole { id, title: Some(title), kind: None, headcount: None, duties: Vec::new() }));
    }
    all
}

/// The roles of the starter that were ticked.
fn ticked(context: &InterviewContext<'_>) -> Vec<NewRole> {
    let plan = &context.example.plan;
    let ticked = context.answers.texts("agreed");
    let taken = |role: &Role| {
        let id = role.id.as_ref()?.as_str().to_owned();
        let duties = duties(plan, role).into_iter().map(Literal::from).collect();
        let is_ticked = ticked.contains(&format!("role-{id}").as_str());
        is_ticked.then(|| NewRole { id, title: role.title.clone(), kind: role.kind, headcount: None, duties })
    };
    plan.roles.iter().filter_map(taken).collect()
}

/// The id of the role that a word names; it is added where there is none.
fn role_of(word: &RoleWord, roles: &mut Vec<NewRole>, ids: &mut Ids) -> String {
    let written = singular(word);
    let is_it = |role: &&NewRole| word.id == Some(role.id.as_str()) || role.title.as_deref() == Some(written);
    if let Some(role) = roles.iter().find(is_it) {
        return role.id.clone();
    }
    let id = match word.id {
        Some(id) => {
            ids.take(id);
            id.to_owned()
        }
        None => ids.give(written),
    };
    let title = (latin(written).as_deref() != Some(id.as_str()) || word.id.is_none()).then(|| written.to_owned());
    roles.push(NewRole { id: id.clone(), title, kind: word.kind, headcount: None, duties: Vec::new() });
    id
}

/// Adds a duty to a role, once.
fn add_duty(roles: &mut [NewRole], id: &str, duty: String) {
    let duty = Literal::from(duty);
    if let Some(role) = roles.iter_mut().find(|role| role.id == id)
        && !role.duties.contains(&duty)
    {
        role.duties.push(duty);
    }
}

/// A word for a role as one person has it.
fn singular(word: &RoleWord) -> &str {
    let written = word.written.as_str();
    let lower = written.to_lowercase();
    let is_usual = |one: &&str| word.id.is_some_and(|id| one.eq_ignore_ascii_case(id));
    // librarians, group leaders; no newsletters
    let is_person = ["ers", "ors", "ians", "ists", "eads", "hosts"].iter().any(|end| lower.ends_with(end))
        && !["letters", "papers", "orders", "offers", "numbers"].iter().any(|thing| lower.ends_with(thing));
    written.strip_suffix('s').filter(|one| is_usual(one) || is_person).unwrap_or(written)
}
