//! The columns of a list as a table.

use crate::language::{Language, Text};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The day on which it is due.
    Date,
    /// The time.
    Time,
    /// The title of the section.
    Section,
    /// What is to be done.
    Item,
    /// Who does it.
    Person,
    /// The role.
    Role,
    /// How long it takes.
    Minutes,
    /// Whether it is done.
    Done,
    /// What people noted.
    Notes,
    /// The id of the item.
    Id,
    /// Which list it is of, with a fingerprint of the item's words.
    List,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 11] = [
        Self::Date,
        Self::Time,
        Self::Section,
        Self::Item,
        Self::Person,
        Self::Role,
        Self::Minutes,
        Self::Done,
        Self::Notes,
        Self::Id,
        Self::List,
    ];

    /// Its header.
    pub const fn name(self) -> Text {
        match self {
            Self::Date => Text::new("日期", "date"),
            Self::Time => Text::new("时间", "time"),
            Self::Section => Text::new("分组", "section"),
            Self::Item => Text::new("事项", "item"),
            Self::Person => Text::new("负责人", "person"),
            Self::Role => Text::new("角色", "role"),
            Self::Minutes => Text::new("分钟", "minutes"),
            Self::Done => Text::new("完成", "done"),
            Self::Notes => Text::new("备注", "notes"),
            Self::Id => Text::new("编号", "id"),
            Self::List => Text::new("清单", "list"),
        }
    }

    /// The column with this header.
    pub(super) fn of_header(cell: &str) -> Option<Self> {
        let cell = cell.trim().trim_start_matches('\u{feff}');
        let is_it = |column: &Self| {
            Language::ALL.iter().any(|language| column.name().get(*language).eq_ignore_ascii_case(cell))
        };
        Self::ALL.into_iter().find(is_it)
    }
}

/// What people write for "done", and for "not done".
const YES: [&str; 22] = [
    "x",
    "✓",
    "√",
    "✔",
    "☑",
    "✅",
    "v",
    "1",
    "y",
    "yes",
    "true",
    "done",
    "ok",
    "是",
    "对",
    "好",
    "已完成",
    "完成",
    "做完",
    "已做",
    "真",
    "[x]",
];
const NO: [&str; 18] = [
    "",
    "0",
    "n",
    "no",
    "false",
    "open",
    "todo",
    "not yet",
    "否",
    "没",
    "没有",
    "未",
    "未完成",
    "还没",
    "假",
    "☐",
    "□",
    "[ ]",
];

/// Whether a cell says that an item is done; none where it says something else.
pub(super) fn done(cell: &str) -> Option<bool> {
    let cell = cell.trim().to_lowercase();
    let is_in = |words: &[&str]| words.contains(&cell.as_str());
    if is_in(&YES) { Some(true) } else { is_in(&NO).then_some(false) }
}
