//! Commands that are proposed, as the shells of the system take them when they are pasted.

/// How the shells of a system read what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ShellStyle {
    /// sh, bash, zsh, fish.
    Posix,
    /// PowerShell and the command prompt: what one of them would carry out is safe in the other too.
    Windows,
}

impl ShellStyle {
    /// The system on which the program runs.
    const HERE: Self = if cfg!(windows) { Self::Windows } else { Self::Posix };

    /// A word as one argument.
    fn quoted(self, word: &str) -> String {
        let others = if self == Self::Posix { "=," } else { "\\" };
        let is_plain = |c: char| c.is_alphanumeric() || "-_./:".contains(c) || others.contains(c);
        // zsh looks for a program behind a first `=`
        if !word.is_empty() && !word.starts_with('=') && word.chars().all(is_plain) {
            return word.to_owned();
        }
        match self {
            Self::Posix => format!("'{}'", word.replace('\'', "'\\''")),
            Self::Windows => double_quoted(word),
        }
    }
}

/// Between double quotes: PowerShell would fill in `$` and end the text at curly quotes too; a quote that is doubled ends
/// nothing in either shell.
fn double_quoted(word: &str) -> String {
    let mut out = String::from("\"");
    for c in word.chars() {
        match c {
            '"' => out.push('"'),
            '$' | '`' | '\u{201c}'..='\u{201e}' => out.push('`'),
            _ => {}
        }
        out.push(c);
    }
    // a backslash would escape the quote at the end
    let slashes = word.len() - word.trim_end_matches('\\').len();
    out + &"\\".repeat(slashes) + "\""
}

/// A word as the shells of this system take it.
pub(crate) fn quoted(word: &str) -> String {
    ShellStyle::HERE.quoted(word)
}

/// A path as the shells of this system take it; it is never taken for an option.
pub(crate) fn quoted_path(path: &str) -> String {
    match path.starts_with('-') && path != "-" {
        true => quoted(&format!("./{path}")),
        false => quoted(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_shell_would_cut_or_carry_out_are_quoted() {
        for (word, posix, windows) in [
            ("plan.toml", "plan.toml", "plan.toml"),
            ("goals[0].target", "'goals[0].target'", "\"goals[0].target\""),
            ("我的 群.toml", "'我的 群.toml'", "\"我的 群.toml\""),
            ("", "''", "\"\""),
            ("=ls", "'=ls'", "\"=ls\""),
            ("it's", "'it'\\''s'", "\"it's\""),
            ("say \"hi\" & del", "'say \"hi\" & del'", "\"say \"\"hi\"\" & del\""),
            ("$(touch CANARY).toml", "'$(touch CANARY).toml'", "\"`$(touch CANARY).toml\""),
            ("`x`“y”", "'`x`“y”'", "\"``x```“y`”\""),
            ("C:\\a b\\", "'C:\\a b\\'", "\"C:\\a b\\\\\""),
            ("a,b", "a,b", "\"a,b\""),
        ] {
            assert_eq!(ShellStyle::Posix.quoted(word), posix);
            assert_eq!(ShellStyle::Windows.quoted(word), windows);
        }
    }

    #[test]
    fn a_path_is_no_option() {
        assert_eq!(quoted_path("-rf.toml"), "./-rf.toml");
        assert_eq!(quoted_path("-"), "-");
        assert_eq!(quoted_path("a-b.toml"), "a-b.toml");
    }

    /// What comes out is one word of a real shell again, and nothing of it is carried out.
    #[cfg(unix)]
    #[test]
    fn a_real_shell_gives_the_word_back() {
        let odd = ["$(touch CANARY)", "a;b", "a\\'b", "*?[x]", "~", "#x", "!!", "a\u{a0}b", "=x", "-n", "é {a,b}"];
        for word in odd {
            let script = format!("printf %s {}", quoted(word));
            let output = std::process::Command::new("sh").args(["-c", &script]).output().expect("a shell");
            assert_eq!(String::from_utf8_lossy(&output.stdout), word);
        }
    }
}
