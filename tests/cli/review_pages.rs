//! Reviews and lint reports as pages and workbooks: the same figures, charts of what has any, and no text that acts.

use std::io::Read;

use calamine::{Data, Reader, Xlsx};

use crate::kit::{Place, Run};

/// What would act in a page or in a workbook, a line each.
const PAYLOADS: &str = include_str!("../data/payloads.txt");

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\nholidays = \"none\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [lifecycle]\nstarts = 2026-10-01\n[[people]]\nid = \"ana\"\nname = \"Ana\"\n\
    [[goals]]\nid = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\nbaseline = \"45%\"\ntarget = \"60%\"\n\
    by = 2027-03-31\ncollected_by = \"ana\"\n\
    [[activities]]\nid = \"salon\"\ntitle = \"Salon\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"ana\"\nexpected = 16\n\
    [[monetisation]]\nid = \"pass\"\nproduct = \"Pass\"\nprice = \"365 GBP\"\nper = \"year\"\ncost = { fixed_per_month = \"80 GBP\", per_buyer = \"40 GBP\" }\n\
    [[experiments]]\nid = \"reminder\"\na = \"8:00\"\nb = \"20:00\"\nunit = \"group\"\nfrom = 2026-11-02\nuntil = 2026-11-15\n";

fn ok(place: &Place, words: &[&str]) -> Run {
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run
}

/// A club with readings of goals, events and money, and an export of three months.
fn club() -> Place {
    let place = Place::with(CLUB);
    for words in [
        &["record", "retain", "2026-10-31", "46%", "--of", "210"][..],
        &["record", "retain", "2026-11-20", "52%", "--of", "214"],
        &["record", "salon", "2026-11-12", "came=11", "signed-up=12", "income=60 GBP", "spent=20 GBP"],
        &["record", "salon", "2026-11-19", "came=14", "signed-up=17", "score=4.6"],
        &["record", "club", "2026-11-20", "payers=21"],
    ] {
        ok(&place, words);
    }
    let line = |n: i32| format!("2026-{:02}-{:02} 10:00,u{},c,m{n}\n", 9 + n % 30 / 10, 1 + n % 10 + n / 60, n % 24);
    let chat = (0..400).map(line).collect::<String>();
    place.write("chat.csv", format!("time,author,channel,id\n{chat}").as_bytes());
    place
}

fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let rows = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    book.worksheets().into_iter().map(|(name, range)| (name, rows(range))).collect()
}

/// The parts of a workbook whose names begin so.
fn parts(bytes: &[u8], beginning: &str) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let mut text = String::new();
        if file.name().is_ok_and(|name| name.starts_with(beginning) && name.ends_with(".xml")) {
            file.read_to_string(&mut text).expect("a part");
            found.push(text);
        }
    }
    found
}

#[test]
fn a_page_has_the_tables_of_the_text_and_a_chart_of_what_has_one() {
    let place = club();
    let html = ok(&place, &["review", "--from", "chat.csv", "--format", "html"]).out;
    for shown in [
        "45% → 60%",
        "52% of 214 (2026-11-20)",
        "2026-10-31: 46%; 2026-11-20: 52%",
        "<polyline class=\"line\"",
        "class=\"course\"",
        "21&#x2f;",
    ] {
        assert!(html.contains(shown), "{shown}: {html}");
    }
    // a year's price against twelve months of costs: 960 / (365 - 40)
    assert!(html.contains("21&#x2f;3<svg"), "{html}");
    assert!(html.contains("aria-label=\"Week of coming") && html.contains("How many signed up and came"), "{html}");
    assert_eq!(html.matches("<script").count(), 0, "nothing to copy, no script");
    assert!(!html.contains("style=") && html.contains("default-src 'none'"));
    ok(&place, &["review", "-o", "review.html"]);
    let without = place.read("review.html");
    assert!(
        without.contains("Renewals") && !without.contains("Retention by weeks"),
        "sections without data are left out"
    );
}

#[test]
fn a_workbook_has_numbers_dates_and_charts() {
    let place = club();
    ok(&place, &["review", "--from", "chat.csv", "-o", "review.xlsx"]);
    let bytes = std::fs::read(place.path("review.xlsx")).expect("a workbook");
    let sheets = sheets(&bytes);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    for name in
        ["Review", "Goals", "Readings of goals", "Members", "Retention by weeks %", "Attendance", "Money", "Figures"]
    {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    let rows = |name: &str| &sheets.iter().find(|(known, _)| known == name).expect("the sheet").1;
    let readings = rows("Readings of goals");
    assert_eq!((readings.len(), &readings[2][2]), (3, &Data::Float(52.0)), "{readings:?}");
    assert!(matches!(readings[1][1], Data::DateTime(_)), "{readings:?}");
    let money = rows("Money");
    let number = |what: &str| money.iter().find(|row| row[0] == what).map(|row| row[1].clone());
    assert_eq!(number("Revenue, less refunds"), Some(Data::Float(60.0)));
    assert_eq!((number("Payers"), number("Payers to break even")), (Some(Data::Float(21.0)), Some(Data::Float(3.0))));
    let charts = parts(&bytes, "xl/charts/chart");
    assert_eq!(charts.len(), 4, "goals, attendance, money, break-even");
    assert!(charts.iter().all(|chart| chart.contains("<c:numCache>")), "values for programs that do not calculate");
    assert!(
        parts(&bytes, "xl/worksheets/sheet").iter().any(|sheet| sheet.contains("colorScale")),
        "the triangle is shaded"
    );
    assert_eq!(place.run("review --from chat.csv -o again.xlsx").code, 0);
    assert_eq!(std::fs::read(place.path("again.xlsx")).expect("a workbook"), bytes, "the same input, the same bytes");
}

#[test]
fn the_lint_report_of_several_plans_is_one_workbook() {
    let place = Place::with(CLUB);
    place.write("other.toml", b"language = \"en\"\n[community]\nname = \"Other\"\n");
    let mut command = place.command(["lint", ".", "--format", "xlsx"]);
    let output = command.output().expect("qun runs");
    assert_eq!(output.status.code(), Some(1), "warnings as in every format");
    let sheets = sheets(&output.stdout);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(&names[..3], ["Findings", "Plans", "Coverage"]);
    let json = place.run_with(["lint", ".", "--format", "json"], b"");
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let files = json["files"].as_array().expect("files");
    let all: usize = files.iter().map(|file| file["findings"].as_array().expect("findings").len()).sum();
    assert_eq!(sheets[0].1.len(), all + 1, "a row a finding, and the header");
    assert_eq!(sheets[1].1.len(), 3);
    let score = files[0]["score"].as_f64().expect("a score");
    assert!(sheets[1].1.iter().any(|row| row[1] == Data::Float(score)), "{:?}", sheets[1].1);
}

#[test]
fn no_text_of_goals_and_readings_acts_in_a_page_or_is_a_formula() {
    let quoted = |text: &str| serde_json::to_string(text).expect("a string");
    let mut plan = "language = \"en\"\n[community]\nid = \"c\"\nname = ".to_owned()
        + &quoted(PAYLOADS.lines().next().unwrap_or_default());
    plan.push_str("\n[lifecycle]\nstarts = 2026-10-01\n[[reviews]]\nid = \"r\"\nwhen = \"last day of the month\"\n");
    let mut table = "id,recorded,from,to,subject,arm,metric,value,of,unit,by,source,replaces,note\n".to_owned();
    for (at, payload) in PAYLOADS.lines().enumerate() {
        let text = quoted(payload);
        plan.push_str(&format!(
            "[[people]]\nid = \"p{at}\"\nname = {text}\n[[goals]]\nid = \"g{at}\"\nobjective = {text}\nbaseline = \"1%\"\ntarget = \"60%\"\nby = 2027-01-31\ncollected_by = \"p{at}\"\n\
             [[experiments]]\nid = \"e{at}\"\na = {text}\nb = {text}\nfrom = 2026-11-01\nuntil = 2026-11-10\n\
             [[decisions]]\nid = \"d{at}\"\nwhat = {text}\nowner = \"p{at}\"\ndecided = 2026-11-02\nby = 2026-11-09\ngoal = \"g{at}\"\n"
        ));
        let cell = payload.replace('"', "\"\"");
        table.push_str(&format!(
            "r{at},2026-11-20,2026-11-20,2026-11-20,g{at},,value,{},210,%,\"{cell}\",\"{cell}\",,\"{cell}\"\n",
            at % 60 + 1
        ));
    }
    let place = Place::with(&plan);
    place.write("community.readings.csv", table.as_bytes());
    let html = ok(&place, &["review", "--format", "html"]).out;
    assert_eq!(html.matches("<script").count() + html.matches("<img").count() + html.matches("<iframe").count(), 0);
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let words = tag.to_lowercase();
        let name = words.split([' ', '/']).find(|word| !word.is_empty()).unwrap_or_default();
        let own = [
            "!doctype",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "h1",
            "h2",
            "p",
            "section",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "svg",
            "path",
            "text",
            "polyline",
            "circle",
            "rect",
            "footer",
            "caption",
            "div",
        ];
        assert!(own.contains(&name), "<{tag}>");
        // within quotes a text may say anything
        let bare: String = words.split('"').step_by(2).collect();
        assert!(!bare.contains(" on"), "<{tag}>");
    }
    assert!(html.matches("<polyline").count() > 50, "a line for each goal");
    ok(&place, &["review", "-o", "review.xlsx"]);
    let bytes = std::fs::read(place.path("review.xlsx")).expect("a workbook");
    for sheet in parts(&bytes, "xl/worksheets/sheet") {
        assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
    }
    let charts = parts(&bytes, "xl/charts/chart");
    assert!(charts.len() > 50);
    for chart in charts {
        for range in chart.split("<c:f>").skip(1).filter_map(|rest| rest.split("</c:f>").next()) {
            assert!(
                range.starts_with("&apos;Readings of goals&apos;!$") || range.starts_with("'Readings of goals'!$"),
                "{range}"
            );
        }
    }
    let lint = place.command(["lint", "--format", "xlsx", "--fail-on", "never"]).output().expect("qun runs");
    assert!(parts(&lint.stdout, "xl/worksheets/sheet").iter().all(|sheet| !sheet.contains("<f>")));
}

#[test]
fn groups_that_were_assigned_count_as_one_value_each() {
    let place = Place::with(CLUB);
    for (arm, group, value) in [
        ("a", "north", "12/40"),
        ("a", "south", "20/80"),
        ("a", "west", "9/30"),
        ("b", "east", "22/40"),
        ("b", "river", "45/90"),
        ("b", "hill", "18/30"),
    ] {
        ok(&place, &["record", &format!("reminder/{group}"), "2026-11-15", "--arm", arm, &format!("active={value}")]);
    }
    let text = ok(&place, &["review", "--experiment", "reminder"]).out;
    // means of 30, 25, 30 and of 55, 50, 60 per cent; of the 20 arrangements two are as extreme
    assert!(
        text.contains("by groups (3 against 3): no clear difference: +26.67 pp") && text.contains("p = 0.1000"),
        "{text}"
    );
    let json = ok(&place, &["review", "--experiment", "reminder", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let test = &json["experiments"][0];
    assert_eq!(
        (&test["groups"]["a"], &test["groups"]["b"], &test["verdict"]),
        (&3.into(), &3.into(), &"not-told-apart".into())
    );
    // as members these would be told apart: that is the error which groups are for
    let members = Place::with(&CLUB.replace("unit = \"group\"\n", ""));
    ok(&members, &["record", "reminder", "2026-11-15", "--arm", "a", "active=41/150"]);
    ok(&members, &["record", "reminder", "2026-11-15", "--arm", "b", "active=85/160"]);
    assert!(ok(&members, &["review", "--experiment", "reminder"]).out.contains("B is higher"));
    let refused = members.run_with(["record", "reminder/north", "--arm", "a", "active=1/2"], b"");
    assert_eq!(refused.code, 2, "{}", refused.out);
}
