//! Moments as exports of people's phones and spreadsheets write them.

use std::borrow::Cow;

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use crate::value::DayAndMonth;
use crate::value::fold_width;

/// A moment that was read, whose day and month may be the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LocalTime {
    /// Seconds since 1970.
    Second(i64),
    /// A date and a time, perhaps with what they are ahead of UTC, in seconds.
    Written { date: (i16, i16, i16), form: DateForm, time: (i8, i8, i8), offset: Option<i32> },
}

/// Which number of a date is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateForm {
    YearFirst,
    DayFirst,
    /// `03/04/2019`
    YearLast,
}

impl LocalTime {
    /// `2024-01-05 12:33:44 UTC`, `2024/1/5 12:33`, `05/01/24, 12:33`, `5.1.2024 下午3:20`, `1704431624`, `45296.5` (a day
    /// of a spreadsheet).
    pub(super) fn of(text: &str) -> Option<Self> {
        let folded = plain(text);
        let text = folded.trim();
        if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && text.bytes().filter(|byte| *byte == b'.').count() < 2
        {
            return number(text);
        }
        let (date, form, rest) = date(text)?;
        let rest = rest.trim_start_matches(['T', 't', ' ', '日', '号']);
        let (time, offset) = if rest.is_empty() { ((0, 0, 0), None) } else { time(rest)? };
        Some(Self::Written { date, form, time, offset })
    }

    /// The order of day and month, where only one can be meant.
    pub(super) fn order(self) -> Option<DayAndMonth> {
        match self {
            Self::Written { date: (first, ..), form: DateForm::YearLast, .. } if first > 12 => {
                Some(DayAndMonth::DayFirst)
            }
            Self::Written { date: (_, second, _), form: DateForm::YearLast, .. } if second > 12 => {
                Some(DayAndMonth::MonthFirst)
            }
            _ => None,
        }
    }

    /// Whether it needs the order of day and month.
    pub(super) fn needs_order(self) -> bool {
        matches!(self, Self::Written { form: DateForm::YearLast, .. })
    }

    /// The second that is meant; none where that is no moment.
    pub(super) fn second(self, order: Option<DayAndMonth>, zone: &TimeZone) -> Option<i64> {
        let (date, form, time, offset) = match self {
            Self::Second(second) => return Some(second),
            Self::Written { date, form, time, offset } => (date, form, time, offset),
        };
        let (first, second, third) = date;
        let (year, month, day) = match (form, order) {
            (DateForm::YearFirst, _) => (first, second, third),
            (DateForm::DayFirst, _) | (DateForm::YearLast, Some(DayAndMonth::DayFirst)) => (third, second, first),
            (DateForm::YearLast, _) => (third, first, second),
        };
        let year = if year < 100 { year + 2000 } else { year };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let moment = DateTime::new(year, month, day, time.0, time.1, time.2, 0).ok()?;
        let timestamp = match offset {
            Some(offset) => Offset::from_seconds(offset).ok()?.to_timestamp(moment).ok()?,
            None => zone.to_ambiguous_zoned(moment).compatible().ok()?.timestamp(),
        };
        Some(timestamp.as_second())
    }
}

/// A text with its blanks and digits as a keyboard has them.
fn plain(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true if text.contains(',') => text.replace(',', " ").into(),
        true => text.into(),
        false => fold_width(text)
            .replace(['\u{200e}', '\u{200f}', '\u{feff}'], "")
            .replace(['\u{202f}', '\u{a0}', ','], " ")
            .into(),
    }
}

/// Seconds or milliseconds since 1970, or a day of a spreadsheet, which has no zone.
fn number(text: &str) -> Option<LocalTime> {
    let value: f64 = text.parse().ok()?;
    match value {
        _ if (1e11..1e13).contains(&value) => Some(LocalTime::Second((value / 1000.0) as i64)),
        _ if (1e8..1e11).contains(&value) => Some(LocalTime::Second(value as i64)),
        _ if (20_000.0..80_000.0).contains(&value) => {
            let seconds = ((value - 25_569.0) * 86_400.0).round() as i64;
            let moment = Offset::UTC.to_datetime(jiff::Timestamp::from_second(seconds).ok()?);
            let (month, day) = (moment.month().into(), moment.day().into());
            let time = (moment.hour(), moment.minute(), moment.second());
            Some(LocalTime::Written {
                date: (moment.year(), month, day),
                form: DateForm::YearFirst,
                time,
                offset: None,
            })
        }
        _ => None,
    }
}

/// The three numbers of a date, and what follows.
fn date(text: &str) -> Option<((i16, i16, i16), DateForm, &str)> {
    let (first, rest) = digits(text)?;
    let separator = rest.chars().next().filter(|c| ['-', '/', '.', '年'].contains(c))?;
    let (second, rest) = digits(rest[separator.len_utf8()..].trim_start())?;
    let next = rest.chars().next().filter(|c| *c == separator || (separator == '年' && *c == '月'))?;
    let (third, rest) = digits(rest[next.len_utf8()..].trim_start())?;
    let form = match (first.len(), third.len(), separator) {
        (4, 1..=2, _) => DateForm::YearFirst,
        (1..=2, 2 | 4, '.') => DateForm::DayFirst,
        (1..=2, 2 | 4, _) => DateForm::YearLast,
        _ => return None,
    };
    Some(((first.parse().ok()?, second.parse().ok()?, third.parse().ok()?), form, rest))
}

/// The digits in front, at most four, and what follows.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (1..=4).contains(&end).then(|| text.split_at(end))
}

/// `12:33`, `12:33:44.5 +08:00`, `3:20 p. m.`, `下午3:20`.
fn time(text: &str) -> Option<((i8, i8, i8), Option<i32>)> {
    let is_lower = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let lower: Cow<'_, str> = if is_lower { text.into() } else { text.to_lowercase().into() };
    let (front, rest) = match lower.strip_prefix("上午").or_else(|| lower.strip_prefix("凌晨")) {
        Some(rest) => (Some(0), rest),
        None => match lower.strip_prefix("下午").or_else(|| lower.strip_prefix("晚上")) {
            Some(rest) => (Some(12), rest),
            None => (None, &*lower),
        },
    };
    let (hour, rest) = digits(rest.trim_start())?;
    let (minute, rest) = digits(rest.strip_prefix(':')?)?;
    let (second, rest) = match rest.strip_prefix(':').map(digits) {
        Some(seconds) => seconds?,
        None => ("0", rest),
    };
    let fraction =
        |rest: &str| rest.strip_prefix('.').map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let rest = match fraction(rest) {
        Some(left) => &rest[rest.len() - left..],
        None => rest,
    };
    let rest = rest.trim_start_matches([' ', '.']);
    let tail: Cow<'_, str> = if rest.contains([' ', '.']) { rest.replace([' ', '.'], "").into() } else { rest.into() };
    let (half, tail) = match (tail.strip_prefix("am"), tail.strip_prefix("pm")) {
        (Some(tail), _) => (Some(0), tail),
        (_, Some(tail)) => (Some(12), tail),
        _ => (front, &*tail),
    };
    let hour: i8 = hour.parse().ok()?;
    let hour = half.map_or(hour, |half| hour % 12 + half);
    Some(((hour, minute.parse().ok()?, second.parse().ok()?), offset(tail)?))
}

/// `z`, `utc`, `+08:00`, `+0800`; nothing where nothing is written, and none where it cannot be read.
#[allow(clippy::option_option)]
fn offset(text: &str) -> Option<Option<i32>> {
    match text {
        "" => return Some(None),
        "z" | "utc" | "gmt" => return Some(Some(0)),
        _ => {}
    }
    let text = text.strip_prefix("utc").or_else(|| text.strip_prefix("gmt")).unwrap_or(text);
    let (sign, rest) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (1, rest),
        (_, Some(rest)) => (-1, rest),
        _ => return None,
    };
    let plain = rest.replace(':', "");
    if !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match plain.len() {
        1 | 2 => (plain.parse::<i32>().ok()?, 0),
        4 => (plain[..2].parse::<i32>().ok()?, plain[2..].parse::<i32>().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(Some(sign * (hours * 3_600 + minutes * 60)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(text: &str, order: Option<DayAndMonth>) -> Option<i64> {
        LocalTime::of(text)?.second(order, &TimeZone::get("Asia/Shanghai").expect("a zone"))
    }

    #[test]
    fn an_offset_is_digits() {
        assert_eq!([offset("+0530"), offset("-3")], [Some(Some(19_800)), Some(Some(-10_800))]);
        for text in ["-m每", "+每每", "+05x0", "-"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }

    #[test]
    fn the_same_moment_in_many_ways() {
        // 2024-01-05 15:20 in Shanghai
        for text in [
            "2024-01-05T15:20:00+08:00",
            "2024-01-05 07:20:00 UTC",
            "2024-01-05T07:20:00.000Z",
            "2024/1/5 15:20",
            "2024年1月5日 15:20",
            "2024年1月5日下午3:20",
            "05.01.24, 15:20:00",
            "1704439200",
            "1704439200000",
            "45296.638888888889",
            "2024/1/5 3:20 p. m.",
            "２０２４-０１-０５ １５：２０",
        ] {
            assert_eq!(second(text, None), Some(1_704_439_200), "{text}");
        }
        assert_eq!(second("05/01/24, 3:20\u{202f}PM", Some(DayAndMonth::DayFirst)), Some(1_704_439_200));
        assert_eq!(second("1/5/2024 15:20", Some(DayAndMonth::MonthFirst)), Some(1_704_439_200));
    }

    #[test]
    fn what_is_no_moment() {
        for text in [
            "",
            "soon",
            "2024-13-05 10:00",
            "2024-01-05 25:00",
            "12:30",
            "7",
            "2024-01-05 10:00 Mars",
            "1.2.3.4",
            "9999999999999999",
        ] {
            assert_eq!(second(text, None), None, "{text}");
        }
    }
}
