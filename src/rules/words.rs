//! Looking for words in the texts of a plan: where they stand, clause by clause, with what is denied left alone.
//!
//! May not: know what a word means; the lists stand with their rules.

use crate::finding::{KeyPath, Trail};
use crate::plan::Plan;
use crate::source::{Table, Visit};
use crate::value::fold_width;

/// The texts of a plan whose route, without indices, is one of these: `roles.duties`.
pub(super) fn texts(plan: &Plan, routes: &[&str]) -> Vec<(KeyPath, String)> {
    struct Texts<'r>(&'r [&'r str], Vec<(KeyPath, String)>);
    impl Visit for Texts<'_> {
        fn text(&mut self, at: &Trail<'_>, text: &str) {
            if self.0.iter().any(|route| is_at(at, route)) {
                self.1.push((at.path(), text.to_owned()));
            }
        }
    }
    let mut texts = Texts(routes, Vec::new());
    plan.show(&Trail::Root, &mut texts);
    texts.1
}

/// Whether a trail, without indices, is this route; compared from its end, where routes differ.
fn is_at(trail: &Trail<'_>, route: &str) -> bool {
    let mut keys = route.rsplit('.');
    let mut at = trail;
    loop {
        match at {
            Trail::Root => return keys.next().is_none(),
            Trail::Index(up, _) => at = up,
            Trail::Key(up, key) => {
                if keys.next() != Some(*key) {
                    return false;
                }
                at = up;
            }
        }
    }
}

/// The clauses of a Chinese text: half-width, lower-case, without spaces. A list joined by 、 is one clause.
pub(super) fn clauses(text: &str) -> Vec<String> {
    let ends = |c: char| "。！？；，：…\n!?;,:".contains(c);
    let bare = |clause: &str| fold_width(clause).to_lowercase().split_whitespace().collect::<String>();
    text.split(ends).map(bare).filter(|clause| !clause.is_empty()).collect()
}

/// The clauses of an English text: lower-case words between single spaces, with one at each end.
pub(super) fn lines(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\'', '’'], "").replace(". ", ";").replace("no;1", "no 1");
    // the comma of 5,000 ends no clause
    let after_digit = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    let before_digit = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let is_kept = |(at, c): &(usize, char)| *c != ',' || !(after_digit(*at) && before_digit(*at));
    let clean: String = text.char_indices().filter(is_kept).map(|(_, c)| c).collect();
    let ends = |c: char| "!?;,:\n".contains(c);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '#' | '%' | '$' | '€' | '£');
    let words = |clause: &str| {
        let words: Vec<&str> = clause.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
        if words.is_empty() { String::new() } else { format!(" {} ", words.join(" ")) }
    };
    clean.split(ends).map(words).filter(|line| !line.is_empty()).collect()
}

/// The first of these words in a Chinese clause, and what stands before it.
pub(super) fn find<'w, 'c>(clause: &'c str, words: &[&'w str]) -> Option<(&'w str, &'c str)> {
    words.iter().find_map(|word| clause.find(word).map(|at| (*word, &clause[..at])))
}

/// The first of these phrases in an English clause, and what stands before it.
pub(super) fn phrase<'w, 'c>(line: &'c str, phrases: &[&'w str]) -> Option<(&'w str, &'c str)> {
    phrases.iter().find_map(|words| line.find(&format!(" {words} ")).map(|at| (*words, &line[..at])))
}

/// Whether one of the words stands in the clause.
pub(super) fn has(clause: &str, words: &[&str]) -> bool {
    words.iter().any(|word| clause.contains(word))
}

/// Whether one of the phrases stands in the English clause.
pub(super) fn says(line: &str, phrases: &[&str]) -> bool {
    phrase(line, phrases).is_some()
}

/// Words that deny what follows them.
#[rustfmt::skip]
const DENIES: &[&str] = &[
    "不承诺", "不保证", "不能", "不得", "不做", "不卖", "不提供", "不构成", "不许", "不准", "不让", "不可", "没有",
    "拒绝", "禁止", "严禁", "别信", "别", "不要", "谢绝", "警惕", "小心", "不谈", "不聊", "不涉及", "不作", "无法",
    "不是", "并非", "反对", "远离", "举报", "不搞", "杜绝", "防", "清理", "查", "发现", "识别", "取消", "不请",
    "不用", "不说", "不追求", "不敢", "勿", "不靠", "从不", "不再", "不找", "不会", "抵制",
];

/// Whether what stands before a word in a Chinese clause denies it.
pub(super) fn is_denied(before: &str) -> bool {
    let mut before = before.to_owned();
    // 别 in these does not forbid
    for word in ["特别", "别的", "别人", "区别", "级别", "性别", "分别", "个别"] {
        before = before.replace(word, "·");
    }
    before.ends_with('不') || has(&before, DENIES)
}

/// Whether what stands before a phrase in an English clause denies it.
pub(super) fn is_refused(before: &str) -> bool {
    let line = format!("{before} ");
    let words = [
        "no",
        "not",
        "never",
        "dont",
        "cannot",
        "cant",
        "nobody",
        "without",
        "nor",
        "avoid",
        "beware",
        "isnt",
        "arent",
        "doesnt",
        "wont",
        "forbidden",
        "refuse",
        "against",
        "report",
        "remove",
        "spot",
        "ban",
        "banned",
        "stop",
        "watch",
        "nothing",
        "neither",
        "catch",
        "prevent",
    ];
    says(&line, &words)
}

/// How well a judge tells the phrases that it should find from those that it should not; prints what went wrong.
#[cfg(test)]
pub(super) fn measured(name: &str, judge: impl Fn(&str) -> bool, hits: &[&str], plain: &[&str]) -> (f64, f64) {
    let phrases = |sets: &[&str]| -> Vec<String> {
        sets.iter()
            .flat_map(|set| set.lines())
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (hits, plain) = (phrases(hits), phrases(plain));
    assert!(hits.len() + plain.len() >= 30, "{name}: {} phrases", hits.len() + plain.len());
    let missed: Vec<_> = hits.iter().filter(|text| !judge(text)).collect();
    let wrong: Vec<_> = plain.iter().filter(|text| judge(text)).collect();
    #[allow(clippy::cast_precision_loss)]
    let [found, wrongly, all] = [hits.len() - missed.len(), wrong.len(), hits.len()].map(|n| n as f64);
    let (precision, recall) = (found / (found + wrongly), found / all);
    #[allow(clippy::print_stdout)]
    {
        println!("{name}: precision {precision:.2}, recall {recall:.2}; missed {missed:?}; wrong {wrong:?}");
    }
    (precision, recall)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_cut_and_made_plain() {
        assert_eq!(clauses("全网 最好，Ｎｏ.1！"), ["全网最好", "no.1"]);
        assert_eq!(lines("We're the Best, No. 1!"), [" were the best ", " no 1 "]);
        assert_eq!(phrase(" were the best ", &["the best"]), Some(("the best", " were")));
        assert!(phrase(" the bestseller ", &["the best"]).is_none());
        assert!(is_denied("我们不承诺") && !is_denied("我们承诺"));
        assert!(is_refused(" we do not") && !is_refused(" we do"));
    }

    #[test]
    fn texts_are_taken_by_route() {
        let mut plan = Plan::default();
        plan.culture.slogan.text = Some("读书".to_owned());
        plan.roles.push(crate::plan::people::Role { duties: vec!["答疑".to_owned()], ..Default::default() });
        let found = texts(&plan, &["roles.duties"]);
        let found: Vec<_> = found.iter().map(|(path, text)| (path.to_string(), text.as_str())).collect();
        assert_eq!(found, [("roles[0].duties[0]".to_owned(), "答疑")]);
        assert!(texts(&plan, &["duties", "people.roles.duties", "culture.slogan"]).is_empty());
    }
}
