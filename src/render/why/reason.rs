//! One line of reason: for an entry, and for a day of a pattern that is not held.

use super::outline::{date, fill, list};
use crate::cadence::Cadence;
use crate::calendar::{At, Decision, Entry, Item, Milestone, Origin, Shifted, Task, Verdict};
use crate::language::{Language, Text};
use crate::plan::{HolidaySource, Thing};
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

/// What people see an item called.
pub(super) fn title(view: &View<'_>, item: Item) -> String {
    clean(&item.label(view.plan, view.language))
}

/// A moment, as people read it.
pub(super) fn moment(at: At, language: Language) -> String {
    let day = date(at.day, language);
    at.time.map_or_else(|| day.clone(), |time| format!("{day} {time}"))
}

/// Why an entry is where it is.
pub(super) fn of_entry(view: &View<'_>, entry: &Entry) -> String {
    let language = view.language;
    let mut parts = Vec::new();
    match entry.origin {
        Origin::Item(Item::Programme(cohort, _)) => parts.push(programme(view, cohort, entry)),
        Origin::Item(item) => {
            parts.extend(cadence(view, item).map(|when| clean(&when.print(language))));
            parts.extend(phases(view, item));
            parts.extend(shifted(view, item, entry.shifted, (entry.original.day, entry.at.day)));
        }
        Origin::Task(activity, task) => parts.push(step(view, activity, task, entry)),
        Origin::Life(milestone) => parts.push(life(view, milestone)),
    }
    if entry.provisional {
        parts.push(
            Text::new("那年的放假安排还没公布，暂定", "provisional: that year's days off are not announced yet")
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
    let row = &view.plan.cohorts[cohort];
    let id = Thing::Cohort(cohort).label(view.plan, view.language);
    let text = Text::new("{cohort} 的第 {n} 天（{starts} 开始）", "day {n} of {cohort}, which starts on {starts}");
    let n = (entry.number + 1).to_string();
    let starts = row.starts.map(|day| day.to_string()).unwrap_or_default();
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
        (false, _) => Text::new("SOP {sop} 的步骤 {id}", "step {id} of SOP {sop}"),
        (true, true) => Text::new("SOP {sop} 的步骤 {id}，由计划改写", "step {id} of SOP {sop}, replaced by the plan"),
        (true, false) => Text::new("计划自己加的步骤 {id}", "added by the plan: {id}"),
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
                Text::new("计划写明这个阶段从这天开始", "the plan starts this phase on this day")
            } else {
                Text::new("按生命周期的默认比例，这个阶段从这天开始", "by default, this phase starts on this day")
            };
            text.get(language).to_owned()
        }
        Milestone::Check(_) => Text::new(
            "计划写明由谁把关；在每周第一条之前的工作日",
            "the plan says who checks it; on the last workday before the first post of the week",
        )
        .get(language)
        .to_owned(),
        Milestone::Plan(date) => date.reason().get(language).to_owned(),
        Milestone::Welcome(cohort, step) => {
            let id = Thing::Cohort(cohort).label(view.plan, language);
            let day = view.plan.onboarding.steps.get(step).and_then(|step| step.day).unwrap_or_default().to_string();
            let text = Text::new(
                "{cohort} 开始后第 {n} 天的新人引导",
                "onboarding of {cohort}, {n|day|days} after it started",
            );
            fill(text, language, &[("cohort", &id), ("n", &day)])
        }
        Milestone::Ending | Milestone::Announce | Milestone::Refund | Milestone::Archive | Milestone::DeleteData => {
            let last = view.calendar.life.last_day().map(|day| day.to_string()).unwrap_or_default();
            let text =
                Text::new("社群运营到 {last}，从那天算", "the community runs until {last}; counted from that day");
            fill(text, language, &[("last", &last)])
        }
    }
}

/// Something stays as it was published.
pub(super) const AS_PUBLISHED: Text = Text::new("按定稿", "as published");

/// What moved something away from a day.
pub(super) fn cause(view: &View<'_>, item: Item, shifted: Shifted, from: Day) -> Option<String> {
    let language = view.language;
    match shifted {
        Shifted::No => None,
        Shifted::Holiday => {
            let Some(name) = view.calendar.holidays_of(Some(item)).status(from).name_in(language) else {
                return Some(Text::new("不是工作日", "not a workday").get(language).to_owned());
            };
            Some(fill(Text::new("{name}放假", "a day off: {name}"), language, &[("name", name)]))
        }
        Shifted::Change(change) => Some(match &view.plan.changes[change].reason {
            Some(reason) => fill(Text::new("改动：{reason}", "a change: {reason}"), language, &[("reason", reason)]),
            None => Text::new("改动", "by a change").get(language).to_owned(),
        }),
        Shifted::Published => Some(AS_PUBLISHED.get(language).to_owned()),
    }
}

/// What moved something from one day to another; nothing where it was not moved.
pub(super) fn shifted(view: &View<'_>, item: Item, shifted: Shifted, (from, to): (Day, Day)) -> Option<String> {
    let language = view.language;
    let text = match shifted {
        Shifted::No => return None,
        Shifted::Published => {
            let text = Text::new("按定稿，本来是 {from}", "as published; by the plan it is on {from}");
            fill(text, language, &[("from", &date(from, language))])
        }
        Shifted::Holiday => {
            let name = view.calendar.holidays_of(Some(item)).status(from).name_in(language).unwrap_or_default();
            let text = match to < from {
                true if name.is_empty() => {
                    Text::new("原定 {from}，不是工作日，提前", "moved earlier from {from}, which is not a workday")
                }
                false if name.is_empty() => {
                    Text::new("原定 {from}，不是工作日，顺延", "moved later from {from}, which is not a workday")
                }
                true => Text::new("原定 {from}，{name}放假，提前", "moved earlier from {from}, a day off ({name})"),
                false => Text::new("原定 {from}，{name}放假，顺延", "moved later from {from}, a day off ({name})"),
            };
            return Some(fill(text, language, &[("from", &date(from, language)), ("name", name)]));
        }
        Shifted::Change(change) => {
            let row = &view.plan.changes[change];
            let mut what = Vec::new();
            if row.move_to.is_some() {
                let text = Text::new("原定 {from}，改动挪到这里", "moved from {from} by a change");
                what.push(fill(text, language, &[("from", &date(from, language))]));
            }
            if let Some(person) = &row.person {
                let text = Text::new("改动换成{person}", "given to {person} by a change");
                what.push(fill(text, language, &[("person", &name_of(view, person.as_str()))]));
            }
            if row.cancel == Some(true) {
                what.push(Text::new("改动取消了这一次", "cancelled by a change").get(language).to_owned());
            }
            let what = list(&what, language);
            match &row.reason {
                Some(reason) => format!("{what}{}{}", Text::new("：", ": ").get(language), clean(reason)),
                None => what,
            }
        }
    };
    Some(text)
}

fn name_of(view: &View<'_>, name: &str) -> String {
    match view.index.find("person", name) {
        Some(person) => person.label(view.plan, view.language),
        _ => name.to_owned(),
    }
}

/// Why a day of a pattern is moved, provisional, or not held.
pub(super) fn of_decision(view: &View<'_>, decision: &Decision) -> Option<String> {
    let language = view.language;
    let text = |text: Text, day: Day| Some(fill(text, language, &[("day", &day.to_string())]));
    let original = decision.original.day;
    match decision.verdict {
        Verdict::Held if decision.shifted == Shifted::No => decision.provisional.then(|| {
            Text::new("暂定：那年的放假安排还没公布", "provisional: that year's days off are not announced yet")
                .get(language)
                .to_owned()
        }),
        Verdict::Held => shifted(view, decision.item, decision.shifted, (original, decision.at.day)),
        Verdict::CancelledAsPublished => {
            Some(Text::new("定稿里已取消", "published as cancelled").get(language).to_owned())
        }
        Verdict::NotInPast => {
            let words = Text::new("改计划以前没有这一次，过去照旧", "the plan had no such date when that day passed");
            Some(words.get(language).to_owned())
        }
        Verdict::Cancelled(_) => shifted(view, decision.item, decision.shifted, (original, original)),
        Verdict::Skipped => {
            let name =
                view.calendar.holidays_of(Some(decision.item)).status(original).name_in(language).unwrap_or_default();
            Some(fill(Text::new("{name}放假，这次不办", "skipped: a day off ({name})"), language, &[("name", name)]))
        }
        Verdict::OutOfPhase(phase) => {
            let words = Text::new("那天是{phase}，计划不在这个阶段办", "not held in the {phase} phase");
            Some(fill(words, language, &[("phase", phase.name().get(language))]))
        }
        Verdict::BeforeFrom(day) => text(Text::new("它从 {day} 才开始", "it starts on {day}"), day),
        Verdict::AfterUntil(day) => text(Text::new("它到 {day} 为止", "it ends on {day}"), day),
        Verdict::BeforeLife(day) => text(Text::new("社群 {day} 才开始", "the community starts on {day}"), day),
        Verdict::AfterLife(day) => text(Text::new("社群到 {day} 为止", "the community ends on {day}"), day.plus(-1)),
    }
}

/// The word of a decision for programs.
pub(super) const fn word(decision: &Decision) -> &'static str {
    match decision.verdict {
        Verdict::Held => match decision.shifted {
            Shifted::No => "held",
            Shifted::Holiday => "moved-by-holiday",
            Shifted::Change(_) => "changed",
            Shifted::Published => "as-published",
        },
        Verdict::Cancelled(_) | Verdict::CancelledAsPublished => "cancelled",
        Verdict::NotInPast => "not-in-past",
        Verdict::Skipped => "skipped-by-holiday",
        Verdict::OutOfPhase(_) => "out-of-phase",
        Verdict::BeforeFrom(_) => "before-from",
        Verdict::AfterUntil(_) => "after-until",
        Verdict::BeforeLife(_) => "before-life",
        Verdict::AfterLife(_) => "after-life",
    }
}

/// The sources of the days off, by name.
pub(super) fn holiday_names(sources: &[HolidaySource<'_>], language: Language) -> String {
    let name = |source: &HolidaySource<'_>| match source {
        HolidaySource::China => Text::new("中国", "China").get(language).to_owned(),
        HolidaySource::Territory(territory) => territory.name.get(language).to_owned(),
        HolidaySource::None | HolidaySource::File(_) => clean(source.word()),
    };
    let names: Vec<String> = sources.iter().map(name).collect();
    list(&names, language)
}
