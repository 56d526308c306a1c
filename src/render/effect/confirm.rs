//! What of a starter was kept, and what has still to be replaced.

use crate::amend::Confirmed;
use crate::language::{Language, Text};
use crate::plan::ownership::{Ownership, PlanValue};
use crate::render::clean;

/// Values that are listed.
const LISTED: usize = 5;

/// How much was kept, what can only be replaced, and how far the plan is.
pub fn confirmed(confirmed: &Confirmed, language: Language) -> Vec<String> {
    let fact = |name: &str| {
        Some(match name {
            "n" => confirmed.kept.len().to_string(),
            "left" => confirmed.borrowed.to_string(),
            "only" => confirmed.only_replaced.len().to_string(),
            "before" => confirmed.score.0.to_string(),
            _ => confirmed.score.1.to_string(),
        })
    };
    let mut lines: Vec<String> = confirmed.kept.iter().map(|value| format!("  {}", borrowed_value(value))).collect();
    lines.extend([
        Text::new("照用了 {n} 处", "kept: {n|value|values}").fill(language, fact),
        Text::new(
            "还是模板的：{left} 处；{before} → {after} 分",
            "still the starter's: {left|value|values}; score {before} → {after}",
        )
        .fill(language, fact),
    ]);
    if !confirmed.only_replaced.is_empty() {
        let words = Text::new(
            "其中 {only} 处不能照用，只能换成自己的或去掉：",
            "{only|value|values} here cannot be kept, only replaced or removed:",
        );
        lines.push(words.fill(language, fact));
        lines.extend(confirmed.only_replaced.iter().take(LISTED).map(|value| format!("  {}", borrowed_value(value))));
        if let Some(value) = confirmed.only_replaced.first() {
            let words = Text::new("  qun set '{key}' 新的值", "  qun set '{key}' VALUE");
            lines.push(words.fill(language, |_| Some(value.path.to_string())));
        }
    }
    lines
}

/// `rules.conduct[0].text = No advertising`
pub fn borrowed_value(value: &PlanValue) -> String {
    clean(&format!("{} = {}", value.path, value.written.replace('\n', " ")))
}

/// Everything that is still the starter's, chapter by chapter.
pub fn borrowed_list(ownership: &Ownership, language: Language) -> String {
    let mut text = String::new();
    for chapter in ownership.chapters() {
        let words =
            Text::new("{key}：{total} 处里有 {n} 处还是模板的", "{key}: {n} of {total|value|values} the starter's");
        text.push_str(&words.fill(language, |fact| {
            Some(match fact {
                "key" => chapter.chapter.to_owned(),
                "n" => chapter.borrowed.to_string(),
                _ => chapter.total.to_string(),
            })
        }));
        text.push('\n');
        for value in ownership.borrowed().filter(|value| value.chapter() == chapter.chapter) {
            let mark = if value.is_never_taken { "!" } else { " " };
            text.push_str(&format!("{mark} {}\n", borrowed_value(value)));
        }
    }
    if !text.is_empty() {
        let words = Text::new("! 不能照用，只能换成自己的或去掉", "! cannot be kept, only replaced or removed");
        text.push_str(&format!("{}\n", words.get(language)));
    }
    text
}
