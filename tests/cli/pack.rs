//! `qun pack`: the same bytes each time, over itself without asking, never over what others wrote.

use std::collections::BTreeMap;

use crate::kit::Place;

const PLAN: &str = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n[community]\nname = \"Club\"\n\
    [[people]]\nname = \"Ana\"\nhours_per_week = 2\n[[people]]\nname = \"Ben\"\n[[channels]]\nid = \"main\"\nplatform = \"discord\"\ntitle = \"Main\"\n\
    [[activities]]\ntitle = \"Talk\"\nwhen = \"every Wed 20:00-21:00\"\nowner = \"Ana\"\n\
    [[content]]\ntitle = \"News\"\nwhen = \"every Mon 09:00\"\nowner = \"Ben\"\ntext = \"Hello\"\nsends = [{ to = \"main\" }]\n";

fn folder(place: &Place, name: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(place.path(name)).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file")))
        .collect()
}

#[test]
fn a_month_is_a_folder_that_begins_with_its_index() {
    let place = Place::with(PLAN);
    let run = place.run("pack --month 2026-12 -o dec");
    assert_eq!(run.code, 0, "{}", run.err);
    let files = folder(&place, "dec");
    for name in [
        "index.html",
        "month-2026-12.html",
        "agenda-2026-12.html",
        "calendar-2026-12.xlsx",
        "person-ana.html",
        "person-ana.ics",
        "person-ben.ics",
        "channel-main.ics",
        "pack.txt",
    ] {
        assert!(files.contains_key(name), "{name}: {:?}", files.keys());
    }
    let index = String::from_utf8(files["index.html"].clone()).expect("UTF-8");
    for name in files.keys().filter(|name| *name != "index.html" && *name != "pack.txt") {
        assert!(index.contains(&format!("href=\"{name}\"")), "{name}");
    }
    assert!(index.contains("<svg"), "the charts");
    // the same plan gives the same bytes, elsewhere too
    assert_eq!(place.run("pack --month 2026-12 -o again").code, 0);
    assert_eq!(folder(&place, "again"), files);
}

#[test]
fn again_over_itself_it_takes_out_what_is_gone() {
    let place = Place::with(PLAN);
    assert_eq!(place.run("pack --month 2026-12 -o dec").code, 0);
    place.write("community.toml", PLAN.replace("owner = \"Ben\"", "owner = \"Ana\"").as_bytes());
    let run = place.run("pack --month 2026-12 -o dec");
    assert_eq!(run.code, 0, "{}", run.err);
    let files = folder(&place, "dec");
    assert!(!files.contains_key("person-ben.ics") && files.contains_key("person-ana.ics"));
}

#[test]
fn files_of_others_are_never_replaced() {
    let place = Place::with(PLAN);
    std::fs::create_dir(place.path("mine")).expect("a folder");
    place.write("mine/letter.txt", b"mine");
    let run = place.run("pack --month 2026-12 -o mine");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("this folder has other files; nothing was written"), "{}", run.err);
    assert_eq!(folder(&place, "mine").len(), 1);
    // one that someone changed since
    assert_eq!(place.run("pack --month 2026-12 -o dec").code, 0);
    place.write("dec/index.html", b"edited");
    let run = place.run("pack --month 2026-12 -o dec");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("someone changed this file; it was not replaced"), "{}", run.err);
    assert_eq!(folder(&place, "dec")["index.html"], b"edited");
}

#[test]
fn a_person_gets_what_is_theirs() {
    let place = Place::with(PLAN);
    let run = place.run("pack --month 2026-12 --person Ana -o ana");
    assert_eq!(run.code, 0, "{}", run.err);
    let files = folder(&place, "ana");
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["agenda-2026-12.html", "calendar-2026-12.ics", "calendar-2026-12.xlsx", "index.html", "pack.txt"]
    );
    let agenda = String::from_utf8(files["agenda-2026-12.html"].clone()).expect("UTF-8");
    assert!(agenda.contains("Talk") && !agenda.contains("News"), "{agenda}");
}

#[test]
fn a_persons_files_are_on_their_own_clock() {
    let place = Place::with(&PLAN.replace("name = \"Ben\"\n", "name = \"Ben\"\ntime_zone = \"America/New_York\"\n"));
    let run = place.run("pack --month 2026-12 -o dec");
    assert_eq!(run.code, 0, "{}", run.err);
    let text = |name: &str| std::fs::read_to_string(place.path(&format!("dec/{name}"))).expect(name);
    // Mondays at nine in Berlin
    let ben = text("person-ben.ics");
    assert!(ben.contains("TZID=America/New_York:20261207T030000") && !ben.contains("TZID=Europe/Berlin"), "{ben}");
    assert!(text("person-ben.html").contains("New York"), "the page says whose time it is");
    assert!(text("person-ana.ics").contains("TZID=Europe/Berlin"), "Ana lives there");
    // from the 25th on the next month is packed, as it is shown
    let run = place.run("pack --today 2026-11-28");
    assert!(run.err.contains("2026-12 is shown") && place.path("pack-2026-12").is_dir(), "{}", run.err);
}
