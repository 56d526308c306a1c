//! Words for roles as people write them beside a name: `moderators`, 群主兼管理员, `our host`.

use super::role_table::{deed, in_turns, known, shared_deed};
use crate::plan::people::RoleKind;
use crate::value::{Cursor, count_en, number_zh};

/// A role as it was written, and what is meant where that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleWord {
    /// As it was written.
    pub written: String,
    /// What of it is looked after, where that was said: 1群 of 1群班长, `group 2` of `leader of group 2`.
    pub part: Option<String>,
    /// The id that plans usually give it.
    pub id: Option<&'static str>,
    /// The kind of people it is.
    pub kind: Option<RoleKind>,
}

impl RoleWord {
    /// A role that is called so and is no usual one.
    pub(super) fn unusual(written: &str) -> Self {
        Self { written: uncounted(written).to_owned(), part: None, id: None, kind: None }
    }

    /// Roles of which some are unusual: 财务和续费; one where none of them is known.
    pub(super) fn several(text: &str) -> Vec<Self> {
        let parts: Vec<&str> = parts(text).map(|part| unlinked_start(part.trim())).collect();
        match parts.iter().any(|part| role_word(part).is_some()) {
            true => parts.into_iter().map(|part| role_word(part).unwrap_or_else(|| Self::unusual(part))).collect(),
            false => vec![Self::unusual(text)],
        }
    }

    /// The role, and what of it is looked after.
    pub fn whole(&self) -> String {
        match &self.part {
            Some(part) if part.is_ascii() => format!("{} ({part})", self.written),
            Some(part) => format!("{}（{part}）", self.written),
            None => self.written.clone(),
        }
    }
}

/// Words between a name and a role that say nothing.
const LINKS: &[&str] = &["is", "as", "a", "an", "the", "our", "是", "担任", "负责", "当", "做"];

/// The roles that a text names; none if there is anything else in it.
pub(super) fn role_words(text: &str) -> Option<Vec<RoleWord>> {
    parts(text).map(|part| role_word(unlinked_start(part.trim()))).collect()
}

/// The roles that several people hold in turns, none of them where only that is said: 轮流带读, `lead in turns`.
pub(super) fn turn_roles(text: &str) -> Option<Vec<RoleWord>> {
    let done = in_turns(text)?;
    let title = shared_deed(&done.to_lowercase());
    if done.is_empty() { Some(Vec::new()) } else { role_words(title.unwrap_or(done)) }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['兼', '和', '与']).flat_map(|part| part.split(" and "))
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

/// A role without how many hold it: 三个带读人, `three readers`.
fn uncounted(text: &str) -> &str {
    let mut s = Cursor::new(text);
    let is_counted = match number_zh(&mut s) {
        Some(_) => s.eat_any(&["个", "位", "名"]),
        None => count_en(&mut s).is_some() && s.eat(" "),
    };
    let rest = s.rest().trim_start();
    if is_counted && rest.starts_with(char::is_alphabetic) { rest } else { text }
}

fn role_word(text: &str) -> Option<RoleWord> {
    let lower = text.to_lowercase();
    let ends = ["s", "们", "人"];
    let title = deed(&lower);
    let written = title.unwrap_or(text);
    let found = known(title.unwrap_or(&lower)).or_else(|| ends.iter().find_map(|end| known(lower.strip_suffix(end)?)));
    if let Some((id, kind)) = found {
        return Some(RoleWord { written: written.to_owned(), part: None, id: Some(id), kind });
    }
    let (part, role) = with_part(text)?;
    let role = role_word(role)?;
    // who leads a part manages it
    let kind = role.kind.or((role.id == Some("leader")).then_some(RoleKind::Manager));
    Some(RoleWord { part: Some(part.to_owned()), kind, ..role })
}

/// What is looked after, and the role of who does: 1群班长, `leader of group 2`, `group 2 host`, `#help moderator`.
fn with_part(text: &str) -> Option<(&str, &str)> {
    if let Some((role, part)) = text.split_once(" of ") {
        let is_part = part.contains(char::is_alphanumeric) && part.chars().count() <= LONGEST_PART;
        return is_part.then_some((part.trim(), role.trim()));
    }
    if text.starts_with(|c: char| c.is_ascii_digit() || NUMBERS_ZH.contains(&c)) {
        // 1群班长 is no 1群班
        let ends = text.char_indices().filter(|(_, c)| PARTS_ZH.contains(c)).map(|(at, c)| at + c.len_utf8());
        let is_word = |at: &usize| !text[..*at].contains(char::is_whitespace);
        let at = ends.into_iter().filter(is_word).find(|at| known(text[*at..].trim().trim_end_matches('们')).is_some());
        if let Some(at) = at {
            return Some((&text[..at], text[at..].trim()));
        }
    }
    let (part, role) = text.rsplit_once(' ')?;
    let is_channel = part.starts_with('#') && !part.contains(' ');
    let lower = part.to_lowercase();
    let is_numbered = PARTS.iter().find_map(|word| lower.strip_prefix(word)).is_some_and(is_number);
    (is_channel || is_numbered).then_some((part, role))
}

/// Whether a number counts no hours: it is behind a word for a part of a community.
pub(super) fn is_part_word(word: &str) -> bool {
    PARTS.contains(&word.to_lowercase().as_str())
}

fn is_number(text: &str) -> bool {
    let digits = text.trim();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// No part of a community has a longer name, in characters.
const LONGEST_PART: usize = 30;
/// What parts of a community are called.
const PARTS: [&str; 13] = [
    "groups", "group", "team", "chapter", "class", "circle", "table", "room", "channel", "cohort", "level", "section",
    "no.",
];
const PARTS_ZH: [char; 8] = ['群', '组', '班', '队', '营', '站', '区', '期'];
/// What the name of a numbered part begins with.
const NUMBERS_ZH: [char; 16] =
    ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '第', '总', '大', '新', '主', '全'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_hold_a_role_is_no_part_of_what_it_is_called() {
        for (text, role) in
            [("三个带读人", "带读人"), ("两位主持", "主持"), ("three hosts", "hosts"), ("一号主持", "一号主持")]
        {
            let found = RoleWord::several(text);
            assert_eq!(found.iter().map(|role| role.written.as_str()).collect::<Vec<_>>(), [role], "{text}");
        }
    }
}
