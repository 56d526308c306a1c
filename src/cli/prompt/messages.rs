//! The texts around a question, and their colours.

use anstyle::{AnsiColor, Style};

use super::super::wrap::fit;
use super::terminal;
use crate::finding::Literal;
use crate::interview::{AnswerChoice, AnswerKind, Heading, Prompt};
use crate::knowledge::glossary::Term;
use crate::language::{Language, Text};
use crate::render::clean;
use crate::rules::BreakEven;
use crate::value::NoAnswer;

pub(super) const NO_TERMINAL: Text = Text::new(
    "这里没有终端，不能提问；请用 --template 模板名 --yes（全部采用默认），或 --answers 文件（回答写在文件里）",
    "there is no terminal to ask on; use --template NAME --yes for the defaults, or --answers FILE with the answers",
);
pub(super) const STOPPED: Text = Text::new(
    "已停下，答过的都留着；再运行一次同样的命令就接着问。",
    "Stopped; what you answered is kept. Run the same command again to go on.",
);
pub(crate) const LEFT_AS_IT_IS: Text = Text::new(
    "什么都没动；再运行一次同样的命令就接着问。",
    "Nothing was changed. Run the same command again to go on.",
);
pub(super) const NOTHING_ADDED: Text = Text::new("已停下，什么都没有写。", "Stopped; nothing was written.");
pub(super) const FIRST: Text = Text::new("这已经是第一个问题。", "This is the first question.");
pub(super) const BACK: Text = Text::new("< 上一题", "< back");
pub(super) const GO_BACK: Text =
    Text::new("  输入 < 回去改；没错就接着答。", "  Type < to go back and change it, or carry on.");
pub(super) const HELP: Text = Text::new("? 说明", "? help");
pub(super) const LATER: Text = Text::new("- 以后再说", "- later");
const SKIP_KEYS: Text = Text::new("直接回车先空着", "Enter to leave it open");
const NONE_KEYS: Text = Text::new("没有就写“没有”", "\"none\" if you have none");
pub(super) const WE_HAVE_NONE: Text = Text::new("- 我们没有", "- we have none");
const DONE_WITHOUT: Text = Text::new("记下：不需要", "noted: you do without it");
const LEFT_OPEN: Text = Text::new("先空着，以后再说", "left for later");
const TYPE_KEYS: Text = Text::new("? 说明，< 或 Esc 上一题", "? for help, < or Esc to go back");
const LINES_KEYS: Text =
    Text::new("空行结束；? 说明，< 或 Esc 上一题", "an empty line ends; ? for help, < or Esc to go back");
pub(super) const LINES_SO_FAR: Text = Text::new(
    "  回车确认；写序号改或清空那一行；也可以接着写",
    "  Enter to accept; a number to edit or empty that line; or go on",
);
pub(super) const EDIT_KEYS: Text = Text::new(
    "  左右键改这一行，重新打字就换掉它，直接回车就清空",
    "  Arrow keys edit the line, typing replaces it, Enter clears it",
);
pub(super) const CLEARED: Text = Text::new("  清空了；再回车就先空着", "  Cleared; Enter again leaves it open");
const PLAIN_KEYS: Text = Text::new("? 说明，< 上一题", "? for help, < to go back");
const KEEP_KEYS: Text = Text::new("直接回车就用：{default}", "Enter to keep: {default}");
const LIST_KEYS: Text =
    Text::new("上下键选，回车确定，? 说明，Esc 上一题", "arrows to move, Enter to choose, ? for help, Esc to go back");
const FIND_KEYS: Text = Text::new("打字筛选，回车确定，Esc 上一题", "type to filter, Enter to choose, Esc to go back");
const MARK_KEYS: Text = Text::new(
    "空格勾选，a 全选，回车确定，? 说明，Esc 上一题",
    "Space to mark, a for all, Enter to go on, ? for help, Esc to go back",
);

const NUMBER_KEYS: Text =
    Text::new("输入序号，回车用打 * 的，< 上一题", "type a number, Enter keeps the one with *, < to go back");
pub(super) const NOTHING: Text = Text::new("至少选一个", "choose at least one");
const NUMBERS_KEYS: Text = Text::new(
    "输入序号，如 1,3，或 all 全选；回车留着打 * 的，< 上一题",
    "type numbers, such as 1,3, or all; Enter keeps those with *, < to go back",
);

/// More choices than this are found by typing.
pub(super) const MANY: usize = 15;

/// Between a choice and its description.
pub(super) const COLON: Text = Text::new("：", ": ");

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub(super) fn dim(text: &str) -> String {
    format!("{DIM}{}{DIM:#}", fit(text, 0))
}

/// Progress and question; why it matters.
pub(crate) fn heading(ask: &Prompt) -> Vec<String> {
    let language = ask.language;
    let progress = match &ask.chapter {
        Some(Heading { name, number, count }) if ask.is_by_chapter => {
            format!("{number}/{count} {} {}/{}", name.get(language), ask.step, ask.steps)
        }
        Some(Heading { name, .. }) => format!("{}/{} {}", ask.step, ask.steps, name.get(language)),
        None => format!("{}/{}", ask.step, ask.steps),
    };
    let question = fit(&format!("{progress}  {}", clean(&ask.text)), 0);
    vec![
        String::new(),
        format!("{DIM}{progress}{DIM:#}{BOLD}{}{BOLD:#}", question.strip_prefix(&progress).unwrap_or(&question)),
        dim(ask.question.why.get(language)),
    ]
}

/// The heading of a question, and how it is answered.
pub(super) fn header(ask: &Prompt) -> Vec<String> {
    let (language, mut lines) = (ask.language, heading(ask));
    let is_dumb = terminal::is_dumb();
    let keys = match ask.question.kind {
        AnswerKind::Several(_) => {
            lines.push(dim(ask.question.help.get(language)));
            (if is_dumb { NUMBERS_KEYS } else { MARK_KEYS }).get(language).to_owned()
        }
        AnswerKind::Choice(_) | AnswerKind::YesNo if is_dumb => NUMBER_KEYS.get(language).to_owned(),
        AnswerKind::Choice(_) if ask.choices.len() > MANY => FIND_KEYS.get(language).to_owned(),
        AnswerKind::Choice(_) | AnswerKind::YesNo => LIST_KEYS.get(language).to_owned(),
        _ => {
            let kept = ask
                .default_text()
                .filter(|default| !default.is_empty())
                .map(|default| KEEP_KEYS.fill(language, |name| (name == "default").then(|| clean(&default))));
            let separator = Text::new("；", "; ").get(language);
            let skip = ask.is_optional.then(|| SKIP_KEYS.get(language).to_owned());
            let none = ask.may_be_none.then(|| NONE_KEYS.get(language).to_owned());
            let first: Vec<String> = kept.or(skip).into_iter().chain(none).collect();
            let first = Some(first.join(separator)).filter(|first| !first.is_empty());
            let other = match is_dumb {
                _ if ask.question.kind.takes_lines() => LINES_KEYS,
                true => PLAIN_KEYS,
                false => TYPE_KEYS,
            };
            let other = other.get(language);
            let keys: Vec<&str> = first.as_deref().into_iter().chain([other]).collect();
            let line = keys.join(separator);
            if fit(&line, 0).contains('\n') {
                // a long answer leaves the keys a line of their own
                lines.extend(first.as_deref().map(dim));
                other.to_owned()
            } else {
                line
            }
        }
    };
    if ask.question.kind.is_shown_by_example() {
        lines.push(dim(ask.question.help.get(language)));
    }
    lines.push(dim(&keys));
    lines
}

/// What was chosen, again in one line.
pub(super) fn chosen(ask: &Prompt, value: &Literal) -> String {
    if matches!(value, Literal::List(values) if values.is_empty()) {
        let words =
            Text::new("> 一项都没勾，先空着；输入 < 可以回来", "> nothing marked, left open; < comes back to it");
        return words.get(ask.language).to_owned();
    }
    fit(&format!("> {}", clean(&ask.shown(value))), 2)
}

/// What was understood, where it differs from what was typed: a kept answer, a date, each of the names.
pub(super) fn taken(ask: &Prompt, typed: &str, value: Option<&Literal>) -> Option<String> {
    let language = ask.language;
    let said = |words: Text| Some(dim(&format!("  {}", words.get(language))));
    match NoAnswer::meant(typed) {
        Some(NoAnswer::None) if value.is_some() && ask.may_be_none => return said(DONE_WITHOUT),
        Some(NoAnswer::Later) if value.is_none() => return said(LEFT_OPEN),
        _ => {}
    }
    let value = value.or(ask.default.as_ref())?;
    let shown = clean(&ask.shown(value));
    let words = match (value, ask.question.kind) {
        _ if typed.is_empty() => Text::new("沿用：{value}", "kept: {value}"),
        _ if typed != shown => Text::new("记为：{value}", "understood as: {value}"),
        _ => return None,
    };
    let line = words.fill(language, |_| Some(shown.clone()));
    Some(dim(&format!("  {line}"))).filter(|_| !shown.is_empty())
}

/// How many buyers cover the costs, and whether so many are expected.
pub(super) fn break_even(sum: &BreakEven, language: Language) -> String {
    let words = match sum.expected.map(i64::from) {
        None => Text::new(
            "够本要 {buyers} 人买：固定成本 {fixed} ÷ 每人留下 {margin}",
            "you break even with {buyers} buyers: {fixed} fixed costs ÷ {margin} left from each",
        ),
        Some(expected) if expected >= sum.buyers => Text::new(
            "够本要 {buyers} 人买，预计 {expected} 人：够了（固定成本 {fixed} ÷ 每人留下 {margin}）",
            "you break even with {buyers} buyers and expect {expected}: enough ({fixed} fixed costs ÷ {margin} left from each)",
        ),
        Some(_) => Text::new(
            "够本要 {buyers} 人买，预计只有 {expected} 人：不够（固定成本 {fixed} ÷ 每人留下 {margin}）",
            "you break even with {buyers} buyers but expect only {expected}: too few ({fixed} fixed costs ÷ {margin} left from each)",
        ),
    };
    let line = words.fill(language, |name| {
        Some(match name {
            "buyers" => sum.buyers.to_string(),
            "expected" => sum.expected.unwrap_or_default().to_string(),
            "fixed" => sum.fixed.to_string(),
            _ => sum.margin.to_string(),
        })
    });
    dim(&format!("  {line}"))
}

/// A line in bold.
pub(super) fn bold(text: &str) -> String {
    format!("{BOLD}{}{BOLD:#}", fit(text, 0))
}

/// The help of a question, and what `qun explain` says of the word that it is about.
pub(super) fn help(ask: &Prompt) -> String {
    let language = ask.language;
    let described = ask.choices.iter().filter(|choice| !choice.about.is_empty());
    let line = |choice: &AnswerChoice| {
        fit(&format!("  {}{}{}", clean(&choice.name), COLON.get(language), clean(&choice.about)), 4)
    };
    let about = |word: &'static Term| {
        let words = Text::new("{word}：{meaning}", "{word}: {meaning}");
        let fact =
            |name: &str| if name == "word" { word.title(language) } else { word.meaning.get(language).to_owned() };
        fit(&words.fill(language, |name| Some(fact(name))), 0)
    };
    let word = ask.question.word().map(about);
    let lines = std::iter::once(fit(ask.question.help.get(language), 0)).chain(described.map(line)).chain(word);
    lines.collect::<Vec<_>>().join("\n")
}

/// What is wrong with an answer.
pub(super) fn refused(message: &str) -> String {
    let red = AnsiColor::Red.on_default();
    format!("{red}{}{red:#}", fit(&clean(message), 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{Interview, Mode};
    use crate::language::Language;
    use crate::library::Library;

    #[test]
    fn every_question_has_its_progress_and_its_keys() {
        let library = Library::default();
        for language in Language::ALL {
            let day = "2026-11-23".parse().expect("a day");
            let mut interview = Interview::new(&library, Mode::Quick, language, day);
            let mut step = 0;
            while let Some(ask) = interview.next() {
                let lines = header(&ask);
                assert!(lines[1].contains(&format!("{}/{}", ask.step, ask.steps)), "{lines:?}");
                assert!(ask.step >= step && ask.step <= ask.steps && lines.len() >= 4);
                step = ask.step;
                interview.answer("").expect("the default");
            }
        }
    }
}
