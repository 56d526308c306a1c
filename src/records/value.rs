//! The values of readings: read from what people type, written into two cells, and read back.

use super::measure::MeasureKind;
use crate::language::Text;
use crate::value::{Length, Money, Share, ValueError, count, fold_width, yes_or_no};

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Measured {
    /// A number.
    Count(i64),
    /// The mean of several numbers, in hundredths.
    Mean(i64),
    /// A share.
    Share(Share),
    /// An amount.
    Money(Money),
    /// A score in hundredths, and what it is out of: 5 or 10.
    Score(u16, u8),
    /// A length of time.
    Length(Length),
    /// Whether it was done.
    Done(bool),
}

impl Measured {
    /// The cells `value` and `unit`.
    pub fn cells(&self) -> (String, String) {
        match self {
            Self::Count(count) => (count.to_string(), String::new()),
            Self::Mean(hundredths) => (mean(*hundredths), String::new()),
            Self::Share(share) => (share.to_string().trim_end_matches('%').to_owned(), "%".to_owned()),
            Self::Money(money) => {
                let text = money.to_string();
                let (amount, currency) = text.split_once(' ').unwrap_or((text.as_str(), ""));
                (amount.to_owned(), currency.to_owned())
            }
            Self::Score(hundredths, of) => (decimal(*hundredths), format!("/{of}")),
            Self::Length(length) => {
                let text = length.to_string();
                let digits = text.trim_end_matches(char::is_alphabetic).len();
                (text[..digits].to_owned(), text[digits..].to_owned())
            }
            Self::Done(done) => (if *done { "yes" } else { "no" }.to_owned(), String::new()),
        }
    }
}

/// A mean with one decimal where it has any.
fn mean(hundredths: i64) -> String {
    let tenths = (hundredths + 5).div_euclid(10);
    match tenths.rem_euclid(10) {
        0 => (tenths / 10).to_string(),
        part => format!("{}.{part}", tenths.div_euclid(10)),
    }
}

/// Hundredths with as many decimals as they need: 460 is `4.6`.
fn decimal(hundredths: u16) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads a value of some kind: `14`, `十四`, `34%`, `280 CNY`, `280元`, `4.6`, `4.6/5`, `20m`, `done`. A bare amount is in
/// the usual currency.
pub fn measured(text: &str, kind: MeasureKind, usual_currency: Option<&str>) -> Result<Measured, ValueError> {
    let folded = fold_width(text);
    let text = folded.trim();
    match kind {
        MeasureKind::Count => counted(text).filter(|count| *count >= 0).map(Measured::Count).ok_or_else(whole),
        MeasureKind::Difference => difference(text).map(Measured::Count).ok_or_else(whole),
        MeasureKind::Money => Money::read(text, usual_currency).map(Measured::Money),
        MeasureKind::Score => score(text).ok_or_else(|| {
            ValueError::new(Text::new("5 分制的分数如 4.6，或 8/10", "a score out of 5 such as 4.6, or 8/10"))
        }),
        MeasureKind::Share => text.parse().map(Measured::Share),
        MeasureKind::Length => text.parse().map(Measured::Length),
        MeasureKind::Done if text.is_empty() => Ok(Measured::Done(true)),
        MeasureKind::Done => match yes_or_no(text) {
            Some(done) => Ok(Measured::Done(done)),
            None => Err(ValueError::new(Text::new("是或否", "yes or no"))),
        },
        MeasureKind::Any => any(text, usual_currency),
    }
}

fn whole() -> ValueError {
    ValueError::new(Text::new("不小于 0 的整数", "a whole number of 0 or more"))
}

/// A count; digits that are grouped or followed by a word are read, too.
fn counted(text: &str) -> Option<i64> {
    count(text).filter(|count| count.abs() < 1_000_000_000_000)
}

fn difference(text: &str) -> Option<i64> {
    match text.strip_prefix(['-', '−']) {
        Some(positive) => counted(positive.trim()).map(|count| -count),
        None => counted(text.strip_prefix('+').unwrap_or(text)),
    }
}

/// `4.6`, `4.6/5`, `8/10`, `4.6分`.
fn score(text: &str) -> Option<Measured> {
    let text = text.trim_end_matches('分').trim();
    let (value, of) = match text.split_once('/') {
        Some((value, of)) => (value.trim(), of.trim().parse::<u8>().ok().filter(|of| [5, 10].contains(of))?),
        None => (text, 5),
    };
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 2 || part.len() > 2 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let hundredths = whole.parse::<u16>().ok()? * 100 + format!("{part:0<2}").parse::<u16>().ok()?;
    (hundredths <= u16::from(of) * 100).then_some(Measured::Score(hundredths, of))
}

/// What people put around a number without changing it.
const HEDGES: [&str; 16] = [
    "on average",
    "at least",
    "or more",
    "average",
    "about",
    "around",
    "平均",
    "大约",
    "大概",
    "至少",
    "不少于",
    "左右",
    "以上",
    "每次",
    "约",
    "到",
];

/// A value without what is put around it: `平均9人`, `12 at least`, `65%（现在52%）`.
fn plain(text: &str) -> &str {
    let mut text = match text.split_once('(') {
        Some((value, aside)) if aside.ends_with(')') => value.trim(),
        _ => text,
    };
    loop {
        let bare = HEDGES.iter().find_map(|hedge| text.strip_prefix(hedge).or_else(|| text.strip_suffix(hedge)));
        match bare.map(str::trim).filter(|bare| !bare.is_empty()) {
            Some(bare) => text = bare,
            None => return text,
        }
    }
}

/// By what it looks like.
fn any(text: &str, usual_currency: Option<&str>) -> Result<Measured, ValueError> {
    let text = plain(text);
    let by_number = || counted(text).map(Measured::Count);
    let by_share = || text.parse().ok().map(Measured::Share);
    let by_money = || Money::read(text, None).ok().map(Measured::Money);
    let by_length = || text.parse().ok().map(Measured::Length);
    let by_score = || score(text).filter(|_| text.contains(['/', '.']) || text.ends_with('分'));
    let bare = || usual_currency.and_then(|usual| Money::read(text, Some(usual)).ok()).map(Measured::Money);
    by_number().or_else(by_share).or_else(by_money).or_else(by_length).or_else(by_score).or_else(bare).ok_or_else(
        || {
            ValueError::new(Text::new(
                "像 34%、14、280 CNY、4.6/5 或 20m 这样的值",
                "a value such as 34%, 14, 280 CNY, 4.6/5 or 20m",
            ))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, kind: MeasureKind) -> Option<(String, String)> {
        measured(text, kind, Some("CNY")).ok().map(|value| value.cells())
    }

    fn pair(value: &str, unit: &str) -> Option<(String, String)> {
        Some((value.to_owned(), unit.to_owned()))
    }

    #[test]
    fn values_are_read_in_the_words_of_both_languages() {
        for (text, kind, value, unit) in [
            ("14", MeasureKind::Count, "14", ""),
            ("十四", MeasureKind::Count, "14", ""),
            ("1,200", MeasureKind::Count, "1200", ""),
            ("１４人", MeasureKind::Count, "14", ""),
            ("-3", MeasureKind::Difference, "-3", ""),
            ("34%", MeasureKind::Share, "34", "%"),
            ("三成", MeasureKind::Share, "30", "%"),
            ("280元", MeasureKind::Money, "280", "CNY"),
            ("280", MeasureKind::Money, "280", "CNY"),
            ("9.90 USD", MeasureKind::Money, "9.90", "USD"),
            ("4.6", MeasureKind::Score, "4.6", "/5"),
            ("4.65分", MeasureKind::Score, "4.65", "/5"),
            ("8/10", MeasureKind::Score, "8", "/10"),
            ("20分钟", MeasureKind::Length, "20", "m"),
            ("是", MeasureKind::Done, "yes", ""),
            ("34.5%", MeasureKind::Any, "34.5", "%"),
            ("4.6/5", MeasureKind::Any, "4.6", "/5"),
            ("2h", MeasureKind::Any, "2", "h"),
            ("365 CNY", MeasureKind::Any, "365", "CNY"),
            ("平均9人", MeasureKind::Any, "9", ""),
            ("12 at least", MeasureKind::Any, "12", ""),
            ("about 40 people", MeasureKind::Any, "40", ""),
            ("65%（现在52%）", MeasureKind::Any, "65", "%"),
        ] {
            assert_eq!(cells(text, kind), pair(value, unit), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (text, kind) in [
            ("-3", MeasureKind::Count),
            ("soon", MeasureKind::Count),
            ("5.5", MeasureKind::Score),
            ("4/7", MeasureKind::Score),
            ("11/10", MeasureKind::Score),
            ("34", MeasureKind::Share),
            ("14.5", MeasureKind::Count),
            ("many", MeasureKind::Any),
        ] {
            assert_eq!(cells(text, kind), None, "{text}");
        }
    }

    #[test]
    fn cells_are_read_back() {
        for (text, kind) in [
            ("14", MeasureKind::Any),
            ("34.5%", MeasureKind::Any),
            ("90m", MeasureKind::Any),
            ("9.90 USD", MeasureKind::Any),
            ("4.6/5", MeasureKind::Any),
        ] {
            let value = measured(text, kind, None).expect("a value");
            let (number, unit) = value.cells();
            let space = if unit.len() == 3 { " " } else { "" };
            assert_eq!(measured(&format!("{number}{space}{unit}"), kind, None), Ok(value), "{text}");
        }
    }
}
