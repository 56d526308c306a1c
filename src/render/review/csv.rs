//! The figures of a review as a table: a row a figure, its parts in columns of their own.

use super::states;
use super::{ReviewView, figures};
use crate::language::Text;
use crate::metrics::{ConfidenceInterval, Figure};
use crate::records::Measured;
use crate::render::spreadsheet;
use crate::review::{EventReview, GoalReview, MemberReview};
use crate::value::{Day, DayWindow};

pub(super) const HEAD: [Text; 11] = [
    Text::new("部分", "Section"),
    Text::new("关于", "About"),
    Text::new("指标", "Figure"),
    Text::new("数值", "Value"),
    Text::new("单位", "Unit"),
    Text::new("分子", "Count"),
    Text::new("分母", "Of"),
    Text::new("区间下限", "Low"),
    Text::new("区间上限", "High"),
    Text::new("从", "From"),
    Text::new("到", "To"),
];

/// One row, to be filled in.
#[derive(Default)]
struct FigureRow([String; 11]);

impl FigureRow {
    fn of(section: &str, about: &str, figure: &str) -> Self {
        let mut row = Self::default();
        row.0[0] = section.to_owned();
        row.0[1] = about.to_owned();
        row.0[2] = figure.to_owned();
        row
    }

    fn number(mut self, value: impl ToString) -> Self {
        self.0[3] = value.to_string();
        self
    }

    fn measured(mut self, value: &Measured) -> Self {
        let (number, unit) = value.cells();
        (self.0[3], self.0[4]) = (number, unit);
        self
    }

    fn out_of(mut self, of: Option<u64>) -> Self {
        self.0[6] = of.map(|of| of.to_string()).unwrap_or_default();
        self
    }

    fn sure(mut self, interval: Option<ConfidenceInterval>) -> Self {
        let percent = |share: f64| figures::decimal(share * 100.0);
        self.0[7] = interval.map(|interval| percent(interval.low)).unwrap_or_default();
        self.0[8] = interval.map(|interval| percent(interval.high)).unwrap_or_default();
        self
    }

    fn days(mut self, window: DayWindow) -> Self {
        (self.0[9], self.0[10]) = (window.first.to_string(), window.last.to_string());
        self
    }

    fn on(self, day: Day) -> Self {
        self.days(DayWindow { first: day, last: day })
    }
}

/// CSV; shares and their intervals are in per cent, what is withheld is left out.
pub fn review_csv(view: &ReviewView<'_>) -> String {
    spreadsheet::csv(HEAD, figure_rows(view).into_iter(), view.language)
}

/// The cells of all rows, a row a figure.
pub(super) fn figure_rows(view: &ReviewView<'_>) -> Vec<[String; 11]> {
    let sections = &view.review.sections;
    let name = |text: Text| text.get(view.language);
    let mut rows: Vec<FigureRow> = Vec::new();
    for goal in &sections.goals {
        rows.extend(goal_rows(goal, name(Text::new("目标", "Goals"))));
    }
    if let Some(members) = &sections.members {
        rows.extend(member_rows(members, name(Text::new("成员", "Members"))));
    }
    let section = name(Text::new("社群", "Community"));
    for it in &sections.community {
        rows.push(FigureRow::of(section, "", it.measure.id).measured(&it.value).out_of(it.of).days(it.window));
    }
    let section = name(Text::new("到场", "Attendance"));
    for event in sections.attendance.iter().flat_map(|attendance| &attendance.events) {
        rows.extend(event_rows(event, section));
    }
    if let Some(together) = sections.attendance.as_ref().and_then(|attendance| attendance.together) {
        rows.extend(figure_row(section, "", "no-show", &together.no_show));
    }
    let section = name(Text::new("钱", "Money"));
    if let Some(money) = &sections.money {
        for (what, amounts) in [("revenue", &money.revenue), ("spent", &money.spent)] {
            let row = |amount: &_| FigureRow::of(section, "", what).measured(&Measured::Money(Clone::clone(amount)));
            rows.extend(amounts.iter().map(|amount| row(amount).days(sections.window)));
        }
        rows.extend(
            money.payers.map(|payers| FigureRow::of(section, "", "payers").number(payers).days(sections.window)),
        );
    }
    let section = name(Text::new("任务", "Tasks"));
    if let Some(tasks) = sections.tasks {
        let counts = [("due", tasks.due), ("done", tasks.done), ("late", tasks.late)];
        rows.extend(counts.map(|(what, count)| FigureRow::of(section, "", what).number(count).days(sections.window)));
    }
    let section = name(Text::new("A/B 测试", "A/B tests"));
    for it in &sections.experiments {
        let row = FigureRow::of(section, &it.experiment.id, "verdict").number(states::verdict_id(it));
        rows.push(row.days(it.experiment.days));
    }
    let section = name(Text::new("以前的决定", "Earlier decisions"));
    for it in &sections.decisions {
        let row = FigureRow::of(section, &it.decision.text, "state").number(states::decision_word(it.state));
        let days = |first| DayWindow { first, last: it.decision.by.unwrap_or(first) };
        rows.push(match it.decision.on.or(it.decision.by) {
            Some(first) => row.days(days(first)),
            None => row,
        });
    }
    rows.into_iter().map(|row| row.0).collect()
}

fn goal_rows(goal: &GoalReview, section: &str) -> Vec<FigureRow> {
    let plain = |what: &str, value: &Option<Measured>| {
        value.as_ref().map(|value| FigureRow::of(section, &goal.title, what).measured(value))
    };
    let read = |what: &str, reading: &Option<crate::records::RecordedReading>| {
        reading.as_ref().map(|reading| {
            FigureRow::of(section, &goal.title, what).measured(&reading.value).out_of(reading.of).days(reading.window)
        })
    };
    let state = FigureRow::of(section, &goal.title, "state").number(states::goal_word(goal.state));
    let latest = read("latest", &goal.latest).map(|row| row.sure(goal.interval));
    let rows = [plain("baseline", &goal.baseline), plain("target", &goal.target), read("before", &goal.before), latest];
    rows.into_iter().flatten().chain([state]).collect()
}

fn member_rows(members: &MemberReview, section: &str) -> Vec<FigureRow> {
    let row = |what: &str| FigureRow::of(section, "", what);
    let covered = members.covered;
    let mut rows = vec![
        row("active-day").number(members.active.day).on(covered.last),
        row("active-week").number(members.active.week).days(DayWindow::ending(covered.last, 7)),
        row("active-month").number(members.active.month).days(DayWindow::ending(covered.last, 30)),
        row("writers").number(members.writers).days(covered),
        row("messages").number(members.messages.messages).days(covered),
        row("joined").number(members.change.joined).days(covered),
        row("left").number(members.change.left).days(covered),
    ];
    if let Some(alone) = &members.without_team {
        rows.push(row("writers-without-team").number(alone.writers).days(covered));
        rows.push(row("messages-without-team").number(alone.messages).days(covered));
    }
    rows.extend(members.stickiness.map(|it| row("stickiness").number(it.mean_of_ratios).days(covered)));
    rows.extend(members.concentration.map(|it| row("gini").number(it.gini).days(covered)));
    let named = ["retention-day-1", "retention-day-7", "retention-day-30"].into_iter().zip(&members.retention);
    rows.extend(named.filter_map(|(what, figure)| figure_row(section, "", what, figure)));
    rows.extend(members.lapsed.iter().filter_map(|lapsed| figure_row(section, "", "lapsed", &lapsed.figure)));
    rows.extend(members.answered.median().map(|median| row("first-response-seconds").number(median).days(covered)));
    for (week, figures) in &members.triangle {
        let about = week.first.to_string();
        let cells = figures.iter().enumerate();
        rows.extend(
            cells.filter_map(|(k, figure)| figure_row(section, &about, &format!("retention-week-{k}"), figure)),
        );
    }
    rows
}

fn event_rows(event: &EventReview, section: &str) -> Vec<FigureRow> {
    let row = |what: &str| FigureRow::of(section, &event.event.title, what).on(event.event.day);
    let counts = [
        ("expected", event.event.expected),
        ("signed-up", event.door.map(|door| door.signed_up).filter(|count| *count > 0)),
        ("came", event.came),
    ];
    let counts = counts.into_iter().filter_map(|(what, count)| Some(row(what).number(count?)));
    let score = event.score.map(|(score, of)| row("score").measured(&Measured::Score(score, of)));
    counts.chain(score).collect()
}

/// A share in per cent; none where it is withheld.
fn figure_row(section: &str, about: &str, what: &str, figure: &Figure) -> Option<FigureRow> {
    let mut row = FigureRow::of(section, about, what).number(figures::decimal(figure.share()? * 100.0));
    row.0[4] = "%".to_owned();
    row.0[5] = figure.numerator.to_string();
    Some(row.out_of(Some(figure.denominator)).sure(figure.interval()).days(figure.window))
}
