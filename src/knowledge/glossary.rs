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
mod term;
mod time;

pub use term::Term;

static TOPICS: [&[Term]; 9] = [
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
pub fn all() -> impl Iterator<Item = &'static Term> {
    TOPICS.iter().copied().flatten()
}

fn folded(word: &str) -> String {
    crate::value::fold_width(word).trim().to_lowercase()
}

/// The term with this name: any of its names in either language, ignoring case and width.
pub fn find(word: &str) -> Option<&'static Term> {
    let word = folded(word);
    all().find(|term| term.names().any(|name| folded(name) == word))
}

/// How similar two words must be to be suggested, from 0 to 1.
const MIN_SIMILARITY: f64 = 0.6;
/// How many terms are suggested at most.
const MAX_SUGGESTED: usize = 5;

/// The terms that may be meant, the likeliest first, five at most; empty if nothing is close.
pub fn nearest(word: &str) -> Vec<&'static Term> {
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
    let best = |term: &Term| term.names().map(score).fold(0.0, f64::max);
    let mut found: Vec<_> =
        all().map(|term| (best(term), term)).filter(|(score, _)| *score >= MIN_SIMILARITY).collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().take(MAX_SUGGESTED).map(|(_, term)| term).collect()
}

#[cfg(test)]
mod tests;
