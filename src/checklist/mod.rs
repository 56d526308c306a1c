//! Plan and calendar → checklists; and what people have written into an old one, carried over into the new.
//!
//! May not: render, or read and write files.

mod entry;
mod group;
mod handover;
mod make;
mod mark;
mod merge;
mod said;
mod span;
mod status;

pub use group::{By, group};
pub use make::{Basis, make};
pub use mark::{Head, MARK, fingerprint, head, mark_id};
pub use merge::absorb;
pub use span::{Span, span};
pub use status::{Count, Line, State, Status, by_person, status};

use std::collections::BTreeSet;

use crate::calendar::At;
use crate::language::Text;
use crate::value::Day;

/// Which checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Before the first day.
    Launch,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// A newcomer.
    Onboarding,
    /// A look back.
    Review,
    /// The end.
    Closing,
    /// Somebody breaks a rule.
    Moderation,
    /// Two members are at odds.
    Conflict,
    /// A role goes from one person to another.
    Handover,
    /// One role goes from one person to another: its index.
    Role(usize),
    /// An activity: its index.
    Activity(usize),
    /// A list of the user's own: its index among the names of the library.
    Own(usize),
}

impl What {
    /// Those that every plan has.
    pub const GENERAL: [Self; 10] = [
        Self::Launch,
        Self::Daily,
        Self::Weekly,
        Self::Monthly,
        Self::Onboarding,
        Self::Review,
        Self::Closing,
        Self::Moderation,
        Self::Conflict,
        Self::Handover,
    ];

    /// The general list of this word, in English or in Chinese.
    pub fn of_word(word: &str) -> Option<Self> {
        let chinese = ["启动", "每天", "每周", "每月", "新人", "复盘", "关闭", "管理", "冲突", "交接"];
        let mut all = Self::GENERAL.into_iter().zip(chinese);
        all.find(|(what, chinese)| what.word() == word || *chinese == word).map(|(what, _)| what)
    }

    /// Whether it is done anew for each day, week or month, or for each newcomer.
    pub const fn is_repeated(self) -> bool {
        matches!(self, Self::Daily | Self::Weekly | Self::Monthly | Self::Onboarding)
    }

    /// The word on the command line, which is the name of the template.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Onboarding => "onboarding",
            Self::Review => "review",
            Self::Closing => "closing",
            Self::Moderation => "moderation",
            Self::Conflict => "conflict",
            Self::Handover | Self::Role(_) => "handover",
            Self::Activity(_) => "activity",
            Self::Own(_) => "own",
        }
    }
}

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checklist {
    /// Which it is: a word of [`What`], the id of an activity, or the name of a template.
    pub name: String,
    /// For which day, week or month it is, by its first day; none for what is done once.
    pub of: Option<Day>,
    /// Its title.
    pub title: String,
    /// Lines that somebody wrote below its title, as they stand.
    pub preface: Vec<String>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// When items of the calendar take place.
    pub dates: Dates,
}

/// When items of the calendar take place, as far as it was looked at: what is no longer there was moved or is gone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dates {
    /// First and last day; none when no calendar was looked at.
    pub range: Option<(Day, Day)>,
    /// Items by id, with the days for which they were set.
    pub held: BTreeSet<(String, Day)>,
}

impl Item {
    /// Who does it, else as what somebody does.
    pub fn owner(&self) -> Option<&str> {
        self.person.as_deref().or(self.role.as_deref())
    }

    /// Whether it should have been done before this day.
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
    pub items: Vec<Item>,
    /// Lines that somebody added at its end, as they stand.
    pub added: Vec<String>,
}

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// Its id, unique in the list, the same in both languages.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// When.
    pub due: Option<At>,
    /// Who.
    pub person: Option<String>,
    /// As what.
    pub role: Option<String>,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Whether it is ticked.
    pub done: bool,
    /// Where it comes from: `launch`, `sop:offline-meetup`, `plan`, or a key of the plan.
    pub source: String,
    /// Lines that somebody wrote below it, as they stand.
    pub notes: Vec<String>,
    /// What stood in its line when it was read back.
    pub said: Option<Said>,
}

/// The words of an item as they stood in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words, without the box and the mark.
    pub words: String,
    /// The fingerprint of those that were written there at first.
    pub written: String,
}

impl Said {
    /// Whether somebody changed them.
    pub fn is_edited(&self) -> bool {
        fingerprint(&self.words) != self.written
    }
}

/// What stands behind an item that should have been done before.
pub const OVERDUE: Text = Text::new("已过期", "overdue");
/// How long an item takes.
pub const MINUTES: Text = Text::new("{n} 分钟", "{n} min");
/// The title of the section of what has gone.
pub const GONE: Text = Text::new("计划里已经没有的", "No longer in the plan");
