//! Rules: read, printed, refused at their part.

use super::super::expected::LEFT_OVER;
use super::super::pattern::{Cadence, Pattern};
use super::*;

fn of(phrase: &str) -> Result<Cadence, Unexpected> {
    let read = read(Cursor::new(&phrase.to_ascii_lowercase())).expect("a rule");
    read.map(|(rule, times)| Cadence::new(Pattern::Rrule(rule), times))
}

#[test]
fn reads_the_parts() {
    let cadence = of("RRULE:FREQ=MONTHLY;BYDAY=-1SA 10:00").expect("a cadence");
    let mut rule = Rrule::new(Frequency::Monthly);
    rule.days = vec![(-1, Weekday::Sat)];
    assert_eq!(cadence.pattern, Pattern::Rrule(rule));
    assert_eq!(cadence.time.map(|time| time.to_string()).as_deref(), Some("10:00"));
    for rule in [
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "FREQ=YEARLY;UNTIL=20281231;BYMONTH=1,12;BYMONTHDAY=-1,1",
        "FREQ=YEARLY;BYWEEKNO=20,-1;BYYEARDAY=1,-366;BYDAY=MO;WKST=SU",
        "FREQ=MONTHLY;UNTIL=20261231T155900Z;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ] {
        let printed = match of(rule).map(|cadence| cadence.pattern) {
            Ok(Pattern::Rrule(rule)) => rule.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(printed, rule);
    }
    assert!(read(Cursor::new("rrules 20:00")).is_none());
}

#[test]
fn names_the_impossible_part() {
    for (rule, part, expected) in [
        ("rrule:freq=daily;byhour=9", "byhour=9", &RULE_TIME),
        ("rrule:freq=secondly", "freq=secondly", &RULE_FREQ),
        ("rrule:freq=yearly;byeaster=0", "byeaster=0", &RULE_PART),
        ("rrule:freq=monthly;byweekno=20", "byweekno=20", &RULE_DAYS),
        ("rrule:freq=yearly;byweekno=20;byday=1mo", "byday=1mo", &RULE_DAYS),
        ("rrule:freq=yearly;byyearday=0", "byyearday=0", &RULE_VALUE),
        ("rrule:freq=daily;count=2;until=20261231", "until=20261231", &RULE_END),
        ("rrule:freq=weekly;byday=1mo", "byday=1mo", &RULE_DAYS),
        ("rrule:freq=daily;byday=1mo", "byday=1mo", &RULE_DAYS),
        ("rrule:freq=daily;byweekno=20", "byweekno=20", &RULE_DAYS),
        ("rrule:freq=daily;interval=+2", "interval=+2", &RULE_VALUE),
        ("rrule:freq=daily;until=20261231t235961", "until=20261231t235961", &RULE_VALUE),
        ("rrule:freq=daily;until=20261231t2359590", "until=20261231t2359590", &RULE_VALUE),
        ("rrule:freq=monthly;bymonthday=32", "bymonthday=32", &RULE_VALUE),
        ("rrule:freq=monthly;bysetpos=1", "bysetpos=1", &RULE_SET),
        ("rrule:freq=daily;freq=weekly", "freq=weekly", &RULE_PART),
        ("rrule:freq=daily;until=20260230", "until=20260230", &RULE_VALUE),
        ("rrule:freq=daily noise", "noise", &LEFT_OVER),
        ("rrule:interval=2", "interval=2", &RULE_FREQ),
    ] {
        let found = of(rule).expect_err(rule);
        assert_eq!((&rule[found.at], found.expected.text), (part, expected.text), "{rule}");
    }
}

#[test]
fn knows_which_rules_count_from_their_first_day() {
    for (rule, needs) in [
        ("freq=daily", false),
        ("freq=daily;interval=2", true),
        ("freq=daily;count=5", true),
        ("freq=weekly", true),
        ("freq=weekly;byday=mo", false),
        ("freq=monthly", true),
        ("freq=monthly;bymonthday=1", false),
        ("freq=monthly;byday=1mo", false),
        ("freq=yearly", true),
        ("freq=yearly;byday=mo", false),
        ("freq=yearly;bymonthday=1", false),
        ("freq=yearly;byyearday=1", false),
    ] {
        assert_eq!(of(rule).expect(rule).needs_start(), needs, "{rule}");
    }
}
