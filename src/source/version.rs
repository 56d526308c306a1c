//! Forms that only TOML 1.1 knows: they are read here, and refused by editors that know 1.0.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Document;
use crate::finding::{Finding, KeyPath, Part, Place, TOML_1_1_ONLY};
use crate::language::Text;

const LINES: Text = Text::new("花括号里的表换了行", "a table in braces stands on several lines");
const COMMA: Text = Text::new("花括号里的表以逗号结尾", "a table in braces ends with a comma");
const TIME: Text = Text::new("时间没有写秒", "a time stands without seconds");

/// The first place of each such form.
pub fn newer_forms(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    table(document.tree(), document.text(), &mut found);
    found
}

fn table(table: &DeTable<'_>, text: &str, found: &mut Vec<Finding>) {
    for value in table.values() {
        self::value(value, text, found);
    }
}

fn value(value: &Spanned<DeValue<'_>>, text: &str, found: &mut Vec<Finding>) {
    match value.get_ref() {
        DeValue::Table(inner) => {
            let span = value.span();
            if let Some(raw) = text.get(span.clone()).filter(|raw| raw.starts_with('{') && raw.ends_with('}'))
                && let Some(problem) = braces(raw)
            {
                tell(found, problem, span);
            }
            table(inner, text, found);
        }
        DeValue::Array(array) => array.iter().for_each(|element| self::value(element, text, found)),
        DeValue::Datetime(moment) if moment.time.is_some() => {
            let span = value.span();
            if text.get(span.clone()).is_some_and(|raw| raw.matches(':').count() == 1 && !raw.contains(['+', 'Z'])) {
                tell(found, TIME, span);
            }
        }
        _ => {}
    }
}

fn tell(found: &mut Vec<Finding>, problem: Text, span: std::ops::Range<usize>) {
    let is_told = |finding: &Finding| finding.fact("problem") == Some(&problem.into());
    if !found.iter().any(is_told) {
        let place = Place { path: KeyPath::root(), part: Part::Bytes(span) };
        found.push(Finding::new(&TOML_1_1_ONLY, place).with("problem", problem));
    }
}

/// What is newer in the braces themselves; strings, arrays and tables within are left aside.
fn braces(raw: &str) -> Option<Text> {
    let inner = &raw[1..raw.len() - 1];
    let (mut depth, mut quote, mut last, mut escaped) = (0_u32, None, ' ', false);
    for c in inner.chars() {
        match (quote, c) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(sign), _) if sign == c && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (None, '\n') if depth == 0 => return Some(LINES),
            _ => {}
        }
        escaped = false;
        if !c.is_whitespace() {
            last = c;
        }
    }
    (last == ',' && quote.is_none()).then_some(COMMA)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut room = String::new();
        let document = Document::parse(text, &mut room);
        assert!(document.syntax.is_empty(), "{text}");
        newer_forms(&document).iter().map(|f| text[document.locate(&f.place)].to_owned()).collect()
    }

    #[test]
    fn only_what_is_newer_is_told() {
        assert_eq!(told("a = {\n b = 1 }\n"), ["{\n b = 1 }"]);
        assert_eq!(told("a = { b = 1, }\nc = [{ d = 1, }]\n"), ["{ b = 1, }"]);
        assert_eq!(told("at = 07:30\n"), ["07:30"]);
        let old = "a = { b = [\n 1,\n], c = \"{\\n,}\" }\nd = [\n { e = 1 },\n]\nt = 07:30:00\nw = 2026-12-27T14:00:00+08:00\n";
        assert!(told(old).is_empty());
    }
}
