//! Texts to post, with their variables filled in.

use super::labels;
use super::zoned_start::ZonedStart;
use crate::calendar::{Calendar, Entry, Origin};
use crate::language::{self, Language};
use crate::plan::activities::Activity;
use crate::plan::{Index, Plan, Thing};
use crate::render::clean_lines;

/// The values of the variables of one text.
pub(super) struct Variables<'v> {
    pub plan: &'v Plan,
    pub index: &'v Index,
    pub language: Language,
    pub title: &'v str,
    pub start: ZonedStart,
    pub end: Option<ZonedStart>,
    pub activity: Option<&'v Activity>,
    pub channel: Option<usize>,
    pub owner: Option<String>,
}

impl Variables<'_> {
    /// The text with its variables; a variable without a value stays as it is written, to be seen and filled in.
    pub(super) fn fill(&self, template: &str) -> String {
        clean_lines(&language::fill(template, |name| self.value(name)))
    }

    fn value(&self, name: &str) -> Option<String> {
        let (plan, language) = (self.plan, self.language);
        let place = self.activity.and_then(|activity| activity.place.as_ref());
        let place = place.and_then(|name| match self.index.find("place", name.as_str()) {
            Some(Thing::Place(place)) => Some(place),
            _ => None,
        });
        match name {
            "title" => Some(self.title.to_owned()),
            "date" => Some(labels::date(self.start.day, language)),
            "weekday" => Some(match language {
                Language::Zh => self.start.day.weekday().short().get(language).to_owned(),
                Language::En => self.start.day.weekday().english().to_owned(),
            }),
            "time" => labels::times(self.start, self.end, "–"),
            "place" => {
                let channel = || self.channel.and_then(|channel| Thing::Channel(channel).title(plan));
                place.and_then(|place| Thing::Place(place).title(plan)).or_else(channel).map(str::to_owned)
            }
            "seats" => {
                let own = self.activity.and_then(|activity| activity.capacity);
                own.or_else(|| place.and_then(|place| plan.places[place].capacity)).map(|seats| seats.to_string())
            }
            "closes" => {
                let closes = self.activity.and_then(|activity| activity.signup.closes)?;
                let (day, time) = closes.from(self.start.day, self.start.time);
                let date = labels::date(day, language);
                Some(time.map_or(date.clone(), |time| format!("{date} {time}")))
            }
            "owner" => self.owner.clone(),
            "community" => plan.community.name.clone(),
            "link" => {
                let own = self.activity.and_then(|activity| activity.link.clone());
                own.or_else(|| self.channel.and_then(|channel| plan.channels[channel].link.clone()))
            }
            _ => None,
        }
    }
}

/// The template of what an entry posts.
pub(super) fn template(plan: &Plan, calendar: &Calendar<'_>, entry: &Entry) -> Option<String> {
    use crate::calendar::Item::{Activity, Content, Meeting, Programme, Review};
    match entry.origin {
        Origin::Task(activity, task) => calendar.tasks[activity][task].text().map(str::to_owned),
        Origin::Item(Content(content)) => {
            let content = &plan.content[content];
            let turn = entry.number.checked_rem(content.series.len()).map(|turn| &content.series[turn]);
            let parts: Vec<&str> =
                content.lead_in.iter().chain(turn.or(content.text.as_ref())).map(String::as_str).collect();
            (!parts.is_empty()).then(|| parts.join("\n"))
        }
        Origin::Item(Programme(cohort, item)) => plan.programme_item(cohort, item)?.text.clone(),
        Origin::Item(Activity(_) | Review(_) | Meeting) | Origin::Life(_) => None,
    }
}
