//! What is to be done, gathered from templates, the plan and the calendar.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::answers;
use super::basis::Basis;
use super::from_calendar::{dates, from_calendar, from_entry};
use super::from_plan::from_plan;
use super::{Checklist, ChecklistItem, ChecklistKind, Section, handover};
use crate::calendar::{At, Entry, Origin, item_id};
use crate::language::Text;
use crate::library::{Stage, TemplateItem};
use crate::plan::people::RoleKind;
use crate::plan::{Item, Thing};
use crate::source::Table;
use crate::value::Shift;

/// Minutes for what the plan answers already.
const READING: u32 = 5;

/// Makes a checklist.
pub fn make(what: ChecklistKind, basis: &Basis<'_>) -> Checklist {
    let mut list = match what {
        ChecklistKind::Activity(activity) => of_activity(activity, basis),
        _ => of_template(what, basis),
    };
    for item in list.sections.iter_mut().flat_map(|section| &mut section.items) {
        item.is_borrowed = is_borrowed(item, basis);
    }
    // steps without ids are numbered
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

/// What the plan says to several items of a list is below the first.
fn say_once(sections: &mut [Section]) {
    let mut said = BTreeSet::new();
    for item in sections.iter_mut().flat_map(|section| &mut section.items) {
        if !said.insert(item.details.clone()) {
            item.details.clear();
        }
    }
}

/// Whether an item has words of the plan in it that are a starter's.
fn is_borrowed(item: &ChecklistItem, basis: &Basis<'_>) -> bool {
    let is_of_source = |route: &str| {
        route.strip_prefix(item.source.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    basis.index.ownership.borrowed().any(|value| is_of_source(&value.route) && item.text.contains(&value.written))
}

fn of_template(what: ChecklistKind, basis: &Basis<'_>) -> Checklist {
    let community = basis.plan.community.name.as_deref().unwrap_or_default();
    let names = basis.library.checklist_names();
    let word = match what {
        ChecklistKind::Own(own) => names.get(own).copied().unwrap_or_default(),
        _ => what.word(),
    };
    let template = basis.library.checklist(word, basis.language);
    let title = template.and_then(|template| template.title.as_deref()).unwrap_or(word);
    let (name, title) = match what {
        ChecklistKind::Role(role) => {
            let shown = Thing::Role(role).label(basis.plan, basis.language);
            let id = basis.plan.roles[role].id.as_ref().map_or_else(|| (role + 1).to_string(), ToString::to_string);
            (format!("{word}-{id}"), format!("{title}{}{shown}", Text::new("：", ": ").get(basis.language)))
        }
        _ => (word.to_owned(), title.to_owned()),
    };
    let mut left_out = 0;
    let mut is_for_them = |item: &TemplateItem| {
        let is_for_them = is_for_them(item, what, basis);
        left_out += usize::from(!is_for_them);
        is_for_them
    };
    let mut sections: Vec<Section> = template
        .into_iter()
        .flat_map(|template| &template.sections)
        .enumerate()
        .map(|(number, section)| Section {
            id: section.id.as_ref().map_or_else(|| format!("section-{}", number + 1), ToString::to_string),
            title: section.title.clone().unwrap_or_default(),
            items: (section.items.iter().enumerate())
                .filter(|(_, item)| is_for_them(item))
                .map(|(n, item)| from_template((what, word), item, n, basis))
                .collect(),
            ..Section::default()
        })
        .collect();
    sections.retain(|section| !section.items.is_empty());
    for section in &mut sections {
        for item in &mut section.items {
            item.id = format!("{}/{}", section.id, item.id);
        }
    }
    say_once(&mut sections);
    sections.extend(from_plan(what, basis));
    if let ChecklistKind::Role(role) = what {
        sections.extend(handover::sections(role, basis));
    }
    sections.extend(from_calendar(what, basis));
    let separator = if community.is_empty() { "" } else { " · " };
    Checklist {
        name,
        of: what.is_repeated().then_some(basis.day),
        community: Some(basis.plan.id().to_string()),
        title: format!("{title}{separator}{community}"),
        sections,
        left_out,
        dates: dates(basis),
        ..Checklist::default()
    }
}

/// Whether an item of a template is for this community: not what it does without, and in the regular work not what its
/// plan holds nothing of, nor what only a larger community needs.
fn is_for_them(item: &TemplateItem, what: ChecklistKind, basis: &Basis<'_>) -> bool {
    let size = &basis.plan.community.size;
    let in_channels = basis.plan.channels.iter().filter_map(|channel| channel.now).reduce(u32::saturating_add);
    if size.now.max(size.target).max(in_channels).is_some_and(|size| item.members.is_some_and(|least| size < least)) {
        return false;
    }
    let Some(key) = item.key.as_deref() else { return true };
    let is_regular = matches!(what, ChecklistKind::Daily | ChecklistKind::Weekly | ChecklistKind::Monthly);
    // nobody is paid
    let is_moot = key.starts_with("finance.") && basis.plan.is_free();
    !is_moot && !basis.plan.is_without(key) && (!is_regular || basis.plan.holds(key))
}

fn from_template(
    (what, list): (ChecklistKind, &str),
    template: &TemplateItem,
    number: usize,
    basis: &Basis<'_>,
) -> ChecklistItem {
    let kind = template.role.as_deref().and_then(|word| RoleKind::ALL.iter().find(|kind| kind.word() == word));
    let (role, person) = kind.map_or((None, None), |kind| holders(*kind, what == ChecklistKind::Daily, basis));
    let due = template.due.map(|offset| match offset.0 {
        Shift::Days(days, time) => At { day: basis.day.plus(days), time },
        Shift::Minutes(minutes) => At { day: basis.day.plus(minutes.div_euclid(1440)), time: None },
    });
    let is_written = template.key.as_deref().is_some_and(|key| basis.plan.holds(key));
    // what is written down already is only read once more
    let minutes = template.minutes.map(|minutes| if is_written { minutes.min(READING) } else { minutes });
    ChecklistItem {
        id: template.id.as_ref().map_or_else(|| format!("item-{}", number + 1), ToString::to_string),
        text: template.text.clone().unwrap_or_default(),
        due,
        person,
        role,
        minutes,
        details: template.key.as_deref().map(|key| answers(key, basis)).unwrap_or_default(),
        source: match &template.key {
            Some(key) if is_written => key.clone(),
            _ => list.to_owned(),
        },
        ..ChecklistItem::default()
    }
}

/// The first role of a kind by its title, and who holds it; where the plan has no such role, that of its managers or
/// founders. On a list of one day those who are there on it, if any is.
fn holders(kind: RoleKind, is_of_day: bool, basis: &Basis<'_>) -> (Option<String>, Option<String>) {
    let (plan, language) = (basis.plan, basis.language);
    let kinds = [kind, RoleKind::Manager, RoleKind::Creator];
    // what nobody holds is done by those who are there
    let of_kind = |kind| (0..plan.roles.len()).find(|at| plan.roles[*at].kind == Some(kind));
    let role = plan.held_role(&kinds).or_else(|| kinds.into_iter().find_map(of_kind));
    let Some(role) = role else { return (None, None) };
    let mut holders = plan.holders(role);
    if is_of_day && !holders.iter().all(|person| plan.people[*person].is_away(basis.day)) {
        holders.retain(|person| !plan.people[*person].is_away(basis.day));
    }
    let names: Vec<String> = holders.into_iter().map(|person| Thing::Person(person).label(plan, language)).collect();
    let title = Thing::Role(role).label(plan, language);
    let separator = Text::new("、", ", ").get(basis.language);
    (Some(title), (!names.is_empty()).then(|| names.join(separator)))
}

/// The tasks of the first occurrence of an activity in the calendar, by stage.
fn of_activity(activity: usize, basis: &Basis<'_>) -> Checklist {
    let item = Item::Activity(activity);
    let id = item_id(basis.plan, item);
    let title = item.label(basis.plan, basis.language);
    let is_it = |entry: &&Entry| entry.origin == Origin::Item(item) && !entry.cancelled && entry.at.day >= basis.day;
    let occurrence = basis.calendar.entries.iter().find(is_it);
    let community = Some(basis.plan.id().to_string());
    let mut checklist =
        Checklist { name: id, title: title.clone(), community, dates: dates(basis), ..Checklist::default() };
    let Some(occurrence) = occurrence else { return checklist };
    checklist.of = Some(occurrence.original.day);
    checklist.title = format!("{title} · {}", occurrence.at.day);
    let tasks = &basis.calendar.tasks[activity];
    for stage in Stage::ALL.iter().copied().map(Some).chain([None]) {
        let belongs = |entry: &&Entry| match entry.origin {
            Origin::Task(of, task) => of == activity && entry.of == occurrence.at && tasks[task].stage() == stage,
            _ => false,
        };
        let mut entries: Vec<&Entry> = basis.calendar.entries.iter().filter(belongs).collect();
        entries.sort_by_key(|entry| in_turn(entry.at, occurrence.at));
        let mut items: Vec<ChecklistItem> = entries.into_iter().filter_map(|entry| from_entry(entry, basis)).collect();
        if items.is_empty() {
            continue;
        }
        // the title names the activity already
        let lead = format!("{title}{}", Text::new("：", ": ").get(basis.language));
        for item in &mut items {
            item.text = item.text.strip_prefix(&lead).unwrap_or(&item.text).to_owned();
        }
        let (id, title) = stage.map_or_else(
            || ("other".to_owned(), Text::new("其他", "Other")),
            |stage| (stage.word().to_owned(), stage.name()),
        );
        let title = title.get(basis.language).to_owned();
        checklist.sections.push(Section { id, title, items, ..Section::default() });
    }
    checklist
}

/// The order of a task: untimed tasks come first on their day, but on the day of the activity they are what is done at
/// the activity itself, and come at its time.
fn in_turn(at: At, occurrence: At) -> At {
    At { time: at.time.or(occurrence.time.filter(|_| at.day == occurrence.day)), ..at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{CalendarRequest, calendar};
    use crate::knowledge::Holidays;
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;
    use crate::value::Day;

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
        let request = CalendarRequest { from: day, to: day.plus(30), holidays: Holidays::none(), without: None };
        let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let (plan, index) = (&reading.plan, &reading.index);
        let basis = Basis { plan, index, library: &library, calendar: &calendar, day, language: Language::En };
        let list = make(ChecklistKind::Activity(0), &basis);
        let items = list.sections.iter().flat_map(|section| &section.items);
        let order: Vec<&str> = items.filter_map(|item| item.id.split('/').nth(1)).collect();
        assert_eq!(order, ["pack", "remind", "setup", "doors", "lead", "clear"]);
    }

    #[test]
    fn who_is_away_is_no_work_of_the_day_and_missed_where_nobody_stands_in() {
        let text = "[[roles]]\nid = \"host\"\nkind = \"manager\"\n\
            [[people]]\nname = \"Mia\"\nroles = [\"host\"]\naway = [{ from = 2026-12-01, to = 2026-12-02 }]\n\
            [[people]]\nname = \"Ben\"\nroles = [\"host\"]\naway = [{ from = 2026-12-02, to = 2026-12-02 }]\n\
            [[people]]\nid = \"zoe\"\nname = \"Zoe\"\naway = [{ from = 2026-12-02, to = 2026-12-02 }]\n\
            [[activities]]\nid = \"call\"\nwhen = \"daily 20:00\"\nowner = \"zoe\"\n";
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        for (on, team, call) in [
            ("2026-12-01", "Ben", vec![]),
            // nobody of them is there: it stays with all of them
            ("2026-12-02", "Mia, Ben", vec!["Zoe away, nobody stands in"]),
            ("2026-12-03", "Mia, Ben", vec![]),
        ] {
            let day: Day = on.parse().expect("a day");
            let request = CalendarRequest { from: day, to: day.plus(30), holidays: Holidays::none(), without: None };
            let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
            let (plan, index) = (&reading.plan, &reading.index);
            let basis = Basis { plan, index, library: &library, calendar: &calendar, day, language: Language::En };
            let daily = make(ChecklistKind::Daily, &basis);
            let items: Vec<&ChecklistItem> = daily.sections.iter().flat_map(|section| &section.items).collect();
            let of_template = items.iter().filter(|item| !item.id.starts_with("call/"));
            assert!(of_template.clone().count() > 2);
            assert!(of_template.clone().all(|item| item.person.as_deref() == Some(team)), "{on}: {items:?}");
            let held = items.iter().find(|item| item.id.starts_with(&format!("call/{on}"))).expect("the call");
            assert_eq!(held.details, call, "{on}");
        }
    }

    #[test]
    fn a_small_community_has_a_short_list_of_its_launch() {
        let launch = |text: &str| {
            let (mut buffer, library) = (String::new(), Library::default());
            let reading = read(&Document::parse(text, &mut buffer), &library);
            let day: Day = "2026-12-01".parse().expect("a day");
            let request = CalendarRequest { from: day, to: day, holidays: Holidays::none(), without: None };
            let (plan, index) = (&reading.plan, &reading.index);
            let calendar = calendar(plan, index, &library, &request).expect("a calendar");
            let basis = Basis { plan, index, library: &library, calendar: &calendar, day, language: Language::En };
            let list = make(ChecklistKind::Launch, &basis);
            let minutes: u32 =
                list.sections.iter().flat_map(|section| &section.items).filter_map(|item| item.minutes).sum();
            (minutes, list.left_out)
        };
        let (all, none) = launch("");
        let (large, _) = launch("[community]\nsize = { now = 20, target = 300 }\n");
        let (small, left_out) = launch("[community]\nsize = { now = 20, target = 24 }\n");
        let (in_groups, _) = launch("[[channels]]\nnow = 12\n[[channels]]\nnow = 12\n");
        assert_eq!((none, all - large), (0, 15 + 10), "two items of which the plan says something are only read");
        assert!(left_out > 15 && 2 * small < all, "{small} of {all}");
        assert!(2 * in_groups < all, "{in_groups} of {all}");
    }

    #[test]
    fn regular_work_is_about_what_the_plan_has_and_falls_to_its_own_roles() {
        let text = "without = [\"topics\"]\n[[roles]]\nid = \"host\"\nkind = \"manager\"\n[[people]]\nname = \"Mia\"\nroles = [\"host\"]\n\
            [[topics]]\ntitle = \"A book\"\n[[partners]]\nname = \"Shop\"\n";
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        let day: Day = "2026-12-01".parse().expect("a day");
        let request = CalendarRequest { from: day, to: day.plus(30), holidays: Holidays::none(), without: None };
        let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let (plan, index) = (&reading.plan, &reading.index);
        let basis = Basis { plan, index, library: &library, calendar: &calendar, day, language: Language::En };
        let ids = |list: &Checklist| -> Vec<String> {
            list.sections.iter().flat_map(|section| &section.items).map(|item| item.id.clone()).collect()
        };
        let (weekly, monthly) = (make(ChecklistKind::Weekly, &basis), make(ChecklistKind::Monthly, &basis));
        assert!(!ids(&weekly).contains(&"plan/topics".to_owned()) && weekly.left_out > 0, "{:?}", ids(&weekly));
        assert!(ids(&monthly).contains(&"content-money/partners".to_owned()), "{:?}", ids(&monthly));
        assert!(!ids(&monthly).contains(&"content-money/incentives".to_owned()));
        // collaborators, whom the plan does not have, are asked for by the template
        let all = weekly.sections.iter().chain(&monthly.sections).flat_map(|section| &section.items);
        assert!(all.clone().count() > 3 && all.clone().all(|item| item.person.as_deref() == Some("Mia")));
    }
}
