//! The items of a plan that occur in a calendar, all in one shape.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::cadence::Cadence;
use crate::knowledge::Holidays;
use crate::plan::activities::OnHoliday;
use crate::plan::lifecycle::Phase;
use crate::plan::values::{SharedDaysOff, Zone};
use crate::plan::{Index, Plan};
pub use crate::plan::{Item, item_id};
use crate::value::{Day, Length};

/// What the engine needs of an item with a cadence.
#[derive(Debug, Clone)]
pub(super) struct RecurringItem<'a> {
    pub item: Item,
    pub when: &'a Cadence,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub zone: Option<&'a Zone>,
    pub lasts: Option<Length>,
    /// Minutes of work a day.
    pub work: Option<u32>,
    pub on_holiday: Option<OnHoliday>,
    pub phases: &'a [Phase],
    pub owner: Option<&'a str>,
}

/// The days off by which an activity goes that has its own: by itself, or by its place.
pub(super) fn own_holidays(plan: &Plan, index: &Index) -> FxHashMap<Item, Arc<Holidays>> {
    let mut days_off = SharedDaysOff::new(&index.holiday_files);
    let own = |activity| Some((Item::Activity(activity), days_off.of(plan.countries_of(activity)?)?));
    (0..plan.activities.len()).filter_map(own).collect()
}

/// All items that have a cadence, in the order of the plan.
pub(super) fn recurring(plan: &Plan) -> Vec<RecurringItem<'_>> {
    let mut all = Vec::with_capacity(plan.activities.len() + plan.content.len() + plan.reviews.len() + 1);
    for (index, activity) in plan.activities.iter().enumerate() {
        if let Some(when) = &activity.when {
            all.push(RecurringItem {
                item: Item::Activity(index),
                when,
                from: activity.from,
                until: activity.until,
                zone: plan.zone_of(Item::Activity(index)),
                lasts: activity.lasts,
                work: activity.minutes,
                on_holiday: activity.on_holiday,
                phases: &activity.phases,
                owner: activity.owner.as_ref().map(|owner| owner.as_str()),
            });
        }
    }
    for (index, content) in plan.content.iter().enumerate() {
        if let Some(when) = &content.when {
            all.push(RecurringItem {
                item: Item::Content(index),
                when,
                from: content.from,
                until: content.until,
                zone: plan.zone_of(Item::Content(index)),
                lasts: None,
                work: content.minutes,
                on_holiday: content.on_holiday,
                phases: &content.phases,
                owner: content.owner.as_ref().map(|owner| owner.as_str()),
            });
        }
    }
    for (index, review) in plan.reviews.iter().enumerate() {
        if let Some(when) = &review.when {
            all.push(RecurringItem {
                item: Item::Review(index),
                when,
                from: review.from,
                until: review.until,
                zone: plan.zone_of(Item::Review(index)),
                lasts: review.lasts,
                work: None,
                on_holiday: None,
                phases: &[],
                owner: review.owner.as_ref().map(|owner| owner.as_str()),
            });
        }
    }
    if let Some(when) = &plan.governance.meeting {
        all.push(RecurringItem {
            item: Item::Meeting,
            when,
            from: None,
            until: None,
            zone: None,
            lasts: plan.governance.meeting_lasts,
            work: None,
            on_holiday: None,
            phases: &[],
            owner: plan.governance.owner.as_ref().map(|owner| owner.as_str()),
        });
    }
    all
}

/// All items of the calendar: those with a cadence, and those of cohorts.
pub fn items(plan: &Plan) -> Vec<Item> {
    recurring(plan).into_iter().map(|recurring| recurring.item).collect()
}
