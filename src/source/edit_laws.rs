//! Laws of edits, over documents of every form of TOML, written as people write: what an edit does not name stays
//! byte for byte, and the text reads back as the tree that was meant.
use proptest::collection::vec;
use proptest::prelude::*;
use toml::{Table, Value};

use super::{Document, apply, replacement};
use crate::finding::{Edit, KeyPath, Literal, Place, Segment};

/// A value as people write it, on one line or several.
fn value() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "1",
        "-2.50",
        "true",
        "\"晨光 # 不是注释\"",
        "'C:\\群'",
        "\"\"\"\n第一行\n  [不是表]\n\"\"\"",
        "2026-12-24",
        "2026-12-24T14:00:00",
        "[]",
        "[ 1,2 , 3 ]",
        "[\n  \"a\", # 一\n  \"b\",\n]",
        "{ a = 1, b.c = \"x\" }",
        "{}",
        "[{ from = 2026-12-24 }, { from = 2027-01-01, to = 2027-01-02 }]",
    ])
}

/// What is between lines.
fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "\n", "# 注释 = 1\n", "\n  # [也不是表]\n\n", "\t\n"])
}

/// Lines of keys: each is its own, plain, quoted or dotted.
fn keys() -> impl Strategy<Value = String> {
    let line = (gap(), prop::sample::select(vec!["", "  ", "\t"]), 0..3u8, value(), 0..3u8);
    vec(line, 0..4).prop_map(|lines| {
        let mut text = String::new();
        for (at, (gap, indent, form, value, end)) in lines.into_iter().enumerate() {
            let key = [format!("k{at}"), format!("\"键 {at}\""), format!("d{at}.x")][usize::from(form)].clone();
            let end = ["", " # 尾", "   "][usize::from(end)];
            text.push_str(&format!("{gap}{indent}{key} = {value}{end}\n"));
        }
        text
    })
}

/// A document: keys of its own, tables, arrays of tables in any order, some with tables of their own below.
fn document() -> impl Strategy<Value = String> {
    let block = (gap(), 0..4u8, keys(), keys());
    (keys(), vec(block, 0..6), 0..4u8, any::<bool>()).prop_map(|(own, blocks, ends, has_end)| {
        let mut text = own;
        for (at, (gap, form, first, second)) in blocks.into_iter().enumerate() {
            let block = match form {
                0 => format!("[t{at}] # 表\n{first}"),
                1 => format!("[t{at}.deep.er]\n{first}"),
                2 => format!("[[list]]\n{first}"),
                _ => format!("[[list]]   # 一项\n{first}[list.sub]\n{second}[[list.steps]]\nid = 1\n"),
            };
            text.push_str(gap);
            text.push_str(&block);
        }
        if !has_end {
            text.truncate(text.trim_end_matches('\n').len());
        }
        let text = if ends & 1 == 0 { text } else { text.replace('\n', "\r\n") };
        if ends & 2 == 0 { text } else { format!("\u{feff}{text}") }
    })
}

fn tree(text: &str) -> Table {
    text.trim_start_matches('\u{feff}').parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The routes of all values, those within others too.
fn routes(value: &Value, at: &KeyPath, found: &mut Vec<KeyPath>) {
    let mut below = |segment: Segment, value: &Value| {
        let mut path = at.clone();
        path.0.push(segment);
        found.push(path.clone());
        routes(value, &path, found);
    };
    match value {
        Value::Table(table) => {
            table.iter().for_each(|(key, value)| below(Segment::Key(key.clone().into()), value));
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| below(Segment::Index(index), value));
        }
        _ => {}
    }
}

/// The value at a route.
fn at<'v>(value: &'v mut Value, path: &[Segment]) -> &'v mut Value {
    path.iter().fold(value, |value, segment| match segment {
        Segment::Key(key) => &mut value[key.as_ref()],
        Segment::Index(index) => &mut value[*index],
    })
}

/// Whether one text comes from the other by putting in one piece.
fn is_insertion(before: &str, after: &str) -> bool {
    let (a, b) = (before.as_bytes(), after.as_bytes());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    b.len() >= a.len() && head + tail >= a.len()
}

/// The bytes of a value that is no table with a header.
fn span(text: &str, path: &KeyPath) -> std::ops::Range<usize> {
    let mut buffer = String::new();
    Document::parse(text, &mut buffer).locate(&Place::from(path.clone()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// A value that is there is replaced in its own bytes.
    #[test]
    fn setting_a_value_changes_its_bytes_only(text in document(), pick in any::<prop::sample::Index>()) {
        let mut meant = Value::Table(tree(&text));
        let mut all = Vec::new();
        routes(&meant, &KeyPath::root(), &mut all);
        all.retain(|path| !matches!(at(&mut meant, &path.0), Value::Table(_) | Value::Array(_)));
        prop_assume!(!all.is_empty());
        let path = pick.get(&all).clone();
        let bytes = span(&text, &path);
        let edited = apply(&text, &[Edit::set(path.clone(), "新 \"值\"")]).expect("the value is there");
        let written = ["\"新 \\\"值\\\"\"", "'新 \"值\"'"].map(|word| {
            format!("{}{word}{}", &text[..bytes.start], &text[bytes.end..])
        });
        prop_assert!(written.contains(&edited), "{path}\n{text}\n---\n{edited}");
        let mut buffer = String::new();
        let document = Document::parse(&text, &mut buffer);
        let (range, new) = replacement(&document, &[Edit::set(path.clone(), "新 \"值\"")]).expect("the value is there");
        prop_assert_eq!(format!("{}{new}{}", &text[..range.start], &text[range.end..]), edited.clone());
        *at(&mut meant, &path.0) = Value::from("新 \"值\"");
        prop_assert_eq!(Value::Table(tree(&edited)), meant);
    }

    /// One more element is put in as one piece, behind the last.
    #[test]
    fn appends_in_one_piece(text in document()) {
        let mut meant = tree(&text);
        let table = vec![("id".to_owned(), Literal::from("x")), ("n".to_owned(), Literal::Integer(7))];
        let path = KeyPath::of(&["list"]);
        let edited = apply(&text, &[Edit::Append { path, table, comment: Some("说明".to_owned()) }]).expect("a list");
        prop_assert!(is_insertion(&text, &edited), "{text}\n---\n{edited}");
        let element: Table = "id = \"x\"\nn = 7".parse().expect("TOML");
        let list = meant.entry("list").or_insert_with(|| Value::Array(Vec::new()));
        list.as_array_mut().expect("a list").push(Value::Table(element));
        prop_assert_eq!(tree(&edited), meant);
    }

    /// One more element taken out again, the document is as it was.
    #[test]
    fn an_appended_element_comes_and_goes(text in document()) {
        let count = tree(&text).get("list").and_then(Value::as_array).map_or(0, Vec::len);
        let path = KeyPath::of(&["list"]);
        let table = vec![("id".to_owned(), Literal::from("x"))];
        let edited = apply(&text, &[Edit::Append { path: path.clone(), table, comment: None }]).expect("a list");
        let back = apply(&edited, &[Edit::Remove { path: path.index(count) }]).expect("TOML");
        prop_assert!(back == text, "{text}\n---\n{edited}\n---\n{back}");
    }

    /// The same of a list in brackets, on one line or several, with comments.
    #[test]
    fn an_element_of_a_list_in_brackets_comes_and_goes(
        elements in vec((gap(), 0..3u8), 0..4),
        on_lines in any::<bool>(),
        has_comma in any::<bool>(),
    ) {
        let (open, close) = if on_lines { ("[\n", "]") } else { ("[ ", " ]") };
        let last = elements.len().saturating_sub(1);
        let element = |(at, (gap, end)): (usize, &(&str, u8))| {
            let comma = if at < last || has_comma { "," } else { "" };
            match on_lines {
                true => format!("{gap}  {{ a = {at} }}{comma}{}\n", ["", " # 尾", "  "][usize::from(*end)]),
                false => format!("{{ a = {at} }}{comma}{}", if at < last { " " } else { "" }),
            }
        };
        let inner: String = elements.iter().enumerate().map(element).collect();
        let text = format!("# 头\nl = {open}{inner}{close} # 后\nb = 1\n");
        prop_assume!(tree(&text).contains_key("l"));
        let (path, count) = (KeyPath::of(&["l"]), elements.len());
        let table = vec![("a".to_owned(), Literal::Integer(9))];
        let edited = apply(&text, &[Edit::Append { path: path.clone(), table, comment: None }]).expect("a list");
        for comment in text.matches("# ") {
            prop_assert!(edited.contains(comment));
        }
        prop_assert_eq!(edited.matches('#').count(), text.matches('#').count(), "{}\n---\n{}", text, edited);
        let back = apply(&edited, &[Edit::Remove { path: path.index(count) }]).expect("TOML");
        if count > 0 {
            prop_assert!(back == text, "{text}\n---\n{edited}\n---\n{back}");
        }
    }

    /// A key that is new comes as one piece; taken out again, the document is as it was.
    #[test]
    fn adds_and_removes_a_key(text in document(), pick in any::<prop::sample::Index>()) {
        let mut meant = Value::Table(tree(&text));
        let mut all = vec![KeyPath::root()];
        routes(&meant, &KeyPath::root(), &mut all);
        // a table that only leads to others may have no header of its own, and then gets one
        let leads = |table: &Table| !table.is_empty() && table.values().all(Value::is_table);
        let is_own = |path: &KeyPath, table: &Table| path.0.is_empty() || !leads(table);
        all.retain(|path| matches!(at(&mut meant, &path.0), Value::Table(table) if is_own(path, table)));
        let path = pick.get(&all).clone().key("new");
        let edited = apply(&text, &[Edit::set(path.clone(), Literal::Boolean(true))]).expect("a table");
        prop_assert!(is_insertion(&text, &edited), "{path}\n{text}\n---\n{edited}");
        at(&mut meant, &path.0[..path.0.len() - 1]).as_table_mut().expect("a table").insert("new".to_owned(), true.into());
        prop_assert_eq!(Value::Table(tree(&edited)), meant, "{}\n{}\n---\n{}", path, text, edited);
        let back = apply(&edited, &[Edit::Remove { path: path.clone() }]).expect("TOML");
        prop_assert!(back == text, "{path}\n{text}\n---\n{edited}\n---\n{back}");
    }
}
