//! The terms of community work in both languages: what each one means, and which keys of a plan it belongs to.
//!
//! Tables in Rust, one file per topic: nothing is parsed, and a term that lacks a language does not compile. Must not
//! know rules or commands.

mod community;
mod culture;
mod growth;
mod measure;
mod operation;
mod people;
mod positioning;
mod rules;
mod time;

use crate::language::{Language, Text};

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Entry {
    /// Its stable name.
    pub id: &'static str,
    /// The term shown.
    pub word: Text,
    /// Other names it is found under, including old ones.
    pub also: &'static [&'static str],
    /// The tables or keys of a plan that hold it; none for terms that only help you think.
    pub keys: &'static [&'static str],
    /// What it is and how to use it, in two to four sentences.
    pub meaning: Text,
}

impl Entry {
    /// The term with the other language's beside it: `裂变（referral）`, `referral (裂变)`; once where both are the same.
    pub fn title(&self, language: Language) -> String {
        match language {
            _ if self.word.zh == self.word.en => self.word.zh.to_owned(),
            Language::Zh => format!("{}（{}）", self.word.zh, self.word.en),
            Language::En => format!("{} ({})", self.word.en, self.word.zh),
        }
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.id, self.word.zh, self.word.en].into_iter().chain(self.also.iter().copied())
    }
}

/// One row of a topic's table.
const fn entry(
    id: &'static str,
    (zh, en): (&'static str, &'static str),
    also: &'static [&'static str],
    keys: &'static [&'static str],
    meaning_zh: &'static str,
    meaning_en: &'static str,
) -> Entry {
    Entry { id, word: Text::new(zh, en), also, keys, meaning: Text::new(meaning_zh, meaning_en) }
}

static TOPICS: [&[Entry]; 9] = [
    positioning::WORDS,
    community::WORDS,
    culture::WORDS,
    people::WORDS,
    rules::WORDS,
    operation::WORDS,
    growth::WORDS,
    measure::WORDS,
    time::WORDS,
];

/// All terms, topic by topic.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    TOPICS.iter().copied().flatten()
}

fn folded(word: &str) -> String {
    crate::value::fold_width(word).trim().to_lowercase()
}

/// The term with this name: any of its names in either language, ignoring case and width.
pub fn find(word: &str) -> Option<&'static Entry> {
    let word = folded(word);
    all().find(|entry| entry.names().any(|name| folded(name) == word))
}

/// How similar two words must be to be suggested, from 0 to 1.
const MIN_SIMILARITY: f64 = 0.6;
/// How many terms are suggested at most.
const MAX_SUGGESTED: usize = 5;

/// The terms that may be meant, the likeliest first, five at most; empty if nothing is close.
pub fn nearest(word: &str) -> Vec<&'static Entry> {
    let word = folded(word);
    if word.is_empty() || word.chars().count() > 100 {
        return Vec::new();
    }
    let score = |name: &str| {
        let name = folded(name);
        // Chinese words are short: if one contains the other, they are closer than any edit distance says.
        let within = name.contains(&word) || name.chars().count() > 1 && word.contains(&name);
        let alike = strsim::normalized_damerau_levenshtein(&name, &word);
        if within { alike.max(MIN_SIMILARITY) + 0.2 } else { alike }
    };
    let best = |entry: &Entry| entry.names().map(score).fold(0.0, f64::max);
    let mut found: Vec<_> =
        all().map(|entry| (best(entry), entry)).filter(|(score, _)| *score >= MIN_SIMILARITY).collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().take(MAX_SUGGESTED).map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests;
