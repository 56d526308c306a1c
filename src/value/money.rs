//! Amounts with a currency, and shares in per cent.

use std::fmt;
use std::str::FromStr;

use super::count;
use super::error::ValueError;
use super::fold::fold_width;
use super::lexicon::{CURRENCY_SIGNS, CURRENCY_WORDS, DIGITS, FREE, PERCENT, POWERS};
use super::numeral::number_and_unit;
use crate::language::Text;

/// An amount of money: hundredths of the unit, and the ISO 4217 code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// Hundredths: `365 CNY` is 36,500.
    pub cents: i64,
    /// Three capital letters.
    pub currency: String,
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.cents / 100)?;
        match self.cents % 100 {
            0 => {}
            rest => write!(f, ".{rest:02}")?,
        }
        write!(f, " {}", self.currency)
    }
}

impl FromStr for Money {
    type Err = ValueError;

    /// Reads `365 CNY`, `9.90 CNY`, and 365元, 一百块, `￥365`, `$20`, `20 dollars` as people write them.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::read(text, None)
    }
}

impl Money {
    /// Reads an amount; a bare number, and what is free, is in the usual currency.
    pub fn read(text: &str, usual: Option<&str>) -> Result<Self, ValueError> {
        let error =
            || ValueError::new(Text::new("像 365 CNY 这样带币种的金额", "an amount with its currency, such as 49 EUR"));
        let folded = fold_width(text).replace(',', "");
        let folded = folded.trim();
        let sign = CURRENCY_SIGNS.iter().find_map(|(sign, code)| Some((*code, folded.strip_prefix(*sign)?)));
        let code_first = || folded.split_at_checked(3).filter(|(code, _)| is_code(code));
        let (before, rest) = match sign.or_else(code_first) {
            Some((code, rest)) => (Some(code), rest.trim()),
            None => (None, folded),
        };
        let is_free = FREE.contains(&folded.to_lowercase().as_str());
        let (number, unit) = if is_free { ("0", "") } else { number_and_word(rest) };
        let cents = cents(number)
            .or_else(|| count::number(&number.to_lowercase())?.checked_mul(100))
            .filter(|cents| *cents >= 0);
        let cents = cents.filter(|cents| *cents < MOST_CENTS).ok_or_else(error)?;
        let lower = unit.to_lowercase();
        let named = || CURRENCY_WORDS.iter().find(|(word, _)| *word == lower).map(|(_, code)| *code);
        let currency = match (before, usual) {
            (Some(code), _) if unit.is_empty() => code_of(code),
            (Some(_), _) => return Err(error()),
            (None, Some(usual)) if unit.is_empty() => usual,
            (None, None) if unit.is_empty() => return Err(error().near(format!("{number} CNY"))),
            (None, _) if is_code(unit) => code_of(unit),
            (None, _) => named().ok_or_else(error)?,
        };
        Ok(Self { cents, currency: currency.to_owned() })
    }
}

/// No amount is this large.
const MOST_CENTS: i64 = 100_000_000_000_000;

/// The code of a currency; `RMB` is what people call CNY.
fn code_of(code: &str) -> &str {
    if code == "RMB" { "CNY" } else { code }
}

/// Whether a word is a code of ISO 4217.
fn is_code(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A number in digits or Chinese numerals, and the word behind it.
fn number_and_word(text: &str) -> (&str, &str) {
    let is_number = |c: char| {
        c.is_ascii_digit()
            || c == '.'
            || DIGITS.iter().any(|(digit, _)| *digit == c)
            || POWERS.iter().any(|(power, _)| *power == c && !c.is_ascii())
    };
    let end = text.find(|c: char| !is_number(c)).unwrap_or(text.len());
    // 9.8k
    let thousand =
        text[end..].strip_prefix(['k', 'K']).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    let end = if thousand.is_some() && end > 0 { end + 1 } else { end };
    (&text[..end], text[end..].trim())
}

/// `9.90` → 990; at most two decimals and twelve digits.
fn cents(number: &str) -> Option<i64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + part)
}

/// A share of a whole, in thousandths: `60%` is 600, `2.5%` is 25.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Share(pub i64);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0 / 10)?;
        match self.0 % 10 {
            0 => {}
            rest => write!(f, ".{rest}")?,
        }
        f.write_str("%")
    }
}

impl FromStr for Share {
    type Err = ValueError;

    /// Reads `60%` and `2.5%`, `60 percent`, 六成, 百分之六十.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let error = || ValueError::new(Text::new("像 60% 这样的比例", "a share such as 60%"));
        let folded = fold_width(text).to_lowercase();
        let (number, unit) = number_and_unit(&folded);
        if unit == "%" || PERCENT.contains(&unit) {
            let thousandths = cents(number).filter(|c| c % 10 == 0 && *c <= 100_000_000).map(|c| c / 10);
            return thousandths.map(Self).ok_or_else(error);
        }
        let percent = folded.trim().strip_prefix("百分之").and_then(count::number);
        let tenths = || folded.trim().strip_suffix('成').and_then(count::number).filter(|n| *n <= 10)?.checked_mul(10);
        match percent.or_else(tenths).filter(|n| (0..=100_000).contains(n)) {
            Some(percent) => Ok(Self(percent * 10)),
            None if number.is_empty() => Err(error()),
            None => Err(error().near(format!("{number}%"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_print_what_they_read() {
        for text in ["365 CNY", "0 CNY", "9.90 EUR", "12000.05 USD"] {
            assert_eq!(text.parse::<Money>().map(|m| m.to_string()).as_deref(), Ok(text));
        }
        for (text, same) in [("365元", "365 CNY"), ("￥1,200", "1200 CNY"), ("$20", "20 USD"), ("3.5 CNY", "3.50 CNY")]
        {
            assert_eq!(text.parse::<Money>().map(|m| m.to_string()).as_deref(), Ok(same));
        }
        for (text, same) in [
            ("365块钱", "365 CNY"),
            ("一百块", "100 CNY"),
            ("1.5万元", "15000 CNY"),
            ("三百五十元", "350 CNY"),
            ("20美元", "20 USD"),
            ("20 dollars", "20 USD"),
            ("CNY 365", "365 CNY"),
            ("30 yuan", "30 CNY"),
            ("RMB 398", "398 CNY"),
            ("398 RMB", "398 CNY"),
        ] {
            assert_eq!(text.parse::<Money>().map(|m| m.to_string()).as_deref(), Ok(same), "{text}");
        }
        for (text, same) in
            [("199", "199 EUR"), ("1,999.50", "1999.50 EUR"), ("免费", "0 EUR"), ("Free", "0 EUR"), ("$5", "5 USD")]
        {
            assert_eq!(Money::read(text, Some("EUR")).map(|m| m.to_string()).as_deref(), Ok(same), "{text}");
        }
        for wrong in [
            "",
            "CNY",
            "-5 CNY",
            "CNY",
            "5 loaves",
            "$5 CNY",
            "元",
            "1.234 CNY",
            "365 cny",
            "365",
            "免费",
            "9999999999999 CNY",
        ] {
            assert!(wrong.parse::<Money>().is_err(), "{wrong}");
        }
        assert_eq!("365".parse::<Money>().map_err(|e| e.near), Err(vec!["365 CNY".to_owned()]));
        assert_eq!("免费".parse::<Money>().map_err(|e| e.near), Err(vec!["0 CNY".to_owned()]));
    }

    #[test]
    fn shares_print_what_they_read() {
        for text in ["60%", "2.5%", "0%", "140%"] {
            assert_eq!(text.parse::<Share>().map(|s| s.to_string()).as_deref(), Ok(text));
        }
        for (text, same) in [
            ("60 percent", "60%"),
            ("6 per cent", "6%"),
            ("六成", "60%"),
            ("百分之六十", "60%"),
            ("百分之5", "5%"),
            ("６０％", "60%"),
        ] {
            assert_eq!(text.parse::<Share>().map(|s| s.to_string()).as_deref(), Ok(same), "{text}");
        }
        for wrong in ["", "half", "成", "二十成", "百分之", "-5%"] {
            assert!(wrong.parse::<Share>().is_err(), "{wrong}");
        }
        assert_eq!("60".parse::<Share>().map_err(|e| e.near), Err(vec!["60%".to_owned()]));
    }
}
