//! Ids of what is new: its title where that is written in Latin letters, else its kind and a number. An id is typed in
//! commands and never changes; one made of the code points of Chinese characters could be neither read nor typed.

use std::collections::HashSet;

use crate::value::Slug;

/// Ids of one kind, no two of them alike.
pub(super) struct Ids {
    kind: &'static str,
    taken: HashSet<String>,
}

impl Ids {
    /// No ids yet; `kind` is what one without a Latin title is called.
    pub(super) fn of(kind: &'static str) -> Self {
        Self { kind, taken: HashSet::new() }
    }

    /// Keeps an id from being given again.
    pub(super) fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// The id of something with this title.
    pub(super) fn give(&mut self, title: &str) -> String {
        let first = latin(title);
        let numbered = |n: usize| format!("{}-{n}", first.as_deref().unwrap_or(self.kind));
        let mut candidates = first.clone().into_iter().chain((if first.is_some() { 2 } else { 1 }..).map(numbered));
        let id = candidates.find(|id| !self.taken.contains(id)).unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }
}

/// The id that a title in Latin letters gives.
pub(super) fn latin(title: &str) -> Option<String> {
    let is_latin = title.chars().all(|c| c.is_ascii() || !c.is_alphanumeric());
    (is_latin && title.contains(|c: char| c.is_ascii_alphanumeric()))
        .then(|| Slug::from_text(title).as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_can_be_read_and_are_not_given_twice() {
        let mut ids = Ids::of("activity");
        ids.take("activity-2");
        let titles = ["Office hours", "答疑夜", "AMA 问答", "office hours!", "🎉"];
        assert_eq!(
            titles.map(|title| ids.give(title)),
            ["office-hours", "activity-1", "activity-3", "office-hours-2", "activity-4"]
        );
    }
}
