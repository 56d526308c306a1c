//! Several edits of one plan at the same time: every edit that was acknowledged is in the final text.

use std::process::Child;

use crate::kit::{CLUB, Place};

/// How many rounds there are, and edits in each.
const ROUNDS: usize = 4;
const AT_ONCE: usize = 6;

#[test]
fn every_acknowledged_edit_is_in_the_final_text() {
    for round in 0..ROUNDS {
        let place = Place::with(CLUB);
        let edit = |at: usize| -> (Vec<String>, String) {
            let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
            match at % 3 {
                0 => (words(&format!("add person --name P{at} --roles volunteer")), format!("name = \"P{at}\"")),
                1 => (words(&format!("away 小雨 2027-03-0{at}")), format!("from = 2027-03-0{at}")),
                _ => (words(&format!("set goals[0].target {round}{at}%")), String::new()),
            }
        };
        let edits: Vec<_> = (1..=AT_ONCE).map(edit).collect();
        let start = |(words, _): &(Vec<String>, String)| -> Child {
            place.command(words.iter().map(String::as_str)).spawn().expect("qun starts")
        };
        let running: Vec<Child> = edits.iter().map(start).collect();
        for ((words, written), child) in edits.iter().zip(running) {
            let output = child.wait_with_output().expect("qun ends");
            assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(place.read("community.toml").contains(written.as_str()), "{words:?} was acknowledged");
        }
        let text = place.read("community.toml");
        for (words, written) in &edits {
            assert!(text.contains(written.as_str()), "{words:?} was acknowledged: {text}");
        }
        assert_eq!(place.files(), ["community.toml"], "no temporary file is left");
        // and each of them can be taken back
        for _ in 0..AT_ONCE {
            assert_eq!(place.run("undo").code, 0);
        }
        assert_eq!(place.read("community.toml"), CLUB);
    }
}

/// Programs that are killed on the way: what was acknowledged stays, and the file is whole at every moment.
#[cfg(unix)]
#[test]
fn killed_edits_leave_a_whole_file_with_every_acknowledged_edit() {
    let place = Place::with(CLUB);
    let started = std::time::Instant::now();
    assert_eq!(Place::with(CLUB).run("add person --name K --roles volunteer").code, 0);
    // from at once to a little longer than one takes
    let whole = started.elapsed();
    let mut acknowledged = Vec::new();
    for at in 0..30_u32 {
        let words = format!("add person --name K{at} --roles volunteer");
        let mut child = place.command(words.split(' ')).spawn().expect("qun starts");
        std::thread::sleep(whole * (at * 37 % 40) / 25);
        let _ = child.kill();
        let output = child.wait_with_output().expect("it ends");
        let text = place.read("community.toml");
        assert!(text.parse::<toml::Table>().is_ok(), "{text}");
        let name = format!("name = \"K{at}\"");
        if output.status.success() {
            acknowledged.push(name);
        }
        assert!(acknowledged.iter().all(|name| text.contains(name)), "{acknowledged:?}");
    }
    assert!(!acknowledged.is_empty() && acknowledged.len() < 30, "{acknowledged:?}");
    // what is there can be undone, however the last run ended
    let last = place.read("community.toml");
    assert_eq!(place.run("undo").code, 0);
    assert_ne!(place.read("community.toml"), last);
}
