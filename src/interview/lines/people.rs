//! People as they are pasted: `敏姐 群主 10小时；May、小陶 管理员`, `Ravi, Meera moderators (Bangalore)`, `19 helpers`.

use super::pasted::PastedLines;
use super::people_reader::LineReader;
use super::person_atoms::person_atoms;
use super::person_self::without_self;
use super::role_word::{is_part_word, role_words};
use super::split;
use super::team_line::TeamLine;
use crate::value::count;

/// Reads people, and how many there are of a role.
pub fn people(text: &str) -> PastedLines<TeamLine> {
    let mut all = PastedLines::default();
    for line in split::lines(text) {
        let (plain, whoever_types) = without_self(bare(line));
        let mut reader = LineReader::of(line, whoever_types);
        person_atoms(&with_unit(&plain)).into_iter().for_each(|atom| reader.read(atom));
        let read = reader.finish();
        all.items.extend(read.items);
        all.unread.extend(read.unread);
    }
    all
}

/// A line without words around a number that add nothing: 另外还有15个志愿者, `19 helpers in all`.
fn bare(line: &str) -> &str {
    const BEFORE: [&str; 9] = ["另外还有", "还有", "另有", "另外", "外加", "加上", "plus ", "also ", "and "];
    const BEHIND: [&str; 5] = [" in all", " in total", " altogether", "总共", "一共"];
    let less = BEFORE.iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line).trim_start();
    let less = BEHIND.iter().find_map(|word| less.strip_suffix(word)).unwrap_or(less).trim_end();
    let begins = less.chars().next().is_some_and(|c| c.is_ascii_digit());
    if begins { less } else { line }
}

/// A line with the unit that a bare number behind a name lacks: `Ravi moderator 6 Bangalore` are 6 hours a week.
fn with_unit(line: &str) -> String {
    const MOST: u32 = 60;
    let words: Vec<&str> = line.split(' ').collect();
    let first = words.first().copied().unwrap_or_default();
    // helpers 19 are people
    let begins_with_name =
        role_words(first.trim_end_matches([',', '，', ':', '：'])).is_none() && count(first).is_none();
    let is_hours = |at: usize| {
        let bare = words[at].trim_end_matches([',', '，', ';']);
        let is_number =
            bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.parse().is_ok_and(|n| (1..=MOST).contains(&n));
        let next = words.get(at + 1).copied().unwrap_or_default();
        let is_alone = next.is_empty() || bare.len() < words[at].len() || next.starts_with(char::is_uppercase);
        // leader of group 2
        begins_with_name && at > 0 && is_number && is_alone && !is_part_word(words[at - 1])
    };
    let word = |(at, word): (usize, &&str)| match is_hours(at) {
        true => word.replacen(
            word.trim_end_matches([',', '，', ';']),
            &format!("{}h", word.trim_end_matches([',', '，', ';'])),
            1,
        ),
        false => (*word).to_owned(),
    };
    words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
}
