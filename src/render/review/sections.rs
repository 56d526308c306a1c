//! The tables of a review, section by section: only those with data.

use super::figures::{self, DASH};
use super::{Charted, ReviewTable, ReviewView, members, outcomes, states};
use crate::language::Text;
use crate::render::calendar::length;
use crate::review::{GoalReview, MissingReading, MissingWhat};

/// All tables, in the order in which they are shown.
pub(super) fn tables(view: &ReviewView<'_>) -> Vec<ReviewTable> {
    let sections = &view.review.sections;
    let mut tables = Vec::new();
    if !sections.goals.is_empty() {
        tables.push(goals(view));
    }
    if let Some(found) = &sections.members {
        tables.extend(members::members(found, view));
    }
    if !sections.community.is_empty() {
        tables.push(outcomes::community(view));
    }
    if let Some(attendance) = &sections.attendance {
        tables.push(outcomes::attendance(attendance, view));
    }
    if let Some(money) = &sections.money {
        tables.push(outcomes::money(money, view));
    }
    if let Some(tasks) = &sections.tasks {
        tables.push(outcomes::tasks(tasks, view));
    }
    if !sections.experiments.is_empty() {
        tables.push(outcomes::experiments(view));
    }
    if !sections.decisions.is_empty() {
        tables.push(outcomes::decisions(view));
    }
    if !sections.missing.is_empty() {
        tables.push(missing(view));
    }
    if !view.review.proposals.is_empty() {
        tables.push(proposals(view));
    }
    tables
}

/// The lines above the tables: which days, up to when there are data, what exports cover, what data are used for.
pub(super) fn notes(view: &ReviewView<'_>) -> Vec<String> {
    let (sections, language) = (&view.review.sections, view.language);
    let window = Text::new("{from} 到 {to}", "{from} to {to}").fill(language, |name| {
        Some(if name == "from" { sections.window.first } else { sections.window.last }.to_string())
    });
    let until = match sections.data_until {
        Some(day) => Text::new("，数据到 {day}", "; data until {day}").fill(language, |_| Some(day.to_string())),
        None => Text::new("，还没有任何数据", "; no data yet").get(language).to_owned(),
    };
    let mut notes = vec![format!("{window}{until}")];
    if let Some(exports) = view.exports {
        notes.extend(members::covered(exports, language));
        let (purpose, keep) = view.purpose;
        notes.push(match purpose {
            Some(purpose) => {
                let keep = keep.map_or_else(|| "?".to_owned(), |keep| length(keep, language));
                Text::new(
                    "成员信息的用途：{purpose}；保存 {keep}",
                    "members' data are used for: {purpose}; kept {keep}",
                )
                .fill(language, |name| Some(if name == "keep" { keep.clone() } else { purpose.to_owned() }))
            }
            None => Text::new(
                "计划没写成员信息做什么用：qun set rules.data.purpose",
                "the plan doesn't say what members' data are used for: qun set rules.data.purpose",
            )
            .get(language)
            .to_owned(),
        });
    }
    notes
}

fn goals(view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let row = |goal: &GoalReview| {
        let sure = goal.interval.map(figures::interval).unwrap_or_default();
        let shown = |reading: &Option<_>| {
            reading.as_ref().map_or_else(|| DASH.to_owned(), |reading| figures::reading(reading, language))
        };
        let before = goal.before.as_ref().map(|before| figures::reading(before, language)).unwrap_or_default();
        vec![goal.title.clone(), states::aim(goal), before, shown(&goal.latest), sure, states::goal(goal, language)]
    };
    let head = [
        Text::new("目标", "Goal"),
        Text::new("现状 → 目标", "Baseline → target"),
        Text::new("上次", "Before"),
        Text::new("最新读数", "Latest"),
        Text::new("95% 区间", "95% interval"),
        Text::new("状态", "State"),
    ];
    ReviewTable {
        heading: Text::new("目标", "Goals").get(language).to_owned(),
        head: head.map(|text| text.get(language)).into(),
        rows: view.review.sections.goals.iter().map(row).collect(),
        charted: Some(Charted::Goals),
        ..ReviewTable::default()
    }
}

fn missing(view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let row = |it: &MissingReading| {
        let what = match it.what {
            MissingWhat::Goal => Text::new("目标的读数", "a reading of the goal"),
            MissingWhat::Attendance => Text::new("来了多少人", "how many came"),
            MissingWhat::Experiment => Text::new("测试的结果", "the results of the test"),
        };
        let who = it.owner.clone().unwrap_or_default();
        vec![it.title.clone(), what.get(language).to_owned(), command(it, view), it.by.to_string(), who]
    };
    let head = [
        Text::new("没有数据", "No data"),
        Text::new("缺什么", "What is missing"),
        Text::new("怎么补", "Do this"),
        Text::new("最晚", "By"),
        Text::new("谁", "Who"),
    ];
    ReviewTable {
        heading: Text::new("还缺的数", "What is missing").get(language).to_owned(),
        head: head.map(|text| text.get(language)).into(),
        rows: view.review.sections.missing.iter().map(row).collect(),
        ..ReviewTable::default()
    }
}

/// The command that records what is missing.
fn command(it: &MissingReading, view: &ReviewView<'_>) -> String {
    let subject = crate::render::quoted(&it.subject);
    match it.what {
        MissingWhat::Goal => format!("qun record {subject} …"),
        MissingWhat::Attendance => {
            // community/item/day@qun
            let mut parts = it.subject.split(['/', '@']).skip(1);
            let (item, day) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let came = Text::new("到场=", "came=").get(view.language);
            format!("qun record {} {day} {came}…", crate::render::quoted(item))
        }
        MissingWhat::Experiment => format!("qun record {subject} --arm a …/…"),
    }
}

fn proposals(view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let rows = view.review.proposals.iter().enumerate().filter_map(|(index, proposal)| {
        let (observed, proposed) = proposal.texts(language)?;
        let rule = proposal.declared()?;
        let kind = states::kind(proposal.kind).get(language).to_owned();
        let because = Text::new("{threshold}（{source}）", "{threshold} ({source})").fill(language, |name| {
            Some(if name == "source" { rule.source } else { rule.threshold }.get(language).to_owned())
        });
        Some(vec![(index + 1).to_string(), kind, observed, proposed, because])
    });
    let head = [
        Text::new("号", "No."),
        Text::new("做法", "Kind"),
        Text::new("数到的", "What was counted"),
        Text::new("可以怎么做", "What you could do"),
        Text::new("门槛和出处", "Threshold and source"),
    ];
    ReviewTable {
        heading: Text::new("停下、改变、尝试", "Stop, change, try").get(language).to_owned(),
        head: head.map(|text| text.get(language)).into(),
        rows: rows.collect(),
        charted: None,
        notes: vec![
            Text::new(
                "由人来定：qun review --decide 号 --owner 谁 --by 日期，写进计划",
                "You decide: qun review --decide NO --owner NAME --by DATE writes it into the plan",
            )
            .get(language)
            .to_owned(),
        ],
    }
}
