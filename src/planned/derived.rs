//! Readings that follow from others: a goal about attendance or satisfaction has the mean of each month, and a test of weeks
//! in turn has what was counted in its weeks.

use std::collections::BTreeMap;

use super::goal_name;
use crate::calendar::Item;
use crate::plan::lifecycle::{Experiment, ExperimentUnit, Goal, Metric};
use crate::plan::{Plan, item_id};
use crate::records::{Arm, CurrentReadings, MeasureKind, Measured, RecordedReading, measured};
use crate::value::{DayWindow, Month, Slug};

/// The readings with those that follow from them.
pub fn with_derived_readings(plan: &Plan, readings: CurrentReadings) -> CurrentReadings {
    let of_goals = plan.goals.iter().flat_map(|goal| of_goal(plan, goal, &readings));
    let of_tests = plan.experiments.iter().flat_map(|test| of_test(test, &readings));
    let derived: Vec<RecordedReading> = of_goals.chain(of_tests).collect();
    readings.with_derived(derived)
}

/// What a goal is about where its figure is counted at events: how many came, or how they liked it.
fn counted_as(goal: &Goal) -> Option<&'static str> {
    let target = measured(goal.target.as_deref()?, MeasureKind::Any, None).ok()?;
    match (goal.metric?, target) {
        (Metric::Attendance, Measured::Count(_)) => Some("came"),
        (Metric::Satisfaction, Measured::Score(..)) => Some("score"),
        _ => None,
    }
}

/// Whether how many come to an activity is counted: the plan expects a number, it was counted before, or it serves a goal
/// about it.
pub fn is_counted(plan: &Plan, activity: usize, readings: &CurrentReadings) -> bool {
    let slug = Slug::from_text(&item_id(plan, Item::Activity(activity)));
    let has_goal = |goal: &Goal| counted_as(goal) == Some("came") && serving(plan, goal).contains(&slug);
    let was_counted = || readings.all().iter().any(|it| it.measure.id == "came" && is_of(&it.subject, slug.as_str()));
    plan.activities[activity].expected.is_some() || plan.goals.iter().any(has_goal) || was_counted()
}

/// The names of the activities that serve a goal.
fn serving(plan: &Plan, goal: &Goal) -> Vec<Slug> {
    let Some(name) = goal_name(goal) else { return Vec::new() };
    let serves = |at: &usize| plan.activities[*at].serves.iter().any(|goal| goal.as_str() == name);
    let of_activity = |at: usize| Slug::from_text(&item_id(plan, Item::Activity(at)));
    (0..plan.activities.len()).filter(serves).map(of_activity).collect()
}

/// Whether a UID is that of an occurrence of an item.
pub(super) fn is_of(uid: &str, item: &str) -> bool {
    uid.split('/').nth(1).is_some_and(|name| name == item)
}

/// The mean of each month in which nobody wrote down the goal's own figure, of the events that serve it, else of all.
fn of_goal(plan: &Plan, goal: &Goal, readings: &CurrentReadings) -> Vec<RecordedReading> {
    let Some((name, measure)) = goal_name(goal).zip(counted_as(goal)) else { return Vec::new() };
    let serving = serving(plan, goal);
    let is_meant = |uid: &str| {
        uid.ends_with("@qun") && (serving.is_empty() || serving.iter().any(|item| is_of(uid, item.as_str())))
    };
    let mut months: BTreeMap<Month, Vec<&RecordedReading>> = BTreeMap::new();
    for reading in readings.all().iter().filter(|it| it.measure.id == measure && it.arm.is_none()) {
        if is_meant(&reading.subject) {
            months.entry(reading.window.last.month()).or_default().push(reading);
        }
    }
    let has_own = |month: &Month| readings.about(name).any(|it| it.window.last.month() == *month);
    let means = months.into_iter().filter(|(month, _)| !has_own(month));
    means.filter_map(|(_, counted)| mean(name, &counted)).collect()
}

/// One reading of the mean of several.
fn mean(subject: &str, counted: &[&RecordedReading]) -> Option<RecordedReading> {
    let (first, last) = (counted.first()?, counted.last()?);
    let value = match (counted, &last.value) {
        ([only], _) => only.value.clone(),
        (_, Measured::Score(_, of)) => {
            let same: Vec<u32> = counted
                .iter()
                .filter_map(|it| match it.value {
                    Measured::Score(score, other) if other == *of => Some(u32::from(score)),
                    _ => None,
                })
                .collect();
            let count = u32::try_from(same.len()).ok().filter(|count| *count > 0)?;
            Measured::Score(u16::try_from((same.iter().sum::<u32>() + count / 2) / count).ok()?, *of)
        }
        _ => {
            let counts: Vec<i64> = counted
                .iter()
                .filter_map(|it| match it.value {
                    Measured::Count(count) => Some(count),
                    _ => None,
                })
                .collect();
            let count = i64::try_from(counts.len()).ok().filter(|count| *count > 0)?;
            let sum = counts.iter().try_fold(0i64, |sum, count| sum.checked_add(*count))?;
            Measured::Mean(sum.checked_mul(100)? / count)
        }
    };
    let window = DayWindow::new(first.window.first, last.window.last).unwrap_or(last.window);
    Some(RecordedReading { subject: subject.to_owned(), value, of: None, window, ..(*last).clone() })
}

/// How many came in the weeks of a test of attendance, whose first week is A; none where results of its own are there.
fn of_test(test: &Experiment, readings: &CurrentReadings) -> Vec<RecordedReading> {
    let is_counted = test.unit == Some(ExperimentUnit::Week) && test.metric == Some(Metric::Attendance);
    let days = test.from.zip(test.until).and_then(|(from, until)| DayWindow::new(from, until));
    let Some((id, days)) = test.id.as_ref().zip(days).filter(|_| is_counted) else { return Vec::new() };
    if readings.about_parts(id.as_str()).next().is_some() {
        return Vec::new();
    }
    let came = readings.within(days).filter(|it| it.measure.id == "came" && it.arm.is_none());
    let of_week = |it: &RecordedReading| {
        let week = (it.window.last.0 - days.first.0) / 7;
        let arm = if week % 2 == 0 { Arm::A } else { Arm::B };
        RecordedReading { subject: id.to_string(), arm: Some(arm), ..it.clone() }
    };
    came.map(of_week).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::plan_of;
    use crate::records::read_readings;

    const PLAN: &str = "format = 1\nlanguage = \"en\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
        [[goals]]\nid = \"more\"\nobjective = \"More come\"\nmetric = \"attendance\"\nbaseline = \"9\"\ntarget = \"13\"\n\
        [[goals]]\nid = \"liked\"\nobjective = \"Liked\"\nmetric = \"satisfaction\"\ntarget = \"4.5/5\"\n\
        [[activities]]\nid = \"night\"\ntitle = \"Night\"\nwhen = \"every Thu 19:00\"\nserves = [\"more\"]\n\
        [[activities]]\nid = \"walk\"\ntitle = \"Walk\"\nwhen = \"every Sun 10:00\"\n\
        [[experiments]]\nid = \"notice\"\na = \"one\"\nb = \"two\"\nunit = \"week\"\nmetric = \"attendance\"\n\
        from = 2027-06-01\nuntil = 2027-06-14\n";

    const READINGS: &str = "id,recorded,from,to,subject,arm,metric,value,of,unit,by,source,replaces,note\n\
        1,2027-06-03,2027-06-03,2027-06-03,club/night/2027-06-03@qun,,came,8,,,,,,\n\
        2,2027-06-10,2027-06-10,2027-06-10,club/night/2027-06-10@qun,,came,13,,,,,,\n\
        3,2027-06-06,2027-06-06,2027-06-06,club/walk/2027-06-06@qun,,came,40,,,,,,\n\
        4,2027-06-10,2027-06-10,2027-06-10,club/night/2027-06-10@qun,,score,4,,/5,,,,\n\
        5,2027-06-10,2027-06-03,2027-06-03,club/night/2027-06-03@qun,,score,4.5,,/5,,,,\n\
        6,2027-05-30,2027-05-31,2027-05-31,more,,value,10,,,,,,\n\
        7,2027-05-30,2027-05-27,2027-05-27,club/night/2027-05-27@qun,,came,3,,,,,,\n";

    #[test]
    fn a_goal_has_the_mean_of_a_month_where_nobody_wrote_its_own() {
        let plan = plan_of(PLAN);
        let readings = with_derived_readings(&plan, read_readings(READINGS).current());
        let of = |name: &str| readings.about(name).map(|it| it.value.clone()).collect::<Vec<_>>();
        assert_eq!(of("more"), [Measured::Count(10), Measured::Mean(1050)]);
        assert_eq!(of("liked"), [Measured::Score(425, 5)]);
        let last = readings.about("more").next_back().expect("a reading");
        assert_eq!(
            (last.window.first.to_string(), last.window.last.to_string()),
            ("2027-06-03".into(), "2027-06-10".into())
        );
    }

    #[test]
    fn weeks_in_turn_take_what_was_counted_in_them() {
        let readings = with_derived_readings(&plan_of(PLAN), read_readings(READINGS).current());
        let arms: Vec<_> = readings.about("notice").map(|it| (it.arm, it.value.clone())).collect();
        let (a, b) = (Some(Arm::A), Some(Arm::B));
        assert_eq!(arms, [(a, Measured::Count(8)), (a, Measured::Count(40)), (b, Measured::Count(13))]);
    }

    #[test]
    fn what_serves_a_goal_about_attendance_is_counted() {
        let (plan, none) = (plan_of(PLAN), CurrentReadings::default());
        assert_eq!([0, 1].map(|activity| is_counted(&plan, activity, &none)), [true, false]);
        assert!(is_counted(&plan, 1, &read_readings(READINGS).current()));
    }
}
