//! `qun change`: one date of one item done otherwise.

use anyhow::anyhow;

use super::args::Change;
use super::edit::{self, Draft};
use super::plans::Opened;
use super::session::Session;
use super::{DONE, dates, lookup, out, schedule};
use crate::calendar::{Entry, Item, Origin, Problem, dates_of, nearest_dates};
use crate::finding::{Edit, KeyPath, Literal};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::render::calendar::{Format, Options, Tasks, View};
use crate::render::clean;
use crate::value::{Clock, Day};

/// Days around a date in which its tasks and what it was moved to are looked for.
const AROUND: i32 = 60;

pub(crate) fn run(asked: &Change, session: &Session) -> anyhow::Result<u8> {
    let before = edit::open(&asked.plan, session)?;
    let opened = &before.opened;
    let (plan, language) = (&opened.reading.plan, opened.language);
    let today = session.today(plan);
    if asked.move_to.is_none() && !asked.cancel && asked.person.is_none() {
        let words = Text::new(
            "怎么改：--move 时间、--cancel 或 --person 名字",
            "say what: --move WHEN, --cancel or --person NAME",
        );
        return Err(anyhow!(words.get(language)));
    }
    let item = lookup::item(&asked.item, opened).ok_or_else(|| lookup::unknown_item(&asked.item, &[], opened))?;
    let id = id_of(plan, item, language)?;
    let (day, time) =
        Day::moment_typed(&asked.date, today).map_err(|error| dates::unread(&asked.date, error, language))?;
    let day = day.ok_or_else(|| anyhow!(Text::new("还缺原来的日期", "the original date is missing").get(language)))?;
    let day = original(opened, item, day, time)?;
    let said = said(plan, &id, day, time);
    let moved = asked.move_to.as_deref().map(|text| moved(text, day, today, language)).transpose()?;
    let edits = edits(asked, opened, &id, (day, time), said, moved)?;
    let after = before.edited(&edits, &asked.plan)?;
    if edit::deliver(&asked.plan, &before.text, &after.text, asked.dry_run, language)? {
        let verb = match (moved, asked.cancel) {
            (Some(moved), _) => format!("→ {}", show(moved)),
            (None, true) => Text::new("取消", "cancelled").get(language).to_owned(),
            (None, false) => format!("→ {}", asked.person.as_deref().unwrap_or_default()),
        };
        out::talk(&clean(&format!("{id} {day} {verb}")));
    }
    tell(&after, item, day, moved.map_or(day, |moved| moved.0), session)?;
    after.tell_news(&before, day, session);
    Ok(DONE)
}

/// The id by which a change can speak of an item.
fn id_of(plan: &Plan, item: Item, language: Language) -> anyhow::Result<String> {
    let (id, table, index) = match item {
        Item::Activity(i) => (&plan.activities[i].id, "activities", i),
        Item::Content(i) => (&plan.content[i].id, "content", i),
        Item::Review(i) => (&plan.reviews[i].id, "reviews", i),
        Item::Meeting | Item::Programme(..) => {
            let words = Text::new(
                "只有活动、内容和复盘可以改某一次",
                "single dates can be changed of activities, content and reviews only",
            );
            return Err(anyhow!(words.get(language)));
        }
    };
    id.as_ref().map(ToString::to_string).ok_or_else(|| {
        let words = Text::new("这一项还没有 id，改动没法指到它", "this item has no id by which a change could name it");
        let help = Text::new(
            "先给它一个：qun set '{table}[{n}].id' 名字",
            "give it one first: qun set '{table}[{n}].id' NAME",
        );
        let fill = |name: &str| Some(if name == "n" { index.to_string() } else { table.to_owned() });
        anyhow!(help.fill(language, fill)).context(words.get(language))
    })
}

/// The original day of the occurrence that is meant: that day itself, or the one that was moved there.
fn original(opened: &Opened, item: Item, day: Day, time: Option<Clock>) -> anyhow::Result<Day> {
    let (plan, index, language) = (&opened.reading.plan, &opened.reading.index, opened.language);
    let holidays = opened.holidays.get();
    let start = match item {
        Item::Activity(i) => plan.activities[i].when.as_ref(),
        Item::Content(i) => plan.content[i].when.as_ref(),
        Item::Review(i) => plan.reviews[i].when.as_ref(),
        Item::Meeting | Item::Programme(..) => None,
    };
    let start = start.and_then(|when| when.time).map(|span| span.start);
    let occurs = dates_of(plan, index, holidays, item, (day, day)).contains(&day);
    if occurs && (time.is_none() || time == start) {
        return Ok(day);
    }
    let made = schedule::make(opened, day, day, None)?;
    let mut there = made.entries.iter().filter(|entry| entry.origin == Origin::Item(item));
    if let (false, Some(entry), None) = (occurs, there.next(), there.next())
        && (time.is_none() || time == entry.at.time)
    {
        let words = Text::new(
            "{day} 这一次原定 {original}，改的是它",
            "what stands on {day} is the one of {original}; that one is changed",
        );
        out::talk(&words.fill(language, |name| Some(if name == "day" { day } else { entry.original.day }.to_string())));
        return Ok(entry.original.day);
    }
    let title = clean(lookup::title(plan, item).unwrap_or_default());
    if let (true, Some(start)) = (occurs, start) {
        let words = Text::new("“{title}”在 {day} 是 {time}", "\"{title}\" is at {time} on {day}");
        return Err(anyhow!(words.fill(language, |name| Some(match name {
            "title" => title.clone(),
            "day" => day.to_string(),
            _ => start.to_string(),
        }))));
    }
    let words = Text::new("“{title}”在 {day} 没有安排", "\"{title}\" does not occur on {day}");
    let message = words.fill(language, |name| Some(if name == "title" { title.clone() } else { day.to_string() }));
    let near = nearest_dates(plan, index, holidays, item, day);
    if near.is_empty() {
        return Err(anyhow!(message));
    }
    let near: Vec<String> = near.iter().map(|day| format!("{day} {}", day.weekday().short().get(language))).collect();
    let help = Text::new("最近的日子是：{near}；用 qun why 看原因", "the nearest dates: {near}; qun why tells more");
    Err(anyhow!(help.fill(language, |_| Some(near.join(Text::new("、", ", ").get(language))))).context(message))
}

/// The change that speaks of this date already.
fn said(plan: &Plan, id: &str, day: Day, time: Option<Clock>) -> Option<usize> {
    plan.changes.iter().position(|change| {
        change.item.as_ref().is_some_and(|item| item.as_str() == id)
            && change.on.is_some_and(|on| on.day == day && (on.time.is_none() || time.is_none() || on.time == time))
    })
}

/// When it is instead; what is left out stays as it was.
fn moved(text: &str, day: Day, today: Day, language: Language) -> anyhow::Result<(Day, Option<Clock>)> {
    let (to, time) = Day::moment_typed(text, today).map_err(|error| dates::unread(text, error, language))?;
    Ok((to.unwrap_or(day), time))
}

fn show((day, time): (Day, Option<Clock>)) -> String {
    time.map_or_else(|| day.to_string(), |time| format!("{day} {time}"))
}

fn literal((day, time): (Day, Option<Clock>)) -> Literal {
    time.map_or(Literal::Day(day), |time| Literal::Moment(day, time))
}

fn edits(
    asked: &Change,
    opened: &Opened,
    id: &str,
    on: (Day, Option<Clock>),
    said: Option<usize>,
    moved: Option<(Day, Option<Clock>)>,
) -> anyhow::Result<Vec<Edit>> {
    let mut keys: Vec<(&'static str, Literal)> = Vec::new();
    keys.extend(moved.map(|moved| ("move_to", literal(moved))));
    keys.extend(asked.cancel.then_some(("cancel", Literal::Boolean(true))));
    if let Some(name) = &asked.person {
        let person = &opened.reading.plan.people[schedule::person(name, opened)?];
        keys.push(("person", person.key().unwrap_or_default().into()));
    }
    keys.extend(asked.reason.as_deref().map(|reason| ("reason", reason.into())));
    let table = KeyPath::of(&["changes"]);
    let Some(said) = said else {
        let mut all = vec![("item".to_owned(), id.into()), ("on".to_owned(), literal(on))];
        all.extend(keys.into_iter().map(|(key, value)| (key.to_owned(), value)));
        return Ok(vec![Edit::Append { path: table, table: all, comment: None }]);
    };
    let row = table.index(said);
    // what was moved is not cancelled, and the other way round
    let gone = if asked.cancel { Some("move_to") } else { moved.map(|_| "cancel") };
    let mut edits: Vec<Edit> = gone.map(|key| Edit::Remove { path: row.clone().key(key) }).into_iter().collect();
    edits.extend(keys.into_iter().map(|(key, value)| Edit::set(row.clone().key(key), value)));
    Ok(edits)
}

/// What the calendar now says of it.
fn tell(after: &Draft, item: Item, day: Day, to: Day, session: &Session) -> anyhow::Result<()> {
    let opened = &after.opened;
    let (from, to) = (day.min(to).plus(-AROUND), day.max(to).plus(AROUND));
    let mut made = schedule::make(opened, from, to, None)?;
    let is_task = |entry: &Entry| match (entry.origin, item) {
        (Origin::Task(activity, _), Item::Activity(own)) => activity == own && entry.original.day == day,
        _ => false,
    };
    let tasks = made.entries.iter().filter(|entry| is_task(entry)).count();
    made.entries.retain(|entry| entry.origin == Origin::Item(item) && entry.original.day == day);
    let closed = made.problems.iter().find_map(|problem| match problem {
        Problem::PlaceClosed { activity, place, day } if item == Item::Activity(*activity) => {
            made.entries.iter().any(|entry| entry.at.day == *day).then_some(*place)
        }
        _ => None,
    });
    let is_cancelled = made.entries.iter().all(|entry| entry.cancelled);
    let mut view = View::new(&opened.reading.plan, &opened.reading.index, &made);
    view.language = opened.language;
    let options = Options {
        width: 100,
        ascii: session.ascii,
        colour: true,
        today: session.today(&opened.reading.plan),
        tasks: Tasks::default(),
    };
    let mut text = crate::render::calendar::calendar(&view, Format::Agenda, &options);
    if tasks > 0 {
        let words = match is_cancelled {
            true => Text::new("它的 {n} 个任务也一起取消。", "Its {n|task is|tasks are} cancelled with it."),
            false => Text::new("它的 {n} 个任务跟着走。", "Its {n|task goes|tasks go} with it."),
        };
        text.push_str(&words.fill(opened.language, |_| Some(tasks.to_string())));
    }
    if let Some(place) = closed.map(|place| &opened.reading.plan.places[place]) {
        let id = place.id.as_ref().map(|id| id.as_str());
        let name = clean(place.name.as_deref().or(id).unwrap_or_default());
        let words = Text::new("\n{place}那天不开放。", "\n{place} is closed on that day.");
        text.push_str(&words.fill(opened.language, |_| Some(name.clone())));
    }
    out::talk(text.trim_end());
    Ok(())
}
