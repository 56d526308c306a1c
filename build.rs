//! What is made while building: how the program is linked, and the marks of the starters' texts.

#![allow(clippy::disallowed_methods)] // Cargo tells the target and the folders by the environment

#[path = "src/rules/copied/mark.rs"]
mod mark;

use std::path::Path;
use std::{env, fs};

use mark::mark;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/rules/copied/mark.rs");
    println!("cargo::rerun-if-changed=templates/plans");
    link();
    let out = env::var("OUT_DIR").expect("Cargo names the folder");
    let marks = ["zh-CN", "en"].map(|language| marks(&Path::new("templates/plans").join(language)));
    fs::write(Path::new(&out).join("starters.rs"), format!("[\n{}]\n", marks.concat()))
        .expect("the folder can be written");
}

/// The words of rules, questions and help are tables of addresses: some 30,000 of them. In a position-independent
/// program the loader writes each anew at every start, which costs more than reading and judging a plan. So on Linux
/// the program is linked at a fixed address; the library, and other systems (where this is not possible), stay as they
/// are.
fn link() {
    let target = |key: &str| env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// The marks of all starters of a folder as the source of a slice, in order.
fn marks(folder: &Path) -> String {
    let mut marks: Vec<(u64, String)> = Vec::new();
    for entry in fs::read_dir(folder).expect("the starters are there").flatten() {
        let file = entry.path();
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a starter has a name");
        let text = fs::read_to_string(&file).expect("a starter can be read");
        marks.extend(quoted(&text).map(|text| (mark(text), name.to_owned())));
    }
    marks.sort_unstable();
    marks.dedup();
    let rows: String = marks.iter().map(|(mark, name)| format!("    ({mark:#x}, {name:?}),\n")).collect();
    format!("&[\n{rows}],\n")
}

/// What stands in double quotes in the tables of positioning and culture: as the starters are written these are their
/// texts, and no comment there quotes anything.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let is_ours =
        |table: &&str| ["positioning", "culture"].iter().any(|name| table.trim_start_matches('[').starts_with(name));
    text.split("\n[").filter(is_ours).flat_map(|table| table.split('"').skip(1).step_by(2)).map(str::trim)
}
