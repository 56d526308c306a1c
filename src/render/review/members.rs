//! What exports show: coverage, activity, retention.

use super::figures::{decimal, figure, percent, wait};
use super::{Charted, CountedExports, ReviewTable, ReviewView};
use crate::language::{Language, Text};
use crate::metrics::Figure;
use crate::review::MemberReview;

/// What exports cover, and what was left out.
pub fn covered(exports: &CountedExports, language: Language) -> Vec<String> {
    let coverage = &exports.coverage;
    let kinds: Vec<&str> = exports.kinds.iter().map(|kind| kind.name().get(language)).collect();
    let comma = Text::new("、", ", ").get(language);
    let days = exports.span.map_or_else(String::new, |span| {
        Text::new("，{from} 到 {to}", ", {from} to {to}")
            .fill(language, |name| Some(if name == "from" { span.first } else { span.last }.to_string()))
    });
    let head = Text::new(
        "导出：{kinds}{days}；{channels} 个群，{people} 个人，{messages} 条消息",
        "exports: {kinds}{days}; {channels|channel|channels}, {people|person|people}, {messages|message|messages}",
    );
    let head = head.fill(language, |name| {
        Some(match name {
            "kinds" => kinds.join(comma),
            "days" => days.clone(),
            "channels" => exports.channels.to_string(),
            "people" => exports.people.to_string(),
            _ => coverage.messages.to_string(),
        })
    });
    let left_out = [
        (coverage.bots, Text::new("机器人 {n}", "{n} by bots")),
        (coverage.without_author, Text::new("没有作者 {n}", "{n} without an author")),
        (coverage.duplicates, Text::new("重复 {n}", "{n} duplicates")),
        (coverage.without_time, Text::new("没有时间 {n}", "{n} without a time")),
        (coverage.unreadable, Text::new("读不懂 {n}", "{n} unreadable")),
        (coverage.private, Text::new("私聊 {n}（没有打开）", "{n} private, not opened")),
    ];
    let left_out = left_out.into_iter().filter(|(count, _)| *count > 0);
    let mut parts: Vec<String> =
        left_out.map(|(count, words)| words.fill(language, |_| Some(count.to_string()))).collect();
    parts.extend(coverage.other_kinds.iter().map(|(kind, count)| format!("{kind} {count}")));
    let rest = Text::new("没算进去：{parts}", "left out: {parts}");
    let rest = (!parts.is_empty()).then(|| rest.fill(language, |_| Some(parts.join(comma))));
    std::iter::once(head).chain(rest).collect()
}

/// Activity and the retention triangle.
pub(super) fn members(members: &MemberReview, view: &ReviewView<'_>) -> Vec<ReviewTable> {
    let language = view.language;
    let mut tables = vec![activity(members, language)];
    if !members.triangle.is_empty() {
        tables.push(triangle(members, language));
    }
    tables
}

fn activity(members: &MemberReview, language: Language) -> ReviewTable {
    let active = members.active;
    let mut rows: Vec<(Text, String)> = vec![
        (
            Text::new("最后一天 / 7 天 / 30 天活跃", "Active on the last day / in 7 / in 30 days"),
            format!("{} / {} / {}", active.day, active.week, active.month),
        ),
        (Text::new("发过言的人", "Wrote something"), members.writers.to_string()),
        (
            Text::new("消息：共几条 / 一天几条", "Messages / a day"),
            format!("{} / {}", members.messages.messages, decimal(members.messages.per_day)),
        ),
    ];
    if let Some(alone) = &members.without_team {
        let active = alone.active;
        let shown = Text::new(
            "{day} / {week} / {month}；{writers} 人，{messages} 条（团队 {team} 人不算）",
            "{day} / {week} / {month}; {writers|person|people}, {messages|message|messages} (team of {team} left out)",
        );
        let shown = shown.fill(language, |name| {
            Some(match name {
                "day" => active.day.to_string(),
                "week" => active.week.to_string(),
                "month" => active.month.to_string(),
                "writers" => alone.writers.to_string(),
                "messages" => alone.messages.to_string(),
                _ => alone.team.to_string(),
            })
        });
        rows.push((
            Text::new("不算团队：活跃，发言的人，消息", "Without the team: active, who wrote, messages"),
            shown,
        ));
    }
    if let Some(sticky) = members.stickiness {
        rows.push((
            Text::new("黏性：每天 DAU/MAU 的平均", "Stickiness: mean of the daily DAU/MAU"),
            percent(sticky.mean_of_ratios),
        ));
    }
    if let Some(spread) = members.concentration {
        rows.push((
            Text::new("写了一半消息的有几人 / 基尼系数", "How many wrote half of it / Gini"),
            format!("{} / {}", spread.half_by, decimal(spread.gini)),
        ));
    }
    rows.push((
        Text::new("新增 / 退群 / 净增", "Joined / left / net"),
        format!("{} / {} / {}", members.change.joined, members.change.left, members.change.net()),
    ));
    for (day, retained) in [1, 7, 30].into_iter().zip(&members.retention) {
        let name = match day {
            1 => Text::new("次日留存", "Retention, day 1"),
            7 => Text::new("7 日留存", "Retention, day 7"),
            _ => Text::new("30 日留存", "Retention, day 30"),
        };
        rows.push((name, figure(retained, language)));
    }
    if let Some(lapsed) = &members.lapsed {
        rows.push((Text::new("上期活跃、这期没有", "Active before, not now"), figure(&lapsed.figure, language)));
    }
    rows.push((answers_name(members), answers(members, language)));
    let head = [Text::new("看什么", "Figure"), Text::new("数值", "Value")];
    ReviewTable {
        heading: Text::new("成员", "Members").get(language).to_owned(),
        notes: vec![Text::new("{from} 到 {to}", "{from} to {to}").fill(language, |name| {
            Some(if name == "from" { members.covered.first } else { members.covered.last }.to_string())
        })],
        head: head.map(|text| text.get(language)).into(),
        rows: rows.into_iter().map(|(name, value)| vec![name.get(language).to_owned(), value]).collect(),
        charted: None,
    }
}

fn answers_name(members: &MemberReview) -> Text {
    if members.is_only_possible {
        Text::new("半小时内有别人接话", "Someone else wrote within half an hour")
    } else {
        Text::new("首次回应：有回应 / 共几条，中位数", "First answer: answered / begun, median")
    }
}

fn answers(members: &MemberReview, language: Language) -> String {
    let times = &members.answered;
    let median = times.median().map_or_else(
        || Text::new("还没到一半", "not half of them yet").get(language).to_owned(),
        |median| wait(median, language),
    );
    let comma = Text::new("，", ", ").get(language);
    format!("{} / {}{comma}{median}", times.answered(), times.starts())
}

/// How many weeks after coming something is known of.
pub(super) fn weeks_known(members: &MemberReview) -> usize {
    let known =
        |figures: &Vec<Figure>| figures.iter().rposition(|figure| figure.share().is_some()).map_or(0, |at| at + 1);
    members.triangle.iter().map(|(_, figures)| known(figures)).max().unwrap_or(0)
}

/// For each week of coming: how many, and the share that acted in each week after.
fn triangle(members: &MemberReview, language: Language) -> ReviewTable {
    let weeks = weeks_known(members);
    const NAMES: [&str; 9] = ["+0", "+1", "+2", "+3", "+4", "+5", "+6", "+7", "+8"];
    let row = |(week, figures): &(crate::value::DayWindow, Vec<Figure>)| {
        let came = figures.iter().map(|figure| figure.denominator).max().unwrap_or(0);
        let cell = |figure: &Figure| figure.share().map(percent).unwrap_or_default();
        [week.first.to_string(), came.to_string()].into_iter().chain(figures.iter().take(weeks).map(cell)).collect()
    };
    let first = [Text::new("来的那周", "Week of coming"), Text::new("人数", "Came")].map(|text| text.get(language));
    ReviewTable {
        heading: Text::new("每周留存", "Retention by weeks").get(language).to_owned(),
        notes: vec![
            Text::new("空着的是太早、没有人，或不到 5 人", "empty: too early, nobody, or fewer than 5 people")
                .get(language)
                .to_owned(),
        ],
        head: first.into_iter().chain(NAMES.into_iter().take(weeks)).collect(),
        rows: members.triangle.iter().map(row).collect(),
        charted: Some(Charted::Retention),
    }
}
