//! The canonical phrase of a cadence in each language.

use super::lexicon::is_taken;
use super::pattern::{Anchor, Cadence, MonthDay, Pattern, Period, Roll};
use crate::knowledge::TERMS;
use crate::language::{Language, Text};
use crate::value::{Weekday, WeekdaySet, lexicon, numeral_zh};

/// The phrase: the pattern, and the time behind it.
pub(super) fn cadence(cadence: &Cadence, language: Language) -> String {
    let pattern = match language {
        Language::Zh => pattern_zh(&cadence.pattern),
        Language::En => pattern_en(&cadence.pattern),
    };
    let roll = match cadence.roll {
        None => Text::new("", ""),
        Some(Roll::Before) => Text::new("，遇休息日提前", ", else the previous workday"),
        Some(Roll::After) => Text::new("，遇休息日顺延", ", else the next workday"),
        Some(Roll::Nearest) => Text::new("，遇休息日就近", ", else the nearest workday"),
    };
    let separator = Text::new("、", ", ").get(language);
    let times: Vec<String> = cadence.times().map(|time| time.to_string()).collect();
    let space = if times.is_empty() { "" } else { " " };
    format!("{pattern}{}{space}{}", roll.get(language), times.join(separator))
}

fn pattern_zh(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Daily => "每天".to_owned(),
        Pattern::EveryDays(days) => format!("每{days}天"),
        Pattern::Workdays => "工作日".to_owned(),
        Pattern::DaysOff => "休息日".to_owned(),
        Pattern::Weekly { every: 1, on } => format!("每周{}", weekdays_zh(*on)),
        Pattern::Weekly { every: 2, on } => format!("隔周{}", weekdays_zh(*on)),
        Pattern::Weekly { every, on } => format!("每{every}周周{}", weekdays_zh(*on)),
        Pattern::NumberedWeeks { odd, on } => format!("{}数周周{}", if *odd { "单" } else { "双" }, weekdays_zh(*on)),
        Pattern::Monthly { period, days } => {
            let name = match period {
                Period::Month => "每月".to_owned(),
                Period::OddMonths => "单月".to_owned(),
                Period::EvenMonths => "双月".to_owned(),
                Period::Quarter => "每季度".to_owned(),
                Period::Year(month) => format!("每年{month}月"),
                Period::Months(months) => format!("每{months}个月"),
                Period::LunarMonth => "农历每月".to_owned(),
                Period::LunarYear(month) => format!("农历{}月", lunar_month_zh(*month)),
                Period::LunarLeap(month) => format!("农历闰{}月", lunar_month_zh(*month)),
            };
            format!("{name}{}", days_zh(days, period.is_lunar()))
        }
        Pattern::Offset { from, days } => {
            let from = match from {
                Anchor::Item(item) if is_taken(item.as_str()) => format!("项目 {item} "),
                Anchor::Item(item) => format!("{item} "),
                from => name(from, Language::Zh).to_owned(),
            };
            match days {
                0 => format!("{from}当天"),
                days if *days < 0 => format!("{from}前{}天", days.unsigned_abs()),
                days => format!("{from}后{days}天"),
            }
        }
        pattern => either(pattern, Language::Zh),
    }
}

/// What is printed alike in both languages but for a name.
fn either(pattern: &Pattern, language: Language) -> String {
    match pattern {
        Pattern::Term(index) => term(*index).get(language).to_owned(),
        Pattern::Festival(festival) => festival.name.get(language).to_owned(),
        Pattern::Once(day) => day.to_string(),
        Pattern::Rrule(rule) => format!("RRULE:{rule}"),
        _ => String::new(),
    }
}

fn term(index: usize) -> Text {
    TERMS.get(index).copied().unwrap_or(Text::new("", ""))
}

fn name(anchor: &Anchor, language: Language) -> &str {
    match anchor {
        Anchor::Item(item) => item.as_str(),
        Anchor::Festival(festival) => festival.name.get(language),
        Anchor::Term(index) => term(*index).get(language),
    }
}

fn weekdays_zh(on: WeekdaySet) -> String {
    on.iter().map(weekday_zh).collect::<Vec<_>>().join("、")
}

/// The weekday without its 周.
fn weekday_zh(day: Weekday) -> &'static str {
    day.short().zh.trim_start_matches('周')
}

fn lunar_month_zh(month: u8) -> String {
    match month {
        1 => "正".to_owned(),
        11 => "冬".to_owned(),
        12 => "腊".to_owned(),
        month => numeral_zh(month.into()),
    }
}

/// The days one after another; neighbours of one weekday, or workdays, share their noun.
fn days_zh(days: &[MonthDay], is_lunar: bool) -> String {
    let group = |days: &[MonthDay]| {
        let numbers = days.iter().enumerate().map(|(at, day)| ordinal_zh(number(*day), at == 0));
        let numbers = numbers.collect::<Vec<_>>().join("、");
        match days.first() {
            Some(MonthDay::Nth(_, weekday)) => format!("{numbers}个周{}", weekday_zh(*weekday)),
            Some(MonthDay::Workday(_)) => format!("{numbers}个工作日"),
            Some(MonthDay::Day(n)) if *n > 0 && is_lunar => {
                format!("{}{}", if *n <= 10 { "初" } else { "" }, numeral_zh(n.unsigned_abs().into()))
            }
            Some(MonthDay::Day(n)) if *n > 0 => format!("{n}日"),
            _ => format!("{numbers}天"),
        }
    };
    days.chunk_by(same_noun).map(group).collect::<Vec<_>>().join("、")
}

/// Whether two days are counted of the same thing, so that one noun serves both.
fn same_noun(one: &MonthDay, other: &MonthDay) -> bool {
    match (one, other) {
        (MonthDay::Nth(_, one), MonthDay::Nth(_, other)) => one == other,
        (MonthDay::Workday(_), MonthDay::Workday(_)) => true,
        _ => false,
    }
}

const fn number(day: MonthDay) -> i8 {
    match day {
        MonthDay::Day(n) | MonthDay::Nth(n, _) | MonthDay::Workday(n) => n,
    }
}

fn ordinal_zh(n: i8, first: bool) -> String {
    let numeral = numeral_zh(n.unsigned_abs().into());
    match n {
        -1 => "最后一".to_owned(),
        n if n < 0 => format!("倒数第{numeral}"),
        _ if first => format!("第{numeral}"),
        _ => numeral,
    }
}

fn pattern_en(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Daily => "daily".to_owned(),
        Pattern::EveryDays(days) => format!("every {days} days"),
        Pattern::Workdays => "workdays".to_owned(),
        Pattern::DaysOff => "days off".to_owned(),
        Pattern::Weekly { every, on } => {
            let on = on.iter().map(|day| day.short().en).collect::<Vec<_>>().join(", ");
            if *every == 1 { format!("every {on}") } else { format!("every {every} weeks on {on}") }
        }
        Pattern::NumberedWeeks { odd, on } => {
            let on = on.iter().map(|day| day.short().en).collect::<Vec<_>>().join(", ");
            format!("{} weeks on {on}", if *odd { "odd" } else { "even" })
        }
        Pattern::Monthly { period, days } => monthly_en(*period, days),
        Pattern::Offset { from, days } => {
            let item = matches!(from, Anchor::Item(item) if is_taken(item.as_str()));
            let from = format!("{}{}", if item { "item " } else { "" }, name(from, Language::En));
            let count = days.unsigned_abs();
            let plural = if count == 1 { "" } else { "s" };
            match days {
                0 => format!("on the day of {from}"),
                days if *days < 0 => format!("{count} day{plural} before {from}"),
                _ => format!("{count} day{plural} after {from}"),
            }
        }
        pattern => either(pattern, Language::En),
    }
}

fn monthly_en(period: Period, days: &[MonthDay]) -> String {
    let numbers: Option<Vec<i8>> =
        days.iter().map(|day| if let MonthDay::Day(n @ 1..) = day { Some(*n) } else { None }).collect();
    if let Some(numbers) = &numbers {
        match period {
            Period::Year(month) => {
                let days = numbers.iter().map(i8::to_string).collect::<Vec<_>>().join(", ");
                return format!("yearly on {days} {}", month_en(month));
            }
            Period::Month => return format!("monthly on the {}", ordinals_en(days)),
            Period::LunarYear(month) if numbers.len() == 1 => return format!("lunar {month}-{}", numbers[0]),
            Period::LunarLeap(month) if numbers.len() == 1 => return format!("lunar leap {month}-{}", numbers[0]),
            _ => {}
        }
    }
    let of = match period {
        Period::Months(months) => {
            let days = if numbers.is_some() { ordinals_en(days) } else { groups_en(days) };
            return format!("every {months} months on the {days}");
        }
        Period::LunarMonth => "the lunar month",
        Period::LunarYear(month) => &format!("lunar month {month}"),
        Period::LunarLeap(month) => &format!("lunar leap month {month}"),
        Period::Month => "the month",
        Period::OddMonths => "odd months",
        Period::EvenMonths => "even months",
        Period::Quarter => "the quarter",
        Period::Year(month) => month_en(month),
    };
    let days = if numbers.is_some() { ordinals_en(days) } else { groups_en(days) };
    format!("{days} of {of}")
}

fn groups_en(days: &[MonthDay]) -> String {
    days.chunk_by(same_noun).map(group_en).collect::<Vec<_>>().join(", ")
}

fn month_en(month: u8) -> &'static str {
    lexicon::MONTHS.get(usize::from(month).saturating_sub(1)).map_or("", |[_, short]| *short)
}

/// Days of one noun: 2nd, 4th Sat; last day; day 15, which 15th would leave open.
fn group_en(days: &[MonthDay]) -> String {
    let numbers = ordinals_en(days);
    match days.first() {
        Some(MonthDay::Nth(_, weekday)) => format!("{numbers} {}", weekday.short().en),
        Some(MonthDay::Workday(_)) => format!("{numbers} workday"),
        Some(MonthDay::Day(n)) if *n > 0 => format!("day {n}"),
        _ => format!("{numbers} day"),
    }
}

fn ordinals_en(days: &[MonthDay]) -> String {
    let alone = days.len() == 1 && !matches!(days, [MonthDay::Day(_)]);
    let ordinal = |day: &MonthDay| match number(*day) {
        1 if alone => "first".to_owned(),
        -1 => "last".to_owned(),
        n => format!("{}{}", english_ordinal(n.unsigned_abs()), if n < 0 { " last" } else { "" }),
    };
    days.iter().map(ordinal).collect::<Vec<_>>().join(", ")
}

fn english_ordinal(n: u8) -> String {
    let end = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}
