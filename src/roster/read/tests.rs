//! What is written is read again, and every slip has its place.

use super::*;
use crate::language::Language;
use crate::source::Positions;

const HEAD: &str = "uid,item,original,start,end,zone,lead,staff,status,sequence,published\n";
const STAR: &str = "*,,2026-12-31,,,,,,,0,2026-12-01\n";
const TALK: &str = "club/talk/2026-12-09@qun,talk,2026-12-09,2026-12-10T20:00,2026-12-10T21:30,Europe/London,Ann,host:Ben;helper:Cy,confirmed,2,2026-12-01\n";

/// `line:column message`
fn found(text: &str) -> Vec<String> {
    let positions = Positions::new(text);
    let shown = |finding: &Finding| {
        let PlacePart::Bytes(at) = &finding.place.part else { panic!("{finding:?}") };
        let at = positions.at(at.start);
        format!("{}:{} {}", at.line, at.column, finding.message(Language::En))
    };
    read_roster(text).findings.iter().map(shown).collect()
}

#[test]
fn a_roster_is_read_as_it_is_written() {
    let seat = |role: &str, person: &str| PublishedSeat { role: role.to_owned(), person: person.to_owned() };
    let talk = read_roster(&format!("{HEAD}{STAR}{TALK}")).roster.rows()[0].clone();
    assert_eq!(talk.staff, [seat("host", "Ben"), seat("helper", "Cy")]);
    assert_eq!((talk.part(), talk.sequence, talk.is_cancelled), ("", 2, false));
    let odd = PublishedOccurrence {
        uid: "club/talk/2026-12-16/2/chairs@qun".to_owned(),
        lead: Some("=Ann, \"the; one\"".to_owned()),
        staff: vec![seat("", "; x\\"), seat("host", "晨")],
        end: None,
        start: Moment { day: talk.start.day, time: None },
        is_cancelled: true,
        original: talk.original.plus(7),
        ..talk.clone()
    };
    assert_eq!(odd.part(), "2/chairs");
    let days = (Some(talk.original), Some(talk.published));
    let roster = Roster::new(days, 3, vec![odd.clone(), talk.clone()]);
    let past = KeptDays { item: "talk, \"late\"".to_owned(), from: talk.original, through: talk.original.plus(30) };
    let roster = roster.with_kept_days(vec![past]);
    let text = roster.to_csv();
    let reading = read_roster(&text);
    assert_eq!((reading.findings.len(), &reading.roster), (0, &roster), "{text}");
    assert_eq!(roster.rows()[0], talk, "by day");
    assert_eq!(roster.find("talk", odd.original, "2/chairs"), Some(1));
    assert_eq!(roster.find("talk", odd.original, ""), None);
    assert!(text.starts_with("\u{feff}uid,item"), "{text}");
}

#[test]
fn what_a_spreadsheet_makes_of_it_is_read() {
    let whole = format!("{HEAD}{STAR}{TALK}");
    let roster = read_roster(&whole).roster;
    let semicolons = whole.replace(',', ";").replace("host:Ben;helper:Cy", "\"host:Ben;helper:Cy\"");
    let tabs = whole.replace(',', "\t").replace('\n', "\r\n");
    let slashes = whole.replace("2026-12-10T20:00", "12/10/2026 20:00").replace(",2026-12-09,", ",12/9/2026,");
    let british = slashes.replace("12/10/2026", "10/12/2026").replace("12/9/2026", "9/12/2026");
    let padded = whole.replace('\n', ",,\n") + ",,,\n";
    for text in [semicolons, tabs, slashes, british, padded] {
        let reading = read_roster(&text);
        assert_eq!((reading.findings.len(), &reading.roster), (0, &roster), "{text} {:?}", reading.findings);
    }
}

#[test]
fn every_slip_has_its_line_and_column() {
    let with = |from: &str, to: &str| found(&format!("{HEAD}{STAR}{}", TALK.replace(from, to)));
    assert_eq!(with("2026-12-10T20:00", "soon"), ["3:42 cannot read `start`: soon"]);
    assert_eq!(with("confirmed", "maybe"), ["3:113 `status` cannot be \"maybe\""]);
    assert_eq!(with("Europe/London", "London"), ["3:76 there is no time zone \"London\""]);
    assert_eq!(with("host:Ben", "Ben"), ["3:94 cannot read `staff`"]);
    assert_eq!(with("T21:30", "T19:30"), ["3:59 the end is before the start, or only one of them has a time"]);
    assert_eq!(with(",2,", ",two,"), ["3:123 `sequence` takes a whole number, found two"]);
    assert_eq!(with("club/talk/2026-12-09@qun", "talk"), ["3:1 talk is not the UID of a calendar entry"]);
    assert_eq!(found(&format!("{HEAD}{STAR}{TALK}{TALK}")), ["4:1 there are two rows for club/talk/2026-12-09@qun"]);
    let foreign = TALK.replace("club/", "guild/");
    assert_eq!(
        found(&format!("{HEAD}{STAR}{TALK}{foreign}")),
        ["4:1 another row, with another UID, already holds talk on 2026-12-09"]
    );
    assert_eq!(found(&format!("{HEAD}{STAR}{TALK}{}", foreign.replace("confirmed", "cancelled"))), [""; 0]);
    assert_eq!(
        found(&format!("{HEAD}{TALK}")),
        ["2:1 the row whose uid is * is missing; it holds the day published through"]
    );
    assert_eq!(found(&HEAD.replace(",zone", "")), ["1:1 the first line lacks these columns: zone"]);
    assert_eq!(found(""), ["1:1 the file is empty"]);
    assert_eq!(with("Ann", "\"Ann"), ["3:90 the quote is not closed"]);
    let both = "3/4/2026";
    let text = format!("{HEAD}{}", STAR.replace("2026-12-01", both).replace("2026-12-31", both));
    assert_eq!(found(&text).len(), 1, "one that can be read in two ways");
}

#[test]
fn several_slips_are_all_found() {
    let bad = TALK.replace("confirmed", "x").replace("2026-12-10T20:00", "y");
    assert_eq!(found(&format!("{HEAD}{STAR}{TALK}{}", bad.replace("12-09@", "12-02@"))).len(), 2);
}
