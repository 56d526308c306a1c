//! Bold, headings and lists as platforms write them, and plan text that means nothing there but itself.

use crate::language::Language;
use crate::plan::channels::Platform;
use crate::render::clean_lines;

/// How a platform marks text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Markup {
    /// Not at all: what is pasted is what is seen.
    Plain,
    /// Markdown, which escapes with a backslash.
    Markdown,
    /// One star for bold, and no way to escape: Slack, WhatsApp.
    SingleStar,
    /// Two stars for bold, and no way to escape: Telegram.
    DoubleStar,
}

/// Words that notify everyone in a channel when they come after an `@`.
const EVERYONE: [&str; 5] = ["everyone", "here", "channel", "all", "room"];
/// Keeps an `@` and the word behind it apart, unseen.
const APART: char = '\u{200b}';

impl Markup {
    /// The mark-up of what is typed into a platform.
    pub const fn of(platform: Option<Platform>) -> Self {
        match platform {
            Some(
                Platform::Discord
                | Platform::Discourse
                | Platform::Forum
                | Platform::Reddit
                | Platform::Matrix
                | Platform::Github
                | Platform::Zulip
                | Platform::Mattermost
                | Platform::Website
                | Platform::Blog,
            ) => Self::Markdown,
            Some(Platform::Slack | Platform::Whatsapp) => Self::SingleStar,
            Some(Platform::Telegram) => Self::DoubleStar,
            _ => Self::Plain,
        }
    }

    /// Text of a plan, so that nothing in it is taken for mark-up or notifies everyone; addresses stay as they are.
    pub fn escape(self, text: &str) -> String {
        let text = clean_lines(text);
        if self == Self::Plain {
            return text;
        }
        let lines = text.split('\n').map(|line| self.escape_line(line));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn escape_line(self, line: &str) -> String {
        let mut out = String::with_capacity(line.len() + 8);
        let mut rest = line;
        while !rest.is_empty() {
            let (before, address, after) = next_address(rest);
            self.escape_words(before, out.is_empty(), &mut out);
            match (self, address) {
                (_, "") => {}
                (Self::Markdown, address) if !address.contains(['<', '>']) => out.push_str(&format!("<{address}>")),
                (_, address) => out.push_str(address),
            }
            rest = after;
        }
        out
    }

    /// Words without an address; at the start of a line more is mark-up.
    fn escape_words(self, words: &str, is_start: bool, out: &mut String) {
        let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let mut before = None;
        for (at, c) in words.char_indices() {
            let rest = &words[at + c.len_utf8()..];
            let is_first = is_start && at == 0;
            let is_numbering = is_start && digits > 0 && at == digits && matches!(c, '.' | ')');
            match (self, c) {
                (_, '@') if EVERYONE.iter().any(|word| starts_with_word(rest, word)) => {
                    out.push('@');
                    out.push(APART);
                }
                (Self::Markdown, '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '<' | '>' | '&') => {
                    out.push('\\');
                    out.push(c);
                }
                (Self::Markdown, '#' | '-' | '+' | '=') if is_first => {
                    out.push('\\');
                    out.push(c);
                }
                (Self::Markdown, _) if is_numbering => {
                    out.push('\\');
                    out.push(c);
                }
                // without a way to escape, a sign that looks the same and marks nothing
                (Self::SingleStar, '*') => out.push('∗'),
                (Self::SingleStar, '~') => out.push('∼'),
                (Self::SingleStar | Self::DoubleStar, '`') => out.push('ˋ'),
                (Self::SingleStar, '_') if !is_within_word(before, rest) => out.push('ˍ'),
                (Self::SingleStar, '>') if is_first => out.push('›'),
                (Self::SingleStar, '<') if rest.starts_with(['!', '@', '#']) => {
                    out.push('<');
                    out.push(APART);
                }
                (Self::DoubleStar, '*' | '_' | '~' | '|') if before == Some(c) => {
                    out.push('\u{2060}');
                    out.push(c);
                }
                (_, c) => out.push(c),
            }
            before = Some(c);
        }
    }

    /// The title of a document; the text is escaped already.
    pub fn title(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Markdown => format!("# {text}"),
            Self::SingleStar | Self::DoubleStar => self.bold(text),
        }
    }

    /// The heading of a part.
    pub fn heading(self, text: &str, language: Language) -> String {
        match (self, language) {
            (Self::Plain, Language::Zh) => format!("【{text}】"),
            (Self::Plain, Language::En) => format!("{text}:"),
            (Self::Markdown, _) => format!("## {text}"),
            (Self::SingleStar | Self::DoubleStar, _) => self.bold(text),
        }
    }

    /// Bold words, where a platform has bold ones.
    pub fn bold(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Markdown | Self::DoubleStar => format!("**{text}**"),
            Self::SingleStar => format!("*{text}*"),
        }
    }

    /// An item of a list; further lines of it are indented.
    pub fn item(self, text: &str, depth: usize) -> String {
        let (mark, step) = match self {
            Self::Plain => ("·", "  "),
            Self::Markdown => ("-", "  "),
            Self::SingleStar | Self::DoubleStar => ("•", "    "),
        };
        let indent = step.repeat(depth);
        format!("{indent}{mark} {}", text.replace('\n', &format!("\n{indent}  ")))
    }
}

/// Whether a text starts with a word that ends there.
fn starts_with_word(text: &str, word: &str) -> bool {
    let Some(head) = text.get(..word.len()) else { return false };
    let is_end = !text[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    head.eq_ignore_ascii_case(word) && is_end
}

fn is_within_word(before: Option<char>, rest: &str) -> bool {
    before.is_some_and(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric)
}

/// What comes before the first web address, the address, and the rest.
fn next_address(text: &str) -> (&str, &str, &str) {
    let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min() else {
        return (text, "", "");
    };
    let (before, from) = text.split_at(start);
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`');
    let end = from.find(|c: char| !is_part(c)).unwrap_or(from.len());
    // what ends the sentence is no part of the address
    let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_', '~']);
    (before, address, &from[address.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plan_text_is_no_markup_anywhere() {
        let text = "*bold* _it_ `code` ~x~ [a](b) <b> # h @everyone";
        assert_eq!(Markup::Plain.escape(text), text);
        assert_eq!(
            Markup::Markdown.escape(text),
            "\\*bold\\* \\_it\\_ \\`code\\` \\~x\\~ \\[a\\](b) \\<b\\> # h @\u{200b}everyone"
        );
        assert_eq!(Markup::SingleStar.escape(text), "∗bold∗ ˍitˍ ˋcodeˋ ∼x∼ [a](b) <b> # h @\u{200b}everyone");
        assert_eq!(Markup::DoubleStar.escape("**x** __y__ a_b"), "*\u{2060}*x*\u{2060}* _\u{2060}_y_\u{2060}_ a_b");
        assert_eq!(Markup::SingleStar.escape("> a <!here> my_name"), "› a <\u{200b}!here> my_name");
    }

    #[test]
    fn the_start_of_a_line_begins_no_list_and_no_heading() {
        assert_eq!(Markup::Markdown.escape("# a\n- b\n12. c\n1.5 d\n+ e"), "\\# a\n\\- b\n12\\. c\n1\\.5 d\n\\+ e");
        assert_eq!(Markup::Markdown.escape("a - b + c 1. d"), "a - b + c 1. d");
    }

    #[test]
    fn addresses_stay_whole() {
        let text = "see https://a.example/x_y*z?q=1#t. 或 http://b.example/，好";
        assert_eq!(Markup::Plain.escape(text), text);
        assert_eq!(Markup::Markdown.escape(text), "see <https://a.example/x_y*z?q=1#t>. 或 <http://b.example/>，好");
        assert_eq!(Markup::SingleStar.escape(text), text);
    }

    #[test]
    fn only_words_that_notify_everyone_are_kept_apart() {
        assert_eq!(Markup::SingleStar.escape("@Here @hereby @anna @all!"), "@\u{200b}Here @hereby @anna @\u{200b}all!");
    }

    #[test]
    fn control_characters_never_get_in() {
        for markup in [Markup::Plain, Markup::Markdown, Markup::SingleStar, Markup::DoubleStar] {
            assert_eq!(markup.escape("a\u{1b}[31m\u{202e}b\r\nc"), markup.escape("a[31mb\nc"));
        }
    }
}
