//! Words read one by one, and the law that no offer contradicts them.

use proptest::prelude::*;

use super::*;

/// Ways to name a weekday, how often, and what confuses: in phrases that cannot be read, their offers keep the first
/// two.
const WEEKDAYS: [[&str; 7]; 2] = [
    ["周一", "周二", "星期三", "周四", "礼拜五", "周六", "周日"],
    ["Monday", "Tue", "Wednesdays", "Thursday", "Fri", "Saturdays", "Sun"],
];
const RATES: [&[(&str, Rate)]; 2] = [
    &[
        ("双周会，", Rate::Weeks(2)),
        ("每两周一次例会，", Rate::Weeks(2)),
        ("隔周例会：", Rate::Weeks(2)),
        ("月度例会，", Rate::Months(1)),
        ("每月例会，", Rate::Months(1)),
        ("每季度例会，", Rate::Months(3)),
    ],
    &[
        ("biweekly meeting, ", Rate::Weeks(2)),
        ("every two weeks or so: ", Rate::Weeks(2)),
        ("monthly call, ", Rate::Months(1)),
        ("quarterly, ", Rate::Months(3)),
        ("every 3 months, a call, ", Rate::Months(3)),
    ],
];
const BEFORE: [&str; 5] = ["", "- ", "* ", "例会: ", "Call: "];
const BEHIND: [&[&str]; 2] =
    [&["下午，17点~18点", "15:00（线上）", "的上午10点", ""], &[" at 11ish", " 17:00 PT (online)", ""]];

fn weekdays_of(pattern: &Pattern) -> WeekdaySet {
    match pattern {
        Pattern::Weekly { on, .. } => *on,
        Pattern::Monthly { days, .. } => {
            days.iter().filter_map(|day| if let MonthDay::Nth(_, day) = day { Some(*day) } else { None }).collect()
        }
        _ => WeekdaySet::EMPTY,
    }
}

fn rate_of(pattern: &Pattern) -> Option<Rate> {
    match pattern {
        Pattern::Weekly { every, .. } => Some(Rate::Weeks(*every)),
        Pattern::Monthly { period: Period::Month, .. } => Some(Rate::Months(1)),
        Pattern::Monthly { period: Period::Quarter, .. } => Some(Rate::Months(3)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn what_is_offered_keeps_the_weekday_and_how_often(
        language in 0..2usize, day in 0..7usize, rate in any::<prop::sample::Index>(),
        before in 0..5usize, behind in any::<prop::sample::Index>(), is_first in any::<bool>(),
    ) {
        let (words, wanted) = rate.get(RATES[language]);
        let (day_word, behind) = (WEEKDAYS[language][day], behind.get(BEHIND[language]));
        let phrase = match is_first {
            true => format!("{}{words}{day_word}{behind}", BEFORE[before]),
            false => format!("{}{day_word}，{words}{behind}", BEFORE[before]),
        };
        let offered = match Cadence::parse(&phrase) {
            Ok(cadence) => vec![cadence],
            Err(error) => {
                prop_assert!(!error.near.is_empty(), "{phrase}");
                error.near.iter().filter_map(|near| Cadence::parse(near).ok()).collect()
            }
        };
        for cadence in offered {
            let kept = weekdays_of(&cadence.pattern);
            prop_assert_eq!(kept, WeekdaySet::of(&[Weekday::from_index(day as i32)]), "{}", phrase);
            prop_assert_eq!(rate_of(&cadence.pattern), Some(*wanted), "{}", phrase);
        }
    }
}

#[test]
fn phrases_of_real_groups_keep_what_they_state() {
    for (phrase, offered) in [
        ("双周会，周四下午，17点~18点", &["隔周四 17:00-18:00"][..]),
        ("每两周一次例会，每周三15:00", &["隔周三 15:00"]),
        ("月度例会，每月最后一个周五的上午10点", &["每月最后一个周五 10:00"]),
        ("Tuesdays at 17:00 PT (biweekly)", &["every 2 weeks on Tue 17:00"]),
        ("Thursday 8:00 monthly", &["first Thu of the month 08:00", "last Thu of the month 08:00"]),
        ("biweekly starting Tuesday Oct 28, 2025", &["every 2 weeks on Tue"]),
        ("2026-12-03, 2026-12-17 19:30", &[]),
        ("半年一次，6月1日", &[]),
        ("每年3月、9月第一个周六", &[]),
        ("even-ish weeks on Mon", &["even weeks on Mon"]),
        ("every 3 months or so on the 1st", &["1st of the quarter"]),
        ("every 2 years on the last workday of May", &[]),
        ("FREQ=HOURLY;INTERVAL=3", &[]),
        ("4 weeks after the last one", &["every 28 days"]),
        ("10 days after the previous one, 19:00", &["every 10 days 19:00"]),
        ("上次之后10天", &["每10天"]),
        ("上次之后两周，周六 14:00", &["隔周六 14:00"]),
        ("twice a week 18:00", &["every Tue, Thu 18:00"]),
        ("每周两次", &["每周二、四"]),
        ("每月两次，周六 14:00", &["每月第二、四个周六 14:00"]),
        ("twice a month on Sat 14:00", &["2nd, 4th Sat of the month 14:00"]),
        ("workdays except Fri 9:00", &[]),
        ("工作日，除了周五 9:00", &[]),
        ("the Thursday before the last Friday of the month", &[]),
        (
            "15th of the month (previous business day if weekend) 10:00",
            &["monthly on the 15th, else the previous workday 10:00"],
        ),
        ("end of month 18:00", &["last day of the month 18:00"]),
        ("月底 18:00", &["每月最后一天 18:00"]),
        ("biannually on 1 June", &[]),
        ("semi-annually", &["every 6 months on the 1st"]),
    ] {
        assert_eq!(Cadence::parse(phrase).expect_err(phrase).near, offered, "{phrase}");
    }
}

#[test]
fn words_are_read_whatever_the_grammar() {
    let week = |days: &[Weekday]| WeekdaySet::of(days);
    for (text, rate, weekdays, month_day, ordinal) in [
        ("双周会,周四下午", Some(Rate::Weeks(2)), week(&[Weekday::Thu]), None, None),
        ("每周一、三例会", None, week(&[Weekday::Mon, Weekday::Wed]), None, None),
        ("每周一次", None, WeekdaySet::EMPTY, None, None),
        ("每月最后一个周五的上午", Some(Rate::Months(1)), week(&[Weekday::Fri]), None, Some(-1)),
        ("每月15号", Some(Rate::Months(1)), WeekdaySet::EMPTY, Some(15), None),
        ("12月15日", None, WeekdaySet::EMPTY, None, None),
        ("thursday 8:00 monthly", Some(Rate::Months(1)), week(&[Weekday::Thu]), None, None),
        ("biweekly starting tuesday oct 28, 2025", Some(Rate::Weeks(2)), week(&[Weekday::Tue]), None, None),
        ("every third month on the 1st", Some(Rate::Months(3)), WeekdaySet::EMPTY, Some(1), None),
        ("2nd sat of the month", None, week(&[Weekday::Sat]), None, Some(2)),
        ("freq=hourly;interval=3", Some(Rate::Hours), WeekdaySet::EMPTY, None, None),
    ] {
        let stated = Stated::of(text);
        let read = (stated.rate, stated.weekdays, stated.month_day, stated.ordinal);
        assert_eq!(read, (rate, weekdays, month_day, ordinal), "{text}");
    }
}
