//! Indices and references → what they are called, and where an entry goes.

use super::row::Channel;
use super::series::{SeriesWords, activity_of, title_path};
use super::view::View;
use crate::calendar::{Entry, Item, Kind, Milestone, Origin, Who, item_id};
use crate::finding::KeyPath;
use crate::plan::activities::Activity;
use crate::plan::{Thing, cohort_id};
use crate::render::clean;

impl<'a> View<'a> {
    pub(in crate::render) fn person(&self, who: Who) -> Option<String> {
        Some(clean(&Thing::Person(who.person?).label(self.plan, self.language)))
    }

    pub(in crate::render) fn role(&self, who: Who) -> Option<String> {
        Some(clean(&Thing::Role(who.role?).label(self.plan, self.language)))
    }

    /// Whether those who hold a role are known by their number only, so that someone is there without a name.
    pub(in crate::render) fn is_unnamed(&self, who: Who) -> bool {
        who.person.is_none() && who.role.is_some_and(|role| self.plan.has_unnamed_holders(role))
    }

    /// Who answers for an activity, when the occurrence itself lies outside of the calendar.
    pub(super) fn owner(&self, activity: Option<&Activity>) -> Option<String> {
        let who = match self.index.holder(activity?.owner.as_ref()?.as_str())? {
            Thing::Person(person) => Who { person: Some(person), role: None },
            Thing::Role(role) => Who { person: None, role: Some(role) },
            _ => return None,
        };
        self.person(who).or_else(|| self.role(who))
    }

    pub(super) fn place(&self, activity: &Activity) -> Option<usize> {
        match self.index.find("place", activity.place.as_ref()?.as_str())? {
            Thing::Place(place) => Some(place),
            _ => None,
        }
    }

    pub(super) fn channel_of(&self, name: &str) -> Option<usize> {
        match self.index.find("channel", name)? {
            Thing::Channel(channel) => Some(channel),
            _ => None,
        }
    }

    pub(in crate::render) fn named_channel(&self, channel: usize) -> Channel {
        let of = &self.plan.channels[channel];
        let id = of.id.as_ref().map_or_else(|| format!("channel-{}", channel + 1), ToString::to_string);
        Channel { title: clean(&Thing::Channel(channel).label(self.plan, self.language)), id }
    }

    /// The channels in which an entry itself happens.
    pub(super) fn own_channels(&self, entry: &Entry) -> Vec<usize> {
        match entry.origin {
            Origin::Item(Item::Activity(activity)) => self.channels(activity),
            Origin::Item(Item::Programme(cohort, _)) => {
                self.plan.cohorts[cohort].channel.iter().filter_map(|name| self.channel_of(name.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn channels(&self, activity: usize) -> Vec<usize> {
        let names = self.plan.activities[activity].channels.iter();
        names.filter_map(|name| self.channel_of(name.as_str())).collect()
    }

    /// What an entry sends: the channel, and whether it mentions everyone.
    pub(super) fn sends(&self, entry: &Entry) -> Vec<(usize, bool)> {
        self.calendar.sends(entry).iter().map(|target| (target.channel, target.mention_all)).collect()
    }
}

impl View<'_> {
    /// The words of whatever an entry belongs to.
    pub(super) fn series(&self, entry: &Entry) -> SeriesWords {
        let (plan, origin) = (self.plan, entry.origin);
        let label = self.calendar.label(plan, origin, self.language);
        // the text of a task is about its activity
        let is_task = matches!(origin, Origin::Task(..));
        let title_path = title_path(plan, origin);
        let is_borrowed = |path: &KeyPath| self.index.ownership.is_borrowed(path);
        // a task is done before or after, somewhere else
        let place = activity_of(origin).filter(|_| entry.kind == Kind::Activity);
        let place = place.and_then(|activity| self.place(&plan.activities[activity]));
        let place_path = |place: usize, key: &'static str| KeyPath::of(&["places"]).index(place).key(key);
        let takes_topics = matches!(origin, Origin::Item(_)) && !plan.topics.is_empty();
        SeriesWords {
            item: match origin {
                Origin::Item(item) => item_id(plan, item),
                Origin::Task(activity, _) => item_id(plan, Item::Activity(activity)),
                Origin::Life(milestone) => milestone.word().to_owned(),
            },
            title: clean(&label.whole(self.language)),
            short: clean(&label.own),
            subject: clean(label.of.as_ref().filter(|_| is_task).unwrap_or(&label.own)),
            is_title_borrowed: title_path.as_ref().is_some_and(is_borrowed),
            title_path,
            channels: self.own_channels(entry),
            cohort: match origin {
                Origin::Item(Item::Programme(cohort, _)) | Origin::Life(Milestone::Welcome(cohort, _)) => {
                    Some(cohort_id(plan, cohort))
                }
                _ => None,
            },
            place: place.map(|place| clean(&Thing::Place(place).label(plan, self.language))),
            // nobody is sent to a starter's address
            address: place.and_then(|place| {
                let address = plan.places[place].address.as_deref();
                address.filter(|_| !is_borrowed(&place_path(place, "address"))).map(clean)
            }),
            is_place_borrowed: place.is_some_and(|place| is_borrowed(&place_path(place, "name"))),
            details: (!takes_topics).then(|| self.details(entry)),
        }
    }

    /// What is to be known of an entry besides, as far as it is the plan's own.
    pub(super) fn details(&self, entry: &Entry) -> Vec<String> {
        let details = self.calendar.details(self.plan, self.index, entry, self.language);
        let own = details.iter().filter(|detail| !detail.is_borrowed);
        own.map(|detail| clean(&detail.line(self.language))).collect()
    }
}
