//! The templates of pages, rendered within bounds.

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use thiserror::Error;

use crate::language::{Language, Text};

const BASE: &str = include_str!("../../../templates/pages/base.jinja");
const CHART: &str = include_str!("../../../templates/pages/chart.jinja");
const PLOT: &str = include_str!("../../../templates/pages/plot.jinja");
const STYLE: &str = include_str!("../../../templates/pages/page.css");
const SCRIPT: &str = include_str!("../../../templates/pages/copy.js");
/// The SHA-256 of both, as policies want them; browsers of the interop suite hold them to the files.
const STYLE_HASH: &str = "/ZdhgX6s+8HP1fRz+tfD/GfFiCik06uQYk5XW48J+KI=";
const SCRIPT_HASH: &str = "KiNjKggRpywBQOr5zJm8lvv5AX68G9tJZsTqwMZbBMU=";
/// How much work a page may do: its loops are bounded by the rows, which are bounded by the calendar.
const FUEL: u64 = 500_000_000;

const FOOTER: Text = Text::new("由 qun 从计划生成", "Made from the plan by qun");
const COPY: Text = Text::new("复制", "Copy");
const COPIED: Text = Text::new("已复制", "Copied");
const DONE: Text = Text::new("已完成", "done");
const OPEN: Text = Text::new("未完成", "not done");
const LATE: Text = Text::new("已过期", "overdue");

/// Why a page could not be made.
#[derive(Debug, Error)]
#[error("the page cannot be made: {0}")]
pub struct PageError(#[from] pub minijinja::Error);

/// The user's own templates by name: `base`, `month`, `agenda`, `list`, `sign-in`, `document`, `lint`, `review`, `index`,
/// `chart`, `plot`.
pub type OwnPages = BTreeMap<String, String>;

/// The words of buttons and marks.
#[derive(Debug, Serialize)]
struct Words {
    copy: &'static str,
    copied: &'static str,
    done: &'static str,
    open: &'static str,
    late: &'static str,
}

/// What every page has, around what is its own.
#[derive(Debug, Serialize)]
struct Page<'p, C: Serialize> {
    language: &'static str,
    title: &'p str,
    subtitle: &'p str,
    footer: &'static str,
    style: Value,
    script: Value,
    style_hash: &'static str,
    script_hash: &'static str,
    words: Words,
    #[serde(flatten)]
    content: C,
}

/// Renders a page: its template by name and text, its title, what is below it, and its content.
pub(super) fn render(
    (name, text): (&str, &str),
    own: &OwnPages,
    (title, subtitle): (&str, &str),
    content: impl Serialize,
    language: Language,
) -> Result<String, PageError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the usual delimiters differ"));
    environment.set_fuel(Some(FUEL));
    let template = |name: &str, text: &str| own.get(name).map_or_else(|| text.to_owned(), Clone::clone);
    let (base, page) = (template("base", BASE), template(name, text));
    let (chart, plot) = (template("chart", CHART), template("plot", PLOT));
    environment.add_template("base", &base)?;
    environment.add_template("chart", &chart)?;
    environment.add_template("plot", &plot)?;
    environment.add_template(name, &page)?;
    let word = |text: Text| text.get(language);
    let page = Page {
        language: language.tag(),
        title,
        subtitle,
        footer: word(FOOTER),
        style: Value::from_safe_string(STYLE.to_owned()),
        script: Value::from_safe_string(SCRIPT.to_owned()),
        style_hash: STYLE_HASH,
        script_hash: SCRIPT_HASH,
        words: Words { copy: word(COPY), copied: word(COPIED), done: word(DONE), open: word(OPEN), late: word(LATE) },
        content,
    };
    let mut html = environment.get_template(name)?.render(Value::from(Serde(&page)))?;
    html.truncate(html.trim_end().len());
    html.push('\n');
    Ok(html)
}
