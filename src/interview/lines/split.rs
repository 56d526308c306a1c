//! Pasted text → its lines, without bullets and numbers, and the parts of lines that hold several things.

/// What may stand before a line in a list.
const BULLETS: [char; 16] = ['-', '*', '+', '•', '·', '–', '—', '●', '○', '■', '□', '☐', '✓', '>', '▪', '◆'];

/// The lines of a text and what is between semicolons; lines without a letter or digit are left out.
pub(in crate::interview) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().flat_map(|line| unnumbered(line).split([';', '；']));
    lines.map(unnumbered).filter(|line| line.contains(char::is_alphanumeric))
}

/// The parts of a line between 、, and between commas where each part can be read by itself.
pub(super) fn listed(line: &str, is_one: impl Fn(&str) -> bool) -> Vec<&str> {
    let parts = line.split('、').filter(|part| part.contains(char::is_alphanumeric));
    parts.flat_map(|part| at_commas(part, &is_one)).collect()
}

/// The parts of a line between commas, if each can be read by itself.
pub(super) fn at_commas(line: &str, is_one: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, comma) in line.match_indices([',', '，']) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let behind = at + comma.len();
        // 1,200
        if !(digit(line[..at].chars().next_back()) && digit(line[behind..].chars().next())) {
            parts.push(line[start..at].trim());
            start = behind;
        }
    }
    parts.push(line[start..].trim());
    parts.retain(|part| part.contains(char::is_alphanumeric));
    if parts.iter().all(|part| is_one(part)) { parts } else { vec![line.trim()] }
}

/// A line without the bullet, the box and the number before it.
fn unnumbered(line: &str) -> &str {
    let mut line = line.trim();
    while let Some(rest) = unbulleted(line).or_else(|| without_number(line)) {
        line = rest.trim_start();
    }
    line
}

fn unbulleted(line: &str) -> Option<&str> {
    line.strip_prefix(BULLETS).or_else(|| ["[ ]", "[x]", "[]"].iter().find_map(|mark| line.strip_prefix(mark)))
}

/// `1. `, `1、`, `2)`, `（3）`, ①.
fn without_number(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(|c| ('①'..='⑳').contains(&c)) {
        return Some(rest);
    }
    let bracketed = line.strip_prefix(['(', '（']);
    let digits = bracketed.unwrap_or(line);
    let end = digits.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=3).contains(end))?;
    let rest = &digits[end..];
    if bracketed.is_some() {
        return rest.strip_prefix([')', '）']);
    }
    let rest = rest.strip_prefix(['.', '．', '、', ')', '）'])?;
    // 1.5
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_without_bullets_and_numbers() {
        for (text, expected) in [
            ("- a\n* b\n+ c", vec!["a", "b", "c"]),
            ("1. a\n2、b\n(3) c\n④ d", vec!["a", "b", "c", "d"]),
            ("- [ ] a\r\n\r\n---\n  • b", vec!["a", "b"]),
            ("1) a；2) b; c", vec!["a", "b", "c"]),
            ("1群\n19 helpers\n1.5h", vec!["1群", "19 helpers", "1.5h"]),
            (" ;；\n", vec![]),
        ] {
            assert_eq!(lines(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn commas_separate_what_can_be_read_alone() {
        assert_eq!(listed("a1、b2，c3", |part| part.len() == 2), ["a1", "b2", "c3"]);
        assert_eq!(listed("a1, big", |part| part.len() == 2), ["a1, big"]);
        assert_eq!(at_commas("a 1,200", |_| true), ["a 1,200"]);
    }
}
