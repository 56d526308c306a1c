//! What is wrong with an answer, or with a file of them, as data.

use std::fmt;

use std::ops::Range;

use crate::finding::{Arg, Finding};
use crate::language::{Language, Text};

/// Why an answer is not accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What was given.
    pub value: String,
    /// What is expected; completes "expected …", or is a sentence of its own where `is_whole`.
    pub want: Box<Arg>,
    /// Whether `want` is a sentence of its own.
    pub is_whole: bool,
    /// Similar answers that would be accepted.
    pub near: Vec<String>,
    /// The bytes of `value` that are wrong, where not all of it is.
    pub at: Option<Range<usize>>,
}

impl Refusal {
    pub(super) fn new(value: impl Into<String>, want: impl Into<Arg>) -> Self {
        Self { value: value.into(), want: Box::new(want.into()), is_whole: false, near: Vec::new(), at: None }
    }

    pub(super) fn near(mut self, near: impl IntoIterator<Item = String>) -> Self {
        self.near.extend(near.into_iter().filter(|near| !near.trim().is_empty()));
        self
    }

    /// The refusal in one language.
    pub fn message(&self, language: Language) -> String {
        let near = Arg::from(self.near.clone());
        let value = |name: &str| match name {
            "value" => Some(self.value.clone()),
            "want" => Some(self.want.show(language)),
            "near" => Some(near.show(language)),
            _ => None,
        };
        let text = if self.value.is_empty() {
            Text::new("{want}", "{want}")
        } else {
            match (self.is_whole, self.near.is_empty()) {
                (false, true) => Text::new("“{value}”不行，要{want}", "expected {want}, not \"{value}\""),
                (false, false) => Text::new(
                    "“{value}”不行，要{want}；比如：{near}",
                    "expected {want}, not \"{value}\"; did you mean {near}?",
                ),
                (true, true) => Text::new("“{value}”不行：{want}", "cannot use \"{value}\": {want}"),
                (true, false) => Text::new(
                    "“{value}”不行：{want}（比如：{near}）",
                    "cannot use \"{value}\": {want} (for example: {near})",
                ),
            }
        };
        text.fill(language, value)
    }
}

/// A short file of answers.
pub fn example(language: Language) -> String {
    let words = Text::new(
        "format = 1\n\n[answers]\nlanguage = \"zh-CN\"\nstarter = \"nothing\"\nname = \"夜航船读书会\"\nchannels = [\"船舱 微信群 60人\"]\npeople = [\"小雨 群主 4小时\", \"阿明 主持\"]\nactivities = [\"每周四 20:00-21:30 共读\"]\nstarts = 2027-01-05",
        "format = 1\n\n[answers]\nlanguage = \"en\"\nstarter = \"nothing\"\nname = \"Night Boat Readers\"\nchannels = [\"Cabin WhatsApp 60\"]\npeople = [\"Ana owner 4h\", \"Ben host\"]\nactivities = [\"every Thu 20:00-21:30 reading together\"]\nstarts = 2027-01-05",
    );
    words.get(language).lines().map(|line| format!("  {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// What is wrong with one answer of a file, or with the file.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswersError {
    /// The id of the question as written; none for the file itself.
    pub question: Option<String>,
    /// What is wrong.
    pub problem: AnswersProblem,
}

/// What can be wrong with answers.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswersProblem {
    /// Not TOML: the line (from 1) and what is wrong there.
    Syntax(usize, Box<Finding>),
    /// Not JSON: the line and the column (from 1).
    Json(usize, usize),
    /// Written by a newer qun.
    Newer(i64),
    /// There is no table `answers`.
    NoAnswers,
    /// An answer outside `[answers]`.
    Misplaced,
    /// `--set` without `=`.
    NoValue,
    /// There is no such question; the nearest.
    Unknown(Option<&'static str>),
    /// The answer is not accepted.
    Refused(Box<Refusal>),
}

impl AnswersError {
    /// The error in one language.
    pub fn message(&self, language: Language) -> String {
        let (text, facts): (Text, Vec<(&str, String)>) = match &self.problem {
            AnswersProblem::Syntax(line, finding) => (
                Text::new("第 {line} 行：{problem}", "line {line}: {problem}"),
                vec![("line", line.to_string()), ("problem", finding.message(language))],
            ),
            AnswersProblem::Json(line, column) => (
                Text::new(
                    "第 {line} 行第 {column} 列：不是合法的 JSON",
                    "line {line}, column {column}: not valid JSON",
                ),
                vec![("line", line.to_string()), ("column", column.to_string())],
            ),
            AnswersProblem::Newer(format) => (
                Text::new(
                    "答案文件的格式是 {format}，本版本的 qun 只懂 1；请升级 qun",
                    "the answers have format {format}, but this version of qun reads format 1; upgrade qun",
                ),
                vec![("format", format.to_string())],
            ),
            AnswersProblem::NoAnswers => (
                Text::new(
                    "文件里没有 [answers] 这张表，答案要写在它下面，例如：\n{example}",
                    "the file has no [answers] table; write the answers below it, for example:\n{example}",
                ),
                vec![("example", example(language))],
            ),
            AnswersProblem::Misplaced => {
                (Text::new("要写在 [answers] 这一行下面", "move it below the line [answers]"), Vec::new())
            }
            AnswersProblem::NoValue => (
                Text::new(
                    "要写成“问题=答案”，如 name=晨光读书会",
                    "write question=answer, for example name=Dawn Readers",
                ),
                Vec::new(),
            ),
            AnswersProblem::Unknown(Some(near)) => (
                Text::new("没有这个问题；是不是 {near}？", "no such question; did you mean {near}?"),
                vec![("near", (*near).to_owned())],
            ),
            AnswersProblem::Unknown(None) => (Text::new("没有这个问题", "no such question"), Vec::new()),
            AnswersProblem::Refused(refusal) => {
                (Text::new("{refusal}", "{refusal}"), vec![("refusal", refusal.message(language))])
            }
        };
        let message =
            text.fill(language, |name| facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact.clone()));
        match &self.question {
            Some(id) => format!("{id}{}{message}", Text::new("：", ": ").get(language)),
            None => message,
        }
    }
}

impl fmt::Display for AnswersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for AnswersError {}
