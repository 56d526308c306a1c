//! The pages of all rules under `docs/`: what `qun rules --format md` prints. `QUN_BLESS=1 cargo test --test rules_page`
//! regenerates them.

#![allow(clippy::disallowed_methods)] // tests read the project's own files

use std::fs;

use qun::finding::Source;
use qun::knowledge::fact;
use qun::language::Language;
use qun::render::rules_markdown;
use qun::rules::{self, book, thresholds::THRESHOLDS};

const PAGES: [(Language, &str); 2] = [(Language::En, "rules.md"), (Language::Zh, "rules.zh-CN.md")];

#[test]
fn the_pages_are_what_the_program_prints() {
    for (language, name) in PAGES {
        let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
        let page = rules_markdown(rules::all(), language);
        if std::env::var_os("QUN_BLESS").is_some() {
            fs::write(&path, &page).expect(name);
        }
        let is_fresh = fs::read_to_string(&path).expect(name) == page;
        assert!(is_fresh, "docs/{name} is stale: QUN_BLESS=1 cargo test --test rules_page");
    }
}

#[test]
fn the_page_holds_every_part_of_every_rule() {
    for (language, name) in PAGES {
        let page = rules_markdown(rules::all(), language);
        let chapters: Vec<&str> = page.split("\n### ").skip(1).collect();
        assert_eq!(chapters.len(), rules::all().len());
        for (rule, chapter) in rules::all().iter().zip(chapters) {
            let (heading, text) = chapter.split_once('\n').expect("a heading");
            let level = rule.info.level.name().get(language);
            assert_eq!(heading, rule.id());
            assert!(text.starts_with(&format!("\n**{level}** · ")), "{heading} in {name}");
            let entry = book::explanation(rule.id(), language).expect("it is in the book");
            for part in [entry.checks, entry.why, entry.example, entry.fix] {
                assert!(text.contains(part), "{heading} in {name}: {part}");
            }
            for source in rule.info.sources {
                let Source::Fact(id) = source else { continue };
                let fact = fact(id).expect("a fact");
                assert!(
                    text.contains(fact.source.get(language)) && text.contains(fact.as_of),
                    "{heading} in {name}: {id}"
                );
            }
            let own = THRESHOLDS.iter().filter(|setting| setting.rule == rule.id());
            for setting in own {
                assert!(text.contains(setting.name) && text.contains(&setting.default.to_string()), "{heading}");
            }
        }
        // what is fenced is closed, or a heading would be code
        assert_eq!(page.lines().filter(|line| line.starts_with("```")).count() % 2, 0, "{name}");
        for setting in THRESHOLDS {
            assert_eq!(page.matches(&format!("| `{}` |", setting.name)).count(), 1, "{} in {name}", setting.name);
        }
    }
}
