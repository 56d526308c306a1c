//! Templates, rendered within bounds: no files, no endless loops, plan text escaped for the mark-up.
//!
//! Beside what every Jinja template has, there are `title(…)`, `heading(…)`, `bold(…)` and `item(…)`, in the mark-up of the
//! platform; several arguments are joined, and `item(…, depth=1)` is indented. `x|wrap("a", "b")` puts something around what
//! is there, and is nothing where it is not; `x|upfirst` begins with a capital.

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

use super::context::DocumentContext;
use super::markup::Markup;
use super::template_error::TemplateError;
use crate::language::Language;

/// How a template's file ends.
pub const TEMPLATE_ENDING: &str = "jinja";
/// How much work a template may do: a hundred times what the longest document of a large plan needs. It bounds the time, and
/// the text to some megabytes.
const FUEL: u64 = 200_000;
/// How deep templates may include each other.
const DEPTH: usize = 40;

/// The user's own templates: by name with its folder below `documents/`, such as `welcome` or `en/welcome`, the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnTemplates(pub BTreeMap<String, String>);

impl OwnTemplates {
    /// The template of this name: the one for the language, else the one for both.
    pub fn find(&self, name: &str, language: Language) -> Option<(&str, &str)> {
        let of_language = format!("{}/{name}", language.tag());
        let found = self.0.get_key_value(&of_language).or_else(|| self.0.get_key_value(name));
        found.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Their names without languages, each once.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.0.keys().map(|name| name.rsplit('/').next().unwrap_or(name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Renders a template by its name and text; it may include others of the user's.
#[allow(clippy::result_large_err)] // once for a whole document
pub(super) fn render(
    (name, text): (&str, &str),
    own: &OwnTemplates,
    context: &DocumentContext,
    markup: Markup,
    language: Language,
) -> Result<String, TemplateError> {
    let mut environment = environment(markup, language);
    let values = Value::from(Serde(context));
    let result = add_all(&mut environment, (name, text), own).and_then(|()| {
        let template = environment.get_template(name)?;
        template.render(values.clone())
    });
    result.map(|text| tidy(&text)).map_err(|error| TemplateError::of(&error, &values, &environment_names(&environment)))
}

fn add_all<'t>(
    environment: &mut Environment<'t>,
    (name, text): (&'t str, &'t str),
    own: &'t OwnTemplates,
) -> Result<(), Error> {
    for (other, text) in own.0.iter().filter(|(other, _)| *other != name) {
        // one with a mistake is no obstacle until it is included
        let _ = environment.add_template(other, text);
    }
    environment.add_template(name, text)
}

/// The names of functions, filters and tests, for what was probably meant.
fn environment_names(environment: &Environment<'_>) -> Vec<String> {
    environment.globals().map(|(name, _)| name.to_owned()).collect()
}

fn environment(markup: Markup, language: Language) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(DEPTH);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the usual delimiters differ"));
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markup".into()));
    environment.set_formatter(move |out, _, value| {
        out.write_str(&shown(markup, value)?)?;
        Ok(())
    });
    environment.add_function("title", move |parts: Rest<Value>| {
        Ok::<_, Error>(Value::from_safe_string(markup.title(&joined(markup, &parts)?)))
    });
    environment.add_function("heading", move |parts: Rest<Value>| {
        Ok::<_, Error>(Value::from_safe_string(markup.heading(&joined(markup, &parts)?, language)))
    });
    environment.add_function("bold", move |parts: Rest<Value>| {
        Ok::<_, Error>(Value::from_safe_string(markup.bold(&joined(markup, &parts)?)))
    });
    environment.add_filter("wrap", wrapped);
    environment.add_filter("upfirst", |text: String| -> String {
        let mut rest = text.chars();
        rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
    });
    environment.add_function("item", move |parts: Rest<Value>, named: Kwargs| {
        let depth = named.get::<Option<usize>>("depth")?.unwrap_or_default();
        named.assert_all_used()?;
        Ok::<_, Error>(Value::from_safe_string(markup.item(&joined(markup, &parts)?, depth.min(DEPTH))))
    });
    environment
}

/// A value with something around it; nothing where the plan does not have it.
fn wrapped(value: Value, before: &str, after: Option<&str>) -> Result<String, Error> {
    match value.kind() {
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        _ if !value.is_true() => Ok(String::new()),
        _ => Ok(format!("{before}{value}{}", after.unwrap_or_default())),
    }
}

/// Arguments as one text.
fn joined(markup: Markup, parts: &[Value]) -> Result<String, Error> {
    let shown = parts.iter().map(|part| shown(markup, part)).collect::<Result<Vec<_>, _>>()?;
    Ok(shown.concat())
}

/// A value as it is printed: what is no mark-up already is escaped; what the plan does not have is nothing.
fn shown(markup: Markup, value: &Value) -> Result<String, Error> {
    match value.kind() {
        ValueKind::None => Ok(String::new()),
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        _ if value.is_safe() => Ok(value.to_string()),
        _ => Ok(markup.escape(&value.to_string())),
    }
}

/// Without spaces at the end of lines, without more than one blank line in a row, and without blank lines around it.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(str::trim_end) {
        match line.is_empty() {
            true => blank += 1,
            false => {
                if !out.is_empty() {
                    out.push_str(if blank > 0 { "\n\n" } else { "\n" });
                }
                out.push_str(line);
                blank = 0;
            }
        }
    }
    out
}
