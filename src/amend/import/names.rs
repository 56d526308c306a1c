//! The names that tables write: of people, channels, places, roles; those of the plan, and new ones.

use crate::language::Text;

/// What a name is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameUse {
    /// Who does it: a person or a role.
    Holder,
    /// A channel.
    Channel,
    /// A place.
    Place,
    /// The role of a person.
    Role,
}

impl NameUse {
    /// The kind of element that a new one becomes.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Holder => "person",
            Self::Channel => "channel",
            Self::Place => "place",
            Self::Role => "role",
        }
    }

    /// The key that holds what it is called.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Holder | Self::Place => "name",
            Self::Channel | Self::Role => "title",
        }
    }

    /// The key of an activity or a person that refers to it.
    pub(super) const fn referring(self) -> (&'static str, &'static str) {
        match self {
            Self::Holder => ("activity", "owner"),
            Self::Channel => ("cohort", "channel"),
            Self::Place => ("activity", "place"),
            Self::Role => ("role", "reports_to"),
        }
    }
}

/// What is to be done with a name that the plan does not have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum NameDecision {
    /// It is new.
    #[default]
    Add,
    /// It is left out.
    LeaveOut,
    /// It is another name of something in the plan: how that is called.
    Same(String),
}

/// A name that the plan does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingName {
    /// What it is used for.
    pub of: NameUse,
    /// The name.
    pub name: String,
    /// How many times it is referred to.
    pub uses: usize,
    /// What was perhaps meant, as it is called.
    pub near: Vec<String>,
}

/// Cells that name nothing.
const NOTHING: [&str; 16] =
    ["-", "--", "—", "——", "/", "无", "待定", "未定", "暂无", "none", "n/a", "na", "tbd", "tba", "tbc", "?"];

/// The longest name that is taken for one.
const LONGEST: usize = 40;

pub(super) const NO_NAME: Text = Text::new("这不像一个名字，没有收进来", "this does not look like a name; left out");

/// The single names of a cell: `小雨、阿豪`, `Ana / Ben`, `@Ana and Ben`.
pub(super) fn split(cell: &str) -> Vec<String> {
    let cell = cell.replace(" and ", ",");
    let parts = cell.split(['、', ',', '，', '/', '&', ';', '；', '\n']);
    let names = parts.map(|part| part.trim().trim_start_matches('@').trim());
    let mut out: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.is_empty() && !NOTHING.contains(&name.to_lowercase().as_str())) {
        if !out.iter().any(|known| known == name) {
            out.push(name.to_owned());
        }
    }
    out
}

/// Whether a text can be a name.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().count() <= LONGEST && text.chars().any(char::is_alphabetic) && !text.contains("://")
}
