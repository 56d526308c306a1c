//! What is missing, asked for one by one on a terminal.

use super::super::args::RecordReadings as Asked;
use super::super::edit::{self, Draft};
use super::super::failure::Failure;
use super::super::session::Session;
use super::super::{out, prompt};
use super::subject::RecordSubject;
use crate::language::Text;
use crate::render::{MissingLine, clean};

const SKIPPED: Text = Text::new("跳过。", "Skipped.");

const OF_EVENT: Text = Text::new(
    "来了多少人？还可以写 报名=17 评分=4.6（回车跳过）",
    "How many came? You can add signed-up=17 score=4.6 (Enter skips)",
);

const OF_GOAL: Text =
    Text::new("现在是多少？如 34% 或 72/210（回车跳过）", "What is it now? Such as 34% or 72/210 (Enter skips)");

/// Asks for each missing value; an empty line skips it. What is typed goes the way of the command line.
pub(super) fn walk(
    lines: &[MissingLine],
    (asked, draft, session): (&Asked, &Draft, &Session),
    recorded: impl Fn(&Asked, &Session) -> Result<u8, Failure>,
) -> Result<(), Failure> {
    let language = draft.opened.language;
    for (at, line) in lines.iter().enumerate() {
        out::message(&clean(&format!("{}/{} {}", at + 1, lines.len(), line.heading())));
        let question = if line.is_event() { OF_EVENT } else { OF_GOAL };
        while let Some(typed) = prompt::text(question, SKIPPED, language)? {
            let words = line.words().into_iter().chain(values_of(&typed, line.is_event())).collect();
            match recorded(&Asked { words, ..asked.clone() }, session) {
                Ok(_) => break,
                Err(failure) => out::failure(&failure, language),
            }
        }
    }
    Ok(())
}

/// The same request with the values that were left out, where someone can be asked for them.
pub(super) fn with_values(asked: &Asked, session: &Session) -> Result<Asked, Failure> {
    if !prompt::can_ask() {
        return Ok(asked.clone());
    }
    let draft = edit::open(&asked.reading.plan, session)?;
    let (subject, values) = RecordSubject::find(&asked.words, &draft)?;
    if !values.is_empty() {
        return Ok(asked.clone());
    }
    out::message(&clean(&subject.title));
    let question = if subject.is_event { OF_EVENT } else { OF_GOAL };
    let typed = prompt::text(question, SKIPPED, draft.opened.language)?.unwrap_or_default();
    let words = asked.words.iter().cloned().chain(values_of(&typed, subject.is_event)).collect();
    Ok(Asked { words, ..asked.clone() })
}

/// The words of an answer; of an event a bare number is who came.
fn values_of(typed: &str, is_event: bool) -> Vec<String> {
    let is_bare = |word: &str| is_event && !word.contains(['=', '＝', ':', '：']);
    typed.split_whitespace().map(|word| if is_bare(word) { format!("came={word}") } else { word.to_owned() }).collect()
}
