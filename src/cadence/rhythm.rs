//! How often, as a text states it that is no phrase of `when`: 每季一次, `a survey every six months`.

use super::stated::{Rate, Stated};
use crate::value::{Folded, Length};

/// Half a year, in either language.
const HALF_YEARLY: [&str; 8] =
    ["每半年", "半年一次", "一年两次", "每年两次", "half-yearly", "every half year", "twice a year", "biannual"];
/// A year, in either language.
const YEARLY: [&str; 9] =
    ["每年", "一年一次", "年度", "每一年", "yearly", "annual", "every year", "each year", "once a year"];
/// A week, in either language.
const WEEKLY: [&str; 7] = ["每周", "每星期", "每个星期", "一周一次", "weekly", "every week", "once a week"];

/// How often a text says that something happens: weeks, months or years; none where it says nothing, or daily.
pub(crate) fn rhythm(text: &str) -> Option<Length> {
    let folded = Folded::new(text);
    let text = folded.text();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&HALF_YEARLY) {
        return Some(Length::Months(6));
    }
    match Stated::of(text).rate {
        Some(Rate::Weeks(weeks)) => Some(Length::Days(i32::from(weeks) * 7)),
        Some(Rate::Months(months)) => Some(Length::Months(i32::from(months))),
        Some(Rate::Days(_) | Rate::Hours) => None,
        None if has(&YEARLY) => Some(Length::Months(12)),
        None if has(&WEEKLY) => Some(Length::Days(7)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_how_often_in_both_languages() {
        for (text, expected) in [
            ("每月问卷", Some(Length::Months(1))),
            ("每季看积分与续费的关系", Some(Length::Months(3))),
            ("领读一次 10 分，书评 5 分，每季清零", Some(Length::Months(3))),
            ("每半年清理未发言者", Some(Length::Months(6))),
            ("每年一次", Some(Length::Months(12))),
            ("每周一位", Some(Length::Days(7))),
            ("每两周晒一次", Some(Length::Days(14))),
            ("Published every month", Some(Length::Months(1))),
            ("A survey every six months", Some(Length::Months(6))),
            ("quarterly", Some(Length::Months(3))),
            ("Once a year, in spring", Some(Length::Months(12))),
            ("weekly, in the group", Some(Length::Days(7))),
            ("每天看一眼", None),
            ("every day", None),
            ("一年读完 24 本书", None),
            ("生日", None),
            ("", None),
        ] {
            assert_eq!(rhythm(text), expected, "{text}");
        }
    }
}
