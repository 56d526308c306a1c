//! Whatever people do to the rows of a calendar's workbook, what they wrote lands on its own entry, or is listed.

use proptest::prelude::*;
use qun::calendar::{CalendarRequest, calendar};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::render::calendar::{View, xlsx};
use qun::returned::{CalendarEntry, Returned, returned};
use qun::source::Document;
use qun::table::{self, TableCell};
use qun::{Day, Language};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const ENTRIES: usize = 24;

fn plan(language: Language) -> String {
    let tag = language.tag();
    format!(
        "language = \"{tag}\"\ntime_zone = \"Asia/Shanghai\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
         [[people]]\nname = \"小雨\"\n\
         [[activities]]\nid = \"night\"\ntitle = \"夜读 night\"\nwhen = \"every Mon, Wed, Fri, Sun 20:00\"\nowner = \"小雨\"\n\
         [[activities]]\nid = \"late\"\ntitle = \"夜读 night\"\nwhen = \"every Wed 22:00\"\n"
    )
}

/// The first entries of December, with one title on most days, twice on Wednesdays; and their workbook.
fn entries(language: Language) -> (Vec<CalendarEntry>, Vec<u8>) {
    let text = plan(language);
    let (mut buffer, library) = (String::new(), Library::default());
    let reading = read(&Document::parse(&text, &mut buffer), &library);
    let [from, to]: [Day; 2] = ["2026-12-01", "2026-12-31"].map(|day| day.parse().expect("a day"));
    let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
    let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a month");
    let view = View { language, ..View::new(&reading.plan, &reading.index, &calendar) };
    let entry = |row: &qun::render::calendar::Row| CalendarEntry {
        uid: row.uid.clone(),
        day: row.start.day,
        time: row.start.time,
        title: row.title.clone(),
        person: row.person.clone(),
        is_cancelled: row.cancelled,
    };
    let bytes = xlsx(&view, "2026-11-29".parse().expect("a day")).expect("a workbook");
    (view.running_rows().iter().map(entry).collect(), bytes)
}

#[test]
fn a_workbook_as_it_was_written_says_nothing() {
    for language in Language::ALL {
        let (entries, bytes) = entries(language);
        assert!(entries.len() >= ENTRIES / 2, "{}", entries.len());
        let (tables, _) = table::read(&bytes).expect("a table");
        assert_eq!(returned(&tables[0], &entries), Some(Returned::default()));
        assert_eq!(returned(&tables[1], &entries), None, "a month is no table");
    }
}

/// What people do to one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hand {
    Leave,
    Delete,
    Retitle,
    Redate,
    NextWeek,
    BlankId,
    DamageId,
    IdOfBefore,
    DateAsText,
    Duplicate,
}

const HANDS: [Hand; 10] = [
    Hand::Leave,
    Hand::Delete,
    Hand::Retitle,
    Hand::Redate,
    Hand::NextWeek,
    Hand::BlankId,
    Hand::DamageId,
    Hand::IdOfBefore,
    Hand::DateAsText,
    Hand::Duplicate,
];

fn save(rows: &[Vec<TableCell>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (date, time) = (Format::new().set_num_format("yyyy-mm-dd"), Format::new().set_num_format("hh:mm"));
    for (line, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                TableCell::Moment(day, _) => {
                    let (year, month, of_month) = day.ymd();
                    let day = ExcelDateTime::from_ymd(year as u16, month as u8, of_month as u8).expect("a day");
                    sheet.write_datetime_with_format(line, column, &day, &date).expect("written");
                }
                TableCell::Time(clock) => {
                    let (hour, minute) = clock.hour_minute();
                    let clock = ExcelDateTime::from_hms(hour as u16, minute as u8, 0).expect("a time");
                    sheet.write_datetime_with_format(line, column, &clock, &time).expect("written");
                }
                TableCell::Number(number) => {
                    sheet.write_number(line, column, *number).expect("written");
                }
                TableCell::Empty => {}
                cell => {
                    sheet.write_string(line, column, cell.to_string()).expect("written");
                }
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_lands_on_another_entry(
        hands in proptest::collection::vec(0..HANDS.len(), 40),
        order in Just((0..40usize).collect::<Vec<_>>()).prop_shuffle(),
        columns in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle(),
        english in any::<bool>(),
    ) {
        let language = if english { Language::En } else { Language::Zh };
        let (entries, bytes) = entries(language);
        let table = table::read(&bytes).expect("a table").0.swap_remove(0);
        let header = &table.rows[0];
        let at = |names: [&str; 2]| header.filled().find(|(_, cell)| names.contains(&cell.to_string().as_str())).expect("a column").0;
        let [date, title, done, came, notes, uid] =
            [["日期", "date"], ["标题", "title"], ["完成", "done"], ["到场", "came"], ["备注", "notes"], ["编号", "uid"]].map(at);
        let width = header.cells.len();
        prop_assert_eq!(width, columns.len());
        let mut rows: Vec<(Vec<TableCell>, usize, Hand)> = Vec::new();
        for (n, row) in table.rows.iter().skip(1).enumerate() {
            let mut cells = row.cells.clone();
            cells.resize(width, TableCell::Empty);
            cells[notes] = TableCell::Text(format!("note {n}."));
            cells[came] = TableCell::Number(n as f64);
            cells[done] = TableCell::Text(if english { "done" } else { "完成" }.to_owned());
            let hand = HANDS[hands[n]];
            match hand {
                Hand::Leave => {}
                Hand::Delete => continue,
                Hand::Retitle => cells[title] = TableCell::Text(format!("! {}", cells[title])),
                Hand::Redate => cells[date] = TableCell::Moment(entries[n].day.plus(400), None),
                Hand::NextWeek => cells[date] = TableCell::Moment(entries[n].day.plus(7), None),
                Hand::BlankId => cells[uid] = TableCell::Empty,
                Hand::DamageId => cells[uid] = TableCell::Text(format!("{}#REF!", cells[uid])),
                Hand::IdOfBefore => cells[uid] = TableCell::Text(entries[n.max(1) - 1].uid.clone()),
                Hand::DateAsText => cells[date] = TableCell::Text(entries[n].day.to_string()),
                Hand::Duplicate => {
                    let mut other = cells.clone();
                    other[notes] = TableCell::Text(format!("note {n}. again"));
                    rows.push((other, n, hand));
                }
            }
            rows.push((cells, n, hand));
        }
        let mut keyed: Vec<_> = rows.into_iter().enumerate().map(|(at, row)| (order[at % order.len()], at, row)).collect();
        keyed.sort_by_key(|(key, at, _)| (*key, *at));
        let shuffled: Vec<_> = keyed.into_iter().map(|(_, _, row)| row).collect();
        let lay = |cells: &[TableCell]| columns.iter().map(|column| cells[*column].clone()).collect::<Vec<_>>();
        let all: Vec<Vec<TableCell>> =
            std::iter::once(lay(&header.cells)).chain(shuffled.iter().map(|(cells, ..)| lay(cells))).collect();
        let saved = table::read(&save(&all)).expect("a table").0.swap_remove(0);
        let back = returned(&saved, &entries).expect("a calendar");
        for (cells, n, hand) in &shuffled {
            let note = cells[notes].to_string();
            let homes: Vec<&str> = back.rows.iter().filter(|(_, row)| row.notes.as_deref() == Some(&note)).map(|(uid, _)| uid.as_str()).collect();
            let listed = back.faults.iter().filter(|fault| fault.words.split(" | ").any(|cell| cell == note)).count();
            prop_assert!(homes.iter().all(|home| *home == entries[*n].uid), "{hand:?} {note} on {homes:?}\n{back:#?}");
            prop_assert!(homes.len() == 1 || listed >= 1, "{hand:?} {note} is lost\n{back:#?}");
            if matches!(hand, Hand::Leave | Hand::DateAsText) {
                // unless a row of another entry took its id
                prop_assert!(homes.len() == 1, "{hand:?} {note}\n{back:#?}");
                prop_assert_eq!(back.rows[homes[0]].came, Some(*n as u32));
            }
        }
    }
}
