//! What an edit changes, as a unified diff: lines taken out and put in, with three lines around them.

use anstyle::{AnsiColor, Style};
use similar::TextDiff;

use super::clean::clean;

/// The diff of two texts for programs that patch: byte for byte; empty when they are equal.
pub fn patch(name: &str, before: &str, after: &str) -> String {
    // a tab says where a name with spaces ends
    let name = if name.contains(' ') { format!("{name}\t") } else { name.to_owned() };
    TextDiff::from_lines(before, after).unified_diff().header(&name, &name).to_string()
}

/// The same for people, styled. Line ends and other control characters are not shown.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    let mut out = String::new();
    for line in patch(name, before, after).split_inclusive('\n') {
        let style = match line.as_bytes().first() {
            Some(b'-') => AnsiColor::Red.on_default(),
            Some(b'+') => AnsiColor::Green.on_default(),
            Some(b'@') => AnsiColor::Cyan.on_default(),
            _ => Style::new(),
        };
        out.push_str(&format!("{style}{}{style:#}\n", clean(line.trim_end_matches(['\n', '\r']))));
    }
    out
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
        assert_eq!(plain("", "x\r\n"), "--- p.toml\n+++ p.toml\n@@ -0,0 +1 @@\n+x\n");
    }

    #[test]
    fn keeps_line_ends_and_a_missing_one_in_a_patch() {
        let patch = patch("p.toml", "a\r\nb", "a\r\nc");
        assert_eq!(
            patch,
            "--- p.toml\n+++ p.toml\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
        );
    }
}
