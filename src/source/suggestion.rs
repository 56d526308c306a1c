//! What was probably meant by a word that is not known.

use crate::language::{Language, Text};

/// What to offer instead of a word that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// Words that were probably meant, the most similar first.
    Near(Vec<String>),
    /// No word is similar: all that are known.
    All(Vec<String>),
}

/// How many similar words are offered at most.
const OFFERED: usize = 3;

impl Suggestion {
    /// Nothing to offer.
    pub const NONE: Self = Self::Near(Vec::new());

    /// The most similar of the known words, else all of them. Where two are equally similar the first one leads, so
    /// titles go before ids.
    pub fn new<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let mut near = nearest(word, known.iter().copied());
        if near.is_empty() {
            near = known.iter().copied().filter(|known| contains_chinese_word(word, known)).collect();
        }
        let mut offered: Vec<String> = Vec::new();
        for word in near {
            if offered.len() < OFFERED && !offered.iter().any(|other| other == word) {
                offered.push(word.to_owned());
            }
        }
        match offered.is_empty() {
            true => Self::All(known.into_iter().map(str::to_owned).collect()),
            false => Self::Near(offered),
        }
    }

    /// The same for things that may have a title and an id: either may have been meant, and titles are listed before
    /// ids.
    pub fn of_named<'w>(word: &str, named: impl IntoIterator<Item = (Option<&'w str>, Option<&'w str>)>) -> Self {
        let named: Vec<(Option<&str>, Option<&str>)> = named.into_iter().collect();
        let titles = named.iter().filter_map(|(title, _)| *title);
        match Self::new(word, titles.chain(named.iter().filter_map(|(_, id)| *id))) {
            Self::All(_) => {
                Self::All(named.iter().filter_map(|(title, id)| title.or(*id)).map(str::to_owned).collect())
            }
            near @ Self::Near(_) => near,
        }
    }

    /// The offer in one language; none where nothing is known.
    pub fn message(&self, language: Language) -> Option<String> {
        let (text, words) = match self {
            Self::Near(words) => (Text::new("是不是：{words}", "did you mean: {words}"), words),
            Self::All(words) => (Text::new("可以是：{words}", "choose from: {words}"), words),
        };
        let words = words.join(Text::new("、", ", ").get(language));
        (!words.is_empty()).then(|| text.fill(language, |_| Some(words.clone())))
    }
}

/// Whether a Chinese name has the word in it: two characters say enough there.
fn contains_chinese_word(word: &str, known: &str) -> bool {
    let word = word.trim();
    !word.is_ascii() && word.chars().count() > 1 && known.contains(word)
}

/// The most similar of some words, when one is similar enough to be meant.
pub fn closest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    nearest(word, words).into_iter().next()
}

/// The words similar enough to be meant, the most similar first.
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut near: Vec<&str> = words.filter(|known| is_near(word, known)).collect();
    near.sort_by_cached_key(|known| strsim::damerau_levenshtein(&word.to_lowercase(), &known.to_lowercase()));
    near
}

/// Whether one word may be meant by the other: one typo in three letters, or one begins with the other.
fn is_near(word: &str, known: &str) -> bool {
    let (a, b) = (word.to_lowercase().replace('_', "-"), known.to_lowercase().replace('_', "-"));
    let shorter = a.chars().count().min(b.chars().count());
    strsim::damerau_levenshtein(&a, &b) <= (shorter / 3).max(1)
        || (shorter >= 3 && (a.starts_with(&b) || b.starts_with(&a)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_the_most_similar_words_or_all() {
        let known = ["线下共读", "共读打卡", "Book table", "salon"];
        let near = |word: &str| Suggestion::new(word, known).message(Language::En);
        assert_eq!(near("saloon").as_deref(), Some("did you mean: salon"));
        assert_eq!(near("共读").as_deref(), Some("did you mean: 线下共读, 共读打卡"));
        assert_eq!(near("book tabel").as_deref(), Some("did you mean: Book table"));
        let all = Suggestion::new("xyz", known);
        assert_eq!(all.message(Language::Zh).as_deref(), Some("可以是：线下共读、共读打卡、Book table、salon"));
        let named = [(Some("Book table"), Some("salon")), (None, Some("walk"))];
        let near = |word: &str| Suggestion::of_named(word, named).message(Language::En);
        assert_eq!(near("saloon").as_deref(), Some("did you mean: salon"));
        assert_eq!(near("xyz").as_deref(), Some("choose from: Book table, walk"));
        assert_eq!(Suggestion::new("x", []).message(Language::En), None);
    }
}
