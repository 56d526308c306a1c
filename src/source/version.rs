//! Forms that only TOML 1.1 knows: they are read here, and rejected by editors that know only 1.0.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Document;
use crate::finding::{Edit, Finding, KeyPath, Place, PlacePart, TOML_1_1_ONLY};
use crate::language::Text;

const LINES: Text = Text::new("花括号里的表换了行", "a table in braces spans several lines");
const COMMA: Text = Text::new("花括号里的表以逗号结尾", "a table in braces ends with a comma");
const TIME: Text = Text::new("时间没有写秒", "a time without seconds");

/// The first place of each such form.
pub fn newer_forms(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    table(document.tree(), document.text(), &mut found);
    for fix in found.iter_mut().flat_map(|finding| &mut finding.fixes) {
        // those further down come first; tables need not be in order
        fix.edits.sort_by_key(|edit| match edit {
            Edit::Replace { bytes, .. } => std::cmp::Reverse(bytes.start),
            _ => std::cmp::Reverse(0),
        });
    }
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
                let comma = raw[..raw.len() - 1].rfind(',').map(|at| span.start + at);
                let edit = comma.map(|at| Edit::Replace { bytes: at..at + 1, text: String::new() });
                report(found, problem, span, edit.filter(|_| problem == COMMA));
            }
            table(inner, text, found);
        }
        DeValue::Array(array) => array.iter().for_each(|element| self::value(element, text, found)),
        DeValue::Datetime(moment) if moment.time.is_some() => {
            let span = value.span();
            if text.get(span.clone()).is_some_and(|raw| raw.matches(':').count() == 1 && !raw.contains(['+', 'Z'])) {
                let seconds = Edit::Replace { bytes: span.end..span.end, text: ":00".to_owned() };
                report(found, TIME, span, Some(seconds));
            }
        }
        _ => {}
    }
}

/// Reports the first place of a form; the fixes of the others are added to it.
fn report(found: &mut Vec<Finding>, problem: Text, span: std::ops::Range<usize>, edit: Option<Edit>) {
    let is_reported = |finding: &&mut Finding| finding.arg("problem") == Some(&problem.into());
    match found.iter_mut().find(is_reported) {
        Some(first) => first.fixes.iter_mut().for_each(|fix| fix.edits.extend(edit.clone())),
        None => {
            let place = Place { path: KeyPath::root(), part: PlacePart::Bytes(span) };
            let finding = Finding::new(&TOML_1_1_ONLY, place).with("problem", problem);
            let title = Text::new("改成 TOML 1.0 的写法", "write it as TOML 1.0");
            found.push(match edit {
                Some(edit) => finding.fix(title, vec![edit], true),
                None => finding,
            });
        }
    }
}

/// What is newer in the braces themselves; strings, arrays and tables within are left aside.
fn braces(raw: &str) -> Option<Text> {
    let inner = &raw[1..raw.len() - 1];
    if !inner.contains('\n') {
        // neither strings nor comments reach beyond a line: a comma at its end is one of the table
        return inner.trim_end().ends_with(',').then_some(COMMA);
    }
    let (mut depth, mut quote, mut last, mut escaped) = (0_u32, None, b' ', false);
    // all signs of TOML are one byte
    for byte in inner.bytes() {
        match (quote, byte) {
            (Some(b'"'), b'\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(sign), _) if sign == byte && !escaped => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'[' | b'{') => depth += 1,
            (None, b']' | b'}') => depth = depth.saturating_sub(1),
            (None, b'\n') if depth == 0 => return Some(LINES),
            _ => {}
        }
        escaped = false;
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    (last == b',' && quote.is_none()).then_some(COMMA)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<String> {
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        assert!(document.syntax.is_empty(), "{text}");
        newer_forms(&document).iter().map(|f| text[document.locate(&f.place)].to_owned()).collect()
    }

    #[test]
    fn reports_only_what_is_newer() {
        assert_eq!(places("a = {\n b = 1 }\n"), ["{\n b = 1 }"]);
        assert_eq!(places("a = { b = 1, }\nc = [{ d = 1, }]\n"), ["{ b = 1, }"]);
        assert_eq!(places("at = 07:30\n"), ["07:30"]);
        let old = "a = { b = [\n 1,\n], c = \"{\\n,}\" }\nd = [\n { e = 1 },\n]\nt = 07:30:00\nw = 2026-12-27T14:00:00+08:00\n";
        assert!(places(old).is_empty());
    }

    #[test]
    fn fixes_all_places_of_a_form_at_once() {
        let text = "[a]\nt = 07:30\nx = { b = 1 , }\n[c]\nl = [{ d = \",}\",}, { e = 2 }]\n[a.b]\nt = 2026-12-27T14:00 # 14:00\n";
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let edits = |finding: &Finding| finding.fixes[0].edits.clone();
        let found = newer_forms(&document);
        let fixed = found.iter().fold(text.to_owned(), |text, finding| {
            // each by itself: the bytes of the other form have moved
            let mut buffer = String::new();
            let document = Document::parse(&text, &mut buffer);
            let again = newer_forms(&document);
            let same = again.iter().find(|other| other.arg("problem") == finding.arg("problem")).expect("still there");
            crate::source::apply(&text, &edits(same)).expect("they fit")
        });
        let expected = text
            .replace(" , }", "  }")
            .replace(",}, {", "}, {")
            .replace("07:30", "07:30:00")
            .replace("T14:00", "T14:00:00");
        assert_eq!(fixed, expected);
    }
}
