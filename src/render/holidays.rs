//! The built-in days off, as `qun explain holidays` shows them: which countries, from where, and the days of one.

use crate::knowledge::{DayStatus, HolidayData, Holidays, Territory};
use crate::language::{Language, Text};
use crate::value::Day;

/// All countries and parts, with the source of their tables.
pub fn holidays_list(language: Language) -> String {
    let bold = anstyle::Style::new().bold();
    let all: Vec<Territory> = Territory::all().collect();
    let (parts, countries): (Vec<&Territory>, Vec<&Territory>) = all.iter().partition(|one| one.country().is_some());
    let title = Text::new("节假日", "Days off").get(language);
    let mut out = format!("{bold}{title}{bold:#}\n{}\n\n", about(language));
    let counts = Text::new(
        "{countries} 个国家和地区，其中 {of} 个还分 {parts} 个地方：",
        "{countries} countries and territories, and {parts} parts of {of} of them:",
    );
    let divided = countries.iter().filter(|one| parts.iter().any(|part| part.country() == Some(one.code))).count();
    let counts = counts.fill(language, |name| {
        Some(match name {
            "countries" => countries.len().to_string(),
            "of" => divided.to_string(),
            _ => parts.len().to_string(),
        })
    });
    out.push_str(&format!("{counts}\n\n"));
    let separator = Text::new("、", ", ").get(language);
    let line = |list: &[&Territory]| -> String {
        let each: Vec<String> = list.iter().map(|one| format!("{} {}", one.code, one.name.get(language))).collect();
        each.join(separator)
    };
    out.push_str(&format!("{}\n", line(&countries)));
    for country in &countries {
        let of: Vec<&Territory> = parts.iter().filter(|part| part.country() == Some(country.code)).copied().collect();
        if !of.is_empty() {
            out.push_str(&format!("\n{}: {}\n", country.name.get(language), line(&of)));
        }
    }
    out
}

/// The days off of one of them, in the year of a day and the next.
pub fn holidays_of_territory(territory: &Territory, holidays: &Holidays, today: Day, language: Language) -> String {
    let bold = anstyle::Style::new().bold();
    let mut out = format!("{bold}{} · {}{bold:#}\n", territory.name.get(language), territory.code);
    let years = today.year()..=today.year() + 1;
    for year in years {
        let days = (Day::from_ymd(year, 1, 1), Day::from_ymd(year, 12, 31));
        let (Some(first), Some(last)) = days else { continue };
        out.push_str(&format!("\n{year}\n"));
        let rows: Vec<String> = (first.0..=last.0).map(Day).filter_map(|day| row(day, holidays, language)).collect();
        if rows.is_empty() || holidays.is_provisional(last) {
            out.push_str(&format!("{}\n", Text::new("还没公布全", "not announced in full yet").get(language)));
        }
        out.push_str(&rows.concat());
    }
    out.push_str(&format!("\n{}\n", about(language)));
    out
}

fn row(day: Day, holidays: &Holidays, language: Language) -> Option<String> {
    let info = holidays.status(day);
    let make_up = Text::new("补班", "make-up workday").get(language);
    let name = match info.status {
        DayStatus::Off => info.name_in(language)?.to_owned(),
        DayStatus::Workday if info.make_up => make_up.to_owned(),
        _ => return None,
    };
    let local = info.name.filter(|local| info.status == DayStatus::Off && *local != name);
    let local = local.map(|local| Text::new("（{local}）", " ({local})").fill(language, |_| Some(local.to_owned())));
    Some(format!("{day} {} {name}{}\n", day.weekday().short().get(language), local.unwrap_or_default()))
}

/// Where the tables come from, and how they are used in a plan.
fn about(language: Language) -> String {
    let data = HolidayData::built_in();
    Text::new(
        "来源：{source} {version}（MIT 许可），{as_of} 生成，{first}–{last} 年；中国按国务院的放假通知，已公布到 {china} 年。\n\
         计划里写 holidays = \"US\"，或 [\"DE-BY\", \"CN\"]；成员、地点、活动也可以各写各的。\
         某个国家这两年的日子：qun explain holidays US。",
        "Source: {source} {version} (MIT), as of {as_of}, for {first} to {last}; China by the notices of its State \
         Council, announced up to {china}.\nIn a plan: holidays = \"US\", or [\"DE-BY\", \"CN\"]; people, places and \
         activities can have their own. The days of a country: qun explain holidays US.",
    )
    .fill(language, |name| {
        Some(match name {
            "source" => data.source.to_owned(),
            "version" => data.version.to_owned(),
            "as_of" => data.as_of.to_owned(),
            "first" => data.years.0.to_string(),
            "last" => data.years.1.to_string(),
            _ => Holidays::china().last_announced()?.to_string(),
        })
    })
}
