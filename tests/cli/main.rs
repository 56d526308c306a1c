//! The command line, run as a person would: real files in a folder of its own, both languages, exit codes.
#![allow(clippy::disallowed_methods)] // tests touch files

mod acceptance;
mod add;
mod bad_input;
mod brief;
mod calculations;
mod checklist;
mod clock;
mod copy;
mod days;
mod difference;
mod document;
mod done;
mod edits;
mod exports;
mod extremes;
mod fix;
mod formats;
mod help;
mod holds_still;
mod holidays;
mod import;
mod jobs;
mod kit;
mod lasting;
mod many;
mod names;
mod other_tools;
mod own;
mod pack;
mod pages;
mod past;
mod publish;
mod record;
mod refusals;
mod remove;
mod rename;
mod review;
mod review_pages;
mod rota;
mod round_trip;
mod shown;
#[cfg(unix)]
mod suggestions;
mod team_week;
mod together;
mod typed_in_vain;
mod typed_values;
mod undo;
#[cfg(unix)]
mod unwritten;
mod why;
mod worldwide;
mod year;
#[cfg(unix)]
mod young;
