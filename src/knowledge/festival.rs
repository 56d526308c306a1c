//! Festivals and the 24 solar terms by name, in both languages, and how the day of each is found.
//!
//! Names here are what a cadence may say (`春节前3天`, `winter solstice`); the days come from the lunar and solar tables.

use crate::language::Text;
use crate::value::Weekday;

/// How the day of a festival is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FestivalDate {
    /// A fixed day of the Gregorian year: month, day.
    Solar(i32, i32),
    /// A day of the lunar year: month, day.
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
    festival("除夕", "Chinese New Year's Eve", &["年三十", "new year's eve (lunar)"], LunarEve),
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

/// The number of the solar term of this name, in either language, case ignored.
pub fn term_named(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    TERMS.iter().position(|t| t.zh == name || t.en == name)
}
