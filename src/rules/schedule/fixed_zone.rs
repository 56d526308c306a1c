//! Zones that keep one offset all year, where a region that changes its clocks is probably meant.

use super::super::context::Context;
use super::super::reporter::Reporter;
use super::super::suggest::Suggester;
use crate::finding::{Arg, Finding, KeyPath, SuggestedCommand};
use crate::plan::Plan;
use crate::plan::values::Zone;

/// EST and its like are called so all year, but hardly anyone lives by them.
pub(in super::super) fn without_summer_time(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    fn of<'p, T>(table: &'static str, rows: &'p [T], zone: fn(&T) -> Option<&Zone>) -> Vec<(KeyPath, &'p Zone)> {
        let rows = rows.iter().enumerate();
        rows.filter_map(|(at, row)| Some((KeyPath::of(&[table]).index(at).key("time_zone"), zone(row)?))).collect()
    }
    let zones = plan
        .time_zone
        .iter()
        .map(|zone| (KeyPath::of(&["time_zone"]), zone))
        .chain(of("people", &plan.people, |person| person.time_zone.as_ref()))
        .chain(of("places", &plan.places, |place| place.time_zone.as_ref()))
        .chain(of("activities", &plan.activities, |activity| activity.time_zone.as_ref()))
        .chain(of("content", &plan.content, |content| content.time_zone.as_ref()))
        .chain(of("reviews", &plan.reviews, |review| review.time_zone.as_ref()));
    for (route, zone) in zones {
        let Some(region) = zone.region_meant() else { continue };
        report.add(report.finding(route).with("zone", zone.name()).with("region", region));
    }
}

/// Writes the region that goes by the zone in winter.
pub(in super::super) fn the_region(_: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let Some(Arg::Text(region)) = finding.arg("region") else { return Vec::new() };
    vec![SuggestedCommand::new(&["set"]).route(finding.place.path.clone()).word(region)]
}
