//! What an operator pastes, one thing on a line or several between semicolons: people, channels, activities, products.
//!
//! Nothing is dropped: what cannot be read comes back with its line and what is expected there.
//! Must not know the questions.

mod activities;
mod assigned;
mod channel_title;
mod channel_words;
mod channels;
mod first_day;
mod fitting_sop;
mod leader;
mod many_channels;
mod meeting_place;
mod part;
mod pasted;
mod people;
mod person_atoms;
mod person_details;
mod person_name;
mod product_terms;
mod products;
mod role_table;
mod role_word;
mod split;
#[cfg(test)]
mod tests;
mod time_words;
mod without_sop;

pub use activities::{ActivityLine, activities};
pub use channel_words::ChannelLine;
pub use channels::channels;
pub use leader::{Leader, LeaderDoubt};
pub use pasted::{PastedLines, UnreadLine};
pub use people::{HeadcountLine, PersonLine, TeamLine, people};
pub use products::{ProductLine, products};
pub use role_word::RoleWord;
pub(super) use split::lines as split_lines;
