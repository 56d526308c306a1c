//! The weekly and the monthly event: what must fit a new cadence, and what an event needs that the starter has not.

use crate::amend::EditSet;
use crate::cadence::Cadence;
use crate::finding::{FindingList, KeyPath, Literal};
use crate::interview::context::InterviewContext;
use crate::language::Text;
use crate::plan::Index;

const EVENTS: [(&str, &str, &str, Text); 2] = [
    ("weekly", "weekly_when", "weekly-event", Text::new("每周活动", "Weekly event")),
    ("monthly", "monthly_when", "monthly-event", Text::new("每月活动", "Monthly event")),
];

pub(super) fn fit(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let plan = &context.starter.plan;
    let names = Index::build(plan, &mut FindingList::default());
    for (part, when, id, title) in EVENTS {
        let index = context.element("activities", part);
        let path = KeyPath::of(&["activities"]).index(index);
        let cadence = context.answers.text(when).and_then(Cadence::find);
        match plan.activities.get(index) {
            Some(activity) => {
                let Some(cadence) = cadence else { continue };
                // the range of a cadence says how long; a length beside it would contradict it
                let length = |cadence: &Cadence| cadence.time.and_then(|time| time.minutes());
                match (length(&cadence), activity.when.as_ref().and_then(length)) {
                    (Some(_), _) => changes.remove(path.key("lasts")),
                    (None, Some(minutes)) => changes.set(path.key("lasts"), format!("{minutes}m")),
                    (None, None) => {}
                }
            }
            None if context.answers.get(part).is_some() || cadence.is_some() => {
                changes.set(path.clone().key("id"), names.free("item", id));
                changes.set(path.clone().key("title"), title.get(context.language()));
                changes.set(path.clone().key("form"), "sharing");
                changes.set(path.clone().key("mode"), "online");
                let channel = plan.channels.get(context.element("channels", "main")).and_then(|c| c.id.as_ref());
                if let Some(channel) = channel {
                    let channels = Literal::List(vec![channel.as_str().into()]);
                    changes.set(path.clone().key("channels"), channels);
                }
                if let Some(role) = plan.roles.first().and_then(|role| role.id.as_ref()) {
                    changes.set(path.key("owner"), role.as_str());
                }
            }
            None => {}
        }
    }
}
