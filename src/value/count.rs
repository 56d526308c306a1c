//! Counts as people say them: `1,200`, `480多人`, `1千`, `三个群一共四百八十多`, `about 20 people`.

use super::fold::Folded;
use super::lexicon::{BEFORE_COUNTS, BEHIND_COUNTS, COUNTS, DIGITS, NO, POWERS, TOTALS, YES};

/// A whole number, with what is counted or a word of doubt beside it.
pub fn count(text: &str) -> Option<i64> {
    let folded = Folded::new(text.trim());
    let mut rest = folded.text().trim();
    let sums = TOTALS.iter().filter_map(|word| rest.rsplit_once(word)).map(|(_, sum)| sum);
    rest = sums.min_by_key(|sum| sum.len()).unwrap_or(rest).trim();
    while let Some(less) = BEFORE_COUNTS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = less.trim_start();
    }
    while let Some(less) = BEHIND_COUNTS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = less.trim_end();
    }
    number(rest)
}

/// A number alone: in digits, in Chinese numerals, in an English word.
pub(super) fn number(text: &str) -> Option<i64> {
    let is_grouped = text.split(',').skip(1).all(|part| part.len() == 3);
    let digits = text.replace(',', "");
    if let Ok(number) = digits.parse() {
        return Some(number).filter(|_| is_grouped && !text.starts_with('+'));
    }
    let word = || COUNTS.iter().find(|(word, _)| *word == text).map(|(_, value)| i64::from(*value));
    scaled(text).or_else(|| numerals(text)).or_else(word)
}

/// `1.2万`, `2k`: digits with one power of ten.
fn scaled(text: &str) -> Option<i64> {
    let last = text.chars().next_back()?;
    let (power, digits) = (power(last)?, text[..text.len() - last.len_utf8()].trim());
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 8 || !is_number(whole) || !is_number(part) {
        return None;
    }
    let shift = 10_i64.pow(u32::try_from(part.len()).ok()?);
    let all: i64 = format!("{whole}{part}").parse().ok()?;
    let value = all.checked_mul(power)?;
    (value % shift == 0).then_some(value / shift)
}

fn power(c: char) -> Option<i64> {
    POWERS.iter().find(|(power, _)| *power == c).map(|(_, value)| *value)
}

/// 四百八十, 一千二, 两万三千, 3百5十.
fn numerals(text: &str) -> Option<i64> {
    let (mut total, mut section, mut last) = (0_i64, 0_i64, None::<i64>);
    // the power that a digit alone at the end is a tenth of: 一千二 is 1,200
    let mut open = 1;
    for c in text.chars() {
        let digit = DIGITS.iter().find(|(digit, _)| *digit == c).map(|(_, value)| i64::from(*value));
        match digit.or_else(|| c.to_digit(10).map(i64::from)) {
            Some(0) if c == '零' => open = 1,
            // 两三 is two or three
            Some(_) if last.is_some() && !c.is_ascii_digit() => return None,
            Some(digit) => last = Some(last.unwrap_or(0) * 10 + digit),
            None => {
                let power = power(c).filter(|_| !c.is_ascii())?;
                let front = last.take();
                if power >= 10_000 {
                    total = (total + section + front.unwrap_or(0)).checked_mul(power)?;
                    section = 0;
                } else {
                    section += front.unwrap_or(1).checked_mul(power)?;
                }
                open = power / 10;
            }
        }
        if total.max(section).max(last.unwrap_or(0)) > 1_000_000_000_000 {
            return None;
        }
    }
    (!text.is_empty()).then_some(total + section + last.unwrap_or(0) * if open > 1 { open } else { 1 })
}

/// Yes or no.
pub fn yes_or_no(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    let is_in = |words: &[&str]| words.contains(&text.as_str());
    if is_in(YES) { Some(true) } else { is_in(NO).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_counts_with_what_is_counted_and_with_doubt() {
        for text in ["1200", "1,200", "１２００", "1200人", "约 1200 个人", "about 1200 people", "~1200 members"]
        {
            assert_eq!(count(text), Some(1200), "{text}");
        }
        for (text, expected) in [
            ("480多人", 480),
            ("四百八十多", 480),
            ("三个群一共四百八十多", 480),
            ("三个群加起来480人左右", 480),
            ("1千", 1000),
            ("1千多人", 1000),
            ("一千二", 1200),
            ("一千零二", 1002),
            ("三百五", 350),
            ("1.2万", 12_000),
            ("两万三千", 23_000),
            ("十二", 12),
            ("二十", 20),
            ("2k", 2000),
            ("500+", 500),
            ("500 or so", 500),
            ("nearly 300 members", 300),
            ("twelve", 12),
            ("三", 3),
            ("零", 0),
            ("-5", -5),
        ] {
            assert_eq!(count(text), Some(expected), "{text}");
        }
        for wrong in [
            "",
            "人",
            "多",
            "lots",
            "12,00",
            "20-30",
            "20 or 30",
            "1.5",
            "1.23456k",
            "零点五",
            "两三个人",
            "一百年",
            "k",
            "3 4",
        ] {
            assert_eq!(count(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn reads_yes_and_no_in_both_languages() {
        assert_eq!(
            ["Yes", "是", "no", "不要", "maybe"].map(yes_or_no),
            [Some(true), Some(true), Some(false), Some(false), None]
        );
    }
}
