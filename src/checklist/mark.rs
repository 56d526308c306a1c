//! The marks in generated Markdown, by which a list is read back.

use super::fingerprint::fingerprint;
use super::list::{ChecklistItem, EditedText};
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
    /// For which day, week or month.
    pub of: Option<Day>,
}

/// The head of a Markdown text that was made by the generator.
pub fn head(markdown: &str) -> Option<ListHead> {
    let mut heads = markdown.lines().take(20).filter_map(|line| mark(line, "checklist"));
    let (_, head, _) = heads.next()?;
    let (name, of) = match head.rsplit_once(' ').map(|(name, day)| (name, day.parse())) {
        Some((name, Ok(day))) => (name, Some(day)),
        _ => (head, None),
    };
    Some(ListHead { name: name.to_owned(), of })
}

/// The text before a mark such as `<!-- qun:item plan/x -->`, its content, and the text after it.
pub(super) fn mark<'l>(line: &'l str, kind: &str) -> Option<(&'l str, &'l str, &'l str)> {
    let (before, rest) = line.rsplit_once(MARK)?;
    let (id, after) = rest.strip_prefix(kind)?.strip_prefix(' ')?.split_once("-->")?;
    let id = id.trim();
    (!mark_id(id).is_empty()).then(|| (before.trim_end(), id, after.trim()))
}

/// The item of a line: its box, its words, its id.
pub(super) fn item(line: &str) -> Option<ChecklistItem> {
    let (before, id, after) = mark(line, "item")?;
    let (done, words) = ticked(before);
    let is_fingerprint = |tail: &&str| tail.len() == 8 && tail.bytes().all(|b| b.is_ascii_hexdigit());
    let (id, written) = match id.rsplit_once(' ').filter(|(_, tail)| is_fingerprint(tail)) {
        Some((id, written)) => (id, written.to_owned()),
        None => (id, fingerprint(words)),
    };
    let edited = EditedText { words: words.to_owned(), written };
    // text after the mark is a note too
    let notes = if after.is_empty() { Vec::new() } else { vec![format!("  {after}")] };
    Some(ChecklistItem {
        id: mark_id(id),
        text: words.to_owned(),
        done,
        notes,
        edited: Some(edited),
        ..ChecklistItem::default()
    })
}

/// Whether a line is ticked, in any way people tick, and the text after the box.
fn ticked(line: &str) -> (bool, &str) {
    boxed(line).unwrap_or_else(|| (false, unbulleted(line).trim()))
}

/// The same for a line with a box; none for any other.
pub(super) fn boxed(line: &str) -> Option<(bool, &str)> {
    let line = unbulleted(line);
    let boxed = line.strip_prefix(['[', '［']).and_then(|rest| rest.split_once([']', '］']));
    if let Some((tick, words)) = boxed.filter(|(tick, _)| tick.chars().count() <= 3) {
        return Some((!tick.trim().is_empty(), words.trim()));
    }
    let done = line.strip_prefix(['☑', '✅', '✔', '✓', '√', '☒']);
    let done = done.map(|words| (true, words.trim_start_matches('\u{fe0f}').trim()));
    done.or_else(|| line.strip_prefix(['☐', '⬜', '□']).map(|words| (false, words.trim())))
}

fn unbulleted(line: &str) -> &str {
    let line = line.trim_start();
    line.strip_prefix(['-', '*', '+']).unwrap_or(line).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_read_as_people_write_them() {
        for done in [
            "- [x] a",
            "* [X] a",
            "+ [x] a",
            "-[x] a",
            "- [x ] a",
            "- [ x] a",
            "- [√] a",
            "- [✓] a",
            "- [v]a",
            "- ［x］ a",
            "☑ a",
            "- ✅ a",
            "✔\u{fe0f} a",
        ] {
            assert_eq!(ticked(done), (true, "a"), "{done}");
        }
        for open in ["- [ ] a", "* [] a", "-[ ] a", "☐ a", "□ a", "- a", "a", "- ［　］ a"] {
            assert_eq!(ticked(open), (false, "a"), "{open}");
        }
        assert_eq!(ticked("- [x] [看这里](x) a"), (true, "[看这里](x) a"));
        assert_eq!(ticked("- [see here](x)"), (false, "[see here](x)"), "a link is no box");
    }

    #[test]
    fn a_head_names_the_list_and_its_day() {
        let of = |text: &str| head(text).map(|head| (head.name, head.of.map(|day| day.to_string())));
        assert_eq!(of("# x\n<!-- qun:checklist launch -->\n"), Some(("launch".to_owned(), None)));
        let weekly = Some(("weekly".to_owned(), Some("2026-12-07".to_owned())));
        assert_eq!(of("# x\r\n<!-- qun:checklist weekly 2026-12-07 -->\r\n"), weekly);
        assert_eq!(of("# mine\n- [ ] x\n"), None);
    }

    #[test]
    fn an_id_cannot_end_its_comment() {
        assert_eq!(mark_id("a---b> <!"), "a-\u{200b}-\u{200b}-b!");
        assert_eq!(mark_id(&mark_id("a---b")), mark_id("a---b"));
    }
}
