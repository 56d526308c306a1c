//! The calendar as rows of words: indices become names, reasons become texts. Made once, for every format.

use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::day::{self, DayRow};
use super::labels;
use super::row::{ChannelMessage, Helper, Moved, Row};
use super::series::{SeriesWords, activity_of};
use super::shared::{Around, OffHours, SharedWords};
use super::text::{Variables, template};
use super::zoned_start::ZonedStart;
use crate::calendar::{
    At, Calendar, Entry, Identity, Item, Kind, Origin, Problem, Shifted, Who, is_theirs, sequence_of,
};
use crate::language::Language;
use crate::plan::values::Zone;
use crate::plan::{HolidaySource, Index, Plan, Thing};
use crate::render::clean;
use crate::roster::PublishedOccurrence;
use crate::value::{Clock, Day, Length};

/// What is to be shown, and in which language.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its names.
    pub index: &'a Index,
    /// The calendar made from it.
    pub calendar: &'a Calendar<'a>,
    /// In which language.
    pub language: Language,
    /// Only what this person does: an index into `people`.
    pub person: Option<usize>,
    /// Only what this channel sees: an index into `channels`.
    pub channel: Option<usize>,
    /// On whose wall times are shown; none: on that of the plan.
    pub zone: Option<&'a Zone>,
}

impl<'a> View<'a> {
    /// The whole calendar, in the language of the plan.
    pub fn new(plan: &'a Plan, index: &'a Index, calendar: &'a Calendar<'a>) -> Self {
        Self { plan, index, calendar, language: plan.language(), person: None, channel: None, zone: None }
    }

    /// The name of the community; empty where it has none.
    pub fn community(&self) -> String {
        clean(self.plan.community.name.as_deref().unwrap_or_default())
    }

    /// The zone in which times are shown.
    pub(super) fn shown_zone(&self) -> Zone {
        self.zone.or(self.plan.time_zone.as_ref()).cloned().unwrap_or_default()
    }

    /// Whose times are shown, where that has to be said: in another zone, or where people live in several.
    pub(in crate::render) fn zone_name(&self) -> Option<String> {
        let plan = self.plan.time_zone.clone().unwrap_or_default();
        let lives_elsewhere = |own: &Option<Zone>| own.as_ref().is_some_and(|own| *own != plan);
        let is_named = self.zone.is_some() || self.plan.people.iter().any(|person| lives_elsewhere(&person.time_zone));
        is_named.then(|| labels::zone(&self.shown_zone(), self.language))
    }

    /// The name of the community, and whose times are shown.
    pub fn heading(&self) -> String {
        labels::title(&self.community(), &self.zone_name().unwrap_or_default())
    }

    /// The names of the people.
    pub(super) fn people(&self) -> Vec<String> {
        let name = |person| clean(&Thing::Person(person).label(self.plan, self.language));
        (0..self.plan.people.len()).map(name).collect()
    }

    /// The names of the roles.
    fn roles(&self) -> Vec<String> {
        (0..self.plan.roles.len()).map(|role| clean(&Thing::Role(role).label(self.plan, self.language))).collect()
    }

    /// The days of the calendar.
    pub fn days(&self) -> Vec<DayRow> {
        self.days_in((self.calendar.from, self.calendar.to))
    }

    /// Some days of the calendar.
    pub(super) fn days_in(&self, range: (Day, Day)) -> Vec<DayRow> {
        day::days(self.calendar.holidays, range, self.language)
    }

    /// Whether festivals and solar terms are shown to people: for Chinese readers, and where China's days off rule.
    pub(in crate::render) fn shows_almanac(&self) -> bool {
        self.language == Language::Zh || self.plan.holiday_sources().contains(&HolidaySource::China)
    }

    /// Whether nothing is shown.
    pub fn is_empty(&self) -> bool {
        // without a filter the rows are not needed in words
        let is_whole = self.person.is_none() && self.channel.is_none() && self.zone.is_none();
        if is_whole { self.calendar.running().next().is_none() } else { self.running_rows().is_empty() }
    }

    /// What goes on and passes the filters, in order of time: what began before the range, then its entries.
    pub fn running_rows(&self) -> Vec<Row> {
        self.rows_of(&mut self.calendar.running())
    }

    /// The entries of the range that pass the filters, in order of time.
    pub fn rows(&self) -> Vec<Row> {
        self.rows_of(&mut self.calendar.entries.iter())
    }

    fn rows_of(&self, entries: &mut dyn Iterator<Item = &Entry>) -> Vec<Row> {
        let (mut words, around) = (self.shared_words(), Around::default());
        let mut rows: Vec<Row> = entries.filter_map(|entry| self.shown_row(entry, &mut words, &around)).collect();
        if self.zone.is_some() {
            rows.sort_by_key(Row::order);
        }
        rows
    }

    /// What the rows share.
    pub(super) fn shared_words(&self) -> SharedWords<'a> {
        SharedWords {
            identity: Identity::of(self.plan, self.calendar),
            zone: self.plan.time_zone.clone().unwrap_or_default(),
            wanted: self.channel.map(|channel| self.named_channel(channel).id),
            series: FxHashMap::default(),
            people: self.people(),
            roles: self.roles(),
        }
    }

    /// An entry in words, if it passes the filters; on another wall also those that it has there.
    pub(super) fn shown_row(&self, entry: &Entry, words: &mut SharedWords<'_>, around: &Around<'a>) -> Option<Row> {
        let series = words.series.entry(entry.origin).or_insert_with(|| Rc::new(self.series(entry)));
        let series = Rc::clone(series);
        let row = self.row(entry, words, around, &series);
        // the team meets whoever called it
        let meets = |person: usize| row.kind == Kind::Meeting && self.plan.people[person].is_there(row.start.day);
        let is_of_person = self.person.is_none_or(|person| row.people.contains(&person) || meets(person));
        let is_of_channel = words.wanted.as_ref().is_none_or(|id| row.channels.iter().any(|channel| channel.id == *id));
        if !is_of_person || !is_of_channel {
            return None;
        }
        let Some(shown) = self.zone else { return Some(row) };
        let start = row.start.on(&shown.0);
        let last_day = entry.last_day_from(At { day: start.day, time: start.time });
        let row = Row { start, end: row.end.map(|end| end.on(&shown.0)), last_day, ..row };
        // on another wall it may be another day
        (row.start.day <= self.calendar.to && self.calendar.from <= row.last_day).then_some(row)
    }

    fn row(&self, entry: &Entry, words: &SharedWords<'_>, around: &Around<'a>, series: &SeriesWords) -> Row {
        let SharedWords { identity, zone, people, roles, .. } = words;
        let person = |who: Who| who.person.map(|person| people[person].clone());
        let role = |who: Who| who.role.map(|role| roles[role].clone());
        let start = ZonedStart::of(entry.at, &zone.0);
        let end = end(entry, start, zone);
        let sends = self.sends(entry);
        let mut channels: Vec<usize> = Vec::new();
        for channel in series.channels.iter().chain(sends.iter().map(|(channel, _)| channel)) {
            if !channels.contains(channel) {
                channels.push(*channel);
            }
        }
        let (text, text_note) = match template(self.plan, self.calendar, entry) {
            None => (None, None),
            Some(template) => {
                let activity = activity_of(entry.origin);
                let leads = around.leads.get_or_init(|| self.leads());
                let lead = activity.and_then(|activity| leads.get(&(activity, entry.of)).copied()).unwrap_or(entry);
                let occurrence = ZonedStart::of(entry.of, &zone.0);
                let occurrence_end = if lead.of == lead.at { self::end(lead, occurrence, zone) } else { None };
                let owner = self.person(lead.who).or_else(|| self.owner(activity.map(|at| &self.plan.activities[at])));
                let own_zone = entry.origin.item().and_then(|item| self.plan.zone_of(item)).unwrap_or(zone);
                let variables = Variables {
                    plan: self.plan,
                    index: self.index,
                    language: self.language,
                    title: (&series.subject, series.title_path.clone()),
                    start: occurrence.on(&own_zone.0),
                    end: occurrence_end.map(|end| end.on(&own_zone.0)),
                    zone: own_zone,
                    activity,
                    channel: channels.first().copied(),
                    owner: (owner, lead.who.person),
                };
                variables.fill(&template)
            }
        };
        let helpers = entry.staff.iter().filter(|who| who.person.is_none() || who.person != entry.who.person);
        Row {
            uid: identity.uid(entry),
            item: series.item.clone(),
            kind: entry.kind,
            title: series.title.clone(),
            short: series.short.clone(),
            start,
            end,
            last_day: entry.last_day(),
            minutes: entry.minutes,
            person: person(entry.who),
            role: role(entry.who),
            is_unnamed: self.is_unnamed(entry.who),
            staff: helpers
                .map(|who| Helper { person: person(*who), role: role(*who), is_unnamed: self.is_unnamed(*who) })
                .collect(),
            absent: entry.absent.iter().map(|person| people[*person].clone()).collect(),
            off_hours: self.off_hours(entry, around),
            load: entry.load(),
            channels: channels.iter().map(|channel| self.named_channel(*channel)).collect(),
            sends: (sends.into_iter())
                .map(|(channel, mention_all)| ChannelMessage { channel: self.named_channel(channel), mention_all })
                .collect(),
            cohort: series.cohort.clone(),
            place: series.place.clone(),
            address: series.address.clone(),
            stage: match entry.origin {
                Origin::Task(activity, task) => self.calendar.tasks[activity][task].stage(),
                _ => None,
            },
            text,
            details: series.details.clone().unwrap_or_else(|| self.details(entry)),
            text_note,
            is_title_borrowed: series.is_title_borrowed,
            is_place_borrowed: series.is_place_borrowed,
            provisional: entry.provisional,
            cancelled: entry.cancelled,
            moved: self.moved(entry),
            sequence: sequence_of(entry, (self.plan, self.calendar), identity) as usize,
            remind: self.reminders(entry),
            people: entry.who.person.into_iter().chain(entry.staff.iter().filter_map(|who| who.person)).collect(),
        }
    }

    /// Those who do an entry at night or on a day off where they live.
    fn off_hours(&self, entry: &Entry, around: &Around<'a>) -> Vec<(String, Option<Clock>)> {
        let off_hours = around.off_hours.get_or_init(|| self.all_off_hours());
        let Some(of) = off_hours.get(&entry.origin) else { return Vec::new() };
        let days = entry.at.day..=entry.last_day();
        let of = of.iter().filter(|(person, day, _)| days.contains(day) && is_theirs(entry, *person));
        of.map(|(person, _, local)| (clean(&Thing::Person(*person).label(self.plan, self.language)), *local)).collect()
    }

    /// The same of all entries, by what is behind them.
    fn all_off_hours(&self) -> OffHours {
        let mut all = OffHours::new();
        for problem in &self.calendar.problems {
            if let Problem::OffHours { person, origin, day, local } = problem {
                all.entry(*origin).or_default().push((*person, *day, *local));
            }
        }
        all
    }

    /// Who leads each occurrence, for the texts of its tasks.
    fn leads(&self) -> HashMap<(usize, At), &'a Entry> {
        let leads = self.calendar.running().filter_map(|entry| match entry.origin {
            Origin::Item(Item::Activity(activity)) => Some(((activity, entry.of), entry)),
            _ => None,
        });
        leads.collect()
    }

    /// Where an occurrence was moved from; nothing for its tasks, which move with it.
    fn moved(&self, entry: &Entry) -> Option<Moved> {
        if entry.kind == Kind::Task {
            return None;
        }
        let why = match entry.shifted {
            Shifted::No => return None,
            Shifted::Published => None,
            Shifted::Holiday => {
                let holidays = self.calendar.holidays_of(entry.origin.item());
                holidays.status(entry.original.day).name_in(self.language).map(clean)
            }
            Shifted::Change(change) => {
                let change = &self.plan.changes[change];
                change.move_to?;
                change.reason.as_deref().map(clean)
            }
        };
        let is_same_day = entry.original.day == entry.at.day && self.zone.is_none();
        Some(Moved { from: entry.original.day, time: entry.original.time.filter(|_| is_same_day), why })
    }

    /// How long before an entry its people are reminded.
    fn reminders(&self, entry: &Entry) -> Vec<Length> {
        match entry.origin {
            _ if entry.cancelled => Vec::new(),
            Origin::Item(Item::Activity(at)) => self.plan.activities[at].remind.clone(),
            Origin::Item(Item::Content(at)) => self.plan.content[at].remind.clone(),
            Origin::Item(Item::Review(at)) => self.plan.reviews[at].remind.clone(),
            _ => Vec::new(),
        }
    }

    /// Something published that is in the calendar no more, as it would be there; none where the plan has its item no more.
    pub(in crate::render) fn published_row(&self, row: &PublishedOccurrence) -> Option<Row> {
        let mut words = self.shared_words();
        let origin = words.identity.origin(row)?;
        let kind = match origin {
            Origin::Task(..) => Kind::Task,
            Origin::Item(Item::Activity(_)) => Kind::Activity,
            Origin::Item(Item::Content(_)) => Kind::Content,
            Origin::Item(Item::Review(_)) => Kind::Review,
            Origin::Item(Item::Meeting) => Kind::Meeting,
            Origin::Item(Item::Programme(..)) => Kind::Programme,
            Origin::Life(_) => return None,
        };
        let zone = row.zone.parse().unwrap_or_else(|_| words.zone.clone());
        let at = At { day: row.start.day, time: row.start.time }.on_wall(&zone, &words.zone);
        self.shown_row(&Entry::new(kind, origin, at), &mut words, &Around::default())
    }

    /// What something published is called, whether or not the plan still has it.
    pub fn published_title(&self, row: &PublishedOccurrence) -> String {
        let origin = Identity::of(self.plan, self.calendar).origin(row);
        let title = origin.map(|origin| self.calendar.label(self.plan, origin, self.language).whole(self.language));
        clean(&title.unwrap_or_else(|| match row.part() {
            "" => row.item.clone(),
            part => format!("{} · {part}", row.item),
        }))
    }
}

/// When an entry ends: its last day for one of whole days.
fn end(entry: &Entry, start: ZonedStart, zone: &Zone) -> Option<ZonedStart> {
    let minutes = entry.minutes.filter(|minutes| *minutes > 0)?;
    if start.time.is_some() {
        return Some(if entry.is_exact { start.after(minutes, &zone.0) } else { start.end(minutes, &zone.0) });
    }
    let more = (minutes - 1).div_euclid(1440);
    (more > 0 && entry.kind != Kind::Task).then(|| ZonedStart { day: start.day.plus(more), ..start })
}
