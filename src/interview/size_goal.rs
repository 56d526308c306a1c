//! A goal beside the number of members: in per cent, 付费会员480人，续费率52%，想明年6月做到65%; or with what it is now,
//! `1,900 members; 40 first-time contributors a quarter (now 22)`.

use crate::human_date;
use crate::plan::lifecycle::Metric;
use crate::value::{Day, Month, fold_width};

/// A goal as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SizeGoal {
    /// What is counted, in the words of the answer.
    pub(super) name: String,
    /// The figure now, where two are given.
    pub(super) baseline: Option<String>,
    /// The figure that is wanted.
    pub(super) target: String,
    /// The day by which it is wanted.
    pub(super) by: Option<Day>,
}

impl SizeGoal {
    /// The metric that its name means.
    pub(super) fn metric(&self) -> Option<Metric> {
        let name = self.name.to_lowercase();
        let mut metrics = Metric::ALL.iter().zip(Metric::CHOICES);
        let found = metrics.find(|(_, choice)| {
            let names = [choice.word, choice.name.zh, choice.name.en];
            names.iter().chain(choice.also).any(|word| word.to_lowercase() == name)
        });
        found.map(|(metric, _)| *metric)
    }
}

/// An answer without the goal in it, and that.
pub(super) fn goal(text: &str, today: Day) -> Option<(String, SizeGoal)> {
    let folded = fold_width(text).replace(['，', '；', '。'], ",");
    let parts = parts(&folded);
    let is_share = |part: &&str| part.contains('%');
    let (shares, others): (Vec<&str>, Vec<&str>) = parts.iter().copied().partition(is_share);
    if shares.is_empty() {
        let (at, goal) = parts.iter().enumerate().find_map(|(at, part)| Some((at, count_goal(part, today)?)))?;
        let others: Vec<&str> = parts.iter().enumerate().filter(|(nth, _)| *nth != at).map(|(_, part)| *part).collect();
        return (!others.is_empty()).then(|| (others.join("; "), goal));
    }
    let figures: Vec<String> = shares.iter().flat_map(|part| figures(part)).collect();
    let name = name(shares.first()?)?;
    let (baseline, target) = match &figures[..] {
        [target] => (None, target.clone()),
        [baseline, target] => (Some(baseline.clone()), target.clone()),
        _ => return None,
    };
    let by = shares.iter().find_map(|part| by(part, today));
    (!others.is_empty()).then(|| (others.join("; "), SizeGoal { name, baseline, target, by }))
}

/// What stands between commas and semicolons; the comma of `1,900` is part of a number.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.match_indices([',', ';']) {
        let digits = text[at + 1..].chars().take_while(char::is_ascii_digit).count();
        let is_of_number = c == "," && digits == 3 && text[..at].ends_with(|c: char| c.is_ascii_digit());
        if !is_of_number {
            parts.push(&text[start..at]);
            start = at + 1;
        }
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A number of something that is no member, with what it is now in brackets.
fn count_goal(part: &str, today: Day) -> Option<SizeGoal> {
    const NOW: [&str; 8] = ["right now", "at the moment", "currently", "now", "today", "现在", "目前", "如今"];
    const MEMBERS: [&str; 5] = ["member", "people", "person", "subscriber", "follower"];
    const MEMBERS_ZH: [&str; 5] = ["人", "成员", "会员", "用户", "粉丝"];
    const COUNTED: [char; 8] = ['个', '位', '名', '次', '场', '篇', '条', '份'];
    let (outside, inside) = part.split_once('(')?;
    let (inside, after) = inside.split_once(')')?;
    let inside = inside.trim().to_lowercase();
    let rest = NOW.iter().find_map(|now| inside.strip_prefix(now).or_else(|| inside.strip_suffix(now)))?;
    let baseline = rest.trim_matches(|c: char| !c.is_ascii_digit());
    let is_digit = |c: char| c.is_ascii_digit() || c == ',';
    let start = outside.find(|c: char| c.is_ascii_digit())?;
    let end = outside[start..].find(|c| !is_digit(c)).map_or(outside.len(), |length| start + length);
    let target = outside[start..end].replace(',', "");
    let (before, counted) = (outside[..start].trim(), outside[end..].trim().trim_start_matches(COUNTED).trim());
    let space = if before.is_empty() || before.ends_with(|c: char| !c.is_ascii()) { "" } else { " " };
    let name = format!("{before}{space}{counted}");
    // a meetup in person counts no people
    let is_member = name.to_lowercase().split(' ').any(|word| MEMBERS.iter().any(|member| word.starts_with(member)))
        || MEMBERS_ZH.iter().any(|word| name.contains(word));
    let is_number = !baseline.is_empty() && baseline.chars().all(|c| c.is_ascii_digit());
    let by = by(&format!("{outside}{after}"), today);
    ((2..=40).contains(&name.chars().count()) && !is_member && is_number).then(|| SizeGoal {
        name,
        baseline: Some(baseline.to_owned()),
        target,
        by,
    })
}

/// The figures in per cent of a text.
fn figures(text: &str) -> Vec<String> {
    let number = |before: &str| {
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        (start < before.len()).then(|| format!("{}%", &before[start..]))
    };
    text.match_indices('%').filter_map(|(at, _)| number(&text[..at])).collect()
}

/// What is counted: the words before the first figure.
fn name(text: &str) -> Option<String> {
    const AROUND: [&str; 12] =
        ["现在的", "目前的", "现在", "目前", "从", "做到", "是", "约", "our ", "now ", "the ", "is"];
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let mut name = text[..at].trim();
    while let Some(less) = AROUND.iter().find_map(|word| name.strip_prefix(word).or_else(|| name.strip_suffix(word))) {
        name = less.trim();
    }
    let length = name.chars().count();
    (2..=30).contains(&length).then(|| name.to_owned())
}

/// The last day of the month or the year by which something is wanted: 明年6月, `by June 2027`, 2027年底.
fn by(text: &str, today: Day) -> Option<Day> {
    const YEARS: [(&str, i32); 5] = [("明年", 1), ("今年", 0), ("后年", 2), ("next year", 1), ("this year", 0)];
    let lower = text.to_lowercase();
    let year = YEARS.iter().find_map(|(word, more)| Some((lower.find(word)? + word.len(), today.year() + more)));
    if let Some((at, year)) = year {
        let end = lower[at..].find('月').map_or(at, |length| at + length + '月'.len_utf8());
        let month = human_date::month(lower[..end].rsplit([' ', ',', '想']).next().unwrap_or_default(), today);
        return Some(month.unwrap_or(Month::new(year, 12)).last());
    }
    let day = |part: &str| {
        let month = || human_date::month(part, today).ok().map(Month::last);
        human_date::day(part, today).ok().or_else(month)
    };
    if let Some(day) = lower.find(" by ").and_then(|at| day(lower[at + " by ".len()..].trim_end_matches('.'))) {
        return Some(day);
    }
    let start = lower.find('年')?.checked_sub(4).filter(|start| lower.is_char_boundary(*start))?;
    let end = lower[start..].find('月').map(|length| start + length + '月'.len_utf8());
    let year = || Some(Month::new(lower[start..start + 4].parse().ok()?, 12).last());
    end.and_then(|end| day(&lower[start..end])).or_else(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_beside_the_number_of_members_is_read() {
        let today: Day = "2026-11-30".parse().expect("a day");
        for (text, expected) in [
            (
                "付费会员480人，续费率52%，想明年6月做到65%",
                Some(("付费会员480人", "续费率", Some("52%"), "65%", "2027-06-30")),
            ),
            ("480人，续费率从52%到65% 2027年6月前", Some(("480人", "续费率", Some("52%"), "65%", "2027-06-30"))),
            (
                "480, renewal rate 52% to 65% by June 2027",
                Some(("480", "renewal rate", Some("52%"), "65%", "2027-06-30")),
            ),
            (
                "1,900 members; 40 first-time contributors a quarter (now 22)",
                Some(("1,900 members", "first-time contributors a quarter", Some("22"), "40", "")),
            ),
            ("200人，每季度40个首次贡献（现在22）", Some(("200人", "每季度首次贡献", Some("22"), "40", ""))),
            ("1,900 members, renewal rate 52% to 65%", Some(("1,900 members", "renewal rate", Some("52%"), "65%", ""))),
            (
                "60 members; 12 in-person meetups a year (now 4)",
                Some(("60 members", "in-person meetups a year", Some("4"), "12", "")),
            ),
            // so many members are a size
            ("people: 1,900; 2,400 members (now 1,900)", None),
            ("40 first-time contributors a quarter (now 22)", None),
            ("480 → 600", None),
            ("续费率52%", None),
        ] {
            let read = goal(text, today);
            let read = read.as_ref().map(|(rest, goal)| {
                let by = goal.by.map(|by| by.to_string()).unwrap_or_default();
                (rest.as_str(), goal.name.as_str(), goal.baseline.as_deref(), goal.target.as_str(), by)
            });
            let expected = expected.map(|(rest, name, now, target, by)| (rest, name, now, target, by.to_owned()));
            assert_eq!(read, expected, "{text}");
        }
        let (_, goal) = goal("480人，续费率52%到65%", today).expect("a goal");
        assert_eq!(goal.metric(), Some(Metric::Retention));
    }
}
