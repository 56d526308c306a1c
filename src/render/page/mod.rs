//! Pages for a browser, a phone and paper: one file each, which nothing outside is needed for and nothing reaches out of.
//!
//! Templates are `templates/pages`; a user's own of the same name comes first. All text is escaped; styles and the one script,
//! which adds buttons to copy, are known to the page's policy by their digests, so that no other runs. Without scripts a tap
//! on a text selects all of it. Must not read the clock.

mod calendar;
mod chart;
mod checklist;
mod plot;
mod report;
mod review;
mod sheets;
mod template;

pub use calendar::{PagePaper, agenda_page, month_page};
pub(super) use chart::{Chart, ChartCell, ChartRow};
pub use checklist::{ListPageItem, ListPageSection, list_page};
pub(super) use plot::{Plot, PlotDot, PlotFrame};
pub use report::{LintPageFinding, LintPageSection, PageLink, index_page, lint_page};
pub(super) use review::{ReviewPageSection, review_page};
pub use sheets::{DocumentPart, document_page, sign_in_page};
pub use template::{OwnPages, PageError};

#[cfg(test)]
mod tests;
