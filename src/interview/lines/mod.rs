//! What an operator pastes, one thing on a line or several between semicolons: people, channels, activities, products.
//!
//! Nothing is dropped: what cannot be read comes back with its line and what is expected there.
//! Must not know the questions.

mod activities;
mod assigned;
mod audience_words;
mod channel_title;
mod channel_words;
mod channels;
mod clock_words;
mod day_span;
mod first_day;
mod fitting_sop;
mod form_words;
mod known_place;
mod leader;
mod many_channels;
mod masked_names;
mod meeting_place;
mod named_channels;
mod part;
mod pasted;
mod people;
mod people_reader;
mod person_atoms;
mod person_details;
mod person_name;
mod person_remark;
mod person_self;
mod product_terms;
mod products;
mod role_table;
mod role_word;
mod several_days;
mod split;
mod team_line;
#[cfg(test)]
mod tests;
mod time_words;
mod venue;
mod without_sop;
mod written_day;

pub use activities::{ActivityLine, activities};
pub use channel_words::ChannelLine;
pub use channels::channels;
pub use leader::{Leader, LeaderDoubt};
pub use masked_names::activities_of_team;
pub use pasted::{PastedLines, UnreadLine};
pub use people::people;
pub use products::{ProductLine, products};
pub use role_word::RoleWord;
pub(super) use split::lines as split_lines;
pub use team_line::{HeadcountLine, PersonLine, TeamLine};
