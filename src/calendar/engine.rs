//! When the items of a plan take place: pattern, then life and phase, then holiday, then change, then the plan's zone.
//!
//! It only decides; `layout` turns decisions into entries, and `trace` shows them.

use std::ops::ControlFlow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::anchors;
use super::dates;
use super::decision::{Decision, Verdict};
use super::entry::{At, Shifted, Who};
use super::expand::anchor;
use super::holiday;
use super::item::{Item, RecurringItem, own_holidays, recurring};
use super::life::Life;
use super::overrides::{Overrides, item_of};
use super::published::Published;
use super::size::MAX_ENTRIES;
use super::steps::Task;
use crate::cadence::{Anchor, Pattern};
use crate::knowledge::Holidays;
use crate::plan::activities::{Mode, OnHoliday};
use crate::plan::values::Zone;
use crate::plan::{Index, Plan, Thing};
use crate::roster::PublishedOccurrence;
use crate::value::{Clock, Day, Shift};

/// What is needed to decide when the items of a plan take place.
#[derive(Debug)]
pub(super) struct Engine<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
    pub recurring: Vec<RecurringItem<'a>>,
    pub overrides: Overrides,
    /// The position of each item in `recurring`.
    positions: FxHashMap<Item, usize>,
    /// The items that depend on too many others to ever take place.
    too_deep: FxHashSet<Item>,
    pub holidays: &'a Holidays,
    /// The days off of activities that go by their own.
    pub own_holidays: Arc<FxHashMap<Item, Arc<Holidays>>>,
    pub life: Life,
    /// What was published of its items.
    pub published: Published<'a>,
    zone: Option<&'a Zone>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(plan: &'a Plan, index: &'a Index, holidays: &'a Holidays) -> Self {
        let life = Life::of(&plan.lifecycle);
        let published = Published::new(plan, index);
        let (recurring, overrides) = (recurring(plan), Overrides::new(plan, index, &published));
        let positions = recurring.iter().enumerate().map(|(at, recurring)| (recurring.item, at)).collect();
        let too_deep = anchors::too_deep(&recurring, index);
        let (own_holidays, zone) = (Arc::new(own_holidays(plan, index)), plan.time_zone.as_ref());
        let mut engine = Self {
            plan,
            index,
            recurring,
            overrides,
            positions,
            too_deep,
            holidays,
            own_holidays,
            life,
            published,
            zone,
        };
        engine.hold_published();
        engine
    }

    /// The days off by which an item goes.
    pub(super) fn holidays_of(&self, item: Item) -> &Holidays {
        self.own_holidays.get(&item).map_or(self.holidays, Arc::as_ref)
    }

    /// Finds the items whose pattern gives other days now than those that are published. What counts from another item
    /// moves with it.
    fn hold_published(&mut self) {
        for item in self.published.items() {
            let Some(recurring) = self.timed_item(item).filter(|recurring| is_fixed(recurring)) else {
                self.published.leave(item);
                continue;
            };
            let spans = self.published.spans(item).into_iter().flatten();
            let new_days: Vec<Day> = spans.flat_map(|span| self.new_days(recurring, span)).collect();
            if !new_days.is_empty() {
                self.published.withhold(item, new_days);
            }
        }
    }

    /// The days of an item's pattern that begin only after what is published: before it was published last, those of a
    /// pattern that has changed; since, those that would lie within what is published.
    fn new_days(&self, recurring: &RecurringItem<'_>, (first, last): (Day, Day)) -> Vec<Day> {
        let generated = self.days(recurring, (first, last));
        let is_ahead = self.published.roster().published == Some(first);
        let first_gone = || self.published.first_gone(recurring.item, (first, last), &generated);
        let from = if is_ahead { Some(first) } else { first_gone() };
        let Some(from) = from else { return Vec::new() };
        let is_within = |day: &Day| {
            let mut held = originals(recurring, *day).map(|original| self.decide(recurring, original).at.day);
            from <= *day && (!is_ahead || held.any(|day| first <= day && day <= last))
        };
        // of days that are listed as a whole the decision says why nothing takes place
        let is_open = |day: &Day| !self.published.is_kept(recurring.item, *day) && is_within(day);
        self.published.new_days(recurring.item, generated).into_iter().filter(is_open).collect()
    }

    pub(super) fn timed_item(&self, item: Item) -> Option<&RecurringItem<'a>> {
        self.positions.get(&item).map(|at| &self.recurring[*at])
    }

    /// Calls `emit` for each day that the calendar lists, held or cancelled: those whose original day lies in the range,
    /// then those that a change moves into it.
    pub(super) fn listed(
        &self,
        recurring: &RecurringItem<'_>,
        range: (Day, Day),
        emit: &mut dyn FnMut(Decision) -> ControlFlow<()>,
    ) {
        self.listed_by_number(recurring, range, &mut |decision, _| emit(decision));
    }

    /// The same, with which day of the pattern in the range each is, where that is known without counting: where the
    /// pattern stands by itself, and nothing of it is left out.
    pub(super) fn listed_by_number(
        &self,
        recurring: &RecurringItem<'_>,
        range: (Day, Day),
        emit: &mut dyn FnMut(Decision, Option<usize>) -> ControlFlow<()>,
    ) {
        let (mut days, is_whole) = self.days_of_pattern(recurring, range);
        // nothing is counted before the day from which it is counted
        let is_since_start = days.first().is_some_and(|day| anchor(recurring.from, self.life.starts) <= *day);
        let is_counted = is_whole && is_since_start && is_fixed(recurring) && !self.published.has(recurring.item);
        let counted = if is_counted { days.len() } else { 0 };
        self.published.adjust(recurring.item, range, &mut days);
        // another zone may put what is moved on the day before or after
        for day in self.overrides.moved_into(recurring.item, (range.0.plus(-1), range.1.plus(1))) {
            if (day < range.0 || range.1 < day) && !days.contains(&day) {
                days.extend(self.days(recurring, (day, day)));
            }
        }
        for (nth, day) in days.into_iter().enumerate() {
            for original in originals(recurring, day) {
                let decision = self.decide(recurring, original);
                if decision.is_listed() && emit(decision, (nth < counted).then_some(nth)).is_break() {
                    return;
                }
            }
        }
    }

    /// The days of the pattern that can be held: those within the item's own bounds, its phases and the life.
    pub(super) fn days(&self, recurring: &RecurringItem<'_>, range: (Day, Day)) -> Vec<Day> {
        self.days_of_pattern(recurring, range).0
    }

    /// The same, and whether the pattern has no other days between them.
    fn days_of_pattern(&self, recurring: &RecurringItem<'_>, (from, to): (Day, Day)) -> (Vec<Day>, bool) {
        let (mut days, mut is_whole) = (Vec::with_capacity(8), true);
        let from = recurring.from.map_or(from, |own| own.max(from)).max(self.life.starts.unwrap_or(Day::MIN));
        let to = recurring.until.map_or(to, |own| own.min(to)).min(self.life.ends.map_or(Day::MAX, |end| end.plus(-1)));
        if from <= to {
            self.pattern(recurring, (from, to), &mut |day| {
                if days.len() <= MAX_ENTRIES && self.out_of_bounds(recurring, day).is_none() {
                    days.push(day);
                } else {
                    is_whole = false;
                }
            });
        }
        (days, is_whole)
    }

    /// Calls `emit` for each day of the pattern itself in a range.
    pub(super) fn pattern(&self, recurring: &RecurringItem<'_>, (from, to): (Day, Day), emit: &mut dyn FnMut(Day)) {
        let Pattern::Offset { from: Anchor::Item(name), days } = &recurring.when.pattern else {
            let start = anchor(recurring.from, self.life.starts);
            return dates::of_cadence(
                recurring.when,
                start,
                recurring.zone.or(self.zone),
                (from, to),
                self.holidays_of(recurring.item),
                emit,
            );
        };
        if self.too_deep.contains(&recurring.item) {
            return;
        }
        let (first, last) = (from.plus(-days), to.plus(-days));
        let other = self.index.find("item", name.as_str());
        if let Some(Thing::Cohort(i)) = other {
            let start = self.plan.cohorts[i].starts.filter(|day| first <= *day && *day <= last);
            return start.into_iter().for_each(|day| emit(day.plus(*days)));
        }
        let Some(other) = other.and_then(item_of).and_then(|item| self.timed_item(item)) else { return };
        // a holiday may move the other item into the range
        let wide = (first.plus(-holiday::REACH), last.plus(holiday::REACH));
        self.listed(other, wide, &mut |decision| {
            let day = decision.at.day;
            if decision.is_held() && first <= day && day <= last {
                emit(day.plus(*days));
            }
            ControlFlow::Continue(())
        });
    }

    /// How many days of an item's pattern lie before a day, since its own first day, else that of the plan, whatever
    /// becomes of them.
    pub(super) fn dates_before(&self, recurring: &RecurringItem<'_>, day: Day) -> i64 {
        let start = anchor(recurring.from, self.life.starts);
        let Pattern::Offset { from: Anchor::Item(name), days } = &recurring.when.pattern else {
            let zone = recurring.zone.or(self.zone);
            return dates::count(recurring.when, start, zone, (start, day.plus(-1)), self.holidays_of(recurring.item));
        };
        let other = self.index.find("item", name.as_str()).and_then(item_of).and_then(|item| self.timed_item(item));
        let Some(other) = other.filter(|_| !self.too_deep.contains(&recurring.item)) else { return 0 };
        // as many as the other item has, by its own dates
        let mut original = day.plus(-days);
        let wide = (original.plus(-holiday::REACH), original.plus(holiday::REACH));
        self.listed(other, wide, &mut |decision| {
            if decision.is_held() && decision.at.day.plus(*days) == day {
                original = decision.original.day;
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        self.dates_before(other, original)
    }

    /// Why a day of the pattern is outside the item's own bounds, the life, or its phases.
    fn out_of_bounds(&self, recurring: &RecurringItem<'_>, day: Day) -> Option<Verdict> {
        let life = &self.life;
        let own = recurring.from.filter(|from| day < *from).map(Verdict::BeforeFrom);
        own.or_else(|| recurring.until.filter(|until| *until < day).map(Verdict::AfterUntil))
            .or_else(|| life.starts.filter(|starts| day < *starts).map(Verdict::BeforeLife))
            .or_else(|| life.ends.filter(|ends| *ends <= day).map(Verdict::AfterLife))
            .or_else(|| {
                let phase = if recurring.phases.is_empty() { None } else { life.phase(day) };
                phase.filter(|phase| !recurring.phases.contains(phase)).map(Verdict::OutOfPhase)
            })
    }

    /// Decides about one occurrence of the pattern: bounds, then holiday, then change, then the plan's zone.
    pub(super) fn decide(&self, recurring: &RecurringItem<'_>, original: At) -> Decision {
        let At { day, time } = original;
        let number = number_in_day(recurring, time);
        let published = self.published.of(recurring.item, day, number);
        let of_day = u32::try_from(number).unwrap_or(u32::MAX);
        let not_held = |verdict| Decision {
            item: recurring.item,
            original,
            of_day,
            at: original,
            shifted: Shifted::No,
            verdict,
            published,
            provisional: false,
            collides: false,
        };
        let changes = self.overrides.of(recurring.item);
        let changes = &changes[changes.partition_point(|own| own.on.day < day)..];
        let mut on_day = changes.iter().take_while(|own| own.on.day == day);
        let change = on_day.find(|own| own.on.time.is_none() || own.on.time == time).map(|own| own.change);
        // a change that only gives it to someone else leaves its date
        let keeps = |change: usize| {
            let change = &self.plan.changes[change];
            change.move_to.is_none() && change.cancel != Some(true)
        };
        let row = published.map(|row| self.published.row(row));
        // a change may take back what another one cancelled, and not what was cancelled on purpose
        let stays = |row: &PublishedOccurrence| !row.is_cancelled || row.instead_of.is_some();
        if let Some(row) = row.filter(|row| change.is_none_or(|change| keeps(change) && stays(row))) {
            let decision = self.as_published(recurring, row, not_held(Verdict::Held));
            return Decision { shifted: change.map_or(decision.shifted, Shifted::Change), ..decision };
        }
        if published.is_none() && self.published.is_kept(recurring.item, day) {
            return not_held(Verdict::NotInPast);
        }
        if let Some(verdict) = self.out_of_bounds(recurring, day) {
            return not_held(verdict);
        }
        let (policy, holidays) = (recurring.on_holiday, self.holidays_of(recurring.item));
        let placed = match recurring.when.roll {
            Some(roll) => Some(holiday::roll(day, roll, holidays)),
            None => holiday::place(day, policy.unwrap_or(OnHoliday::Keep), holidays),
        };
        let Some(placed) = placed else {
            return not_held(Verdict::Skipped);
        };
        let depends = policy.is_some_and(|policy| policy != OnHoliday::Keep) || recurring.when.depends_on_notice();
        let is_offline =
            matches!(recurring.item, Item::Activity(i) if self.plan.activities[i].mode == Some(Mode::Offline));
        let mut decision = Decision {
            item: recurring.item,
            original,
            of_day,
            at: At { day: placed, time },
            shifted: if placed == day { Shifted::No } else { Shifted::Holiday },
            verdict: Verdict::Held,
            published,
            provisional: depends && holidays.awaited(day).is_some(),
            collides: is_offline && policy.is_none() && placed == day && holiday::is_holiday(day, holidays),
        };
        if let Some(change) = change {
            let row = &self.plan.changes[change];
            if row.cancel == Some(true) {
                decision.verdict = Verdict::Cancelled(change);
            }
            if let Some(to) = row.move_to {
                decision.at = At { day: to.day, time: to.time.or(time) };
            }
            decision.shifted = Shifted::Change(change);
        }
        decision.at = self.in_plan_zone(recurring, decision.at);
        decision
    }

    /// What was published stays as it was: its day, its time, and whether it was cancelled.
    fn as_published(&self, recurring: &RecurringItem<'_>, row: &PublishedOccurrence, original: Decision) -> Decision {
        let (at, day) = (self.published.start(row), original.original.day);
        let by_holiday =
            recurring.on_holiday.and_then(|policy| holiday::place(day, policy, self.holidays_of(recurring.item)));
        let shifted = match at.day == self.in_plan_zone(recurring, original.original).day {
            true => Shifted::No,
            false if by_holiday == Some(at.day) => Shifted::Holiday,
            false => Shifted::Published,
        };
        let verdict = if row.is_cancelled { Verdict::CancelledAsPublished } else { Verdict::Held };
        Decision { at, shifted, verdict, ..original }
    }

    /// When a task is due for an occurrence that starts at a time of the plan's wall; a day with a clock is the item's.
    pub(super) fn due(&self, recurring: &RecurringItem<'_>, task: &Task<'_>, start: At) -> At {
        match (recurring.zone, task.at.0) {
            (Some(own), Shift::Days(_, Some(_))) => {
                let utc = Zone::default();
                let there = start.on_wall(self.zone.unwrap_or(&utc), own);
                self.in_plan_zone(recurring, task.due(there))
            }
            _ => task.due(start),
        }
    }

    /// Wall time of the item's zone → wall time of the plan's zone.
    fn in_plan_zone(&self, recurring: &RecurringItem<'_>, at: At) -> At {
        let utc = Zone::default();
        recurring.zone.map_or(at, |own| at.on_wall(own, self.zone.unwrap_or(&utc)))
    }

    pub(super) fn who(&self, name: Option<&str>) -> Who {
        Who::named(self.index, name)
    }
}

/// When the pattern puts an item on one of its days: at each of its times, else on the day as a whole.
pub(super) fn originals(recurring: &RecurringItem<'_>, day: Day) -> impl Iterator<Item = At> {
    let all_day = if recurring.when.time.is_none() { Some(At { day, time: None }) } else { None };
    all_day.into_iter().chain(recurring.when.times().map(move |span| At { day, time: Some(span.start) }))
}

/// Which of the times of a day a time is, from 0.
pub(super) fn number_in_day(recurring: &RecurringItem<'_>, time: Option<Clock>) -> usize {
    if recurring.when.more_times.is_empty() {
        return 0;
    }
    recurring.when.times().position(|span| Some(span.start) == time).unwrap_or(0)
}

/// Whether an item's days do not count from another item of the plan.
const fn is_fixed(recurring: &RecurringItem<'_>) -> bool {
    !matches!(recurring.when.pattern, Pattern::Offset { from: Anchor::Item(_), .. })
}

#[cfg(test)]
mod tests;
