//! Figures as people read them: what was counted out of what, the share, and how sure it is.

use crate::language::{Language, Text};
use crate::metrics::{ConfidenceInterval, Figure, Withheld};
use crate::records::{Measured, RecordedReading};
use crate::value::Money;

/// What is not known.
pub(super) const DASH: &str = "–";

/// `34%`, `14`, `280 CNY`, `4.6/5`
pub(super) fn value(value: &Measured) -> String {
    let (number, unit) = value.cells();
    let space = if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) { " " } else { "" };
    format!("{number}{space}{unit}")
}

/// A reading with its total and its day: `34% of 210, 2026-12-01`
pub(super) fn reading(reading: &RecordedReading, language: Language) -> String {
    let of = reading.of.map_or_else(String::new, |of| out_of(of, language));
    let day = Text::new("（{day}）", " ({day})").fill(language, |_| Some(reading.window.last.to_string()));
    format!("{}{of}{day}", value(&reading.value))
}

/// ` of 210`
pub(super) fn out_of(of: u64, language: Language) -> String {
    Text::new("，共 {of}", " of {of}").fill(language, |_| Some(of.to_string()))
}

/// A share in per cent, with one decimal where it is not whole.
pub(super) fn percent(share: f64) -> String {
    let tenths = (share * 1000.0).round() / 10.0;
    format!("{}%", tenths + 0.0)
}

/// `41.9%–55.3%`
pub(super) fn interval(interval: ConfidenceInterval) -> String {
    format!("{}–{}", percent(interval.low), percent(interval.high))
}

/// `144 of 1330: 10.8% (9.3%–12.6%)`, or why it is withheld.
pub(super) fn figure(figure: &Figure, language: Language) -> String {
    match figure.withheld {
        Some(Withheld::NothingToCount) => DASH.to_owned(),
        Some(Withheld::TooEarly { until }) => {
            Text::new("太早，要到 {day}", "too early, until {day}").fill(language, |_| Some(until.to_string()))
        }
        Some(Withheld::SmallGroup) => {
            Text::new("不到 5 人，不显示", "fewer than 5, not shown").get(language).to_owned()
        }
        None => {
            let shown = Text::new("{n}/{of}，{share}", "{n} of {of}, {share}").fill(language, |name| {
                Some(match name {
                    "n" => figure.numerator.to_string(),
                    "of" => figure.denominator.to_string(),
                    _ => percent(figure.share().unwrap_or_default()),
                })
            });
            let sure = figure.interval().map(interval);
            let brackets = Text::new("{shown}（{sure}）", "{shown} ({sure})");
            sure.map_or(shown.clone(), |sure| {
                brackets.fill(language, |name| Some(if name == "shown" { shown.clone() } else { sure.clone() }))
            })
        }
    }
}

/// A number with two decimals at most.
pub(super) fn decimal(number: f64) -> String {
    format!("{}", (number * 100.0).round() / 100.0 + 0.0)
}

/// A length of time in the largest unit that fits.
pub(super) fn wait(seconds: i64, language: Language) -> String {
    let (count, unit) = match seconds {
        ..60 => (seconds as f64, Text::new("秒", " s")),
        60..3_600 => (seconds as f64 / 60.0, Text::new("分钟", " min")),
        3_600..86_400 => (seconds as f64 / 3_600.0, Text::new("小时", " h")),
        _ => (seconds as f64 / 86_400.0, Text::new("天", " d")),
    };
    format!("{}{}", (count * 10.0).round() / 10.0, unit.get(language))
}

/// Amounts of several currencies, never added.
pub(super) fn amounts(amounts: &[Money], language: Language) -> String {
    let comma = Text::new("、", ", ").get(language);
    let shown: Vec<String> = amounts.iter().map(ToString::to_string).collect();
    if shown.is_empty() { DASH.to_owned() } else { shown.join(comma) }
}
