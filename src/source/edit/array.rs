//! Elements of arrays in brackets: set, put in, taken out, each with the comments that are its own.

use toml_edit::{Array, Decor, Value};

use super::value::literal;
use crate::finding::Literal;

/// Gives an array other elements where that only takes some out and puts new ones behind the last, so that those that stay
/// keep their comments; whether it did.
pub(super) fn set_elements(array: &mut Array, values: &[Literal]) -> bool {
    let plain = |value: &Value| match value {
        Value::String(text) => format!("{:?}", text.value()),
        other => {
            let mut other = other.clone();
            other.decor_mut().clear();
            other.to_string()
        }
    };
    let new: Vec<Value> = values.iter().map(literal).collect();
    let mut rest = new.iter().map(plain).peekable();
    let mut gone = Vec::new();
    for (at, old) in array.iter().enumerate() {
        match rest.next_if_eq(&plain(old)) {
            Some(_) => {}
            None => gone.push(at),
        }
    }
    // as many as stay
    let kept = new.len() - rest.count();
    if kept == 0 {
        return false;
    }
    gone.iter().rev().for_each(|at| remove_element(array, *at));
    new.into_iter().skip(kept).for_each(|value| push_element(array, value));
    true
}

/// Puts an element behind the last of an array: on a line of its own where that one is, and behind its comment.
pub(super) fn push_element(array: &mut Array, mut element: Value) {
    let has_comma = array.trailing_comma();
    let Some(last) = array.iter_mut().last() else { return array.push_formatted(element) };
    let above = text_of(last.decor().prefix());
    let own_end = text_of(last.decor().suffix());
    let end = if has_comma { text_of(Some(array.trailing())) } else { own_end };
    let (prefix, end) = match (above.rsplit_once('\n'), end.split_once('\n')) {
        (None, None) => (" ".to_owned(), end),
        (Some((_, indent)), None) => (format!("\n{indent}"), end),
        (above, Some((rest, lines))) => {
            (format!("{rest}\n{}", above.map_or("", |(_, indent)| indent)), format!("\n{lines}"))
        }
    };
    if has_comma {
        array.set_trailing(end);
        *element.decor_mut() = Decor::new(prefix, "");
    } else {
        if let Some(last) = array.iter_mut().last() {
            last.decor_mut().set_suffix("");
        }
        *element.decor_mut() = Decor::new(prefix, end);
    }
    array.push_formatted(element);
    array.set_trailing_comma(has_comma);
}

/// Takes an element out of an array. What is behind an element on its line belongs to it, and so do the lines above it:
/// both go with it, and those of its neighbours stay with them.
pub(super) fn remove_element(array: &mut Array, index: usize) {
    let gone = array.remove(index);
    let before = text_of(gone.decor().prefix());
    let has_comma = array.trailing_comma();
    if index < array.len() {
        let after = array.get(index).map(|next| text_of(next.decor().prefix())).unwrap_or_default();
        if let Some(next) = array.get_mut(index) {
            next.decor_mut().set_prefix(joined(&before, &after));
        }
    } else if has_comma {
        let after = text_of(Some(array.trailing()));
        array.set_trailing(joined(&before, &after));
    } else if let Some(last) = array.iter_mut().last() {
        let after = text_of(gone.decor().suffix());
        if after.contains('\n') {
            last.decor_mut().set_suffix(joined(&before, &after));
        } else {
            close_behind(last, &gone);
        }
    }
    if array.is_empty() {
        array.set_trailing("");
        array.set_trailing_comma(false);
    }
}

fn text_of(raw: Option<&toml_edit::RawString>) -> String {
    raw.and_then(toml_edit::RawString::as_str).unwrap_or_default().to_owned()
}

/// What is between two elements when the one between them is gone: the rest of the line of the first, the lines above the
/// second.
fn joined(before: &str, after: &str) -> String {
    match (before.split_once('\n'), after.split_once('\n')) {
        (_, None) => before.to_owned(),
        (Some((rest, _)), Some((_, lines))) => format!("{rest}\n{lines}"),
        (None, Some(_)) => after.to_owned(),
    }
}

/// The space before the closing bracket goes back to the value that is now the last.
pub(super) fn close_behind(last: &mut Value, gone: &Value) {
    if let Some(suffix) = gone.decor().suffix().filter(|suffix| suffix.as_str() != Some("")) {
        last.decor_mut().set_suffix(suffix.clone());
    }
}
