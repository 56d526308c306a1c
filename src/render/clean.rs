//! Text of a plan is data wherever it lands: what could act there is taken away or escaped.

/// One line of text without control characters: a line end or a tab becomes a space, the rest goes. Marks that
/// turn the direction of writing go too, since they could make a line look like another.
pub fn clean(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let ends = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}');
    let acts = |c: char| c.is_control() || turns(c);
    if !text.contains(|c| ends(c) || acts(c)) {
        return text.to_owned();
    }
    text.chars().filter(|c| ends(*c) || !acts(*c)).map(|c| if ends(c) { ' ' } else { c }).collect()
}

/// The same for text of several lines: line ends stay.
pub fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// One line of text for Markdown: what would be markup is escaped.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_all_markup() {
        assert_eq!(clean("a\u{1b}[31mb\nc\u{202e}d\0"), "a[31mb cd");
        assert_eq!(clean_lines("a\nb\u{7}\r\nc"), "a\nb\nc");
        assert_eq!(markdown("a|b *c* <i>&"), "a\\|b \\*c\\* &lt;i&gt;&amp;");
    }
}
