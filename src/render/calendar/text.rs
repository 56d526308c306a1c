//! Texts to post, with their variables filled in, and those that are withheld: a starter's, and a library's with gaps.

use std::cell::RefCell;

use jiff::tz::TimeZone;

use super::labels;
use super::row::TextNote;
use super::zoned_start::ZonedStart;
use crate::calendar::{Calendar, Entry, Origin};
use crate::finding::KeyPath;
use crate::language::{self, Language, Text};
use crate::plan::values::Zone;
use crate::plan::{Index, Plan, Thing, zoned_variables};
use crate::render::clean_lines;

/// The values of the variables of one text. What is a starter's has no value.
pub(super) struct Variables<'v> {
    pub plan: &'v Plan,
    pub index: &'v Index,
    pub language: Language,
    /// The title, and where it is written.
    pub title: (&'v str, Option<KeyPath>),
    pub start: ZonedStart,
    pub end: Option<ZonedStart>,
    /// The zone of the item, in which `start` and `end` are.
    pub zone: &'v Zone,
    /// An index into `activities`.
    pub activity: Option<usize>,
    /// An index into `channels`.
    pub channel: Option<usize>,
    /// Who answers for it, and as which person.
    pub owner: (Option<String>, Option<usize>),
}

impl Variables<'_> {
    /// The text with its variables, and what is to be known of it. A variable without a value stays as it is written, to
    /// be seen and filled in; but a text that nobody of the plan wrote is then withheld.
    pub(super) fn fill(&self, template: &Template<'_>) -> (Option<String>, Option<TextNote>) {
        let ownership = &self.index.ownership;
        let borrowed = template.paths.iter().find(|path| ownership.is_borrowed(path));
        if let Some(path) = borrowed {
            return (None, Some(TextNote::Borrowed(ownership.key(path))));
        }
        // where people live in several zones a time says whose it is, once
        let says_zone = |name: &str| template.text.contains(name);
        let names_zone = !["{zone}", "{utc}", "{timestamp}", "{time:"].into_iter().any(says_zone)
            && self.plan.has_several_zones()
            && self.start.time.is_none_or(|time| zoned_variables(&template.text, time).is_empty());
        let empty: RefCell<Vec<String>> = RefCell::default();
        let text = clean_lines(&language::fill(&template.text, |name| {
            let value = self
                .value(name, names_zone)
                .filter(|(_, path)| path.as_ref().is_none_or(|path| !ownership.is_borrowed(path)));
            if value.is_none() {
                empty.borrow_mut().push(name.to_owned());
            }
            value.map(|(value, _)| value)
        }));
        let mut empty = empty.into_inner();
        empty.dedup();
        match (template.paths.is_empty(), empty.first()) {
            (false, _) => (Some(text), None),
            (true, None) => (Some(text), Some(TextNote::Library)),
            (true, Some(first)) => {
                let key = self.place_of(first).map(|path| ownership.key(&path)).unwrap_or_default();
                (None, Some(TextNote::Incomplete(empty, key)))
            }
        }
    }

    /// The place that the activity names.
    fn place(&self) -> Option<usize> {
        let name = self.plan.activities[self.activity?].place.as_ref()?;
        match self.index.find("place", name.as_str())? {
            Thing::Place(place) => Some(place),
            _ => None,
        }
    }

    /// The value of a variable, and where it is written.
    fn value(&self, name: &str, names_zone: bool) -> Option<(String, Option<KeyPath>)> {
        let (plan, language) = (self.plan, self.language);
        let activity = self.activity.map(|activity| &plan.activities[activity]);
        let value = match name {
            "title" => Some(self.title.0.to_owned()),
            "date" => Some(labels::date(self.start.day, language)),
            "weekday" => Some(match language {
                Language::Zh => self.start.day.weekday().short().get(language).to_owned(),
                Language::En => self.start.day.weekday().english().to_owned(),
            }),
            "time" => labels::times(self.start, self.end, "–", language).map(|times| match names_zone {
                true => {
                    let words = Text::new("{zone} {times}", "{times} {zone}");
                    let zone = labels::zone(self.zone, language);
                    words.fill(language, |part| Some(if part == "zone" { zone.clone() } else { times.clone() }))
                }
                false => times,
            }),
            "zone" => Some(labels::zone(self.zone, language)),
            // for readers everywhere
            "utc" => {
                let on_utc = |when: ZonedStart| when.on(&TimeZone::UTC);
                let times = labels::times(on_utc(self.start), self.end.map(on_utc), "–", language)?;
                Some(format!("{} {times} UTC", labels::date(on_utc(self.start).day, language)))
            }
            // as Discord shows it to each reader on their own clock
            "timestamp" => self.start.time.map(|_| format!("<t:{}:F>", self.start.seconds())),
            "place" => {
                let channel = || self.channel.and_then(|channel| Thing::Channel(channel).title(plan));
                self.place().and_then(|place| Thing::Place(place).title(plan)).or_else(channel).map(str::to_owned)
            }
            "seats" => {
                let own = activity.and_then(|activity| activity.capacity);
                own.or_else(|| self.place().and_then(|place| plan.places[place].capacity))
                    .map(|seats| seats.to_string())
            }
            "closes" => {
                let closes = activity.and_then(|activity| activity.signup.closes)?;
                let (day, time) = closes.from(self.start.day, self.start.time);
                let date = labels::date(day, language);
                Some(time.map_or(date.clone(), |time| format!("{date} {time}")))
            }
            "owner" => self.owner.0.clone(),
            "community" => plan.community.name.clone(),
            "link" => {
                let own = activity.and_then(|activity| activity.link.clone());
                own.or_else(|| self.channel.and_then(|channel| plan.channels[channel].link.clone()))
            }
            _ => name.strip_prefix("time:").and_then(|zone| self.time_in(zone.trim())),
        };
        value.map(|value| (value, self.place_of(name)))
    }

    /// The time on the clock of another zone, with its name, and with the date where it is another day there.
    fn time_in(&self, zone: &str) -> Option<String> {
        let (zone, language) = (zone.parse::<Zone>().ok()?, self.language);
        let there = |when: ZonedStart| when.on(&zone.0);
        let start = there(self.start);
        let times = labels::times(start, self.end.map(there), "–", language)?;
        let date = (start.day != self.start.day).then(|| format!("{} ", labels::date(start.day, language)));
        Some(format!("{}{times} {}", date.unwrap_or_default(), labels::zone(&zone, language)))
    }

    /// Where the value of a variable is written, or would be.
    fn place_of(&self, name: &str) -> Option<KeyPath> {
        let plan = self.plan;
        let of_activity = |key: &'static str| self.activity.map(|at| KeyPath::of(&["activities"]).index(at).key(key));
        let of_channel = |key: &'static str| self.channel.map(|at| KeyPath::of(&["channels"]).index(at).key(key));
        let activity = self.activity.map(|activity| &plan.activities[activity]);
        match name {
            "title" => self.title.1.clone(),
            "place" => match self.place() {
                Some(place) => Some(KeyPath::of(&["places"]).index(place).key("name")),
                None => match self.channel.filter(|channel| plan.channels[*channel].title.is_some()) {
                    Some(_) => of_channel("title"),
                    None => of_activity("place"),
                },
            },
            "seats" => match self.place().filter(|_| activity.is_none_or(|activity| activity.capacity.is_none())) {
                Some(place) => Some(KeyPath::of(&["places"]).index(place).key("capacity")),
                None => of_activity("capacity"),
            },
            "closes" => of_activity("signup").map(|path| path.key("closes")),
            "owner" => match self.owner.1 {
                Some(person) => Some(KeyPath::of(&["people"]).index(person).key("name")),
                None => of_activity("owner"),
            },
            "community" => Some(KeyPath::of(&["community", "name"])),
            "link" => match activity.is_some_and(|activity| activity.link.is_some()) {
                true => of_activity("link"),
                false => of_channel("link").filter(|_| self.channel.is_some_and(|at| plan.channels[at].link.is_some())),
            }
            .or_else(|| of_activity("link")),
            _ => None,
        }
    }
}

/// The template of a text.
pub(super) struct Template<'t> {
    text: std::borrow::Cow<'t, str>,
    /// Where the plan has it; of an SOP of the library nowhere.
    paths: Vec<KeyPath>,
}

/// The template of what an entry posts.
pub(super) fn template<'t>(plan: &'t Plan, calendar: &Calendar<'t>, entry: &Entry) -> Option<Template<'t>> {
    use crate::calendar::Item::{Activity, Content, Meeting, Programme, Review};
    match entry.origin {
        Origin::Task(activity, task) => {
            let task = &calendar.tasks[activity][task];
            let steps = &plan.activities[activity].steps;
            let own = task.step.text.as_ref().and_then(|_| steps.iter().position(|step| std::ptr::eq(step, task.step)));
            let path = |step| KeyPath::of(&["activities"]).index(activity).key("steps").index(step).key("text");
            Some(Template { text: task.text()?.into(), paths: own.map(path).into_iter().collect() })
        }
        Origin::Item(Content(at)) => {
            let content = &plan.content[at];
            let path = |key| KeyPath::of(&["content"]).index(at).key(key);
            let lead_in = content.lead_in.as_deref().map(|text| (text, path("lead_in")));
            let turn = entry.number.checked_rem(content.series.len());
            let text = match turn {
                Some(turn) => Some((content.series[turn].as_str(), path("series").index(turn))),
                None => content.text.as_deref().map(|text| (text, path("text"))),
            };
            let topic = text.is_none().then(|| crate::calendar::topic(plan, entry)).flatten();
            let topic = topic.and_then(|topic| {
                let path = KeyPath::of(&["topics"]).index(topic).key("title");
                Some((plan.topics[topic].title.as_deref()?, path))
            });
            let text = text.or(topic);
            let (parts, paths): (Vec<&str>, Vec<KeyPath>) = lead_in.into_iter().chain(text).unzip();
            (!parts.is_empty()).then(|| Template { text: parts.join("\n").into(), paths })
        }
        Origin::Item(Programme(cohort, item)) => {
            let text = plan.programme_item(cohort, item)?.text.as_deref()?;
            let programme = plan.programme_index(cohort)?;
            let path = KeyPath::of(&["programmes"]).index(programme).key("items").index(item).key("text");
            Some(Template { text: text.into(), paths: vec![path] })
        }
        Origin::Item(Activity(_) | Review(_) | Meeting) | Origin::Life(_) => None,
    }
}
