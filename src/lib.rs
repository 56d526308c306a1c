//! Community plans as one text file: typed, linted, scheduled, worked from.
//!
//! The map. Data flows one way, and a room imports only rooms to its left (a test holds it):
//!
//! `language ← value ← knowledge ← human_date ← finding ← cadence ← source ← library ← plan ← calendar ← rules,
//! checklist ← amend ← interview ← render ← cli`
//!
//! | room | what it is for |
//! |---|---|
//! | [`language`] | the two languages as a value; texts that cannot lack a half |
//! | [`value`] | days, times, lengths, amounts, shares, offsets, names: parsed and printed |
//! | [`knowledge`] | dated facts with sources: holidays, lunar days, platform limits, law, glossary |
//! | [`human_date`] | dates, days in a row, months and moments as people type them |
//! | [`finding`] | findings, places, facts, edits as data |
//! | [`cadence`] | the words of `when` |
//! | [`source`] | one file's text: tree, places, edits; how a vocabulary is declared |
//! | [`library`] | SOPs, starters, checklists: built in, and the user's own |
//! | [`plan`] | every table of a plan, typed and checked against itself |
//! | [`calendar`] | occurrences, holidays, changes, tasks, people |
//! | [`rules`] | what a plan lacks, and where it contradicts itself |
//! | [`checklist`] | what is to be done, and what people wrote into it |
//! | [`amend`] | what an edit does: a request, its edits, their effect |
//! | [`interview`] | questions as rows, answers as data, and the edits that follow from them |
//! | [`render`] | everything shown, a file a format |
//! | [`cli`] | arguments, files, clock, terminal |
pub mod amend;
pub mod cadence;
pub mod calendar;
pub mod checklist;
pub mod cli;
pub mod finding;
pub mod human_date;
pub mod interview;
pub mod knowledge;
pub mod language;
pub mod library;
pub mod plan;
pub mod render;
pub mod rules;
pub mod source;
pub mod value;
