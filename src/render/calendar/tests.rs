//! The same calendar through all formats.

mod fixture;
mod streaming;
mod terminal;

use calamine::{Data, Reader, Xlsx};
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use fixture::{Fixture, day, options};
use serde_json::Value;

use super::*;
use crate::language::Language;
use crate::value::Day;

/// Counted by hand for December 2026: 2 salons, the announcements of both and of none of January's (a week before
/// 9 January is 2 January), the end of sign-up of both, family day, retreat, 23 workdays, 2 days of the camp and its
/// beginning, the review, the first phase.
const DECEMBER: usize = 2 + 2 + 2 + 1 + 1 + 23 + 2 + 1 + 1 + 1;

fn december(test: impl Fn(&View<'_>)) {
    let fixture = Fixture::new();
    let calendar = fixture.calendar("2026-12-01", "2026-12-31");
    test(&View::new(&fixture.plan, &fixture.index, &calendar));
}

fn parsed(view: &View<'_>) -> Value {
    serde_json::from_str(&calendar(view, Format::Json, &options())).expect("JSON")
}

#[test]
fn its_days_are_those_of_the_clock_that_is_shown() {
    let text = "language = \"en\"\ntime_zone = \"America/New_York\"\n[[activities]]\nid = \"hack\"\nwhen = \"2026-12-12 18:00\"\n\
        lasts = \"20h\"\n";
    let fixture = Fixture::of(text);
    let calendar = fixture.calendar("2026-12-10", "2026-12-15");
    let on = |zone: Option<&str>| {
        let zone = zone.map(|zone| zone.parse().expect("a zone"));
        let view = View { zone: zone.as_ref(), ..View::new(&fixture.plan, &fixture.index, &calendar) };
        let row = view.rows().remove(0);
        (row.start.day.to_string(), row.last_day.to_string())
    };
    let days = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(on(None), days("2026-12-12", "2026-12-13"));
    // from midnight to 20:00 in Berlin, from 7:00 to 3:00 in Shanghai, from noon to 8:00 on Hawaii
    assert_eq!(on(Some("Europe/Berlin")), days("2026-12-13", "2026-12-13"));
    assert_eq!(on(Some("Asia/Shanghai")), days("2026-12-13", "2026-12-13"));
    assert_eq!(on(Some("Pacific/Honolulu")), days("2026-12-12", "2026-12-13"));
}

#[test]
fn a_post_says_its_time_on_its_own_wall() {
    let text = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n[[content]]\nid = \"post\"\nwhen = \"2026-12-09 20:00\"\n\
        time_zone = \"America/New_York\"\ntext = \"{date} TIME\"\n";
    let posted = |time: &str| -> Vec<Option<String>> {
        let fixture = Fixture::of(&text.replace("TIME", time));
        let calendar = fixture.calendar("2026-12-01", "2026-12-31");
        View::new(&fixture.plan, &fixture.index, &calendar).rows().into_iter().map(|row| row.text).collect()
    };
    assert_eq!(posted("{time}"), [Some("9 Dec 20:00 New York time".to_owned())]);
    // a text that names the zone itself needs it once
    assert_eq!(posted("{time} ET"), [Some("9 Dec 20:00 ET".to_owned())]);
}

#[test]
fn every_format_shows_every_entry() {
    december(|view| {
        let json = parsed(view);
        let entries = json["entries"].as_array().expect("entries");
        assert_eq!(entries.len(), DECEMBER);
        assert_eq!(json["days"].as_array().map(Vec::len), Some(31));
        // what lasts days is shown on each of them
        let expected: Vec<String> = json["days"]
            .as_array()
            .expect("days")
            .iter()
            .filter_map(|day| day["date"].as_str())
            .flat_map(|day| {
                let goes_on = |entry: &&Value| match (entry["date"].as_str(), entry["end"].as_str()) {
                    (Some(first), Some(last)) if entry["all_day"] == true => first <= day && day <= last,
                    (first, _) => first == Some(day),
                };
                entries.iter().filter(goes_on).map(|_| day.to_owned()).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(expected.len(), DECEMBER + 1, "the retreat lasts two days");
        for format in Format::ALL {
            let text = calendar(view, format, &options());
            let starts = |mark: &str| text.lines().filter(|line| line.starts_with(mark)).count();
            match format {
                Format::Csv => {
                    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
                    let dates: Vec<String> = reader.records().map(|row| row.expect("a record")[0].to_owned()).collect();
                    assert_eq!(dates, expected);
                }
                Format::Md => {
                    assert_eq!(starts("| "), expected.len() + 1);
                    let rows = text.lines().filter(|line| line.starts_with("| "));
                    assert!(rows.map(unescaped_pipes).all(|pipes| pipes == 8), "{text}");
                }
                Format::Agenda => assert_eq!(starts("  "), expected.len()),
                Format::Ics => assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), DECEMBER),
                Format::Grid => {
                    for shown in ["14:00 线下共读", "2026年12月 · 晨光读书会", "25 圣诞节", "冬至"] {
                        assert!(text.contains(shown), "{shown}\n{text}");
                    }
                }
                Format::Json => {}
            }
        }
    });
}

#[test]
fn a_workbook_has_a_row_an_entry_a_page_a_month_and_the_texts() {
    december(|view| {
        for language in Language::ALL {
            let view = View { language, ..*view };
            let rows = view.running_rows();
            let bytes = xlsx(&view, day("2026-11-29")).expect("a workbook");
            assert!(bytes == xlsx(&view, day("2026-11-29")).expect("a workbook"), "the same bytes again");
            let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
            let sheets = book.worksheets();
            assert_eq!(sheets.len(), 4, "the table, December, the texts, what can be chosen");
            let cells: Vec<&[Data]> = sheets[0].1.rows().collect();
            let column = |zh: &str, en: &str| {
                let is_it = |cell: &Data| *cell == *if language == Language::Zh { zh } else { en };
                cells[0].iter().position(is_it).expect("a column")
            };
            assert_eq!(cells.len(), rows.len() + 1);
            for (line, row) in cells.iter().skip(1).zip(&rows) {
                let Data::DateTime(date) = &line[column("日期", "date")] else { panic!("no date: {line:?}") };
                let (year, month, of_month, ..) = date.to_ymd_hms_milli();
                assert_eq!(Day::from_ymd(year.into(), month.into(), of_month.into()), Some(row.start.day));
                assert_eq!(line[column("标题", "title")], *row.title.as_str());
                assert_eq!(line[column("编号", "uid")], *row.uid.as_str());
                assert_eq!(line[column("开始", "start")] == Data::Empty, row.start.time.is_none());
                let done = &line[column("完成", "done")];
                assert_eq!(*done == *"取消" || *done == *"cancelled", row.cancelled);
            }
            assert_eq!(sheets[2].1.height(), rows.iter().filter(|row| row.text.is_some()).count() + 1);
            let month: Vec<String> = sheets[1].1.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
            for shown in ["14:00–16:00", "👩‍👩‍👧", "=HYPERLINK(1)"] {
                assert!(month.iter().any(|cell| cell.contains(shown)), "{shown} {month:?}");
            }
            for (name, _) in &sheets {
                assert!(book.worksheet_formula(name).expect("a sheet").is_empty(), "{name}");
            }
        }
    });
}

fn unescaped_pipes(line: &str) -> usize {
    line.replace("\\|", "").matches('|').count()
}

#[test]
fn words_are_filled_from_the_occurrence() {
    december(|view| {
        let rows = view.rows();
        let find = |title: &str, date: &str| {
            rows.iter().find(|row| row.title == title && row.start.day == day(date)).expect(title).clone()
        };
        let task = find("线下共读：发预告", "2026-12-05");
        let text =
            "线下共读 12月12日 周六 14:00–16:00 在衡山书店，还有 20 个座位，12月11日 20:00 截止，小雨 领读，{unknown}";
        assert_eq!(task.text.as_deref(), Some(text));
        assert_eq!(task.uid, "chenguang/salon/2026-12-12/announce@qun");
        assert!(task.sends[0].mention_all && task.sends.len() == 1 && task.channels[0].id == "members");
        // moved from the 26th to the 27th, the task with it
        let moved = find("线下共读", "2026-12-27");
        assert_eq!(moved.uid, "chenguang/salon/2026-12-26@qun");
        assert_eq!((moved.sequence, moved.person.as_deref(), moved.role.as_deref()), (1, Some("小雨"), Some("领读人")));
        let why = Moved { from: day("2026-12-26"), time: None, why: Some("书店盘点".to_owned()) };
        assert_eq!((moved.moved, moved.staff[0].person.as_deref()), (Some(why), Some("小林")));
        assert!(find("线下共读：发预告", "2026-12-20").text.is_some_and(|text| text.contains("12月27日 周日")));
        assert_eq!(find("早安一句", "2026-12-02").text.as_deref(), Some("二"));
        let camp = find("一期：打卡", "2026-12-08");
        assert_eq!((camp.uid.as_str(), camp.cohort.as_deref()), ("chenguang/c1-1@c1/2026-12-08@qun", Some("c1")));
        assert_eq!(camp.text.as_deref(), Some("今天读打卡"));
        assert!(find("复盘", "2026-12-31").cancelled);
        assert_eq!(find("进入种子期", "2026-12-01").uid, "chenguang/lifecycle.seeding/2026-12-01@qun");
    });
}

#[test]
fn filters_by_person_and_channel() {
    december(|view| {
        let count = |person, channel| View { person, channel, ..*view }.rows().len();
        assert_eq!(count(Some(0), None), 6, "two salons, two announcements, sign-up closed twice");
        assert_eq!(count(Some(1), None), 2, "helps twice");
        assert_eq!(count(None, Some(2)), 2, "the camp");
        assert_eq!(count(None, Some(1)), 23);
        assert_eq!(count(None, Some(0)), 23 + 1 + 2);
    });
}

#[test]
fn plan_text_never_acts_as_markup_or_as_control_characters() {
    december(|view| {
        for format in Format::ALL {
            let text = calendar(view, format, &options());
            let controls = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r')).count();
            assert_eq!(controls, 0, "{format:?}");
        }
        assert!(calendar(view, Format::Csv, &options()).contains(",'=HYPERLINK(1),"));
        assert!(calendar(view, Format::Md, &options()).contains("tail \\| with"));
    });
    for cell in ["=1", "+1", "-1", "@a", "\ta", "\ra", "＝1"] {
        assert_eq!(crate::render::spreadsheet::harmless(cell), format!("'{cell}"));
    }
    for (cell, shown) in [
        ("a=1", "a=1"),
        ("x;=1+1", "x;'=1+1"),
        ("x; @SUM(A1)", "x;' @SUM(A1)"),
        ("x\n=1+1", "x\n'=1+1"),
        ("x;-2+cmd|'/C calc'!A0", "x;'-2+cmd|'/C calc'!A0"),
        (" =1+1", "' =1+1"),
        ("带上：\n- 书\n- 水", "带上：\n- 书\n- 水"),
        ("a; b", "a; b"),
    ] {
        assert_eq!(crate::render::spreadsheet::harmless(cell), shown);
    }
}

/// Start, end and summary of each event, as the strings of the file.
fn events(ics: &str) -> Vec<(String, String, Option<String>, String)> {
    let calendar = ICalendar::parse(ics).expect("iCalendar");
    let is_event = |kind: &ICalendarComponentType| *kind == ICalendarComponentType::VEvent;
    let moment = |component: &calcard::icalendar::ICalendarComponent, name| {
        let time = component.property(&name)?.values[0].as_partial_date_time()?.clone();
        let (year, month, day) = (time.year?, time.month?, time.day?);
        let clock = time.hour.zip(time.minute).map(|(h, m)| format!("T{h:02}:{m:02}")).unwrap_or_default();
        Some(format!("{year:04}-{month:02}-{day:02}{clock}"))
    };
    let components = calendar.components.iter().filter(|component| is_event(&component.component_type));
    components
        .map(|event| {
            let summary = event.property(&ICalendarProperty::Summary).and_then(|entry| entry.values[0].as_text());
            (
                event.uid().expect("a UID").to_owned(),
                moment(event, ICalendarProperty::Dtstart).expect("a start"),
                moment(event, ICalendarProperty::Dtend),
                summary.expect("a summary").to_owned(),
            )
        })
        .collect()
}

#[test]
fn icalendar_read_back_says_the_same_as_json() {
    december(|view| {
        let ics = calendar(view, Format::Ics, &options());
        assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        assert_eq!(ics.matches("BEGIN:VTIMEZONE").count(), 1);
        assert!(!ics.contains("RRULE") && ics.contains("DTSTAMP:20261120T000000Z"));
        assert_eq!(ics.matches("STATUS:CANCELLED").count(), 1);
        assert_eq!(ics.matches("SEQUENCE:1\r\n").count(), 4, "the salon moved, its two tasks, the review cancelled");
        let json = parsed(view);
        let entries = json["entries"].as_array().expect("entries");
        let events = events(&ics);
        assert_eq!(events.len(), entries.len());
        for ((uid, start, end, summary), entry) in events.iter().zip(entries) {
            assert_eq!(
                (uid.as_str(), summary.as_str()),
                (entry["uid"].as_str().expect("a UID"), entry["title"].as_str().expect("a title"))
            );
            let wall = |value: &Value| value.as_str().map(|text| text.chars().take(16).collect::<String>());
            assert_eq!(Some(start.clone()), wall(&entry["start"]));
            if entry["all_day"] == false {
                assert_eq!(*end, wall(&entry["end"]));
            }
        }
        let retreat = events.iter().find(|event| event.0.contains("retreat")).expect("the retreat");
        assert_eq!((retreat.1.as_str(), retreat.2.as_deref()), ("2026-12-19", Some("2026-12-21")), "exclusive");
        let json_retreat = entries.iter().find(|entry| entry["item"] == "retreat").expect("the retreat");
        assert_eq!(json_retreat["end"], "2026-12-20", "inclusive");
        let todos = Options { tasks: Tasks::Todos, ..options() };
        let tasks = entries.iter().filter(|entry| entry["kind"] == "task").count();
        assert_eq!(calendar(view, Format::Ics, &todos).matches("BEGIN:VTODO").count(), tasks);
        assert!(tasks >= 2, "{tasks}");
    });
}

#[test]
fn uids_are_unique_and_two_communities_share_none() {
    let mut fixture = Fixture::new();
    let uids = |fixture: &Fixture| {
        let calendar = fixture.calendar("2026-12-01", "2027-02-28");
        let rows = View::new(&fixture.plan, &fixture.index, &calendar).rows();
        rows.into_iter().map(|row| row.uid).collect::<std::collections::BTreeSet<_>>()
    };
    // two items without an id and with the same title
    for activity in &mut fixture.plan.activities[1..] {
        activity.id = None;
        activity.title = Some("同名".to_owned());
        activity.when = activity
            .when
            .clone()
            .map(|when| crate::cadence::Cadence { pattern: crate::cadence::Pattern::Daily, ..when });
    }
    fixture.plan.activities[1].when = fixture.plan.activities[2].when.clone();
    let first = uids(&fixture);
    let calendar = fixture.calendar("2026-12-01", "2027-02-28");
    assert_eq!(first.len(), calendar.entries.len());
    assert!(first.iter().all(|uid| uid.is_ascii() && !uid.contains(' ') && uid.ends_with("@qun")));
    drop(calendar);
    fixture.plan.community.id = Some("other".parse().expect("an id"));
    assert!(first.is_disjoint(&uids(&fixture)));
}

#[test]
fn shapes() {
    december(|view| {
        insta::with_settings!({ snapshot_path => "../../../tests/snapshots/render", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("calendar_grid_zh", calendar(view, Format::Grid, &options()));
            insta::assert_snapshot!("calendar_agenda_zh", calendar(view, Format::Agenda, &options()));
            insta::assert_snapshot!("calendar_md_zh", calendar(view, Format::Md, &options()));
            let english = View { language: Language::En, ..*view };
            let narrow = Options { width: 80, ascii: true, ..options() };
            insta::assert_snapshot!("calendar_grid_en", calendar(&english, Format::Grid, &narrow));
            insta::assert_snapshot!("calendar_agenda_en", calendar(&english, Format::Agenda, &narrow));
        });
    });
    let fixture = Fixture::new();
    let week = fixture.calendar("2026-12-26", "2026-12-27");
    let view = View::new(&fixture.plan, &fixture.index, &week);
    insta::with_settings!({ snapshot_path => "../../../tests/snapshots/render", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("calendar_json", calendar(&view, Format::Json, &options()));
        insta::assert_snapshot!("calendar_ics", calendar(&view, Format::Ics, &options()).replace("\r\n", "\n"));
    });
}

#[test]
fn marks_days_that_wait_for_a_notice() {
    let fixture = Fixture::new();
    let made = fixture.calendar("2027-01-04", "2027-01-04");
    let view = View::new(&fixture.plan, &fixture.index, &made);
    let json = parsed(&view);
    assert_eq!((&json["days"][0]["status"], &json["entries"][0]["provisional"]), (&"unannounced".into(), &true.into()));
    assert_eq!(json["problems"][0], serde_json::json!({ "code": "holidays-unknown", "year": 2027 }));
    assert!(calendar(&view, Format::Agenda, &options()).contains("（暂定）"));
    assert!(calendar(&view, Format::Ics, &options()).contains("STATUS:TENTATIVE"));
}

#[test]
fn suffixes() {
    assert_eq!(Format::from_suffix("ICS"), Some(Format::Ics));
    assert_eq!(Format::from_suffix("xlsx"), None);
    for format in [Format::Md, Format::Csv, Format::Json, Format::Ics] {
        assert_eq!(Format::from_suffix(format.word()), Some(format));
    }
}
