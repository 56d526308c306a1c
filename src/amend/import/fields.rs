//! The columns of an item → the keys of its element.

use super::names::{self, NameUse};
use super::planner::{ElementKeys, Planner, kind_of, zone};
use crate::amend::AmendError;
use crate::finding::Literal;
use crate::import::{ImportColumn as C, ImportKind, ImportedDate, ImportedItem, ImportedWhen};
use crate::language::Text;
use crate::plan::values::Zone;
use crate::value::{Clock, Day};

const NO_ZONE: Text = Text::new(
    "不知道是哪个时区；写城市，如 Asia/Kolkata；没有收进来",
    "which time zone is meant? write a city, such as Asia/Kolkata; left out",
);
const NO_VALUE: Text = Text::new("看不懂这个值，没有收进来", "this value was not understood and was left out");

impl Planner<'_> {
    /// The keys of an item, without when it is.
    pub(super) fn fields(&mut self, item: &ImportedItem) -> Result<ElementKeys, AmendError> {
        let what = kind_of(item.kind);
        let title = if item.kind == ImportKind::Person { "name" } else { "title" };
        let mut given: ElementKeys = vec![(title, Literal::from(item.title.as_str()))];
        let mut notes: Vec<String> = Vec::new();
        let mut channels: Vec<String> = Vec::new();
        for (column, cell) in item.fields.iter().filter(|(_, cell)| *cell != item.title) {
            let key = match (column, item.kind) {
                (C::Owner | C::Helpers, _) if Self::key(what, "owner").is_some() => {
                    self.holders(*column, cell, item, &mut given)?;
                    continue;
                }
                (C::Channel, ImportKind::Activity | ImportKind::Content | ImportKind::Cohort)
                | (C::Place, ImportKind::Content) => {
                    channels.extend(self.all_named(NameUse::Channel, cell, item)?);
                    continue;
                }
                (C::Place, ImportKind::Activity) => {
                    self.place(cell, item, (&mut given, &mut channels, &mut notes))?;
                    continue;
                }
                (C::Role, ImportKind::Person) => {
                    let roles = self.all_named(NameUse::Role, cell, item)?;
                    given.push(("roles", list(roles)));
                    continue;
                }
                (C::Zone, _) if self.is_own_zone(cell) => continue,
                (C::Kind, ImportKind::Activity) => {
                    // a word of the table's own says nothing to the plan
                    given.extend(self.choice(what, "form", cell).map(|form| ("form", form)));
                    continue;
                }
                (C::Kind, ImportKind::Content) => {
                    let kind = self.choice(what, "kind", cell).map(|kind| ("kind", kind));
                    given.extend(kind.or_else(|| self.choice(what, "form", cell).map(|form| ("form", form))));
                    continue;
                }
                (C::Platform, ImportKind::Channel) => "platform",
                (C::Platform, ImportKind::Activity | ImportKind::Content) if item.field(C::Channel).is_none() => {
                    channels.extend(self.all_named(NameUse::Channel, cell, item)?);
                    continue;
                }
                (C::Zone, _) => "time_zone",
                (C::Link, _) => "link",
                (C::Text, _) => "text",
                (C::Handle, _) => "handle",
                (C::Hours, _) => "hours_per_week",
                (C::Members, ImportKind::Channel) => "now",
                (C::Members, _) => "expected",
                (C::Capacity, ImportKind::Channel) => "cap",
                (C::Capacity, ImportKind::Cohort) => "places_for",
                (C::Capacity, _) => "capacity",
                // the time has its end
                (C::Lasts, _) if has_end(&item.when) => continue,
                (C::Lasts, _) => "lasts",
                _ => "",
            };
            let Some(info) = Self::key(what, key) else {
                notes.push(cell.clone());
                continue;
            };
            match self.choice(what, key, cell) {
                Some(value) => given.push((info.key, value)),
                None => self.leave_out(item, cell, if *column == C::Zone { NO_ZONE } else { NO_VALUE }),
            }
        }
        channels.dedup();
        if !channels.is_empty() {
            let key = match item.kind {
                ImportKind::Content => "sends",
                ImportKind::Cohort => "channel",
                _ => "channels",
            };
            given.push((key, if key == "channel" { Literal::from(channels.swap_remove(0)) } else { list(channels) }));
        }
        if item.kind == ImportKind::Cohort
            && let [programme] = &self.now.plan().programmes[..]
            && let Some(id) = &programme.id
        {
            given.push(("programme", Literal::from(id.as_str())));
        }
        if !notes.is_empty() {
            given.push(("note", Literal::from(notes.join("\n"))));
        }
        Ok(given)
    }

    /// Who does it: the first is responsible, the others help.
    fn holders(
        &mut self,
        column: C,
        cell: &str,
        item: &ImportedItem,
        given: &mut ElementKeys,
    ) -> Result<(), AmendError> {
        let mut ids = self.all_named(NameUse::Holder, cell, item)?;
        let has_owner = given.iter().any(|(key, _)| *key == "owner");
        if column == C::Owner && !has_owner && !ids.is_empty() {
            given.push(("owner", Literal::from(ids.remove(0))));
        }
        if ids.is_empty() {
            return Ok(());
        }
        if Self::key(kind_of(item.kind), "staff").is_none() {
            self.leave_out(item, &ids.join(", "), ONLY_ONE);
            return Ok(());
        }
        match given.iter_mut().find(|(key, _)| *key == "staff") {
            Some((_, Literal::List(staff))) => staff.extend(ids.into_iter().map(Literal::from)),
            _ => given.push(("staff", list(ids))),
        }
        Ok(())
    }

    /// Where it is: a link, channels of the plan, or a place.
    fn place(
        &mut self,
        cell: &str,
        item: &ImportedItem,
        (given, channels, notes): (&mut ElementKeys, &mut Vec<String>, &mut Vec<String>),
    ) -> Result<(), AmendError> {
        if cell.contains("://") {
            let is_free = item.field(C::Link).is_none() && !cell.contains(char::is_whitespace);
            match is_free {
                true => given.push(("link", Literal::from(cell))),
                false => notes.push(cell.to_owned()),
            }
            return Ok(());
        }
        // an address has commas of its own
        if let Some(id) = self.known(NameUse::Place, cell) {
            given.push(("place", Literal::from(id)));
            return Ok(());
        }
        let mut places = Vec::new();
        for name in names::split(cell) {
            match self.known(NameUse::Channel, &name) {
                Some(id) => channels.push(id),
                None => places.push(name),
            }
        }
        let name = if places.len() == names::split(cell).len() { cell.trim().to_owned() } else { places.join(", ") };
        if name.is_empty() || names::split(&name).is_empty() {
            return Ok(());
        }
        match name.chars().count() > 40 {
            true => notes.push(name),
            false => given.extend(self.named(NameUse::Place, &name, item)?.map(|id| ("place", Literal::from(id)))),
        }
        Ok(())
    }

    fn is_own_zone(&self, cell: &str) -> bool {
        let own = self.now.plan().time_zone.as_ref().map(Zone::name);
        zone(cell).is_some_and(|zone| Some(zone.name()) == own)
    }

    /// The keys that say when.
    pub(super) fn when_keys(&self, item: &ImportedItem, when: &ImportedWhen) -> ElementKeys {
        let language = self.now.plan().language();
        let mut given = ElementKeys::new();
        match when {
            ImportedWhen::Unknown => {}
            ImportedWhen::Phrase { cadence, from, until } => {
                given.push(("when", Literal::from(cadence.print(language))));
                given.extend(from.map(|from| ("from", Literal::Day(from))));
                given.extend(until.map(|until| ("until", Literal::Day(until))));
            }
            ImportedWhen::Dates(dates) => {
                for date in dates.iter().take(1) {
                    if item.kind == ImportKind::Cohort {
                        given.push(("starts", Literal::Day(date.day)));
                        continue;
                    }
                    let (time, lasts) = clock(date);
                    given.push(("when", Literal::from(format!("{}{time}", date.day))));
                    let is_free = item.field(C::Lasts).is_none() && item.kind == ImportKind::Activity;
                    given.extend(lasts.filter(|_| is_free).map(|lasts| ("lasts", Literal::from(lasts))));
                }
            }
        }
        given
    }

    /// The dates that are elsewhere, or nowhere.
    pub(super) fn moved_dates(&mut self, item: &ImportedItem, id: &str) {
        for moved in &item.moved {
            let mut change = vec![("item".to_owned(), Literal::from(id)), ("on".to_owned(), Literal::Day(moved.on))];
            change.push(match moved.to {
                Some(ImportedDate { day, time, .. }) => {
                    ("move_to".to_owned(), moment(day, time.map(|time| time.start)))
                }
                None => ("cancel".to_owned(), Literal::Boolean(true)),
            });
            self.planned.changes.push(change);
        }
    }
}

const ONLY_ONE: Text =
    Text::new("内容只有一个负责人，其余没有收进来", "content has one owner; the others were left out");

fn moment(day: Day, time: Option<Clock>) -> Literal {
    time.map_or(Literal::Day(day), |time| Literal::Moment(day, time))
}

fn list(ids: Vec<String>) -> Literal {
    Literal::List(ids.into_iter().map(Literal::from).collect())
}

fn has_end(when: &ImportedWhen) -> bool {
    match when {
        ImportedWhen::Phrase { cadence, .. } => cadence.time.is_some_and(|time| time.end.is_some()),
        ImportedWhen::Dates(dates) => dates.iter().any(|date| date.time.is_some_and(|time| time.end.is_some())),
        ImportedWhen::Unknown => false,
    }
}

/// The time behind a day, and how long it lasts where that is more than the time says.
fn clock(date: &ImportedDate) -> (String, Option<String>) {
    let days = date.last.map_or(0, |last| last.0 - date.day.0);
    match date.time {
        None => (String::new(), (days > 0).then(|| format!("{}d", days + 1))),
        Some(time) => {
            let over_night = time.end.is_some_and(|end| end <= time.start);
            match time.end {
                Some(end) if days > 1 || days == 1 && !over_night => {
                    let minutes = days * 1440 + end.minutes() - time.start.minutes();
                    (format!(" {}", time.start), Some(format!("{minutes}m")))
                }
                None if days > 0 => (format!(" {}", time.start), Some(format!("{}d", days + 1))),
                _ => (format!(" {time}"), None),
            }
        }
    }
}
