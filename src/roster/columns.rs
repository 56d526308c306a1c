//! What the table looks like: its columns, and the signs with a meaning of their own.

/// The columns, in order.
pub(crate) const COLUMNS: [&str; 11] =
    ["uid", "item", "original", "start", "end", "zone", "lead", "staff", "status", "sequence", "published"];

/// The column of those who were told and are released; it is there only where somebody is.
pub(crate) const RELEASED: &str = "released";

/// The column of what the plan says of dates that are otherwise on purpose; it is there only where there are such dates.
pub(crate) const INSTEAD_OF: &str = "instead_of";

/// The column of the days that were original in between, of what has been moved with its item more than once; it is there
/// only where there is such a date.
pub(crate) const MOVED_FROM: &str = "moved_from";

/// The columns that are there only where they say something.
pub(crate) const OPTIONAL: [&str; 3] = [RELEASED, INSTEAD_OF, MOVED_FROM];

/// What `instead_of` has where the plan has no such date.
pub(crate) const NOTHING: &str = "none";

/// What the first row has in the place of a UID.
pub(crate) const WHOLE: &str = "*";

/// Before a cell that a spreadsheet would take for a formula.
pub(crate) const MARK: char = '\'';

/// A cell that a spreadsheet would take for a formula becomes text by its mark; so does one that begins with the mark, or
/// whose spaces would be lost.
pub(crate) fn harmless(cell: &str) -> String {
    let is_risky = cell.starts_with(['=', '+', '-', '@', MARK]) || cell.trim() != cell;
    if is_risky { format!("{MARK}{cell}") } else { cell.to_owned() }
}

/// What a cell says, without its mark.
pub(crate) fn unmarked(cell: &str) -> &str {
    match cell.trim_start().strip_prefix(MARK) {
        Some(marked) => marked,
        None => cell.trim(),
    }
}
