//! What is to be done, gathered from templates, the plan and the calendar.

use std::collections::BTreeMap;

use super::entry::{dates, from_calendar, from_entry};
use super::{Checklist, Item, Section, What, handover, said};
use crate::calendar::{At, Calendar, Entry, Origin, item_id};
use crate::language::{Language, Text};
use crate::library::{Library, Stage, TemplateItem};
use crate::plan::people::RoleKind;
use crate::plan::{Index, Plan, Thing};
use crate::source::Table;
use crate::value::{Day, Shift};

/// From what a checklist is made.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its names.
    pub index: &'a Index,
    /// The templates.
    pub library: &'a Library,
    /// A calendar of the range that the list is about.
    pub calendar: &'a Calendar<'a>,
    /// The day from which offsets count: the start, the Monday, the first of the month …
    pub day: Day,
    /// In which language it speaks.
    pub language: Language,
}

/// Makes a checklist.
pub fn make(what: What, basis: &Basis<'_>) -> Checklist {
    let mut list = match what {
        What::Activity(activity) => of_activity(activity, basis),
        _ => of_template(what, basis),
    };
    // steps without names of their own are told apart by their number
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for item in list.sections.iter_mut().flat_map(|section| &mut section.items) {
        let times = seen.entry(item.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            item.id.push_str(&format!("#{times}"));
        }
    }
    list
}

fn of_template(what: What, basis: &Basis<'_>) -> Checklist {
    let community = basis.plan.community.name.as_deref().unwrap_or_default();
    let names = basis.library.checklist_names();
    let word = match what {
        What::Own(own) => names.get(own).copied().unwrap_or_default(),
        _ => what.word(),
    };
    let template = basis.library.checklist(word, basis.language);
    let title = template.and_then(|template| template.title.as_deref()).unwrap_or(word);
    let (name, title) = match what {
        What::Role(role) => {
            let shown = Thing::Role(role).label(basis.plan, basis.language);
            let id = basis.plan.roles[role].id.as_ref().map_or_else(|| (role + 1).to_string(), ToString::to_string);
            (format!("{word}-{id}"), format!("{title}{}{shown}", Text::new("：", ": ").get(basis.language)))
        }
        _ => (word.to_owned(), title.to_owned()),
    };
    let mut sections: Vec<Section> = template
        .into_iter()
        .flat_map(|template| &template.sections)
        .enumerate()
        .map(|(number, section)| Section {
            id: section.id.as_ref().map_or_else(|| format!("section-{}", number + 1), ToString::to_string),
            title: section.title.clone().unwrap_or_default(),
            items: section.items.iter().enumerate().map(|(n, item)| from_template(word, item, n, basis)).collect(),
            added: Vec::new(),
        })
        .collect();
    for section in &mut sections {
        for item in &mut section.items {
            item.id = format!("{}/{}", section.id, item.id);
        }
    }
    sections.extend(own_words(what, basis));
    if let What::Role(role) = what {
        sections.extend(handover::sections(role, basis));
    }
    sections.extend(from_calendar(what, basis));
    let separator = if community.is_empty() { "" } else { " · " };
    Checklist {
        name,
        of: what.is_repeated().then_some(basis.day),
        title: format!("{title}{separator}{community}"),
        sections,
        dates: dates(basis),
        ..Checklist::default()
    }
}

fn from_template(list: &str, template: &TemplateItem, number: usize, basis: &Basis<'_>) -> Item {
    let kind = template.role.as_deref().and_then(|word| RoleKind::ALL.iter().find(|kind| kind.word() == word));
    let (role, person) = kind.map_or((None, None), |kind| holders(*kind, basis));
    let due = template.due.map(|offset| match offset.0 {
        Shift::Days(days, time) => At { day: basis.day.plus(days), time },
        Shift::Minutes(minutes) => At { day: basis.day.plus(minutes.div_euclid(1440)), time: None },
    });
    let is_written = template.key.as_deref().is_some_and(|key| basis.plan.holds(key));
    Item {
        id: template.id.as_ref().map_or_else(|| format!("item-{}", number + 1), ToString::to_string),
        text: template.text.clone().unwrap_or_default(),
        due,
        person,
        role,
        minutes: template.minutes,
        source: match &template.key {
            Some(key) if is_written => key.clone(),
            _ => list.to_owned(),
        },
        ..Item::default()
    }
}

/// The first role of a kind by its title, and who holds it.
fn holders(kind: RoleKind, basis: &Basis<'_>) -> (Option<String>, Option<String>) {
    let (plan, language) = (basis.plan, basis.language);
    let Some(role) = plan.roles.iter().position(|role| role.kind == Some(kind)) else {
        return (Some(kind.name().get(language).to_owned()), None);
    };
    let holders = plan.holders(role).into_iter();
    let names: Vec<String> = holders.map(|person| Thing::Person(person).label(plan, language)).collect();
    let title = Thing::Role(role).label(plan, language);
    let separator = Text::new("、", ", ").get(basis.language);
    (Some(title), (!names.is_empty()).then(|| names.join(separator)))
}

/// What the plan itself says for such an occasion.
fn own_words(what: What, basis: &Basis<'_>) -> Option<Section> {
    let plan = basis.plan;
    let named = |name: Option<&str>| name.map(|name| name_of(name, basis));
    let (title, items): (Text, Vec<Item>) = match what {
        What::Onboarding => (
            Text::new("本群的新人引导", "Onboarding in this community"),
            (plan.onboarding.steps.iter().enumerate())
                .map(|(number, step)| Item {
                    id: format!("plan/onboarding-{}", number + 1),
                    text: step.what.clone().unwrap_or_default(),
                    due: step.day.map(|day| At { day: basis.day.plus(i32::try_from(day).unwrap_or(0)), time: None }),
                    person: named(step.owner.as_ref().map(|owner| owner.as_str())),
                    source: "onboarding.steps".to_owned(),
                    ..Item::default()
                })
                .collect(),
        ),
        What::Moderation => {
            (Text::new("本群的群规和处理步骤", "The rules and steps of this community"), said::moderation(basis))
        }
        What::Conflict => (Text::new("本群的约定", "What this community has settled"), said::conflict(basis)),
        What::Handover => (Text::new("本群的岗位", "The roles of this community"), said::roles(basis).collect()),
        What::Role(role) => {
            (Text::new("这个岗位", "The role"), said::role(role, &basis.plan.roles[role], basis).into_iter().collect())
        }
        What::Monthly => (Text::new("续费", "Renewals"), said::renewals(basis).collect()),
        What::Review => {
            (Text::new("目标、数字与问题", "Goals, figures, problems"), goals(basis).chain(problems(basis)).collect())
        }
        _ => return None,
    };
    (!items.is_empty()).then(|| Section {
        id: "plan".to_owned(),
        title: title.get(basis.language).to_owned(),
        items,
        added: Vec::new(),
    })
}

/// The goals, with their figures.
fn goals<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = Item> + 'b {
    let colon = Text::new("：", ": ").get(basis.language);
    basis.plan.goals.iter().enumerate().map(move |(number, goal)| {
        let figures = [goal.baseline.as_deref(), goal.target.as_deref()].map(|figure| figure.unwrap_or("?"));
        let id = goal.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
        Item {
            id: format!("plan/goal-{id}"),
            text: format!(
                "{}{colon}{} → {}",
                Thing::Goal(number).label(basis.plan, basis.language),
                figures[0],
                figures[1]
            ),
            person: goal.collected_by.as_ref().map(|owner| name_of(owner.as_str(), basis)),
            source: "goals".to_owned(),
            ..Item::default()
        }
    })
}

/// What is done about each problem.
fn problems<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = Item> + 'b {
    let (colon, unnamed) = (Text::new("：", ": "), Text::new("问题", "Problem"));
    basis.plan.problems.iter().enumerate().flat_map(move |(number, problem)| {
        let name = problem.kind.map_or(unnamed, |kind| kind.name()).get(basis.language);
        let person = problem.owner.as_ref().map(|owner| name_of(owner.as_str(), basis));
        problem.actions.iter().enumerate().map(move |(step, action)| Item {
            id: format!("plan/problem-{}-{}", number + 1, step + 1),
            text: format!("{name}{}{action}", colon.get(basis.language)),
            person: person.clone(),
            source: "problems".to_owned(),
            ..Item::default()
        })
    })
}

/// The name shown for a role or person.
pub(super) fn name_of(name: &str, basis: &Basis<'_>) -> String {
    let holder = basis.index.holder(name);
    holder.map_or_else(|| name.to_owned(), |holder| holder.label(basis.plan, basis.language))
}

/// The tasks of the first occurrence of an activity in the calendar, by stage.
fn of_activity(activity: usize, basis: &Basis<'_>) -> Checklist {
    let item = crate::calendar::Item::Activity(activity);
    let id = item_id(basis.plan, item);
    let title = item.label(basis.plan, basis.language);
    let is_it = |entry: &&Entry| entry.origin == Origin::Item(item) && !entry.cancelled && entry.at.day >= basis.day;
    let occurrence = basis.calendar.entries.iter().find(is_it);
    let mut checklist = Checklist { name: id, title: title.clone(), dates: dates(basis), ..Checklist::default() };
    let Some(occurrence) = occurrence else { return checklist };
    checklist.title = format!("{title} · {}", occurrence.at.day);
    let tasks = &basis.calendar.tasks[activity];
    for stage in Stage::ALL.iter().copied().map(Some).chain([None]) {
        let belongs = |entry: &&Entry| match entry.origin {
            Origin::Task(of, task) => of == activity && entry.of == occurrence.at && tasks[task].stage() == stage,
            _ => false,
        };
        let mut entries: Vec<&Entry> = basis.calendar.entries.iter().filter(belongs).collect();
        entries.sort_by_key(|entry| in_turn(entry.at, occurrence.at));
        let mut items: Vec<Item> = entries.into_iter().filter_map(|entry| from_entry(entry, basis)).collect();
        if items.is_empty() {
            continue;
        }
        // the activity stands in the title already
        let lead = format!("{title}{}", Text::new("：", ": ").get(basis.language));
        for item in &mut items {
            item.text = item.text.strip_prefix(&lead).unwrap_or(&item.text).to_owned();
        }
        let (id, title) = stage.map_or_else(
            || ("other".to_owned(), Text::new("其他", "Other")),
            |stage| (stage.word().to_owned(), stage.name()),
        );
        let title = title.get(basis.language).to_owned();
        checklist.sections.push(Section { id, title, items, added: Vec::new() });
    }
    checklist
}

/// When the turn of a task comes: untimed ones come first of their day, but on the day of the activity they are what
/// is done at the activity itself, and stand at its time.
fn in_turn(at: At, occurrence: At) -> At {
    At { time: at.time.or(occurrence.time.filter(|_| at.day == occurrence.day)), ..at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Request, calendar};
    use crate::knowledge::Holidays;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn untimed_tasks_come_first_of_a_day_and_at_the_activity_on_its_own() {
        let steps = [
            ("lead", "T"),
            ("doors", "T-30m"),
            ("setup", "T 09:00"),
            ("clear", "T 18:00"),
            ("remind", "T-1d 12:00"),
            ("pack", "T-1d"),
        ];
        let steps: String = (steps.iter())
            .map(|(id, at)| format!("[[activities.steps]]\nid = \"{id}\"\nat = \"{at}\"\nstage = \"organisation\"\n"))
            .collect();
        let text = format!("[[activities]]\nid = \"a\"\nwhen = \"2026-12-12 14:00\"\n{steps}");
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(&text, &mut buffer), &library);
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let day: Day = "2026-12-01".parse().expect("a day");
        let request = Request { from: day, to: day.plus(30), holidays: Holidays::none(), without: None };
        let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let (plan, index) = (&reading.plan, &reading.index);
        let basis = Basis { plan, index, library: &library, calendar: &calendar, day, language: Language::En };
        let list = make(What::Activity(0), &basis);
        let items = list.sections.iter().flat_map(|section| &section.items);
        let order: Vec<&str> = items.filter_map(|item| item.id.split('/').nth(1)).collect();
        assert_eq!(order, ["pack", "remind", "setup", "doors", "lead", "clear"]);
    }
}
