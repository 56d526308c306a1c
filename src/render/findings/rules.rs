//! The list of rules, as text and as JSON.

use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::explain::source;
use crate::finding::Level;
use crate::language::{Language, Text};
use crate::rules::Rule;

/// The rules by topic, a line each, styled.
pub fn rules_text(rules: &[&Rule], language: Language) -> String {
    let wide = rules.iter().map(|rule| rule.id().len()).max().unwrap_or_default();
    let levels = [Level::Error, Level::Warning, Level::Advice].map(|level| level.name().get(language).width());
    let level_wide = levels.into_iter().max().unwrap_or_default();
    let mut out = String::new();
    let mut topic = "";
    for rule in rules {
        if rule.topic() != topic {
            if !topic.is_empty() {
                out.push('\n');
            }
            topic = rule.topic();
        }
        let style = match rule.info.level {
            Level::Error => anstyle::AnsiColor::Red,
            Level::Warning => anstyle::AnsiColor::Yellow,
            Level::Advice => anstyle::AnsiColor::Cyan,
        }
        .on_default();
        let (level, title) = (rule.info.level.name().get(language), rule.info.title.get(language));
        let star = if rule.weight > 1 { "*" } else { " " };
        let gap = " ".repeat(level_wide - level.width());
        out.push_str(&format!("{:wide$} {star} {style}{level}{style:#}{gap}  {title}\n", rule.id()));
    }
    let legend = Text::new("* 最要紧的，评分时算两份", "* essential: counts twice in the score");
    if rules.iter().any(|rule| rule.weight > 1) {
        out.push_str(&format!("\n{}\n", legend.get(language)));
    }
    out
}

/// The rules as JSON.
pub fn rules_json(rules: &[&Rule]) -> String {
    let rows: Vec<_> = (rules.iter())
        .map(|rule| {
            json!({
                "rule": rule.id(), "level": rule.info.level.word(), "topic": rule.topic(),
                "title": { "zh": rule.info.title.zh, "en": rule.info.title.en },
                "sources": rule.info.sources.iter().map(|s| source(*s, Language::En)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&rows).expect("texts can be written");
    text.push('\n');
    text
}
