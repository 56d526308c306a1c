//! Who could have done an entry: who was there, who was free, how much each had to do. Read off a finished calendar;
//! nothing is known here of how the rota chose.

use super::entry::{Calendar, Entry, Who};
use super::free::Free;
use super::rota;
use crate::plan::people::Person;
use crate::plan::{Index, Plan, Thing};
use crate::value::{Day, Month};

/// Why somebody is not there on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Away on that day.
    Away,
    /// Not of the team yet, or no more.
    NotOfTheTeam,
    /// Of the team, but it is outside of the hours in which they have time.
    NoTime,
}

/// Somebody who could have done an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: usize,
    /// Why they are not there.
    pub absence: Option<Absence>,
    /// Another entry of theirs at the same time, by its index; not one of the same occurrence.
    pub busy: Option<usize>,
    /// Minutes that they have in the week of the entry.
    pub week: i32,
    /// Minutes that they have in the period of the entry.
    pub period: i32,
    /// Whether it fell to them.
    pub chosen: bool,
    /// Whose place they take.
    pub stands_in_for: Option<usize>,
}

/// The period of a day: the ISO weeks whose Thursday lies in one month; first and last day.
pub fn period(day: Day) -> (Day, Day) {
    let month = rota::period(day);
    (rota::begins(month), rota::begins(Month(month.0 + 1)).plus(-1))
}

/// Those who hold the role by which an entry of a calendar is done, who stands in for them, and who does it; `who` is its leader or one of
/// those who help. The calendar must hold the whole period of the entry.
pub fn considered(plan: &Plan, index: &Index, calendar: &Calendar<'_>, entry: usize, who: Who) -> Vec<Candidate> {
    let at = &calendar.entries[entry];
    let mut people: Vec<usize> = match who.role.and_then(|role| plan.roles[role].id.as_ref()) {
        Some(role) => {
            let holds = |person: &Person| person.roles.iter().any(|held| held.as_str() == role.as_str());
            plan.people.iter().enumerate().filter(|(_, person)| holds(person)).map(|(at, _)| at).collect()
        }
        None => Vec::new(),
    };
    let holders = people.clone();
    // who stands in for those who are not there
    let backups = holders.iter().filter(|holder| absence(&plan.people[**holder], at, calendar).is_some());
    let backups =
        backups.filter_map(|holder| match index.find("person", plan.people[*holder].backup.as_ref()?.as_str()) {
            Some(Thing::Person(backup)) => Some(backup),
            _ => None,
        });
    for person in backups.chain(who.person) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let chosen = |person: usize| {
        let same_role = |other: &&Who| other.role == who.role && other.person == Some(person);
        who.person == Some(person) || at.staff.iter().any(|other| same_role(&other))
    };
    let backs = |person: usize, other: usize| {
        let name = plan.people[other].backup.as_ref();
        name.and_then(|name| index.find("person", name.as_str())) == Some(Thing::Person(person))
    };
    let (first, last) = period(at.at.day);
    let monday = at.at.day.monday();
    let candidate = |person: usize| Candidate {
        person,
        absence: absence(&plan.people[person], at, calendar),
        busy: calendar.entries.iter().position(|other| other.of != at.of && collides(at, other, person)),
        week: minutes(calendar, person, (monday, monday.plus(6))),
        period: minutes(calendar, person, (first, last)),
        chosen: chosen(person),
        stands_in_for: holders.iter().copied().find(|other| !holders.contains(&person) && backs(person, *other)),
    };
    people.into_iter().map(candidate).collect()
}

fn absence(who: &Person, entry: &Entry, calendar: &Calendar<'_>) -> Option<Absence> {
    let day = entry.at.day;
    let away = |days: &crate::plan::channels::Days| {
        days.from.is_some_and(|from| from <= day) && days.to.or(days.from).is_some_and(|to| day <= to)
    };
    if who.from.is_some_and(|from| day < from) || who.until.is_some_and(|until| until < day) {
        Some(Absence::NotOfTheTeam)
    } else if who.away.iter().any(away) {
        Some(Absence::Away)
    } else {
        let available = who.available.as_ref()?;
        let free = Free::new(available, calendar.holidays, day, 1);
        let start = entry.at.time.map_or(0, |time| time.minutes());
        let has_time = if entry.is_held() { free.holds(start, start + entry.load()) } else { free.is_on(0) };
        (!has_time).then_some(Absence::NoTime)
    }
}

fn does(entry: &Entry, person: usize) -> bool {
    !entry.cancelled && (entry.who.person == Some(person) || entry.staff.iter().any(|who| who.person == Some(person)))
}

/// Whether two timed entries need somebody at once; posts are prepared whenever there is time.
fn collides(entry: &Entry, other: &Entry, person: usize) -> bool {
    let end = |entry: &Entry| entry.at.minute() + i64::from(entry.load());
    entry.is_held()
        && other.is_held()
        && does(other, person)
        && entry.at.minute() < end(other)
        && other.at.minute() < end(entry)
}

/// Minutes that somebody has from one day to another.
fn minutes(calendar: &Calendar<'_>, person: usize, (first, last): (Day, Day)) -> i32 {
    let within = |entry: &&Entry| first <= entry.at.day && entry.at.day <= last;
    calendar.entries.iter().filter(within).filter(|entry| does(entry, person)).map(Entry::load).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Request, calendar};
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn hours_absence_and_collisions_are_read_off_the_calendar() {
        let text = "[[roles]]\nid = \"host\"\n[[people]]\nname = \"a\"\nroles = [\"host\"]\naway = [{ from = 2026-12-09 }]\nbackup = \"c\"\n\
            [[people]]\nname = \"b\"\nroles = [\"host\"]\nuntil = 2026-12-01\n[[people]]\nname = \"c\"\n\
            [[people]]\nname = \"d\"\nroles = [\"host\"]\navailable = \"周一\"\n\
            [[activities]]\nid = \"one\"\nwhen = \"2026-12-09 20:00-21:00\"\nowner = \"host\"\n\
            [[activities]]\nid = \"two\"\nwhen = \"2026-12-09 20:30-21:00\"\nowner = \"c\"\n";
        let mut buffer = String::new();
        let library = Library::default();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        assert!(reading.is_sound(), "{:?}", reading.findings);
        let (from, to) = period("2026-12-09".parse().expect("a day"));
        assert_eq!((from.to_string(), to.to_string()), ("2026-11-30".to_owned(), "2027-01-03".to_owned()));
        let request = Request { from, to, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let who = made.entries[0].who;
        let all = considered(&reading.plan, &reading.index, &made, 0, who);
        assert_eq!(all[0].absence, Some(Absence::Away));
        assert_eq!(all[1].absence, Some(Absence::NotOfTheTeam));
        assert_eq!((all[2].person, all[2].absence), (3, Some(Absence::NoTime)));
        let told: Vec<(usize, bool)> = all.iter().map(|one| (one.person, one.chosen)).collect();
        assert!(!told[0].1 && !told[1].1, "{told:?}");
        {
            let stand_in = &all[3];
            assert_eq!((stand_in.person, stand_in.stands_in_for), (2, Some(0)));
            assert_eq!((stand_in.week, stand_in.busy), (30, Some(1)));
        }
    }

    #[test]
    fn the_day_the_hour_and_the_week_are_half_open_where_they_should_be() {
        let people = [
            "id = \"a\"\nbackup = \"e\"",
            "id = \"b\"\nfrom = 2026-12-09\nuntil = 2026-12-09",
            "id = \"c\"\nuntil = 2026-12-08",
            "id = \"d\"\nfrom = 2026-12-10",
            "id = \"e\"\naway = [{ from = 2026-12-01, to = 2026-12-03 }]",
            "id = \"f\"\navailable = \"Wed 19:00-21:00\"",
            "id = \"g\"\navailable = \"Wed 19:00-21:30\"",
        ];
        let people: String = people.map(|who| format!("[[people]]\n{who}\nroles = [\"host\"]\n")).concat();
        let others =
            [("e", "09 19:00-20:00"), ("e", "09 21:30-22:00"), ("b", "09 21:00-22:00"), ("e", "16 20:00-21:00")];
        let others: String = others
            .map(|(who, when)| format!("[[activities]]\nwhen = \"2026-12-{when}\"\nowner = \"{who}\"\n"))
            .concat();
        let text = format!(
            "[[roles]]\nid = \"host\"\n{people}[[activities]]\nwhen = \"2026-12-09 20:00-21:30\"\nowner = \"host\"\n{others}"
        );
        let text = text + "[[content]]\nwhen = \"2026-12-09 20:30\"\nowner = \"e\"\n";
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse(&text, &mut buffer), &library);
        assert!(reading.is_sound(), "{:?}", reading.findings);
        let (from, to) = period("2026-12-09".parse().expect("a day"));
        let request = Request { from, to, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let at = made.entries.iter().position(|entry| entry.minutes == Some(90)).expect("the long one");
        let all = considered(&reading.plan, &reading.index, &made, at, made.entries[at].who);
        use Absence::{NoTime, NotOfTheTeam};
        let absent: Vec<Option<Absence>> = all.iter().map(|one| one.absence).collect();
        assert_eq!(absent, [None, None, Some(NotOfTheTeam), Some(NotOfTheTeam), None, Some(NoTime), None]);
        assert_eq!(all.iter().filter(|one| one.chosen).count(), 1);
        let (beside, free) = (&all[1], &all[4]);
        assert_eq!(
            beside.busy.map(|at| made.entries[at].at.time.map(|time| time.to_string())),
            Some(Some("21:00".into()))
        );
        // what ends as it begins, begins as it ends or is a post is no collision; who holds the role stands in for nobody
        assert_eq!((free.busy, free.stands_in_for, free.week, free.period), (None, None, 100, 160));
        // somebody with nothing to do is not busy with what others do
        assert_eq!((all[3].busy, all[3].week, all[3].chosen), (None, 0, false));
    }

    #[test]
    fn of_several_helpers_in_one_role_all_are_chosen() {
        let text = "[[roles]]\nid = \"host\"\n[[roles]]\nid = \"cook\"\n\
            [[people]]\nid = \"a\"\nroles = [\"host\"]\n[[people]]\nid = \"b\"\nroles = [\"host\"]\n\
            [[people]]\nid = \"c\"\nroles = [\"host\"]\n[[people]]\nid = \"d\"\nroles = [\"cook\"]\n\
            [[activities]]\nwhen = \"2026-12-09 20:00-21:00\"\n\
            staff = [{ role = \"host\", count = 2 }, { role = \"cook\" }]\n";
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse(text, &mut buffer), &library);
        assert!(reading.is_sound(), "{:?}", reading.findings);
        let (from, to) = period("2026-12-09".parse().expect("a day"));
        let request = Request { from, to, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let staff = &made.entries[0].staff;
        let all = considered(&reading.plan, &reading.index, &made, 0, staff[0]);
        let told: Vec<(usize, bool, i32)> = all.iter().map(|one| (one.person, one.chosen, one.week)).collect();
        let does = |person: usize| staff.iter().any(|who| who.person == Some(person));
        assert_eq!(told, [0, 1, 2].map(|person| (person, does(person), if does(person) { 60 } else { 0 })));
        assert_eq!(told.iter().filter(|(_, chosen, _)| *chosen).count(), 2);
        let cook = considered(&reading.plan, &reading.index, &made, 0, staff[2]);
        assert_eq!((cook.len(), cook[0].person, cook[0].chosen), (1, 3, true));
    }
}
