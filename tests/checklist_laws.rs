//! Laws of regenerating a checklist: whatever the plan has become, no tick, note, changed word or added line is lost, and
//! doing it twice changes nothing more.

use proptest::prelude::*;
use qun::checklist::{Checklist, ChecklistItem, Dates, Section, absorb};
use qun::language::Language;
use qun::render::checklist_markdown;
use qun::value::Day;

const TODAY: Day = Day(20_000);
const TICKS: [&str; 6] = ["- [x] ", "* [X] ", "- [√] ", "-[v] ", "☑ ", "- [x ] "];

/// What a person did to one item.
#[derive(Debug, Clone)]
struct Deed {
    tick: Option<usize>,
    note: bool,
    words: bool,
}

fn deed() -> impl Strategy<Value = Deed> {
    (proptest::option::of(0..TICKS.len()), any::<bool>(), any::<bool>()).prop_map(|(tick, note, words)| Deed {
        tick,
        note,
        words,
    })
}

/// Items 0–11 in three sections, those that are there; their words are of the given edition.
fn list(there: &[bool], edition: &[bool]) -> Checklist {
    let section = |at: usize| Section {
        id: format!("part-{at}"),
        title: format!("Part {at}"),
        items: (0..12usize)
            .filter(|item| item % 3 == at && there[*item])
            .map(|item| ChecklistItem {
                id: format!("part-{at}/item--{item}"),
                text: format!("do *{item}* {}", if edition[item] { "anew" } else { "first" }),
                ..ChecklistItem::default()
            })
            .collect(),
        ..Section::default()
    };
    Checklist {
        name: "launch".into(),
        title: "Launch".into(),
        sections: (0..3).map(section).collect(),
        ..Checklist::default()
    }
}

fn write(list: &Checklist) -> String {
    checklist_markdown(list, TODAY, Language::En)
}

fn again(mut list: Checklist, old: &str) -> String {
    absorb(&mut list, old, Language::En);
    write(&list)
}

/// The line of an item in a text, without the mark.
fn line(text: &str, item: usize) -> Option<&str> {
    let mark = |line: &&str| line.contains(&format!("item-\u{200b}-{item} "));
    text.lines().find(mark)?.split(" <!-- qun:").next()
}

proptest! {
    #[test]
    fn nothing_that_people_wrote_is_lost(
        before in proptest::collection::vec(any::<bool>(), 12),
        after in proptest::collection::vec(any::<bool>(), 12),
        edition in proptest::collection::vec(any::<bool>(), 12),
        deeds in proptest::collection::vec(deed(), 12),
        added in proptest::collection::vec(any::<bool>(), 4),
    ) {
        let first = write(&list(&before, &[false; 12]));
        let mut edited = String::new();
        for text in first.lines() {
            let item = (0..12usize).find(|item| text.contains(&format!("item-\u{200b}-{item} ")));
            match item {
                Some(item) => {
                    let deed = &deeds[item];
                    let mut text = text.to_owned();
                    if deed.words {
                        text = text.replacen("first", &format!("first (Ming, {item})"), 1);
                    }
                    if let Some(tick) = deed.tick {
                        text = text.replacen("- [ ] ", TICKS[tick], 1);
                    }
                    edited.push_str(&text);
                    edited.push('\n');
                    if deed.note {
                        edited.push_str(&format!("  note of {item}\n"));
                    }
                }
                None => {
                    edited.push_str(text);
                    edited.push('\n');
                }
            }
            for (at, is_added) in added.iter().enumerate().filter(|(_, is_added)| **is_added) {
                let below = if at == 3 { "qun:checklist ".to_owned() } else { format!("qun:section part-{at} ") };
                if text.contains(&below) && *is_added {
                    edited.push_str(&format!("\nadded {at}, one\n\nadded {at}, two\n"));
                }
            }
        }
        let second = again(list(&after, &edition), &edited);
        for item in (0..12usize).filter(|item| before[*item]) {
            let deed = &deeds[item];
            let shown = line(&second, item);
            if deed.tick.is_some() {
                prop_assert!(shown.is_some_and(|line| line.starts_with("- [x] ")), "tick of {item}:\n{second}");
            } else if let Some(shown) = shown {
                prop_assert!(shown.starts_with("- [ ] "), "no tick of {item}:\n{second}");
            }
            if deed.note {
                prop_assert!(second.contains(&format!("  note of {item}\n")), "note of {item}:\n{second}");
            }
            if deed.words {
                prop_assert!(second.contains(&format!("first (Ming, {item})")), "words of {item}:\n{second}");
            }
            // what nobody touched says what the plan says now, and goes when the plan has it no more
            if deed.tick.is_none() && !deed.note && !deed.words {
                prop_assert_eq!(shown.is_some(), after[item], "{}", second);
                let wanted = if edition[item] { "anew" } else { "first" };
                prop_assert!(shown.is_none_or(|line| line.ends_with(wanted)), "{}", second);
            }
        }
        for at in (0..4).filter(|at| added[*at]) {
            prop_assert!(second.contains(&format!("added {at}, one\n\nadded {at}, two\n")), "added {at}:\n{second}");
        }
        prop_assert_eq!(again(list(&after, &edition), &second), second.clone(), "idempotent");
        // and it comes back when the plan has it again
        let third = again(list(&[true; 12], &edition), &second);
        for item in (0..12usize).filter(|item| before[*item] && deeds[*item].tick.is_some()) {
            prop_assert!(line(&third, item).is_some_and(|line| line.starts_with("- [x] ")), "{}", third);
        }
        prop_assert_eq!(third.matches("item-\u{200b}-").count(), 12, "each once:\n{}", third);
    }
}

fn talk(start: &str, held: &[&str]) -> Checklist {
    let day = |text: &str| text.parse().expect("a day");
    let item = ChecklistItem { id: format!("talk/doors/{start}"), text: "open".into(), ..ChecklistItem::default() };
    let section = Section { id: "s".into(), title: "S".into(), items: vec![item], ..Section::default() };
    let dates = Dates {
        range: Some((day("2026-12-01"), day("2027-01-31"))),
        held: held.iter().map(|on| ("talk".to_owned(), day(on))).collect(),
    };
    Checklist { name: "talk".into(), title: "Talk".into(), sections: vec![section], dates, ..Checklist::default() }
}

#[test]
fn a_moved_occurrence_keeps_its_ticks_and_the_next_one_has_none() {
    let ticked = write(&talk("2026-12-27T14:00", &["2026-12-27"])).replace("- [ ]", "- [x]");
    let later = again(talk("2026-12-27T14:30", &["2026-12-27"]), &ticked);
    assert!(later.contains("- [x] open") && !later.contains("No longer"), "half an hour later: {later}");
    let moved = again(talk("2026-12-28T14:00", &["2026-12-28"]), &ticked);
    assert!(moved.contains("- [x] open") && !moved.contains("No longer"), "a day later: {moved}");
    let next = again(talk("2027-01-24T14:00", &["2026-12-27", "2027-01-24"]), &ticked);
    assert!(next.contains("- [ ] open"), "the next one is still to be done: {next}");
    assert!(next.split_once("No longer").is_some_and(|(_, gone)| gone.contains("- [x] open")), "{next}");
}
