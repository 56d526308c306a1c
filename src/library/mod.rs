//! What is built in and can be overridden: SOPs, starters, checklists; each a file read by the same reader as a plan.
//!
//! A user's own files are handed in as texts. Must not touch files.

mod files;
mod step;
mod templates;

pub use files::{BuiltinFile, TemplateKind};
pub use step::{Send, SentBy, Stage, Step};
pub use templates::{ChecklistTemplate, Sop, TemplateItem, TemplateSection};

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::finding::{Finding, Trail};
use crate::language::Language;
use crate::source::{Document, Problems, Table};

/// The shelves: what is built in, and in front of it what the user has.
#[derive(Debug, Clone, Default)]
pub struct Library {
    sops: BTreeMap<String, Sop>,
    checklists: BTreeMap<String, ChecklistTemplate>,
    own: BTreeMap<(TemplateKind, String), String>,
}

impl Library {
    /// Puts a user's file in front of what is built in; returns what is wrong with it.
    pub fn add(&mut self, shelf: TemplateKind, name: &str, text: &str) -> Vec<Finding> {
        self.own.insert((shelf, name.to_owned()), text.to_owned());
        match shelf {
            // what is read when it is used
            TemplateKind::Plans | TemplateKind::Documents => Vec::new(),
            TemplateKind::Sops => {
                let (sop, findings) = read(text);
                self.sops.insert(name.to_owned(), sop);
                findings
            }
            TemplateKind::Checklists => {
                let (checklist, findings) = read(text);
                self.checklists.insert(name.to_owned(), checklist);
                findings
            }
        }
    }

    /// Whether there is an SOP of this name.
    pub fn has_sop(&self, name: &str) -> bool {
        self.sops.contains_key(name) || built_in(TemplateKind::Sops, name).is_some()
    }

    /// The names of all SOPs.
    pub fn sop_names(&self) -> Vec<&str> {
        self.names(TemplateKind::Sops)
    }

    /// The names of all checklists.
    pub fn checklist_names(&self) -> Vec<&str> {
        self.names(TemplateKind::Checklists)
    }

    /// The names of all templates of documents.
    pub fn document_names(&self) -> Vec<&str> {
        self.names(TemplateKind::Documents)
    }

    /// The names of all starters.
    pub fn starter_names(&self) -> Vec<&str> {
        self.names(TemplateKind::Plans)
    }

    fn names(&self, shelf: TemplateKind) -> Vec<&str> {
        let own = self.own.keys().filter(|(of, name)| *of == shelf && built_in(shelf, name).is_none());
        shelf.files().iter().map(|file| file.name).chain(own.map(|(_, name)| name.as_str())).collect()
    }

    /// An SOP; the user's own is in whichever language it was written.
    pub fn sop(&self, name: &str, language: Language) -> Option<&Sop> {
        static BUILT_IN: ParsedOnce<Sop> = [OnceLock::new(), OnceLock::new()];
        self.sops.get(name).or_else(|| from(&BUILT_IN, TemplateKind::Sops, name, language))
    }

    /// A checklist.
    pub fn checklist(&self, name: &str, language: Language) -> Option<&ChecklistTemplate> {
        static BUILT_IN: ParsedOnce<ChecklistTemplate> = [OnceLock::new(), OnceLock::new()];
        self.checklists.get(name).or_else(|| from(&BUILT_IN, TemplateKind::Checklists, name, language))
    }

    /// The text of a starter.
    pub fn starter(&self, name: &str, language: Language) -> Option<&str> {
        self.text(TemplateKind::Plans, name, language)
    }

    /// The text of a user's own starter.
    pub fn own_starter(&self, name: &str) -> Option<&str> {
        self.own.get(&(TemplateKind::Plans, name.to_owned())).map(String::as_str)
    }

    /// The text of a file, unchanged.
    pub fn text(&self, shelf: TemplateKind, name: &str, language: Language) -> Option<&str> {
        let own = self.own.get(&(shelf, name.to_owned())).map(String::as_str);
        own.or_else(|| built_in(shelf, name).map(|(_, file)| file.text(language)))
    }
}

fn built_in(shelf: TemplateKind, name: &str) -> Option<(usize, &'static BuiltinFile)> {
    shelf.files().iter().enumerate().find(|(_, file)| file.name == name)
}

/// The files of a shelf in both languages, each read when it is first asked for.
type ParsedOnce<T> = [OnceLock<Vec<OnceLock<T>>>; 2];

/// A built-in file, read once.
fn from<T: Table>(
    cells: &'static ParsedOnce<T>,
    shelf: TemplateKind,
    name: &str,
    language: Language,
) -> Option<&'static T> {
    let (index, file) = built_in(shelf, name)?;
    let cells = cells[usize::from(language == Language::En)]
        .get_or_init(|| shelf.files().iter().map(|_| OnceLock::new()).collect());
    Some(cells.get(index)?.get_or_init(|| read(file.text(language)).0))
}

/// Reads one file of the library.
fn read<T: Table>(text: &str) -> (T, Vec<Finding>) {
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let mut problems = Problems::default();
    let mut table = T::default();
    table.read_keys(document.tree(), &Trail::Root, &mut problems);
    let mut findings = document.syntax.clone();
    findings.extend(problems.findings.drain(..));
    (table, findings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Shift;

    /// Whether a step says when, what, who, how long and what "done" means, and sends what it words.
    fn is_whole(step: &Step) -> bool {
        let says = step.id.is_some() && step.at.is_some() && step.title.is_some() && step.done.is_some();
        says && step.role.is_some() && step.minutes.is_some() && step.text.is_some() != step.sends.is_empty()
    }

    #[test]
    fn built_in_files_are_valid_and_match_in_both_languages() {
        for file in TemplateKind::Sops.files() {
            let [(zh, zh_findings), (en, en_findings)] = Language::ALL.map(|language| read::<Sop>(file.text(language)));
            assert!(zh_findings.is_empty() && en_findings.is_empty(), "{}: {zh_findings:?} {en_findings:?}", file.name);
            let steps =
                |sop: &Sop| -> Vec<_> { sop.steps.iter().map(|s| (s.id.clone(), s.at, s.stage, s.minutes)).collect() };
            assert_eq!(steps(&zh), steps(&en), "{}", file.name);
            for stage in Stage::ALL {
                assert!(zh.steps.iter().any(|step| step.stage == Some(*stage)), "{} has no {stage:?}", file.name);
            }
            for sop in [&zh, &en] {
                assert!(sop.title.is_some() && sop.description.is_some() && sop.form.is_some(), "{}", file.name);
                assert!(sop.steps.iter().all(is_whole), "{}", file.name);
                let speaks = sop.steps.iter().filter_map(|step| step.text.as_deref()).any(|text| text.contains('{'));
                assert!(speaks, "{} has no text with variables", file.name);
            }
        }
        for file in TemplateKind::Checklists.files() {
            let [(zh, zh_findings), (en, en_findings)] =
                Language::ALL.map(|language| read::<ChecklistTemplate>(file.text(language)));
            assert!(zh_findings.is_empty() && en_findings.is_empty(), "{}: {zh_findings:?} {en_findings:?}", file.name);
            let items = |list: &ChecklistTemplate| -> Vec<_> {
                list.sections.iter().flat_map(|s| s.items.iter().map(|i| (i.id.clone(), i.due, i.members))).collect()
            };
            assert_eq!(items(&zh), items(&en), "{}", file.name);
            assert!(!items(&zh).is_empty());
        }
    }

    #[test]
    fn one_person_can_do_the_steps_of_a_role_one_after_another() {
        for file in TemplateKind::Sops.files() {
            let sop: Sop = read(file.text(Language::En)).0;
            let from_the_start = |step: &Step| match step.at?.0 {
                Shift::Minutes(at) => Some((at, at + i32::try_from(step.minutes?).ok()?, step.role.clone())),
                Shift::Days(..) => None,
            };
            let steps: Vec<_> = sop.steps.iter().filter_map(from_the_start).collect();
            for (number, one) in steps.iter().enumerate() {
                let collides = |other: &_| {
                    let (start, end, role): &(i32, i32, _) = other;
                    *role == one.2 && one.0 < *end && *start < one.1
                };
                assert!(!steps[..number].iter().any(collides), "{}: {one:?}", file.name);
            }
        }
    }

    #[test]
    fn own_files_replace_built_in_ones() {
        let mut library = Library::default();
        let findings = library.add(TemplateKind::Sops, "poll", "title = \"我们的投票\"\nwrong = 1\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(library.sop("poll", Language::En).and_then(|sop| sop.title.as_deref()), Some("我们的投票"));
        assert!(library.sop("ama", Language::En).is_some() && library.sop("nothing", Language::En).is_none());
    }
}
