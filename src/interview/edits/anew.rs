//! A plan from nothing: what was answered, and what follows from it.

use crate::amend::{EditSet, Without};
use crate::finding::{KeyPath, Literal};
use crate::interview::context::InterviewContext;
use crate::plan::money::Model;
use crate::value::Slug;

/// What every plan says, and what follows from the answers.
pub(super) fn complete(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let answers = context.answers;
    changes.set(KeyPath::of(&["format"]), Literal::Integer(1));
    changes.set(KeyPath::of(&["language"]), context.language().tag());
    if let Some(zone) = context.here {
        changes.set(KeyPath::of(&["time_zone"]), zone);
    }
    if let Some(name) = answers.text("name") {
        changes.set(KeyPath::of(&["community", "id"]), Slug::from_text(name).as_str());
    }
    people(context, changes);
    channel_and_events(context, changes);
    money(context, changes);
    match answers.text("lasts").map(|lasts| (lasts, lasts.parse())) {
        Some((_, Ok(months))) => changes.set(KeyPath::of(&["lifecycle", "months"]), Literal::Integer(months)),
        Some((lasts, Err(_))) => changes.set(KeyPath::of(&["lifecycle", "lasts"]), lasts),
        None => {}
    }
}

/// Names alone: nobody gets a role unasked.
fn people(context: &InterviewContext<'_>, changes: &mut EditSet) {
    for (place, name) in context.answers.texts("people").into_iter().enumerate() {
        changes.set(KeyPath::of(&["people"]).index(place).key("name"), name);
    }
}

/// The channel gets an id, and every event takes place there.
fn channel_and_events(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let answers = context.answers;
    let channel = answers.text("channel").or_else(|| answers.text("platform")).map(Slug::from_text);
    if let Some(channel) = &channel {
        changes.set(KeyPath::of(&["channels"]).index(0).key("id"), channel.as_str());
    }
    for (part, when) in [("weekly", "weekly_when"), ("monthly", "monthly_when")] {
        let event = KeyPath::of(&["activities"]).index(context.element("activities", part));
        let Some(title) = answers.text(part) else { continue };
        changes.set(event.clone().key("id"), Slug::from_text(title).as_str());
        if let Some(channel) = channel.as_ref().filter(|_| answers.text(when).is_some()) {
            changes.set(event.key("channels"), Literal::List(vec![channel.as_str().into()]));
        }
    }
}

/// A product of one's own, without a figure; or none on purpose.
fn money(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let answers = context.answers;
    let sold = KeyPath::of(&["monetisation"]).index(0);
    match answers.text("sells").or_else(|| answers.text("earning")) {
        Some(none) if Without::meant("monetisation", none).is_some() => match answers.text("funded_by") {
            Some(funded_by) => {
                changes.set(sold.clone().key("model"), Model::None.word());
                changes.set(sold.key("funded_by"), funded_by);
            }
            None => changes.set(KeyPath::of(&["without"]), Literal::List(vec!["monetisation".into()])),
        },
        Some(product) => {
            changes.set(sold.clone().key("id"), Slug::from_text(product).as_str());
            changes.set(sold.key("product"), product);
        }
        None => {}
    }
}
