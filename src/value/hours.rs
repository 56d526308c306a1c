//! A time of day and hours of the night, as plans write them and as people do: `07:30`, `8pm`, 晚上8点, 晚11点到早8点.

use std::str::FromStr;

use super::clock::{Clock, QuietHours, TimeRange};
use super::cursor::Cursor;
use super::error::ValueError;
use super::fold::{Folded, fold_width};
use super::lexicon::{AND, EVERY_DAY};
use super::time;
use crate::language::Text;

/// The time or range of times that a whole text is.
pub(crate) fn time_range(text: &str) -> Option<TimeRange> {
    let folded = Folded::new(text.trim());
    let mut s = Cursor::new(folded.text());
    let range = time::read(&mut s).ok()??;
    s.spaces();
    s.is_end().then_some(range)
}

/// `07:30`, one digit for the hour allowed.
fn plain(text: &str) -> Option<Clock> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || minute.len() != 2 || !digits(minute) {
        return None;
    }
    Clock::new(hour.parse().ok()?, minute.parse().ok()?)
}

impl FromStr for Clock {
    type Err = ValueError;

    /// Reads `07:30`, `8pm`, 晚上8点.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let expected = Text::new("像 07:30 这样的时间", "a time of day such as 07:30");
        let in_words = || time_range(text).filter(|range| range.end.is_none()).map(|range| range.start);
        plain(&fold_width(text)).or_else(in_words).ok_or_else(|| ValueError::new(expected))
    }
}

impl FromStr for QuietHours {
    type Err = ValueError;

    /// Reads `22:30-07:30`, `10pm to 7am`, 晚11点到早8点.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let folded = fold_width(text.trim()).to_lowercase();
        let plain = folded.split_once('-').and_then(|(from, to)| Some(Self { from: plain(from)?, to: plain(to)? }));
        let in_words = || {
            let hours = EVERY_DAY.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim_start();
            let range = match AND.iter().find_map(|(before, and)| hours.strip_prefix(before)?.split_once(and)) {
                Some((from, to)) => time_range(&format!("{from}-{to}")),
                None => time_range(hours.trim_start_matches('从')),
            }?;
            Some(Self { from: range.start, to: range.end? })
        };
        plain
            .or_else(in_words)
            .ok_or_else(|| ValueError::new(Text::new("像 22:30-07:30 这样的时段", "hours such as 22:30-07:30")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_are_half_open_and_wrap() {
        let quiet: QuietHours = "22:30-07:30".parse().expect("hours");
        let at = |text: &str| quiet.contains(text.parse().expect("a time"));
        assert!(at("22:30") && at("23:59") && at("00:00") && at("07:29"));
        assert!(!at("07:30") && !at("22:29"));
        assert_eq!(quiet.to_string(), "22:30-07:30");
    }

    #[test]
    fn reads_full_width_and_rejects_the_impossible() {
        assert_eq!("７：３０".parse::<Clock>().map(|c| c.to_string()), Ok("07:30".to_owned()));
        for wrong in ["24:00", "7:3", "7", "", "07:60", "-1:30", "8", "一点半夜"] {
            assert!(wrong.parse::<Clock>().is_err(), "{wrong}");
        }
        let span = TimeRange { start: Clock::from_minutes(23 * 60).0, end: Some(Clock::from_minutes(60).0) };
        assert_eq!(span.minutes(), Some(120));
    }

    #[test]
    fn reads_times_and_hours_in_words_of_both_languages() {
        for (text, expected) in
            [("一点", "01:00"), ("8pm", "20:00"), ("晚8点半", "20:30"), ("at noon", "12:00"), ("晚八点", "20:00")]
        {
            assert_eq!(text.parse::<Clock>().map(|time| time.to_string()).as_deref(), Ok(expected), "{text}");
        }
        for (text, expected) in [
            ("22:30-07:30", "22:30-07:30"),
            ("22：30到8：00", "22:30-08:00"),
            ("11pm-7am", "23:00-07:00"),
            ("11 pm to 7 am", "23:00-07:00"),
            ("10pm to 7am", "22:00-07:00"),
            ("From 10 PM to 7 AM", "22:00-07:00"),
            ("between 10pm and 7am", "22:00-07:00"),
            ("every day 22:00-7:00", "22:00-07:00"),
            ("晚上10点到早上8点", "22:00-08:00"),
            ("晚11点到早8点", "23:00-08:00"),
            ("每天晚上11点到早上8点", "23:00-08:00"),
            ("从23点到7点", "23:00-07:00"),
        ] {
            assert_eq!(text.parse::<QuietHours>().map(|hours| hours.to_string()).as_deref(), Ok(expected), "{text}");
        }
        for wrong in ["", "late", "22:30", "半夜", "25:00-07:00", "8-9", "22:30-07:30 or later"] {
            assert!(wrong.parse::<QuietHours>().is_err(), "{wrong}");
        }
    }
}
