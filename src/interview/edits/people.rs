//! Replaces the starter's people by real ones. The first leads, the others share what the others did, a single person
//! does everything. Texts and references that named the starter's people name the new team.

use crate::amend::EditSet;
use crate::finding::{KeyPath, Literal, Trail};
use crate::interview::context::InterviewContext;
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::people::{Person, RoleKind};
use crate::source::{Table, Visit};

/// For each of the starter's people, the index of the member of the new team who takes over.
fn heirs(plan: &Plan, team: usize) -> Vec<usize> {
    let mut heirs = vec![0; plan.people.len()];
    for (place, person) in order(plan).into_iter().enumerate() {
        heirs[person] = match team {
            _ if place < team => place,
            0 | 1 => 0,
            _ => 1 + (place - team) % (team - 1),
        };
    }
    heirs
}

/// The starter's people with the leader first: whoever holds a creator's role, else the first.
fn order(plan: &Plan) -> Vec<usize> {
    let leads = |person: &Person| {
        person.roles.iter().any(|held| {
            let role = plan.roles.iter().find(|role| role.id.as_ref().is_some_and(|id| id.as_str() == held.as_str()));
            role.is_some_and(|role| role.kind == Some(RoleKind::Creator))
        })
    };
    let mut order: Vec<usize> = (0..plan.people.len()).collect();
    if let Some(leader) = plan.people.iter().position(leads) {
        order.remove(leader);
        order.insert(0, leader);
    }
    order
}

/// The starter's names and their replacements.
pub(super) fn renamed(context: &InterviewContext<'_>) -> Vec<(String, String)> {
    let (plan, names) = (&context.starter.plan, context.names());
    if names.is_empty() {
        return Vec::new();
    }
    let heirs = heirs(plan, names.len());
    let pair = |(person, heir): (&Person, &usize)| Some((person.name.clone()?, names.get(*heir)?.clone()));
    plan.people.iter().zip(&heirs).filter_map(pair).collect()
}

/// The name by which the plan refers to a person: their name, unless a role has it.
fn key_of(name: &str, plan: &Plan, names: &[&str]) -> String {
    let is_role = |key: &str| {
        RoleKind::WORDS.contains(&key)
            || plan.roles.iter().any(|role| role.id.as_ref().is_some_and(|id| id.as_str() == key))
    };
    let mut key = name.to_owned();
    while is_role(&key) || (key != name && names.contains(&key.as_str())) {
        key.push_str("-1");
    }
    key
}

pub(super) fn replace(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let (plan, names) = (&context.starter.plan, context.names());
    if names.is_empty() {
        return;
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let keys: Vec<String> = names.iter().map(|name| key_of(name, plan, &names)).collect();
    let heirs = heirs(plan, names.len());
    let order = order(plan);
    for (place, (name, key)) in names.iter().zip(&keys).enumerate() {
        let source = order.get(place).map(|index| &plan.people[*index]);
        let roles = Literal::List(roles(plan, &heirs, place).into_iter().map(Literal::from).collect());
        let backup = source.and_then(|person| heir_key(plan, &heirs, &keys, person.backup.as_ref()?.as_str()));
        let backup = backup.filter(|backup| backup != key).map(Literal::from);
        let id = (key != name).then(|| Literal::from(key.as_str()));
        let hours = source.and_then(|person| person.hours_per_week).map(Literal::from);
        let values = [
            ("id", id),
            ("name", Some(Literal::from(*name))),
            ("roles", Some(roles)),
            ("hours_per_week", hours),
            ("backup", backup),
        ];
        if place < plan.people.len() {
            let path = KeyPath::of(&["people"]).index(place);
            for (key, value) in values {
                match value {
                    Some(value) => changes.set(path.clone().key(key), value),
                    None => changes.remove(path.clone().key(key)),
                }
            }
            // what was true of a made-up person is not true of a real one
            for key in ["handle", "talents", "available", "away", "from", "until"] {
                changes.remove(path.clone().key(key));
            }
        } else {
            let pairs = values.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
            changes.append(KeyPath::of(&["people"]), pairs);
        }
    }
    for index in names.len()..plan.people.len() {
        changes.remove(KeyPath::of(&["people"]).index(index));
    }
    let mut references = PersonReferences { plan, heirs: &heirs, keys: &keys, changes };
    plan.show(&Trail::Root, &mut references);
}

/// The roles of a member of the new team: those of the people they replace; anyone beyond the number of the starter's
/// people shares the roles of those who do not lead.
fn roles<'p>(plan: &'p Plan, heirs: &[usize], place: usize) -> Vec<&'p str> {
    let mut sources: Vec<usize> = (0..heirs.len()).filter(|person| heirs[*person] == place).collect();
    if sources.is_empty() && heirs.len() > 1 {
        sources.push(order(plan)[1 + (place - heirs.len()) % (heirs.len() - 1)]);
    }
    let mut roles: Vec<&str> = Vec::new();
    for role in sources.into_iter().flat_map(|person| &plan.people[person].roles).map(|role| role.as_str()) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    if heirs.is_empty() && place == 0 {
        roles.extend(plan.roles.iter().filter_map(|role| role.id.as_ref()).map(|id| id.as_str()));
    }
    roles
}

/// The name of the person who replaces one of the starter's people.
fn heir_key(plan: &Plan, heirs: &[usize], keys: &[String], old: &str) -> Option<String> {
    let person = plan.people.iter().position(|person| person.key() == Some(old))?;
    keys.get(heirs[person]).cloned()
}

/// Points references to the starter's people at their successors.
struct PersonReferences<'a> {
    plan: &'a Plan,
    heirs: &'a [usize],
    keys: &'a [String],
    changes: &'a mut EditSet,
}

impl Visit for PersonReferences<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if !matches!(kind, "holder" | "person") {
            return;
        }
        let path = at.path();
        if path.keys().next() == Some("people") {
            return;
        }
        if let Some(key) = heir_key(self.plan, self.heirs, self.keys, name) {
            self.changes.set(path, key);
        }
    }
}
