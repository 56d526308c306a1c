//! The terms of a prize draw, from the plan.

use super::context::DrawFacts;
use super::known::{Known, text};
use crate::plan::Thing;

/// The terms of the draw of an activity.
pub(super) fn draw(known: &Known<'_>, activity: usize) -> DrawFacts {
    let of = &known.plan.activities[activity];
    let draw = &of.draw;
    DrawFacts {
        title: Thing::Activity(activity).title(known.plan).map(str::to_owned),
        when: of.when.as_ref().map(|when| when.print(known.language)),
        highest_prize: known.amount(&draw.highest_prize),
        prizes: text(&draw.prizes),
        conditions: text(&draw.conditions),
        manner: text(&draw.manner),
        drawn_when: text(&draw.drawn_when),
        drawn_how: text(&draw.drawn_how),
        odds: text(&draw.odds),
        redeem: text(&draw.redeem),
        redeem_until: text(&draw.redeem_until),
        delivery: text(&draw.delivery),
        forfeit: text(&draw.forfeit),
        organiser: text(&draw.organiser),
    }
}
