//! The words of community operation in both languages: what each means, and where a plan holds it.
//!
//! Tables in Rust, a file a topic: nothing is parsed, and a word without one of the languages does not compile. May not:
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

/// One word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Its stable name.
    pub id: &'static str,
    /// The word shown.
    pub word: Text,
    /// Other names under which it is found, old ones too.
    pub also: &'static [&'static str],
    /// The tables or keys of a plan that hold it; none for words that only help to think.
    pub keys: &'static [&'static str],
    /// What it is and how one uses it, in two to four sentences.
    pub meaning: Text,
}

impl Entry {
    /// The word with the other language's beside it: `裂变（referral）`, `referral (裂变)`; once where both are the same.
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

/// All words, topic by topic.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    TOPICS.iter().copied().flatten()
}

fn folded(word: &str) -> String {
    crate::value::fold_width(word).trim().to_lowercase()
}

/// The word of this name: any of its names in either language, case and width ignored.
pub fn find(word: &str) -> Option<&'static Entry> {
    let word = folded(word);
    all().find(|entry| entry.names().any(|name| folded(name) == word))
}

/// How alike two words must be to be offered, of 1.
const ALIKE: f64 = 0.6;
/// How many are offered at most.
const OFFERED: usize = 5;

/// Words that may be meant, the likeliest first, five at most; none where nothing is near.
pub fn nearest(word: &str) -> Vec<&'static Entry> {
    let word = folded(word);
    if word.is_empty() || word.chars().count() > 100 {
        return Vec::new();
    }
    let score = |name: &str| {
        let name = folded(name);
        // Chinese words are short: one that contains the other is nearer than any count of edits says.
        let within = name.contains(&word) || name.chars().count() > 1 && word.contains(&name);
        let alike = strsim::normalized_damerau_levenshtein(&name, &word);
        if within { alike.max(ALIKE) + 0.2 } else { alike }
    };
    let best = |entry: &Entry| entry.names().map(score).fold(0.0, f64::max);
    let mut found: Vec<_> = all().map(|entry| (best(entry), entry)).filter(|(score, _)| *score >= ALIKE).collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().take(OFFERED).map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests;
