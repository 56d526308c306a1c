//! Rules become phrases where they say the same; what was left out or moved is a change.

use super::*;
use crate::import::{ImportColumn, ImportedItem, ImportedWhen};
use crate::language::Language;

fn today() -> Day {
    "2026-11-29".parse().expect("a day")
}

fn calendar(events: &str) -> Imported {
    import_ics(&format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}\nEND:VCALENDAR\n"), today())
}

fn event(lines: &str) -> Imported {
    calendar(&format!("BEGIN:VEVENT\nUID:1\nSUMMARY:Talk\n{lines}\nEND:VEVENT"))
}

fn shown(item: &ImportedItem) -> String {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let when = match &item.when {
        ImportedWhen::Phrase { cadence, from, until } => {
            format!("{} {}..{}", cadence.print(Language::En), day(*from), day(*until))
        }
        ImportedWhen::Dates(dates) => {
            let date = |date: &crate::import::ImportedDate| {
                let last = date.last.map(|last| format!("..{last}")).unwrap_or_default();
                format!("{}{last}{}", date.day, date.time.map(|time| format!(" {time}")).unwrap_or_default())
            };
            dates.iter().map(date).collect::<Vec<_>>().join(", ")
        }
        ImportedWhen::Unknown => String::new(),
    };
    let moved = item.moved.iter().map(|moved| match moved.to {
        None => format!(" -{}", moved.on),
        Some(to) => format!(" {}>{}{}", moved.on, to.day, to.time.map(|time| format!(" {time}")).unwrap_or_default()),
    });
    format!("{when}{}", moved.collect::<String>())
}

#[test]
fn a_rule_is_a_phrase_where_that_says_the_same() {
    // 2026-12-02 is a Wednesday, the first of its month
    for (rule, when) in [
        ("FREQ=WEEKLY", "every Wed 20:00-21:30 2026-12-02.."),
        ("FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU", "every Mon, Wed 20:00-21:30 2026-12-02.."),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=SU", "every 2 weeks on Wed 20:00-21:30 2026-12-02.."),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU",
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU 20:00-21:30 2026-12-02..",
        ),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days 20:00-21:30 2026-12-02.."),
        ("FREQ=MONTHLY", "monthly on the 2nd 20:00-21:30 2026-12-02.."),
        ("FREQ=MONTHLY;BYDAY=1WE", "first Wed of the month 20:00-21:30 2026-12-02.."),
        ("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=1", "first Wed of the month 20:00-21:30 2026-12-02.."),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE", "every 3 months on the first Wed 20:00-21:30 2026-12-02.."),
        ("FREQ=YEARLY", "yearly on 2 Dec 20:00-21:30 2026-12-02.."),
        ("FREQ=WEEKLY;COUNT=5", "every Wed 20:00-21:30 2026-12-02..2026-12-30"),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5", "every Mon, Wed 20:00-21:30 2026-12-02..2026-12-16"),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=2TU 20:00-21:30 2026-12-02.."),
        ("FREQ=WEEKLY;UNTIL=20261230T120000Z", "every Wed 20:00-21:30 2026-12-02..2026-12-30"),
        ("FREQ=WEEKLY;UNTIL=20261230T115900Z", "every Wed 20:00-21:30 2026-12-02..2026-12-29"),
    ] {
        let read = event(&format!(
            "DTSTART;TZID=Asia/Shanghai:20261202T200000\nDTEND;TZID=Asia/Shanghai:20261202T213000\nRRULE:{rule}"
        ));
        assert_eq!(read.items.iter().map(shown).collect::<Vec<_>>(), [when], "{rule} {:?}", read.problems);
        assert_eq!(read.items[0].field(ImportColumn::Zone), Some("Asia/Shanghai"));
        assert_eq!(read.problems, [], "{rule}");
    }
}

#[test]
fn dates_that_were_left_out_or_moved_are_changes() {
    let read = calendar(
        "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Reading\r\n  night\r\nDTSTART;TZID=America/New_York:20261202T200000\r\nDURATION:PT1H\r\n\
         RRULE:FREQ=WEEKLY\r\nEXDATE;TZID=America/New_York:20261209T200000\r\nEXDATE:20261217T010000Z\r\nBEGIN:VALARM\r\n\
         SUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Reading night\r\nRECURRENCE-ID;TZID=America/New_York:20261223T200000\r\n\
         DTSTART;TZID=America/New_York:20261222T190000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Party\r\nRECURRENCE-ID;TZID=America/New_York:20261230T200000\r\n\
         DTSTART;TZID=America/New_York:20261230T200000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nUID:a\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;TZID=America/New_York:20270106T200000\r\nEND:VEVENT",
    );
    assert_eq!(
        read.items.iter().map(shown).collect::<Vec<_>>(),
        ["every Wed 20:00-21:00 2026-12-02.. -2026-12-09 -2026-12-16 2026-12-23>2026-12-22 19:00-20:00 -2027-01-06"]
    );
    assert_eq!(read.items[0].title, "Reading night");
    let problems: Vec<&str> = read.problems.iter().map(|problem| problem.why.en).collect();
    assert_eq!(problems, ["this date has another title or place; only its date was taken over"]);
}

#[test]
fn single_dates_days_and_what_cannot_be_used() {
    for (lines, when, why) in [
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", "2026-12-24..2026-12-26", None),
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225", "2026-12-24", None),
        (
            "DTSTART:20261202T120000Z\nRDATE:20261205T120000Z,20261207T120000Z",
            "2026-12-02 12:00, 2026-12-05 12:00, 2026-12-07 12:00",
            None,
        ),
        ("DTSTART:20201202T120000Z", "", None),
        ("DTSTART:20201202T120000Z\nRRULE:FREQ=WEEKLY;UNTIL=20210101", "", None),
        ("DTSTART:2026-12-02", "", Some("this must be a date such as 20261205 or 20261205T200000")),
        (
            "DTSTART;TZID=Moon/Base:20261202T120000",
            "",
            Some("unknown time zone; it must be a name such as Asia/Shanghai"),
        ),
        (
            "DTSTART:20261202T120000Z\nRRULE:FREQ=HOURLY",
            "",
            Some("this recurrence rule cannot be used; give dates, or a daily, weekly, monthly or yearly rule"),
        ),
        (
            "DTSTART:20261202T120000Z\nRRULE:FREQ=WEEKLY;BYDAY=FR",
            "every Fri 12:00 2026-12-02..",
            Some("its first date is not one of its own rule and was not taken over"),
        ),
        (
            "DTSTART:20261202T120000Z\nDTEND:20261201T120000Z",
            "",
            Some("it ends before it starts, or after more than a year"),
        ),
    ] {
        let read = event(lines);
        assert_eq!(read.items.iter().map(shown).collect::<String>(), when, "{lines}");
        let first = read.problems.first().map(|problem| problem.why.en);
        assert_eq!(first, why, "{lines} {:?}", read.problems);
    }
    assert_eq!(import_ics("hello", today()).problems[0].why, NO_CALENDAR);
    assert_eq!(calendar("BEGIN:VEVENT\nSUMMARY:x").problems.last().map(|problem| problem.why), Some(NOT_CLOSED));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(BEGIN|END|DTSTART|RRULE|EXDATE|:|;|=|VEVENT|VCALENDAR|\\n| |[0-9]{1,9}|T|Z|FREQ|WEEKLY|P|D|é|\"){0,60}") {
        let _ = import_ics(&text, today());
        let _ = import_ics(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20261202T120000Z\n{text}\nEND:VEVENT"), today());
    }
}
