//! Time zones, by the names of the IANA database and by those that people use: New York, 纽约, ET, 北京时间.

use std::str::FromStr;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::zone_names::{ABBREVIATIONS, AMBIGUOUS, CITIES, PLACES};
use crate::language::Text;
use crate::source::closest;
use crate::value::ValueError;

/// A time zone of the IANA database; the built-in copy is used on every machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(pub TimeZone);

impl Zone {
    /// The name, as in the database.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The city as people call it: the Chinese name where one is known, else the end of the zone's name.
    pub fn city(&self, language: crate::language::Language) -> String {
        let name = self.name();
        let chinese = Self::city_zh(name).filter(|_| language == crate::language::Language::Zh);
        chinese.map_or_else(|| name.rsplit('/').next().unwrap_or(name).replace('_', " "), str::to_owned)
    }

    /// The name of the zone of a city or a country, as people call it in either language; none where there is a doubt.
    pub fn of_city(text: &str) -> Option<String> {
        let text = text.trim();
        let known = |text: &str| PLACES.iter().find(|(place, _)| place.eq_ignore_ascii_case(text));
        if let Some((_, zone)) = known(text).or_else(|| known(without_time(text))) {
            return Some((*zone).to_owned());
        }
        let text = without_time(text);
        // most people know the city, not the part of the world under which it is filed
        let city = text.replace(' ', "_");
        let is_it = |name: &String| name.rsplit_once('/').is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(&city));
        zones().into_iter().find(is_it).or_else(|| {
            let is_of = |cities: &str| cities.split(',').any(|known| known.eq_ignore_ascii_case(text));
            CITIES.iter().find(|(_, cities)| is_of(cities)).map(|(zone, _)| (*zone).to_owned())
        })
    }

    /// The region that is probably meant by a zone that stays at one offset all year, such as `EST`.
    pub fn region_meant(&self) -> Option<&'static str> {
        ["EST", "MST"].contains(&self.name()).then(|| abbreviated(self.name())).flatten()
    }

    /// What a zone is called in Chinese, where that is known.
    pub fn city_zh(zone: &str) -> Option<&'static str> {
        PLACES.iter().find(|(city, of)| *of == zone && !city.is_ascii()).map(|(city, _)| *city)
    }
}

/// What has a time, without saying so: 纽约时间, `Eastern time`.
fn without_time(text: &str) -> &str {
    const TIMES: [&str; 7] = ["标准时间", "夏令时间", "夏令时", "当地时间", "时间", " standard time", " time"];
    let cut = |time: &str| {
        let at = text.len().checked_sub(time.len())?;
        let (place, end) = text.split_at_checked(at)?;
        end.eq_ignore_ascii_case(time).then(|| place.trim_end())
    };
    TIMES.iter().find_map(|time| cut(time)).filter(|place| !place.is_empty()).unwrap_or(text)
}

/// The region that an abbreviation is used for.
fn abbreviated(text: &str) -> Option<&'static str> {
    let is_it = |(short, _): &&(&str, &str)| short.eq_ignore_ascii_case(text);
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
        let text = text.trim();
        let database = TimeZoneDatabase::bundled();
        let want = Text::new(
            "城市或 IANA 时区名，如 北京、Asia/Shanghai",
            "a city or a time zone of the IANA database, such as New York or Asia/Shanghai",
        );
        let error = ValueError::new(want);
        if let Some((_, meanings)) = AMBIGUOUS.iter().find(|(short, _)| short.eq_ignore_ascii_case(text)) {
            return Err(meanings.iter().fold(error, |error, meaning| error.near(*meaning)));
        }
        let place = PLACES.iter().find(|(place, _)| place.eq_ignore_ascii_case(text)).map_or(text, |(_, zone)| zone);
        let meant = || abbreviated(text).map(str::to_owned).or_else(|| Self::of_city(text));
        if let Some(zone) = database.get(place).ok().or_else(|| database.get(&meant()?).ok()) {
            return Ok(Self(zone));
        }
        let names = zones();
        let cities = names.iter().filter_map(|name| name.rsplit_once('/').map(|(_, city)| city));
        let near = closest(text, names.iter().map(String::as_str).chain(cities));
        let zone = near
            .and_then(|near| names.iter().find(|name| name.as_str() == near || name.rsplit('/').next() == Some(near)));
        Err(match zone {
            Some(zone) => error.near(zone.clone()),
            None => error,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(text: &str) -> Option<String> {
        text.parse::<Zone>().ok().map(|zone| zone.name().to_owned())
    }

    #[test]
    fn zones_are_read_as_people_say_them() {
        for (text, name) in [
            ("Asia/Shanghai", "Asia/Shanghai"),
            ("New York", "America/New_York"),
            ("new york", "America/New_York"),
            ("纽约", "America/New_York"),
            ("Berlin", "Europe/Berlin"),
            ("柏林", "Europe/Berlin"),
            ("Bangalore", "Asia/Kolkata"),
            ("班加罗尔", "Asia/Kolkata"),
            ("San Francisco", "America/Los_Angeles"),
            ("Buenos Aires", "America/Argentina/Buenos_Aires"),
            ("北京时间", "Asia/Shanghai"),
            ("Beijing time", "Asia/Shanghai"),
            ("UTC+8", "Asia/Shanghai"),
            ("ET", "America/New_York"),
            ("pt", "America/Los_Angeles"),
            ("CT", "America/Chicago"),
            ("CEST", "Europe/Berlin"),
            ("UK", "Europe/London"),
            ("Germany", "Europe/Berlin"),
            ("Leeds", "Europe/London"),
            ("温州", "Asia/Shanghai"),
            ("印度", "Asia/Kolkata"),
            (" Tokyo ", "Asia/Tokyo"),
            ("美国东部", "America/New_York"),
            ("美东时间", "America/New_York"),
            ("美国东部时间", "America/New_York"),
            ("美西时间", "America/Los_Angeles"),
            ("纽约时间", "America/New_York"),
            ("Eastern", "America/New_York"),
            ("Pacific Time", "America/Los_Angeles"),
            ("US East Coast", "America/New_York"),
            ("London time", "Europe/London"),
        ] {
            assert_eq!(zone(text).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn what_may_mean_two_zones_is_refused_with_both() {
        let near = |text: &str| text.parse::<Zone>().expect_err("no zone").near;
        assert_eq!(near("CST"), ["America/Chicago", "Asia/Shanghai"]);
        assert_eq!(near("ist"), ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]);
        assert_eq!(near("Asia/Shanghia"), ["Asia/Shanghai"]);
        assert_eq!(near("Kathmand"), ["Asia/Kathmandu"]);
        assert!(near("nowhere at all").is_empty());
    }

    #[test]
    fn every_name_leads_to_a_zone() {
        for (name, region) in PLACES.iter().chain(&ABBREVIATIONS) {
            assert_eq!(zone(region).as_deref(), Some(*region), "{name}");
        }
        let of_others = CITIES.iter().flat_map(|(region, cities)| {
            cities.split(',').filter(|city| zone(city).as_deref() != Some(*region)).collect::<Vec<_>>()
        });
        assert_eq!(of_others.collect::<Vec<_>>(), [""; 0]);
        for (_, meanings) in AMBIGUOUS {
            assert!(meanings.len() > 1 && meanings.iter().all(|meaning| zone(meaning).is_some()));
        }
    }
}
