//! What people type for days, months, days in a row and moments, in both languages.

use super::*;
use crate::value::Day;

/// A Sunday.
fn today() -> Day {
    "2026-11-22".parse().expect("a day")
}

#[test]
fn reads_days_in_both_languages() {
    for (text, expected) in [
        ("2026-12-24", "2026-12-24"),
        ("2026/12/24", "2026-12-24"),
        ("12-24", "2026-12-24"),
        ("11-22", "2026-11-22"),
        ("11-21", "2027-11-21"),
        ("2-29", "2028-02-29"),
        ("2026年12月24日", "2026-12-24"),
        ("１２月２４号", "2026-12-24"),
        ("24 Dec", "2026-12-24"),
        ("Dec 24, 2027", "2027-12-24"),
        ("24 december 2026", "2026-12-24"),
        ("今天", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("昨天", "2026-11-21"),
        ("yesterday", "2026-11-21"),
        ("12/21/2026", "2026-12-21"),
        ("3/15/2024", "2024-03-15"),
        ("15/3/2024", "2024-03-15"),
        ("12/12/2026", "2026-12-12"),
        ("17.01.2027", "2027-01-17"),
        ("03.04.2026", "2026-04-03"),
        ("24/12", "2026-12-24"),
        ("24.12.", "2026-12-24"),
        ("3.12.", "2026-12-03"),
        ("Sun 17 Jan 2027", "2027-01-17"),
        ("Sunday, January 17th, 2027", "2027-01-17"),
        ("the 24th of December", "2026-12-24"),
        ("24-Dec-2026", "2026-12-24"),
        ("Tue 03/03/2026", "2026-03-03"),
        ("Sat 04/07/2026", "2026-07-04"),
        ("12月24日（周四）", "2026-12-24"),
        ("2026年12月24日星期四", "2026-12-24"),
        ("十二月二十四日", "2026-12-24"),
        ("on Friday", "2026-11-27"),
        ("last Friday", "2026-11-13"),
        ("圣诞节", "2026-12-25"),
        ("Spring Festival", "2027-02-06"),
    ] {
        assert_eq!(day(text, today()).map(|day| day.to_string()).as_deref(), Ok(expected), "{text}");
    }
    for wrong in
        ["", "salon", "12", "2026-13-01", "2026-12", "2-30", "24 Dec 3", "-1-2-", "weekly-review", "26-1-1", "1.2.3"]
    {
        assert!(day(wrong, today()).is_err(), "{wrong}");
    }
}

#[test]
fn reads_months_in_both_languages() {
    for (text, expected) in [
        ("2026-12", "2026-12"),
        ("12", "2026-12"),
        ("11", "2026-11"),
        ("1", "2027-01"),
        ("12月", "2026-12"),
        ("十二月", "2026-12"),
        ("一月份", "2027-01"),
        ("2027年3月", "2027-03"),
        ("2027/03", "2027-03"),
        ("Dec", "2026-12"),
        ("january", "2027-01"),
        ("Feb 2028", "2028-02"),
        ("next", "2026-12"),
        ("下个月", "2026-12"),
        ("This month", "2026-11"),
    ] {
        assert_eq!(month(text, today()).map(|month| month.to_string()).as_deref(), Ok(expected), "{text}");
    }
    for wrong in ["", "0", "13", "2026-13", "2026-12-01", "12月24日", "24 Dec", "十三月", "soon", "月", "-12"] {
        assert!(month(wrong, today()).is_err(), "{wrong}");
    }
}

#[test]
fn completes_the_last_day_from_the_first() {
    for (text, first, last) in [
        ("2026-12-24..2026-12-27", "2026-12-24", "2026-12-27"),
        ("2026-12-24..12-27", "2026-12-24", "2026-12-27"),
        ("12-24..12-27", "2026-12-24", "2026-12-27"),
        ("12-30..01-02", "2026-12-30", "2027-01-02"),
        ("11-21", "2026-11-21", "2026-11-21"),
        ("20 Nov to 3 Dec", "2026-11-20", "2026-12-03"),
        ("10-22..10-23", "2026-10-22", "2026-10-23"),
        ("10-21", "2027-10-21", "2027-10-21"),
        ("2027-12-30..1-2", "2027-12-30", "2028-01-02"),
        ("12月24日到27日", "2026-12-24", "2026-12-27"),
        ("12月24日至1月2日", "2026-12-24", "2027-01-02"),
        ("24 Dec to 27 Dec", "2026-12-24", "2026-12-27"),
        ("12-24～12-27", "2026-12-24", "2026-12-27"),
        ("2026-12-24", "2026-12-24", "2026-12-24"),
        ("从12月24日到27日", "2026-12-24", "2026-12-27"),
        ("周五到周日", "2026-11-27", "2026-11-29"),
        ("Fri to Sun", "2026-11-27", "2026-11-29"),
        ("tomorrow to Wed", "2026-11-23", "2026-11-25"),
        ("今天到后天", "2026-11-22", "2026-11-24"),
        ("12-24 through Next Fri", "2026-12-24", "2027-01-01"),
        ("12月24日起三天", "2026-12-24", "2026-12-26"),
        ("24 Dec for 3 days", "2026-12-24", "2026-12-26"),
        ("下周", "2026-11-23", "2026-11-29"),
        ("Dec 24-28", "2026-12-24", "2026-12-28"),
        ("24-28 Dec", "2026-12-24", "2026-12-28"),
        ("Dec 24 - Jan 2", "2026-12-24", "2027-01-02"),
        ("Dec 30 to 2", "2026-12-30", "2027-01-02"),
        ("12.1-12.5", "2026-12-01", "2026-12-05"),
        ("12/1-12/5", "2026-12-01", "2026-12-05"),
        ("12月1日-12月5日", "2026-12-01", "2026-12-05"),
        ("12月1日—5日", "2026-12-01", "2026-12-05"),
        ("2026-12-24-27", "2026-12-24", "2026-12-27"),
        ("12/21/2026 - 12/28/2026", "2026-12-21", "2026-12-28"),
        ("Thu 24 Dec to Sun 27 Dec", "2026-12-24", "2026-12-27"),
        ("12月24日起两周", "2026-12-24", "2027-01-06"),
        ("National Day", "2027-10-01", "2027-10-01"),
        ("圣诞节", "2026-12-25", "2026-12-25"),
    ] {
        let span = days(text, today()).map(|(first, last)| (first.to_string(), last.to_string()));
        assert_eq!(span, Ok((first.to_owned(), last.to_owned())), "{text}");
    }
    let turned = days("2026-12-27..2026-12-24", today()).map_err(|error| error.near);
    assert_eq!(turned, Err(vec!["2026-12-24..2026-12-27".to_owned()]));
    for wrong in ["", "..", "后天到明天", "12-24..", "..12-27", "soon", "12-24..12-27..12-28"] {
        assert!(days(wrong, today()).is_err(), "{wrong}");
    }
}

#[test]
fn reads_moments_as_days_times_or_both() {
    let read = |text: &str| {
        let moment = moment(text, today()).ok()?;
        Some((moment.0.map(|day| day.to_string()), moment.1.map(|time| time.to_string())))
    };
    let both = |day: &str, time: &str| Some((Some(day.to_owned()), Some(time.to_owned())));
    assert_eq!(read("2026-12-27T14:00"), both("2026-12-27", "14:00"));
    assert_eq!(read("2026-12-27T14:00:00"), both("2026-12-27", "14:00"));
    assert_eq!(read("2026-12-27 9:30"), both("2026-12-27", "09:30"));
    assert_eq!(read("12月27日１４：００"), both("2026-12-27", "14:00"));
    assert_eq!(read("27 Dec 14:00"), both("2026-12-27", "14:00"));
    assert_eq!(read("24 Oct 14:00"), both("2027-10-24", "14:00"));
    assert_eq!(read("Sat 14:00"), both("2026-11-28", "14:00"));
    assert_eq!(read("下周六14:00"), both("2026-11-28", "14:00"));
    assert_eq!(read("12月3日晚八点"), both("2026-12-03", "20:00"));
    assert_eq!(read("12月3日 晚上8点半"), both("2026-12-03", "20:30"));
    assert_eq!(read("17.01.2027 16:00"), both("2027-01-17", "16:00"));
    assert_eq!(read("2027-01-17T16:00"), both("2027-01-17", "16:00"));
    assert_eq!(read("Sun 17 Jan 2027 16:00"), both("2027-01-17", "16:00"));
    assert_eq!(read("Dec 24 at 8pm"), both("2026-12-24", "20:00"));
    assert_eq!(read("8pm tomorrow"), both("2026-11-23", "20:00"));
    assert_eq!(read("明天下午3点"), both("2026-11-23", "15:00"));
    assert_eq!(read("12/21/2026, 4 pm"), both("2026-12-21", "16:00"));
    assert_eq!(read("晚八点"), Some((None, Some("20:00".to_owned()))));
    assert_eq!(read("14:00"), Some((None, Some("14:00".to_owned()))));
    assert_eq!(read("2026-12-27"), Some((Some("2026-12-27".to_owned()), None)));
    for wrong in
        ["", ":", "25:00", "soon", "2026-12-27T", "soon 14:00", "2026-12-27T14:00:30", "Dec 24 2-4pm", "12-24 8"]
    {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn rejects_a_date_with_two_readings_and_names_both() {
    let error = day("03/04/2026", today()).expect_err("ambiguous");
    assert_eq!(error.near, ["2026-03-04", "2026-04-03"]);
    assert!(error.expected.en.contains("only one way"), "{error:?}");
    for text in ["03-04-2026", "3/4/2026 to 3/6/2026", "03/04/2026..12/21/2026"] {
        assert!(days(text, today()).is_err_and(|error| error.near.len() == 2), "{text}");
    }
    assert!(moment("03/04/2026 16:00", today()).is_err_and(|error| error.near.len() == 2));
}

#[test]
fn rejects_a_weekday_that_contradicts_the_date() {
    let near = |text: &str| day(text, today()).map_err(|error| error.near);
    assert_eq!(near("Fri 17 Jan 2027"), Err(vec!["2027-01-17 Sun".to_owned(), "2027-01-15 Fri".to_owned()]));
    assert_eq!(near("2026年12月24日（周五）"), Err(vec!["2026-12-24 周四".to_owned(), "2026-12-25 周五".to_owned()]));
    assert!(moment("Fri 17 Jan 2027 16:00", today()).is_err_and(|error| error.near.len() == 2));
    assert!(days("Fri 24 Dec to Sun 27 Dec", today()).is_err());
    for near in near("Fri 17 Jan 2027").expect_err("a Sunday") {
        assert_eq!(day(&near, today()).map(|day| day.to_string()).as_deref(), Ok(&near[..10]));
    }
}

#[test]
fn reads_full_dates_only_with_their_year() {
    for full in ["2027-02-01", "2027.2.1", "２０２７年２月１号", "1 Feb 2027", "Feb 1, 2027", "01.02.2027"] {
        assert_eq!(full_date(full).map(|day| day.to_string()).as_deref(), Ok("2027-02-01"), "{full}");
    }
    for open in ["2月1日", "1 Feb", "2-29", "next Monday", "下周一", "tomorrow", "Christmas", "soon"] {
        assert!(full_date(open).is_err(), "{open}");
    }
    assert_eq!(full_date("03/04/2026").map_err(|error| error.near.len()), Err(2));
}

#[test]
fn reads_weekdays_as_coming_next_or_of_a_week() {
    for (text, expected) in [
        ("周日", "2026-11-22"),
        ("周一", "2026-11-23"),
        ("星期六", "2026-11-28"),
        ("礼拜天", "2026-11-22"),
        ("本周五", "2026-11-20"),
        ("下周五", "2026-11-27"),
        ("下个星期一", "2026-11-23"),
        ("fri", "2026-11-27"),
        ("next wednesday", "2026-11-25"),
        ("this sat", "2026-11-21"),
        ("上周五", "2026-11-13"),
        ("后天", "2026-11-24"),
        ("the day after tomorrow", "2026-11-24"),
    ] {
        assert_eq!(relative::day(text, today()).map(|day| day.to_string()).as_deref(), Some(expected), "{text}");
    }
    for wrong in ["", "周", "一", "日", "周八", "下周", "next", "fr", "friday night", "周一二", "周末"] {
        assert_eq!(relative::day(wrong, today()), None, "{wrong}");
    }
}

#[test]
fn reads_weeks_months_counted_days_and_holidays_as_days_in_a_row() {
    // a Wednesday
    let wednesday: Day = "2026-12-23".parse().expect("a day");
    let read = |text: &str| days(text, wednesday).map(|(first, last)| (first.to_string(), last.to_string()));
    for (text, first, last) in [
        ("本周", "2026-12-23", "2026-12-27"),
        ("next week", "2026-12-28", "2027-01-03"),
        ("周末", "2026-12-26", "2026-12-27"),
        ("下周末", "2027-01-02", "2027-01-03"),
        ("this month", "2026-12-23", "2026-12-31"),
        ("下个月", "2027-01-01", "2027-01-31"),
        ("12-23起三天", "2026-12-23", "2026-12-25"),
        ("12月23日开始10天", "2026-12-23", "2027-01-01"),
        ("今天起两周", "2026-12-23", "2027-01-05"),
        ("23 Dec for 3 days", "2026-12-23", "2026-12-25"),
        ("a week from today", "2026-12-23", "2026-12-29"),
        ("today for 1 day", "2026-12-23", "2026-12-23"),
        ("today for a month", "2026-12-23", "2027-01-22"),
    ] {
        assert_eq!(read(text), Ok((first.to_owned(), last.to_owned())), "{text}");
    }
    for wrong in [
        "",
        "12-23起",
        "12-23起零天",
        "12-23 for days",
        "y起三天",
        "12-23 for 99999 days",
        "3 days",
        "12-23 for 3 weeks off",
        "12-23 for 3 hours",
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    let spring: Day = "2026-01-20".parse().expect("a day");
    let off = days("春节", spring).map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(off, Ok(("2026-02-15".to_owned(), "2026-02-23".to_owned())), "the days off by notice");
    let unannounced = days("春节", wednesday).expect_err("2027 has no notice");
    assert_eq!(unannounced.near, ["2027-02-06..2027-02-06"]);
    assert!(unannounced.expected.en.contains("not announced yet"), "{unannounced:?}");
}

#[test]
fn the_end_of_a_month_is_its_last_day() {
    let today: Day = "2026-11-30".parse().expect("a day");
    for (text, is) in [
        ("2027年6月底", "2027-06-30"),
        ("6月底", "2027-06-30"),
        ("明年2月底", "2027-02-28"),
        ("end of June 2027", "2027-06-30"),
        ("end of June next year", "2027-06-30"),
        ("the end of December", "2026-12-31"),
    ] {
        assert_eq!(day(text, today).map(|day| day.to_string()), Ok(is.to_owned()), "{text}");
    }
    assert!(day("13月底", today).is_err());
}

#[test]
fn a_year_may_be_said_by_a_word() {
    let today: Day = "2026-11-30".parse().expect("a day");
    for (text, is) in [
        ("年底", "2026-12-31"),
        ("明年年底", "2027-12-31"),
        ("end of the year", "2026-12-31"),
        ("the end of next year", "2027-12-31"),
        ("月底", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("明年6月30日", "2027-06-30"),
        ("明年1月5号", "2027-01-05"),
        ("今年12月24日", "2026-12-24"),
        ("去年12月24日", "2025-12-24"),
        ("明年春节", "2027-02-06"),
        ("30 June next year", "2027-06-30"),
        ("June 30, next year", "2027-06-30"),
        ("next year June 30", "2027-06-30"),
    ] {
        assert_eq!(day(text, today).map(|day| day.to_string()), Ok(is.to_owned()), "{text}");
    }
    for text in ["明年", "next year", "明年明天", "明年周三", "明年2028-01-01", "end of", "明年2月29日"]
    {
        assert!(day(text, today).is_err(), "{text}");
    }
}
