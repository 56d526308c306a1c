//! Topics of the plan's bank, taken in turn by what starts a conversation and has no text of its own.
//!
//! Counted as turns are: by the dates of the item, whether they are held or not, so that no change of one date moves
//! another. Where in the bank an item begins depends on its id, so two items seldom talk about the same.

use super::entry::{Entry, Origin};
use super::rota;
use crate::plan::activities::Form;
use crate::plan::content::ContentKind;
use crate::plan::{Item, Plan, item_id};

/// Whether an item takes its topic from the bank.
pub(super) fn takes_topics(plan: &Plan, item: Item) -> bool {
    let is_empty = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
    match item {
        Item::Content(at) => {
            let content = &plan.content[at];
            let has_text = !is_empty(content.text.as_deref()) || !content.series.is_empty() || content.file.is_some();
            content.kind == Some(ContentKind::Discussion) && !has_text
        }
        Item::Activity(at) => matches!(plan.activities[at].form, Some(Form::Topic | Form::Discussion)),
        Item::Review(_) | Item::Meeting | Item::Programme(..) => false,
    }
}

/// The topic of an entry: an index into `topics`. One that is tied to the day's news is nobody's turn.
pub fn topic(plan: &Plan, entry: &Entry) -> Option<usize> {
    let Origin::Item(item) = entry.origin else { return None };
    if !takes_topics(plan, item) {
        return None;
    }
    let is_usable = |at: &usize| {
        let topic = &plan.topics[*at];
        topic.hot != Some(true) && topic.title.as_deref().is_some_and(|title| !title.trim().is_empty())
    };
    let usable: Vec<usize> = (0..plan.topics.len()).filter(is_usable).collect();
    let count = usable.len() as u64;
    let first = rota::hash(&item_id(plan, item)).checked_rem(count)?;
    usable.get(usize::try_from((first + entry.number as u64) % count).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::super::scheduler::{CalendarRequest, calendar};
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    /// The topics of the talks of two months, by their days.
    fn topics(text: &str) -> Vec<(String, String)> {
        let mut buffer = String::new();
        let library = Library::default();
        let bank = "[[topics]]\ntitle = \"a\"\n[[topics]]\ntitle = \"news\"\nhot = true\n\
            [[topics]]\ntitle = \"b\"\n[[topics]]\ntitle = \"c\"\n";
        let text = format!("[lifecycle]\nstarts = 2026-12-01\n{text}{bank}");
        let reading = read(&Document::parse(&text, &mut buffer), &library);
        let day = |text: &str| text.parse().expect("a day");
        let (from, to) = (day("2027-01-01"), day("2027-02-28"));
        let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
        let plan = &reading.plan;
        let calendar = calendar(plan, &reading.index, &library, &request).expect("a calendar");
        let title = |entry: &Entry| plan.topics[topic(plan, entry)?].title.clone();
        let topics = calendar.entries.iter().filter_map(|entry| Some((entry.original.day.to_string(), title(entry)?)));
        topics.collect()
    }

    const TALK: &str = "[[content]]\nid = \"talk\"\nkind = \"discussion\"\nwhen = \"every Tue 12:00\"\n";

    #[test]
    fn topics_are_taken_in_turn_and_news_is_left_out() {
        let found = topics(TALK);
        assert_eq!(found.len(), 8);
        let words: Vec<&str> = found.iter().map(|(_, topic)| topic.as_str()).collect();
        for (at, word) in words.iter().enumerate() {
            assert!(["a", "b", "c"].contains(word));
            assert_eq!(*word, words[at % 3]);
        }
        assert_ne!(words[0], words[1]);
    }

    #[test]
    fn a_change_of_one_date_moves_no_topic() {
        let before = topics(TALK);
        let cancelled = topics(&format!("{TALK}[[changes]]\nitem = \"talk\"\non = 2027-01-05\ncancel = true\n"));
        assert_eq!(cancelled, before);
        let moved = format!("{TALK}[[changes]]\nitem = \"talk\"\non = 2027-01-12\nmove_to = 2027-01-13\n");
        assert_eq!(topics(&moved), before);
        let with_another = format!("[[activities]]\nid = \"x\"\nwhen = \"every Mon\"\n{TALK}");
        assert_eq!(topics(&with_another), before);
    }

    #[test]
    fn a_text_of_its_own_needs_no_topic() {
        assert!(topics(&format!("{TALK}text = \"hello\"\n")).is_empty());
        assert!(topics(&TALK.replace("discussion", "knowledge")).is_empty());
        let evening = "[[activities]]\nid = \"evening\"\nform = \"topic\"\nwhen = \"every Fri 20:00\"\n";
        assert_eq!(topics(evening).len(), 9);
    }
}
