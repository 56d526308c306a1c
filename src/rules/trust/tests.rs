//! The judges, measured on labelled sets; and that nothing built in is blamed.

use super::deception::{friending, hidden, pressing, shill};
use crate::language::Language;
use crate::library::TemplateKind;
use crate::rules::law::{promise, superlative};
use crate::rules::text_search::{Wording, measured};

macro_rules! set {
    ($name:literal) => {
        include_str!(concat!("../../../tests/data/trust/", $name))
    };
}

/// The words that a judge finds in a text.
type Detector = fn(&Wording) -> Option<String>;
/// A judge: its name, and the phrases that it should find.
type Case = (&'static str, Detector, &'static str);

/// What each judge should find; what another should find is plain to it.
const ZH: [Case; 4] = [
    ("shills zh", shill, set!("shills.zh-CN.txt")),
    ("friending zh", friending, set!("friending.zh-CN.txt")),
    ("sponsor zh", hidden, set!("sponsor.zh-CN.txt")),
    ("scarcity zh", pressing, set!("scarcity.zh-CN.txt")),
];
const EN: [Case; 4] = [
    ("shills en", shill, set!("shills.en.txt")),
    ("friending en", friending, set!("friending.en.txt")),
    ("sponsor en", hidden, set!("sponsor.en.txt")),
    ("scarcity en", pressing, set!("scarcity.en.txt")),
];

fn each(all: &[Case; 4], plain: &str) {
    for (at, (name, detect, hits)) in all.iter().enumerate() {
        let others = all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, (.., set))| *set);
        let plain: Vec<&str> = std::iter::once(plain).chain(others).collect();
        let (precision, recall) = measured(name, |wording| detect(wording).is_some(), &[hits], &plain);
        assert!(precision >= 0.95 && recall >= 0.9, "{name}: precision {precision:.2}, recall {recall:.2}");
    }
}

#[test]
fn separates_deception_from_plain_work() {
    each(&ZH, set!("plain.zh-CN.txt"));
    each(&EN, set!("plain.en.txt"));
}

/// No line of a starter, an SOP or a checklist is blamed by any judge.
#[test]
fn nothing_built_in_is_blamed() {
    let detectors: [(&str, Detector); 6] = [
        ("shill", shill),
        ("friending", friending),
        ("hidden", hidden),
        ("pressing", pressing),
        ("superlative", superlative),
        ("promise", promise),
    ];
    let mut lines = 0;
    for shelf in [TemplateKind::Plans, TemplateKind::Sops, TemplateKind::Checklists, TemplateKind::Documents] {
        for file in shelf.files() {
            for language in Language::ALL {
                for line in file.text(language).lines().filter(|line| !line.trim_start().starts_with('#')) {
                    lines += 1;
                    for (name, detect) in detectors {
                        assert_eq!(detect(&Wording::of(line)), None, "{name}: {}: {line}", file.name);
                    }
                }
            }
        }
    }
    assert!(lines > 3000, "{lines} lines");
}
