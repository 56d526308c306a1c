//! Times as people write them, and what no clock shows.

use super::*;

fn time(text: &str) -> Option<String> {
    let mut s = Cursor::new(text);
    let span = read(&mut s).ok().flatten()?;
    s.is_end().then(|| span.to_string())
}

#[test]
fn reads_times_as_people_write_them() {
    for (text, same) in [
        ("20:00", "20:00"),
        ("08:00:00 am", "08:00"),
        ("8:30:00 pm", "20:30"),
        ("上午8:00:00", "08:00"),
        ("9:05", "09:05"),
        ("20:00 - 21:30", "20:00-21:30"),
        ("22:00-24:00", "22:00-00:00"),
        ("22:00-次日01:00", "22:00-01:00"),
        ("晚上10点到第二天凌晨1点", "22:00-01:00"),
        ("上午10点", "10:00"),
        ("下午, 2点半", "14:30"),
        ("下午2点30", "14:30"),
        ("晚上八点", "20:00"),
        ("晚8点一刻", "20:15"),
        ("二十点三十分", "20:30"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("凌晨12点半", "00:30"),
        ("下午14:30-16:00", "14:30-16:00"),
        ("下午4:30-6:00", "16:30-18:00"),
        ("下午4点~5点", "16:00-17:00"),
        ("下午4~5点", "16:00-17:00"),
        ("10-12点", "10:00-12:00"),
        ("16 点 ~ 17 点", "16:00-17:00"),
        ("16:00点~18:00点", "16:00-18:00"),
        ("上午10点到12点", "10:00-12:00"),
        ("上午10点到下午1点", "10:00-13:00"),
        ("上午10点到1点", "10:00-13:00"),
        ("晚上10点至12点", "22:00-00:00"),
        ("9am", "09:00"),
        ("at 9:30 pm", "21:30"),
        ("12am", "00:00"),
        ("12 p.m.", "12:00"),
        ("9-10am", "09:00-10:00"),
        ("11-1pm", "11:00-13:00"),
        ("9:00 to 10:00 pm", "21:00-22:00"),
        ("9am-10", "09:00-10:00"),
        ("from 9:00 until noon", "09:00-12:00"),
        ("20:00-20:00", "20:00-20:00"),
        ("14.30", "14:30"),
        ("2.30pm", "14:30"),
        ("14h", "14:00"),
        ("starting at 14h30", "14:30"),
        ("14:00pm", "14:00"),
        ("12-1pm", "12:00-13:00"),
        ("凌晨12点到1点", "00:00-01:00"),
        // the shorter of the two, but never none
        ("9-9pm", "09:00-21:00"),
        // an hour past 12 is already given
        ("13:00-9am", "13:00-09:00"),
        ("下午5点-13:00", "17:00-13:00"),
    ] {
        assert_eq!(time(text).as_deref(), Some(same), "{text}");
    }
}

#[test]
fn refuses_what_no_clock_shows() {
    for text in [
        "25:00",
        "20:60",
        "20:5",
        "24:00",
        "上午14点",
        "下午",
        "晚上12点",
        "晚上3点",
        "13am",
        "0pm",
        "0am",
        "晚上8pm",
        "20:00-",
        "20:00-25:00",
        "20:00-次日21:00",
    ] {
        assert!(read(&mut Cursor::new(text)).is_err(), "{text}");
    }
    for text in
        ["", "8", "8-", "2026-12-24", "2026-12点", "14.12.2026", "24h", "3天", "晚上3天", "9-10", "15日", "word"]
    {
        assert!(matches!(read(&mut Cursor::new(text)), Ok(None)), "{text}");
    }
}

#[test]
fn says_what_is_wrong_with_a_time() {
    for (text, expected) in [
        ("24:00", &MIDNIGHT),
        ("24:30", &NO_SUCH_TIME),
        ("晚上12点", &MIDNIGHT),
        ("13am", &HALF_OF_DAY),
        ("晚上25点", &NO_SUCH_TIME),
    ] {
        let found = read(&mut Cursor::new(text)).expect_err(text);
        assert_eq!(found.expected.text, expected.text, "{text}");
    }
}

#[test]
fn a_number_behind_the_hour_is_no_minute_where_it_counts_something_else() {
    let mut s = Cursor::new("20点15日");
    let span = read(&mut s).ok().flatten().expect("a time");
    assert_eq!((span.to_string().as_str(), s.rest()), ("20:00", "15日"));
}
