//! The interview: questions as rows, answers as data, a pure state machine between them, and edits on a starter.
//!
//! | file | holds |
//! |---|---|
//! | `question.rs`, `rows/` | what a question is; the questions themselves, a row each |
//! | `answer.rs`, `typed.rs`, `refusal.rs` | what is typed → a value, or what is wanted instead |
//! | `answers.rs` | all answers; the draft of an interview is such a file |
//! | `starter.rs`, `setting.rs` | what the starter says, and what is known while a question is asked |
//! | `part.rs` | elements of lists that questions mean by what they are |
//! | `machine.rs` | `next`, `answer`, `back` |
//! | `chapter.rs` | the chapters of the full interview, each summed up at its end |
//! | `gaps.rs` | which questions fill what lint finds missing in a plan |
//! | `invented.rs` | what a new plan still has that is true of the starter's made-up community alone |
//! | `reckoning.rs` | whether the prices answered cover the costs |
//! | `build/` | answers → edits; a plan → the edits that make a new community of it |
//! | `adding/` | one more thing in a list of a plan: what it needs, and the edit that adds it |
//!
//! May not: touch a terminal, the clock, files.

pub mod adding;
mod answer;
mod answers;
mod build;
mod chapter;
mod gaps;
mod invented;
mod machine;
mod name_list;
mod part;
mod price;
mod question;
mod reckoning;
mod refusal;
mod rows;
mod setting;
mod sheet;
mod starter;
#[cfg(test)]
mod tests;

pub use answer::{named, show};
pub use answers::Answers;
pub use build::{Copied, Draft, copied};
pub use chapter::{Chapter, Heading, Summary};
pub use gaps::gaps;
pub use invented::Invented;
pub use machine::{Ask, Interview};
pub use question::{Choice, Default, Kind, Mode, Options, Question};
pub use refusal::{AnswersError, Problem, Refusal, example};
pub use rows::{find, questions};
pub use setting::Setting;
pub use sheet::{Sheet, sheets};
