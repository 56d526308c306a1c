//! Items → elements of a plan, with the names that they need.

use std::collections::{BTreeMap, HashSet};

use super::names::{self, MissingName, NO_NAME, NameDecision, NameUse};
use super::planned::{NameDecisions, PlannedImport};
use crate::amend::{Add, AmendError, Snapshot, WrongValue, value};
use crate::calendar::{At, Calendar, Identity, Item, Origin};
use crate::finding::Literal;
use crate::import::{ImportKind, ImportProblem, ImportedDate, ImportedItem, ImportedWhen};
use crate::language::Text;
use crate::plan::ElementKind;
use crate::plan::values::Zone;
use crate::source::{KeyInfo, Suggestion};
use crate::value::{Length, name_key};

/// Days between the first and the last date within which it is looked up whether the plan has them.
const LONGEST: i32 = 3 * 366;

/// So many days before and after what is read again it may have been moved.
const NEAR: i32 = 31;

const SAME_TIME: Text = Text::new(
    "加进来了；计划里同一时间已经有另一项，要是同一件事，用 qun remove 去掉一个",
    "added; the plan has something else at the same time: if they are the same, take one out with qun remove",
);

/// The keys that an element is given.
pub(super) type ElementKeys = Vec<(&'static str, Literal)>;

/// A plan as it grows.
pub(super) struct Planner<'p> {
    pub(super) now: &'p Snapshot<'p>,
    decisions: &'p NameDecisions,
    /// The ids of new names.
    new: BTreeMap<(NameUse, String), String>,
    /// The UIDs of the plan's own calendar where its dates are read again.
    own: HashSet<String>,
    pub(super) planned: PlannedImport,
}

impl<'p> Planner<'p> {
    pub(super) fn new(now: &'p Snapshot<'p>, decisions: &'p NameDecisions) -> Self {
        Self { now, decisions, new: BTreeMap::new(), own: HashSet::new(), planned: PlannedImport::default() }
    }

    /// What others refer to comes first.
    pub(super) fn plan(mut self, items: &[ImportedItem]) -> Result<PlannedImport, AmendError> {
        use ImportKind::{Activity, Channel, Cohort, Content, Person};
        self.own = self.own_uids(items)?;
        // what is sent names channels, which an activity may have beside its place
        for kind in [Channel, Person, Cohort, Content, Activity] {
            for (at, item) in items.iter().enumerate().filter(|(_, item)| item.kind == kind) {
                self.item(at, item)?;
            }
        }
        self.planned.known.sort_unstable();
        Ok(self.planned)
    }

    fn item(&mut self, at: usize, item: &ImportedItem) -> Result<(), AmendError> {
        let named = match item.kind {
            ImportKind::Person => Some(NameUse::Holder),
            ImportKind::Channel => Some(NameUse::Channel),
            _ => None,
        };
        if let Some(of) = named {
            let key = (of, name_key(&item.title));
            if self.of_plan(of, &item.title).is_some() || self.new.contains_key(&key) {
                self.planned.known.push(at);
                return Ok(());
            }
            let given = self.fields(item)?;
            let id = self.add(kind_of(item.kind), given)?;
            self.new.insert(key, id);
            return Ok(());
        }
        let is_own = item.own.as_ref().is_some_and(|own| self.own.contains(&own.uid));
        let whens = if is_own { Vec::new() } else { self.unknown_whens(item)? };
        if whens.is_empty() {
            self.planned.known.push(at);
            return Ok(());
        }
        if whens.iter().any(|when| self.is_at_the_time_of_another(item, when)) {
            self.leave_out(item, &item.title, SAME_TIME);
        }
        let given = self.fields(item)?;
        for when in whens {
            let given = given.iter().cloned().chain(self.when_keys(item, &when)).collect();
            let id = self.add(kind_of(item.kind), given)?;
            self.moved_dates(item, &id);
        }
        Ok(())
    }

    /// The UIDs of the plan's calendar around the dates of this program that are read.
    fn own_uids(&self, items: &[ImportedItem]) -> Result<HashSet<String>, AmendError> {
        let days = || items.iter().filter_map(|item| Some(item.own.as_ref()?.original));
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(HashSet::new()) };
        let calendar = self.now.calendar((first.plus(-NEAR), last.min(first.plus(LONGEST)).plus(NEAR)))?;
        let identity = Identity::of(self.now.plan(), &calendar);
        Ok(calendar.entries.iter().map(|entry| identity.uid(entry)).collect())
    }

    /// Adds an element; its id.
    pub(super) fn add(&mut self, what: &'static ElementKind, given: ElementKeys) -> Result<String, AmendError> {
        let adds = &mut self.planned.adds;
        let add = match adds.iter().position(|add| std::ptr::eq(add.kind(), what)) {
            Some(at) => adds.remove(at),
            None => {
                let same = adds.iter().filter(|add| add.kind().reference == what.reference);
                Add::of(what, same.flat_map(Add::ids).map(str::to_owned).collect())
            }
        };
        let add = add.and(given, self.now)?;
        let id = add.ids().last().unwrap_or_default().to_owned();
        adds.push(add);
        Ok(id)
    }

    /// The key of a kind of element.
    pub(super) fn key(what: &'static ElementKind, key: &str) -> Option<&'static KeyInfo> {
        what.keys().find(|info| info.key == key)
    }

    /// The id of something that the plan has.
    fn of_plan(&self, of: NameUse, name: &str) -> Option<String> {
        let (word, key) = of.referring();
        let info = Self::key(ElementKind::meant(word)?, key)?;
        match value(&info.shape, name, self.now) {
            Ok(Literal::Text(id)) => Some(id),
            _ => None,
        }
    }

    /// What of the plan was perhaps meant.
    fn near(&self, of: NameUse, name: &str) -> Vec<String> {
        let (word, key) = of.referring();
        let info = ElementKind::meant(word).and_then(|what| Self::key(what, key));
        match info.map(|info| value(&info.shape, name, self.now)) {
            Some(Err(WrongValue { near: Suggestion::Near(near), .. })) => near,
            _ => Vec::new(),
        }
    }

    /// The id of something that the plan has, or that is new already.
    pub(super) fn known(&self, of: NameUse, name: &str) -> Option<String> {
        self.of_plan(of, name).or_else(|| self.new.get(&(of, name_key(name))).cloned())
    }

    /// The id of what a name means: in the plan, new already, as was decided, or new from here on.
    pub(super) fn named(&mut self, of: NameUse, name: &str, item: &ImportedItem) -> Result<Option<String>, AmendError> {
        if let Some(id) = self.of_plan(of, name) {
            return Ok(Some(id));
        }
        let key = (of, name_key(name));
        if let Some(known) =
            self.planned.missing_names.iter_mut().find(|new| new.of == of && name_key(&new.name) == key.1)
        {
            known.uses += 1;
        }
        if let Some(id) = self.new.get(&key) {
            return Ok(Some(id.clone()));
        }
        if !names::is_name(name) {
            self.leave_out(item, name, NO_NAME);
            return Ok(None);
        }
        if !self.planned.missing_names.iter().any(|new| new.of == of && name_key(&new.name) == key.1) {
            self.planned.missing_names.push(MissingName {
                of,
                name: name.to_owned(),
                uses: 1,
                near: self.near(of, name),
            });
        }
        match self.decisions.get(&(of, name.to_owned())).unwrap_or(&NameDecision::Add) {
            NameDecision::LeaveOut => Ok(None),
            NameDecision::Same(name) => Ok(self.of_plan(of, name)),
            NameDecision::Add => {
                let Some(what) = ElementKind::meant(of.kind()) else { return Ok(None) };
                let mut given = vec![(of.key(), Literal::from(name))];
                if of == NameUse::Channel {
                    given.extend(self.choice(what, "platform", name).map(|platform| ("platform", platform)));
                }
                let id = self.add(what, given)?;
                self.new.insert(key, id.clone());
                Ok(Some(id))
            }
        }
    }

    /// All that a cell names, those that mean something.
    pub(super) fn all_named(
        &mut self,
        of: NameUse,
        cell: &str,
        item: &ImportedItem,
    ) -> Result<Vec<String>, AmendError> {
        let mut ids = Vec::new();
        if cell.contains("://") {
            self.leave_out(item, cell, NO_NAME);
            return Ok(ids);
        }
        for name in names::split(cell) {
            ids.extend(self.named(of, &name, item)?.filter(|id| !ids.contains(id)));
        }
        Ok(ids)
    }

    /// A value that a text means for a key; none where it means none.
    pub(super) fn choice(&self, what: &'static ElementKind, key: &str, text: &str) -> Option<Literal> {
        let text = match key {
            "time_zone" => zone(text)?.name().to_owned(),
            "lasts" => text.parse::<Length>().ok()?.to_string(),
            _ => text.to_owned(),
        };
        value(&Self::key(what, key)?.shape, &text, self.now).ok()
    }

    pub(super) fn leave_out(&mut self, item: &ImportedItem, cell: &str, why: Text) {
        if let Some(place) = item.places.first() {
            self.planned.left_out.push(ImportProblem {
                place: place.clone(),
                column: None,
                cell: cell.to_owned(),
                why,
            });
        }
    }

    /// When an item is, without what the plan has already: one for a phrase, one for each date.
    fn unknown_whens(&self, item: &ImportedItem) -> Result<Vec<ImportedWhen>, AmendError> {
        let same: Vec<Item> = self.items_called(&item.title, item.kind);
        let one = |date: &ImportedDate| ImportedWhen::Dates(vec![*date]);
        Ok(match &item.when {
            ImportedWhen::Dates(dates) if item.kind != ImportKind::Cohort => {
                let calendar = self.calendar_of(dates, !same.is_empty())?;
                let is_known = |date: &&ImportedDate| {
                    let is_it = |of: Origin| matches!(of, Origin::Item(of) if same.contains(&of));
                    let time = date.time.map(|time| time.start);
                    calendar.as_ref().is_some_and(|calendar| {
                        // on the wall of the plan, or on that of the item
                        let is_then = |at: At| (at.day, at.time) == (date.day, time);
                        let mut entries = calendar.entries.iter().filter(|entry| is_it(entry.origin));
                        entries.any(|entry| is_then(entry.at) || is_then(entry.original))
                    })
                };
                dates.iter().filter(|date| !is_known(date)).map(one).collect()
            }
            ImportedWhen::Phrase { cadence, .. } => {
                let plan = self.now.plan();
                let when = |item: &Item| match *item {
                    Item::Activity(at) => plan.activities[at].when.as_ref(),
                    Item::Content(at) => plan.content[at].when.as_ref(),
                    _ => None,
                };
                match same.iter().any(|item| when(item) == Some(cadence)) {
                    true => Vec::new(),
                    false => vec![item.when.clone()],
                }
            }
            _ if !same.is_empty() => Vec::new(),
            when => vec![when.clone()],
        })
    }

    /// Whether the plan has something else at just the same times.
    fn is_at_the_time_of_another(&self, item: &ImportedItem, when: &ImportedWhen) -> bool {
        let ImportedWhen::Phrase { cadence, .. } = when else { return false };
        let plan = self.now.plan();
        match item.kind {
            ImportKind::Activity => plan.activities.iter().any(|other| other.when.as_ref() == Some(cadence)),
            ImportKind::Content => plan.content.iter().any(|other| other.when.as_ref() == Some(cadence)),
            ImportKind::Person | ImportKind::Channel | ImportKind::Cohort => false,
        }
    }

    /// The items of the plan that are called so.
    fn items_called(&self, title: &str, kind: ImportKind) -> Vec<Item> {
        let plan = self.now.plan();
        let is_it = |other: &Option<String>| other.as_deref().is_some_and(|other| name_key(other) == name_key(title));
        let at = |titles: Vec<&Option<String>>| -> Vec<usize> {
            titles.iter().enumerate().filter(|(_, title)| is_it(title)).map(|(at, _)| at).collect()
        };
        match kind {
            ImportKind::Activity => {
                at(plan.activities.iter().map(|it| &it.title).collect()).into_iter().map(Item::Activity).collect()
            }
            ImportKind::Content => {
                at(plan.content.iter().map(|it| &it.title).collect()).into_iter().map(Item::Content).collect()
            }
            ImportKind::Cohort => {
                let cohorts = at(plan.cohorts.iter().map(|it| &it.title).collect());
                cohorts.into_iter().map(|cohort| Item::Programme(cohort, 0)).collect()
            }
            ImportKind::Person | ImportKind::Channel => Vec::new(),
        }
    }

    fn calendar_of(&self, dates: &[ImportedDate], is_needed: bool) -> Result<Option<Calendar<'p>>, AmendError> {
        let days = || dates.iter().map(|date| date.day);
        match (days().min(), days().max()) {
            (Some(first), Some(last)) if is_needed && last.0 - first.0 <= LONGEST => {
                self.now.calendar((first, last)).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// A zone as people write it: `PT (Pacific Time)`.
pub(super) fn zone(text: &str) -> Option<Zone> {
    let short = text.split(['(', '（']).next().unwrap_or_default();
    text.parse().or_else(|_| short.trim().parse()).ok()
}

/// The kind of element that an item becomes.
pub(super) fn kind_of(kind: ImportKind) -> &'static ElementKind {
    let word = match kind {
        ImportKind::Activity => "activity",
        ImportKind::Content => "content",
        ImportKind::Person => "person",
        ImportKind::Channel => "channel",
        ImportKind::Cohort => "cohort",
    };
    ElementKind::meant(word).expect("the kinds of elements have these words")
}
