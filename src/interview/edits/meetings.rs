//! The channels and the activities of a plan that is made of the answers.

use super::ids::Ids;
use super::team::LeaderNames;
use crate::amend::EditSet;
use crate::finding::{KeyPath, Literal};
use crate::interview::context::InterviewContext;
use crate::interview::lines::Leader;
use crate::plan::activities::Mode;

/// Sets them.
pub(super) fn set(context: &InterviewContext<'_>, leaders: &LeaderNames, changes: &mut EditSet) {
    let mut ids = Ids::of("channel");
    let mut places = NewPlaces { ids: Ids::of("place"), known: Vec::new() };
    let mut channels: Vec<Option<String>> = Vec::new();
    let mut place = 0;
    for channel in context.channels() {
        if channel.in_person {
            if let Some(name) = &channel.title {
                places.id(name, changes);
                places.holds(channel.cap.or(channel.size), changes);
            }
            channels.push(None);
            continue;
        }
        let name = channel.name(context.language());
        let id = match (&channel.title, channel.platform) {
            (None, Some(platform)) => ids.give(platform.word()),
            _ => ids.give(&name),
        };
        let at = KeyPath::of(&["channels"]).index(place);
        changes.set(at.clone().key("id"), id.as_str());
        let platform = channel.platform.map(|platform| platform.word().into());
        let values = [
            ("title", channel.title.map(Literal::from)),
            ("platform", platform),
            ("account", channel.account.map(Literal::from)),
            ("now", channel.size.map(|size| Literal::Integer(size.into()))),
            ("cap", channel.cap.map(|cap| Literal::Integer(cap.into()))),
        ];
        for (key, value) in values {
            if let Some(value) = value {
                changes.set(at.clone().key(key), value);
            }
        }
        channels.push(Some(id));
        place += 1;
    }
    let all: Vec<Literal> = channels.iter().flatten().map(|id| id.as_str().into()).collect();
    let usual = context.leader().and_then(|leader| leaders.of(&leader));
    let taken = ticked(context, &all, usual.as_deref(), changes);
    let of_plan = context.zone();
    let mut ids = Ids::of("activity");
    taken.iter().for_each(|id| ids.take(id));
    for (place, activity) in context.activities().iter().enumerate() {
        let at = KeyPath::of(&["activities"]).index(taken.len() + place);
        let named = context.channels_of(activity).unwrap_or_default();
        let named = named.into_iter().filter_map(|(place, _)| channels.get(place)?.as_deref());
        let named: Vec<Literal> = named.map(Literal::from).collect();
        changes.set(at.clone().key("id"), ids.give(&activity.title));
        changes.set(at.clone().key("title"), activity.title.as_str());
        if let Some(form) = activity.form {
            changes.set(at.clone().key("form"), form.word());
        }
        let mode = if activity.is_in_person { Mode::Offline } else { Mode::Online };
        if activity.is_in_person || !named.is_empty() {
            changes.set(at.clone().key("mode"), mode.word());
        }
        if !named.is_empty() {
            changes.set(at.clone().key("channels"), Literal::List(named));
        }
        if let Some(place) = &activity.place {
            let id = places.id(place, changes);
            changes.set(at.clone().key("place"), id);
        }
        changes.set(at.clone().key("when"), activity.when.as_str());
        if let Some(first) = context.first_of(activity) {
            changes.set(at.clone().key("from"), Literal::Day(first));
        }
        if activity.is_week_long {
            changes.set(at.clone().key("lasts"), "1w");
        } else if let Some(lasts) = activity.lasts {
            changes.set(at.clone().key("lasts"), lasts.to_string());
        }
        if let Some(zone) = activity.zone.as_deref().map(Literal::from).filter(|zone| of_plan.as_ref() != Some(zone)) {
            changes.set(at.clone().key("time_zone"), zone);
        }
        if let Some(owner) = context.leader_of(activity).and_then(|leader| leaders.of(&leader)) {
            changes.set(at.clone().key("owner"), owner);
        }
        if let Some(sop) = activity.sop() {
            changes.set(at.clone().key("sop"), sop);
        }
        for (place, helper) in activity.helpers.iter().enumerate() {
            let helper = leaders.of(&Leader::Person(helper.clone()));
            helper.into_iter().for_each(|name| changes.set(at.clone().key("staff").index(place).key("role"), name));
        }
    }
}

/// The places that are named, a place each.
struct NewPlaces {
    ids: Ids,
    /// Their names and ids.
    known: Vec<(String, String)>,
}

impl NewPlaces {
    /// How many people the place holds that was added last.
    fn holds(&self, capacity: Option<u32>, changes: &mut EditSet) {
        if let Some((capacity, place)) = capacity.zip(self.known.len().checked_sub(1)) {
            let at = KeyPath::of(&["places"]).index(place).key("capacity");
            changes.set(at, Literal::Integer(capacity.into()));
        }
    }

    /// The id of a place, which is added where it is new.
    fn id(&mut self, name: &str, changes: &mut EditSet) -> String {
        if let Some((_, id)) = self.known.iter().find(|(known, _)| known == name) {
            return id.clone();
        }
        let id = self.ids.give(name);
        let at = KeyPath::of(&["places"]).index(self.known.len());
        changes.set(at.clone().key("id"), id.as_str());
        changes.set(at.key("name"), name);
        self.known.push((name.to_owned(), id.clone()));
        id
    }
}

/// What is taken over of an activity of a starter.
const KEYS: [&str; 9] = ["id", "title", "form", "mode", "when", "lasts", "sop", "weight", "on_holiday"];

/// Sets the activities of the starter that were ticked, and returns their ids.
fn ticked(
    context: &InterviewContext<'_>,
    channels: &[Literal],
    owner: Option<&str>,
    changes: &mut EditSet,
) -> Vec<String> {
    let words = context.answers.texts("taken_activities");
    let mut taken: Vec<String> = Vec::new();
    for (place, activity) in context.example.plan.activities.iter().enumerate() {
        let Some(id) = activity.id.as_ref().map(|id| id.as_str()).filter(|id| words.contains(id)) else { continue };
        let from = KeyPath::of(&["activities"]).index(place);
        let to = KeyPath::of(&["activities"]).index(taken.len());
        for key in KEYS {
            if let Some(value) = context.example.at(&from.clone().key(key)) {
                changes.set(to.clone().key(key), value.clone());
            }
        }
        if let Some(owner) = owner {
            changes.set(to.clone().key("owner"), owner);
        }
        if activity.mode != Some(Mode::Offline) && !channels.is_empty() {
            changes.set(to.key("channels"), Literal::List(channels.to_vec()));
        }
        taken.push(id.to_owned());
    }
    taken
}
