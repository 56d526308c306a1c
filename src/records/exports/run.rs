//! One run over exports: people and channels as numbers, duplicates, what is covered.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::tz::TimeZone;

use super::coverage::ExportCoverage;
use super::day_clock::DayClock;
use super::digest::{DigestSet, digest};
use super::event::{ExportEvent, PassingMessage};
use crate::value::DayAndMonth;

/// Ids of at least so many latest messages are remembered: a message that comes again later may count twice.
const REMEMBERED: usize = 1 << 20;

/// What has to be known to read exports.
#[derive(Debug, Clone)]
pub struct ExportOptions {
    /// The zone of the plan: of days, and of times without a zone of their own.
    pub zone: TimeZone,
    /// Which of day and month comes first, where the file does not show it.
    pub date_order: Option<DayAndMonth>,
    /// Ids or names that are the same person, each with the one that it is counted as.
    pub aliases: HashMap<String, String>,
    /// Ids, handles and names of the people of the plan, who are counted apart.
    pub team: HashSet<String>,
}

/// One run over one or several exports.
#[derive(Debug)]
pub struct ExportRun {
    /// What has to be known.
    pub options: ExportOptions,
    /// What was read so far.
    pub coverage: ExportCoverage,
    people: Numbers,
    channels: Numbers,
    team: BTreeSet<u32>,
    /// What is known of the latest messages, and of those before them.
    seen: [DigestSet; 2],
    /// Records without an id are told from each other by their number within one file.
    records: u64,
    /// The days of the zone.
    pub(super) days: DayClock,
}

impl ExportRun {
    /// A run that has read nothing.
    pub fn new(options: ExportOptions) -> Self {
        Self {
            days: DayClock::new(options.zone.clone()),
            options,
            coverage: ExportCoverage::default(),
            people: Numbers::default(),
            channels: Numbers::default(),
            team: BTreeSet::new(),
            seen: Default::default(),
            records: 0,
        }
    }

    /// How many people were seen.
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// How many channels were seen.
    pub fn channels(&self) -> usize {
        self.channels.len()
    }

    /// Another file begins.
    pub(super) fn begin(&mut self) {
        self.records = 0;
    }

    /// The numbers of those who are people of the plan.
    pub fn team(&self) -> &BTreeSet<u32> {
        &self.team
    }

    /// Whether a name is one of the plan's people.
    pub(super) fn is_of_team(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.options.team.contains(&handle(name)))
    }

    /// The number of a person.
    pub(super) fn person(&mut self, id: &str) -> u32 {
        self.person_called(id, None)
    }

    /// The number of a person who has a name besides an id: whether it is someone of the plan is all that the name is for.
    pub(super) fn person_called(&mut self, id: &str, name: Option<&str>) -> u32 {
        let other = self.options.aliases.get(id).map(String::as_str);
        let number = number(&mut self.people, other.unwrap_or(id));
        if !self.options.team.is_empty() && [Some(id), other, name].into_iter().any(|word| self.is_of_team(word)) {
            self.team.insert(number);
        }
        number
    }

    /// The number of a channel.
    pub(super) fn channel(&mut self, id: &str) -> u32 {
        number(&mut self.channels, id)
    }

    /// A digest of what a message is known by in its channel; of one without an id, of its place in the file.
    pub(super) fn message_id(&mut self, channel: u32, id: Option<&str>) -> u64 {
        self.records += 1;
        match id {
            Some(id) => digest(&(channel, id)),
            None => digest(&(channel, self.records, "record")),
        }
    }

    /// Counts a message of a person and hands it on, unless it was there before.
    pub(super) fn message(&mut self, message: PassingMessage, found: &mut dyn FnMut(ExportEvent)) -> bool {
        if !self.is_new(message.id) {
            self.coverage.duplicates += 1;
            return false;
        }
        self.coverage.messages += 1;
        self.coverage.cover(message.second);
        found(ExportEvent::Message(message));
        true
    }

    /// Counts someone who joined or left, and hands it on.
    pub(super) fn member_event(&mut self, event: ExportEvent, found: &mut dyn FnMut(ExportEvent)) {
        let (second, count, kind) = match event {
            ExportEvent::Joined { second, .. } => (second, &mut self.coverage.joins, 1),
            ExportEvent::Left { second, .. } => (second, &mut self.coverage.leaves, 2),
            ExportEvent::Message(_) | ExportEvent::Reaction { .. } | ExportEvent::GroupDay { .. } => {
                return found(event);
            }
        };
        *count += 1;
        self.coverage.cover(second);
        let (ExportEvent::Joined { channel, member, .. } | ExportEvent::Left { channel, member, .. }) = event else {
            return;
        };
        if self.is_new(digest(&(channel, member, second, kind))) {
            found(event);
        } else {
            let count = if kind == 1 { &mut self.coverage.joins } else { &mut self.coverage.leaves };
            *count -= 1;
            self.coverage.duplicates += 1;
        }
    }

    fn is_new(&mut self, id: u64) -> bool {
        let [latest, before] = &mut self.seen;
        if before.contains(&id) || !latest.insert(id) {
            return false;
        }
        if latest.len() == REMEMBERED {
            std::mem::swap(latest, before);
            latest.clear();
        }
        true
    }
}

/// A handle or a name as it is compared: without its sign, whatever its case.
pub fn handle(word: &str) -> String {
    word.trim().trim_start_matches('@').to_lowercase()
}

/// The number of each id, in the order in which they came.
type Numbers = HashMap<String, u32, foldhash::fast::RandomState>;

fn number(numbers: &mut Numbers, id: &str) -> u32 {
    if let Some(number) = numbers.get(id) {
        return *number;
    }
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    numbers.insert(id.to_owned(), next);
    next
}
