//! Chinese words for where a day off moves to: 遇休息日顺延, 遇周末提前到前一个工作日.

use super::super::pattern::Roll;
use super::separators::skip_fillers;
use crate::value::Cursor;

/// What a day is that is none of work.
pub(in super::super) const OFF: &[&str] = &[
    "法定节假日",
    "节假日",
    "休息日",
    "非工作日",
    "双休日",
    "周末",
    "假日",
    "假期",
    "放假",
    "放假日",
    "或者",
    "或",
    "和",
    "、",
    "/",
];

/// The workday that stands in; none where nothing of the kind lies ahead.
pub(super) fn read(s: &mut Cursor<'_>) -> Option<Roll> {
    const MOVES: &[(&str, Option<Roll>)] = &[
        ("顺延", Some(Roll::After)),
        ("推迟", Some(Roll::After)),
        ("延后", Some(Roll::After)),
        ("后延", Some(Roll::After)),
        ("往后", Some(Roll::After)),
        ("推后", Some(Roll::After)),
        ("提前", Some(Roll::Before)),
        ("往前", Some(Roll::Before)),
        ("前移", Some(Roll::Before)),
        ("就近", Some(Roll::Nearest)),
        ("改", None),
        ("调整", None),
        ("移", None),
        ("挪", None),
        ("取", None),
    ];
    const WORKDAYS: &[(&str, Option<Roll>)] = &[
        ("下一个工作日", Some(Roll::After)),
        ("下个工作日", Some(Roll::After)),
        ("后一个工作日", Some(Roll::After)),
        ("后一工作日", Some(Roll::After)),
        ("次一工作日", Some(Roll::After)),
        ("前一个工作日", Some(Roll::Before)),
        ("前一工作日", Some(Roll::Before)),
        ("上一个工作日", Some(Roll::Before)),
        ("上个工作日", Some(Roll::Before)),
        ("最近的工作日", Some(Roll::Nearest)),
        ("最近一个工作日", Some(Roll::Nearest)),
        ("就近工作日", Some(Roll::Nearest)),
        ("工作日", None),
    ];
    let of = |s: &mut Cursor<'_>, table: &[(&str, Option<Roll>)]| {
        table.iter().find(|(word, _)| s.eat(word)).map(|(_, roll)| *roll)
    };
    let mut ahead = *s;
    skip_fillers(&mut ahead);
    let is_other = ahead.eat("否则");
    ahead.eat_any(&["如果", "如", "若"]);
    let meets = ["碰到", "遇到", "遇上", "遇", "逢", "赶上", "是", "不是工作日"];
    let is_conditional = ahead.eat_any(&meets);
    while is_conditional && ahead.eat_any(OFF) {}
    while ahead.eat_any(&["的话", "则", " ", ","]) || !ahead.rest().starts_with("就近") && ahead.eat("就") {}
    if !is_other && !is_conditional {
        return None;
    }
    let moves = of(&mut ahead, MOVES);
    while ahead.eat_any(&["到", "至", "为", "在", " "]) {}
    let roll = match (moves, of(&mut ahead, WORKDAYS)) {
        (_, Some(Some(roll))) | (Some(Some(roll)), _) => roll,
        _ => return None,
    };
    ahead.eat_any(&["举行", "进行"]);
    *s = ahead;
    Some(roll)
}
