//! Who holds a role, and on which days a person is there.

use super::channels::Days;
use super::people::{Person, RoleKind};
use super::{Plan, Thing};
use crate::language::{Language, Text};
use crate::value::Day;

impl Plan {
    /// The people who hold a role, as indices, in the order of the plan.
    pub fn holders(&self, role: usize) -> Vec<usize> {
        let Some(id) = self.roles.get(role).and_then(|role| role.id.as_ref()) else { return Vec::new() };
        self.people.iter().enumerate().filter(|(_, person)| person.holds(id.as_str())).map(|(at, _)| at).collect()
    }

    /// People who do not hold a role but have a talent that suits it, as indices, in the order of the plan.
    pub fn suited(&self, role: usize) -> Vec<usize> {
        let Some(role) = self.roles.get(role) else { return Vec::new() };
        let talents = role.kind.map(RoleKind::talents).unwrap_or_default();
        let is_suited = |person: &Person| {
            let holds = role.id.as_ref().is_some_and(|id| person.holds(id.as_str()));
            !holds && person.talents.iter().any(|talent| talents.contains(talent))
        };
        self.people.iter().enumerate().filter(|(_, person)| is_suited(person)).map(|(at, _)| at).collect()
    }

    /// Who has a talent for a role, with the talents, where the plan says so.
    pub fn candidates(&self, role: usize, language: Language) -> Option<String> {
        let separator = Text::new("、", ", ").get(language);
        let named = self.suited(role).into_iter().map(|person| {
            let talents = self.people[person].talents.iter().map(|talent| talent.name().get(language));
            let talents = talents.collect::<Vec<_>>().join(separator);
            let words = Text::new("{who}（{talents}）", "{who} ({talents})");
            words.fill(language, |name| {
                Some(if name == "who" { Thing::Person(person).label(self, language) } else { talents.clone() })
            })
        });
        let named = named.collect::<Vec<_>>().join(separator);
        let words = Text::new("可以请谁：{it}", "could take it on: {it}");
        (!named.is_empty()).then(|| words.fill(language, |_| Some(named.clone())))
    }
}

impl Person {
    /// Whether they hold the role of this id.
    pub fn holds(&self, role: &str) -> bool {
        self.roles.iter().any(|held| held.as_str() == role)
    }

    /// Whether a day lies between their first and last day in the team.
    pub fn is_in_team(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether they are in the team on a day, and not away.
    pub fn is_there(&self, day: Day) -> bool {
        self.is_in_team(day) && !self.is_away(day)
    }

    /// Whether a day lies in one of their absences.
    pub fn is_away(&self, day: Day) -> bool {
        self.away.iter().any(|days| days.cover(day, day))
    }
}

impl Days {
    /// The first and the last day; a first day alone is also the last. None without a first.
    pub fn bounds(&self) -> Option<(Day, Day)> {
        Some((self.from?, self.to.or(self.from)?))
    }

    /// Whether they include all days from one to another.
    pub fn cover(&self, first: Day, last: Day) -> bool {
        self.bounds().is_some_and(|(from, to)| from <= first && last <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_a_talent_for_a_role_and_not_the_role_is_suited() {
        let plan = crate::plan::plan_of(
            "[[roles]]\nid = \"lead\"\nkind = \"manager\"\n[[roles]]\nid = \"any\"\n\
             [[people]]\nname = \"A\"\ntalents = [\"mentor\"]\n[[people]]\nname = \"B\"\ntalents = [\"expert\"]\n\
             [[people]]\nname = \"C\"\ntalents = [\"executor\"]\nroles = [\"lead\"]\n",
        );
        assert_eq!(plan.suited(0), [0]);
        assert!(plan.suited(1).is_empty() && plan.suited(9).is_empty());
    }

    #[test]
    fn a_person_is_present_from_the_first_to_the_last_day_unless_away() {
        let day = |n: i32| Day(20_000 + n);
        let away = vec![
            Days { from: Some(day(3)), to: None },
            Days { from: Some(day(5)), to: Some(day(6)) },
            Days { from: None, to: Some(day(9)) },
        ];
        let person = Person { from: Some(day(1)), until: Some(day(8)), away, ..Person::default() };
        let in_team: Vec<i32> = (0..10).filter(|n| person.is_in_team(day(*n))).collect();
        assert_eq!(in_team, [1, 2, 3, 4, 5, 6, 7, 8]);
        let is_away: Vec<i32> = (0..10).filter(|n| person.is_away(day(*n))).collect();
        assert_eq!(is_away, [3, 5, 6]);
        let week = Days { from: Some(day(0)), to: Some(day(6)) };
        assert!(week.cover(day(0), day(6)) && !week.cover(day(0), day(7)));
    }
}
