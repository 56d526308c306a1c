//! One activity on several dates: 每年3月1号、9月1号 训练营, `party, 18 Dec 2026 and 19 March 2027, 12:00`.

use std::ops::Range;

use super::part::breaks;
use super::written_day::{WrittenDay, may_have_day};

/// What stands between two dates of a list.
const BETWEEN: [&str; 8] = ["、", ",", "，", " and ", "&", "和", "及", " + "];

/// A date, and where it is written.
type DateAt = (Range<usize>, WrittenDay);

/// A line for each of several dates; none where it has no such list.
pub(super) fn a_line_each(line: &str) -> Option<Vec<String>> {
    let dates = may_have_day(line).then(|| list(line)).flatten()?;
    let (first, last) = (dates.first()?.0.start, dates.last()?.0.end);
    let (before, behind) = (&line[..first], &line[last..]);
    let line_of = |date: &str| format!("{before}{date}{behind}");
    if dates.iter().all(|(_, date)| date.year.is_none()) {
        let says_yearly = ["每年", "every year", "each year", "yearly"].iter().any(|word| line.contains(word));
        return says_yearly.then(|| dates.iter().map(|(at, _)| line_of(&line[at.clone()])).collect());
    }
    let year = |at: usize| {
        let later = dates[at..].iter().find_map(|(_, date)| date.year);
        later.or_else(|| dates[..at].iter().rev().find_map(|(_, date)| date.year))
    };
    let days = dates.iter().enumerate().map(|(at, (_, date))| date.in_year(year(at)?));
    days.map(|day| Some(line_of(&day?.to_string()))).collect()
}

/// The first list of at least two dates.
fn list(line: &str) -> Option<Vec<DateAt>> {
    let parts = parts(line);
    (0..parts.len()).find_map(|start| {
        let mut dates = vec![at_end(line, &parts[start])?];
        for part in &parts[start + 1..] {
            let trimmed = trimmed(line, part);
            if let Some(date) = WrittenDay::of(&line[trimmed.clone()]) {
                dates.push((trimmed, date));
                continue;
            }
            dates.extend(at_start(line, &trimmed));
            break;
        }
        (dates.len() > 1).then_some(dates)
    })
}

/// The parts between what may part dates; a year behind a comma belongs to its day: `Dec 18, 2026`.
fn parts(line: &str) -> Vec<Range<usize>> {
    let mut cuts: Vec<Range<usize>> =
        BETWEEN.iter().flat_map(|mark| line.match_indices(mark).map(|(at, _)| at..at + mark.len())).collect();
    cuts.sort_by_key(|cut| cut.start);
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for cut in cuts.into_iter().chain(std::iter::once(line.len()..line.len())) {
        if cut.start < start {
            continue;
        }
        let part = start..cut.start;
        let text = line[part.clone()].trim();
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        match parts.last_mut().filter(|_| is_year) {
            Some(last) => last.end = part.end,
            None => parts.push(part),
        }
        start = cut.end;
    }
    parts
}

fn trimmed(line: &str, part: &Range<usize>) -> Range<usize> {
    let text = &line[part.clone()];
    let start = part.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// The date with which a part ends.
fn at_end(line: &str, part: &Range<usize>) -> Option<DateAt> {
    let part = trimmed(line, part);
    let text = &line[part.clone()];
    let starts = breaks(text).into_iter().filter(|at| *at < text.len());
    starts.into_iter().find_map(|at| Some((part.start + at..part.end, WrittenDay::of(&text[at..])?)))
}

/// The date with which a part begins.
fn at_start(line: &str, part: &Range<usize>) -> Option<DateAt> {
    let text = &line[part.clone()];
    let ends = breaks(text).into_iter().rev().filter(|at| *at > 0);
    ends.into_iter().find_map(|at| {
        let date = text[..at].trim_end();
        Some((part.start..part.start + date.len(), WrittenDay::of(date)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_date_has_a_line_of_its_own() {
        for (line, expected) in [
            ("每年3月1号、9月1号 训练营", vec!["每年3月1号 训练营", "每年9月1号 训练营"]),
            (
                "party, 18 Dec 2026, 19 March and 17 Sept 2027, 12:00",
                vec!["party, 2026-12-18, 12:00", "party, 2027-03-19, 12:00", "party, 2027-09-17, 12:00"],
            ),
            ("camp on Dec 18, 2026 and Jan 5, 2027", vec!["camp on 2026-12-18", "camp on 2027-01-05"]),
            (
                "camp, 1 March and 1 September every year",
                vec!["camp, 1 March every year", "camp, 1 September every year"],
            ),
            ("2026-12-18、2027-01-15 20:00 年会", vec!["2026-12-18 20:00 年会", "2027-01-15 20:00 年会"]),
        ] {
            assert_eq!(a_line_each(line), Some(expected.into_iter().map(str::to_owned).collect()), "{line}");
        }
        for line in ["每周三20:00 答疑、打卡", "3月1号、9月1号 训练营", "Mon and Wed 19:00 talk", "每月1、15日 打卡"]
        {
            assert_eq!(a_line_each(line), None, "{line}");
        }
    }
}
