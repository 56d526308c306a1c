//! Texts stay texts, large tables are whole, names of sheets are valid.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

/// One table with one column of texts.
fn texts(texts: &[String]) -> Vec<WorkbookSheet> {
    let rows =
        texts.iter().map(|text| WorkbookRow { cells: vec![WorkbookCell::text(text.as_str())], look: RowLook::Plain });
    vec![WorkbookSheet::Table(WorkbookTable {
        name: "t".to_owned(),
        columns: vec![WorkbookColumn { head: "text", width: 20, use_: ColumnUse::Write }],
        rows: rows.collect(),
        late: None,
    })]
}

#[test]
fn no_cell_is_a_formula_and_every_text_comes_back() {
    let mut payloads: Vec<String> = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x\",\"y\")",
        "http://example.org",
        "mailto:a@b.c",
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "\t=1",
        "_x0041_",
        "_x000D_",
        "a\nb",
        "<b>&amp;\"'",
        "{=1}",
        "true",
        "2026-12-01",
        "1e5",
        "00123",
        "internal:Sheet1!A1",
        "file://etc/passwd",
        "\u{1f600}é漢字",
        "  spaces  ",
        "'quoted",
        "]]>",
    ]
    .map(str::to_owned)
    .to_vec();
    payloads.push("长".repeat(40_000));
    let make = || workbook("t", texts(&payloads), day("2026-11-29"), Language::En).expect("a workbook");
    let bytes = make();
    assert!(bytes == make(), "the same input gives the same bytes");
    let mut book = open(bytes);
    assert!(book.worksheet_formula("t").expect("a sheet").is_empty());
    let table = book.worksheet_range("t").expect("a sheet");
    for (line, payload) in table.rows().skip(1).zip(&payloads) {
        let wanted = cell::fitted(payload).into_owned();
        assert_eq!(line[0], Data::String(wanted), "{payload:.20}");
    }
    assert_eq!(cell::fitted(&payloads[25]).encode_utf16().count(), 32_767);
}

#[test]
fn many_rows_are_written_away_and_read_back() {
    let many: Vec<String> = (0..25_000).map(|n| format!("row {n}")).collect();
    let bytes = workbook("t", texts(&many), day("2026-11-29"), Language::En).expect("a workbook");
    let table = open(bytes).worksheet_range("t").expect("a sheet");
    assert_eq!(table.height(), 25_001);
    assert_eq!(table.get((25_000, 0)), Some(&Data::String("row 24999".to_owned())));
}

#[test]
fn names_of_sheets_are_those_that_excel_takes() {
    let mut names = SheetNames::default();
    let long = "a".repeat(40);
    for (wish, name) in [
        ("a/b:c?[d]*'\\", "abcd"),
        ("ABCD", "ABCD 2"),
        ("", "1"),
        ("History", "1 2"),
        (long.as_str(), &long[..31]),
        (long.as_str(), &format!("{} 2", &long[..29])),
    ] {
        assert_eq!(names.unique(wish), name);
    }
}
