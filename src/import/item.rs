//! What is understood of a table or a calendar, as data.

use super::column::ImportColumn;
use crate::cadence::Cadence;
use crate::language::Text;
use crate::value::uid::{day_of, item_of, part};
use crate::value::{Day, TimeRange};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Imported {
    /// What was understood.
    pub items: Vec<ImportedItem>,
    /// What was not, in the order of the file.
    pub problems: Vec<ImportProblem>,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ImportKind {
    /// Something that happens.
    Activity,
    /// Something published.
    Content,
    /// Somebody of the team.
    Person,
    /// A group, an account, a site.
    Channel,
    /// A cohort.
    Cohort,
}

/// Where something stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TablePlace {
    /// The sheet; none of a text.
    pub sheet: Option<String>,
    /// The row, or the line.
    pub row: usize,
}

/// An item.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedItem {
    /// What it is.
    pub kind: ImportKind,
    /// What it is called.
    pub title: String,
    /// When it is.
    pub when: ImportedWhen,
    /// What else is said of it, in the order of the columns.
    pub fields: Vec<(ImportColumn, String)>,
    /// Where it was read.
    pub places: Vec<TablePlace>,
    /// Dates of its phrase that are elsewhere, or nowhere.
    pub moved: Vec<MovedDate>,
    /// Which date it is of what, where this program wrote it.
    pub own: Option<OwnDate>,
}

impl ImportedItem {
    /// What a column says of it.
    pub fn field(&self, column: ImportColumn) -> Option<&str> {
        self.fields.iter().find(|(known, _)| *known == column).map(|(_, value)| value.as_str())
    }
}

/// When an item is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ImportedWhen {
    /// Nothing is said.
    #[default]
    Unknown,
    /// A phrase of `when`, and the days between which it holds.
    Phrase {
        /// How often, and at what time.
        cadence: Box<Cadence>,
        /// The first day.
        from: Option<Day>,
        /// The last day.
        until: Option<Day>,
    },
    /// Single dates, in order.
    Dates(Vec<ImportedDate>),
}

/// A single date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportedDate {
    /// The first day.
    pub day: Day,
    /// The last day, where it is another.
    pub last: Option<Day>,
    /// The time; none: all day.
    pub time: Option<TimeRange>,
}

/// A date of an item in a calendar that this program wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDate {
    /// Its UID.
    pub uid: String,
    /// What of its plan the UID names: the item, and which of several on the day.
    pub item: String,
    /// The day on which the item's pattern puts it.
    pub original: Day,
    /// Whether it was cancelled.
    pub is_cancelled: bool,
}

impl OwnDate {
    /// By its UID; none where that is no UID of this program, or that of a step.
    pub(super) fn of(uid: &str, is_cancelled: bool) -> Option<Self> {
        let (original, part) = (day_of(uid)?, part(uid)?);
        let is_event = part.is_empty() || part.parse::<u32>().is_ok();
        let item = format!("{}/{part}", item_of(uid).unwrap_or_default());
        is_event.then(|| Self { uid: uid.to_owned(), item, original, is_cancelled })
    }
}

/// A date that is not where the phrase has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedDate {
    /// Where the phrase has it.
    pub on: Day,
    /// Where it is; none: it does not take place.
    pub to: Option<ImportedDate>,
}

/// Something that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    /// Where.
    pub place: TablePlace,
    /// The header of its column.
    pub column: Option<String>,
    /// What stands there.
    pub cell: String,
    /// Why, and what to write instead.
    pub why: Text,
}
