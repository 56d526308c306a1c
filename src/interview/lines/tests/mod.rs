//! What people paste, and what is read of it; nothing that was pasted is lost.

mod activities;
mod channels;
mod nothing_lost;
mod people;
mod products;
mod several;

use super::*;
use crate::language::Language;

/// What was read, an item on a line, and behind it what was not, in brackets with its near lines.
fn shown<T>(pasted: &PastedLines<T>, show: impl Fn(&T) -> String) -> String {
    let unread = pasted.unread.iter().map(|unread| match unread.near.is_empty() {
        true => format!("[{}]", unread.part),
        false => format!("[{} → {}]", unread.part, unread.near.join(" | ")),
    });
    pasted.items.iter().map(show).chain(unread).collect::<Vec<_>>().join("; ")
}

/// Holds a table of pasted texts against what is read of them.
fn check(table: &[(&str, &str)], read: impl Fn(&str) -> String) {
    assert!(table.len() >= 30, "{} lines", table.len());
    let wrong: Vec<String> = table
        .iter()
        .map(|(pasted, expected)| (pasted, expected, read(pasted)))
        .filter(|(_, expected, read)| read != *expected)
        .map(|(pasted, expected, read)| format!("{pasted:?}\n    expected {expected}\n    read     {read}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
