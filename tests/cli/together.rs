//! Several edits of one plan at the same time: every edit that was acknowledged is in the final text.

use std::fs;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

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

/// A person who saves from an editor all the time, and knows nothing of locks: each save adds a line to the text that the
/// editor read just before. How many saves there were, and the texts that it replaced without having read them.
#[cfg(target_os = "linux")]
fn editor(place: &Place, is_over: &AtomicBool, pause: Duration) -> (usize, Vec<String>) {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let (path, own) = (place.path("community.toml"), place.path("community.toml~"));
    let (mut saves, mut replaced) = (0, Vec::new());
    // on a busy machine the edits may be over before the editor has saved often
    while saves < 3 || !is_over.load(Ordering::Relaxed) {
        let read = fs::read_to_string(&path).expect("the plan");
        fs::write(&own, format!("{read}# save {saves};\n")).expect("the editor's file");
        renameat_with(CWD, &own, CWD, &path, RenameFlags::EXCHANGE).expect("it is saved");
        saves += 1;
        let before = fs::read_to_string(&own).expect("what was there");
        if before != read {
            replaced.push(before);
        }
        std::thread::sleep(pause * (1 + saves as u32 * 7 % 5) / 2);
    }
    let _ = fs::remove_file(own);
    (saves, replaced)
}

#[cfg(target_os = "linux")]
#[test]
fn no_save_of_an_editor_is_lost_under_edits() {
    let place = Place::with(CLUB);
    let started = std::time::Instant::now();
    assert_eq!(place.run("add person --name First --roles volunteer").code, 0);
    let pause = started.elapsed();
    let is_over = AtomicBool::new(false);
    let (saves, replaced, acknowledged) = std::thread::scope(|scope| {
        let editor = scope.spawn(|| editor(&place, &is_over, pause));
        let mut acknowledged = Vec::new();
        for at in 0..AT_ONCE {
            let name = format!("E{at}");
            let words = format!("add person --name {name} --roles volunteer");
            // an editor that is too quick for it is named, and nothing is written
            if place.run(&words).code == 0 {
                acknowledged.push(name);
            }
        }
        is_over.store(true, Ordering::Relaxed);
        let (saves, replaced) = editor.join().expect("the editor ends");
        (saves, replaced, acknowledged)
    });
    let text = place.read("community.toml");
    for save in 0..saves {
        assert!(text.contains(&format!("# save {save};\n")), "save {save} of {saves} is lost");
    }
    for name in &acknowledged {
        let is_in = |text: &String| text.contains(&format!("name = \"{name}\""));
        // what the editor itself wrote over is not ours to keep
        assert!(is_in(&text) || replaced.iter().any(is_in), "{name} is lost");
    }
    assert!(saves > 2 && acknowledged.len() > 2, "{saves} saves, {acknowledged:?}");
    assert_eq!(place.files(), ["community.toml"], "nothing is left beside it");
}
