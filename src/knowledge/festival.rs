//! Festivals and the 24 solar terms by name, in both languages, and how the day of each is found.
//!
//! Names here are what a cadence may say (`春节前3天`, `winter solstice`); the days come from the lunar and solar tables.

use super::{lunar, term};
use crate::language::Text;
use crate::value::{Day, Month, Weekday};

/// How the day of a festival is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FestivalDate {
    /// A fixed day of the Gregorian year: month, day.
    Solar(i32, i32),
    /// A day of the lunar year, never of a leap month: month, day.
    Lunar(i32, i32),
    /// The last day of the lunar year.
    LunarEve,
    /// A solar term, 0 = 小寒 … 23 = 冬至, in the order of the Gregorian year.
    Term(usize),
    /// The n-th weekday of a month: month, n, weekday.
    Nth(i32, i32, Weekday),
}

/// One festival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Festival {
    /// The names shown.
    pub name: Text,
    /// Other names that are understood, in lower case.
    pub also: &'static [&'static str],
    /// Its day.
    pub on: FestivalDate,
}

const fn festival(zh: &'static str, en: &'static str, also: &'static [&'static str], on: FestivalDate) -> Festival {
    Festival { name: Text::new(zh, en), also, on }
}

use FestivalDate::{Lunar, LunarEve, Nth, Solar, Term};

/// The festivals, in the order of the year.
pub static FESTIVALS: &[Festival] = &[
    festival("元旦", "New Year's Day", &["new year", "阳历新年"], Solar(1, 1)),
    festival("腊八节", "Laba Festival", &["腊八"], Lunar(12, 8)),
    festival("小年", "Little New Year", &["北方小年"], Lunar(12, 23)),
    festival(
        "除夕",
        "Chinese New Year's Eve",
        &["除夕夜", "大年三十", "年三十", "new year's eve (lunar)", "lunar new year's eve"],
        LunarEve,
    ),
    festival("春节", "Spring Festival", &["农历新年", "大年初一", "chinese new year", "lunar new year"], Lunar(1, 1)),
    festival("元宵节", "Lantern Festival", &["元宵", "上元节"], Lunar(1, 15)),
    festival("情人节", "Valentine's Day", &["valentine"], Solar(2, 14)),
    festival("妇女节", "Women's Day", &["三八", "国际妇女节"], Solar(3, 8)),
    festival("植树节", "Arbor Day", &[], Solar(3, 12)),
    festival("清明节", "Qingming Festival", &["清明", "tomb sweeping day", "qingming"], Term(6)),
    festival("世界读书日", "World Book Day", &["读书日"], Solar(4, 23)),
    festival("劳动节", "Labour Day", &["五一", "labor day", "may day"], Solar(5, 1)),
    festival("青年节", "Youth Day", &["五四"], Solar(5, 4)),
    festival("母亲节", "Mother's Day", &[], Nth(5, 2, Weekday::Sun)),
    festival("儿童节", "Children's Day", &["六一"], Solar(6, 1)),
    festival("端午节", "Dragon Boat Festival", &["端午"], Lunar(5, 5)),
    festival("父亲节", "Father's Day", &[], Nth(6, 3, Weekday::Sun)),
    festival("七夕节", "Qixi Festival", &["七夕"], Lunar(7, 7)),
    festival("中元节", "Ghost Festival", &["中元"], Lunar(7, 15)),
    festival("教师节", "Teachers' Day", &["teacher's day"], Solar(9, 10)),
    festival("中秋节", "Mid-Autumn Festival", &["中秋", "mid-autumn"], Lunar(8, 15)),
    festival("国庆节", "National Day", &["国庆", "十一"], Solar(10, 1)),
    festival("重阳节", "Double Ninth Festival", &["重阳"], Lunar(9, 9)),
    festival("万圣节", "Halloween", &["万圣夜"], Solar(10, 31)),
    festival("双十一", "Singles' Day", &["双11", "光棍节", "double 11"], Solar(11, 11)),
    festival("感恩节", "Thanksgiving", &[], Nth(11, 4, Weekday::Thu)),
    festival("双十二", "Double 12", &["双12"], Solar(12, 12)),
    festival("平安夜", "Christmas Eve", &[], Solar(12, 24)),
    festival("圣诞节", "Christmas", &["圣诞", "christmas day"], Solar(12, 25)),
];

/// The 24 solar terms in the order of the Gregorian year, 小寒 first.
pub static TERMS: [Text; 24] = [
    Text::new("小寒", "minor cold"),
    Text::new("大寒", "major cold"),
    Text::new("立春", "start of spring"),
    Text::new("雨水", "rain water"),
    Text::new("惊蛰", "awakening of insects"),
    Text::new("春分", "spring equinox"),
    Text::new("清明", "pure brightness"),
    Text::new("谷雨", "grain rain"),
    Text::new("立夏", "start of summer"),
    Text::new("小满", "grain full"),
    Text::new("芒种", "grain in ear"),
    Text::new("夏至", "summer solstice"),
    Text::new("小暑", "minor heat"),
    Text::new("大暑", "major heat"),
    Text::new("立秋", "start of autumn"),
    Text::new("处暑", "end of heat"),
    Text::new("白露", "white dew"),
    Text::new("秋分", "autumn equinox"),
    Text::new("寒露", "cold dew"),
    Text::new("霜降", "frost descent"),
    Text::new("立冬", "start of winter"),
    Text::new("小雪", "minor snow"),
    Text::new("大雪", "major snow"),
    Text::new("冬至", "winter solstice"),
];

/// The festival of this name, in either language, case ignored; a solar term's own name is not looked up here.
pub fn festival_named(name: &str) -> Option<&'static Festival> {
    let name = name.trim().to_lowercase();
    FESTIVALS.iter().find(|f| f.name.zh == name || f.name.en.to_lowercase() == name || f.also.contains(&name.as_str()))
}

/// The day of a festival in a year: a Gregorian year, for a lunar festival the lunar year that begins in it, whose end
/// (腊八节, 小年, 除夕) lies in the next Gregorian year. None where the tables of lunar days and terms know no day.
pub fn day_of(festival: &Festival, year: i32) -> Option<Day> {
    match festival.on {
        FestivalDate::Solar(month, day) => Day::from_ymd(year, month, day),
        FestivalDate::Lunar(month, day) => lunar::day_of(year, month, day),
        FestivalDate::LunarEve => lunar::eve_of(year),
        FestivalDate::Term(index) => term::day_of(year, index),
        FestivalDate::Nth(month, nth, weekday) => {
            let first = Day::from_ymd(year, month, 1).filter(|_| (1..=5).contains(&nth))?;
            let to_weekday = (weekday.index() - first.weekday().index()).rem_euclid(7);
            let day = first.plus(to_weekday + (nth - 1) * 7);
            (day.month() == Month::new(year, month)).then_some(day)
        }
    }
}

/// The days of one festival from `from` to `to`, both included, in order; a lunar one may fall twice into a Gregorian year.
pub fn days_between(festival: &Festival, from: Day, to: Day) -> impl Iterator<Item = Day> {
    let festival = *festival;
    (from.year() - 1..=to.year())
        .filter_map(move |year| day_of(&festival, year))
        .filter(move |day| (from..=to).contains(day))
}

/// All festivals from `from` to `to`, both included, in order of their days; on one day in the order of [`FESTIVALS`].
pub fn festivals_between(from: Day, to: Day) -> Vec<(Day, &'static Festival)> {
    let all = FESTIVALS.iter().flat_map(|festival| days_between(festival, from, to).map(move |day| (day, festival)));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(day, _)| *day);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    #[test]
    fn the_last_weeks_of_2026_and_the_spring_after() {
        let found: Vec<_> = festivals_between(day("2026-12-12"), day("2027-02-14"))
            .into_iter()
            .map(|(day, festival)| (day.to_string(), festival.name.zh))
            .collect();
        let expected = [
            ("2026-12-12", "双十二"),
            ("2026-12-24", "平安夜"),
            ("2026-12-25", "圣诞节"),
            ("2027-01-01", "元旦"),
            ("2027-01-15", "腊八节"),
            ("2027-01-30", "小年"),
            ("2027-02-05", "除夕"),
            ("2027-02-06", "春节"),
            ("2027-02-14", "情人节"),
        ];
        assert_eq!(found, expected.map(|(day, name)| (day.to_owned(), name)));
    }

    #[test]
    fn a_lunar_festival_may_fall_twice_or_never_into_a_year() {
        let laba = festival_named("腊八").expect("known");
        let of = |from, to| days_between(laba, day(from), day(to)).map(|d| d.to_string()).collect::<Vec<_>>();
        assert_eq!(of("2022-01-01", "2022-12-31"), ["2022-01-10", "2022-12-30"]);
        assert!(of("2023-01-01", "2023-12-31").is_empty());
        assert!(of("2026-12-31", "2026-01-01").is_empty());
    }

    #[test]
    fn weekdays_are_counted_within_their_month() {
        let on = |name, year| festival_named(name).and_then(|f| day_of(f, year)).map(|d| d.to_string());
        assert_eq!(on("mother's day", 2026).as_deref(), Some("2026-05-10"));
        assert_eq!(on("父亲节", 2026).as_deref(), Some("2026-06-21"));
        assert_eq!(on("Thanksgiving", 2026).as_deref(), Some("2026-11-26"));
        let fifth = Festival { on: Nth(2, 5, Weekday::Mon), ..FESTIVALS[0] };
        assert_eq!(day_of(&fifth, 2026), None);
        assert!(!festivals_between(Day::MIN, Day::MIN.plus(400)).is_empty());
        assert_eq!(festivals_between(Day::MAX, Day::MAX), []);
    }
}
