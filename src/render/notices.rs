//! What changed since it was published, as messages to paste: one for each channel, one for each person.

use std::collections::HashMap;

use crate::amend::Republished;
use crate::calendar::{At, Kind, Shifted};
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::plan::values::Zone;
use crate::render::calendar::{Row, View, date, zone_label};
use crate::render::clean;
use crate::roster::PublishedOccurrence;
use crate::source::Moment;
use crate::value::Day;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whom it goes to: a channel or a person.
    pub to: String,
    /// Whose times it gives: `New York time`.
    pub zone: String,
    /// What they are told, a line each.
    pub lines: Vec<String>,
}

/// The messages for channels, then those for people, in the order of the plan. The view shows the calendar that the
/// changes lead to.
pub fn notices(view: &View<'_>, changes: &[Republished]) -> Vec<Notice> {
    let rows = view.rows();
    let by_uid: HashMap<&str, usize> = rows.iter().enumerate().map(|(at, row)| (row.uid.as_str(), at)).collect();
    let is_gone = |change: &&Republished| !by_uid.contains_key(change.after.uid.as_str());
    let gone = changes.iter().filter(is_gone);
    let gone: HashMap<&str, Row> =
        gone.filter_map(|change| Some((change.after.uid.as_str(), view.published_row(&change.after)?))).collect();
    let zones = zones_of(view);
    let to_all = NoticeWriter { view, zones: zones.clone() };
    let changed: Vec<Change<'_>> = changes
        .iter()
        .map(|change| {
            let at = by_uid.get(change.after.uid.as_str()).copied();
            let row = at.map(|at| &rows[at]).or_else(|| gone.get(change.after.uid.as_str()));
            let title = row.map_or_else(|| view.published_title(&change.after), |row| row.title.clone());
            let reason = at.and_then(|at| match view.calendar.entries[at].shifted {
                Shifted::Change(change) => view.plan.changes[change].reason.as_deref().map(clean),
                _ => None,
            });
            Change { before: change.before.as_ref(), after: &change.after, row, title, reason }
        })
        .collect();
    let channels = (0..view.plan.channels.len()).filter_map(|channel| {
        let thing = Thing::Channel(channel);
        let id = thing.id(view.plan)?;
        // what names no channel is told where all members are
        let is_only = view.plan.channels.len() == 1;
        let seen = changed.iter().filter(|change| change.is_seen_in(id) || is_only && change.names_no_channel());
        to_all.notice(thing, seen.filter_map(|change| to_all.for_channel(change)).collect())
    });
    let people = (0..view.plan.people.len()).filter_map(|person| {
        let key = view.plan.people[person].key()?;
        let own = view.plan.people[person].time_zone.clone().unwrap_or_else(|| zones[0].clone());
        let to_one = NoticeWriter { view, zones: vec![own] };
        let theirs = changed.iter().filter_map(|change| to_one.for_person(change, key)).collect();
        to_one.notice(Thing::Person(person), theirs)
    });
    // nobody knows any more where members heard of what is gone from the plan
    let gone = changed.iter().filter(|change| change.row.is_none() && change.after.part().is_empty());
    let everyone: Vec<String> = gone.filter_map(|change| to_all.for_channel(change)).collect();
    let everyone = (!everyone.is_empty()).then(|| {
        let to = Text::new("所有渠道", "every channel").get(view.language).to_owned();
        Notice { to, zone: to_all.zone(), lines: everyone }
    });
    everyone.into_iter().chain(channels).chain(people).collect()
}

/// The zone of the plan, then those of its people.
fn zones_of(view: &View<'_>) -> Vec<Zone> {
    let mut zones = vec![view.plan.time_zone.clone().unwrap_or_default()];
    for own in view.plan.people.iter().filter_map(|person| person.time_zone.as_ref()) {
        if !zones.contains(own) {
            zones.push(own.clone());
        }
    }
    zones
}

/// The messages as text: a heading with whom each is for, then what to paste.
pub fn notices_text(notices: &[Notice], language: Language) -> String {
    let head = Text::new("发给 {to}", "To {to}");
    let opening = Text::new("日程有变（{zone}）：", "The schedule has changed ({zone}):");
    let mut text = String::new();
    for notice in notices {
        let fill = |words: Text| {
            words.fill(language, |name| Some(if name == "to" { &notice.to } else { &notice.zone }.clone()))
        };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("[{}]\n{}\n", fill(head), fill(opening)));
        notice.lines.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
    }
    text
}

/// What was published otherwise before.
struct Change<'c> {
    before: Option<&'c PublishedOccurrence>,
    after: &'c PublishedOccurrence,
    row: Option<&'c Row>,
    title: String,
    reason: Option<String>,
}

impl Change<'_> {
    /// Whether members see it in a channel: an event there, or something posted; not the team's own work.
    fn is_seen_in(&self, channel: &str) -> bool {
        let is_public = |row: &Row| matches!(row.kind, Kind::Activity | Kind::Programme);
        self.row.is_some_and(|row| is_public(row) && row.channels.iter().any(|other| other.id == channel))
    }

    /// Whether it is an event, wherever members hear of it.
    fn names_no_channel(&self) -> bool {
        self.row.is_some_and(|row| row.kind == Kind::Activity && row.channels.is_empty())
    }

    fn was_cancelled(&self) -> bool {
        self.before.is_some_and(|before| before.is_cancelled)
    }
}

struct NoticeWriter<'v> {
    view: &'v View<'v>,
    /// Those for whom it is written live in these zones; the first is the one that times are given in.
    zones: Vec<Zone>,
}

impl NoticeWriter<'_> {
    fn language(&self) -> Language {
        self.view.language
    }

    fn notice(&self, to: Thing, lines: Vec<String>) -> Option<Notice> {
        let to = || clean(&to.label(self.view.plan, self.language()));
        (!lines.is_empty()).then(|| Notice { to: to(), zone: self.zone(), lines })
    }

    /// `New York time`
    fn zone(&self) -> String {
        zone_label(&self.zones[0], self.language())
    }

    /// What the members of a channel are told.
    fn for_channel(&self, change: &Change<'_>) -> Option<String> {
        let date = self.date_line(change);
        let lead = |row: &PublishedOccurrence| row.lead.as_deref().map(|name| self.name(name));
        let hands = change.before.and_then(|before| match (lead(before), lead(change.after)) {
            (Some(old), Some(new)) if old != new && !change.after.is_cancelled => {
                let words = Text::new("{old}换成{new}", "{new} instead of {old}");
                Some(words.fill(self.language(), |name| Some(if name == "old" { old.clone() } else { new.clone() })))
            }
            _ => None,
        });
        match (date, hands) {
            (Some(date), Some(hands)) => Some(format!("{date}{}{hands}", Text::new("；", "; ").get(self.language()))),
            (Some(date), None) => Some(date),
            (None, Some(hands)) => Some(self.with_moment(change, hands)),
            (None, None) => None,
        }
    }

    /// What someone is told who does it, or did.
    fn for_person(&self, change: &Change<'_>, key: &str) -> Option<String> {
        let does = |row: &PublishedOccurrence| {
            row.lead.as_deref() == Some(key) || row.staff.iter().any(|seat| seat.person == key)
        };
        let did = change.before.is_some_and(|before| does(before) && !before.is_cancelled);
        let does_now = does(change.after) && !change.after.is_cancelled;
        let others = |row: &PublishedOccurrence, not: Option<&PublishedOccurrence>| {
            let all = row.lead.iter().chain(row.staff.iter().map(|seat| &seat.person));
            let is_in = |name: &str| {
                not.is_some_and(|not| {
                    not.lead.as_deref() == Some(name) || not.staff.iter().any(|seat| seat.person == name)
                })
            };
            let names: Vec<String> =
                all.filter(|name| name.as_str() != key && !is_in(name)).map(|name| self.name(name)).collect();
            (!names.is_empty()).then(|| names.join(Text::new("、", ", ").get(self.language())))
        };
        let fill =
            |words: Text, name: Option<String>| words.fill(self.language(), |_| Some(name.clone().unwrap_or_default()));
        match (did, does_now) {
            (true, true) => self.date_line(change),
            (true, false) if change.after.is_cancelled => self.date_line(change),
            (true, false) => {
                let what = match others(change.after, change.before) {
                    None => fill(Text::new("这次不排你", "you are not needed this time"), None),
                    name => fill(
                        Text::new("这次不排你，由{name}负责", "you are not needed this time; {name} takes over"),
                        name,
                    ),
                };
                Some(self.with_moment(change, what))
            }
            (false, true) => {
                let what = match change.before.and_then(|before| others(before, Some(change.after))) {
                    None => fill(Text::new("由你负责", "it is yours"), None),
                    name => fill(Text::new("由你负责，原来是{name}", "it is yours now, instead of {name}"), name),
                };
                Some(self.with_moment(change, what))
            }
            (false, false) => None,
        }
    }

    /// What happened to the date; nothing where only the people are others.
    fn date_line(&self, change: &Change<'_>) -> Option<String> {
        let words = match change.before {
            None => Text::new("新增：{new} {title}", "new: {title} on {new}"),
            _ if change.after.is_cancelled && !change.was_cancelled() => {
                Text::new("{old} 的{title}取消", "{title} on {old} is cancelled")
            }
            _ if change.was_cancelled() && !change.after.is_cancelled => {
                Text::new("{new} 的{title}照常举行", "{title} takes place after all, on {new}")
            }
            Some(before) if self.is_moved(change) && self.is_at_once(before, change.after) => {
                Text::new("{old} 的{title}改到 {end} 结束", "{title} on {old} now ends at {end}")
            }
            Some(before) if self.is_moved(change) && self.starts(before).day == self.starts(change.after).day => {
                Text::new("{old} 的{title}改到 {time}", "{title} on {old} moves to {time}")
            }
            _ if self.is_moved(change) => Text::new("{old} 的{title}改到 {new}", "{title} on {old} moves to {new}"),
            _ => return None,
        };
        let line = words.fill(self.language(), |name| {
            Some(match name {
                "title" => change.title.clone(),
                "old" => {
                    let old = change.before.unwrap_or(change.after);
                    self.moment(old, old.start)
                }
                "time" => self.time(change.after, change.after.start),
                "end" => change.after.end.map(|end| self.moment(change.after, end)).unwrap_or_default(),
                _ => self.moment(change.after, change.after.start),
            })
        });
        let brackets = Text::new("（{reason}）", " ({reason})");
        Some(match &change.reason {
            Some(reason) => line + &brackets.fill(self.language(), |_| Some(reason.clone())),
            None => line,
        })
    }

    /// `Thu 3 Dec, 20:00 Talk: …`
    fn with_moment(&self, change: &Change<'_>, what: String) -> String {
        let words = Text::new("{new} {title}：{what}", "{title} on {new}: {what}");
        words.fill(self.language(), |name| {
            Some(match name {
                "title" => change.title.clone(),
                "what" => what.clone(),
                _ => self.moment(change.after, change.after.start),
            })
        })
    }

    /// `12月3日周四 20:00` / `Thu 3 Dec, 20:00`, with what it is for the others.
    fn moment(&self, row: &PublishedOccurrence, moment: Moment) -> String {
        let there = self.on_wall(row, moment, &self.zones[0]);
        match (self.language(), there.time) {
            (_, None) => self.day(there.day),
            (Language::Zh, Some(_)) => format!("{} {}", self.day(there.day), self.time(row, moment)),
            (Language::En, Some(_)) => format!("{}, {}", self.day(there.day), self.time(row, moment)),
        }
    }

    /// `12月3日周四` / `Thu 3 Dec`
    fn day(&self, day: Day) -> String {
        let (date, weekday) = (date(day, self.language()), day.weekday().short().get(self.language()));
        match self.language() {
            Language::Zh => format!("{date}{weekday}"),
            Language::En => format!("{weekday} {date}"),
        }
    }

    /// `20:00`, and what time that is in the other zones: `12:30 (18:30 Berlin, Fri 4 Dec 00:30 Kolkata)`
    fn time(&self, row: &PublishedOccurrence, moment: Moment) -> String {
        let first = self.on_wall(row, moment, &self.zones[0]);
        let Some(time) = first.time else { return String::new() };
        let others = self.zones[1..].iter().filter_map(|zone| {
            let there = self.on_wall(row, moment, zone);
            let time = there.time?.to_string();
            let day = if there.day == first.day { String::new() } else { format!("{} ", self.day(there.day)) };
            let words = Text::new("{city} {day}{time}", "{day}{time} {city}");
            Some(words.fill(self.language(), |name| {
                Some(match name {
                    "city" => zone.city(self.language()),
                    "day" => day.clone(),
                    _ => time.clone(),
                })
            }))
        });
        let others: Vec<String> = others.collect();
        if others.is_empty() {
            return time.to_string();
        }
        let others = others.join(Text::new("、", ", ").get(self.language()));
        let words = Text::new("{time}（{others}）", "{time} ({others})");
        words.fill(self.language(), |name| Some(if name == "time" { time.to_string() } else { others.clone() }))
    }

    /// When an occurrence starts for whom this is written.
    fn starts(&self, row: &PublishedOccurrence) -> At {
        self.on_wall(row, row.start, &self.zones[0])
    }

    fn is_at_once(&self, one: &PublishedOccurrence, other: &PublishedOccurrence) -> bool {
        self.starts(one) == self.starts(other)
    }

    /// Whether it is at another time; the same moment on the wall of another zone is none.
    fn is_moved(&self, change: &Change<'_>) -> bool {
        let end = |row: &PublishedOccurrence| row.end.map(|end| self.on_wall(row, end, &self.zones[0]));
        let is_same =
            |before: &PublishedOccurrence| self.is_at_once(before, change.after) && end(before) == end(change.after);
        change.before.is_some_and(|before| !is_same(before))
    }

    /// A moment of an occurrence on the wall of a zone.
    fn on_wall(&self, row: &PublishedOccurrence, moment: Moment, zone: &Zone) -> At {
        let own = row.zone.parse::<Zone>();
        let plan = || self.view.plan.time_zone.clone().unwrap_or_default();
        At { day: moment.day, time: moment.time }.on_wall(&own.unwrap_or_else(|_| plan()), zone)
    }

    /// What someone is called, whether or not the plan still has them.
    fn name(&self, key: &str) -> String {
        let person = self.view.index.find("person", key);
        clean(&person.map_or_else(|| key.to_owned(), |person| person.label(self.view.plan, self.language())))
    }
}
