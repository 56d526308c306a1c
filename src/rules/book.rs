//! The book of rules: for each rule, in both languages, what it checks, why it matters, an example, how to fix it.
//!
//! One embedded Markdown file per topic and language: `## topic/problem`, with four `###` sections below it.

use crate::language::{Language, Text};

/// The explanation of one rule in one language; the sections are Markdown without their headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleExplanation {
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that it reports.
    pub example: &'static str,
    /// How to fix it.
    pub fix: &'static str,
}

/// The headings of the four sections, in order.
pub const HEADINGS: [Text; 4] = [
    Text::new("检查什么", "What it checks"),
    Text::new("为什么重要", "Why it matters"),
    Text::new("例子", "Example"),
    Text::new("怎么改", "How to fix"),
];

macro_rules! book {
    ($($topic:literal)+) => {
        /// The files: topic, Chinese, English.
        static FILES: &[(&str, [&str; 2])] = &[$(($topic, [
            include_str!(concat!("book/", $topic, ".zh-CN.md")),
            include_str!(concat!("book/", $topic, ".en.md")),
        ])),+];
    };
}

book! {
    "activities" "content" "culture" "file" "goals" "governance" "growth" "incentives" "law" "lifecycle" "members"
    "monetisation" "own" "partners" "platform" "positioning" "roles" "schedule" "support" "trust"
}

/// The explanation of a rule.
pub fn explanation(id: &str, language: Language) -> Option<RuleExplanation> {
    let body = entries(id.split('/').next()?, language).find(|(name, _)| *name == id)?.1;
    let section = |at: usize| section(body, HEADINGS[at].get(language));
    Some(RuleExplanation { checks: section(0)?, why: section(1)?, example: section(2)?, fix: section(3)? })
}

/// The entries of a topic: the name of the rule and the text below it.
pub(super) fn entries(topic: &str, language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let text = FILES.iter().find(|(name, _)| *name == topic).map(|(_, texts)| texts);
    let text = text.map_or("", |texts| texts[usize::from(language == Language::En)]);
    parts(text, "## ")
}

/// The topics that have a chapter.
#[cfg(test)]
pub(super) fn chapters() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(topic, _)| *topic)
}

fn section(body: &'static str, heading: &str) -> Option<&'static str> {
    parts(body, "### ").find(|(name, _)| *name == heading).map(|(_, text)| text)
}

/// Splits a text at the lines that begin with this mark: each heading and the trimmed text below it. Lines inside
/// fences are not headings: `# a comment` in an example stays where it is.
fn parts(text: &'static str, mark: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    let mut is_fenced = false;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced && line.starts_with(mark) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    starts.into_iter().zip(ends).map(move |(start, end)| {
        let part = &text[start + mark.len()..end];
        let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
        (heading.trim(), body.trim())
    })
}

#[cfg(test)]
#[allow(clippy::disallowed_methods)] // the test reads the project's own folder
mod tests {
    use super::*;

    #[test]
    fn entries_have_four_sections() {
        for language in Language::ALL {
            let entry = explanation("support/no-channel", language).expect("it is in the book");
            assert!(entry.example.contains("```toml") && !entry.fix.contains("##"));
            assert!(entry.checks.contains("support.channel"), "{}", entry.checks);
        }
        assert_eq!(explanation("support/nothing", Language::En), None);
        assert_eq!(explanation("nothing", Language::En), None);
    }

    #[test]
    fn every_file_on_disk_is_in_the_book() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/book");
        let mut on_disk: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        let mut built_in: Vec<String> =
            chapters().flat_map(|topic| [format!("{topic}.zh-CN.md"), format!("{topic}.en.md")]).collect();
        on_disk.sort();
        built_in.sort();
        assert_eq!(on_disk, built_in);
    }
}
