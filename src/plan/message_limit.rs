//! How long a message on a platform may be, in what the platform counts.

use super::Plan;
use super::channels::Platform;
use crate::knowledge::platform::{bytes_limit, text_limit};

/// How long one message may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageLimit {
    /// Characters; those that take two units of UTF-16, such as most emoji, count as two.
    Characters(usize),
    /// Bytes of UTF-8; most Chinese characters take three.
    Bytes(usize),
}

impl MessageLimit {
    /// The limit of a platform: the plan's own, else the smaller of those that are known.
    pub fn of(platform: Platform, plan: &Plan) -> Option<Self> {
        let number = |n: i64| usize::try_from(n).ok().filter(|n| *n > 0);
        let own = plan.limits.get(platform.word()).and_then(|limit| limit.text).and_then(|n| number(n.into()));
        let bytes = || bytes_limit(platform.word()).and_then(|(n, _)| number(n)).map(Self::Bytes);
        let characters = || text_limit(platform.word()).and_then(|(n, _)| number(n)).map(Self::Characters);
        own.map(Self::Characters).or_else(bytes).or_else(characters)
    }

    /// How many there may be.
    pub const fn most(self) -> usize {
        match self {
            Self::Characters(n) | Self::Bytes(n) => n,
        }
    }

    /// How long a text is, in what this limit counts.
    pub fn length(self, text: &str) -> usize {
        match self {
            Self::Characters(_) => text.encode_utf16().count(),
            Self::Bytes(_) => text.len(),
        }
    }

    /// Whether a text is one message.
    pub fn fits(self, text: &str) -> bool {
        self.length(text) <= self.most()
    }

    /// Where the longest beginning of a text that fits ends.
    pub fn longest(self, text: &str) -> usize {
        let mut length = 0;
        let over = text.char_indices().find(|(_, c)| {
            length += self.length(c.encode_utf8(&mut [0; 4]));
            length > self.most()
        });
        over.map_or(text.len(), |(at, _)| at)
    }

    /// The same with room left for another text.
    pub fn beside(self, other: &str) -> Self {
        let most = self.most().saturating_sub(self.length(other));
        match self {
            Self::Characters(_) => Self::Characters(most),
            Self::Bytes(_) => Self::Bytes(most),
        }
    }
}
