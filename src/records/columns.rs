//! What the table of readings looks like.

/// The columns, in order.
pub(super) const COLUMNS: [&str; 14] = [
    "id", "recorded", "from", "to", "subject", "arm", "metric", "value", "of", "unit", "by", "source", "replaces",
    "note",
];

/// The columns without which no line can be read; the others may be missing.
pub(super) const NEEDED: [&str; 4] = ["to", "subject", "metric", "value"];
