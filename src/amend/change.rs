//! One date of one item is moved, cancelled, or given to someone else.

use super::impact::KnownBy;
use super::{AmendError, Impact, Occurrence, Request, Snapshot};
use crate::calendar::{Calendar, Entry, Item, Origin, Problem};
use crate::finding::{Edit, KeyPath, Literal};
use crate::plan::Plan;
use crate::roster::PublishedOccurrence;
use crate::source::Moment;
use crate::value::{Clock, Day};

/// Days around a date in which its tasks, and the day it was moved to, are looked for.
pub(super) const AROUND: i32 = 60;

/// What happens to the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewDate {
    /// It stays.
    Same,
    /// It is moved; a time that is not given stays.
    Moved(Day, Option<Clock>),
    /// It is cancelled.
    Cancelled,
}

/// A change of one occurrence.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    id: String,
    /// Which date.
    pub occurrence: Occurrence,
    /// What happens to it.
    pub date: NewDate,
    /// Who does it instead: an index into `people`.
    pub person: Option<usize>,
    /// Why.
    pub reason: Option<String>,
}

/// Somebody who was named for a date on which they are away: indices into `people`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwayPerson {
    /// Who it is.
    pub named: usize,
    /// Who stands in, if anybody.
    pub stands_in: Option<usize>,
}

/// What a change does.
#[derive(Debug)]
pub struct Changed<'a> {
    /// A calendar with nothing but the occurrence.
    pub calendar: Calendar<'a>,
    /// What happened to its date.
    pub date: NewDate,
    /// How many tasks belong to it.
    pub tasks: usize,
    /// How many of them whoever does it instead has, too.
    pub taken_over: usize,
    /// Whether it does not take place any more.
    pub is_cancelled: bool,
    /// Whoever was to do it and is away.
    pub away: Option<AwayPerson>,
    /// The place that is closed on its day: an index into `places`.
    pub closed: Option<usize>,
    /// What it does elsewhere in the calendar, and to the findings.
    pub impact: Impact<'a>,
}

impl Change {
    /// A change of an occurrence; its item needs an id by which the plan can refer to it.
    pub fn new(plan: &Plan, occurrence: Occurrence, date: NewDate) -> Result<Self, AmendError> {
        let (id, table, index) = match occurrence.item {
            Item::Activity(i) => (&plan.activities[i].id, "activities", i),
            Item::Content(i) => (&plan.content[i].id, "content", i),
            Item::Review(i) => (&plan.reviews[i].id, "reviews", i),
            Item::Meeting | Item::Programme(..) => return Err(AmendError::NotChangeable),
        };
        let no_id = || AmendError::NoId(KeyPath::of(&[table]).index(index).to_string());
        let id = id.as_ref().ok_or_else(no_id)?.to_string();
        // the others of that day would come to the same time
        if let (NewDate::Moved(_, Some(_)), Some(times)) = (date, occurrence.several_times(plan)) {
            let title = occurrence.item.label(plan, plan.language());
            return Err(AmendError::SeveralTimes { title, day: occurrence.day, times });
        }
        Ok(Self { id, occurrence, date, person: None, reason: None })
    }

    /// The change that the plan already has for this date: its index. It may name a day that the date had before its item
    /// was moved.
    fn existing(&self, before: &Snapshot<'_>) -> Option<usize> {
        let Occurrence { day, time, .. } = self.occurrence;
        let roster = &before.reading.index.roster;
        let row = roster.find(&self.id, day, "").map(|at| &roster.rows()[at]);
        let former = row.into_iter().flat_map(PublishedOccurrence::former_days);
        let former = former.filter(|former| roster.find(&self.id, *former, "").is_none());
        let of_day = |day: Day| {
            before.plan().changes.iter().position(|change| {
                let is_then = |on: Moment| on.day == day && (on.time.is_none() || time.is_none() || on.time == time);
                change.item.as_ref().is_some_and(|item| item.as_str() == self.id) && change.on.is_some_and(is_then)
            })
        };
        [day].into_iter().chain(former).find_map(of_day)
    }

    /// Whether it makes another date, or another person, of what a change of the plan has for them.
    fn differs_from(&self, old: &crate::plan::settings::Change, person: Option<&str>) -> bool {
        let is_new_date = match self.date {
            NewDate::Same => false,
            NewDate::Moved(day, time) => old.move_to != Some(Moment { day, time }) || old.cancel == Some(true),
            NewDate::Cancelled => old.cancel != Some(true),
        };
        is_new_date || person.is_some_and(|person| old.person.as_ref().is_none_or(|old| old.as_str() != person))
    }

    /// That another date of the item is at the moment to which this one is to be moved.
    fn check_new_date(&self, before: &Snapshot<'_>) -> Result<(), AmendError> {
        let NewDate::Moved(day, time) = self.date else { return Ok(()) };
        let time = time.or(self.occurrence.time);
        let is_there = |entry: &Entry| {
            let is_then = entry.at.day == day && (time.is_none() || entry.at.time == time);
            let is_other = entry.origin == Origin::Item(self.occurrence.item) && !self.is_of_occurrence(entry);
            is_other && is_then && !entry.cancelled
        };
        match before.calendar((day, day))?.entries.iter().any(is_there) {
            true => {
                let title = self.occurrence.item.label(before.plan(), before.plan().language());
                Err(AmendError::TakesPlaceThen(title, day))
            }
            false => Ok(()),
        }
    }

    fn is_ours(&self, entry: &Entry) -> bool {
        entry.origin == Origin::Item(self.occurrence.item) && self.is_of_occurrence(entry)
    }

    fn is_of_occurrence(&self, entry: &Entry) -> bool {
        let Occurrence { day, time, .. } = self.occurrence;
        entry.original.day == day && (time.is_none() || entry.original.time == time)
    }

    fn is_task(&self, entry: &Entry) -> bool {
        match (entry.origin, self.occurrence.item) {
            (Origin::Task(activity, _), Item::Activity(own)) => activity == own && self.is_of_occurrence(entry),
            _ => false,
        }
    }
}

impl Request for Change {
    type Effect<'a> = Changed<'a>;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        self.check_new_date(before)?;
        let mut keys: Vec<(&'static str, Literal)> = Vec::new();
        match self.date {
            NewDate::Same => {}
            NewDate::Moved(day, time) => keys.push(("move_to", literal(day, time))),
            NewDate::Cancelled => keys.push(("cancel", Literal::Boolean(true))),
        }
        let person = self.person.and_then(|person| before.plan().people[person].key()).map(str::to_owned);
        keys.extend(person.as_deref().map(|key| ("person", key.into())));
        keys.extend(self.reason.as_deref().map(|reason| ("reason", reason.into())));
        let table = KeyPath::of(&["changes"]);
        let Some(existing) = self.existing(before) else {
            let on = literal(self.occurrence.day, self.occurrence.time);
            let mut all = vec![("item".to_owned(), self.id.as_str().into()), ("on".to_owned(), on)];
            all.extend(keys.into_iter().map(|(key, value)| (key.to_owned(), value)));
            return Ok(vec![Edit::Append { path: table, table: all, comment: None }]);
        };
        let row = table.index(existing);
        let old = &before.plan().changes[existing];
        if self.differs_from(old, person.as_deref()) {
            keys.push(("sequence", Literal::Integer(i64::from(old.sequence.unwrap_or(1)) + 1)));
        }
        // what is moved is not cancelled any more; what is cancelled stays where it was moved to
        let gone = matches!(self.date, NewDate::Moved(..)).then_some("cancel");
        // nor is it for the reason why it was cancelled
        let is_revived = gone.is_some() && old.cancel == Some(true) && self.reason.is_none();
        let reason = (is_revived && old.reason.is_some()).then_some("reason");
        let gone = gone.into_iter().chain(reason).map(|key| Edit::Remove { path: row.clone().key(key) });
        let set = keys.into_iter().map(|(key, value)| Edit::set(row.clone().key(key), value));
        Ok(gone.chain(set).collect())
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Changed<'a>, AmendError> {
        let day = self.occurrence.day;
        let to = if let NewDate::Moved(to, _) = self.date { to } else { day };
        let mut calendar = after.calendar((day.min(to).plus(-AROUND), day.max(to).plus(AROUND)))?;
        let tasks = || calendar.entries.iter().filter(|entry| self.is_task(entry));
        let theirs = |entry: &&Entry| self.person.is_some() && entry.who.person == self.person;
        let (taken_over, tasks) = (tasks().filter(theirs).count(), tasks().count());
        calendar.entries.retain(|entry| self.is_ours(entry));
        calendar.ongoing.retain(|entry| self.is_ours(entry));
        let entries = &calendar.entries;
        let closed = calendar.problems.iter().find_map(|problem| match problem {
            Problem::PlaceClosed { activity, place, day } if self.occurrence.item == Item::Activity(*activity) => {
                entries.iter().any(|entry| entry.at.day == *day).then_some(*place)
            }
            _ => None,
        });
        let is_cancelled = entries.iter().all(|entry| entry.cancelled);
        let away = self.person.and_then(|named| {
            let mut held = entries.iter().filter(|entry| !entry.cancelled);
            // whoever is away keeps it where nobody stands in
            let other = held.find(|entry| entry.who.person != Some(named) || entry.absent.contains(&named))?;
            Some(AwayPerson { named, stands_in: other.who.person.filter(|person| *person != named) })
        });
        let impact = Impact::between(before, after, KnownBy::Uid, day);
        let impact = impact.elsewhere(|entry| self.is_ours(entry) || self.is_task(entry));
        Ok(Changed { calendar, date: self.date, tasks, taken_over, is_cancelled, away, closed, impact })
    }
}

fn literal(day: Day, time: Option<Clock>) -> Literal {
    time.map_or(Literal::Day(day), |time| Literal::Moment(day, time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::{Fixture, day};

    const PLAN: &str = "language = \"en\"\n[lifecycle]\nstarts = 2026-11-01\n[[places]]\nid = \"shop\"\nclosed = [{ from = 2026-12-10, to = 2026-12-10 }]\n\
        [[people]]\nname = \"Mia\"\n[[people]]\nname = \"Bo\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\nowner = \"Mia\"\nplace = \"shop\"\n\
        steps = [{ id = \"chairs\", title = \"chairs\", at = \"T-1d\" }, { id = \"thanks\", title = \"thanks\", at = \"T+1d\" }]\n\
        [[content]]\nid = \"post\"\nwhen = \"every Thu 20:00\"\nowner = \"Bo\"\n";

    fn change(fixture: &Fixture, item: Item, on: &str, date: NewDate) -> Change {
        let occurrence = Occurrence::find(&fixture.now(), item, (day(on), None)).expect("an occurrence");
        Change::new(&fixture.reading.plan, occurrence, date).expect("an id")
    }

    /// The lines below `[[changes]]`.
    fn changes(text: &str) -> &str {
        text.split_once("[[changes]]\n").map_or("", |(_, rest)| rest)
    }

    #[test]
    fn a_moved_occurrence_takes_its_tasks_along() {
        let fixture = Fixture::sound(PLAN);
        let to = NewDate::Moved(day("2026-12-11"), None);
        let amendment = fixture.amend(change(&fixture, Item::Activity(0), "2026-12-09", to)).expect("a sound plan");
        assert_eq!(changes(&amendment.text), "item = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-11\n");
        let effect = amendment.effect().expect("a calendar");
        let days: Vec<String> = effect.calendar.entries.iter().map(|entry| entry.at.day.to_string()).collect();
        assert_eq!((days, effect.tasks, effect.is_cancelled), (vec!["2026-12-11".to_owned()], 2, false));
        assert_eq!((effect.closed, effect.impact.findings.new), (None, vec![]));
    }

    #[test]
    fn what_goes_on_around_it_is_left_out() {
        let duty = "[[activities]]\nid = \"duty\"\nwhen = \"every Mon\"\nlasts = \"7d\"\nowner = \"Bo\"\n";
        let fixture = Fixture::sound(&format!("{PLAN}{duty}"));
        let to = NewDate::Moved(day("2026-12-11"), None);
        let amendment = fixture.amend(change(&fixture, Item::Activity(0), "2026-12-09", to)).expect("a sound plan");
        let effect = amendment.effect().expect("a calendar");
        assert_eq!((effect.calendar.entries.len(), effect.calendar.ongoing.len()), (1, 0));
    }

    #[test]
    fn it_is_not_moved_to_where_it_takes_place_anyway() {
        let fixture = Fixture::sound(PLAN);
        let amend = |to: &str, time: Option<&str>| {
            let to = NewDate::Moved(day(to), time.map(|time| time.parse().expect("a time")));
            fixture.amend(change(&fixture, Item::Activity(0), "2026-12-09", to)).map(|amendment| amendment.text)
        };
        let refused = Err(AmendError::TakesPlaceThen("Talk".to_owned(), day("2026-12-16")));
        assert_eq!(amend("2026-12-16", None), refused);
        assert_eq!(amend("2026-12-16", Some("20:00")), refused);
        assert!(amend("2026-12-16", Some("18:00")).is_ok() && amend("2026-12-09", Some("20:30")).is_ok());
    }

    #[test]
    fn a_closed_place_is_noticed() {
        let fixture = Fixture::sound(PLAN);
        let to = NewDate::Moved(day("2026-12-10"), None);
        let amendment = fixture.amend(change(&fixture, Item::Activity(0), "2026-12-09", to)).expect("a sound plan");
        assert_eq!(amendment.effect().expect("a calendar").closed, Some(0));
    }

    #[test]
    fn a_second_change_of_a_date_replaces_what_contradicts_it() {
        let moved =
            format!("{PLAN}[[changes]]\nitem = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-11\nreason = \"x\"\n");
        let fixture = Fixture::sound(&moved);
        // named by the day it was moved to
        let amendment =
            fixture.amend(change(&fixture, Item::Activity(0), "2026-12-11", NewDate::Cancelled)).expect("a plan");
        let cancelled =
            "item = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-11\nreason = \"x\"\ncancel = true\nsequence = 2\n";
        assert_eq!(changes(&amendment.text), cancelled, "it stays where it was moved to");
        let fixture = Fixture::sound(&amendment.text);
        let again = NewDate::Moved(day("2026-12-12"), None);
        let again = fixture.amend(change(&fixture, Item::Activity(0), "2026-12-11", again)).expect("a plan");
        assert!(!again.text.contains("reason"), "it was for the cancellation: {}", again.text);
        assert!(!again.text.contains("cancel") && again.text.contains("move_to = 2026-12-12"), "{}", again.text);
        let effect = amendment.effect().expect("a calendar");
        assert!(effect.is_cancelled && effect.calendar.entries.len() == 1);
    }

    #[test]
    fn someone_else_does_it_and_a_clash_is_found_however_far_away() {
        let fixture = Fixture::sound(
            &PLAN.replace("every Thu 20:00", "2028-12-06 20:00").replace("[[content]]", "[[activities]]"),
        );
        let mut other = change(&fixture, Item::Activity(0), "2028-12-06", NewDate::Same);
        other.person = Some(1);
        let amendment = fixture.amend(other).expect("a sound plan");
        assert_eq!(changes(&amendment.text), "item = \"talk\"\non = 2028-12-06\nperson = \"Bo\"\n");
        let effect = amendment.effect().expect("a calendar");
        let rules: Vec<&str> = effect.impact.findings.new.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(effect.taken_over, 2, "its tasks go along");
        assert_eq!((effect.date, rules.first()), (NewDate::Same, Some(&"schedule/double-booked")), "{rules:?}");
    }

    #[test]
    fn who_is_away_cannot_be_given_a_date_unsaid() {
        let away = PLAN.replace("name = \"Bo\"", "name = \"Bo\"\naway = [{ from = 2026-12-09, to = 2026-12-09 }]");
        let give = |text: &str| {
            let fixture = Fixture::sound(text);
            let mut other = change(&fixture, Item::Activity(0), "2026-12-09", NewDate::Same);
            other.person = Some(1);
            fixture.amend(other).expect("a sound plan").effect().expect("a calendar").away.map(|away| away.stands_in)
        };
        assert_eq!(give(PLAN), None);
        assert_eq!(give(&away), Some(None), "nobody");
        assert_eq!(give(&away.replace("away =", "backup = \"Mia\"\naway =")), Some(Some(0)));
    }

    #[test]
    fn only_items_with_an_id_of_their_own_can_be_changed() {
        let fixture = Fixture::sound(
            "[[activities]]\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n[governance]\nmeeting = \"every Wed 9:00\"\n",
        );
        let of = |item| {
            let occurrence = Occurrence::find(&fixture.now(), item, (day("2026-12-09"), None)).expect("an occurrence");
            Change::new(&fixture.reading.plan, occurrence, NewDate::Cancelled)
        };
        assert_eq!(of(Item::Activity(0)), Err(AmendError::NoId("activities[0]".to_owned())));
        assert_eq!(of(Item::Meeting), Err(AmendError::NotChangeable));
    }
}
