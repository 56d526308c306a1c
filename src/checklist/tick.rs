//! The box of a line, in all the ways in which people and editors write it.

/// What is in boxes that are not done: half done, forwarded, scheduled, important, a question.
const OPEN: [&str; 6] = ["/", ">", "<", "!", "?", "？"];
/// What people write for a tick.
const TICKS: [&str; 12] = ["x", "X", "v", "V", "√", "✓", "✔", "☑", "✅", "×", "✗", "对"];

/// A line with a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Boxed<'l> {
    /// Whether it is done.
    pub done: bool,
    /// What is in the box, where that is neither blank nor a tick.
    pub status: Option<&'l str>,
    /// The words after it.
    pub words: &'l str,
}

/// The box of a line; none without one.
pub(super) fn boxed(line: &str) -> Option<Boxed<'_>> {
    let line = unbulleted(line);
    let inside = line.strip_prefix('\\').unwrap_or(line).strip_prefix(['[', '［']);
    let inside = inside.and_then(|rest| rest.split_once([']', '］']));
    let inside = inside.map(|(tick, words)| (tick.strip_suffix('\\').unwrap_or(tick).trim(), words.trim()));
    if let Some((tick, words)) = inside.filter(|(tick, _)| tick.chars().count() <= 3) {
        // an empty pair of brackets before a bracket is a link without a text
        if words.starts_with('(') && !tick.is_empty() && !TICKS.contains(&tick) {
            return None;
        }
        let is_plain = tick.is_empty() || TICKS.contains(&tick);
        let done = !tick.is_empty() && !OPEN.contains(&tick);
        return Some(Boxed { done, status: Some(tick).filter(|_| !is_plain), words });
    }
    let done = line.strip_prefix(['☑', '✅', '✔', '✓', '√', '☒']);
    let done = done.map(|words| (true, words.trim_start_matches('\u{fe0f}')));
    let (done, words) = done.or_else(|| line.strip_prefix(['☐', '⬜', '□']).map(|words| (false, words)))?;
    Some(Boxed { done, status: None, words: words.trim() })
}

/// A line without its bullet or number.
pub(super) fn unbulleted(line: &str) -> &str {
    bullet(line).map_or_else(|| line.trim_start(), |(_, rest)| rest)
}

/// The bullet or number of a line, and what comes after it; none without one.
pub(super) fn bullet(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let end = match (digits, line[digits..].chars().next()?) {
        (0, c @ ('-' | '*' | '+' | '•' | '·')) => c.len_utf8(),
        (1..=9, c @ ('.' | ')' | '、' | '）')) => digits + c.len_utf8(),
        _ => return None,
    };
    // `\-` and `1\.` are text; `**bold**` and `1.5` are no bullets
    let (mark, rest) = line.split_at(end);
    let is_alone = rest.is_empty() || rest.starts_with([' ', '\t', '[', '［', '\\']) || mark.ends_with('、');
    is_alone.then(|| (mark, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticked(line: &str) -> (bool, &str) {
        boxed(line).map_or((false, unbulleted(line).trim()), |boxed| (boxed.done, boxed.words))
    }

    #[test]
    fn ticks_are_read_as_people_write_them() {
        for done in [
            "- [x] a",
            "* [X] a",
            "+ [x] a",
            "-[x] a",
            "- [x ] a",
            "- [ x] a",
            "- [√] a",
            "- [✓] a",
            "- [v]a",
            "- ［x］ a",
            "☑ a",
            "- ✅ a",
            "✔\u{fe0f} a",
            "1. [x] a",
            "12) [x] a",
            "3、[x] a",
            "- \\[x\\] a",
            "- \\[x] a",
        ] {
            assert_eq!(ticked(done), (true, "a"), "{done}");
        }
        for open in ["- [ ] a", "* [] a", "-[ ] a", "☐ a", "□ a", "- a", "a", "- ［　］ a", "2. [ ] a", "- \\[ \\] a"]
        {
            assert_eq!(ticked(open), (false, "a"), "{open}");
        }
        assert_eq!(ticked("- [x] [看这里](x) a"), (true, "[看这里](x) a"));
        assert_eq!(ticked("- [see here](x)"), (false, "[see here](x)"), "a link is no box");
        assert_eq!(ticked("- [faq](x)"), (false, "[faq](x)"), "a short link is no box");
    }

    #[test]
    fn a_box_that_is_half_done_or_dropped_keeps_what_is_in_it() {
        let of = |line| boxed(line).map(|boxed| (boxed.done, boxed.status));
        assert_eq!(
            [of("- [/] a"), of("- [>] a"), of("- [-] a")],
            [Some((false, Some("/"))), Some((false, Some(">"))), Some((true, Some("-")))]
        );
        assert_eq!([of("- [x] a"), of("- [ ] a")], [Some((true, None)), Some((false, None))]);
    }

    #[test]
    fn bullets_and_numbers_are_no_words() {
        for line in ["- a", "* a", "+ a", "1. a", "10) a", "  - a", "2、a"] {
            assert!(bullet(line).is_some_and(|(_, rest)| rest == "a"), "{line}");
        }
        for line in ["a", "**a**", "1.5 a", "-a", "2026-12-01 a", ""] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }
}
