//! Broken, hostile and doubtful files: a clear answer, and nothing lost that came before.

use std::io::Write;

use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::*;

fn error(bytes: impl AsRef<[u8]>) -> (ExportError, ExportRun) {
    let mut run = run();
    let (_, end) = read_in(&mut run, bytes);
    (end.expect_err("it is broken"), run)
}

#[test]
fn a_cut_export_counts_what_came_before() {
    for (export, before) in [(CHATLAB, 2), (CHATLAB_LINES, 2), (DISCORD, 2), (TELEGRAM, 2)] {
        let last = export.trim_end().rfind(if export == CHATLAB_LINES { "sender" } else { "}" }).expect("its end");
        let (error, run) = error(&export[..last]);
        assert!(matches!(error, ExportError::Truncated(line) if line > 1), "{error:?}");
        let counted = if export == CHATLAB_LINES { 1 } else { before };
        assert_eq!(run.coverage.messages, counted, "{export}");
    }
}

#[test]
fn other_encodings_are_named_and_never_guessed() {
    let (gbk, ..) = encoding_rs::GBK.encode("[05.01.24, 15:20:00] Ann: ok\n[05.01.24, 15:21:00] 小雨: 好\n");
    assert!(matches!(error(&gbk).0, ExportError::NotUtf8(2)));
    let utf16: Vec<u8> = "\u{feff}time,author".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(error(&utf16).0, ExportError::NotUtf8(1)));
    let json = [CHATLAB.replace("\"B\"", "\"@\"").replace("u2", "u@").as_bytes(), b""].concat();
    let json: Vec<u8> = json.into_iter().map(|byte| if byte == b'@' { 0xff } else { byte }).collect();
    assert!(matches!(error(&json).0, ExportError::NotUtf8(7)), "{:?}", error(&json).0);
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_asked() {
    let chat = "03/04/24, 15:20 - Ann: hi\n";
    assert!(matches!(error(chat).0, ExportError::AmbiguousDates));
    assert!(matches!(error("time,author\n03/04/2024 15:20,Ann\n").0, ExportError::AmbiguousDates));
    for (order, month) in [(DayAndMonth::DayFirst, "2024-04-03"), (DayAndMonth::MonthFirst, "2024-03-04")] {
        let mut run = run();
        run.options.date_order = Some(order);
        let (events, _) = read_in(&mut run, chat);
        let second = messages(&events)[0].second;
        assert_eq!(run.days.day_of(second).map(|day| day.to_string()).as_deref(), Some(month));
    }
}

#[test]
fn times_of_several_zones_are_the_moments_that_they_are() {
    let table = "time,author\n2024-01-05T15:20:00+08:00,a\n2024-01-05T07:20:00Z,b\n2024-01-05T02:20:00-05:00,c\n2024-01-05 15:20:00,d\n";
    let seconds: Vec<i64> = messages(&read(table).0).iter().map(|message| message.second).collect();
    assert_eq!(seconds, [1_704_439_200; 4]);
}

#[test]
fn a_line_of_many_megabytes_is_passed_over() {
    let long = "x".repeat(20_000_000);
    let chat = format!("[05.01.24, 15:20:00] Ann: {long}\n[05.01.24, 15:21:00] Ben: ok\n");
    assert_eq!(messages(&read(&chat).0).len(), 2);
    let lines = CHATLAB_LINES.replace("geheim-text", &long);
    assert_eq!(messages(&read(&lines).0).len(), 2);
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

const CHANNELS: &[u8] = br#"[{"id": "C1", "name": "general"}]"#;
const DAY: &[u8] = br#"[{"type":"message","user":"U1","ts":"1704439200.0001","text":"hi"},
{"type":"message","user":"U2","ts":"1704439260.0001","thread_ts":"1704439200.0001","text":"yo"},
{"type":"message","subtype":"message_changed","ts":"1704439270.0001"},
{"type":"message","user":"USLACKBOT","ts":"1704439280.0001","text":"reminder"}]"#;

#[test]
fn a_zip_bomb_is_not_unpacked_to_its_end() {
    let mut bomb = b"[".to_vec();
    bomb.resize(80 << 20, b' ');
    let archive =
        zip_of(&[("channels.json", CHANNELS), ("general/2024-01-04.json", DAY), ("general/2024-01-05.json", &bomb)]);
    assert!(archive.len() < 1 << 20, "it is small: {}", archive.len());
    let (error, run) = error(&archive);
    assert!(matches!(error, ExportError::UnsafeArchive), "{error:?}");
    assert_eq!(run.coverage.messages, 2, "what came before is counted");
}

#[test]
fn private_conversations_of_an_archive_stay_closed() {
    let archive = zip_of(&[
        ("channels.json", CHANNELS),
        ("general/2024-01-05.json", DAY),
        ("D0123/2024-01-05.json", b"not even JSON"),
        ("../general/2024-01-05.json", b"nor this"),
    ]);
    let (events, run) = read(&archive);
    let found = messages(&events);
    assert_eq!((found.len(), found[1].replies_to, run.coverage.private), (2, Some(found[0].id), 2));
    assert_eq!((run.coverage.bots, run.coverage.other_kinds.get("message_changed")), (1, Some(&1)));
    let other = zip_of(&[("[Content_Types].xml", b"<x/>")]);
    assert!(matches!(error(&other).0, ExportError::UnknownKind));
    assert!(matches!(error(&archive[..archive.len() / 2]).0, ExportError::Truncated(_)));
}

#[test]
fn what_is_no_export_says_so() {
    for bytes in ["", "{}", "hello", "[1, 2]", "a,b\n1,2\n", "{\"name\": 1"] {
        assert!(matches!(error(bytes).0, ExportError::UnknownKind), "{bytes}");
    }
    assert!(matches!(error("time,text\n1,2\n").0, ExportError::MissingColumn(column) if column.zh == "发送人"));
}

#[test]
fn names_of_kinds_are_cleaned() {
    let kinds = DISCORD.replace("ChannelPinnedMessage", "\\u001b[31mRosa Planted");
    let (_, run) = read(&kinds);
    assert_eq!(run.coverage.other_kinds.iter().collect::<Vec<_>>(), [(&"other".to_owned(), &1)]);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(at in 0usize..2_000, byte in any::<u8>(), which in 0usize..7) {
        let export = [CHATLAB, CHATLAB_LINES, DISCORD, TELEGRAM, WECOM, WHATSAPP, DISCOURSE][which];
        let mut bytes = export.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_in(&mut run(), &bytes);
        bytes.truncate(at);
        let _ = read_in(&mut run(), &bytes);
    }
}
