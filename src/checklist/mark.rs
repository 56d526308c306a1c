//! The marks in generated Markdown, by which a list is read back.

use super::fingerprint::fingerprint;
use crate::value::Day;

/// The start of every mark.
pub const MARK: &str = "<!-- qun:";

/// An id for a mark: visible characters, none of which could end the comment. Applying it twice changes nothing more.
pub fn mark_id(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let stays = |c: &char| c.is_alphanumeric() || (c.is_ascii_punctuation() && !matches!(c, '<' | '>'));
    for c in id.chars().filter(stays) {
        if c == '-' && out.ends_with('-') {
            out.push('\u{200b}');
        }
        out.push(c);
    }
    out
}

/// What the head of a list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListHead {
    /// Which list it is.
    pub name: String,
    /// For which day, week, month or date of an activity.
    pub of: Option<Day>,
    /// Whose it is.
    pub community: Option<String>,
    /// The fingerprint of the title that was written.
    pub title: Option<String>,
}

impl ListHead {
    /// What a mark says: `weekly 2026-12-07 @book-club 1a2b3c4d`, of which only the name is always there.
    pub(super) fn of_mark(content: &str) -> Option<Self> {
        let mut parts = content.split_whitespace();
        let mut head = Self { name: parts.next()?.to_owned(), of: None, community: None, title: None };
        for part in parts {
            if let Some(community) = part.strip_prefix('@') {
                head.community = Some(community.to_owned());
            } else if let Ok(day) = part.parse() {
                head.of = Some(day);
            } else {
                head.title = Some(part.to_owned()).filter(|part| is_fingerprint(part));
            }
        }
        Some(head)
    }
}

/// The head of a Markdown text that was made by the generator.
pub fn head(markdown: &str) -> Option<ListHead> {
    markdown.lines().find_map(|line| ListHead::of_mark(mark(line, "checklist")?.1))
}

/// The text before a mark such as `<!-- qun:item plan/x -->`, its content, and the text after it.
pub(super) fn mark<'l>(text: &'l str, kind: &str) -> Option<(&'l str, &'l str, &'l str)> {
    text.match_indices(MARK).find_map(|(at, _)| {
        let rest = text[at + MARK.len()..].strip_prefix(kind)?.strip_prefix(char::is_whitespace)?;
        let (id, after) = rest.split_once("-->")?;
        let id = id.trim();
        // what was torn apart and closed by another mark is none
        let is_whole = kind == "checklist" || id.split_whitespace().nth(2).is_none();
        (!mark_id(id).is_empty() && !id.contains("--") && is_whole).then(|| (text[..at].trim_end(), id, after.trim()))
    })
}

/// Whether a line below an item is what the plan says to it, as it was written: one that people changed is a note.
pub(super) fn is_detail(line: &str) -> bool {
    mark(line, "detail").is_some_and(|(words, written, after)| after.is_empty() && fingerprint(words.trim()) == written)
}

/// An id and the fingerprint behind it.
pub(super) fn id_and_fingerprint(content: &str) -> (String, Option<&str>) {
    match content.rsplit_once(char::is_whitespace).filter(|(_, tail)| is_fingerprint(tail)) {
        Some((id, written)) => (mark_id(id), Some(written)),
        None => (mark_id(content), None),
    }
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_names_the_list_and_its_day() {
        let of = |text: &str| head(text).map(|head| (head.name, head.of.map(|day| day.to_string())));
        assert_eq!(of("# x\n<!-- qun:checklist launch -->\n"), Some(("launch".to_owned(), None)));
        let weekly = Some(("weekly".to_owned(), Some("2026-12-07".to_owned())));
        assert_eq!(of("# x\r\n<!-- qun:checklist weekly 2026-12-07 -->\r\n"), weekly);
        assert_eq!(of("# mine\n- [ ] x\n"), None);
        let whole =
            head("---\ntags: a\n---\n# x\n\n<!-- qun:checklist talk 2026-12-07 @club 0a1b2c3d -->").expect("a head");
        assert_eq!([whole.community.as_deref(), whole.title.as_deref()], [Some("club"), Some("0a1b2c3d")]);
    }

    #[test]
    fn an_id_cannot_end_its_comment() {
        assert_eq!(mark_id("a---b> <!"), "a-\u{200b}-\u{200b}-b!");
        assert_eq!(mark_id(&mark_id("a---b")), mark_id("a---b"));
    }
}
