//! Countries and parts of countries whose days off are built in, and how people name them.

use std::sync::OnceLock;

use super::{Holidays, world};
use crate::language::Text;
use crate::value::WeekdaySet;

/// A country, or a part of one, such as `DE-BY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Territory {
    /// Its ISO 3166 code.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// Where the weeks of a year are arranged by decree: the last year whose decree is known.
    pub last_year: Option<i32>,
    /// The days of its weekend.
    pub weekend: WeekdaySet,
}

/// Where the tables of the world come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayData {
    /// The package.
    pub source: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The day the tables were made.
    pub as_of: &'static str,
    /// The first and the last year.
    pub years: (i32, i32),
}

/// What people write that is no code and no name.
const NICKNAMES: [(&str, &str); 9] = [
    ("UK", "GB"),
    ("USA", "US"),
    ("America", "US"),
    ("England", "GB-ENG"),
    ("Scotland", "GB-SCT"),
    ("Wales", "GB-WLS"),
    ("Bavaria", "DE-BY"),
    ("Holland", "NL"),
    ("Czech Republic", "CZ"),
];

const CHINA: Territory =
    Territory { code: "CN", name: Text::new("中国", "China"), last_year: Some(2026), weekend: WeekdaySet::WEEKEND };

impl Territory {
    /// All of them by code: a country before its parts.
    pub fn all() -> impl Iterator<Item = Self> {
        static ALL: OnceLock<Vec<Territory>> = OnceLock::new();
        let read = || {
            let built_in = world::heads().map(|[code, en, zh, last, weekend]| {
                let zh = if zh.is_empty() { en } else { zh };
                Self { code, name: Text::new(zh, en), last_year: last.parse().ok(), weekend: world::weekend(weekend) }
            });
            std::iter::once(CHINA).chain(built_in).collect()
        };
        ALL.get_or_init(read).iter().copied()
    }

    /// By its code or its name, in either language and any case; a part by a name that only it has.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let nickname = NICKNAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        let text = nickname.map_or(text, |(_, code)| code);
        let is_code = |territory: &Self| territory.code.eq_ignore_ascii_case(text);
        let is_name = |territory: &Self| {
            territory.country().is_none() && (territory.name.zh == text || territory.name.en.eq_ignore_ascii_case(text))
        };
        let mut parts = Self::all().filter(|part| part.name.zh == text || part.name.en.eq_ignore_ascii_case(text));
        let part = || parts.next().filter(|_| parts.next().is_none());
        Self::all().find(is_code).or_else(|| Self::all().find(is_name)).or_else(part)
    }

    /// The code of the country that it is a part of.
    pub fn country(&self) -> Option<&'static str> {
        self.code.split_once('-').map(|(country, _)| country)
    }

    /// Its days off.
    pub fn holidays(&self) -> Option<Holidays> {
        match *self == CHINA {
            true => Some(Holidays::china().clone()),
            false => {
                let table = world::holidays(self.code, self.country(), self.last_year)?;
                Some(Holidays { weekend: self.weekend, ..table })
            }
        }
    }
}

impl HolidayData {
    /// As the tables say.
    pub fn built_in() -> Self {
        let [source, version, as_of] = world::origin();
        Self { source, version, as_of, years: (*world::YEARS.start(), *world::YEARS.end()) }
    }
}
