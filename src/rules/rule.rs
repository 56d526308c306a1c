//! What a rule is: its words, what it looks at, how it checks, what it weighs in the score.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use crate::calendar::Calendar;
use crate::finding::{KeyPath, Level, RuleInfo, Source};
use crate::language::Text;
use crate::plan::Plan;

/// One rule of the registry.
#[derive(Debug)]
pub struct Rule {
    /// Its fixed part: name, level, words, sources.
    pub info: RuleInfo,
    /// Routes of keys, such as `positioning.motives`: of a row of the score, what may be missing.
    pub keys: &'static [&'static str],
    /// Its weight in the score: 0 for no row, 1 for a row, 2 for an essential one.
    pub weight: u32,
    /// Whether small groups are spared it.
    pub not_in_small: bool,
    /// Whether it reports that something is missing, as a row or not: held back while the syntax is broken.
    pub is_absence: bool,
    /// How it checks.
    pub check: Check,
    /// Which commands fix what it finds.
    pub(super) remedy: Remedy,
}

/// A check of the plan alone.
pub type PlanCheck = fn(&Plan, &Context<'_>, &mut Reporter);
/// A check of the plan and its calendar.
pub type CalendarCheck = fn(&Plan, &Calendar<'_>, &Context<'_>, &mut Reporter);

/// How a rule checks.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// The reader of the file finds it.
    Reader,
    /// None of the keys is set.
    Missing,
    /// One of the keys is not set; the fact `missing` names those.
    Incomplete,
    /// A function of the plan.
    Plan(PlanCheck),
    /// A function of the plan and its calendar.
    Calendar(CalendarCheck),
}

/// A text still to be given; a test holds every rule to have its own.
const NOTHING: Text = Text::new("", "");

impl Rule {
    const fn new(id: &'static str, level: Level, keys: &'static [&'static str], weight: u32, check: Check) -> Self {
        let info = RuleInfo { id, level, title: NOTHING, message: NOTHING, help: NOTHING, sources: &[] };
        Self { info, keys, weight, not_in_small: false, is_absence: !keys.is_empty(), check, remedy: Remedy::Derived }
    }

    /// A row: one of the keys must be set.
    pub(super) const fn missing(id: &'static str, level: Level, keys: &'static [&'static str]) -> Self {
        Self::new(id, level, keys, 1, Check::Missing)
    }

    /// A row: each of the keys must be set.
    pub(super) const fn incomplete(id: &'static str, level: Level, keys: &'static [&'static str]) -> Self {
        Self::new(id, level, keys, 1, Check::Incomplete)
    }

    /// A function of the plan.
    pub(super) const fn plan(id: &'static str, level: Level, check: PlanCheck) -> Self {
        Self::new(id, level, &[], 0, Check::Plan(check))
    }

    /// A function of the plan and its calendar.
    pub(super) const fn calendar(id: &'static str, level: Level, check: CalendarCheck) -> Self {
        Self::new(id, level, &[], 0, Check::Calendar(check))
    }

    /// A rule that the reader reports.
    pub(super) const fn reader(info: RuleInfo) -> Self {
        let (check, remedy) = (Check::Reader, Remedy::Derived);
        Self { info, keys: &[], weight: 0, not_in_small: false, is_absence: false, check, remedy }
    }

    /// Makes a function a row of the score: what it finds missing belongs at these keys.
    pub(super) const fn row(mut self, keys: &'static [&'static str]) -> Self {
        self.keys = keys;
        self.weight = 1;
        self.of_absence()
    }

    /// Marks that it reports something missing.
    pub(super) const fn of_absence(mut self) -> Self {
        self.is_absence = true;
        self
    }

    /// Whether no plan can do without what it asks for.
    pub const fn is_essential(&self) -> bool {
        self.weight > 1
    }

    /// Counts double in the score.
    pub(super) const fn essential(mut self) -> Self {
        self.weight = 2;
        self
    }

    /// Small groups are spared it.
    pub(super) const fn not_in_small(mut self) -> Self {
        self.not_in_small = true;
        self
    }

    /// Where its knowledge comes from.
    pub(super) const fn from(mut self, sources: &'static [Source]) -> Self {
        self.info.sources = sources;
        self
    }

    /// One line without facts.
    pub(super) const fn title(mut self, zh: &'static str, en: &'static str) -> Self {
        self.info.title = Text::new(zh, en);
        self
    }

    /// What is the matter, with `{facts}`.
    pub(super) const fn message(mut self, zh: &'static str, en: &'static str) -> Self {
        self.info.message = Text::new(zh, en);
        self
    }

    /// How to fix it, with `{facts}`.
    pub(super) const fn help(mut self, zh: &'static str, en: &'static str) -> Self {
        self.info.help = Text::new(zh, en);
        self
    }

    /// Which commands fix what it finds, where they do not follow from its keys or its place.
    pub(super) const fn remedy(mut self, remedy: Remedy) -> Self {
        self.remedy = remedy;
        self
    }

    /// Its name, `topic/problem`.
    pub const fn id(&self) -> &'static str {
        self.info.id
    }

    /// Its topic.
    pub fn topic(&self) -> &'static str {
        self.info.topic()
    }

    /// Whether it asks for the calendar of the next months, which costs more than all else.
    pub fn needs_calendar(&self) -> bool {
        matches!(self.check, Check::Calendar(_)) || self.id() == crate::finding::CHANGE_OF_NOTHING.id
    }

    /// Whether a name means it: its own, or that of its topic.
    pub fn is_named(&self, name: &str) -> bool {
        self.id() == name || self.topic() == name
    }
}

/// The route of a dotted key: `positioning.motives`.
pub(super) fn route(key: &'static str) -> KeyPath {
    key.split('.').fold(KeyPath::root(), KeyPath::key)
}
