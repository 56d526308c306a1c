//! Text in all encodings, workbooks with dates and merged cells, bytes that are no table.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;
use crate::value::Day;

fn text(text: &str) -> TableCell {
    TableCell::Text(text.to_owned())
}

#[test]
fn texts_are_read_in_all_encodings_and_with_all_separators() {
    let rows = |bytes: &[u8]| {
        let (tables, encoding) = read(bytes).expect("a table");
        let cells = tables[0].rows.iter().map(|row| (row.number, row.cells.clone())).collect::<Vec<_>>();
        (cells, encoding)
    };
    let wanted = vec![(1, vec![text("日期"), text("主题")]), (3, vec![text("12月5日"), text("共读, 二")])];
    let csv = "日期,主题\r\n\r\n12月5日,\"共读, 二\"\r\n";
    assert_eq!(rows(csv.as_bytes()), (wanted.clone(), Encoding::Utf8));
    assert_eq!(rows(format!("\u{feff}{csv}").as_bytes()), (wanted.clone(), Encoding::Utf8));
    let (gbk, _, _) = encoding_rs::GBK.encode(csv);
    assert_eq!(rows(&gbk), (wanted.clone(), Encoding::Gbk));
    let utf16: Vec<u8> =
        "\u{feff}日期\t主题\n\n12月5日\t共读, 二\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(rows(&utf16), (wanted.clone(), Encoding::Utf16));
    assert_eq!(rows("日期;主题\n\n12月5日;共读, 二\n".as_bytes()), (wanted, Encoding::Utf8));
}

#[test]
fn rows_have_the_numbers_of_a_spreadsheet() {
    let numbers =
        |text: &str| read(text.as_bytes()).expect("a table").0[0].rows.iter().map(|row| row.number).collect::<Vec<_>>();
    assert_eq!(numbers("a,b\n\"x\ny\",2\n3,4\n"), [1, 2, 3], "a cell of two lines is one row");
    assert_eq!(numbers("\n\na,b\n\n\n3,4\n"), [3, 6]);
    assert_eq!(numbers(",\na,b\n"), [2]);
}

#[test]
fn a_workbook_has_dates_times_and_merged_cells() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("十二月").expect("a name");
    let (date, time) = (Format::new().set_num_format("yyyy-mm-dd"), Format::new().set_num_format("hh:mm"));
    sheet.merge_range(0, 0, 0, 3, "社群日历", &Format::new()).expect("merged");
    sheet.merge_range(1, 0, 2, 0, "", &Format::new()).expect("merged");
    let day = ExcelDateTime::from_ymd(2026, 12, 5).expect("a day");
    sheet.write_datetime_with_format(1, 0, &day, &date).expect("written");
    let clock = ExcelDateTime::from_hms(20, 30, 0).expect("a time");
    sheet.write_datetime_with_format(1, 1, &clock, &time).expect("written");
    sheet.write_string(1, 2, "共读").expect("written");
    sheet.write_string(2, 2, "签到").expect("written");
    sheet.write_number(2, 3, 12).expect("written");
    let both = day.clone().and_hms(19, 59, 59.9).expect("a moment");
    sheet.write_datetime_with_format(3, 0, &both, &date).expect("written");
    let hidden = book.add_worksheet();
    hidden.set_hidden(true).write_string(0, 0, "x").expect("written");
    let bytes = book.save_to_buffer().expect("a workbook");
    let (tables, _) = read(&bytes).expect("a table");
    assert_eq!(tables.len(), 1);
    let day: Day = "2026-12-05".parse().expect("a day");
    let clock = "20:30".parse().expect("a time");
    let rows: Vec<&[TableCell]> = tables[0].rows.iter().map(|row| &row.cells[..]).collect();
    assert_eq!(rows[0], [text("社群日历")]);
    assert_eq!(rows[1], [TableCell::Moment(day, None), TableCell::Time(clock), text("共读")]);
    assert_eq!(rows[2], [TableCell::Moment(day, None), TableCell::Empty, text("签到"), TableCell::Number(12.0)]);
    assert_eq!(rows[3], [TableCell::Moment(day, "20:00".parse().ok())]);
}

#[test]
fn what_is_no_table_is_an_error_and_a_far_cell_costs_nothing() {
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 1]).err(), Some(TableError::OtherWorkbook));
    let opendocument = [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetypeapplication/vnd.oasis"].concat();
    assert_eq!(read(&opendocument).err(), Some(TableError::OtherWorkbook));
    assert!(matches!(read(b"PK\x03\x04nonsense"), Err(TableError::Damaged(_))));
    assert_eq!(read(&[0xff, 0x00, 0x81]).err(), Some(TableError::NotText));
    let mut book = Workbook::new();
    book.add_worksheet().write_string(1_048_575, 16_383, "far").expect("written");
    assert_eq!(read(&book.save_to_buffer().expect("a workbook")).err(), Some(TableError::TooLarge));
}

/// A workbook of a few hundred kilobytes whose sheet unzips to 400 MB of spaces.
#[test]
fn a_workbook_that_unzips_to_too_much_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/sharedStrings.xml", options).expect("a file");
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..400 {
        archive.write_all(&spaces).expect("written");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    assert_eq!(read(&bytes).err(), Some(TableError::TooLarge));
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        let _ = read(&bytes);
        let zip: Vec<u8> = b"PK\x03\x04".iter().copied().chain(bytes).collect();
        let _ = read(&zip);
    }
}
