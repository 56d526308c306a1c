//! Who does someone's work in another calendar of the same plan, made without them.

use super::contents::Calendar;
use super::entry::Entry;
use crate::language::{Language, Text};

/// Who does an entry instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Someone else.
    By(usize),
    /// Nobody.
    Nobody,
}

/// Whether someone leads an entry or helps with it.
pub fn is_theirs(entry: &Entry, person: usize) -> bool {
    entry.who.person == Some(person) || entry.staff.iter().any(|who| who.person == Some(person))
}

/// Who does someone's entry in the new calendar.
pub fn cover(entry: &Entry, new: &Calendar<'_>, person: usize) -> Cover {
    let from = new.entries.partition_point(|other| other.at < entry.at);
    let mut there = new.entries[from..].iter().take_while(|other| other.at == entry.at).chain(&new.ongoing);
    let Some(now) = there.find(|other| (other.origin, other.original) == (entry.origin, entry.original)) else {
        return Cover::Nobody;
    };
    let found = if entry.who.person == Some(person) {
        now.who.person
    } else {
        // of those who help: someone who did not before; an empty seat is nobody's
        let helped = |who: usize| entry.staff.iter().any(|other| other.person == Some(who));
        let is_full = now.staff.iter().all(|who| who.person.is_some());
        let newcomer = now.staff.iter().filter_map(|who| who.person).find(|who| !helped(*who));
        newcomer.or_else(|| now.who.person.filter(|_| is_full))
    };
    found.filter(|found| *found != person).map_or(Cover::Nobody, Cover::By)
}

/// Who is named for something but away, while nobody stands in; nothing where nobody is.
pub fn nobody_stands_in(names: &[String], language: Language) -> Option<String> {
    let names = names.join(Text::new("、", ", ").get(language));
    let words = Text::new("{names}不在，没人顶", "{names} away, nobody stands in");
    (!names.is_empty()).then(|| words.fill(language, |_| Some(names.clone())))
}

#[cfg(test)]
mod tests {
    use super::super::{CalendarRequest, calendar};
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    /// Who covers for the first person, entry by entry of December.
    fn covers(text: &str) -> Vec<(String, Cover)> {
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse(text, &mut buffer), &library);
        assert!(reading.is_sound(), "{:?}", reading.findings);
        let day = |text: &str| text.parse().expect("a day");
        let request = |without| CalendarRequest {
            from: day("2026-12-01"),
            to: day("2026-12-31"),
            holidays: Holidays::none(),
            without,
        };
        let of = |without| calendar(&reading.plan, &reading.index, &library, &request(without)).expect("a calendar");
        let (old, new) = (of(None), of(Some(0)));
        let theirs = old.entries.iter().filter(|entry| is_theirs(entry, 0));
        theirs.map(|entry| (entry.at.day.to_string(), cover(entry, &new, 0))).collect()
    }

    #[test]
    fn each_entry_has_its_own_cover() {
        let text = "[[roles]]\nid = \"host\"\n[[roles]]\nid = \"cook\"\n\
            [[people]]\nid = \"a\"\nroles = [\"host\", \"cook\"]\nbackup = \"c\"\n\
            [[people]]\nid = \"b\"\n[[people]]\nid = \"c\"\n[[people]]\nid = \"d\"\n\
            [[activities]]\nwhen = \"2026-12-02 20:00\"\nowner = \"b\"\n\
            [[activities]]\nwhen = \"2026-12-02 20:00\"\nowner = \"a\"\n\
            [[activities]]\nwhen = \"2026-12-03 20:00\"\nowner = \"host\"\n\
            [[activities]]\nwhen = \"2026-12-04 20:00\"\nowner = \"d\"\nstaff = [{ role = \"cook\" }]\n\
            [[activities]]\nwhen = \"2026-12-05 20:00\"\nowner = \"d\"\n";
        let expected = [("2026-12-02", Cover::By(2)), ("2026-12-03", Cover::By(2)), ("2026-12-04", Cover::By(2))];
        assert_eq!(covers(text), expected.map(|(day, cover)| (day.to_owned(), cover)));
        let alone = covers(&text.replace("\nbackup = \"c\"", ""));
        assert_eq!(alone, expected.map(|(day, _)| (day.to_owned(), Cover::Nobody)));
    }
}
