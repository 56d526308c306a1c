//! Hours of work against hours to give, by person and week.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::origin::title;
use super::super::reporter::Reporter;
use crate::calendar::{Calendar, Entry, Origin};
use crate::finding::{Arg, Finding, KeyPath};
use crate::language::Text;
use crate::plan::{Plan, Thing};
use crate::value::Day;

pub(in super::super) fn overloaded(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut weeks: BTreeMap<(usize, Day), i64> = BTreeMap::new();
    for entry in calendar.running().filter(|entry| !entry.cancelled) {
        for person in entry.who.person.into_iter().chain(entry.staff.iter().filter_map(|who| who.person)) {
            for monday in mondays(entry) {
                *weeks.entry((person, monday)).or_default() += i64::from(entry.load_in_week(monday));
            }
        }
    }
    for (index, person) in plan.people.iter().enumerate() {
        let Some(hours) = person.hours_per_week else { continue };
        let over = |((who, week), minutes): (&(usize, Day), &i64)| {
            (*who == index && *minutes as f64 > hours * 60.0).then_some((*week, *minutes))
        };
        let weeks: Vec<(Day, i64)> = weeks.iter().filter_map(over).collect();
        let Some((week, minutes)) = weeks.iter().max_by_key(|(week, minutes)| (*minutes, std::cmp::Reverse(*week)))
        else {
            continue;
        };
        let finding = report
            .finding(KeyPath::of(&["people"]).index(index).key("hours_per_week"))
            .with("date", *week)
            .with("person", Thing::Person(index).named(plan))
            .with("needed", *minutes as f64 / 60.0)
            .with("hours", hours)
            .with("weeks", weeks.len());
        report
            .add(weeks.iter().fold(finding, |finding, (week, _)| calculated(plan, calendar, (index, *week), finding)));
    }
}

/// The Mondays of the weeks that an entry touches.
fn mondays(entry: &Entry) -> impl Iterator<Item = Day> {
    (entry.at.day.monday().0..=entry.last_day().0).step_by(7).map(Day)
}

/// How the hours of a person's week add up.
fn calculated(plan: &Plan, calendar: &Calendar<'_>, (person, week): (usize, Day), finding: Finding) -> Finding {
    let mut parts: Vec<(Origin, i64)> = Vec::new();
    let is_of = |entry: &&Entry| !entry.cancelled && entry.load_in_week(week) > 0;
    for entry in calendar.running().filter(is_of) {
        let mut all = entry.who.person.into_iter().chain(entry.staff.iter().filter_map(|who| who.person));
        let times = all.by_ref().filter(|who| *who == person).count() as i64;
        let minutes = times * i64::from(entry.load_in_week(week));
        match parts.iter_mut().find(|(origin, _)| *origin == entry.origin) {
            Some((_, sum)) => *sum += minutes,
            None if minutes > 0 => parts.push((entry.origin, minutes)),
            None => {}
        }
    }
    let one = |(origin, minutes): &(Origin, i64)| {
        let args = vec![("item", title(plan, calendar, *origin)), ("minutes", (*minutes).into())];
        Arg::Phrase(Text::new("{item} {minutes} 分钟", "{item} {minutes} min"), args)
    };
    let sum: i64 = parts.iter().map(|(_, minutes)| minutes).sum();
    let args = vec![
        ("week", week.into()),
        ("parts", Arg::List(parts.iter().map(one).collect())),
        ("sum", (sum as f64 / 60.0).into()),
    ];
    finding.calculation_line(
        Text::new("{week} 那一周：{parts} = {sum} 小时", "week of {week}: {parts} = {sum|hour|hours}"),
        args,
    )
}
