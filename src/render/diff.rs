//! What an edit changes, as a unified diff: lines taken out and put in, with three lines around them.

use anstyle::AnsiColor;

use super::clean::clean;

/// Lines shown before and after a change.
const AROUND: usize = 3;

/// The diff of two texts, styled; empty when they are equal. Line ends and other control characters are not shown.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let lines = compared(&old, &new);
    let changed: Vec<usize> = lines.iter().enumerate().filter(|(_, line)| line.0 != ' ').map(|(at, _)| at).collect();
    let Some(first) = changed.first() else { return String::new() };
    let (minus, plus) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    let name = clean(name);
    let mut out = format!("{minus}--- {name}{minus:#}\n{plus}+++ {name}{plus:#}\n");
    let mut hunk = (first.saturating_sub(AROUND), first + AROUND + 1);
    for at in &changed[1..] {
        if at.saturating_sub(AROUND) > hunk.1 {
            write_hunk(&lines, hunk, &mut out);
            hunk.0 = at - AROUND;
        }
        hunk.1 = at + AROUND + 1;
    }
    write_hunk(&lines, hunk, &mut out);
    out
}

fn write_hunk(lines: &[(char, &str)], (from, to): (usize, usize), out: &mut String) {
    let to = to.min(lines.len());
    let count = |range: &[(char, &str)], other: char| range.iter().filter(|line| line.0 != other).count();
    let (before, hunk) = (&lines[..from], &lines[from..to]);
    let range = |other: char| {
        let length = count(hunk, other);
        // an empty range is named by the line before it
        format!("{},{length}", count(before, other) + usize::from(length > 0))
    };
    let head = AnsiColor::Cyan.on_default();
    out.push_str(&format!("{head}@@ -{} +{} @@{head:#}\n", range('+'), range('-')));
    for (sign, line) in hunk {
        let line = clean(line.trim_end_matches(['\n', '\r']));
        let style = match sign {
            '-' => AnsiColor::Red.on_default(),
            '+' => AnsiColor::Green.on_default(),
            _ => anstyle::Style::new(),
        };
        out.push_str(&format!("{style}{sign}{line}{style:#}\n"));
    }
}

/// Both texts as one list of lines: kept (` `), taken out (`-`), put in (`+`).
fn compared<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(char, &'t str)> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let mut lines: Vec<(char, &str)> = old[..head].iter().map(|line| (' ', *line)).collect();
    lines.extend(middle(&old[head..old.len() - tail], &new[head..new.len() - tail]));
    lines.extend(old[old.len() - tail..].iter().map(|line| (' ', *line)));
    lines
}

/// The longest common lines kept; where the texts differ too much for that, all is taken out and put in.
fn middle<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(char, &'t str)> {
    const MOST: usize = 4_000_000;
    let wide = new.len() + 1;
    let mut kept = vec![0_u32; if old.len() * new.len() > MOST { 0 } else { (old.len() + 1) * wide }];
    if !kept.is_empty() {
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                kept[i * wide + j] = if old[i] == new[j] {
                    kept[(i + 1) * wide + j + 1] + 1
                } else {
                    kept[(i + 1) * wide + j].max(kept[i * wide + j + 1])
                };
            }
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && !kept.is_empty() && old[i] == new[j] {
            lines.push((' ', old[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < old.len()
            && (j == new.len() || kept.is_empty() || kept[(i + 1) * wide + j] >= kept[i * wide + j + 1])
        {
            lines.push(('-', old[i]));
            i += 1;
        } else {
            lines.push(('+', new[j]));
            j += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(before: &str, after: &str) -> String {
        anstream::adapter::strip_str(&diff("p.toml", before, after)).to_string()
    }

    #[test]
    fn only_what_differs_is_shown() {
        assert_eq!(plain("a\nb\n", "a\nb\n"), "");
        let text: String = (1..=20).map(|n| format!("{n}\n")).collect();
        let edited = text.replace("\n10\n", "\nten\nmore\n") + "end\n";
        let expected = "--- p.toml\n+++ p.toml\n@@ -7,7 +7,8 @@\n 7\n 8\n 9\n-10\n+ten\n+more\n 11\n 12\n 13\n\
                        @@ -18,3 +19,4 @@\n 18\n 19\n 20\n+end\n";
        assert_eq!(plain(&text, &edited), expected);
        assert_eq!(plain("", "x\r\n"), "--- p.toml\n+++ p.toml\n@@ -0,0 +1,1 @@\n+x\n");
    }
}
