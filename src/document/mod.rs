//! Texts to paste, made from a plan: a welcome, the rules, an introduction, and so on.
//!
//! A plan becomes a [`DocumentContext`] of plain words, a template makes a text of it in the mark-up of a platform, and the
//! text is cut into messages no longer than the platform takes. Only what the plan's people wrote or confirmed gets in.
//! Must not touch files; the user's templates are handed in as texts.
//!
//! | file | holds |
//! |---|---|
//! | `kind.rs` | which documents there are, and where they are posted |
//! | `own_plan.rs` | a plan without what is still a starter's |
//! | `context.rs`, `team_facts.rs` | what templates know |
//! | `gather.rs`, `draw.rs`, `team.rs` | how it comes from the plan |
//! | `wanted.rs` | what a document needs and the plan lacks |
//! | `markup.rs` | bold, headings and lists of a platform; how plan text is escaped for it |
//! | `template.rs`, `template_error.rs` | templates, rendered within bounds; what is wrong with them, and where |
//! | `messages.rs` | a text as messages of a length |

mod context;
mod draw;
mod gather;
mod kind;
mod known;
mod make;
mod markup;
mod messages;
mod own_plan;
mod team;
mod team_facts;
mod template;
mod template_error;
#[cfg(test)]
mod tests;
mod wanted;

pub use crate::plan::MessageLimit;
pub use context::DocumentContext;
pub use gather::{DocumentSubject, context};
pub use kind::DocumentKind;
pub use make::{DocumentRequest, MadeDocument, default_channel, make};
pub use markup::Markup;
pub use messages::split;
pub use own_plan::own_plan;
pub use template::{OwnTemplates, TEMPLATE_ENDING};
pub use template_error::TemplateError;
pub use wanted::{Wanted, WantedState, wanted};
