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

/// The most characters of an id: it is typed.
const LONGEST: usize = 40;

/// The id that a title in Latin letters gives, of what stands before a description: `Kestrel, the stream processor`.
pub(super) fn latin(title: &str) -> Option<String> {
    let is_latin = title.chars().all(|c| c.is_ascii() || !c.is_alphanumeric());
    let has_letter = |text: &&str| text.contains(|c: char| c.is_ascii_alphanumeric());
    if !is_latin || !has_letter(&title) {
        return None;
    }
    let name = title.split([',', ':', ';', '(', '|', '–', '—']).next().filter(has_letter).unwrap_or(title);
    let id = Slug::from_text(name);
    let id = id.as_str();
    let end = if id.len() > LONGEST { id[..=LONGEST].rfind('-').unwrap_or(LONGEST) } else { id.len() };
    Some(id[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_enough_to_be_typed() {
        for (title, id) in [
            ("Kestrel Devs, the community around Kestrel, an open-source stream processor", "kestrel-devs"),
            ("Ana's group: reading", "ana-s-group"),
            ("a very long name that goes on and on until nobody can type it", "a-very-long-name-that-goes-on-and-on"),
            (", nothing before", "nothing-before"),
        ] {
            assert_eq!(latin(title).as_deref(), Some(id), "{title}");
        }
        assert_eq!(latin("晨光，a club"), None);
    }

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
