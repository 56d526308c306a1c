//! What an export covers: days, channels, people, and what was left out.

use std::collections::BTreeMap;

/// No more kinds of records than this are named.
const MOST_KINDS: usize = 50;

/// What was read, in numbers. The only words are names of kinds of records, cleaned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportCoverage {
    /// The first and the last second of anything that counts.
    pub seconds: Option<(i64, i64)>,
    /// Messages of people.
    pub messages: u64,
    /// Records of people who joined, and of people who left.
    pub joins: u64,
    /// Records of people who left.
    pub leaves: u64,
    /// Records of bots.
    pub bots: u64,
    /// Records without an author: deleted accounts.
    pub without_author: u64,
    /// Records that were there twice.
    pub duplicates: u64,
    /// Records without a time that can be read.
    pub without_time: u64,
    /// Lines or records that cannot be read.
    pub unreadable: u64,
    /// Files and conversations that are private and were not opened.
    pub private: u64,
    /// Records of kinds that are no speech, by kind.
    pub other_kinds: BTreeMap<String, u64>,
}

impl ExportCoverage {
    /// Widens the days that are covered.
    pub(super) fn cover(&mut self, second: i64) {
        self.seconds =
            Some(self.seconds.map_or((second, second), |(first, last)| (first.min(second), last.max(second))));
    }

    /// Counts a record of another kind. The name comes from the file: what is no plain word is not kept.
    pub(super) fn other_kind(&mut self, kind: &str) {
        let is_plain = !kind.is_empty()
            && kind.len() <= 40
            && kind.bytes().all(|b| b.is_ascii_alphanumeric() || b"_- ".contains(&b));
        let has_room = self.other_kinds.len() < MOST_KINDS || self.other_kinds.contains_key(kind);
        let name = if is_plain && has_room { kind } else { "other" };
        *self.other_kinds.entry(name.to_owned()).or_default() += 1;
    }
}
