//! Someone is away for some days: who does their work then, and what nobody does.

use super::impact::KnownBy;
use super::{AmendError, Impact, Request, Snapshot};
use crate::calendar::{Calendar, Cover, Entry, cover, is_theirs};
use crate::finding::{Edit, KeyPath, Literal};
use crate::source::apply;
use crate::value::Day;

/// The longest absence that is taken, in days: a longer one is most likely a typo.
const LONGEST: i32 = 366;

/// Days on which someone is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// Who is away: an index into `people`.
    pub person: usize,
    /// The days, each with its first and its last: apart and in order.
    pub days: Vec<(Day, Day)>,
    reason: Option<String>,
}

/// The work of someone who is away, and who takes it over.
#[derive(Debug)]
pub struct Absence<'a> {
    /// Who is away: an index into `people`.
    pub person: usize,
    /// The calendar as it was, with nothing but their work.
    pub calendar: Calendar<'a>,
    /// Who does each of its entries instead.
    pub covers: Vec<Cover>,
    /// What it does elsewhere in the calendar, and to the findings; none where nothing is edited.
    pub impact: Option<Impact<'a>>,
}

/// What someone does in a calendar, and who does it in another one of the same plan, in which they are away.
pub fn absence<'a>(mut calendar: Calendar<'a>, without: &Calendar<'_>, person: usize) -> Absence<'a> {
    // what began before and goes on is theirs, too
    let begun = std::mem::take(&mut calendar.ongoing);
    calendar.entries.splice(..0, begun);
    calendar.entries.retain(|entry| is_theirs(entry, person) && !entry.cancelled);
    let covers = calendar.entries.iter().map(|entry| cover(entry, without, person)).collect();
    Absence { person, calendar, covers, impact: None }
}

impl Away {
    /// An absence on some days, from a first to a last one each, both included; `typed` is how these days were given.
    pub fn new(
        person: usize,
        mut days: Vec<(Day, Day)>,
        reason: Option<String>,
        typed: &str,
    ) -> Result<Self, AmendError> {
        if days.iter().any(|(first, last)| last.0 - first.0 >= LONGEST) {
            return Err(AmendError::LongAbsence(typed.to_owned()));
        }
        days.sort_unstable();
        days.dedup_by(|next, before| {
            let meets = next.0 <= before.1.plus(1);
            before.1 = if meets { before.1.max(next.1) } else { before.1 };
            meets
        });
        Ok(Self { person, days, reason })
    }

    /// From the first of its days to the last.
    fn span(&self) -> (Day, Day) {
        let day = |days: Option<&(Day, Day)>| days.copied().unwrap_or((Day::MAX, Day::MIN));
        (day(self.days.first()).0, day(self.days.last()).1)
    }

    /// The calendar of its days as it would be if they were there, also where the plan has some of them already.
    fn if_present<'a>(&self, before: &Snapshot<'a>) -> Result<Calendar<'a>, AmendError> {
        let mut calendar = before.calendar(self.span())?;
        let is_of_these =
            |days: &&(usize, (Day, Day))| self.days.iter().any(|(first, last)| days.1.0 <= *last && *first <= days.1.1);
        let away = before.plan().people[self.person].away.iter().enumerate();
        let known: Vec<(usize, (Day, Day))> = away.filter_map(|(at, days)| Some((at, days.bounds()?))).collect();
        let row = |at| KeyPath::of(&["people"]).index(self.person).key("away").index(at);
        let edits: Vec<Edit> =
            known.iter().rev().filter(is_of_these).map(|(at, _)| Edit::Remove { path: row(*at) }).collect();
        if edits.is_empty() {
            return Ok(calendar);
        }
        let text = apply(before.text, &edits).map_err(AmendError::Edit)?;
        let reading = before.reading_of(&text);
        let Snapshot { library, holidays, today, .. } = *before;
        let present = Snapshot { text: &text, reading: &reading, library, holidays, today }.calendar(self.span())?;
        (calendar.entries, calendar.ongoing) = (present.entries, present.ongoing);
        Ok(calendar)
    }

    /// Whether an entry lies on one of its days.
    fn touches(&self, entry: &Entry) -> bool {
        let last = entry.end().map_or(entry.at.day, |end| end.day.max(entry.at.day));
        self.days.iter().any(|(from, to)| *from <= last && entry.at.day <= *to)
    }
}

impl Request for Away {
    type Effect<'a> = Absence<'a>;

    /// None where the plan has these days already.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let away = &before.plan().people[self.person].away;
        let new = self.days.iter().filter(|(first, last)| !away.iter().any(|days| days.cover(*first, *last)));
        let edit = |(nth, (first, last)): (usize, &(Day, Day))| {
            let mut table = vec![("from".to_owned(), Literal::Day(*first)), ("to".to_owned(), Literal::Day(*last))];
            table.extend(self.reason.as_deref().map(|reason| ("note".to_owned(), reason.into())));
            let path = KeyPath::of(&["people"]).index(self.person).key("away");
            match nth == 0 && away.is_empty() {
                true => Edit::set_list(path, table),
                false => Edit::Append { path, table, comment: None },
            }
        };
        Ok(new.enumerate().map(edit).collect())
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Absence<'a>, AmendError> {
        let mut calendar = self.if_present(before)?;
        if self.days.len() > 1 {
            calendar.entries.retain(|entry| self.touches(entry));
        }
        let absence = absence(calendar, &after.calendar(self.span())?, self.person);
        let impact = Impact::between(before, after, KnownBy::Uid, self.span().0);
        let impact = impact.elsewhere(|entry| is_theirs(entry, self.person) && self.touches(entry));
        Ok(Absence { impact: Some(impact), ..absence })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::{Fixture, day};

    const PLAN: &str = "language = \"en\"\n[[people]]\nname = \"Ann\"\nbackup = \"Bo\"\n[[people]]\nname = \"Bo\"\n\
        [[content]]\nid = \"post\"\nwhen = \"2026-12-03 09:00\"\nowner = \"Ann\"\n";

    fn away(from: &str, to: &str) -> Away {
        Away::new(0, vec![(day(from), day(to))], None, "").expect("less than a year")
    }

    #[test]
    fn a_duty_of_a_week_is_taken_over_from_within_it() {
        let plan = "language = \"en\"\n[[roles]]\nid = \"mod\"\n\
            [[people]]\nname = \"Ann\"\nroles = [\"mod\"]\n[[people]]\nname = \"Bo\"\nroles = [\"mod\"]\n\
            [[activities]]\nid = \"watch\"\nwhen = \"every Mon\"\nlasts = \"7d\"\nowner = \"mod\"\n";
        let fixture = Fixture::sound(plan);
        // two weeks: one is hers, from Monday to Sunday
        let covers: Vec<usize> = ["2026-12-10", "2026-12-17"]
            .into_iter()
            .map(|on| {
                let amendment = fixture.amend(away(on, on)).expect("a sound plan");
                let effect = amendment.effect().expect("a calendar");
                assert!(effect.covers.iter().all(|cover| *cover == Cover::By(1)), "{:?}", effect.covers);
                effect.covers.len()
            })
            .collect();
        assert_eq!(covers.iter().sum::<usize>(), 1, "{covers:?}");
    }

    #[test]
    fn the_backup_takes_over_and_without_one_nobody_does() {
        for (plan, cover) in [(PLAN.to_owned(), Cover::By(1)), (PLAN.replace("backup = \"Bo\"\n", ""), Cover::Nobody)] {
            let fixture = Fixture::sound(&plan);
            let amendment = fixture.amend(away("2026-12-03", "2026-12-03")).expect("a sound plan");
            let effect = amendment.effect().expect("a calendar");
            assert_eq!((effect.person, effect.calendar.entries.len(), effect.covers), (0, 1, vec![cover]));
            let rules: Vec<&str> =
                effect.impact.iter().flat_map(|impact| &impact.findings.new).map(|finding| finding.rule.id).collect();
            assert_eq!(rules.contains(&"schedule/away-owner"), cover == Cover::Nobody, "{rules:?}");
        }
    }

    #[test]
    fn days_are_added_once() {
        let fixture = Fixture::sound(PLAN);
        let reason = Some("home".to_owned());
        let first = Away::new(0, vec![(day("2026-12-03"), day("2026-12-05"))], reason, "").expect("less than a year");
        let text = fixture.amend(first).expect("a sound plan").text;
        assert!(text.contains("away = [{ from = 2026-12-03, to = 2026-12-05, note = \"home\" }]\n"), "{text}");
        let fixture = Fixture::sound(&text);
        for (from, to, has_edit) in [("2026-12-04", "2026-12-05", false), ("2026-12-05", "2026-12-06", true)] {
            let amendment = fixture.amend(away(from, to)).expect("a sound plan");
            assert_eq!(!amendment.edits.is_empty(), has_edit, "{from}");
            assert_eq!(amendment.text != text, has_edit, "{from}");
        }
    }

    #[test]
    fn the_same_days_again_give_the_same_answer_and_no_finding_is_new() {
        let host = "[[roles]]\nid = \"host\"\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n[[activities]]\nid = \"talk\"\n\
            when = \"every Thu 20:00\"\nowner = \"host\"\n";
        let plan = PLAN.replace("[[content]]", &format!("{host}[[content]]"));
        let cy = |from: &str, to: &str| Away::new(2, vec![(day(from), day(to))], None, "").expect("less than a year");
        let fixture = Fixture::sound(&plan);
        let amendment = fixture.amend(cy("2026-12-03", "2026-12-12")).expect("a sound plan");
        let first = amendment.effect().expect("a calendar");
        assert_eq!(first.covers, [Cover::Nobody, Cover::Nobody]);
        let fixture = Fixture::sound(&amendment.text);
        let again = fixture.amend(cy("2026-12-03", "2026-12-12")).expect("a sound plan");
        let second = again.effect().expect("a calendar");
        assert_eq!(second.covers, first.covers);
        // fewer of what was reported before is nothing new
        let fewer = amendment.text.replace("from = 2026-12-03", "from = 2026-12-09");
        let fixture = Fixture::sound(&fewer);
        let before = Fixture::sound(&amendment.text);
        let change = super::super::Consequences::of(&before.now(), &fixture.now()).impact.findings;
        assert_eq!(change.new, []);
    }

    #[test]
    fn rejects_an_absence_of_more_than_a_year() {
        let of = |to: &str| Away::new(0, vec![(day("2026-12-01"), day(to))], None, "typed");
        assert!(of("2027-12-01").is_ok());
        assert_eq!(of("2027-12-02"), Err(AmendError::LongAbsence("typed".to_owned())));
    }
}
