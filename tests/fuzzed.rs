//! The fuzz targets on stable: every seed, and some thousands of mutations of them, the same at each run.
//!
//! `QUN_CORPUS=tests/fuzz/corpus cargo test --test fuzzed` also writes the seeds as files for `cargo fuzz`;
//! `QUN_CAMPAIGN=100` makes a hundred times as many mutations (best with `--release`).

#![allow(clippy::disallowed_methods)] // tests read the project's own files

#[path = "fuzz/entry.rs"]
#[allow(unreachable_pub)] // the fuzz targets reach it
mod entry;
#[path = "fuzz/seeds.rs"]
mod seeds;

use std::fs;
use std::panic::catch_unwind;

/// Splitmix64: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below.max(1) as u64).expect("below a usize")
    }

    fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.roll(list.len())]
    }

    /// A range of at most so many bytes.
    fn range(&mut self, length: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.roll(length + 1);
        start..(start + self.roll(most)).min(length)
    }
}

/// Bytes that formats care about.
const TOKENS: [&str; 28] = [
    "\"",
    "'''",
    "[",
    "]]",
    "{",
    "}",
    "=",
    "\n",
    "\r\n",
    "#",
    ",",
    ".",
    "-",
    ":",
    "0",
    "-1",
    "99999999999999999999",
    "1e400",
    "9999-12-31",
    "0001-01-01",
    "25:61",
    "\u{feff}",
    "\u{0}",
    "\u{3000}",
    "，",
    "每",
    "🎉",
    "<!-- qun:item x -->",
];

/// One to four small changes: a bit turned, bytes left out, doubled, a token put in, another seed spliced on.
fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = dice.pick(seeds).clone();
    for _ in 0..=dice.roll(4) {
        let range = dice.range(bytes.len(), 24);
        match dice.roll(5) {
            0 => bytes[range].iter_mut().take(1).for_each(|byte| *byte ^= 1 << dice.roll(8)),
            1 => drop(bytes.drain(range)),
            2 => {
                let again = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, again);
            }
            3 => drop(bytes.splice(range.start..range.start, dice.pick(&TOKENS).bytes())),
            _ => {
                let other = dice.pick(seeds);
                let tail = dice.roll(other.len() + 1);
                bytes.truncate(range.start);
                bytes.extend(&other[tail..]);
            }
        }
    }
    bytes.truncate(4096);
    bytes
}

/// Runs a target on its seeds, then on mutations of the small ones.
fn run(name: &str, times: usize) {
    let (_, target) = entry::TARGETS.into_iter().find(|(known, _)| *known == name).expect("a target");
    let seeds = seeds::of(name);
    assert!(seeds.len() >= 4, "{name} has {} seeds", seeds.len());
    if let Ok(corpus) = std::env::var("QUN_CORPUS") {
        let folder = format!("{corpus}/{name}");
        fs::create_dir_all(&folder).expect("the folder of the corpus");
        for (number, seed) in seeds.iter().enumerate() {
            fs::write(format!("{folder}/seed-{number}"), seed).expect("a file of the corpus");
        }
    }
    let hold = |input: &[u8]| {
        assert!(catch_unwind(|| target(input)).is_ok(), "{name} fails on {:?}", String::from_utf8_lossy(input));
    };
    seeds.iter().for_each(|seed| hold(seed));
    let small: Vec<Vec<u8>> = seeds.into_iter().filter(|seed| seed.len() <= 2048).collect();
    let mut dice = Dice(name.len() as u64);
    let campaign = std::env::var("QUN_CAMPAIGN").map_or(1, |times| times.parse().expect("QUN_CAMPAIGN is a number"));
    for _ in 0..times * campaign {
        hold(&mutated(&small, &mut dice));
    }
}

#[test]
fn plans() {
    run("plan", 300);
}

#[test]
fn cadences() {
    run("cadence", 2000);
}

#[test]
fn recurrence_rules() {
    run("rrule", 2000);
}

#[test]
fn edits() {
    run("edit", 1500);
}

#[test]
fn changes() {
    run("change", 200);
}

#[test]
fn answers() {
    run("answers", 400);
}

#[test]
fn holiday_files() {
    run("holidays", 4000);
}

#[test]
fn old_checklists() {
    run("checklist", 4000);
}

#[test]
fn rosters() {
    run("roster", 200);
}

#[test]
fn tables() {
    run("table", 2000);
}

#[test]
fn calendars_of_others() {
    run("ics", 2000);
}

#[test]
fn exports() {
    run("export", 2000);
}

#[test]
fn readings() {
    run("readings", 2000);
}

#[test]
fn typed_lines() {
    run("typed", 3000);
}

/// A target that nobody runs would rot: each has a file that calls it, and is in the manifest.
#[test]
fn every_target_is_built() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz");
    let manifest = fs::read_to_string(format!("{folder}/Cargo.toml")).expect("the manifest");
    let readme = fs::read_to_string(format!("{folder}/README.md")).expect("the README");
    for (name, _) in entry::TARGETS {
        let source = fs::read_to_string(format!("{folder}/targets/{name}.rs")).expect("a target");
        assert!(source.contains(&format!("entry::{name}(")), "{name}");
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
        assert!(readme.contains(&format!("`{name}`")), "{name}");
    }
    assert_eq!(fs::read_dir(format!("{folder}/targets")).expect("the targets").count(), entry::TARGETS.len());
}
