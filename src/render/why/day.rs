//! What is behind a day, and the work of a person, for people.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::item::phase_of;
use super::outline::{BOLD, date, fill, hours, list};
use super::{reason, who};
use crate::calendar::{DayWhy, Decision, Item, Who};
use crate::knowledge::DayStatus;
use crate::language::{Language, Text};
use crate::plan::{HolidaySource, Thing};
use crate::render::calendar::{DayRow, Row, View};
use crate::render::clean;
use crate::value::Day;

/// Columns of the time.
const TIME: usize = 10;
const DIM: Style = Style::new().dimmed();

pub(super) fn text(why: &DayWhy, view: &View<'_>) -> String {
    let language = view.language;
    let mut out = format!("{BOLD}{}  {}{BOLD:#}\n", date(why.day, language), view.community());
    if let Some(day) = view.days().iter().find(|row| row.day == why.day) {
        out.push_str(&format!("  {}\n", status(view, day)));
        // few who read English go by the moon
        let by_moon = language == Language::Zh;
        let mut almanac: Vec<String> = day.lunar.iter().filter(|_| by_moon).map(|lunar| lunar.text(language)).collect();
        almanac.extend(day.term.filter(|_| by_moon).map(str::to_owned));
        almanac.extend(day.festivals.iter().map(|name| (*name).to_owned()));
        if !almanac.is_empty() {
            out.push_str(&format!("  {}\n", almanac.join(" · ")));
        }
    }
    out.push_str(&format!("  {}\n", phase(why.day, view)));
    let rows = view.rows();
    let held: Vec<_> = why.entries.iter().filter(|(at, _)| !rows[*at].cancelled).collect();
    if held.is_empty() {
        let words = Text::new("这一天没有安排。", "Nothing is planned for this day.");
        out.push_str(&format!("\n{}\n", words.get(language)));
    }
    for (at, seats) in held {
        out.push('\n');
        out.push_str(&line(view, &rows[*at]));
        let of = reason::of_entry(view, &view.calendar.entries[*at]);
        let rota = seats.iter().map(|seat| who::summary(view, &rows, seat));
        for reason in std::iter::once(of).chain(rota) {
            out.push_str(&format!("{:TIME$}  {DIM}{reason}{DIM:#}\n", ""));
        }
    }
    let left_out = left_out(why, view, &rows);
    if !left_out.is_empty() {
        let words = Text::new("本来落在这一天，但没有：", "Due on this day, but not held:");
        out.push_str(&format!("\n{BOLD}{}{BOLD:#}\n", words.get(language)));
        for (title, reason) in left_out {
            out.push_str(&format!("  × {title}{}{reason}\n", Text::new("：", ": ").get(language)));
        }
    }
    out
}

/// What is not held on the day, and why.
fn left_out(why: &DayWhy, view: &View<'_>, rows: &[Row]) -> Vec<(String, String)> {
    let language = view.language;
    let reason = |(item, decision): &(Item, Decision)| {
        let reason = match decision.is_held() {
            true => {
                let text = Text::new("挪到 {to}（{why}）", "moved to {to} ({why})");
                let why = reason::cause(view, *item, decision.shifted, decision.original.day).unwrap_or_default();
                fill(text, language, &[("to", &reason::moment(decision.at, language)), ("why", &why)])
            }
            false => reason::of_decision(view, decision).unwrap_or_default(),
        };
        (reason::title(view, *item), reason)
    };
    let mut all: Vec<(String, String)> = why.left_out.iter().map(reason).collect();
    // the tasks of an event that is cancelled on another day
    for (row, entry) in why.entries.iter().map(|(at, _)| (&rows[*at], &view.calendar.entries[*at])) {
        if row.cancelled && row.is_task() {
            let text = Text::new("{day} 那次取消了", "its event on {day} is cancelled");
            all.push((row.title.clone(), fill(text, language, &[("day", &date(entry.original.day, language))])));
        }
    }
    all
}

fn status(view: &View<'_>, day: &DayRow) -> String {
    let language = view.language;
    let name = day.name.clone().unwrap_or_default();
    let year = day.day.year().to_string();
    let text = match day.status {
        DayStatus::Off => Text::new("放假：{name}{notice}", "a day off: {name}{notice}"),
        DayStatus::Workday if day.make_up => Text::new("上班：{name}{notice}", "a workday: {name}{notice}"),
        DayStatus::Workday => Text::new("工作日", "a workday"),
        DayStatus::Weekend => Text::new("周末", "a weekend"),
        DayStatus::Unannounced if day.day.weekday().is_weekend() => {
            Text::new("周末；{year} 年的放假安排还没公布", "a weekend; days off in {year} are not announced yet")
        }
        DayStatus::Unannounced => Text::new(
            "暂按工作日；{year} 年的放假安排还没公布",
            "treated as a workday; days off in {year} are not announced yet",
        ),
    };
    let notice = match &view.plan.holiday_sources()[..] {
        [] | [HolidaySource::None] => String::new(),
        [HolidaySource::China] => {
            Text::new("（按国务院的放假通知）", " (by the notice of China's State Council)").get(language).to_owned()
        }
        several => {
            let sources = reason::holiday_names(several, language);
            fill(Text::new("（按 {file}）", " (from {file})"), language, &[("file", &sources)])
        }
    };
    let mut line = fill(text, language, &[("name", &name), ("year", &year), ("notice", &notice)]);
    if view.calendar.holidays.awaits_next_notice(day.day) {
        let more = Text::new("；明年的放假通知可能改到这一天", "; next year's notice may still change this day");
        line.push_str(more.get(language));
    }
    line
}

fn phase(day: Day, view: &View<'_>) -> String {
    let language = view.language;
    let life = &view.calendar.life;
    if let Some(text) = phase_of(view, day) {
        return text;
    }
    let (text, bound) = match (life.starts, life.ends) {
        (Some(starts), _) if day < starts => {
            (Text::new("社群 {day} 才开始", "the community starts on {day}"), Some(starts))
        }
        (Some(_), Some(ends)) => (Text::new("社群到 {day} 为止", "the community ends on {day}"), Some(ends.plus(-1))),
        _ => (Text::new("计划没有写生命周期，不分阶段", "the plan has no lifecycle, so no phases"), None),
    };
    fill(text, language, &[("day", &bound.map(|day| day.to_string()).unwrap_or_default())])
}

/// `14:00  线下共读  阿明（参与者）`
fn line(view: &View<'_>, row: &Row) -> String {
    let language = view.language;
    let untimed = row.untimed().get(language);
    let time = row.start.time.map_or_else(|| untimed.to_owned(), |time| time.to_string());
    let gap = " ".repeat(TIME.saturating_sub(time.width()));
    let mut who = match (&row.person, &row.role) {
        (Some(person), Some(role)) => {
            fill(Text::new("{p}（{r}）", "{p} ({r})"), language, &[("p", person), ("r", role)])
        }
        (Some(one), None) => one.clone(),
        (None, Some(role)) if row.is_unnamed => role.clone(),
        (None, Some(role)) => fill(Text::new("{r}：暂无人选", "{r}: nobody yet"), language, &[("r", role)]),
        (None, None) => String::new(),
    };
    let helpers: Vec<String> = row.staff.iter().filter_map(|helper| helper.person.clone()).collect();
    if !helpers.is_empty() {
        who.push_str(&fill(Text::new("，协助：{n}", ", with {n}"), language, &[("n", &list(&helpers, language))]));
    }
    format!("  {time}{gap}{BOLD}{}{BOLD:#}  {who}", row.title).trim_end().to_owned() + "\n"
}

pub(super) fn of_person(person: usize, view: &View<'_>) -> String {
    let language = view.language;
    let row = &view.plan.people[person];
    let name = clean(&Thing::Person(person).label(view.plan, language));
    let mut out = format!("{BOLD}{name}{BOLD:#}\n");
    let role = |name: &str| match view.index.find("role", name) {
        Some(Thing::Role(role)) => view.role(Who { role: Some(role), person: None }),
        _ => None,
    };
    let roles: Vec<String> =
        row.roles.iter().map(|name| role(name.as_str()).unwrap_or_else(|| clean(name.as_str()))).collect();
    let comma = Text::new("、", ", ").get(language);
    let mut about = vec![match roles.is_empty() {
        true => Text::new("没有担任角色", "holds no role").get(language).to_owned(),
        false => fill(Text::new("担任 {roles}", "holds {roles}"), language, &[("roles", &roles.join(comma))]),
    }];
    about.extend(row.hours_per_week.map(|hours| {
        fill(Text::new("每周 {n} 小时", "{n|hour|hours} a week"), language, &[("n", &hours.to_string())])
    }));
    about.extend(row.away.iter().filter_map(|days| {
        let (from, to) = days.bounds()?;
        let text = Text::new("{from} 到 {to} 不在", "away {from} to {to}");
        Some(fill(text, language, &[("from", &from.to_string()), ("to", &to.to_string())]))
    }));
    out.push_str(&format!("  {}\n", about.join(Text::new("；", "; ").get(language))));
    let (from, to) = (view.calendar.from.to_string(), view.calendar.to.to_string());
    let words = Text::new("{from} 到 {to}：", "From {from} to {to}:");
    out.push_str(&format!("\n{}\n", fill(words, language, &[("from", &from), ("to", &to)])));
    let mut total = 0;
    for (row, entry) in view.rows().iter().zip(&view.calendar.entries).filter(|(row, _)| !row.cancelled) {
        let mut all = std::iter::once(&entry.who).chain(&entry.staff);
        let Some(as_what) = all.find(|who| who.person == Some(person)) else { continue };
        total += i64::from(entry.load());
        let time = row.start.time.map_or_else(String::new, |time| format!(" {time}"));
        let reason = who::short(view, person, *as_what);
        out.push_str(&format!("  {}{time}  {}  {DIM}{reason}{DIM:#}\n", date(row.start.day, language), row.title));
    }
    let words = Text::new("共 {n} 小时。", "{n|hour|hours} in total.");
    out.push_str(&format!("{}\n", fill(words, language, &[("n", &hours(total))])));
    out
}
