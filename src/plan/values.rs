//! Values that only plans have: countries, time zones, ranges of programme days.

use std::str::FromStr;

use super::holiday_source::{HolidaySource, holidays_near};
use crate::finding::Trail;
use crate::language::Text;
use crate::source::{Field, FieldValue, Problems, Shape, Visit, closest, forms};
use crate::value::ValueError;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use toml::Spanned;
use toml::de::DeValue;

/// A country by its ISO 3166 code of two capital letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Country(pub String);

impl FromStr for Country {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            return Ok(Self(text.to_owned()));
        }
        let want = Text::new("两个大写字母的国家代码，如 CN", "a country code of two capital letters, such as CN");
        let error = ValueError::new(want);
        Err(match text.to_lowercase().as_str() {
            "中国" | "china" | "cn" | "prc" => error.near("CN"),
            other if other.len() == 2 => error.near(other.to_uppercase()),
            _ => error,
        })
    }
}

/// A time zone of the IANA database; the built-in copy is used on every machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(pub TimeZone);

impl Zone {
    /// The name, as in the database.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The name of the zone of a city, as people call it in either language; none where there is a doubt.
    pub fn of_city(text: &str) -> Option<String> {
        let text = text.trim();
        if let Some((_, zone)) = CITIES.iter().find(|(city, _)| *city == text) {
            return Some((*zone).to_owned());
        }
        // most people know the city, not the part of the world under which it is filed
        let city = text.replace(' ', "_");
        let is_it = |name: &String| name.split_once('/').is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(&city));
        zones().into_iter().find(is_it)
    }

    /// The region that is probably meant by a zone that stays at one offset all year, such as `EST`.
    pub fn region_meant(&self) -> Option<&'static str> {
        ["EST", "MST"].contains(&self.name()).then(|| abbreviated(self.name())).flatten()
    }

    /// What a zone is called in Chinese, where that is known.
    pub fn city_zh(zone: &str) -> Option<&'static str> {
        CITIES.iter().find(|(_, of)| *of == zone).map(|(city, _)| *city)
    }
}

/// Cities and their zones, beyond the names of the database; the first of each zone is what it is called in Chinese.
const CITIES: [(&str, &str); 19] = [
    ("北京时间", "Asia/Shanghai"),
    ("北京", "Asia/Shanghai"),
    ("上海", "Asia/Shanghai"),
    ("广州", "Asia/Shanghai"),
    ("深圳", "Asia/Shanghai"),
    ("成都", "Asia/Shanghai"),
    ("杭州", "Asia/Shanghai"),
    ("中国", "Asia/Shanghai"),
    ("东八区", "Asia/Shanghai"),
    ("Asia/Beijing", "Asia/Shanghai"),
    ("Beijing", "Asia/Shanghai"),
    ("Shenzhen", "Asia/Shanghai"),
    ("Guangzhou", "Asia/Shanghai"),
    ("香港", "Asia/Hong_Kong"),
    ("台北", "Asia/Taipei"),
    ("新加坡", "Asia/Singapore"),
    ("东京", "Asia/Tokyo"),
    ("伦敦", "Europe/London"),
    ("纽约", "America/New_York"),
];

/// What people write for a zone whose clocks change, and the region they mean.
const ABBREVIATIONS: [(&str, &str); 22] = [
    ("ET", "America/New_York"),
    ("EST", "America/New_York"),
    ("EDT", "America/New_York"),
    ("EST5EDT", "America/New_York"),
    ("CT", "America/Chicago"),
    ("CDT", "America/Chicago"),
    ("MT", "America/Denver"),
    ("MST", "America/Denver"),
    ("MDT", "America/Denver"),
    ("PT", "America/Los_Angeles"),
    ("PST", "America/Los_Angeles"),
    ("PDT", "America/Los_Angeles"),
    ("HST", "Pacific/Honolulu"),
    ("BST", "Europe/London"),
    ("CEST", "Europe/Berlin"),
    ("EEST", "Europe/Athens"),
    ("IST", "Asia/Kolkata"),
    ("JST", "Asia/Tokyo"),
    ("KST", "Asia/Seoul"),
    ("SGT", "Asia/Singapore"),
    ("AEST", "Australia/Sydney"),
    ("AEDT", "Australia/Sydney"),
];

/// The region that an abbreviation is used for.
fn abbreviated(text: &str) -> Option<&'static str> {
    let is_it = |(short, _): &&(&str, &str)| short.eq_ignore_ascii_case(text.trim());
    ABBREVIATIONS.iter().find(is_it).map(|(_, region)| *region)
}

/// The names of all zones.
fn zones() -> Vec<String> {
    TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect()
}

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::UTC)
    }
}

impl FromStr for Zone {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let database = TimeZoneDatabase::bundled();
        if let Ok(zone) = database.get(text) {
            return Ok(Self(zone));
        }
        let want =
            Text::new("IANA 时区名，如 Asia/Shanghai", "a time zone of the IANA database, such as Asia/Shanghai");
        let error = ValueError::new(want);
        let near = Self::of_city(text).or_else(|| match text {
            "CST" | "GMT+8" | "UTC+8" => Some("Asia/Shanghai".to_owned()),
            _ if abbreviated(text).is_some() => abbreviated(text).map(str::to_owned),
            _ => closest(text, zones().iter().map(String::as_str)).map(str::to_owned),
        });
        Err(match near {
            Some(near) => error.near(near),
            None => error,
        })
    }
}

/// One text or several: where days off come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources(pub Vec<String>);

/// A source of days off by its name; a file has an ending.
fn holiday_source(name: &str) -> Result<String, ValueError> {
    if !matches!(HolidaySource::of(name.trim()), HolidaySource::File(file) if !file.contains('.')) {
        return Ok(name.to_owned());
    }
    let error = ValueError::new(Text::new(
        "国家代码，如 CN、US、DE-BY（qun explain holidays 列出全部）、none，或计划旁边的 .csv、.ics 文件",
        "a country such as US, CN or DE-BY (qun explain holidays lists them), none, or a .csv or .ics file beside the plan",
    ));
    Err(match holidays_near(name) {
        Some(near) => error.near(near.code),
        None => error,
    })
}

impl FieldValue for Sources {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]);

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(_) => {
                let mut several = Vec::new();
                several.fill(value, at, problems);
                Some(Self(several))
            }
            DeValue::String(text) => match holiday_source(text) {
                Ok(name) => Some(Self(vec![name])),
                Err(error) => {
                    problems.bad_value(at, text.as_ref(), error);
                    None
                }
            },
            other => {
                problems.wrong_type(at, &Self::SHAPE, other);
                None
            }
        }
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        match &self.0[..] {
            [one] => visitor.text(at, one),
            several => several.iter().enumerate().for_each(|(index, text)| visitor.text(&at.index(index), text)),
        }
    }
}

/// The days of a programme on which an item falls, from 1: `1`, `2-20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DayRange {
    /// The first day.
    pub first: u32,
    /// The last day, included.
    pub last: u32,
}

impl FromStr for DayRange {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let wrong = || ValueError::new(Text::new("像 2-20 这样的天数", "days such as 2-20"));
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let number = |s: &str| s.trim().parse::<u32>().ok().filter(|n| (1..=3660).contains(n)).ok_or_else(wrong);
        let (first, last) = (number(first)?, number(last)?);
        if first <= last { Ok(Self { first, last }) } else { Err(wrong().near(format!("{last}-{first}"))) }
    }
}

forms! {
    Country: "带引号的国家代码，如 \"CN\"" / "a country code in quotes, such as \"CN\"", "CN";
    Zone: "带引号的时区名，如 \"Asia/Shanghai\"" / "a time zone in quotes, such as \"Asia/Shanghai\"", "Asia/Shanghai";
    DayRange: "带引号的天数，如 \"2-20\"" / "days in quotes, such as \"2-20\"", "2-20";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_those_of_the_database() {
        assert_eq!("Asia/Shanghai".parse::<Zone>().map(|z| z.name().to_owned()).as_deref(), Ok("Asia/Shanghai"));
        assert_eq!("Asia/Shanghia".parse::<Zone>().map_err(|e| e.near), Err(vec!["Asia/Shanghai".to_owned()]));
        let near = |text: &str| text.parse::<Zone>().expect_err("no zone").near.concat();
        assert_eq!(near("北京时间"), "Asia/Shanghai");
        assert_eq!([near("London"), near("new york")], ["Europe/London", "America/New_York"]);
    }

    #[test]
    fn days_of_a_programme() {
        assert_eq!("2-20".parse(), Ok(DayRange { first: 2, last: 20 }));
        assert_eq!("3".parse(), Ok(DayRange { first: 3, last: 3 }));
        for wrong in ["", "0-3", "5-2", "a-b", "1-99999"] {
            assert!(wrong.parse::<DayRange>().is_err(), "{wrong}");
        }
    }
}
