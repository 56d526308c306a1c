//! Recurrence rules: cases collected elsewhere, and 2,000 rules made at random, each held against the words of RFC 5545
//! taken day by day and against the crate `rrule`.

use std::collections::BTreeMap;

use qun::cadence::Cadence;
use qun::calendar::{CalendarRequest, calendar, days_of};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::source::Document;
use qun::value::{Day, Month, Weekday};
use serde_json::Value;

fn ical_day(text: &str) -> Day {
    format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]).parse().expect("a day")
}

/// The days that a plan makes of a rule, with its item's `from` as DTSTART.
fn planned(rule: &str, start: Day, to: Day) -> Vec<Day> {
    let text = format!(
        "language = \"en\"\ntime_zone = \"UTC\"\n[[activities]]\nid = \"a\"\ntitle = \"a\"\nfrom = {start}\nwhen = \"RRULE:{rule} 09:00\"\n"
    );
    let (library, mut buffer) = (Library::default(), String::new());
    let reading = read(&Document::parse(&text, &mut buffer), &library);
    assert!(reading.is_sound(), "{rule}: {:?}", reading.findings);
    let request = CalendarRequest { from: start, to, holidays: Holidays::none(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    made.entries.iter().map(|entry| entry.at.day).collect()
}

#[test]
fn the_cases_collected_elsewhere() {
    let data: Value = serde_json::from_str(include_str!("data/recurrence.json")).expect("JSON");
    let cases = data["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 24);
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a text");
        let expected: Vec<Day> = case["expected"]
            .as_array()
            .expect("dates")
            .iter()
            .map(|day| ical_day(day.as_str().expect("a date")))
            .collect();
        let start = ical_day(text("dtstart"));
        // five years on, nothing more may come: every case ends by COUNT or UNTIL
        let to = expected.last().expect("a date").plus(5 * 366);
        assert_eq!(planned(text("rrule"), start, to), expected, "{}: {}", text("rrule"), text("comment"));
    }
}

/// Edges at which implementations part, with the dates that follow from the text of the RFC.
#[test]
fn edges_agree_with_the_standard() {
    for (rule, start, expected) in [
        // ordinals count within the month with BYMONTH, else within the year
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2026-01-01", "2026-03-29 2027-03-28 2028-03-26"),
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17"),
        ("FREQ=YEARLY;BYMONTH=1,11;BYDAY=1MO,4TH", "2026-01-01", "2026-01-05 2026-01-22 2026-11-02"),
        // U.S. election day: BYMONTHDAY limits BYDAY
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "1996-11-05",
            "1996-11-05 2000-11-07 2004-11-02",
        ),
        // several positions, from both ends, given out of order
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1,2", "2026-12-01", "2026-12-01 2026-12-02 2026-12-31"),
        ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06"),
        // a day that a month or year lacks is skipped, not moved
        ("FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31"),
        ("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2027-01-01", "2027-02-28 2028-02-29 2029-02-28"),
        // a DTSTART that is no occurrence is not counted
        ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2", "1997-09-02", "1998-02-13 1998-03-13"),
        // the week begins where WKST says, which INTERVAL makes visible
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19"),
        // a set of positions begins with the interval, not with DTSTART
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", "2026-12-03", "2026-12-09 2026-12-16 2026-12-23"),
        // weeks and days of the year
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1997-05-12 1998-05-11 1999-05-17"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2024-12-01", "2024-12-30 2025-12-29 2027-01-04"),
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-12-01", "2027-01-03 2028-01-02 2028-12-31"),
        (
            "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200",
            "1997-01-01",
            "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09",
        ),
        ("FREQ=YEARLY;BYYEARDAY=366,-1", "2027-06-01", "2027-12-31 2028-12-31 2029-12-31"),
        // UNTIL as a date holds that whole day; as a time, up to that time
        ("FREQ=DAILY;UNTIL=20261203", "2026-12-01", "2026-12-01 2026-12-02 2026-12-03"),
        ("FREQ=DAILY;UNTIL=20261203T090000Z", "2026-12-01", "2026-12-01 2026-12-02 2026-12-03"),
        ("FREQ=DAILY;UNTIL=20261203T085900Z", "2026-12-01", "2026-12-01 2026-12-02"),
    ] {
        let start: Day = start.parse().expect("a day");
        let expected: Vec<&str> = expected.split(' ').collect();
        let found: Vec<String> =
            planned(rule, start, start.plus(9 * 366)).iter().take(expected.len()).map(Day::to_string).collect();
        assert_eq!(found, expected, "{rule}");
    }
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// 1 to `most`, and negative as often.
    fn signed(&mut self, most: u64) -> i32 {
        let n = i32::try_from(self.below(most) + 1).expect("small");
        if self.one_in(2) { n } else { -n }
    }

    fn some<T: PartialEq>(&mut self, most: u64, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for _ in 0..=self.below(most) {
            let value = one(self);
            if !list.contains(&value) {
                list.push(value);
            }
        }
        list
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    Never,
    Count(usize),
    Until(Day),
}

/// A rule as the test knows it: neither of the two implementations has read it.
#[derive(Debug, Clone)]
struct Rule {
    freq: &'static str,
    interval: i32,
    end: End,
    months: Vec<i32>,
    weeks: Vec<i32>,
    year_days: Vec<i32>,
    month_days: Vec<i32>,
    days: Vec<(i32, Weekday)>,
    positions: Vec<i32>,
    week_start: Weekday,
}

const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Rule {
    fn random(dice: &mut Dice, start: Day) -> Self {
        let freq = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"][dice.below(4) as usize];
        let yearly = freq == "YEARLY";
        let end = match dice.below(3) {
            0 => End::Never,
            1 => End::Count(dice.below(30) as usize + 1),
            _ => End::Until(start.plus(dice.below(2000) as i32)),
        };
        let mut list = |wanted: bool, odds, most, one: &mut dyn FnMut(&mut Dice) -> i32| {
            if wanted && dice.one_in(odds) { dice.some(most, one) } else { Vec::new() }
        };
        let months = list(true, 4, 3, &mut |dice| dice.below(12) as i32 + 1);
        let weeks = list(yearly, 6, 3, &mut |dice| dice.signed(53));
        let year_days = list(yearly, 6, 5, &mut |dice| dice.signed(366));
        let month_days = list(freq != "WEEKLY", 4, 3, &mut |dice| dice.signed(31));
        let numbered = match freq {
            "MONTHLY" => Some(5),
            "YEARLY" if weeks.is_empty() => Some(if months.is_empty() { 53 } else { 5 }),
            _ => None,
        };
        let numbered = numbered.filter(|_| dice.one_in(2));
        let mixed = dice.one_in(8);
        let day = |dice: &mut Dice| {
            let n = numbered.filter(|_| !mixed || dice.one_in(2)).map_or(0, |most| dice.signed(most));
            (n, Weekday::from_index(dice.below(7) as i32))
        };
        let days = if dice.one_in(2) { dice.some(3, day) } else { Vec::new() };
        let any = [&months, &weeks, &year_days, &month_days].iter().any(|part| !part.is_empty()) || !days.is_empty();
        let positions = if any && dice.one_in(4) { dice.some(2, |dice| dice.signed(5)) } else { Vec::new() };
        let week_start = Weekday::from_index(if dice.one_in(2) { dice.below(7) as i32 } else { 0 });
        let interval = dice.below(if freq == "DAILY" { 12 } else { 4 }) as i32 + 1;
        Self { freq, interval, end, months, weeks, year_days, month_days, days, positions, week_start }
    }

    fn text(&self) -> String {
        let ical = |day: Day| day.to_string().replace('-', "");
        let mut text = format!("FREQ={};INTERVAL={}", self.freq, self.interval);
        match self.end {
            End::Never => {}
            End::Count(count) => text += &format!(";COUNT={count}"),
            End::Until(day) => text += &format!(";UNTIL={}T090000Z", ical(day)),
        }
        let numbers = [
            ("BYMONTH", &self.months),
            ("BYWEEKNO", &self.weeks),
            ("BYYEARDAY", &self.year_days),
            ("BYMONTHDAY", &self.month_days),
            ("BYSETPOS", &self.positions),
        ];
        for (name, list) in numbers.into_iter().filter(|(_, list)| !list.is_empty()) {
            text += &format!(";{name}={}", list.iter().map(i32::to_string).collect::<Vec<_>>().join(","));
        }
        let code = |(n, day): &(i32, Weekday)| {
            format!("{}{}", if *n == 0 { String::new() } else { n.to_string() }, CODES[*day as usize])
        };
        if !self.days.is_empty() {
            text += &format!(";BYDAY={}", self.days.iter().map(code).collect::<Vec<_>>().join(","));
        }
        text + &format!(";WKST={}", CODES[self.week_start as usize])
    }

    /// The n-th interval after the one in which `start` lies.
    fn interval(&self, start: Day, n: i32) -> (Day, Day) {
        let n = n * self.interval;
        match self.freq {
            "DAILY" => (start.plus(n), start.plus(n)),
            "WEEKLY" => (self.week(start).plus(7 * n), self.week(start).plus(7 * n + 6)),
            "MONTHLY" => (Month(start.month().0 + n).first(), Month(start.month().0 + n).last()),
            _ => (Month::new(start.year() + n, 1).first(), Month::new(start.year() + n, 12).last()),
        }
    }

    /// The first day of a day's week.
    fn week(&self, day: Day) -> Day {
        (0..7).map(|back| day.plus(-back)).find(|day| day.weekday() == self.week_start).expect("a week has them all")
    }

    /// The number of a day's week: of its fourth day in that day's year.
    fn week_number(&self, day: Day) -> (i32, i32) {
        let fourth = self.week(day).plus(3);
        (fourth.year(), (fourth.0 - Month::new(fourth.year(), 1).first().0) / 7 + 1)
    }

    /// Whether a day is in the set of its interval, by the table and the notes of section 3.3.10: what the parts leave
    /// open comes from DTSTART.
    fn holds(&self, day: Day, start: Day) -> bool {
        let is_at = |list: &[i32], at: i32, length: i32| {
            list.is_empty() || list.iter().any(|n| *n == at || length + 1 + n == at)
        };
        let (year, month, of_month) = day.ymd();
        let opens = Month::new(year, 1).first();
        let year_length = Month::new(year, 12).last().0 - opens.0 + 1;
        let week = || {
            let (year, week) = self.week_number(day);
            // the 28th of December always lies in the last week
            let weeks = self.week_number(Day::from_ymd(year, 12, 28).expect("a day")).1;
            is_at(&self.weeks, week, weeks)
        };
        let within_month = self.freq == "MONTHLY" || !self.months.is_empty();
        let (from, to) =
            if within_month { (day.month().first(), day.month().last()) } else { (opens, opens.plus(year_length - 1)) };
        let weekday = |(n, weekday): &(i32, Weekday)| {
            let (before, after) = ((day.0 - from.0) / 7 + 1, (to.0 - day.0) / 7 + 1);
            day.weekday() == *weekday && (*n == 0 || *n == before || *n == -after)
        };
        let open = self.days.is_empty() && self.month_days.is_empty() && self.year_days.is_empty();
        let from_start = match self.freq {
            "WEEKLY" if self.days.is_empty() => day.weekday() == start.weekday(),
            "MONTHLY" if open => of_month == start.ymd().2,
            "YEARLY" if open && !self.weeks.is_empty() => day.weekday() == start.weekday(),
            "YEARLY" if open => of_month == start.ymd().2 && (!self.months.is_empty() || month == start.ymd().1),
            _ => true,
        };
        from_start
            && (self.months.is_empty() || self.months.contains(&month))
            && (self.weeks.is_empty() || week())
            && is_at(&self.year_days, day.0 - opens.0 + 1, year_length)
            && is_at(&self.month_days, of_month, day.month().days())
            && (self.days.is_empty() || self.days.iter().any(weekday))
    }

    /// The days by the text of the RFC, each day of each interval looked at.
    fn by_text(&self, start: Day, to: Day) -> Vec<Day> {
        let mut found = Vec::new();
        for n in 0.. {
            let (open, close) = self.interval(start, n);
            if open > to {
                break;
            }
            let set: Vec<Day> = (open.0..=close.0).map(Day).filter(|day| self.holds(*day, start)).collect();
            let length = set.len() as i32;
            let chosen = |at: &usize| {
                let at = *at as i32;
                self.positions.is_empty() || self.positions.iter().any(|n| *n == at + 1 || length + n == at)
            };
            found.extend((0..set.len()).filter(chosen).map(|at| set[at]).filter(|day| start <= *day && *day <= to));
        }
        match self.end {
            End::Never => {}
            End::Count(count) => found.truncate(count),
            End::Until(last) => found.retain(|day| *day <= last),
        }
        found
    }

    /// The first days by the crate. It is not asked for more than there are: it looks for them for seconds.
    fn by_crate(&self, start: Day, most: usize) -> Result<Vec<Day>, rrule::RRuleError> {
        let set = format!("DTSTART:{}T090000Z\nRRULE:{}", start.to_string().replace('-', ""), self.text());
        let set: rrule::RRuleSet = set.parse()?;
        Ok(set.into_iter().take(most).map(|date| date.to_string()[..10].parse().expect("a day")).collect())
    }

    /// Where the crate is known not to follow the text, and the text.
    fn crate_errs(&self) -> Option<&'static str> {
        let numbered = self.days.iter().filter(|(n, _)| *n != 0).count();
        let open = self.days.is_empty() && self.month_days.is_empty() && self.year_days.is_empty();
        if self.days.iter().any(|(n, _)| *n == if self.freq == "MONTHLY" { -5 } else { -53 }) {
            Some(
                "the last but fourth of a month and the 53rd of a year from its end may be named: the crate refuses them",
            )
        } else if 0 < numbered && numbered < self.days.len() {
            Some("BYDAY is a list of days, each of which belongs: the crate wants numbered and plain ones at once")
        } else if self.freq == "WEEKLY" && !self.positions.is_empty() {
            Some("a set begins with its interval: the crate begins that of the first week with DTSTART")
        } else if open && !self.weeks.is_empty() {
            Some("what a rule leaves open comes from DTSTART, here the weekday: the crate takes the whole week")
        } else {
            None
        }
    }
}

#[test]
fn two_thousand_rules_agree_with_the_text_and_with_the_crate() {
    let mut dice = Dice(5545);
    let (mut agreed, mut never, mut errs) = (0, 0, BTreeMap::<&str, usize>::new());
    for _ in 0..2000 {
        let start = Day(10_957 + dice.below(11_000) as i32);
        let rule = Rule::random(&mut dice, start);
        let text = format!("{} from {start}", rule.text());
        let to = start.plus(if rule.freq == "YEARLY" { 13 } else { 4 } * 366);
        let expected = rule.by_text(start, to);
        let cadence = Cadence::parse(&format!("RRULE:{} 09:00", rule.text()));
        let ours = |from, to| days_of(cadence.as_ref().expect(&text), start, (from, to), Holidays::none());
        assert_eq!(ours(start, to), expected, "{text}");
        // a range in the middle is a cut of the whole
        let (from, until) = (start.plus(400), start.plus(1200));
        let within: Vec<Day> = expected.iter().copied().filter(|day| from <= *day && *day <= until).collect();
        assert_eq!(ours(from, until), within, "{text}, cut");
        if expected.is_empty() {
            never += 1;
            continue;
        }
        let theirs = rule.by_crate(start, expected.len());
        match rule.crate_errs() {
            Some(why) => {
                *errs.entry(why).or_default() +=
                    usize::from(theirs.is_err() || theirs.is_ok_and(|theirs| theirs != expected))
            }
            None => {
                assert_eq!(theirs.as_ref().ok(), Some(&expected), "{text}: {theirs:?}");
                agreed += 1;
            }
        }
    }
    assert!(agreed > 1400 && never < 400, "{agreed} rules agree, {never} never happen");
    assert!(errs.len() == 4 && errs.values().all(|n| *n > 0), "the crate has been fixed: {errs:?}");
}

/// Phrases that a rule of the RFC can say too: the days of both, and of the crate `rrule`, are the same.
#[test]
fn phrases_agree_with_the_rules_that_say_the_same() {
    let odd = (1..=53).step_by(2).map(|week| week.to_string()).collect::<Vec<_>>().join(",");
    let even = (2..=52).step_by(2).map(|week| week.to_string()).collect::<Vec<_>>().join(",");
    let mut dice = Dice(16);
    for _ in 0..300 {
        let start = Day(15_000 + dice.below(10_000) as i32);
        let weekday = dice.below(7) as usize;
        let (code, word) = (CODES[weekday], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday]);
        let (every, nth) = (2 + dice.below(12), 1 + dice.below(4));
        let ordinal = ["1st", "2nd", "3rd", "4th"][nth as usize - 1];
        for (phrase, rule) in [
            (format!("odd weeks on {word}"), format!("FREQ=YEARLY;BYWEEKNO={odd};BYDAY={code}")),
            (format!("even weeks on {word}"), format!("FREQ=YEARLY;BYWEEKNO={even};BYDAY={code}")),
            (format!("every {every} months on the {nth}"), String::new()),
            (
                format!("every {every} months on the {ordinal} {word}"),
                format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={nth}{code}"),
            ),
            (
                format!("every {every} months on the {ordinal}"),
                format!("FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={nth}"),
            ),
        ] {
            if rule.is_empty() {
                // a bare number is no day
                assert!(Cadence::parse(&phrase).is_err(), "{phrase}");
                continue;
            }
            let when = Cadence::parse(&phrase).expect("a cadence");
            let ours = days_of(&when, start, (start, start.plus(6 * 366)), Holidays::none());
            assert_eq!(ours, planned(&rule, start, start.plus(6 * 366)), "{phrase} from {start}");
            let set = format!("DTSTART:{}T090000Z\nRRULE:{rule}", start.to_string().replace('-', ""));
            let set: rrule::RRuleSet = set.parse().expect("a rule");
            // across a turn of the year the crate takes weeks of the year before for those of the year
            if !rule.contains("BYWEEKNO") {
                let theirs = set.all(ours.len() as u16).dates;
                let theirs: Vec<String> = theirs.iter().map(|date| date.format("%Y-%m-%d").to_string()).collect();
                assert_eq!(ours.iter().map(Day::to_string).collect::<Vec<_>>(), theirs, "{phrase} from {start}");
            }
        }
    }
}
