//! Phrases that cannot be read: the word pointed at, what is wanted there, and what is offered instead.
use super::*;

#[test]
fn an_error_points_at_the_word_and_offers_a_phrase() {
    let mut wrong = Vec::new();
    for (phrase, at, expected, near) in [
        ("每周 20:00", "每周", "星期几", "每周一 20:00"),
        ("每周八 20:00", "八", "星期几", "每周日 20:00"),
        ("每周三 25:00", "25:00", "钟点", ""),
        ("每周三 下午", "下午", "下午几点", "每周三 15:00"),
        ("每周三　２０", "２０", "几点", "每周三 20:00"),
        ("每周三 20:00-", "20:00-", "到几点", "每周三 20:00-21:30"),
        ("每月32日 20:00", "32", "没有这一天", "每月28日 20:00"),
        ("每年2月30日", "30", "没有这一天", "每年2月28日"),
        ("每年13月1日", "13月", "没有这个月份", "每年12月1日"),
        ("每月第六个周五", "第六", "最多五个", "每月最后一个周五"),
        ("每月周五 10:00", "周五", "第几个", "每月第一个周五 10:00"),
        ("每月 20:00", "每月", "哪一天", "每月15日 20:00"),
        ("每月一次", "每月", "哪一天", "每月15日"),
        ("每月15 20:00", "15", "日", "每月15日 20:00"),
        ("每年 20:00", "每年", "几月几日", "每年12月31日 20:00"),
        ("12月24日 20:00", "12月24日", "每年这一天", "每年12月24日 20:00"),
        ("八月十五 20:00", "八月十五", "农历", "每年8月15日 20:00"),
        ("每隔两周周三", "每隔", "两种理解", "隔周三"),
        ("每隔两个月第一个周六", "每隔", "两种理解", "每2个月第一个周六"),
        ("单周 20:00", "单周", "星期几", "单数周周一 20:00"),
        ("节假日 10:00", "节假日", "休息日", "休息日 10:00"),
        ("北京时间，每周四 16:00", "北京时间", "time_zone", "每周四 16:00"),
        ("从2026-12-01起，每周四", "从", "from", "每周四"),
        ("2026-02-30 10:00", "2026-02-30", "没有这个日期", ""),
        ("周八 20:00", "八", "没有这个星期几", "每周日 20:00"),
        ("每周某天 20:00", "某", "还要说星期几", "每周一 20:00"),
        ("每周几 20:00", "几", "还要说星期几", "每周一 20:00"),
        ("每周，8", "每周", "还要说星期几", "每周一 08:00"),
        ("三 20:00", "三", "多久", "每周三 20:00"),
        ("隔两周周三 20:00", "隔", "两种理解", "隔周三 20:00"),
        ("2周周三 20:00", "2", "多久", "隔周三 20:00"),
        ("每年4月31日", "31", "没有这一天", "每年4月28日"),
        ("农历8月20:00", "农历8", "农历", "农历八月十五 20:00"),
        ("农历13月5日", "农历13", "农历", ""),
        ("农历8月31日", "农历8", "农历", ""),
        ("每月第二个周早上8点", "第二", "第几个什么", "每月第二个周一 08:00"),
        ("每固三 20:00", "每固三", "多久", "每周三 20:00"),
        ("RRULE:FREQ=DAILY;BYHOUR=9", "BYHOUR=9", "钟点", "RRULE:FREQ=DAILY"),
        ("", "", "多久", "every Wed 20:00"),
        ("evry Wed 20:00", "evry", "how often", "every Wed 20:00"),
        ("every Wendesday 20:00", "Wendesday", "no such weekday", "every Wed 20:00"),
        ("every Wedn 20:00", "Wedn", "no such weekday", "every Wed 20:00"),
        ("2nd Satday of the month", "Satday", "no such weekday", "2nd Sat of the month"),
        ("2nd, 4th Satday of the month 14:00", "Satday", "no such weekday", "2nd, 4th Sat of the month 14:00"),
        ("last Frday of the month", "Frday", "no such weekday", "last Fri of the month"),
        ("first wrkday of the quarter 9:00", "wrkday", "a workday", "first workday of the quarter 09:00"),
        ("每月第二个周入", "周入", "星期几", "每月第二个周六"),
        ("每季度第一个星期么 20:00", "星期么", "星期几", "每季度第一个周六 20:00"),
        ("every 20:00", "every", "weekday", "every Mon 20:00"),
        ("biweekly 9:00", "biweekly", "weekday", "every 2 weeks on Mon 09:00"),
        ("every Wed 25:00", "25:00", "no such time", ""),
        ("every Wed at 9", "9", "which hour", "every Wed 09:00"),
        ("monthly 9:00", "monthly", "which day", "monthly on the 15th 09:00"),
        ("monthly on Tuesday 12:00", "Tuesday", "which one", "first Tue of the month 12:00"),
        ("monthly on the 32nd", "32nd", "no such day", "monthly on the 28th"),
        ("2nd workday 9:00", "2nd workday", "which period", "2nd workday of the month 09:00"),
        ("every second Tue 9:00", "second Tue", "so many weeks", "every 2 weeks on Tue 09:00"),
        ("first Mon of the mnoth", "mnoth", "which period", "first Mon of the month"),
        ("31 Dec 20:00", "31 Dec", "every year", "yearly on 31 Dec 20:00"),
        ("bimonthly on the 15th", "bimonthly", "twice a month", "every 2 months on the 15th"),
        ("every Wed 9:00 UTC", "UTC", "time_zone", "every Wed 09:00"),
        ("weekly on Tue starting Dec 7", "starting", "from", "every Tue"),
        ("3 days before 20:00", "20:00", "counted from", "3 days before Spring Festival 20:00"),
        ("quarterly on the first Mon of the month", "of the month", "which period", "first Mon of the quarter"),
        ("the 0th of the month", "0th", "no such day", "monthly on the 28th"),
        ("lunar 13-5", "lunar 13-5", "lunar", ""),
        ("lunar 8-31", "lunar 8-31", "lunar", ""),
        ("lunar 8-15:00", "lunar 8-15:00", "lunar", "lunar 8-15 15:00"),
        ("every other 20:00", "20:00", "weekday", "every 2 weeks on Mon 20:00"),
        ("every blah 20:00", "blah", "how often", "every Wed 20:00"),
        ("on", "on", "how often", "every Wed"),
        ("every 0 weeks on Sat", "every 0 weeks", "99", "every 2 weeks on Sat"),
    ] {
        let error = Cadence::parse(phrase).expect_err(phrase);
        let is_expected = error.expected.zh.contains(expected) || error.expected.en.contains(expected);
        let offered = error.near.iter().any(|offered| offered == near) || near.is_empty() && error.near.is_empty();
        if &phrase[error.at.clone()] != at || !is_expected || !offered || error.near.len() > 3 {
            wrong.push(format!("{phrase}: at {:?}, {error:?}", &phrase[error.at.clone()]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_phrases_offered_can_be_read() {
    for phrase in [
        "随便",
        "有空的时候",
        "看情况 晚上8点",
        "whenever",
        "soonish at 8pm",
        "🎉",
        "每",
        "every",
        "农历",
        "RRULE:",
        "weeksBYDAY=",
    ] {
        let error = Cadence::parse(phrase).expect_err(phrase);
        assert!(!error.near.is_empty(), "{phrase}");
        for near in &error.near {
            assert!(Cadence::parse(near).is_ok(), "{phrase}: {near}");
        }
    }
    let time_kept = Cadence::parse("soonish at 8pm").expect_err("vague").near;
    assert!(time_kept.iter().all(|near| near.ends_with("20:00")), "{time_kept:?}");
}

#[test]
fn fixes_a_typo_in_one_word_and_offers_several_readings_of_an_open_phrase() {
    let near = |phrase: &str| Cadence::parse(phrase).expect_err(phrase).near;
    assert_eq!(near("every Wendesday 20:00"), ["every Wed 20:00"]);
    assert!(near("every 20:00").len() > 1 && near("每周 20:00").len() > 1);
}

#[test]
fn a_title_and_how_long_it_lasts_are_read() {
    for (line, phrase) in [
        ("Weekly sync: Wednesdays 4pm", "every Wed 16:00"),
        ("• Office hours — Tuesdays 3pm", "every Tue 15:00"),
        ("Book club - first Thursday of the month, 7pm", "first Thu of the month 19:00"),
        ("Morning coffee: every Wed 8:00", "every Wed 08:00"),
        ("地点：线上 时间：每周三 20:00", "每周三 20:00"),
        ("单周例会：周三 20:00", "单数周周三 20:00"),
        ("every Wed 8pm for 90 minutes", "every Wed 20:00-21:30"),
        ("every Wed 20:00 (90 min)", "every Wed 20:00-21:30"),
        ("daily 23:30, 1.5h", "daily 23:30-01:00"),
        ("Weekly sync: Wednesdays 4pm (half an hour)", "every Wed 16:00-16:30"),
        ("每周三 20点 时长90分钟", "每周三 20:00-21:30"),
        ("每周三22:00（一个半小时）", "每周三 22:00-23:30"),
        ("每周三20:00，1h", "每周三 20:00-21:00"),
        ("Wed 20:00 - 1h30", "every Wed 20:00-21:30"),
        ("Wed 20:00 for 1 hour 30 minutes", "every Wed 20:00-21:30"),
        ("8pm–10pm (2 hours) Wed", "every Wed 20:00-22:00"),
        ("早会：工作日9:00", "工作日 09:00"),
        ("第5期训练营：每天21:00", "每天 21:00"),
        ("Level 2 class: Mon 19:00", "every Mon 19:00"),
        ("1:1s: Tuesdays 3pm", "every Tue 15:00"),
        ("9h, 14h daily", "daily 09:00, 14:00"),
    ] {
        let read = Cadence::parse(phrase).expect(phrase);
        assert_eq!(Cadence::parse(line), Ok(read), "{line}");
    }
    // a title that says something else is none, and no interval is a length
    for line in [
        "Biweekly sync: Wednesdays 4pm",
        "Monthly call: Wednesdays 4pm",
        "Monday motivation: every Tue 9:00",
        "Sunday - every Wed 9:00",
        "every 2 hours",
        "every Wed 1 hour before",
        "every Wed for 90 minutes",
        "每周三 20:00-21:00，共90分钟",
        "daily 10:00, else the next workday",
        "每天 10:00，遇休息日顺延",
        "每月倒数5天",
        "周会（第一个周一）",
        "Weekly sync: first Wednesday 4pm",
        "Wed 2h",
        "每天 1h",
        "twice daily",
        "once a day at 9am and 9pm",
        "每月一次 1日、15日",
        "Daily standup: Mon 9am",
        "每周两次，周二20:00",
        "每周二3点-5点",
        "周二2点",
    ] {
        assert!(Cadence::parse(line).is_err(), "{line}: {:?}", Cadence::parse(line));
    }
}

#[test]
fn what_belongs_under_another_key_is_said() {
    let error = |phrase: &str| Cadence::parse(phrase).expect_err(phrase);
    for (phrase, key, near) in [
        ("every Wed 20:00 for 6 weeks", "`until`", &[][..]),
        ("every Wed 20:00 (6 sessions)", "`until`", &[]),
        ("每周三20:00-21:30，共6次", "until", &[]),
        ("every Wed 20:00 except public holidays", "`on_holiday`", &[]),
        ("每周三 20:00（节假日除外）", "on_holiday", &[]),
        ("every Wed 24:00", "next day", &["every Thu 00:00"]),
        ("每周日 24:00", "第二天", &["每周一 00:00"]),
        ("Wednesdays 8pm x6", "`until`", &[]),
        ("每周三晚12点", "第二天", &["每周四 00:00"]),
        ("每周三晚1点", "对不上", &[]),
        ("每周三晚上12点半", "午夜", &[]),
        ("每周三 24:00-25:00", "午夜", &[]),
        ("早会：每周一晚8点", "标题", &[]),
        ("周三或周四20:00", "看不懂", &[]),
        ("Wednesday wine: Thursdays 8pm", "title", &[]),
        ("隔周例会：每天9:00", "标题", &[]),
        ("周会：每天9:00", "标题", &[]),
        ("双休日10:00", "多久一次", &["每周六、日 10:00"]),
        ("一月一次，第二个周六", "每年", &["每月第二个周六"]),
        ("semi-monthly", "how often", &[]),
        ("12.24 19:30", "every year", &["yearly on 24 Dec 19:30"]),
        ("12/7 10:00", "swapped", &["yearly on 7 Dec 10:00", "yearly on 12 Jul 10:00"]),
    ] {
        let error = error(phrase);
        let language = if phrase.contains(crate::value::is_han) { Language::Zh } else { Language::En };
        assert!(error.expected.get(language).contains(key), "{phrase}: {}", error.expected.get(language));
        assert_eq!(error.near, near, "{phrase}");
    }
}
