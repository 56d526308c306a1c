//! A plan that is made of the answers: what was answered, and what follows from it.

use super::ids::{Ids, latin};
use super::team::LeaderNames;
use super::{agreed, meetings, team};
use crate::amend::{EditSet, Without};
use crate::finding::{KeyPath, Literal};
use crate::interview::context::InterviewContext;
use crate::interview::none;
use crate::interview::rows::YEARLY;
use crate::interview::size_goal::{self, SizeGoal};
use crate::interview::sizes::{self, Sizes};
use crate::language::Text;
use crate::plan::growth::PartnerKind;
use crate::plan::lifecycle::{Lasting, Metric};
use crate::plan::money::Model;
use crate::value::Day;

/// What every plan says, and what follows from the answers.
pub(super) fn complete(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let answers = context.answers;
    changes.set(KeyPath::of(&["format"]), Literal::Integer(1));
    changes.set(KeyPath::of(&["made"]), Literal::Day(context.today));
    changes.set(KeyPath::of(&["language"]), context.language().tag());
    if let Some((zone, _)) = context.inferred_zone() {
        changes.set(KeyPath::of(&["time_zone"]), zone);
    }
    // without one, the id is made of the name
    if let Some(id) = answers.text("name").and_then(latin) {
        changes.set(KeyPath::of(&["community", "id"]), id);
    }
    let sizes = answers.text("sizes").and_then(|sizes| sizes::read_dated(sizes, context.today));
    if let Some(Sizes { now, target, by }) = sizes {
        changes.set(KeyPath::of(&["community", "size", "now"]), Literal::Integer(now));
        if let Some(target) = target {
            changes.set(KeyPath::of(&["community", "size", "target"]), Literal::Integer(target));
            size_goal(context, (now, target, by), changes);
        }
    }
    if let Some((_, goal)) = answers.text("sizes").and_then(|text| size_goal::goal(text, context.today)) {
        let has_size_goal = sizes.is_some_and(|sizes| sizes.target.is_some_and(|target| target > sizes.now));
        other_goal(context, usize::from(has_size_goal), &goal, changes);
    }
    if let Some(since) = answers.get("since") {
        changes.set(KeyPath::of(&["lifecycle", "starts"]), since.clone());
    }
    let leaders = team::set(context, changes);
    agreed::set(context, changes);
    meetings::set(context, &leaders, changes);
    single_events(context, &leaders, changes);
    let mut without = money(context, changes);
    let none = answers.texts("none_of").into_iter().filter(|route| !is_answered(context, route));
    for route in none.map(str::to_owned).chain(none::answered(context).map(str::to_owned)) {
        if !without.contains(&route) {
            without.push(route);
        }
    }
    // a sponsor is a partner
    let has_sponsor = context.products_typed().iter().any(|product| product.sponsor().is_some());
    without.retain(|route| route != "partners" || !has_sponsor);
    if !without.is_empty() {
        changes.set(KeyPath::of(&["without"]), Literal::List(without.into_iter().map(Literal::from).collect()));
    }
    match answers.text("lasts").map(|lasts| (lasts, lasts.parse())) {
        Some((_, Ok(months))) => changes.set(KeyPath::of(&["lifecycle", "months"]), Literal::Integer(months)),
        Some((YEARLY, _)) => {
            changes.set(KeyPath::of(&["lifecycle", "lasts"]), Lasting::OpenEnded.word());
            changes.set(KeyPath::of(&["lifecycle", "review_every"]), "1y");
        }
        Some((lasts, Err(_))) => changes.set(KeyPath::of(&["lifecycle", "lasts"]), lasts),
        None => {}
    }
}

/// More members are a goal, where no other was answered.
fn size_goal(context: &InterviewContext<'_>, (now, target, by): (i64, i64, Option<Day>), changes: &mut EditSet) {
    if has_goal(context) || target <= now {
        return;
    }
    let words = Text::new("成员做到 {n} 人", "{n} members");
    let goal = KeyPath::of(&["goals"]).index(0);
    // by its id activities, readings and decisions refer to it
    changes.set(goal.clone().key("id"), "members");
    changes.set(goal.clone().key("objective"), words.fill(context.language(), |_| Some(target.to_string())));
    changes.set(goal.clone().key("metric"), Metric::Growth.word());
    changes.set(goal.clone().key("baseline"), now.to_string());
    changes.set(goal.clone().key("target"), target.to_string());
    if let Some(by) = by {
        changes.set(goal.key("by"), Literal::Day(by));
    }
}

/// A goal that was said beside the number of members, where no other was answered.
fn other_goal(context: &InterviewContext<'_>, place: usize, goal: &SizeGoal, changes: &mut EditSet) {
    if has_goal(context) {
        return;
    }
    let at = KeyPath::of(&["goals"]).index(place);
    let words = Text::new("{name}做到 {target}", "{name}: {target}");
    let fact = |fact: &str| Some(if fact == "name" { &goal.name } else { &goal.target }.clone());
    changes.set(at.clone().key("id"), goal.metric().map_or("goal", |metric| metric.word()));
    changes.set(at.clone().key("objective"), words.fill(context.language(), fact));
    if let Some(metric) = goal.metric() {
        changes.set(at.clone().key("metric"), metric.word());
    }
    if let Some(baseline) = &goal.baseline {
        changes.set(at.clone().key("baseline"), baseline.as_str());
    }
    changes.set(at.clone().key("target"), goal.target.as_str());
    if let Some(by) = goal.by {
        changes.set(at.key("by"), Literal::Day(by));
    }
}

/// Whether a goal was answered.
fn has_goal(context: &InterviewContext<'_>) -> bool {
    ["objective", "metric", "baseline", "target"].iter().any(|id| context.answers.get(id).is_some())
}

/// Whether a key belongs to something that other answers make: the manager among the roles, the product that is sold.
pub(super) fn means_made(context: &InterviewContext<'_>, fill: &str) -> bool {
    let part = fill.split_once('[').map(|(_, rest)| rest.split(']').next().unwrap_or(rest));
    let is_single = match part {
        None => true,
        Some("main") => context.answers.get("channels").is_none(),
        Some("weekly" | "monthly") => context.answers.get("activities").is_none(),
        Some(part) => part.parse::<usize>().is_ok(),
    };
    !is_single
}

/// Whether the answers of the full interview fill what was said to be none.
fn is_answered(context: &InterviewContext<'_>, route: &str) -> bool {
    let fills = |question: &crate::interview::Question| {
        let fill = question.fills.iter().map(|fill| fill.split('[').next().unwrap_or(fill));
        fill.into_iter().any(|key| key == route || key.strip_prefix(route).is_some_and(|rest| rest.starts_with('.')))
    };
    crate::interview::questions()
        .filter(|question| question.is_set && fills(question))
        .filter_map(|question| context.answers.get(question.id).map(|value| (question, value)))
        .any(|(question, value)| !none::is_none(question, value))
}

/// The channel, the weekly and the monthly event of a file of answers, where they are given one by one.
fn single_events(context: &InterviewContext<'_>, leaders: &LeaderNames, changes: &mut EditSet) {
    let answers = context.answers;
    let channel = answers.text("channel").or_else(|| answers.text("platform"));
    let channel = channel.filter(|_| answers.get("channels").is_none()).map(|name| Ids::of("channel").give(name));
    if let Some(channel) = &channel {
        changes.set(KeyPath::of(&["channels"]).index(0).key("id"), channel.as_str());
    }
    let owner = context.leader().and_then(|leader| leaders.of(&leader));
    let mut ids = Ids::of("activity");
    for (part, when) in [("weekly", "weekly_when"), ("monthly", "monthly_when")] {
        let event = KeyPath::of(&["activities"]).index(context.element("activities", part));
        let Some(title) = answers.text(part) else { continue };
        changes.set(event.clone().key("id"), ids.give(title));
        if let Some(owner) = &owner {
            changes.set(event.clone().key("owner"), owner.as_str());
        }
        if let Some(channel) = channel.as_ref().filter(|_| answers.text(when).is_some()) {
            changes.set(event.key("channels"), Literal::List(vec![channel.as_str().into()]));
        }
    }
}

/// Products of one's own, with the figures that were given; or none on purpose, which is returned.
fn money(context: &InterviewContext<'_>, changes: &mut EditSet) -> Vec<String> {
    let answers = context.answers;
    let at = |place: usize| KeyPath::of(&["monetisation"]).index(place);
    if answers.text("earning").is_some_and(|word| Without::meant("monetisation", word).is_some()) {
        let Some(funded_by) = answers.text("funded_by") else { return vec!["monetisation".to_owned()] };
        changes.set(at(0).key("model"), Model::None.word());
        changes.set(at(0).key("funded_by"), funded_by);
        return Vec::new();
    }
    let products = context.products_typed();
    let mut ids = Ids::of("product");
    let mut place = 0;
    for product in &products {
        let Some(title) = &product.title else { continue };
        changes.set(at(place).key("id"), ids.give(title));
        if let Some(model) = model(title) {
            changes.set(at(place).key("model"), model.word());
        }
        changes.set(at(place).key("product"), title.as_str());
        if let Some((price, per)) = &product.price {
            changes.set(at(place).key("price"), price.to_string());
            if let Some(per) = per {
                changes.set(at(place).key("per"), per.word());
            }
        }
        if let Some(refund) = &product.refund {
            changes.set(at(place).key("refund"), refund.as_str());
        }
        place += 1;
    }
    if let Some(sponsor) = products.iter().find_map(|product| product.sponsor())
        && answers.get("partner").is_none()
    {
        let partner = KeyPath::of(&["partners"]).index(0);
        changes.set(partner.clone().key("id"), Ids::of("partner").give(sponsor));
        changes.set(partner.clone().key("name"), sponsor);
        changes.set(partner.key("kind"), PartnerKind::Sponsor.word());
    }
    let payer = products.iter().find_map(|product| product.funded_by.as_deref());
    if let Some(payer) = payer.filter(|_| place == 0) {
        changes.set(at(0).key("model"), Model::None.word());
        changes.set(at(0).key("funded_by"), payer);
        return Vec::new();
    }
    if place == 0 && !products.is_empty() { vec!["monetisation".to_owned()] } else { Vec::new() }
}

/// What the name of a product says of how it earns.
fn model(title: &str) -> Option<Model> {
    let title = title.to_lowercase();
    // who does not belong to it pays for something else
    let title = [
        "非会员",
        "会员免费",
        "会员不收费",
        "non-members",
        "non-member",
        "nonmembers",
        "free for members",
        "members free",
    ]
    .iter()
    .fold(title, |title, of| title.replace(of, ""));
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if has(&["会员", "会费", "年卡", "月卡", "季卡", "年费", "membership", "member", "subscription"]) {
        return Some(Model::Membership);
    }
    let service = ["课", "训练营", "咨询", "陪跑", "course", "class", "camp", "coaching", "workshop", "consult"];
    has(&service).then_some(Model::Service)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_product_says_how_it_earns() {
        for (title, is) in [
            ("会费", Some(Model::Membership)),
            ("年卡", Some(Model::Membership)),
            ("沙龙票 非会员", None),
            ("沙龙票（会员免费）", None),
            ("Ticket for non-members", None),
            ("写作课", Some(Model::Service)),
        ] {
            assert_eq!(model(title), is, "{title}");
        }
    }
}
