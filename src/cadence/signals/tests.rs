//! Phrases that people write: what is read, what is offered instead, and that no offer drops a word.

use proptest::prelude::*;

use super::super::parse::language_of;
use super::super::{Cadence, MonthDay, Pattern, Period};
use crate::value::{Weekday, WeekdaySet};

/// Phrases that are read, and the canonical ones of their language.
const READ: &[(&str, &str)] = &[
    ("每天22:00-次日01:00", "每天 22:00-01:00"),
    ("每周六晚上10点到第二天凌晨1点", "每周六 22:00-01:00"),
    ("第三个周五", "每月第三个周五"),
    ("最后一个周六 14:00", "每月最后一个周六 14:00"),
    ("第二周周日", "每月第二个周日"),
    ("除周日外每天", "每周一、二、三、四、五、六"),
    ("除了周六、周日以外每天 8:00", "每周一、二、三、四、五 08:00"),
    ("每天（周日除外）", "每周一、二、三、四、五、六"),
    ("每天20:00，周末除外", "每周一、二、三、四、五 20:00"),
    ("时间 每周三 20:00", "每周三 20:00"),
    ("周会（每周一 9:30）", "每周一 09:30"),
    ("2026年12月24日（周四）19:30", "2026-12-24 19:30"),
    ("每周二早8点", "每周二 08:00"),
    ("every day except Sunday", "every Mon, Tue, Wed, Thu, Fri, Sat"),
    ("daily 9:00 except Sun", "every Mon, Tue, Wed, Thu, Fri, Sat 09:00"),
    ("every day but Monday 10am", "every Tue, Wed, Thu, Fri, Sat, Sun 10:00"),
    ("when every Wed 8pm", "every Wed 20:00"),
    ("every 2nd Thursday of the month at 17:00", "2nd Thu of the month 17:00"),
    ("once every two weeks, Friday", "every 2 weeks on Fri"),
    ("3 days after item previous", "3 days after item previous"),
];

/// Phrases that are no cadence, and all that is offered instead.
const OFFERED: &[(&str, &[&str])] = &[
    // hours
    ("Tuesdays at 11", &["every Tue 11:00", "every Tue 23:00"]),
    ("weekdays at 9", &["workdays 09:00", "workdays 21:00"]),
    ("Sat 9-11", &["every Sat 09:00-11:00", "every Sat 21:00-23:00"]),
    ("weekdays 9-5", &["workdays 09:00-17:00"]),
    ("Sat 10:00, Sun 14:00", &[]),
    ("Fri 8pm / Sat 3pm", &[]),
    ("周五20:00/周六15:00", &[]),
    ("1st Sat 10:00, 3rd Sat 15:00", &[]),
    ("每月第一个周六10:00、第三个周六15:00", &[]),
    ("每天三次", &[]),
    ("every 36 hours", &[]),
    ("every 90 minutes", &[]),
    ("每2小时", &[]),
    ("every Saturday morning", &["every Sat 10:00"]),
    ("every Friday evening 8:30", &["every Fri 20:30"]),
    ("every Friday night at 8", &["every Fri 20:00"]),
    ("Wednesdays 7 in the evening", &["every Wed 19:00"]),
    ("weekend afternoons", &["every Sat, Sun 15:00"]),
    ("周末下午", &["每周六、日 15:00"]),
    ("每周四和周日晚上", &["每周四、日 20:00", "每周四、日 19:30"]),
    ("每晚12点", &[]),
    // zones and bounds belong under other keys
    ("every 2nd Thursday of the month at 17:00 UTC", &["2nd Thu of the month 17:00"]),
    ("every Mon 20:00 (UTC+8)", &["every Mon 20:00"]),
    ("20:00 Beijing time every Mon", &["every Mon 20:00"]),
    ("每周一20:00（美东时间）", &["每周一 20:00"]),
    ("Thursdays 8pm ET / 5pm PT", &[]),
    ("biweekly starting 2026-10-27", &["every 2 weeks on Tue"]),
    ("every other Friday from 8 Jan", &["every 2 weeks on Fri"]),
    ("Fridays until June", &["every Fri"]),
    ("每隔一周的周五，从1月8日开始", &["隔周五"]),
    ("每周五20:00 直到2027年6月", &["每周五 20:00"]),
    // more than one cadence
    ("odd weeks Mon, even weeks Thu", &[]),
    ("单周周一双周周四", &[]),
    ("every Mon and the 15th", &[]),
    ("每周一和每月15日", &[]),
    ("2026-12-24 and 2026-12-31", &[]),
    ("大小周", &[]),
    ("大小周周六", &[]),
    // parts of a period that nothing names
    ("week 2 of quarter", &[]),
    ("季初", &[]),
    ("每月上旬", &[]),
    ("每月中旬", &[]),
    ("每旬", &[]),
    ("每月月初", &[]),
    ("beginning of every month", &[]),
    ("每月逢5", &[]),
    ("半月一次", &[]),
    ("月末周五", &[]),
    ("每学期第一周", &[]),
    ("every semester", &[]),
    ("last Sunday of Mar, Jun, Sep, Dec", &[]),
    ("every Wed in December", &[]),
    ("每周三 12月1日", &[]),
    ("寒暑假每周六", &[]),
    ("every day in Ramadan", &[]),
    ("Easter Sunday", &[]),
    ("圣诞夜 19:00", &[]),
    ("Friday the 13th", &[]),
    // what is left out
    ("every weekday but Friday", &["every Mon, Tue, Wed, Thu"]),
    ("工作日 12:30 除周五", &[]),
    ("every Wed except first Wed of the month", &[]),
    ("every Wed except holidays", &[]),
    ("Mon-Fri at 9am except holidays", &[]),
    ("每周三，除了第一个周三", &[]),
    // relative to something else
    ("next Friday", &[]),
    ("明晚8点", &[]),
    ("前一天", &[]),
    ("每月15日前一天", &[]),
    ("3 workdays after salon", &[]),
    ("the last workday before Christmas", &[]),
    ("the day before public holidays", &[]),
    ("the Monday after the first Sunday", &[]),
    ("first Monday after the 10th", &[]),
    ("每月10号之后的第一个周一", &[]),
    ("3 days after the previous", &["every 3 days"]),
    ("3 days after the previous one 20:00", &["every 3 days 20:00"]),
    ("2 days after last time", &["every 2 days"]),
    ("上一次之后3天", &["每3天"]),
    ("前一次+1d", &["每天"]),
    ("the 15th of the month, next working day if it's a weekend", &["monthly on the 15th, else the next workday"]),
    // dates and other calendars
    ("12.24 19:30", &["yearly on 24 Dec 19:30"]),
    ("12月24日和31日", &["每年12月24日、31日"]),
    ("11月最后一个周五", &["每年11月最后一个周五"]),
    ("lunar 15th of each month", &["15th of the lunar month"]),
    ("lunar birthday", &[]),
    ("农历生日", &[]),
    ("every year on my birthday", &[]),
    ("2026年12月24日（周五）19:30", &["2026-12-24 19:30", "2026-12-25 19:30"]),
    // lists, and how many times
    ("1号和15号", &["每月1日、15日"]),
    ("一三五 20:00", &["每周一、三、五 20:00"]),
    ("二四六晚上", &["每周二、四、六 20:00"]),
    ("MWF 10:00", &["every Mon, Wed, Fri 10:00"]),
    ("TTh 6pm", &["every Tue, Thu 18:00"]),
    ("Mon Wed Fri 7pm", &["every Mon, Wed, Fri 19:00"]),
    ("three times a week", &["every Mon, Wed, Fri"]),
    ("twice a year", &["every 6 months on the 1st"]),
    ("semi-annually", &["every 6 months on the 1st"]),
    ("第10个工作日", &["每月第十个工作日"]),
    // a first day, an interval, a day, an hour and a date that were said
    ("biweekly starting Tuesday Dec 8, 2026 at 5pm", &["every 2 weeks on Tue 17:00"]),
    ("every 2 weeks starting Tue Dec 8 17:00", &["every 2 weeks on Tue 17:00"]),
    ("biweekly from Tuesday 8 December at 17:00", &["every 2 weeks on Tue 17:00"]),
    ("weekly starting Thursday Dec 10 at 5pm", &["every Thu 17:00"]),
    ("从12月8日（周二）起每两周一次 17:00", &["隔周二 17:00"]),
    ("每两周一次，从12月8日周二下午5点开始", &["隔周二 17:00"]),
    ("monthly starting Dec 10 at 5pm", &[]),
    ("every other Wednesday evening 7:30", &["every 2 weeks on Wed 19:30"]),
    ("every other Wednesday night", &["every 2 weeks on Wed 20:00"]),
    ("every other Friday evening", &["every 2 weeks on Fri 20:00"]),
    ("every couple of weeks on Tue", &["every 2 weeks on Tue"]),
    ("every other weekday", &[]),
    ("每隔两周周六", &["隔周六", "每3周周六"]),
    ("每隔3天", &["每3天", "每4天"]),
    ("每隔一个季度1号", &["每6个月1日"]),
    ("每隔一年1月5日", &["RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=5"]),
    ("8 every evening", &["daily 20:00"]),
    ("evenings 7:30", &["daily 19:30"]),
    ("every other evening 7:30", &["every 2 days 19:30"]),
    ("every noon", &["daily 12:00"]),
    ("every midnight", &["daily 00:00"]),
    ("monthly on the fifteenth", &["monthly on the 15th"]),
    ("monthly on the eleventh", &["monthly on the 11th"]),
    ("monthly on the twelfth", &["monthly on the 12th"]),
    ("monthly on the thirteenth", &["monthly on the 13th"]),
    ("monthly on the twentieth", &["monthly on the 20th"]),
    ("monthly on the twenty-first", &["monthly on the 21st"]),
    ("fifteenth of each month", &["monthly on the 15th"]),
    ("monthly on the thirty-first", &["monthly on the 31st"]),
    ("每月最后3天", &[]),
    ("monthly on the 31st, else the last day", &[]),
    ("每年第一个周一", &[]),
    ("bi-monthly on the 15th", &["every 2 months on the 15th"]),
    ("每月单号", &[]),
    ("every Mon 8a", &["every Mon 08:00"]),
    ("every Mon 8:30p", &["every Mon 20:30"]),
    ("fortnightly Wed pm 3:00", &["every 2 weeks on Wed 15:00"]),
    ("每周三PM 8:00", &["每周三 20:00"]),
    ("每周三半夜11点", &["每周三 23:00"]),
    ("每周三深夜11点", &["每周三 23:00"]),
    ("每周三黄昏6点", &["每周三 18:00"]),
    ("每天早晚8点", &[]),
    ("25:00", &[]),
    ("20:60", &[]),
    ("每周三 20:70", &[]),
    ("每周三 25:00", &[]),
    ("Every Wed 8pm - book club", &["every Wed 20:00"]),
    ("每天早中晚", &[]),
    ("Jan 5 10:00", &["yearly on 5 Jan 10:00"]),
    ("July 4th", &["yearly on 4 Jul"]),
    ("12月24日晚7点半", &["每年12月24日 19:30"]),
    ("2027-02-29 10:00", &[]),
    ("Feb 30 2027", &[]),
    ("New Year's Eve 22:00", &[]),
    ("Memorial Day", &[]),
    ("Good Friday", &[]),
    ("Black Friday", &[]),
    ("MLK Day", &[]),
    ("Evry Wensday 20:00", &["every Wed 20:00"]),
    ("every Wed p.m.", &[]),
    ("Tuesdays pm", &[]),
    ("隔州五 20:00", &["隔周五 20:00"]),
    ("每月第二个州五", &["每月第二个周五"]),
    ("workdays except Friday", &[]),
    ("every Wed 8pm, 5 times", &[]),
    // titles bind nothing, but for how often they say it is
    ("读书会 每周日下午3点", &["每周日 15:00"]),
    ("每周日下午3点（线上）", &["每周日 15:00"]),
    ("线上读书会，每月最后一个周日 15:00", &["每月最后一个周日 15:00"]),
    ("weekly sync, Tuesdays 10:00-10:30", &["every Tue 10:00-10:30"]),
    ("daily standup 9:30", &["daily 09:30"]),
    ("biweekly sync, Mon to Thu 9:00", &["every 2 weeks on Mon, Tue, Wed, Thu 09:00"]),
    ("月会（每周一 9:30）", &[]),
];

#[test]
fn what_is_one_cadence_is_read() {
    for (phrase, same) in READ {
        let read = Cadence::parse(phrase).map(|cadence| cadence.print(language_of(phrase)));
        assert_eq!(read.as_deref(), Ok(*same), "{phrase}");
    }
}

#[test]
fn an_offer_says_all_that_was_typed_or_there_is_none() {
    let mut wrong = Vec::new();
    for (phrase, offered) in OFFERED {
        match Cadence::parse(phrase) {
            Err(error) if error.near == *offered => {}
            other => wrong.push(format!("{phrase}: {other:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A part of a phrase, and what every cadence that is offered for it has to be.
type Part = (&'static str, fn(&Cadence) -> bool);

fn days_of(cadence: &Cadence) -> Vec<MonthDay> {
    if let Pattern::Monthly { days, .. } = &cadence.pattern { days.clone() } else { Vec::new() }
}

fn is_on(cadence: &Cadence, wanted: &[Weekday]) -> bool {
    let nth = |day: &MonthDay| if let MonthDay::Nth(_, day) = day { Some(*day) } else { None };
    let on = match &cadence.pattern {
        Pattern::Weekly { on, .. } | Pattern::NumberedWeeks { on, .. } => *on,
        _ => days_of(cadence).iter().filter_map(nth).collect(),
    };
    on == WeekdaySet::of(wanted)
}

fn starts_at(cadence: &Cadence, hour: i32) -> bool {
    cadence.times().any(|time| time.start.minutes() == hour * 60)
}

fn is_nth(cadence: &Cadence, wanted: i8) -> bool {
    let counts = |day: &MonthDay| match day {
        MonthDay::Day(n) | MonthDay::Nth(n, _) | MonthDay::Workday(n) => *n == wanted,
    };
    days_of(cadence).iter().any(counts)
}

fn is_every(cadence: &Cadence, weeks: u16, months: u16) -> bool {
    match &cadence.pattern {
        Pattern::Weekly { every, .. } => *every == weeks,
        Pattern::Monthly { period: Period::Month, .. } => months == 1,
        Pattern::Monthly { period: Period::Quarter, .. } => months == 3,
        Pattern::Monthly { period: Period::Months(of), .. } => *of == months,
        _ => false,
    }
}

/// Parts in Chinese and in English, of each kind one or none is in a phrase.
const PARTS: [&[&[Part]]; 2] = [
    &[
        &[("读书会 ", |_| true), ("【团建】", |_| true), ("- ", |_| true), ("线上", |_| true)],
        &[
            ("每两周", |c| is_every(c, 2, 0)),
            ("每三个月", |c| is_every(c, 0, 3)),
            ("月度例会，", |c| is_every(c, 0, 1)),
            ("每3周", |c| is_every(c, 3, 0)),
        ],
        &[
            ("第三个", |c| is_nth(c, 3)),
            ("最后一个", |c| is_nth(c, -1)),
            ("第四周的", |c| is_nth(c, 4)),
            ("上旬的", |_| false),
            ("下个", |_| false),
        ],
        &[
            ("周三", |c| is_on(c, &[Weekday::Wed])),
            ("周一到周四", |c| is_on(c, &Weekday::ALL[..4])),
            ("星期二和星期五", |c| is_on(c, &[Weekday::Tue, Weekday::Fri])),
            ("17号", |c| is_nth(c, 17)),
        ],
        &[("晚上8点", |c| starts_at(c, 20)), (" 14:00", |c| starts_at(c, 14)), ("下午3点半", |c| !starts_at(c, 3))],
        &[
            ("（线下）", |_| true),
            ("，节假日除外", |_| false),
            ("，每次2小时", |_| false),
            (" 北京时间", |_| true),
            ("，12月", is_of_december),
        ],
    ],
    &[
        &[("Book club, ", |_| true), ("* ", |_| true), ("standup ", |_| true)],
        &[
            ("biweekly ", |c| is_every(c, 2, 0)),
            ("every 3 months ", |c| is_every(c, 0, 3)),
            ("monthly on ", |c| is_every(c, 0, 1)),
            ("every 5 weeks ", |c| is_every(c, 5, 0)),
        ],
        &[
            ("the third ", |c| is_nth(c, 3)),
            ("last ", |c| is_nth(c, -1)),
            ("4th ", |c| is_nth(c, 4)),
            ("next ", |_| false),
        ],
        &[
            ("Wednesday ", |c| is_on(c, &[Weekday::Wed])),
            ("Mon to Thu ", |c| is_on(c, &Weekday::ALL[..4])),
            ("Tue and Fri ", |c| is_on(c, &[Weekday::Tue, Weekday::Fri])),
            ("17th ", |c| is_nth(c, 17)),
        ],
        &[
            ("8pm ", |c| starts_at(c, 20)),
            ("at 14:00 ", |c| starts_at(c, 14)),
            ("at 11 ", |c| starts_at(c, 11) || starts_at(c, 23)),
        ],
        &[
            ("(online)", |_| true),
            ("except holidays", |_| false),
            ("for 2 hours", |_| false),
            ("Berlin time", |_| true),
            ("in December", is_of_december),
        ],
    ],
];

fn is_of_december(cadence: &Cadence) -> bool {
    matches!(cadence.pattern, Pattern::Monthly { period: Period::Year(12), .. })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(800) })]

    #[test]
    fn every_part_of_a_phrase_is_in_what_is_offered(
        language in 0..2usize, chosen in prop::collection::vec(prop::option::weighted(0.6, any::<prop::sample::Index>()), 6),
    ) {
        let parts: Vec<Part> =
            PARTS[language].iter().zip(&chosen).filter_map(|(kind, at)| at.map(|at| kind[at.index(kind.len())])).collect();
        let phrase: String = parts.iter().map(|(words, _)| *words).collect();
        let Err(error) = Cadence::parse(&phrase) else { return Ok(()) };
        for near in &error.near {
            let offered = Cadence::parse(near);
            prop_assert!(offered.is_ok(), "{} offers {}", phrase, near);
            for (words, is_kept) in &parts {
                prop_assert!(offered.as_ref().is_ok_and(is_kept), "{}: {} drops {:?}", phrase, near, words);
            }
        }
    }
}
