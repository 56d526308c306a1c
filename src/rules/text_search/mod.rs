//! Searches the texts of a plan for words, clause by clause, and leaves alone what is denied.
//!
//! Must not know what a word means: the lists are with their rules.

mod clause;
mod plan_texts;

pub(super) use clause::{Clause, Searched, Wording};
pub(super) use plan_texts::{PlanText, PlanTexts};

/// The first of these words in a Chinese clause, and what comes before it.
pub(super) fn find<'w, 'c>(clause: &'c (impl Searched + ?Sized), words: &[&'w str]) -> Option<(&'w str, &'c str)> {
    let mut likely = words.iter().filter(|word| clause.may_hold(word));
    likely.find_map(|word| clause.text().find(word).map(|at| (*word, &clause.text()[..at])))
}

/// The first of these phrases in an English clause, and what comes before it.
pub(super) fn phrase<'w, 'c>(line: &'c (impl Searched + ?Sized), phrases: &[&'w str]) -> Option<(&'w str, &'c str)> {
    let text = line.text();
    let is_whole = |at: usize, words: &str| text[..at].ends_with(' ') && text[at + words.len()..].starts_with(' ');
    let at = |words: &str| text.match_indices(words).map(|(at, _)| at).find(|at| is_whole(*at, words));
    phrases.iter().filter(|words| line.may_hold(words)).find_map(|words| Some((*words, &text[..at(words)? - 1])))
}

/// Whether one of the words is in the clause.
pub(super) fn has(clause: &(impl Searched + ?Sized), words: &[&str]) -> bool {
    find(clause, words).is_some()
}

/// Whether one of the phrases is in the English clause.
pub(super) fn says(line: &(impl Searched + ?Sized), phrases: &[&str]) -> bool {
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

/// Whether what comes before a word in a Chinese clause denies it.
pub(super) fn is_denied(before: &str) -> bool {
    let mut before = before.to_owned();
    // 别 in these does not forbid
    for word in ["特别", "别的", "别人", "区别", "级别", "性别", "分别", "个别"] {
        before = before.replace(word, "·");
    }
    before.ends_with('不') || has(before.as_str(), DENIES)
}

/// Whether what comes before a phrase in an English clause denies it.
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
    says(line.as_str(), &words)
}

/// How well a judge separates the phrases it should find from those it should not; prints what went wrong.
#[cfg(test)]
pub(super) fn measured(name: &str, detect: impl Fn(&Wording) -> bool, hits: &[&str], plain: &[&str]) -> (f64, f64) {
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
    let missed: Vec<_> = hits.iter().filter(|text| !detect(&Wording::of(text))).collect();
    let wrong: Vec<_> = plain.iter().filter(|text| detect(&Wording::of(text))).collect();
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
    fn words_are_whole_and_may_be_denied() {
        assert_eq!(phrase(" were the best ", &["the best"]), Some(("the best", " were")));
        assert!(phrase(" the bestseller ", &["the best"]).is_none());
        assert!(is_denied("我们不承诺") && !is_denied("我们承诺"));
        assert!(is_refused(" we do not") && !is_refused(" we do"));
    }
}
