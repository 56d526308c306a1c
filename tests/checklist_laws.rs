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

/// What people do to one item of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hand {
    Leave,
    Tick,
    HalfDone,
    Reword,
    Note,
    LongNote,
    FenceInNote,
    OwnLine,
    OwnFence,
    OwnTask,
    Copy,
    CopyTicked,
    CopyReworded,
    JoinWithNext,
    Indent,
}

const HANDS: [Hand; 15] = [
    Hand::Leave,
    Hand::Tick,
    Hand::HalfDone,
    Hand::Reword,
    Hand::Note,
    Hand::LongNote,
    Hand::FenceInNote,
    Hand::OwnLine,
    Hand::OwnFence,
    Hand::OwnTask,
    Hand::Copy,
    Hand::CopyTicked,
    Hand::CopyReworded,
    Hand::JoinWithNext,
    Hand::Indent,
];

/// What an editor or a formatter does to the whole file.
#[derive(Debug, Clone, Copy)]
struct Editor {
    wrap: Option<usize>,
    bullet: usize,
    is_loose: bool,
    has_blank_below_headings: bool,
    is_crlf: bool,
    has_bom: bool,
    has_front_matter: bool,
    are_boxes_escaped: bool,
    are_headings_renamed: bool,
}

fn editor() -> impl Strategy<Value = Editor> {
    (proptest::option::of(20usize..80), 0..4usize, proptest::collection::vec(any::<bool>(), 7)).prop_map(
        |(wrap, bullet, is)| Editor {
            wrap,
            bullet,
            is_loose: is[0],
            has_blank_below_headings: is[1],
            is_crlf: is[2],
            has_bom: is[3],
            has_front_matter: is[4],
            are_boxes_escaped: is[5],
            are_headings_renamed: is[6],
        },
    )
}

impl Editor {
    fn edit(self, text: &str) -> String {
        let mut out = Vec::new();
        let (mut number, mut is_fenced) = (0, false);
        if self.has_front_matter {
            out.extend(["---", "tags: [club]", "---", ""].map(str::to_owned));
        }
        for line in text.lines() {
            is_fenced ^= line.trim_start().starts_with("```");
            let is_item = line.starts_with("- [");
            let mut line = line.to_owned();
            if is_item {
                number += 1;
                let bullet = ["-".to_owned(), "*".to_owned(), "+".to_owned(), format!("{number}.")];
                line.replace_range(..1, &bullet[self.bullet]);
            }
            if is_item && self.are_boxes_escaped {
                line = line.replacen('[', "\\[", 1).replacen(']', "\\]", 1);
            }
            if self.are_headings_renamed && line.starts_with("## Part") {
                line.push_str(" (ours)");
            }
            if is_item && self.is_loose && !is_fenced && out.last().is_some_and(|last: &String| !last.is_empty()) {
                out.push(String::new());
            }
            let is_heading = line.starts_with('#');
            match self.wrap.filter(|_| is_item && !is_fenced) {
                Some(width) => out.extend(wrapped(&line, width)),
                None => out.push(line),
            }
            if is_heading && self.has_blank_below_headings {
                out.push(String::new());
            }
        }
        let end = if self.is_crlf { "\r\n" } else { "\n" };
        let bom = if self.has_bom { "\u{feff}" } else { "" };
        format!("{bom}{}{end}", out.join(end))
    }
}

/// A line over several, indented, broken at any blank.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in line.split(' ') {
        match out.last_mut() {
            Some(last)
                if last.chars().count() + word.chars().count() < width
                    || word == "<!--"
                    || last.ends_with("<!--")
                    || last.len() < 8 =>
            {
                last.push(' ');
                last.push_str(word);
            }
            Some(_) => out.push(format!("  {word}")),
            None => out.push(word.to_owned()),
        }
    }
    out
}

/// The text after people's hands were on its items, and whether each item can be joined with the next.
fn by_hand(text: &str, hands: &[Hand]) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(item) = (0..12usize).find(|item| line.contains(&format!("item-\u{200b}-{item} "))) else {
            out.push_str(&format!("{line}\n"));
            continue;
        };
        let ticked = line.replacen("[ ]", "[x]", 1);
        let reworded = line.replacen("do", &format!("reworded{item}x do"), 1);
        let below = |lines: &str| format!("{line}\n{}", lines.replace('N', &item.to_string()));
        out.push_str(&match hands[item] {
            Hand::Leave => line.to_owned(),
            Hand::Tick => ticked,
            Hand::HalfDone => line.replacen("[ ]", "[/]", 1),
            Hand::Reword => reworded,
            Hand::Note => below("  noteNx"),
            Hand::LongNote => below("  noteNx\n\n  noteNy\n\n    noteNz"),
            Hand::FenceInNote => below("  noteNx\n\n  ```\n  - [ ] noteNy\nnoteNz\n  ```"),
            Hand::OwnLine => below("\nownNx\nownNy\n"),
            Hand::OwnFence => below("```\nownNx\n- [x] ownNy\n```"),
            Hand::OwnTask => below("- [x] ownNx\n  ownNy"),
            Hand::Copy => format!("{line}\n{line}\n  note{item}x"),
            Hand::CopyTicked => format!("{line}\n{ticked}"),
            Hand::CopyReworded => format!("{line}\n{}", reworded.replacen("[ ]", "[x]", 1)),
            Hand::JoinWithNext => {
                let joins = lines.peek().is_some_and(|next| next.starts_with("- ["));
                out.push_str(line);
                out.push_str(if joins { " " } else { "\n" });
                continue;
            }
            Hand::Indent => format!("    {line}"),
        });
        out.push('\n');
    }
    out
}

/// The item whose line is the last one with a mark up to a word.
fn item_above(text: &str, word: &str) -> Option<usize> {
    let end = text.find(word)? + word.len();
    let end = text[end..].find('\n').map_or(text.len(), |more| end + more);
    let last = text[..end].rsplit("item-\u{200b}-").next()?;
    last.split(' ').next()?.parse().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_or_lands_elsewhere_whatever_people_and_editors_do(
        after in proptest::collection::vec(any::<bool>(), 12),
        edition in proptest::collection::vec(any::<bool>(), 12),
        hands in proptest::collection::vec(0..HANDS.len(), 12),
        editor in editor(),
    ) {
        let hands: Vec<Hand> = hands.into_iter().map(|hand| HANDS[hand]).collect();
        let first = write(&list(&[true; 12], &[false; 12]));
        let edited = editor.edit(&by_hand(&first, &hands));
        let second = again(list(&after, &edition), &edited);
        let plain = second.replace("\r\n", "\n");
        let case = || format!("{hands:?}\n{edited}\n→\n{plain}");
        for (item, hand) in hands.iter().enumerate() {
            let shown = line(&plain, item);
            let is_ticked = shown.is_some_and(|line| line.starts_with("- [x] "));
            let is_to_be = matches!(hand, Hand::Tick | Hand::CopyTicked);
            prop_assert_eq!(is_ticked, is_to_be, "tick of {}: {}", item, case());
            if *hand == Hand::HalfDone {
                prop_assert!(shown.is_some_and(|line| line.starts_with("- [/] ")), "{item}: {}", case());
            }
            let words = |name: &str, ends: &str| ends.chars().map(|end| format!("{name}{item}{end}")).collect::<Vec<_>>();
            let notes = match hand {
                Hand::Note | Hand::Copy => words("note", "x"),
                Hand::LongNote | Hand::FenceInNote => words("note", "xyz"),
                _ => Vec::new(),
            };
            for note in notes {
                prop_assert_eq!(plain.matches(&note).count(), 1, "{}: {}", note, case());
                prop_assert_eq!(item_above(&plain, &note), Some(item), "{}: {}", note, case());
            }
            let own = match hand {
                Hand::OwnLine | Hand::OwnFence | Hand::OwnTask => words("own", "xy"),
                Hand::CopyReworded | Hand::Reword => words("reworded", "x"),
                _ => Vec::new(),
            };
            for own in own {
                prop_assert_eq!(plain.matches(&own).count(), 1, "{}: {}", own, case());
                if after[item] {
                    prop_assert_eq!(item_above(&plain, &own), Some(item), "{}: {}", own, case());
                }
            }
            if *hand == Hand::CopyReworded {
                prop_assert!(plain.contains(&format!("- [x] reworded{item}x")), "{}", case());
            }
            if matches!(hand, Hand::Leave | Hand::Tick | Hand::Note) && after[item] && !edition[item] {
                prop_assert!(shown.is_some_and(|line| line.ends_with("first")), "{item}: {}", case());
            }
        }
        for part in 0..3 {
            prop_assert_eq!(plain.matches(&format!("## Part {part}")).count(), 1, "{}", case());
            let renamed = plain.contains(&format!("## Part {part} (ours)"));
            prop_assert_eq!(renamed, editor.are_headings_renamed, "{}", case());
        }
        prop_assert_eq!(plain.matches("tags: [club]").count(), usize::from(editor.has_front_matter));
        prop_assert!(!editor.has_front_matter || plain.starts_with("---\n"));
        prop_assert_eq!(second.contains("\r\n"), editor.is_crlf);
        prop_assert_eq!(again(list(&after, &edition), &second), second.clone(), "idempotent: {}", case());
        let formatted = again(list(&after, &edition), &editor.edit(&second));
        let formatted = formatted.replace("\r\n", "\n");
        for item in 0..12 {
            let tick = |text: &str| line(text, item).map(|line| line[..6].to_owned());
            prop_assert_eq!(tick(&formatted), tick(&plain), "formatted again: {}\n→\n{}", case(), formatted);
        }
    }
}
