//! Statutory days off and make-up workdays: what kind of day a day is, by notice or by law.
//!
//! China's days come from the State Council's yearly notices: `data/holidays-cn.csv`, of which `china.rs` is generated
//! so that nothing is parsed at start; those of other countries are read when they are named; a plan may bring a file of
//! its own. Must not guess a year that has no notice; such days are [`DayStatus::Unannounced`].

mod china;
mod file;
mod row;
mod table;
mod territory;
mod world;

use std::borrow::Cow;

pub use file::BadLine;
pub use territory::{HolidayData, Territory};

use row::HolidayRow;

use crate::language::{Language, Text};
use crate::value::{Day, WeekdaySet};

/// What kind of day a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayStatus {
    /// A day off by notice.
    Off,
    /// A workday: no day of the weekend, or a make-up workday by notice.
    Workday,
    /// A day of the weekend that no notice names.
    Weekend,
    /// A day of a year without notice, whatever its weekday.
    Unannounced,
}

impl DayStatus {
    /// The word of the machine-readable shapes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Workday => "workday",
            Self::Weekend => "weekend",
            Self::Unannounced => "unannounced",
        }
    }
}

/// What is known of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DayInfo<'a> {
    /// Its kind.
    pub status: DayStatus,
    /// On a day off its festival, on a make-up workday the festival it makes up for; in the language of the country.
    pub name: Option<&'a str>,
    /// The same in English and Chinese, empty where that is not known.
    translated: [&'a str; 2],
    /// Whether it is a workday by notice, whatever its weekday (调休上班).
    pub make_up: bool,
}

impl<'a> DayInfo<'a> {
    /// The name in `language`, else in English, else as its country or its file gives it.
    pub fn name_in(self, language: Language) -> Option<&'a str> {
        let name = self.name?;
        if let Some(text) = statutory_name(name) {
            return Some(text.get(language));
        }
        let [en, zh] = self.translated;
        let wanted = if language == Language::Zh { [zh, en] } else { [en, name] };
        Some(wanted.into_iter().find(|name| !name.is_empty()).unwrap_or(name))
    }

    /// The name in both languages, to be shown in a finding.
    pub fn names(self) -> Option<[&'a str; 2]> {
        Some([self.name_in(Language::Zh)?, self.name_in(Language::En)?])
    }
}

/// The names of the notices, alone and where two festivals share their days.
static NAMES: [Text; 9] = [
    Text::new("元旦", "New Year's Day"),
    Text::new("春节", "Spring Festival"),
    Text::new("清明节", "Qingming Festival"),
    Text::new("劳动节", "Labour Day"),
    Text::new("端午节", "Dragon Boat Festival"),
    Text::new("中秋节", "Mid-Autumn Festival"),
    Text::new("国庆节", "National Day"),
    Text::new("中秋节、国庆节", "Mid-Autumn Festival and National Day"),
    Text::new("国庆节、中秋节", "National Day and Mid-Autumn Festival"),
];

/// A festival's name as the notices write it, in both languages.
pub fn statutory_name(name: &str) -> Option<Text> {
    NAMES.iter().copied().find(|text| text.zh == name)
}

/// What is between the local, the English and the Chinese name of a day.
const BETWEEN_NAMES: char = '\t';

/// The days off and make-up workdays of one country or one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    rows: Cow<'static, [HolidayRow]>,
    names: Cow<'static, [Cow<'static, str>]>,
    /// The years that have a notice, ascending; `None`: plain weeks, in which nothing waits for a notice.
    announced: Option<Cow<'static, [i32]>>,
    /// Whether a year's notice can arrange the last days of the year before.
    reaches_back: bool,
    /// The weekdays on which people rest where no row says otherwise.
    weekend: WeekdaySet,
}

impl Holidays {
    /// China, by the notices known here.
    pub fn china() -> &'static Self {
        static CHINA: Holidays = Holidays {
            rows: Cow::Borrowed(&china::ROWS),
            names: Cow::Borrowed(&china::NAMES),
            announced: Some(Cow::Borrowed(&china::ANNOUNCED)),
            reaches_back: true,
            weekend: WeekdaySet::WEEKEND,
        };
        &CHINA
    }

    /// Plain weeks: Monday to Friday are workdays, nothing is off, nothing is unannounced.
    pub fn none() -> &'static Self {
        static NONE: Holidays = Holidays {
            rows: Cow::Borrowed(&[]),
            names: Cow::Borrowed(&[]),
            announced: None,
            reaches_back: false,
            weekend: WeekdaySet::WEEKEND,
        };
        &NONE
    }

    /// What is known of a day. A notice's row decides over the weekday, also across the turn of the year.
    pub fn status(&self, day: Day) -> DayInfo<'_> {
        if let Ok(at) = self.rows.binary_search_by_key(&day, |row| row.day) {
            let row = self.rows[at];
            let status = if row.make_up { DayStatus::Workday } else { DayStatus::Off };
            let mut names = self.names[usize::from(row.name)].split(BETWEEN_NAMES);
            let [local, en, zh] = [(); 3].map(|()| names.next().unwrap_or_default());
            let name = Some(if local.is_empty() { en } else { local }).filter(|name| !name.is_empty());
            return DayInfo { status, name, translated: [en, zh], make_up: row.make_up };
        }
        let status = match self.is_weekend(day) {
            _ if !self.is_announced(day.year()) => DayStatus::Unannounced,
            true => DayStatus::Weekend,
            false => DayStatus::Workday,
        };
        DayInfo { status, name: None, translated: [""; 2], make_up: false }
    }

    /// Whether people work: make-up workdays in, days off out; in a year without notice Monday to Friday (provisional).
    pub fn is_workday(&self, day: Day) -> bool {
        match self.status(day).status {
            DayStatus::Workday => true,
            DayStatus::Off | DayStatus::Weekend => false,
            DayStatus::Unannounced => !self.is_weekend(day),
        }
    }

    /// Whether a day is of the weekend: Saturday or Sunday, in some countries Friday.
    pub const fn is_weekend(&self, day: Day) -> bool {
        self.weekend.contains(day.weekday())
    }

    /// The weekdays of the weekend.
    pub const fn weekend(&self) -> WeekdaySet {
        self.weekend
    }

    /// Whether the answer is not by notice and may change once the year's notice comes.
    pub fn is_provisional(&self, day: Day) -> bool {
        self.status(day).status == DayStatus::Unannounced
    }

    /// Whether next year's notice, not known here, may still rule this day of an announced year: from 24 December on,
    /// as the New Year's days off or their make-up day can lie there. Its status stays by what is known.
    pub fn awaits_next_notice(&self, day: Day) -> bool {
        let (year, month, of_month) = day.ymd();
        self.reaches_back && month == 12 && of_month >= 24 && self.is_announced(year) && !self.is_announced(year + 1)
    }

    /// The year whose notice, not known here, may still change what a day is.
    pub fn awaited(&self, day: Day) -> Option<i32> {
        if self.is_provisional(day) {
            return Some(day.year());
        }
        self.awaits_next_notice(day).then(|| day.year() + 1)
    }

    /// The last year that has a notice; none for plain weeks.
    pub fn last_announced(&self) -> Option<i32> {
        self.announced.as_ref()?.last().copied()
    }

    fn is_announced(&self, year: i32) -> bool {
        self.announced.as_ref().is_none_or(|years| years.binary_search(&year).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    /// The table as it is generated from the file of the notices.
    fn generated(from: &Holidays) -> String {
        let mut out =
            "//! Generated from `../data/holidays-cn.csv`: `QUN_BLESS=1 cargo test --lib holidays`.\n\n".to_owned();
        out += "use std::borrow::Cow::{self, Borrowed as N};\n\nuse super::row::HolidayRow;\n\nconst OFF: bool = false;\nconst WORK: bool = true;\n\n";
        let names: Vec<String> = from.names.iter().map(|name| format!("    N(\"{name}\"),\n")).collect();
        out += &format!(
            "/// The festivals.\n#[rustfmt::skip]\npub(super) static NAMES: [Cow<'static, str>; {}] = [\n{}];\n\n",
            names.len(),
            names.concat()
        );
        let years = from.announced.as_deref().unwrap_or(&[]);
        out += &format!(
            "/// The years that have a notice.\n#[rustfmt::skip]\npub(super) static ANNOUNCED: [i32; {}] = {years:?};\n\n",
            years.len()
        );
        out += &format!(
            "/// A row a day: its number, the festival, whether it is made up.\n#[rustfmt::skip]\npub(super) static ROWS: [HolidayRow; {}] = [\n",
            from.rows.len()
        );
        for row in from.rows.iter() {
            let kind = if row.make_up { "WORK" } else { "OFF" };
            out += &format!("    HolidayRow::of({}, {}, {kind}), // {}\n", row.day.0, row.name, row.day);
        }
        out + "];\n"
    }

    #[test]
    #[allow(clippy::disallowed_methods)] // the test keeps a generated file
    fn the_table_is_what_the_file_says() {
        let read = Holidays::parse_csv(include_str!("data/holidays-cn.csv")).expect("the file is sound");
        let (path, table) = (concat!(env!("CARGO_MANIFEST_DIR"), "/src/knowledge/holidays/china.rs"), generated(&read));
        if std::env::var_os("QUN_BLESS").is_some() {
            std::fs::write(path, &table).expect("the table can be written");
        }
        let committed = std::fs::read_to_string(path).expect("the table is there").replace("\r\n", "\n");
        assert!(committed == table, "china.rs is stale: QUN_BLESS=1 cargo test --lib holidays");
        assert_eq!(*Holidays::china(), read);
    }

    #[test]
    fn the_whole_of_2026_is_as_announced() {
        let off = [
            ("01-01", "01-03", "元旦"),
            ("02-15", "02-23", "春节"),
            ("04-04", "04-06", "清明节"),
            ("05-01", "05-05", "劳动节"),
            ("06-19", "06-21", "端午节"),
            ("09-25", "09-27", "中秋节"),
            ("10-01", "10-07", "国庆节"),
        ];
        let make_up = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];
        let china = Holidays::china();
        for n in day("2026-01-01").0..=day("2026-12-31").0 {
            let date = Day(n);
            let text = date.to_string();
            let info = china.status(date);
            let festival = off.iter().find(|(from, to, _)| (*from..=*to).contains(&&text[5..]));
            let expected = match festival {
                Some(_) => DayStatus::Off,
                None if make_up.contains(&&text[5..]) => DayStatus::Workday,
                None if date.weekday().is_weekend() => DayStatus::Weekend,
                None => DayStatus::Workday,
            };
            assert_eq!(info.status, expected, "{text}");
            assert_eq!(info.make_up, make_up.contains(&&text[5..]), "{text}");
            assert_eq!(info.name.is_some(), festival.is_some() || info.make_up, "{text}");
            if let Some((.., name)) = festival {
                assert_eq!(info.name, Some(*name), "{text}");
            }
            assert_eq!(china.is_workday(date), expected == DayStatus::Workday, "{text}");
            assert!(!china.is_provisional(date), "{text}");
        }
        assert_eq!(china.status(day("2026-09-20")).name, Some("国庆节"));
    }

    #[test]
    fn a_notice_reaches_over_the_turn_of_the_year() {
        let china = Holidays::china();
        assert!(china.status(day("2018-12-29")).make_up, "by the notice of 2019, a Saturday");
        assert_eq!(china.status(day("2018-12-31")).name, Some("元旦"));
        assert_eq!(china.status(day("2022-12-31")).status, DayStatus::Off);
        assert!(china.awaits_next_notice(day("2026-12-24")) && china.awaits_next_notice(day("2026-12-31")));
        assert_eq!(china.status(day("2026-12-31")).status, DayStatus::Workday);
        assert_eq!((china.awaited(day("2026-12-31")), china.awaited(day("2027-01-01"))), (Some(2027), Some(2027)));
        assert_eq!((china.awaited(day("2026-12-23")), Holidays::none().awaited(day("2026-12-31"))), (None, None));
        assert!(!china.awaits_next_notice(day("2026-12-23")) && !china.awaits_next_notice(day("2025-12-31")));
        assert!(!china.awaits_next_notice(day("2027-12-31")) && !Holidays::none().awaits_next_notice(Day::MAX));
    }

    #[test]
    fn marks_years_without_a_notice() {
        let china = Holidays::china();
        for text in ["2027-03-01", "2027-01-01", "2027-02-06", "2017-10-01", "0001-01-01", "9999-12-31"] {
            assert_eq!(china.status(day(text)).status, DayStatus::Unannounced, "{text}");
            assert!(china.is_provisional(day(text)));
            assert_eq!(china.is_workday(day(text)), !day(text).weekday().is_weekend());
        }
        assert_eq!(china.last_announced(), Some(2026));
        let none = Holidays::none();
        assert_eq!(none.status(day("2027-01-01")).status, DayStatus::Workday);
        assert_eq!(none.status(day("2026-10-03")).status.as_str(), "weekend");
        assert!(!none.is_provisional(day("2027-01-01")) && none.last_announced().is_none());
    }

    #[test]
    fn every_name_of_the_notices_has_both_languages() {
        for name in Holidays::china().names.iter() {
            assert!(statutory_name(name).is_some(), "{name}");
        }
        let info = Holidays::china().status(day("2025-10-11"));
        assert_eq!(info.name_in(Language::En), Some("National Day and Mid-Autumn Festival"));
        assert_eq!(info.name_in(Language::Zh), Some("国庆节、中秋节"));
    }
}
