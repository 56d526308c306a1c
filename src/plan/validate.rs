//! Document → plan: every problem of the file in one run, nothing below sees an invalid value.

mod circles;
mod names;
mod ranges;

use super::channels::Platform;
use super::ownership::Ownership;
use super::{FORMAT, Index, Plan};
use crate::finding::{
    Arg, Edit, Finding, FindingList, KeyPath, LISTED, NEWER_FORMAT, Segment, Trail, UNKNOWN_REFERENCE,
};
use crate::language::Text;
use crate::library::Library;
use crate::source::{Document, Problems, Table, newer_forms, unknown_key};
use names::{NameCheck, SimilarNames};

/// What reading a file gives.
#[derive(Debug)]
pub struct Reading {
    /// The plan; what was wrong is absent in it.
    pub plan: Plan,
    /// Its names.
    pub index: Index,
    /// What the reader found, syntax first, in the order of the file.
    pub findings: FindingList,
}

impl Reading {
    /// Whether the file holds no error: only then is anything made from it.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.level < crate::finding::Level::Error)
    }
}

/// Reads a plan and checks it against itself and the library.
pub fn read(document: &Document<'_>, library: &Library) -> Reading {
    read_listing(document, library, LISTED)
}

/// The same with at most so many findings of each rule.
pub fn read_listing(document: &Document<'_>, library: &Library, most: usize) -> Reading {
    let mut problems = Problems::up_to(most);
    let mut plan = Plan::default();
    plan.read_keys(document.tree(), &Trail::Root, &mut problems);
    let mut index = Index::build(&plan, &mut problems.findings);
    plan.link_all(&index);
    index.ownership = Ownership::of(document, &plan, library);
    let mut similar = SimilarNames::default();
    let findings = &mut problems.findings;
    let mut names = NameCheck { index: &index, library, plan: &plan, findings, similar: &mut similar };
    plan.show(&Trail::Root, &mut names);
    format(&plan, &mut problems.findings);
    circles::check(&plan, &index, &mut similar, &mut problems.findings);
    ranges::check(&plan, &mut problems.findings);
    limits(&plan, &mut problems.findings);
    without(&plan, &mut similar, &mut problems.findings);
    // a name that a syntax error hides is not missing
    problems.findings.retain(|finding| {
        let name = finding.arg("value").filter(|_| finding.rule.id == UNKNOWN_REFERENCE.id);
        !matches!(name, Some(Arg::Text(name)) if document.is_lost(name))
    });
    let mut findings = problems.findings;
    findings.put_first(&document.syntax);
    findings.extend(newer_forms(document));
    Reading { plan, index, findings }
}

fn format(plan: &Plan, findings: &mut FindingList) {
    match plan.format {
        Some(format) if format > FORMAT => findings.push(
            Finding::new(&NEWER_FORMAT, KeyPath::of(&["format"]))
                .with("value", i64::from(format))
                .with("want", i64::from(FORMAT)),
        ),
        _ => {}
    }
}

/// Limits are those of platforms.
fn limits(plan: &Plan, findings: &mut FindingList) {
    for (name, _) in &plan.limits.0 {
        if Platform::WORDS.contains(&name.as_str()) {
            continue;
        }
        let mut path = KeyPath::of(&["limits"]);
        path.0.push(Segment::Key(name.clone().into()));
        let table = Text::new("[limits]：各平台的上限", "[limits]: limits by platform");
        findings.push(unknown_key(path, name, table, Platform::WORDS));
    }
}

/// What a plan is without are tables and keys of the vocabulary.
fn without(plan: &Plan, similar: &mut SimilarNames, findings: &mut FindingList) {
    for (at, name) in
        plan.without.iter().enumerate().filter(|(_, name)| Plan::TABLE.at(name.trim().split('.')).is_none())
    {
        let path = KeyPath::of(&["without"]).index(at);
        let want = Text::new("计划里的表或键", "table or key of a plan");
        let finding = Finding::new(&UNKNOWN_REFERENCE, path.clone()).with("value", name.as_str()).with("want", want);
        let tables = || Plan::TABLE.keys.iter().map(|info| info.key).collect();
        let (known, near) = similar.most_similar(name, tables);
        let finding = finding.with("known", known);
        findings.push(match near {
            Some(near) => {
                let title = Text::new("换成最接近的名字", "use the nearest name");
                finding.with("near", near.clone()).fix(title, vec![Edit::set(path, near)], false)
            }
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_those_of_known_platforms() {
        let findings = |text: &str| {
            let mut buffer = String::new();
            let findings = read(&Document::parse(text, &mut buffer), &Library::default()).findings;
            findings.iter().map(|f| (f.rule.id, f.place.path.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(findings("[limits]\nwechat-group = { size = 400 }\n"), []);
        let wrong = "[limits]\nwechat-groups = { size = 400 }\n";
        assert_eq!(findings(wrong), [("file/unknown-key", "limits.wechat-groups".to_owned())]);
    }
}
