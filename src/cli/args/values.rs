//! The values of options: words to choose from, in English or Chinese, and the errors of others.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use thiserror::Error;

use crate::amend::IfChanged;
use crate::checklist::Grouping;
use crate::finding::Level;
use crate::human_date;
use crate::language::{Language, Text};
use crate::library::TemplateKind;
use crate::render::SqlEngine;
use crate::render::calendar::{BriefForm, CsvColumn, Format};
use crate::render::page::PagePaper;
use crate::value::{Day, DayAndMonth};

/// What an option expects instead of the value that was typed.
#[derive(Debug, Clone, Copy, Error)]
#[error("{}", .0.en)]
pub(crate) struct ExpectedValue(pub Text);

/// Words to choose from, each with a Chinese one that is understood too and with its meaning.
fn one_of<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = (&'static str, &'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    let words: Vec<_> = words.into_iter().collect();
    let shown = words.iter().map(|(word, chinese, _)| PossibleValue::new(word).alias(chinese));
    PossibleValuesParser::new(shown).try_map(move |typed| {
        let meant = words.iter().find(|(word, chinese, _)| typed == *word || typed == *chinese);
        meant.map(|(_, _, value)| value.clone()).ok_or(ExpectedValue(Text::new("上面的一个词", "one of these words")))
    })
}

/// A form in which a calendar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CalendarFormat {
    /// Text.
    Text(Format),
    /// A workbook for Excel.
    Workbook,
    /// What another tool takes.
    OtherTool(OtherTool),
    /// A page with months, or with one person's days.
    Page,
    /// A page with a list of days.
    AgendaPage,
}

/// A tool that takes a calendar in a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OtherTool {
    /// The CSV that Google Calendar imports.
    GoogleCsv,
    /// Scheduled events of Discord.
    Discord,
    /// A text to post in a group.
    Announcement,
}

impl OtherTool {
    /// Its word of `--format`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::GoogleCsv => "google-csv",
            Self::Discord => "discord",
            Self::Announcement => "announcement",
        }
    }
}

/// The columns of a table, in their order.
#[derive(Debug, Clone)]
pub(crate) struct CsvColumns(pub Vec<CsvColumn>);

/// Columns by their words or headers; `usual` are those that people use, `all` is all.
pub(super) fn csv_columns(typed: &str) -> Result<CsvColumns, ExpectedValue> {
    const EXPECTED: Text = Text::new(
        "usual（常用的）、all（全部），或用逗号隔开的列：date、title、person、负责人……",
        "usual, all, or columns separated by commas, such as date,title,person",
    );
    match typed.trim() {
        "usual" | "常用" => return Ok(CsvColumns(CsvColumn::usual().to_vec())),
        "all" | "全部" => return Ok(CsvColumns(CsvColumn::all().to_vec())),
        _ => {}
    }
    let words = typed.split([',', '，', '、']).map(str::trim).filter(|word| !word.is_empty());
    let column = |word: &str| {
        let is_it = |column: &&CsvColumn| [column.word, column.head.zh, column.head.en].contains(&word);
        CsvColumn::all().iter().find(is_it).copied().ok_or(ExpectedValue(EXPECTED))
    };
    let columns = words.map(column).collect::<Result<Vec<_>, _>>()?;
    if columns.is_empty() { Err(ExpectedValue(EXPECTED)) } else { Ok(CsvColumns(columns)) }
}

impl CalendarFormat {
    /// All of them, with the words of `--format`.
    pub(crate) fn all() -> impl Iterator<Item = (&'static str, Self)> {
        let texts = Format::ALL.into_iter().map(|format| (format.word(), Self::Text(format)));
        texts.chain([("xlsx", Self::Workbook), ("html", Self::Page), ("html-agenda", Self::AgendaPage)]).chain(
            [OtherTool::GoogleCsv, OtherTool::Discord, OtherTool::Announcement]
                .map(|tool| (tool.word(), Self::OtherTool(tool))),
        )
    }

    /// The form that belongs to the ending of a file's name, without the dot; case is ignored.
    pub(crate) fn from_suffix(suffix: &str) -> Option<Self> {
        match suffix.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Workbook),
            "html" | "htm" => Some(Self::Page),
            _ => Format::from_suffix(suffix).map(Self::Text),
        }
    }
}

pub(super) fn calendar_format() -> impl TypedValueParser<Value = CalendarFormat> {
    one_of(CalendarFormat::all().map(|(word, format)| (word, word, format)))
}

pub(super) fn brief_format() -> impl TypedValueParser<Value = BriefForm> {
    one_of([("text", "文字", BriefForm::Text), ("md", "md", BriefForm::Markdown)])
}

pub(super) fn grouping() -> impl TypedValueParser<Value = Grouping> {
    one_of([("stage", "阶段", Grouping::Stage), ("person", "人", Grouping::Person), ("day", "日期", Grouping::Day)])
}

pub(super) fn template_kind() -> impl TypedValueParser<Value = TemplateKind> {
    one_of([
        ("plan", "计划", TemplateKind::Plans),
        ("sop", "流程", TemplateKind::Sops),
        ("checklist", "清单", TemplateKind::Checklists),
        ("document", "文档", TemplateKind::Documents),
    ])
}

pub(super) fn yes_or_no() -> impl TypedValueParser<Value = bool> {
    one_of([("yes", "是", true), ("no", "否", false)])
}

/// The lowest level that makes `lint` fail; none for never.
pub(super) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    one_of([
        ("error", "错误", FailOn(Some(Level::Error))),
        ("warning", "警告", FailOn(Some(Level::Warning))),
        ("advice", "建议", FailOn(Some(Level::Advice))),
        ("never", "从不", FailOn(None)),
    ])
}

/// The lowest level that makes `lint` fail; none: it never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FailOn(pub Option<Level>);

/// Which of day and month comes first in the dates of an export.
pub(super) fn date_order() -> impl TypedValueParser<Value = DayAndMonth> {
    one_of([("dmy", "日月年", DayAndMonth::DayFirst), ("mdy", "月日年", DayAndMonth::MonthFirst)])
}

/// The engine for which SQL is written.
pub(super) fn sql_engine() -> impl TypedValueParser<Value = SqlEngine> {
    one_of(SqlEngine::ALL.map(|(word, engine)| (word, word, engine)))
}

/// The paper that a page is printed on.
pub(super) fn paper() -> impl TypedValueParser<Value = PagePaper> {
    one_of([("a4", "A4", PagePaper::A4), ("a3", "A3", PagePaper::A3)])
}

/// Which week, as a number of weeks from this one.
pub(super) fn week() -> impl TypedValueParser<Value = i32> {
    one_of([("this", "本周", 0), ("next", "下周", 1)])
}

/// What becomes of published dates that the plan has otherwise now.
pub(super) fn if_changed() -> impl TypedValueParser<Value = IfChanged> {
    one_of([("move", "改", IfChanged::Move), ("cancel", "取消", IfChanged::Cancel), ("keep", "不变", IfChanged::Keep)])
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LintFormat {
    Human,
    Concise,
    Json,
    Sarif,
    Github,
    Html,
    Xlsx,
}

/// The formats of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Md,
    Text,
    Csv,
    Json,
    Xlsx,
    Html,
    // a sheet on which people sign in for an activity.
    SignIn,
}

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentFormat {
    Text,
    // a page with a button that copies each message.
    Html,
}

/// The formats of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReviewFormat {
    Text,
    Md,
    Json,
    Csv,
    Html,
    Xlsx,
}

/// For people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}

/// The formats of the list of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Text,
    Json,
    Md,
}

/// What a JSON Schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Plan,
    Lint,
    Schedule,
    Festivals,
    Checklist,
    Status,
    Edit,
    Why,
    Rules,
    Review,
    Templates,
}

pub(super) fn language(typed: &str) -> Result<Language, ExpectedValue> {
    typed.parse().map_err(|()| ExpectedValue(Text::new("zh-CN 或 en", "zh-CN or en")))
}

pub(super) fn day(typed: &str) -> Result<Day, ExpectedValue> {
    human_date::full_date(typed).map_err(|error| ExpectedValue(error.expected))
}

/// A rule or topic and its level; `off` is none.
pub(super) fn rule_level(typed: &str) -> Result<(String, Option<Level>), ExpectedValue> {
    let expected = ExpectedValue(Text::new(
        "规则=级别，级别是 error、warning、advice 或 off",
        "RULE=LEVEL, where the level is error, warning, advice or off",
    ));
    let (rule, word) = typed.split_once('=').ok_or(expected)?;
    let level = match word {
        "off" => None,
        _ => Some(Level::of_word(word).ok_or(expected)?),
    };
    Ok((rule.to_owned(), level))
}

pub(super) fn months(typed: &str) -> Result<u32, ExpectedValue> {
    let expected = ExpectedValue(Text::new("1 到 1200 的整数", "a whole number from 1 to 1200"));
    typed.parse().ok().filter(|months| (1..=1200).contains(months)).ok_or(expected)
}
