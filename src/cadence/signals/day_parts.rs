//! Parts of the day, and times in them.

use crate::value::{Clock, TimeRange};

/// Parts of the day, and the hours of each.
pub(super) const PARTS: &[(&str, (u32, u32))] = &[
    ("上午", (5, 13)),
    ("早上", (4, 12)),
    ("早晨", (4, 12)),
    ("清晨", (4, 10)),
    ("凌晨", (0, 7)),
    ("中午", (10, 15)),
    ("正午", (12, 13)),
    ("下午", (12, 19)),
    ("午后", (12, 19)),
    ("傍晚", (16, 21)),
    ("黄昏", (16, 21)),
    ("半夜", (20, 24)),
    ("深夜", (20, 24)),
    ("午夜", (20, 24)),
    ("子夜", (20, 24)),
    ("拂晓", (3, 8)),
    ("黎明", (3, 8)),
    ("晚上", (17, 24)),
    ("晚间", (17, 24)),
    ("夜里", (17, 24)),
    ("每晚", (17, 24)),
    ("晚", (17, 24)),
    ("早", (4, 12)),
    ("每早", (4, 12)),
    ("当晚", (17, 24)),
    ("morning", (4, 13)),
    ("mornings", (4, 13)),
    ("lunchtime", (10, 15)),
    ("afternoon", (12, 19)),
    ("afternoons", (12, 19)),
    ("evening", (16, 24)),
    ("evenings", (16, 24)),
    ("night", (17, 24)),
    ("nights", (17, 24)),
    ("nightly", (17, 24)),
];

/// The hour of a time of day.
pub(super) fn hour_of(clock: Clock) -> u32 {
    u32::try_from(clock.minutes() / 60).unwrap_or_default()
}

/// Whether a time begins in a part of the day.
pub(super) fn is_in((first, end): (u32, u32), time: TimeRange) -> bool {
    (first..end).contains(&hour_of(time.start))
}

/// A time in the half of the day that a part of it says: 8:30 in the evening.
pub(super) fn in_part(part: (u32, u32), time: TimeRange) -> TimeRange {
    let late = |clock: Clock| Clock::from_minutes(clock.minutes() + 720).0;
    let is_early = |clock: Clock| clock.minutes() < 720;
    let later =
        TimeRange { start: late(time.start), end: time.end.map(|end| if is_early(end) { late(end) } else { end }) };
    if !is_in(part, time) && is_early(time.start) && is_in(part, later) { later } else { time }
}
