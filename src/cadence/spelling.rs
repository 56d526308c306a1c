//! English words that are often mistyped, and the word that was meant.

use crate::value::Weekday;
use crate::value::lexicon::{month_names, weekday_names};

/// Words of repetition.
const REPETITIONS: &[&str] = &[
    "every",
    "each",
    "other",
    "daily",
    "weekly",
    "biweekly",
    "bimonthly",
    "monthly",
    "quarterly",
    "yearly",
    "workdays",
    "weekday",
    "weekend",
    "month",
    "months",
    "quarter",
    "week",
    "weeks",
    "days",
    "first",
    "second",
    "third",
    "fourth",
    "last",
];

/// Words that lead to something else.
const RELATIONS: &[&str] = &["before", "after", "lunar"];

/// Words in the names of days.
const FESTIVALS: &[&str] =
    &["christmas", "halloween", "thanksgiving", "festival", "spring", "winter", "summer", "autumn", "solstice", "even"];

/// English words that are often mistyped; of two that are as near, the first is meant.
fn words() -> impl Iterator<Item = &'static str> {
    let listed = |words: &'static [&'static str]| words.iter().copied();
    listed(REPETITIONS).chain(weekday_names()).chain(listed(RELATIONS)).chain(month_names()).chain(listed(FESTIVALS))
}

/// Whether it is such a word, spelt rightly.
pub(super) fn is_known(word: &str) -> bool {
    words().any(|known| known == word)
}

/// The usual word that was meant by a mistyped one.
pub(super) fn meant(word: &str) -> Option<&'static str> {
    let word = word.trim();
    if word.len() > 16 {
        return None;
    }
    let far = |known: &&str| strsim::damerau_levenshtein(word, known);
    let nearest = words().min_by_key(far)?;
    match far(&nearest) {
        0 => None,
        distance if distance <= nearest.len() / 3 => Some(nearest),
        // cut short: Wedn
        _ if word.len() > 3 => words().find(|known| known.starts_with(word)),
        _ => None,
    }
}

/// Whether a mistyped word looks like a weekday.
pub(super) fn is_like_weekday(word: &str) -> bool {
    meant(word).is_some_and(|known| {
        known.ends_with("day")
            && Weekday::ALL.iter().any(|weekday| known.starts_with(&weekday.short().en.to_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_word_meant_by_a_typo() {
        for (word, known) in
            [("evry", Some("every")), ("eah", Some("each")), ("wedn", Some("wednesday")), ("Wed", None), ("mon", None)]
        {
            assert_eq!(meant(&word.to_lowercase()), known, "{word}");
        }
        // as near to "summer"
        assert_eq!(meant("sunmey"), Some("sunday"));
        for word in ["every", "friday", "of", "", "incomprehensibilities"] {
            assert_eq!(meant(word), None, "{word}");
        }
        for (word, is_weekday) in [("mondy", true), ("mnoth", false), ("wekday", false), ("holiday", false)] {
            assert_eq!(is_like_weekday(word), is_weekday, "{word}");
        }
    }
}
