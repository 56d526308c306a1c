//! Exports that people bring: found out by what they hold, whole or broken, and nothing of them kept or shown.

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::Value;
use zip::write::SimpleFileOptions;

use crate::kit::{Place, Run};

const CLUB: &str = "language = \"en\"\ntime_zone = \"Asia/Shanghai\"\nholidays = \"none\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [[people]]\nid = \"dana\"\nname = \"Dana\"\nhandle = \"@Dana_K\"\n\
    [[activities]]\nid = \"salon\"\ntitle = \"Salon\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"dana\"\n\
    [rules.data]\npurpose = \"Renewals\"\nkeep = \"180d\"\n";

/// A text, a name, an address, a number of a phone, a mail address: what may get nowhere.
const PLANTED: [&str; 5] = ["geheim-text", "Rosa Planted", "203.0.113.77", "13800001111", "rosa@example.org"];

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

fn refused(place: &Place, words: &[&str], reason: &str) {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 2, "{words:?}: {} {}", run.out, run.err);
    assert!(run.err.contains(reason), "{words:?}: {}", run.err);
    assert!(!place.files().contains(&"community.readings.csv".to_owned()), "nothing is written");
}

fn readings(place: &Place) -> String {
    place.read("community.readings.csv")
}

/// Who wrote how much on which day: six people, each planted.
fn lines() -> impl Iterator<Item = (u32, u32, String)> {
    (0..36).map(|n| (n, 2 + n % 12, format!("Rosa Planted {}", n % 6)))
}

/// An export of messages as a workbook: a title, then columns in Chinese, dates as serial numbers, texts and formulas.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").expect("a name").write(0, 0, "导出说明 geheim-text").expect("a cell");
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "群聊记录 2026-11").expect("a cell");
    for (column, head) in ["编号", "时间", "发送人", "群", "内容", "备注", "手机"].into_iter().enumerate()
    {
        sheet.write(2, column as u16, head).expect("a cell");
    }
    let moment = Format::new().set_num_format("yyyy/m/d hh:mm");
    for (n, day, name) in lines() {
        let row = 3 + n;
        sheet.write(row, 0, format!("m{n}")).expect("a cell");
        let at = ExcelDateTime::from_ymd(2026, 11, day as u8)
            .and_then(|day| day.and_hms(9, 30, n as f64))
            .expect("a moment");
        match n % 3 {
            0 => sheet.write_with_format(row, 1, &at, &moment).expect("a cell"),
            // a serial number without the format of a date
            1 => sheet.write(row, 1, at.to_excel()).expect("a cell"),
            _ => sheet.write(row, 1, format!("2026年11月{day}日 上午9:30")).expect("a cell"),
        };
        match n % 2 {
            0 => sheet.write(row, 2, name.as_str()).expect("a cell"),
            // what a formula came to is what people see
            _ => sheet.write_formula(row, 2, Formula::new("=A1").set_result(name)).expect("a cell"),
        };
        sheet.write(row, 3, "一群 rosa@example.org").expect("a cell");
        sheet
            .write_formula(row, 4, Formula::new("=HYPERLINK(\"http://203.0.113.77\")").set_result("geheim-text"))
            .expect("a cell");
        sheet.write(row, 6, "13800001111").expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_of_messages_is_read_as_such_and_no_calendar() {
    let place = Place::with(CLUB);
    place.write("群聊.xlsx", &workbook());
    let run = ok(&place, &["record", "--from", "群聊.xlsx"]);
    assert!(run.err.contains("2026-11-02 to 2026-11-13") && run.err.contains("6 people, 36 messages"), "{}", run.err);
    let text = readings(&place);
    assert!(text.contains(",2026-11-02,2026-11-13,club,,active,6,") && text.contains(",messages,36,"), "{text}");
    let review: Value =
        serde_json::from_str(&ok(&place, &["review", "--from", "群聊.xlsx", "--format", "json"]).out).expect("JSON");
    assert_eq!((&review["exports"]["messages"], &review["members"]["writers"]), (&36.into(), &6.into()));
    let english = {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in [["Time", "Author", "Channel"]]
            .into_iter()
            .chain((0..8).map(|n| match n % 2 {
                0 => ["2026-11-03T10:00:00Z", "a", "general"],
                _ => ["2026-11-04 10:00", "b", "general"],
            }))
            .enumerate()
        {
            cells.iter().enumerate().for_each(|(column, cell)| {
                sheet.write(row as u32, column as u16, *cell).expect("a cell");
            });
        }
        book.save_to_buffer().expect("a workbook")
    };
    place.write("chat.xlsx", &english);
    let run = ok(&place, &["review", "--from", "chat.xlsx"]);
    assert!(run.out.contains("2 people, 8 messages"), "{}", run.out);
    let other = Place::with(CLUB);
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Dear Ana").expect("a cell");
    other.write("letter.xlsx", &book.save_to_buffer().expect("a workbook"));
    refused(&other, &["record", "--from", "letter.xlsx"], "a calendar has columns such as title, done, came");
}

#[test]
fn broken_exports_say_where_and_count_what_came_before() {
    let chat = |rows: &str| format!("time,author,channel,id\n{rows}");
    let rows = |range: std::ops::Range<u32>| {
        range.map(|n| format!("2026-11-{:02} 10:00,u{},c,m{n}\n", 2 + n % 12, n % 6)).collect::<String>()
    };
    let message = |n: u32| {
        format!(
            "{{\"_type\":\"message\",\"sender\":\"u{}\",\"timestamp\":{},\"type\":0,\"platformMessageId\":\"{n}\"}}\n",
            n % 6,
            1_793_000_000 + n * 3_600
        )
    };
    let jsonl = |range: std::ops::Range<u32>| {
        "{\"_type\":\"header\",\"chatlab\":{\"version\":\"0.0.1\"},\"meta\":{\"name\":\"g\"}}\n".to_owned()
            + &range.map(message).collect::<String>()
    };
    // cut in the middle of a record
    let place = Place::with(CLUB);
    place.write("cut.jsonl", &jsonl(0..40).as_bytes()[..jsonl(0..40).len() - 30]);
    let run = ok(&place, &["record", "--from", "cut.jsonl"]);
    assert!(run.err.contains("breaks off at line 41") && readings(&place).contains(",messages,39,"), "{}", run.err);
    // GBK is named, not guessed
    let place = Place::with(CLUB);
    let (gbk, ..) = encoding_rs::GBK.encode("时间,发送人,群\n2026-11-02 10:00,小雨,一群\n");
    place.write("gbk.csv", &gbk);
    refused(&place, &["record", "--from", "gbk.csv"], "not UTF-8 near line 1");
    // several zones in one file are the moments that they are
    let place = Place::with(CLUB);
    let zones = "2026-11-30T23:30:00-05:00,u1,c,a\n2026-12-01T12:30:00+08:00,u2,c,b\n2026-12-01 12:30,u3,c,c\n2026-12-01T04:30:00Z,u4,c,d\n2026-12-01T04:30:00Z,u5,c,e\n";
    place.write("zones.csv", chat(zones).as_bytes());
    ok(&place, &["record", "--from", "zones.csv"]);
    assert!(readings(&place).contains(",2026-12-01,2026-12-01,club,,messages,5,"), "{}", readings(&place));
    // the same id twice, and twice the same file
    let place = Place::with(CLUB);
    place.write("twice.csv", chat(&(rows(0..24) + &rows(12..24))).as_bytes());
    let run = ok(&place, &["record", "--from", "twice.csv", "twice.csv"]);
    assert!(run.err.contains("24 messages") && run.err.contains("48 duplicates"), "{}", run.err);
    // a line of many megabytes
    let place = Place::with(CLUB);
    place.write(
        "long.csv",
        chat(&(rows(0..12) + "2026-11-20 10:00,u1,\"" + &"x".repeat(20 << 20) + "\",long\n" + &rows(12..24)))
            .as_bytes(),
    );
    let run = ok(&place, &["record", "--from", "long.csv"]);
    assert!(run.err.contains("25 messages"), "{}", run.err);
    // negative counts, and two lines for one fact
    let place = Place::with(CLUB);
    place.write("counts.csv", b"from,to,subject,metric,value,of,unit\n2026-11-01,2026-11-30,club,messages,-4,,\n2026-11-01,2026-11-30,club,active,9,40,\n2026-11-01,2026-11-30,club,active,10,40,\n");
    let run = ok(&place, &["record", "--from", "counts.csv"]);
    assert!(run.err.contains("counts.csv:2:"), "{}", run.err);
    let text = readings(&place);
    assert!(text.contains(",active,9,40,") && text.contains(",active,10,40,") && !text.contains("-4"), "{text}");
    let lint = place.run("lint --select file/readings --fail-on never");
    assert!(lint.out.contains("community.readings.csv"), "two readings of one fact are found: {}", lint.out);
}

#[test]
fn a_zip_bomb_is_refused_and_nothing_is_written() {
    let zip = |files: &[(&str, &[u8])]| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
            writer.write_all(bytes).expect("its bytes");
        }
        writer.finish().expect("an archive").into_inner()
    };
    let place = Place::with(CLUB);
    let mut bomb = b"[".to_vec();
    bomb.resize(80 << 20, b' ');
    place.write("slack.zip", &zip(&[("channels.json", br#"[{"id":"C1","name":"g"}]"#), ("g/2026-11-01.json", &bomb)]));
    refused(&place, &["record", "--from", "slack.zip"], "unpacks to too much");
    let sheet = vec![b' '; 300 << 20];
    place.write("bomb.xlsx", &zip(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &sheet)]));
    refused(&place, &["record", "--from", "bomb.xlsx"], "too large");
}

/// One export of each kind, with a text, a name and addresses planted wherever the format has room for them.
fn planted() -> Vec<(&'static str, Vec<u8>)> {
    let person = |n: u32| format!("Rosa Planted {}", n % 6);
    let discord = |n: u32| {
        format!(
            r#"{{"id":"{n}","type":"Default","timestamp":"2026-11-{:02}T10:00:00+00:00","content":"geheim-text 203.0.113.77","author":{{"id":"7{}","name":"{}","nickname":"rosa@example.org","isBot":false}},"attachments":[{{"url":"http://203.0.113.77/a"}}],"reactions":[]}}"#,
            2 + n % 12,
            n % 6,
            person(n)
        )
    };
    let telegram = |n: u32| {
        format!(
            r#"{{"id":{n},"type":"message","date":"2026-11-02T10:00:00","date_unixtime":"{}","from":"{}","from_id":"user{}","text":[{{"type":"phone","text":"13800001111"}},"geheim-text"]}}"#,
            1_793_600_000 + n * 3_600,
            person(n),
            n % 6
        )
    };
    let chatlab = |n: u32| {
        format!(
            r#"{{"_type":"message","sender":"wxid{}","accountName":"{}","timestamp":{},"type":0,"content":"geheim-text rosa@example.org","platformMessageId":"{n}"}}"#,
            n % 6,
            person(n),
            1_793_600_000 + n * 3_600
        )
    };
    let join = |make: &dyn Fn(u32) -> String, with: &str| (0..36).map(make).collect::<Vec<_>>().join(with);
    let whatsapp =
        |n: u32| format!("[{:02}.11.26, 10:{:02}:00] {}: geheim-text 13800001111", 13 + n % 12, n % 60, person(n));
    let table = |n: u32| {
        format!(
            "2026-11-{:02} 10:00,{},Rosa Planted room,m{n},geheim-text,rosa@example.org,203.0.113.77",
            2 + n % 12,
            person(n)
        )
    };
    vec![
        ("discord.json", format!(r#"{{"guild":{{"id":"1","name":"Rosa Planted"}},"channel":{{"id":"2","name":"geheim-text"}},"dateRange":{{}},"messages":[{}]}}"#, join(&discord, ",")).into_bytes()),
        ("telegram.json", format!(r#"{{"name":"Rosa Planted","type":"private_supergroup","id":1,"messages":[{}]}}"#, join(&telegram, ",")).into_bytes()),
        ("chatlab.jsonl", format!("{{\"_type\":\"header\",\"chatlab\":{{\"version\":\"0.0.1\"}},\"meta\":{{\"name\":\"Rosa Planted\"}}}}\n{}\n", join(&chatlab, "\n")).into_bytes()),
        ("whatsapp.txt", (join(&whatsapp, "\n") + "\n").into_bytes()),
        ("discourse.csv", format!("created_at,user_id,category,id,raw,email,ip_address\n{}\n", join(&table, "\n")).into_bytes()),
        ("chat.xlsx", workbook()),
    ]
}

#[test]
fn nothing_planted_in_an_export_gets_into_any_file_or_output() {
    for (name, bytes) in planted() {
        let place = Place::with(CLUB);
        place.write(name, &bytes);
        let before = place.files();
        let check = |text: &str, of: &str| {
            let lower = text.to_lowercase();
            for secret in PLANTED {
                assert!(!lower.contains(&secret.to_lowercase()), "{name} {of}: {secret} in {text}");
            }
        };
        for format in ["text", "md", "json", "csv", "html"] {
            let run = ok(&place, &["review", "--from", name, "--format", format]);
            assert!(run.out.contains("36"), "{name} {format}: {}", run.out);
            check(&run.out, format);
            check(&run.err, format);
        }
        ok(&place, &["review", "--from", name, "-o", "review.xlsx"]);
        let mut book =
            zip::ZipArchive::new(std::fs::File::open(place.path("review.xlsx")).expect("a file")).expect("a workbook");
        for at in 0..book.len() {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut book.by_index(at).expect("a part"), &mut bytes).expect("its bytes");
            check(&String::from_utf8_lossy(&bytes), "xlsx");
        }
        drop(book);
        std::fs::remove_file(place.path("review.xlsx")).expect("the workbook goes");
        assert_eq!(place.files(), before, "{name}: nothing is kept");
        let run = ok(&place, &["record", "--from", name]);
        check(&(readings(&place) + &run.out + &run.err), "record");
        assert!(readings(&place).contains(",active,6,"), "{name}: {}", readings(&place));
        // what can be undone is kept in a folder of the state, too
        let kept: String = std::fs::read_dir(place.state())
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| std::fs::read(entry.path()).ok())
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .collect();
        check(&kept, "state");
        let cut = Place::with(CLUB);
        cut.write(name, &bytes[..bytes.len() * 2 / 3]);
        let run = cut.run_with(["record", "--from", name], b"");
        check(&(run.out + &run.err), "cut");
    }
}

#[test]
fn people_of_the_plan_are_counted_apart_and_given_aliases_are_one_person() {
    let place = Place::with(CLUB);
    let chat = "time,author,channel\n".to_owned()
        + &(0..40)
            .map(|n| {
                format!(
                    "2026-11-{:02} 10:00,{},c\n",
                    2 + n % 12,
                    ["dana_k", "old", "new", "u1", "u2", "u3", "u4", "u5"][n % 8]
                )
            })
            .collect::<String>();
    place.write("chat.csv", chat.as_bytes());
    let review = |words: &[&str]| -> Value {
        let all = ["review", "--from", "chat.csv", "--format", "json"].iter().chain(words).copied().collect::<Vec<_>>();
        serde_json::from_str(&ok(&place, &all).out).expect("JSON")
    };
    let plain = review(&[]);
    assert_eq!(plain["members"]["writers"], 8);
    let alone = &plain["members"]["without_team"];
    assert_eq!((&alone["team"], &alone["writers"], &alone["messages"]), (&1.into(), &7.into(), &35.into()), "{alone}");
    let merged = review(&["--same", "old=new"]);
    assert_eq!((&merged["members"]["writers"], &merged["members"]["messages"]), (&7.into(), &40.into()));
    let staff = review(&["--same", "old=newer", "--same", "newer=Dana"]);
    assert_eq!(
        (&staff["members"]["without_team"]["team"], &staff["members"]["without_team"]["messages"]),
        (&2.into(), &30.into())
    );
    let text = ok(&place, &["review", "--from", "chat.csv"]).out;
    assert!(text.contains("Without the team") && text.contains("7 people, 35 messages (team of 1 left out)"), "{text}");
    refused(&place, &["record", "--from", "chat.csv", "--same", "old"], "--same takes ONE=OTHER");
}
