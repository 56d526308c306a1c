//! What became of a table that was read back into a list.

use super::clean::clean;
use crate::checklist::{RowProblem, SheetReport, UnplacedRow};
use crate::language::{Language, Text};
use crate::table::Encoding;

/// How the table was read, how many rows were taken over, and each that was not.
pub fn sheet_report(report: &SheetReport, encoding: Encoding, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    let read_as = match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16 => Some(Text::new("表格按 UTF-16 读取", "the table was read as UTF-16")),
        Encoding::Gbk => Some(Text::new("表格按 GBK 读取", "the table was read as GBK")),
    };
    lines.extend(read_as.map(|text| text.get(language).to_owned()));
    let taken = match report.added {
        0 => Text::new("表格里 {n} 行收进了清单", "{n|row|rows} of the table taken over"),
        _ => Text::new(
            "表格里 {n} 行收进了清单，另有自己加的 {added} 行",
            "{n|row|rows} of the table taken over, and {added} added by you",
        ),
    };
    lines.push(taken.fill(language, |fact| {
        Some(if fact == "added" { report.added.to_string() } else { report.placed.to_string() })
    }));
    lines.extend(report.problems.iter().map(|row| problem(row, language)));
    lines
}

fn problem(row: &UnplacedRow, language: Language) -> String {
    let words = match &row.problem {
        RowProblem::OtherList(_) => Text::new(
            "第 {row} 行“{text}”：属于另一张清单（{fact}），没有收进来",
            "row {row} \"{text}\": belongs to another checklist ({fact}), not taken over",
        ),
        RowProblem::Contradiction => Text::new(
            "第 {row} 行“{text}”：文字和编号对不上，放到了清单末尾",
            "row {row} \"{text}\": its words and its id do not match; put at the end of the list",
        ),
        RowProblem::Ambiguous => Text::new(
            "第 {row} 行“{text}”：有几件同名的事，分不清是哪件，放到了清单末尾",
            "row {row} \"{text}\": several items have these words; put at the end of the list",
        ),
        RowProblem::OtherDate(_) => Text::new(
            "第 {row} 行“{text}”：日期和计划不同（计划是 {fact}）；改日期用 qun change",
            "row {row} \"{text}\": has another date than the plan ({fact}); change dates with qun change",
        ),
        RowProblem::OtherPerson(_) => Text::new(
            "第 {row} 行“{text}”：负责人和计划不同（计划是 {fact}）；换人请改计划",
            "row {row} \"{text}\": has another person than the plan ({fact}); change people in the plan",
        ),
    };
    words.fill(language, |name| {
        Some(match name {
            "row" => row.row.to_string(),
            "text" => clean(&row.text),
            _ => match &row.problem {
                RowProblem::OtherList(name) => clean(name),
                RowProblem::OtherDate(day) => day.to_string(),
                RowProblem::OtherPerson(person) if !person.is_empty() => clean(person),
                _ => Text::new("没有人", "nobody").get(language).to_owned(),
            },
        })
    })
}
