//! How long something lasts, behind its time: `20:00 (90 min)`, `8pm for 2 hours`, 晚8点 时长90分钟.

use super::pattern::Cadence;
use crate::value::{Clock, Cursor, TimeRange, number_zh};

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
    const WHOLE: &[(&str, u32)] = &[
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("an hour", 60),
        ("one hour", 60),
        ("two hours", 120),
        ("半小时", 30),
        ("半个小时", 30),
        ("半个钟头", 30),
    ];
    let mut ahead = *s;
    ahead.eat_words(LEADS);
    ahead.spaces();
    if let Some((_, minutes)) = WHOLE.iter().find(|(words, _)| ahead.eat_word(words)) {
        *s = ahead;
        return Some(*minutes);
    }
    let is_digit = ahead.peek().is_some_and(|c| c.is_ascii_digit());
    let whole = if is_digit { ahead.digits()? } else { number_zh(&mut ahead)? };
    let is_half = is_digit && ahead.eat(".5") || ahead.eat("个半");
    ahead.eat_any(&[" ", "-"]);
    let of_hour = if is_half { 30 } else { 0 };
    let mut short = ahead;
    let of_short = if is_digit && short.eat("h") { short.digits().filter(|minutes| *minutes < 60) } else { None };
    let minutes = if let Some(more) = of_short {
        ahead = short;
        whole.checked_mul(60)?.checked_add(more)?
    } else if ahead.eat_any(&["小时", "个小时", "个钟头"]) || ahead.eat_words(&["hours", "hour", "hrs", "hr", "h"])
    {
        let more = if is_half { None } else { more_minutes(&mut ahead) };
        whole.checked_mul(60)?.checked_add(of_hour)?.checked_add(more.unwrap_or(0))?
    } else if is_half {
        return None;
    } else {
        let is_minutes = ahead.eat("分钟") || ahead.eat_words(&["minutes", "minute", "mins", "min", "m"]);
        is_minutes.then_some(whole)?
    };
    // an hour before
    let behind = ahead.rest().trim_start();
    let is_offset = ["before", "after", "ahead", "early", "earlier", "later", "前", "后", "之前", "之后"];
    if minutes == 0 || is_offset.iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    *s = ahead;
    Some(minutes)
}

/// What follows the hours: `and 30 minutes`, 30分.
fn more_minutes(s: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *s;
    ahead.spaces();
    ahead.eat_words(&["and"]);
    ahead.spaces();
    let minutes = ahead.digits().filter(|minutes| *minutes < 60)?;
    ahead.spaces();
    let is_minutes = ahead.eat_any(&["分钟", "分"]) || ahead.eat_words(&["minutes", "mins", "min", "m"]);
    is_minutes.then(|| {
        *s = ahead;
        minutes
    })
}
