//! Going through what a starter gave, on a pseudo-terminal, in both languages.
#![cfg(unix)]
#![allow(clippy::disallowed_methods)] // tests touch files

// the folders of other tests; not all of them is needed here
#[allow(dead_code)]
#[path = "cli/kit.rs"]
mod kit;
#[allow(dead_code)]
#[path = "interview/terminal.rs"]
mod terminal;

use std::collections::HashMap;

use kit::Place;
use terminal::{CTRL_C, ENTER, Talk, Tongue, UP};

fn copy(tongue: Tongue) -> Place {
    let place = Place::new();
    let made = place.run(&format!("init --template reading-club --lang {} --yes", tongue.tag()));
    assert_eq!(made.code, 0, "{}", made.err);
    place
}

#[test]
fn values_are_shown_before_they_are_kept_changed_or_dropped() {
    for tongue in Tongue::ALL {
        let place = copy(tongue);
        let before = place.read("community.toml");
        let later = tongue.pick("以后再说", "later");
        let mut talk = Talk::of(&place, tongue, "confirm", HashMap::new());
        // the first chapter is left for later
        talk.sees("! community.name = ");
        talk.sees(later);
        talk.press(ENTER);
        // the second is gone through value by value
        talk.sees("positioning.emotional_need = ");
        talk.sees(later);
        talk.press(&[UP, ENTER].concat());
        talk.sees("positioning.emotional_need = ");
        talk.sees(later);
        talk.press(&[UP, UP, UP, ENTER].concat());
        talk.sees("positioning.shared_memory = ");
        talk.sees(later);
        talk.press(&[UP, UP, ENTER].concat());
        talk.sees("> ");
        talk.press("the lamp");
        talk.press(ENTER);
        talk.sees("positioning.benefit = ");
        talk.sees(later);
        talk.press(&[UP, ENTER].concat());
        talk.sees("positioning.vision = ");
        talk.sees(later);
        talk.press(CTRL_C);
        talk.ends(130);
        let text = place.read("community.toml");
        assert!(text.contains("confirmed = [\"positioning.emotional_need\"]"), "{text}");
        assert!(text.contains("shared_memory = \"the lamp\"") && !text.contains("\nbenefit = "), "{text}");
        // one command is taken back at once
        let undone = place.run("undo");
        assert_eq!((undone.code, place.read("community.toml")), (0, before), "{}", undone.err);
    }
}
