//! Prices as they are typed: an amount, and how often it is paid.

use crate::language::Language;
use crate::plan::money::Per;
use crate::value::{Money, ValueError, fold_width};

/// The ways to say how often a price is paid, behind it or before it.
const PERIODS: [(&str, Per); 36] = [
    ("/年", Per::Year),
    ("每年", Per::Year),
    ("一年", Per::Year),
    ("/year", Per::Year),
    ("per year", Per::Year),
    ("a year", Per::Year),
    ("yearly", Per::Year),
    ("/季度", Per::Quarter),
    ("/季", Per::Quarter),
    ("每季度", Per::Quarter),
    ("每季", Per::Quarter),
    ("一季", Per::Quarter),
    ("/quarter", Per::Quarter),
    ("per quarter", Per::Quarter),
    ("a quarter", Per::Quarter),
    ("quarterly", Per::Quarter),
    ("/月", Per::Month),
    ("每月", Per::Month),
    ("一个月", Per::Month),
    ("/month", Per::Month),
    ("/mo", Per::Month),
    ("/yr", Per::Year),
    ("per month", Per::Month),
    ("a month", Per::Month),
    ("monthly", Per::Month),
    ("/次", Per::Once),
    ("/期", Per::Once),
    ("每期", Per::Once),
    ("一期", Per::Once),
    ("/场", Per::Once),
    ("每场", Per::Once),
    ("/人", Per::Once),
    ("/cohort", Per::Once),
    ("per cohort", Per::Once),
    ("a cohort", Per::Once),
    ("once", Per::Once),
];

/// What a name says of how often it is paid.
const NAMED: [(&str, Per); 12] = [
    ("年卡", Per::Year),
    ("年费", Per::Year),
    ("annual", Per::Year),
    ("yearly", Per::Year),
    ("季卡", Per::Quarter),
    ("季费", Per::Quarter),
    ("季度", Per::Quarter),
    ("quarterly", Per::Quarter),
    ("月卡", Per::Month),
    ("月费", Per::Month),
    ("包月", Per::Month),
    ("monthly", Per::Month),
];

/// How often a product is paid, by its name: 季卡, `Annual pass`.
pub(super) fn named_period(title: &str) -> Option<Per> {
    let title = title.to_lowercase();
    NAMED.iter().find(|(word, _)| title.contains(word)).map(|(_, per)| *per)
}

/// The currency of a bare number; dollars, euros and pounds have to be told apart.
pub(super) const fn usual_currency(language: Language) -> Option<&'static str> {
    match language {
        Language::Zh => Some("CNY"),
        Language::En => None,
    }
}

/// The currency that is usual in a time zone, for an example.
pub(super) fn currency_of_zone(zone: &str) -> Option<&'static str> {
    const POUND: [&str; 6] =
        ["Europe/London", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man", "GB"];
    const EURO: [&str; 16] = [
        "Berlin",
        "Paris",
        "Madrid",
        "Rome",
        "Amsterdam",
        "Brussels",
        "Vienna",
        "Dublin",
        "Lisbon",
        "Helsinki",
        "Athens",
        "Luxembourg",
        "Tallinn",
        "Riga",
        "Vilnius",
        "Zagreb",
    ];
    const DOLLAR: [&str; 6] = ["New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit"];
    let city = zone.rsplit('/').next().unwrap_or(zone);
    match city {
        _ if POUND.contains(&zone) => Some("GBP"),
        _ if EURO.contains(&city) => Some("EUR"),
        _ if DOLLAR.contains(&city) => Some("USD"),
        "Kolkata" => Some("INR"),
        "Tokyo" => Some("JPY"),
        "Hong_Kong" => Some("HKD"),
        _ => None,
    }
}

/// An amount, and how often it is paid, if given; a bare number is in the usual currency.
pub(super) fn amount(text: &str, usual: Option<&str>) -> Result<(Money, Option<Per>), ValueError> {
    let folded = fold_width(text.trim());
    let mut periods = PERIODS.iter().filter_map(|(word, per)| {
        let rest = folded.strip_suffix(word).or_else(|| folded.strip_prefix(word))?;
        Some((rest.trim(), Some(*per)))
    });
    let (number, per) = periods.next().unwrap_or((folded.trim(), None));
    Ok((Money::read(number, usual)?, per))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts_without_currency_and_how_often_they_are_paid() {
        for (text, expected, period) in [
            ("199", "199 CNY", None),
            ("1,999.50", "1999.50 CNY", None),
            ("199元/年", "199 CNY", Some(Per::Year)),
            ("每月 20 元", "20 CNY", Some(Per::Month)),
            ("$20 a month", "20 USD", Some(Per::Month)),
            ("30 EUR", "30 EUR", None),
        ] {
            let read = amount(text, Some("CNY")).map(|(amount, per)| (amount.to_string(), per));
            assert_eq!(read, Ok((expected.to_owned(), period)), "{text}");
        }
        assert!(
            amount("199", None).is_err() && amount("", Some("CNY")).is_err() && amount("a lot", Some("CNY")).is_err()
        );
    }
}
