//! Laws of a list that comes back as a table: whatever people do to its rows, no tick, note or row is lost, and none lands
//! on another item.

use encoding_rs::{GBK, UTF_16LE};
use proptest::prelude::*;
use qun::checklist::{Checklist, ChecklistItem, Section, Sheet, SheetReport, absorb, take_sheet};
use qun::language::Language;
use qun::render::{checklist_csv, checklist_markdown};
use qun::value::Day;
use rust_xlsxwriter::{Format, Workbook};

const TODAY: Day = Day(20_000);
const ITEMS: usize = 12;

/// Items 0–11 in three sections; the last two have the same words on two days.
fn list(edition: &[bool]) -> Checklist {
    let at = |day: i32| qun::calendar::At { day: Day(20_000 + day), time: None };
    let item = |n: usize| ChecklistItem {
        id: format!("part/{n}"),
        text: match n {
            10 | 11 => "早安一句".to_owned(),
            n if edition[n] => format!("第{n}件事换了说法，再看一遍"),
            n => format!("写好第{n}件事，然后发出去"),
        },
        due: Some(at(i32::try_from(n).unwrap_or_default())),
        person: Some(["小雨", "阿明、May"][n % 2].to_owned()),
        ..ChecklistItem::default()
    };
    let section = |part: usize| Section {
        id: format!("part-{part}"),
        title: format!("第{part}组"),
        items: (0..ITEMS).filter(|n| n % 3 == part).map(item).collect(),
        ..Section::default()
    };
    Checklist {
        name: "weekly".into(),
        of: Some(TODAY),
        community: Some("club".into()),
        title: "本周".into(),
        sections: (0..3).map(section).collect(),
        ..Checklist::default()
    }
}

/// What people do to one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hand {
    Leave,
    Delete,
    Reword,
    BlankId,
    DamageId,
    IdOfBefore,
    IdAndListOfBefore,
    NoList,
    OtherList,
    AddBelow,
}

const HANDS: [Hand; 10] = [
    Hand::Leave,
    Hand::Delete,
    Hand::Reword,
    Hand::BlankId,
    Hand::DamageId,
    Hand::IdOfBefore,
    Hand::IdAndListOfBefore,
    Hand::NoList,
    Hand::OtherList,
    Hand::AddBelow,
];

#[derive(Debug, Clone)]
struct Saved {
    separator: u8,
    encoding: usize,
    order: Vec<usize>,
    seed: u64,
    has_title_row: bool,
}

fn saved() -> impl Strategy<Value = Saved> {
    let order = Just((0..11usize).collect::<Vec<_>>()).prop_shuffle();
    (prop_oneof![Just(b','), Just(b';'), Just(b'\t')], 0..5usize, order, any::<u64>(), any::<bool>()).prop_map(
        |(separator, encoding, order, seed, has_title_row)| Saved { separator, encoding, order, seed, has_title_row },
    )
}

impl Saved {
    fn save(&self, rows: &[Vec<String>]) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().delimiter(self.separator).flexible(true).from_writer(Vec::new());
        if self.has_title_row {
            writer.write_record(["本周清单"]).expect("a row");
        }
        for row in rows {
            writer.write_record(self.order.iter().map(|column| row[*column].as_str())).expect("a row");
        }
        let text = String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8");
        match self.encoding {
            4 => self.workbook(rows),
            0 => text.into_bytes(),
            1 => format!("\u{feff}{text}").into_bytes(),
            2 => GBK.encode(&text).0.into_owned(),
            _ => {
                assert_eq!(UTF_16LE.name(), "UTF-16LE");
                [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
            }
        }
    }
}

impl Saved {
    /// A workbook, with a merged title and numbers where a spreadsheet takes a text for one.
    fn workbook(&self, rows: &[Vec<String>]) -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        if self.has_title_row {
            sheet.merge_range(0, 0, 0, 10, "本周清单", &Format::new()).expect("a title");
        }
        for (row, cells) in (u32::from(self.has_title_row)..).zip(rows) {
            for (place, column) in (0u16..).zip(&self.order) {
                let cell = &cells[*column];
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, place, number).map(drop),
                    Err(_) if cell.is_empty() => Ok(()),
                    Err(_) => sheet.write_string(row, place, cell).map(drop),
                }
                .expect("a cell");
            }
        }
        book.save_to_buffer().expect("a workbook")
    }
}

/// The rows of a table, the header first, as a spreadsheet shows them.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.trim_start_matches('\u{feff}');
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn shuffle<T>(rows: &mut [T], mut seed: u64) {
    for at in (1..rows.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, usize::try_from(seed >> 33).unwrap_or_default() % (at + 1));
    }
}

fn taken(list: &mut Checklist, bytes: &[u8]) -> SheetReport {
    take_sheet(list, &Sheet::read(bytes).expect("a table"), Language::Zh)
}

/// All lines of people's own.
fn own_lines(list: &Checklist) -> Vec<String> {
    let of = |section: &Section| {
        let below = section.items.iter().flat_map(|item| item.below.clone());
        section.above.iter().cloned().chain(below).chain(section.added.clone()).collect::<Vec<_>>()
    };
    list.sections.iter().flat_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_lands_on_another_item(
        hands in proptest::collection::vec(0..HANDS.len(), 18),
        ticks in proptest::collection::vec(any::<bool>(), 18),
        edition in proptest::collection::vec(any::<bool>(), ITEMS),
        saved in saved(),
    ) {
        let table = rows(&checklist_csv(&list(&[false; ITEMS]), Language::Zh));
        let column = |name: &str| table[0].iter().position(|cell| cell == name).expect("a column");
        let (item, done, notes, id, of) =
            (column("事项"), column("完成"), column("备注"), column("编号"), column("清单"));
        let mut edited: Vec<Vec<String>> = Vec::new();
        // what each row is: its item, its token, whether it is ticked, what was done to it
        let mut truth: Vec<(Option<usize>, String, bool, Hand)> = Vec::new();
        for (at, row) in table.iter().enumerate().skip(1) {
            let hand = HANDS[hands[at - 1]];
            let number = row[id].trim_start_matches("part/").parse().ok();
            let mut new = row.clone();
            new[notes] = format!("记{at}号");
            if ticks[at - 1] {
                new[done] = "√".to_owned();
            }
            match hand {
                Hand::Leave | Hand::AddBelow => {}
                Hand::Delete => continue,
                Hand::Reword => new[item] = format!("（急）{}", row[item]),
                Hand::BlankId => new[id].clear(),
                Hand::DamageId => new[id].push_str("#REF!"),
                Hand::IdOfBefore => new[id] = table[at.max(2) - 1][id].clone(),
                Hand::IdAndListOfBefore => {
                    new[id] = table[at.max(2) - 1][id].clone();
                    new[of] = table[at.max(2) - 1][of].clone();
                }
                Hand::NoList => new[of].clear(),
                Hand::OtherList => new[of] = new[of].replace("weekly", "monthly"),
            }
            truth.push((number, format!("记{at}号"), ticks[at - 1], hand));
            edited.push(new);
            if hand == Hand::AddBelow {
                let mut added = vec![String::new(); row.len()];
                (added[item], added[notes]) = (format!("自己加的{at}事"), format!("记加{at}号"));
                truth.push((None, format!("记加{at}号"), false, hand));
                edited.push(added);
            }
        }
        let mut pairs: Vec<_> = edited.into_iter().zip(truth).collect();
        shuffle(&mut pairs, saved.seed);
        let (edited, truth): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let all: Vec<Vec<String>> = std::iter::once(table[0].clone()).chain(edited.clone()).collect();
        let bytes = saved.save(&all);
        let mut new = list(&edition);
        let report = taken(&mut new, &bytes);
        let own = own_lines(&new).join("\n");
        let item_of = |n: usize| new.sections.iter().flat_map(|section| &section.items).find(|item| item.id == format!("part/{n}"));
        let case = || format!("{all:?}\n{report:?}\n{}", checklist_markdown(&new, TODAY, Language::Zh));
        for (row, (number, token, is_ticked, hand)) in edited.iter().zip(&truth) {
            let words = &row[item];
            let has_note = |text: &str| text.contains(&format!("{token}\n")) || text.ends_with(token.as_str());
            let here = new.sections.iter().flat_map(|section| &section.items).filter(|item| has_note(&item.notes.join("\n")));
            let homes: Vec<&str> = here.map(|item| item.id.as_str()).collect();
            let is_own = has_note(&own);
            let is_listed = report.problems.iter().any(|problem| problem.text == *words);
            match (number, hand) {
                (_, Hand::OtherList) => prop_assert!(homes.is_empty() && is_listed, "{token}: {}", case()),
                (Some(number), _) => {
                    let home = format!("part/{number}");
                    prop_assert!(homes.iter().all(|known| *known == home), "{token} on {homes:?}: {}", case());
                    prop_assert!(homes.len() + usize::from(is_own) == 1, "{token} is once: {}", case());
                    if homes.is_empty() {
                        prop_assert!(is_listed || matches!(hand, Hand::Reword | Hand::BlankId | Hand::DamageId | Hand::NoList | Hand::IdAndListOfBefore | Hand::IdOfBefore), "{token}: {}", case());
                        prop_assert!(own.contains(words.as_str()), "{token}: {}", case());
                    } else if *is_ticked {
                        prop_assert!(item_of(*number).is_some_and(|item| item.done), "tick of {number}: {}", case());
                    }
                    if matches!(hand, Hand::Leave | Hand::AddBelow) {
                        prop_assert_eq!(homes.len(), 1, "{}: {}", token, case());
                    }
                }
                (None, _) => {
                    prop_assert!(homes.is_empty() && is_own && own.contains(words.as_str()), "{token}: {}", case());
                }
            }
        }
        for n in 0..ITEMS {
            let ticked = truth.iter().any(|(number, _, is_ticked, hand)| *number == Some(n) && *is_ticked && *hand != Hand::OtherList);
            let is_done = item_of(n).is_some_and(|item| item.done);
            prop_assert!(!is_done || ticked, "nobody ticked {n}: {}", case());
        }
        // again, and through a file: the same
        let once = checklist_markdown(&new, TODAY, Language::Zh);
        let mut again = list(&edition);
        absorb(&mut again, &once, Language::Zh);
        taken(&mut again, &bytes);
        prop_assert_eq!(checklist_markdown(&again, TODAY, Language::Zh), once, "{}", case());
    }
}

#[test]
fn a_table_as_it_was_written_changes_nothing() {
    let mut ticked = list(&[false; ITEMS]);
    ticked.sections[0].items[0].done = true;
    ticked.sections[0].items[1].notes = vec!["  问过了".to_owned(), String::new(), "  等回复".to_owned()];
    ticked.sections[1].added = vec!["- [x] 自己的一件事 — 2026-12-05, 小雨".to_owned(), "  记".to_owned()];
    for language in Language::ALL {
        let mut new = ticked.clone();
        let report = taken(&mut new, checklist_csv(&ticked, language).as_bytes());
        assert_eq!(new, ticked);
        assert!(report.problems.is_empty(), "{report:?}");
    }
}
