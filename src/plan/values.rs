//! Values that only plans have: countries, time zones, ranges of programme days.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

pub use super::zone::Zone;

use super::holiday_source::{HolidayFiles, HolidaySource, holidays_near, holidays_of};
use crate::finding::Trail;
use crate::knowledge::Holidays;
use crate::language::Text;
use crate::source::{Field, FieldValue, Problems, Shape, Visit, forms};
use crate::value::ValueError;
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
    Err(holidays_near(name).iter().fold(error, |error, near| error.near(near.code)))
}

/// One country or several, or files beside the plan: days off of a person, a place or an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Countries(pub Vec<String>);

impl Countries {
    /// Where they come from.
    pub fn sources(&self) -> Vec<HolidaySource<'_>> {
        self.0.iter().map(|name| HolidaySource::of(name.trim())).collect()
    }

    /// The days off of all of them together, with the files that were read; plain weeks for `none`, and for a file that was
    /// not.
    pub fn days_off(&self, files: &HolidayFiles) -> Option<Holidays> {
        let read = |name: &str| Ok::<_, ()>(files.get(name).cloned().unwrap_or_else(|| Holidays::none().clone()));
        holidays_of(&self.sources(), read).ok().flatten().map(Cow::into_owned)
    }
}

/// The days off of many who name their countries: those of the same countries are looked up once, and are one table.
#[derive(Debug)]
pub struct SharedDaysOff<'p> {
    files: &'p HolidayFiles,
    known: BTreeMap<&'p [String], Option<Arc<Holidays>>>,
}

impl<'p> SharedDaysOff<'p> {
    /// None looked up yet; `files` are those that were read.
    pub const fn new(files: &'p HolidayFiles) -> Self {
        Self { files, known: BTreeMap::new() }
    }

    /// Those of these countries, as [`Countries::days_off`] has them.
    pub fn of(&mut self, countries: &'p Countries) -> Option<Arc<Holidays>> {
        let files = self.files;
        self.known.entry(&countries.0).or_insert_with(|| countries.days_off(files).map(Arc::new)).clone()
    }
}

/// Reads one text or a list of them.
fn one_or_several(
    value: &Spanned<DeValue<'_>>,
    at: &Trail<'_>,
    problems: &mut Problems,
    check: fn(&str) -> Result<String, ValueError>,
) -> Option<Vec<String>> {
    match value.get_ref() {
        DeValue::Array(_) => {
            let mut several: Vec<String> = Vec::new();
            several.fill(value, at, problems);
            for (index, name) in several.iter().enumerate() {
                if let Err(error) = check(name) {
                    problems.bad_value(&at.index(index), name, error);
                }
            }
            Some(several)
        }
        DeValue::String(text) => match check(text) {
            Ok(name) => Some(vec![name]),
            Err(error) => {
                problems.bad_value(at, text.as_ref(), error);
                None
            }
        },
        other => {
            problems.wrong_type(at, &Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]), other);
            None
        }
    }
}

fn visit_names(names: &[String], at: &Trail<'_>, visitor: &mut dyn Visit) {
    match names {
        [one] => visitor.text(at, one),
        several => several.iter().enumerate().for_each(|(index, text)| visitor.text(&at.index(index), text)),
    }
}

impl FieldValue for Sources {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]);

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        one_or_several(value, at, problems, holiday_source).map(Self)
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        visit_names(&self.0, at, visitor);
    }
}

impl FieldValue for Countries {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]);

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        one_or_several(value, at, problems, holiday_source).map(Self)
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        visit_names(&self.0, at, visitor);
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
    Country: "带引号的国家代码，如 \"CN\"" / "a country code in quotes, such as \"CN\"", "CN", |country, _| country.0.clone();
    Zone: "带引号的时区名，如 \"Asia/Shanghai\"" / "a time zone in quotes, such as \"Asia/Shanghai\"", "Asia/Shanghai";
    DayRange: "带引号的天数，如 \"2-20\"" / "days in quotes, such as \"2-20\"", "2-20";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_programme() {
        assert_eq!("2-20".parse(), Ok(DayRange { first: 2, last: 20 }));
        assert_eq!("3".parse(), Ok(DayRange { first: 3, last: 3 }));
        for wrong in ["", "0-3", "5-2", "a-b", "1-99999"] {
            assert!(wrong.parse::<DayRange>().is_err(), "{wrong}");
        }
    }
}
