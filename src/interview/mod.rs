//! The interview: questions as rows, answers as data, a pure state machine between them, and edits on a starter.
//!
//! | file | holds |
//! |---|---|
//! | `question.rs`, `choice.rs`, `chapter.rs` | what a question is; what can be chosen; the chapters |
//! | `rows/`, `adding/` | the questions themselves, a row each: about the plan, about one more thing in it |
//! | `starter.rs`, `context.rs` | the starter, and what is known while a question is asked |
//! | `answer.rs`, `name_list.rs`, `price.rs`, `refusal.rs` | what is typed → a value, or why it is not accepted |
//! | `shown.rs`, `colour.rs` | a value as people say it |
//! | `answers.rs`, `answers_file.rs` | all answers; the same as a file, which the draft of an interview is too |
//! | `lines/`, `read_back.rs`, `sizes.rs` | what is typed line by line, and shown as it was understood |
//! | `from_table.rs` | lines of answers from a table that people keep already |
//! | `zone.rs` | the time zone where nobody types one |
//! | `ticks.rs` | what is ticked: usual rules, and things of a starter |
//! | `machine.rs`, `prompt.rs`, `summary.rs` | `next`, `answer`, `back`; a question as it is put; what was answered |
//! | `edits/` | answers → edits; a plan → the edits that make a new community of it |
//! | `named_element.rs` | elements of lists that questions mean by what they are |
//! | `menu.rs`, `held.rs` | the chapters to choose from; what of them is own, borrowed, missing |
//! | `next_dates.rs` | the dates that a cadence just answered gives next |
//! | `none.rs` | "we have none" as an answer |
//! | `gaps.rs`, `plan_answer.rs` | which questions fill what a plan lacks or has from a starter; answers as edits of it |
//! | `break_even.rs` | whether the prices answered cover the costs |
//! | `lines/` | people, channels, activities and products as they are pasted, one on a line |
//! | `contradictions.rs` | what the answers so far say against each other |
//! | `question_info.rs` | the questions as a list to be printed |
//!
//! Must not touch a terminal, the clock, files.

pub mod adding;
mod answer;
mod answers;
mod answers_file;
mod break_even;
mod chapter;
mod choice;
mod colour;
mod context;
mod contradictions;
mod edits;
mod first_date;
mod from_table;
mod gaps;
mod held;
mod leads;
pub mod lines;
mod machine;
mod menu;
mod name_list;
mod named_element;
mod next_dates;
mod none;
mod outcome;
mod plan_answer;
mod price;
mod prompt;
mod question;
mod question_info;
mod read_back;
mod refusal;
mod rows;
mod shown;
mod size_goal;
mod sizes;
mod starter;
mod summary;
#[cfg(test)]
mod tests;
mod ticks;
mod zone;

pub use answers::Answers;
pub use chapter::{Chapter, Heading};
pub use choice::AnswerChoice;
pub use context::InterviewContext;
pub use edits::DraftPlan;
pub use from_table::{TableAnswers, lines_of_items};
pub use gaps::{gaps, of_plan};
pub use held::{ChapterState, Held};
pub use machine::Interview;
pub use outcome::InterviewOutcome;
pub use plan_answer::PlanAnswer;
pub use prompt::Prompt;
pub use question::{AnswerKind, ChoiceSource, DefaultAnswer, Mode, Question};
pub use question_info::{QuestionInfo, question_infos};
pub use read_back::ReadLines;
pub use refusal::{AnswersError, AnswersProblem, Refusal, example};
pub use rows::{find, questions};
pub(crate) use shown::amount_in_words;
pub use shown::shown;
pub use summary::Summary;
pub use zone::ZoneSource;
