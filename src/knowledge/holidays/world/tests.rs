//! Ten countries as their authorities publish 2026, written by hand, and the form of all tables.

use super::super::territory::Territory;
use super::*;
use crate::knowledge::DayStatus;
use crate::language::Language;

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

fn table(code: &str) -> Holidays {
    Territory::named(code).and_then(|territory| territory.holidays()).unwrap_or_else(|| panic!("{code}"))
}

/// The days off of 2026, month and day.
fn off(holidays: &Holidays) -> String {
    let days = (day("2026-01-01").0..=day("2026-12-31").0).map(Day);
    let off = days.filter(|day| holidays.status(*day).status == DayStatus::Off);
    off.map(|day| day.to_string()[5..].to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn ten_countries_are_as_their_authorities_say() {
    for (code, expected) in [
        // opm.gov, federal holidays: 4 July is a Saturday, observed on the 3rd
        ("US", "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"),
        // Bayerisches Feiertagsgesetz, article 1: without Mariä Himmelfahrt, which is off in Catholic towns only
        ("DE-BY", "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26"),
        // Code du travail, article L3133-1
        ("FR", "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"),
        // gov.uk/bank-holidays: Boxing Day is a Saturday, its substitute the 28th
        ("GB-ENG", "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"),
        // Cabinet Office of Japan: 6 May for the Sunday before, 22 September between two days off
        (
            "JP",
            "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
        ),
        // mom.gov.sg: Vesak, National Day and Deepavali are Sundays, so the Mondays too
        ("SG", "01-01 02-17 02-18 03-21 04-03 05-01 05-27 05-31 06-01 08-09 08-10 11-08 11-09 12-25"),
        // gov.hk, general holidays; Ching Ming, the Buddha's Birthday and Chung Yeung are Sundays, so the day after too
        (
            "HK",
            "01-01 02-17 02-18 02-19 04-03 04-04 04-05 04-06 04-07 05-01 05-24 05-25 06-19 07-01 09-26 10-01 10-18 10-19 12-25 12-26",
        ),
        // Lei 662/1949, Lei 6.802/1980, Lei 14.759/2023 and Good Friday
        ("BR", "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        // employment.govt.nz: ANZAC Day and Boxing Day are Saturdays, so the Mondays too; Matariki is 10 July
        ("NZ", "01-01 01-02 02-06 04-03 04-06 04-25 04-27 06-01 07-10 10-26 12-25 12-26 12-28"),
        // Ustawa o dniach wolnych od pracy, with Christmas Eve since 2025
        ("PL", "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26"),
    ] {
        assert_eq!(off(&table(code)), expected, "{code}");
    }
}

const OFFICIAL: &str = include_str!("../../../../tests/data/holidays-official.csv");

/// Days off beside those of the official lists, and why they are right or open.
const BESIDE: [(&str, &str, &str); 6] = [
    ("AU-NSW", "2026-04-27", "ordered in 2026, after the page was kept"),
    ("CA-ON", "2026-12-28", "the section at hand names the days alone; whether the Monday is one is open"),
    ("DE-BE", "2025-05-08", "once, by a law of its own"),
    ("GB-SCT", "2026-06-15", "proclaimed in February 2026, after the file was kept"),
    ("IN", "2026-04-14", "declared each year by a memorandum of its own"),
    ("ZA", "2026-11-04", "elections are proclaimed, not in the schedule"),
];

#[test]
fn days_off_are_those_of_the_official_lists() {
    let mut years: BTreeMap<(String, i32), Vec<Day>> = BTreeMap::new();
    for line in OFFICIAL.lines().skip(1) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().expect("a cell");
        let (country, part, day) = (cell(), cell(), self::day(cell()));
        let code = if part.is_empty() { country.to_owned() } else { format!("{country}-{part}") };
        years.entry((code, day.ymd().0)).or_default().push(day);
    }
    assert_eq!((years.len(), years.values().map(Vec::len).sum::<usize>()), (15, 164));
    for ((code, year), official) in years {
        let table = table(&code);
        let off: Vec<Day> = (day(&format!("{year}-01-01")).0..=day(&format!("{year}-12-31")).0)
            .map(Day)
            .filter(|day| table.status(*day).status == DayStatus::Off)
            .collect();
        let missing: Vec<&Day> = official.iter().filter(|day| !off.contains(day)).collect();
        assert!(missing.is_empty(), "{code}: {missing:?}");
        // the lists name no days of weekends, or move them
        let is_known = |day: &Day| BESIDE.iter().any(|(of, known, _)| *of == code && *known == day.to_string());
        let beside: Vec<&Day> =
            off.iter().filter(|day| !official.contains(day) && !day.weekday().is_weekend() && !is_known(day)).collect();
        assert!(beside.is_empty(), "{code}: {beside:?}");
    }
}

#[test]
fn every_table_is_sound() {
    let all: Vec<Territory> = Territory::all().collect();
    let of = |country: &str| all.iter().filter(|one| one.country() == Some(country)).count();
    assert!(all.iter().filter(|one| one.country().is_none()).count() >= 200);
    for country in ["US", "CA", "DE", "AU", "IN", "GB", "ES", "CH", "BR"] {
        assert!(of(country) >= 4, "{country}");
    }
    for territory in &all {
        let holidays = territory.holidays().expect("few names");
        let rows = holidays.rows.len();
        // Ukraine has none under martial law
        assert!(rows >= 9 * 4 || territory.code == "UA", "{} has {rows} days", territory.code);
        assert!(holidays.rows.windows(2).all(|pair| pair[0].day < pair[1].day), "{}", territory.code);
        assert_eq!(Territory::named(&territory.code.to_lowercase()), Some(*territory));
        for row in holidays.rows.iter().filter(|row| !row.make_up) {
            let info = holidays.status(row.day);
            assert!(
                [Language::En, Language::Zh]
                    .iter()
                    .all(|language| !info.name_in(*language).unwrap_or_default().is_empty())
            );
            assert!(territory.code == "CN" || YEARS.contains(&row.day.year()), "{} {}", territory.code, row.day);
        }
    }
}

#[test]
fn a_part_has_the_days_of_its_country_and_its_own() {
    let (germany, bavaria) = (table("DE"), table("DE-BY"));
    let epiphany = day("2027-01-06");
    assert_eq!(
        (germany.status(epiphany).status, bavaria.status(epiphany).status),
        (DayStatus::Workday, DayStatus::Off)
    );
    let unity = bavaria.status(day("2030-10-03"));
    assert_eq!(unity.name, Some("Tag der Deutschen Einheit"));
    assert_eq!(unity.name_in(Language::En), Some("German Unity Day"));
    assert_eq!(unity.name_in(Language::Zh), Some("德国统一日"));
    // California does not keep Columbus Day
    let columbus = day("2026-10-12");
    assert_eq!(
        (table("US").status(columbus).status, table("US-CA").status(columbus).status),
        (DayStatus::Off, DayStatus::Workday)
    );
}

#[test]
fn only_what_waits_for_a_decree_is_unannounced() {
    let (us, hungary) = (table("US"), table("HU"));
    assert_eq!(us.status(day("2031-03-04")).status, DayStatus::Workday);
    assert_eq!(us.awaited(day("2026-12-30")), None);
    assert_eq!(us.status(day("2033-03-04")).status, DayStatus::Unannounced);
    assert!(hungary.status(day("2026-08-08")).make_up, "a Saturday for 21 August");
    assert_eq!(hungary.status(day("2031-03-04")).status, DayStatus::Unannounced);
    assert_eq!(hungary.status(day("2031-12-25")).status, DayStatus::Off);
}

#[test]
fn countries_are_found_as_people_call_them() {
    for (name, code) in [
        ("us", "US"),
        ("Germany", "DE"),
        ("德国", "DE"),
        ("UK", "GB"),
        ("de-by", "DE-BY"),
        (" 中国 ", "CN"),
        ("Bavaria", "DE-BY"),
    ] {
        assert_eq!(Territory::named(name).map(|found| found.code), Some(code), "{name}");
    }
    assert_eq!(Territory::named("XX"), None);
    assert_eq!(Territory::named("US-ZZ"), None);
}

#[test]
fn two_countries_together_are_off_where_one_is() {
    let both = Holidays::china().beside(&table("US")).expect("few names");
    let status = |date: &str| both.status(day(date)).status;
    assert_eq!([status("2026-11-26"), status("2026-10-05")], [DayStatus::Off; 2]);
    // 14 February 2026 is made up in China; Presidents' Day is off in the US; China has not announced 2027
    assert!(both.status(day("2026-02-14")).make_up);
    assert_eq!([status("2026-02-16"), status("2027-03-02")], [DayStatus::Off, DayStatus::Unannounced]);
    assert_eq!(status("2027-05-31"), DayStatus::Off);
    let plain = Holidays::none().beside(Holidays::china()).expect("few names");
    assert_eq!(plain.status(day("2027-03-02")).status, DayStatus::Unannounced);
}

#[test]
fn weekends_are_where_people_rest() {
    for (code, friday, saturday, sunday) in [
        ("IL", true, true, false),
        ("SA", true, true, false),
        ("BN", true, false, true),
        ("AE", false, true, true),
        ("US", false, true, true),
    ] {
        let table = table(code);
        // 2026-12-11 is a Friday
        let rests = ["2026-12-11", "2026-12-12", "2026-12-13"].map(|text| table.is_weekend(day(text)));
        assert_eq!(rests, [friday, saturday, sunday], "{code}");
        assert_eq!(table.is_workday(day("2026-12-11")), !friday, "{code}");
    }
    // over a file of one's own the weekend of the country stays
    let own = Holidays::parse_csv("date,name,status\n2026-12-14,open house,off\n").expect("sound");
    assert!(table("IL").over(&own).expect("few names").is_weekend(day("2026-12-11")));
}
