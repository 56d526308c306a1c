//! Seeds from what the project has anyway: starters, examples, SOPs, the phrases and files that they hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[path = "../../src/records/exports/tests/fixtures.rs"]
#[allow(dead_code)] // what may not get out is of interest there
mod exports;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The seeds of a target.
pub(crate) fn of(target: &str) -> Vec<Vec<u8>> {
    let texts = match target {
        "plan" => {
            [pieces(&file("tests/data/plan-example.toml")), pieces(&file("examples/chenguang.toml")), plans()].concat()
        }
        "cadence" => phrases().into_iter().filter(|phrase| !phrase.starts_with("RRULE:")).collect(),
        "rrule" => RULES.map(String::from).into(),
        "edit" => headed(&EDITS),
        "change" => headed(&MOMENTS),
        "answers" => ANSWERS.map(String::from).into(),
        "holidays" => vec![
            file("src/knowledge/data/holidays-cn.csv"),
            "date,name,status\n2027-01-01,元旦,off\n2027-01-02,元旦,work\n".to_owned(),
            "# ours\r\nstatus,notice_year,name,date\r\n休,2027,\"a,b\",2027-02-05\r\n".to_owned(),
            "date,name,status\n2027-02-30,x,off\n2027-02-01,x,free\n".to_owned(),
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=YEARLY;BYDAY=4TH;BYMONTH=11\r\n\
             DURATION:P2D\r\nEXDATE:20281225\r\nSUMMARY:Weih\r\n nachten\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                .to_owned(),
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260230\nDTEND:20260101\nEND:VEVENT\nzzz\n".to_owned(),
        ],
        "checklist" => CHECKLISTS.map(String::from).into(),
        "roster" => ROSTERS.iter().map(|rows| format!("{ROSTER_HEAD}{rows}")).collect(),
        "table" => {
            let mut seeds = bytes_of("tests/data/social-calendars");
            seeds.extend(SHEETS.map(|rows| rows.as_bytes().to_vec()));
            return seeds;
        }
        "ics" => CALENDARS.map(String::from).into(),
        "export" => {
            let mut seeds = bytes_of("tests/data/review");
            let small = [exports::CHATLAB, exports::CHATLAB_LINES, exports::DISCORD, exports::DISCOURSE];
            seeds.extend(small.map(|text| text.as_bytes().to_vec()));
            seeds.extend([exports::TELEGRAM, exports::WECOM, exports::WHATSAPP].map(|text| text.as_bytes().to_vec()));
            return seeds;
        }
        "readings" => READINGS.iter().map(|rows| format!("{READINGS_HEAD}{rows}")).collect(),
        "typed" => TYPED.map(String::from).into(),
        _ => Vec::new(),
    };
    texts.into_iter().map(String::into_bytes).collect()
}

fn file(name: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{name}")).expect("the file is there")
}

/// The files of a folder, in the order of their names.
fn bytes_of(folder: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(format!("{ROOT}/{folder}")).expect("the folder is there");
    let names: BTreeSet<std::path::PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    names.iter().map(|path| fs::read(path).expect("a file")).collect()
}

/// All TOML files of some folders, in the order of their names.
fn files(folders: &[&str]) -> Vec<String> {
    let mut names = BTreeSet::new();
    for folder in folders {
        for entry in fs::read_dir(format!("{ROOT}/{folder}")).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.extension() == Some("toml".as_ref()) {
                names.insert(path);
            }
        }
    }
    names.iter().map(|path: &std::path::PathBuf| fs::read_to_string(path as &Path).expect("a text")).collect()
}

fn plans() -> Vec<String> {
    let mut plans = files(&["examples", "templates/plans/zh-CN", "templates/plans/en"]);
    plans.push(file("tests/data/plan-example.toml"));
    plans
}

/// A plan in small pieces: runs of tables of about a kilobyte.
fn pieces(plan: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for line in plan.split_inclusive('\n') {
        let piece = pieces.last_mut().expect("never empty");
        if line.starts_with('[') && piece.len() > 1000 {
            pieces.push(line.to_owned());
        } else {
            piece.push_str(line);
        }
    }
    pieces
}

/// What comes after `when =` in plans.
fn phrases() -> BTreeSet<String> {
    let plans = plans();
    let lines = plans.iter().flat_map(|plan| plan.lines());
    lines.filter_map(|line| Some(line.strip_prefix("when = \"")?.split_once('"')?.0.to_owned())).collect()
}

/// Small plans, each below a first line or two.
fn headed(heads: &[&str]) -> Vec<String> {
    let example = pieces(&file("tests/data/plan-example.toml"));
    let whole = pieces(&file("examples/chenguang.toml")).concat();
    let small = heads.iter().enumerate().map(|(n, head)| format!("{head}\n{}", example[n % example.len()]));
    small.chain([format!("{}\n{whole}", heads[0])]).collect()
}

const RULES: [&str; 8] = [
    "FREQ=MONTHLY;BYDAY=-1SA 10:00",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 20:00-21:30",
    "FREQ=DAILY;INTERVAL=3;COUNT=10",
    "FREQ=DAILY;UNTIL=20271231T120000Z",
    "FREQ=YEARLY;BYDAY=53MO",
    "FREQ=MONTHLY;BYMONTHDAY=-31,31;INTERVAL=999",
];

const EDITS: [&str; 8] = [
    "community.size.now\n230",
    "people.小雨.hours_per_week\n6",
    "activities.salon.when\n每周三 20:00",
    "monetisation[1].price\n99 CNY",
    "rules.sanctions.ladder\n提醒，移出",
    "lifecycle.starts\n2027-01-01",
    "audiences[0].interests[1]\n\"quoted\" \\ '''",
    "[0].x\n",
];

const MOMENTS: [&str; 6] =
    ["2026-12-27 14:00", "12月24日 19:30", "2026/12/24T19:30", "20:00", "9999-12-31 23:59", "0001-01-01"];

const ANSWERS: [&str; 6] = [
    "format = 1\n[answers]\nname = \"山野跑团\"\nkind = \"local\"\nstarts = 2027-02-01\npeople = [\"老王\", \"小李\"]\n",
    "format = 1\n[answers]\nstarter = \"reading-club\"\nlanguage = \"en\"\nprice = \"20 EUR\"\nearning = \"membership\"\n",
    "format = 1\n[answers]\nstarter = \"open-source\"\nweekly_when = \"every Fri 19:00\"\nplatform = \"slack\"\n",
    "format = 1\n[answers]\nearning = \"none\"\nfunded_by = \"发起人\"\nladder_ok = false\nladder = [\"提醒\", \"移出\"]\n",
    "{\"format\":1,\"answers\":{\"name\":\"Dawn\",\"motives\":[\"sell-products\"],\"starts\":\"2027-01-01\"}}",
    "format = 2\n[answers]\nnmae = 1\nname = \"\"\n",
];

const CHECKLISTS: [&str; 4] = [
    "# x\n<!-- qun:checklist launch -->\n\n## plan\n<!-- qun:section plan -->\n\n- [x] a <!-- qun:item plan/a -->\n  noted\n- [ ] b <!-- qun:item plan/b -->\n- [ ] mine\n",
    "# 启动\r\n<!-- qun:checklist launch -->\r\n## 组\r\n<!-- qun:section old -->\r\n- [X] 做 z — 阿明，15 分钟 <!-- qun:item old/z -->\r\n\t问过了\r\n\r\n随手一句\r\n",
    "- [x] <!-- qun:item a -->\n- [x]<!-- qun:item -->\n<!-- qun:section -->\n    indented\n## \n",
    "# mine\n- [ ] x\n\n```\ncode\n```\n| a | b |\n",
];

/// The first two lines of a roster.
const ROSTER_HEAD: &str = "uid,item,original,start,end,zone,lead,staff,status,sequence,published\n\
    *,,2026-12-31,,,,,,,0,2026-11-22\n";

/// Rows of rosters: as they are written, as a spreadsheet rewrites them, and with slips.
const ROSTERS: [&str; 6] = [
    "club/talk/2026-12-02@qun,talk,2026-12-02,2026-12-02T20:00,2026-12-02T21:30,UTC,Ann,,confirmed,0,2026-11-22\n\
     club/talk/2026-12-02/chairs@qun,talk,2026-12-02,2026-12-01,,UTC,Ben,,confirmed,3,2026-11-22\n",
    "club/talk/2026-12-03@qun,talk,2026-12-03,12/4/2026 8:00 PM,12/4/2026 9:30 PM,Asia/Shanghai,Ann,host:Ben,cancelled,1,11/22/2026\r\n",
    "\"club/talk/2026-12-09@qun\",talk,2026/12/9,2026/12/9,2026/12/11,UTC,'=Ann,\"host:B\\\\;en;:Ann\",取消,2,2026/11/22\n",
    "club/gone/2026-12-09@qun,gone,2026-12-09,2026-12-09T23:00,2026-12-10T01:00,America/New_York,Zoe,,confirmed,9,2026-11-22\n",
    "talk,,soon,2026-13-01,,Nowhere,,Ben,maybe,x,\n\"open,1\n",
    "",
];

/// Rows of a sheet, as their cells are written in a workbook.
const SHEETS: [&str; 5] = [
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>日期</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>时间</t></is></c>\
     <c r=\"C1\" t=\"inlineStr\"><is><t>主题</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>46357</v></c><c r=\"B2\"><v>0.8333</v></c>\
     <c r=\"C2\" t=\"str\"><f>A1</f><v>读书夜</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Done</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Date</t></is></c>\
     <c r=\"C1\" t=\"inlineStr\"><is><t>Title</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Came</t></is></c>\
     <c r=\"E1\" t=\"inlineStr\"><is><t>id</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"b\"><v>1</v></c>\
     <c r=\"B2\" t=\"d\"><v>2026-12-02</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>talk</t></is></c><c r=\"D2\"><v>14</v></c>\
     <c r=\"E2\" t=\"inlineStr\"><is><t>club/talk/2026-12-02@qun</t></is></c></row>",
    "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1e308</v></c></row>",
    "<row><c><v>-1</v></c><c t=\"s\"><v>7</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"n\"><v/></c></row>",
    "Done,Date,Title,Came,id\nyes,2026-12-02,talk,14,club/talk/2026-12-02@qun\nno,2026-12-09,talk,x,\n",
];

const CALENDARS: [&str; 5] = [
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Berlin:20261201T190000\r\nDTEND;TZID=Europe/Berlin:20261201T203000\r\n\
     RRULE:FREQ=WEEKLY;BYDAY=TU\r\nEXDATE;TZID=Europe/Berlin:20261208T190000\r\nSUMMARY:Reading\\, slowly\r\nEND:VEVENT\r\n\
     BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261215T190000\r\nDTSTART;TZID=Europe/Berlin:20261216T190000\r\n\
     SUMMARY:Reading\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20270131\nDURATION:P2D\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12\n\
     SUMMARY:月末\nBEGIN:VALARM\nTRIGGER:-PT30M\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261301T250000Z\nRRULE:FREQ=HOURLY;INTERVAL=3\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:c\nDTSTART:20260101T000000\nRRULE:FREQ=YEARLY;BYDAY=53MO;UNTIL=20990101T000000Z\n\
     RDATE:20260202T000000,20260303T000000\nSUMMARY:a\n b\n\tc\nEND:VEVENT\nEND:VCALENDAR\n",
    "\u{feff}begin:vcalendar\r\nbegin:vevent\r\ndtstart;tzid=\"Nowhere/At all\":20261201T190000\r\nend:vevent\r\nend:vcalendar",
];

/// The first line of a table of readings.
const READINGS_HEAD: &str = "id,recorded,from,to,subject,arm,metric,value,of,unit,by,source,replaces,note\n";

/// Readings: as they are written, as a spreadsheet rewrites them, and with slips.
const READINGS: [&str; 6] = [
    "r0,2027-01-10,2027-01-09,2027-01-09,club/talk/2027-01-09@qun,,came,14,,,Ann,door,,\n\
     r1,2027-01-11,2027-01-09,2027-01-09,club/talk/2027-01-09@qun,,came,15,,,Ann,door,r0,counted again\n",
    "r2,1/10/2027,1/1/2027,1/31/2027,activity,,active-members,34%,210,,'=Ben,,,\"two\nlines\"\r\n",
    ",2027-02-01,,2027-01-31,banner,a,converted,7,34,,,,,\n,2027-02-01,,2027-01-31,banner,b,converted,1,34,,,,,\n",
    "r3,2027-02-30,soon,2027-01-31,x,c,nothing,-5,0,CNY,,,r9,\nr3,2027-02-01,,2027-01-31,x,,income,280 CNY,,,,,,\n",
    "<<<<<<< ours\nr4,2027-02-01,,2027-01-31,x,,came,1,,,,,,\n=======\n>>>>>>> theirs\n",
    "",
];

const TYPED: [&str; 16] = [
    "敏姐 群主 10小时；May、小陶 管理员",
    "19 helpers",
    "1群 企业微信 160人",
    "每周三20:00 答疑夜",
    "Yuki, moderator, 4h, Tokyo",
    "every other Thursday 5pm CET office hours, in turns",
    "Discord 830, GitHub, newsletter",
    "年卡 1280元；季卡 398元",
    "about 480",
    "四百八十多",
    "12月1日-12月5日",
    "Dec 24-28",
    "03/04/2026",
    "下周三",
    "1千零5 CNY",
    "１２：３０，《读书》夜",
];
