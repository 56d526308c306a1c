//! Figures in the texts of goals: whether there is one, and which percentage it is.

use crate::value::fold_width;

/// Words that compare a percentage with an earlier figure, so that it may be any number.
const GROWTH: &[&str] = &[
    "增长",
    "提升",
    "提高",
    "增加",
    "上涨",
    "去年",
    "上月",
    "上季",
    "同比",
    "环比",
    "growth",
    "increase",
    "more than last",
    "up by",
    "of last",
];

/// Whether a text holds a number, in digits or in Chinese.
pub(super) fn has_number(text: &str) -> bool {
    let folded = fold_width(text);
    folded.chars().any(|c| c.is_ascii_digit() || "一二两三四五六七八九十百千万半倍".contains(c))
        || ["half", "double", "twice", "all"]
            .iter()
            .any(|word| folded.to_lowercase().split_whitespace().any(|w| w == *word))
}

/// The percentage of a text that holds exactly one.
pub(super) fn percent(text: &str) -> Option<f64> {
    let folded = fold_width(text);
    let mut parts = folded.split('%');
    let before = parts.next()?.trim_end();
    if parts.count() != 1 {
        return None;
    }
    let start = before
        .rfind(|c: char| !(c.is_ascii_digit() || c == '.'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    before[start..].parse().ok()
}

/// Whether a percentage is compared with an earlier figure.
pub(super) fn is_growth(text: &str) -> bool {
    let lower = text.to_lowercase();
    GROWTH.iter().any(|word| lower.contains(word)) || lower.trim_start().starts_with('+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_percentages_out_of_texts() {
        for (text, wanted) in [
            ("60%", Some(60.0)),
            ("≥ 2.5 %", Some(2.5)),
            ("续费率 ６０％", Some(60.0)),
            ("at least 40% of them", Some(40.0)),
        ] {
            assert_eq!(percent(text), wanted, "{text}");
        }
        for text in ["", "60", "%", "10%–20%", "三成"] {
            assert_eq!(percent(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_digits_or_words() {
        for text in ["60%", "６００", "三成", "过半", "double it"] {
            assert!(has_number(text), "{text}");
        }
        for text in ["", "尽量多", "as much as possible"] {
            assert!(!has_number(text), "{text}");
        }
        assert!(is_growth("比去年 120%") && is_growth("+120%") && !is_growth("120%"));
    }
}
