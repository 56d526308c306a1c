//! The parser's syntax errors in the words of people who have never heard of TOML, in both languages.

use std::ops::Range;

use super::fix::{self, FULL_WIDTH};
use super::position::floor;
use super::statement::{Statement, StatementKind};
use crate::finding::{Arg, Edit, Finding, KeyPath, Place, PlacePart, SYNTAX};
use crate::language::Text;

const OPEN_QUOTE: (Text, Text) = (
    Text::new("这段文字的引号没有关上", "missing closing quote"),
    Text::new("在文字末尾补上引号", "add the quote at the end of the text"),
);

/// A bracket or a quote that is opened and never closed.
pub(super) fn unclosed(text: &str, at: usize) -> Finding {
    let sign = match text[at..].chars().next() {
        Some('"' | '\'') => {
            let (problem, fix_text) = OPEN_QUOTE;
            return build(at..at + 1, problem, fix_text);
        }
        Some('{') => "}",
        _ => "]",
    };
    let problem = Text::new("这个括号一直没有关上", "this bracket is never closed");
    build(at..at + 1, problem, Text::new("在最后一个元素后面补上 `{sign}`", "add `{sign}` after the last element"))
        .with("sign", sign)
}

/// The finding for one error of the parser, within its statement.
pub(super) fn finding(text: &str, at: &Range<usize>, message: &str, statement: Option<&Statement>) -> Finding {
    let finding = describe(text, at, message, statement);
    let meant = statement.and_then(|statement| Some((statement, fix::statement(&text[statement.range.clone()])?)));
    match meant {
        Some((statement, meant)) => {
            let title = Text::new("改成合法的写法，文字不变", "write it as valid TOML; the text stays the same");
            let edit = Edit::Replace { bytes: statement.range.clone(), text: meant };
            finding.fix(title, vec![edit], true)
        }
        None => finding,
    }
}

fn describe(text: &str, at: &Range<usize>, message: &str, statement: Option<&Statement>) -> Finding {
    let whole = statement.map_or(at.clone(), |s| s.range.clone());
    if let Some((place, sign, wanted)) = full_width(text, &whole) {
        let problem = Text::new("这里用了全角符号 {sign}", "full-width {sign}");
        let fix_text = Text::new("改成半角的 {wanted}", "use the half-width {wanted}");
        return build(place..place + sign.len_utf8(), problem, fix_text)
            .with("sign", sign.to_string())
            .with("wanted", wanted);
    }
    let (problem, fix_text) = explain(message, text, at, statement);
    build(visible(text, at, &whole), problem, fix_text).with("parser", message)
}

fn build(bytes: Range<usize>, problem: Text, fix_text: Text) -> Finding {
    let place = Place { path: KeyPath::root(), part: PlacePart::Bytes(bytes) };
    Finding::new(&SYNTAX, place).with("problem", Arg::Words(problem)).with("fix", Arg::Words(fix_text))
}

/// An error between characters is shown at the character before it, so that there is something to see.
fn visible(text: &str, at: &Range<usize>, whole: &Range<usize>) -> Range<usize> {
    if at.end > at.start {
        return at.clone();
    }
    let start = at.start.min(text.len());
    match text[start..].chars().next() {
        Some(c) if !c.is_whitespace() && start < whole.end => start..start + c.len_utf8(),
        _ => floor(text, start.saturating_sub(1)).max(whole.start.min(start))..start,
    }
}

/// The first full-width sign outside of quotes.
fn full_width(text: &str, whole: &Range<usize>) -> Option<(usize, char, &'static str)> {
    let mut quote = None;
    for (at, c) in text[whole.clone()].char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(sign), _) if sign == c => quote = None,
            (None, '#') => return None,
            (None, _) => {
                if let Some((sign, wanted)) = FULL_WIDTH.iter().find(|(sign, _)| *sign == c) {
                    return Some((whole.start + at, *sign, wanted));
                }
            }
            _ => {}
        }
    }
    None
}

/// What the parser says, and what a person has to do.
fn explain(message: &str, text: &str, at: &Range<usize>, statement: Option<&Statement>) -> (Text, Text) {
    let says = |part: &str| message.contains(part);
    let is_header = statement.is_some_and(|s| s.kind == StatementKind::Header);
    let nothing_here = text.get(at.clone()).is_none_or(|t| t.trim().is_empty());
    if says("duplicate key") && is_header {
        (
            Text::new("这张表在前面已经写过了", "this table is already defined above"),
            Text::new(
                "合并成一张表；可以重复的表写成 [[双括号]]",
                "merge the two; a table that can repeat is written [[like this]]",
            ),
        )
    } else if says("duplicate key") {
        (Text::new("这个键在同一张表里写了两次", "duplicate key in this table"), Text::new("只留一个", "keep one"))
    } else if says("unclosed table") || says("unclosed array table") || (is_header && says("expected `]`")) {
        (
            Text::new("表头的方括号没有关上", "the bracket of this header is not closed"),
            Text::new("写成 [名字] 或 [[名字]]", "write [name] or [[name]]"),
        )
    } else if says("basic string") || (says("literal string") && says("invalid")) {
        OPEN_QUOTE
    } else if says("escaped value") || says("unicode") {
        (
            Text::new("反斜杠后面的字符不对", "invalid character after a backslash"),
            Text::new("要写反斜杠本身就写两个：\\\\", "write \\\\ for a backslash"),
        )
    } else if says("string values must be quoted") && nothing_here {
        (
            Text::new("等号后面缺了值", "no value after the equals sign"),
            Text::new("写上值；文字要加引号；不需要就删掉这一行", "add a value (text in quotes), or remove the line"),
        )
    } else if says("string values must be quoted") || says("invalid boolean") {
        (
            Text::new("这个值看不懂；文字要放在引号里", "cannot read this value; text goes in quotes"),
            Text::new("给文字加上双引号：\"…\"", "put the text in double quotes: \"…\""),
        )
    } else if says("key with no value") || says("missing assignment") {
        (
            Text::new("这一行缺了等号", "missing equals sign"),
            Text::new("写成 键 = 值；注释用 # 开头", "write key = value; comments start with #"),
        )
    } else if says("unquoted key") || says("missing key") {
        (
            Text::new("键的名字写法不对", "invalid key name"),
            Text::new("键只用英文字母、数字、- 和 _", "use only letters a–z, digits, - and _"),
        )
    } else if says("recurs") {
        (
            Text::new("嵌套太深了", "this is nested too deeply"),
            Text::new("计划最多嵌套四层", "plans have at most four levels"),
        )
    } else if says("comma") || says("expected `,`") {
        (
            Text::new("两个元素之间缺了逗号", "missing comma between two elements"),
            Text::new("用 , 隔开", "separate them with a comma"),
        )
    } else if says("date") || says("time") || says("month") || says("day") || says("hour") || says("minute") {
        (
            Text::new("没有这样的日期或时间", "no such date or time"),
            Text::new("写成 2026-12-24 或 2026-12-24T19:30:00", "write 2026-12-24 or 2026-12-24T19:30:00"),
        )
    } else if says("dotted key") {
        (
            Text::new("这个键已经有了别的值，不能再往里加", "this key already has another value"),
            Text::new("把几处写到一起", "write it all in one place"),
        )
    } else {
        (
            Text::new("这一行不是合法的 TOML（{parser}）", "this line is not valid TOML ({parser})"),
            Text::new("写成 键 = 值", "write key = value"),
        )
    }
}
