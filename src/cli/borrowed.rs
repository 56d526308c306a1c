//! A word about what is still a starter's in what is shown: names, places, goals.

use super::out;
use super::plans::OpenPlan;
use crate::language::Text;

/// The chapters whose values are shown as they are, with what they hold.
const SHOWN: [(&str, Text); 4] = [
    ("people", Text::new("人名", "names")),
    ("places", Text::new("场地", "places")),
    ("channels", Text::new("渠道", "channels")),
    ("goals", Text::new("目标", "goals")),
];

/// Says which of them are a starter's; nothing where all are the plan's own.
pub(crate) fn show(opened: &OpenPlan) {
    let chapters = opened.reading.index.ownership.chapters();
    let is_borrowed = |chapter: &str| chapters.iter().any(|one| one.chapter == chapter && one.borrowed > 0);
    let language = opened.language;
    let all: Vec<&str> =
        SHOWN.iter().filter(|(chapter, _)| is_borrowed(chapter)).map(|(_, name)| name.get(language)).collect();
    if all.is_empty() {
        return;
    }
    let words = Text::new(
        "{what}还是模板编的：qun init 换成你们的，qun confirm 逐章看",
        "still the starter's: {what}; qun init replaces them, qun confirm goes through all",
    );
    let what = all.join(Text::new("、", ", ").get(language));
    out::message(&words.fill(language, |_| Some(what.clone())));
}
