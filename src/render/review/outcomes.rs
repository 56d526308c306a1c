//! What was written down by hand: attendance, money, tasks, tests, decisions.

use super::figures::{self, DASH, amounts};
use super::{Charted, ReviewTable, ReviewView, states};
use crate::language::Text;
use crate::metrics::BreakEvenError;
use crate::records::RecordedReading;
use crate::review::{AttendanceReview, DecisionReview, EventReview, ExperimentReview, MoneyReview, TaskInput};
use crate::value::DayWindow;

pub(super) fn community(view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let row = |it: &RecordedReading| {
        let of = it.of.map(|of| of.to_string()).unwrap_or_default();
        let DayWindow { first, last } = it.window;
        let days = if first == last { first.to_string() } else { format!("{first} – {last}") };
        let source = it.source.clone().unwrap_or_default();
        vec![it.measure.name.get(language).to_owned(), figures::value(&it.value), of, days, source]
    };
    let head = [
        Text::new("看什么", "Figure"),
        Text::new("数值", "Value"),
        Text::new("总数", "Of"),
        Text::new("日期", "Days"),
        Text::new("从哪来", "Source"),
    ];
    ReviewTable {
        heading: Text::new("社群（记下的数）", "Community, as recorded").get(language).to_owned(),
        head: head.map(|text| text.get(language)).into(),
        rows: view.review.sections.community.iter().map(row).collect(),
        ..ReviewTable::default()
    }
}

pub(super) fn attendance(attendance: &AttendanceReview, view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let count = |count: Option<u64>| count.map_or_else(|| DASH.to_owned(), |count| count.to_string());
    let row = |it: &EventReview| {
        let signed_up = it.door.map(|door| door.signed_up).filter(|count| *count > 0);
        let score = it.score.map(|(score, of)| format!("{}/{of}", figures::decimal(f64::from(score) / 100.0)));
        vec![
            it.event.title.clone(),
            it.event.day.to_string(),
            it.event.expected.map(|count| count.to_string()).unwrap_or_default(),
            signed_up.map(|count| count.to_string()).unwrap_or_default(),
            count(it.came),
            score.unwrap_or_default(),
        ]
    };
    let mut notes = Vec::new();
    if let Some(together) = &attendance.together {
        let words = Text::new(
            "报名的活动合计：到场 {came}；报了名没来 {missing}",
            "events with sign-ups together: {came} came; no-shows {missing}",
        );
        notes.push(words.fill(language, |name| {
            Some(match name {
                "came" => together.came.to_string(),
                _ => figures::figure(&together.no_show, language),
            })
        }));
    }
    for (uid, wrong) in &attendance.contradictions {
        let words = Text::new(
            "{uid}：有名额的来了 {came} 人，比名额 {expected} 还多，没算进合计",
            "{uid}: {came} came with a place, more than the {expected} who had one; not counted above",
        );
        notes.push(words.fill(language, |name| {
            Some(match name {
                "uid" => uid.clone(),
                "came" => wrong.came.to_string(),
                _ => wrong.expected.to_string(),
            })
        }));
    }
    let head = [
        Text::new("活动", "Event"),
        Text::new("日期", "Date"),
        Text::new("预计", "Expected"),
        Text::new("报名", "Signed up"),
        Text::new("到场", "Came"),
        Text::new("评分", "Score"),
    ];
    ReviewTable {
        heading: Text::new("到场", "Attendance").get(language).to_owned(),
        notes,
        head: head.map(|text| text.get(language)).into(),
        rows: attendance.events.iter().map(row).collect(),
        charted: Some(Charted::Attendance),
    }
}

pub(super) fn money(money: &MoneyReview, view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let mut rows = vec![
        (Text::new("收入（减退款）", "Revenue, less refunds"), amounts(&money.revenue, language)),
        (Text::new("支出", "Spent"), amounts(&money.spent, language)),
    ];
    if let Some(payers) = money.payers {
        rows.push((Text::new("付费人数", "Payers"), payers.to_string()));
    }
    if let Some(even) = money.break_even {
        let shown = match even {
            Ok(members) => members.to_string(),
            Err(BreakEvenError::NoMargin) => {
                Text::new("达不到：每卖一份都不赚", "never: each sale costs as much as it brings")
                    .get(language)
                    .to_owned()
            }
            Err(BreakEvenError::Currencies) => {
                Text::new("币种不同，没法算", "different currencies cannot be compared").get(language).to_owned()
            }
        };
        rows.push((Text::new("保本要多少付费的人", "Payers to break even"), shown));
    }
    ReviewTable { charted: Some(Charted::Money), ..two_columns(Text::new("钱", "Money"), rows, view) }
}

pub(super) fn tasks(tasks: &TaskInput, view: &ReviewView<'_>) -> ReviewTable {
    let rows = vec![
        (Text::new("到期的", "Due"), tasks.due.to_string()),
        (Text::new("做完的", "Done"), tasks.done.to_string()),
        (Text::new("晚了的", "Late"), tasks.late.to_string()),
    ];
    two_columns(Text::new("任务", "Tasks"), rows, view)
}

fn two_columns(heading: Text, rows: Vec<(Text, String)>, view: &ReviewView<'_>) -> ReviewTable {
    let head = [Text::new("看什么", "Figure"), Text::new("数值", "Value")];
    ReviewTable {
        heading: heading.get(view.language).to_owned(),
        head: head.map(|text| text.get(view.language)).into(),
        rows: rows.into_iter().map(|(name, value)| vec![name.get(view.language).to_owned(), value]).collect(),
        ..ReviewTable::default()
    }
}

pub(super) fn experiments(view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let row = |it: &ExperimentReview| {
        let test = &it.experiment;
        let until = it.data_until.map_or_else(|| DASH.to_owned(), |day| day.to_string());
        vec![test.id.clone(), test.a.clone(), test.b.clone(), until, states::verdict(it, language)]
    };
    let head = [
        Text::new("测试", "Test"),
        Text::new("A", "A"),
        Text::new("B", "B"),
        Text::new("数据到", "Data until"),
        Text::new("结论", "Verdict"),
    ];
    ReviewTable {
        heading: Text::new("A/B 测试", "A/B tests").get(language).to_owned(),
        head: head.map(|text| text.get(language)).into(),
        rows: view.review.sections.experiments.iter().map(row).collect(),
        ..ReviewTable::default()
    }
}

pub(super) fn decisions(view: &ReviewView<'_>) -> ReviewTable {
    let language = view.language;
    let row = |it: &DecisionReview| {
        let decision = &it.decision;
        let change = it.before_and_after.as_ref().map(|(before, after)| {
            format!("{} → {}", figures::reading(before, language), figures::reading(after, language))
        });
        vec![
            decision.text.clone(),
            decision.owner.clone().unwrap_or_default(),
            decision.on.map(|on| on.to_string()).unwrap_or_default(),
            decision.by.map(|by| by.to_string()).unwrap_or_default(),
            states::decision(it.state, language),
            change.unwrap_or_default(),
        ]
    };
    let head = [
        Text::new("决定", "Decision"),
        Text::new("谁", "Who"),
        Text::new("定于", "Decided"),
        Text::new("最晚", "By"),
        Text::new("进度", "State"),
        Text::new("目标前后", "The goal before and after"),
    ];
    let is_any = view.review.sections.decisions.iter().any(|it| it.before_and_after.is_some());
    let note =
        Text::new("前后不同，不能说是决定带来的", "before and after, not cause and effect").get(language).to_owned();
    ReviewTable {
        heading: Text::new("以前的决定", "Earlier decisions").get(language).to_owned(),
        notes: if is_any { vec![note] } else { Vec::new() },
        head: head.map(|text| text.get(language)).into(),
        charted: None,
        rows: view.review.sections.decisions.iter().map(row).collect(),
    }
}
