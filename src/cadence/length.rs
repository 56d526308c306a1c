//! How long something lasts, behind its time: `20:00 (90 min)`, `8pm for 2 hours`, 晚8点 时长90分钟.

use super::pattern::Cadence;
use crate::value::{Clock, Cursor, Length, TimeRange, leading_length};

/// Longer ones are no length of a meeting.
const LONGEST: u32 = 720;

/// A folded phrase without the words for how long, and how long that is, in minutes; none where it does not say.
pub(super) fn taken_out(text: &str) -> Option<(String, u32)> {
    let mut s = Cursor::new(text);
    while let Some(c) = s.peek() {
        let start = s.at;
        let before = &text[..start];
        let is_start = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        let is_interval = before.trim_end().ends_with(['每', '隔', '前']) || before.ends_with("every ");
        if is_start
            && !is_interval
            && let Some(minutes) = length(&mut s)
        {
            let (before, mut behind) = (before.trim_end(), s.rest());
            let before = match before.strip_suffix('(').filter(|_| behind.starts_with(')')) {
                Some(before) => {
                    behind = &behind[1..];
                    before
                }
                None => before,
            };
            let is_length = minutes <= LONGEST && !before.is_empty();
            return is_length.then(|| {
                (format!("{} {behind}", before.trim_end_matches([',', ' ', '、', '/', '-', '+', ':'])), minutes)
            });
        }
        s.at = start + c.len_utf8();
    }
    None
}

/// A cadence at one time, until so many minutes later; none where it has no time, or several, or another end.
pub(super) fn with_end(cadence: Cadence, minutes: u32) -> Option<Cadence> {
    let TimeRange { start, end: own } = cadence.time.filter(|_| cadence.more_times.is_empty())?;
    let end = (u32::try_from(start.minutes()).ok()? + minutes) % 1440;
    let end = Clock::new(u16::try_from(end / 60).ok()?, u16::try_from(end % 60).ok()?)?;
    let time = Some(TimeRange { start, end: Some(end) });
    own.is_none_or(|own| own == end).then_some(Cadence { time, ..cadence })
}

/// `for 90 minutes`, `1.5h`, 时长一个半小时: in minutes.
fn length(s: &mut Cursor<'_>) -> Option<u32> {
    const LEADS: &[&str] = &["for", "lasting", "lasts", "duration:", "duration", "时长:", "时长", "持续", "共", "每次"];
    let mut ahead = *s;
    ahead.eat_words(LEADS);
    ahead.spaces();
    let minutes = short(&mut ahead).or_else(|| in_words(&mut ahead))?;
    // an hour before
    let behind = ahead.rest().trim_start();
    let is_offset = ["before", "after", "ahead", "early", "earlier", "later", "前", "后", "之前", "之后"];
    if minutes == 0 || is_offset.iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    *s = ahead;
    Some(minutes)
}

/// `1h30`, and halves of hours: `1.5h`, `2.5 hours`.
fn short(s: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *s;
    let hours = ahead.digits()?;
    let more = if ahead.eat(".5") {
        ahead.eat_any(&[" ", "-"]);
        let is_of_hours = ahead.eat_any(&["个小时", "小时"]) || ahead.eat_words(&["hours", "hour", "hrs", "hr", "h"]);
        is_of_hours.then_some(30)?
    } else {
        ahead.eat("h").then(|| ahead.digits())?.filter(|minutes| *minutes < 60)?
    };
    *s = ahead;
    hours.checked_mul(60)?.checked_add(more)
}

/// A length of minutes or hours, or of both: `1 hour 30 minutes`, 一个半小时.
fn in_words(s: &mut Cursor<'_>) -> Option<u32> {
    let minutes = |s: &mut Cursor<'_>| match leading_length(s) {
        Some(Length::Minutes(minutes)) => u32::try_from(minutes).ok(),
        _ => None,
    };
    let mut ahead = *s;
    let first = minutes(&mut ahead)?;
    *s = ahead;
    if s.eat_words(&[" and a half"]) {
        return first.checked_add(30);
    }
    ahead.spaces();
    ahead.eat_words(&["and "]);
    let more = minutes(&mut ahead).filter(|more| *more < 60 && first >= 60);
    if more.is_some() {
        *s = ahead;
    }
    first.checked_add(more.unwrap_or(0))
}
