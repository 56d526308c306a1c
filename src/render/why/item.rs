//! The chain behind an item, for people.

use super::outline::{Outline, fill, list};
use super::reason::{holiday_names, moment, of_decision, title};
use super::{chain, who};
use crate::cadence::{Anchor, MonthDay, Pattern, Period, Roll};
use crate::calendar::{Entry, Item, ItemWhy, Origin, Shifted, Task, Verdict, item_id};
use crate::language::Text;
use crate::plan::HolidaySource;
use crate::plan::activities::OnHoliday;
use crate::plan::values::Countries;
use crate::render::calendar::View;
use crate::render::clean;
use crate::value::Day;

pub(super) fn text(why: &ItemWhy<'_>, view: &View<'_>) -> String {
    let trace = &why.trace;
    let language = view.language;
    let id = clean(&item_id(view.plan, trace.item));
    let title = title(view, trace.item);
    let name = if title == id {
        id
    } else {
        fill(Text::new("{title}（{id}）", "{title} ({id})"), language, &[("title", &title), ("id", &id)])
    };
    let mut outline = Outline::new(&name, language);
    chain::goals(&mut outline, view, trace.item);
    chain::carried(&mut outline, view, trace.item);
    when(&mut outline, why, view);
    phases(&mut outline, why, view);
    holidays(&mut outline, why, view);
    steps(&mut outline, why, view);
    dates(&mut outline, why, view);
    if let Some((entry, seats)) = &why.first {
        outline.head(Text::new("谁来做", "Who"), &moment(view.calendar.entries[*entry].at, language));
        let rows = view.rows();
        for seat in seats {
            outline.lines(who::lines(view, &rows, seat));
        }
        if seats.is_empty() {
            outline.line(Text::new("没有写由谁负责", "no one is responsible for it").get(language));
        }
    }
    outline.out
}

fn when(outline: &mut Outline, why: &ItemWhy<'_>, view: &View<'_>) {
    let trace = &why.trace;
    let language = outline.language;
    outline.head(Text::new("时间", "When"), &clean(&trace.when.print(language)));
    if let Some(words) = meaning(&trace.when.pattern) {
        outline.line(words.get(language));
    }
    if let Pattern::Offset { from: Anchor::Item(item), .. } = &trace.when.pattern {
        let words = Text::new(
            "从 {item} 真正举行的那天算，它挪了也跟着挪",
            "counted from the day {item} actually takes place; it moves too",
        );
        outline.line(&fill(words, language, &[("item", item.as_str())]));
    }
    if let Some(from) = trace.counted_from {
        let is_weekly = matches!(trace.when.pattern, Pattern::Weekly { .. });
        let is_monthly = matches!(trace.when.pattern, Pattern::Monthly { .. });
        let first = match (is_weekly, is_monthly) {
            (true, _) => from.monday(),
            (_, true) => from.month().first(),
            _ => from,
        };
        let words = match (is_weekly, trace.from.is_some(), view.calendar.life.starts.is_some()) {
            (false, true, _) if is_monthly => Text::new(
                "从它自己的 from 所在的那个月（{day} 起）数",
                "months are counted from the month of its own `from`, which starts on {day}",
            ),
            (false, false, true) if is_monthly => Text::new(
                "从社群开始的那个月（{day} 起）数",
                "months are counted from the community's first month, which starts on {day}",
            ),
            (true, true, _) => Text::new(
                "从它自己的 from 所在的那一周（{day} 起）数",
                "weeks are counted from the week of its own `from`, which starts on {day}",
            ),
            (true, false, true) => Text::new(
                "从社群开始的那一周（{day} 起）数",
                "weeks are counted from the community's first week, which starts on {day}",
            ),
            (true, false, false) => Text::new(
                "从 {day} 那一周数：计划没有写开始的日子",
                "weeks are counted from {day}: the plan has no start date",
            ),
            (false, true, _) => Text::new("从它自己的 from（{day}）数", "counted from its own `from`, {day}"),
            (false, false, true) => Text::new("从社群开始的 {day} 数", "counted from {day}, when the community starts"),
            (false, false, false) => {
                Text::new("从 {day} 数：计划没有写开始的日子", "counted from {day}: the plan has no start date")
            }
        };
        outline.line(&fill(words, language, &[("day", &first.to_string())]));
    }
    if let Some(roll) = trace.when.roll {
        let words = match roll {
            Roll::Before => {
                Text::new("遇周末或放假，提前到前一个工作日", "on a weekend or a day off: the workday before")
            }
            Roll::After => {
                Text::new("遇周末或放假，顺延到后一个工作日", "on a weekend or a day off: the workday after")
            }
            Roll::Nearest => {
                Text::new("遇周末或放假，改到最近的工作日", "on a weekend or a day off: the nearest workday")
            }
        };
        outline.line(words.get(language));
    }
    if trace.when.time.is_none() {
        outline.line(Text::new("没有写几点：当天什么时候都行", "no time of day: any time that day").get(language));
    }
    let bounds = [
        trace.from.map(|day| (Text::new("从 {day} 起", "from {day}"), day)),
        trace.until.map(|day| (Text::new("到 {day} 止", "until {day}"), day)),
    ];
    let bounds: Vec<String> =
        bounds.into_iter().flatten().map(|(text, day)| fill(text, language, &[("day", &day.to_string())])).collect();
    if !bounds.is_empty() {
        outline.line(&list(&bounds, language));
    }
    if let Some(zone) = trace.zone {
        let words = Text::new("按它自己的时区 {zone}", "in its own time zone, {zone}");
        outline.line(&fill(words, language, &[("zone", zone.name())]));
    }
}

/// What the words of a cadence mean where they could mean two things.
const fn meaning(pattern: &Pattern) -> Option<Text> {
    Some(match pattern {
        Pattern::Workdays => {
            Text::new("工作日：调休上班算，放假不算", "workdays by notice: make-up days count, days off do not")
        }
        Pattern::DaysOff => {
            Text::new("休息日：放假和没有调休的周末", "days off by notice, and weekends that are not make-up days")
        }
        Pattern::Monthly { period: Period::Month, days } => match days.as_slice() {
            [MonthDay::Day(29..)] => Text::new("没有这一天的月份跳过", "months without this day are skipped"),
            [MonthDay::Nth(5, _)] => Text::new("没有第五个的月份跳过", "months without a fifth are skipped"),
            _ => return None,
        },
        Pattern::Monthly { period: Period::Quarter, .. } => {
            Text::new("季度从一、四、七、十月开始", "quarters begin in January, April, July and October")
        }
        Pattern::Monthly { period: Period::LunarMonth, .. } => Text::new(
            "每个农历月，闰月也算；小月没有三十，三十就是廿九",
            "every lunar month, leap months too; in a month of 29 days the 30th is its last day",
        ),
        Pattern::Monthly { period: Period::LunarLeap(_), .. } => {
            Text::new("只在有这个闰月的年份", "only in the lunar years that have this leap month")
        }
        Pattern::Monthly { period: Period::LunarYear(_), days } => match days.as_slice() {
            [MonthDay::Day(30)] => Text::new(
                "闰月不算；这个月只有 29 天的年份在廿九",
                "never in a leap month; on the 29th in the years whose month has only 29 days",
            ),
            _ => Text::new("农历闰月不算", "never in a leap month of the lunar year"),
        },
        Pattern::NumberedWeeks { .. } => Text::new(
            "按一年中的第几周分单双；有第 53 周的年份，跨年连着两个单周",
            "odd and even by the week of the year; after a week 53 two odd weeks follow each other",
        ),
        _ => return None,
    })
}

fn phases(outline: &mut Outline, why: &ItemWhy<'_>, view: &View<'_>) {
    let language = outline.language;
    let life = &view.calendar.life;
    let Some(starts) = life.starts else {
        let words = Text::new("计划没有写社群从哪天开始，一直有", "the plan has no start date: always");
        return outline.head(Text::new("生命周期", "Life"), words.get(language));
    };
    let lasts = match life.ends {
        Some(ends) => fill(
            Text::new("{a} 到 {b}", "{a} to {b}"),
            language,
            &[("a", &starts.to_string()), ("b", &ends.plus(-1).to_string())],
        ),
        None => fill(Text::new("{a} 起，不设期限", "from {a}, open-ended"), language, &[("a", &starts.to_string())]),
    };
    outline.head(Text::new("生命周期", "Life"), &lasts);
    let names: Vec<String> = why.trace.phases.iter().map(|phase| phase.name().get(language).to_owned()).collect();
    let words = match names.is_empty() {
        true => Text::new("每个阶段都有", "in all phases"),
        false => Text::new("只在：{phases}", "only in: {phases}"),
    };
    let mut line = fill(words, language, &[("phases", &list(&names, language))]);
    if let Some(dated) = why.trace.dates.first() {
        let text = phase_of(view, dated.original.day);
        line.push_str(&text.map(|text| format!("{}{text}", Text::new("；", "; ").get(language))).unwrap_or_default());
    }
    outline.line(&line);
}

/// `2026-12-12 是种子期（2026-12-01 到 2027-01-06）`
pub(super) fn phase_of(view: &View<'_>, day: Day) -> Option<String> {
    let life = &view.calendar.life;
    let at = life.phases.iter().rposition(|span| span.from <= day).filter(|_| life.contains(day))?;
    let span = life.phases[at];
    let next = life.phases.get(at + 1).map(|next| next.from).or(life.ends);
    let last = next.map(|next| next.plus(-1).to_string());
    let words = match last {
        Some(_) => Text::new("{day} 是{phase}（{from} 到 {last}）", "{day} is in the {phase} phase ({from} to {last})"),
        None => Text::new("{day} 是{phase}（{from} 起）", "{day} is in the {phase} phase (from {from})"),
    };
    let values = [
        ("day", day.to_string()),
        ("phase", span.phase.name().get(view.language).to_owned()),
        ("from", span.from.to_string()),
        ("last", last.unwrap_or_default()),
    ];
    Some(words.fill(view.language, |name| values.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())))
}

fn holidays(outline: &mut Outline, why: &ItemWhy<'_>, view: &View<'_>) {
    let language = outline.language;
    let trace = &why.trace;
    if matches!(trace.item, Item::Review(_) | Item::Meeting) && !trace.depends_on_notice {
        return;
    }
    let policy = match trace.on_holiday {
        None | Some(OnHoliday::Keep) => Text::new("遇到放假照常", "held on days off too"),
        Some(OnHoliday::Skip) => Text::new("遇到放假不办", "skipped on days off"),
        Some(OnHoliday::Before) => Text::new(
            "遇到放假提前到最近的同类日子",
            "moved from a day off to the nearest earlier day of the same kind",
        ),
        Some(OnHoliday::After) => {
            Text::new("遇到放假顺延到最近的同类日子", "moved from a day off to the nearest later day of the same kind")
        }
    };
    outline.head(Text::new("节假日", "Days off"), policy.get(language));
    if !trace.depends_on_notice {
        return;
    }
    let last = view.calendar.holidays_of(Some(trace.item)).last_announced().map(|year| year.to_string());
    let own = match trace.item {
        Item::Activity(activity) => view.plan.countries_of(activity),
        _ => None,
    };
    let sources = own.map_or_else(|| view.plan.holiday_sources(), Countries::sources);
    let source = match (&sources[..], &last) {
        ([] | [HolidaySource::None], _) => {
            Text::new("计划没有用任何国家的放假安排", "the plan follows no country's days off")
        }
        ([HolidaySource::China], _) => Text::new(
            "按国务院的放假通知，已公布到 {year} 年",
            "by notice of China's State Council, announced up to {year}",
        ),
        (_, Some(_)) => Text::new("按 {file}，写到 {year} 年", "from {file}, up to {year}"),
        (_, None) => Text::new("按 {file}", "from {file}"),
    };
    let file = holiday_names(&sources, language);
    outline.line(&fill(source, language, &[("year", &last.unwrap_or_default()), ("file", &file)]));
}

/// The steps that the plan drops from an activity's SOP.
pub(super) fn dropped(view: &View<'_>, activity: usize) -> Vec<String> {
    let steps = view.plan.activities[activity].steps.iter().filter(|step| step.drop == Some(true));
    steps.filter_map(|step| step.id.as_ref().map(ToString::to_string)).collect()
}

fn steps(outline: &mut Outline, why: &ItemWhy<'_>, view: &View<'_>) {
    let language = outline.language;
    let Item::Activity(activity) = why.trace.item else { return };
    let tasks = &view.calendar.tasks[activity];
    if tasks.is_empty() {
        return;
    }
    let sop = view.plan.activities[activity].sop.as_ref().map(ToString::to_string);
    let head = match sop {
        Some(_) => Text::new("SOP {sop}，共 {n} 步", "SOP {sop}, {n|step|steps}"),
        None => Text::new("计划自己的 {n} 步", "{n|step|steps} of the plan's own"),
    };
    let count = tasks.len().to_string();
    outline
        .head(Text::new("步骤", "Steps"), &fill(head, language, &[("sop", &sop.unwrap_or_default()), ("n", &count)]));
    for task in tasks {
        outline.line(&step(view, task));
    }
    let dropped = dropped(view, activity);
    if !dropped.is_empty() {
        let words = Text::new("计划去掉了：{ids}", "removed by the plan: {ids}");
        outline.line(&fill(words, language, &[("ids", &list(&dropped, language))]));
    }
}

fn step(view: &View<'_>, task: &Task<'_>) -> String {
    let mut line = format!("{}  {}", task.at, clean(&task.label()));
    if task.own {
        let words = match task.replaces() {
            true => Text::new("（计划改写）", " (replaced by the plan)"),
            false => Text::new("（计划加的）", " (added by the plan)"),
        };
        line.push_str(words.get(view.language));
    }
    line
}

fn dates(outline: &mut Outline, why: &ItemWhy<'_>, view: &View<'_>) {
    let language = outline.language;
    let trace = &why.trace;
    if trace.dates.is_empty() {
        let words = Text::new("以后没有了", "no more dates");
        return outline.head(Text::new("接下来", "Next"), words.get(language));
    }
    outline.head(Text::new("接下来", "Next"), "");
    let rows = view.rows();
    for decision in &trace.dates {
        let mut parts = vec![match decision.verdict {
            Verdict::Held => moment(decision.at, language),
            _ => format!("× {}", moment(decision.original, language)),
        }];
        let is_it = |entry: &Entry| entry.origin == Origin::Item(trace.item) && entry.original == decision.original;
        let row = view.calendar.entries.iter().position(is_it).and_then(|entry| rows.get(entry));
        if !decision.is_cancelled() {
            parts.extend(row.and_then(|row| row.person.clone().or_else(|| row.role.clone())));
        }
        let mut reason = of_decision(view, decision);
        if decision.provisional && decision.shifted != Shifted::No && !decision.is_cancelled() {
            let more = Text::new("暂定", "provisional").get(language);
            reason = reason.map(|reason| format!("{reason}{}{more}", Text::new("；", "; ").get(language)));
        }
        parts.extend(
            reason.map(|reason| fill(Text::new("（{reason}）", "({reason})"), language, &[("reason", &reason)])),
        );
        outline.line(&parts.join("  "));
    }
}
