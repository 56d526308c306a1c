//! Pages for a browser: every entry, every text escaped, nothing from outside, the user's own templates first.

use crate::kit::Place;

/// What would act in a page or in a workbook, a line each.
const PAYLOADS: &str = include_str!("../data/payloads.txt");

/// Pages of everything that can be made, by name.
fn pages(place: &Place) -> Vec<(String, String)> {
    [
        "schedule --month 2026-12 --format html",
        "schedule --month 2026-12 --format html-agenda",
        "schedule --month 2026-12 --person p0 --format html",
        "checklist weekly --date 2026-12-07 --format html",
        "checklist a0 --format sign-in",
        "document rules --format html",
        "lint --format html --fail-on never",
    ]
    .into_iter()
    .map(|words| {
        let run = place.run(words);
        assert!(run.code == 0, "{words}: {}", run.err);
        (words.to_owned(), run.out)
    })
    .collect()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}

/// A plan that has each payload as a title, a text, a place, a channel, a name and a rule.
fn hostile() -> String {
    let mut plan = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n".to_owned();
    let all: Vec<&str> = PAYLOADS.lines().collect();
    plan.push_str(&format!("[community]\nname = {}\n", quoted(all[0])));
    plan.push_str("[lifecycle]\nstarts = 2026-11-01\n");
    for (at, payload) in all.iter().enumerate() {
        let text = quoted(payload);
        plan.push_str(&format!("[[people]]\nid = \"p{at}\"\nname = {}\n", quoted(&format!("{payload} {at}"))));
        plan.push_str(&format!("[[places]]\nid = \"l{at}\"\nname = {text}\naddress = {text}\n"));
        plan.push_str(&format!("[[channels]]\nid = \"c{at}\"\nplatform = \"discord\"\ntitle = {text}\n"));
        plan.push_str(&format!("[[rules.conduct]]\nabout = \"other\"\ntext = {text}\n"));
        let day = at % 28 + 1;
        plan.push_str(&format!(
            "[[activities]]\nid = \"a{at}\"\ntitle = {text}\nwhen = \"2026-12-{day:02} 20:00\"\nplace = \"l{at}\"\nowner = \"p{at}\"\nlink = {text}\n\
             steps = [{{ id = \"s{at}\", at = \"T-1d 09:00\", title = {text}, text = {text}, sends = [{{ to = \"c{at}\" }}] }}]\n"
        ));
    }
    plan
}

#[test]
fn no_text_of_a_plan_acts_in_a_page() {
    assert_eq!(PAYLOADS.lines().count(), 60);
    let place = Place::with(&hostile());
    for (name, html) in pages(&place) {
        assert!(html.starts_with("<!DOCTYPE html>\n") && html.ends_with("</html>\n"), "{name}");
        assert!(html.contains("default-src 'none'"), "{name}");
        // our own tags only: one script at most, and no element that loads or acts
        assert!(html.matches("<script").count() <= 1, "{name}");
        for tag in [
            "<img",
            "<iframe",
            "<base",
            "<object",
            "<embed",
            "<form",
            "<input",
            "<math",
            "<!--",
            "<link",
            "<a href=\"javascript",
        ] {
            assert!(!html.contains(tag), "{name} has {tag}");
        }
        for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let words = tag.to_lowercase();
            assert!(
                !words.contains(" on") && !words.contains("style=") && !words.contains("srcdoc"),
                "{name}: <{tag}>"
            );
        }
    }
}

#[test]
fn no_text_of_a_plan_is_a_formula_in_a_workbook() {
    let place = Place::with(&hostile());
    for words in ["schedule --month 2026-12 -o book.xlsx", "checklist weekly --date 2026-12-07 -o list.xlsx"] {
        let run = place.run(words);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    for name in ["book.xlsx", "list.xlsx"] {
        let mut archive =
            zip::ZipArchive::new(std::fs::File::open(place.path(name)).expect("a file")).expect("a workbook");
        let mut sheets = 0;
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a part");
            let is_sheet = file.name().is_ok_and(|name| name.starts_with("xl/worksheets/sheet"));
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut text).expect("a part");
            let text = String::from_utf8_lossy(&text);
            assert!(!is_sheet || !text.contains("<f>") && !text.contains("<hyperlink"), "{name}");
            sheets += usize::from(is_sheet);
        }
        assert!(sheets > 1, "{name}");
    }
}

#[test]
fn an_own_template_comes_first_and_a_mistake_in_it_names_its_line() {
    let place = Place::with(
        "language = \"en\"\n[community]\nname = \"A <b>\"\n[[activities]]\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n",
    );
    std::fs::create_dir_all(place.path("templates/pages")).expect("a folder");
    place.write("templates/pages/month.jinja", b"{{ title }}: {{ months|length }} month");
    let run = place.run("schedule --month 2026-12 --format html");
    assert_eq!((run.code, run.out.as_str()), (0, "A &lt;b&gt;: 1 month\n"), "{}", run.err);
    place.write("templates/pages/month.jinja", b"\n{{ nothing }}");
    let run = place.run("schedule --month 2026-12 --format html");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("a page template (templates/pages) has a mistake") && run.err.contains("month:2"),
        "{}",
        run.err
    );
}

/// The text of a page as people read it.
fn unescaped(html: &str) -> String {
    let mut text = html.to_owned();
    for (escaped, plain) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")]
    {
        text = text.replace(escaped, plain);
    }
    text
}

/// The parts of a page by day: from the mark of a day to the next one.
fn by_day(html: &str) -> std::collections::HashMap<String, String> {
    let parts = html.split("datetime=\"").skip(1);
    parts.filter_map(|part| Some((part.get(..10)?.to_owned(), unescaped(part)))).collect()
}

/// Over a year of every example and starter: each entry is on the agenda page on its day, and each event is in its day of the
/// month.
#[test]
fn every_entry_is_on_the_agenda_page_and_every_event_in_the_month() {
    let folders = ["examples", "templates/plans/en", "templates/plans/zh-CN"];
    let mut entries = 0;
    for folder in folders {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let plans = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
        for path in plans.filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
            let place = Place::with(&std::fs::read_to_string(&path).expect("a plan"));
            let run = |format: &str| {
                let run = place.run(&format!("schedule --from 2026-12-01 --to 2027-05-31 --format {format}"));
                assert_eq!(run.code, 0, "{path:?}: {}", run.err);
                run.out
            };
            let json: serde_json::Value = serde_json::from_str(&run("json")).expect("JSON");
            let (agenda, month) = (by_day(&run("html-agenda")), by_day(&run("html")));
            for entry in json["entries"].as_array().expect("a list") {
                let text = |key: &str| entry[key].as_str().unwrap_or_default();
                let (date, title) = (text("date"), text("title"));
                let of_agenda = agenda.get(date).unwrap_or_else(|| panic!("{path:?}: no {date}"));
                assert!(of_agenda.contains(title), "{path:?} {date} {title}: {of_agenda}");
                if text("kind") != "task" {
                    assert!(month[date].contains(title), "{path:?} {date} {title}: {}", month[date]);
                }
                entries += 1;
            }
        }
    }
    assert!(entries > 3_000, "{entries}");
}

#[test]
fn a_month_can_be_printed_on_a3() {
    let place = Place::with(
        "language = \"en\"\n[community]\nname = \"A\"\n[[activities]]\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n",
    );
    let page = |more: &str| place.run(&format!("schedule --month 2026-12 --format html{more}")).out;
    assert!(
        page("").contains("<body class=\"across\">") && page(" --paper a3").contains("<body class=\"across large\">")
    );
    assert!(page("").contains("@page large{size:A3 landscape"));
    assert_eq!(place.run("schedule --paper a5").code, 2);
}

#[test]
fn quiet_years_leave_out_notices_of_other_years_only() {
    let place = Place::with(
        "language = \"zh-CN\"\ntime_zone = \"Asia/Shanghai\"\n[community]\nname = \"A\"\n[[activities]]\ntitle = \"Talk\"\nwhen = \"工作日 20:00\"\n",
    );
    let notice = |words: &str| place.run(words).err.contains("2027 年的放假安排还没有公布");
    assert!(
        notice("schedule --month 2027-01") && notice("schedule --month 2027-01 --quiet-years"),
        "its own year is shown"
    );
    assert!(!notice("schedule --month 2026-12 --quiet-years"), "a range that ends before it");
}
