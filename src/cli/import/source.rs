//! The files that are imported, as tables or as text of a calendar.

use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::cli::files;
use crate::import::{ImportProblem, Imported, correct, import_ics, import_tables, settle_dates};
use crate::language::{Language, Text};
use crate::render::clean;
use crate::source::MAX_BYTES;
use crate::table::{self, Encoding, ReadTable, TableError};
use crate::value::{Day, DayAndMonth};

/// A file that is imported.
pub(in crate::cli) struct ImportSource {
    path: PathBuf,
    content: ImportContent,
}

enum ImportContent {
    Tables(Vec<ReadTable>, Encoding),
    Calendar(String),
}

impl ImportSource {
    /// Reads a file: a calendar where it begins as one, else tables. Which of day and month comes first in their dates may be
    /// told; else it is taken from the dates of a column that can be read in one way only.
    pub(in crate::cli) fn read(path: &Path, dates: Option<DayAndMonth>) -> Result<Self, Failure> {
        let bytes = files::bytes(path)?;
        let refused = |error: TableError| Failure::at(path, error.text());
        if bytes.len() > MAX_BYTES {
            return Err(refused(TableError::TooLarge));
        }
        let text = std::str::from_utf8(&bytes).ok().map(|text| text.trim_start_matches('\u{feff}'));
        let is_calendar =
            |text: &&str| text.trim_start().get(..15).is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR"));
        let content = match text.filter(is_calendar) {
            Some(text) => ImportContent::Calendar(text.to_owned()),
            None => {
                let (mut tables, encoding) = table::read(&bytes).map_err(refused)?;
                settle_dates(&mut tables, dates);
                ImportContent::Tables(tables, encoding)
            }
        };
        Ok(Self { path: path.to_owned(), content })
    }

    fn understood(&self, today: Day) -> Imported {
        match &self.content {
            ImportContent::Tables(tables, _) => import_tables(tables, today),
            ImportContent::Calendar(text) => import_ics(text, today),
        }
    }

    /// How a text was encoded, where that had to be found out.
    pub(in crate::cli) fn read_as(&self, language: Language) -> Option<String> {
        let name = match self.content {
            ImportContent::Tables(_, Encoding::Gbk) => "GBK",
            ImportContent::Tables(_, Encoding::Utf16) => "UTF-16",
            _ => return None,
        };
        let path = clean(&self.path.display().to_string());
        Some(
            Text::new("{path} 按 {name} 读取", "{path} was read as {name}")
                .fill(language, |fact| Some(if fact == "name" { name.to_owned() } else { path.clone() })),
        )
    }

    /// What of it was not understood and could be written otherwise.
    pub(in crate::cli) fn problems(&self, today: Day) -> Vec<ImportProblem> {
        match &self.content {
            ImportContent::Tables(..) => self.understood(today).problems,
            ImportContent::Calendar(_) => Vec::new(),
        }
    }

    /// Writes a cell otherwise, here only; whether there is such a cell.
    pub(in crate::cli) fn correct(&mut self, problem: &ImportProblem, text: &str) -> bool {
        match &mut self.content {
            ImportContent::Tables(tables, _) => correct(tables, problem, text),
            ImportContent::Calendar(_) => false,
        }
    }
}

/// What all files hold; where there are several, places name their file.
pub(in crate::cli) fn imported(sources: &[ImportSource], today: Day) -> Imported {
    let mut all = Imported::default();
    for source in sources {
        let Imported { mut items, mut problems } = source.understood(today);
        if sources.len() > 1 {
            let name = source.path.display().to_string();
            let places = items.iter_mut().flat_map(|item| &mut item.places);
            for place in places.chain(problems.iter_mut().map(|problem| &mut problem.place)) {
                place.sheet = Some(match &place.sheet {
                    Some(sheet) => format!("{name} · {sheet}"),
                    None => name.clone(),
                });
            }
        }
        all.items.append(&mut items);
        all.problems.append(&mut problems);
    }
    all
}
