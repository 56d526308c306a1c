//! Edits → text. What an edit does not name stays byte for byte: comments, order, line ends, byte order mark.
//!
//! `toml_edit` makes each change on the text with plain line ends; the lines before and after the change are then
//! taken from the original again.

mod array;
mod error;
mod tree;
mod value;

pub use error::EditError;

use toml_edit::DocumentMut;

use crate::finding::{Edit, Literal};
use tree::{append, remove, rename, set};

/// The text after all edits, in order.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut text = text.to_owned();
    for edit in edits {
        text = apply_one(&text, edit)?;
    }
    Ok(text)
}

/// A value as it is written.
pub(super) fn written(value: &Literal) -> String {
    value::literal(value).to_string()
}

fn apply_one(original: &str, edit: &Edit) -> Result<String, EditError> {
    if let Edit::Replace { bytes, text } = edit {
        let (before, after) = (original.get(..bytes.start), original.get(bytes.end..));
        let (Some(before), Some(after), true) = (before, after, bytes.start <= bytes.end) else {
            return Err(EditError::NoBytes(bytes.start, bytes.end));
        };
        return Ok(format!("{before}{text}{after}"));
    }
    let (mark, body) = match original.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", original),
    };
    let plain = body.replace("\r\n", "\n");
    let mut document: DocumentMut = plain.parse().map_err(|_| EditError::Syntax)?;
    match edit {
        Edit::Set { path, value, comment } => set(&mut document, path, value, comment.as_deref())?,
        Edit::Append { path, table, comment } => append(&mut document, path, table, comment.as_deref())?,
        Edit::Remove { path } => remove(&mut document, path),
        Edit::Rename { path, to } => rename(&mut document, path, to)?,
        Edit::Replace { .. } => {}
    }
    let edited = document.to_string();
    // `toml_edit` ends the last line; where the original did not, neither do we
    let has_end = body.ends_with('\n') || body.is_empty();
    let edited = if has_end { edited.as_str() } else { edited.strip_suffix('\n').unwrap_or(&edited) };
    Ok(format!("{mark}{}", restore_lines(body, &plain, edited)))
}

/// Lines equal at the start and at the end are taken from the original with their own line ends; the changed ones
/// between get the line end that the file mostly uses.
fn restore_lines(original: &str, plain: &str, edited: &str) -> String {
    let crlf = original.matches("\r\n").count();
    if crlf == 0 {
        return edited.to_owned();
    }
    let originals: Vec<&str> = original.split_inclusive('\n').collect();
    let (before, after): (Vec<&str>, Vec<&str>) =
        (plain.split_inclusive('\n').collect(), edited.split_inclusive('\n').collect());
    let head = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let end = if crlf * 2 >= originals.len() { "\r\n" } else { "\n" };
    let mut out: String = originals[..head].concat();
    for line in &after[head..after.len() - tail] {
        out.push_str(&line.replace('\n', end));
    }
    out.push_str(&originals[originals.len() - tail..].concat());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{KeyPath, Literal};
    use crate::language::Language;

    fn edited(text: &str, edit: Edit) -> String {
        apply(text, &[edit]).expect("the edit can be made")
    }

    #[test]
    fn keeps_all_other_bytes() {
        let text =
            "\u{feff}# 头\r\na = 1 # 一\r\n\r\n[t] # 表\nb = \"\"\"x\r\ny\"\"\"\r\n  c =   2\r\n[[l]]\r\nx = 1 # 尾";
        let set = edited(text, Edit::set(KeyPath::of(&["t", "c"]), Literal::Integer(3)));
        assert_eq!(set, text.replace("c =   2", "c =   3"));
        let add = edited(text, Edit::set(KeyPath::of(&["t", "d"]), "新"));
        assert_eq!(add, text.replace("  c =   2\r\n", "  c =   2\r\nd = \"新\"\r\n"));
        let gone = edited(text, Edit::Remove { path: KeyPath::of(&["t", "c"]) });
        assert_eq!(gone, text.replace("  c =   2\r\n", ""));
        let named = edited(text, Edit::Rename { path: KeyPath::of(&["t", "b"]), to: "bb".to_owned() });
        assert_eq!(named, text.replace("\nb = ", "\nbb = "));
        assert_eq!(edited(text, Edit::Remove { path: KeyPath::of(&["nothing", "here"]) }), text);
    }

    #[test]
    fn tables_are_made_and_added() {
        let table = vec![("id".to_owned(), Literal::from("小雨"))];
        let append = Edit::Append { path: KeyPath::of(&["people"]), table, comment: Some("新来的".to_owned()) };
        let text = edited("a = 1\n", append.clone());
        assert_eq!(text, "a = 1\n\n# 新来的\n[[people]]\nid = \"小雨\"\n");
        let text = edited(&text, append);
        assert_eq!(text.matches("[[people]]").count(), 2);
        let text = edited("", Edit::set(KeyPath::of(&["community", "size", "now"]), Literal::Integer(3)));
        assert_eq!(text.trim(), "[community.size]\nnow = 3");
        let size = "size = { target = 9 }\n";
        assert_eq!(
            edited(size, Edit::set(KeyPath::of(&["size", "now"]), Literal::Integer(3))),
            "size = { target = 9 , now = 3 }\n".replace(" ,", ",")
        );
        assert_eq!(
            edited("l = [1, 2]\n", Edit::set(KeyPath::of(&["l"]).index(1), Literal::Integer(5))),
            "l = [1, 5]\n"
        );
        let table = vec![("b".to_owned(), Literal::Integer(2))];
        let append =
            |text: &str| edited(text, Edit::Append { path: KeyPath::of(&["l"]), table: table.clone(), comment: None });
        assert_eq!(append("l = [{ a = 1 }] # x\n"), "l = [{ a = 1 }, { b = 2 }] # x\n");
        assert_eq!(append("l = [ { a = 1 } ]\n"), "l = [ { a = 1 }, { b = 2 } ]\n");
        assert_eq!(append("l = [\n  { a = 1 },\n]\n"), "l = [\n  { a = 1 },\n  { b = 2 },\n]\n");
        assert_eq!(append("l = []\n"), "l = [{ b = 2 }]\n");
        let list = "l = [ # why\n  \"a\", # first\n  # agreed\n  'b', # second\n]\n";
        let set = |values: &[&str]| {
            let values = values.iter().map(|value| Literal::from(*value)).collect();
            edited(list, Edit::set(KeyPath::of(&["l"]), Literal::List(values)))
        };
        assert_eq!(set(&["a", "b"]), list);
        assert_eq!(set(&["a", "b", "c"]), list.replace("second\n", "second\n  \"c\",\n"));
        assert_eq!(set(&["b", "c"]), "l = [ # why\n  # agreed\n  'b', # second\n  \"c\",\n]\n");
        assert_eq!(set(&["c", "a"]), "l = [\"c\", \"a\"]\n", "in another order it is another list");
        assert!(apply("l = 1\n", &[Edit::set(KeyPath::of(&["l", "x"]), "a")]).is_err());
        assert_eq!(apply("l = \n", &[Edit::set(KeyPath::of(&["l"]), "a")]), Err(EditError::Syntax));
        let message = |language| EditError::NoTable("a[3].b".to_owned()).message(language);
        assert_eq!(message(Language::En), "there is no table at a[3].b to write into");
        assert_eq!(message(Language::Zh), "a[3].b 那里没有可以写进去的表");
        assert_eq!(EditError::NoBytes(7, 9).message(Language::Zh), "文件没有第 7 到 9 字节");
    }
}
