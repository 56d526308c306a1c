//! What people type loosely: names joined in several ways, hours and amounts in words. What a plan itself would take
//! is not changed here.

use crate::cadence::Cadence;
use crate::plan::money::Per;
use crate::value::{Day, Money, QuietHours, ValueError, fold_width};

/// What stands between names, without a doubt.
const BETWEEN: [char; 9] = ['、', '，', ',', ';', '；', '/', '&', '＆', '\n'];

/// The ways to say how often a price is paid, behind it or before it.
const PERIODS: [(&str, Per); 16] = [
    ("/年", Per::Year),
    ("每年", Per::Year),
    ("一年", Per::Year),
    ("/year", Per::Year),
    ("per year", Per::Year),
    ("a year", Per::Year),
    ("yearly", Per::Year),
    ("/月", Per::Month),
    ("每月", Per::Month),
    ("一个月", Per::Month),
    ("/month", Per::Month),
    ("per month", Per::Month),
    ("a month", Per::Month),
    ("monthly", Per::Month),
    ("/次", Per::Once),
    ("once", Per::Once),
];

/// The names in a text: `Ana, Bo and Cy; Dee`, `小雨和阿明`, `小周 周舟`.
pub(super) fn names(text: &str) -> Vec<&str> {
    let parts = text.split(BETWEEN).flat_map(|part| part.split(" and "));
    let parts = parts.map(str::trim).map(|part| part.strip_prefix("and ").unwrap_or(part).trim());
    parts.filter(|part| !part.is_empty()).flat_map(chinese_names).collect()
}

/// Chinese names between which stands 和 or a space; a character by itself is part of a name, as in 周和平.
fn chinese_names(text: &str) -> Vec<&str> {
    let is_name =
        |part: &&str| part.chars().count() > 1 && part.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let parts: Vec<&str> = text.split(['和', ' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(is_name) { parts } else { vec![text] }
}

/// A whole number, with what is counted or a word of doubt beside it: `20`, `1,000`, `20人`, `about 20 people`.
pub(super) fn number(text: &str) -> Option<i64> {
    let folded = fold_width(text.trim()).to_lowercase();
    let doubts = ["大约", "约", "about ", "around ", "~"];
    let rest = doubts.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim();
    let counted = ["个人", "人", "位", "名", "个", "people", "members", "persons"];
    let rest = counted.iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest).trim();
    let is_grouped = rest.split(',').skip(1).all(|part| part.len() == 3);
    rest.replace(',', "").parse().ok().filter(|_| is_grouped)
}

/// Hours from one time of day to another: `22:30-07:30`, `22：30到8：00`, `11pm-7am`, `晚上10点到早上8点`.
pub(super) fn hours(text: &str) -> Option<QuietHours> {
    let text = text.trim().trim_start_matches('从');
    let span = ["每天 ", "daily "].iter().find_map(|daily| Cadence::parse(&format!("{daily}{text}")).ok()?.time)?;
    Some(QuietHours { from: span.start, to: span.end? })
}

/// An amount, and how often it is paid where that was said; a bare number is in the usual currency.
pub(super) fn amount(text: &str, usual: Option<&str>) -> Result<(Money, Option<Per>), ValueError> {
    let folded = fold_width(text.trim());
    let mut periods = PERIODS.iter().filter_map(|(word, per)| {
        let rest = folded.strip_suffix(word).or_else(|| folded.strip_prefix(word))?;
        Some((rest.trim(), Some(*per)))
    });
    let (number, per) = periods.next().unwrap_or((folded.trim(), None));
    let is_bare = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
    let amount = match usual.filter(|_| is_bare) {
        Some(currency) => format!("{number} {currency}").parse(),
        None => number.parse(),
    };
    Ok((amount?, per))
}

/// A day whose date is said in full, so that it does not depend on today.
pub(super) fn date(text: &str) -> Option<Day> {
    let [one, other] = [Day(0), Day(4000)].map(|today| Day::typed(text, today).ok());
    one.filter(|_| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_however_they_are_joined() {
        for (text, expected) in [
            ("Ana, Bo and Cy; Dee", vec!["Ana", "Bo", "Cy", "Dee"]),
            ("Ana, Bo, and Cy", vec!["Ana", "Bo", "Cy"]),
            ("Ana/Bo & Andy Sand", vec!["Ana", "Bo", "Andy Sand"]),
            ("小周 周舟", vec!["小周", "周舟"]),
            ("小雨和阿明，小林", vec!["小雨", "阿明", "小林"]),
            ("周和平、小和尚", vec!["周和平", "小和尚"]),
            ("阿 明", vec!["阿 明"]),
            ("老王 Wang", vec!["老王 Wang"]),
            (" , ;", vec![]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_may_say_what_is_counted() {
        for text in ["1200", "1,200", "１２００", "1200人", "约 1200 个人", "about 1200 people", "~1200 members"]
        {
            assert_eq!(number(text), Some(1200), "{text}");
        }
        for wrong in ["", "人", "lots", "12,00", "20-30", "20 or 30", "1.5"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hours_are_read_in_words_of_both_languages() {
        for (text, expected) in [
            ("22:30-07:30", "22:30-07:30"),
            ("22：30到8：00", "22:30-08:00"),
            ("11pm-7am", "23:00-07:00"),
            ("11 pm to 7 am", "23:00-07:00"),
            ("晚上10点到早上8点", "22:00-08:00"),
            ("从23点到7点", "23:00-07:00"),
        ] {
            assert_eq!(hours(text).map(|hours| hours.to_string()).as_deref(), Some(expected), "{text}");
        }
        for wrong in ["", "late", "22:30", "半夜", "25:00-07:00"] {
            assert_eq!(hours(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn amounts_may_lack_their_currency_and_say_how_often() {
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

    #[test]
    fn only_a_date_with_its_year_is_the_same_on_every_day() {
        for full in ["2027-02-01", "2027.2.1", "２０２７年２月１号", "1 Feb 2027", "Feb 1, 2027"] {
            assert_eq!(date(full).map(|day| day.to_string()).as_deref(), Some("2027-02-01"), "{full}");
        }
        for open in ["2月1日", "1 Feb", "2-29", "next Monday", "下周一", "soon"] {
            assert_eq!(date(open), None, "{open}");
        }
    }
}
