//! Whether those of one role give about the same share of their time.

use super::super::context::Context;
use super::super::reporter::Reporter;
use super::super::thresholds::ROTA_SPREAD;
use crate::calendar::Calendar;
use crate::finding::KeyPath;
use crate::language::Text;
use crate::plan::{Plan, Thing};
use crate::value::{Day, Share};

/// Hours a week of a person without any in the plan, as the rota assumes them.
const HOURS: f64 = 5.0;
/// Who is there for fewer days is not compared.
const DAYS: usize = 7;

/// The share of their time that a person gives, in per cent.
#[derive(Debug, Clone, Copy)]
struct TimeShare {
    person: usize,
    /// All of it.
    share: f64,
    /// What could go to others of the role: its own work, and what has this person's name on it.
    of_role: f64,
    /// Minutes of work.
    work: f64,
    /// Minutes to give.
    own: f64,
}

pub(in super::super) fn unfair(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    let limit = context.threshold(&ROTA_SPREAD);
    let mut reported: Vec<(usize, usize)> = Vec::new();
    for at in 0..plan.roles.len() {
        let there = |person: usize| Some((person, minutes(plan, calendar, person)?));
        let holders: Vec<(usize, f64)> = plan.holders(at).into_iter().filter_map(there).collect();
        if holders.len() < 2 {
            continue;
        }
        let given: Vec<TimeShare> = holders.into_iter().map(|(person, own)| given(calendar, at, person, own)).collect();
        let by_share = |a: &&TimeShare, b: &&TimeShare| a.share.total_cmp(&b.share);
        let (Some(most), Some(least)) = (given.iter().max_by(by_share), given.iter().min_by(by_share)) else {
            continue;
        };
        let pair = (most.person, least.person);
        if (most.share - least.share).min(most.of_role) <= limit || reported.contains(&pair) {
            continue;
        }
        reported.push(pair);
        let finding = report
            .finding(KeyPath::of(&["roles"]).index(at))
            .with("role", Thing::Role(at).named(plan))
            .with("most", Thing::Person(most.person).named(plan))
            .with("busy", percent(most.share))
            .with("least", Thing::Person(least.person).named(plan))
            .with("idle", percent(least.share))
            .with("limit", limit.to_string());
        report.add(given.iter().fold(finding, |finding, given| {
            let args = vec![
                ("person", Thing::Person(given.person).named(plan).into()),
                ("work", (given.work / 60.0).into()),
                ("own", (given.own / 60.0).into()),
                ("share", percent(given.share).into()),
            ];
            finding.calculation_line(
                Text::new("{person}：{work} ÷ {own} 小时 = {share}", "{person}: {work} of {own|hour|hours} = {share}"),
                args,
            )
        }));
    }
}

/// The minutes that someone has in the days of the calendar; none for those who are hardly there.
fn minutes(plan: &Plan, calendar: &Calendar<'_>, person: usize) -> Option<f64> {
    let who = &plan.people[person];
    let days = (calendar.from.0..=calendar.to.0).map(Day);
    let days = days.filter(|day| who.is_in_team(*day) && !who.is_away(*day)).count();
    let hours = who.hours_per_week.unwrap_or(HOURS).max(0.1);
    (days >= DAYS).then(|| hours * 60.0 * days as f64 / 7.0)
}

fn given(calendar: &Calendar<'_>, role: usize, person: usize, own: f64) -> TimeShare {
    let (mut all, mut of_role) = (0.0, 0.0);
    for entry in calendar.entries.iter().filter(|entry| !entry.cancelled) {
        // who leads may be among the staff as well
        let mut parts = std::iter::once(&entry.who).chain(&entry.staff).filter(|who| who.person == Some(person));
        if let Some(who) = parts.next() {
            let load = f64::from(entry.load());
            all += load;
            if who.role.is_none_or(|of| of == role) {
                of_role += load;
            }
        }
    }
    TimeShare { person, share: all / own * 100.0, of_role: of_role / own * 100.0, work: all, own }
}

/// Per cent, as a whole number of them.
#[allow(clippy::cast_possible_truncation)] // a float cast saturates
fn percent(share: f64) -> Share {
    Share((share.round() as i64).saturating_mul(10))
}
