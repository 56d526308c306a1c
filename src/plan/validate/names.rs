//! References that nothing in the plan answers, and texts still to be written.

use crate::finding::{Edit, Finding, FindingList, KeyPath, PLACEHOLDER, Trail, UNKNOWN_REFERENCE};
use crate::language::Text;
use crate::library::Library;
use crate::plan::people::RoleKind;
use crate::plan::{Index, Plan};
use crate::source::{Visit, closest};

/// Looks at every reference and text.
pub(super) struct NameCheck<'a> {
    pub(super) index: &'a Index,
    pub(super) library: &'a Library,
    pub(super) plan: &'a Plan,
    pub(super) findings: &'a mut FindingList,
    pub(super) similar: &'a mut SimilarNames,
}

/// Pairs of names that are compared in one file: enough for every typo, few enough that a file of nothing else is read
/// quickly.
const PAIRS: usize = 100_000;

/// Looks for the names that were meant, until enough have been compared.
pub(super) struct SimilarNames {
    left: usize,
}

impl Default for SimilarNames {
    fn default() -> Self {
        Self { left: PAIRS }
    }
}

impl SimilarNames {
    /// The known names and the most similar of them; none once enough have been compared.
    pub(super) fn most_similar<'k>(
        &mut self,
        name: &str,
        known: impl FnOnce() -> Vec<&'k str>,
    ) -> (Vec<&'k str>, Option<String>) {
        if self.left == 0 {
            return (Vec::new(), None);
        }
        let known = known();
        self.left = self.left.saturating_sub(known.len());
        let near = closest(name, known.iter().copied()).map(str::to_owned);
        (known, near)
    }
}

impl NameCheck<'_> {
    /// Names that are understood although nothing in the plan has them.
    fn is_understood(&self, at: &KeyPath, kind: &str, name: &str) -> bool {
        let in_steps = at.keys().any(|key| key == "steps");
        match kind {
            "sop" => self.library.has_sop(name),
            "holder" if in_steps => name == "@owner" || RoleKind::WORDS.contains(&name) && self.has_kind(name),
            "channel" if in_steps => name == "@channels",
            _ => false,
        }
    }

    fn has_kind(&self, word: &str) -> bool {
        self.plan.roles.iter().any(|role| role.kind.is_some_and(|kind| kind.word() == word))
    }
}

impl Visit for NameCheck<'_> {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        if is_placeholder(text) {
            let path = at.path();
            let key = path.to_string();
            self.findings.push(Finding::new(&PLACEHOLDER, path).with("key", key).with("value", text.trim()));
        }
    }

    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, want: Text, name: &str) {
        if self.index.find(kind, name).is_some() {
            return;
        }
        let path = at.path();
        if self.is_understood(&path, kind, name) {
            return;
        }
        let known = || if kind == "sop" { self.library.sop_names() } else { self.index.names(kind) };
        let (known, near) = self.similar.most_similar(name, known);
        let mut finding = Finding::new(&UNKNOWN_REFERENCE, path.clone()).with("value", name).with("want", want);
        if let Some(near) = near {
            let title = Text::new("换成最接近的名字", "use the nearest name");
            finding = finding.with("near", near.clone()).fix(title, vec![Edit::set(path, near)], false);
        }
        self.findings.push(finding.with("known", known));
    }
}

/// Placeholders for a text still to be written.
fn is_placeholder(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 20] = [
        "…", "...", "……", "tbd", "tbc", "todo", "待定", "待填", "待补充", "xxx", "xx", "???", "不知道", "不清楚", "没想好", "还没想好",
        "don't know", "not sure", "no idea", "dunno",
    ];
    let text = text.trim();
    let is_word = text.len() <= 12 && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
    let angles = |open: char, close: char| text.starts_with(open) && text.ends_with(close) && text.chars().count() > 2;
    is_word
        || text.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("todo:"))
        || (angles('<', '>') && !text.contains("><"))
        || angles('＜', '＞')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_known() {
        for text in ["…", "TODO", "待定", "<名字>", "xxx", " ... ", "TODO: write", "???"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["", "一年读完……", "a < b", "xx 大学", "todo list app"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
