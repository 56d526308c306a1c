//! Why something is in the calendar, or is not: what was asked about, and all decisions behind it.

use super::contents::Calendar;
use super::decision::{Decision, Seat};
use super::entry::Origin;
use super::item::Item;
use super::item_lookup;
use super::life::{Life, PhaseSpan};
use super::milestone::Milestone;
use super::scheduler::Scheduler;
use super::size::TooLarge;
use super::trace::Trace;
use crate::human_date;
use crate::language::Language;
use crate::library::Library;
use crate::plan::{Index, Plan, Thing, UnknownName};
use crate::value::{Day, name_key};

/// Days of someone's work that are explained.
const DAYS: i32 = 14;

/// What can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An item.
    Item(Item),
    /// A day.
    Day(Day),
    /// A day of an item: nothing else that is on it.
    ItemOn(Item, Day),
    /// The work of a person: an index into `people`.
    Person(usize),
    /// A goal: an index into `goals`.
    Goal(usize),
}

impl Subject {
    /// What is meant by a text: an item or a step of one, a cohort, a person, a goal, a phase or a day.
    pub fn named(text: &str, plan: &Plan, index: &Index, today: Day) -> Result<Self, UnknownName> {
        if let Some(item) = item_lookup::find(plan, text) {
            return Ok(Self::Item(item));
        }
        // a cohort has no cadence: its first day explains it
        if let Some(Thing::Cohort(cohort)) = index.find("item", text) {
            return Ok(Self::Day(plan.cohorts[cohort].starts.unwrap_or(today)));
        }
        if let Ok(person) = plan.person_named(text) {
            return Ok(Self::Person(person));
        }
        if let Some(goal) = plan.position_named((0..plan.goals.len()).map(Thing::Goal), text) {
            return Ok(Self::Goal(goal));
        }
        // a phase, as the calendar has it: the day on which it begins
        let begins = |language| {
            let is_it = |span: &&PhaseSpan| {
                let title = Milestone::Phase(span.phase).title(plan, language);
                [title.as_str(), span.phase.name().get(language), span.phase.word()]
                    .iter()
                    .any(|name| name_key(name) == name_key(text))
            };
            Life::of(&plan.lifecycle).phases.iter().find(is_it).map(|span| span.from)
        };
        if let Some(day) = Language::ALL.into_iter().find_map(begins) {
            return Ok(Self::Day(day));
        }
        // a step of an item, as lists have it
        let item = text.split_once([':', '：']).and_then(|(item, _)| item_lookup::find(plan, item.trim()));
        if let Some(item) = item {
            return Ok(Self::Item(item));
        }
        human_date::day(text, today).map(Self::Day).map_err(|_| {
            let people = plan.people.iter().filter_map(|person| person.name.as_deref());
            let others: Vec<&str> = people.chain(index.names("goal")).collect();
            item_lookup::unknown(plan, text, &others)
        })
    }
}

/// What is explained, and the calendar in which it is.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The calendar of the days that matter.
    pub calendar: Calendar<'a>,
    /// The decisions.
    pub of: Explained<'a>,
}

/// The decisions behind what is explained.
#[derive(Debug)]
pub enum Explained<'a> {
    /// An item.
    Item(ItemWhy<'a>),
    /// A day.
    Day(DayWhy),
    /// The work of a person: an index into `people`.
    Person(usize),
    /// A goal: an index into `goals`.
    Goal(usize),
}

/// Why an item takes place when it does; its calendar begins with the period of its first date that is held.
#[derive(Debug)]
pub struct ItemWhy<'a> {
    /// What is known of it, and its dates.
    pub trace: Trace<'a>,
    /// The entry of the first date that is held, by its index, and who could take its seats.
    pub first: Option<(usize, Vec<Seat>)>,
}

/// Why a day is as it is; its calendar is that of its whole period, over which hours are counted.
#[derive(Debug)]
pub struct DayWhy {
    /// The day.
    pub day: Day,
    /// The entries of the day, by index, and who could take their seats.
    pub entries: Vec<(usize, Vec<Seat>)>,
    /// The items that fall on it but are not held on it.
    pub left_out: Vec<(Item, Decision)>,
}

impl<'a> Scheduler<'a> {
    /// Explains something; of an item the dates from today on, of a person the next two weeks.
    pub fn explain(&self, library: &'a Library, subject: Subject, today: Day) -> Result<Explanation<'a>, TooLarge> {
        match subject {
            Subject::Item(item) => match self.trace(item, today) {
                Some(trace) => self.explain_item(library, trace, today),
                None => self.explain_day(library, today),
            },
            Subject::Day(day) => self.explain_day(library, day),
            Subject::ItemOn(item, day) => {
                let mut explanation = self.explain_day(library, day)?;
                if let Explained::Day(why) = &mut explanation.of {
                    let entries = &explanation.calendar.entries;
                    let is_of = |origin: Origin| match origin {
                        Origin::Item(of) => of == item,
                        Origin::Task(activity, _) => item == Item::Activity(activity),
                        Origin::Life(_) => false,
                    };
                    why.entries.retain(|(at, _)| is_of(entries[*at].origin));
                    why.left_out.retain(|(of, _)| *of == item);
                }
                Ok(explanation)
            }
            Subject::Person(person) => {
                let from = today.max(self.starts().unwrap_or(today));
                let calendar = self.calendar(library, (from, from.plus(DAYS - 1)), None)?;
                Ok(Explanation { calendar, of: Explained::Person(person) })
            }
            Subject::Goal(goal) => {
                let calendar = self.calendar(library, (today, today), None)?;
                Ok(Explanation { calendar, of: Explained::Goal(goal) })
            }
        }
    }

    fn explain_item(&self, library: &'a Library, trace: Trace<'a>, today: Day) -> Result<Explanation<'a>, TooLarge> {
        let held = || trace.dates.iter().filter(|decision| decision.is_held()).map(|decision| decision.at.day);
        let (first, last) = (held().min(), held().max().unwrap_or(today));
        let period = Self::period(first.unwrap_or(today));
        let calendar = self.calendar(library, (period.0, last.max(period.1)), None)?;
        let is_it = |at: usize| {
            let entry = &calendar.entries[at];
            entry.origin == Origin::Item(trace.item) && !entry.cancelled
        };
        let of_day = first.map(|day| self.candidates(library, day)).transpose()?;
        let first = of_day.into_iter().flatten().find(|(at, _)| is_it(*at));
        Ok(Explanation { of: Explained::Item(ItemWhy { trace, first }), calendar })
    }

    fn explain_day(&self, library: &'a Library, day: Day) -> Result<Explanation<'a>, TooLarge> {
        let calendar = self.calendar(library, Self::period(day), None)?;
        let why = DayWhy { day, entries: self.candidates(library, day)?, left_out: self.left_out(day) };
        Ok(Explanation { calendar, of: Explained::Day(why) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Holidays;
    use crate::plan::read;
    use crate::source::Document;

    const PLAN: &str = "[lifecycle]\nstarts = 2026-12-07\n[[roles]]\nid = \"host\"\n[[people]]\nname = \"Mia\"\nroles = [\"host\"]\n\
        [[goals]]\nid = \"stay\"\nobjective = \"People stay\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\nowner = \"host\"\n\
        [[changes]]\nitem = \"talk\"\non = 2026-12-09\ncancel = true\n\
        [[programmes]]\nid = \"camp\"\nitems = [{ day = 1, title = \"Start\" }]\n\
        [[cohorts]]\nid = \"first\"\nprogramme = \"camp\"\nstarts = 2026-12-14\n";

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_text_means_an_item_a_cohort_a_person_a_goal_a_phase_or_a_day() {
        let mut buffer = String::new();
        let reading = read(&Document::parse(PLAN, &mut buffer), &Library::default());
        let of = |text: &str| Subject::named(text, &reading.plan, &reading.index, day("2026-12-01"));
        assert_eq!(of("Talk"), Ok(Subject::Item(Item::Activity(0))));
        assert_eq!(of("first"), Ok(Subject::Day(day("2026-12-14"))));
        assert_eq!(of("Mia"), Ok(Subject::Person(0)));
        assert_eq!([of("stay"), of("People stay")], [Ok(Subject::Goal(0)), Ok(Subject::Goal(0))]);
        assert_eq!(of("2026-12-24"), Ok(Subject::Day(day("2026-12-24"))));
        for phase in ["The seeding phase begins", "进入种子期", "Seeding", "种子期"] {
            assert_eq!(of(phase), Ok(Subject::Day(day("2026-12-07"))), "{phase}");
        }
        assert_eq!(of("talk: Post the summary"), Ok(Subject::Item(Item::Activity(0))));
        let unknown = of("Mja").map_err(|unknown| unknown.suggestion);
        assert_eq!(unknown, Err(crate::source::Suggestion::Near(vec!["Mia".to_owned()])));
    }

    #[test]
    fn each_subject_is_explained_with_the_calendar_it_needs() {
        let (library, mut buffer) = (Library::default(), String::new());
        let reading = read(&Document::parse(PLAN, &mut buffer), &library);
        let scheduler = Scheduler::new(&reading.plan, &reading.index, Holidays::none());
        let of = |subject| scheduler.explain(&library, subject, day("2026-12-01")).expect("a small calendar");
        let talk = of(Subject::Item(Item::Activity(0)));
        let Explained::Item(ItemWhy { first: Some((at, seats)), .. }) = &talk.of else { panic!("{:?}", talk.of) };
        // the one of the 9th is cancelled
        assert_eq!(talk.calendar.entries[*at].at.day, day("2026-12-16"));
        assert_eq!(seats.len(), 1);
        let cancelled = of(Subject::Day(day("2026-12-09")));
        let Explained::Day(why) = &cancelled.of else { panic!("{:?}", cancelled.of) };
        assert_eq!((why.left_out.len(), cancelled.calendar.from), (1, Scheduler::period(day("2026-12-09")).0));
        let mia = of(Subject::Person(0));
        assert_eq!((mia.calendar.from, mia.calendar.to), (day("2026-12-07"), day("2026-12-20")));
        assert!(matches!(of(Subject::Goal(0)).of, Explained::Goal(0)));
    }
}
