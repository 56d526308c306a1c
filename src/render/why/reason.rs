//! One line of reason: for an entry that stands there, and for a day of a pattern that does not.

use super::{date, fill, list};
use crate::cadence::Cadence;
use crate::calendar::{At, Dated, Entry, Fate, Item, Milestone, Origin, Shifted, Task, item_id};
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::calendar::View;
use crate::render::clean;
use crate::value::Day;

/// The cadence of an item.
pub(super) fn cadence<'a>(view: &View<'a>, item: Item) -> Option<&'a Cadence> {
    match item {
        Item::Activity(i) => view.plan.activities[i].when.as_ref(),
        Item::Content(i) => view.plan.content[i].when.as_ref(),
        Item::Review(i) => view.plan.reviews[i].when.as_ref(),
        Item::Meeting => view.plan.governance.meeting.as_ref(),
        Item::Programme(..) => None,
    }
}

/// The title of an item, else its id.
pub(in crate::render) fn title(view: &View<'_>, item: Item) -> String {
    let own = match item {
        Item::Activity(i) => view.plan.activities[i].title.as_deref(),
        Item::Content(i) => view.plan.content[i].title.as_deref(),
        Item::Review(i) => view.plan.reviews[i].title.as_deref().or(Some(REVIEW.get(view.language))),
        Item::Meeting => Some(MEETING.get(view.language)),
        Item::Programme(..) => None,
    };
    clean(&own.map_or_else(|| item_id(view.plan, item), str::to_owned))
}

const REVIEW: Text = Text::new("复盘", "Review");
const MEETING: Text = Text::new("团队例会", "Team meeting");

/// A moment, as people read it.
pub(super) fn moment(at: At, language: Language) -> String {
    let day = date(at.day, language);
    at.time.map_or_else(|| day.clone(), |time| format!("{day} {time}"))
}

/// Why an entry stands where it stands.
pub(super) fn of_entry(view: &View<'_>, entry: &Entry) -> String {
    let language = view.language;
    let mut parts = Vec::new();
    match entry.origin {
        Origin::Item(Item::Programme(cohort, _)) => parts.push(programme(view, cohort, entry)),
        Origin::Item(item) => {
            parts.extend(cadence(view, item).map(|when| clean(&when.print(language))));
            parts.extend(phases(view, item));
            parts.extend(shifted(view, entry.shifted, entry.original.day, entry.at.day));
        }
        Origin::Task(activity, task) => parts.push(step(view, activity, task, entry)),
        Origin::Life(milestone) => parts.push(life(view, milestone)),
    }
    if entry.provisional {
        parts.push(
            Text::new("那年的放假安排还没公布，暂定", "provisional: the days off of that year are not announced")
                .get(language)
                .to_owned(),
        );
    }
    parts.join(Text::new("；", "; ").get(language))
}

/// The phases in which an item is held, where it is not in all.
fn phases(view: &View<'_>, item: Item) -> Option<String> {
    let phases = match item {
        Item::Activity(i) => &view.plan.activities[i].phases,
        Item::Content(i) => &view.plan.content[i].phases,
        _ => return None,
    };
    let names: Vec<String> = phases.iter().map(|phase| phase.name().get(view.language).to_owned()).collect();
    let words = Text::new("只在{phases}", "only in: {phases}");
    (!names.is_empty()).then(|| fill(words, view.language, &[("phases", &list(&names, view.language))]))
}

fn programme(view: &View<'_>, cohort: usize, entry: &Entry) -> String {
    let batch = &view.plan.cohorts[cohort];
    let id = batch.title.clone().or_else(|| batch.id.as_ref().map(ToString::to_string)).unwrap_or_default();
    let text = Text::new("{cohort} 的第 {n} 天（{starts} 开始）", "day {n} of {cohort}, which begins on {starts}");
    let n = (entry.number + 1).to_string();
    let starts = batch.starts.map(|day| day.to_string()).unwrap_or_default();
    fill(text, view.language, &[("cohort", &id), ("n", &n), ("starts", &starts)])
}

fn step(view: &View<'_>, activity: usize, task: usize, entry: &Entry) -> String {
    let language = view.language;
    let task = &view.calendar.tasks[activity][task];
    let text = Text::new("{activity}（{day}）的 {at}：{source}", "{at} of {activity} on {day}: {source}");
    let source = source(view, activity, task);
    let title = title(view, Item::Activity(activity));
    fill(
        text,
        language,
        &[
            ("activity", &title),
            ("day", &date(entry.of.day, language)),
            ("at", &task.at.to_string()),
            ("source", &source),
        ],
    )
}

/// Where a step comes from.
fn source(view: &View<'_>, activity: usize, task: &Task<'_>) -> String {
    let sop = view.plan.activities[activity].sop.as_ref().map(ToString::to_string).unwrap_or_default();
    let id = task.step.id.as_ref().map(|id| format!("`{id}`")).unwrap_or_default();
    let text = match (task.own, task.replaces()) {
        (false, _) => Text::new("SOP {sop} 的步骤 {id}", "step {id} of the SOP {sop}"),
        (true, true) => {
            Text::new("SOP {sop} 的步骤 {id}，由计划改写", "step {id} of the SOP {sop}, replaced by the plan")
        }
        (true, false) => Text::new("计划自己加的步骤 {id}", "a step that the plan adds: {id}"),
    };
    fill(text, view.language, &[("sop", &sop), ("id", &id)]).trim_end_matches([' ', ':']).to_owned()
}

fn life(view: &View<'_>, milestone: Milestone) -> String {
    let language = view.language;
    let lifecycle = &view.plan.lifecycle;
    match milestone {
        Milestone::Phase(phase) => {
            let is_given = lifecycle.phases.iter().any(|given| given.phase == Some(phase) && given.from.is_some());
            let text = if is_given {
                Text::new("计划写明这个阶段从这天开始", "the plan says that the phase begins on this day")
            } else {
                Text::new(
                    "按生命周期的默认比例，这个阶段从这天开始",
                    "by the default shares of the life the phase begins on this day",
                )
            };
            text.get(language).to_owned()
        }
        Milestone::SaleEnds(_) => {
            Text::new("计划写明卖到这天", "the plan says that it is sold until this day").get(language).to_owned()
        }
        Milestone::Welcome(cohort, step) => {
            let batch = &view.plan.cohorts[cohort];
            let id = batch.title.clone().or_else(|| batch.id.as_ref().map(ToString::to_string)).unwrap_or_default();
            let day = view.plan.onboarding.steps.get(step).and_then(|step| step.day).unwrap_or_default().to_string();
            let text =
                Text::new("{cohort} 开始后第 {n} 天的新人引导", "onboarding of {cohort}, {n|day|days} after it began");
            fill(text, language, &[("cohort", &id), ("n", &day)])
        }
        Milestone::Ending | Milestone::Announce | Milestone::Refund | Milestone::Archive | Milestone::DeleteData => {
            let last = view.calendar.life.ends.map(|end| end.plus(-1).to_string()).unwrap_or_default();
            let text = Text::new("社群运营到 {last}，从那天算", "the community lives until {last}; counted from there");
            fill(text, language, &[("last", &last)])
        }
    }
}

/// What moved something away, told where it is missed.
pub(super) fn cause(view: &View<'_>, shifted: Shifted, from: Day) -> Option<String> {
    let language = view.language;
    match shifted {
        Shifted::No => None,
        Shifted::Holiday => {
            let name = view.calendar.holidays.status(from).name_in(language).unwrap_or_default();
            Some(fill(Text::new("{name}放假", "a day off: {name}"), language, &[("name", name)]))
        }
        Shifted::Change(change) => Some(match &view.plan.changes[change].reason {
            Some(reason) => fill(Text::new("改动：{reason}", "a change: {reason}"), language, &[("reason", reason)]),
            None => Text::new("改动", "by a change").get(language).to_owned(),
        }),
    }
}

/// What moved something from one day to another; nothing where it was not moved.
pub(super) fn shifted(view: &View<'_>, shifted: Shifted, from: Day, to: Day) -> Option<String> {
    let language = view.language;
    let text = match shifted {
        Shifted::No => return None,
        Shifted::Holiday => {
            let name = view.calendar.holidays.status(from).name_in(language).unwrap_or_default();
            let text = match to < from {
                true => Text::new("原定 {from}，{name}放假，提前", "moved earlier from {from}, a day off ({name})"),
                false => Text::new("原定 {from}，{name}放假，顺延", "moved later from {from}, a day off ({name})"),
            };
            return Some(fill(text, language, &[("from", &date(from, language)), ("name", name)]));
        }
        Shifted::Change(change) => {
            let said = &view.plan.changes[change];
            let mut what = Vec::new();
            if said.move_to.is_some() {
                let text = Text::new("原定 {from}，改动挪到这里", "moved from {from} by a change");
                what.push(fill(text, language, &[("from", &date(from, language))]));
            }
            if let Some(person) = &said.person {
                let text = Text::new("改动换成{person}", "given to {person} by a change");
                what.push(fill(text, language, &[("person", &name_of(view, person.as_str()))]));
            }
            if said.cancel == Some(true) {
                what.push(Text::new("改动取消了这一次", "cancelled by a change").get(language).to_owned());
            }
            let what = list(&what, language);
            match &said.reason {
                Some(reason) => format!("{what}{}{}", Text::new("：", ": ").get(language), clean(reason)),
                None => what,
            }
        }
    };
    Some(text)
}

fn name_of(view: &View<'_>, name: &str) -> String {
    match view.index.find("person", name) {
        Some(Thing::Person(person)) => view.plan.people[person].name.clone().unwrap_or_else(|| name.to_owned()),
        _ => name.to_owned(),
    }
}

/// What became of a day of a pattern, where it is not simply held.
pub(super) fn of_fate(view: &View<'_>, dated: &Dated) -> Option<String> {
    let language = view.language;
    let text = |text: Text, day: Day| Some(fill(text, language, &[("day", &day.to_string())]));
    match dated.fate {
        Fate::Held { shifted: Shifted::No, provisional: true, .. } => Some(
            Text::new("暂定：那年的放假安排还没公布", "provisional: the days off of that year are not announced")
                .get(language)
                .to_owned(),
        ),
        Fate::Held { at, shifted, .. } => self::shifted(view, shifted, dated.original.day, at.day),
        Fate::Cancelled(change) => shifted(view, Shifted::Change(change), dated.original.day, dated.original.day),
        Fate::Skipped => {
            let name = view.calendar.holidays.status(dated.original.day).name_in(language).unwrap_or_default();
            Some(fill(Text::new("{name}放假，这次不办", "left out: a day off ({name})"), language, &[("name", name)]))
        }
        Fate::OutOfPhase(phase) => {
            let name = phase.name().get(language);
            Some(fill(
                Text::new("那天是{phase}，计划不在这个阶段办", "not held in the {phase} phase"),
                language,
                &[("phase", name)],
            ))
        }
        Fate::BeforeFrom(day) => text(Text::new("它从 {day} 才开始", "it begins on {day}"), day),
        Fate::AfterUntil(day) => text(Text::new("它到 {day} 为止", "it ends on {day}"), day),
        Fate::BeforeLife(day) => text(Text::new("社群 {day} 才开始", "the community begins on {day}"), day),
        Fate::AfterLife(day) => text(Text::new("社群到 {day} 为止", "the community ends on {day}"), day.plus(-1)),
    }
}

/// The word of a fate for programs.
pub(super) const fn word(fate: Fate) -> &'static str {
    match fate {
        Fate::Held { shifted: Shifted::No, .. } => "held",
        Fate::Held { shifted: Shifted::Holiday, .. } => "moved-by-holiday",
        Fate::Held { shifted: Shifted::Change(_), .. } => "changed",
        Fate::Cancelled(_) => "cancelled",
        Fate::Skipped => "skipped-by-holiday",
        Fate::OutOfPhase(_) => "out-of-phase",
        Fate::BeforeFrom(_) => "before-from",
        Fate::AfterUntil(_) => "after-until",
        Fate::BeforeLife(_) => "before-life",
        Fate::AfterLife(_) => "after-life",
    }
}
