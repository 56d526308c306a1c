//! Imports go only to the left: the order of the rooms stands in `src/lib.rs`, and every `crate::` path is held to it.

#![allow(clippy::disallowed_methods)] // tests read the project's own files

use std::fs;
use std::path::{Path, PathBuf};

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// The rooms from left to right, read from the arrows in `lib.rs`; `rules, checklist` are neighbours.
fn order() -> Vec<Vec<String>> {
    let map = fs::read_to_string(format!("{SOURCES}/lib.rs")).expect("lib.rs");
    let doc: String = map.lines().filter_map(|line| line.strip_prefix("//!")).collect::<Vec<_>>().join(" ");
    let code = doc.split('`').find(|part| part.contains('←')).expect("the order of the rooms");
    code.split('←').map(|group| group.split(',').map(|room| room.trim().to_owned()).collect()).collect()
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}

/// The rooms that a text names after `crate::`, also within braces.
fn named(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let ident = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => found.push(ident(rest)),
            Some(list) => {
                let mut depth = 0;
                let mut start = true;
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && c.is_alphabetic() => {
                            found.push(ident(&list[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn imports_go_to_the_left() {
    let order = order();
    let place = |room: &str| order.iter().position(|group| group.iter().any(|name| name == room));
    let mut paths = Vec::new();
    files(Path::new(SOURCES), &mut paths);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in &paths {
        let inside = path.strip_prefix(SOURCES).expect("below src");
        let room = inside.components().next().expect("a name").as_os_str().to_string_lossy();
        let room = room.trim_end_matches(".rs");
        if matches!(room, "lib" | "main") {
            continue;
        }
        let here = place(room).unwrap_or_else(|| panic!("{room} does not stand in the order of lib.rs"));
        for other in named(&fs::read_to_string(path).expect("a source")) {
            if other == room || other.is_empty() {
                continue;
            }
            let Some(there) = place(&other) else { continue };
            seen += 1;
            if there >= here {
                wrong.push(format!("{}: {room} imports {other}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports against the order:\n{}", wrong.join("\n"));
    assert!(seen > 100, "the test reads the imports: {seen}");
}

#[test]
fn every_room_stands_in_the_map() {
    let map = fs::read_to_string(format!("{SOURCES}/lib.rs")).expect("lib.rs");
    let rooms = map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let order: Vec<String> = order().into_iter().flatten().collect();
    for room in rooms {
        assert!(order.iter().any(|name| name == room), "{room} has no place in the order");
        assert!(map.contains(&format!("[`{room}`]")), "{room} is not told of in the map");
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut paths = Vec::new();
    files(Path::new(SOURCES), &mut paths);
    for path in paths {
        let text = fs::read_to_string(&path).expect("a source");
        assert!(text.starts_with("//!"), "{} has no module doc", path.display());
    }
}
