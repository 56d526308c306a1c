//! One term of the glossary.

use crate::language::{Language, Text};

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Term {
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

impl Term {
    /// The term with the other language's beside it: `裂变（referral）`, `referral (裂变)`; once where both are the same.
    pub fn title(&self, language: Language) -> String {
        match language {
            _ if self.word.zh == self.word.en => self.word.zh.to_owned(),
            Language::Zh => format!("{}（{}）", self.word.zh, self.word.en),
            Language::En => format!("{} ({})", self.word.en, self.word.zh),
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.id, self.word.zh, self.word.en].into_iter().chain(self.also.iter().copied())
    }
}

/// One row of a topic's table.
pub(super) const fn term(
    id: &'static str,
    (zh, en): (&'static str, &'static str),
    also: &'static [&'static str],
    keys: &'static [&'static str],
    meaning_zh: &'static str,
    meaning_en: &'static str,
) -> Term {
    Term { id, word: Text::new(zh, en), also, keys, meaning: Text::new(meaning_zh, meaning_en) }
}
