//! All that is published of one plan.

use super::occurrence::{KeptDays, PublishedOccurrence, PublishedSeat};
use crate::value::Day;

/// All that is published of one plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The last day that is published; none: nothing is.
    pub through: Option<Day>,
    /// The day on which something was published last.
    pub published: Option<Day>,
    /// The sequence with which a new row begins: what was released again has had one before.
    pub first_sequence: u32,
    /// The items of which some days are listed as a whole.
    pub kept_days: Vec<KeptDays>,
    /// The occurrences, by original day, then UID.
    rows: Vec<PublishedOccurrence>,
}

impl Roster {
    /// A roster of these rows, in whatever order.
    pub fn new(
        (through, published): (Option<Day>, Option<Day>),
        first_sequence: u32,
        mut rows: Vec<PublishedOccurrence>,
    ) -> Self {
        rows.sort_by(|one, other| (one.original, &one.uid).cmp(&(other.original, &other.uid)));
        Self { through, published, first_sequence, kept_days: Vec::new(), rows }
    }

    /// The same roster, with these days of items listed as a whole.
    pub fn with_kept_days(self, kept_days: Vec<KeptDays>) -> Self {
        Self { kept_days, ..self }
    }

    /// The occurrences, by original day, then UID.
    pub fn rows(&self) -> &[PublishedOccurrence] {
        &self.rows
    }

    /// The same roster with other rows.
    pub fn with_rows(&self, rows: Vec<PublishedOccurrence>) -> Self {
        let days = (self.through, self.published);
        Self { kept_days: self.kept_days.clone(), ..Self::new(days, self.first_sequence, rows) }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.kept_days.is_empty()
    }

    /// The first day of which anything is known: that on which something was published, or that a row is about.
    pub fn known_from(&self) -> Option<Day> {
        let rows = self.rows.iter().map(|row| row.published.min(row.start.day));
        rows.chain(self.kept_days.iter().map(|past| past.from)).chain(self.published).min()
    }

    /// The row of an occurrence: what it belongs to, its original day, and what tells it from others of that day. Of a
    /// cancelled one and one that takes place, under two UIDs, the latter.
    pub fn find(&self, item: &str, original: Day, part: &str) -> Option<usize> {
        let first = self.rows.partition_point(|row| row.original < original);
        let there = self.rows[first..].iter().take_while(|row| row.original == original).enumerate();
        let mut its = there.filter(|(_, row)| row.item == item && row.part() == part);
        its.clone().find(|(_, row)| !row.is_cancelled).or_else(|| its.next()).map(|(at, _)| first + at)
    }

    /// The row with this UID.
    pub fn of_uid(&self, uid: &str) -> Option<&PublishedOccurrence> {
        self.rows.iter().find(|row| row.uid == uid)
    }

    /// The roster after items, people and roles got other names, each with its old and its new one.
    pub fn renamed(&self, items: &[(String, String)], people: &[(String, String)], roles: &[(String, String)]) -> Self {
        let new = |names: &[(String, String)], old: &str| {
            names.iter().find(|(name, _)| name == old).map_or_else(|| old.to_owned(), |(_, new)| new.clone())
        };
        let seat =
            |seat: &PublishedSeat| PublishedSeat { role: new(roles, &seat.role), person: new(people, &seat.person) };
        let row = |row: &PublishedOccurrence| PublishedOccurrence {
            item: new(items, &row.item),
            lead: row.lead.as_ref().map(|lead| new(people, lead)),
            staff: row.staff.iter().map(seat).collect(),
            released: row.released.iter().map(|person| new(people, person)).collect(),
            ..row.clone()
        };
        let past = |past: &KeptDays| KeptDays { item: new(items, &past.item), ..past.clone() };
        let kept_days = self.kept_days.iter().map(past).collect();
        Self { kept_days, ..self.with_rows(self.rows.iter().map(row).collect()) }
    }

    /// Whether another roster says the same, whatever its sequences: they never fall, also on the way back.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let plain = |row: &PublishedOccurrence| PublishedOccurrence { sequence: 0, ..row.clone() };
        let days = |roster: &Self| (roster.through, roster.published);
        days(self) == days(other)
            && self.kept_days == other.kept_days
            && self.rows.iter().map(plain).eq(other.rows.iter().map(plain))
    }

    /// What an earlier roster says, taken up again after this one was published: calendars that know this one take it as
    /// something newer, so no sequence falls.
    pub fn back_to(&self, earlier: &Self) -> Self {
        let raised = |row: &PublishedOccurrence| {
            let now = self.of_uid(&row.uid);
            let sequence = match now {
                Some(now) if now.says_the_same(row) => now.sequence.max(row.sequence),
                // without a publication in between only names changed
                Some(now) if now.sequence == row.sequence => row.sequence,
                Some(now) => now.sequence.max(row.sequence) + 1,
                None => row.sequence.max(self.first_sequence),
            };
            PublishedOccurrence { sequence, ..row.clone() }
        };
        let is_released = |row: &&PublishedOccurrence| earlier.of_uid(&row.uid).is_none() && !row.is_of_the_past();
        let released = self.rows.iter().filter(is_released).map(|row| row.sequence + 1);
        let first = released.fold(self.first_sequence.max(earlier.first_sequence), u32::max);
        let rows = earlier.rows.iter().map(raised).collect();
        let days = match (earlier.through, earlier.published) {
            // nothing was published before
            (None, _) => {
                let day = self.published.map(|day| day.plus(-1));
                (day, day)
            }
            days => days,
        };
        Self { kept_days: earlier.kept_days.clone(), ..Self::new(days, first, rows) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read_roster;
    use super::*;

    fn roster(rows: &str, first: u32) -> Roster {
        let head = "uid,item,original,start,end,zone,lead,staff,status,sequence,published\n";
        let text = format!("{head}*,,2026-12-31,,,,,,,{first},2026-12-01\n{rows}");
        let reading = read_roster(&text);
        assert_eq!(reading.findings, [], "{text}");
        reading.roster
    }

    const ONE: &str = "club/talk/2026-12-09@qun,talk,2026-12-09,2026-12-09,,UTC,Ann,host:Ben,confirmed,2,2026-12-01\n";
    const TWO: &str = "club/talk/2026-12-16@qun,talk,2026-12-16,2026-12-16,,UTC,Ann,host:Ben,confirmed,4,2026-12-01\n";

    #[test]
    fn names_change_and_uids_stay() {
        let pair = |old: &str, new: &str| [(old.to_owned(), new.to_owned())];
        let renamed = roster(ONE, 0).renamed(&pair("talk", "chat"), &pair("Ann", "Bea"), &pair("host", "guide"));
        let expected = ONE.replace(",talk", ",chat").replace("Ann", "Bea").replace("host", "guide");
        assert_eq!(renamed, roster(&expected, 0));
    }

    #[test]
    fn what_takes_place_is_found_beside_what_was_cancelled() {
        let foreign = |status: &str| ONE.replace("club/", "a/").replace("confirmed", status);
        let found = |rows: &str| {
            let roster = roster(rows, 0);
            let day = roster.rows()[0].original;
            roster.find("talk", day, "").map(|at| roster.rows()[at].uid.clone())
        };
        assert_eq!(found(&format!("{ONE}{}", foreign("cancelled"))).as_deref(), Some("club/talk/2026-12-09@qun"));
        assert_eq!(found(&foreign("cancelled")).as_deref(), Some("a/talk/2026-12-09@qun"));
    }

    #[test]
    fn no_sequence_falls_on_the_way_back() {
        let moved = ONE.replace("2026-12-09,,", "2026-12-10,,").replace(",2,", ",3,");
        let (before, after) = (roster(ONE, 0), roster(&format!("{moved}{TWO}"), 1));
        let back = after.back_to(&before);
        assert_eq!(back, roster(&ONE.replace(",2,", ",4,"), 5), "moved back is a change, and what is released had 4");
        assert_eq!(before.back_to(&before), before);
        let nothing = after.back_to(&Roster::default());
        assert_eq!((nothing.rows().len(), nothing.first_sequence, nothing.is_empty()), (0, 5, true));
    }
}
