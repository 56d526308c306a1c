//! What of a calendar's table that came back is no reading, and what could not be placed.

use crate::language::{Language, Text};
use crate::returned::{FaultyRow, Misplaced, Outcome, ReturnedRow, RowFault};

/// A row that was not taken, with everything in it.
pub fn returned_fault(fault: &FaultyRow, language: Language) -> String {
    let why = match &fault.fault {
        RowFault::Misplaced(Misplaced::Contradiction) => {
            Text::new("标题、日期和编号对不上", "its title, its date and its id do not match")
        }
        RowFault::Misplaced(Misplaced::Ambiguous) => {
            Text::new("有几项同名同日，分不清是哪项", "several entries have this title and day")
        }
        RowFault::Misplaced(Misplaced::Unknown) => Text::new("计划里没有这一项", "the plan has no such entry"),
        RowFault::Conflict => Text::new("同一项有两行，写的不一样", "two rows of one entry say different things"),
        RowFault::Unclear(_) => Text::new("看不懂“{cell}”", "cannot read \"{cell}\""),
    };
    let cell = if let RowFault::Unclear(cell) = &fault.fault { cell.as_str() } else { "" };
    let why = why.fill(language, |_| Some(cell.to_owned()));
    let words = Text::new("第 {row} 行没有记：{why}（{words}）", "row {row} not recorded: {why} ({words})");
    words.fill(language, |fact| {
        Some(match fact {
            "row" => fault.row.to_string(),
            "why" => why.clone(),
            _ => fault.words.clone(),
        })
    })
}

/// What a row says that readings do not hold, with the command that does; a note is held by a reading beside it.
pub fn returned_hint(row: &ReturnedRow, has_reading: bool, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(person) = &row.person {
        let words = Text::new(
            "写的负责人是{name}，和计划不同；换人用 qun change --person",
            "the person is {name}, not the one of the plan; qun change --person writes that down",
        );
        lines.push(words.fill(language, |_| Some(person.clone())));
    }
    match row.outcome {
        Some(Outcome::Cancelled) => {
            let words = Text::new(
                "写的是取消；取消用 qun change --cancel",
                "it says cancelled; qun change --cancel writes that down",
            );
            lines.push(words.get(language).to_owned());
        }
        Some(Outcome::NotDone) => lines.push(Text::new("写的是没做", "it says not done").get(language).to_owned()),
        Some(Outcome::Done) | None => {}
    }
    if let Some(note) = row.notes.as_ref().filter(|_| !has_reading) {
        let words = Text::new(
            "有备注“{note}”，没有勾也没有人数，没有记",
            "the note \"{note}\" has neither a tick nor a number beside it and was not recorded",
        );
        lines.push(words.fill(language, |_| Some(note.clone())));
    }
    lines
}
