//! Who joins and leaves the team, whose term ends, and when people are assessed.

use super::collector::Collector;
use super::declaration::{Declaration, detail, manager};
use super::kind::{DateKind, Rows, row};
use super::timing::Timing;
use crate::finding::KeyPath;
use crate::language::{Language, Text};
use crate::plan::{Plan, Thing};

pub(super) const JOINS: Declaration = Declaration {
    word: "joins",
    is_task: true,
    name: Text::new("新成员加入团队", "Someone joins the team"),
    reason: Text::new("计划写明这天起在团队里", "the plan has it as their first day in the team"),
    own: |plan, of, language| Some(Thing::Person(of.row).label(plan, language)),
    id: |plan, of| Thing::Person(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["people"]).index(of.row).key("from"),
    owner: superior,
    details: |plan, of, language| {
        let training = |role: &usize| plan.roles[*role].training.clone();
        let training: Vec<String> = roles(plan, of).iter().filter_map(training).collect();
        let separator = Text::new("；", "; ").get(language);
        vec![
            (Text::new("角色", "Roles"), role_names(plan, of, language)),
            (Text::new("怎样培训", "Training"), training.join(separator)),
        ]
    },
};

pub(super) const LEAVES: Declaration = Declaration {
    word: "leaves",
    name: Text::new("最后一天在团队，交接工作", "Last day in the team: take over the work of"),
    reason: Text::new("计划写明这天为止在团队里", "the plan has it as their last day in the team"),
    path: |of| KeyPath::of(&["people"]).index(of.row).key("until"),
    owner: successor,
    details: |plan, of, language| {
        let backup = plan.people[of.row].backup.as_ref().map(|name| name.as_str());
        let backup = backup.and_then(|name| plan.person_named(name).ok());
        vec![
            (Text::new("角色", "Roles"), role_names(plan, of, language)),
            (
                Text::new("谁顶替", "Stand-in"),
                backup.map(|person| Thing::Person(person).label(plan, language)).unwrap_or_default(),
            ),
        ]
    },
    ..JOINS
};

pub(super) const TERM_ENDS: Declaration = Declaration {
    word: "term-ends",
    name: Text::new("任期到了", "Term ends"),
    reason: Text::new("从加入团队那天起按任期算", "counted in terms since they joined the team"),
    own: |plan, of, language| {
        let colon = Text::new("：", ": ").get(language);
        let role = Thing::Role(of.row).label(plan, language);
        Some(format!("{role}{colon}{}", Thing::Person(of.within).label(plan, language)))
    },
    id: |plan, of| {
        let role = Thing::Role(of.row).id(plan)?;
        Some(format!("{role}.{}", Thing::Person(of.within).id(plan)?))
    },
    path: |of| KeyPath::of(&["roles"]).index(of.row).key("term"),
    owner: |plan, of| plan.roles[of.row].reports_to.as_ref().map(|role| role.as_str()).or_else(|| manager(plan)),
    details: |plan, of, language| {
        let role = &plan.roles[of.row];
        let chosen = role.chosen_by.map(|chosen| chosen.name().get(language));
        let details = [
            detail(Text::new("怎样产生", "Chosen by"), chosen),
            detail(Text::new("怎样招募", "Recruited"), role.recruit.as_deref()),
        ];
        details.into_iter().flatten().collect()
    },
    ..JOINS
};

pub(super) const ASSESSMENT: Declaration = Declaration {
    word: "assessment",
    name: Text::new("考核", "Assess"),
    reason: Text::new("计划写明多久一次，从开始那天算", "the plan says how often; counted from the first day"),
    own: |plan, of, language| Some(Thing::Role(of.row).label(plan, language)),
    id: |plan, of| Thing::Role(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["roles"]).index(of.row).key("assessed"),
    details: |plan, of, language| {
        let separator = Text::new("、", ", ").get(language);
        let role = &plan.roles[of.row];
        let holders = plan.holders(of.row).into_iter().map(|person| Thing::Person(person).label(plan, language));
        vec![
            (Text::new("谁", "Who"), holders.collect::<Vec<_>>().join(separator)),
            (Text::new("怎样考核", "How"), role.assessed.clone().unwrap_or_default()),
            (Text::new("职责", "Duties"), role.duties.join(separator)),
        ]
    },
    ..TERM_ENDS
};

pub(super) fn collect(plan: &Plan, to: &mut Collector<'_>) {
    let starts = to.life.starts;
    for (at, person) in plan.people.iter().enumerate() {
        to.on(DateKind::Joins, row(at), person.from.filter(|from| starts.is_none_or(|starts| starts < *from)));
        to.on(DateKind::Leaves, row(at), person.until);
    }
    for (at, role) in plan.roles.iter().enumerate() {
        for within in plan.holders(at) {
            let person = &plan.people[within];
            let term = Timing::every(person.from.or(starts), role.term).map(|term| term.until(person.until));
            to.at(DateKind::TermEnds, Rows { row: at, within }, term);
        }
        to.at(DateKind::Assessment, row(at), to.of_text(role.assessed.as_deref()));
    }
}

/// The roles of a person.
fn roles(plan: &Plan, of: Rows) -> Vec<usize> {
    let is_held = |role: &usize| plan.roles[*role].id.as_ref().is_some_and(|id| plan.people[of.row].holds(id.as_str()));
    (0..plan.roles.len()).filter(is_held).collect()
}

fn role_names(plan: &Plan, of: Rows, language: Language) -> String {
    let names = roles(plan, of).into_iter().map(|role| Thing::Role(role).label(plan, language));
    names.collect::<Vec<_>>().join(Text::new("、", ", ").get(language))
}

/// Who takes over from a person: who holds the role to which they report, and never they themselves.
fn successor(plan: &Plan, of: Rows) -> Option<&str> {
    let name = superior(plan, of)?;
    let is_role = |role: &usize| plan.roles[*role].id.as_ref().is_some_and(|id| id.as_str() == name);
    let holders = (0..plan.roles.len()).find(is_role).map_or_else(Vec::new, |role| plan.holders(role));
    if !holders.contains(&of.row) {
        return Some(name);
    }
    let backup = plan.people[of.row].backup.as_ref().and_then(|name| plan.person_named(name.as_str()).ok());
    let stays = |person: &usize| *person != of.row && plan.people[*person].until.is_none();
    let mut others = backup.into_iter().chain(holders).chain(0..plan.people.len()).filter(stays);
    others.find_map(|person| plan.people[person].key())
}

/// The role to which a person reports.
fn superior(plan: &Plan, of: Rows) -> Option<&str> {
    let reports_to = |role: usize| plan.roles[role].reports_to.as_ref();
    roles(plan, of).into_iter().find_map(reports_to).map(|role| role.as_str()).or_else(|| manager(plan))
}
