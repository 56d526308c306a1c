//! Laws of the calendar: months add up, nothing is outside its bounds, both languages agree, nobody is in
//! two places, and the days of every pattern agree with a day-by-day oracle.

use proptest::prelude::*;
use qun::cadence::Cadence;
use qun::calendar::{CalendarRequest, Entry, Item, Kind, Origin, Problem, calendar};
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::plan::{Reading, read};
use qun::source::Document;
use qun::value::{Day, Month};

const CLUB: &str = include_str!("../examples/chenguang.toml");

fn reading(text: &str, library: &Library) -> Reading {
    let mut buffer = String::new();
    let reading = read(&Document::parse(text, &mut buffer), library);
    assert!(reading.is_sound(), "{:?}", reading.findings);
    reading
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn entries(reading: &Reading, library: &Library, from: Day, to: Day) -> Vec<Entry> {
    let request = CalendarRequest { from, to, holidays: Holidays::china(), without: None };
    calendar(&reading.plan, &reading.index, library, &request).expect("made").entries
}

/// Compares two calendars entry by entry, so that only the first difference is shown.
fn same(ours: &[Entry], theirs: &[Entry]) {
    for (a, b) in ours.iter().zip(theirs) {
        assert_eq!(a, b);
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn months_at_once_are_single_months() {
    let library = Library::default();
    let club = reading(CLUB, &library);
    let first = Month::new(2026, 11);
    let whole = entries(&club, &library, first.first(), Month(first.0 + 14).last());
    let single: Vec<Entry> = (0..15)
        .map(|n| Month(first.0 + n))
        .flat_map(|month| entries(&club, &library, month.first(), month.last()))
        .collect();
    assert!(whole.len() > 300);
    same(&whole, &single);
}

/// The texts of a series go by the date for which each was meant: what happens to one date leaves the others alone.
#[test]
fn changes_leave_the_turn_of_other_texts_alone() {
    let library = Library::default();
    let plain = "[lifecycle]\nstarts = 2026-12-07\nmonths = 6\n[[content]]\nid = \"ask\"\nwhen = \"every Monday 08:00\"\n\
        series = [\"A\", \"B\", \"C\"]\n";
    let change = |what: &str| format!("{plain}[[changes]]\nitem = \"ask\"\n{what}\n");
    let turns = |text: &str| {
        let reading = reading(text, &library);
        let months = (0..4).map(|n| Month(Month::new(2026, 12).0 + n));
        let single: Vec<Entry> =
            months.flat_map(|month| entries(&reading, &library, month.first(), month.last())).collect();
        let whole = entries(&reading, &library, day("2026-12-01"), day("2027-03-31"));
        same(&whole, &single);
        let of = |entry: &Entry| (entry.original.day, entry.number);
        let mut turns: Vec<(Day, usize)> = single.iter().filter(|entry| entry.kind == Kind::Content).map(of).collect();
        turns.sort_unstable();
        turns
    };
    let first = day("2026-12-07");
    let wanted: Vec<(Day, usize)> = (0..17).map(|n| (first.plus(7 * n as i32), n)).collect();
    assert_eq!(turns(plain), wanted);
    for what in [
        "on = 2027-03-08\ncancel = true",
        "on = 2027-03-08\nmove_to = 2026-12-09",
        "on = 2026-12-14\nmove_to = 2027-03-10",
        "on = 2026-12-14\nmove_to = 2027-01-06",
        "on = 2026-12-14\ncancel = true",
    ] {
        assert_eq!(turns(&change(what)), wanted, "{what}");
    }
}

/// The club with more to say than its channels allow: by hour, day, week, month, account and mention.
fn loud() -> String {
    let club = CLUB
        .replace("messages_per_day = 6", "messages_per_day = 1")
        .replace("quiet_hours = \"22:30-07:30\"", "quiet_hours = \"20:00-07:30\"");
    let post = |id: &str, when: &str, to: &str| {
        format!("[[content]]\nid = \"{id}\"\nwhen = \"{when}\"\nsends = [{{ to = \"{to}\", mention_all = true }}]\n")
    };
    let posts = [("x", "每周五 09:00", "members"), ("y", "每3天 12:00", "members"), ("z", "隔周六 21:00", "service")];
    let posts: String = posts.iter().map(|(id, when, to)| post(id, when, to)).collect();
    let more = "[[channels]]\nid = \"service\"\nplatform = \"wechat-service-account\"\n\
        [[channels]]\nid = \"oa2\"\nplatform = \"wechat-official-account\"\n\
        [[content]]\nid = \"w\"\nwhen = \"每3天 10:00\"\nsends = [{ to = \"service\" }, { to = \"oa2\" }, { to = \"oa\" }]\n";
    club.replace("wechat-group = {", "wechat-group = { sends_per_week = 9,") + &posts + more
}

fn problems(reading: &Reading, library: &Library, from: Day, to: Day) -> Vec<Problem> {
    let request = CalendarRequest { from, to, holidays: Holidays::china(), without: None };
    calendar(&reading.plan, &reading.index, library, &request).expect("made").problems
}

/// Those of a day, in the words of a debugger; problems of the whole plan are in every range.
fn dated(problems: &[Problem]) -> Vec<String> {
    let is_dated = |problem: &&Problem| {
        !matches!(
            problem,
            Problem::NeverHappens { .. }
                | Problem::ChangeOfNothing { .. }
                | Problem::ChangeOutside { .. }
                | Problem::HolidaysUnknown { .. }
        )
    };
    let mut shown: Vec<String> = problems.iter().filter(is_dated).map(|problem| format!("{problem:?}")).collect();
    shown.sort_unstable();
    shown
}

#[test]
fn problems_of_months_at_once_are_those_of_single_months() {
    let library = Library::default();
    let club = reading(&loud(), &library);
    let first = Month::new(2026, 11);
    let whole = problems(&club, &library, first.first(), Month(first.0 + 8).last());
    let bounds = |problem: &Problem| match problem {
        Problem::LimitExceeded(over) => Some(format!("{:?}", over.limit).chars().take(8).collect::<String>()),
        _ => None,
    };
    let kinds: std::collections::BTreeSet<String> = whole.iter().filter_map(bounds).collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    let single: Vec<Problem> = (0..9)
        .map(|n| Month(first.0 + n))
        .flat_map(|month| problems(&club, &library, month.first(), month.last()))
        .collect();
    assert!(dated(&whole).len() > 100, "{}", dated(&whole).len());
    for (ours, theirs) in dated(&whole).iter().zip(&dated(&single)) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(dated(&whole).len(), dated(&single).len());
    // and any other cut
    let (from, to) = (day("2026-12-24"), day("2027-01-05"));
    let within =
        |problem: &Problem| matches!(problem, Problem::LimitExceeded(over) if from <= over.at.day && over.at.day <= to);
    let cut: Vec<Problem> = whole.into_iter().filter(within).collect();
    let over = |problem: &Problem| matches!(problem, Problem::LimitExceeded(_));
    let own: Vec<Problem> = problems(&club, &library, from, to).into_iter().filter(over).collect();
    assert!(!cut.is_empty());
    assert_eq!(dated(&own), dated(&cut));
}

#[test]
fn any_range_is_a_cut_of_a_larger_one() {
    let library = Library::default();
    let club = reading(CLUB, &library);
    let large = entries(&club, &library, day("2026-10-01"), day("2028-12-31"));
    for (from, to) in [("2026-12-10", "2026-12-10"), ("2026-12-24", "2027-01-03"), ("2027-02-01", "2027-02-28")] {
        let (from, to) = (day(from), day(to));
        let cut: Vec<Entry> = large.iter().filter(|e| from <= e.at.day && e.at.day <= to).cloned().collect();
        same(&entries(&club, &library, from, to), &cut);
    }
}

#[test]
fn nothing_is_outside_the_life_or_its_phases() {
    let library = Library::default();
    let plan = format!(
        "{CLUB}\n[[activities]]\nid = \"late\"\ntitle = \"late\"\nwhen = \"每天 09:00\"\nphases = [\"decline\"]\n"
    );
    let club = reading(&plan, &library);
    let made = {
        let request = CalendarRequest {
            from: day("2025-01-01"),
            to: day("2030-12-31"),
            holidays: Holidays::china(),
            without: None,
        };
        calendar(&club.plan, &club.index, &library, &request).expect("made")
    };
    let (starts, ends) = (day("2026-12-01"), day("2028-12-01"));
    let late = club.plan.activities.len() - 1;
    let mut seen = 0;
    for entry in made.entries.iter().filter(|entry| !matches!(entry.kind, Kind::Task | Kind::Phase)) {
        assert!(starts <= entry.original.day && entry.original.day < ends, "{entry:?}");
        if entry.origin == Origin::Item(Item::Activity(late)) {
            let phase = made.life.phase(entry.original.day).map(|phase| phase.name().get(Language::En));
            assert_eq!(phase, Some("decline"));
            seen += 1;
        }
    }
    assert!(seen > 50);
}

#[test]
fn both_languages_give_one_calendar() {
    let library = Library::default();
    let pairs = [
        ("每天 08:00", "daily 08:00"),
        ("工作日 08:30", "workdays 08:30"),
        ("休息日 10:00", "days off 10:00"),
        ("每周一、三、五 20:00-21:30", "every Mon, Wed, Fri 20:00-21:30"),
        ("隔周六 14:00", "every 2 weeks on Sat 14:00"),
        ("每月15日 20:00", "monthly on the 15th 20:00"),
        ("每月最后一天 18:00", "last day of the month 18:00"),
        ("每月第二、四个周六 14:00", "2nd, 4th Sat of the month 14:00"),
        ("每月第一个工作日 10:00", "first workday of the month 10:00"),
        ("每季度第一个周一 10:00", "first Mon of the quarter 10:00"),
        ("每年12月31日 20:00", "yearly on 31 Dec 20:00"),
        ("农历八月十五 19:00", "lunar 8-15 19:00"),
        ("农历每月初一、十五 07:00", "1st, 15th of the lunar month 07:00"),
        ("农历腊月最后一天 20:00", "last day of lunar month 12 20:00"),
        ("单数周周四 20:00", "odd weeks on Thu 20:00"),
        ("每天 10:00、18:00", "daily 10:00, 18:00"),
        ("每3个月1日 10:00", "every 3 months on the 1st 10:00"),
        ("每月15日，遇休息日顺延 20:00", "monthly on the 15th, else the next workday 20:00"),
        ("每月15日，遇休息日就近 20:00", "monthly on the 15th, else the nearest workday 20:00"),
        ("冬至 19:00", "winter solstice 19:00"),
        ("春节前3天 10:00", "3 days before Spring Festival 10:00"),
    ];
    let plan = |phrase: &str| {
        format!(
            "language = \"zh-CN\"\n[community]\nname = \"x\"\n[lifecycle]\nstarts = 2026-01-01\nmonths = 30\n[[activities]]\nid = \"a\"\nwhen = \"{phrase}\"\n"
        )
    };
    for (zh, en) in pairs {
        let [zh_made, en_made] = [zh, en]
            .map(|phrase| entries(&reading(&plan(phrase), &library), &library, day("2026-01-01"), day("2027-12-31")));
        assert!(zh_made.iter().any(|entry| entry.kind == Kind::Activity), "{zh}");
        assert_eq!(zh_made, en_made, "{zh} | {en}");
    }
}

/// A Chinese plan with its phrases in English; the days off stay China's.
fn in_english(plan: &str) -> (String, usize) {
    let mut phrases = 0;
    let mut line = |line: &str| match line.split_once(" = \"") {
        Some((key @ ("when" | "meeting"), rest)) => {
            let (phrase, more) = rest.split_once('"').expect("a closing quote");
            phrases += 1;
            let cadence = Cadence::parse(phrase).expect(phrase);
            format!("{key} = \"{}\"{more}\n", cadence.print(Language::En))
        }
        Some(("language", _)) => "language = \"en\"\n".to_owned(),
        Some(("holidays", _)) => String::new(),
        _ => format!("{line}\n"),
    };
    let text: String = plan.lines().map(&mut line).collect();
    (format!("holidays = \"CN\"\n{text}"), phrases)
}

#[test]
#[allow(clippy::disallowed_methods)] // the test reads the project's own files
fn plans_in_both_languages_give_one_calendar() {
    let library = Library::default();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/plans/zh-CN");
    let starters = std::fs::read_dir(folder).expect("the starters").map(|entry| entry.expect("an entry").path());
    let mut plans: Vec<String> = starters.map(|path| std::fs::read_to_string(path).expect("a text")).collect();
    plans.push(CLUB.to_owned());
    let (mut phrases, mut made) = (0, 0);
    for plan in &plans {
        let (english, count) = in_english(plan);
        let of = |text: &str| entries(&reading(text, &library), &library, day("2026-11-15"), day("2027-06-30"));
        let (zh, en) = (of(plan), of(&english));
        same(&zh, &en);
        phrases += count;
        made += zh.len();
    }
    assert!(
        plans.len() > 12 && phrases > 100 && made > 5_000,
        "{} plans, {phrases} phrases, {made} entries",
        plans.len()
    );
}

#[test]
fn nobody_is_double_booked_where_someone_else_is_free() {
    let library = Library::default();
    let plan = "language = \"en\"\nholidays = \"none\"\n[[roles]]\nid = \"host\"\n\
        [[people]]\nid = \"a\"\nroles = [\"host\"]\n[[people]]\nid = \"b\"\nroles = [\"host\"]\n\
        [[activities]]\nid = \"x\"\nwhen = \"every Wed 20:00-21:00\"\nowner = \"host\"\n\
        [[activities]]\nid = \"y\"\nwhen = \"every Wed 20:30-21:30\"\nowner = \"host\"\n\
        [[activities]]\nid = \"z\"\nwhen = \"every Wed 21:30-22:00\"\nowner = \"host\"\n";
    let made = entries(&reading(plan, &library), &library, day("2026-01-01"), day("2026-12-31"));
    let mut count = [0_usize; 2];
    for pair in made.windows(2).filter(|pair| pair[0].at.day == pair[1].at.day) {
        let (first, second) = (&pair[0], &pair[1]);
        if second.at.minute() < first.at.minute() + i64::from(first.minutes.expect("a length")) {
            assert_ne!(first.who.person, second.who.person, "{first:?} {second:?}");
        }
    }
    for entry in &made {
        count[entry.who.person.expect("a person")] += 1;
    }
    assert!(count[0].abs_diff(count[1]) < 20, "{count:?}");
}

/// The days of a weekly or monthly pattern, checked day by day.
fn oracle(every: i32, weekday: i32, from: Day, to: Day, anchor: Day) -> Vec<Day> {
    (from.0..=to.0)
        .map(Day)
        .filter(|day| {
            day.weekday().index() == weekday && (day.monday().0 - anchor.monday().0).rem_euclid(7 * every) == 0
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_n_weeks_agrees_with_a_day_by_day_oracle(every in 1..9i32, weekday in 0..7i32, start in 20_000..21_000i32, length in 1..400i32) {
        let library = Library::default();
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let anchor = Day(20_003);
        let plan = format!(
            "language = \"en\"\nholidays = \"none\"\n[[activities]]\nid = \"a\"\nwhen = \"every {every} weeks on {}\"\nfrom = {anchor}\n",
            names[weekday as usize],
        );
        let plan = if every == 1 { plan.replace("every 1 weeks on", "every") } else { plan };
        let (from, to) = (Day(start), Day(start + length));
        let made: Vec<Day> = entries(&reading(&plan, &library), &library, from, to).iter().map(|e| e.at.day).collect();
        prop_assert_eq!(made, oracle(every, weekday, from.max(anchor), to, anchor));
    }

    #[test]
    fn the_nth_weekday_agrees_with_a_day_by_day_oracle(nth in 1..6i32, weekday in 0..7i32, start in 15_000..25_000i32) {
        let library = Library::default();
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let ordinals = ["1st", "2nd", "3rd", "4th", "5th"];
        let plan = format!(
            "language = \"en\"\nholidays = \"none\"\n[[activities]]\nid = \"a\"\nwhen = \"{} {} of the month\"\n",
            ordinals[nth as usize - 1], names[weekday as usize],
        );
        let (from, to) = (Day(start), Day(start + 200));
        let made: Vec<Day> = entries(&reading(&plan, &library), &library, from, to).iter().map(|e| e.at.day).collect();
        let expected: Vec<Day> = (from.0..=to.0)
            .map(Day)
            .filter(|day| day.weekday().index() == weekday && (day.ymd().2 - 1) / 7 + 1 == nth)
            .collect();
        prop_assert_eq!(made, expected);
    }

    /// Whatever the bytes: an answer, never a panic.
    #[test]
    fn any_text_is_read_and_scheduled_without_a_panic(text in "(\\PC|[\\[\\]{}=\"'\n,.#0-9a-z ＝“”，]){0,200}") {
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(&text, &mut buffer), &library);
        let options = qun::rules::LintOptions::new(day("2026-11-22"), Holidays::china());
        qun::rules::lint(&reading, &library, &options);
        entries_of_anything(&reading, &library);
    }

    /// The club plan with a piece cut out, doubled or replaced: still no panic.
    #[test]
    fn a_damaged_plan_is_read_without_a_panic(at in 0..CLUB.len(), length in 0..60usize, with in "\\PC{0,8}") {
        let floor = |mut at: usize| { while !CLUB.is_char_boundary(at) { at -= 1; } at };
        let (from, to) = (floor(at), floor((at + length).min(CLUB.len())));
        let text = format!("{}{with}{}", &CLUB[..from], &CLUB[to..]);
        let library = Library::default();
        let mut buffer = String::new();
        let document = Document::parse(&text, &mut buffer);
        let reading = read(&document, &library);
        let options = qun::rules::LintOptions::new(day("2026-11-22"), Holidays::china());
        for finding in qun::rules::lint(&reading, &library, &options).findings {
            let range = document.locate(&finding.place);
            prop_assert!(text.get(range.clone()).is_some(), "{:?} {:?}", range, finding);
        }
        entries_of_anything(&reading, &library);
    }
}

fn entries_of_anything(reading: &Reading, library: &Library) {
    let request =
        CalendarRequest { from: day("2026-12-01"), to: day("2027-01-31"), holidays: Holidays::china(), without: None };
    let _ = calendar(&reading.plan, &reading.index, library, &request);
}
