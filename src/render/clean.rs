//! Text of a plan is data wherever it lands: what could act there is taken away or escaped.

use std::borrow::Cow;

/// One line of text without control characters: a line end or a tab becomes a space, the rest goes. Marks that
/// turn the direction of writing go too, since they could make a line look like another; characters that nobody
/// sees are shown by number.
pub fn clean(text: &str) -> String {
    if !text.contains(|c| ends(c) || acts(c) || is_unseen(c)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if ends(c) => out.push(' '),
            c if is_unseen(c) => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c if acts(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Ends a line, or moves on within it.
const fn ends(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Moves the cursor, changes the terminal, or turns the direction of writing.
fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Takes no room and joins nothing that scripts or emoji need: zero width space, marks of direction, tags.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}')
        || matches!(c, '\u{e0000}'..='\u{e0fff}')
}

/// What is about to be shown on a terminal: colours and weights stay, whatever else a terminal would obey goes. The last
/// door, so that a text which was not cleaned before does no harm.
pub fn for_terminal(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| acts(c) && c != '\n' && c != '\t' || matches!(c, '\u{2028}' | '\u{2029}');
    // nearly all texts hold none of these bytes
    let is_suspect =
        |byte: u8| byte < 0x20 && byte != b'\n' && byte != b'\t' || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef);
    if !text.bytes().any(is_suspect) || !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(obeyed) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let kept = colour(from).unwrap_or_default();
        out.push_str(kept);
        let gone = if kept.is_empty() { from.chars().next().map_or(0, char::len_utf8) } else { kept.len() };
        rest = &from[gone..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The sequence for a colour or a weight that a text starts with; none that hides what is written.
fn colour(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("\u{1b}[")?;
    let end = inside.find(|c: char| !matches!(c, '0'..='9' | ';'))?;
    let mut codes = inside[..end].split(';').map(|code| code.parse::<u8>().unwrap_or(0));
    while let Some(code) = codes.next() {
        match code {
            // a colour by number, or by red, green and blue
            38 | 48 => {
                let parts = if codes.next() == Some(2) { 3 } else { 1 };
                codes.by_ref().take(parts).for_each(drop);
            }
            // blinks, or hides
            5 | 6 | 8 => return None,
            _ => {}
        }
    }
    inside[end..].starts_with('m').then(|| &text[..end + 3])
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
        assert_eq!(clean("Mi\u{200b}a\u{200f} \u{e0041}"), "Mi<U+200B>a<U+200F> <U+E0041>");
        assert_eq!(
            clean("👩\u{200d}🔬 می\u{200c}خواهم"),
            "👩\u{200d}🔬 می\u{200c}خواهم",
            "what scripts and emoji need"
        );
        assert_eq!(clean_lines("a\nb\u{7}\r\nc"), "a\nb\nc");
        assert_eq!(markdown("a|b *c* <i>&"), "a\\|b \\*c\\* &lt;i&gt;&amp;");
    }

    #[test]
    fn a_terminal_gets_colours_and_no_commands() {
        for (text, shown) in [
            ("plain, 晨光 “x” é\n\tnext", "plain, 晨光 “x” é\n\tnext"),
            ("\u{1b}[1m\u{1b}[31merror\u{1b}[0m", "\u{1b}[1m\u{1b}[31merror\u{1b}[0m"),
            ("\u{1b}[38;5;208mx\u{1b}[m", "\u{1b}[38;5;208mx\u{1b}[m"),
            ("a\u{1b}]0;title\u{7}b", "a]0;titleb"),
            ("a\u{1b}[2Jb\u{1b}[H\u{1b}[8mc", "a[2Jb[H[8mc"),
            ("a\rb\u{8}c\u{7f}\u{9b}31md", "abc31md"),
            ("a\u{2028}b\u{202e}c\u{1b}", "abc"),
        ] {
            assert_eq!(for_terminal(text), shown, "{text:?}");
        }
    }
}
