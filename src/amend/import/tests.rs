//! Items become elements; names that the plan has are its own; what it has already stays as it is.

use super::*;
use crate::amend::fixture::{Fixture, day};
use crate::import::{import_ics, import_tables};
use crate::table;

const PLAN: &str = "language = \"en\"\ntime_zone = \"Europe/Berlin\"\n[[people]]\nid = \"mia\"\nname = \"Mia\"\n\
    [[channels]]\nid = \"main\"\nplatform = \"discord\"\ntitle = \"Members\"\n";

fn items(table: &str) -> Vec<ImportedItem> {
    import_tables(&table::read(table.as_bytes()).expect("a table").0, day("2026-11-22")).items
}

fn import<'i>(items: &'i [ImportedItem], decisions: &[(NameUse, &str, NameDecision)]) -> Import<'i> {
    let decisions = decisions.iter().map(|(of, name, what)| ((*of, (*name).to_owned()), what.clone()));
    Import { items, decisions: decisions.collect() }
}

/// The lines that an import adds to the plan, of which every line stays, in its order.
fn added(plan: &str, items: &[ImportedItem], decisions: &[(NameUse, &str, NameDecision)]) -> String {
    let fixture = Fixture::sound(plan);
    let amendment = fixture.amend(import(items, decisions)).expect("a sound plan");
    let mut old = plan.lines().peekable();
    let new = amendment.text.lines().filter(|line| !line.is_empty() && old.next_if_eq(line).is_none());
    let new: String = new.map(|line| format!("{line}\n")).collect();
    assert_eq!(old.next(), None, "everything else stays: {}", amendment.text);
    new
}

const TABLE: &str = "Date,Time,Topic,Owner,Channel,Place,Notes\n\
    2026-12-02,20:00-21:00,Talk,Mia,Members,,\n2026-12-09,20:00-21:00,Talk,Mia,Members,,\n\
    2026-12-16,20:00-21:00,Talk,Mia,Members,,\n2026-12-19,22:00-1:00,Party,\"Zoe, Mia\",#fun,Corner bar,Bring a friend\n";

#[test]
fn names_of_the_plan_become_its_ids_and_new_ones_are_added_before_what_refers_to_them() {
    assert_eq!(
        added(PLAN, &items(TABLE), &[]),
        "[[people]]\nname = \"Zoe\"\nfrom = 2026-11-22\n\
         [[channels]]\nid = \"fun\"\ntitle = \"#fun\"\n[[places]]\nid = \"corner-bar\"\nname = \"Corner bar\"\n\
         [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nchannels = [\"main\"]\nwhen = \"every Wed 20:00-21:00\"\n\
         from = 2026-12-02\nuntil = 2026-12-16\nowner = \"mia\"\n\
         [[activities]]\nid = \"party\"\ntitle = \"Party\"\nplace = \"corner-bar\"\nchannels = [\"fun\"]\n\
         when = \"2026-12-19 22:00-01:00\"\nowner = \"Zoe\"\nstaff = [{ role = \"mia\" }]\nnote = \"Bring a friend\"\n"
    );
}

#[test]
fn a_new_name_can_be_left_out_or_be_one_of_the_plan() {
    let items = items(TABLE);
    let fixture = Fixture::sound(PLAN);
    let missing = import(&items, &[]).missing_names(&fixture.now()).expect("a plan");
    let names: Vec<(NameUse, &str, usize)> = missing.iter().map(|it| (it.of, it.name.as_str(), it.uses)).collect();
    assert_eq!(names, [(NameUse::Holder, "Zoe", 1), (NameUse::Channel, "#fun", 1), (NameUse::Place, "Corner bar", 1)]);
    let text = added(
        PLAN,
        &items,
        &[
            (NameUse::Holder, "Zoe", NameDecision::Same("Mia".to_owned())),
            (NameUse::Channel, "#fun", NameDecision::LeaveOut),
            (NameUse::Place, "Corner bar", NameDecision::LeaveOut),
        ],
    );
    assert!(!text.contains("Zoe") && !text.contains("fun") && !text.contains("Corner"), "{text}");
    assert!(text.contains("title = \"Party\"\nwhen = \"2026-12-19 22:00-01:00\"\nowner = \"mia\"\n"), "{text}");
}

#[test]
fn the_same_again_adds_nothing() {
    let items = items(TABLE);
    let fixture = Fixture::sound(PLAN);
    let once = fixture.amend(import(&items, &[])).expect("a sound plan").text;
    let again = Fixture::sound(&once);
    let amendment = again.amend(import(&items, &[])).expect("a sound plan");
    assert_eq!(amendment.text, once);
    assert_eq!(amendment.effect().expect("a calendar").known, [0, 1]);
}

#[test]
fn a_calendar_from_another_zone_adds_nothing_the_second_time() {
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Sprint\nDTSTART;TZID=Asia/Kolkata:20261209T093000\n\
        DURATION:PT2H\nEND:VEVENT\nEND:VCALENDAR\n";
    let items = import_ics(calendar, day("2026-11-22")).items;
    let once = Fixture::sound(PLAN).amend(import(&items, &[])).expect("a sound plan").text;
    assert!(once.contains("time_zone = \"Asia/Kolkata\""), "{once}");
    assert_eq!(Fixture::sound(&once).amend(import(&items, &[])).expect("a sound plan").text, once);
}

#[test]
fn dates_left_out_or_moved_by_a_calendar_become_changes() {
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Talk\nDTSTART;TZID=Europe/Berlin:20261202T200000\n\
        DURATION:PT1H\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Berlin:20261209T200000\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:1\nSUMMARY:Talk\nRECURRENCE-ID;TZID=Europe/Berlin:20261216T200000\n\
        DTSTART;TZID=Europe/Berlin:20261217T190000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(
        added(PLAN, &import_ics(calendar, day("2026-11-22")).items, &[]),
        "[[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00-21:00\"\nfrom = 2026-12-02\n\
         [[changes]]\nitem = \"talk\"\non = 2026-12-09\ncancel = true\n\
         [[changes]]\nitem = \"talk\"\non = 2026-12-16\nmove_to = 2026-12-17T19:00:00\n"
    );
}

#[test]
fn what_the_plan_cannot_use_is_reported_with_its_place() {
    let table = "Date,Topic,Time zone,Capacity,Owner\n2026-12-02,Talk,IST,many,https://x.example\n";
    let items = items(table);
    let fixture = Fixture::sound(PLAN);
    let amendment = fixture.amend(import(&items, &[])).expect("a sound plan");
    let left = amendment.effect().expect("a calendar").left_out;
    let cells: Vec<(usize, &str)> = left.iter().map(|problem| (problem.place.row, problem.cell.as_str())).collect();
    assert_eq!(cells, [(2, "IST"), (2, "many"), (2, "https://x.example")]);
}

#[test]
fn what_is_at_the_time_of_something_else_is_added_and_said() {
    let plan = format!("{PLAN}[[activities]]\nid = \"chat\"\ntitle = \"Chat\"\nwhen = \"every Wed 20:00-21:00\"\n");
    let fixture = Fixture::sound(&plan);
    let items = items(TABLE);
    let amendment = fixture.amend(import(&items, &[])).expect("a sound plan");
    assert!(amendment.text.contains("title = \"Talk\""), "{}", amendment.text);
    let left_out = amendment.effect().expect("an effect").left_out;
    let said: Vec<&str> = left_out.iter().map(|problem| problem.cell.as_str()).collect();
    assert_eq!(said, ["Talk"]);
    // at another time, nothing is said
    let fixture = Fixture::sound(&plan.replace("every Wed", "every Thu"));
    let amendment = fixture.amend(import(&items, &[])).expect("a sound plan");
    assert!(amendment.effect().expect("an effect").left_out.is_empty());
}
