//! A checklist as data: sections, items, and what people wrote into them.

use std::collections::BTreeSet;

use super::fingerprint::fingerprint;
use crate::calendar::At;
use crate::language::Text;
use crate::value::Day;

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checklist {
    /// Which it is: a word of [`ChecklistKind`], the id of an activity, or the name of a template.
    pub name: String,
    /// For which day, week or month it is, by its first day; none for what is done once.
    pub of: Option<Day>,
    /// Its title.
    pub title: String,
    /// Lines that people wrote below its title, unchanged.
    pub preface: Vec<String>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// When items of the calendar take place.
    pub dates: Dates,
}

/// When items of the calendar take place, as far as the calendar was made: what is missing was moved or removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dates {
    /// First and last day; none without a calendar.
    pub range: Option<(Day, Day)>,
    /// Items by id, with the days for which they were set.
    pub held: BTreeSet<(String, Day)>,
}

impl ChecklistItem {
    /// The person who does it, else the role.
    pub fn owner(&self) -> Option<&str> {
        self.person.as_deref().or(self.role.as_deref())
    }

    /// Whether it was due before this day and is not done.
    pub fn is_overdue(&self, today: Day) -> bool {
        !self.done && self.due.is_some_and(|due| due.day < today)
    }
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Its id, unique in the list.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is to be done.
    pub items: Vec<ChecklistItem>,
    /// Lines that people added at its end, unchanged.
    pub added: Vec<String>,
}

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChecklistItem {
    /// Its id, unique in the list, the same in both languages.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// When.
    pub due: Option<At>,
    /// Who.
    pub person: Option<String>,
    /// The role.
    pub role: Option<String>,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Whether it is ticked.
    pub done: bool,
    /// Where it comes from: `launch`, `sop:offline-meetup`, `plan`, or a key of the plan.
    pub source: String,
    /// Whether its words are a starter's, which nobody of the plan has looked at.
    pub is_borrowed: bool,
    /// Lines that people wrote below it, unchanged.
    pub notes: Vec<String>,
    /// Its line as it was read back.
    pub edited: Option<EditedText>,
}

/// The words of an item as a file has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedText {
    /// The words, without the box and the mark.
    pub words: String,
    /// The fingerprint of the words that were first written.
    pub written: String,
}

impl EditedText {
    /// Whether people changed them.
    pub fn is_changed(&self) -> bool {
        fingerprint(&self.words) != self.written
    }
}

/// The mark of an overdue item.
pub const OVERDUE: Text = Text::new("已过期", "overdue");
/// The mark of an item in a starter's words.
pub const BORROWED: Text = Text::new("模板的", "the starter's");
/// How long an item takes.
pub const MINUTES: Text = Text::new("{n} 分钟", "{n} min");
/// The title of the section with what the plan no longer has.
pub const GONE: Text = Text::new("计划里已经没有的", "No longer in the plan");
