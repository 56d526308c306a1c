//! What is made while building: how the program is linked, and the marks of the starters' texts.

#![allow(clippy::disallowed_methods)] // Cargo tells the target and the folders by the environment

#[path = "src/rules/copied/mark.rs"]
mod mark;

use std::path::{Path, PathBuf};
use std::process::Command;
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
/// program the loader writes each anew at every start, which costs more than reading and judging a plan; finding the
/// shared libraries costs a third as much again. So on Linux the program is linked at a fixed address and, where the C
/// library is there as an archive, holds what it needs of it: one file that runs on any Linux. The library, and other
/// systems (where this is not possible), stay as they are.
fn link() {
    let target = |key: &str| env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    if target("OS") != "linux" || target("ENV") != "gnu" {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    let own = env::var("HOST") == env::var("TARGET");
    if let Some(folder) = own.then(archives).flatten() {
        println!("cargo::rustc-link-arg-bins=-static");
        println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
    }
}

/// A folder in which the linker finds, under the names of the shared libraries that the standard library asks for,
/// their archives; none where one of them is not installed.
fn archives() -> Option<PathBuf> {
    let folder = Path::new(&env::var("OUT_DIR").expect("Cargo names the folder")).join("archives");
    fs::create_dir_all(&folder).expect("the folder can be written");
    let names = [
        ("gcc_s", "gcc_eh"),
        ("c", "c"),
        ("m", "m"),
        ("util", "util"),
        ("rt", "rt"),
        ("pthread", "pthread"),
        ("dl", "dl"),
    ];
    for (shared, archive) in names {
        let archive = archive_of(archive)?;
        // what is named .so but is a text says to the linker where to look instead
        fs::write(folder.join(format!("lib{shared}.so")), format!("INPUT(\"{archive}\")\n"))
            .expect("the folder can be written");
    }
    Some(folder)
}

/// The path of an archive, as the compiler that links knows it.
fn archive_of(name: &str) -> Option<String> {
    let linker = env::var("RUSTC_LINKER").unwrap_or_else(|_| "cc".to_owned());
    let asked = Command::new(linker).arg(format!("-print-file-name=lib{name}.a")).output().ok()?;
    // what it does not find it gives back as it was asked
    let path = String::from_utf8(asked.stdout).ok()?.trim().to_owned();
    Path::new(&path).is_absolute().then_some(path)
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
