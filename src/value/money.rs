//! Amounts with a currency, and shares in per cent.

use std::fmt;
use std::str::FromStr;

use super::error::ValueError;
use super::fold::fold_width;
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

    /// Reads `365 CNY`, `9.90 CNY`, and `365元`, `￥365`, `$20` as people write them.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let expected = Text::new("像 365 CNY 这样带币种的金额", "an amount with its currency, such as 365 CNY");
        let folded = fold_width(text).replace(',', "");
        let folded = folded.trim();
        let (sign, rest) = match folded.chars().next() {
            Some(c @ ('¥' | '￥' | '$' | '€' | '£')) => (Some(c), &folded[c.len_utf8()..]),
            _ => (None, folded),
        };
        let (number, unit) = number_and_unit(rest);
        let cents = cents(number).ok_or(ValueError::new(expected))?;
        let currency = match (sign, unit) {
            (Some('¥' | '￥'), "") | (None, "元" | "块" | "人民币" | "RMB") => "CNY",
            (Some('$'), "") => "USD",
            (Some('€'), "") => "EUR",
            (Some('£'), "") => "GBP",
            (None, code) if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => code,
            (None, "") => return Err(ValueError::new(expected).near(format!("{number} CNY"))),
            _ => return Err(ValueError::new(expected)),
        };
        Ok(Self { cents, currency: currency.to_owned() })
    }
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

    /// Reads `60%` and `2.5%`.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let expected = Text::new("像 60% 这样的比例", "a share such as 60%");
        let folded = fold_width(text);
        let (number, unit) = number_and_unit(&folded);
        let near = |e: ValueError| if number.is_empty() { e } else { e.near(format!("{number}%")) };
        if unit != "%" {
            return Err(near(ValueError::new(expected)));
        }
        let hundredths = cents(number).filter(|c| c % 10 == 0 && *c <= 100_000_000).ok_or(ValueError::new(expected))?;
        Ok(Self(hundredths / 10))
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
        for wrong in ["", "CNY", "1.234 CNY", "365 cny", "365", "免费", "9999999999999 CNY"] {
            assert!(wrong.parse::<Money>().is_err(), "{wrong}");
        }
        assert_eq!("365".parse::<Money>().map_err(|e| e.near), Err(Some("365 CNY".to_owned())));
    }

    #[test]
    fn shares_print_what_they_read() {
        for text in ["60%", "2.5%", "0%", "140%"] {
            assert_eq!(text.parse::<Share>().map(|s| s.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("60".parse::<Share>().map_err(|e| e.near), Err(Some("60%".to_owned())));
    }
}
