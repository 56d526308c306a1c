//! The team and its roles, from the plan.

use super::known::{Known, text, texts};
use super::team_facts::{ChannelFacts, HandoverFacts, PersonFacts, RoleFacts, ToolFacts, WorkFacts};
use crate::language::Text;
use crate::plan::Thing;
use crate::source::Ref;

/// The roles, each below the one that it reports to; without those that nobody holds and nothing is said of.
pub(super) fn team(known: &Known<'_>) -> Vec<RoleFacts> {
    let roles = known.plan.roles.len();
    let above: Vec<Option<usize>> = (0..roles).map(|role| reports_to(known, role)).collect();
    let mut team = Vec::new();
    // a role that reports to itself by way of others is at the top: the circle is a finding of lint
    let is_top = |role: usize| above[role].is_none() || is_in_circle(role, &above);
    let mut open: Vec<(usize, usize)> = (0..roles).rev().filter(|role| is_top(*role)).map(|role| (role, 0)).collect();
    let mut is_listed = vec![false; roles];
    while let Some((role, depth)) = open.pop() {
        if std::mem::replace(&mut is_listed[role], true) {
            continue;
        }
        let facts = role_facts(known, role, depth);
        if !facts.people.is_empty() || !facts.duties.is_empty() || facts.headcount.is_some() {
            team.push(facts);
        }
        let below = (0..roles).rev().filter(|other| above[*other] == Some(role) && !is_listed[*other]);
        open.extend(below.map(|other| (other, depth + 1)));
    }
    team
}

fn reports_to(known: &Known<'_>, role: usize) -> Option<usize> {
    match known.index.find("role", known.plan.roles[role].reports_to.as_ref()?.as_str())? {
        Thing::Role(above) => Some(above),
        _ => None,
    }
}

fn is_in_circle(role: usize, above: &[Option<usize>]) -> bool {
    let mut at = above[role];
    for _ in 0..above.len() {
        match at {
            Some(next) if next == role => return true,
            Some(next) => at = above[next],
            None => return false,
        }
    }
    false
}

fn role_facts(known: &Known<'_>, role: usize, depth: usize) -> RoleFacts {
    let of = &known.plan.roles[role];
    let people: Vec<PersonFacts> = known.holders(role).into_iter().map(|person| person_facts(known, person)).collect();
    let headcount = of.headcount.filter(|count| usize::try_from(*count).is_ok_and(|count| count > people.len()));
    RoleFacts {
        title: known.label(Thing::Role(role)),
        depth,
        duties: texts(&of.duties),
        people,
        headcount,
        chosen_by: known.word(of.chosen_by.map(|chosen| chosen.name())),
        term: known.length(of.term),
    }
}

fn person_facts(known: &Known<'_>, person: usize) -> PersonFacts {
    let of = &known.plan.people[person];
    let backup = of.backup.as_ref().and_then(|backup| known.index.holder(backup.as_str()));
    PersonFacts {
        name: known.label(Thing::Person(person)),
        handle: text(&of.handle),
        talents: of.talents.iter().filter_map(|talent| known.word(Some(talent.name()))).collect(),
        backup: backup.map(|backup| known.label(backup)),
    }
}

/// What goes with a role: work, access, tools.
pub(super) fn handover(known: &Known<'_>, role: usize) -> HandoverFacts {
    let of = &known.plan.roles[role];
    let id = of.id.as_ref().map_or("", |id| id.as_str());
    let above = of.reports_to.as_ref();
    HandoverFacts {
        role: role_facts(known, role, 0),
        reports_to: known.holder(&above.cloned()),
        traits: texts(&of.traits),
        training: text(&of.training),
        assessed: text(&of.assessed),
        work: work(known, id),
        joining: known.steps(|owner| owner == Some(id)),
        tasks: tasks(known, id),
        channels: channels(known, id),
        tools: tools(known),
    }
}

fn is_it<K>(holder: Option<&Ref<K>>, id: &str) -> bool {
    !id.is_empty() && holder.is_some_and(|holder| holder.as_str() == id)
}

/// What the role does regularly: activities, content, reviews, the meeting that it calls.
fn work(known: &Known<'_>, id: &str) -> Vec<WorkFacts> {
    let (plan, language) = (known.plan, known.language);
    let mut work = Vec::new();
    let mut add = |title: String, when: Option<&crate::cadence::Cadence>| {
        work.push(WorkFacts { title, when: when.map(|when| when.print(language)) });
    };
    for (at, activity) in plan.activities.iter().enumerate() {
        let is_staff = activity.staff.iter().any(|staff| is_it(staff.role.as_ref(), id));
        let is_over = activity.until.is_some_and(|until| until < known.today);
        if (is_it(activity.owner.as_ref(), id) || is_staff) && !is_over {
            add(known.label(Thing::Activity(at)), activity.when.as_ref());
        }
    }
    for (at, content) in plan.content.iter().enumerate() {
        if is_it(content.owner.as_ref(), id) {
            add(known.label(Thing::Content(at)), content.when.as_ref());
        }
    }
    for (at, review) in plan.reviews.iter().enumerate() {
        if is_it(review.owner.as_ref(), id) {
            add(known.label(Thing::Review(at)), review.when.as_ref());
        }
    }
    if is_it(plan.governance.owner.as_ref(), id) {
        add(
            Text::new("召集团队例会", "Calling the team meeting").get(language).to_owned(),
            plan.governance.meeting.as_ref(),
        );
    }
    work
}

/// What the role answers for beside that.
fn tasks(known: &Known<'_>, id: &str) -> Vec<String> {
    let plan = known.plan;
    let semicolon = Text::new("；", "; ").get(known.language);
    let mut tasks = Vec::new();
    let mut add = |is_its: bool, task: Text, it: String| {
        if is_its {
            tasks.push(task.fill(known.language, |_| Some(it.clone())));
        }
    };
    let is_enforcer = plan.rules.conduct.iter().any(|rule| is_it(rule.enforcer.as_ref(), id));
    add(is_enforcer, Text::new("执行群规", "Enforcing the rules"), String::new());
    add(is_it(plan.rules.admission.who.as_ref(), id), Text::new("审核入群", "Deciding who gets in"), String::new());
    add(is_it(plan.rules.conflict.who.as_ref(), id), Text::new("处理冲突", "Settling conflicts"), String::new());
    let (answers, within) = (is_it(plan.support.owner.as_ref(), id), known.length(plan.support.respond_within));
    let task = match within {
        Some(_) => Text::new("答疑，{it}内回复", "Answering questions within {it}"),
        None => Text::new("答疑", "Answering questions"),
    };
    add(answers, task, within.unwrap_or_default());
    let occasions = texts(&plan.care.occasions);
    let task = match occasions.is_empty() {
        true => Text::new("关怀成员", "Personal care"),
        false => Text::new("关怀成员：{it}", "Personal care: {it}"),
    };
    add(is_it(plan.care.who.as_ref(), id), task, occasions.join(semicolon));
    add(is_it(plan.finance.keeper.as_ref(), id), Text::new("管账", "Keeping the books"), String::new());
    let goals = plan.goals.iter().filter(|goal| is_it(goal.collected_by.as_ref(), id));
    let objectives: Vec<String> = goals.filter_map(|goal| text(&goal.objective)).collect();
    let task = Text::new("统计目标的数字：{it}", "Collecting the figures for: {it}");
    add(!objectives.is_empty(), task, objectives.join(semicolon));
    tasks
}

/// The channels that the role looks after.
fn channels(known: &Known<'_>, id: &str) -> Vec<ChannelFacts> {
    let channels = known.plan.channels.iter().enumerate();
    channels.filter(|(_, channel)| is_it(channel.owner.as_ref(), id)).map(|(at, _)| known.channel(at)).collect()
}

fn tools(known: &Known<'_>) -> Vec<ToolFacts> {
    let tools = known.plan.tools.iter();
    tools.filter_map(|tool| Some(ToolFacts { name: text(&tool.name)?, purpose: text(&tool.purpose) })).collect()
}
