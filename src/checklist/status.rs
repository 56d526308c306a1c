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

/// The progress of each person over some lists, in the order in which people appear; items without a person last. What
/// several people do together counts for each of them.
pub fn by_person(lists: &[ListStatus]) -> Vec<(Option<&str>, Progress)> {
    let lines = || lists.iter().flat_map(|list| &list.lines);
    let mut people: Vec<Option<&str>> = Vec::new();
    for who in lines().flat_map(people_of) {
        if !people.contains(&who) {
            people.push(who);
        }
    }
    people.sort_by_key(Option::is_none);
    let count = |who: &Option<&str>| Progress::of(lines().filter(|line| people_of(line).any(|person| person == *who)));
    people.iter().map(|who| (*who, count(who))).collect()
}

/// The names that a list writes side by side.
pub fn people(names: &str) -> impl Iterator<Item = &str> {
    names.split('、').flat_map(|names| names.split(", ")).map(str::trim).filter(|name| !name.is_empty())
}

/// Who does an item: each name of those that a list writes side by side, or nobody once.
fn people_of(line: &ListLine) -> impl Iterator<Item = Option<&str>> {
    let nobody = line.person.is_none().then_some(None);
    people(line.person.as_deref().unwrap_or_default()).map(Some).chain(nobody)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_who_do_an_item_together_have_a_line_each() {
        let line = |person: Option<&str>, state: LineState| ListLine {
            text: "a".into(),
            due: None,
            person: person.map(str::to_owned),
            state,
        };
        let lines = vec![
            line(Some("May、小陶"), LineState::Done),
            line(None, LineState::Ahead),
            line(Some("Ravi, May"), LineState::Late),
            line(Some("小陶"), LineState::Late),
        ];
        let list = ListStatus { name: "launch".into(), title: "启动".into(), language: Language::Zh, lines };
        let lists = [list];
        let counted = by_person(&lists);
        let figures: Vec<_> = counted.iter().map(|(who, count)| (*who, count.done, count.late, count.ahead)).collect();
        let expected = [(Some("May"), 1, 1, 0), (Some("小陶"), 1, 1, 0), (Some("Ravi"), 0, 1, 0), (None, 0, 0, 1)];
        assert_eq!(figures, expected);
    }
}
