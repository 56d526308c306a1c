//! What lint found as a workbook: one row a finding, over any number of plans, to sort, filter and hand out.

use super::Linted;
use crate::finding::Level;
use crate::language::{Language, Text};
use crate::render::clean;
use crate::render::workbook::{
    ColumnUse, RowLook, WorkbookCell, WorkbookColumn, WorkbookError, WorkbookRow, WorkbookSheet, WorkbookTable,
    workbook,
};
use crate::value::Day;

/// The findings of many plans, gathered one by one.
#[derive(Debug, Default)]
pub struct FindingsBook {
    findings: Vec<WorkbookRow>,
    plans: Vec<WorkbookRow>,
    coverage: Vec<WorkbookRow>,
}

impl FindingsBook {
    /// Adds a plan, or a table beside one.
    pub fn add(&mut self, file: &Linted<'_>, language: Language) {
        let path = || WorkbookCell::text(clean(&file.path));
        let positions = file.positions();
        for shown in file.shown(&positions) {
            let finding = shown.finding;
            self.findings.push(row(vec![
                path(),
                WorkbookCell::text(finding.level.name().get(language)),
                WorkbookCell::text(clean(&finding.message(language))),
                WorkbookCell::text(clean(&finding.known_help(language).unwrap_or_default())),
                WorkbookCell::Number(shown.start.line as f64),
                WorkbookCell::text(clean(&finding.place.path.to_string())),
                WorkbookCell::text(finding.rule.id),
                WorkbookCell::Blank,
                WorkbookCell::Blank,
            ]));
        }
        if !file.is_plan {
            return;
        }
        let count = |level| WorkbookCell::Number(file.count(level) as f64);
        let counts = [Level::Error, Level::Warning, Level::Advice].map(count);
        let mut cells = vec![path(), WorkbookCell::Number(f64::from(file.outcome.score))];
        cells.extend(counts);
        self.plans.push(row(cells));
        for covered in &file.outcome.coverage {
            self.coverage.push(row(vec![
                path(),
                WorkbookCell::text(covered.theme.frame.name().get(language)),
                WorkbookCell::text(covered.theme.name.get(language)),
                WorkbookCell::text(covered.extent.name().get(language)),
            ]));
        }
    }

    /// The bytes of the workbook, made on `today`.
    pub fn finish(self, today: Day, language: Language) -> Result<Vec<u8>, WorkbookError> {
        let column = |head: Text, width, use_| WorkbookColumn { head: head.get(language), width, use_ };
        let file = || column(Text::new("文件", "file"), 22, ColumnUse::Read);
        let done =
            [Text::new("改好了", "fixed"), Text::new("不改", "won't fix")].map(|word| word.get(language).to_owned());
        let table = |name: Text, columns, rows| {
            let name = name.get(language).to_owned();
            WorkbookSheet::Table(WorkbookTable { name, columns, rows, late: None })
        };
        let findings = vec![
            file(),
            column(Text::new("级别", "level"), 9, ColumnUse::Read),
            column(Text::new("问题", "finding"), 46, ColumnUse::Read),
            column(Text::new("怎么改", "how to fix"), 40, ColumnUse::Read),
            column(Text::new("行", "line"), 7, ColumnUse::Read),
            column(Text::new("位置", "key"), 20, ColumnUse::Read),
            column(Text::new("规则", "rule"), 22, ColumnUse::Read),
            column(Text::new("处理", "status"), 10, ColumnUse::Choose(done.into())),
            column(Text::new("谁来改", "who"), 12, ColumnUse::Write),
        ];
        let number = |zh, en| column(Text::new(zh, en), 9, ColumnUse::Read);
        let plans = vec![
            file(),
            number("得分", "score"),
            number("错误", "errors"),
            number("警告", "warnings"),
            number("建议", "advice"),
        ];
        let coverage = vec![
            file(),
            column(Text::new("框架", "frame"), 20, ColumnUse::Read),
            column(Text::new("主题", "theme"), 36, ColumnUse::Read),
            column(Text::new("覆盖", "coverage"), 14, ColumnUse::Read),
        ];
        let mut sheets = vec![
            table(Text::new("问题", "Findings"), findings, self.findings),
            table(Text::new("计划", "Plans"), plans, self.plans),
        ];
        if !self.coverage.is_empty() {
            sheets.push(table(Text::new("覆盖情况", "Coverage"), coverage, self.coverage));
        }
        workbook(Text::new("检查结果", "Findings").get(language), sheets, today, language)
    }
}

const fn row(cells: Vec<WorkbookCell>) -> WorkbookRow {
    WorkbookRow { cells, look: RowLook::Plain }
}
