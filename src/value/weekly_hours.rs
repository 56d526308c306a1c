//! Hours a week as people write them beside a name: `5h`, 每周10小时, `3 hours a week`, `2小时/周`.

use super::fold::fold_width;
use super::length::Length;
use super::lexicon::{BEFORE_COUNTS, BEHIND_COUNTS, WEEK};

/// Ways to say that it is so each week, or for each of several people.
const EACH: [&str; 11] =
    ["a week", "per week", "each week", "every week", "weekly", "/week", "/wk", "/w", "each", "每人", "各"];

/// Ways to say that it is so each month.
const MONTHLY: [&str; 10] =
    ["a month", "per month", "each month", "every month", "monthly", "/month", "/mo", "每个月", "每月", "/月"];

/// Ways to say that it is so each day.
const DAILY: [&str; 9] = ["a day", "per day", "each day", "every day", "daily", "/day", "每天", "每日", "/天"];

/// The hours, more than none and at most a whole week.
pub(crate) fn weekly_hours(text: &str) -> Option<f64> {
    let folded = fold_width(text).to_lowercase();
    let mut rest = folded.trim();
    let (mut is_monthly, mut is_daily) = (false, false);
    loop {
        if let Some(less) = DAILY.iter().find_map(|word| rest.strip_suffix(word).or_else(|| rest.strip_prefix(word))) {
            (rest, is_daily) = (less.trim(), true);
            continue;
        }
        let of_month = MONTHLY.iter().find_map(|word| rest.strip_suffix(word).or_else(|| rest.strip_prefix(word)));
        is_monthly |= of_month.is_some();
        let Some(less) = of_month.or_else(|| without_each(rest)) else { break };
        rest = less.trim();
    }
    let lower = lower_end(rest);
    let rest = lower.as_deref().unwrap_or(rest);
    let hours = match decimal(rest) {
        Some(hours) => hours,
        None => minutes(rest)? / 60.0,
    };
    // a month has 52/12 weeks
    let hours = if is_daily { hours * 7.0 } else { hours };
    let hours = if is_monthly { (hours * 12.0 / 52.0 * 10.0).round() / 10.0 } else { hours };
    (hours > 0.0 && hours <= 168.0).then_some(hours)
}

/// The text without one word that says nothing about how many hours it is.
fn without_each(text: &str) -> Option<&str> {
    let each = || EACH.iter().find_map(|word| text.strip_suffix(word).or_else(|| text.strip_prefix(word)));
    let about = || BEFORE_COUNTS.iter().find_map(|word| text.strip_prefix(word));
    let or_so = || BEHIND_COUNTS.iter().find_map(|word| text.strip_suffix(word));
    each().or_else(|| without_week(text)).or_else(about).or_else(or_so)
}

/// The text without 每周 before or behind it, 一周, /周.
fn without_week(text: &str) -> Option<&str> {
    WEEK.iter().find_map(|week| {
        let before = ["每", "一"].iter().find_map(|each| text.strip_prefix(each)?.strip_prefix(week));
        let behind = || {
            let rest = text.strip_suffix(week)?;
            ["/", "每", "一"].iter().find_map(|each| rest.strip_suffix(each))
        };
        before.or_else(behind)
    })
}

/// Of `3-5h` the hours that are sure: `3h`.
fn lower_end(text: &str) -> Option<String> {
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let (first, rest) = text.split_at(text.find(|c| !is_number(c)).filter(|end| *end > 0)?);
    let between = ["-", "–", "—", "~", "～", "到", "至", "to"];
    let last = between.iter().find_map(|word| rest.trim_start().strip_prefix(word))?.trim_start();
    let unit = last.trim_start_matches(is_number);
    (unit.len() < last.len()).then(|| format!("{first}{}", unit.trim_start()))
}

fn minutes(length: &str) -> Option<f64> {
    match length.parse() {
        Ok(Length::Minutes(minutes)) => Some(minutes.into()),
        _ => None,
    }
}

/// `1.5h`
fn decimal(text: &str) -> Option<f64> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let number: f64 = text[..end].parse().ok()?;
    Some(number * minutes(&format!("1{}", text[end..].trim()))? / 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_hours_a_week() {
        for (text, hours) in [
            ("5h", 5.0),
            ("10小时", 10.0),
            ("每周10小时", 10.0),
            ("每天2小时", 14.0),
            ("2 hours a day", 14.0),
            ("每天半小时", 3.5),
            ("一周 2 个小时", 2.0),
            ("2小时/周", 2.0),
            ("3 hours a week", 3.0),
            ("3hrs/week", 3.0),
            ("about 4 hours each", 4.0),
            ("每人每周大约3小时", 3.0),
            ("10小时左右", 10.0),
            ("1.5小时", 1.5),
            ("90 minutes", 1.5),
            ("半小时", 0.5),
            ("3-5 hours", 3.0),
            ("每周3～5小时", 3.0),
            ("2 to 4 hours a week", 2.0),
            ("2 hours a month each", 0.5),
            ("每人每月13小时", 3.0),
        ] {
            assert_eq!(weekly_hours(text), Some(hours), "{text}");
        }
        for text in ["", "5", "host", "2 days a week", "200h", "0h", "每周", "3-小时", "3-5"] {
            assert_eq!(weekly_hours(text), None, "{text}");
        }
    }
}
