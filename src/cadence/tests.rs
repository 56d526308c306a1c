//! Phrases as people write them, and what they mean.
use super::*;
use crate::value::{Clock, Day, Weekday, WeekdaySet};

#[track_caller]
fn read_as(phrase: &str) -> Cadence {
    Cadence::parse(phrase).unwrap_or_else(|error| panic!("{phrase}: {error:?}"))
}

/// Phrase, the same in canonical Chinese, the same in canonical English.
const CANONICAL: &[(&str, &str)] = &[
    ("每天 08:00", "daily 08:00"),
    ("工作日 08:30", "workdays 08:30"),
    ("休息日 10:00", "days off 10:00"),
    ("每3天 20:00", "every 3 days 20:00"),
    ("每周三 20:00-21:30", "every Wed 20:00-21:30"),
    ("每周一、三、五 20:00", "every Mon, Wed, Fri 20:00"),
    ("隔周六 14:00", "every 2 weeks on Sat 14:00"),
    ("每3周周二 19:30", "every 3 weeks on Tue 19:30"),
    ("每月15日 20:00", "monthly on the 15th 20:00"),
    ("每月1日、15日", "monthly on the 1st, 15th"),
    ("每月11日、12日、13日", "monthly on the 11th, 12th, 13th"),
    ("每月21日、22日、23日", "monthly on the 21st, 22nd, 23rd"),
    ("每月31日 20:00", "monthly on the 31st 20:00"),
    ("每月最后一天 18:00", "last day of the month 18:00"),
    ("每月倒数第二天 18:00", "2nd last day of the month 18:00"),
    ("每月第二、四个周六 14:00", "2nd, 4th Sat of the month 14:00"),
    ("每月最后一个周五 10:00", "last Fri of the month 10:00"),
    ("每月倒数第二个周五 10:00", "2nd last Fri of the month 10:00"),
    ("每月第一个工作日 10:00", "first workday of the month 10:00"),
    ("每月第一、最后一个工作日", "1st, last workday of the month"),
    ("每月15日、第二、最后一个周五", "day 15, 2nd, last Fri of the month"),
    ("每季度第一个周一 10:00", "first Mon of the quarter 10:00"),
    ("每季度最后一个工作日", "last workday of the quarter"),
    ("每年12月31日 20:00", "yearly on 31 Dec 20:00"),
    ("每年2月29日", "yearly on 29 Feb"),
    ("每年11月第四个周四", "4th Thu of Nov"),
    ("单月第二个周三", "2nd Wed of odd months"),
    ("双月第二个周三", "2nd Wed of even months"),
    ("农历八月十五 19:00", "lunar 8-15 19:00"),
    ("农历腊月廿三", "lunar 12-23"),
    ("农历闰六月初一 09:00", "lunar leap 6-1 09:00"),
    ("农历每月初一、十五 09:00", "1st, 15th of the lunar month 09:00"),
    ("农历每月最后一天", "last day of the lunar month"),
    ("农历腊月最后一天 20:00", "last day of lunar month 12 20:00"),
    ("农历腊月三十", "lunar 12-30"),
    ("单数周周四 20:00", "odd weeks on Thu 20:00"),
    ("双数周周一、四", "even weeks on Mon, Thu"),
    ("每天 10:00、18:00", "daily 10:00, 18:00"),
    ("每周三 09:00-10:00、20:00", "every Wed 09:00-10:00, 20:00"),
    ("每3个月1日 10:00", "every 3 months on the 1st 10:00"),
    ("每2个月第二、四个周六", "every 2 months on the 2nd, 4th Sat"),
    ("每月15日，遇休息日顺延 20:00", "monthly on the 15th, else the next workday 20:00"),
    ("每月15日，遇休息日提前", "monthly on the 15th, else the previous workday"),
    ("每月1日、15日，遇休息日就近 10:00", "monthly on the 1st, 15th, else the nearest workday 10:00"),
    ("冬至 19:00", "winter solstice 19:00"),
    ("春节前3天 10:00", "3 days before Spring Festival 10:00"),
    ("国庆节 10:00", "National Day 10:00"),
    ("salon 前3天 20:00", "3 days before salon 20:00"),
    ("salon 后1天", "1 day after salon"),
    ("salon 当天 12:00", "on the day of salon 12:00"),
    ("2026-12-24 19:30", "2026-12-24 19:30"),
    ("RRULE:FREQ=MONTHLY;BYDAY=-1SA 10:00", "RRULE:FREQ=MONTHLY;BYDAY=-1SA 10:00"),
];

#[test]
fn the_words_of_the_format_mean_the_same_in_both_languages() {
    for (zh, en) in CANONICAL {
        let zh_of = |text: &str| text.replace('廿', "二十");
        assert_eq!(read_as(zh), read_as(en), "{zh} / {en}");
        assert_eq!(read_as(en).print(Language::Zh), zh_of(zh));
        assert_eq!(read_as(zh).print(Language::En), *en);
    }
}

#[test]
fn the_meaning_is_the_one_that_was_fixed() {
    let pattern = |phrase: &str| read_as(phrase).pattern;
    let monthly = |days: &[MonthDay]| Pattern::Monthly { period: Period::Month, days: days.to_vec() };
    let sat = WeekdaySet::of(&[Weekday::Sat]);
    assert_eq!(pattern("隔周六"), Pattern::Weekly { every: 2, on: sat });
    assert_eq!(pattern("每月第一周周一"), monthly(&[MonthDay::Nth(1, Weekday::Mon)]));
    assert_eq!(pattern("last day of the month"), monthly(&[MonthDay::Day(-1)]));
    assert_eq!(
        pattern("每月第二、四个周六"),
        monthly(&[MonthDay::Nth(2, Weekday::Sat), MonthDay::Nth(4, Weekday::Sat)])
    );
    assert_eq!(pattern("first workday of the month"), monthly(&[MonthDay::Workday(1)]));
    let year = Pattern::Monthly { period: Period::Year(12), days: vec![MonthDay::Day(31)] };
    assert_eq!(pattern("每年12月31日"), year);
    let lunar = Pattern::Monthly { period: Period::LunarYear(12), days: vec![MonthDay::Day(23)] };
    assert_eq!(pattern("农历腊月廿三"), lunar);
    assert_eq!(pattern("清明"), Pattern::Term(6));
    let salon = Anchor::Item("salon".parse().expect("an id"));
    assert_eq!(pattern("salon 前3天"), Pattern::Offset { from: salon, days: -3 });
    assert_eq!(pattern("2026-12-24"), Pattern::Once(Day::from_ymd(2026, 12, 24).expect("a day")));
    let span = read_as("每周三 20:00-21:30");
    assert_eq!(span.time.map(|time| time.start), Clock::new(20, 0));
    assert_eq!((span.time.and_then(|time| time.minutes()), span.needs_start()), (Some(90), false));
    assert_eq!(read_as("每天").time, None);
    assert!(read_as("隔周六").needs_start());
    assert!(read_as("每3天").needs_start() && !read_as("每周三").needs_start());
    for (phrase, depends) in [("工作日", true), ("休息日", true), ("每月第一个工作日", true), ("每月第一个周一", false)]
    {
        assert_eq!(read_as(phrase).depends_on_notice(), depends, "{phrase}");
    }
    assert_eq!(read_as("1 day after salon").item().map(|item| item.as_str()), Some("salon"));
}

#[test]
fn chinese_is_read_as_it_is_written() {
    for (phrase, same) in [
        ("每周３　２０：００", "每周三 20:00"),
        ("每週三晚上八點半", "每周三 20:30"),
        ("每双周周五上午10:00-12:00", "隔周五 10:00-12:00"),
        ("双周二 下午4点~5点", "隔周二 16:00-17:00"),
        ("每两周周三", "隔周三"),
        ("每2周的周三", "隔周三"),
        ("每隔一周周三 9点", "隔周三 09:00"),
        ("两周一次 周三", "隔周三"),
        ("周三 每两周一次 20:00", "隔周三 20:00"),
        ("每周一次，周四晚8点", "每周四 20:00"),
        ("每周两次：周一、周四 20:00", "每周一、四 20:00"),
        ("每周一三五 20:00", "每周一、三、五 20:00"),
        ("每周三十点", "每周三 10:00"),
        ("每周一、周三和周五", "每周一、三、五"),
        ("每周一到周五 9:00", "每周一、二、三、四、五 09:00"),
        ("周一至五", "每周一、二、三、四、五"),
        ("每周六日 10:00", "每周六、日 10:00"),
        ("每周末 10:00", "每周六、日 10:00"),
        ("每个周日", "每周日"),
        ("每星期天", "每周日"),
        ("每个星期三", "每周三"),
        ("礼拜天 上午10点", "每周日 10:00"),
        ("每周 Wed 20:00", "每周三 20:00"),
        ("每月第一周周一", "每月第一个周一"),
        ("每月第一周一", "每月第一个周一"),
        ("每月第一周的周一", "每月第一个周一"),
        ("每月第一个和第三个周六", "每月第一、三个周六"),
        ("每月第1、3个星期六", "每月第一、三个周六"),
        ("每月首个周六", "每月第一个周六"),
        ("每月最后一个周五的上午10点", "每月最后一个周五 10:00"),
        ("每个月最后一周周五", "每月最后一个周五"),
        ("每月1、15号 20点", "每月1日、15日 20:00"),
        ("每月十五日，晚上8点", "每月15日 20:00"),
        ("每月15日，20:00", "每月15日 20:00"),
        ("每月底 18:00", "每月最后一天 18:00"),
        ("每月第一周周一、周三", "每月第一个周一、第一个周三"),
        ("每季第一个工作日", "每季度第一个工作日"),
        ("每年十二月三十一号", "每年12月31日"),
        ("每年12月最后一天", "每年12月最后一天"),
        ("每年12月24、25日", "每年12月24日、25日"),
        ("每天晚上10点到12点", "每天 22:00-00:00"),
        ("间隔1天", "每2天"),
        ("每间隔一周周三", "隔周三"),
        ("晚上8点 2026年12月24日", "2026-12-24 20:00"),
        ("每晚8点", "每天 20:00"),
        ("每日早上7点半", "每天 07:30"),
        ("晚上8点 每周三", "每周三 20:00"),
        ("隔天 08:00", "每2天 08:00"),
        ("每个工作日早上8点", "工作日 08:00"),
        ("农历正月十五", "农历正月十五"),
        ("农历8月15日 19:00", "农历八月十五 19:00"),
        ("每年农历九月初九", "农历九月初九"),
        ("每年春节", "春节"),
        ("春节前一天", "春节前1天"),
        ("春节当天 10:00", "春节 10:00"),
        ("中秋节前一周", "中秋节前7天"),
        ("冬至3天前", "冬至前3天"),
        ("项目 christmas 前3天", "项目 christmas 前3天"),
        ("salon之后2天", "salon 后2天"),
        ("2026年12月24日 晚上7点半", "2026-12-24 19:30"),
        ("2026/12/24", "2026-12-24"),
        ("每周 三 20:00", "每周三 20:00"),
        ("每周三20:00开始", "每周三 20:00"),
        ("每月第一三个周六", "每月第一、三个周六"),
        ("每年 10 月 1 日", "每年10月1日"),
        ("正月十五 19:00", "农历正月十五 19:00"),
        ("农历除夕 20:00", "除夕 20:00"),
        ("每月初一、十五", "农历每月初一、十五"),
        ("逢初一十五 早上7点", "农历每月初一、十五 07:00"),
        ("农历每月十五", "农历每月十五"),
        ("农历初一", "农历每月初一"),
        ("每月农历十五", "农历每月十五"),
        ("闰四月初八", "农历闰四月初八"),
        ("农历腊月底", "农历腊月最后一天"),
        ("每年农历八月十五十点", "农历八月十五 10:00"),
        ("单周周四 20:00", "单数周周四 20:00"),
        ("周四（单周）20:00", "单数周周四 20:00"),
        ("偶数周周一", "双数周周一"),
        ("每天早上10点、晚上8点", "每天 10:00、20:00"),
        ("10:00、18:00 每天", "每天 10:00、18:00"),
        ("每天 18:00、10:00", "每天 10:00、18:00"),
        ("每隔一个月15日", "每2个月15日"),
        ("隔月第一个周六", "每2个月第一个周六"),
        ("每两个月一次，15日", "每2个月15日"),
        ("每半年1日", "每6个月1日"),
        ("每2年12月31日 20:00", "RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31 20:00"),
        ("每月15日（如遇周末则顺延到下一个工作日）", "每月15日，遇休息日顺延"),
        ("每月15日 20:00，遇周末或节假日提前", "每月15日，遇休息日提前 20:00"),
        ("每月15日，遇休息日就改到最近的工作日", "每月15日，遇休息日就近"),
        ("每季度第三周周一", "每季度第三个周一"),
        ("- 双周例会，周五上午10点", "隔周五 10:00"),
        ("**公开的会议时间**：每周五 20:00", "每周五 20:00"),
        ("每天下午3点、5点", "每天 15:00、17:00"),
        ("每天晚8点和10点", "每天 20:00、22:00"),
        ("每周三晚7、9点", "每周三 19:00、21:00"),
        ("每周日下午1点半到3点、4点到5点半", "每周日 13:30-15:00、16:00-17:30"),
        ("每天上午10点、2点", "每天 10:00、14:00"),
        ("每天早上8点、12点、6点", "每天 08:00、12:00、18:00"),
        ("工作日下午2点、16:30", "工作日 14:00、16:30"),
        ("每天早上8点、20:00", "每天 08:00、20:00"),
    ] {
        assert_eq!(read_as(phrase).print(Language::Zh), same, "{phrase}");
    }
}

#[test]
fn english_is_read_as_it_is_written() {
    for (phrase, same) in [
        ("biweekly Wed 9:00", "every 2 weeks on Wed 09:00"),
        ("bi-weekly on Wednesdays at 9am", "every 2 weeks on Wed 09:00"),
        ("every other Tuesday", "every 2 weeks on Tue"),
        ("every four weeks on Sat", "every 4 weeks on Sat"),
        ("Every two weeks, Thursday, 9:30 PM", "every 2 weeks on Thu 21:30"),
        ("First Wednesday of the month", "first Wed of the month"),
        ("1st and 3rd Thursdays of the month", "1st, 3rd Thu of the month"),
        ("weekly on Friday", "every Fri"),
        ("Wednesdays 20:00–21:00", "every Wed 20:00-21:00"),
        ("Tuesday 9:00 biweekly", "every 2 weeks on Tue 09:00"),
        ("every weekday 9am", "workdays 09:00"),
        ("business days", "workdays"),
        ("every weekend 10 am", "every Sat, Sun 10:00"),
        ("Mon-Fri 9:00", "every Mon, Tue, Wed, Thu, Fri 09:00"),
        ("Monday to Wednesday, 9-10am", "every Mon, Tue, Wed 09:00-10:00"),
        ("every Mon, Wed and Fri 20:00", "every Mon, Wed, Fri 20:00"),
        ("every other day", "every 2 days"),
        ("every ten days", "every 10 days"),
        ("Monthly on the 3rd Thursday", "3rd Thu of the month"),
        ("monthly on the 1st and 15th at noon", "monthly on the 1st, 15th 12:00"),
        ("the 15th of every month", "monthly on the 15th"),
        ("every month on the 15th", "monthly on the 15th"),
        ("second to last Friday of the month", "2nd last Fri of the month"),
        ("last weekday of each month", "last workday of the month"),
        ("quarterly on the first Monday", "first Mon of the quarter"),
        ("odd months on the 15th", "15th of odd months"),
        ("2nd Wednesday of every even month", "2nd Wed of even months"),
        ("every year on December 31st", "yearly on 31 Dec"),
        ("yearly on the first Saturday of December", "first Sat of Dec"),
        ("last day of Feb", "last day of Feb"),
        ("every Spring Festival 10:00", "Spring Festival 10:00"),
        ("the day before Christmas", "1 day before Christmas"),
        ("a week before salon 8pm", "7 days before salon 20:00"),
        ("3 days before the salon", "3 days before salon"),
        ("3 days before item christmas", "3 days before item christmas"),
        ("3 days before 春节", "3 days before Spring Festival"),
        ("Dec 24, 2026 7:30pm", "2026-12-24 19:30"),
        ("24 December 2026", "2026-12-24"),
        ("nightly at 9pm", "daily 21:00"),
        ("every evening 8:30", "daily 20:30"),
        ("8:30 every evening", "daily 20:30"),
        ("each evening 7:00-9:00", "daily 19:00-21:00"),
        ("every afternoon at 3:00", "daily 15:00"),
        ("every night 10:00", "daily 22:00"),
        ("every morning 9:00", "daily 09:00"),
        ("every evening 20:30", "daily 20:30"),
        ("Tue 2pm and 4:30", "every Tue 14:00, 16:30"),
        ("daily 10:00, 2:00 pm", "daily 10:00, 14:00"),
        ("every evening 20.30", "daily 20:30"),
        ("week before Christmas", "7 days before Christmas"),
        ("yearly on 24, 25 Dec", "yearly on 24, 25 Dec"),
        ("31 Dec every year", "yearly on 31 Dec"),
        ("every 31 Dec", "yearly on 31 Dec"),
        ("quarterly on the first Mon of the quarter", "first Mon of the quarter"),
        ("first Mon every quarter", "first Mon of the quarter"),
        ("monthly on the 15th of odd months", "15th of odd months"),
        ("second Thu of the month, every month", "2nd Thu of the month"),
        ("penultimate Fri of the month", "2nd last Fri of the month"),
        ("next to last Fri of the month", "2nd last Fri of the month"),
        ("every Wed at 14.30.", "every Wed 14:30"),
        ("1st and 15th of the lunar month", "1st, 15th of the lunar month"),
        ("every lunar month on the 1st", "1st of the lunar month"),
        ("lunar monthly on the 15th", "15th of the lunar month"),
        ("the 15th day of the 8th lunar month", "lunar 8-15"),
        ("last day of the 12th lunar month", "last day of lunar month 12"),
        ("lunar new year 10:00", "Spring Festival 10:00"),
        ("Thu of odd weeks", "odd weeks on Thu"),
        ("every even week on Mon", "even weeks on Mon"),
        ("even ISO weeks on Mon", "even weeks on Mon"),
        ("Thursday in odd-numbered weeks", "odd weeks on Thu"),
        ("twice daily at 10:00 and 18:00", "daily 10:00, 18:00"),
        ("the 15th, else the workday after", "monthly on the 15th, else the next workday"),
        (
            "the 15th of the month, or the previous workday if it is a weekend",
            "monthly on the 15th, else the previous workday",
        ),
        ("Thursdays on odd weeks, 8pm", "odd weeks on Thu 20:00"),
        ("daily at 10am and 6pm", "daily 10:00, 18:00"),
        ("10:00, 18:00 daily", "daily 10:00, 18:00"),
        ("every third month on the 1st", "every 3 months on the 1st"),
        ("every other month on the first Monday", "every 2 months on the first Mon"),
        ("every 2 quarters on the 1st", "every 6 months on the 1st"),
        ("every 2 years on the 1st", "every 24 months on the 1st"),
        ("every other year on 31 Dec", "RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31"),
        ("every third week on Mon", "every 3 weeks on Mon"),
        ("3rd week of the quarter on Mon", "3rd Mon of the quarter"),
        ("every 3rd week of the quarter on Mon 10:00", "3rd Mon of the quarter 10:00"),
        ("every second week of the month on Thu", "2nd Thu of the month"),
        ("Monday of the first week of the month, 9am", "first Mon of the month 09:00"),
        ("monthly on the 15th, or the workday before 10:00", "monthly on the 15th, else the previous workday 10:00"),
        (
            "15th of the month 10:00, if it falls on a weekend then the next business day",
            "monthly on the 15th, else the next workday 10:00",
        ),
        ("monthly on the 15th, or the nearest workday", "monthly on the 15th, else the nearest workday"),
        ("- Book club: every Wed 20:00", "every Wed 20:00"),
        ("rrule:freq=daily;interval=2", "RRULE:FREQ=DAILY;INTERVAL=2"),
    ] {
        assert_eq!(read_as(phrase).print(Language::En), same, "{phrase}");
    }
}
