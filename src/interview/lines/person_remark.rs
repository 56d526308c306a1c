//! What a line about people says beside names, roles and hours: when somebody has time, whose holidays they have, and
//! remarks that have no place in a plan.

use crate::knowledge::Territory;
use crate::value::{QuietHours, is_han};

/// What a remark begins with, in English.
const BEGINS: [&str; 22] = [
    "not ",
    "never ",
    "only ",
    "except ",
    "usually ",
    "mostly ",
    "often ",
    "busy ",
    "free ",
    "when ",
    "during ",
    "if ",
    "but ",
    "no ",
    "on weekends",
    "weekends ",
    "at weekends",
    "evenings ",
    "mornings ",
    "until ",
    "after ",
    "before ",
];
/// What a remark has in it, in Chinese.
const HAS: [&str; 22] = [
    "平时",
    "不忙",
    "很忙",
    "比较忙",
    "有空",
    "没空",
    "时候",
    "周末",
    "晚上",
    "白天",
    "偶尔",
    "有时",
    "一般",
    "暂时",
    "不太",
    "不能",
    "不在",
    "工作日",
    "节假日",
    "最近",
    "上班",
    "下班",
];

/// Whether a text is a remark about when and how somebody takes part: 平时不忙, `not on Fridays`.
pub(super) fn is_remark(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = BEGINS.iter().any(|begin| lower.starts_with(*begin) || lower == begin.trim_end());
    begins || is_contact(text) || text.contains(is_han) && HAS.iter().any(|word| text.contains(word))
}

/// Whether a text is an address or a telephone number: `mia@example.org`, 138 0013 8000.
fn is_contact(text: &str) -> bool {
    let is_address = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_number = |c: char| c.is_ascii_digit() || "+ -".contains(c);
    is_address || text.chars().filter(char::is_ascii_digit).count() > 6 && text.chars().all(is_number)
}

/// The hours in which somebody has time, where a remark says in which they have none:
/// `not between 22:00 and 7:00 his time`, 22:00到7:00不行.
pub(super) fn available(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let english = ["not between ", "never between ", "not from "].iter().find_map(|lead| lower.strip_prefix(lead));
    let chinese = || ["不行", "不方便", "没空", "不在"].iter().find_map(|end| lower.strip_suffix(end));
    let hours = english.or_else(chinese)?.trim().trim_start_matches('从');
    let ends = [" his time", " her time", " their time", " my time", " local time", "之间", "之前"];
    let hours = ends.iter().find_map(|end| hours.strip_suffix(end)).unwrap_or(hours);
    let apart = [" and ", " to ", " until ", "到", "至", "–", "-"].iter().find_map(|mark| hours.split_once(mark));
    let (from, to) = apart?;
    let free: QuietHours = format!("{}-{}", to.trim(), from.trim()).parse().ok()?;
    Some(free.to_string())
}

/// People of a country, by the word for them.
const PEOPLES: [(&str, &str); 22] = [
    ("american", "US"),
    ("australian", "AU"),
    ("austrian", "AT"),
    ("belgian", "BE"),
    ("brazilian", "BR"),
    ("british", "GB"),
    ("canadian", "CA"),
    ("chinese", "CN"),
    ("danish", "DK"),
    ("dutch", "NL"),
    ("english", "GB-ENG"),
    ("french", "FR"),
    ("german", "DE"),
    ("indian", "IN"),
    ("irish", "IE"),
    ("italian", "IT"),
    ("japanese", "JP"),
    ("polish", "PL"),
    ("scottish", "GB-SCT"),
    ("spanish", "ES"),
    ("swedish", "SE"),
    ("swiss", "CH"),
];

/// The country whose holidays somebody has: `German holidays`, `holidays in France`, 德国节假日.
pub(super) fn holidays(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let ends = [" public holidays", " bank holidays", " holidays", "的节假日", "节假日", "的假期", "假期"];
    let behind = ends.iter().find_map(|end| lower.strip_suffix(end));
    let leads = ["public holidays of ", "holidays of ", "holidays in ", "public holidays in "];
    let country = behind.or_else(|| leads.iter().find_map(|lead| lower.strip_prefix(lead)))?.trim();
    let country = country.strip_prefix("the ").unwrap_or(country);
    let people = PEOPLES.iter().find(|(word, _)| *word == country).map(|(_, code)| (*code).to_owned());
    people.or_else(|| code_of(country))
}

/// A part of a country with holidays of its own: Berlin of DE is DE-BE.
pub(super) fn holidays_in(country: &str, part: &str) -> Option<String> {
    let country = country.split('-').next().unwrap_or(country);
    let is_it = |territory: &Territory| {
        let is_part = territory.code.split_once('-').is_some_and(|(of, _)| of == country);
        is_part && territory.name.en.eq_ignore_ascii_case(part.trim())
    };
    Territory::all().find(is_it).map(|territory| territory.code.to_owned())
}

fn code_of(name: &str) -> Option<String> {
    Territory::named(name).map(|territory| territory.code.to_owned())
}
