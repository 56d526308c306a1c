//! Lengths of time as plans write them: `90m`, `2h`, `3d`, `2w`, `6M`, `1y`.

use std::fmt;
use std::str::FromStr;

use super::cursor::Cursor;
use super::day::Day;
use super::error::ValueError;
use super::fold::{Folded, fold_width};
use super::lexicon::{LengthUnit, UNITS};
use super::numeral::{count_en, number_and_unit, number_zh};
use crate::language::{Language, Text};

/// A length of time. Months and years are lengths of the calendar, not numbers of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Minutes; `2h` is 120.
    Minutes(i32),
    /// Days; `2w` is 14.
    Days(i32),
    /// Months; `1y` is 12.
    Months(i32),
}

impl Length {
    /// In minutes; a month counts as 30 days.
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Minutes(n) => n as i64,
            Self::Days(n) => n as i64 * 1440,
            Self::Months(n) => n as i64 * 30 * 1440,
        }
    }

    /// In whole days, rounded down; a month counts as 30 days.
    pub const fn days(self) -> i64 {
        self.minutes() / 1440
    }

    /// The day this long after `day`.
    pub const fn after(self, day: Day) -> Day {
        match self {
            Self::Minutes(n) => day.plus(n / 1440),
            Self::Days(n) => day.plus(n),
            Self::Months(n) => day.plus_months(n),
        }
    }
}

impl Length {
    /// As people say it: 两周, `2 weeks`.
    pub fn in_words(self, language: Language) -> String {
        let (n, unit) = match self {
            Self::Minutes(n) if n % 60 == 0 && n != 0 => (n / 60, Text::new("小时", "{n|hour|hours}")),
            Self::Minutes(n) => (n, Text::new("分钟", "{n|minute|minutes}")),
            Self::Days(n) if n % 7 == 0 && n != 0 => (n / 7, Text::new("周", "{n|week|weeks}")),
            Self::Days(n) => (n, Text::new("天", "{n|day|days}")),
            Self::Months(n) if n % 12 == 0 && n != 0 => (n / 12, Text::new("年", "{n|year|years}")),
            Self::Months(n) => (n, Text::new("个月", "{n|month|months}")),
        };
        match language {
            Language::Zh => format!("{}{}", small_zh(n), unit.zh),
            Language::En => unit.fill(language, |_| Some(n.to_string())),
        }
    }
}

/// Small numbers in Chinese numerals; larger ones in digits, with a space behind them.
fn small_zh(n: i32) -> String {
    const NUMERALS: [&str; 10] = ["一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let numeral = n.checked_sub(1).and_then(|at| NUMERALS.get(usize::try_from(at).ok()?));
    numeral.map_or_else(|| format!("{n} "), |numeral| (*numeral).to_owned())
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Minutes(n) if n % 60 == 0 && n != 0 => write!(f, "{}h", n / 60),
            Self::Minutes(n) => write!(f, "{n}m"),
            Self::Days(n) if n % 7 == 0 && n != 0 => write!(f, "{}w", n / 7),
            Self::Days(n) => write!(f, "{n}d"),
            Self::Months(n) if n % 12 == 0 && n != 0 => write!(f, "{}y", n / 12),
            Self::Months(n) => write!(f, "{n}M"),
        }
    }
}

impl FromStr for Length {
    type Err = ValueError;

    /// Reads `90m 2h 3d 2w 6M 1y`, and the same in words (`90分钟`, `2 hours`, 三天, 两周, 半年, `a week`, `1小时30分`).
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let folded = fold_width(text);
        let (number, unit) = number_and_unit(&folded);
        let in_words = || {
            let folded = Folded::new(text.trim());
            let text = folded.text().trim();
            in_words(text).or_else(|| rhythm(text))
        };
        let error = || {
            let error = ValueError::new(Text::new(
                "像 90m、2h、3d、2w、6M、1y 或“三天”“两周”这样的时长",
                "a length of time such as 90m, 2h, 3d, 2w, 6M, 1y or \"two weeks\"",
            ));
            let is_bare = unit.is_empty() && number.parse::<i32>().is_ok_and(|n| n <= MOST);
            if is_bare { error.near(format!("{number}d")) } else { error }
        };
        // the one unit that a capital letter decides
        let months = || number.parse().ok().filter(|n| unit == "M" && *n <= MOST).map(Self::Months);
        months().or_else(in_words).ok_or_else(error)
    }
}

/// The most units of a length.
const MOST: i32 = 1_000_000;

impl LengthUnit {
    /// So many of it.
    fn times(self, n: i32) -> Option<Length> {
        Some(match self {
            Self::Minutes(minutes) => Length::Minutes(n.checked_mul(minutes)?),
            Self::Days(days) => Length::Days(n.checked_mul(days)?),
            Self::Months(months) => Length::Months(n.checked_mul(months)?),
        })
    }

    /// Half of it; half a month is 15 days.
    fn half(self) -> Option<Length> {
        Some(match self {
            Self::Minutes(minutes) if minutes % 2 == 0 => Length::Minutes(minutes / 2),
            Self::Days(1) => Length::Minutes(720),
            Self::Months(1) => Length::Days(15),
            Self::Months(12) => Length::Months(6),
            _ => return None,
        })
    }
}

/// A rhythm as the length from one time to the next: `once a year`, `monthly`, 每年一次.
fn rhythm(text: &str) -> Option<Length> {
    let text = text.strip_suffix("一次").unwrap_or(text);
    let text = text.strip_prefix("once ").unwrap_or(text);
    let each = ["every ", "each ", "每"].iter().find_map(|word| text.strip_prefix(word));
    let adverbs =
        [("daily", "day"), ("weekly", "week"), ("monthly", "month"), ("quarterly", "quarter"), ("yearly", "year")];
    let adverb =
        adverbs.iter().chain(&[("annually", "year")]).find(|(adverb, _)| *adverb == text).map(|(_, unit)| *unit);
    match each.or(adverb) {
        Some(unit) => in_words(unit).or_else(|| in_words(&format!("1{unit}"))),
        None => in_words(text),
    }
}

/// One or several numbers with their units in folded words.
fn in_words(text: &str) -> Option<Length> {
    let mut s = Cursor::new(text);
    let mut whole: Option<Length> = None;
    while !s.is_end() {
        let part = leading(&mut s)?;
        whole = Some(match (whole, part) {
            (None, part) => part,
            (Some(Length::Minutes(a)), Length::Minutes(b)) => Length::Minutes(a.checked_add(b)?),
            (Some(Length::Days(a)), Length::Days(b)) => Length::Days(a.checked_add(b)?),
            (Some(Length::Months(a)), Length::Months(b)) => Length::Months(a.checked_add(b)?),
            _ => return None,
        });
        s.spaces();
        if s.eat_words(&["and"]) {
            s.spaces();
        }
    }
    whole
}

/// `3天`, 两周, 一个半小时, 半年, `half an hour`, `a week`.
pub(crate) fn leading(s: &mut Cursor<'_>) -> Option<Length> {
    let unit = |s: &mut Cursor<'_>| UNITS.iter().find(|(word, _)| s.eat_word(word)).map(|(_, unit)| *unit);
    if s.eat("半") || s.eat_words(&["half an", "half a"]) {
        s.eat("个");
        s.spaces();
        return unit(s)?.half();
    }
    let digits = s.take_while(|c| c.is_ascii_digit());
    let number = match digits.is_empty() {
        false => digits.parse().ok()?,
        true => i32::try_from(number_zh(s).or_else(|| count_en(s))?).ok()?,
    };
    s.spaces();
    s.eat("个");
    let with_half = s.eat("半");
    let unit = unit(s)?;
    let length = unit.times(number).filter(|_| number <= MOST)?;
    match (with_half || s.eat("半"), length, unit.half()) {
        (false, length, _) => Some(length),
        (true, Length::Minutes(n), Some(Length::Minutes(half))) => Some(Length::Minutes(n + half)),
        (true, Length::Months(n), Some(Length::Months(half))) => Some(Length::Months(n + half)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in ["90m", "2h", "3d", "2w", "6M", "1y", "0d", "0m"] {
            assert_eq!(text.parse::<Length>().map(|l| l.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("36小时".parse(), Ok(Length::Minutes(36 * 60)));
        assert_eq!("2 weeks".parse(), Ok(Length::Days(14)));
        for (text, same) in [
            ("90分钟", "90m"),
            ("90 mins", "90m"),
            ("1小时30分", "90m"),
            ("2 hours 30 minutes", "150m"),
            ("一个半小时", "90m"),
            ("半小时", "30m"),
            ("half an hour", "30m"),
            ("三天", "3d"),
            ("3 D", "3d"),
            ("a week", "1w"),
            ("两周", "2w"),
            ("两个星期", "2w"),
            ("一个月", "1M"),
            ("6M", "6M"),
            ("６个月", "6M"),
            ("一季度", "3M"),
            ("半年", "6M"),
            ("一年", "1y"),
            ("一年半", "18M"),
            ("Two years", "2y"),
            ("once a year", "1y"),
            ("every 3 months", "3M"),
            ("monthly", "1M"),
            ("每年", "1y"),
            ("一年一次", "1y"),
            ("每三个月一次", "3M"),
        ] {
            assert_eq!(text.parse::<Length>().map(|l| l.to_string()).as_deref(), Ok(same), "{text}");
        }
        for wrong in ["", "d", "3 x", "-3d", "99999999999d", "1.5h", "半", "三", "3d 2h", "三天两", "half a week"]
        {
            assert!(wrong.parse::<Length>().is_err(), "{wrong}");
        }
    }
}
