//! `qun checklist`: put together by stage, person or day, as a table, and read back.

use serde_json::Value;

use super::kit::{CLUB, Place, Run};

fn ok(run: Run) -> Run {
    assert_eq!(run.code, 0, "{}", run.err);
    run
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).expect("JSON")
}

/// The ids of all items, sorted, and the titles of the sections.
fn shape(list: &Value) -> (Vec<String>, Vec<String>) {
    let sections = list["sections"].as_array().expect("sections");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let items = sections.iter().flat_map(|section| section["items"].as_array().expect("items"));
    let mut ids: Vec<String> = items.map(|item| text(&item["id"])).collect();
    ids.sort();
    (ids, sections.iter().map(|section| text(&section["title"])).collect())
}

#[test]
fn a_list_holds_the_same_by_stage_by_person_and_by_day() {
    let place = Place::with(CLUB);
    let of = |by: &str| json(&ok(place.run(&format!("checklist salon --by {by} --format json"))));
    let (ids, stages) = shape(&of("stage"));
    assert_eq!(stages, ["推广", "组织", "评估"]);
    for (by, wrong) in [("person", "day"), ("day", "person")] {
        let list = of(by);
        let (same, _) = shape(&list);
        assert_eq!(same, ids, "{by}, not {wrong}");
        for section in list["sections"].as_array().expect("sections") {
            let title = section["title"].as_str().expect("a title");
            for item in section["items"].as_array().expect("items") {
                match by {
                    "day" => assert!(item["due"].as_str().is_none_or(|due| due.starts_with(&title[..10])), "{item}"),
                    _ => assert!(item["person"].as_str().is_none_or(|person| person == title), "{item}"),
                }
            }
        }
    }
    let (_, days) = shape(&of("day"));
    assert!(days.len() > 3 && days.is_sorted(), "{days:?}");
}

#[test]
fn keeps_a_tick_when_the_list_is_grouped_differently() {
    let place = Place::with(CLUB);
    ok(place.run("checklist salon -o list.md"));
    let first = place.read("list.md");
    let line = first.lines().find(|line| line.starts_with("- [ ] ")).expect("an item");
    place.write("list.md", first.replace(line, &line.replace("[ ]", "[x]")).as_bytes());
    for by in ["person", "day", "stage"] {
        ok(place.run(&format!("checklist salon --by {by} -o list.md")));
        let again = place.read("list.md");
        assert_eq!(again.matches("- [x] ").count(), 1, "{by}: {again}");
        assert!(again.contains(&line.replace("[ ]", "[x]")), "{by}: {again}");
    }
}

#[test]
fn a_table_has_one_header_in_the_language_of_the_plan_and_no_formulas() {
    let place = Place::with(&CLUB.replacen("三句话自我介绍", "=1+1", 1).replacen("\"审核入群\"", "\"=2+2\"", 1));
    ok(place.run("checklist handover -o list.csv"));
    let table = place.read("list.csv");
    let mut lines = table.strip_prefix('\u{feff}').expect("the mark").split("\r\n");
    assert_eq!(lines.next(), Some("日期,时间,分组,事项,负责人,角色,分钟,完成,备注,编号,清单"));
    assert_eq!(table.matches("负责人,角色").count(), 1);
    let json = json(&ok(place.run("checklist handover --format json")));
    assert_eq!(lines.filter(|line| !line.is_empty()).count(), shape(&json).0.len());
    let english = ok(place.run("checklist handover --format csv --lang en"));
    assert!(
        english.out.starts_with("\u{feff}date,time,section,item,person,role,minutes,done,notes,id,list\r\n"),
        "{}",
        english.out
    );
    let unknown = place.run("checklist handover -o list.docx --lang en");
    assert!(unknown.code == 2 && unknown.err.contains("md, txt, csv, json, xlsx or html"), "{}", unknown.err);
}

const WEEK: &str = "# Week\n<!-- qun:checklist weekly 2026-11-16 -->\n\n## A\n<!-- qun:section a -->\n\n\
    - [x] one — 2026-11-20 Fri, Mia <!-- qun:item a/1 0 -->\n- [ ] two — 2026-11-21 Sat, Mia <!-- qun:item a/2 0 -->\n\
    - [ ] three — 2026-11-22 Sun 20:00, Ben <!-- qun:item a/3 0 -->\n";

#[test]
fn reads_lists_back_and_names_what_is_no_list() {
    let place = Place::new();
    place.write("week.md", WEEK.as_bytes());
    place.write("one.md", b"# One\n<!-- qun:checklist launch -->\n- [ ] only <!-- qun:item a 0 -->\n");
    place.write("notes.md", b"# mine\n- [ ] x\n");
    let run = place.run("checklist --status week.md notes.md missing.md one.md --lang en");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("notes.md: this is not a Markdown checklist") && run.err.contains("missing.md"),
        "{}",
        run.err
    );
    for expected in [
        "1 of 3 items done, 1 due today, 1 late",
        "late 2026-11-21 two (Mia)",
        "today 2026-11-22 20:00 three (Ben)",
        "0 of 1 item done, 1 not due yet",
        "Mia: 1 of 2 items done, 1 late",
        "2026-11-22, 2 lists: 1 of 4 items done",
    ] {
        assert!(run.out.contains(expected), "{expected}: {}", run.out);
    }
    let chinese = ok(place.run("checklist --status week.md --lang zh-CN"));
    assert!(chinese.out.contains("2026-11-22，1 张清单：3 项，完成 1，今天到期 1，逾期 1"), "{}", chinese.out);
    let shape = json(&ok(place.run("checklist --status week.md one.md --format json")));
    assert_eq!(shape["total"], serde_json::json!({ "done": 1, "today": 1, "late": 1, "ahead": 1 }));
    assert_eq!(shape["files"][0]["items"][2]["due"], "2026-11-22T20:00:00");
    assert_eq!(shape["people"][0]["person"], "Mia");
    for wrong in
        ["checklist --status", "checklist --status week.md --format csv", "checklist --status week.md --by day"]
    {
        assert_eq!(place.run(wrong).code, 2, "{wrong}");
    }
}

#[test]
fn a_written_list_is_read_back_whole() {
    let place = Place::with(CLUB);
    for language in ["zh-CN", "en"] {
        ok(place.run(&format!("checklist salon -o salon-{language}.md --lang {language}")));
        let made = json(&ok(place.run(&format!("checklist salon --format json --lang {language}"))));
        let read = json(&ok(place.run(&format!("checklist --status salon-{language}.md --format json"))));
        let made = made["sections"].as_array().expect("sections").iter();
        let made: Vec<&Value> = made.flat_map(|section| section["items"].as_array().expect("items")).collect();
        let read = read["files"][0]["items"].as_array().expect("items");
        assert_eq!(made.len(), read.len());
        for (made, read) in made.into_iter().zip(read) {
            let person = if made["person"].is_null() { &made["role"] } else { &made["person"] };
            assert_eq!([&made["text"], &made["due"], person], [&read["text"], &read["due"], &read["person"]]);
        }
    }
    // a list is shown in its own language, lists of two languages in that of the plan here
    for (files, words) in
        [("salon-en.md", "By person"), ("salon-zh-CN.md", "按人"), ("salon-zh-CN.md salon-en.md", "按人")]
    {
        let shown = ok(place.run(&format!("checklist --status {files}"))).out;
        assert!(shown.contains(words), "{files}: {shown}");
    }
}

#[test]
fn a_launch_list_holds_no_daily_post() {
    let place = Place::with(CLUB);
    let list = ok(place.run("checklist launch"));
    // that someone looks over the first posts is a task of its own
    let posts = list.out.lines().filter(|line| line.contains("早安一句") && !line.contains("发之前把关"));
    assert!(posts.count() == 0 && list.out.contains("线下共读"), "{}", list.out);
    assert!(ok(place.run("checklist weekly --date 2026-12-07")).out.contains("早安一句"));
}

#[test]
fn makes_an_own_list_by_its_name_or_its_title() {
    let place = Place::with(CLUB);
    std::fs::create_dir_all(place.path("mine/checklists")).expect("a folder");
    let own = "title = \"闭馆检查\"\n[[sections]]\nid = \"door\"\ntitle = \"门\"\n\
        [[sections.items]]\nid = \"lock\"\ntext = \"锁门\"\nrole = \"manager\"\ndue = \"T+1d\"\nminutes = 3\n";
    place.write("mine/checklists/evening.toml", own.as_bytes());
    for name in ["evening", "闭馆检查"] {
        let run = ok(place.run(&format!("checklist {name} --templates mine --date 2026-12-01")));
        assert!(run.out.contains("qun:checklist evening @chenguang "), "{}", run.out);
        assert!(run.out.contains("- [ ] 锁门 — 2026-12-02 周三，小雨，3 分钟"), "{}", run.out);
    }
    let unknown = place.run("checklist evenin --templates mine --lang en");
    assert!(unknown.code == 2 && unknown.err.contains("did you mean: evening"), "{}", unknown.err);
    assert_eq!(place.run("checklist evening").code, 2, "without the folder there is none");
}

#[test]
fn a_newcomers_list_counts_from_the_day_of_joining() {
    let place = Place::with(CLUB);
    for from in ["2026-12-07", "c1"] {
        let list = ok(place.run(&format!("checklist onboarding --from {from}")));
        assert!(list.out.contains("<!-- qun:checklist onboarding 2026-12-07 @chenguang "), "{}", list.out);
        // seven days after joining the plan asks how it feels
        let asks = list.out.lines().find(|line| line.contains("私聊问感受")).expect("the plan's own step");
        assert!(asks.contains("2026-12-14"), "{asks}");
    }
    ok(place.run("checklist onboarding --from 2026-12-07 -o mia.md"));
    let other = place.run("checklist onboarding --from 2026-12-08 -o mia.md");
    assert!(other.code == 2 && other.err.contains("另一张清单"), "{}", other.err);
    let wrong = place.run("checklist onboarding --from someday --lang en");
    assert!(wrong.code == 2 && wrong.err.contains("neither a date nor a cohort"), "{}", wrong.err);
}

#[test]
fn hands_over_a_role_with_its_work() {
    let place = Place::with(CLUB);
    let list = json(&ok(place.run("checklist handover --role manager --format json")));
    let (ids, _) = shape(&list);
    for id in ["role/rules.admission", "role/members", "role/weekly-review", "plan/role-manager"] {
        assert!(ids.iter().any(|known| known == id), "{id}: {ids:?}");
    }
    let wrong = place.run("checklist handover --role nobody --lang en");
    assert!(wrong.code == 2 && wrong.err.contains("choose from: 管理员"), "{}", wrong.err);
    assert_eq!(place.run("checklist weekly --role manager").code, 2);
}

#[test]
fn the_list_of_one_date_does_not_become_that_of_the_next() {
    let place = Place::with(CLUB);
    ok(place.run("checklist salon -o salon.md"));
    let ticked = place.read("salon.md").replacen("- [ ]", "- [x]", 1);
    assert!(ticked.contains("<!-- qun:checklist salon 2026-12-12 @chenguang "), "{ticked}");
    place.write("salon.md", ticked.as_bytes());
    // the day after, the next date is another list
    let refused = place.run("checklist salon -o salon.md --today 2026-12-13 --lang en");
    assert_eq!(refused.code, 2);
    for words in ["another checklist (salon 2026-12-12)", "-o salon-2026-12-26.md", "--date 2026-12-12"] {
        assert!(refused.err.contains(words), "{words}: {}", refused.err);
    }
    assert_eq!(place.read("salon.md"), ticked, "open tasks stay");
    ok(place.run("checklist salon -o salon.md --today 2026-12-13 --date 2026-12-12"));
    assert_eq!(place.read("salon.md").matches("- [x]").count(), 1);
    ok(place.run("checklist salon -o salon-2026-12-26.md --today 2026-12-13"));
    assert!(!place.read("salon-2026-12-26.md").contains("- [x]"));
}

#[test]
fn the_list_of_another_community_is_refused_and_one_without_its_head_is_recognised() {
    let place = Place::with(CLUB);
    ok(place.run("checklist launch --today 2026-09-01 -o launch.md"));
    let ticked = place.read("launch.md").replacen("- [ ]", "- [x]", 1);
    place.write("launch.md", ticked.as_bytes());
    place.write("other.toml", b"[community]\nname = \"Tea\"\n[lifecycle]\nstarts = 2026-12-01\n");
    let refused = place.run("checklist other.toml launch --today 2026-09-01 -o launch.md --lang en");
    assert!(refused.code == 2 && refused.err.contains("another community (chenguang)"), "{}", refused.err);
    assert!(!refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(place.read("launch.md"), ticked);
    let headless: String = ticked.split_inclusive('\n').filter(|line| !line.contains("qun:checklist")).collect();
    place.write("launch.md", headless.as_bytes());
    ok(place.run("checklist launch --today 2026-09-01 -o launch.md"));
    assert_eq!(place.read("launch.md"), ticked);
    // of which week a list is cannot be seen from items without dates
    ok(place.run("checklist weekly -o week.md"));
    let headless =
        place.read("week.md").lines().filter(|line| !line.contains("qun:checklist")).collect::<Vec<_>>().join("\n");
    place.write("week.md", headless.as_bytes());
    let refused = place.run("checklist weekly -o week.md --date 2026-12-07 --lang en");
    assert!(
        refused.code == 2 && refused.err.contains("<!-- qun:checklist weekly 2026-12-07 @chenguang "),
        "{}",
        refused.err
    );
    assert!(!refused.err.contains("--force"), "{}", refused.err);
}

#[test]
fn an_edited_table_returns_to_its_list() {
    let place = Place::with(CLUB);
    ok(place.run("checklist salon -o salon.csv"));
    let table = place.read("salon.csv");
    let mut lines: Vec<String> = table.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect();
    let row = lines.iter().position(|line| line.contains(",开放报名,")).expect("a row");
    lines[row] = lines[row].replacen(",,,salon/", ",√,问过场地,salon/", 1);
    assert!(lines[row].contains("√"), "{}", lines[row]);
    let other = lines.iter().position(|line| line.contains(",确认到场,")).expect("a row");
    lines[other] = lines[other].replace("salon/confirm/", "salon/announce/");
    lines.push(",,组织,带签到笔,,,,,红的,,".to_owned());
    lines[1..].reverse();
    // as LibreOffice saves it, and as a Chinese Excel does
    let semicolons = format!("\u{feff}{}", lines.join("\n").replace(',', ";"));
    place.write("libre.csv", semicolons.as_bytes());
    place.write("excel.csv", &encoding_rs::GBK.encode(&lines.join("\r\n")).0);
    for (file, encoding) in [("libre.csv", None), ("excel.csv", Some("GBK"))] {
        let list = format!("{file}.md");
        for _ in 0..2 {
            // which list and which date it is, the table says
            let run = ok(place.run(&format!("checklist --from {file} -o {list} --today 2026-12-13 --lang en")));
            assert!(run.err.contains("added by you"), "{}", run.err);
            assert_eq!(run.err.contains("GBK"), encoding.is_some(), "{}", run.err);
            let text = place.read(&list);
            assert!(text.contains("<!-- qun:checklist salon 2026-12-12 "), "{text}");
            let ticked: Vec<&str> = text.lines().filter(|line| line.starts_with("- [x] ")).collect();
            assert!(ticked.len() == 1 && ticked[0].contains("qun:item salon/announce/"), "{text}");
            assert!(text.contains("\n  问过场地\n") && text.contains("\n- [ ] 带签到笔\n  红的\n"), "{text}");
            assert_eq!(text.matches("带签到笔").count(), 1, "{text}");
        }
    }
    // a table that is written again keeps what was written into it
    place.write("salon.csv", lines.join("\n").as_bytes());
    ok(place.run("checklist salon -o salon.csv"));
    let again = place.read("salon.csv");
    assert!(again.contains("问过场地") && again.contains("带签到笔") && again.contains(",是,"), "{again}");
    let refused = place.run("checklist salon --today 2026-12-13 -o salon.csv --lang en");
    assert!(refused.code == 2 && refused.err.contains("another checklist (salon 2026-12-12)"), "{}", refused.err);
}

#[test]
fn rows_that_belong_nowhere_are_listed() {
    let place = Place::with(CLUB);
    ok(place.run("checklist weekly --date 2026-12-08 -o week.csv"));
    let next = ok(place.run("checklist weekly --date 2026-12-15 --from week.csv --lang en"));
    assert!(next.err.contains("belongs to another checklist (weekly 2026-12-07)"), "{}", next.err);
    place.write("notes.csv", b"a,b\n1,2\n");
    let wrong = place.run("checklist weekly --from notes.csv --lang en");
    assert!(wrong.code == 2 && wrong.err.contains("no header found"), "{}", wrong.err);
    place.write("book.xlsx", b"PK\x03\x04rest");
    let workbook = place.run("checklist weekly --from book.xlsx --lang en");
    assert!(workbook.code == 2 && workbook.err.contains("cannot be opened"), "{}", workbook.err);
    let missing = place.run("checklist weekly --from gone.csv --lang en");
    assert!(missing.code == 2 && missing.err.contains("there is no such file"), "{}", missing.err);
    assert_eq!(place.run("checklist onboarding --from 2026-12-07 --date 2026-12-08").code, 2);
}

#[test]
fn a_workbook_comes_back_with_its_ticks_and_notes() {
    for language in ["zh-CN", "en"] {
        let place = Place::with(CLUB);
        let words = format!("checklist salon --lang {language} -o salon.xlsx");
        ok(place.run(&words));
        let bytes = std::fs::read(place.path("salon.xlsx")).expect("a workbook");
        let (tables, _) = qun::table::read(&bytes).expect("a table");
        let rows = &tables[0].rows;
        let column = |names: [&str; 2]| {
            let is_it = |cell: &qun::table::TableCell| names.contains(&cell.to_string().as_str());
            rows[0].cells.iter().position(is_it).expect("a column")
        };
        let [done, notes, id] = [["完成", "done"], ["备注", "notes"], ["编号", "id"]].map(column);
        // sorted the other way round, the first and the last ticked, one row deleted
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let last = rows.len() - 1;
        for (line, row) in (0u32..).zip(std::iter::once(0).chain((1..=last).rev().filter(|row| *row != 2))) {
            for (at, cell) in (0u16..).zip(&rows[row].cells) {
                sheet.write_string(line, at, cell.to_string()).expect("a cell");
            }
            if row == 1 || row == last {
                sheet.write_string(line, u16::try_from(done).expect("small"), "√").expect("a cell");
                sheet.write_string(line, u16::try_from(notes).expect("small"), format!("note {row}")).expect("a cell");
            }
        }
        place.write("back.xlsx", &book.save_to_buffer().expect("a workbook"));
        let json = ok(place.run("checklist --from back.xlsx --format json"));
        let json: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
        let items: Vec<&serde_json::Value> = json["sections"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|section| section["items"].as_array())
            .flatten()
            .collect();
        let ticked: Vec<&str> =
            items.iter().filter(|item| item["done"] == true).filter_map(|item| item["id"].as_str()).collect();
        let mut wanted = [1, last].map(|row| rows[row].cells[id].to_string());
        wanted.sort();
        let mut found = ticked.clone();
        found.sort_unstable();
        assert_eq!(found, wanted);
        // written over the one that is there: its ticks stay
        place.write("salon.xlsx", &std::fs::read(place.path("back.xlsx")).expect("a file"));
        ok(place.run(&words));
        let again = ok(place.run("checklist --from salon.xlsx --format md"));
        assert!(again.out.matches("- [x]").count() == 2 && again.out.contains("note 1"), "{}", again.out);
    }
}

#[test]
fn a_list_is_shown_on_another_clock() {
    let plan = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n[community]\nname = \"Club\"\n[lifecycle]\nstarts = 2026-11-02\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n[[activities]]\nid = \"walk\"\ntitle = \"Walk\"\nwhen = \"every Thu\"\n";
    let place = Place::with(plan);
    let list = |more: &str| {
        let run = place.run(&format!("checklist weekly --date 2026-12-02 --today 2026-12-01 {more}"));
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    for (zone, city, time) in [("Tokyo", "Tokyo", "2026-12-03 Thu 04:00"), ("ET", "New York", "2026-12-02 Wed 14:00")] {
        for format in ["md", "text"] {
            let there = list(&format!("--tz {zone} --format {format}"));
            assert!(there.contains(&format!("({city} time)")) && there.contains(time), "{there}");
            // a day has no clock
            assert!(there.lines().any(|line| line.contains("Walk") && line.contains("2026-12-03 Thu")), "{there}");
        }
        let json: serde_json::Value = serde_json::from_str(&list(&format!("--tz {zone} --format json"))).expect("JSON");
        assert!(json["title"].as_str().is_some_and(|title| title.contains(city)), "{json}");
        assert!(json.to_string().contains(&time.replace(" Thu ", "T").replace(" Wed ", "T")), "{json}");
    }
    assert!(list("").contains("2026-12-02 Wed 20:00") && !list("").contains("time)"));
    // ticks stay, whichever clock the file is made for
    list("-o list.md");
    place.write("list.md", place.read("list.md").replacen("- [ ] Talk", "- [x] Talk", 1).as_bytes());
    list("--tz Tokyo -o list.md");
    let text = place.read("list.md");
    assert!(text.contains("- [x] Talk") && text.contains("04:00"), "{text}");
    let run = place.run("checklist weekly --tz CST --lang en");
    assert!(run.code == 2 && run.err.contains("America/Chicago") && run.err.contains("Asia/Shanghai"), "{}", run.err);
}

#[test]
fn a_launch_list_of_a_community_that_runs_already_has_no_dates_of_the_past() {
    let plan = |made: &str| {
        format!(
            "format = 1\n{made}language = \"en\"\n[community]\nname = \"Club\"\n[lifecycle]\nstarts = 2024-09-01\n\
             [[people]]\nname = \"Ana\"\n[[activities]]\nid = \"night\"\ntitle = \"Book night\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"Ana\"\n"
        )
    };
    let list = |made: &str| ok(Place::with(&plan(made)).run("checklist launch --today 2026-11-30")).out;
    assert!(list("").contains("Book night") && !list("made = 2026-11-30\n").contains("Book night"));
}

#[test]
fn the_work_of_a_role_that_nobody_holds_goes_to_those_who_are_there() {
    let plan = "language = \"en\"\n[community]\nname = \"Club\"\n\
        [[roles]]\nid = \"founder\"\ntitle = \"Founder\"\nkind = \"creator\"\n\
        [[roles]]\nid = \"lead\"\ntitle = \"Lead\"\nkind = \"manager\"\n[[people]]\nname = \"Ana\"\nroles = [\"lead\"]\n";
    let list = json(&ok(Place::with(plan).run("checklist launch --format json")));
    assert!(list.to_string().contains("\"Lead\"") && !list.to_string().contains("\"Founder\""), "{list}");
}
