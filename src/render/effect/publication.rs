//! What is published, and what of it the plan has otherwise now.

use std::path::Path;

use crate::amend::{Outdated, Publication};
use crate::language::{Language, Text};
use crate::render::calendar::{Row, View};
use crate::render::clean;
use crate::roster::{PublishedOccurrence, Roster};
use crate::source::Moment;

/// Published dates that are listed.
const LISTED: usize = 6;

/// The published dates that the plan has at another time, or not at all, and how many new ones lie among them.
pub fn outdated_lines(publication: &Publication, view: &View<'_>) -> Vec<String> {
    let (language, outdated) = (view.language, &publication.outdated);
    let head = Text::new(
        "有 {n} 项定稿的日子，计划现在排的不一样：",
        "{n|published date is|published dates are} different in the plan now:",
    );
    let left_out = Text::new(
        "定稿的日子里有 {n} 项是计划新排的，没有算进去",
        "{n|date is|dates are} new in the plan among the published ones, and left out",
    );
    let counted = |words: Text, n: usize| words.fill(language, |_| Some(n.to_string()));
    let mut lines = Vec::new();
    if publication.left_out > 0 {
        lines.push(counted(left_out, publication.left_out));
    }
    if outdated.is_empty() {
        return lines;
    }
    lines.push(counted(head, outdated.len()));
    let line = |other: &Outdated| {
        let now =
            other.now.map_or_else(|| Text::new("没有了", "none").get(language).to_owned(), |now| moment(now, language));
        let cancelled = match other.row.is_cancelled {
            true => Text::new("（已取消）", " (cancelled)").get(language),
            false => "",
        };
        let then = moment(other.row.start, language);
        format!("  {}  {then}{cancelled} → {now}", view.published_title(&other.row))
    };
    lines.extend(outdated.iter().take(LISTED).map(line));
    if outdated.len() > LISTED {
        let more = Text::new("  还有 {n} 项", "  and {n} more");
        lines.push(more.fill(language, |_| Some((outdated.len() - LISTED).to_string())));
    }
    lines
}

/// Where people were written into the roster by hand who cannot do it, a line each.
pub fn refused_lines(publication: &Publication, view: &View<'_>) -> Vec<String> {
    let language = view.language;
    let of_people = Text::new(
        "{title} {date}：手改的人选排不上，仍是{people}；用 qun change 换人",
        "{title} on {date}: those written by hand cannot do it, so it stays with {people}; use qun change instead",
    );
    let of_time = Text::new(
        "{title}：手改的没用上，计划的 changes 里写的是 {date}；用 qun change 改",
        "{title}: the edit by hand is not used, as a change in the plan has it on {date}; use qun change instead",
    );
    let line = |words: Text, kept: &PublishedOccurrence| {
        let people: Vec<String> = kept.hands().map(clean).collect();
        words.fill(language, |name| {
            Some(match name {
                "title" => view.published_title(kept),
                "date" => moment(kept.start, language),
                _ if people.is_empty() => Text::new("空缺", "nobody").get(language).to_owned(),
                _ => people.join(Text::new("、", ", ").get(language)),
            })
        })
    };
    let refused = publication.refused.iter().map(|kept| line(of_people, kept));
    refused.chain(publication.overruled.iter().map(|kept| line(of_time, kept))).collect()
}

/// What nobody does yet, a line each: it is published with an open seat.
pub fn open_seats(view: &View<'_>) -> Vec<String> {
    let language = view.language;
    let open: Vec<String> =
        view.rows().iter().filter(|row| !row.cancelled).filter_map(|row| open_seat(row, language)).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let head = Text::new("其中 {n} 项还缺人：", "{n|entry has|entries have} an open seat:");
    let mut lines = vec![head.fill(language, |_| Some(open.len().to_string()))];
    lines.extend(open.iter().take(LISTED).cloned());
    if open.len() > LISTED {
        let more = Text::new("  还有 {n} 项", "  and {n} more");
        lines.push(more.fill(language, |_| Some((open.len() - LISTED).to_string())));
    }
    lines
}

/// An entry with the roles for which nobody is there, and those who are away.
fn open_seat(row: &Row, language: Language) -> Option<String> {
    let lead = row.role.iter().filter(|_| row.person.is_none() && !row.is_unnamed);
    let helpers = row
        .staff
        .iter()
        .filter(|helper| helper.person.is_none() && !helper.is_unnamed)
        .filter_map(|helper| helper.role.as_ref());
    let away = Text::new("{name}不在", "{name} is away");
    let is_open = |name: &&String| row.person.as_ref().is_none_or(|person| person == *name);
    let away = row.absent.iter().filter(is_open).map(|name| away.fill(language, |_| Some(name.clone())));
    let mut missing: Vec<String> = lead.chain(helpers).cloned().collect();
    missing.dedup();
    missing.extend(away);
    let start = moment(Moment { day: row.start.day, time: row.start.time }, language);
    let comma = Text::new("、", ", ").get(language);
    (!missing.is_empty()).then(|| format!("  {start}  {}: {}", row.title, missing.join(comma)))
}

fn moment(moment: Moment, language: Language) -> String {
    let time = moment.time.map_or_else(String::new, |time| format!(" {time}"));
    format!("{} {}{time}", moment.day, moment.day.weekday().short().get(language))
}

/// What was published, or would be: how much is new, how much is different, up to when, and where it is.
pub fn published_line(
    publication: &Publication,
    old: &Roster,
    (path, is_written): (&Path, bool),
    language: Language,
) -> Vec<String> {
    let words = match (is_written, old.is_empty()) {
        (true, true) => Text::new(
            "定稿到 {day}：{added} 项，写在 {path}",
            "published through {day}: {added|entry|entries}, kept in {path}",
        ),
        (true, false) => Text::new(
            "定稿到 {day}：新增 {added} 项，改动 {changed} 项",
            "published through {day}: {added} new, {changed} changed",
        ),
        (false, true) => {
            Text::new("将定稿到 {day}：{added} 项", "would be published through {day}: {added|entry|entries}")
        }
        (false, false) => Text::new(
            "将定稿到 {day}：新增 {added} 项，改动 {changed} 项",
            "would be published through {day}: {added} new, {changed} changed",
        ),
    };
    let day = publication.roster.through.map(|day| day.to_string()).unwrap_or_default();
    vec![words.fill(language, |name| {
        Some(match name {
            "day" => day.clone(),
            "added" => publication.added.to_string(),
            "changed" => publication.changes.len().to_string(),
            _ => clean(&path.display().to_string()),
        })
    })]
}
