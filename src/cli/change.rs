//! `qun change`: one date of one item is moved, cancelled, or given to someone else.

use std::path::Path;

use super::args::{Change as Asked, TextOrJson};
use super::edit::{self, Draft, Edited};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::session::Session;
use super::set::{UNFILLED, is_placeholder};
use super::{dates, out, plans, prompt};
use crate::amend::{Change, NewDate, Occurrence};
use crate::calendar::{At, Scheduler, item_named};
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::plan::{Thing, zoned_times};
use crate::render::calendar::{Options, Tasks};
use crate::render::{changed, clean};
use crate::value::{Clock, Day};

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    match one_by_one(asked, session)? {
        Some(dates) => dates.iter().try_fold(DONE, |code, asked| Ok(run_one(asked, session)?.max(code))),
        None => run_one(asked, session),
    }
}

/// The dates of several days in a row, each for itself; none where one date is meant. They are undone together.
fn one_by_one(asked: &Asked, session: &Session) -> Result<Option<Vec<Asked>>, Failure> {
    let (words, path) = plans::words_and_plan(&asked.date);
    let is_of_one = !asked.move_to.is_empty() || !asked.cancel && asked.person.is_none();
    // a pipe can be read once
    if is_of_one || asked.format == TextOrJson::Json || path == Path::new("-") {
        return Ok(None);
    }
    let draft = edit::open(path, session)?;
    let typed = words.join(" ");
    let is_one = human_date::moment(&typed, draft.today).is_ok();
    let Some((first, last)) = human_date::days(&typed, draft.today).ok().filter(|days| !is_one && days.0 < days.1)
    else {
        return Ok(None);
    };
    let now = draft.now();
    let item = item_named(now.plan(), &asked.item)?;
    let dates =
        Scheduler::new(now.plan(), &draft.opened.reading.index, &draft.opened.holidays).dates(item, (first, last));
    if dates.is_empty() {
        let words =
            Text::new("“{item}”从 {first} 到 {last} 没有安排", "\"{item}\" does not take place from {first} to {last}");
        let facts: [(_, &dyn std::fmt::Display); 3] =
            [("item", &clean(&asked.item)), ("first", &first), ("last", &last)];
        return Err(Failure::of(words, facts));
    }
    let of = |day: &Day| Asked { date: vec![day.to_string(), path.display().to_string()], ..asked.clone() };
    Ok(Some(dates.iter().map(of).collect()))
}

fn run_one(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    edited(asked).carry_out(
        session,
        |draft| request(asked, draft).map(Some),
        |draft, amendment, is_written| {
            let language = draft.opened.language;
            if is_written {
                out::message(&clean(&line(&amendment.request, asked, language)));
            }
            let effect = amendment.effect()?;
            let options =
                Options { width: 100, ascii: session.ascii, colour: true, today: draft.today, tasks: Tasks::default() };
            out::message(&changed(amendment.after().reading, &effect, &options, language));
            edit::show_impact(amendment, &effect.impact, language);
            Ok(())
        },
    )
}

/// How the plan is edited.
pub(super) fn edited(asked: &Asked) -> Edited<'_> {
    let (words, path) = plans::words_and_plan(&asked.date);
    // the plan may stand last, behind the words of --move
    let path = if words.len() == asked.date.len() { plans::words_and_plan(&asked.move_to).1 } else { path };
    let is_json = asked.format == TextOrJson::Json;
    Edited { path, dry_run: asked.dry_run, is_lenient: false, is_json }
}

/// What is asked for.
fn request(asked: &Asked, draft: &Draft) -> Result<Change, Failure> {
    let now = draft.now();
    let (date, moved) = dates_of(asked, draft);
    if moved.is_none() && !asked.cancel && asked.person.is_none() {
        let words = Text::new(
            "怎么改：--move 时间、--cancel 或 --person 名字",
            "say what to change: --move WHEN, --cancel or --person NAME",
        );
        let example = Text::new(
            "例如 qun change {item} {date} --move 12月10日",
            "for example: qun change {item} {date} --move \"10 Dec\"",
        );
        let (item, date) = (quoted(&asked.item), quoted(&date));
        return Err(Failure::new(words).hint(Message::of(example, [("item", &item), ("date", &date)])));
    }
    let occurrence = occurrence(&asked.item, &date, draft)?;
    let date = match &moved {
        Some(text) => {
            let (to, time) = moved_to(text, &occurrence, draft)?;
            NewDate::Moved(to, time)
        }
        None if asked.cancel => NewDate::Cancelled,
        None => NewDate::Same,
    };
    let mut change = Change::new(now.plan(), occurrence, date)?;
    change.person = match asked.person.as_deref() {
        // a suggested command, pasted as it was
        Some(name) if is_placeholder(name) => Some(chosen_person(name, &occurrence, draft)?),
        name => name.map(|name| now.plan().person_named(name)).transpose()?,
    };
    change.reason.clone_from(&asked.reason);
    Ok(change)
}

/// Who is chosen from those who are on the team and not away on the day.
fn chosen_person(typed: &str, occurrence: &Occurrence, draft: &Draft) -> Result<usize, Failure> {
    let (now, language) = (draft.now(), draft.opened.language);
    let plan = now.plan();
    let there: Vec<usize> = (0..plan.people.len()).filter(|at| plan.people[*at].is_there(occurrence.named)).collect();
    let unfilled = || Failure::of(UNFILLED, [("value", &typed)]);
    if there.is_empty() || !prompt::can_ask() {
        return Err(unfilled());
    }
    let names: Vec<String> = there.iter().map(|at| clean(&Thing::Person(*at).label(plan, language))).collect();
    let chosen = prompt::one(&names, prompt::LEFT_AS_IT_IS, language)?;
    chosen.map(|at| there[at]).ok_or_else(unfilled)
}

/// What stands between the old date and the new one.
const TO: [&str; 10] = ["改到", "挪到", "移到", "换到", "到", "->", "→", "to ", "move to ", "moves to "];

/// The date that is meant, and where it is moved to: behind `--move`, or after the date.
fn dates_of(asked: &Asked, draft: &Draft) -> (String, Option<String>) {
    let (words, _) = plans::words_and_plan(&asked.date);
    let typed = words.join(" ");
    if !asked.move_to.is_empty() {
        return (typed, Some(plans::words_and_plan(&asked.move_to).0.join(" ")));
    }
    let is_moment = |text: &str| human_date::moment(text, draft.today).is_ok();
    if asked.cancel || asked.person.is_some() || is_moment(&typed) {
        return (typed, None);
    }
    let two = (1..words.len()).find_map(|at| {
        let (date, rest) = (words[..at].join(" "), words[at..].join(" "));
        let to = TO.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(&rest).trim();
        (is_moment(&date) && is_moment(to)).then(|| (date, Some(to.to_owned())))
    });
    two.unwrap_or((typed, None))
}

/// A word of a command, in quotes where it has spaces.
fn quoted(text: &str) -> String {
    let text = clean(text);
    if text.contains(' ') { format!("\"{text}\"") } else { text }
}

/// Where something is moved to, on the clock of the item; a time may have a zone beside it: `3pm Berlin time`.
fn moved_to(typed: &str, occurrence: &Occurrence, draft: &Draft) -> Result<(Day, Option<Clock>), Failure> {
    let plan = draft.now().plan();
    let own = plan.zone_of(occurrence.item).or(plan.time_zone.as_ref()).cloned().unwrap_or_default();
    if let [zoned] = zoned_times(typed).as_slice()
        && human_date::moment(typed, draft.today).is_err()
    {
        let [zone] = zoned.zones.as_slice() else {
            let names: Vec<&str> = zoned.zones.iter().map(Zone::name).collect();
            let words =
                Text::new("“{text}”可以是几个时区：{zones}", "\"{text}\" may be in several time zones: {zones}");
            let hint = Text::new("写城市，如 20:00 纽约时间", "name a city, as in 8pm New York time");
            return Err(Failure::of(words, [("text", &clean(&zoned.text)), ("zones", &names.join(", "))]).hint(hint));
        };
        let date = typed.replacen(&zoned.text, "", 1);
        let date = date.trim_matches(|c: char| c.is_whitespace() || ",，()（）".contains(c));
        let day = if date.is_empty() { None } else { new_moment(date, occurrence, draft)?.0 };
        let there = At { day: day.unwrap_or(occurrence.day), time: Some(zoned.time) }.on_wall(zone, &own);
        return Ok((there.day, there.time));
    }
    let (day, time) = new_moment(typed, occurrence, draft)?;
    Ok((day.unwrap_or(occurrence.day), time))
}

/// A day, a time, or both, of something that is planned already.
fn new_moment(typed: &str, occurrence: &Occurrence, draft: &Draft) -> Result<(Option<Day>, Option<Clock>), Failure> {
    let (today, language) = (draft.today, draft.opened.language);
    let typed = &dates::one_reading(typed, today, language)?;
    let planned = occurrence.named;
    human_date::new_moment(typed, planned, today).map_err(|error| dates::unreadable_date(typed, error, language))
}

/// A day, a time, or both, as they are typed.
fn moment(typed: &str, draft: &Draft) -> Result<(Option<Day>, Option<Clock>), Failure> {
    let typed = &dates::one_reading(typed, draft.today, draft.opened.language)?;
    let unreadable = |error| dates::unreadable_date(typed, error, draft.opened.language);
    human_date::moment(typed, draft.today).map_err(unreadable)
}

/// The occurrence of an item that a date means; where that is not plain, what it was taken for is said.
pub(super) fn occurrence(item: &str, date: &str, draft: &Draft) -> Result<Occurrence, Failure> {
    let (now, language) = (draft.now(), draft.opened.language);
    let item = item_named(now.plan(), item)?;
    let (day, time) = moment(date, draft)?;
    let day = day.ok_or_else(|| Failure::new(Text::new("还缺原来的日期", "the original date is missing")))?;
    let occurrence = Occurrence::find(&now, item, (day, time))?;
    let Occurrence { day, named, .. } = occurrence;
    if named != day {
        let words = Text::new(
            "{named} 这一次原定 {day}，改的是它",
            "the one on {named} was planned for {day}; that one is changed",
        );
        out::message(&words.fill(language, |name| Some(if name == "day" { day } else { named }.to_string())));
    }
    if let Some(times) = occurrence.several_times(now.plan()) {
        let words = Text::new(
            "那天有几次（{times}），都改；只改一次就写上时间，如 \"{day} {first}\"",
            "all of that day are changed ({times}); for one of them add its time, as in \"{day} {first}\"",
        );
        let fact = |name: &str| {
            Some(match name {
                "day" => day.to_string(),
                "first" => times[0].to_string(),
                _ => {
                    times.iter().map(ToString::to_string).collect::<Vec<_>>().join(Text::new("、", ", ").get(language))
                }
            })
        };
        out::message(&words.fill(language, fact));
    }
    Ok(occurrence)
}

/// `salon 2026-12-12 → 2026-12-13`
fn line(change: &Change, asked: &Asked, language: Language) -> String {
    let what = match change.date {
        NewDate::Moved(to, Some(time)) => format!("→ {to} {time}"),
        NewDate::Moved(to, None) => format!("→ {to}"),
        NewDate::Cancelled => Text::new("取消", "cancelled").get(language).to_owned(),
        NewDate::Same => format!("→ {}", asked.person.as_deref().unwrap_or_default()),
    };
    // as it was called: an id may say nothing to who typed a title
    format!("{} {} {what}", asked.item.trim(), change.occurrence.day)
}
