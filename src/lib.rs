//! Community plans as one text file: typed, linted, scheduled, worked from.
//!
//! The program `qun` is one user of this library. From the text of a plan to its findings and its calendar:
//!
//! ```
//! use qun::{Community, Day, Language};
//!
//! let text = "[community]\nname = \"Club\"\n[[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n";
//! let community = Community::parse(text);
//!
//! // what is missing, or contradicts itself
//! let outcome = community.lint("2026-11-29".parse()?);
//! for finding in &outcome.findings {
//!     println!("{}: {}", finding.rule.id, finding.message(Language::En));
//! }
//! assert!(outcome.findings.iter().any(|finding| finding.rule.id == "positioning/no-motive"));
//!
//! // a month
//! let [first, last]: [Day; 2] = ["2026-12-01".parse()?, "2026-12-31".parse()?];
//! let december = community.calendar(first, last)?;
//! assert_eq!(december.entries.len(), 5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The map
//!
//! Data flows one way, and a module uses only modules to its left (a test holds it):
//!
//! `language ← value ← knowledge ← human_date ← finding ← table ← returned ← cadence ← import ← source ← library, roster ← records ←
//! metrics ← review ← plan ← calendar ← planned ← rules, checklist ← community ← amend ← interview ← render ← document ← cli`
//!
//! | module | what it is for |
//! |---|---|
//! | [`language`] | the two languages as a value; texts that cannot lack a half |
//! | [`value`] | days, times, lengths, amounts, shares, offsets, names: parsed and printed |
//! | [`knowledge`] | dated facts with sources: holidays, lunar days, platform limits, law, glossary |
//! | `human_date` | dates, days in a row, months and moments as people type them |
//! | [`finding`] | findings, places, arguments, edits as data |
//! | `table` | workbooks and text with separators as rows of cells |
//! | `returned` | a calendar's table that people filled in: what happened to which entry |
//! | `cadence` | the words of `when` |
//! | `import` | tables and calendars of other programs as items |
//! | `source` | the text of one file: tree, places, edits; how a vocabulary is declared |
//! | `library` | SOPs, starters, checklists: built in, and the user's own |
//! | `roster` | what people have been told: the occurrences that were published |
//! | `records` | what happened: readings, and exports read into counted facts |
//! | `metrics` | what is measured, exactly: definitions, figures, tests of differences |
//! | `review` | what was planned and what happened, side by side, and what follows |
//! | [`plan`] | every table of a plan, typed and checked against itself |
//! | [`calendar`] | occurrences, holidays, changes, tasks, people |
//! | `planned` | what a plan asks a review to look at |
//! | [`rules`] | what a plan lacks, and where it contradicts itself |
//! | [`checklist`] | what is to be done, and what people wrote into it |
//! | [`community`] | a plan from its text: the front door of the library |
//! | `amend` | what an edit does: a request, its edits, their effect |
//! | `interview` | questions as rows, answers as data, and the edits that follow from them |
//! | `render` | everything shown, one file per format |
//! | `document` | texts to paste, from templates |
//! | `cli` | arguments, files, clock, terminal |
//!
//! What is re-exported here, and what its types show, is the library. The modules that are not in the documentation are
//! open to the program's own tests, benches and fuzz targets only, and may change with any version.
#[doc(hidden)]
pub mod amend;
#[doc(hidden)]
pub mod cadence;
pub mod calendar;
pub mod checklist;
#[doc(hidden)]
pub mod cli;
pub mod community;
#[doc(hidden)]
pub mod document;
pub mod finding;
#[doc(hidden)]
pub mod human_date;
#[doc(hidden)]
pub mod import;
#[doc(hidden)]
pub mod interview;
pub mod knowledge;
pub mod language;
#[doc(hidden)]
pub mod library;
#[doc(hidden)]
pub mod metrics;
pub mod plan;
#[doc(hidden)]
pub mod planned;
#[doc(hidden)]
pub mod records;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod returned;
#[doc(hidden)]
pub mod review;
#[doc(hidden)]
pub mod roster;
pub mod rules;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod table;
pub mod value;

pub use calendar::{Calendar, Entry};
pub use cli::run;
pub use community::Community;
pub use finding::{Finding, Level};
pub use language::Language;
pub use plan::Plan;
pub use rules::LintOutcome;
pub use value::{Day, Month};
