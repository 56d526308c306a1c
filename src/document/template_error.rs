//! What is wrong with a template: where, what, and which names are known there.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use crate::language::{Language, Text};
use crate::source::{Positions, Suggestion};

/// Why a template gives no text.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateError {
    /// The template, by its name below `documents/`.
    pub template: String,
    /// Line and column, from 1, where they are known.
    pub place: Option<(usize, usize)>,
    /// What is wrong; `{it}` is what it is about.
    text: Text,
    it: String,
    /// What was probably meant.
    pub suggestion: Option<Suggestion>,
}

impl TemplateError {
    pub(super) fn of(error: &Error, context: &Value, functions: &[String]) -> Self {
        let error = innermost(error);
        let source = error.template_source().unwrap_or_default();
        let range = error.range().filter(|range| source.get(range.clone()).is_some());
        let place = range.as_ref().map(|range| {
            let at = Positions::new(source).at(range.start);
            (at.line, at.column)
        });
        let written = range.map(|range| source[range].trim()).unwrap_or_default();
        let written = match error.kind() {
            ErrorKind::UndefinedError => unknown_part(name_of(written), context, source),
            _ => written,
        };
        let (text, it) = described(error, written);
        let suggestion = match error.kind() {
            ErrorKind::UndefinedError => Some(known_beside(written, context)),
            ErrorKind::UnknownFunction => Some(Suggestion::new(name_of(written), functions.iter().map(String::as_str))),
            _ => None,
        };
        let template = error.name().unwrap_or_default().to_owned();
        Self { template, place: place.or_else(|| error.line().map(|line| (line, 1))), text, it, suggestion }
    }

    /// What is wrong, for a reader of `language`.
    pub fn message(&self, language: Language) -> String {
        self.text.fill(language, |_| Some(self.it.clone()))
    }
}

/// The error in the template that was included last.
fn innermost(error: &Error) -> &Error {
    let mut inner = error;
    while let Some(next) = std::error::Error::source(inner).and_then(|source| source.downcast_ref()) {
        inner = next;
    }
    inner
}

/// What is wrong, and what it is about: where the words are ours, what is written there, else what the engine says.
fn described(error: &Error, written: &str) -> (Text, String) {
    let text = match error.kind() {
        ErrorKind::UndefinedError => Text::new("没有“{it}”这个名字", "there is no \"{it}\""),
        ErrorKind::UnknownFunction => Text::new("没有“{it}”这个函数", "there is no function \"{it}\""),
        ErrorKind::UnknownFilter => Text::new("没有“{it}”这个过滤器", "there is no filter \"{it}\""),
        ErrorKind::UnknownTest => Text::new("没有“{it}”这种判断", "there is no test \"{it}\""),
        ErrorKind::OutOfFuel => Text::new(
            "这里要做的太多：循环停不下来，或文字太长",
            "too much work: a loop that doesn't end, or too long a text",
        ),
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => Text::new(
            "找不到要引入的模板；只能引入 templates/documents/ 里的：{it}",
            "no template to include; only those in templates/documents/ can be: {it}",
        ),
        ErrorKind::SyntaxError => Text::new("写法不对：{it}", "syntax error: {it}"),
        _ => Text::new("这里算不出来：{it}", "this cannot be evaluated: {it}"),
    };
    let detail = || error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let it = match error.kind() {
        ErrorKind::UndefinedError | ErrorKind::UnknownFunction => match written {
            "" => detail(),
            written => name_of(written).to_owned(),
        },
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => {
            let detail = detail();
            detail.split(['\'', '"']).nth(1).map_or_else(|| detail.clone(), str::to_owned)
        }
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest => quoted(error.detail().unwrap_or_default(), written),
        _ => detail(),
    };
    (text, it)
}

/// The name that the engine quotes in `filter titel is unknown`.
fn quoted(detail: &str, written: &str) -> String {
    let name = detail.split_whitespace().nth(1).unwrap_or(written);
    name.trim_matches(['\'', '"', '`', ':']).to_owned()
}

/// The dotted name at the start of an expression.
fn name_of(written: &str) -> &str {
    let end = written.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.'))).unwrap_or(written.len());
    &written[..end]
}

/// Of a dotted name its first part, where that is no name of the context and the template does not set it itself.
fn unknown_part<'w>(name: &'w str, context: &Value, source: &str) -> &'w str {
    let first = name.split('.').next().unwrap_or(name);
    let is_known = context.get_attr(first).is_ok_and(|value| !value.is_undefined());
    let binds = ["for ", "set ", ", ", "("].map(|before| format!("{before}{first}"));
    if is_known || binds.iter().any(|binding| source.contains(binding)) { name } else { first }
}

/// The names near to an unknown one: those beside it, else any that a template can use.
fn known_beside(written: &str, context: &Value) -> Suggestion {
    let mut steps: Vec<&str> = name_of(written).split('.').collect();
    let last = steps.pop().unwrap_or_default();
    let mut beside = context.clone();
    for (at, step) in steps.iter().enumerate() {
        match beside.get_attr(step) {
            Ok(inner) if inner.kind() == ValueKind::Map => beside = inner,
            // the variable of a loop: which list it goes through is not known here
            _ if at == 0 => return Suggestion::new(last, all_names(context).iter().map(String::as_str)),
            _ => break,
        }
    }
    Suggestion::new(last, names(&beside).iter().map(String::as_str))
}

fn names(value: &Value) -> Vec<String> {
    value.try_iter().map(|keys| keys.map(|key| key.to_string()).collect()).unwrap_or_default()
}

/// The names at every depth, each once.
fn all_names(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    let mut open = vec![value.clone()];
    while let Some(value) = open.pop() {
        match value.kind() {
            ValueKind::Map => {
                for name in names(&value) {
                    open.extend(value.get_attr(&name));
                    all.push(name);
                }
            }
            ValueKind::Seq => open.extend(value.try_iter().into_iter().flatten().take(1)),
            _ => {}
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}
