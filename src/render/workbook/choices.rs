//! What may be chosen in cells: lists on a sheet of their own, so that no name is too long or holds the separator.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Workbook, XlsxError};

use super::cell::fitted;
use super::sheet_names::SheetNames;
use crate::language::{Language, Text};

/// The lists of a workbook, each once.
#[derive(Debug)]
pub(super) struct Choices {
    sheet: String,
    lists: Vec<Vec<String>>,
    language: Language,
}

impl Choices {
    pub(super) fn new(language: Language, names: &mut SheetNames) -> Self {
        let sheet = names.unique(Text::new("选项", "Choices").get(language));
        Self { sheet, lists: Vec::new(), language }
    }

    /// A drop-down with these choices; other words may be written as well. None where there is nothing to choose.
    pub(super) fn drop_down(&mut self, choices: &[String]) -> Option<DataValidation> {
        if choices.is_empty() {
            return None;
        }
        let known = self.lists.iter().position(|list| list == choices);
        let at = known.unwrap_or_else(|| {
            self.lists.push(choices.to_vec());
            self.lists.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).ok()?);
        let range = format!("='{}'!${column}$1:${column}${}", self.sheet, choices.len());
        let rule = DataValidation::new().allow_list_formula(Formula::new(range));
        Some(rule.show_error_message(false).set_error_style(DataValidationErrorStyle::Information))
    }

    /// A whole number from 0 on.
    pub(super) fn count(&self) -> Result<DataValidation, XlsxError> {
        use rust_xlsxwriter::DataValidationRule::GreaterThanOrEqualTo;
        let words = Text::new("这里填人数：0 或更大的整数", "How many came: a whole number, 0 or more");
        let rule = DataValidation::new().allow_whole_number(GreaterThanOrEqualTo(0));
        rule.set_error_message(words.get(self.language))
    }

    /// Writes the sheet of the lists, hidden.
    pub(super) fn write(self, book: &mut Workbook) -> Result<(), XlsxError> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet();
        sheet.set_name(self.sheet)?.set_hidden(true);
        for (column, list) in (0u16..).zip(&self.lists) {
            for (row, choice) in (0u32..).zip(list) {
                sheet.write_string(row, column, fitted(choice))?;
            }
        }
        Ok(())
    }
}
