//! A week on one page: what one person does, or what one channel is sent.
//!
//! Both are laid out as text for a chat or as Markdown. Must not choose the week.

mod channel;
mod person;
mod post;

pub use channel::channel_brief;
pub use person::person_brief;

use crate::render::{clean, markdown};

/// How a brief is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefForm {
    /// Text to be pasted into a chat.
    Text,
    /// Markdown.
    Markdown,
}

/// What is on the page, from the top.
enum BriefPart {
    Title(String),
    /// A word about what follows or went before.
    Note(String),
    Heading(String),
    /// Something to be done, with the text for it.
    Todo(String, Option<String>),
    /// A text to be copied as it is.
    Post(String),
}

fn lay_out(parts: &[BriefPart], form: BriefForm) -> String {
    let lines = |text: &str, before: &str| text.lines().map(|line| format!("{before}{line}\n")).collect::<String>();
    let of = |part: &BriefPart| match (part, form) {
        (BriefPart::Title(title), BriefForm::Text) => format!("{}\n", clean(title)),
        (BriefPart::Title(title), BriefForm::Markdown) => format!("# {}\n", markdown(title)),
        (BriefPart::Note(note), BriefForm::Text) => format!("\n{}\n", clean(note)),
        (BriefPart::Note(note), BriefForm::Markdown) => format!("\n*{}*\n", markdown(note)),
        (BriefPart::Heading(heading), BriefForm::Text) => format!("\n== {}\n", clean(heading)),
        (BriefPart::Heading(heading), BriefForm::Markdown) => format!("\n## {}\n\n", markdown(heading)),
        (BriefPart::Todo(what, text), BriefForm::Text) => {
            format!("  {}\n{}", clean(what), lines(text.as_deref().unwrap_or_default(), "      "))
        }
        (BriefPart::Todo(what, text), BriefForm::Markdown) => {
            let text = text.as_deref().unwrap_or_default().lines().map(|line| format!("  > {}\n", markdown(line)));
            format!("- [ ] {}\n{}", markdown(what), text.collect::<String>())
        }
        (BriefPart::Post(text), BriefForm::Text) => format!("\n{}", lines(text, "")),
        (BriefPart::Post(text), BriefForm::Markdown) => {
            let fence = fence(text);
            format!("{fence}text\n{}{fence}\n", lines(text, ""))
        }
    };
    parts.iter().map(of).collect()
}

/// A fence that no line of the text can close.
fn fence(text: &str) -> String {
    let longest = text.lines().map(|line| line.trim_start().chars().take_while(|c| *c == '`').count()).max();
    "`".repeat(longest.unwrap_or_default().max(2) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_stays_as_it_is_and_cannot_leave_its_fence() {
        let parts = [BriefPart::Heading("a *b*".to_owned()), BriefPart::Post("one\n````\n# two".to_owned())];
        assert_eq!(lay_out(&parts, BriefForm::Markdown), "\n## a \\*b\\*\n\n`````text\none\n````\n# two\n`````\n");
        assert_eq!(lay_out(&parts, BriefForm::Text), "\n== a *b*\n\none\n````\n# two\n");
    }

    #[test]
    fn a_text_stands_below_its_task() {
        let parts = [BriefPart::Todo("08:00 say".to_owned(), Some("good\n<b>".to_owned()))];
        assert_eq!(lay_out(&parts, BriefForm::Text), "  08:00 say\n      good\n      <b>\n");
        assert_eq!(lay_out(&parts, BriefForm::Markdown), "- [ ] 08:00 say\n  > good\n  > &lt;b&gt;\n");
    }
}
