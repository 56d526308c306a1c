//! `qun explain`: a rule with why it matters, an example, how to fix it, and sources; or a term with its meaning.

use crate::finding::Source;
use crate::knowledge::glossary::Term;
use crate::knowledge::law::LAWS;
use crate::knowledge::{DatedFact, fact};
use crate::language::{Language, Text};
use crate::rules::thresholds::THRESHOLDS;
use crate::rules::{Rule, book};

/// A rule explained, styled.
pub fn explain_rule(rule: &Rule, language: Language) -> String {
    let bold = anstyle::Style::new().bold();
    let get = |text: Text| text.get(language);
    let (level, title) = (get(rule.info.level.name()), get(rule.info.title));
    let level = Text::new("（{level}）", " ({level})").fill(language, |_| Some(level.to_owned()));
    let mut out = format!("{bold}{}{bold:#}{level}\n{title}\n", rule.id());
    for (heading, text) in sections(rule, language) {
        out.push_str(&format!("\n{bold}{heading}{bold:#}\n{}\n", plain(&text)));
    }
    out
}

/// The explanation of a rule: headings, each with Markdown below it.
pub(super) fn sections(rule: &Rule, language: Language) -> Vec<(&'static str, String)> {
    let mut sections = Vec::new();
    if let Some(entry) = book::explanation(rule.id(), language) {
        let texts = [entry.checks, entry.why, entry.example, entry.fix];
        sections.extend(book::HEADINGS.into_iter().zip(texts.map(str::to_owned)));
    }
    let thresholds: Vec<String> = (THRESHOLDS.iter().filter(|setting| setting.rule == rule.id()))
        .map(|setting| {
            let words =
                Text::new("- `{name}`（默认 {default}）：{about}", "- `{name}` ({default} by default): {about}");
            words.fill(language, |part| match part {
                "name" => Some(setting.name.to_owned()),
                "default" => Some(setting.default.to_string()),
                _ => Some(setting.about.get(language).to_owned()),
            })
        })
        .collect();
    if !thresholds.is_empty() {
        sections.push((Text::new("阈值", "Threshold"), thresholds.join("\n")));
    }
    let sources: Vec<String> =
        rule.info.sources.iter().map(|named| format!("- {}", source(*named, language))).collect();
    sections.push((Text::new("来源", "Source"), sources.join("\n")));
    sections.into_iter().map(|(heading, text)| (heading.get(language), text)).collect()
}

/// Markdown for a terminal: fences go, what is in them is indented.
pub(super) fn plain(markdown: &str) -> String {
    let mut out = Vec::new();
    let mut fenced = false;
    for line in markdown.trim().lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            out.push(format!("    {line}"));
        } else {
            out.push(line.replace('`', ""));
        }
    }
    out.join("\n")
}

/// Where something comes from, in words.
pub(super) fn source(source: Source, language: Language) -> String {
    let words = match source {
        Source::PracticeBook => {
            Text::new("《社群运营实战宝典》", "Community operation in practice (three books, overview)")
        }
        Source::EightAnswers => Text::new("《什么是社群运营》", "What is community operation (eight answers)"),
        Source::MarketingHandbook => Text::new("《社群营销实战手册》第二章", "Community marketing handbook, chapter 2"),
        Source::TenKeyPoints => {
            Text::new("《构建高效社群运营的十个关键要点》", "Ten key points of efficient community operation")
        }
        Source::SocialCommerceTraining => {
            Text::new("《微商社群运营培训方案》", "Training programme for communities of social commerce")
        }
        Source::Canvas => Text::new("社群画布（Community Canvas）", "Community Canvas"),
        Source::FeverBee => Text::new("FeverBee 公布的数据", "figures published by FeverBee"),
        Source::Format => Text::new("计划格式本身", "the plan format itself"),
        Source::Fact(id) => {
            let Some(fact) = fact(id) else { return id.to_owned() };
            let line = Text::new(
                "{text}（截至 {as_of}，{confidence}）——{source}",
                "{text} — {source} (as of {as_of}, {confidence})",
            );
            return line.fill(language, |name| {
                Some(match name {
                    "text" => fact.text.get(language).to_owned(),
                    "source" => written(fact, language),
                    "as_of" => fact.as_of.to_owned(),
                    _ => fact.confidence.name().get(language).to_owned(),
                })
            });
        }
    };
    words.get(language).to_owned()
}

/// Where a fact is written: of a law its name and its articles.
fn written(fact: &DatedFact, language: Language) -> String {
    let Some(law) = LAWS.iter().find(|law| law.fact.id == fact.id) else { return fact.source.get(language).to_owned() };
    let words = Text::new("《{name}》第 {article} 条", "{name}, {article}");
    words.fill(language, |part| {
        Some(if part == "name" {
            law.name.get(language).to_owned()
        } else {
            law.article.replace(", ", Text::new("、", ", ").get(language))
        })
    })
}

/// A word explained, styled.
pub fn explain_word(entry: &Term, language: Language) -> String {
    let bold = anstyle::Style::new().bold();
    let mut out = format!("{bold}{}{bold:#}\n{}\n", entry.title(language), entry.meaning.get(language));
    if !entry.keys.is_empty() {
        let (label, separator) = (Text::new("计划里的位置：", "In a plan: "), Text::new("、", ", "));
        out.push_str(&format!("\n{}{}\n", label.get(language), entry.keys.join(separator.get(language))));
    }
    out
}
