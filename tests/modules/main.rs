//! The structure of the code: imports go only to the left in the order that `src/lib.rs` gives, no files use each other in
//! a circle, no two types share a name, and each module says what it is.

#![allow(clippy::disallowed_methods)] // tests read the project's own files

mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use source::{Modules, SOURCES};

/// The modules from left to right, read from the arrows in `lib.rs`.
fn order() -> Vec<Vec<String>> {
    let map = fs::read_to_string(format!("{SOURCES}/lib.rs")).expect("lib.rs");
    let doc: String = map.lines().filter_map(|line| line.strip_prefix("//!")).collect::<Vec<_>>().join(" ");
    let code = doc.split('`').find(|part| part.contains('←')).expect("the order of the modules");
    code.split('←').map(|group| group.split(',').map(|module| module.trim().to_owned()).collect()).collect()
}

#[test]
fn imports_go_to_the_left() {
    let order = order();
    let place = |module: &str| order.iter().position(|group| group.iter().any(|name| name == module));
    let modules = Modules::read();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for name in modules.0.keys() {
        let here = place(&name[0]).unwrap_or_else(|| panic!("{} has no place in the order of lib.rs", name[0]));
        for used in modules.used_by(name).iter().filter(|used| used[0] != name[0]) {
            seen += 1;
            if place(&used[0]).is_none_or(|there| there >= here) {
                wrong.push(format!("{} uses {}", name.join("::"), used.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "imports against the order:\n{}", wrong.join("\n"));
    assert!(seen > 500, "the test reads the imports: {seen}");
}

/// Files that use each other cannot be understood, tested or moved one by one.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let modules = Modules::read();
    assert!(modules.0.len() > 200, "the test reads the modules: {}", modules.0.len());
    let circles: Vec<String> = modules.circles().iter().map(|circle| circle.join(", ")).collect();
    assert!(circles.is_empty(), "{} circles:\n{}", circles.len(), circles.join("\n"));
}

const ARGUMENTS: &str = "the arguments of a command are named as the command, and so is what it requests";

/// Types that share a name, and why.
const SAME_NAME: &[(&str, &str)] = &[
    ("Add", ARGUMENTS),
    ("Away", ARGUMENTS),
    ("Change", ARGUMENTS),
    ("Checklist", ARGUMENTS),
    ("Import", ARGUMENTS),
    ("Set", ARGUMENTS),
];

/// Files whose types mirror what others define, by the names that users of the format read.
const MIRRORS: &[&str] = &["render::calendar::json::v1"];

#[test]
fn no_two_types_share_a_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, module) in &Modules::read().0 {
        let name = name.join("::");
        if !MIRRORS.contains(&name.as_str()) {
            module.types.iter().for_each(|kind| places.entry(kind.clone()).or_default().push(name.clone()));
        }
    }
    let excused = |kind: &str| SAME_NAME.iter().any(|(name, _)| *name == kind);
    let shared: Vec<String> = places
        .iter()
        .filter(|(kind, places)| places.len() > 1 && !excused(kind))
        .map(|(kind, places)| format!("{kind}: {}", places.join(", ")))
        .collect();
    assert!(shared.is_empty(), "types of one name:\n{}", shared.join("\n"));
    for (kind, why) in SAME_NAME {
        let is_shared = places.get(*kind).is_some_and(|places| places.len() > 1);
        assert!(is_shared && !why.is_empty(), "{kind} is excused and is no longer shared");
    }
}

#[test]
fn every_module_is_in_the_map() {
    let map = fs::read_to_string(format!("{SOURCES}/lib.rs")).expect("lib.rs");
    let order: Vec<String> = order().into_iter().flatten().collect();
    let mut seen = 0;
    for line in map.lines() {
        let Some(module) = line.split("mod ").nth(1).and_then(|rest| rest.strip_suffix(';')) else { continue };
        seen += 1;
        assert!(order.iter().any(|name| name == module), "{module} has no place in the order");
        assert!(
            map.contains(&format!("| `{module}`")) || map.contains(&format!("[`{module}`]")),
            "{module} is not in the map"
        );
    }
    assert!(seen > 10, "the test reads the modules: {seen}");
}

#[test]
fn every_file_says_what_it_is() {
    let mut paths = Vec::new();
    source::files(Path::new(SOURCES), &mut paths);
    for path in paths {
        let text = fs::read_to_string(&path).expect("a source");
        assert!(text.starts_with("//!"), "{} has no module doc", path.display());
    }
}
