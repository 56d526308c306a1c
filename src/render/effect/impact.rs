//! What an edit does to the calendar and to the findings, a line for each series.

use super::findings::findings_change;
use super::series::{Compared, Happening, line, series};
use crate::amend::{AgainstPublished, EntryChange, Impact, StaleNames};
use crate::language::{Language, Text};
use crate::plan::{Index, Plan, Reading};
use crate::render::calendar::View;
use crate::render::clean;
use crate::value::Month;

/// Series that are listed.
const LISTED: usize = 12;

/// Pairs of people that are listed with what passes between them; more are counted by month.
const PAIRS: usize = 4;
/// Months that are counted each for itself.
const MONTHS: usize = 3;

/// What changes in the calendar of the coming year, then in the findings of lint.
pub fn impact(before: &Reading, after: &Reading, impact: &Impact<'_>, language: Language) -> Vec<String> {
    let mut lines = calendar_lines((&before.plan, &before.index), (&after.plan, &after.index), impact, language);
    lines.extend(impact.published.iter().flat_map(|published| against_published(*published, language)));
    lines.extend(findings_change(&impact.findings, language));
    lines
}

/// What was announced otherwise, and how to announce the change.
fn against_published(published: AgainstPublished, language: Language) -> Vec<String> {
    let changed = Text::new(
        "有 {n} 项和定稿不一样了：qun publish 列出要通知谁什么",
        "{n|entry differs|entries differ} from what was published: qun publish shows what to announce",
    );
    let outdated = Text::new(
        "有 {n} 项定稿的日子先不动，虽然计划现在排的不一样：qun publish 会问要不要改",
        "{n|published date stays|published dates stay} as announced although the plan differs: qun publish asks whether to move",
    );
    let left_out = Text::new(
        "定稿的日子里新排了 {n} 项，先不算进去：qun publish 会问要不要加",
        "{n|new date|new dates} among the published ones left out for now: qun publish asks whether to add what is new",
    );
    let lines = [(published.changed, changed), (published.outdated, outdated), (published.left_out, left_out)];
    lines.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words.fill(language, |_| Some(n.to_string()))).collect()
}

fn calendar_lines(
    (old_plan, old_index): (&Plan, &Index),
    (new_plan, new_index): (&Plan, &Index),
    impact: &Impact<'_>,
    language: Language,
) -> Vec<String> {
    let (Some(before), Some(after)) = (&impact.before, &impact.after) else { return Vec::new() };
    if impact.entries.is_empty() {
        return Vec::new();
    }
    let old = View { language, ..View::new(old_plan, old_index, before) }.rows();
    let new = View { language, ..View::new(new_plan, new_index, after) }.rows();
    let mut all = series(&impact.entries, &Compared { before, after, old: &old, new: &new }, language);
    let pairs = all.iter().filter(|series| series.happening == Happening::Reassigned).count();
    let by_month = (pairs > PAIRS).then(|| {
        let reassigned = impact.entries.iter().filter_map(|change| match *change {
            EntryChange::Reassigned(_, at) => Some(new[at].start.day.month()),
            _ => None,
        });
        by_month(reassigned.collect(), language)
    });
    if by_month.is_some() {
        all.retain(|series| series.happening != Happening::Reassigned);
    }
    let head = match impact.is_elsewhere {
        false => Text::new(
            "往后一年的日历，有 {n} 处不同：",
            "In the calendar of the coming year, {n|entry changes|entries change}:",
        ),
        true => Text::new(
            "往后一年的日历里，别处还有 {n} 处不同：",
            "Elsewhere in the calendar of the coming year, {n|entry changes|entries change}:",
        ),
    };
    let mut lines = vec![head.fill(language, |_| Some(impact.entries.len().to_string()))];
    lines.extend(all.iter().take(LISTED).map(|series| line(series, language)));
    lines.extend(by_month);
    if all.len() > LISTED {
        let more = Text::new("  还有 {n} 项", "  and {n} more");
        lines.push(more.fill(language, |_| Some((all.len() - LISTED).to_string())));
    }
    lines
}

/// How many entries others do, month by month: `  ~ other people for 40: 14 in 2026-12, 15 in 2027-01, then 11`
fn by_month(mut months: Vec<Month>, language: Language) -> String {
    months.sort_unstable();
    let mut counts: Vec<(Month, usize)> = Vec::new();
    for month in &months {
        match counts.last_mut() {
            Some((last, count)) if last == month => *count += 1,
            _ => counts.push((*month, 1)),
        }
    }
    let each = Text::new("{month} {n} 处", "{n} in {month}");
    let mut parts: Vec<String> = (counts.iter().take(MONTHS))
        .map(|(month, n)| each.fill(language, |name| Some(if name == "n" { n.to_string() } else { month.to_string() })))
        .collect();
    let later: usize = counts.iter().skip(MONTHS).map(|(_, n)| n).sum();
    if later > 0 {
        let later = later.to_string();
        parts.push(Text::new("之后 {n} 处", "then {n}").fill(language, |_| Some(later.clone())));
    }
    let all = Text::new("  ~ {n} 处换人：{months}", "  ~ other people for {n|entry|entries}: {months}");
    let parts = parts.join(Text::new("，", ", ").get(language));
    all.fill(language, |name| Some(if name == "n" { months.len().to_string() } else { parts.clone() }))
}

/// A name that is gone may still be in texts, which refer to nothing.
pub fn stale_names(left: &StaleNames, language: Language) -> Vec<String> {
    let words = Text::new("这些文字里还写着“{name}”：{paths}", "texts that still have \"{name}\": {paths}");
    let line = |(name, paths): &(String, Vec<crate::finding::KeyPath>)| {
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        words.fill(language, |part| Some(if part == "name" { clean(name) } else { paths.join(" ") }))
    };
    left.iter().map(line).collect()
}
