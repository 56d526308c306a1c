//! Laws of the module, over all patterns and all strings.
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::knowledge::{FESTIVALS, TERMS};
use crate::value::{Clock, Day, TimeRange, Weekday, WeekdaySet};

fn clock() -> impl Strategy<Value = Clock> {
    (0..1440i32).prop_map(|minutes| Clock::from_minutes(minutes).0)
}

fn times() -> impl Strategy<Value = Vec<TimeRange>> {
    vec((clock(), option::of(clock())).prop_map(|(start, end)| TimeRange { start, end }), 0..4).prop_map(|mut times| {
        times.sort_by_key(|time| time.start);
        times.dedup_by_key(|time| time.start);
        times
    })
}

/// A workday to move to, where a rule of RFC 5545 does not say its days itself, and not each day has its own.
fn roll(pattern: &Pattern, roll: Option<Roll>) -> Option<Roll> {
    roll.filter(|_| !matches!(pattern, Pattern::Rrule(_) | Pattern::Daily))
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0..7i32).prop_map(Weekday::from_index)
}

fn signed(most: i8) -> impl Strategy<Value = i8> {
    prop_oneof![1..=most, -most..=-1]
}

fn unique<T: PartialEq>(days: Vec<T>) -> Vec<T> {
    days.into_iter().fold(Vec::new(), |mut kept, day| {
        if !kept.contains(&day) {
            kept.push(day);
        }
        kept
    })
}

fn monthly() -> impl Strategy<Value = Pattern> {
    let period = prop_oneof![
        Just(Period::Month),
        Just(Period::OddMonths),
        Just(Period::EvenMonths),
        Just(Period::Quarter),
        (1..=12u8).prop_map(Period::Year),
        (2..=99u16).prop_map(Period::Months),
    ];
    period.prop_flat_map(|period| {
        let (weekdays, workdays) = if period == Period::Quarter { (14, 69) } else { (5, 23) };
        let day = signed(zh::month::longest(period) as i8).prop_map(MonthDay::Day);
        let nth = (signed(weekdays), weekday()).prop_map(|(n, day)| MonthDay::Nth(n, day));
        let workday = signed(workdays).prop_map(MonthDay::Workday);
        vec(prop_oneof![day, nth, workday], 1..6).prop_map(move |days| Pattern::Monthly { period, days: unique(days) })
    })
}

fn lunar() -> impl Strategy<Value = Pattern> {
    let period = prop_oneof![
        Just(Period::LunarMonth),
        (1..=12u8).prop_map(Period::LunarYear),
        (1..=12u8).prop_map(Period::LunarLeap),
    ];
    let day = prop_oneof![1..=30i8, Just(-1)].prop_map(MonthDay::Day);
    (period, vec(day, 1..4)).prop_map(|(period, days)| Pattern::Monthly { period, days: unique(days) })
}

fn anchor() -> impl Strategy<Value = Anchor> {
    let taken = vec!["item", "the", "christmas", "mid-autumn", "noon", "9am", "2026-12-24", "20", "-", "daily", "at"];
    prop_oneof![
        "[a-z0-9-]{1,12}".prop_map(|id| Anchor::Item(id.parse().expect("an id"))),
        prop::sample::select(taken).prop_map(|id| Anchor::Item(id.parse().expect("an id"))),
        (0..FESTIVALS.len()).prop_map(|index| Anchor::Festival(&FESTIVALS[index])),
        (0..TERMS.len()).prop_map(Anchor::Term),
    ]
}

fn rule() -> impl Strategy<Value = Pattern> {
    let frequency =
        prop::sample::select(vec![Frequency::Daily, Frequency::Weekly, Frequency::Monthly, Frequency::Yearly]);
    let until = (Day::MIN.0..=Day::MAX.0, option::of(clock()), any::<bool>()).prop_map(|(day, time, utc)| Until {
        day: Day(day),
        time,
        utc: utc && time.is_some(),
    });
    let lists = (vec(1..=12u8, 0..3), vec(signed(31), 0..3), vec((0..=5i8, weekday()), 0..4), vec(-366..=366i16, 0..3));
    let of_year = (vec(signed(53), 0..3), vec(-366..=366i16, 0..3));
    let ends = (option::of(1..=9999u16), option::of(until));
    (frequency, 1..=999u16, ends, lists, of_year, weekday()).prop_map(
        |(
            frequency,
            interval,
            (count, until),
            (months, month_days, days, positions),
            (weeks, year_days),
            week_start,
        )| {
            let weekly = frequency == Frequency::Weekly;
            let plain = weekly || frequency == Frequency::Daily;
            let days: Vec<_> = days.into_iter().map(|(n, day)| (if plain { 0 } else { n }, day)).collect();
            let mut rule = Rrule::new(frequency);
            if frequency == Frequency::Yearly {
                rule.year_days = unique(year_days.into_iter().filter(|n| *n != 0).collect());
                rule.weeks = if days.iter().any(|(n, _)| *n != 0) { Vec::new() } else { unique(weeks) };
            }
            rule.interval = interval;
            rule.count = count;
            rule.until = if count.is_some() { None } else { until };
            rule.months = unique(months);
            rule.month_days = if weekly { Vec::new() } else { unique(month_days) };
            rule.days = unique(days);
            if !(rule.months.is_empty() && rule.month_days.is_empty() && rule.days.is_empty()) {
                rule.positions = unique(positions.into_iter().filter(|n| *n != 0).collect());
            }
            rule.week_start = week_start;
            Pattern::Rrule(rule)
        },
    )
}

fn pattern() -> impl Strategy<Value = Pattern> {
    prop_oneof![
        Just(Pattern::Daily),
        Just(Pattern::Workdays),
        Just(Pattern::DaysOff),
        (2..=999u16).prop_map(Pattern::EveryDays),
        (1..=99u16, vec(weekday(), 1..7))
            .prop_map(|(every, days)| Pattern::Weekly { every, on: WeekdaySet::of(&days) }),
        monthly(),
        monthly(),
        monthly(),
        lunar(),
        (any::<bool>(), vec(weekday(), 1..7))
            .prop_map(|(odd, days)| Pattern::NumberedWeeks { odd, on: WeekdaySet::of(&days) }),
        (0..TERMS.len()).prop_map(Pattern::Term),
        (0..FESTIVALS.len()).prop_map(|index| Pattern::Festival(&FESTIVALS[index])),
        (anchor(), -999..=999i32).prop_map(|(from, days)| {
            let named = !matches!(from, Anchor::Item(_));
            Pattern::Offset { from, days: if named && days == 0 { 1 } else { days } }
        }),
        (Day::MIN.0..=Day::MAX.0).prop_map(|day| Pattern::Once(Day(day))),
        rule(),
    ]
}

/// Parts of phrases, put together at random: far more telling than random letters.
fn scraps() -> impl Strategy<Value = String> {
    let words = vec![
        "每",
        "周",
        "月",
        "年",
        "日",
        "天",
        "第",
        "个",
        "一",
        "三",
        "十",
        "最后",
        "倒数",
        "工作日",
        "隔",
        "双",
        "单",
        "下午",
        "点",
        "半",
        "到",
        "-",
        ":",
        " ",
        ",",
        "、",
        "20:00",
        "25:61",
        "9",
        "99999999999999999999",
        "农历",
        "春节",
        "前",
        "后",
        "every",
        "other",
        "2nd",
        "last",
        "of",
        "the",
        "month",
        "on",
        "Wed",
        "Dec",
        "weeks",
        "2026-12-24",
        "RRULE:",
        "FREQ=",
        "BYDAY=",
        ";",
        "=",
        "am",
        "pm",
        "salon",
        "before",
        "３",
        "：",
        "　",
        "é",
        "😀",
        "\u{0}",
        "\n",
        "İ",
        "ß",
        "lunar",
        "X",
        "~",
        "(",
        "）",
    ];
    vec(prop::sample::select(words), 0..9).prop_map(|words| words.concat())
}

fn never_panics_and_points_inside(phrase: &str) -> Result<(), TestCaseError> {
    match Cadence::parse(phrase) {
        Ok(cadence) => {
            for language in Language::ALL {
                let printed = cadence.print(language);
                let read = Cadence::parse(&printed);
                prop_assert_eq!(read.as_ref(), Ok(&cadence), "{} → {}", phrase, printed);
            }
        }
        Err(error) => {
            prop_assert!(phrase.get(error.at.clone()).is_some(), "{phrase:?} at {:?}", error.at);
            // what asks for the impossible is offered nothing
            if error.near.is_empty() && phrase.len() <= 200 {
                let folded = Folded::new(phrase);
                let is_bare = signals::Signals::of(folded.text()).is_empty();
                prop_assert!(!is_bare || stated::Stated::of(folded.text()) != stated::Stated::default(), "{phrase:?}");
            }
            prop_assert!(error.near.len() <= 3);
            for near in &error.near {
                let read = Cadence::parse(near);
                prop_assert!(read.is_ok(), "{phrase:?} offers {near:?}, which cannot be read");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn reads_what_it_prints(
        pattern in pattern(), times in times(),
        to in option::of(prop::sample::select(vec![Roll::Before, Roll::After, Roll::Nearest])),
    ) {
        let cadence = Cadence { roll: roll(&pattern, to), ..Cadence::new(pattern, times) };
        for language in Language::ALL {
            let phrase = cadence.print(language);
            let read = Cadence::parse(&phrase);
            prop_assert_eq!(read.as_ref(), Ok(&cadence), "{}", phrase);
        }
    }

    #[test]
    fn any_string_is_read_or_pointed_into(phrase in ".{0,40}") {
        never_panics_and_points_inside(&phrase)?;
    }

    #[test]
    fn any_words_are_read_or_pointed_into(phrase in scraps()) {
        never_panics_and_points_inside(&phrase)?;
    }
}

#[test]
fn a_very_long_phrase_is_refused_quickly() {
    for scrap in ["每周", "1", "😀", "every ", "、周三", "第一个"] {
        let phrase = scrap.repeat(20_000);
        assert!(never_panics_and_points_inside(&phrase).is_ok(), "{scrap}");
    }
}
