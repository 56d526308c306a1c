//! Indices and references → what they are called, and where an entry goes.

use super::row::Channel;
use super::view::View;
use crate::calendar::{Entry, Item, Origin, Who};
use crate::plan::Thing;
use crate::plan::activities::Activity;
use crate::render::clean;

impl<'a> View<'a> {
    pub(in crate::render) fn person(&self, who: Who) -> Option<String> {
        Some(clean(&Thing::Person(who.person?).label(self.plan, self.language)))
    }

    pub(in crate::render) fn role(&self, who: Who) -> Option<String> {
        Some(clean(&Thing::Role(who.role?).label(self.plan, self.language)))
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
