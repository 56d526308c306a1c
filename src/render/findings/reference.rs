//! The page of all rules in Markdown: what each checks and why, its sources, example and fix, its thresholds.

use super::explain::sections;
use crate::language::{Language, Text};
use crate::rules::thresholds::THRESHOLDS;
use crate::rules::{Rule, topics};

/// All rules as one page in one language.
pub fn rules_markdown(rules: &[&Rule], language: Language) -> String {
    let get = |text: Text| text.get(language);
    let mut out = format!("# {}\n\n", get(Text::new("规则", "Rules")));
    let intro = Text::new(
        "本页由 `qun rules --format md` 生成，共 {n} 条规则。级别：错误（与自己、平台上限或法律矛盾）、警告（通常会出问题的缺口）、建议（值得想想）。\
         `qun explain 规则名` 在终端里看同样的内容；`qun lint --level 规则名=off` 或计划里的 `[lint] allow` 放行一条规则。",
        "This page is made by `qun rules --format md`; there are {n} rules. Levels: error (the plan contradicts itself, a \
         platform's limit or the law), warning (a gap that usually hurts), advice (worth a thought). `qun explain RULE` \
         shows the same on a terminal; `qun lint --level RULE=off`, or `[lint] allow` in the plan, accepts one.",
    );
    out.push_str(&intro.fill(language, |_| Some(rules.len().to_string())));
    out.push_str("\n\n");
    for topic in topics() {
        let count = rules.iter().filter(|rule| rule.topic() == topic).count();
        out.push_str(&format!("- [{topic}](#{topic}) ({count})\n"));
    }
    out.push_str(&format!("- [{0}](#{1})\n", get(THRESHOLDS_HEADING), anchor(get(THRESHOLDS_HEADING))));
    for topic in topics() {
        out.push_str(&format!("\n## {topic}\n"));
        for rule in rules.iter().filter(|rule| rule.topic() == topic) {
            out.push_str(&rule_text(rule, language));
        }
    }
    out.push_str(&thresholds(language));
    out
}

const THRESHOLDS_HEADING: Text = Text::new("阈值", "Thresholds");

/// The name by which a heading is linked to.
fn anchor(heading: &str) -> String {
    heading.to_lowercase().replace(' ', "-")
}

fn rule_text(rule: &Rule, language: Language) -> String {
    let get = |text: Text| text.get(language);
    let mut notes = vec![format!("**{}**", get(rule.info.level.name()))];
    if rule.weight > 1 {
        notes.push(get(Text::new("评分时算两份", "counts twice in the score")).to_owned());
    }
    if rule.not_in_small {
        notes.push(get(Text::new("小群不要求", "not asked of small communities")).to_owned());
    }
    let mut out = format!("\n### {}\n\n{} · {}\n", rule.id(), notes.join(" · "), get(rule.info.title));
    for (heading, text) in sections(rule, language) {
        out.push_str(&format!("\n#### {heading}\n\n{text}\n"));
    }
    out
}

/// All thresholds in one table.
fn thresholds(language: Language) -> String {
    let get = |text: Text| text.get(language);
    let intro = Text::new(
        "写在计划的 `[lint.settings]` 里，例如 `settings = { silent_gap_days = 10 }`。",
        "Set them in `[lint.settings]` of a plan, for example `settings = { silent_gap_days = 10 }`.",
    );
    let heads = Text::new("| 键 | 默认 | 是什么 | 规则 |", "| key | default | what it is | rule |");
    let mut out = format!("\n## {}\n\n{}\n\n{}\n|---|---|---|---|\n", get(THRESHOLDS_HEADING), get(intro), get(heads));
    for threshold in THRESHOLDS {
        let (name, default, about, rule) = (threshold.name, threshold.default, get(threshold.about), threshold.rule);
        out.push_str(&format!("| `{name}` | {default} | {about} | [{rule}](#{}) |\n", rule.replace('/', "")));
    }
    out
}
