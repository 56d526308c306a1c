//! Numbers beside bars: a table that a browser draws, and that reads as one.

use serde::Serialize;

use crate::language::{Language, Text};
use crate::render::calendar::View;
use crate::render::clean;
use crate::rules::{Covered, Extent, Frame};
use crate::value::Day;

/// Weeks that fit beside each other.
const WEEKS: usize = 8;

/// A table of numbers with bars.
#[derive(Debug, Serialize)]
pub(in crate::render) struct Chart {
    /// What it shows.
    pub title: &'static str,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<ChartRow>,
}

/// A row with its label.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ChartRow {
    /// What it is about.
    pub label: String,
    /// A cell for each column.
    pub cells: Vec<ChartCell>,
}

/// A number, and its bar in parts of a hundred.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ChartCell {
    text: String,
    share: i64,
    /// Where the limit is.
    limit: Option<i64>,
    is_over: bool,
}

impl ChartCell {
    /// A value as a bar, where the longest bar is this long; what is over its limit is marked.
    pub(in crate::render) fn of(value: i64, limit: Option<i64>, most: i64, text: String) -> Self {
        let part = |value: i64| (value * 100 / most.max(1)).clamp(0, 100);
        Self { text, share: part(value), limit: limit.map(part), is_over: limit.is_some_and(|limit| value > limit) }
    }

    /// A value as a bar with a mark to reach: being over it is no fault.
    pub(in crate::render) fn to_reach(value: i64, mark: Option<i64>, most: i64, text: String) -> Self {
        Self { is_over: false, ..Self::of(value, mark, most, text) }
    }

    /// Words without a bar.
    pub(in crate::render) const fn words(text: String) -> Self {
        Self { text, share: 0, limit: None, is_over: false }
    }
}

/// The hours of each person in each week, against those they have; none where nobody has work.
pub(super) fn load(view: &View<'_>) -> Option<Chart> {
    let (plan, language) = (view.plan, view.language);
    let mondays: Vec<Day> =
        (view.calendar.from.monday().0..=view.calendar.to.0).step_by(7).map(Day).take(WEEKS).collect();
    let minutes = |person: usize, monday: Day| -> i64 {
        let entries = view.calendar.running().filter(|entry| {
            entry.who.person == Some(person) || entry.staff.iter().any(|who| who.person == Some(person))
        });
        entries.map(|entry| i64::from(entry.load_in_week(monday))).sum()
    };
    let people = (0..plan.people.len()).filter(|at| view.person.is_none_or(|person| person == *at));
    let all: Vec<(usize, Vec<i64>)> = people
        .map(|person| (person, mondays.iter().map(|monday| minutes(person, *monday)).collect::<Vec<_>>()))
        .filter(|(_, weeks)| weeks.iter().any(|minutes| *minutes > 0))
        .collect();
    let hours = |person: usize| plan.people[person].hours_per_week.map(|hours| (hours * 60.0) as i64);
    let most = all.iter().flat_map(|(person, weeks)| weeks.iter().copied().chain(hours(*person))).max()?;
    let cell = |minutes: i64, limit: Option<i64>| {
        let tenths = (minutes + 3) / 6;
        let text = match limit {
            Some(limit) if limit % 60 != 0 => {
                format!("{}.{}/{}.{}", tenths / 10, tenths % 10, limit / 60, limit % 60 / 6)
            }
            Some(limit) => format!("{}.{}/{}", tenths / 10, tenths % 10, limit / 60),
            None => format!("{}.{}", tenths / 10, tenths % 10),
        };
        ChartCell::of(minutes, limit, most, text)
    };
    let rows = all.iter().map(|(person, weeks)| ChartRow {
        label: clean(plan.people[*person].name.as_deref().or(plan.people[*person].key()).unwrap_or_default()),
        cells: weeks.iter().map(|minutes| cell(*minutes, hours(*person))).collect(),
    });
    let week = Text::new("{day} 起", "from {day}");
    let columns = mondays.iter().map(|monday| week.fill(language, |_| Some(monday.to_string()[5..].to_owned())));
    Some(Chart {
        title: Text::new("每人每周的小时数（/ 后面是自己说的上限）", "Hours per person and week, of those they have")
            .get(language),
        columns: columns.collect(),
        rows: rows.collect(),
    })
}

/// The most messages that each channel gets on a day, against its limit, and how many in all; none where nothing is sent.
pub(super) fn messages(view: &View<'_>) -> Option<Chart> {
    let (plan, language) = (view.plan, view.language);
    let rows = view.running_rows();
    let mut channels: Vec<(&str, &str, Vec<Day>)> = Vec::new();
    for row in &rows {
        for send in &row.sends {
            match channels.iter_mut().find(|(id, ..)| *id == send.channel.id) {
                Some((.., days)) => days.push(row.start.day),
                None => channels.push((&send.channel.id, &send.channel.title, vec![row.start.day])),
            }
        }
    }
    let peak =
        |days: &[Day]| days.iter().map(|day| days.iter().filter(|other| *other == day).count()).max().unwrap_or(0);
    let limit = |id: &str| {
        let channel = plan.channels.iter().find(|channel| channel.id.as_ref().is_some_and(|own| own.as_str() == id));
        channel.and_then(|channel| channel.messages_per_day).or(plan.rules.messages_per_day).map(i64::from)
    };
    let all: Vec<(String, i64, i64, Option<i64>)> = channels
        .iter()
        .map(|(id, title, days)| ((*title).to_owned(), peak(days) as i64, days.len() as i64, limit(id)))
        .collect();
    let most = all.iter().flat_map(|(_, peak, _, limit)| std::iter::once(*peak).chain(*limit)).max()?;
    let total = all.iter().map(|(_, _, total, _)| *total).max()?;
    let rows = all.into_iter().map(|(label, peak, count, limit)| {
        let text = limit.map_or_else(|| peak.to_string(), |limit| format!("{peak}/{limit}"));
        let cells = vec![ChartCell::of(peak, limit, most, text), ChartCell::of(count, None, total, count.to_string())];
        ChartRow { label, cells }
    });
    let columns = [Text::new("最多的一天", "on the busiest day"), Text::new("共几条", "in all")];
    Some(Chart {
        title: Text::new("各渠道的消息数（/ 后面是每天上限）", "Messages per channel, of the limit per day")
            .get(language),
        columns: columns.map(|text| text.get(language).to_owned()).to_vec(),
        rows: rows.collect(),
    })
}

/// How much of each frame of planning is covered; none where that was not asked for.
pub(super) fn coverage(covered: &[Covered], language: Language) -> Option<Chart> {
    let frames = Frame::ALL.into_iter().filter_map(|frame| {
        let rows: Vec<&Covered> = covered.iter().filter(|row| row.theme.frame == frame).collect();
        let count = |extent| rows.iter().filter(|row| row.extent == extent).count() as i64;
        let all = rows.len() as i64;
        let cell = |extent| ChartCell::of(count(extent), None, all, format!("{}/{all}", count(extent)));
        (all > 0).then(|| ChartRow {
            label: frame.name().get(language).to_owned(),
            cells: [Extent::Covered, Extent::Thin, Extent::Missing].map(cell).into(),
        })
    });
    let rows: Vec<ChartRow> = frames.collect();
    let columns = [Extent::Covered, Extent::Thin, Extent::Missing].map(|extent| extent.name().get(language).to_owned());
    (!rows.is_empty()).then(|| Chart {
        title: Text::new("覆盖情况", "Coverage").get(language),
        columns: columns.to_vec(),
        rows,
    })
}
