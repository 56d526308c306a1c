//! Version 1 of the schedule for programs. Frozen: fields may be added, none is renamed, removed or changed in type.
//!
//! Dates are `2026-12-05`; moments are RFC 3339 with the offset of `time_zone`; `to` is included; what is not known
//! is `null`. Names and titles are in the language asked for, codes and words are the same in both.
//!
//! The whole has `version` (always 1), `plan`, `time_zone` (an IANA name), `from`, `to`, `days` (every day of the range, in
//! order), `entries` (in order of time) and `problems`.

use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Plan {
    pub id: String,
    pub name: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Day {
    pub date: String,
    /// ISO 8601: 1 is Monday, 7 Sunday.
    pub weekday: i32,
    /// `off`, `workday`, `weekend` or `unannounced`.
    pub status: &'static str,
    /// A workday by notice, whatever its weekday.
    pub make_up: bool,
    /// The holiday that makes it a day off or for which it makes up.
    pub name: Option<String>,
    pub festivals: Vec<&'static str>,
    pub lunar: Option<String>,
    /// The solar term that begins.
    pub term: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Entry<'a> {
    /// Stays the same for ever, over edits that keep the item's id.
    pub uid: &'a str,
    /// The id of the item; of a task its activity's, of a phase the phase's word.
    pub item: &'a str,
    /// `activity`, `content`, `task`, `review`, `meeting`, `phase`, `programme` or `festival`.
    pub kind: &'static str,
    pub title: &'a str,
    /// The day of `start`.
    pub date: String,
    /// A moment; a date where `all_day`.
    pub start: String,
    /// A moment; the last day, included, where `all_day` and longer than a day.
    pub end: Option<String>,
    pub all_day: bool,
    pub minutes: Option<i32>,
    pub person: Option<&'a str>,
    pub role: Option<&'a str>,
    pub staff: Vec<Helper<'a>>,
    /// The id of the first of `channels`.
    pub channel: Option<&'a str>,
    pub channels: Vec<Channel<'a>>,
    pub cohort: Option<&'a str>,
    pub place: Option<&'a str>,
    /// `promotion`, `organisation` or `evaluation`.
    pub stage: Option<&'static str>,
    /// What counts as done, what it serves, what is looked at.
    pub details: Vec<&'a str>,
    pub text: Option<&'a str>,
    pub text_from: Option<&'static str>,
    pub text_missing: Vec<&'a str>,
    pub sends: Vec<Send>,
    /// Who is named for it but away, while nobody stands in.
    pub absent: Vec<&'a str>,
    pub provisional: bool,
    pub cancelled: bool,
    /// The original day, where it was moved.
    pub moved_from: Option<String>,
    pub moved_why: Option<&'a str>,
    /// How many changes of the plan refer to it.
    pub changes: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct Helper<'a> {
    pub person: Option<&'a str>,
    pub role: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Channel<'a> {
    pub id: &'a str,
    pub title: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct Send {
    /// The channel's id.
    pub channel: String,
    pub mention_all: bool,
}

/// A problem; `code` says which. `item`, `person`, `role`, `place` are ids.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum Problem {
    NeverHappens {
        item: String,
    },
    LunarUnknown {
        item: String,
    },
    ChangeOfNothing {
        item: Option<String>,
        date: Option<String>,
        near: Vec<String>,
    },
    ChangeOutside {
        item: Option<String>,
        date: Option<String>,
    },
    HolidayCollision {
        item: String,
        date: String,
    },
    PlaceClosed {
        item: String,
        place: Option<String>,
        date: String,
    },
    AwayOwner {
        item: String,
        person: String,
        date: String,
    },
    Uncovered {
        item: String,
        role: String,
        date: String,
    },
    /// `local`: the time where the person lives, at night; none: a day off there.
    OffHours {
        item: String,
        person: String,
        date: String,
        local: Option<String>,
    },
    DoubleBooked {
        item: String,
        other: String,
        person: String,
        date: String,
    },
    QuietHours(LimitExceeded),
    TooManyMessages(LimitExceeded),
    MentionAllTooOften(LimitExceeded),
    OverQuota(LimitExceeded),
    HolidaysUnknown {
        year: i32,
    },
}

/// More than a limit allows: the first send over it, with everything that counts towards it.
#[derive(Debug, Serialize)]
pub(super) struct LimitExceeded {
    /// The channel's id.
    pub channel: String,
    pub item: String,
    pub date: String,
    /// `HH:MM` in the plan's zone.
    pub time: Option<String>,
    /// How many are allowed in the window; 0 in quiet hours.
    pub limit: u32,
    /// How many there are.
    pub count: u32,
    /// The window: its first and last day.
    pub from: String,
    pub to: String,
    /// The nearest time within every limit, `YYYY-MM-DDTHH:MM` or a date, in the plan's zone.
    pub free: Option<String>,
}
