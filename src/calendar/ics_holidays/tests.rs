//! Real files: the status of each day, and every broken line reported.

use super::*;
use crate::knowledge::DayStatus;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn file(events: &[&str]) -> String {
    let events: String = events.iter().map(|event| format!("BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

#[test]
fn days_off_of_a_country_with_spans_and_yearly_rules() {
    let text = file(&[
        "DTSTART;VALUE=DATE:20260403\r\nDTEND;VALUE=DATE:20260407\r\nSUMMARY:Easter\\, four\r\n  days",
        "DTSTART;VALUE=DATE:20251225\r\nRRULE:FREQ=YEARLY\r\nDURATION:P2D\r\nEXDATE;VALUE=DATE:20281225\r\nSUMMARY:Weihnachten",
        "DTSTART;VALUE=DATE:20241128\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nSUMMARY:Thanksgiving",
        "DTSTART:20260601T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nSUMMARY:a meeting",
        "DTSTART;VALUE=DATE:20261003\r\nSUMMARY:Einheit\r\nBEGIN:VALARM\r\nDURATION:PT5M\r\nDESCRIPTION:Observance\r\nEND:VALARM\r\n\
         DTEND;VALUE=DATE:20261004",
        "DTSTART;VALUE=DATE:20260510\r\nDESCRIPTION:Observance\\nTo hide observances\r\nSUMMARY:Mother's Day",
        "DTSTART;VALUE=DATE:20260511\r\nSTATUS:CANCELLED\r\nSUMMARY:never",
    ]);
    let holidays = holidays_of_ics(&text).expect("sound");
    for (date, status, name) in [
        ("2026-04-02", DayStatus::Workday, None),
        ("2026-04-03", DayStatus::Off, Some("Easter, four days")),
        ("2026-04-06", DayStatus::Off, Some("Easter, four days")),
        ("2026-04-07", DayStatus::Workday, None),
        ("2026-05-10", DayStatus::Weekend, None),
        ("2026-05-11", DayStatus::Workday, None),
        ("2026-06-01", DayStatus::Workday, None),
        ("2026-10-03", DayStatus::Off, Some("Einheit")),
        ("2026-12-25", DayStatus::Off, Some("Weihnachten")),
        ("2026-12-26", DayStatus::Off, Some("Weihnachten")),
        ("2026-11-26", DayStatus::Off, Some("Thanksgiving")),
        ("2028-12-25", DayStatus::Unannounced, None),
        ("2030-11-28", DayStatus::Off, Some("Thanksgiving")),
        // only 2026 has a day of its own date
        ("2027-03-01", DayStatus::Unannounced, None),
    ] {
        let info = holidays.status(day(date));
        assert_eq!((info.status, info.name), (status, name), "{date}");
    }
    assert!(holidays.awaits_next_notice(day("2026-12-28")));
    let fixed =
        holidays_of_ics(&file(&["DTSTART:20200501\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nSUMMARY:May"])).expect("sound");
    assert_eq!(fixed.last_announced(), Some(2022));
    assert_eq!(fixed.status(day("2022-05-02")).status, DayStatus::Workday);
}

#[test]
fn chinese_files_name_make_up_workdays() {
    let text = file(&[
        "DTSTART;VALUE=DATE:20270206\r\nDTEND;VALUE=DATE:20270213\r\nSUMMARY:春节（休）\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
        "DTSTART;VALUE=DATE:20270220\r\nSUMMARY:春节（班）",
        "DTSTART;VALUE=DATE:20270221\r\nSUMMARY:春节\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY",
        "DTSTART;VALUE=DATE:20261231\r\nSUMMARY:元旦",
    ]);
    let own = holidays_of_ics(&text).expect("sound");
    let both = Holidays::china().over(&own).expect("few names");
    assert!(own.status(day("2027-02-20")).make_up && own.status(day("2027-02-21")).make_up);
    // a day of the last week does not announce its year
    assert_eq!(own.status(day("2026-07-01")).status, DayStatus::Unannounced);
    for (date, status, name) in [
        ("2026-12-31", DayStatus::Off, Some("元旦")),
        ("2026-10-01", DayStatus::Off, Some("国庆节")),
        ("2027-02-12", DayStatus::Off, Some("春节（休）")),
        ("2027-02-13", DayStatus::Weekend, None),
        ("2027-02-20", DayStatus::Workday, Some("春节（班）")),
        ("2027-06-01", DayStatus::Workday, None),
        ("2028-06-01", DayStatus::Unannounced, None),
    ] {
        let info = both.status(day(date));
        assert_eq!((info.status, info.name), (status, name), "{date}");
    }
    assert!(Holidays::china().awaits_next_notice(day("2026-12-30")) && !both.awaits_next_notice(day("2026-12-30")));
}

#[test]
fn reports_every_broken_line() {
    let text = "BEGIN:VCALENDAR\nno colon here\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260230\nEND:VEVENT\n\
        BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20260105\nDTEND:20260101\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20260105\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20260105\nDURATION:PT5H\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:2026\n";
    let bad = holidays_of_ics(text).expect_err("broken");
    let found: Vec<_> = bad.iter().map(|bad| (bad.line, bad.problem)).collect();
    assert_eq!(
        found,
        [
            (2, NO_COLON),
            (4, BAD_DATE),
            (6, NO_START),
            (9, NOT_OPEN),
            (12, BAD_SPAN),
            (16, BAD_RULE),
            (20, BAD_LENGTH),
            (22, NOT_CLOSED),
            (23, BAD_DATE),
        ]
    );
    for (text, problem) in [("", NO_CALENDAR), ("x", NO_CALENDAR), ("BEGIN:VCALENDAR\nEND:VCALENDAR", NO_DAYS)] {
        assert_eq!(holidays_of_ics(text).expect_err(text), [BadLine { line: 1, problem }]);
    }
}

#[test]
fn ignores_lines_within_and_between_events() {
    let text = "BEGIN:VCALENDAR\n\n \nBEGIN:VEVENT\nDTSTART:20260105\nBEGIN:VALARM\nDTSTART:20260301\nEND:VALARM\n\
        SUMMARY;X=\"a:b\";Y=\"c\":Rest: a day\nDURATION:P2W\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20261224\nSUMMARY:Eve\nEND:VEVENT\nEND:VCALENDAR\n";
    let holidays = holidays_of_ics(text).expect("sound");
    for (date, name) in [("2026-01-05", Some("Rest: a day")), ("2026-01-18", Some("Rest: a day")), ("2026-01-19", None)]
    {
        assert_eq!(holidays.status(day(date)).name, name, "{date}");
    }
    assert_eq!(holidays.status(day("2026-03-01")).name, None);
    // an event that is not closed is named by its own first line, and the next is read
    let open = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260105\nBEGIN:VEVENT\nDTSTART:20260230\nEND:VEVENT\n";
    let bad: Vec<_> = holidays_of_ics(open).expect_err("broken").iter().map(|bad| (bad.line, bad.problem)).collect();
    assert_eq!(bad, [(2, NOT_CLOSED), (5, BAD_DATE)]);
    let twice = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260105\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n";
    let bad: Vec<_> = holidays_of_ics(twice).expect_err("broken").iter().map(|bad| (bad.line, bad.problem)).collect();
    assert_eq!(bad, [(2, NOT_CLOSED), (4, NO_START)]);
    // Christmas Eve may be ruled by the next notice, the day before it may not
    let only = |date: &str| holidays_of_ics(&file(&[&format!("DTSTART:{date}\r\nSUMMARY:x")])).expect("sound");
    assert_eq!(only("20261224").last_announced(), None);
    assert_eq!(only("20261223").last_announced(), Some(2026));
}

#[test]
fn refuses_a_file_that_never_ends() {
    let event = "DTSTART:00010101\r\nRRULE:FREQ=YEARLY\r\nDURATION:P300D\r\nSUMMARY:x";
    let bad = holidays_of_ics(&file(&vec![event; 2000])).expect_err("too much");
    assert_eq!(bad, [BadLine { line: 3, problem: TOO_MANY }]);
    let never = "DTSTART:00010101\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    let bad = holidays_of_ics(&file(&vec![never; 2000])).expect_err("too much");
    assert_eq!(bad, [BadLine { line: 3 + 4 * 238, problem: TOO_MANY }]);
}

/// The days are those that another reader of iCalendar finds in what we read.
#[test]
fn dates_are_read_as_by_another_reader() {
    let text = file(&["DTSTART;VALUE=DATE:20260403\r\nDTEND;VALUE=DATE:20260407\r\nSUMMARY:a\\;b\r\n\t c"]);
    let theirs = calcard::icalendar::ICalendar::parse(&text).expect("sound");
    let event = theirs.components.iter().find(|component| component.component_type.as_str() == "VEVENT").expect("one");
    let date = |name: calcard::icalendar::ICalendarProperty| {
        let value = &event.property(&name).expect("there").values[0];
        let date = value.as_partial_date_time().expect("a date");
        Day::from_ymd(
            date.year.expect("a year").into(),
            date.month.expect("a month").into(),
            date.day.expect("a day").into(),
        )
    };
    let own = holidays_of_ics(&text).expect("sound");
    let off: Vec<Day> = (20_500..20_700).map(Day).filter(|day| own.status(*day).status == DayStatus::Off).collect();
    use calcard::icalendar::ICalendarProperty::{Dtend, Dtstart};
    assert_eq!((off.first().copied(), off.last().map(|day| day.plus(1))), (date(Dtstart), date(Dtend)));
    assert_eq!(own.status(off[0]).name, Some("a;b c"));
}
