//! Tables of readings: round trips, corrections, merges, and mistakes at their place.

use proptest::prelude::*;

use super::super::append::{append, append_table};
use super::super::assignment::assignment;
use super::*;
use crate::finding::PlacePart;
use crate::language::Language;
use crate::value::{Day, DayWindow};

const HEAD: &str = "id,recorded,from,to,subject,arm,metric,value,of,unit,by,source,replaces,note\n";

fn reading(subject: &str, typed: &str, day: i32) -> RecordedReading {
    let (measure, value, of) = assignment(typed, Some("CNY")).expect("a reading");
    let day = Day(20_600 + day);
    RecordedReading {
        id: String::new(),
        recorded: day.plus(1),
        window: DayWindow { first: day, last: day },
        subject: subject.to_owned(),
        arm: None,
        measure,
        value,
        of,
        by: Some("敏姐".to_owned()),
        source: None,
        replaces: None,
        note: None,
    }
    .identified()
}

/// The messages of the findings with the text at their place.
fn complaints(text: &str) -> Vec<(String, String)> {
    let shown = |finding: &Finding| {
        let PlacePart::Bytes(at) = finding.place.part.clone() else { panic!("{finding:?}") };
        (text[at].to_owned(), finding.message(Language::En))
    };
    read_readings(text).findings.iter().map(shown).collect()
}

#[test]
fn what_is_appended_is_read_back() {
    let mut note = reading("salon", "came=14/17", 0);
    note.note = Some("=1+1, \"雨\"\n第二行".to_owned());
    let all = [
        note.identified(),
        reading("club/salon/2026-12-09@qun", "收入=280.50元", 1),
        reading("retain", "评分=8/10", 2),
        reading("net", "净增=-3", 3),
    ];
    let text = append_table(&all);
    let file = read_readings(&text);
    assert_eq!((file.findings.len(), file.readings.as_slice()), (0, all.as_slice()), "{text}");
    assert!(text.starts_with('\u{feff}') && text.contains("'=1+1"), "no formula for a spreadsheet: {text}");
}

#[test]
fn appending_keeps_every_byte_and_the_order_of_columns() {
    let old = "metric;value;to;subject;my column\r\ncame;12;2026-12-05;salon;x";
    let new = append(old, &[reading("salon", "came=14", 0)]);
    assert!(new.starts_with(old) && new.ends_with("\r\ncame;14;2026-05-27;salon;\r\n"), "{new:?}");
    assert_eq!(read_readings(&new).readings.len(), 2);
}

#[test]
fn a_correction_takes_the_place_of_what_it_corrects() {
    let wrong = reading("salon", "came=41", 0);
    let mut right = reading("salon", "came=14", 0);
    right.replaces = Some(wrong.id.clone());
    let right = right.identified();
    let file = read_readings(&append_table(&[wrong, right.clone()]));
    assert_eq!((file.findings.len(), file.current().all()), (0, [right].as_slice()));
}

#[test]
fn two_readings_for_one_fact_are_named_and_the_later_counts() {
    let mut later = reading("salon", "came=15", 0);
    later.recorded = later.recorded.plus(1);
    let later = later.identified();
    let text = append_table(&[later.clone(), reading("salon", "came=14", 0)]);
    let file = read_readings(&text);
    assert_eq!(file.current().all(), [later]);
    let found = complaints(&text);
    assert!(
        found.len() == 1 && found[0].1.starts_with("two readings for one fact") && found[0].0 == "salon",
        "{found:?}"
    );
    assert_eq!(file.findings[0].level, Level::Warning);
}

#[test]
fn mistakes_are_found_at_their_cells() {
    for (row, at, message) in [
        ("a,2026-12-06,,soon,salon,,came,14,,,,,,", "soon", "cannot read `to`: soon"),
        ("a,2026-12-06,,03/04/2026,salon,,came,14,,,,,,", "03/04/2026", "03/04/2026 can be read as two different days"),
        ("a,,2026-12-09,2026-12-06,salon,,came,14,,,,,,", "2026-12-09", "`from` is after `to`"),
        ("a,,,2026-12-06,,,came,14,,,,,,", "", "`subject` is empty: what is the reading about?"),
        ("a,,,2026-12-06,salon,,cmae,14,,,,,,", "cmae", "there is no metric \"cmae\""),
        ("a,,,2026-12-06,salon,,came,-4,,,,,,", "-4", "came cannot be negative: -4"),
        ("a,,,2026-12-06,salon,,income,280,,,,,,", "280", "cannot read income: 280"),
        ("a,,,2026-12-06,salon,,came,14,12,,,,,", "12", "it is more than the 12 in all"),
        ("a,,,2026-12-06,salon,,came,14,x,,,,,", "x", "`of` takes a whole number, found x"),
        ("a,,,2026-12-06,test,c,came,14,,,,,,", "c", "`arm` is a or b, found c"),
        ("a,,,2026-12-06,salon,,came,14,,,,,gone,", "salon", "it corrects gone, which is not in the table"),
        ("a,,,2026-12-06,salon,,came,14,,,,,a,", "salon", "corrections go round in a circle: a"),
        ("<<<<<<< HEAD", "<<<<<<< HEAD", "two people added lines, and the marks of the merge are still there"),
        ("a,,,2026-12-06,salon,,came,14,,,,,,\"open", "\"open", "the quote is not closed"),
    ] {
        let found = complaints(&format!("{HEAD}{row}\n"));
        assert_eq!(found, [(at.to_owned(), message.to_owned())], "{row}");
    }
}

#[test]
fn a_table_without_its_columns_or_lines() {
    assert_eq!(read_readings("").findings.len(), 0);
    assert_eq!(
        complaints("id,to\n1,2\n"),
        [("id,to".to_owned(), "the first line lacks these columns: subject, metric, value".to_owned())]
    );
    let short = read_readings("to,subject,metric,value\n2026-12-06,salon,到场,14\n");
    assert_eq!((short.findings.len(), short.readings.len()), (0, 1));
    assert!(short.readings[0].id.starts_with('r'), "an id is made");
    let spreadsheet = read_readings("to,subject,metric,value\n12/25/2026,a,came,14\n03/04/2026,b,came,2\n");
    assert_eq!(
        (spreadsheet.findings.len(), spreadsheet.readings[1].window.last.to_string()),
        (0, "2026-03-04".to_owned())
    );
}

#[test]
fn one_id_for_two_readings_is_an_error() {
    let text = format!("{HEAD}a,,,2026-12-06,salon,,came,14,,,,,,\na,,,2026-12-06,salon,,score,4,,,,,,\n");
    assert_eq!(complaints(&text), [("a".to_owned(), "two different readings have the id a".to_owned())]);
}

proptest! {
    /// Two people add lines to their copies: whichever way they are merged, the same readings count.
    #[test]
    fn merges_of_appends_agree(
        mine in prop::collection::vec((0usize..3, 0i32..4, 0u8..4), 0..6),
        yours in prop::collection::vec((0usize..3, 0i32..4, 0u8..4), 0..6),
    ) {
        let made = |(subject, day, value): &(usize, i32, u8)| reading(["salon", "draw", "retain"][*subject], &format!("came={value}"), *day);
        let [mine, yours]: [Vec<RecordedReading>; 2] = [&mine, &yours].map(|added| added.iter().map(made).collect());
        let base = append_table(&[reading("salon", "came=9", 0)]);
        let [with_mine, with_yours] = [append(&base, &mine), append(&base, &yours)];
        let [both, turned] = [append(&with_mine, &yours), append(&with_yours, &mine)];
        let (one, other) = (read_readings(&both), read_readings(&turned));
        prop_assert_eq!(one.current().all().to_vec(), other.current().all().to_vec());
        prop_assert_eq!(one.readings.len(), other.readings.len());
        let added = [&with_mine[base.len()..], &with_yours[base.len()..]];
        let marked = format!("{base}<<<<<<< HEAD\n{}=======\n{}>>>>>>> yours\n", added[0], added[1]);
        let marked = read_readings(&marked);
        prop_assert_eq!(marked.current().all().to_vec(), one.current().all().to_vec());
    }

    #[test]
    fn nothing_makes_it_panic(text in "(?s).{0,200}", rows in prop::collection::vec("[a-z0-9,;\"/=%\n -]{0,40}", 0..8)) {
        read_readings(&text);
        read_readings(&format!("{HEAD}{}", rows.join("\n")));
    }
}
