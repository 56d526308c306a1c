//! Tables as people keep them, in both languages; what is not understood is reported with its place.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;
use crate::language::Language;
use crate::table::read;

fn today() -> Day {
    "2026-11-29".parse().expect("a day")
}

fn import(bytes: &[u8]) -> Imported {
    import_tables(&read(bytes).expect("a table").0, today())
}

/// `kind title | when | owner | channel`, with the phrase in one language.
fn line(item: &ImportedItem, language: Language) -> String {
    let day = |day: &Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let when = match &item.when {
        ImportedWhen::Unknown => String::new(),
        ImportedWhen::Phrase { cadence, from, until } => {
            format!("{} {}..{}", cadence.print(language), day(from), day(until))
        }
        ImportedWhen::Dates(dates) => {
            let date = |date: &ImportedDate| {
                let last = date.last.map(|last| format!("..{last}")).unwrap_or_default();
                let time = date.time.map(|time| format!(" {time}")).unwrap_or_default();
                format!("{}{last}{time}", date.day)
            };
            dates.iter().map(date).collect::<Vec<_>>().join(", ")
        }
    };
    let field = |column| item.field(column).unwrap_or("-").replace('\n', "/");
    let (owner, channel) = (field(ImportColumn::Owner), field(ImportColumn::Channel));
    format!("{:?} {} | {when} | {owner} | {channel}", item.kind, item.title)
}

fn lines(imported: &Imported, language: Language) -> Vec<String> {
    imported.items.iter().map(|item| line(item, language)).collect()
}

/// Rows of problems, and why.
fn problems(imported: &Imported) -> Vec<(usize, &str, &'static str)> {
    imported.problems.iter().map(|problem| (problem.place.row, problem.cell.as_str(), problem.why.en)).collect()
}

#[test]
fn what_a_table_says_is_cancelled_is_left_out_and_other_states_are_not_read() {
    for (state, word, other) in [("Status", "Cancelled", "Draft"), ("状态", "已取消", "待发")] {
        let table = format!("Date,Topic,{state}\n2026-12-02,Talk,{word}\n2026-12-05,Fair,{other}\n");
        let imported = import(table.as_bytes());
        assert_eq!(lines(&imported, Language::En), ["Activity Fair | 2026-12-05 | - | -"], "{state}");
        let found = problems(&imported);
        assert_eq!(found.iter().map(|(row, cell, _)| (*row, *cell)).collect::<Vec<_>>(), [(1, state), (2, "Talk")]);
        assert_eq!(found[1].2, "this date was cancelled and was not taken over");
        let alone = import(table.replace(other, "").as_bytes());
        assert_eq!(problems(&alone).len(), 1, "all that the column says was read");
    }
}

#[test]
fn a_list_in_chinese_with_a_title_and_dates_as_people_write_them() {
    let table = "晨光读书会 2026年12月社群日历,,,,,\n\
        日期,时间,主题,负责人,群,备注\n\
        12月2日（周三）,晚8点,共读夜,小雨,主群,\n\
        12/5 周六,10:00-12:00,市集,敏姐,,带名片\n\
        第二周,,,,,\n\
        12月9日,20:00,共读夜,小雨,主群,\n\
        12月16日,20:00,共读夜,小雨,主群,\n\
        12.10,,团建,,,\n\
        12月12日周日,14:00,分享会,,,\n\
        ,20:00,年会,,,\n\
        待定,,跨年,,,\n\
        12月24日-12月26日,,冬令营,阿豪,,\n\
        12月18日,下午,茶会,,,\n";
    let imported = import(table.as_bytes());
    assert_eq!(
        lines(&imported, Language::Zh),
        [
            "Activity 共读夜 | 每周三 20:00 2026-12-02..2026-12-16 | 小雨 | 主群",
            "Activity 市集 | 2026-12-05 10:00-12:00 | 敏姐 | -",
            "Activity 团建 | 2026-12-10 | - | -",
            "Activity 冬令营 | 2026-12-24..2026-12-26 | 阿豪 | -",
        ]
    );
    assert_eq!(
        problems(&imported),
        [
            (9, "12月12日周日", "the date is on another weekday than written"),
            (10, "年会", "this row has no date"),
            (11, "待定", "not decided yet"),
            (13, "下午", "not a time; write 20:00 or 20:00-21:30"),
        ]
    );
}

#[test]
fn a_list_in_english_from_a_workbook_with_dates_as_spreadsheets_keep_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Events").expect("a name");
    let (date, time) = (Format::new().set_num_format("d mmm yy"), Format::new().set_num_format("h:mm AM/PM"));
    sheet.merge_range(0, 0, 0, 5, "Community calendar", &Format::new()).expect("merged");
    for (column, head) in
        (0u16..).zip(["Event Date", "Start Time", "Duration", "Topic", "Host", "Channel", "Zoom room"])
    {
        sheet.write_string(2, column, head).expect("written");
    }
    for (row, month) in (3u32..).zip([1u8, 2, 3, 4, 5]) {
        // first Thursdays of 2027
        let day = [7, 4, 4, 1, 6][usize::from(month) - 1];
        let day = ExcelDateTime::from_ymd(2027, month, day).expect("a day");
        sheet.write_datetime_with_format(row, 0, &day, &date).expect("written");
        sheet
            .write_datetime_with_format(row, 1, ExcelDateTime::from_hms(17, 30, 0).expect("a time"), &time)
            .expect("written");
        sheet.write_string(row, 2, "1.5 hours").expect("written");
        sheet.write_string(row, 3, "Town hall").expect("written");
        sheet.write_string(row, 4, ["Ana", "Ben", "Ana", "Ben", "Ana"][usize::from(month) - 1]).expect("written");
        sheet.write_string(row, 5, "#general").expect("written");
        sheet.write_string(row, 6, "room 1").expect("written");
    }
    let imported = import(&book.save_to_buffer().expect("a workbook"));
    assert_eq!(
        lines(&imported, Language::En),
        ["Activity Town hall | first Thu of the month 17:30-19:00 2027-01-07..2027-05-06 | - | #general"]
    );
    let differ = "it differs from date to date and was not taken over";
    assert_eq!(
        problems(&imported),
        [(3, "Zoom room", "unknown column; it was not read"), (4, "Town hall: Ana / Ben", differ)]
    );
}

#[test]
fn a_column_for_each_channel() {
    let table = "日期\t星期\t公众号\t视频号\t社群\n\
        2026-12-01\t周二\t年终盘点\t—\t早安话题\n\
        2026-12-02\t周三\t\t3个误区\\n口播\t早安话题\n\
        2026-12-03\t周三\t投票\t\t\n\
        2026-12-04\t周五\t\t\t早安话题\n";
    let imported = import(table.as_bytes());
    assert_eq!(
        lines(&imported, Language::Zh),
        [
            "Content 年终盘点 | 2026-12-01 | - | 公众号",
            "Content 早安话题 | 2026-12-01, 2026-12-02, 2026-12-04 | - | 社群",
            "Content 3个误区\\n口播 | 2026-12-02 | - | 视频号",
        ]
    );
    assert_eq!(problems(&imported), [(4, "投票", "the date is on another weekday than written")]);
    let english = import(b"Date,Instagram,LinkedIn,X\n7 Dec 2026,Team photo,,Poll\nDec 8 2026,,Case study,\n");
    assert_eq!(
        lines(&english, Language::En),
        [
            "Content Team photo | 2026-12-07 | - | Instagram",
            "Content Poll | 2026-12-07 | - | X",
            "Content Case study | 2026-12-08 | - | LinkedIn",
        ]
    );
}

#[test]
fn a_month_as_a_grid_of_weeks() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("12月").expect("a name");
    sheet.merge_range(0, 0, 0, 6, "2026年12月 运营日历", &Format::new()).expect("merged");
    for (column, day) in (0u16..).zip(["周一", "周二", "周三", "周四", "周五", "周六", "周日"]) {
        sheet.write_string(1, column, day).expect("written");
        let number = f64::from(column) + 30.0;
        let number = if number > 30.0 { number - 30.0 } else { number };
        sheet.write_number(2, column, number).expect("written");
        sheet.write_string(4, column, format!("{}日\n", column + 7)).expect("written");
    }
    sheet.write_string(3, 2, "20:00 共读夜（小雨）\n早报").expect("written");
    sheet.write_string(4, 2, "9\n20:00 共读夜（小雨）").expect("written");
    let imported = import(&book.save_to_buffer().expect("a workbook"));
    assert_eq!(
        lines(&imported, Language::Zh),
        ["Activity 共读夜 | 2026-12-02 20:00, 2026-12-09 20:00 | 小雨 | -", "Content 早报 | 2026-12-02 | - | -"]
    );
    assert_eq!(problems(&imported), []);
}

#[test]
fn a_timetable_of_one_week() {
    let table = ",Mon,Tue,Wed,Thu,Fri,Sat,Sun\n9:00,Daily brief (Ana),,,,,,\n8pm,,,Reading night,,,Market,\n";
    assert_eq!(
        lines(&import(table.as_bytes()), Language::En),
        [
            "Activity Daily brief | every Mon 09:00 .. | Ana | -",
            "Activity Reading night | every Wed 20:00 .. | - | -",
            "Activity Market | every Sat 20:00 .. | - | -",
        ]
    );
    let table = "星期,时间,栏目,负责人,频率\n周一,8:30,早报,Ana,每周\n周四,20:00,答疑,阿豪,隔周\n周六,,户外,,每月第二个周六\n周日,,聚餐,,每月\n";
    let imported = import(table.as_bytes());
    assert_eq!(
        lines(&imported, Language::Zh),
        [
            "Activity 早报 | 每周一 08:30 .. | Ana | -",
            "Activity 答疑 | 隔周四 20:00 .. | 阿豪 | -",
            "Activity 户外 | 每月第二个周六 .. | - | -",
        ]
    );
    let no_start = "no first date is given, so it counts from this week; if that is wrong, change its `from`";
    assert_eq!(
        problems(&imported),
        [(3, "答疑", no_start), (5, "每月", "which one of the month? write first Thu of the month")]
    );
}

#[test]
fn people_channels_and_cohorts_on_sheets_of_their_own_and_in_gbk() {
    let (people, _, _) =
        encoding_rs::GBK.encode("姓名,角色,微信号,每周小时\n小雨,群主,xiaoyu,10\n阿豪,志愿者,,3\n,客服,,\n");
    let imported = import(&people);
    let fields = |item: &ImportedItem| {
        item.fields.iter().map(|(column, value)| format!("{column:?}={value}")).collect::<Vec<_>>()
    };
    assert_eq!(imported.items[0].kind, ImportKind::Person);
    assert_eq!(imported.items[0].title, "小雨");
    assert_eq!(fields(&imported.items[0]), ["Role=群主", "Handle=xiaoyu", "Hours=10"]);
    assert_eq!(imported.items.len(), 2);
    let mut book = Workbook::new();
    let tables: [(&str, &[&[&str]]); 3] = [
        ("Channels", &[&["Channel", "Platform", "Members", "Owner"], &["#help", "Discord", "900", "Ana"]]),
        ("Team", &[&["Name", "Role", "Hours per week"], &["Ana", "manager", "8"]]),
        ("Cohorts", &[&["Cohort", "Start date", "End date", "Seats"], &["Spring", "2027-03-01", "2027-03-21", "30"]]),
    ];
    for (name, rows) in tables {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for (row, cells) in (0u32..).zip(rows) {
            for (column, cell) in (0u16..).zip(*cells) {
                sheet.write_string(row, column, *cell).expect("written");
            }
        }
    }
    let imported = import(&book.save_to_buffer().expect("a workbook"));
    let kinds: Vec<(ImportKind, &str)> = imported.items.iter().map(|item| (item.kind, item.title.as_str())).collect();
    assert_eq!(kinds, [(ImportKind::Channel, "#help"), (ImportKind::Person, "Ana"), (ImportKind::Cohort, "Spring")]);
    assert_eq!(line(&imported.items[2], Language::En), "Cohort Spring | 2027-03-01..2027-03-21 | - | -");
    assert_eq!(problems(&imported), []);
}

#[test]
fn a_calendar_of_google() {
    let table = "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location\n\
        Demo day,12/18/2026,2:00 PM,12/18/2026,4:30 PM,False,Bring a laptop,Room 2\n\
        Offsite,12/21/2026,,12/23/2026,,True,,\n\
        Unclear,03/04/2026,,,,True,,\n";
    let imported = import(table.as_bytes());
    assert_eq!(
        lines(&imported, Language::En),
        ["Activity Demo day | 2026-12-18 14:00-16:30 | - | -", "Activity Offsite | 2026-12-21..2026-12-23 | - | -"]
    );
    assert_eq!(imported.items[0].field(ImportColumn::Place), Some("Room 2"));
    assert_eq!(
        problems(&imported),
        [
            (1, "All Day Event", "unknown column; it was not read"),
            (4, "03/04/2026", "this date can be read in two ways; write 2026-12-05"),
        ]
    );
}

/// Meetings of Kubernetes, from `sigs.yaml` of kubernetes/community (Apache-2.0).
#[test]
fn meetings_of_kubernetes_keep_their_rhythm() {
    let imported = import(include_bytes!("../../tests/data/kubernetes-meetings.csv"));
    let lines = lines(&imported, Language::En);
    for wanted in [
        "Activity Declarative APIs and Linters Meeting | every 2 weeks on Tue 09:00 .. | - | -",
        "Activity conformance office Hours | first Wed of the month 18:00 .. | - | -",
        "Activity Bug Scrub | every 4 weeks on Wed 09:00 .. | - | -",
        "Activity Regular AWS Subproject Meeting | every 2 weeks on Fri 09:00 2019-01-11.. | - | -",
        "Activity Regular OpenStack Subproject Meeting | every 2 weeks on Wed 08:00 2019-03-20.. | - | -",
        "Activity Cluster API Provider DigitalOcean office hours | 2nd Thu of the month 09:00 .. | - | -",
        "Activity GitHub Administration Subproject | 4th Thu of the month 09:00 .. | - | -",
        "Activity Regular IBM Subproject Meeting | last Wed of the month 14:00 .. | - | -",
    ] {
        assert!(lines.iter().any(|line| line == wanted), "{wanted}\n{lines:#?}");
    }
    assert_eq!(
        (lines.len(), imported.items.iter().filter(|item| item.field(ImportColumn::Zone).is_some()).count()),
        (49, 49)
    );
    let problems = problems(&imported);
    let of =
        |why: &str| problems.iter().filter(|(_, _, known)| *known == why).map(|(row, ..)| *row).collect::<Vec<_>>();
    assert_eq!(of("unknown column; it was not read"), [1, 1]);
    assert_eq!(of("only the words before the comma were read"), [13, 14, 15, 45]);
    assert_eq!(of("which one of the month? write first Thu of the month"), [20]);
    assert_eq!(of("not a rhythm; write every Wed 20:00, every 2 weeks on Thu or first Sat of the month"), [48]);
    // what is every few weeks and does not say from when
    let open = of("no first date is given, so it counts from this week; if that is wrong, change its `from`");
    let of_weeks =
        lines.iter().filter(|line| line.contains("| every ") && line.contains(" weeks on ") && line.contains(" .. |"));
    assert_eq!(open.len(), of_weeks.count() - 3, "three of them have said another thing already: {open:?}");
    assert_eq!(problems.len(), 8 + open.len(), "{problems:#?}");
}
