//! Words for roles as people write them beside a name: `moderators`, 群主兼管理员, `our host`.

use crate::plan::labels::role_id;
use crate::plan::people::RoleKind;

/// A role as it was written, and what is meant where that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleWord {
    /// As it was written.
    pub written: String,
    /// The id that plans usually give it.
    pub id: Option<&'static str>,
    /// The kind of people it is.
    pub kind: Option<RoleKind>,
}

impl RoleWord {
    /// A role that is called so and is no usual one.
    pub(super) fn unusual(written: &str) -> Self {
        Self { written: written.to_owned(), id: None, kind: None }
    }
}

/// Words between a name and a role that say nothing.
const LINKS: &[&str] = &["is", "as", "a", "an", "the", "our", "是", "担任", "负责", "当", "做"];

/// The roles that a text names; none if there is anything else in it.
pub(super) fn role_words(text: &str) -> Option<Vec<RoleWord>> {
    let parts = text.split(['兼', '和', '与']).flat_map(|part| part.split(" and "));
    parts.map(|part| role_word(unlinked_start(part.trim()))).collect()
}

/// Whether a word for a role means several people.
pub(super) fn is_plural(word: &str) -> bool {
    known(&word.to_lowercase()).is_none()
}

fn unlinked_start(mut text: &str) -> &str {
    while let Some(rest) = LINKS.iter().find_map(|link| {
        let rest = text.strip_prefix(link)?;
        (!link.is_ascii() || rest.starts_with(' ')).then(|| rest.trim_start())
    }) {
        text = rest;
    }
    text
}

/// A text without the words at its end that lead to a role: `Dana is the`.
pub(super) fn unlinked_end(mut text: &str) -> &str {
    // 阿豪管财务
    let less = text.strip_suffix('管').filter(|less| less.chars().count() > 1);
    text = less.unwrap_or(text);
    while let Some(rest) = LINKS.iter().find_map(|link| {
        let rest = text.strip_suffix(link)?;
        (!link.is_ascii() || rest.ends_with(' ')).then(|| rest.trim_end())
    }) {
        text = rest;
    }
    text
}

fn role_word(text: &str) -> Option<RoleWord> {
    let lower = text.to_lowercase();
    let ends = ["s", "们", "人"];
    let (id, kind) = known(&lower).or_else(|| ends.iter().find_map(|end| known(lower.strip_suffix(end)?)))?;
    Some(RoleWord { written: text.to_owned(), id: Some(id), kind })
}

fn known(word: &str) -> Option<(&'static str, Option<RoleKind>)> {
    let mut kinds = RoleKind::ALL.iter().zip(RoleKind::CHOICES);
    let kind = kinds.find(|(_, choice)| {
        choice.word == word || choice.name.zh == word || choice.name.en == word || choice.also.contains(&word)
    });
    kind.map(|(kind, choice)| (choice.word, Some(*kind))).or_else(|| role_id(word).map(|id| (id, None)))
}
