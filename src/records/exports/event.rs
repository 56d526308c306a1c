//! What an export says happened, without a word of what was said.

use crate::value::Day;

/// One thing that happened. Members and channels are numbers of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportEvent {
    /// Someone wrote something.
    Message(PassingMessage),
    /// Someone reacted to a message.
    Reaction {
        /// Where.
        channel: u32,
        /// Who.
        member: u32,
        /// When the message was written: exports do not say when the reaction came.
        second: i64,
    },
    /// Someone joined.
    Joined {
        /// Where.
        channel: u32,
        /// Who.
        member: u32,
        /// When.
        second: i64,
    },
    /// Someone left, or was removed.
    Left {
        /// Where.
        channel: u32,
        /// Who.
        member: u32,
        /// When.
        second: i64,
    },
    /// What a platform counted of all groups on a day.
    GroupDay {
        /// The day.
        day: Day,
        /// Who joined.
        joined: u64,
        /// How many members there are.
        members: u64,
    },
}

/// One message: ids are digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassingMessage {
    /// Where it was written.
    pub channel: u32,
    /// Who wrote it.
    pub member: u32,
    /// When, in seconds since 1970.
    pub second: i64,
    /// What it is known by.
    pub id: u64,
    /// What it answers: a reply, the root of a thread, or the last message of the person who is mentioned.
    pub replies_to: Option<u64>,
}
