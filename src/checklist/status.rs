//! The progress of lists: what is done, due today, late or ahead, and who does it.

use crate::calendar::At;
use crate::language::Language;

/// The state of one item on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineState {
    /// Not done, and due before that day.
    Late,
    /// Not done, and due on that day.
    Today,
    /// Not done, and due later or at no date.
    Ahead,
    /// Ticked.
    Done,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLine {
    /// What is to be done.
    pub text: String,
    /// When.
    pub due: Option<At>,
    /// Who, as the list writes it.
    pub person: Option<String>,
    /// Its state.
    pub state: LineState,
}

/// The progress of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListStatus {
    /// Which list it is.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The language in which it is written.
    pub language: Language,
    /// What is in it, in its order.
    pub lines: Vec<ListLine>,
}

/// How many items are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Ticked.
    pub done: usize,
    /// Due today.
    pub today: usize,
    /// Late.
    pub late: usize,
    /// Due later, or at no date.
    pub ahead: usize,
}

impl Progress {
    /// The states of some lines.
    pub fn of<'l>(lines: impl IntoIterator<Item = &'l ListLine>) -> Self {
        let mut count = Self::default();
        for line in lines {
            match line.state {
                LineState::Done => count.done += 1,
                LineState::Today => count.today += 1,
                LineState::Late => count.late += 1,
                LineState::Ahead => count.ahead += 1,
            }
        }
        count
    }

    /// All of them.
    pub const fn all(self) -> usize {
        self.done + self.today + self.late + self.ahead
    }
}

/// The progress of each person over some lists, in the order in which people appear; items without a person last.
pub fn by_person(lists: &[ListStatus]) -> Vec<(Option<&str>, Progress)> {
    let lines = || lists.iter().flat_map(|list| &list.lines);
    let mut people: Vec<Option<&str>> = Vec::new();
    for line in lines() {
        if !people.contains(&line.person.as_deref()) {
            people.push(line.person.as_deref());
        }
    }
    people.sort_by_key(Option::is_none);
    let count = |who: &Option<&str>| Progress::of(lines().filter(|line| line.person.as_deref() == *who));
    people.iter().map(|who| (*who, count(who))).collect()
}
