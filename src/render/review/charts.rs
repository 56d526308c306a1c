//! The charts of a review's page: goals over days, retention, attendance and money, as bars and lines.

use super::ReviewView;
use super::figures;
use super::members::weeks_known;
use crate::language::{Language, Text};
use crate::records::{Measured, RecordedReading};
use crate::render::clean;
use crate::render::page::{Chart, ChartCell, ChartRow, Plot, PlotDot, PlotFrame};
use crate::review::{
    AttendanceReview, EventReview, GoalReview, MemberReview, MoneyReview, measured_size, reading_interval,
};
use crate::value::Money;

/// Each goal that has readings, over its days.
pub(super) fn goals(view: &ReviewView<'_>) -> Vec<Plot> {
    view.review.sections.goals.iter().filter_map(|goal| goal_plot(goal, view.language)).collect()
}

fn goal_plot(goal: &GoalReview, language: Language) -> Option<Plot> {
    let unit = goal.latest.as_ref().and_then(|latest| measured_size(&latest.value)).map(|(_, unit)| unit)?;
    // values of another kind cannot be on the same line
    let sized = |value: &Measured| measured_size(value).filter(|(_, other)| *other == unit).map(|(size, _)| size);
    let level =
        |value: &Option<Measured>| value.as_ref().and_then(|value| Some((sized(value)?, figures::value(value))));
    let dot = |reading: &RecordedReading| {
        Some(PlotDot {
            day: reading.window.last,
            value: sized(&reading.value)?,
            interval: reading_interval(reading).map(|interval| (interval.low, interval.high)),
            text: figures::value(&reading.value),
        })
    };
    let dots: Vec<PlotDot> = goal.history.iter().filter_map(dot).collect();
    let (since, by) = goal.course;
    let last = dots.last()?.day;
    let frame = PlotFrame {
        days: (since.min(by.unwrap_or(last)), by.unwrap_or(last)),
        baseline: level(&goal.baseline).filter(|_| by.is_some()),
        target: level(&goal.target),
    };
    let title = match frame.baseline {
        Some(_) => Text::new("{goal}（虚线：从现状到目标）", "{goal} (dashed: from the baseline to the target)"),
        None => Text::new("{goal}", "{goal}"),
    };
    Plot::of(title.fill(language, |_| Some(clean(&goal.title))), &frame, &dots)
}

/// The triangle of weeks, each share with its bar.
pub(super) fn retention(members: &MemberReview, language: Language) -> Chart {
    let weeks = weeks_known(members);
    let rows = members.triangle.iter().map(|(week, figures)| {
        let came = figures.iter().map(|figure| figure.denominator).max().unwrap_or(0);
        let cell = |figure: &crate::metrics::Figure| match figure.share() {
            Some(share) => ChartCell::of((share * 1000.0).round() as i64, None, 1000, figures::percent(share)),
            None => ChartCell::words(String::new()),
        };
        let known = figures.iter().take(weeks).map(cell);
        let rest = (figures.len()..weeks).map(|_| ChartCell::words(String::new()));
        let label = Text::new("{week} · {came} 人", "{week} · {came}")
            .fill(language, |name| Some(if name == "week" { week.first.to_string() } else { came.to_string() }));
        ChartRow { label, cells: known.chain(rest).collect() }
    });
    Chart {
        title: Text::new(
            "来的那周和人数，之后每周还在的比例",
            "Week of coming and how many came, then the share still there each week",
        )
        .get(language),
        columns: (0..weeks).map(|week| format!("+{week}")).collect(),
        rows: rows.collect(),
    }
}

/// Who came to each event, against how many were expected.
pub(super) fn attendance(attendance: &AttendanceReview, language: Language) -> Option<Chart> {
    let counts = |it: &EventReview| {
        let signed_up = it.door.map(|door| door.signed_up).filter(|count| *count > 0);
        [signed_up, it.came].map(|count| count.and_then(|count| i64::try_from(count).ok()))
    };
    let expected = |it: &EventReview| it.event.expected.and_then(|count| i64::try_from(count).ok());
    let held = || attendance.events.iter().filter(|it| it.came.is_some());
    let most = held().flat_map(|it| counts(it).into_iter().chain([expected(it)])).flatten().max()?;
    let cell = |count: Option<i64>, mark| match count {
        Some(count) => ChartCell::to_reach(count, mark, most, count.to_string()),
        None => ChartCell::words(figures::DASH.to_owned()),
    };
    let row = |it: &EventReview| {
        let [signed_up, came] = counts(it);
        let label = format!("{} {}", clean(&it.event.title), &it.event.day.to_string()[5..]);
        ChartRow { label, cells: vec![cell(signed_up, None), cell(came, expected(it))] }
    };
    let columns = [Text::new("报名", "signed up"), Text::new("到场（竖线：预计）", "came (mark: expected)")];
    Some(Chart {
        title: Text::new("报名和到场的人数", "How many signed up and came").get(language),
        columns: columns.map(|text| text.get(language).to_owned()).into(),
        rows: held().map(row).collect(),
    })
}

/// What came in and went out in each currency; and who paid, against how many would cover the costs.
pub(super) fn money(money: &MoneyReview, language: Language) -> Vec<Chart> {
    let mut charts = Vec::new();
    let currencies = currencies(money);
    let rows: Vec<ChartRow> = currencies.iter().map(|currency| flow(money, currency)).collect();
    if !rows.is_empty() {
        let columns = [Text::new("收入", "in"), Text::new("支出", "out")];
        charts.push(Chart {
            title: Text::new("收入和支出", "Money in and out").get(language),
            columns: columns.map(|text| text.get(language).to_owned()).into(),
            rows,
        });
    }
    if let (Some(payers), Some(Ok(needed))) = (money.payers, money.break_even) {
        let [payers, needed] = [payers, needed].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        let cell = ChartCell::to_reach(payers, Some(needed), payers.max(needed), format!("{payers}/{needed}"));
        charts.push(Chart {
            title: Text::new("付费人数（/ 后面和竖线：保本要多少）", "Payers (after / and at the mark: to break even)")
                .get(language),
            columns: vec![Text::new("人数", "people").get(language).to_owned()],
            rows: vec![ChartRow { label: Text::new("付费", "paid").get(language).to_owned(), cells: vec![cell] }],
        });
    }
    charts
}

/// The currencies of what came in and went out, each once.
pub(super) fn currencies(money: &MoneyReview) -> Vec<&str> {
    let mut all: Vec<&str> = money.revenue.iter().chain(&money.spent).map(|amount| amount.currency.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// An amount of this currency; nothing is 0.
pub(super) fn cents(amounts: &[Money], currency: &str) -> i64 {
    amounts.iter().find(|amount| amount.currency == currency).map_or(0, |amount| amount.cents)
}

fn flow(money: &MoneyReview, currency: &str) -> ChartRow {
    let [revenue, spent] = [&money.revenue, &money.spent].map(|amounts| cents(amounts, currency));
    let cell = |cents: i64| {
        let text = Money { cents, currency: currency.to_owned() }.to_string();
        ChartCell::of(cents, None, revenue.max(spent), text)
    };
    ChartRow { label: clean(currency), cells: vec![cell(revenue), cell(spent)] }
}
