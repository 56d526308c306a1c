//! A checklist as data: sections, items, and what people wrote into them.

use std::collections::BTreeSet;

use super::fingerprint::is_written;
use crate::calendar::At;
use crate::language::Text;
use crate::value::Day;

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checklist {
    /// Which it is: a word of [`ChecklistKind`], the id of an activity, or the name of a template.
    pub name: String,
    /// For which day, week, month or date of an activity it is, by its first day, or the day on which a late launch list
    /// was made; none for what is done once.
    pub of: Option<Day>,
    /// Its title.
    pub title: String,
    /// The community that it belongs to: its id, else its name.
    pub community: Option<String>,
    /// Its title as people changed it.
    pub heading: Option<EditedText>,
    /// Lines above its title, unchanged: front matter, for example.
    pub top: Vec<String>,
    /// Lines that people wrote below its title, unchanged.
    pub preface: Vec<String>,
    /// Whether its lines end as on Windows.
    pub is_crlf: bool,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// How many items of its template are left out, because the community does without what they are about.
    pub left_out: usize,
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
    /// Its title as people changed it.
    pub heading: Option<EditedText>,
    /// Lines that people added above its first item, unchanged.
    pub above: Vec<String>,
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
    /// Whether it is due at once, since its own day had passed before the list was made.
    pub is_now: bool,
    /// Whether it is ticked.
    pub done: bool,
    /// What is in its box, where that is neither blank nor a tick: `/`, `-`.
    pub status: Option<String>,
    /// Where it comes from: `launch`, `sop:offline-meetup`, `plan`, or a key of the plan.
    pub source: String,
    /// Whether its words are a starter's, which nobody of the plan has looked at.
    pub is_borrowed: bool,
    /// What the plan or the SOP says to it: what counts as done, the plan's own words.
    pub details: Vec<String>,
    /// Lines that people wrote below it, indented, unchanged.
    pub notes: Vec<String>,
    /// Lines of their own that people wrote after it, unchanged.
    pub below: Vec<String>,
    /// Its line as it was read back.
    pub edited: Option<EditedText>,
}

/// The words of an item or a heading as a file has them.
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
        !is_written(&self.words, &self.written)
    }
}

/// The mark of an overdue item.
pub const OVERDUE: Text = Text::new("已过期", "overdue");
/// The mark of an item that is due at once.
pub const NOW: Text = Text::new("现在就做", "now");
/// The mark of an item in a starter's words.
pub const BORROWED: Text = Text::new("模板的", "the starter's");
/// How long an item takes.
pub const MINUTES: Text = Text::new("{n} 分钟", "{n} min");
/// The title of the section with what the plan no longer has.
pub const GONE: Text = Text::new("计划里已经没有的", "No longer in the plan");
